// How names of files are compared and ordered wherever a folder is listed for people.
#pragma once

#include <string_view>

namespace turnout {

// Whether `a` stands before `b` in a list: small and great letters alike, "2" before "10". Names that differ in
// nothing else, or in leading zeros alone, stand before neither.
bool namedBefore(std::string_view a, std::string_view b);

}  // namespace turnout
