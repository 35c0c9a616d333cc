// Text of unknown direction within a line: put between Unicode isolates, a right-to-left name does not turn round what
// stands beside it ("name · seat"). For text that has been cleaned: cleaning takes the isolates away again.
#pragma once

#include <string>
#include <string_view>

namespace turnout {

inline std::string isolated(std::string_view utf8) {
    std::string text = "\u2068";
    text += utf8;
    text += "\u2069";
    return text;
}

// A line that begins with such a text and runs from left to right all the same: Pango takes a line's direction from its
// first letter, an isolated one too.
inline std::string leftToRight(std::string_view line) {
    return "\u200E" + std::string(line);
}

}  // namespace turnout
