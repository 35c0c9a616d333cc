// What lies over a scene: the strip of show mode, messages, the test card, the list of keys.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

constexpr float kActRoom = 240;    // less says nothing
constexpr float kMessageGap = 44;  // between its languages
constexpr float kDim = 0.55F;      // of show mode, so that it does not light the hall

Colour dimmed(Colour colour) {
    const auto part = [](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::lround(static_cast<float>(value) * 0.68F));
    };
    return {part(colour.r), part(colour.g), part(colour.b), colour.a};
}

}  // namespace

void drawStrip(const Stage& stage, const std::optional<Strip>& strip) {
    const ui::Size size = stage.canvas().size();
    stage.canvas().fill({0, 0, size.w, size.h}, theme::kBlack);
    if (!strip) return;
    const float top = stage.height() - 144, y = std::round(stage.at(0, top).y);
    stage.canvas().gradientDown({0, y, size.w, stage.px(48)}, theme::kBlack, Colour::hex(0x06101F));
    stage.canvas().fill({0, y + std::floor(stage.px(48)), size.w, size.h - y - std::floor(stage.px(48))},
                        Colour::hex(0x06101F));
    const float x = 72, edge = stage.width() - 72, baseline = stage.height() - 56;
    const std::string count = grouped(strip->count);
    const float width = stage.advance(count, latin(66));
    stage.text(edge, baseline, count, latin(66), dimmed(theme::kSoft), ui::Align::right);
    drawMark(stage, x, baseline, 50, dimmed(stage.gold()).faded(kDim + 0.3F));
    float until = edge - width - 44;
    if (!strip->asOf.empty()) {  // an old count is never shown as a new one
        const Text asOf{"display.as_of", {{"time", strip->asOf}}};
        Names old = stage.told({say(asOf, Lang::en), say(asOf, Lang::zh)});
        const Pair quiet{46, 42, dimmed(stage.gold()), dimmed(stage.gold()), 20};
        const auto wide = [&] { return stage.advance(old.zh, latin(46)) + 20 + stage.advance(old.en, latin(42)); };
        if (wide() > (until - x) / 2 && !old.zh.empty()) old.en.clear();
        until = std::max(x + 36, until - wide());
        stage.pair(until, baseline, old, quiet, edge - width - 44 - until, false);
    }
    const float room = until - 36 - x - 36;
    if (room < kActRoom) return;
    const Names act = stage.told(strip->act);
    const Pair look{54, 48, dimmed(theme::kWhite), dimmed(theme::kSoft), 26};
    const float end = stage.pair(x + 36, baseline, act, look, room, false);
    const float left = x + 36 + room - end - 32;
    if (!strip->performers.empty() && strip->asOf.empty() && stage.fits(strip->performers, latin(46), left))
        stage.text(end + 32, baseline, strip->performers, latin(46), dimmed(theme::kSoft));
}

void drawMessage(const Stage& stage, const Names& message, const Names& above) {
    const float w = stage.width(), h = stage.height(), middle = w / 2;
    const bool portrait = h > w;
    drawGround(stage, {middle, h * 0.42F}, 1300, 700, 0.26F);
    drawRidges(stage, 260, 0.7F);
    if (!above.en.empty() || !above.zh.empty())
        stage.pairCentred(middle, 108, stage.told(above), {48, 42, theme::kSoft, theme::kSoft, 26}, w - 160,
                          stage.frame().other);
    const Names text = stage.told(message);
    const float room = w - (portrait ? 128.0F : 240.0F);
    struct Fitted {
        std::string words;
        TextStyle style;
        ui::TextBox box;
        float height = 0;  // pixels
    };
    const bool two = !text.zh.empty() && !text.en.empty();
    const int mostLines = (portrait ? 6 : 4) * (two ? 1 : 2);
    const auto fitted = [&](const std::string& words, const TextStyle& style, float most, float least, float high) {
        TextStyle fit = style;
        fit.lineHeight = 1.2F;
        ui::TextBox box{.maxWidth = stage.px(room), .maxLines = mostLines, .align = ui::Align::centre};
        // One line, if it stays large: a broken one may be broken within a word.
        const TextStyle whole = stage.fitting(words, style.sized(most), room, 84);
        const bool oneLine = stage.fits(words, whole, room);
        if (oneLine) box.maxLines = 1;
        for (fit.size = stage.px(oneLine ? whole.size : most); fit.size > stage.px(least); fit.size -= stage.px(2)) {
            const ui::TextMetrics& is = stage.canvas().measure(words, fit, box);
            if (!is.cut && is.height <= stage.px(high)) break;
        }
        const int lines = stage.canvas().measure(words, fit, box).lines;
        return Fitted{words, fit, box, static_cast<float>(lines) * fit.size * fit.lineHeight};
    };
    const float top = 170, bottom = h - 180, high = bottom - top;
    std::vector<Fitted> parts;
    if (!two) {
        parts.push_back(fitted(text.zh.empty() ? text.en : text.zh, theme::display(150), 150, 52, high));
    } else {
        parts.push_back(fitted(text.zh, theme::display(150), 150, 64, high * 0.5F));
        parts.push_back(fitted(text.en, theme::display(100), 100, 52, high * 0.44F));
    }
    // Both languages as one notice in the middle.
    const float gap = stage.px(kMessageGap);
    float all = -gap;
    for (const Fitted& part : parts) all += part.height + gap;
    float y = stage.at(0, top).y + (stage.px(high) - all) / 2;
    for (const Fitted& part : parts) {
        stage.canvas().text({stage.at((w - room) / 2, 0).x, std::round(y + part.style.size * 0.95F)}, part.words,
                            part.style, theme::kWhite, part.box);
        y += part.height + gap;
    }
}

