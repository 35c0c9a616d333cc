#include "kiosk/app/menu_page.h"

#include <algorithm>

#include "kiosk/app/door_numbers.h"
#include "kiosk/app/group_page.h"
#include "kiosk/app/self_test_page.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kFewestDigits = 4, kMostDigits = 8;
constexpr int kTriesBeforePause = 5;
constexpr std::chrono::seconds kPause{30};
constexpr std::size_t kInsideRows = 10;

PageWish opening(std::unique_ptr<DoorPage> page) {
    PageWish wish;
    wish.open = std::move(page);
    return wish;
}

PageWish asking(DoorRequest::Kind kind, bool on = false) {
    PageWish wish;
    DoorRequest request;
    request.kind = kind;
    request.on = on;
    wish.requests.push_back(std::move(request));
    wish.close = true;
    return wish;
}

}  // namespace

DoorState withVolunteer(DoorState state, const std::string& name) {
    const std::string clean = shorten(cleanForScreen(name), 40);
    if (clean.empty()) return state;
    state.volunteer = clean;
    std::erase(state.volunteers, clean);
    state.volunteers.insert(state.volunteers.begin(), clean);
    if (state.volunteers.size() > kVolunteersKept) state.volunteers.resize(kVolunteersKept);
    return state;
}

// --- menu ---

PageWish MenuPage::take(const std::string& name, const PageContext& context) {
    PageWish wish;
    wish.state = withVolunteer(context.state, name);
    wish.close = true;
    return wish;
}

PageWish MenuPage::press(Tile tile, const PageContext& context) {
    const bool rehearsing = context.counts.rehearsal;
    const auto locked = [&](std::function<PageWish(const PageContext&)> then) {
        return context.state.mayChange() ? then(context) : opening(std::make_unique<PinPage>(std::move(then)));
    };
    switch (tile) {
        case Tile::quiet: {
            PageWish wish;
            wish.state = context.state;
            wish.state->quiet = !context.state.quiet;
            wish.close = true;
            return wish;
        }
        case Tile::emergency: return opening(std::make_unique<EmergencyPage>());
        case Tile::paper: return opening(std::make_unique<GroupPage>(GroupPage::Purpose::paper));
        case Tile::selfTest: return opening(std::make_unique<SelfTestPage>());
        case Tile::door: return locked([](const PageContext&) { return asking(DoorRequest::Kind::changeDoor); });
        case Tile::rehearsal:
            return locked(
                [rehearsing](const PageContext&) { return asking(DoorRequest::Kind::rehearse, !rehearsing); });
        case Tile::settings:
            return locked([](const PageContext&) { return opening(std::make_unique<SettingsPage>()); });
        case Tile::close: return locked([](const PageContext&) { return asking(DoorRequest::Kind::close); });
    }
    return {};
}

PageWish MenuPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back:
            if (keyboard_)
                keyboard_ = false;
            else
                wish.close = true;
            break;
        case DoorAction::pick:
            if (press.value < kTiles) return this->press(static_cast<Tile>(press.value), context);
            if (press.value - kTiles < context.state.volunteers.size())
                return take(context.state.volunteers[press.value - kTiles], context);
            break;
        case DoorAction::focus: keyboard_ = true; break;
        case DoorAction::letter: typed_.add(press.value); break;
        case DoorAction::eraseLetter: typed_.backspace(); break;
        case DoorAction::otherLayer: figures_ = !figures_; break;
        case DoorAction::yes: return take(typed_.text(), context);
        default: break;
    }
    return wish;
}

PageWish MenuPage::onCharacter(char32_t character, const PageContext&) {
    keyboard_ = false;
    typed_.add(character);
    return {};
}
PageWish MenuPage::onBackspace(const PageContext&) {
    typed_.backspace();
    return {};
}
PageWish MenuPage::onEnter(const PageContext& context) {
    return cleanForScreen(typed_.text()).empty() ? PageWish{} : take(typed_.text(), context);
}
PageWish MenuPage::removeTyped(std::size_t characters, const PageContext&) {
    typed_.removeLast(characters);
    return {};
}

void MenuPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::menu;
    MenuScreen& page = screen.menu.emplace();
    const DoorState& state = context.state;
    page.title = cleanForScreen(context.door.name);
    page.volunteerTitle = context.words("menu.volunteer");
    page.volunteer = {context.words("menu.volunteer"), cleanForScreen(typed_.text()),
                      state.volunteer.empty() ? context.words("menu.volunteer.hint") : state.volunteer, true};
    page.volunteers = state.volunteers;
    page.enter = context.words("menu.volunteer.enter");
    const bool lock = !state.mayChange(), rehearsing = context.counts.rehearsal;
    const auto tile = [&](const char* key, TileIcon icon, bool on = false, const char* suffix = "") {
        const std::string name = std::string("menu.") + key + suffix;
        page.tiles.push_back({context.words(name), context.words(name + ".detail"), icon,
                              lock && isLocked(static_cast<Tile>(page.tiles.size())), on});
    };
    tile("quiet", TileIcon::quiet, state.quiet, state.quiet ? ".off" : "");
    tile("emergency", TileIcon::people);
    tile("paper", TileIcon::paper);
    tile("self_test", TileIcon::test);
    tile("rehearsal", TileIcon::rehearsal, rehearsing, rehearsing ? ".off" : "");
    tile("settings", TileIcon::settings);
    tile("door", TileIcon::door);
    tile("close", TileIcon::close);
    page.keyboard = {keyboard_, figures_, context.words("keyboard.space"),
                     context.words(figures_ ? "keyboard.letters" : "keyboard.figures")};
}

// --- PIN ---

PageWish PinPage::enter(const PageContext& context) {
    PageWish wish;
    if (asked_ || digits_.size() < kFewestDigits || context.now < pausedUntil_) return wish;
    if (setting_) {
        DoorRequest request;
        request.kind = DoorRequest::Kind::setPin;
        request.text = digits_;
        wish.requests.push_back(std::move(request));
        wish.state = context.state;
        wish.state->hasPin = true;
        wish.state->unlocked = true;
        wish.close = true;
        return wish;
    }
    asked_ = true;
    wish.question = PeopleQuestion{PeopleQuestion::Kind::pin, digits_, {}};
    return wish;
}

PageWish PinPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back: wish.close = true; break;
        case DoorAction::letter: return onCharacter(press.value, context);
        case DoorAction::eraseLetter: return onBackspace(context);
        case DoorAction::yes: return enter(context);
        default: break;
    }
    return wish;
}

PageWish PinPage::onCharacter(char32_t character, const PageContext&) {
    if (asked_ || character < U'0' || character > U'9' || digits_.size() >= kMostDigits) return {};
    wrong_ = false;
    digits_ += static_cast<char>(character);
    return {};
}
PageWish PinPage::onBackspace(const PageContext&) {
    if (!asked_ && !digits_.empty()) digits_.pop_back();
    return {};
}
PageWish PinPage::onEnter(const PageContext&) {
    return {};  // a scanner types it
}
PageWish PinPage::removeTyped(std::size_t characters, const PageContext&) {
    // A burst has more than digits; what of it came here is gone, and a half-typed PIN with it.
    if (characters > 0) digits_.clear();
    return {};
}

void PinPage::onPeople(People people, const PageContext& context) {
    if (people.question.kind != PeopleQuestion::Kind::pin || !asked_) return;
    asked_ = false;
    digits_.clear();
    right_ = people.pinRight;
    wrong_ = !people.pinRight;
    if (wrong_ && ++tries_ % kTriesBeforePause == 0) pausedUntil_ = context.now + kPause;
}

PageWish PinPage::afterPeople(const PageContext& context) {
    if (!right_) return {};
    PageContext unlocked = context;
    unlocked.state.unlocked = true;
    PageWish wish = then_ ? then_(unlocked) : PageWish{};
    if (!wish.state) wish.state = unlocked.state;
    wish.state->unlocked = true;
    if (!wish.open) wish.close = true;
    return wish;
}

PageWish PinPage::onCounts(const PageContext&) {
    return {};
}

void PinPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::pin;
    PinScreen& page = screen.pin.emplace();
    page.title = context.words(setting_ ? "pin.new" : "pin.title");
    page.scanningGoesOn = context.words("pin.scanning");
    page.explanation = context.words("pin.explanation");
    page.detail = context.words(setting_ ? "pin.new.detail" : "pin.detail");
    if (context.now < pausedUntil_)
        page.wrong = context.words(
            "pin.pause", {{"s", number(std::chrono::ceil<std::chrono::seconds>(pausedUntil_ - context.now).count())}});
    else if (wrong_)
        page.wrong = context.words("pin.wrong");
    page.digits = digits_.size();
    page.most = kMostDigits;
    page.canEnter = digits_.size() >= kFewestDigits && !asked_ && context.now >= pausedUntil_;
}

