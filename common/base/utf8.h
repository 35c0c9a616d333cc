// Characters as keyboards give them, as the bytes that texts are made of.
#pragma once

#include <string>
#include <string_view>

namespace turnout {

// The UTF-8 of one code point up to U+10FFFF; surrogates and larger values are the caller's mistake and are not
// checked.
std::string utf8Of(char32_t character);

// How many code points it has.
std::size_t charactersIn(std::string_view utf8);

}  // namespace turnout
