// In which encoding a list is written, and its text as UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace turnout {

enum class Encoding { utf8, utf16le, utf16be, gb18030, big5, windows1252 };

std::string_view nameOf(Encoding encoding);                    // "UTF-8", "GB18030" ...
std::optional<Encoding> encodingNamed(std::string_view name);  // any case; "gbk", "cp1252" and the like too

// In the order that real exports were found to need: byte order mark, pattern of zero bytes, UTF-8, GB18030 or Big5
// when most of their characters are everyday ones, else Windows-1252. Nothing when it is no text at all.
std::optional<Encoding> guessEncoding(std::string_view bytes);

// UTF-8 without a byte order mark. A broken character becomes U+FFFD, except in UTF-8, whose bytes stay as they are so
// that the cell can be named.
std::string toUtf8(std::string bytes, Encoding encoding);

}  // namespace turnout
