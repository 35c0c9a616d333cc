// The pieces of the count scene, for the layouts of its shapes. All lengths are units of the stage.
#pragma once

#include "display/app/count_screen.h"
#include "display/views/stage.h"

namespace turnout::display {

std::string grouped(std::int64_t number);  // 2,914
std::string outOf(std::int64_t expected);  // /520
std::string ordinal(std::int64_t number);  // 54th

// --- numbers ---
// Figures have one width, and a number takes the room of the widest with as many digits: neither its size nor what
// stands beside it moves from one guest to the next.
std::string widestLike(std::string number);  // 444 for 112
float numberRoom(const Stage& stage, std::int64_t number, float size);
// The count, as large as `size` and the room allow, with its left ink at x; returns the right end of its room.
float drawCount(const Stage& stage, const CountScreen& screen, float x, float baseline, float size, float room);
// The bar from x to `right`, with "/520" standing at its end (baseline `totalBaseline`).
void drawBar(const Stage& stage, const CountScreen& screen, float x, float right, float y, float totalBaseline,
             float totalSize);
// "54" and "/56"; returns the right end.
float drawTally(const Stage& stage, const Tally& tally, float x, float baseline, float size, float totalSize,
                Colour colour);
float tallyWidth(const Stage& stage, const Tally& tally, float size, float totalSize);
// What stands beside it: "Country" of one.
Names countriesWord(const Stage& stage, const Tally& countries);

// The two lines of a text that is broken between words where they come out even; the second is empty where it cannot
// be.
using Halves = std::pair<std::string_view, std::string_view>;
Halves brokenInTwo(const Stage& stage, std::string_view text, const TextStyle& style, float upperRoom, float lowerRoom);
// One text over two lines, broken between words where they come out even; both shrink to fit. Each has its room. What
// is too long for both fills the first and ends in an ellipsis on the second.
void drawBroken(const Stage& stage, std::string_view text, float x, float upper, float lower, const TextStyle& style,
                Colour colour, float upperRoom, float lowerRoom);
// A name over two lines, Chinese above English; each shrinks to fit, and a name in one language stands on the second.
// Where one of them would be cut, the languages take turns, each over both lines.
void drawStacked(const Stage& stage, const Names& names, float x, float zhBaseline, float enBaseline, float room,
                 float zhSize, float enSize, Colour second = theme::kSoft);
// What is told on two lines so far apart, each with its room: both languages, or the one whose turn it is where one of
// them would not be whole.
Names stackedOf(const Stage& stage, const Names& names, float apart, float zhRoom, float enRoom, float zhSize,
                float enSize);
// Whether it has room in its own size, or in the smallest that this hall can read.
bool wholeAtLeast(const Stage& stage, std::string_view text, const TextStyle& style, float room);

// --- wall ---
void drawWall(const Stage& stage, const CountScreen& screen, const Rect& room);
void drawRoll(const Stage& stage, const CountScreen& screen, const Rect& room);
float rollFlagWidth(std::size_t places, const Rect& room);
// In the middle of the room's height.
void drawTiles(const Stage& stage, const CountScreen& screen, const Rect& room);

// --- the band at the foot ---
// From `top` to the lower edge of the canvas, all across.
void drawBand(const Stage& stage, float top);
// The arrival card, the waiting card, the age of the numbers, or nothing.
struct LaneLook {
    Rect card;
    float padding = 20;
    float nameSize = 66, zhSize = 52, enSize = 42;
};
void drawLane(const Stage& stage, const CountScreen& screen, const LaneLook& look);
struct ProgrammeLook {
    float x = 868, right = 1848;
    float firstBaseline = 950, secondBaseline = 1028;
    float zhSize = 52, enSize = 42, labelZh = 46, labelEn = 46;
    bool oneLanguage = false;  // labels and names in one language, in turn
};
void drawProgramme(const Stage& stage, const CountScreen& screen, const ProgrammeLook& look);
// Now and next beside (LED) or one (portrait): the label and the name each over two lines.
void drawProgrammeBlock(const Stage& stage, const CountScreen& screen, std::size_t line, float x, float right,
                        float firstBaseline, float secondBaseline, float zhSize, float enSize);

// --- the top ---
// The label of a demo event stands at the right end of the Chinese line, and may take from its room.
void drawTitle(const Stage& stage, const Heading& screen, float x, float zhBaseline, float enBaseline, float zhRoom,
               float enRoom, float zhSize = 56, float enSize = 42);
// Right-aligned at `right`, with DEMO CLOCK beside it when it is one. Returns the left end of what stands on its line.
enum class Label { above, below, left };
float drawClock(const Stage& stage, const Heading& screen, float right, float baseline, float size = 66,
                Label label = Label::above);
inline constexpr float kUnderClock = 55;  // from the clock's baseline to that of DEMO CLOCK below it
// What DEMO CLOCK below it takes of that line, with a gap; 0 where it does not stand.
float demoClockRoom(const Stage& stage, const Heading& screen);
// "演示数据 DEMO", right-aligned; nothing on a real event. Returns the room it takes, with a gap.
float drawDemo(const Stage& stage, const Heading& screen, float right, float baseline);
// "As of 19:24" while the numbers are old, right-aligned; the room it takes, with a gap.
float drawAsOf(const Stage& stage, const Heading& screen, float right, float baseline);

// --- other scenes ---
void drawMark(const Stage& stage, float x, float baseline, float size, Colour colour);  // the bar before a label
// The flag with the newest's gold frame, its upper left corner at (x, y).
void drawFramedFlag(const Stage& stage, const CountryCode& code, float x, float y, float width);

}  // namespace turnout::display
