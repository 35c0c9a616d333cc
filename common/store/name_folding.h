// A name as it is searched: letters and digits in lower case without marks, in Latin letters (a Chinese character as
// its syllable) or in its own script, each folded byte with the character it came from. Thread-safe; every character is
// folded once and remembered, for a list has few different ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/domain/attendee.h"

namespace turnout {

struct ByteSpan {  // of a UTF-8 text
    std::size_t begin = 0, end = 0;
    bool operator==(const ByteSpan&) const = default;
};

struct FoldedWord {
    std::string folded;
    std::vector<ByteSpan> from;        // of each folded byte, the character it came from
    std::vector<std::size_t> umlauts;  // the bytes of `folded` that are u for ü
};

// The words of a name in Latin letters. A Chinese character is a word of its own; the first is read as a surname.
std::vector<FoldedWord> latinWords(std::string_view name);

// The same as it may be typed, the usual one first: the ü of 吕 or Lü is u, as it looks, v, as it is typed in China,
// and yu, as passports print it; whichever of them the name itself has. One, where there is none.
std::vector<std::vector<FoldedWord>> latinSpellings(std::string_view name);

// The name in its own script, folded, without spaces.
FoldedWord plainOf(std::string_view name);

// The words of a text in its own script, as white space parts them.
std::vector<std::string> plainWords(std::string_view text);

bool hasChinese(std::string_view text);

}  // namespace turnout
