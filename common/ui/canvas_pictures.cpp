// Pictures on the canvas: textures, flags, icons, signs, and the soft ones (glow, shadow).
#include <algorithm>
#include <array>
#include <cmath>

#include "common/ui/canvas_parts.h"
#include "common/ui/theme.h"

namespace turnout::ui {
namespace {

constexpr int kGlowSize = 512;
constexpr std::size_t kMostFlagBytes = 160U << 20U;

std::size_t bytesOf(const CachedFlag& flag) {
    return static_cast<std::size_t>(flag.texture.width()) * static_cast<std::size_t>(flag.texture.height()) * 4;
}

// Bright in the middle, gone at the edge; a little noise keeps wide, faint glows from showing rings.
paint::Bitmap glowPicture() {
    paint::Bitmap bitmap(kGlowSize, kGlowSize);
    std::uint32_t noise = 12345;
    for (int y = 0; y < kGlowSize; ++y) {
        for (int x = 0; x < kGlowSize; ++x) {
            const float dx = (static_cast<float>(x) + 0.5F) / (kGlowSize / 2.0F) - 1;
            const float dy = (static_cast<float>(y) + 0.5F) / (kGlowSize / 2.0F) - 1;
            const float away = std::min(1.0F, std::hypot(dx, dy));
            const float fall = (1 - away) * (1 - away) * (1 + 2 * away);
            noise = noise * 1664525 + 1013904223;
            const float grain = (static_cast<float>(noise >> 24) / 255 - 0.5F) * 8 * std::min(1.0F, fall * 12);
            const std::size_t at = (static_cast<std::size_t>(y) * kGlowSize + static_cast<std::size_t>(x)) * 4;
            bitmap.pixels[at + 3] = static_cast<std::uint8_t>(std::clamp(fall * 255 + grain, 0.0F, 255.0F));
        }
    }
    return bitmap;
}

// How much of a blurred half-plane's edge is seen `inside` pixels from it: an integral of a bell curve.
float softEdge(float inside, float blur) {
    return 0.5F * (1 + std::erf(inside / (blur * 0.5F * 1.41421356F)));
}

// A box of the radius, with its edge softened over `blur` on both sides, and a middle of two pixels to be stretched.
paint::Bitmap shadowPicture(int radius, int blur) {
    const int corner = radius + blur, side = 2 * (corner + blur) + 2;
    paint::Bitmap bitmap(side, side);
    const float half = static_cast<float>(side) / 2 - static_cast<float>(blur);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const float qx = std::abs(static_cast<float>(x) + 0.5F - static_cast<float>(side) / 2) - half +
                             static_cast<float>(radius);
            const float qy = std::abs(static_cast<float>(y) + 0.5F - static_cast<float>(side) / 2) - half +
                             static_cast<float>(radius);
            const float outside = std::hypot(std::max(qx, 0.0F), std::max(qy, 0.0F)) +
                                  std::min(std::max(qx, qy), 0.0F) - static_cast<float>(radius);
            const std::size_t at =
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)) * 4;
            bitmap.pixels[at + 3] =
                static_cast<std::uint8_t>(255 * softEdge(-outside, static_cast<float>(blur)) + 0.5F);
        }
    }
    return bitmap;
}

}  // namespace

void Canvas::Parts::quad(const Texture& texture, const Rect& area, Rect part, ImU32 tint) {
    if (!texture) return;
    list->AddImage(textureId(texture), topLeft(area), bottomRight(area), topLeft(part), bottomRight(part), tint);
}

const Texture& Canvas::Parts::mask(const std::string& key, const std::function<paint::Bitmap()>& render) {
    const auto [entry, isNew] = masks.try_emplace(key);
    if (isNew) entry->second = maskTexture(home, render());
    return entry->second;
}

