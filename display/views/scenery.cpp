#include "display/views/scenery.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>

#include "assets/assets.h"
#include "common/paint/svg.h"
#include "display/views/stage.h"

namespace turnout::display {
namespace {

using ui::Colour;

// The same mountains every evening.
class Noise {
  public:
    explicit Noise(std::uint32_t seed) : state_(seed) {}
    float next() {  // -1 to 1
        state_ = state_ * 1664525U + 1013904223U;
        return static_cast<float>(state_ >> 8) / static_cast<float>(1U << 23) - 1;
    }

  private:
    std::uint32_t state_;
};

constexpr int kCrestPoints = 257;

// A rugged line: peaks and saddles at even distances, then by halving, each step's detail smaller.
std::vector<float> crest(std::uint32_t seed) {
    constexpr int kPeakStep = 16;
    constexpr float kRoughness = 0.5F;
    std::vector<float> line(kCrestPoints, 0);
    Noise noise(seed);
    for (int at = 0, n = 0; at < kCrestPoints; at += kPeakStep, ++n)
        line[static_cast<std::size_t>(at)] = (n % 2 == 0 ? 0.5F : -0.35F) + noise.next() * 0.62F;
    float size = 0.34F;
    for (int step = kPeakStep; step > 1; step /= 2, size *= kRoughness)
        for (int at = step / 2; at < kCrestPoints; at += step) {
            const auto i = static_cast<std::size_t>(at), half = static_cast<std::size_t>(step / 2);
            line[i] = (line[i - half] + line[i + half]) / 2 + noise.next() * size;
        }
    const auto [least, most] = std::minmax_element(line.begin(), line.end());
    const float low = *least, span = std::max(0.01F, *most - *least);
    for (float& each : line) each = (each - low) / span;
    return line;
}

struct Ridge {
    std::uint32_t seed;
    float base, high;  // shares of the height: the foot of the crest, and how far peaks rise above it
    const char *top, *foot;
};

// From far to near. The middle is lower than the sides: a valley, as a city between mountains has.
constexpr std::array kRidges{
    Ridge{5, 0.62F, 0.60F, "#1F5A92", "#0F3054"}, Ridge{11, 0.70F, 0.50F, "#194670", "#0B2442"},
    Ridge{23, 0.78F, 0.42F, "#133A62", "#081D38"}, Ridge{37, 0.87F, 0.36F, "#0B2544", "#06142A"},
    Ridge{58, 0.97F, 0.32F, "#071A31", "#040B16"}};

constexpr const char* kHead = R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">)svg";
constexpr const char* kRidgeColours = R"svg(<linearGradient id="r{}" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="{}" stop-opacity="0.92"/><stop offset="1" stop-color="{}"/></linearGradient>)svg";
constexpr const char* kRidgeFill = R"svg(<path d="{}L{} {}L0 {}Z" fill="url(#r{})"/>)svg";
constexpr const char* kRidgeLine =
    R"svg(<path d="{}" fill="none" stroke="#5FA0D8" stroke-opacity="{:.2f}" stroke-width="{:.1f}"/>)svg";
constexpr const char* kThreadColours = R"svg(<defs><linearGradient id="t">
<stop offset="0" stop-color="#4C8CC4" stop-opacity="0.1"/><stop offset="0.32" stop-color="#5C9CD4" stop-opacity="0.4"/>
<stop offset="0.5" stop-color="#6CACE0" stop-opacity="0.2"/><stop offset="0.68" stop-color="#5C9CD4" stop-opacity="0.4"/>
<stop offset="1" stop-color="#4C8CC4" stop-opacity="0.1"/></linearGradient><linearGradient id="g">
<stop offset="0" stop-color="#FFC83D" stop-opacity="0.35"/><stop offset="0.3" stop-color="#FFC83D" stop-opacity="0.75"/>
<stop offset="0.46" stop-color="#FFC83D" stop-opacity="0"/><stop offset="0.96" stop-color="#FFC83D" stop-opacity="0"/>
<stop offset="1" stop-color="#FFC83D" stop-opacity="0.35"/>
</linearGradient></defs>)svg";
constexpr const char* kThread =
    R"svg(<path d="M-4 {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}S{:.1f} {:.1f} {:.1f} {:.1f}" fill="none"
stroke="url(#{})" stroke-width="{:.2f}"/>)svg";
constexpr const char* kDot = R"svg(<circle cx="{:.1f}" cy="{:.1f}" r="{:.2f}" fill="#{:02x}{:02x}{:02x}"/>)svg";

std::string ridgePath(const Ridge& ridge, float w, float h) {
    const std::vector<float> line = crest(ridge.seed);
    // Mountains keep their slope: a wider picture shows more of them, folded at the end of the line.
    const float periods = std::max(1.0F, w / (h * 6.4F));
    const int points = static_cast<int>(std::ceil(static_cast<float>(kCrestPoints - 1) * periods));
    std::string path;
    for (int p = 0; p <= points; ++p) {
        const float across = static_cast<float>(p) / static_cast<float>(points);
        int folded = p % (2 * (kCrestPoints - 1));
        if (folded >= kCrestPoints) folded = 2 * (kCrestPoints - 1) - folded;
        const float valley = 0.42F + 0.58F * std::pow(std::abs(across * 2 - 1), 1.3F);
        const float y = h * (ridge.base - ridge.high * line[static_cast<std::size_t>(folded)] * valley);
        path += fmt::format("{}{:.1f} {:.1f}", p == 0 ? "M" : "L", across * w, y);
    }
    return path;
}

std::string ridgesSvg(int width, int height) {
    std::string svg = fmt::format(kHead, width, height) + "<defs>";
    for (std::size_t i = 0; i < kRidges.size(); ++i)
        svg += fmt::format(kRidgeColours, i, kRidges[i].top, kRidges[i].foot);
    svg += "</defs>";
    const auto h = static_cast<float>(height);
    for (std::size_t i = 0; i < kRidges.size(); ++i) {
        const std::string path = ridgePath(kRidges[i], static_cast<float>(width), h);
        svg += fmt::format(kRidgeFill, path, width, height, height, i);
        svg += fmt::format(kRidgeLine, path, 0.30F - 0.05F * static_cast<float>(i), std::max(1.0F, h / 240));
    }
    return svg + "</svg>";
}

std::string thread(float w, float left, float centre, float right, float bend, const char* colour, float thick) {
    return fmt::format(kThread, left, w * bend, left, w * 0.26F, centre, w * 0.5F, centre, w * (1 - bend), right, w + 4,
                       right, colour, thick);
}

std::string threadsSvg(int width, int height, bool gold) {
    constexpr int kThreads = 22;
    const auto w = static_cast<float>(width), h = static_cast<float>(height);
    std::string svg = fmt::format(kHead, width, height) + kThreadColours;
    Noise noise(7);
    // Never steep: lines that fan out of one point would read as the rays of a rising sun.
    const float middle = h * 0.41F, thin = std::max(1.0F, h / 760), reach = std::min(h * 0.72F, w * 0.40F);
    for (int i = 0; i < kThreads; ++i) {
        const float share = static_cast<float>(i) / (kThreads - 1) * 2 - 1;  // -1 above, 1 below
        const float left = h * 0.46F + share * reach + noise.next() * reach * 0.08F;
        const float right = h * 0.46F + share * reach + noise.next() * reach * 0.08F;
        const float centre = middle + share * reach * 0.16F + noise.next() * reach * 0.02F;
        const float bend = 0.20F + 0.06F * noise.next();
        svg += thread(w, left, centre, right, bend, "t", thin * (1 + 0.4F * noise.next()));
    }
    // A box of no height has no gradient: the gold line bends a little.
    if (gold) svg += thread(w, middle + h * 0.016F, middle, middle + h * 0.016F, 0.22F, "g", thin * 2);
    return svg + "</svg>";
}

const std::vector<std::string_view>& mask() {
    static const std::vector<std::string_view> rows = [] {
        std::vector<std::string_view> all;
        std::string_view text = assets::bytes("tables/land_dots.txt");
        while (!text.empty()) {
            const std::string_view line = text.substr(0, text.find('\n'));
            if (!line.empty() && line.size() == kDotColumns) all.push_back(line);
            text.remove_prefix(std::min(text.size(), line.size() + 1));
        }
        return all;
    }();
    return rows;
}

// Towards the event's place dots lighten: one gradient over all land, so that no territory is marked.
std::string dotsSvg(int first, int columns, float pitch, ui::Point near) {
    constexpr float kReach = 84;  // columns
    std::string svg = fmt::format(kHead, std::ceil(static_cast<float>(columns) * pitch), std::ceil(kDotRows * pitch));
    const auto& rows = mask();
    for (int r = 0; r < kDotRows; ++r)
        for (int c = 0; c < columns; ++c) {
            const auto row = static_cast<std::size_t>(r + kDotFirstRow);
            const auto column = static_cast<std::size_t>((first + c + kDotColumns) % kDotColumns);
            if (row >= rows.size() || rows[row][column] != '#') continue;
            const float x = (static_cast<float>(c) + 0.5F) * pitch, y = (static_cast<float>(r) + 0.5F) * pitch;
            const float far = std::min(1.0F, std::hypot(x - near.x, y - near.y) / (kReach * pitch));
            const float light = (1 - far) * (1 - far);
            const auto mix = [&](int dark, int bright) {
                return static_cast<int>(static_cast<float>(dark) + static_cast<float>(bright - dark) * light);
            };
            svg += fmt::format(kDot, x, y, pitch * 0.315F, mix(0x27, 0x4E), mix(0x47, 0x86), mix(0x6B, 0xBA));
        }
    return svg + "</svg>";
}

std::string hexOf(Colour colour) {
    return fmt::format("#{:02X}{:02X}{:02X}", colour.r, colour.g, colour.b);
}

std::string nameOf(const SceneryHue& hue) {
    return hexOf(hue.glow) + hexOf(hue.gold) + (hue.overPicture ? " over" : "");
}

std::string svgIn(std::string svg, const SceneryHue& hue) {
    if (hue == SceneryHue{}) return svg;
    constexpr std::size_t kDigits = 6;
    for (auto at = svg.find("=\"#"); at != std::string::npos; at = svg.find("=\"#", at + 1)) {
        const std::string digits = svg.substr(at + 3, kDigits);
        const Colour was = Colour::hex(static_cast<std::uint32_t>(std::stoul(digits, nullptr, 16)));
        svg.replace(at + 2, kDigits + 1, hexOf(drawnIn(hue, was)));
    }
    return svg;
}

// A drawing fits into width x height, or covers it; a photograph has the size it has.
std::optional<paint::Bitmap> pictureOf(const std::string& file, int width, int height, bool cover) {
    if (file.ends_with(".svg")) {
        std::ifstream in(file, std::ios::binary);
        const std::string svg(std::istreambuf_iterator<char>(in), {});
        if (const auto aspect = paint::svgAspect(svg)) {
            const bool wider = *aspect > static_cast<double>(width) / height;
            if (wider == cover)
                width = static_cast<int>(std::clamp(std::lround(height * *aspect), 1L, 4L * width));
            else
                height = static_cast<int>(std::clamp(std::lround(width / *aspect), 1L, 4L * height));
        }
        return in ? paint::renderSvg(svg, width, height) : std::nullopt;
    }
    auto read = paint::readPng(file);
    return read ? std::optional(std::move(read).value()) : std::nullopt;
}

// Its brightest parts (one pixel in fifty is brighter) come down to a tone on which the faintest text can be read.
void darken(paint::Bitmap& picture) {
    constexpr std::size_t kStep = 4, kBrightShare = 50;
    constexpr int kMost = 130;
    std::array<std::size_t, 256> seen{};
    std::size_t all = 0;
    for (std::size_t i = 0; i + 3 < picture.pixels.size(); i += 4 * kStep, ++all)
        ++seen[static_cast<std::size_t>(
            (picture.pixels[i] * 11 + picture.pixels[i + 1] * 59 + picture.pixels[i + 2] * 30) / 100)];
    int bright = 255;
    for (std::size_t above = seen[255]; bright > kMost && above * kBrightShare < all;
         above += seen[static_cast<std::size_t>(bright)])
        --bright;
    if (bright <= kMost) return;
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        if (i % 4 != 3) picture.pixels[i] = static_cast<std::uint8_t>(picture.pixels[i] * kMost / bright);
}

}  // namespace

