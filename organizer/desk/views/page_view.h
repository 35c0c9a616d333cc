// A page of the window, as the loop sees it: a presenter (organizer/desk/app) and the function that draws its screen.
//
//     struct LogScreen { ...; bool operator==(const LogScreen&) const = default; };   // organizer/desk/app/log_page.h
//     class LogPage {
//       public:
//         explicit LogPage(Session& session);
//         LogScreen screen() const;     // plain values; a long list as shared_ptr<const vector<Row>>, replaced whole
//         void tick();                  // may be left out: about every second while shown, and after each finished job
//         void shown();                 // may be left out: the person came to this page
//         void dropped(const std::vector<std::filesystem::path>&);   // may be left out: files let go over the window
//         ...                           // one function for each thing that can be done
//     };
//     void drawLog(Widgets& ui, const Rect& box, const LogScreen& screen, LogPage& page);   // organizer/desk/views
//
// The view draws the screen and calls the page's functions when a control says so; the loop draws again when the
// screen has changed.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

class PageView {
  public:
    virtual ~PageView() = default;
    virtual bool changed() const = 0;  // since it was drawn
    virtual void draw(Widgets& ui, const Rect& box) = 0;
    virtual void tick() = 0;
    virtual void shown() = 0;
    virtual bool dropped(const std::vector<std::filesystem::path>& files) = 0;  // false: it has no use for files
};

template <class Presenter, class Screen>
class PageOf final : public PageView {
  public:
    using Draw = void (*)(Widgets&, const Rect&, const Screen&, Presenter&);
    PageOf(Presenter& presenter, Draw drawScreen) : presenter_(presenter), draw_(drawScreen) {}

    bool changed() const override { return !painted_ || !(*painted_ == presenter_.screen()); }
    void draw(Widgets& ui, const Rect& box) override {
        painted_ = presenter_.screen();
        const Screen screen = *painted_;  // what is done while it is drawn may change the other
        draw_(ui, box, screen, presenter_);
    }
    void tick() override {
        if constexpr (requires(Presenter & p) { p.tick(); }) presenter_.tick();
    }
    void shown() override {
        if constexpr (requires(Presenter & p) { p.shown(); }) presenter_.shown();
    }
    bool dropped(const std::vector<std::filesystem::path>& files) override {
        if constexpr (requires(Presenter & p) { p.dropped(files); }) {
            presenter_.dropped(files);
            return true;
        }
        return files.empty();
    }

  private:
    Presenter& presenter_;
    Draw draw_;
    std::optional<Screen> painted_;
};

}  // namespace turnout::desk