bool messageFits(const Names& message, ui::Size hall, float safeMargin, float floor) {
    if (hall.w < 1 || hall.h < 1) return true;
    auto canvas = ui::Canvas::headless(hall);
    bool whole = true;
    canvas->onWritten([&](const ui::Written& written) {
        if (written.cut && (written.text == message.en || written.text == message.zh)) whole = false;
    });
    Frame frame;
    frame.safeMargin = safeMargin;
    frame.floor = floor;
    canvas->begin(hall, {});
    drawMessage(stageOn(*canvas, frame), message, {});
    canvas->end();
    return whole;
}

void drawTestCard(const Stage& stage, const HallScreen& screen, float floor, std::int64_t frames, ui::Size of) {
    ui::Canvas& canvas = stage.canvas();
    const ui::Size size = canvas.size();
    canvas.fill({0, 0, size.w, size.h}, Colour::hex(0x202428));
    const float cell = size.h / 9, hair = stage.hair();
    const Colour line = Colour::hex(0x7C8894);
    for (float x = std::fmod(size.w / 2, cell); x < size.w; x += cell)
        canvas.fill({std::round(x), 0, hair, size.h}, line);
    for (float y = 0; y < size.h; y += cell) canvas.fill({0, std::round(y), size.w, hair}, line);
    // The outermost line of pixels: cut by a projector that overscans.
    canvas.outline({0, 0, size.w, size.h}, theme::kRedLight, std::max(2.0F, stage.px(4)));
    for (const float part : {0.05F, 0.1F}) {
        const float margin = std::round(size.h * part);  // as --safe-margin counts it
        canvas.dashedOutline({margin, margin, size.w - 2 * margin, size.h - 2 * margin}, stage.sky(), hair * 2, 0,
                             stage.px(20), stage.px(12));
    }
    canvas.ring({size.w / 2, size.h / 2}, size.h * 0.38F, theme::kWhite, hair * 2);
    canvas.ring({cell, cell}, cell * 0.8F, theme::kWhite, hair);
    canvas.ring({size.w - cell, size.h - cell}, cell * 0.8F, theme::kWhite, hair);

    const float w = stage.width(), h = stage.height(), middle = w / 2;
    const float least = std::max(kFloor, floor);
    const float panel = std::min(w - 160, 1180.0F), x = middle - panel / 2, high = 436 + least, top = (h - high) / 2;
    canvas.fill(stage.area({x, top, panel, high}), theme::kBlack, stage.px(16));
    const std::array colours{theme::kWhite, theme::kSoft, theme::kGold, theme::kSky,   theme::kMist,
                             theme::kGreen, theme::kRed,  theme::kGlow, theme::kTrack, theme::kInk};
    const float bar = (panel - 80) / static_cast<float>(colours.size());
    for (std::size_t i = 0; i < colours.size(); ++i)
        canvas.fill(stage.sharp({x + 40 + bar * static_cast<float>(i), top + 36, bar, 70}), colours[i]);
    for (int i = 0; i < 16; ++i) {  // blacks: each step is to be seen
        const auto grey = static_cast<std::uint8_t>(i * 4);
        canvas.fill(stage.sharp({x + 40 + (panel - 80) / 16 * static_cast<float>(i), top + 106, (panel - 80) / 16, 40}),
                    {grey, grey, grey, 255});
    }
    const auto said = [&](const char* key, std::vector<std::pair<std::string, std::string>> args) {
        const Names names{say(Text{key, args}, Lang::en), say(Text{key, args}, Lang::zh)};
        return names;
    };
    const float room = panel - 80;
    float y = top + 216;
    const std::string pixels = std::to_string(static_cast<int>(of.w)) + " × " + std::to_string(static_cast<int>(of.h));
    stage.centred(middle, y, pixels + "   " + screen.seconds, theme::number(64), theme::kWhite, room);
    y += 62;
    stage.pairCentred(middle, y, said("display.test.frames", {{"frames", std::to_string(frames)}}),
                      {38, 38, theme::kSoft, theme::kSoft, 20}, room, false);
    y += 50 + least;
    stage.pairCentred(middle, y,
                      said("display.test.smallest", {{"lines", std::to_string(static_cast<int>(std::ceil(least)))}}),
                      {least, least, theme::kWhite, theme::kWhite, 20}, room, false);
    y += 64;
    stage.pairCentred(middle, y, stage.words("display.test.safe"), {38, 38, stage.sky(), stage.sky(), 20}, room, false);
}

