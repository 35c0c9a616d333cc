#include "common/paint/line_breaks.h"

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "common/base/utf8.h"

namespace turnout::paint {
namespace {

void keep(std::size_t begin, std::size_t end, PangoAttrList* list) {
    PangoAttribute* together = pango_attr_allow_breaks_new(FALSE);
    together->start_index = static_cast<guint>(begin);
    together->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, together);
}

// A break after a hyphen would tear names like Al-Hassan and Jean-Pierre.
void keepHyphens(const std::string& text, PangoAttrList* list) {
    static constexpr std::array<std::string_view, 3> kHyphens{"-", "\u2010", "\u2013"};
    for (std::string_view hyphen : kHyphens) {
        for (std::size_t at = text.find(hyphen); at != std::string::npos; at = text.find(hyphen, at + hyphen.size())) {
            const std::size_t next = at + hyphen.size();
            if (next >= text.size() || text[next] == ' ' || text[next] == '\n') continue;
            const char* end = g_utf8_next_char(text.c_str() + next);
            keep(at, static_cast<std::size_t>(end - text.c_str()), list);
        }
    }
}

// "B", "12", "A3,": not a word of its own.
bool isLabel(std::string_view token) {
    constexpr std::size_t kLongest = 3;
    while (!token.empty() && std::string_view(".,;:!?)").find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    return !token.empty() && token.size() <= kLongest && std::all_of(token.begin(), token.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    });
}

void keepLabels(const std::string& text, PangoAttrList* list) {
    for (std::size_t space = text.find(' '); space != std::string::npos; space = text.find(' ', space + 1)) {
        const std::size_t begin = space + 1;
        std::size_t end = begin;  // of the token, or where another script goes on: "Door B。"
        while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 && text[end] > ' ') ++end;
        if (space > 0 && text[space - 1] != ' ' && isLabel(std::string_view(text).substr(begin, end - begin)))
            keep(space, end, list);
    }
}

struct Closes {
    void operator()(UBreakIterator* words) const { ubrk_close(words); }
    void operator()(UText* text) const { utext_close(text); }
};

constexpr int32_t kLongestWord = 4 * 3;  // bytes

// By ICU's dictionary; without one every character may begin a line.
void keepChineseWords(const std::string& text, PangoAttrList* list) {
    if (std::none_of(text.begin(), text.end(), beginsChinese)) return;
    UErrorCode failed = U_ZERO_ERROR;
    thread_local const std::unique_ptr<UBreakIterator, Closes> words(ubrk_open(UBRK_WORD, "zh", nullptr, 0, &failed));
    if (!words) return;
    failed = U_ZERO_ERROR;
    const std::unique_ptr<UText, Closes> utf8(
        utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &failed));
    ubrk_setUText(words.get(), utf8.get(), &failed);
    if (U_FAILURE(failed)) return;
    int32_t begin = ubrk_first(words.get());
    for (int32_t end = ubrk_next(words.get()); end != UBRK_DONE; begin = end, end = ubrk_next(words.get())) {
        UChar32 first = 0;
        int32_t next = begin;
        U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), next, end, first);
        if (next < end && end - begin <= kLongestWord && first > 0 && u_hasBinaryProperty(first, UCHAR_IDEOGRAPHIC))
            keep(static_cast<std::size_t>(begin), static_cast<std::size_t>(end), list);
    }
}

}  // namespace

void keepTogether(const std::string& text, PangoAttrList* list) {
    keepHyphens(text, list);
    keepLabels(text, list);
    keepChineseWords(text, list);
}

}  // namespace turnout::paint
