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
