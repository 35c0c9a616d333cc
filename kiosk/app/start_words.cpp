// What the start page shows and says, in the language chosen on it.
#include <algorithm>

#include "kiosk/app/door_numbers.h"
#include "kiosk/app/start_page.h"

namespace turnout::kiosk {
namespace {

// The file in its folder in theirs.
std::filesystem::path endOf(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.parent_path();
    return folder.parent_path().filename() / folder.filename() / file.filename();
}

}  // namespace

std::vector<StartCard> StartPresenter::ways() const {
    if (event() == nullptr || !event()->whole() || doorWay() != DoorWay::both) return {};
    return {{words("entry"), {}, {}, way_ == Direction::entry, false},
            {words("exit"), {}, {}, way_ == Direction::exit, false}};
}

void StartPresenter::rebuild() {
    StartScreen screen;
    screen.lang = lang_;
    screen.about = words("about");
    screen.chinese = "中文";
    screen.english = "English";
    screen.eventTitle = words("event");
    screen.doorTitle = words("door");
    screen.cameraTitle = words("camera");
    screen.volunteerTitle = words("volunteer");
    screen.clock = clock_;
    screen.focused = focused_;
    fillEvents(screen);
    const ShelvedEvent* chosen = event();
    if (chosen != nullptr)
        for (std::size_t i = 0; i < chosen->doors.size(); ++i) {
            const DoorPlan& door = chosen->doors[i];
            const char* way = door.way == DoorWay::exit ? "exit" : door.way == DoorWay::entry ? "entry" : "both";
            screen.doors.push_back({cleanForScreen(door.name), {}, words(way), i == door_, false});
        }
    screen.ways = ways();
    screen.doorIsTyped = typesDoor_;
    const bool reading = chosen != nullptr && chosen->reading;
    screen.newDoor = {words("door"), cleanForScreen(newDoor_.text()), words(reading ? "reading" : "new_door"),
                      focused_ == 1 && !reading && (typesDoor_ || screen.doors.empty())};
    for (std::size_t i = 0; i < cameras_.size(); ++i)
        screen.cameras.push_back({cleanForScreen(cameras_[i]), {}, {}, camera_ == i, false});
    // None is there: that is not the same as that none is wanted.
    if (cameras_.empty())
        screen.cameras.push_back({words("no_camera_yet"), {}, words("no_camera_yet.detail"), !withoutCamera_, false});
    screen.cameras.push_back({words("no_camera"), {}, words("no_camera.detail"), withoutCamera_, false});
    screen.volunteer = {words("volunteer"), cleanForScreen(volunteer_.text()), words("volunteer.hint"), focused_ == 3};
    screen.volunteers = volunteers_;
    screen.start = words("go");
    if (reading)
        screen.wanting = words("reading");
    else if (chosen == nullptr && lookingAbout_)
        screen.wanting = words("looking");
    else if (chosen == nullptr || chosen->trouble)
        screen.wanting = words("wanting.event");
    else if (doorName().empty())
        screen.wanting = words("wanting.door");
    screen.canStart = screen.wanting.empty();
    screen.browse = words("browse");
    if (browsing_) fillBrowser(screen);
    if (trouble_) screen.trouble = trouble_->sentence(lang_);
    screen.keyboard = {keyboard_, figures_, say(Text{"kiosk.keyboard.space", {}}, lang_),
                       say(Text{figures_ ? "kiosk.keyboard.letters" : "kiosk.keyboard.figures", {}}, lang_)};
    screen_ = std::move(screen);
}

void StartPresenter::fillEvents(StartScreen& screen) const {
    const auto& events = events_.all();
    for (std::size_t i = firstEvent_; i < std::min(events.size(), firstEvent_ + kEventsShown); ++i) {
        const ShelvedEvent& one = events[i];
        StartCard card;
        card.chosen = i == events_.chosenPlace();
        if (!one.whole()) {
            card.broken = !one.reading;
            card.title = cleanForScreen(one.path.filename().string());
            card.second = one.reading ? words("reading") : one.trouble->sentence(lang_);
        } else {
            const Lang other = lang_ == Lang::en ? Lang::zh : Lang::en;
            card.title = cleanForScreen(one.name.in(lang_));
            card.second = cleanForScreen(one.name.in(other));
            const bool copied = std::any_of(events.begin(), events.end(), [&](const ShelvedEvent& other_) {
                return &other_ != &one && other_.whole() && other_.name == one.name && other_.starts == one.starts;
            });
            if (copied)  // only where it lies tells it from the other, and of a long line the end is cut
                card.second = cleanForScreen("…/" + endOf(one.path).string());
            else if (card.second == card.title)
                card.second = cleanForScreen(one.path.string());
            card.detail =
                one.zone.date(one.starts) + " · " + say(Text{"kiosk.start.guests", {{"n", number(one.guests)}}}, lang_);
        }
        screen.events.push_back(std::move(card));
    }
    screen.looking = events.empty() && lookingAbout_;
    if (events.empty()) screen.noEvents = words(screen.looking ? "looking" : "no_events");
    screen.another = words("another");
    screen.moreEvents = events.size() > kEventsShown;
}

void StartPresenter::fillBrowser(StartScreen& screen) const {
    screen.browsing = true;
    screen.path = {words("path"), cleanForScreen(browser_.typed()), words("path.hint"), true, browser_.allSelected()};
    for (std::size_t i = 0; i < browser_.entries().size(); ++i) {
        const FolderEntry& entry = browser_.entries()[i];
        const std::string name = cleanForScreen(entry.path.filename().string());
        StartCard card;
        card.title = i == 0 && browser_.firstIsAbove() ? words("path.above") : name;
        card.detail = entry.folder ? words("path.folder") : std::string();
        card.chosen = browser_.selected() == i;
        screen.entries.push_back(std::move(card));
    }
    screen.looking = browser_.reading();
    if (browser_.entries().size() == (browser_.firstIsAbove() ? 1U : 0U))
        screen.noEntries = words(browser_.reading()     ? "path.reading"
                                 : !browser_.readable() ? "path.unreadable"
                                 : browser_.begun()     ? "path.nothing"
                                                        : "path.empty");
    screen.wanting.clear();
    screen.start = words("path.open");
    screen.canStart = browser_.selected().has_value();
}

}  // namespace turnout::kiosk