void Canvas::image(const Texture& texture, const Rect& area, float radius, Rect part, Colour tint) {
    if (!texture || area.w <= 0 || area.h <= 0) return;
    const ImU32 colour = parts_->colour(tint);
    if (radius <= 0) return parts_->quad(texture, area, part, colour);
    ImDrawList& list = *parts_->list;
    const bool other = textureId(texture) != list._CmdHeader.TextureId;
    if (other) list.PushTextureID(textureId(texture));
    const int first = list.VtxBuffer.Size;
    parts_->roundedPath(area, radius, {});
    list.PathFillConvex(colour);
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImDrawVert& vertex = list.VtxBuffer[i];
        vertex.uv = {part.x + part.w * (vertex.pos.x - area.x) / area.w,
                     part.y + part.h * (vertex.pos.y - area.y) / area.h};
    }
    if (other) list.PopTextureID();
}

void Canvas::setFlags(std::shared_ptr<const paint::Flags> flags) {
    parts_->flags = std::move(flags);
    parts_->flagTextures.clear();
    parts_->flagBytes = 0;
}

const Texture& Canvas::Parts::flagTexture(const CountryCode& code, int width, bool onLight) {
    const std::string key = code.str() + std::to_string(width) + (onLight ? "l" : "d");
    const auto [entry, isNew] = flagTextures.try_emplace(key);
    CachedFlag& flag = entry->second;
    if (isNew && flags) {
        flag.texture =
            colourTexture(home, flags->flag(code, width, onLight ? paint::FlagTile::light() : paint::FlagTile{}));
        flagBytes += bytesOf(flag);
    }
    flag.lastFrame = frame;
    return flag.texture;
}

// Only between frames. Walls change their size as countries come, and moments have large flags: those long unused go.
void Canvas::Parts::forgetOldFlags() {
    if (flagBytes <= kMostFlagBytes) return;
    std::vector<std::pair<std::uint64_t, std::string>> ages;
    for (const auto& [key, flag] : flagTextures) ages.emplace_back(flag.lastFrame, key);
    std::sort(ages.begin(), ages.end());
    for (const auto& [lastFrame, key] : ages) {
        if (flagBytes <= kMostFlagBytes / 2 || lastFrame + 2 > frame) break;  // what was just on the screen stays
        const auto found = flagTextures.find(key);
        flagBytes -= bytesOf(found->second);
        flagTextures.erase(found);
    }
}

bool Canvas::flag(const CountryCode& code, Point topLeft, float width, float radius, bool onLight, float opacity,
                  float scale) {
    const Texture& texture = parts_->flagTexture(code, static_cast<int>(std::lround(width)), onLight);
    if (!texture) return false;
    const Rect whole{topLeft.x, topLeft.y, width, width * 0.75F};
    const Rect area = scale == 1 ? whole
                                 : Rect{whole.centre().x - whole.w * scale / 2, whole.centre().y - whole.h * scale / 2,
                                        whole.w * scale, whole.h * scale};
    parts_->tellFilled(area, true);
    pushOpacity(opacity);
    image(texture, area, radius);
    const Colour hairline = onLight ? theme::kInk.faded(0.24F) : theme::kWhite.faded(0.22F);
    outline(area, hairline, std::max(1.0F, std::round(width / 120)), radius);
    popOpacity();
    return true;
}

bool Canvas::prepareFlags(std::span<const CountryCode> codes, float width, bool onLight,
                          std::chrono::milliseconds budget) {
    const auto until = std::chrono::steady_clock::now() + budget;
    for (const CountryCode& code : codes) {
        if (std::chrono::steady_clock::now() > until) return false;
        parts_->flagTexture(code, static_cast<int>(std::lround(width)), onLight);
    }
    return true;
}

void Canvas::icon(Icon icon, const Rect& square, Colour colour, float stroke) {
    const int size = static_cast<int>(std::lround(square.w));
    if (size <= 0) return;
    parts_->tellFilled(square, true);
    const std::string key =
        "icon" + std::to_string(static_cast<int>(icon)) + "," + std::to_string(size) + "," + std::to_string(stroke);
    const Texture& mask = parts_->mask(key, [&] { return paint::renderIcon(icon, size, stroke); });
    parts_->quad(mask, {std::round(square.x), std::round(square.y), static_cast<float>(size), static_cast<float>(size)},
                 {0, 0, 1, 1}, parts_->colour(colour));
}

