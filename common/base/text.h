// Sentences for people, in their language. Every sentence stands in assets/text/*.tsv (key, English, Chinese) and is
// named by its key; nothing shown to a person is written in code.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace turnout {

enum class Lang { en, zh };

// The language a program speaks before its command line is understood: that of --lang, else the terminal's, else
// English.
Lang spokenLang(int argc, const char* const* argv);

// A sentence that has not been put into a language yet: "scan.already_in" with {door} and {time}.
struct Text {
    std::string key;
    std::vector<std::pair<std::string, std::string>> args;  // {name} in the sentence -> what stands there

    bool operator==(const Text&) const = default;
};

// The sentence in `lang`. `{name}` is replaced by the argument of that name, `{name|guest|guests}` by the first word
// when that argument is 1, else by the second. An unknown key is answered as the key itself, so that a slip shows on
// the screen and does not stop a door; a test finds it. Thread-safe.
std::string say(const Text& text, Lang lang);
std::string say(std::string_view key, Lang lang);

// Removes what could attack a screen or a log: control, zero-width and bidi-override characters and broken UTF-8
// become nothing or U+FFFD; runs of white space become one space; ends are trimmed.
std::string cleanForScreen(std::string_view utf8);

// Whether the bytes are well-formed UTF-8. Empty ones are.
bool isUtf8(std::string_view text);

// The first `characters` code points of valid UTF-8, with an ellipsis when something was cut.
std::string shorten(std::string_view utf8, std::size_t characters);

}  // namespace turnout