// --- who is inside ---

PageWish EmergencyPage::begin(const PageContext&) {
    PageWish wish;
    wish.question = PeopleQuestion{PeopleQuestion::Kind::inside, {}, {}};
    return wish;
}

PageWish EmergencyPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    std::size_t rows = people_.guests.size();
    switch (press.action) {
        case DoorAction::back: wish.close = true; break;
        case DoorAction::up: first_ -= std::min<std::size_t>(first_, 1); break;
        case DoorAction::down: first_ = std::min(first_ + 1, rows > 0 ? rows - 1 : 0); break;
        case DoorAction::pageUp: first_ -= std::min(first_, kInsideRows); break;
        case DoorAction::pageDown: first_ = std::min(first_ + kInsideRows, rows > 0 ? rows - 1 : 0); break;
        case DoorAction::print:
        case DoorAction::yes:
            printed_ = context.words("emergency.printing");
            wish.question =
                PeopleQuestion{PeopleQuestion::Kind::printInside, context.lang == Lang::zh ? "zh" : "en", {}};
            break;
        default: break;
    }
    return wish;
}

void EmergencyPage::onPeople(People people, const PageContext& context) {
    if (people.question.kind == PeopleQuestion::Kind::printInside) {
        printed_ = people.trouble ? people.trouble->sentence(context.lang)
                                  : context.words(people.sentToPrinter ? "emergency.printed" : "emergency.saved",
                                                  {{"file", people.file}});
    } else if (people.question.kind == PeopleQuestion::Kind::inside) {
        people_ = std::move(people);
        known_ = true;
    }
}

PageWish EmergencyPage::onCounts(const PageContext& context) {
    return begin(context);
}

void EmergencyPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::emergency;
    EmergencyScreen& page = screen.emergency.emplace();
    page.title = context.words("emergency.title");
    page.count = context.words("emergency.count", {{"n", number(static_cast<std::int64_t>(people_.guests.size()))}});
    page.honest = context.words(people_.exitsScanned ? "emergency.exits_scanned" : "emergency.no_exits");
    page.print = context.words("emergency.print");
    page.printed = printed_;
    if (known_ && people_.guests.empty()) page.empty = context.words("emergency.nobody");
    const Names* last = nullptr;
    for (std::size_t i = 0; i < people_.guests.size(); ++i) {
        const Guest& guest = people_.guests[i].guest;
        if (last == nullptr || *last != guest.affiliation) {
            const std::string name = cleanForScreen(guest.affiliation.in(context.lang));
            const auto same = std::count_if(people_.guests.begin(), people_.guests.end(), [&](const FoundGuest& other) {
                return other.guest.affiliation == guest.affiliation;
            });
            page.rows.push_back(
                {true, name.empty() ? context.words("emergency.no_university") : name, number(same), {}});
            last = &guest.affiliation;
        }
        std::string detail;
        if (i < people_.now.size() && people_.now[i].entry)
            detail = cleanForScreen(people_.now[i].entry->doorName) + " · " +
                     context.event.zone.clockTime(people_.now[i].entry->at);
        page.rows.push_back({false, cleanForScreen(guest.name), std::move(detail), guest.country});
    }
    page.first = std::min(first_, page.rows.empty() ? 0 : page.rows.size() - 1);
}

// --- another name ---

PageWish RenamePage::begin(const PageContext& context) {
    typed_.set(context.door.name);
    return {};
}

PageWish RenamePage::rename() {
    PageWish wish;
    if (cleanForScreen(typed_.text()).empty()) return wish;
    DoorRequest request;
    request.kind = DoorRequest::Kind::renameDoor;
    request.text = typed_.text();
    wish.requests.push_back(std::move(request));
    wish.close = true;
    return wish;
}

PageWish RenamePage::handle(const DoorPress& press, const PageContext&) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back: wish.close = true; break;
        case DoorAction::focus: keyboard_ = true; break;
        case DoorAction::letter: typed_.add(press.value); break;
        case DoorAction::eraseLetter: typed_.backspace(); break;
        case DoorAction::otherLayer: figures_ = !figures_; break;
        case DoorAction::yes: return rename();
        default: break;
    }
    return wish;
}

