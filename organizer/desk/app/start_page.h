// The start page: make an event or open one; then what comes next, by its date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "organizer/desk/app/places.h"
#include "organizer/desk/app/session.h"
#include "organizer/office/event_form.h"

namespace turnout::desk {

struct KnownEvent {  // opened before, or lying where people keep files
    std::filesystem::path path;
    Names name;
    std::string when, whenZh, trouble;  // trouble: it cannot be opened, why
    std::int64_t guests = 0;
    bool operator==(const KnownEvent&) const = default;
};

enum class MakeWay { form, like, file };

struct NextStep {
    Text what;
    std::optional<bool> done;  // none: nobody can know
    std::string count;         // beside it: "520"
    PageId page = PageId::guests;
    bool operator==(const NextStep&) const = default;
};

enum class PhaseState { past, now, later };

struct Phase {
    std::string key;  // of its title: "desk.phase.weeks"
    std::string when;
    PhaseState state = PhaseState::later;
    std::vector<NextStep> steps;
    bool operator==(const Phase&) const = default;
};

struct StartScreen {
    bool open = false;      // an event is: what comes next
    bool choosing = false;  // ... and another one is being looked for
    MakeWay way = MakeWay::form;
    EventForm form;
    std::string toml, file, openPath;  // typed paths
    std::optional<std::size_t> like;   // of known
    std::vector<KnownEvent> known;
    std::optional<Text> trouble;
    std::string days;  // "in 9 days"
    std::vector<Phase> phases;
    Lang lang = Lang::en;
    bool operator==(const StartScreen&) const = default;
};

class StartPage {
  public:
    explicit StartPage(Session& session);

    StartScreen screen() const;
    void tick();
    void shown();
    void dropped(const std::vector<std::filesystem::path>& files);
    void setRecent(std::vector<std::filesystem::path> events) { recent_ = std::move(events); }

    void choose(MakeWay way);
    void type(EventForm form);
    void typeToml(std::string path) { screen_.toml = std::move(path); }
    void typeFile(std::string path);
    void typeOpen(std::string path) { screen_.openPath = std::move(path); }
    void chooseLike(std::size_t known) { screen_.like = known; }
    void make();
    void open(const std::filesystem::path& file);
    void browseForEvent();  // and opens it
    void browseForToml();
    void browseForPlace();  // where the new one is kept
    void another(bool on) { screen_.choosing = on; }
    void go(PageId page) { session_.go(page); }

  private:
    void suggestFile();

    Session& session_;
    StartScreen screen_;
    std::vector<std::filesystem::path> recent_;
    bool fileTyped_ = false;
};

// What is to be done for this event and when, seen from `now`.
std::vector<Phase> phasesOf(const EventPlan& plan, const FileSizes& sizes, bool closed, TimePoint now, Lang lang);

}  // namespace turnout::desk
