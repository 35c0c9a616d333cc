#include "kiosk/app/start_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/door_numbers.h"
#include "kiosk/app/options.h"

namespace turnout::kiosk {

StartPresenter::StartPresenter(std::vector<ShelvedEvent> events, const Preferences& preferences, Lang lang,
                               Elsewhere elsewhere, Direction way)
    : events_(std::move(events)),
      elsewhere_(std::move(elsewhere)),
      browser_(elsewhere_.look),
      rememberedDoor_(preferences.door),
      wantedCamera_(preferences.camera),
      volunteers_(preferences.volunteers),
      way_(way),
      lang_(lang) {
    volunteer_.set(shorten(cleanForScreen(preferences.volunteer), 40));
    const auto whole =
        std::find_if(events_.begin(), events_.end(), [](const ShelvedEvent& event) { return !event.trouble; });
    chooseEvent(whole == events_.end() ? 0 : static_cast<std::size_t>(whole - events_.begin()));
    rebuild();
}

const ShelvedEvent* StartPresenter::event() const {
    return event_ < events_.size() ? &events_[event_] : nullptr;
}

void StartPresenter::chooseEvent(std::size_t which) {
    if (which >= events_.size()) return;
    event_ = which;
    door_ = 0;
    const auto& doors = events_[event_].doors;
    for (std::size_t i = 0; i < doors.size(); ++i)
        if (doors[i].name == rememberedDoor_) door_ = i;
    if (doors.empty() && newDoor_.empty()) newDoor_.set(rememberedDoor_);
    typesDoor_ = false;
}

std::string StartPresenter::doorName() const {
    const ShelvedEvent* chosen = event();
    if (chosen == nullptr) return {};
    return door_ < chosen->doors.size() ? chosen->doors[door_].name : cleanForScreen(newDoor_.text());
}

// A door that is named here is made for both ways.
DoorWay StartPresenter::doorWay() const {
    const ShelvedEvent* chosen = event();
    return chosen != nullptr && door_ < chosen->doors.size() ? chosen->doors[door_].way : DoorWay::both;
}

std::vector<StartCard> StartPresenter::ways() const {
    if (event() == nullptr || event()->trouble || doorWay() != DoorWay::both) return {};
    return {{words("entry"), {}, {}, way_ == Direction::entry, false},
            {words("exit"), {}, {}, way_ == Direction::exit, false}};
}

bool StartPresenter::noCamera() const {
    return camera_ >= cameras_.size();
}

std::string StartPresenter::chosenCamera() const {
    return noCamera() ? std::string() : cameras_[camera_];
}

void StartPresenter::chooseCamera(std::size_t which) {
    camera_ = which;
    cameraChosen_ = !noCamera();
    withoutCamera_ = noCamera();
    if (cameraChosen_) wantedCamera_ = chosenCamera();
}

void StartPresenter::onCameras(std::vector<std::string> names) {
    if (names == cameras_ && !screen_.cameras.empty()) return;
    cameras_ = std::move(names);
    const auto same = std::find(cameras_.begin(), cameras_.end(), wantedCamera_);
    camera_ = withoutCamera_           ? cameras_.size()
              : same == cameras_.end() ? 0
                                       : static_cast<std::size_t>(same - cameras_.begin());
    rebuild();
}

void StartPresenter::move(int by) {
    const auto step = [by](std::size_t at, std::size_t count) {
        if (count == 0) return at;
        const auto moved = static_cast<std::ptrdiff_t>(std::min(at, count - 1)) + by;
        return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(moved, 0, static_cast<std::ptrdiff_t>(count) - 1));
    };
    if (focused_ == 0) {
        chooseEvent(step(event_, events_.size()));
        if (event_ < firstEvent_ || event_ >= firstEvent_ + kEventsShown) firstEvent_ = event_;
    } else if (focused_ == 1 && event() != nullptr) {
        door_ = step(door_, event()->doors.size());
    } else if (focused_ == 2) {
        chooseCamera(step(camera_, cameras_.size() + 1));
    }
}

// A file from elsewhere stands first from now on; read again when it was there before.
void StartPresenter::take(const std::filesystem::path& file) {
    std::erase_if(events_, [&](const ShelvedEvent& event) { return event.path == file; });
    events_.insert(events_.begin(), elsewhere_.read(file));
    firstEvent_ = 0;
    focused_ = 0;
    browsing_ = keyboard_ = false;
    chooseEvent(0);
}

