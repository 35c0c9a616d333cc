// Small strokes that both forms of a ticket are made of; for the inside of this folder.
#pragma once

#include <cairo.h>

#include <string>
#include <vector>

#include "common/domain/attendee.h"
#include "common/paint/text.h"
#include "common/tickets/qr.h"

namespace turnout {

namespace ink {
inline constexpr paint::Colour night = paint::Colour::hex(0x071426), night2 = paint::Colour::hex(0x0E2A4D),
                               text = paint::Colour::hex(0x0B1A2E), soft = paint::Colour::hex(0x4A5A6C),
                               line = paint::Colour::hex(0xC3CDD9), gold = paint::Colour::hex(0xFFC83D),
                               sky = paint::Colour::hex(0x56B4E9), white = paint::Colour::hex(0xFFFFFF),
                               paleBlue = paint::Colour::hex(0xB9C8DA);
}  // namespace ink

void setColour(cairo_t* cairo, paint::Colour colour);
void fillRect(cairo_t* cairo, double x, double y, double w, double h, paint::Colour colour);
void roundedRect(cairo_t* cairo, double x, double y, double w, double h, double radius);  // a path

// One line or more, as large as fits between `least` and `most`; cut with an ellipsis at `least`. Answers the baseline
// of its last line and the size taken.
struct Written {
    float baseline = 0, size = 0, width = 0;
};
Written writeFitted(cairo_t* cairo, float x, float baseline, const std::string& utf8, paint::TextStyle style,
                    paint::Colour colour, float maxWidth, float least, float most, int maxLines = 1,
                    paint::Align align = paint::Align::left);

// A guest's name, whole where it can be: on one line from `most` down to `two`, else on two lines from `two` down to
// `least`, the first at `higher`.
Written writeName(cairo_t* cairo, float x, float baseline, float higher, const std::string& utf8,
                  const paint::TextStyle& style, paint::Colour colour, float maxWidth, float least, float two,
                  float most);

// Of a ticket's words; the size is fitted.
paint::TextStyle ticketStyle(paint::Face face, paint::Weight weight, float tracking = 0);

// The symbol with its quiet zone on white, `edge` long in all, as one path: vector on paper, whole pixels on a screen
// when edge is a multiple of (size + 8).
void drawQr(cairo_t* cairo, const QrSymbol& symbol, double x, double y, double edge);

// The code as people read it aloud: ours in groups of five over two lines, a foreign one on one line or two.
std::vector<std::string> codeLines(const std::string& code);

// A flag with a hairline around it, so that white fields have an edge on white paper.
void drawFlag(cairo_t* cairo, const paint::Bitmap& flag, double x, double y, double width, const std::string& id);

// Mountains of the city, one behind the other, in the lower part of the box.
void drawRidges(cairo_t* cairo, double x, double y, double w, double h, paint::Colour far, paint::Colour near);

// "en · zh", or the one there is, or nothing.
std::string bothNames(const Names& names);
// A sentence of assets/text/tickets.tsv in both languages.
std::string bothSay(const std::string& key);

}  // namespace turnout
