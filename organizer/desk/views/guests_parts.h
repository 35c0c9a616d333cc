// The three parts of the page "Guests", for guests_view.cpp.
#pragma once

#include "organizer/desk/app/guests_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawBring(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page);
void drawReview(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page);
void drawGuestList(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page);

// The tables of the review.
void drawQuestions(Widgets& ui, const Rect& area, const GuestsScreen& screen, GuestsPage& page);
void drawNotes(Widgets& ui, const Rect& area, std::span<const ReviewNote> notes, const char* empty);
void drawChanges(Widgets& ui, const Rect& area, const ListReview& review);
std::string fieldName(Widgets& ui, const std::string& field);  // of a column, as people call it

// All countries by name in the window's language, for lists that fold out. Made once for each language.
struct CountryChoice {
    std::vector<std::string> names;
    std::vector<std::optional<CountryCode>> codes;  // the flags too
};
const CountryChoice& countryChoice(Lang lang);  // the first line says "Other country…" and has no code

}  // namespace turnout::desk
