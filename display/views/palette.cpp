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

std::string fileIn(const std::filesystem::path& folder, const std::string& name) {
    return name.empty() ? std::string() : (folder / name).string();
}

}  // namespace

Palette Palette::of(const HallSettings& settings, const std::filesystem::path& folder) {
    Palette palette;
    if (settings.gold) palette.gold = Colour::hex(*settings.gold);
    if (settings.sky) palette.sky = Colour::hex(*settings.sky);
    if (settings.ground) {
        const Colour ground = Colour::hex(*settings.ground);
        palette.groundMiddle = ground;
        palette.groundTop = times(ground, 1.15F);
        palette.groundBottom = times(ground, 0.72F);
        palette.glow = times(ground, 2.6F);
        palette.bandTop = times(ground, 1.6F);
        palette.bandBottom = times(ground, 1.1F);
        palette.bandLine = times(ground, 2.4F);
        palette.slot = over(ground, 1.2F, 0.03F);
        palette.slotEdge = over(ground, 1.8F, 0.1F);
        palette.nextEdge = over(ground, 2.2F, 0.24F);
        palette.track = over(ground, 1.8F, 0.1F);
        palette.stripe = over(ground, 2.2F, 0.06F);
        palette.plate = times(ground, 0.9F);
        palette.card = over(ground, 1.4F, 0.03F);
    }
    palette.logo = fileIn(folder, settings.logo);
    palette.background = fileIn(folder, settings.background);
    return palette;
}

}  // namespace turnout::display