void StartPresenter::openEntry(std::size_t which) {
    if (const auto file = browser_.open(which)) take(*file);
}

// What a press means while a file is looked for; false: the same as ever.
bool StartPresenter::handleBrowsing(const StartPress& press) {
    switch (press.action) {
        case StartAction::back:
            if (!std::exchange(keyboard_, false)) browsing_ = false;
            return true;
        case StartAction::up: browser_.move(-1); return true;
        case StartAction::down: browser_.move(1); return true;
        case StartAction::left:
        case StartAction::right: return true;
        case StartAction::start: openEntry(browser_.selected()); return true;
        case StartAction::openEntry: openEntry(press.value); return true;
        case StartAction::typePath: keyboard_ = true; return true;
        default: return false;
    }
}

void StartPresenter::onPaste(const std::string& text) {
    if (!browsing_) return;
    browser_.paste(text);
    rebuild();
}

void StartPresenter::onDropped(const std::filesystem::path& file) {
    take(file);
    rebuild();
}

void StartPresenter::tell(const Error& error) {
    trouble_ = error;
    rebuild();
}

void StartPresenter::handle(StartPress press) {
    trouble_.reset();
    if (browsing_ && handleBrowsing(press)) {
        rebuild();
        return;
    }
    switch (press.action) {
        case StartAction::browse:
            browsing_ = true;
            keyboard_ = false;
            browser_.enter(elsewhere_.home);
            break;
        case StartAction::openEntry:
        case StartAction::typePath: break;
        case StartAction::chooseEvent:
            chooseEvent(firstEvent_ + press.value);
            focused_ = 0;
            break;
        case StartAction::anotherEvents:
            firstEvent_ = firstEvent_ + kEventsShown < events_.size() ? firstEvent_ + kEventsShown : 0;
            break;
        case StartAction::chooseDoor:
            if (event() != nullptr && press.value < event()->doors.size()) door_ = press.value;
            focused_ = 1;
            typesDoor_ = false;
            break;
        case StartAction::typeDoor:
            focused_ = 1;
            typesDoor_ = keyboard_ = true;
            if (event() != nullptr) door_ = event()->doors.size();
            break;
        case StartAction::chooseWay:
            if (doorWay() == DoorWay::both) way_ = press.value == 0 ? Direction::entry : Direction::exit;
            break;
        case StartAction::otherWay:
            if (doorWay() == DoorWay::both) way_ = way_ == Direction::entry ? Direction::exit : Direction::entry;
            break;
        case StartAction::chooseCamera:
            chooseCamera(press.value);
            focused_ = 2;
            break;
        case StartAction::typeVolunteer:
            focused_ = 3;
            keyboard_ = true;
            break;
        case StartAction::chooseVolunteer:
            if (press.value < volunteers_.size()) volunteer_.set(volunteers_[press.value]);
            volunteerTyped_ = false;
            break;
        case StartAction::letter: onCharacter(press.value); return;
        case StartAction::eraseLetter: onBackspace(); return;
        case StartAction::otherLayer: figures_ = !figures_; break;
        case StartAction::chinese: lang_ = Lang::zh; break;
        case StartAction::english: lang_ = Lang::en; break;
        case StartAction::back: keyboard_ = false; break;
        case StartAction::up: focused_ = (focused_ + 3) % 4; break;
        case StartAction::down: focused_ = (focused_ + 1) % 4; break;
        case StartAction::left: move(-1); break;
        case StartAction::right: move(1); break;
        case StartAction::start:
            if (!screen_.canStart) break;
            taken_ = StartChoice{event()->path,
                                 doorName(),
                                 cameraChosen_ ? wantedCamera_ : std::string(),
                                 shorten(cleanForScreen(volunteer_.text()), 40),
                                 withoutCamera_,
                                 directionAt(doorWay(), way_),
                                 lang_};
            break;
    }
    const ShelvedEvent* chosen = event();
    typesDoor_ = focused_ == 1 && chosen != nullptr && door_ >= chosen->doors.size();
    rebuild();
}

void StartPresenter::onCharacter(char32_t character) {
    if (browsing_) {
        browser_.type(character);
    } else if (typesDoor_ && focused_ == 1) {
        newDoor_.add(character);
    } else {
        if (!std::exchange(volunteerTyped_, true)) {  // somebody else than last time
            before_ = {volunteer_, focused_};
            volunteer_.clear();
        }
        focused_ = 3;
        volunteer_.add(character);
    }
    rebuild();
}

