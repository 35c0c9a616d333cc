// The parts a door's screen is put together from, each drawn from its arguments alone.
#pragma once

#include <optional>

#include "kiosk/app/door_screen.h"
#include "kiosk/views/door_view.h"
#include "kiosk/views/page.h"

namespace turnout::kiosk {

inline constexpr float kRehearsalBand = 62;  // above the page
inline constexpr float kStatusHeight = 78;   // at the page's foot

void drawStatusLine(Page& page, const StatusLine& status);

// The picture, cut to fill `area`, with the found codes outlined.
void drawPicture(Page& page, const Preview& preview, const Rect& area, float radius, ui::Corners corners = {});

// The small picture under a verdict, with its caption; what became of the camera while it gives none.
void drawSmallCamera(Page& page, const Preview& preview, const CameraPanel& camera, const Rect& area,
                     std::string_view caption);

std::optional<DoorPress> drawIdle(Page& page, const DoorScreen& screen, const Preview& preview);
void drawCameraPanel(Page& page, const CameraPanel& panel, const Rect& area);
void drawCounters(Page& page, const Counters& counters, const Rect& area);
std::optional<DoorPress> drawLastScans(Page& page, const IdleScreen& idle, const Rect& area);

std::optional<DoorPress> drawVerdict(Page& page, const DoorScreen& screen, const Preview& preview);
std::optional<DoorPress> drawNotRecorded(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawClockJumped(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawReason(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawSearch(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawConfirm(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawWalkIn(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawGroup(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawMenu(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawPin(Page& page, const DoorScreen& screen, const Preview& preview);
std::optional<DoorPress> drawEmergency(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawSettings(Page& page, const DoorScreen& screen);
std::optional<DoorPress> drawSelfTest(Page& page, const DoorScreen& screen, const Preview& preview);
// The striped border of a rehearsal, over everything.
std::optional<DoorPress> drawRehearsal(Page& page, const DoorScreen& screen);

// What the pages share: the way back at the upper left, the touch keyboard at the foot, a list's pager.
std::optional<DoorPress> drawBack(Page& page);
// Of a page with a way back, up to `right`.
void drawTitle(Page& page, const std::string& title, float right);
float keyboardHeight(const Page& page, const KeyboardScreen& keyboard);  // 0 while it is away
std::optional<DoorPress> drawKeyboard(Page& page, const KeyboardScreen& keyboard);
std::optional<DoorPress> drawPager(Page& page, const Rect& area, std::size_t first, std::size_t shown, std::size_t all);
// A gold band with what a volunteer must do for a guest.
void drawNoteBand(Page& page, const std::string& note, const Rect& area);
// One line with a flag before it; returns where the text begins.
float drawFlagged(Page& page, const CountryCode& country, Point leftMiddle, float flagWidth);

// What a verdict looks like.
struct VerdictLook {
    Colour field, text, second;  // the ground, what is written on it, and the quieter of it
    Colour sign, cut;            // the sign and the glyph in it
    SignShape shape = SignShape::circle;
    Icon glyph = Icon::check;
    bool lightField = false;  // flags get an ink edge
};
// `quiet`: the field is dark, light text stands on it, and the sign alone keeps the colour.
VerdictLook lookOf(const VerdictCard& card, bool quiet = false);
inline constexpr float kQuietField = 0.6F;  // how much of a field's colour is taken away

// The shape and glyph in a row of the last scans.
struct SmallSign {
    SignShape shape = SignShape::ring;
    Icon glyph = Icon::check;
    Colour colour;
};
SmallSign smallSignOf(const LastScan& scan);

// Numbered steps one under the other; `numbers` is the colour of the discs.
void drawSteps(Page& page, const std::vector<Step>& steps, Point topLeft, float width, float rowHeight, float titleSize,
               Colour disc, Colour number, Colour title, Colour detail);

}  // namespace turnout::kiosk
