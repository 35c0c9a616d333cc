#include "common/ui/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "common/ui/canvas_parts.h"

namespace turnout::ui {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

class NoTextures final : public TextureHome {
  public:
    std::uintptr_t create(int, int, PixelFormat, bool) override { return ++last_; }
    void upload(std::uintptr_t, int, int, PixelFormat, const std::uint8_t*, std::size_t) override {}
    void destroy(std::uintptr_t) override {}

  private:
    std::uintptr_t last_ = 0;
};

ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

// Colours the vertices made since `first` from one side to the other; their alpha so far is the smooth edge.
template <class Share>
void shade(ImDrawList& list, int first, Colour from, Colour to, Share share) {
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImDrawVert& vertex = list.VtxBuffer[i];
        const float edge = static_cast<float>(vertex.col >> IM_COL32_A_SHIFT & 0xFF) / 255;
        vertex.col = packed(mix(from, to, std::clamp(share(vertex.pos), 0.0F, 1.0F)).faded(edge));
    }
}

}  // namespace

Canvas::Parts::Parts(TextureHome& textures) : home(textures), context(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    unsigned char* pixels = nullptr;
    int w = 0, h = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &w, &h);
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;  // its widths are whole pixels
    style.CircleTessellationMaxError = 0.1F;
}

ImU32 Canvas::Parts::colour(Colour c) const {
    return packed(c.faded(opacities.back()));
}

void Canvas::Parts::roundedPath(const Rect& area, float radius, Corners corners) {
    const float most = std::max(0.0F, std::min({radius, area.w / 2, area.h / 2}));
    auto corner = [&](bool round, float cx, float cy, float x, float y, float from) {
        if (round && most > 0.25F)
            list->PathArcTo({cx, cy}, most, from, from + kPi / 2);
        else
            list->PathLineTo({x, y});
    };
    const float l = area.x, t = area.y, r = area.right(), b = area.bottom();
    corner(corners.topLeft, l + most, t + most, l, t, kPi);
    corner(corners.topRight, r - most, t + most, r, t, kPi * 1.5F);
    corner(corners.bottomRight, r - most, b - most, r, b, 0);
    corner(corners.bottomLeft, l + most, b - most, l, b, kPi / 2);
    // Where two corners meet, one point: rounded to floats the second may lie behind the first, and a side that long
    // turns the smooth edge around.
    constexpr float kSame = 0.02F;  // pixels
    const auto same = [](const ImVec2& a, const ImVec2& c) {
        return std::abs(a.x - c.x) < kSame && std::abs(a.y - c.y) < kSame;
    };
    ImVector<ImVec2>& path = list->_Path;
    path.resize(static_cast<int>(std::unique(path.begin(), path.end(), same) - path.begin()));
    if (path.Size > 1 && same(path.back(), path.front())) path.pop_back();
}

Rect Canvas::Parts::seen(const Rect& area) const {
    if (clips == 0) return area;
    const ImVec2 least = list->GetClipRectMin(), most = list->GetClipRectMax();
    const float left = std::max(area.x, least.x), top = std::max(area.y, least.y);
    return {left, top, std::min(area.right(), most.x) - left, std::min(area.bottom(), most.y) - top};
}

void Canvas::Parts::tellFilled(const Rect& area, bool picture) const {
    if (!fillListener) return;
    const Rect left = seen(area);
    if (left.w > 0 && left.h > 0) fillListener({left, picture});
}

Canvas::Canvas(TextureHome& home) : parts_(std::make_unique<Parts>(home)) {}
Canvas::~Canvas() = default;

std::unique_ptr<Canvas> Canvas::headless(Size size) {
    auto home = std::make_unique<NoTextures>();
    auto canvas = std::make_unique<Canvas>(*home);
    canvas->parts_->ownHome = std::move(home);
    canvas->parts_->size = size;
    return canvas;
}

