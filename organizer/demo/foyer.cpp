#include "organizer/demo/foyer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "organizer/demo/brush.h"

namespace turnout::demo {
namespace {

using paint::Colour;

constexpr int kCoarse = 4;                  // pixels of the frame for one of the canvas, along an edge
constexpr double kWide = 320, kHigh = 180;  // the canvas' own units at any size

Colour dim(Colour c, float by) {
    return mix(c, Colour::hex(0x14100E), by);
}

void ovalGlow(cairo_t* cairo, double x, double y, double rx, double ry, Colour c) {
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, rx, ry);
    const Pattern glow(cairo_pattern_create_radial(0, 0, 0, 0, 0, 1));
    colourStop(glow.get(), 0, c);
    colourStop(glow.get(), 0.35, c.faded(0.75F));
    colourStop(glow.get(), 1, c.faded(0));
    cairo_set_source(cairo, glow.get());
    cairo_arc(cairo, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

void drawRoom(cairo_t* cairo) {
    const Pattern wall(cairo_pattern_create_linear(0, 0, 0, kHigh));
    colourStop(wall.get(), 0, Colour::hex(0x2B231D));
    colourStop(wall.get(), 0.55, Colour::hex(0x3A3029));
    colourStop(wall.get(), 1, Colour::hex(0x1E1916));
    cairo_set_source(cairo, wall.get());
    cairo_paint(cairo);
    for (int i = 0; i < 7; ++i) fillBox(cairo, i * 52 - 8, 20, 5, 130, 1, Colour::hex(0x4A3D33).faded(0.6F));
    fillBox(cairo, 0, 148, kWide, 40, 0, Colour::hex(0x2A2320));
    // The doors to the hall, a roll-up banner, a doorway with light behind it.
    fillBox(cairo, 30, 36, 34, 112, 1, Colour::hex(0x1D3F6C));
    fillBox(cairo, 66, 36, 34, 112, 1, Colour::hex(0x224A7E));
    fillBox(cairo, 61, 88, 2, 14, 1, Colour::hex(0xB79A5E));
    fillBox(cairo, 68, 88, 2, 14, 1, Colour::hex(0xB79A5E));
    fillBox(cairo, 236, 28, 46, 100, 1, Colour::hex(0x7C2A24));
    fillBox(cairo, 241, 34, 36, 24, 1, Colour::hex(0xD79A36));
    fillBox(cairo, 244, 66, 30, 4, 1, Colour::hex(0xE9C98D));
    fillBox(cairo, 248, 75, 22, 3, 1, Colour::hex(0xE9C98D));
    fillBox(cairo, 136, 52, 40, 96, 1, Colour::hex(0x6B5538));
    ovalGlow(cairo, 156, 100, 44, 62, Colour::hex(0xE8B468).faded(0.35F));
    for (int i = 0; i < 5; ++i) {
        const double x = 20 + i * 70, y = 9 + (i % 2) * 4;
        ovalGlow(cairo, x, y, 34, 20, Colour::hex(0xFFD9A0).faded(0.45F));
        fillOval(cairo, x, y, 8, 3, Colour::hex(0xFFEBC4));
    }
}

// Head and shoulders in a box of 100 x 120, the shoulders to its lower edge.
void drawPerson(cairo_t* cairo, const Look& look) {
    const Colour dark = mix(look.skin, Colour::hex(0x140C08), 0.4F);
    if (look.style == 1) fillBox(cairo, 30, 22, 40, 62, 18, look.hair);
    const Pattern cloth(cairo_pattern_create_linear(0, 78, 100, 110));
    colourStop(cloth.get(), 0, mix(look.cloth, Colour::hex(0x000000), 0.25F));
    colourStop(cloth.get(), 0.4, look.cloth);
    colourStop(cloth.get(), 1, mix(look.cloth, Colour::hex(0x000000), 0.5F));
    cairo_move_to(cairo, -4, 140);
    cairo_curve_to(cairo, -2, 92, 18, 86, 38, 80);
    cairo_line_to(cairo, 62, 80);
    cairo_curve_to(cairo, 82, 86, 102, 92, 104, 140);
    cairo_close_path(cairo);
    cairo_set_source(cairo, cloth.get());
    cairo_fill(cairo);
    fillBox(cairo, 42, 62, 16, 24, 7, dark);
    cairo_move_to(cairo, 40, 80);
    cairo_line_to(cairo, 50, 97);
    cairo_line_to(cairo, 60, 80);
    cairo_close_path(cairo);
    colour(cairo, look.style == 2 ? look.hair : mix(look.cloth, Colour::hex(0xFFFFFF), 0.75F));
    cairo_fill(cairo);
    if (look.style == 2) fillOval(cairo, 50, 46, 25, 34, look.hair);
    const Pattern face(cairo_pattern_create_linear(32, 0, 68, 0));
    colourStop(face.get(), 0, mix(look.skin, Colour::hex(0xFFE2B8), 0.12F));
    colourStop(face.get(), 1, dark);
    cairo_save(cairo);
    cairo_translate(cairo, 50, 46);
    cairo_scale(cairo, 18, 24);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_restore(cairo);
    cairo_set_source(cairo, face.get());
    cairo_fill(cairo);
    if (look.style != 2) {
        cairo_move_to(cairo, 31, 44);
        cairo_curve_to(cairo, 28, 12, 72, 12, 69, 44);
        cairo_curve_to(cairo, 66, 32, 60, 29, 50, 29);
        cairo_curve_to(cairo, 40, 29, 34, 32, 31, 44);
        colour(cairo, look.hair);
        cairo_fill(cairo);
    }
    for (const double x : {43.0, 57.0}) {
        fillOval(cairo, x, 45, 3.4, 1.6, Colour::hex(0x18100C).faded(0.75F));
        fillBox(cairo, x - 4.5, 39.5, 9, 1.6, 0.8, look.style == 2 ? dark : look.hair);
    }
    fillOval(cairo, 50.5, 52, 2.6, 3.4, dark.faded(0.5F));
    fillOval(cairo, 50, 60, 6, 1.9, Colour::hex(0x6E2A26).faded(0.65F));
}

paint::Bitmap pictureOf(const Look& look, double scale, int softness, float dimmed) {
    constexpr double kMargin = 12;
    paint::Bitmap picture(static_cast<int>((100 + 2 * kMargin) * scale), static_cast<int>((120 + 2 * kMargin) * scale));
    const Brush brush = brushOn(picture);
    cairo_scale(brush.get(), scale, scale);
    cairo_translate(brush.get(), kMargin, kMargin);
    Look seen = look;
    seen.skin = dim(look.skin, dimmed), seen.hair = dim(look.hair, dimmed), seen.cloth = dim(look.cloth, dimmed);
    drawPerson(brush.get(), seen);
    blur(picture, softness);
    return picture;
}

template <int kTimes>
void enlargePlane(const std::int16_t* from, std::uint8_t* to, std::size_t w, std::size_t h) {
    constexpr std::size_t kStep = kTimes;
    std::vector<std::int16_t> row(w + 1);
    for (std::size_t y = 0; y < h * kStep; ++y) {
        const std::int16_t* upper = from + y / kStep * w;
        const std::int16_t* lower = from + std::min(h - 1, y / kStep + 1) * w;
        const int down = static_cast<int>(y % kStep);
        for (std::size_t x = 0; x < w; ++x) {
            row[x] = static_cast<std::int16_t>(upper[x] * (kTimes - down) + lower[x] * down);
        }
        row[w] = row[w - 1];
        std::uint8_t* out = to + y * w * kStep;
        for (std::size_t x = 0; x < w; ++x) {
            for (int i = 0; i < kTimes; ++i) {
                out[x * kStep + static_cast<std::size_t>(i)] =
                    static_cast<std::uint8_t>((row[x] * (kTimes - i) + row[x + 1] * i) / (kTimes * kTimes));
            }
        }
    }
}

// Four times as large in brightness, twice in colour, straight lines between.
void enlarge(const paint::Bitmap& canvas, Frame& frame) {
    const auto w = static_cast<std::size_t>(canvas.width), h = static_cast<std::size_t>(canvas.height);
    std::vector<std::int16_t> small(w * h * 3);
    for (std::size_t i = 0; i < w * h; ++i) {
        const int b = canvas.pixels[i * 4], g = canvas.pixels[i * 4 + 1], r = canvas.pixels[i * 4 + 2];
        small[i] = static_cast<std::int16_t>((66 * r + 129 * g + 25 * b + 128) / 256 + 16);
        small[w * h + i] = static_cast<std::int16_t>((-38 * r - 74 * g + 112 * b + 128 * 256) / 256);
        small[2 * w * h + i] = static_cast<std::int16_t>((112 * r - 94 * g - 18 * b + 128 * 256) / 256);
    }
    enlargePlane<kCoarse>(small.data(), frame.y(), w, h);
    enlargePlane<kCoarse / 2>(small.data() + w * h, frame.u(), w, h);
    enlargePlane<kCoarse / 2>(small.data() + 2 * w * h, frame.v(), w, h);
}

}  // namespace

Look lookOf(std::uint64_t seed) {
    static constexpr std::array kSkins{0xE3B48E, 0xC98F63, 0xA66B45, 0x7D4A2E, 0x573322, 0xF0C9A6, 0x8E5A3A};
    static constexpr std::array kHairs{0x17120F, 0x241813, 0x0E0D10, 0x3A2417, 0x2A2A2E};
    static constexpr std::array kScarves{0x2C4A63, 0x5C3A4E, 0x8C7B6A, 0x24584A, 0x1F1F2A};
    static constexpr std::array kCloths{0x2F5C96, 0x8C3A34, 0x2F6B5A, 0x7A6A4A, 0x4B4A6A,
                                        0xA8743A, 0x3A3F48, 0x6A3F6A, 0xB8B2A4, 0x27506A};
    Chance chance(seed);
    chance.next();
    auto pick = [&](const auto& from) {
        return Colour::hex(static_cast<std::uint32_t>(from[chance.below(from.size())]));
    };
    Look look;
    look.style = static_cast<int>(chance.below(5)) % 4;
    if (look.style == 3) look.style = 0;
    look.skin = pick(kSkins);
    look.hair = look.style == 2 ? pick(kScarves) : pick(kHairs);
    look.cloth = pick(kCloths);
    return look;
}

Foyer::Foyer(int width, int height, std::uint64_t seed)
    : width_(width / kCoarse), height_(height / kCoarse), room_(width_, height_), canvas_(width_, height_) {
    {
        const Brush brush = brushOn(room_);
        cairo_scale(brush.get(), width_ / kWide, height_ / kHigh);
        drawRoom(brush.get());
    }
    const double unit = height_ / kHigh;
    blur(room_, std::max(1, static_cast<int>(2 * unit)));
    Chance chance(seed);
    static constexpr std::array kPlaces{0.03, 0.17, 0.30, 0.71, 0.83, 0.96};
    for (const double place : kPlaces) {
        const double scale = unit * chance.between(0.62, 0.85);
        Waiting person;
        person.picture = pictureOf(lookOf(chance.next()), scale, std::max(1, static_cast<int>(1.6 * unit)), 0.42F);
        person.x = place * width_ - person.picture.width / 2.0;
        person.y = height_ - person.picture.height + chance.between(4, 22) * unit;
        person.phase = chance.between(0, 6);
        person.pace = chance.between(0.5, 1.1);
        waiting_.push_back(std::move(person));
    }
}

paint::Bitmap& Foyer::portrait(const Visitor& visitor) {
    auto found = portraits_.find(visitor.id);
    if (found == portraits_.end()) {
        const double unit = height_ / kHigh;
        if (portraits_.size() > 8) portraits_.erase(portraits_.begin());
        found = portraits_
                    .emplace(visitor.id,
                             pictureOf(visitor.look, 1.3 * unit, std::max(1, static_cast<int>(1.2 * unit)), 0.22F))
                    .first;
    }
    return found->second;
}

void Foyer::draw(Frame& frame, double seconds, const std::vector<Visitor>& visitors) {
    canvas_.pixels = room_.pixels;
    {
        const Brush brush = brushOn(canvas_);
        for (Waiting& person : waiting_) {
            const double sway = std::sin(seconds * person.pace + person.phase);
            putPicture(brush.get(), person.picture, person.x + sway * 2.2, person.y + sway * sway * 0.8,
                       person.picture.width);
        }
        for (const Visitor& visitor : visitors) {
            paint::Bitmap& picture = portrait(visitor);
            const double middle = (width_ - picture.width) / 2.0, step = std::abs(visitor.side) * 1.4;
            putPicture(
                brush.get(), picture,
                middle + visitor.side * width_ * 0.62 + std::sin(seconds * 0.9 + static_cast<double>(visitor.id)) * 2,
                height_ - picture.height + 14 + std::abs(std::sin(seconds * 5)) * step, picture.width);
        }
    }
    enlarge(canvas_, frame);
}

}  // namespace turnout::demo