ui::Colour drawnIn(const SceneryHue& hue, ui::Colour drawn) {
    constexpr float kLighter = 0.3F;  // twice the contrast with the lightest picture that darken() leaves
    if (drawn == ui::theme::kGold) return hue.gold;
    const Colour tone = hue.glow == SceneryHue{}.glow ? drawn : inHue(drawn, hue.glow);
    return hue.overPicture ? paint::mix(tone, ui::theme::kWhite, kLighter) : tone;
}

ui::Point onDots(float north, float east, int first) {
    const float column = (east + 180) / kDotColumnDegrees - static_cast<float>(first);
    return {std::fmod(column + 2 * kDotColumns, static_cast<float>(kDotColumns)),
            (kDotNorth - north) / kDotRowDegrees - kDotFirstRow};
}

const ui::Texture* Scenery::kept(const std::string& name) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.name == name; });
    if (found == kept_.end()) return nullptr;
    std::rotate(found, found + 1, kept_.end());
    return &kept_.back().texture;
}

const ui::Texture& Scenery::keep(ui::Canvas& canvas, const std::string& name,
                                 const std::optional<paint::Bitmap>& picture) {
    while (kept_.size() >= kKept) kept_.erase(kept_.begin());
    Kept kept{name, {}};
    if (picture && !picture->empty()) {
        kept.texture = ui::Texture(canvas.textures(), picture->width, picture->height, ui::PixelFormat::rgba);
        const std::vector<std::uint8_t> pixels = paint::straightRgba(*picture);
        kept.texture.upload(pixels.data(), static_cast<std::size_t>(picture->width) * 4);
    }
    kept_.push_back(std::move(kept));
    return kept_.back().texture;
}

