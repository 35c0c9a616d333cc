// The scenes beside the count, and what lies over a scene. Each composes itself for the shape of the canvas.
#pragma once

#include <optional>

#include "display/app/hall_presenter.h"
#include "display/views/frame.h"
#include "display/views/parts.h"

namespace turnout::display {

void drawDoors(const Stage& stage, const DoorsScreen& screen);
void drawJourney(const Stage& stage, const JourneyScreen& screen);
void drawUniversities(const Stage& stage, const UniversitiesScreen& screen);
void drawProgrammeScene(const Stage& stage, const ProgrammeScreen& screen);
void drawThanks(const Stage& stage, const ThanksScreen& screen);

void drawMoment(const Stage& stage, const Moment& moment, int inMs, int outMs);
// First guests of several countries: each flag with its names. Its flags' width, in units.
void drawNewCountries(const Stage& stage, const std::vector<CountryCode>& countries, int inMs);
float newCountriesFlag(std::size_t countries, ui::Size units);
void drawStrip(const Stage& stage, const std::optional<Strip>& strip);
void drawMessage(const Stage& stage, const Names& message, const Names& above);  // small: whose; empty: nobody's
// Whether the hall would see all of it, each language in its room.
bool messageFits(const Names& message, ui::Size hall, float safeMargin, float floor);
// `floor`: the smallest type that the farthest seat can read, in units; `frames`, `pixels`: drawn so far, and
// how many there are, of the hall.
void drawTestCard(const Stage& stage, const HallScreen& screen, float floor, std::int64_t frames, ui::Size pixels);
// `operators`: in the operator's window, where M opens a list and a click on a row is as good as its key.
std::optional<Control> drawKeys(const Stage& stage, bool operators = false);

// --- shared by the scenes ---
// The turnout: three lines that become one; or the event's own, as high, up to three times as wide. Returns its width.
float drawLogo(const Stage& stage, float x, float y, float width);
float logoWidth(const Stage& stage, float width);  // that it will take
// The event's title on one line, the clock at its right end; returns nothing.
void drawHeadLine(const Stage& stage, const Heading& heading, float margin, float baseline);
// The right ends of a text's ink stand at x.
void numberRight(const Stage& stage, float x, float baseline, const std::string& text, const TextStyle& style,
                 Colour colour);

}  // namespace turnout::display