void Canvas::sign(SignShape shape, Icon glyph, const Rect& square, Colour colour, Colour field, float scale) {
    const int size = static_cast<int>(std::lround(square.w));
    if (size <= 0) return;
    const std::string key = "sign" + std::to_string(static_cast<int>(shape)) + "," + std::to_string(size);
    const Texture& outer = parts_->mask(key, [&] { return paint::renderSign(shape, size); });
    // Where the glyph stands in the shape, and how large, in shares of the square.
    float share = 0.66F, middle = 0.5F;
    if (shape == SignShape::triangle) share = 0.56F, middle = 0.595F;
    if (shape == SignShape::ring || shape == SignShape::diamond) share = 0.58F;
    if (shape == SignShape::square) share = 0.70F;
    const int inner = static_cast<int>(std::lround(square.w * share));
    const std::string glyphKey = "glyph" + std::to_string(static_cast<int>(glyph)) + "," + std::to_string(inner);
    const Texture& cut = parts_->mask(glyphKey, [&] { return paint::renderIcon(glyph, inner, paint::kSignStroke); });

    const Point centre = square.centre();
    auto scaled = [&](const Rect& r) {
        if (scale == 1) return Rect{std::round(r.x), std::round(r.y), r.w, r.h};
        return Rect{centre.x + (r.x - centre.x) * scale, centre.y + (r.y - centre.y) * scale, r.w * scale, r.h * scale};
    };
    const auto whole = static_cast<float>(size), part = static_cast<float>(inner);
    parts_->quad(outer, scaled({square.x, square.y, whole, whole}), {0, 0, 1, 1}, parts_->colour(colour));
    const Rect place{centre.x - part / 2, square.y + whole * middle - part / 2, part, part};
    const bool hollow = shape == SignShape::ring;  // the glyph stands on the field itself
    parts_->quad(cut, scaled(place), {0, 0, 1, 1}, parts_->colour(hollow ? colour : field));
    if (shape != SignShape::square) return;
    // The machine's fault: a red bar from corner to corner, parted from the glyph by the sign's own colour.
    const Rect bar = scaled(square.inset(square.w * 0.115F));
    for (const auto& [wide, paint] : {std::pair{0.16F, colour}, std::pair{0.08F, theme::kRed}})
        line({bar.x, bar.bottom()}, {bar.right(), bar.y}, paint, square.w * scale * wide, true);
}

void Canvas::glow(Point centre, float radiusX, float radiusY, Colour colour) {
    if (!parts_->glow) parts_->glow = maskTexture(parts_->home, glowPicture());
    parts_->quad(parts_->glow, {centre.x - radiusX, centre.y - radiusY, 2 * radiusX, 2 * radiusY}, {0, 0, 1, 1},
                 parts_->colour(colour));
}

void Canvas::shadow(const Rect& area, float radius, float blur, Colour colour) {
    const int r = static_cast<int>(std::lround(radius)), b = std::max(1, static_cast<int>(std::lround(blur)));
    const Texture& mask =
        parts_->mask("shadow" + std::to_string(r) + "," + std::to_string(b), [&] { return shadowPicture(r, b); });
    const Rect outer = area.inset(static_cast<float>(-b));
    const auto whole = static_cast<float>(r + b + b), side = static_cast<float>(mask.width());
    const float cut = std::min({whole, outer.w / 2, outer.h / 2});
    const std::array<float, 4> xs{outer.x, outer.x + cut, outer.right() - cut, outer.right()};
    const std::array<float, 4> ys{outer.y, outer.y + cut, outer.bottom() - cut, outer.bottom()};
    const std::array<float, 4> parts{0, cut / side, 1 - cut / side, 1};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            const Rect place{xs[i], ys[j], xs[i + 1] - xs[i], ys[j + 1] - ys[j]};
            const Rect part{parts[i], parts[j], parts[i + 1] - parts[i], parts[j + 1] - parts[j]};
            if (place.w > 0 && place.h > 0) parts_->quad(mask, place, part, parts_->colour(colour));
        }
    }
}

}  // namespace turnout::ui
