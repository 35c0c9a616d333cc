#include <algorithm>

#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

// The part of the picture (0..1) that fills `area` without stretching it.
Rect cover(const ui::Texture& picture, const Rect& area) {
    const float pw = static_cast<float>(picture.width()), ph = static_cast<float>(picture.height());
    const float scale = std::max(area.w / pw, area.h / ph);
    const float w = area.w / scale / pw, h = area.h / scale / ph;
    return {(1 - w) / 2, (1 - h) / 2, w, h};
}

}  // namespace

void drawPicture(Page& page, const Preview& preview, const Rect& area, float radius, ui::Corners) {
    if (preview.picture == nullptr || !*preview.picture) {
        page.fill(area, theme::kPanel, radius);
        return;
    }
    const Rect part = cover(*preview.picture, area);
    const Rect shown = preview.mirrored ? Rect{part.right(), part.y, -part.w, part.h} : part;
    const Colour tint = page.quiet() ? Colour{115, 115, 115, 255} : theme::kWhite;
    page.canvas().image(*preview.picture, page.px(area), radius * page.k(), shown, tint);
    const float pw = static_cast<float>(preview.picture->width()), ph = static_cast<float>(preview.picture->height());
    page.canvas().pushClip(page.px(area));
    for (const auto& corners : preview.found) {
        std::array<Point, 4> points;
        for (std::size_t i = 0; i < 4; ++i) {
            const float along = (corners[i].x / pw - part.x) / part.w, u = preview.mirrored ? 1 - along : along,
                        v = (corners[i].y / ph - part.y) / part.h;
            points[i] = page.px(Point{area.x + u * area.w, area.y + v * area.h});
        }
        page.canvas().polyline(points, theme::kSky, std::max(2.0F, 5 * page.k()), true, true);
    }
    page.canvas().popClip();
}

void drawSmallCamera(Page& page, const Preview& preview, const CameraPanel& camera, const Rect& area,
                     std::string_view caption) {
    constexpr float kCaption = 34;
    const bool live = camera.state == CameraState::live;
    // The last frame of a camera that is gone would promise what no longer happens.
    if (live && preview.picture != nullptr && *preview.picture) {
        drawPicture(page, preview, area, theme::kRadius);
        page.fill({area.x, area.bottom() - kCaption, area.w, kCaption}, theme::kInk.faded(0.86F), theme::kRadius,
                  ui::Corners::bottom());
    } else {
        const bool gone = camera.state == CameraState::gone;
        const float title = live ? 0 : 30, middle = area.y + (area.h - kCaption - title) / 2 + 4;
        page.fill(area, theme::kInk, theme::kRadius);
        if (gone)
            page.sign(SignShape::triangle, Icon::bang, {area.centre().x - 30, middle - 32, 60, 60}, theme::kGold,
                      theme::kInk);
        else
            page.icon(Icon::scanner, {area.centre().x - 32, middle - 32, 64, 64}, theme::kSoft);
        if (!live) {
            const auto what = page.fit(camera.title, theme::text(20, Weight::semibold), area.w - 24, 16, 1);
            page.text({area.x + 12, area.bottom() - 41}, camera.title, what.style, gone ? theme::kGold : theme::kSoft,
                      {area.w - 24, 1, ui::Align::centre});
        }
    }
    page.outline(area, theme::kInk, 3, theme::kRadius);
    TextStyle style = theme::text(18, Weight::semibold);
    style = style.sized(page.fitSize(caption, style, {area.w - 24, 1}, 16, 18));
    page.text({area.x + 12, area.bottom() - 11}, caption, style, theme::kWhite, {area.w - 24, 1, ui::Align::centre});
}

// The title over the detail, both smaller where the row is low; the detail on two lines where the row is high enough.
void drawSteps(Page& page, const std::vector<Step>& steps, Point topLeft, float width, float rowHeight, float titleSize,
               Colour disc, Colour number, Colour title, Colour detail) {
    const float r = std::min(28.0F, rowHeight * 0.32F), x = topLeft.x + 2 * r + 24, textWidth = width - 2 * r - 24;
    constexpr float kStack = 2;  // cap height, gap, detail and its descenders, in sizes of the title
    titleSize = std::clamp(rowHeight / kStack, theme::kLeastText + 2, titleSize);
    const float detailSize = std::max(theme::kLeastText, titleSize * 0.7F), pitch = detailSize * 1.25F;
    float y = topLeft.y;
    for (std::size_t i = 0; i < steps.size(); ++i, y += rowHeight) {
        page.canvas().circle(page.px(Point{topLeft.x + r, y + rowHeight / 2}), r * page.k(), disc);
        const TextStyle digits = theme::display(std::max(theme::kLeastText, r * 1.15F));
        page.text({topLeft.x, y + rowHeight / 2 + digits.size * 0.36F}, std::to_string(i + 1), digits, number,
                  {2 * r, 1, ui::Align::centre});
        const auto head = page.fit(steps[i].title, theme::display(titleSize), textWidth, titleSize * 0.62F, 1);
        const int most = rowHeight >= titleSize * kStack + pitch ? 2 : 1;
        const auto small = page.fit(steps[i].detail, theme::text(detailSize), textWidth, theme::kLeastText, most);
        const bool two = page.measure(steps[i].detail, small.style, {textWidth, small.lines}).lines > 1;
        const float middle = y + rowHeight / 2 - (two ? pitch / 2 : 0);
        page.text({x, middle - titleSize * 0.08F}, steps[i].title, head.style, title, {textWidth, 1});
        page.text({x, middle + titleSize * 0.2F + detailSize}, steps[i].detail, small.style, detail,
                  {textWidth, small.lines});
    }
}

// What stands in the camera's place while there is no picture: what it is, and what to do.
void drawCameraPanel(Page& page, const CameraPanel& panel, const Rect& area) {
    const bool gone = panel.state == CameraState::gone;
    page.fill(area, theme::kPanel, theme::kRadius);
    if (gone) page.outline(area, theme::kGold, 4, theme::kRadius);
    const bool low = area.h < 400 && !panel.steps.empty();  // a notice or a rehearsal takes its height
    const float pad = low ? 24 : page.portrait() ? 32 : 40, sign = low ? 88 : 116;
    const Rect square{area.x + pad, area.y + (panel.steps.empty() ? area.h / 2 - sign / 2 : pad - 4), sign, sign};
    if (gone)
        page.sign(SignShape::triangle, Icon::bang, square, theme::kGold, theme::kPanel);
    else
        page.icon(panel.state == CameraState::none ? Icon::scanner : Icon::camera, square.inset(14), theme::kSky);
    const float x = square.right() + 24, width = area.right() - pad - x;
    const auto title = page.fit(panel.title, theme::display(low ? 36.0F : 44.0F), width, 26, low ? 1 : 2);
    page.text({x, square.y + sign * 0.48F}, panel.title, title.style, theme::kWhite, {width, title.lines});
    const auto detail = page.fit(panel.detail, theme::text(24), width, 18, 2);
    page.text({x, square.y + sign * 0.85F}, panel.detail, detail.style, theme::kSoft, {width, detail.lines});
    if (panel.steps.empty()) return;
    const float top = square.bottom() + (low ? 8.0F : 20.0F), room = area.bottom() - pad + 8 - top;
    const float row = std::min(112.0F, room / static_cast<float>(panel.steps.size()));
    drawSteps(page, panel.steps, {area.x + pad + 4, top}, area.w - 2 * pad, row, 28, gone ? theme::kGold : theme::kSky,
              theme::kInk, theme::kWhite, theme::kSoft);
}

}  // namespace turnout::kiosk
