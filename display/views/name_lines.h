// Names in rows: Chinese above English, each on up to two lines, in one size for all rows.
#pragma once

#include <string>
#include <vector>

#include "display/views/stage.h"

namespace turnout::display {

inline constexpr float kOnlyEnglish = 0.93F;  // of the Chinese size, where English stands alone

struct NameLine {
    std::string text;
    TextStyle style;
    Colour colour;
    float down = 0;  // its baseline below the first one
};
// Empty for a row without a name.
struct NameLines {
    std::vector<NameLine> lines;
    float above = 0, below = 0;  // what of the type stands over the first baseline and under the last
    float high() const { return lines.empty() ? 0 : above + lines.back().down + below; }
};

struct NameRoom {
    float wide = 0, high = 0;  // of each row
    bool english = false;      // whose turn it is where one language alone has room
    bool oneSize = false;      // also for names that have room in one language only: those in one row of flags
};

// The largest size, up to the given ones, at which both languages of every name stand whole in its row. A name that is
// too long even in the smallest is told in one language, in turn, on up to three lines; unless `oneSize` it does not
// make the others small.
std::vector<NameLines> nameLines(const Stage& stage, const std::vector<Names>& names, const NameRoom& room,
                                 float zhSize, float enSize);

// Around that middle; what is too long even so ends in an ellipsis.
void drawNameLines(const Stage& stage, const NameLines& name, float x, float middle, float room);

}  // namespace turnout::display
