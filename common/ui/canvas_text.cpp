// Text on the canvas: pictures by Pango, remembered as one-byte masks and tinted when they are drawn.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "common/ui/canvas_parts.h"

namespace turnout::ui {
namespace {

constexpr std::size_t kMostTexts = 1500;
constexpr std::size_t kMostTextBytes = 24U << 20;

template <class T>
void append(std::string& key, const T& value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    key.append(bytes, sizeof(T));
}

std::string keyOf(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    std::string key;
    key.reserve(utf8.size() + 32);
    append(key, style.face);
    append(key, style.size);
    append(key, style.weight);
    append(key, style.tabular);
    append(key, style.tracking);
    append(key, style.lineHeight);
    append(key, box.maxWidth);
    append(key, box.maxLines);
    append(key, box.align);
    append(key, box.balanced);
    key += utf8;
    return key;
}

std::size_t bytesOf(const CachedText& text) {
    const std::size_t pixels =
        static_cast<std::size_t>(text.texture.width()) * static_cast<std::size_t>(text.texture.height());
    return pixels * (text.coloured ? 4 : 1);
}

}  // namespace

Texture maskTexture(TextureHome& home, const paint::Bitmap& bitmap) {
    if (bitmap.empty()) return {};
    std::vector<std::uint8_t> alpha(bitmap.pixels.size() / 4);
    for (std::size_t i = 0; i < alpha.size(); ++i) alpha[i] = bitmap.pixels[i * 4 + 3];
    Texture texture(home, bitmap.width, bitmap.height, PixelFormat::mask);
    texture.upload(alpha.data(), static_cast<std::size_t>(bitmap.width));
    return texture;
}

Texture colourTexture(TextureHome& home, const paint::Bitmap& bitmap) {
    if (bitmap.empty()) return {};
    const std::vector<std::uint8_t> rgba = paint::straightRgba(bitmap);
    Texture texture(home, bitmap.width, bitmap.height, PixelFormat::rgba);
    texture.upload(rgba.data(), static_cast<std::size_t>(bitmap.stride()));
    return texture;
}

CachedText& Canvas::Parts::textOf(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    const auto [entry, isNew] = texts.try_emplace(keyOf(utf8, style, box));
    if (isNew) entry->second.metrics = paint::measure(utf8, style, box);
    entry->second.lastFrame = frame;
    return entry->second;
}

CachedText& Canvas::Parts::renderedText(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    const auto [entry, isNew] = texts.try_emplace(keyOf(utf8, style, box));
    CachedText& text = entry->second;
    text.lastFrame = frame;
    if (text.rendered) return text;
    paint::TextPicture picture = paint::renderText(utf8, style, box);
    text.metrics = picture.metrics;
    text.originX = picture.originX;
    text.originY = picture.originY;
    text.coloured = picture.coloured;
    text.texture = picture.coloured ? colourTexture(home, picture.bitmap) : maskTexture(home, picture.bitmap);
    text.rendered = true;
    textBytes += bytesOf(text);
    return text;
}

// Only between frames: a list that was not rendered yet may name the textures.
void Canvas::Parts::forgetOldTexts() {
    if (texts.size() <= kMostTexts && textBytes <= kMostTextBytes) return;
    std::vector<std::pair<std::uint64_t, const std::string*>> ages;
    for (const auto& [key, text] : texts) ages.emplace_back(text.lastFrame, &key);
    std::sort(ages.begin(), ages.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [lastFrame, key] : ages) {
        const bool enough = texts.size() <= kMostTexts / 2 && textBytes <= kMostTextBytes / 2;
        if (enough || lastFrame + 2 > frame) break;  // what was just on the screen stays
        const auto found = texts.find(*key);
        textBytes -= bytesOf(found->second);
        texts.erase(found);
    }
}

Point Canvas::Parts::placed(Point baseline, const CachedText& text, const TextBox& box) const {
    float x = baseline.x;
    if (box.maxWidth <= 0 && box.align == Align::centre) x -= text.metrics.width / 2;
    if (box.maxWidth <= 0 && box.align == Align::right) x -= text.metrics.width;
    return {std::round(x), std::round(baseline.y)};
}

void Canvas::Parts::tell(std::string_view utf8, const TextStyle& style, Point origin, const CachedText& text,
                         Colour colour) const {
    if (!listener) return;
    const Rect ink = text.metrics.ink.moved(origin.x, origin.y), left = seen(ink);
    if (left == ink || (left.w > 0 && left.h > 0))
        listener({std::string(utf8), style, left, text.metrics.cut, text.metrics.missingGlyphs, colour});
}

float Canvas::text(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, const TextBox& box) {
    const CachedText& text = parts_->renderedText(utf8, style, box);
    if (!text.texture) return text.metrics.width;
    const Point origin = parts_->placed(baseline, text, box);
    const Rect area{origin.x - static_cast<float>(text.originX), origin.y - static_cast<float>(text.originY),
                    static_cast<float>(text.texture.width()), static_cast<float>(text.texture.height())};
    const Colour tint = text.coloured ? Colour{255, 255, 255, colour.a} : colour;
    parts_->quad(text.texture, area, {0, 0, 1, 1}, parts_->colour(tint));
    parts_->tell(utf8, style, origin, text, colour);
    return text.metrics.width;
}

float Canvas::textMarked(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, Colour mark,
                         std::span<const std::pair<std::size_t, std::size_t>> marked, const TextBox& box) {
    if (marked.empty()) return text(baseline, utf8, style, colour, box);
    std::string key = keyOf(utf8, style, box);
    for (const auto& [begin, end] : marked) {
        append(key, begin);
        append(key, end);
    }
    const auto [entry, isNew] = parts_->texts.try_emplace(std::move(key));
    entry->second.lastFrame = parts_->frame;
    if (isNew) {
        for (const auto& [begin, end] : marked)
            for (const auto& part : paint::across(utf8, style, box, begin, end)) entry->second.across.push_back(part);
        std::sort(entry->second.across.begin(), entry->second.across.end());
    }
    const std::vector<std::pair<float, float>> parts = entry->second.across;
    const CachedText& picture = parts_->renderedText(utf8, style, box);
    if (!picture.texture) return picture.metrics.width;
    const Point origin = parts_->placed(baseline, picture, box);
    const Rect area{origin.x - static_cast<float>(picture.originX), origin.y - static_cast<float>(picture.originY),
                    static_cast<float>(picture.texture.width()), static_cast<float>(picture.texture.height())};
    // Each stretch once, in its own colour: a second coat would leave a rim of the first.
    const auto stretch = [&](float from, float to, Colour shade) {
        if (to <= from) return;
        pushClip({from, area.y, to - from, area.h});
        parts_->quad(picture.texture, area, {0, 0, 1, 1}, parts_->colour(shade));
        popClip();
    };
    float at = area.x;
    for (const auto& [from, to] : parts) {
        const float left = std::max(at, std::round(origin.x + from)), right = std::round(origin.x + to);
        stretch(at, left, colour);
        stretch(left, right, mark);
        at = std::max(at, right);
    }
    stretch(at, area.right(), colour);
    parts_->tell(utf8, style, origin, picture, colour);
    return picture.metrics.width;
}

float Canvas::textGradient(Point baseline, std::string_view utf8, const TextStyle& style, Colour top, Colour bottom,
                           const TextBox& box) {
    const CachedText& text = parts_->renderedText(utf8, style, box);
    if (!text.texture) return text.metrics.width;
    const Point origin = parts_->placed(baseline, text, box);
    const float h = static_cast<float>(text.texture.height()), w = static_cast<float>(text.texture.width());
    const Rect area{origin.x - static_cast<float>(text.originX), origin.y - static_cast<float>(text.originY), w, h};
    ImDrawList& list = *parts_->list;
    const int first = list.VtxBuffer.Size;
    parts_->quad(text.texture, area, {0, 0, 1, 1}, IM_COL32_WHITE);
    // The picture is the ink and a pixel around it: its edges are as good as the ink's.
    const ImU32 upper = parts_->colour(top), lower = parts_->colour(bottom);
    for (int i = first; i < list.VtxBuffer.Size; ++i)
        list.VtxBuffer[i].col = list.VtxBuffer[i].pos.y < area.y + h / 2 ? upper : lower;
    parts_->tell(utf8, style, origin, text, top);
    return text.metrics.width;
}

float Canvas::figures(Point baseline, std::string_view number, const TextStyle& style, Colour top, Colour bottom) {
    CachedText& whole = parts_->textOf(number, style, {});
    if (whole.across.empty())
        for (std::size_t i = 0; i < number.size(); ++i)
            for (const auto& part : paint::across(number, style, {}, i, i + 1)) whole.across.push_back(part);
    if (whole.across.size() != number.size()) return textGradient(baseline, number, style, top, bottom);
    const Point origin = parts_->placed(baseline, whole, {});
    const Rect ink = whole.metrics.ink.moved(origin.x, origin.y);
    const std::vector<std::pair<float, float>> across = whole.across;
    const float width = whole.metrics.width;
    parts_->tell(number, style, origin, whole, top);
    ImDrawList& list = *parts_->list;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const CachedText& figure = parts_->renderedText(number.substr(i, 1), style, {});
        if (!figure.texture) continue;
        const Rect area{std::round(origin.x + across[i].first) - static_cast<float>(figure.originX),
                        origin.y - static_cast<float>(figure.originY), static_cast<float>(figure.texture.width()),
                        static_cast<float>(figure.texture.height())};
        const int first = list.VtxBuffer.Size;
        parts_->quad(figure.texture, area, {0, 0, 1, 1}, IM_COL32_WHITE);
        const float opacity = parts_->opacities.back();
        for (int v = first; v < list.VtxBuffer.Size; ++v) {
            const float share = std::clamp((list.VtxBuffer[v].pos.y - ink.y) / ink.h, 0.0F, 1.0F);
            const Colour shade = mix(top, bottom, share).faded(opacity);
            list.VtxBuffer[v].col = IM_COL32(shade.r, shade.g, shade.b, shade.a);
        }
    }
    return width;
}

float Canvas::textByInk(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, Align align) {
    const TextMetrics& m = parts_->textOf(utf8, style, {}).metrics;
    float x = baseline.x - m.ink.x;
    if (align == Align::centre) x = baseline.x - m.ink.x - m.ink.w / 2;
    if (align == Align::right) x = baseline.x - m.ink.right();
    return text({x, baseline.y}, utf8, style, colour);
}

const TextMetrics& Canvas::measure(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    return parts_->textOf(utf8, style, box).metrics;
}

float Canvas::fitSize(std::string_view utf8, const TextStyle& style, const TextBox& box, float least, float most,
                      float step) {
    // Remembered as a metric of its own: views ask for it in every frame.
    std::string key = keyOf(utf8, style.sized(0), box);
    append(key, least);
    append(key, most);
    append(key, step);
    const auto [entry, isNew] = parts_->texts.try_emplace(std::move(key));
    entry->second.lastFrame = parts_->frame;
    if (isNew) entry->second.metrics.width = paint::fitSize(utf8, style, box, least, most, step);
    return entry->second.metrics.width;
}

void Canvas::prepareText(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    parts_->renderedText(utf8, style, box);
}

}  // namespace turnout::ui
