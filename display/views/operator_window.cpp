#include "display/views/operator_window.h"

#include <algorithm>
#include <cmath>

#include "common/base/text.h"
#include "common/paint/fonts.h"

namespace turnout::display {
namespace {

constexpr int kWidth = 1280, kHeight = 800;  // less where the screen is smaller
constexpr float kFromCorner = 40;
constexpr float kNowWidth = 1152, kNextWidth = 408, kSceneWidth = 248;  // twice as fine as they are shown
constexpr auto kPicturePause = 250ms, kScenePause = 900ms;

}  // namespace

Result<std::unique_ptr<OperatorWindow>> OperatorWindow::open(ui::Window& hall, int hallMonitor, Lang lang) {
    const std::vector<ui::Rect> monitors = ui::Window::monitorPlaces();
    const ui::Rect place = monitors.empty() ? ui::Rect{0, 0, kWidth + 2 * kFromCorner, kHeight + 2 * kFromCorner}
                                            : monitors[monitors.size() > 1 && hallMonitor == 0 ? 1 : 0];
    const int width = std::min(kWidth, static_cast<int>(place.w)),
              height = std::min(kHeight, static_cast<int>(place.h));
    const float x = std::min(kFromCorner, place.w - static_cast<float>(width)),
                y = std::min(kFromCorner, place.h - static_cast<float>(height));
    auto window = ui::Window::open({.title = say("display.operator.title", lang),
                                    .width = width,
                                    .height = height,
                                    .position = ui::Point{place.x + x, place.y + y},
                                    .leastWidth = 800,
                                    .leastHeight = 600,
                                    .beside = &hall});
    if (!window) return window.error();
    return std::unique_ptr<OperatorWindow>(new OperatorWindow(hall, std::move(window).value(), lang));
}

void OperatorWindow::act(Control control, HallPresenter& hall, SteadyTime now, TimePoint wall) {
    if (control != Control::message) return hall.control(control, now, wall);
    if (hall.screen().message) return hall.control(Control::noMessage, now, wall);
    openMessages(desk_);  // here they can be chosen
}

bool OperatorWindow::ofWindows(const ui::Event& event) {
    const OutputWish wish = outputWishOf(event);
    if (wish == OutputWish::close)
        window_->close();  // this one; the hall goes on
    else if (wish != OutputWish::none)
        asked_ = wish;
    return wish != OutputWish::none;
}

void OperatorWindow::press(const ui::Event& event, HallPresenter& hall, SteadyTime now, TimePoint wall) {
    if (ofWindows(event)) return;
    if (desk_.messages) {
        const auto said = typeInto(desk_, event, hall.messages(), [this] { return window_->clipboard(); });
        if (said) hall.say(*said);
        if (!desk_.messages) afterWords_.closed(event);
        return;
    }
    if (afterWords_.takes(event)) return;
    if (const auto control = controlOf(event, hall.screen())) act(*control, hall, now, wall);
    desk_.opening = desk_.messages;  // by this key, whose character is still to come
}

void OperatorWindow::handle(HallPresenter& hall, SteadyTime now, TimePoint wall) {
    for (const ui::Event& event : keys_.take(window_->events(), now, desk_.messages)) {
        again_ = true;
        press(event, hall, now, wall);
    }
}

void OperatorWindow::await(const std::vector<Text>& told, SteadyTime now) {
    for (const ui::Event& event : keys_.take(window_->events(), now)) ofWindows(event);
    if (told == awaits_ && !window_->mustDraw()) return;
    awaits_ = told;
    window_->draw([&](ui::Canvas& canvas) { drawOperatorAwaiting(canvas, told, lang_); });
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
        HallLook halls = look;
        halls.pixels = size;
        into(now_, kNowWidth, [&](ui::Canvas& canvas) { drawHall(canvas, hall.screen(), scenery, halls); });
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
    if (desk_.typed != drawnDesk_.typed)
        desk_.tooLong = !messageFits(messageOf(desk_.typed), hall_.pixels(), look.safeMargin, look.floor);
    if (!fresh && !again_ && !window_->mustDraw() && screen == drawn_ && desk_ == drawnDesk_) return;
    again_ = false;
    OperatorPictures pictures{&now_, &next_, {}};
    for (std::size_t i = 0; i < scenes_.size(); ++i) pictures.scenes[i] = &scenes_[i];
    const OperatorActs none{[](Control) {}, [](Language) {}, [](const Names&) {}, [](Lang) {}, [] {}};
    const OperatorActs acts{[&](Control control) { hall.control(control, now, wall); },
                            [&](Language language) { hall.speak(language); },
                            [&](const Names& message) {
                                hall.say(message);
                                again_ = true;
                            },
                            [&](Lang lang) { lang_ = lang, again_ = true; }, [&] { asked_ = OutputWish::nextMonitor; }};
    window_->draw([&](ui::Canvas& canvas) {
        const paint::OurFonts fonts;  // those of the event are the hall's
        const bool keys = hall.screen().keys;
        drawOperator(canvas, screen, pictures, keys ? none : acts, desk_, lang_);
        if (!keys) return;
        const auto pressed = drawKeys(stageOn(canvas, {}), true);
        if (canvas.pointer().clicks.empty()) return;
        hall.control(Control::keys, now, wall);  // whatever was pressed takes the list off
        if (pressed) act(*pressed, hall, now, wall);
        again_ = true;
    });
    drawn_ = screen;
    drawnDesk_ = desk_;
}

}  // namespace turnout::display