PageWish RenamePage::onCharacter(char32_t character, const PageContext&) {
    keyboard_ = false;
    typed_.add(character);
    return {};
}
PageWish RenamePage::onBackspace(const PageContext&) {
    typed_.backspace();
    return {};
}
PageWish RenamePage::onEnter(const PageContext&) {
    return rename();
}
PageWish RenamePage::removeTyped(std::size_t characters, const PageContext&) {
    typed_.removeLast(characters);
    return {};
}

void RenamePage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::menu;
    MenuScreen& page = screen.menu.emplace();
    page.title = context.words("settings.name");
    page.volunteerTitle = context.words("rename.detail");
    page.volunteer = {page.title, cleanForScreen(typed_.text()), cleanForScreen(context.door.name), true};
    page.enter = context.words("rename.enter");
    page.keyboard = {keyboard_, figures_, context.words("keyboard.space"),
                     context.words(figures_ ? "keyboard.letters" : "keyboard.figures")};
}

// --- settings ---

PageWish SettingsPage::change(Row row, int by, const PageContext& context) {
    PageWish wish;
    DoorState state = context.state;
    switch (row) {
        case Row::camera: {
            if (state.cameras.empty()) return wish;
            const auto at = std::find(state.cameras.begin(), state.cameras.end(), state.camera);
            const auto count = static_cast<std::ptrdiff_t>(state.cameras.size());
            const auto now = at == state.cameras.end() ? 0 : at - state.cameras.begin() + by;
            state.camera = state.cameras[static_cast<std::size_t>(((now % count) + count) % count)];
            break;
        }
        case Row::mirror: state.mirrored = !state.mirrored; break;
        case Row::volume: state.volume = std::clamp(state.volume + 10 * by, 0, 100); break;
        case Row::language: state.otherLanguage = !state.otherLanguage; break;
        case Row::closed: {
            DoorRequest request;
            request.kind = DoorRequest::Kind::closeDoor;
            request.on = !context.counts.closed;
            wish.requests.push_back(std::move(request));
            return wish;
        }
        case Row::name: return opening(std::make_unique<RenamePage>());
        case Row::pin: return opening(std::make_unique<PinPage>(nullptr, true));
    }
    wish.state = std::move(state);
    DoorRequest keep;
    keep.kind = DoorRequest::Kind::changeSettings;
    wish.requests.push_back(std::move(keep));
    return wish;
}

PageWish SettingsPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    const auto row = [&] { return static_cast<Row>(std::min<std::size_t>(press.value, kRows - 1)); };
    switch (press.action) {
        case DoorAction::back: wish.close = true; break;
        case DoorAction::up: focused_ = (focused_ + kRows - 1) % kRows; break;
        case DoorAction::down: focused_ = (focused_ + 1) % kRows; break;
        case DoorAction::left: return change(static_cast<Row>(focused_), -1, context);
        case DoorAction::right:
        case DoorAction::yes: return change(static_cast<Row>(focused_), 1, context);
        case DoorAction::less: return change(row(), -1, context);
        case DoorAction::more:
        case DoorAction::toggle: return change(row(), 1, context);
        default: break;
    }
    return wish;
}

void SettingsPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::settings;
    SettingsScreen& page = screen.settings.emplace();
    const DoorState& state = context.state;
    page.title = context.words("settings.title");
    page.locksItself = context.words("settings.locks");
    page.focused = focused_;
    const auto row = [&](const char* key, std::string value, bool toggle, bool on, bool steps) {
        const std::string name = std::string("settings.") + key;
        page.rows.push_back(
            {context.words(name), context.words(name + ".detail"), std::move(value), toggle, on, steps});
    };
    const auto onOff = [&](bool on) { return context.words(on ? "settings.on" : "settings.off"); };
    row("camera",
        state.camera.empty() || state.cameras.empty() ? context.words("settings.camera.none")
                                                      : cleanForScreen(state.camera),
        false, false, state.cameras.size() > 1);
    row("mirror", onOff(state.mirrored), true, state.mirrored, false);
    row("volume", context.words("settings.percent", {{"n", number(state.volume)}}), false, false, true);
    row("language", context.words("settings.language.other"), false, false, false);
    page.rows.back().press = true;
    row("closed", onOff(context.counts.closed), true, context.counts.closed, false);
    row("name", context.words("settings.name.change"), false, false, false);
    page.rows.back().press = true;
    row("pin", context.words(state.hasPin ? "settings.pin.set" : "settings.pin.none"), false, false, false);
    page.rows.back().press = true;
}

}  // namespace turnout::kiosk
