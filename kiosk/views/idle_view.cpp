#include <algorithm>
#include <vector>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kPromptHeight = 84, kCounters = 266;

// Which way people go here is told by icon and word, not by a colour alone; returns where it ends.
float drawExitSign(Page& page, const std::string& label, float left) {
    const TextStyle style = theme::bold(24);
    const float icon = 30, width = 16 + icon + 12 + page.widthOf(label, style) + 18;
    page.fill({left, 11, width, 48}, theme::kWhite, theme::kRadiusSmall);
    page.icon(Icon::exit, {left + 16, 35 - icon / 2, icon, icon}, theme::kInk, 2.6F);
    page.text({left + 16 + icon + 12, 43.5F}, label, style, theme::kInk);
    return left + width;
}

// Both names of the event on one line, or one under the other; returns where the page below begins.
float drawHeader(Page& page, const DoorScreen& screen, std::optional<DoorPress>& action) {
    const IdleScreen& idle = screen.idle;
    float left = theme::kPageMargin;
    const float edge = page.width() - left;
    ui::Button inside;
    inside.icon = Icon::list;
    inside.textSize = 20;
    inside.label = page.portrait() ? screen.emergencyShort : screen.emergencyLabel;
    if (!page.portrait()) inside.keyCap = "F1";
    const float insideWidth = ui::buttonWidth(page.canvas(), inside, page.k()) / page.k();
    if (ui::button(page.canvas(), page.px(Rect{edge - 68 - insideWidth, 5, insideWidth, theme::kLeastTarget}), inside,
                   page.k()))
        action = DoorAction::openEmergency;
    const float right = edge - 84 - insideWidth;
    ui::Button menu;
    menu.icon = Icon::gear;
    if (ui::button(page.canvas(), page.px(Rect{edge - 60, 5, 60, theme::kLeastTarget}), menu, page.k()))
        action = DoorAction::openMenu;
    if (!idle.exitLabel.empty()) left = drawExitSign(page, idle.exitLabel, left) + 20;
    float limit = right - left;
    if (!idle.demoLabel.empty()) {
        const TextStyle style = theme::text(18, Weight::semibold);
        const float w = page.widthOf(idle.demoLabel, style) + 28;
        page.outline({right - w, 18, w, 38}, theme::kEdge, 1.5F, theme::kRadiusSmall);
        page.text({right - w + 14, 43.5F}, idle.demoLabel, style, theme::kSoft);
        limit -= w + 24;
    }
    if (page.portrait()) {
        // The sign, or what is pressed there, takes the name's place.
        const bool below = !idle.exitLabel.empty() || page.widthOf(idle.title, theme::display(20)) > limit;
        if (below) left = theme::kPageMargin, limit = edge - left;
        const auto title = page.fit(idle.title, theme::display(30), limit, 20, 1);
        page.text({left, below ? 92.0F : 47.0F}, idle.title, title.style, theme::kWhite, {limit, 1});
        const float whole = edge - theme::kPageMargin;  // below the buttons
        const auto second = page.fit(idle.secondTitle, theme::text(22), whole, 16, 1);
        if (!below) page.text({left, 86}, idle.secondTitle, second.style, theme::kSoft, {whole, 1});
        page.hairline({theme::kPageMargin, 104}, {edge, 104}, theme::kLine);
        return 122;
    }
    float titleSize = 30, secondSize = 24;
    const auto both = [&] {
        return page.widthOf(idle.title, theme::display(titleSize)) + 24 +
               page.widthOf(idle.secondTitle, theme::text(secondSize));
    };
    while (both() > limit && titleSize > 22) {
        titleSize -= 1;
        secondSize -= 0.8F;
    }
    const float used =
        std::min(limit, page.text({left, 47}, idle.title, theme::display(titleSize), theme::kWhite, {limit, 1}));
    const float room = limit - used - 24;
    const auto second = page.fit(idle.secondTitle, theme::text(secondSize), std::max(room, 1.0F), 16, 1);
    if (page.widthOf(idle.secondTitle, second.style) <= room)  // whole or not at all
        page.text({left + used + 24, 47}, idle.secondTitle, second.style, theme::kSoft, {room, 1});
    page.hairline({theme::kPageMargin, 71}, {edge, 71}, theme::kLine);
    return 88;
}

