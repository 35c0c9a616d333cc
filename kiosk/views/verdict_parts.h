// The parts of a verdict's page: where they stand, and what draws them.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/views/parts.h"

namespace turnout::kiosk {

inline constexpr float kVerdictFlagWidth = 144, kVerdictFlagHeight = 108;

struct VerdictFrame {         // where the parts of this page stand
    Rect sign, word, detail;  // word and detail: x, baseline in y, width in w
    Rect guest;               // the block of name, flag and words
    Rect seat, camera;
    Rect undo, hide;              // with a note; without one they stand where it was recorded
    float foot = 0, bandTop = 0;  // the band or the record begins; the status line begins at bandBottom
    float bandBottom = 0;
    bool centred = false;
};

VerdictFrame verdictFrame(const Page& page, const VerdictCard& card);

// The guest: name, name in its own script, flag, country and university; the seat; a walk-in's new ticket.
void drawVerdictGuest(Page& page, const GuestCard& guest, const VerdictLook& look, const Rect& area);
void drawSeat(Page& page, const GuestCard& guest, std::string_view label, Rect area, bool onInk);
// Of its whole area, at full size; 0 when there is none.
float newTicketHeight(const VerdictCard& card);
void drawNewTicket(Page& page, const VerdictCard& card, const Rect& area);
// Without a guest: why, and what was read.
void drawReading(Page& page, const VerdictCard& card, const VerdictLook& look, const Rect& area);

// The foot: a note that must be acted on, what to do next, or what was recorded; and how long the card stays.
void drawNote(Page& page, const VerdictCard& card, const VerdictFrame& f);
std::optional<DoorPress> drawBand(Page& page, const DoorScreen& screen, const VerdictFrame& f);
std::optional<DoorPress> drawRecord(Page& page, const DoorScreen& screen, const VerdictLook& look,
                                    const VerdictFrame& f);
void drawLife(Page& page, const VerdictCard& card, const VerdictLook& look, const VerdictFrame& f);
std::optional<DoorPress> drawUndoButton(Page& page, const DoorScreen& screen, const VerdictLook& look,
                                        const Rect& area);
// "Do not show my name on the hall's screen"; when it is done, that it is.
std::optional<DoorPress> drawHideButton(Page& page, const VerdictCard& card, const VerdictLook& look, const Rect& area);

}  // namespace turnout::kiosk
