#include "kiosk/app/settings_page.h"

#include <algorithm>

#include "kiosk/app/door_numbers.h"
#include "kiosk/app/pin_page.h"

namespace turnout::kiosk {

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
    wish.open = std::make_unique<SettingsPage>();
    return wish;
}

PageWish RenamePage::handle(const DoorPress& press, const PageContext&) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back: return opening(std::make_unique<SettingsPage>());
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

namespace {

// The one that was chosen; a film or a pipeline was chosen on the command line.
std::string cameraWords(const PageContext& context) {
    const auto& cameras = context.state.cameras;
    const std::string& name = context.health.cameraName;
    const bool plays = context.health.camera == CameraState::live &&
                       std::find(cameras.begin(), cameras.end(), name) == cameras.end() && !name.empty();
    if (plays) return name;
    return context.state.camera.empty() || cameras.empty() ? context.words("settings.camera.none")
                                                           : cleanForScreen(context.state.camera);
}

}  // namespace

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
        case Row::light: state.light.step = std::clamp(state.light.step + by, -kMostLightSteps, kMostLightSteps); break;
        case Row::lamp: state.light.lamp = !state.light.lamp; break;
        case Row::mirror: state.mirrored = !state.mirrored; break;
        case Row::volume: state.volume = std::clamp(state.volume + 10 * by, 0, 100); break;
        case Row::language: state.otherLanguage = !state.otherLanguage; break;
        case Row::scanOnly: state.scanOnly = !state.scanOnly; break;
        case Row::closed: {
            DoorRequest request;
            request.kind = DoorRequest::Kind::closeDoor;
            request.on = !context.counts.closed;
            wish.requests.push_back(std::move(request));
            return wish;
        }
        case Row::name: return opening(std::make_unique<RenamePage>());
        case Row::pin: {
            const auto back = [](const PageContext&) { return opening(std::make_unique<SettingsPage>()); };
            return opening(std::make_unique<PinPage>(back, true));
        }
    }
    wish.state = std::move(state);
    DoorRequest keep;
    keep.kind = DoorRequest::Kind::changeSettings;
    wish.requests.push_back(std::move(keep));
    return wish;
}

std::vector<SettingsPage::Row> SettingsPage::rows(const DoorState& state) {
    std::vector<Row> rows{Row::camera};
    if (state.lightOffer.steps) rows.push_back(Row::light);
    if (state.lightOffer.lamp) rows.push_back(Row::lamp);
    for (const Row row : {Row::mirror, Row::volume, Row::language, Row::scanOnly, Row::closed, Row::name, Row::pin})
        rows.push_back(row);
    return rows;
}

PageWish SettingsPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    const std::vector<Row> all = rows(context.state);
    const Row pressed = all[std::min<std::size_t>(press.value, all.size() - 1)];
    switch (press.action) {
        case DoorAction::back: wish.close = true; break;
        case DoorAction::less: return change(pressed, -1, context);
        case DoorAction::more:
        case DoorAction::toggle: return change(pressed, 1, context);
        default: break;
    }
    return wish;
}

void SettingsPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::settings;
    SettingsScreen& page = screen.settings.emplace();
    page.title = context.words("settings.title");
    page.locksItself = context.words("settings.locks");
    for (const Row row : rows(context.state)) page.rows.push_back(rowOf(row, context));
}

SettingRow SettingsPage::rowOf(Row row, const PageContext& context) {
    const DoorState& state = context.state;
    const auto words = [&](const std::string& key) { return context.words(key); };
    const auto toggle = [&](std::string title, std::string detail, bool on) {
        return SettingRow{std::move(title), std::move(detail), words(on ? "settings.on" : "settings.off"), true, on};
    };
    const auto steps = [&](std::string title, std::string detail, std::string value, bool more = true) {
        SettingRow made{std::move(title), std::move(detail), std::move(value)};
        made.steps = more;
        return made;
    };
    const auto button = [&](std::string title, std::string detail, std::string value) {
        SettingRow made{std::move(title), std::move(detail), std::move(value)};
        made.press = true;
        return made;
    };
    switch (row) {
        case Row::camera:
            return steps(words("settings.camera"), words("settings.camera.detail"), cameraWords(context),
                         state.cameras.size() > 1);
        case Row::light:
            return steps(words("settings.light"), words("settings.light.detail"),
                         state.light.step == 0 ? words("settings.light.own")
                         : state.light.step > 0
                             ? context.words("settings.light.brighter", {{"n", number(state.light.step)}})
                             : context.words("settings.light.darker", {{"n", number(-state.light.step)}}));
        case Row::lamp: return toggle(words("settings.lamp"), words("settings.lamp.detail"), state.light.lamp);
        case Row::mirror: return toggle(words("settings.mirror"), words("settings.mirror.detail"), state.mirrored);
        case Row::volume:
            return steps(words("settings.volume"), words("settings.volume.detail"),
                         context.words("settings.percent", {{"n", number(state.volume)}}));
        case Row::language:
            return button(words("settings.language"), words("settings.language.detail"),
                          words("settings.language.other"));
        case Row::scanOnly:
            return toggle(words("settings.scan_only"),
                          words(state.hasPin ? "settings.scan_only.detail" : "settings.scan_only.needs_pin"),
                          state.scanOnly);
        case Row::closed:
            return toggle(words("settings.closed"), words("settings.closed.detail"), context.counts.closed);
        case Row::name:
            return button(words("settings.name"), words("settings.name.detail"), words("settings.name.change"));
        case Row::pin:
            return button(words("settings.pin"), words("settings.pin.detail"),
                          words(state.hasPin ? "settings.pin.set" : "settings.pin.none"));
    }
    return {};
}

}  // namespace turnout::kiosk
