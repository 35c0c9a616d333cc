#include "display/views/hall_view.h"

#include <type_traits>

namespace turnout::display {
namespace {

float inOutCubic(float t) {
    return t < 0.5F ? 4 * t * t * t : 1 - 4 * (1 - t) * (1 - t) * (1 - t);
}

void black(ui::Canvas& canvas) {
    canvas.fill({0, 0, canvas.size().w, canvas.size().h}, theme::kBlack);
}

const Heading& headingOf(const SceneScreen& scene) {
    return std::visit([](const auto& each) -> const Heading& { return each; }, scene);
}

}  // namespace

void drawScene(ui::Canvas& canvas, const SceneScreen& scene, const Frame& frame) {
    const Stage stage = stageOn(canvas, frame);
    std::visit(
        [&](const auto& each) {
            using Kind = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Kind, DoorsScreen>) drawDoors(stage, each);
            if constexpr (std::is_same_v<Kind, CountScreen>) drawCountScene(canvas, each, frame);
            if constexpr (std::is_same_v<Kind, JourneyScreen>) drawJourney(stage, each);
            if constexpr (std::is_same_v<Kind, UniversitiesScreen>) drawUniversities(stage, each);
            if constexpr (std::is_same_v<Kind, ProgrammeScreen>) drawProgrammeScene(stage, each);
            if constexpr (std::is_same_v<Kind, ThanksScreen>) drawThanks(stage, each);
        },
        scene);
}

void drawHall(ui::Canvas& canvas, const HallScreen& screen, Scenery& scenery, const HallLook& look) {
    const Frame frame{look.safeMargin, screen.tongues, screen.backdrop, &scenery,
                      look.palette,    screen.clean,   look.floor,      headingOf(screen.scene).otherLanguage};
    const Stage stage = stageOn(canvas, frame);
    if (screen.message) {
        drawMessage(stage, *screen.message, headingOf(screen.scene).title);
    } else if (screen.blackout) {
        black(canvas);
    } else if (screen.testCard) {
        drawTestCard(stage, screen, look.floor, look.frames, look.pixels.w > 0 ? look.pixels : canvas.size());
    } else if (screen.showMode) {
        drawStrip(stage, screen.strip);
    } else {
        if (screen.leaving) drawScene(canvas, *screen.leaving, frame);
        canvas.pushOpacity(screen.leaving ? inOutCubic(static_cast<float>(screen.fadeMs) / kFadeMs) : 1);
        drawScene(canvas, screen.scene, frame);
        canvas.popOpacity();
        if (screen.moment) drawMoment(stage, *screen.moment, screen.momentInMs, screen.momentOutMs);
    }
    if (screen.keys && look.keys) drawKeys(stage);
}

void drawWaiting(ui::Canvas& canvas, Scenery& scenery, float safeMargin) {
    Frame frame;
    frame.safeMargin = safeMargin;
    frame.scenery = &scenery;
    drawMessage(stageOn(canvas, frame), {say("display.soon", Lang::en), say("display.soon", Lang::zh)}, {});
}

}  // namespace turnout::display
