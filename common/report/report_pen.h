// What the pages of the report are drawn with: A4 in points, y down. For the inside of this folder.
#pragma once

#include <cairo.h>

#include <array>
#include <string>

#include "common/paint/flags.h"
#include "common/paint/text.h"

namespace turnout::pen {

using paint::Align;
using paint::Colour;
using paint::Face;
using paint::TextStyle;
using paint::Weight;

inline constexpr float kWidth = 595.28F, kHeight = 841.89F;
inline constexpr float kMargin = 46, kWhole = kWidth - 2 * kMargin, kBottom = kHeight - 62;
inline constexpr Colour kInk = Colour::hex(0x14202E), kMuted = Colour::hex(0x526173), kLine = Colour::hex(0xDCE2EA);
inline constexpr Colour kAccent = Colour::hex(0x0A5BA8), kGold = Colour::hex(0xA86400), kTile = Colour::hex(0xF3F6FA);
inline constexpr std::array kSeries{kAccent, Colour::hex(0xE69F00), Colour::hex(0x009E73), Colour::hex(0x7A5195)};

inline TextStyle style(float size, Weight weight = Weight::regular) {
    return {Face::text, size, weight};
}

class ReportPen {
  protected:
    // Flags are those of the date "2023-11-17".
    ReportPen(cairo_t* cairo, const std::string& date) : cairo_(cairo), flags_(paint::FlagFolders::find(), date) {}

    void blank();  // white paper
    void fill(float x, float y, float w, float h, Colour c, float radius = 0);
    void rule(float x, float y, float w, Colour c = kLine, double thickness = 0.7);
    // On one line of that width: a little smaller, then cut, when it is too long.
    void write(float x, float baseline, const std::string& text, const TextStyle& look, Colour c, float width,
               Align align = Align::left);
    // Over the whole width, at most four lines; answers the height.
    float paragraph(float baseline, const std::string& text, const TextStyle& look, Colour c);
    void flag(const CountryCode& code, float x, float y, float width);

  private:
    void colour(Colour c);

    cairo_t* cairo_;
    paint::Flags flags_;
};

}  // namespace turnout::pen
