#include "common/tickets/ticket_art.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "common/tickets/pen.h"
#include "common/tickets/ticket_words.h"

namespace turnout {
namespace {

using paint::Align;
using paint::Face;
using paint::TextStyle;
using paint::Weight;

constexpr int kFlagPixels = 220;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Cairo = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

const TextStyle kName = ticketStyle(Face::display, Weight::bold);
const TextStyle kStrong = ticketStyle(Face::text, Weight::semibold);
const TextStyle kPlain = ticketStyle(Face::text, Weight::regular);
const TextStyle kCode = ticketStyle(Face::mono, Weight::bold, 4);

// Lanes from both edges that run together into one, as at a railway turnout: the mark of this program.
void drawThreads(cairo_t* cairo, double x, double y, double w, double h) {
    constexpr int kThreads = 7;
    cairo_save(cairo);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int i = 0; i < kThreads; ++i) {
        const double start = y + h * (i + 0.5) / kThreads;
        cairo_move_to(cairo, x, start);
        cairo_curve_to(cairo, x + w * 0.55, start, x + w * 0.45, y + h * 0.5, x + w, y + h * 0.5);
        setColour(cairo, (i == kThreads / 2 ? ink::gold : ink::sky).faded(i == kThreads / 2 ? 1.0F : 0.75F));
        cairo_set_line_width(cairo, h * 0.018);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

}  // namespace

TicketArt::TicketArt(const EventPlan& event) : flags_(paint::FlagFolders::find(), event.zone.date(event.starts)) {
    const std::string en = cleanForScreen(event.name.en), zh = cleanForScreen(event.name.zh);
    words_.nameBig = zh.empty() ? en : zh;
    words_.nameSmall = zh.empty() || en == zh ? "" : en;
    const std::string venueEn = cleanForScreen(event.venue.en), venueZh = cleanForScreen(event.venue.zh);
    words_.venue = venueEn.empty() ? venueZh : venueEn;
    words_.venueSmall = venueEn.empty() || venueEn == venueZh ? "" : venueZh;
    const std::string starts = event.zone.clockTime(event.starts);
    for (const Lang lang : {Lang::en, Lang::zh}) {
        std::string& when = lang == Lang::zh ? words_.whenZh : words_.whenEn;
        when = longDate(event.starts, event.zone, lang) + (lang == Lang::zh ? " " : ", ") + starts;
        if (event.doorsOpen)
            when += "  ·  " + say(Text{"tickets.doors", {{"time", event.zone.clockTime(*event.doorsOpen)}}}, lang);
    }
    words_.demo = event.demo;
}

const paint::Bitmap& TicketArt::flag(const CountryCode& code) {
    const auto found = rendered_.find(code);
    if (found != rendered_.end()) return found->second;
    return rendered_[code] =
               code.isCountry() ? flags_.flag(code, kFlagPixels, paint::FlagTile::light()) : paint::Bitmap{};
}

void TicketArt::phoneHeader(cairo_t* cairo) const {
    constexpr double kHeight = 394;
    const std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)> ground(
        cairo_pattern_create_linear(0, 0, 0, kHeight), cairo_pattern_destroy);
    cairo_pattern_add_color_stop_rgb(ground.get(), 0, 0.027, 0.078, 0.149);
    cairo_pattern_add_color_stop_rgb(ground.get(), 1, 0.063, 0.18, 0.32);
    cairo_rectangle(cairo, 0, 0, kPhoneWidth, kHeight);
    cairo_set_source(cairo, ground.get());
    cairo_fill(cairo);
    drawRidges(cairo, 0, kHeight - 150, kPhoneWidth, 150, paint::Colour::hex(0x133557), paint::Colour::hex(0x0B2340));
    fillRect(cairo, 0, kHeight, kPhoneWidth, 8, ink::gold);

