// How a ticket looks: a picture for a phone and a strip of paper. Both carry the code twice (QR and letters), the guest
// in every script they write, the event in both languages, and nothing that a black and white printer would lose.
#pragma once

#include <map>
#include <string>

#include "common/domain/attendee.h"
#include "common/domain/event.h"
#include "common/paint/flags.h"
#include "common/tickets/qr.h"

typedef struct _cairo cairo_t;

namespace turnout {

struct Ticket {
    std::string code;  // canonical, or a foreign ticket's own text
    Guest guest;
    std::string text;             // what the QR symbol holds: a signed ticket's text; empty = the code itself
    std::string email, language;  // for the send list
    const std::string& symbolText() const { return text.empty() ? code : text; }
};

// How tickets lie on paper. A label printer knows one ink: the labels need no colour and no grey.
enum class TicketLayout {
    sheet,  // A4, four to a page, cut marks
    page,   // A4, one to a page
    label,  // badge label, 89 x 36 mm
    card,   // label of a parcel printer, 4 x 6 inches
};

// One for each event and thread: keeps the flags it has rendered.
class TicketArt {
  public:
    explicit TicketArt(const EventPlan& event);

    static constexpr int kPhoneWidth = 1080, kPhoneHeight = 1350;  // pixels

    // The ticket as a picture. Empty when no QR symbol holds the code.
    paint::Bitmap phone(const Ticket& ticket);

    static constexpr double kStripWidth = 540, kStripHeight = 190;  // points: 190.5 x 67 mm

    // Vector drawing with its upper left corner at `cairo`'s origin. False (and nothing drawn) when no QR symbol holds
    // the code.
    bool strip(cairo_t* cairo, const Ticket& ticket);

    static constexpr double kLabelWidth = 252.28, kLabelHeight = 102.05;  // points: 89 x 36 mm
    static constexpr double kCardWidth = 288, kCardHeight = 432;          // points: 4 x 6 in

    // As strip(), each on a page of its own: `page` fills A4, the others their label.
    bool page(cairo_t* cairo, const Ticket& ticket);
    bool label(cairo_t* cairo, const Ticket& ticket) const;
    bool card(cairo_t* cairo, const Ticket& ticket) const;

  private:
    struct Words {  // the event's own, the same on every ticket
        std::string nameBig, nameSmall, venue, venueSmall, whenEn, whenZh;
        bool demo = false;
    };

    const paint::Bitmap& flag(const CountryCode& code);
    void drawPhone(cairo_t* cairo, const Ticket& ticket, const QrSymbol& symbol, const char* instruction);
    void phoneHeader(cairo_t* cairo) const;
    void phoneGuest(cairo_t* cairo, const Ticket& ticket);
    void phoneSides(cairo_t* cairo, const Ticket& ticket) const;
    void stripEvent(cairo_t* cairo) const;
    void stripGuest(cairo_t* cairo, const Ticket& ticket);

    Words words_;
    paint::Flags flags_;
    std::map<CountryCode, paint::Bitmap> rendered_;
};

}  // namespace turnout
