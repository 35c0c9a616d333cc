#include "common/base/utf8.h"

#include <algorithm>
#include <cstdint>

namespace turnout {

std::string utf8Of(char32_t c) {
    std::string out;
    const auto byte = [&](std::uint32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) {
        byte(c);
        return out;
    }
    if (c < 0x800) {
        byte(0xC0U | (c >> 6U));
    } else {
        if (c < 0x10000) {
            byte(0xE0U | (c >> 12U));
        } else {
            byte(0xF0U | (c >> 18U));
            byte(0x80U | ((c >> 12U) & 0x3FU));
        }
        byte(0x80U | ((c >> 6U) & 0x3FU));
    }
    byte(0x80U | (c & 0x3FU));
    return out;
}

std::size_t charactersIn(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace turnout
