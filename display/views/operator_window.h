// The operator's window beside the hall's: on the laptop's own screen, while the hall fills the projector.
#pragma once

#include <memory>
#include <utility>

#include "common/ui/keys_by_hand.h"
#include "common/ui/window.h"
#include "display/app/operator_screen.h"
#include "display/views/controls.h"
#include "display/views/hall_view.h"
#include "display/views/operator_view.h"

namespace turnout::display {

class OperatorWindow {
  public:
    // On another monitor than the hall's, when there is one. The hall's window outlives it.
    static Result<std::unique_ptr<OperatorWindow>> open(ui::Window& hall, int hallMonitor, Lang lang);

    const ui::Window& window() const { return *window_; }
    Lang lang() const { return lang_; }
    bool closing() const { return window_->closing(); }
    Status screenshot(const std::filesystem::path& file) { return window_->screenshot(file); }
    void setFlags(std::shared_ptr<const paint::Flags> flags) { window_->canvas().setFlags(std::move(flags)); }
    // What was asked for of the hall's window since the last time.
    OutputWish asked() { return std::exchange(asked_, OutputWish::none); }
    // Before there is a hall: what is waited for, the first as a heading; and the keys of windows.
    void await(const std::vector<Text>& told, SteadyTime now);
    // Keys and typed words; clicks are seen while it is drawn.
    void handle(HallPresenter& hall, SteadyTime now, TimePoint wall);
    // When handle() is next needed though nothing happens.
    std::optional<SteadyTime> keysDue() const { return keys_.due(); }
    // Draws when something changed; pictures of the scenes a few at a time.
    void draw(HallPresenter& hall, const OperatorScreen& screen, Scenery& scenery, const HallLook& look, SteadyTime now,
              TimePoint wall);

  private:
    OperatorWindow(ui::Window& hall, std::unique_ptr<ui::Window> window, Lang lang)
        : hall_(hall), window_(std::move(window)), lang_(lang) {}
    bool refresh(HallPresenter& hall, Scenery& scenery, const HallLook& look, SteadyTime now, TimePoint wall);
    void act(Control control, HallPresenter& hall, SteadyTime now, TimePoint wall);
    bool ofWindows(const ui::Event& event);
    void press(const ui::Event& event, HallPresenter& hall, SteadyTime now, TimePoint wall);

    ui::Window& hall_;
    std::unique_ptr<ui::Window> window_;
    Lang lang_;
    ui::KeysByHand keys_;
    OperatorDesk desk_, drawnDesk_;
    KeysAfterWords afterWords_;
    std::optional<OperatorScreen> drawn_;
    std::vector<Text> awaits_;
    std::optional<HallScreen> pictured_;
    ui::Texture now_, next_;
    std::array<ui::Texture, kScenes.size()> scenes_;
    SteadyTime picturedAt_{}, sceneAt_{};
    Scene nextPictured_ = Scene::count;
    std::size_t turn_ = 0;
    bool again_ = false;
    OutputWish asked_ = OutputWish::none;
};

}  // namespace turnout::display
