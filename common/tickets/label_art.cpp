// Tickets for label printers: one ink on white, no greys, no flag that would become a smear.
#include "common/tickets/pen.h"
#include "common/tickets/ticket_art.h"

namespace turnout {
namespace {

using paint::Align;
using paint::Face;
using paint::TextStyle;
using paint::Weight;

const TextStyle kName = ticketStyle(Face::display, Weight::bold);
const TextStyle kStrong = ticketStyle(Face::text, Weight::semibold);
const TextStyle kPlain = ticketStyle(Face::text, Weight::regular);
const TextStyle kCode = ticketStyle(Face::mono, Weight::bold, 1);
constexpr paint::Colour kBlack = paint::Colour::hex(0x000000);

std::string countryLine(const Guest& guest) {
    if (!guest.country.isCountry()) return {};
    return countryName(guest.country, Lang::en) + "  ·  " + countryName(guest.country, Lang::zh);
}

std::string seatLine(const Guest& guest) {
    const std::string seat = cleanForScreen(guest.seat), category = bothNames(guest.category);
    std::string line =
        seat.empty() ? "" : say("tickets.seat", Lang::en) + " " + say("tickets.seat", Lang::zh) + "  " + seat;
    if (!category.empty()) line += (line.empty() ? "" : "     ") + category;
    return line;
}

}  // namespace

bool TicketArt::label(cairo_t* cairo, const Ticket& ticket) const {
    const auto symbol = qrSymbol(ticket.symbolText());
    if (!symbol) return false;
    const Guest& guest = ticket.guest;
    constexpr double kEdge = 84;  // 29.6 mm with its quiet zone
    constexpr float kLeft = 9, kWidth = static_cast<float>(kLabelWidth - kEdge) - 18;
    fillRect(cairo, 0, 0, kLabelWidth, kLabelHeight, ink::white);
    writeName(cairo, kLeft, 14, 9, words_.nameBig, kStrong, kBlack, kWidth, 4.5F, 5.5F, 8);
    setColour(cairo, kBlack);
    cairo_set_line_width(cairo, 0.8);
    cairo_move_to(cairo, kLeft, 19);
    cairo_line_to(cairo, kLeft + kWidth, 19);
    cairo_stroke(cairo);
    const std::string name = cleanForScreen(guest.name), native = cleanForScreen(guest.nativeName);
    const bool twoNames = !native.empty() && native != name;
    float y = writeName(cairo, kLeft, 38, 30, name, kName, kBlack, kWidth, 6, 9.5F, 18).baseline;
    if (twoNames)
        y = writeName(cairo, kLeft, y + (y > 38 ? 12 : 15), y + 9.5F, native, kStrong, kBlack, kWidth, 4.8F, 6.5F, 12)
                .baseline;
    const float step = y > 56 ? 10 : 11;  // both names on two lines
    y = writeFitted(cairo, kLeft, y + step + (y > 50 ? 1 : 2), countryLine(guest), kStrong, kBlack, kWidth, 5.5F, 9)
            .baseline;
    y = writeFitted(cairo, kLeft, y + step, bothNames(guest.affiliation), kPlain, kBlack, kWidth, 5, 8).baseline;
    writeFitted(cairo, kLeft, y + step, seatLine(guest), kStrong, kBlack, kWidth, 5, 8);
    writeFitted(cairo, kLeft, static_cast<float>(kLabelHeight) - 5, bothSay("tickets.show_paper"), kPlain, kBlack,
                kWidth, 4.5F, 6);
    constexpr double kX = kLabelWidth - kEdge - 3;
    drawQr(cairo, *symbol, kX, 0, kEdge);
    float line = static_cast<float>(kEdge) + 4;
    for (const std::string& code : codeLines(ticket.code)) {
        writeFitted(cairo, static_cast<float>(kX), line, code, kCode, kBlack, static_cast<float>(kEdge), 4.5F, 8, 1,
                    Align::centre);
        line += 9;
    }
    return true;
}

bool TicketArt::card(cairo_t* cairo, const Ticket& ticket) const {
    const auto symbol = qrSymbol(ticket.symbolText());
    if (!symbol) return false;
    const Guest& guest = ticket.guest;
    constexpr float kLeft = 18, kWidth = static_cast<float>(kCardWidth) - 36;
    fillRect(cairo, 0, 0, kCardWidth, kCardHeight, ink::white);
    float y = writeName(cairo, kLeft, 32, 26, words_.nameBig, kName, kBlack, kWidth, 7.5F, 11, 18).baseline;
    const bool longName = y > 32;
    if (!words_.nameSmall.empty())
        y = writeName(cairo, kLeft, y + 14, y + 12, words_.nameSmall, kStrong, kBlack, kWidth, 6, 8, 11).baseline;
    y = writeFitted(cairo, kLeft, y + 15, words_.whenEn, kStrong, kBlack, kWidth, 6.5F, 9).baseline;
    y = writeFitted(cairo, kLeft, y + 12, words_.whenZh, kPlain, kBlack, kWidth, 6.5F, 9).baseline;
    y = writeFitted(cairo, kLeft, y + 12, words_.venue, kPlain, kBlack, kWidth, 5, 8.5F).baseline;
    setColour(cairo, kBlack);
    cairo_set_line_width(cairo, 1.2);
    cairo_move_to(cairo, kLeft, y + 9);
    cairo_line_to(cairo, kLeft + kWidth, y + 9);
    cairo_stroke(cairo);
    const double edge = longName ? 154 : 172;  // 54 or 60 mm with its quiet zone
    const double top = y + 12;
    drawQr(cairo, *symbol, (kCardWidth - edge) / 2, top, edge);
    const auto lines = codeLines(ticket.code);
    const std::string code = lines.size() == 2 ? lines[0] + " " + lines[1] : lines[0];
    y = writeFitted(cairo, kLeft, static_cast<float>(top + edge) + 6, code, kCode, kBlack, kWidth, 6, 12, 1,
                    Align::centre)
            .baseline;
    const std::string name = cleanForScreen(guest.name), native = cleanForScreen(guest.nativeName);
    y = writeName(cairo, kLeft, y + 28, y + 22, name, kName, kBlack, kWidth, 9, 15, 24).baseline;
    if (!native.empty() && native != name)
        y = writeName(cairo, kLeft, y + 19, y + 14, native, kStrong, kBlack, kWidth, 6.5F, 9, 15).baseline;
    y = writeFitted(cairo, kLeft, y + 17, countryLine(guest), kStrong, kBlack, kWidth, 7, 12).baseline;
    y = writeFitted(cairo, kLeft, y + 14, bothNames(guest.affiliation), kPlain, kBlack, kWidth, 6, 10).baseline;
    writeFitted(cairo, kLeft, y + 15, seatLine(guest), kStrong, kBlack, kWidth, 6, 11);
    writeFitted(cairo, kLeft, static_cast<float>(kCardHeight) - 24, bothSay("tickets.show_paper"), kStrong, kBlack,
                kWidth, 6, 8.5F);
    writeFitted(cairo, kLeft, static_cast<float>(kCardHeight) - 12, bothSay("tickets.one_person"), kPlain, kBlack,
                kWidth, 5.5F, 7.5F);
    return true;
}

}  // namespace turnout
