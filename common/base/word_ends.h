// Where a line may be broken without breaking a word.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace turnout {

// Whether no line begins at byte `at`, though a word does: in a hyphenated name (Al-Hassan, Guinea-Bissau), at the
// letter or number that belongs to the word before it ("Door B", "row 12"), and at the dot between two parts of a line.
bool belongsToWordBefore(std::string_view utf8, std::size_t at);

// Byte offsets between two words of valid UTF-8 at which a line may end, without the beginning and the end; Chinese
// words by the dictionary of ICU. About 10 us. Thread-safe.
std::vector<std::size_t> wordEnds(std::string_view utf8);

}  // namespace turnout