// Four corners of gold: where to hold the ticket.
void drawBrackets(Page& page, const Rect& area) {
    const float side = std::min(area.w, area.h) * 0.74F, k = page.k();
    const Rect box{area.centre().x - side / 2, area.centre().y - side / 2, side, side};
    const float arm = side * 0.165F, r = 14, t = 6;
    const auto corner = [&](Point at, float dx, float dy, float fromDegrees) {
        const Point a = page.px(Point{at.x, at.y + dy * arm}), b = page.px(Point{at.x, at.y + dy * r});
        const Point c = page.px(Point{at.x + dx * r, at.y}), d = page.px(Point{at.x + dx * arm, at.y});
        page.canvas().line(a, b, theme::kGold, t * k, true);
        page.canvas().line(c, d, theme::kGold, t * k, true);
        page.canvas().arc(page.px(Point{at.x + dx * r, at.y + dy * r}), r * k, fromDegrees, fromDegrees + 90,
                          theme::kGold, t * k, true);
    };
    corner({box.x, box.y}, 1, 1, 180);
    corner({box.right(), box.y}, -1, 1, 270);
    corner({box.right(), box.bottom()}, -1, -1, 0);
    corner({box.x, box.bottom()}, 1, -1, 90);
}

// The one sentence for guests, in both languages, over the foot of the picture.
void drawPrompt(Page& page, const IdleScreen& idle, const Rect& strip) {
    page.fill(strip, theme::kInk.faded(0.88F), theme::kRadius, ui::Corners::bottom());
    float first = 36, second = 28;
    const float icon = 40, gap = 18;
    const auto total = [&] {
        return icon + gap + page.widthOf(idle.prompt, theme::display(first)) + 24 +
               page.widthOf(idle.secondPrompt, theme::text(second, Weight::medium));
    };
    while (total() > strip.w - 40 && first > 20) {
        first -= 1;
        second -= 0.78F;
    }
    float x = strip.centre().x - total() / 2;
    const float middle = strip.centre().y;
    page.icon(idle.waits    ? Icon::bang
              : idle.closed ? Icon::lock
                            : Icon::qr,
              {x, middle - icon / 2, icon, icon}, theme::kGold);
    x += icon + gap;
    x += page.text({x, middle + first * 0.34F}, idle.prompt, theme::display(first), theme::kWhite) + 24;
    page.text({x, middle + first * 0.34F}, idle.secondPrompt, theme::text(second, Weight::medium), theme::kSoft);
}

// A gold line over the picture or in place of the prompt: something to look at.
void drawNotice(Page& page, const Rect& strip, std::string_view words, bool good, float right, ui::Corners corners) {
    page.fill(strip, theme::kGold, theme::kRadius, corners);
    page.icon(good ? Icon::check : Icon::bang, {strip.x + 16, strip.centre().y - 14, 28, 28}, theme::kInk, 2.6F);
    const float room = right - 20 - strip.x - 56;
    const auto fitted = page.fit(words, theme::text(24, Weight::semibold), room, 17, 2);
    const int lines = page.measure(words, fitted.style, {room, fitted.lines}).lines;
    const float size = fitted.style.size;
    page.text({strip.x + 56, strip.centre().y + size * 0.34F - static_cast<float>(lines - 1) * size * 0.6F}, words,
              fitted.style, theme::kInk, {room, fitted.lines});
}

ui::Button lightButton(const IdleScreen& idle) {
    ui::Button light;
    light.label = idle.light;
    light.icon = Icon::torch;
    light.keyCap = "F7";
    light.kind = ui::ButtonKind::ink;
    light.textSize = 22;
    return light;
}

// At the right end of the strip; empty there when nothing can be changed.
Rect lightArea(Page& page, const IdleScreen& idle, const Rect& strip) {
    if (idle.light.empty()) return {strip.right(), strip.y, 0, 0};
    const float width = ui::buttonWidth(page.canvas(), lightButton(idle), page.k()) / page.k();
    return {strip.right() - 12 - width, strip.centre().y - 30, width, 60};
}

// The camera's light, in the notice's strip or alone over the picture's corner; true when it was pressed.
bool drawLight(Page& page, const IdleScreen& idle, const Rect& strip) {
    if (idle.light.empty()) return false;
    const ui::Button look = lightButton(idle);
    const Rect area = lightArea(page, idle, strip);
    return ui::button(page.canvas(), page.px(area), look, page.k());
}

