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

}  // namespace turnout
