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

  private:
    struct Words {  // the event's own, the same on every ticket
        std::string nameBig, nameSmall, venue, venueSmall, whenEn, whenZh;
        bool demo = false;
    };

    const paint::Bitmap& flag(const CountryCode& code);
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
