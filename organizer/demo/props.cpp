#include "organizer/demo/props.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "common/domain/ticket_code.h"
#include "common/paint/text.h"
#include "common/tickets/qr.h"
#include "organizer/demo/brush.h"

namespace turnout::demo {
namespace {

using paint::Colour;

// A thing as it is drawn, in units of its own: the space it takes with the hand, and its symbol.
struct Shape {
    double left = 0, top = 0, right = 0, bottom = 0;
    double qrX = 0, qrY = 0, module = 0;
};

constexpr double kCardWidth = TicketArt::kPhoneWidth, kCardHeight = TicketArt::kPhoneHeight;
constexpr double kScreenHeight = 2200, kBezel = 34;
constexpr double kPictureTop = 430;  // of a ticket picture on a phone's screen

Colour shade(Colour c, float by) {
    return by < 0 ? mix(c, Colour::hex(0x000000), -by) : mix(c, Colour::hex(0xFFFFFF), by);
}

// A finger or thumb from (x, y) along `degrees`, with its nail's end lighter.
void finger(cairo_t* cairo, double x, double y, double length, double thick, double degrees, Colour skin) {
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_rotate(cairo, degrees * std::numbers::pi / 180);
    const Pattern round(cairo_pattern_create_linear(0, -thick / 2, 0, thick / 2));
    colourStop(round.get(), 0, shade(skin, 0.10F));
    colourStop(round.get(), 0.45, skin);
    colourStop(round.get(), 1, shade(skin, -0.45F));
    boxPath(cairo, 0, -thick / 2, length, thick, thick / 2);
    cairo_set_source(cairo, round.get());
    cairo_fill(cairo);
    fillBox(cairo, length - thick * 0.62, -thick * 0.30, thick * 0.5, thick * 0.52, thick * 0.22, shade(skin, 0.22F));
    cairo_restore(cairo);
}

// The arm comes from below to (x, y), `wide` at the wrist, down to `bottom`.
void arm(cairo_t* cairo, double x, double y, double wide, double bottom, const Prop& prop) {
    const double lean = wide * 0.5;
    const double length = bottom - y;
    const double cuff = y + length * 0.30;
    const Pattern round(cairo_pattern_create_linear(x - wide * 0.6, 0, x + wide * 0.8, 0));
    colourStop(round.get(), 0, shade(prop.skin, -0.15F));
    colourStop(round.get(), 0.4, prop.skin);
    colourStop(round.get(), 1, shade(prop.skin, -0.5F));
    cairo_move_to(cairo, x - wide * 0.5, y);
    cairo_line_to(cairo, x + wide * 0.5, y);
    cairo_line_to(cairo, x + lean * 0.4 + wide * 0.48, cuff + 20);
    cairo_line_to(cairo, x + lean * 0.4 - wide * 0.48, cuff + 20);
    cairo_close_path(cairo);
    cairo_set_source(cairo, round.get());
    cairo_fill(cairo);
    const Pattern cloth(cairo_pattern_create_linear(x - wide * 0.7, 0, x + wide * 1.2, 0));
    colourStop(cloth.get(), 0, shade(prop.sleeve, -0.2F));
    colourStop(cloth.get(), 0.35, shade(prop.sleeve, 0.06F));
    colourStop(cloth.get(), 1, shade(prop.sleeve, -0.6F));
    cairo_move_to(cairo, x + lean * 0.4 - wide * 0.62, cuff);
    cairo_curve_to(cairo, x, cuff + wide * 0.1, x + lean * 0.6, cuff + wide * 0.1, x + lean * 0.4 + wide * 0.62, cuff);
    cairo_line_to(cairo, x + lean + wide * 0.85, bottom);
    cairo_line_to(cairo, x + lean - wide * 0.85, bottom);
    cairo_close_path(cairo);
    cairo_set_source(cairo, cloth.get());
    cairo_fill(cairo);
}

// Lamps make one side lighter; a screen mirrors a soft stripe of them.
void light(cairo_t* cairo, double x, double y, double w, double h, bool glass, Chance& chance) {
    const double angle = chance.between(0, 2 * std::numbers::pi);
    const double cx = x + w / 2, cy = y + h / 2, r = std::hypot(w, h) / 2;
    const Pattern fall(cairo_pattern_create_linear(cx + r * std::cos(angle), cy + r * std::sin(angle),
                                                   cx - r * std::cos(angle), cy - r * std::sin(angle)));
    const double dark = glass ? chance.between(0.02, 0.14) : chance.between(0.15, 0.42);
    cairo_pattern_add_color_stop_rgba(fall.get(), 0, 0.05, 0.03, 0, 0);
    cairo_pattern_add_color_stop_rgba(fall.get(), 1, 0.05, 0.03, 0, dark);
    cairo_rectangle(cairo, x, y, w, h);
    cairo_set_source(cairo, fall.get());
    cairo_fill(cairo);
    if (!glass) {  // paper in warm light
        cairo_rectangle(cairo, x, y, w, h);
        cairo_set_source_rgba(cairo, 0.72, 0.55, 0.33, 0.16);
        cairo_fill(cairo);
        return;
    }
    const double at = chance.between(0.1, 0.9) * w;
    const Pattern stripe(cairo_pattern_create_linear(x + at - w * 0.25, y, x + at + w * 0.25, y + h * 0.12));
    const double glare = chance.between(0.04, 0.16);
    cairo_pattern_add_color_stop_rgba(stripe.get(), 0, 1, 0.95, 0.85, 0);
    cairo_pattern_add_color_stop_rgba(stripe.get(), 0.5, 1, 0.95, 0.85, glare);
    cairo_pattern_add_color_stop_rgba(stripe.get(), 1, 1, 0.95, 0.85, 0);
    cairo_rectangle(cairo, x, y, w, h);
    cairo_set_source(cairo, stripe.get());
    cairo_fill(cairo);
}

void symbolAt(cairo_t* cairo, const QrSymbol& symbol, double x, double y, double module, Colour dark) {
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_GRAY);
    for (int row = 0; row < symbol.size; ++row) {
        for (int column = 0; column < symbol.size; ++column) {
            if (symbol.dark(column, row)) {
                cairo_rectangle(cairo, x + column * module, y + row * module, module, module);
            }
        }
    }
    colour(cairo, dark);
    cairo_fill(cairo);
}

void words(cairo_t* cairo, double y, const std::string& text, float size, paint::Weight weight, Colour c,
           float width = 960) {
    const paint::TextStyle style{paint::Face::text, size, weight};
    paint::TextBox box;
    box.maxWidth = width;
    box.maxLines = 1;
    box.align = paint::Align::centre;
    paint::drawText(cairo, static_cast<float>((kCardWidth - width) / 2), static_cast<float>(y), text, style, c, box);
}

struct CardLook {
    Colour paper, ink, soft, band;
    std::string title, subtitle, foot;
    bool lightOnDark = false;  // the symbol itself, as some wallets draw it at night
};

// A card of our own making, as wallets and other organisers draw them; the symbol on a light tile.
Shape drawCard(cairo_t* cairo, const Prop& prop, const CardLook& look) {
    const auto symbol = qrSymbol(prop.ticket.code);
    assert(symbol);
    fillBox(cairo, 0, 0, kCardWidth, kCardHeight, 60, look.paper);
    fillBox(cairo, 0, 0, kCardWidth, 26, 13, look.band);
    words(cairo, 150, look.title, 64, paint::Weight::bold, look.ink);
    words(cairo, 225, look.subtitle, 40, paint::Weight::regular, look.soft);
    const double tile = 820, module = tile / (symbol->size + 2 * kQuietZone);
    const double x = (kCardWidth - tile) / 2, y = 300;
    fillBox(cairo, x, y, tile, tile, 36, look.lightOnDark ? Colour::hex(0x06080B) : Colour::hex(0xF6F8FA));
    symbolAt(cairo, *symbol, x + kQuietZone * module, y + kQuietZone * module, module,
             look.lightOnDark ? Colour::hex(0xF2F5F8) : Colour::hex(0x0A0F16));
    words(cairo, 1225, look.foot, 46, paint::Weight::semibold, look.ink);
    return {0, 0, kCardWidth, kCardHeight, kCardWidth / 2, y + tile / 2, module};
}

// `art` may be missing: then nothing but the shape is answered.
Shape drawPicture(cairo_t* cairo, const Prop& prop, TicketArt* art) {
    if (art != nullptr) {
        paint::Bitmap picture = art->phone(prop.ticket);
        assert(!picture.empty());
        putPicture(cairo, picture, 0, 0, kCardWidth);
    }
    const int size = qrSymbol(prop.ticket.code)->size + 2 * kQuietZone;
    const double module = std::floor(522.0 / size);  // as TicketArt places it
    return {0, 0, kCardWidth, kCardHeight, kCardWidth / 2, 644 + module * size / 2, module};
}

Shape drawCardOf(cairo_t* cairo, const Prop& prop, TicketArt* art) {
    switch (prop.medium) {
        case Medium::phoneDark:
            return drawCard(cairo, prop,
                            {Colour::hex(0x171C24), Colour::hex(0xF2F5F8), Colour::hex(0x9AA7B5), Colour::hex(0xFFC83D),
                             "感知中国·重庆行", "Experience China · 19:00", prop.ticket.guest.name});
        case Medium::phoneInverted:
            return drawCard(cairo, prop,
                            {Colour::hex(0x06080B), Colour::hex(0xDCE6F0), Colour::hex(0x8794A3), Colour::hex(0x56B4E9),
                             "感知中国·重庆行", "Experience China · 19:00", prop.ticket.guest.name, true});
        case Medium::otherEvent:
            return drawCard(cairo, prop,
                            {Colour::hex(0xF3FBF6), Colour::hex(0x0C4A3A), Colour::hex(0x4D7A6C), Colour::hex(0x18A47C),
                             "Spring Concert 春之声", "Small hall · 18:30", groupedCode(prop.ticket.code)});
        case Medium::flyer:
            return drawCard(cairo, prop,
                            {Colour::hex(0xFFF6E4), Colour::hex(0x7A2A12), Colour::hex(0x9A5B3C), Colour::hex(0xE0542A),
                             "Hotpot after the show", "散场后一起吃火锅", "Menu 菜单"});
        case Medium::phoneLight:
        case Medium::paperStrip:
        case Medium::paperCard: return drawPicture(cairo, prop, art);
    }
    return {};
}

bool onPhone(Medium medium) {
    return medium == Medium::phoneLight || medium == Medium::phoneDark || medium == Medium::phoneInverted ||
           medium == Medium::otherEvent;
}

Shape drawPhone(cairo_t* cairo, const Prop& prop, TicketArt* art, Chance& chance) {
    const double bottom = kPictureTop + kScreenHeight + 1300;
    arm(cairo, kCardWidth * 0.62, kScreenHeight * 0.86, 640, bottom, prop);
    fillOval(cairo, kCardWidth * 0.74, kScreenHeight * 0.78, 460, 420, shade(prop.skin, -0.12F));  // the palm behind
    const bool light = prop.medium == Medium::phoneLight || prop.medium == Medium::otherEvent;
    fillBox(cairo, -kBezel - 14, -kBezel - 14, kCardWidth + 2 * kBezel + 28, kScreenHeight + 2 * kBezel + 28, 150,
            Colour::hex(chance.oneIn(3) ? 0x8A8F96 : 0x3A3F46));
    fillBox(cairo, -kBezel, -kBezel, kCardWidth + 2 * kBezel, kScreenHeight + 2 * kBezel, 138, Colour::hex(0x06080B));
    const Colour screen = light ? Colour::hex(0xF4F6F9) : Colour::hex(0x0B0D11);
    const Colour bar = light ? Colour::hex(0x2A3038) : Colour::hex(0xC9D1DA);
    cairo_save(cairo);
    boxPath(cairo, 0, 0, kCardWidth, kScreenHeight, 104);
    cairo_clip(cairo);
    fillBox(cairo, 0, 0, kCardWidth, kScreenHeight, 0, screen);
    const paint::TextStyle clock{paint::Face::text, 44, paint::Weight::semibold, true};
    paint::drawText(cairo, 90, 88, "18:4" + std::to_string(chance.below(10)), clock, bar);
    fillBox(cairo, 880, 58, 84, 36, 10, bar.faded(0.8F));
    fillBox(cairo, 470, 50, 140, 44, 22, Colour::hex(0x000000));  // the front camera
    words(cairo, 260,
          prop.medium == Medium::phoneDark || prop.medium == Medium::phoneInverted ? "Wallet 卡包" : "Photos 相册", 50,
          paint::Weight::medium, bar);
    cairo_translate(cairo, 0, kPictureTop);
    Shape shape = drawCardOf(cairo, prop, art);
    cairo_translate(cairo, 0, -kPictureTop);
    for (int i = 0; i < 5; ++i) fillBox(cairo, 120 + i * 190, 1960, 80, 80, 24, bar.faded(0.25F));
    fillBox(cairo, 380, kScreenHeight - 40, 320, 12, 6, bar.faded(0.7F));
    demo::light(cairo, 0, 0, kCardWidth, kScreenHeight, true, chance);
    cairo_restore(cairo);
    for (int i = 0; i < 4; ++i) finger(cairo, -150, 1290 + i * 172, 205, 150, -4 + i * 3, prop.skin);
    finger(cairo, kCardWidth + 190, 1650, 330, 190, 200, prop.skin);
    return {-200, -80, kCardWidth + 420, bottom, shape.qrX, shape.qrY + kPictureTop, shape.module};
}

Shape drawSheet(cairo_t* cairo, const Prop& prop, TicketArt* art, Chance& chance) {
    const double margin = 46, bottom = kCardHeight + 1500;
    arm(cairo, 330, kCardHeight - 60, 600, bottom, prop);
    fillOval(cairo, 330, kCardHeight + 60, 380, 300, shade(prop.skin, -0.12F));
    fillBox(cairo, -margin, -margin, kCardWidth + 2 * margin, kCardHeight + 2 * margin, 8, Colour::hex(0xFBFAF5));
    Shape shape = drawCardOf(cairo, prop, art);
    demo::light(cairo, -margin, -margin, kCardWidth + 2 * margin, kCardHeight + 2 * margin, false, chance);
    finger(cairo, 200, kCardHeight + 210, 330, 190, -62, prop.skin);
    return {-140, -80, kCardWidth + 140, bottom, shape.qrX, shape.qrY, shape.module};
}

Shape drawStrip(cairo_t* cairo, const Prop& prop, TicketArt* art, Chance& chance) {
    constexpr double w = TicketArt::kStripWidth, h = TicketArt::kStripHeight;
    const double bottom = h + 420;
    arm(cairo, 190, h - 14, 150, bottom, prop);
    fillOval(cairo, 186, h + 16, 100, 70, shade(prop.skin, -0.12F));
    fillBox(cairo, -5, -5, w + 10, h + 10, 2, Colour::hex(0xFBFAF5));
    [[maybe_unused]] const bool drawn = art == nullptr || art->strip(cairo, prop.ticket);
    assert(drawn);
    demo::light(cairo, -5, -5, w + 10, h + 10, false, chance);
    finger(cairo, 150, h + 52, 92, 50, -58, prop.skin);
    // Where TicketArt draws the symbol on the strip: the hand aims by it.
    constexpr double kEdge = 132, kMiddleX = 452, kMiddleY = 66;
    return {-40, -14, w + 14, bottom, kMiddleX, kMiddleY, kEdge / (qrSymbol(prop.ticket.code)->size + 2 * kQuietZone)};
}

Shape draw(cairo_t* cairo, const Prop& prop, TicketArt* art) {
    Chance chance(prop.chance);
    if (onPhone(prop.medium)) return drawPhone(cairo, prop, art, chance);
    if (prop.medium == Medium::paperStrip) return drawStrip(cairo, prop, art, chance);
    return drawSheet(cairo, prop, art, chance);
}

}  // namespace

Sprite drawProp(const Prop& prop, double module, TicketArt& art) {
    // Drawn twice: first nowhere and without the ticket's art, to learn how large it is in its own units.
    paint::Bitmap nowhere(1, 1);
    const Shape shape = draw(brushOn(nowhere).get(), prop, nullptr);
    const double scale = module / shape.module;
    Sprite sprite;
    sprite.bitmap = paint::Bitmap(static_cast<int>(std::ceil((shape.right - shape.left) * scale)),
                                  static_cast<int>(std::ceil((shape.bottom - shape.top) * scale)));
    const Brush brush = brushOn(sprite.bitmap);
    cairo_scale(brush.get(), scale, scale);
    cairo_translate(brush.get(), -shape.left, -shape.top);
    draw(brush.get(), prop, &art);
    sprite.centreX = (shape.qrX - shape.left) * scale;
    sprite.centreY = (shape.qrY - shape.top) * scale;
    sprite.module = module;
    return sprite;
}

}  // namespace turnout::demo
