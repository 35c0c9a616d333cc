// The inside of a Canvas: ImGui's context and list, and the caches. For canvas*.cpp only.
#pragma once

#include <imgui.h>

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/ui/canvas.h"

namespace turnout::ui {

struct ContextEnd {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

// A text as it was measured, and its picture once it was drawn.
struct CachedText {
    TextMetrics metrics;
    Texture texture;
    int originX = 0, originY = 0;
    bool coloured = false, rendered = false;
    std::vector<std::pair<float, float>> across;  // of textMarked(): what was asked for, from the origin
    std::uint64_t lastFrame = 0;
};

struct CachedFlag {
    Texture texture;  // empty: no source has it
    std::uint64_t lastFrame = 0;
};

struct Canvas::Parts {
    TextureHome& home;
    std::unique_ptr<TextureHome> ownHome;  // of a headless canvas
    std::unique_ptr<ImGuiContext, ContextEnd> context;
    ImDrawList* list = nullptr;
    Size size;
    Pointer pointer;
    std::vector<float> opacities{1.0F};
    std::function<void(const Written&)> listener;
    std::function<void(const Filled&)> fillListener;
    std::uint64_t frame = 0;
    int clips = 0;  // pushed and not popped

    std::unordered_map<std::string, CachedText> texts;
    std::size_t textBytes = 0;
    std::shared_ptr<const paint::Flags> flags;
    std::map<std::string, CachedFlag> flagTextures;
    std::size_t flagBytes = 0;
    std::map<std::string, Texture> masks;  // icons, signs, shadows
    Texture glow;

    explicit Parts(TextureHome& textures);

    ImU32 colour(Colour c) const;
    // A closed path with round corners, drawn with PathFillConvex or PathStroke.
    void roundedPath(const Rect& area, float radius, Corners corners);
    void quad(const Texture& texture, const Rect& area, Rect part, ImU32 tint);
    CachedText& textOf(std::string_view utf8, const TextStyle& style, const TextBox& box);
    CachedText& renderedText(std::string_view utf8, const TextStyle& style, const TextBox& box);
    void forgetOldTexts();
    void forgetOldFlags();
    const Texture& mask(const std::string& key, const std::function<paint::Bitmap()>& render);
    const Texture& flagTexture(const CountryCode& code, int width, bool onLight);
    Point placed(Point baseline, const CachedText& text, const TextBox& box) const;
    Rect seen(const Rect& area) const;  // what the clips leave of it
    void tellFilled(const Rect& area, bool picture = false) const;
    void tell(std::string_view utf8, const TextStyle& style, Point origin, const CachedText& text, Colour colour) const;
};

inline ImVec2 vec(Point p) {
    return {p.x, p.y};
}
inline ImVec2 topLeft(const Rect& r) {
    return {r.x, r.y};
}
inline ImVec2 bottomRight(const Rect& r) {
    return {r.right(), r.bottom()};
}
inline ImTextureID textureId(const Texture& texture) {
    return reinterpret_cast<ImTextureID>(texture.id());
}

// The alpha of a bitmap as a one-byte texture.
Texture maskTexture(TextureHome& home, const paint::Bitmap& bitmap);
Texture colourTexture(TextureHome& home, const paint::Bitmap& bitmap);

}  // namespace turnout::ui
