// The self-test: a line for each part, the remedy of what is red, the test code to hold up.
#include <algorithm>
#include <cmath>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

Icon iconOf(TestSubject subject) {
    switch (subject) {
        case TestSubject::camera: return Icon::camera;
        case TestSubject::scanner: return Icon::scanner;
        case TestSubject::sound: return Icon::sound;
        case TestSubject::saving: return Icon::store;
        case TestSubject::disk: return Icon::disk;
        case TestSubject::clock:
        case TestSubject::hours: return Icon::clock;
        case TestSubject::list: return Icon::list;
        case TestSubject::pin: return Icon::lock;
        case TestSubject::power: return Icon::battery;
    }
    return Icon::bang;
}

// Shape and glyph say it as well as the colour; no green: nothing is recorded here.
void drawState(Page& page, TestState state, const Rect& box, Colour field) {
    switch (state) {
        case TestState::good: page.sign(SignShape::ring, Icon::check, box, theme::kSky, field); break;
        case TestState::wait: page.icon(Icon::again, box.inset(3), theme::kSoft); break;
        case TestState::ask: page.sign(SignShape::circle, Icon::question, box, theme::kWhite, field); break;
        case TestState::warn: page.sign(SignShape::triangle, Icon::bang, box, theme::kGold, field); break;
        case TestState::bad: page.sign(SignShape::octagon, Icon::cross, box, theme::kRedLight, field); break;
    }
}

Colour colourOf(TestState state) {
    return state == TestState::bad ? theme::kRedLight : state == TestState::warn ? theme::kGold : theme::kWhite;
}

void drawCode(Page& page, const SelfTestScreen& test, const Rect& area) {
    if (test.codeSize == 0) return;
    page.fill(area, theme::kWhite, theme::kRadius);
    const float module = std::floor(area.h / static_cast<float>(test.codeSize + 6) * page.k()) / page.k();
    const float side = module * static_cast<float>(test.codeSize), pad = (area.h - side) / 2;
    for (int y = 0; y < test.codeSize; ++y)
        for (int x = 0; x < test.codeSize; ++x) {
            if (test.codeModules[static_cast<std::size_t>(y * test.codeSize + x)] == 0) continue;
            const Rect dark = page.px(Rect{area.x + pad + static_cast<float>(x) * module,
                                           area.y + pad + static_cast<float>(y) * module, module, module});
            page.canvas().fill({std::round(dark.x), std::round(dark.y), std::round(dark.right()) - std::round(dark.x),
                                std::round(dark.bottom()) - std::round(dark.y)},
                               theme::kBlack);
        }
    const float x = area.x + 2 * pad + side, room = area.right() - 14 - x;
    if (room < 60) return;
    const TextStyle style = theme::text(19, Weight::semibold);
    TextStyle set = style.sized(page.fitSize(test.codeHint, style, {room, 6}, 16, 19));
    set.lineHeight = 1.3F;
    const int lines = page.measure(test.codeHint, set, {room, 6}).lines;
    page.text({x, area.centre().y + set.size * 0.35F - static_cast<float>(lines - 1) * set.size * 0.65F}, test.codeHint,
              set, theme::kInk, {room, 6});
}

}  // namespace

