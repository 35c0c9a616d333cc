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
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char byte) { return !continuesCharacter(byte); }));
}

std::string inSmallLetters(std::string_view utf8) {
    std::string small(utf8);
    for (char& byte : small) byte = inSmallLetters(byte);
    return small;
}

void dropLastCharacter(std::string& utf8) {
    while (!utf8.empty() && continuesCharacter(utf8.back())) utf8.pop_back();
    if (!utf8.empty()) utf8.pop_back();
}

}  // namespace turnout