    float y = writeName(cairo, 64, 104, 76, words_.nameBig, kName, ink::white, 952, 30, 46, 68).baseline;
    if (!words_.nameSmall.empty())
        y = writeName(cairo, 64, y + 54, y + 42, words_.nameSmall, kStrong, ink::paleBlue, 952, 20, 29, 40).baseline;
    const bool full = y > 170;  // long names: the lines below move together
    y = writeFitted(cairo, 64, y + (full ? 54 : 66), words_.whenEn, kStrong, ink::gold, 952, 24, 34).baseline;
    y = writeFitted(cairo, 64, y + (full ? 40 : 44), words_.whenZh, kStrong, ink::white, 952, 22, 30).baseline;
    const float venue = y + (full ? 38 : 44);
    y = writeName(cairo, 64, venue, venue - 6, words_.venue, kPlain, ink::paleBlue, 952, 15, 20, 27).baseline;
    if (!words_.venueSmall.empty())
        writeFitted(cairo, 64, y + (full ? 34 : 38), words_.venueSmall, kPlain, ink::paleBlue, 952, 20, 27);
}

void TicketArt::phoneGuest(cairo_t* cairo, const Ticket& ticket) {
    const Guest& guest = ticket.guest;
    const std::string name = cleanForScreen(guest.name), native = cleanForScreen(guest.nativeName);
    const bool twoNames = !native.empty() && native != name;
    float y = writeName(cairo, 64, 474, 450, name, kName, ink::text, 952, 28, 40, twoNames ? 60 : 68).baseline;
    const bool low = y > 474;  // on two lines
    bool longNative = false;
    if (twoNames) {
        const float line = y + (low ? 45 : 54);
        y = writeName(cairo, 64, line, y + 36, native, kStrong, ink::soft, 952, 16, 24, low ? 34 : 42).baseline;
        longNative = y != line;
    }

    float x = 64;
    const paint::Bitmap& picture = flag(guest.country);
    y += longNative && low ? 12 : low && twoNames ? 20 : 24;
    if (!picture.empty()) {
        drawFlag(cairo, picture, 64, y, 96, guest.country.str());
        x = 184;
    }
    const float width = 1016 - x;
    std::string country = countryName(guest.country, Lang::en) + "  ·  " + countryName(guest.country, Lang::zh);
    if (!guest.country.isCountry()) country.clear();
    const std::string affiliation = bothNames(guest.affiliation);
    if (!country.empty()) writeFitted(cairo, x, y + 30, country, kStrong, ink::text, width, 22, 30);
    writeFitted(cairo, x, y + (country.empty() ? 30 : 66), affiliation, kPlain, ink::soft, width, 17, 28);
}

paint::Bitmap TicketArt::phone(const Ticket& ticket) {
    const auto symbol = qrSymbol(ticket.symbolText());
    if (!symbol) return {};
    paint::Bitmap bitmap(kPhoneWidth, kPhoneHeight);
    const Surface surface(cairo_image_surface_create_for_data(bitmap.pixels.data(), CAIRO_FORMAT_ARGB32, bitmap.width,
                                                              bitmap.height, bitmap.stride()),
                          cairo_surface_destroy);
    const Cairo cairo(cairo_create(surface.get()), cairo_destroy);
    drawPhone(cairo.get(), ticket, *symbol, "tickets.show_phone");
    return bitmap;
}

bool TicketArt::page(cairo_t* cairo, const Ticket& ticket) {
    const auto symbol = qrSymbol(ticket.symbolText());
    if (!symbol) return false;
    constexpr double kPageWidth = 595.276, kMargin = 56, kScale = (kPageWidth - 2 * kMargin) / kPhoneWidth;
    cairo_save(cairo);
    cairo_translate(cairo, kMargin, 90);
    cairo_scale(cairo, kScale, kScale);
    cairo_save(cairo);
    roundedRect(cairo, 0, 0, kPhoneWidth, kPhoneHeight, 22);
    cairo_clip(cairo);
    drawPhone(cairo, ticket, *symbol, "tickets.show_paper");
    cairo_restore(cairo);
    roundedRect(cairo, 0, 0, kPhoneWidth, kPhoneHeight, 22);
    setColour(cairo, ink::line);
    cairo_set_line_width(cairo, 2);
    cairo_stroke(cairo);
    cairo_restore(cairo);
    return true;
}

void TicketArt::drawPhone(cairo_t* cairo, const Ticket& ticket, const QrSymbol& symbol, const char* instruction) {
    fillRect(cairo, 0, 0, kPhoneWidth, kPhoneHeight, ink::white);
    phoneHeader(cairo);
    phoneGuest(cairo, ticket);

    // Whole pixels for every module: the sharpest picture a phone can show.
    const int module = 522 / (symbol.size + 2 * kQuietZone);
    const double edge = std::max(1, module) * (symbol.size + 2 * kQuietZone);
    drawQr(cairo, symbol, std::floor((kPhoneWidth - edge) / 2), 644, edge);
    const auto lines = codeLines(ticket.code);
    const std::string code = lines.size() == 2 ? lines[0] + " " + lines[1] : lines[0];
    writeFitted(cairo, 64, 1196, code, kCode, ink::text, 952, 24, 40, 1, Align::centre);

    fillRect(cairo, 0, 1226, kPhoneWidth, kPhoneHeight - 1226, paint::Colour::hex(0xEEF2F7));
    writeFitted(cairo, 64, 1272, bothSay(instruction), kStrong, ink::text, 952, 18, 27, 1, Align::centre);
    writeFitted(cairo, 64, 1316, bothSay("tickets.one_person"), kPlain, ink::soft, 952, 16, 24, 1, Align::centre);
    phoneSides(cairo, ticket);
}

// Seat left of the code, category right of it: outside its quiet zone.
void TicketArt::phoneSides(cairo_t* cairo, const Ticket& ticket) const {
    const std::string seat = cleanForScreen(ticket.guest.seat);
    if (!seat.empty()) {
        writeFitted(cairo, 48, 860, say("tickets.seat", Lang::en) + "  " + say("tickets.seat", Lang::zh), kPlain,
                    ink::soft, 220, 16, 26, 1, Align::centre);
        writeFitted(cairo, 48, 916, seat, kName, ink::text, 220, 20, 52, 3, Align::centre);
    }
    const Names& category = ticket.guest.category;
    const std::string big = cleanForScreen(category.zh.empty() ? category.en : category.zh);
    const std::string small = category.zh.empty() ? "" : cleanForScreen(category.en);
    writeFitted(cairo, 812, 890, big, kStrong, ink::text, 220, 20, 34, 1, Align::centre);
    writeFitted(cairo, 812, 930, small, kPlain, ink::soft, 220, 16, 26, 1, Align::centre);
    if (words_.demo) {
        writeFitted(cairo, 812, 1060, say("tickets.demo", Lang::zh), kStrong, ink::soft, 220, 14, 20, 2, Align::centre);
        writeFitted(cairo, 812, 1086, say("tickets.demo", Lang::en), kPlain, ink::soft, 220, 14, 20, 2, Align::centre);
    }
}

// --- paper ---

namespace {
constexpr double kSpine = 104, kStub = 176;  // points: the event's dark end, the code's end
}

void TicketArt::stripEvent(cairo_t* cairo) const {
    // A dark spine that a black and white printer keeps; everything to be read from paper stands on white.
    fillRect(cairo, 0, 0, kSpine, kStripHeight, ink::night);
    drawThreads(cairo, 10, 22, kSpine - 10, kStripHeight - 58);
    fillRect(cairo, kSpine, 0, 2.4, kStripHeight, ink::gold);

    if (words_.demo) {
        writeFitted(cairo, 8, static_cast<float>(kStripHeight) - 18, say("tickets.demo", Lang::zh), kStrong, ink::white,
                    static_cast<float>(kSpine) - 16, 5, 7, 1, Align::centre);
        writeFitted(cairo, 8, static_cast<float>(kStripHeight) - 9, say("tickets.demo", Lang::en), kPlain,
                    ink::paleBlue, static_cast<float>(kSpine) - 16, 5, 7, 1, Align::centre);
    }

    const float x = kSpine + 18, width = kStripWidth - kStub - kSpine - 32;
    constexpr float kRule = 96;  // below which the guest begins
    float y = writeName(cairo, x, 25, 19, words_.nameBig, kName, ink::text, width, 7.5F, 11, 16).baseline;
    if (!words_.nameSmall.empty())
        y = writeName(cairo, x, y + 13, y + 11, words_.nameSmall, kStrong, ink::soft, width, 5.5F, 7.5F, 10.5F)
                .baseline;
    const bool full = y > 42;  // long names: the lines below move together
    y = writeFitted(cairo, x, y + (full ? 13 : 16), words_.whenEn, kStrong, ink::text, width, 6.5F, 9).baseline;
    y = writeFitted(cairo, x, y + (full ? 10.5F : 11.5F), words_.whenZh, kPlain, ink::text, width, 6, 8.5F).baseline;
    const float venue = y + (full ? 10 : 11.5F);
    y = writeName(cairo, x, venue, venue - 2, words_.venue, kPlain, ink::soft, width, 4.5F, 5.5F, 8).baseline;
    if (!words_.venueSmall.empty() && y + 13 < kRule)
        writeFitted(cairo, x, std::min(y + 10.5F, kRule - 3.5F), words_.venueSmall, kPlain, ink::soft, width, 5, 8);
}

void TicketArt::stripGuest(cairo_t* cairo, const Ticket& ticket) {
    const Guest& guest = ticket.guest;
    const float x = kSpine + 18, width = kStripWidth - kStub - kSpine - 32;
    setColour(cairo, ink::line);
    cairo_set_line_width(cairo, 0.6);
    cairo_move_to(cairo, x, 96);
    cairo_line_to(cairo, x + width, 96);
    cairo_stroke(cairo);

    const std::string name = cleanForScreen(guest.name), native = cleanForScreen(guest.nativeName);
    const float y = writeName(cairo, x, 116, 110, name, kName, ink::text, width, 7, 10.5F, 17).baseline;
    const bool low = y > 116;  // two lines
    if (!native.empty() && native != name)
        writeName(cairo, x, y + (low ? 15 : 18), y + (low ? 10.5F : 12), native, kStrong, ink::soft, width, 5, 7,
                  low ? 10 : 12.5F);
    float left = x;
    const paint::Bitmap& picture = flag(guest.country);
    if (!picture.empty()) {
        drawFlag(cairo, picture, x, 149, 30, guest.country.str());
        left += 38;
    }
    const float rest = width - (left - x);
    if (guest.country.isCountry())
        writeFitted(cairo, left, 158,
                    countryName(guest.country, Lang::en) + "  ·  " + countryName(guest.country, Lang::zh), kStrong,
                    ink::text, rest, 6, 9);
    writeFitted(cairo, left, 170, bothNames(guest.affiliation), kPlain, ink::soft, rest, 5.5F, 8.5F);
    const std::string seat = cleanForScreen(guest.seat), category = bothNames(guest.category);
    std::string last =
        seat.empty() ? "" : say("tickets.seat", Lang::en) + " " + say("tickets.seat", Lang::zh) + "  " + seat;
    if (!category.empty()) last += (last.empty() ? "" : "     ") + category;
    writeFitted(cairo, left, 181, last, kPlain, ink::soft, rest, 5.5F, 8);
}

bool TicketArt::strip(cairo_t* cairo, const Ticket& ticket) {
    const auto symbol = qrSymbol(ticket.symbolText());
    if (!symbol) return false;
    cairo_save(cairo);
    roundedRect(cairo, 0, 0, kStripWidth, kStripHeight, 7);
    cairo_clip(cairo);
    fillRect(cairo, 0, 0, kStripWidth, kStripHeight, ink::white);
    stripEvent(cairo);
    stripGuest(cairo, ticket);

    const double x = kStripWidth - kStub;
    constexpr double kDash[] = {3, 3};
    setColour(cairo, ink::line);
    cairo_set_line_width(cairo, 0.8);
    cairo_set_dash(cairo, kDash, 2, 0);
    cairo_move_to(cairo, x, 10);
    cairo_line_to(cairo, x, kStripHeight - 10);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, nullptr, 0, 0);
    constexpr double kEdge = 132;  // 46.6 mm: 1.6 mm for a module of our own codes
    drawQr(cairo, *symbol, x + (kStub - kEdge) / 2, 0, kEdge);
    const auto lines = codeLines(ticket.code);
    float y = 138;
    for (const std::string& line : lines) {
        writeFitted(cairo, x + 12, y, line, kCode, ink::text, kStub - 24, 5, 11.5F, lines.size() == 1 ? 2 : 1,
                    Align::centre);
        y += 14;
    }
    writeFitted(cairo, x + 10, 167, say("tickets.show_paper", Lang::en) + "  ·  " + say("tickets.show_paper", Lang::zh),
                kPlain, ink::text, kStub - 20, 5.5F, 7.5F, 1, Align::centre);
    writeFitted(cairo, x + 10, 177, say("tickets.one_person", Lang::en), kPlain, ink::soft, kStub - 20, 5, 6.5F, 1,
                Align::centre);
    writeFitted(cairo, x + 10, 185, say("tickets.one_person", Lang::zh), kPlain, ink::soft, kStub - 20, 5, 6.5F, 1,
                Align::centre);
    cairo_restore(cairo);
    roundedRect(cairo, 0, 0, kStripWidth, kStripHeight, 7);
    setColour(cairo, ink::line);
    cairo_set_line_width(cairo, 0.7);
    cairo_stroke(cairo);
    return true;
}

}  // namespace turnout
