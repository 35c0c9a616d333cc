// The characters that texts in UTF-8 are made of.
#pragma once

#include <string>
#include <string_view>

namespace turnout {

// The UTF-8 of one code point up to U+10FFFF; surrogates and larger values are the caller's mistake and are not
// checked.
std::string utf8Of(char32_t character);

// Whether the byte goes on with a character that another one begins.
constexpr bool continuesCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Whether a Chinese character begins with the byte: U+4E00 to U+9FFF are E4 B8 80 to E9 BF BF. Of other scripts only
// rare characters of U+4000 to U+4DFF do.
constexpr bool beginsChinese(char byte) {
    return static_cast<unsigned char>(byte) >= 0xE4 && static_cast<unsigned char>(byte) <= 0xE9;
}

// How many code points it has.
std::size_t charactersIn(std::string_view utf8);

// ASCII's great letters as small ones, whatever the locale; every other byte as it is.
constexpr char inSmallLetters(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}
std::string inSmallLetters(std::string_view utf8);

// Takes the last one off, if there is one.
void dropLastCharacter(std::string& utf8);

}  // namespace turnout
