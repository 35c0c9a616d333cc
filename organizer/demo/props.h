// What guests hold up to the door camera: their ticket on a phone or on paper, with the hand that holds it.
#pragma once

#include <string>

#include "common/paint/bitmap.h"
#include "common/tickets/ticket_art.h"
#include "organizer/demo/chance.h"

namespace turnout::demo {

enum class Medium {
    phoneLight,     // our ticket picture on a phone
    phoneDark,      // a wallet app in dark mode: the code on a light tile
    phoneInverted,  // the same with light modules on dark
    paperStrip,     // the printed strip
    paperCard,      // our ticket picture printed on a card
    otherEvent,     // another event's ticket on a phone
    flyer,          // a paper with a web address
};

struct Prop {
    Medium medium = Medium::phoneLight;
    Ticket ticket;  // for otherEvent and flyer only its code is used
    paint::Colour skin, sleeve;
    std::uint64_t chance = 0;  // for small differences between two of a kind
};

// Premultiplied; everything outside the thing and the hand is transparent.
struct Sprite {
    paint::Bitmap bitmap;
    double centreX = 0, centreY = 0;  // middle of the QR symbol in the bitmap
    double module = 0;                // pixels of one QR module in the bitmap
};

// `module`: about how many pixels a module of the symbol shall have. Asserts that a symbol holds the code.
Sprite drawProp(const Prop& prop, double module, TicketArt& art);

}  // namespace turnout::demo