Size Canvas::size() const {
    return parts_->size;
}
const Pointer& Canvas::pointer() const {
    return parts_->pointer;
}
void Canvas::setPointer(const Pointer& pointer) {
    parts_->pointer = pointer;
}
TextureHome& Canvas::textures() {
    return parts_->home;
}

void Canvas::enter() {
    ImGui::SetCurrentContext(parts_->context.get());
}

void Canvas::begin(Size size, const Pointer& pointer) {
    enter();
    parts_->size = size;
    parts_->pointer = pointer;
    ++parts_->frame;
    parts_->forgetOldTexts();
    parts_->forgetOldFlags();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {size.w, size.h};
    io.DeltaTime = 1.0F / 60;  // nothing of ImGui's own moves here
    ImGui::NewFrame();
    parts_->list = ImGui::GetBackgroundDrawList();
    parts_->opacities.assign(1, 1.0F);
}

void Canvas::end() {
    parts_->list = nullptr;
    ImGui::Render();
}

void Canvas::onWritten(std::function<void(const Written&)> listener) {
    parts_->listener = std::move(listener);
}

void Canvas::onFilled(std::function<void(const Filled&)> listener) {
    parts_->fillListener = std::move(listener);
}

void Canvas::fill(const Rect& area, Colour colour, float radius, Corners corners) {
    if (area.w <= 0 || area.h <= 0) return;
    parts_->tellFilled(area);
    if (radius <= 0) return parts_->list->AddRectFilled(topLeft(area), bottomRight(area), parts_->colour(colour));
    parts_->roundedPath(area, radius, corners);
    parts_->list->PathFillConvex(parts_->colour(colour));
}

void Canvas::outline(const Rect& area, Colour colour, float thickness, float radius) {
    const Rect middle = area.inset(thickness / 2);
    if (middle.w <= 0 || middle.h <= 0) return;
    parts_->roundedPath(middle, radius - thickness / 2, {});
    parts_->list->PathStroke(parts_->colour(colour), ImDrawFlags_Closed, thickness);
}

void Canvas::dashedOutline(const Rect& area, Colour colour, float thickness, float radius, float dash, float gap) {
    parts_->roundedPath(area.inset(thickness / 2), radius - thickness / 2, {});
    std::vector<ImVec2> path(parts_->list->_Path.begin(), parts_->list->_Path.end());
    parts_->list->PathClear();
    if (path.size() < 2 || dash + gap <= 0) return;
    path.push_back(path.front());
    float along = 0;  // since the last dash began
    std::vector<Point> stroke;
    auto flush = [&] {
        if (stroke.size() > 1) polyline(stroke, colour, thickness);
        stroke.clear();
    };
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const float dx = path[i + 1].x - path[i].x, dy = path[i + 1].y - path[i].y, length = std::hypot(dx, dy);
        float done = 0;
        while (length - done > 0.001F) {
            const bool on = along < dash;
            const float step = std::min(length - done, (on ? dash : dash + gap) - along);
            auto at = [&](float d) { return Point{path[i].x + dx * d / length, path[i].y + dy * d / length}; };
            if (on) {
                if (stroke.empty()) stroke.push_back(at(done));
                stroke.push_back(at(done + step));
            } else {
                flush();
            }
            done += step;
            along += step;
            if (along >= dash + gap - 0.001F) along = 0;
        }
    }
    flush();
}

void Canvas::gradientDown(const Rect& area, Colour top, Colour bottom, float radius, Corners corners) {
    if (area.w <= 0 || area.h <= 0) return;
    parts_->tellFilled(area);
    ImDrawList& list = *parts_->list;
    if (radius <= 0) {
        const ImU32 a = parts_->colour(top), b = parts_->colour(bottom);
        return list.AddRectFilledMultiColor(topLeft(area), bottomRight(area), a, a, b, b);
    }
    const int first = list.VtxBuffer.Size;
    parts_->roundedPath(area, radius, corners);
    list.PathFillConvex(IM_COL32_WHITE);
    const float opacity = parts_->opacities.back();
    shade(list, first, top.faded(opacity), bottom.faded(opacity), [&](ImVec2 p) { return (p.y - area.y) / area.h; });
}