// For the person who runs the hall, who stands near or sits at the operator's window: not raised for the farthest seat.
std::optional<Control> drawKeys(const Stage& hall, bool operators) {
    const Stage stage = hall.unraised();
    struct Row {
        const char* key;
        std::optional<Control> does;
    };
    const std::array rows{Row{"1-6", {}},
                          Row{"Enter", Control::nextScene},
                          Row{"R", Control::rotation},
                          Row{"S", Control::showMode},
                          Row{"B", Control::blackout},
                          Row{"L", Control::language},
                          Row{"Space", Control::nextAct},
                          Row{"Backspace", Control::actBack},
                          Row{"P", Control::actsByClock},
                          Row{"+", Control::later},
                          Row{"-", Control::earlier},
                          Row{"M", Control::message},
                          Row{"Esc", Control::noMessage},
                          Row{"N", Control::skipMoment},
                          Row{"O", Control::moments},
                          Row{"T", Control::testCard},
                          Row{"C", Control::clean},
                          Row{"K", Control::keyColour},
                          Row{"F11", {}},
                          Row{"Shift+F11", {}},
                          Row{"Alt+F4", {}},
                          Row{"?", {}}};
    std::optional<Control> pressed;
    const float w = stage.width(), h = stage.height();
    const bool portrait = h > w;
    const float panel = std::min(w - 96, portrait ? 984.0F : 1800.0F), x = (w - panel) / 2;
    const std::size_t columns = portrait ? 1 : 2, perColumn = (rows.size() + columns - 1) / columns;
    const float pitch = std::min(84.0F, (h - 260) / static_cast<float>(perColumn)),
                high = pitch * static_cast<float>(perColumn) + 140;
    const float top = (h - high) / 2;
    stage.canvas().fill({0, 0, stage.canvas().size().w, stage.canvas().size().h}, theme::kBlack.faded(0.7F));
    const Rect plate = stage.area({x, top, panel, high});
    stage.canvas().fill(plate, theme::kPanel, stage.px(20));
    stage.canvas().outline(plate, theme::kLine, stage.hair(), stage.px(20));
    stage.pair(x + 48, top + 78, stage.words("display.keys"), {52, 52, theme::kWhite, theme::kSoft, 20}, panel - 96,
               false);
    const float column = (panel - 96) / static_cast<float>(columns);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float left = x + 48 + column * static_cast<float>(i / perColumn),
                    y = top + 110 + pitch * static_cast<float>(i % perColumn);
        const float cap = std::max(70.0F, stage.advance(rows[i].key, latin(36)) + 32);
        const Rect box = stage.area({left, y + pitch / 2 - 28, cap, 56});
        stage.canvas().fill(box, theme::kInk, stage.px(10));
        stage.canvas().outline(box, theme::kEdge, stage.hair(), stage.px(10));
        stage.text(left + cap / 2, y + pitch / 2 + 13, rows[i].key, latin(36), theme::kWhite, ui::Align::centre);
        std::string does = std::string("display.key.") + rows[i].key;
        if (operators && rows[i].does == Control::message) does = "display.operator.key_messages";
        stage.pair(left + 262, y + pitch / 2 + 13, stage.words(does), {36, 36, theme::kWhite, theme::kSoft, 16},
                   column - 280, false);
        if (operators && rows[i].does && stage.canvas().pointer().clicked(stage.area({left, y, column, pitch})))
            pressed = rows[i].does;
    }
    return pressed;
}

}  // namespace turnout::display
