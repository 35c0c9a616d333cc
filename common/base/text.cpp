#include "common/base/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <unordered_map>

#include "assets/assets.h"
#include "common/base/utf8.h"

namespace turnout {
namespace {

struct Sentence {
    std::string_view en, zh;
};

std::unordered_map<std::string_view, Sentence> readTables() {
    std::unordered_map<std::string_view, Sentence> all;
    for (const assets::Asset& asset : assets::all()) {
        if (!asset.path.starts_with("text/")) continue;
        std::string_view rest = asset.bytes;
        while (!rest.empty()) {
            const auto end = rest.find('\n');
            const std::string_view line = rest.substr(0, end);
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            const auto first = line.find('\t');
            if (line.starts_with('#') || first == std::string_view::npos) continue;
            const auto second = line.find('\t', first + 1);
            if (second == std::string_view::npos) continue;
            all[line.substr(0, first)] = {line.substr(first + 1, second - first - 1), line.substr(second + 1)};
        }
    }
    return all;
}

const std::unordered_map<std::string_view, Sentence>& table() {
    static const auto all = readTables();
    return all;
}

bool isHarmful(UChar32 c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;                                      // C0, DEL, C1
    if (c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF) return true;  // zero width, marks
    if (c == 0xAD || c == 0x061C || c == 0x180E || (c >= 0x2061 && c <= 0x206F)) return true;  // invisible
    // U+200C and U+200D stay: Persian, Sinhala and emoji names are spelled with them.
    return (c >= 0x202A && c <= 0x202E) || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F) ||
           u_charType(c) == U_SURROGATE;
}

void append(std::string& out, UChar32 c) {
    char buffer[4];
    int32_t n = 0;
    UBool failed = false;
    U8_APPEND(reinterpret_cast<uint8_t*>(buffer), n, 4, c, failed);
    if (!failed) out.append(buffer, static_cast<std::size_t>(n));
}

// Printable ASCII with single spaces between words.
bool isPlain(std::string_view text) {
    char before = ' ';
    for (const char c : text) {
        if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
        before = c;
    }
    return text.empty() || before != ' ';
}

// What stands for "{name}", or for "{name|one|many}" by the number that is the argument.
std::optional<std::string_view> insertion(const Text& text, std::string_view what) {
    const auto one = what.find('|'), many = what.find('|', one == std::string_view::npos ? one : one + 1);
    for (const auto& [argument, value] : text.args) {
        if (argument != what.substr(0, one)) continue;
        if (many == std::string_view::npos) return value;
        return value == "1" ? what.substr(one + 1, many - one - 1) : what.substr(many + 1);
    }
    return std::nullopt;
}

bool isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A Latin name stands apart from the Chinese around it ("请走 Door B"); a number only where the sentence says so.
bool isLatinName(std::string_view value) {
    return std::any_of(value.begin(), value.end(), [](char c) { return isLetterOrDigit(c) && (c < '0' || c > '9'); });
}

bool endsChinese(std::string_view utf8) {
    return utf8.size() >= 3 && beginsChinese(utf8[utf8.size() - 3]);
}

}  // namespace

std::string say(const Text& text, Lang lang) {
    const auto found = table().find(text.key);
    if (found == table().end()) return text.key;
    const std::string_view pattern = lang == Lang::zh ? found->second.zh : found->second.en;
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\' && i + 1 < pattern.size() && pattern[i + 1] == 'n') {
            out += '\n';
            ++i;
            continue;
        }
        if (pattern[i] == '{') {
            const auto close = pattern.find('}', i);
            if (close != std::string_view::npos) {
                if (const auto value = insertion(text, pattern.substr(i + 1, close - i - 1))) {
                    const bool name = lang == Lang::zh && isLatinName(*value);
                    if (name && isLetterOrDigit(value->front()) && endsChinese(out)) out += ' ';
                    out += *value;
                    if (name && isLetterOrDigit(value->back()) && close + 1 < pattern.size() &&
                        beginsChinese(pattern[close + 1]))
                        out += ' ';
                    i = close;
                    continue;
                }
            }
        }
        out += pattern[i];
    }
    return out;
}

std::string say(std::string_view key, Lang lang) {
    return say(Text{std::string(key), {}}, lang);
}

std::string cleanForScreen(std::string_view utf8) {
    // Most cells of most lists are plain letters and digits already.
    if (isPlain(utf8)) return std::string(utf8);
    std::string out;
    bool space = false;
    const auto* bytes = reinterpret_cast<const uint8_t*>(utf8.data());
    const auto size = static_cast<int32_t>(utf8.size());
    for (int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (c < 0) c = 0xFFFD;
        if (u_isUWhiteSpace(c)) {
            space = !out.empty();
        } else if (!isHarmful(c)) {
            if (space) out += ' ';
            space = false;
            append(out, c);
        }
    }
    return out;
}

Lang spokenLang(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) return std::string_view(argv[i + 1]) == "zh" ? Lang::zh : Lang::en;
        if (word.starts_with("--lang=")) return word.substr(7) == "zh" ? Lang::zh : Lang::en;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("zh") ? Lang::zh : Lang::en;
    }
    return Lang::en;
}

bool isUtf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        std::uint64_t eight = 0;  // most text of most lists is ASCII
        if (i + 8 <= size) {
            std::memcpy(&eight, bytes + i, 8);
            if ((eight & 0x8080808080808080U) == 0) {
                i += 8;
                continue;
            }
        }
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (c < 0) return false;
    }
    return true;
}

std::string shorten(std::string_view utf8, std::size_t characters) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if ((static_cast<unsigned char>(utf8[i]) & 0xC0) == 0x80) continue;
        if (count++ == characters) return std::string(utf8.substr(0, i)) + "…";
    }
    return std::string(utf8);
}

}  // namespace turnout