void Canvas::gradientAcross(const Rect& area, Colour left, Colour right, float radius, Corners corners) {
    if (area.w <= 0 || area.h <= 0) return;
    parts_->tellFilled(area);
    ImDrawList& list = *parts_->list;
    if (radius <= 0) {
        const ImU32 a = parts_->colour(left), b = parts_->colour(right);
        return list.AddRectFilledMultiColor(topLeft(area), bottomRight(area), a, b, b, a);
    }
    const int first = list.VtxBuffer.Size;
    parts_->roundedPath(area, radius, corners);
    list.PathFillConvex(IM_COL32_WHITE);
    const float opacity = parts_->opacities.back();
    shade(list, first, left.faded(opacity), right.faded(opacity), [&](ImVec2 p) { return (p.x - area.x) / area.w; });
}

void Canvas::line(Point from, Point to, Colour colour, float thickness, bool roundEnds) {
    const std::array points{from, to};
    polyline(points, colour, thickness, false, roundEnds);
}

void Canvas::polyline(std::span<const Point> points, Colour colour, float thickness, bool closed, bool roundEnds) {
    if (points.size() < 2) return;
    for (Point p : points) parts_->list->PathLineTo(vec(p));
    parts_->list->PathStroke(parts_->colour(colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
    if (!roundEnds) return;
    for (Point p : {points.front(), points.back()}) circle(p, thickness / 2, colour);
}

void Canvas::arc(Point centre, float radius, float fromDegrees, float toDegrees, Colour colour, float thickness,
                 bool roundEnds) {
    const float from = fromDegrees * kPi / 180, to = toDegrees * kPi / 180;
    parts_->list->PathArcTo(vec(centre), radius, from, to);
    parts_->list->PathStroke(parts_->colour(colour), ImDrawFlags_None, thickness);
    if (!roundEnds) return;
    for (float angle : {from, to})
        circle({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)}, thickness / 2, colour);
}

void Canvas::polygon(std::span<const Point> convex, Colour colour) {
    if (convex.size() < 3) return;
    // ImGui puts the smooth edge on the right side only for points that go clockwise on the screen.
    float area = 0;
    for (std::size_t i = 0; i < convex.size(); ++i) {
        const Point &a = convex[i], &b = convex[(i + 1) % convex.size()];
        area += a.x * b.y - b.x * a.y;
    }
    for (std::size_t i = 0; i < convex.size(); ++i)
        parts_->list->PathLineTo(vec(area >= 0 ? convex[i] : convex[convex.size() - 1 - i]));
    parts_->list->PathFillConvex(parts_->colour(colour));
}

void Canvas::circle(Point centre, float radius, Colour colour) {
    parts_->list->AddCircleFilled(vec(centre), radius, parts_->colour(colour));
}

void Canvas::ring(Point centre, float radius, Colour colour, float thickness) {
    // A twentieth of a pixel between the circle and its straight pieces: three tenths, as usual, show when it is large.
    const int pieces = std::max(12, static_cast<int>(std::ceil(10 * std::sqrt(radius))));
    parts_->list->AddCircle(vec(centre), radius, parts_->colour(colour), pieces, thickness);
}

// On whole pixels: the renderer drops fractions, of the right edge by way of the width.
void Canvas::pushClip(const Rect& area) {
    parts_->list->PushClipRect({std::round(area.x), std::round(area.y)},
                               {std::round(area.right()), std::round(area.bottom())}, true);
    ++parts_->clips;
}
void Canvas::popClip() {
    parts_->list->PopClipRect();
    --parts_->clips;
}

void Canvas::pushOpacity(float opacity) {
    parts_->opacities.push_back(parts_->opacities.back() * std::clamp(opacity, 0.0F, 1.0F));
}
void Canvas::popOpacity() {
    if (parts_->opacities.size() > 1) parts_->opacities.pop_back();
}

}  // namespace turnout::ui