void StartPresenter::onBackspace() {
    if (browsing_)
        browser_.backspace();
    else
        (typesDoor_ && focused_ == 1 ? newDoor_ : volunteer_).backspace();
    rebuild();
}

void StartPresenter::onScan(std::size_t characters) {
    if (browsing_) {
        browser_.removeTyped(characters);
    } else if (typesDoor_ && focused_ == 1) {
        newDoor_.removeLast(characters);
    } else {
        volunteer_.removeLast(characters);
        if (volunteer_.empty() && std::exchange(volunteerTyped_, false)) {
            volunteer_ = before_.volunteer;
            focused_ = before_.focused;
        }
    }
    tell(makeError(Fault::refusedByRules, "kiosk.start.scanned"));
}

void StartPresenter::tick(TimePoint now) {
    const ShelvedEvent* chosen = event();
    const std::string clock = chosen != nullptr && !chosen->trouble ? chosen->zone.clockTime(now) : std::string();
    if (clock == clock_) return;
    clock_ = clock;
    rebuild();
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
    for (std::size_t i = firstEvent_; i < std::min(events_.size(), firstEvent_ + kEventsShown); ++i) {
        const ShelvedEvent& one = events_[i];
        StartCard card;
        card.chosen = i == event_;
        if (one.trouble) {
            card.broken = true;
            card.title = cleanForScreen(one.path.filename().string());
            card.second = one.trouble->sentence(lang_);
        } else {
            const Lang other = lang_ == Lang::en ? Lang::zh : Lang::en;
            card.title = cleanForScreen(one.name.in(lang_));
            card.second = cleanForScreen(one.name.in(other));
            if (card.second == card.title) card.second = cleanForScreen(one.path.string());
            card.detail =
                one.zone.date(one.starts) + " · " + say(Text{"kiosk.start.guests", {{"n", number(one.guests)}}}, lang_);
        }
        screen.events.push_back(std::move(card));
    }
    if (events_.empty()) screen.noEvents = words("no_events");
    screen.another = words("another");
    screen.moreEvents = events_.size() > kEventsShown;
    const ShelvedEvent* chosen = event();
    if (chosen != nullptr)
        for (std::size_t i = 0; i < chosen->doors.size(); ++i) {
            const DoorPlan& door = chosen->doors[i];
            const char* way = door.way == DoorWay::exit ? "exit" : door.way == DoorWay::entry ? "entry" : "both";
            screen.doors.push_back({cleanForScreen(door.name), {}, words(way), i == door_, false});
        }
    screen.ways = ways();
    screen.doorIsTyped = typesDoor_;
    screen.newDoor = {words("door"), cleanForScreen(newDoor_.text()), words("new_door"),
                      focused_ == 1 && (typesDoor_ || screen.doors.empty())};
    for (std::size_t i = 0; i < cameras_.size(); ++i)
        screen.cameras.push_back({cleanForScreen(cameras_[i]), {}, {}, camera_ == i, false});
    // None is there, and nobody said that none is wanted: one that is plugged in later is taken.
    const std::string none = cameras_.empty() && !withoutCamera_ ? "no_camera_yet" : "no_camera";
    screen.cameras.push_back({words(none.c_str()), {}, words((none + ".detail").c_str()), noCamera(), false});
    screen.volunteer = {words("volunteer"), cleanForScreen(volunteer_.text()), words("volunteer.hint"), focused_ == 3};
    screen.volunteers = volunteers_;
    screen.start = words("go");
    if (chosen == nullptr || chosen->trouble)
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

void StartPresenter::fillBrowser(StartScreen& screen) const {
    screen.browsing = true;
    screen.path = {words("path"), cleanForScreen(browser_.typed()), words("path.hint"), true};
    for (std::size_t i = 0; i < browser_.entries().size(); ++i) {
        const FolderEntry& entry = browser_.entries()[i];
        const std::string name = cleanForScreen(entry.path.filename().string());
        StartCard card;
        card.title =
            i == 0 && entry.folder && browser_.typed().starts_with(entry.path.string()) ? words("path.above") : name;
        card.detail = entry.folder ? words("path.folder") : std::string();
        card.chosen = i == browser_.selected();
        screen.entries.push_back(std::move(card));
    }
    if (screen.entries.empty()) screen.noEntries = words("path.nothing");
    screen.start = words("path.open");
    screen.canStart = !screen.entries.empty();
}

}  // namespace turnout::kiosk
