// How names of files are compared and ordered wherever a folder is listed for people.
#pragma once

#include <string>
#include <string_view>

namespace turnout {

// ASCII's great letters as small ones; every other byte as it is.
std::string inSmallLetters(std::string_view name);

// Whether `a` stands before `b` in a list: small and great letters alike, "2" before "10". Names that differ in
// nothing else, or in leading zeros alone, stand before neither.
bool namedBefore(std::string_view a, std::string_view b);

}  // namespace turnout
