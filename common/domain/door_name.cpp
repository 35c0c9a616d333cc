#include "common/domain/door_name.h"

#include <algorithm>

namespace turnout {

std::string doorName(const std::string& name, Lang lang) {
    std::string clean = cleanForScreen(name);
    const bool letter = clean.size() <= 2 && std::all_of(clean.begin(), clean.end(), [](char c) {
                            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                        });
    return letter && !clean.empty() ? say(Text{"verdict.door_name", {{"door", clean}}}, lang) : clean;
}

}  // namespace turnout
