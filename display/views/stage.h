// The canvas in the hall's own units: lines of a picture 1080 high (portrait: 1080 wide). A layout is written once and
// fits every resolution. Text rules of the hall: Latin semibold, Chinese bold, nothing under the floor: a smaller text
// is measured and drawn at the floor.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/domain/event.h"
#include "common/ui/canvas.h"
#include "common/ui/theme.h"
#include "display/app/hall_screen.h"

namespace turnout::display {

namespace theme = ui::theme;
using ui::Colour;
using ui::Point;
using ui::Rect;
using ui::TextStyle;

inline constexpr float kFloor = 36;      // of every hall
inline constexpr float kMostFloor = 60;  // to which a hall's own floor raises texts; layouts hold up to there

TextStyle latin(float size);
TextStyle chinese(float size);

// Two languages on one line: sizes and colours of each, and what is between them.
struct Pair {
    float zhSize = 54, enSize = 66;
    Colour zh = theme::kWhite, en = theme::kSoft;
    float gap = 20;
};

class Scenery;

// The event's own colours and pictures; the defaults are the design's.
struct Palette {
    Colour gold = theme::kGold, sky = theme::kSky;
    Colour groundTop = theme::kGroundTop, groundMiddle = theme::kGroundMiddle, groundBottom = theme::kGroundBottom;
    Colour glow = theme::kGlow, bandTop = theme::kBandTop, bandBottom = theme::kBandBottom, bandLine = theme::kBandLine;
    // Of what stands on the ground: places still empty, bars, rows, the plate of the event's place.
    Colour slot = theme::kSlotFill, slotEdge = theme::kSlotEdge, nextEdge = theme::kSlotNextEdge;
    Colour track = theme::kTrack, stripe = Colour::hex(0x1A3768), plate = Colour::hex(0x081628);
    Colour card = Colour::hex(0x0C1F38);
    Colour guestTop = theme::kCardTop, guestBottom = theme::kCardBottom;  // of the card of who arrives
    std::string logo, background;                                         // files; empty: none

    // Files stand in `folder`. A colour that is none, or on which white could not be read, is the design's.
    static Palette of(const HallSettings& settings, const std::filesystem::path& folder);
};

// A colour of the design in another hue, also one without light: as bright, and to the eye not darker.
Colour inHue(Colour designs, Colour hue);

// What holds for a whole frame.
struct Frame {
    float safeMargin = 0;  // share of the height kept free at every edge, for projectors that cut the picture (to 0.1)
    Tongues tongues = Tongues::both;
    Backdrop backdrop = Backdrop::usual;
    Scenery* scenery = nullptr;        // drawn backgrounds, kept between frames; without it a scene has none
    const Palette* palette = nullptr;  // nothing: the design's
    bool clean = false;                // without clock and labels, for a vision mixer
    float floor = 0;                   // smallest type of this hall, in lines of a picture 1080 high; 0: not known
    bool other = false;                // where one language alone has room: English's turn
};

class Stage {
  public:
    // `units`: the safe area in units, its upper left corner at `origin` of the canvas.
    Stage(ui::Canvas& canvas, float scale, Point origin, ui::Size units, Frame frame = {});

    ui::Canvas& canvas() const { return canvas_; }
    const Frame& frame() const { return frame_; }
    const Palette& palette() const;
    Colour gold() const { return palette().gold; }
    Colour sky() const { return palette().sky; }
    // A shade of the event's own colour: `light` 0 is black, 1 the colour itself, 2 white.
    Colour gold(float light) const { return shade(gold(), light); }
    Colour sky(float light) const { return shade(sky(), light); }
    // What is drawn half through on the ground is drawn opaque on a key colour, blended with the ground beforehand: a
    // vision mixer cuts out the key colour and nothing else.
    Colour solid(Colour colour) const;
    // Light and shadow around things: none on a key colour.
    void glow(Point middle, float radiusX, float radiusY, Colour colour) const;
    void shadow(const Rect& box, float radius, float blur, Colour colour) const;
    // What of the two languages is shown now; a name in one language is shown in that.
    Names told(const Names& names) const;
    Names words(std::string_view key) const;  // a sentence of assets/text, told
    Names country(const CountryCode& code) const;
    // What the country calls itself, where both languages are shown and this is none of the two names; else empty.
    std::string ownName(const CountryCode& code) const;
    float scale() const { return scale_; }
    float width() const { return units_.w; }
    float height() const { return units_.h; }

    Point at(float x, float y) const { return {origin_.x + x * scale_, origin_.y + y * scale_}; }
    Rect area(const Rect& units) const;   // in device pixels
    Rect sharp(const Rect& units) const;  // the same on whole pixels, at least one wide and high
    float px(float units) const { return units * scale_; }
    // The same without a floor of the hall's own: for labels that no guest needs to read.
    Stage unraised() const;
    float floor() const { return floor_; }  // smallest type, in units
    float raised(float size) const { return std::max(size, floor_); }
    // Two lines of text whose baselines are that far apart fit above each other, the lower one in `size`.
    bool twoLines(float apart, float size) const { return size >= floor_ || floor_ <= apart * kTightest; }
    float hair() const;  // a hairline, in device pixels

    // All in units; `style.size` too. Returns the advance.
    float text(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour colour,
               ui::Align align = ui::Align::left) const;
    // By the ink's left edge; returns the right end of the ink.
    float number(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour top,
                 Colour bottom) const;
    float advance(std::string_view utf8, const TextStyle& style) const;
    Rect ink(std::string_view utf8, const TextStyle& style) const;

    // Shrinks to the floor, then ends in an ellipsis. Returns the advance.
    float fitted(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour colour,
                 float room) const;
    bool fits(std::string_view utf8, const TextStyle& style, float room) const { return advance(utf8, style) <= room; }

    // Chinese and English on one line: both shrink to the floor; then one is left out (`other`: which one), and that
    // shrinks and ends in an ellipsis. English that stands in the Chinese already is left out. Returns the right end.
    float pair(float x, float baseline, const Names& names, const Pair& look, float room, bool other) const;
    // The same around the middle x.
    void pairCentred(float x, float baseline, const Names& names, const Pair& look, float room, bool other) const;
    // One text around the middle x: shrinks to the floor, then ends in an ellipsis.
    void centred(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour colour,
                 float room) const;
    // The largest size up to the style's at which the text fits, not under `least`.
    TextStyle fitting(std::string_view utf8, const TextStyle& style, float room, float least = kFloor) const;

  private:
    static constexpr float kTightest = 0.98F;
    static Colour shade(Colour colour, float light) {
        return light < 1 ? paint::mix(theme::kBlack, colour, light) : paint::mix(colour, theme::kWhite, light - 1);
    }
    TextStyle scaled(const TextStyle& style) const { return style.sized(raised(style.size) * scale_); }

    ui::Canvas& canvas_;
    float scale_;
    Point origin_;
    ui::Size units_;
    Frame frame_;
    float floor_;
};

}  // namespace turnout::display
