// One person's evening, beside the log.
#pragma once

#include "organizer/desk/app/log_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawLogPerson(Widgets& ui, const Rect& card, const LogScreen& screen, LogPage& page);

// What a tone looks like on paper: the field of a chip, its words, its sign.
struct ToneLook {
    Colour field, words;
    Icon icon;
};
ToneLook toneLook(const Look& look, Tone tone);

}  // namespace turnout::desk
