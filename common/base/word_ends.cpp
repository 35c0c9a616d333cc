#include "common/base/word_ends.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>

namespace turnout {
namespace {

// The word of ASCII that begins at `at`, without the marks behind it; empty where another script does.
std::string_view tokenAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 && text[end] > ' ') ++end;
    std::string_view token = text.substr(at, end - at);
    while (!token.empty() && std::string_view(".,;:!?)").find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    return token;
}

// "B", "12", "A3": not a word of its own, as "LI" may be.
bool isLabel(std::string_view token) {
    constexpr std::size_t kLongest = 3;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return !token.empty() && token.size() <= kLongest &&
           std::all_of(token.begin(), token.end(), [&](char c) { return digit(c) || capital(c); }) &&
           (token.size() == 1 || std::any_of(token.begin(), token.end(), digit));
}

}  // namespace

bool belongsToWordBefore(std::string_view utf8, std::size_t at) {
    static constexpr std::array<std::string_view, 3> kHyphens{"-", "\u2010", "\u2013"};
    if (at == 0 || at >= utf8.size() || utf8[at] == ' ' || utf8[at] == '\n') return false;
    const std::string_view before = utf8.substr(0, at);
    if (before.back() == ' ' && utf8.substr(at).starts_with("· ")) return true;
    if (std::any_of(kHyphens.begin(), kHyphens.end(), [&](std::string_view one) { return before.ends_with(one); }))
        return true;
    if (at < 2 || before.back() != ' ' || before[at - 2] == ' ' || !isLabel(tokenAt(utf8, at))) return false;
    const std::size_t space = before.rfind(' ', at - 2);  // a row of them is a list: "A1 B2 C3", "J R R"
    return !isLabel(tokenAt(before, space == std::string_view::npos ? 0 : space + 1));
}

std::vector<std::size_t> wordEnds(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const auto made = [&](auto* make) {
        return std::unique_ptr<icu::BreakIterator>(make(icu::Locale::getChina(), status));
    };
    thread_local const auto words = made(icu::BreakIterator::createWordInstance);
    thread_local const auto lines = made(icu::BreakIterator::createLineInstance);
    if (!words || !lines) return {};
    UText* text = utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    words->setText(text, status);
    lines->setText(text, status);
    std::vector<std::size_t> ends;
    if (U_SUCCESS(status))
        for (auto at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next())
            if (static_cast<std::size_t>(at) < utf8.size() && words->isBoundary(at) != 0 &&
                !belongsToWordBefore(utf8, static_cast<std::size_t>(at)))
                ends.push_back(static_cast<std::size_t>(at));
    utext_close(text);
    return ends;
}

}  // namespace turnout
