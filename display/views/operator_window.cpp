#include "display/views/operator_window.h"

#include <cmath>

#include "common/base/text.h"
#include "common/base/utf8.h"
#include "display/views/controls.h"

namespace turnout::display {
namespace {

constexpr int kWidth = 1280, kHeight = 800;
constexpr float kNowWidth = 1152, kNextWidth = 408, kSceneWidth = 248;  // twice as fine as they are shown
constexpr auto kPicturePause = 250ms, kScenePause = 900ms;
constexpr std::size_t kMostTyped = 160;

void dropLast(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
    if (!text.empty()) text.pop_back();
}

// "Please sit down / 请就座" in both languages; without the stroke in the one it is written in.
Names messageOf(const std::string& typed) {
    const std::string clean = cleanForScreen(typed);
    const auto stroke = clean.find(" / ");
    if (stroke == std::string::npos) return {clean, {}};
    return {clean.substr(0, stroke), clean.substr(stroke + 3)};
}

}  // namespace

Result<std::unique_ptr<OperatorWindow>> OperatorWindow::open(ui::Window& hall, int hallMonitor, Lang lang) {
    const bool several = ui::Window::monitors().size() > 1;
    const ui::Point corner = ui::Window::monitorCorner(several && hallMonitor == 0 ? 1 : 0);
    auto window = ui::Window::open({.title = say("display.operator.title", lang),
                                    .width = kWidth,
                                    .height = kHeight,
                                    .position = ui::Point{corner.x + 40, corner.y + 40},
                                    .leastWidth = 800,
                                    .leastHeight = 600,
                                    .beside = &hall});
    if (!window) return window.error();
    return std::unique_ptr<OperatorWindow>(new OperatorWindow(hall, std::move(window).value(), lang));
}

void OperatorWindow::type(const ui::Event& event, HallPresenter& hall) {
    if (event.kind == ui::EventKind::character && event.character >= U' ' && desk_.typed.size() < kMostTyped)
        desk_.typed += utf8Of(event.character);
    if (event.kind != ui::EventKind::key) return;
    if (event.key == ui::Key::backspace) dropLast(desk_.typed);
    if (event.key == ui::Key::escape) desk_.messages = false;
    if (event.key == ui::Key::enter && !desk_.typed.empty()) {
        hall.say(messageOf(desk_.typed));
        desk_.messages = false;
    }
}

void OperatorWindow::handle(HallPresenter& hall, SteadyTime now, TimePoint wall) {
    for (const ui::Event& event : window_->events()) {
        again_ = true;
        if (event.kind == ui::EventKind::key && event.key == ui::Key::f11 && !event.repeat)
            asked_ = event.modifiers.shift ? OutputWish::nextMonitor : OutputWish::fill;
        if (desk_.messages) {
            type(event, hall);
            continue;
        }
        auto control = controlOf(event);
        if (hall.screen().keys && control == Control::noMessage) control = Control::keys;  // Esc: the list goes away
        if (control == Control::message && !hall.screen().message)
            desk_.messages = true;  // here they can be chosen
        else if (control == Control::message)
            hall.control(Control::noMessage, now, wall);
        else if (control)
            hall.control(*control, now, wall);
    }
}

bool OperatorWindow::refresh(HallPresenter& hall, Scenery& scenery, const HallLook& look, SteadyTime now,
                             TimePoint wall) {
    const ui::Size size = hall_.pixels();
    if (size.w < 1 || size.h < 1) return false;
    const auto into = [&](ui::Texture& picture, float width, auto drawing) {
        hall_.drawInto(picture, static_cast<int>(width),
                       std::max(1, static_cast<int>(std::lround(width * size.h / size.w))), drawing);
    };
    const auto scene = [&](Scene which) {
        return [&, which](ui::Canvas& canvas) {
            const Frame frame{look.safeMargin, hall.screen().tongues, Backdrop::usual, &scenery, look.palette, false,
                              look.floor};
            drawScene(canvas, hall.sceneScreen(which, now, wall), frame);
        };
    };
    bool fresh = false;
    if (now - picturedAt_ >= kPicturePause && hall.screen() != pictured_) {
        into(now_, kNowWidth, [&](ui::Canvas& canvas) { drawHall(canvas, hall.screen(), scenery, look); });
        pictured_ = hall.screen();
        picturedAt_ = now;
        fresh = true;
    }
    if (now - sceneAt_ >= kScenePause || hall.upcoming() != nextPictured_ || !scenes_.back()) {
        if (turn_ % 2 == 0 || hall.upcoming() != nextPictured_) into(next_, kNextWidth, scene(hall.upcoming()));
        nextPictured_ = hall.upcoming();
        const std::size_t at = turn_++ % kScenes.size();
        into(scenes_[at], kSceneWidth, scene(kScenes[at]));
        sceneAt_ = now;
        fresh = true;
    }
    return fresh;
}

void OperatorWindow::draw(HallPresenter& hall, const OperatorScreen& screen, Scenery& scenery, const HallLook& look,
                          SteadyTime now, TimePoint wall) {
    const bool fresh = refresh(hall, scenery, look, now, wall);
    if (!fresh && !again_ && !window_->mustDraw() && screen == drawn_ && desk_ == drawnDesk_) return;
    again_ = false;
    OperatorPictures pictures{&now_, &next_, {}};
    for (std::size_t i = 0; i < scenes_.size(); ++i) pictures.scenes[i] = &scenes_[i];
    // Whatever is pressed through the list of keys takes it off.
    const auto close = [&](const auto&...) { hall.control(Control::keys, now, wall); };
    const OperatorActs closing{close, close, close, close, close};
    const OperatorActs acts{[&](Control control) { hall.control(control, now, wall); },
                            [&](Language language) { hall.speak(language); },
                            [&](const Names& message) {
                                hall.say(message.zh.empty() ? messageOf(message.en) : message);
                                again_ = true;
                            },
                            [&](Lang lang) { lang_ = lang, again_ = true; }, [&] { asked_ = OutputWish::nextMonitor; }};
    window_->draw([&](ui::Canvas& canvas) {
        const bool keys = hall.screen().keys;
        drawOperator(canvas, screen, pictures, keys ? closing : acts, desk_, lang_);
        if (keys) drawKeys(stageOn(canvas, {}));
    });
    drawn_ = screen;
    drawnDesk_ = desk_;
}

}  // namespace turnout::display
