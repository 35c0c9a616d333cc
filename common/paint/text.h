// Text in every script, measured and drawn by Pango: joined Arabic, conjuncts, marks, colour emoji. What is given is
// plain text from untrusted lists, never markup. All functions may be called from any thread (fonts are loaded once per
// thread: 2 to 20 ms at the first use of a script, then 0.1 to 0.5 ms a string; warmUpFonts() does it at start).
//
// Everything is placed from the ORIGIN: the left end of the first line's baseline. Boxes of scripts differ by half, so
// lines are spaced and placed by baselines, never by boxes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/paint/bitmap.h"
#include "common/paint/geometry.h"

typedef struct _cairo cairo_t;

namespace turnout::paint {

enum class Face {
    text,      // Inter, then Noto Sans CJK SC and Noto for other scripts
    display,   // Inter Display: words, names and numbers from about 28 px up
    ceremony,  // Noto Serif CJK SC: an act's title, the closing words
    mono,      // one width for every digit and letter: codes
};

enum class Weight { regular = 400, medium = 500, semibold = 600, bold = 700, black = 900 };

struct TextStyle {
    Face face = Face::text;
    float size = 16;  // of the em: pixels on a screen, points on paper
    Weight weight = Weight::regular;
    bool tabular = false;     // figures of one width, for whatever changes
    float tracking = 0;       // added between letters, in hundredths of the size (-2 = tighter)
    float lineHeight = 1.2F;  // from baseline to baseline, times the size

    TextStyle sized(float newSize) const;  // the same, another size
    bool operator==(const TextStyle&) const = default;
};

enum class Align {
    left,  // always at the left, also Arabic and Hebrew: a column of names starts at one edge
    centre,
    right,
};

// Where the text must fit in. Without maxWidth only '\n' starts a line.
struct TextBox {
    float maxWidth = 0;  // 0 = no limit
    int maxLines = 0;    // 0 = no limit; what does not fit ends in an ellipsis
    Align align = Align::left;
    bool balanced = true;  // lines of even length: no orphan word

    bool operator==(const TextBox&) const = default;
};

// From the origin: x to the right, y downwards, so that ascents are negative y.
struct TextMetrics {
    float width = 0;   // advance of the longest line; where the next word would start
    float height = 0;  // lines x line height
    int lines = 0;
    Rect ink;               // what is really painted; empty (w = h = 0) for blank text
    bool cut = false;       // an ellipsis stands for a rest that did not fit
    int missingGlyphs = 0;  // characters no font has (boxes)
};

TextMetrics measure(std::string_view utf8, const TextStyle& style, const TextBox& box = {});

// Where bytes `begin` to `end` of a valid UTF-8 text stand on its first line: pairs of left and right, from the origin.
std::vector<std::pair<float, float>> across(std::string_view utf8, const TextStyle& style, const TextBox& box,
                                            std::size_t begin, std::size_t end);

// The largest size from `most` down to `least` (in steps of `step`) at which the text fits maxWidth and maxLines
// without breaking a word and without an ellipsis; `least` when there is none. Hyphens do not break a line, nor do
// "Door B" and Chinese words: names keep together.
float fitSize(std::string_view utf8, const TextStyle& style, const TextBox& box, float least, float most,
              float step = 1);

struct TextPicture {
    Bitmap bitmap;                 // a margin of at least 1 transparent pixel all around
    int originX = 0, originY = 0;  // pixel of the bitmap where the origin stands
    TextMetrics metrics;
    bool coloured = false;  // has an emoji: paint as it is; otherwise only its alpha is meant, to be tinted
};

// Drawn in white, on transparent. Empty bitmap for blank text.
TextPicture renderText(std::string_view utf8, const TextStyle& style, const TextBox& box = {});

// Draws with the origin at (x, baseline) of `cairo`'s current space: vector text with embedded fonts on a PDF surface.
// Align::centre and right need maxWidth; the box then starts at x.
TextMetrics drawText(cairo_t* cairo, float x, float baseline, std::string_view utf8, const TextStyle& style,
                     Colour colour, const TextBox& box = {});

// Reads the fonts of the usual scripts on the calling thread (about 0.2 s), so that the first guest is not the one to
// wait.
void warmUpFonts();

}  // namespace turnout::paint
