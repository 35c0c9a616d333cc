#include <algorithm>
#include <charconv>
#include <cmath>

#include "display/views/stage.h"

namespace turnout::display {
namespace {

constexpr float kDarkest = 0.16F, kLeastAccent = 0.18F;  // luminance: of a ground, and of what stands on it

std::optional<Colour> colourFrom(const std::string& text) {
    constexpr std::size_t kDigits = 6;
    if (text.size() != kDigits + 1 || text.front() != '#') return std::nullopt;
    std::uint32_t value = 0;
    const auto [end, fault] = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return Colour::hex(value);
}

float luminance(Colour colour) {
    const auto linear = [](std::uint8_t part) { return std::pow(static_cast<float>(part) / 255, 2.2F); };
    return 0.2126F * linear(colour.r) + 0.7152F * linear(colour.g) + 0.0722F * linear(colour.b);
}

Colour times(Colour colour, float by) {
    const auto part = [&](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::clamp(std::lround(static_cast<float>(value) * by), 0L, 255L));
    };
    return {part(colour.r), part(colour.g), part(colour.b), colour.a};
}

std::string fileIn(const std::filesystem::path& folder, const std::string& name) {
    return name.empty() ? std::string() : (folder / name).string();
}

}  // namespace

Palette Palette::of(const HallSettings& settings, const std::filesystem::path& folder) {
    Palette palette;
    if (const auto gold = colourFrom(settings.gold); gold && luminance(*gold) >= kLeastAccent) palette.gold = *gold;
    if (const auto sky = colourFrom(settings.sky); sky && luminance(*sky) >= kLeastAccent) palette.sky = *sky;
    // Everything on it is white or light, so the ground is dark.
    if (const auto ground = colourFrom(settings.ground); ground && luminance(*ground) <= kDarkest) {
        palette.groundMiddle = *ground;
        palette.groundTop = times(*ground, 1.15F);
        palette.groundBottom = times(*ground, 0.72F);
        palette.glow = times(*ground, 2.6F);
        palette.bandTop = times(*ground, 1.6F);
        palette.bandBottom = times(*ground, 1.1F);
        palette.bandLine = times(*ground, 2.4F);
    }
    palette.logo = fileIn(folder, settings.logo);
    palette.background = fileIn(folder, settings.background);
    return palette;
}

}  // namespace turnout::display