const ui::Texture& Scenery::made(ui::Canvas& canvas, const std::string& name, int width, int height,
                                 const std::function<std::string()>& svg) {
    if (const ui::Texture* texture = kept(name)) return *texture;
    return keep(canvas, name, width > 0 && height > 0 ? paint::renderSvg(svg(), width, height) : std::nullopt);
}

const ui::Texture& Scenery::file(ui::Canvas& canvas, const std::string& file, int width, int height) {
    const std::string name = fmt::format("{} {} {}", file, width, height);
    if (const ui::Texture* texture = kept(name)) return *texture;
    return keep(canvas, name,
                pictureOf(file, width, height, false));  // an empty one too: the disk is not asked every frame
}

const ui::Texture& Scenery::background(ui::Canvas& canvas, const std::string& file, int width, int height) {
    const std::string name = fmt::format("background {} {} {}", file, width, height);
    if (const ui::Texture* texture = kept(name)) return *texture;
    std::optional<paint::Bitmap> picture = pictureOf(file, width, height, true);
    if (picture) darken(*picture);
    return keep(canvas, name, picture);
}

const ui::Texture& Scenery::ridges(ui::Canvas& canvas, int width, int height, const SceneryHue& hue) {
    return made(canvas, fmt::format("ridges {} {} {}", width, height, nameOf(hue)), width, height,
                [&] { return svgIn(ridgesSvg(width, height), hue); });
}

const ui::Texture& Scenery::threads(ui::Canvas& canvas, int width, int height, const SceneryHue& hue, bool gold) {
    return made(canvas, fmt::format("threads {} {} {} {}", width, height, gold, nameOf(hue)), width, height,
                [&] { return svgIn(threadsSvg(width, height, gold), hue); });
}

const ui::Texture& Scenery::dots(ui::Canvas& canvas, int first, int columns, float pitch, ui::Point near,
                                 const SceneryHue& hue) {
    const int width = static_cast<int>(std::ceil(static_cast<float>(columns) * pitch));
    const int height = static_cast<int>(std::ceil(kDotRows * pitch));
    return made(canvas,
                fmt::format("dots {} {} {:.2f} {:.0f} {:.0f} {}", first, columns, pitch, near.x, near.y, nameOf(hue)),
                width, height, [&] { return svgIn(dotsSvg(first, columns, pitch, near), hue); });
}

}  // namespace turnout::display
