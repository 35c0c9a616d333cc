#include <algorithm>
#include <cmath>

#include "display/views/stage.h"

namespace turnout::display {
namespace {

Colour times(Colour colour, float by) {
    const auto part = [&](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::clamp(std::lround(static_cast<float>(value) * by), 0L, 255L));
    };
    return {part(colour.r), part(colour.g), part(colour.b), colour.a};
}

// Lighter than a ground, also than a black one.
Colour over(Colour ground, float by, float light) {
    return paint::mix(times(ground, by), theme::kWhite, light);
}

float lightness(Colour colour) {
    return 0.30F * colour.r + 0.59F * colour.g + 0.11F * colour.b;
}

std::string fileIn(const std::filesystem::path& folder, const std::string& name) {
    return name.empty() ? std::string() : (folder / name).string();
}

// Lighter than the band on which the card lies, as long as white is read on it well; else as dark as the design's.
Colour guestOn(const Palette& palette, float light, Colour designs) {
    constexpr float kLightest = 105;
    const Colour lighter = paint::mix(palette.bandTop, theme::kWhite, light);
    return lightness(lighter) <= kLightest ? lighter : inHue(designs, palette.groundMiddle);
}

}  // namespace

Colour inHue(Colour designs, Colour hue) {
    const auto brightest = [](Colour colour) { return static_cast<float>(std::max({colour.r, colour.g, colour.b})); };
    const Colour tone = times(hue, brightest(designs) / std::max(1.0F, brightest(hue)));
    const float missing = lightness(designs) - lightness(tone);
    return missing <= 0 ? tone : paint::mix(tone, theme::kWhite, missing / (255 - lightness(tone)));
}

Palette Palette::of(const HallSettings& settings, const std::filesystem::path& folder) {
    Palette palette;
    if (settings.gold) palette.gold = Colour::hex(*settings.gold);
    if (settings.sky) palette.sky = Colour::hex(*settings.sky);
    if (settings.ground) {
        const Colour ground = Colour::hex(*settings.ground);
        palette.groundMiddle = ground;
        palette.groundTop = times(ground, 1.15F);
        palette.groundBottom = times(ground, 0.72F);
        palette.glow = over(ground, 2.6F, 0.06F);
        palette.bandTop = over(ground, 1.6F, 0.07F);
        palette.bandBottom = over(ground, 1.1F, 0.03F);
        palette.bandLine = over(ground, 2.4F, 0.16F);
        palette.slot = over(ground, 1.2F, 0.03F);
        palette.slotEdge = over(ground, 1.8F, 0.1F);
        palette.nextEdge = over(ground, 2.2F, 0.24F);
        palette.track = over(ground, 1.8F, 0.1F);
        palette.stripe = over(ground, 2.2F, 0.06F);
        palette.plate = times(ground, 0.9F);
        palette.card = over(ground, 1.4F, 0.03F);
        palette.guestTop = guestOn(palette, 0.14F, theme::kCardTop);
        palette.guestBottom = guestOn(palette, 0.06F, theme::kCardBottom);
    }
    palette.logo = fileIn(folder, settings.logo);
    palette.background = fileIn(folder, settings.background);
    return palette;
}

}  // namespace turnout::display