bool drawCamera(Page& page, const DoorScreen& screen, const Preview& preview, const Rect& area) {
    const IdleScreen& idle = screen.idle;
    if (idle.camera.state != CameraState::live) {
        const float taken = idle.notice.empty() ? 0 : kPromptHeight + 12;
        drawCameraPanel(page, idle.camera, {area.x, area.y + taken, area.w, area.h - taken});
    } else {
        drawPicture(page, preview, area, theme::kRadius);
        const float noticed = idle.notice.empty() ? 0 : kPromptHeight;
        if (!idle.waits) drawBrackets(page, {area.x, area.y + noticed, area.w, area.h - kPromptHeight - noticed});
        drawPrompt(page, idle, {area.x, area.bottom() - kPromptHeight, area.w, kPromptHeight});
        if (!idle.camera.notice.empty() && idle.notice.empty()) {
            const float room = area.w - 64;
            const auto fitted = page.fit(idle.camera.notice, theme::text(18, Weight::semibold), room, 16, 2);
            const int lines = page.measure(idle.camera.notice, fitted.style, {room, fitted.lines}).lines;
            const float w = lines > 1 ? room : page.widthOf(idle.camera.notice, fitted.style);
            const Rect label{area.x + 16, area.y + 16, w + 32, lines > 1 ? 64.0F : 38.0F};
            page.fill(label, theme::kInk.faded(0.82F), theme::kRadiusSmall);
            page.text({label.x + 16, label.y + 25.5F}, idle.camera.notice, fitted.style, theme::kSoft,
                      {room + 1, fitted.lines});
        }
    }
    const Rect strip{area.x, area.y, area.w, kPromptHeight};
    if (!idle.notice.empty())
        drawNotice(page, strip, idle.notice, idle.noticeIsGood, lightArea(page, idle, strip).x, ui::Corners::top());
    return drawLight(page, idle, strip);
}

// Why guests were refused: on a line of their own that says so, for it begins under another number; the most frequent
// first; one that does not fit whole is left out.
void drawReasons(Page& page, const Counters& counters, Point baseline, float width) {
    const TextStyle style = theme::text(18), bold = theme::text(18, Weight::semibold);
    if (counters.reasons.empty()) return;
    const float title = page.text(baseline, counters.reasonsTitle, bold, theme::kSoft) + 8;
    baseline.x += title;
    width -= title;
    std::string line;
    for (const Reason& reason : counters.reasons) {
        const std::string longer = line + (line.empty() ? "" : " · ") + reason.words;
        if (!line.empty() && page.widthOf(longer, style) > width) break;
        line = longer;
    }
    page.text(baseline, line, page.fit(line, style, width, theme::kLeastText, 1).style, theme::kSoft, {width, 1});
}

}  // namespace

void drawCounters(Page& page, const Counters& c, const Rect& area) {
    page.fill(area, theme::kPanel, theme::kRadius);
    const float x = area.x + 20, right = area.right() - 20;
    TextStyle figure = theme::number(42);
    const TextStyle label = theme::text(20);
    const auto column = [&](float at, const std::string& value, const std::string& words, float baseline) {
        const float used = page.text({at, baseline}, value, figure, theme::kWhite);
        page.text({at, baseline + 30}, words, label, theme::kSoft);
        return std::max(used, page.widthOf(words, label));
    };
    if (page.portrait()) {
        const float title = page.text({x, area.y + 36}, c.arrivedTitle, theme::display(26), theme::kWhite);
        page.text({x + title + 12, area.y + 36}, c.allDoors, label, theme::kSoft);
        const float columns[3] = {std::max(page.widthOf(c.here, figure), page.widthOf(c.hereLabel, label)),
                                  std::max(page.widthOf(c.perMinute, figure), page.widthOf(c.perMinuteShort, label)),
                                  std::max(page.widthOf(c.refused, figure), page.widthOf(c.refusedLabel, label))};
        const float gap = 24, small = columns[0] + columns[1] + columns[2] + 2 * gap;
        const float room = right - small - 28 - x;
        float count = 104;
        const auto ofStyle = [&] { return theme::text(std::max(18.0F, count * 0.4F), Weight::semibold); };
        while (page.widthOf(c.arrived, theme::number(count)) + 18 + page.widthOf(c.of, ofStyle()) > room && count > 36)
            count -= 2;
        const float used = page.text({x - 2, area.y + 142}, c.arrived, theme::number(count), theme::kWhite);
        const float left = room - used - 10;
        const auto of = page.fit(c.of, ofStyle(), left, theme::kLeastText, 1);
        page.text({x + used + 16, area.y + 142}, c.of, of.style, theme::kSoft, {left, 1});
        float at = right - small;
        column(at, c.here, c.hereLabel, area.y + 112);
        at += columns[0] + gap;
        column(at, c.perMinute, c.perMinuteShort, area.y + 112);
        at += columns[1] + gap;
        column(at, c.refused, c.refusedLabel, area.y + 112);
    } else {
        page.text({x, area.y + 38}, c.arrivedTitle, theme::display(26), theme::kWhite);
        page.text({right, area.y + 38}, c.allDoors, label, theme::kSoft, {0, 0, ui::Align::right});
        const float room = right - x;
        float count = 104;
        const auto both = [&] {
            return page.widthOf(c.arrived, theme::number(count)) + 20 +
                   page.widthOf(c.of, theme::text(count * 0.4F, Weight::semibold));
        };
        while (both() > room && count > 48) count -= 2;
        const float used = page.text({x - 2, area.y + 127}, c.arrived, theme::number(count), theme::kWhite);
        page.text({x + used + 18, area.y + 127}, c.of, theme::text(count * 0.4F, Weight::semibold), theme::kSoft);
        float at = x;
        const float figures = area.y + 199, gap = 26;
        const auto wide = [&](const std::string& value, const std::string& words) {
            return std::max(page.widthOf(value, figure), page.widthOf(words, label));
        };
        while (wide(c.here, c.hereLabel) + wide(c.perMinute, c.perMinuteLabel) + wide(c.refused, c.refusedLabel) +
                       2 * gap >
                   room &&
               figure.size > 28)
            figure = theme::number(figure.size - 2);
        at += column(at, c.here, c.hereLabel, figures) + gap;
        at += column(at, c.perMinute, c.perMinuteLabel, figures) + gap;
        column(at, c.refused, c.refusedLabel, figures);
        drawReasons(page, c, {x, area.y + 252}, right - x);
    }
    const Rect bar =
        page.portrait() ? Rect{x, area.bottom() - 42, right - x, 14} : Rect{x, area.y + 146, right - x, 10};
    page.fill(bar, theme::kLine, bar.h / 2);
    if (c.share > 0) page.fill({bar.x, bar.y, std::max(bar.h, bar.w * c.share), bar.h}, theme::kSky, bar.h / 2);
}

