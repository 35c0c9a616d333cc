#include "kiosk/app/menu_page.h"

#include <algorithm>

#include "common/domain/door_name.h"
#include "kiosk/app/ask_page.h"
#include "kiosk/app/door_numbers.h"
#include "kiosk/app/emergency_page.h"
#include "kiosk/app/group_page.h"
#include "kiosk/app/pin_page.h"
#include "kiosk/app/self_test_page.h"
#include "kiosk/app/settings_page.h"

namespace turnout::kiosk {
namespace {

PageWish asking(DoorRequest::Kind kind, bool on = false) {
    PageWish wish;
    DoorRequest request;
    request.kind = kind;
    request.on = on;
    wish.requests.push_back(std::move(request));
    wish.close = true;
    return wish;
}

using Then = std::function<PageWish(const PageContext&)>;

PageWish locked(const PageContext& context, Then then) {
    return context.state.mayChange() ? then(context) : opening(std::make_unique<PinPage>(std::move(then)));
}

PageWish asked(const char* key, std::vector<std::pair<std::string, std::string>> args, Then yes) {
    return opening(std::make_unique<AskPage>(key, std::move(args), std::move(yes)));
}

// From then on nothing counts: at a door that lets people in already that is asked.
PageWish beginRehearsal(const PageContext& context) {
    const auto start = [](const PageContext&) { return asking(DoorRequest::Kind::rehearse, true); };
    // Who came back was let in twice; of those who do not count (performers, ushers) only this door's are known.
    const std::int64_t arrived = context.counts.guests.arrived,
                       live = arrived > 0 ? arrived : context.counts.admittedHere;
    if (live == 0) return start(context);
    return asked("ask.rehearsal", {{"n", number(live)}}, start);
}

}  // namespace

PageWish leaving(DoorRequest::Kind how, const PageContext& context) {
    const auto leave = [how](const PageContext&) { return asking(how); };
    const bool pin = !context.state.mayChange();
    return locked(context, [how, leave, pin](const PageContext& now) {
        if (now.health.notRecording())
            return asked("ask.leave", {{"n", number(static_cast<std::int64_t>(now.health.waiting))}}, leave);
        return pin || how != DoorRequest::Kind::close ? leave(now) : asked("ask.close", {}, leave);
    });
}

DoorState withVolunteer(DoorState state, const std::string& name) {
    const std::string clean = shorten(cleanForScreen(name), 40);
    if (clean.empty()) return state;
    state.volunteer = clean;
    std::erase(state.volunteers, clean);
    state.volunteers.insert(state.volunteers.begin(), clean);
    if (state.volunteers.size() > kVolunteersKept) state.volunteers.resize(kVolunteersKept);
    return state;
}

PageWish MenuPage::take(const std::string& name, const PageContext& context) {
    PageWish wish;
    wish.state = withVolunteer(context.state, name);
    wish.close = true;
    return wish;
}

// While nothing is recorded there is the way to who is inside, to another file and out. A paper list is of those who
// came in.
bool MenuPage::isThere(Tile tile, const PageContext& context) {
    switch (tile) {
        case Tile::paper: return !context.health.notRecording() && context.direction == Direction::entry;
        case Tile::selfTest:
        case Tile::rehearsal:
        case Tile::settings: return !context.health.notRecording();
        default: return true;
    }
}

PageWish MenuPage::press(Tile tile, const PageContext& context) {
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
        case Tile::door: return leaving(DoorRequest::Kind::changeDoor, context);
        case Tile::rehearsal:
            return locked(context, [](const PageContext& now) {
                return now.counts.rehearsal ? asking(DoorRequest::Kind::rehearse, false) : beginRehearsal(now);
            });
        case Tile::settings:
            return locked(context, [](const PageContext&) { return opening(std::make_unique<SettingsPage>()); });
        case Tile::close: return leaving(DoorRequest::Kind::close, context);
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
            if (press.value < kTiles) {
                const auto tile = static_cast<Tile>(press.value);
                return isThere(tile, context) ? this->press(tile, context) : PageWish{};
            }
            if (press.value - kTiles < context.state.volunteers.size())
                return take(context.state.volunteers[press.value - kTiles], context);
            break;
        case DoorAction::focus: keyboard_ = true; break;
        case DoorAction::letter: typed_.addToName(press.value); break;
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
PageWish MenuPage::removeTyped(std::size_t characters, const PageContext&) {
    typed_.removeLast(characters);
    return {};
}

void MenuPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::menu;
    MenuScreen& page = screen.menu.emplace();
    const DoorState& state = context.state;
    page.title = doorName(context.door.name, context.lang);
    page.volunteerTitle = context.words("menu.volunteer");
    page.volunteer = {context.words("menu.volunteer"), cleanForScreen(typed_.text()),
                      state.volunteer.empty() ? context.words("menu.volunteer.hint") : state.volunteer, true};
    page.volunteers = state.volunteers;
    page.enter = context.words("menu.volunteer.enter");
    const bool lock = !state.mayChange(), rehearsing = context.counts.rehearsal;
    const auto add = [&](Tile tile, const char* key, TileIcon icon, bool on = false, const char* suffix = "") {
        if (!isThere(tile, context)) return;
        const std::string name = std::string("menu.") + key + suffix;
        page.tiles.push_back({context.words(name), context.words(name + ".detail"), icon,
                              tile == Tile::paper ? !state.mayFind() : lock && isLocked(tile), on,
                              static_cast<std::uint32_t>(tile)});
    };
    add(Tile::quiet, "quiet", TileIcon::quiet, state.quiet, state.quiet ? ".off" : "");
    add(Tile::emergency, "emergency", TileIcon::people);
    add(Tile::paper, "paper", TileIcon::paper);
    add(Tile::selfTest, "self_test", TileIcon::test);
    add(Tile::rehearsal, "rehearsal", TileIcon::rehearsal, rehearsing, rehearsing ? ".off" : "");
    add(Tile::settings, "settings", TileIcon::settings);
    add(Tile::door, "door", TileIcon::door);
    add(Tile::close, "close", TileIcon::close, false, context.health.notRecording() ? ".unsaved" : "");
    page.keyboard = {keyboard_, figures_, context.words("keyboard.space"),
                     context.words(figures_ ? "keyboard.letters" : "keyboard.figures")};
}

}  // namespace turnout::kiosk