std::optional<DoorPress> drawSelfTest(Page& page, const DoorScreen& screen, const Preview& preview) {
    const SelfTestScreen& test = *screen.selfTest;
    const float w = page.width(), margin = theme::kPageMargin, foot = page.height() - kStatusHeight - 16;
    const bool tall = page.portrait();
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action;
    TextStyle where = theme::text(24);
    where.tabular = true;
    const std::string time = " · " + test.clock;  // whole, however long the door's name is
    const float timeWidth = page.widthOf(time, where);
    page.text({w - margin - timeWidth, 49}, time, where, theme::kSoft);
    const float whereRoom = std::min(page.widthOf(test.where, where), w * 0.42F - timeWidth) + timeWidth;
    const auto title = page.fit(test.title, theme::display(34), w - 2 * margin - whereRoom - 24, 22, 1);
    page.text({margin, 50}, test.title, title.style, theme::kWhite, {w - 2 * margin - whereRoom - 24, 1});
    const auto place = page.fit(test.where, where, whereRoom - timeWidth + 1, 16, 1);
    page.text({w - margin - whereRoom - 1, 49}, test.where, place.style, theme::kSoft,
              {whereRoom - timeWidth + 1, 1, ui::Align::right});
    page.hairline({margin, 71}, {w - margin, 71}, theme::kLine);

    const float side = 366, width = tall ? w - 2 * margin : w - 2 * margin - side - 16;
    const float below = tall ? 400 : 0;  // picture, code and buttons stand under the lines
    const float gap = 6, top = 88, bottom = foot - below;
    constexpr float kRemedy = 62;
    const auto highWith = [&](std::size_t opened) {
        const float lines = static_cast<float>(std::max<std::size_t>(test.lines.size(), 1));
        return std::min(66.0F, (bottom - top - kRemedy * static_cast<float>(opened) + gap) / lines - gap);
    };
    std::vector<std::size_t> opened;
    if (test.open) opened.push_back(*test.open);
    for (std::size_t i = 0; i < test.lines.size(); ++i)
        if (test.lines[i].state == TestState::bad && test.open != i &&
            highWith(opened.size() + 1) >= theme::kLeastTarget)
            opened.push_back(i);
    const float high = highWith(opened.size());
    float y = top;
    for (std::size_t i = 0; i < test.lines.size(); ++i) {
        const TestLine& line = test.lines[i];
        const bool open = std::find(opened.begin(), opened.end(), i) != opened.end();
        const Rect area{margin, y, width, high + (open ? kRemedy : 0)};
        page.fill(area, theme::kPanel, theme::kRadiusRow);
        if (open)
            page.outline(area, line.state == TestState::bad ? theme::kRedLight : theme::kGold, 3, theme::kRadiusRow);
        const float middle = y + high / 2;
        drawState(page, line.state, {area.x + 16, middle - 17, 34, 34}, theme::kPanel);
        page.icon(iconOf(line.subject), {area.x + 66, middle - 14, 28, 28}, theme::kSoft);
        const bool asks = line.subject == TestSubject::sound && line.state == TestState::ask;
        const TextStyle nameStyle = theme::text(23, Weight::semibold);
        const float nameX = area.x + 108;
        const float nameRoom = tall && asks ? page.widthOf(line.name, nameStyle) + 1 : tall ? 160.0F : 190.0F;
        const auto name = page.fit(line.name, nameStyle, nameRoom, 16, 1);
        page.text({nameX, middle + 8}, line.name, name.style, theme::kWhite, {nameRoom, 1});
        float right = area.right() - 16;
        if (asks) {
            ui::Button yes, no;
            yes.label = test.heardYes;
            yes.icon = Icon::check;
            no.label = test.heardNo;
            no.icon = Icon::cross;
            yes.keyCap = "F6";
            no.keyCap = "F7";
            yes.textSize = no.textSize = 21;
            const float button = 136;
            if (ui::button(page.canvas(), page.px(Rect{right - button, middle - high / 2, button, high}), no, page.k()))
                action = DoorAction::less;
            if (ui::button(page.canvas(), page.px(Rect{right - 2 * button - 8, middle - high / 2, button, high}), yes,
                           page.k()))
                action = DoorAction::more;
            right -= 2 * button + 20;
        }
        const float wordsX = nameX + nameRoom + 16, room = right - wordsX;
        const auto words =
            page.fit(line.words, theme::text(21, line.state == TestState::good ? Weight::regular : Weight::semibold),
                     room, 16, 2);
        const int lines = page.measure(line.words, words.style, {room, words.lines}).lines;
        page.text({wordsX, middle + words.style.size * 0.35F - static_cast<float>(lines - 1) * words.style.size * 0.6F},
                  line.words, words.style,
                  line.state == TestState::good || line.state == TestState::wait ? theme::kSoft
                  : page.quiet() ? theme::kWhite  // red would be too dark
                                 : colourOf(line.state),
                  {room, words.lines});
        if (open) {
            const float remedyX = nameX + 34, remedyRoom = area.right() - 20 - remedyX;
            page.icon(Icon::arrow, {nameX - 2, y + high + 10, 26, 26}, theme::kWhite, 2.4F);
            const TextStyle style = theme::text(20, Weight::semibold);
            const TextStyle set = style.sized(page.fitSize(line.remedy, style, {remedyRoom, 2}, 16, 20));
            page.text({remedyX, y + high + 18}, line.remedy, set, theme::kWhite, {remedyRoom, 2});
        } else if (!line.remedy.empty() && page.canvas().pointer().clicked(page.px(area))) {
            action = DoorPress(DoorAction::pick, static_cast<std::uint32_t>(i));
        }
        y += area.h + gap;
    }

    ui::Button again, start;
    again.label = test.again;
    again.icon = Icon::again;
    again.keyCap = "F5";
    start.label = test.start;
    start.icon = test.startLocked ? Icon::lock : Icon::door;
    start.keyCap = "F9";
    start.kind = test.worst == TestState::bad ? ui::ButtonKind::ghost : ui::ButtonKind::primary;
    again.kind = test.worst == TestState::bad ? ui::ButtonKind::primary : ui::ButtonKind::filled;
    const float x = tall ? margin : w - margin - side, sideWidth = tall ? w - 2 * margin : side;
    const float sideTop = tall ? bottom + 16 : top;
    const float half = (sideWidth - 16) / 2;
    const Rect camera{x, sideTop, tall ? half : sideWidth, tall ? 190.0F : 148.0F};
    const Rect code{tall ? x + half + 16 : x, tall ? sideTop : camera.bottom() + 12, tall ? half : sideWidth,
                    tall ? 190.0F : 132.0F};
    drawSmallCamera(page, preview, screen.idle.camera, camera, "");
    drawCode(page, test, code);
    const float buttonHigh = tall ? 72 : 66;
    Rect first{x, foot - 2 * buttonHigh - 12, sideWidth, buttonHigh},
        second{x, foot - buttonHigh, sideWidth, buttonHigh};
    if (tall) {
        first = {x, foot - buttonHigh, half, buttonHigh};
        second = {x + half + 16, foot - buttonHigh, half, buttonHigh};
    }
    if (ui::button(page.canvas(), page.px(first), again, page.k())) action = DoorAction::tryNow;
    if (ui::button(page.canvas(), page.px(second), start, page.k())) action = DoorAction::yes;
    const Rect summary{x, code.bottom() + 12, sideWidth, first.y - 12 - code.bottom() - 12};
    page.fill(summary, theme::kPanel, theme::kRadius);
    drawState(page, test.worst, {summary.x + 20, summary.centre().y - 24, 48, 48}, theme::kPanel);
    const float textX = summary.x + 84, textRoom = summary.right() - 16 - textX;
    const auto words = page.fit(test.summary, theme::display(26), textRoom, 17, 1);
    page.text({textX, summary.centre().y - 2}, test.summary, words.style, theme::kWhite, {textRoom, 1});
    const auto detail = page.fit(test.summaryDetail, theme::text(19), textRoom, 14, 1);
    page.text({textX, summary.centre().y + 27}, test.summaryDetail, detail.style, theme::kSoft, {textRoom, 1});
    return action;
}

}  // namespace turnout::kiosk