SmallSign smallSignOf(const LastScan& scan) {
    switch (toneOf(scan.verdict)) {
        case Tone::green:
            return {SignShape::ring, scan.verdict == Verdict::exited ? Icon::exit : Icon::check, theme::kSky};
        case Tone::amber:
            if (scan.calm) return {SignShape::ring, Icon::again, theme::kSoft};  // nobody came in, and nothing is wrong
            return {SignShape::triangle, Icon::bang, theme::kGold};
        case Tone::red:
            return {SignShape::octagon, scan.verdict == Verdict::unknown ? Icon::question : Icon::cross, theme::kGold};
        case Tone::grey: return {SignShape::circle, Icon::undo, theme::kSoft};
        case Tone::fault: return {SignShape::square, Icon::store, theme::kRedLight};
    }
    return {SignShape::ring, Icon::check, theme::kSky};
}

std::optional<DoorPress> drawLastScans(Page& page, const IdleScreen& idle, const Rect& area) {
    page.fill(area, theme::kPanel, theme::kRadius);
    const float x = area.x + 20, right = area.right() - 20;
    const float title = page.text({x, area.y + 38}, idle.lastTitle, theme::display(24), theme::kWhite);
    std::optional<DoorPress> action;
    if (!idle.undo.empty()) {
        ui::Button undo;
        undo.label = idle.undo;
        undo.icon = Icon::undo;
        undo.keyCap = "F8";
        undo.textSize = 20;
        const float room = right - x - title - 16;
        float width = ui::buttonWidth(page.canvas(), undo, page.k()) / page.k();
        if (width > room) {  // a longer name costs the key cap, not the size of the letters
            undo.keyCap = "";
            width = std::min(room, ui::buttonWidth(page.canvas(), undo, page.k()) / page.k());
        }
        if (ui::button(page.canvas(), page.px(Rect{right - width, area.y + 6, width, theme::kLeastTarget}), undo,
                       page.k()))
            action = DoorAction::undo;
    }
    const float top = area.y + (idle.undo.empty() ? 54.0F : 64.0F), room = area.bottom() - 12 - top;
    const std::size_t most = room < 180 ? 3 : 5;
    const float row = std::min(64.0F, room / static_cast<float>(most));
    if (idle.last.empty()) {
        page.text({x, top + 32}, idle.lastEmpty, theme::text(20), theme::kSoft, {right - x, 2});
        return action;
    }
    for (std::size_t i = 0; i < std::min(most, idle.last.size()); ++i) {
        const LastScan& scan = idle.last[i];
        const float y = top + row * static_cast<float>(i), middle = y + row / 2;
        if (i > 0) page.hairline({x, y}, {right, y}, theme::kLine, 1);
        const SmallSign sign = smallSignOf(scan);
        const bool ring = sign.shape == SignShape::ring;
        page.sign(sign.shape, sign.glyph, ring ? Rect{x - 1, middle - 15, 30, 30} : Rect{x - 3, middle - 17, 34, 34},
                  sign.colour, theme::kPanel);
        const bool flag = page.flag(scan.country, {x + 44, middle - 13.5F}, 36, 4, false);
        const float nameX = flag ? x + 94 : x + 44;
        const bool quiet = ring;
        TextStyle when = quiet ? theme::text(20) : theme::text(20, Weight::semibold);
        when.tabular = quiet;
        const float whenWidth = page.widthOf(scan.when, when);
        const Colour colour = quiet || sign.colour == theme::kSoft ? theme::kSoft
                              : sign.colour == theme::kRedLight    ? theme::kRedLight
                                                                   : theme::kGold;
        page.text({right, middle + 7}, scan.when, when, colour, {0, 0, ui::Align::right});
        page.text({nameX, middle + 7.5F}, scan.who, theme::text(22, Weight::semibold), theme::kWhite,
                  {right - whenWidth - 14 - nameX, 1});
    }
    return action;
}

