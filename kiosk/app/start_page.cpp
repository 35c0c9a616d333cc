#include "kiosk/app/start_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/options.h"

namespace turnout::kiosk {

StartPresenter::StartPresenter(std::vector<ShelvedEvent> events, const Preferences& preferences, Lang lang,
                               Elsewhere elsewhere, Direction way)
    : events_(std::move(events)),
      elsewhere_(std::move(elsewhere)),
      lookingAbout_(elsewhere_.lyingAbout),
      rememberedDoor_(preferences.door),
      wantedCamera_(preferences.camera),
      volunteers_(preferences.volunteers),
      way_(way),
      lang_(lang) {
    volunteer_.set(shorten(cleanForScreen(preferences.volunteer), 40));
    beginDoors();
    rebuild();
}

// Another event is chosen, or the chosen one has been read: its doors, with last time's chosen.
void StartPresenter::beginDoors() {
    door_ = 0;
    typesDoor_ = false;
    const ShelvedEvent* chosen = event();
    if (chosen == nullptr || chosen->reading) return;
    const auto& doors = chosen->doors;
    for (std::size_t i = 0; i < doors.size(); ++i)
        if (doors[i].name == rememberedDoor_) door_ = i;
    if (doors.empty() && newDoor_.empty()) newDoor_.set(rememberedDoor_);
    typesDoor_ = focused_ == 1 && doorIsNamed();
}

// By typing: none of the event's doors is chosen, once it is known which it has.
bool StartPresenter::doorIsNamed() const {
    const ShelvedEvent* chosen = event();
    return chosen != nullptr && !chosen->reading && door_ >= chosen->doors.size();
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

bool StartPresenter::noCamera() const {
    return camera_ >= cameras_.size();
}

// Of each camera, in place of all of them one that is still to come, and none.
std::size_t StartPresenter::cameraCards() const {
    return std::max<std::size_t>(cameras_.size(), 1) + 1;
}

std::string StartPresenter::chosenCamera() const {
    return noCamera() ? std::string() : cameras_[camera_];
}

void StartPresenter::chooseCamera(std::size_t which) {
    camera_ = std::min(which, cameraCards() - 1);
    cameraChosen_ = !noCamera();
    withoutCamera_ = camera_ == cameraCards() - 1;
    if (cameraChosen_) wantedCamera_ = chosenCamera();
}

void StartPresenter::wantNoCamera() {
    chooseCamera(cameraCards());
    rebuild();
}

void StartPresenter::onCameras(std::vector<std::string> names) {
    if (names == cameras_ && !screen_.cameras.empty()) return;
    cameras_ = std::move(names);
    const auto same = std::find(cameras_.begin(), cameras_.end(), wantedCamera_);
    camera_ = withoutCamera_           ? cameraCards() - 1
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
        events_.choose(step(events_.chosenPlace(), events_.all().size()));
        beginDoors();
        const std::size_t at = events_.chosenPlace();
        if (at < firstEvent_ || at >= firstEvent_ + kEventsShown) firstEvent_ = at;
    } else if (focused_ == 1 && event() != nullptr) {
        door_ = step(door_, event()->doors.size());
    } else if (focused_ == 2) {
        chooseCamera(step(camera_, cameraCards()));
    }
}

void StartPresenter::take(const std::filesystem::path& file) {
    events_.open(file);
    firstEvent_ = 0;
    focused_ = 0;
    browsing_ = keyboard_ = false;
    beginDoors();
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
        case StartAction::start:
            if (const auto which = browser_.selected()) openEntry(*which);
            return true;
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

void StartPresenter::onSelectAll() {
    if (!browsing_) return;
    browser_.selectAll();
    rebuild();
}

void StartPresenter::onDropped(const std::filesystem::path& file) {
    take(file);
    rebuild();
}

std::vector<Unread> StartPresenter::wanted() const {
    std::vector<Unread> all;
    if (browsing_)
        if (const auto folder = browser_.wanted()) all.push_back({Unread::What::folder, *folder});
    for (const std::filesystem::path& file : events_.wanted()) all.push_back({Unread::What::event, file});
    if (lookingAbout_) all.push_back({Unread::What::lyingAbout, {}});
    return all;
}

void StartPresenter::onLyingAbout(const std::vector<std::filesystem::path>& files) {
    lookingAbout_ = false;
    events_.add(files);
    rebuild();
}

void StartPresenter::onFolder(const std::filesystem::path& folder, FolderListing listing) {
    browser_.onRead(folder, std::move(listing));
    rebuild();
}

void StartPresenter::onEvent(const std::filesystem::path& asked, ShelvedEvent read) {
    const std::optional<ShelvedEvent> before = event() != nullptr ? std::optional(*event()) : std::nullopt;
    events_.onRead(asked, std::move(read));
    if (firstEvent_ >= events_.all().size()) firstEvent_ = 0;
    const bool same = before && !before->reading && event() != nullptr && event()->path == before->path;
    if (!same) beginDoors();
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
            events_.choose(firstEvent_ + press.value);
            beginDoors();
            focused_ = 0;
            break;
        case StartAction::anotherEvents:
            firstEvent_ = firstEvent_ + kEventsShown < events_.all().size() ? firstEvent_ + kEventsShown : 0;
            break;
        case StartAction::chooseDoor:
            if (event() != nullptr && press.value < event()->doors.size()) door_ = press.value;
            focused_ = 1;
            typesDoor_ = false;
            break;
        case StartAction::typeDoor:
            focused_ = 1;
            if (event() == nullptr || event()->reading) break;
            door_ = event()->doors.size();
            keyboard_ = true;
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
    typesDoor_ = focused_ == 1 && doorIsNamed();
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
    const std::string clock = chosen != nullptr && chosen->whole() ? chosen->zone.clockTime(now) : std::string();
    if (clock == clock_) return;
    clock_ = clock;
    rebuild();
}

}  // namespace turnout::kiosk