namespace {

// Search, walk-in, group: as many as the event allows.
std::optional<DoorPress> drawButtons(Page& page, const DoorScreen& screen, const Rect& area) {
    struct Way {
        std::string_view label;
        Icon icon;
        const char* key;
        DoorAction action;
    };
    std::vector<Way> ways{{screen.searchLabel, Icon::search, "F2", DoorAction::openSearch},
                          {screen.walkInLabel, Icon::personAdd, "F3", DoorAction::openWalkIn},
                          {screen.groupLabel, Icon::group, "F4", DoorAction::openGroup}};
    std::erase_if(ways, [](const Way& way) { return way.label.empty(); });
    std::optional<DoorPress> action;
    const float gap = 16,
                width = (area.w - gap * static_cast<float>(ways.size() - 1)) / static_cast<float>(ways.size());
    for (std::size_t i = 0; i < ways.size(); ++i) {
        ui::Button look;
        look.label = ways[i].label;
        const bool codes = ways[i].action == DoorAction::openSearch;  // may be typed by who may only scan
        look.icon = screen.findLocked && !codes ? Icon::lock : ways[i].icon;
        look.keyCap = ways[i].key;
        const Rect place{area.x + static_cast<float>(i) * (width + gap), area.y, width, area.h};
        if (ui::button(page.canvas(), page.px(place), look, page.k())) action = ways[i].action;
    }
    return action;
}

}  // namespace

std::optional<DoorPress> drawIdle(Page& page, const DoorScreen& screen, const Preview& preview) {
    const float w = page.width(), h = page.height(), margin = theme::kPageMargin, foot = h - kStatusHeight - 16;
    page.fill({0, 0, w, h}, theme::kInk);
    std::optional<DoorPress> action;
    const float top = drawHeader(page, screen, action);
    if (page.portrait()) {
        const float code = 72, last = 214, counters = 216, gap = 16;
        const Rect codeArea{margin, foot - code, w - 2 * margin, code};
        const Rect lastArea{margin, codeArea.y - gap - last, w - 2 * margin, last};
        const Rect countArea{margin, lastArea.y - gap - counters, w - 2 * margin, counters};
        if (drawCamera(page, screen, preview, {margin, top, w - 2 * margin, countArea.y - gap - top}))
            action = DoorAction::light;
        drawCounters(page, screen.idle.counters, countArea);
        if (const auto pressed = drawLastScans(page, screen.idle, lastArea)) action = pressed;
        if (const auto pressed = drawButtons(page, screen, codeArea)) action = pressed;
        return action;
    }
    const float side = 424, code = 72;
    const Rect camera{margin, top, w - 2 * margin - side - 16, foot - code - 16 - top};
    const Rect right{w - margin - side, top, side, foot - top};
    if (drawCamera(page, screen, preview, camera)) action = DoorAction::light;
    drawCounters(page, screen.idle.counters, {right.x, right.y, right.w, kCounters});
    if (const auto pressed =
            drawLastScans(page, screen.idle, {right.x, right.y + kCounters + 12, right.w, right.h - kCounters - 12}))
        action = pressed;
    if (const auto pressed = drawButtons(page, screen, {margin, foot - code, camera.w, code})) action = pressed;
    return action;
}

}  // namespace turnout::kiosk
