#include "common/paint/line_breaks.h"

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "common/base/utf8.h"
#include "common/base/word_ends.h"

namespace turnout::paint {
namespace {

void keep(std::size_t begin, std::size_t end, PangoAttrList* list) {
    PangoAttribute* together = pango_attr_allow_breaks_new(FALSE);
    together->start_index = static_cast<guint>(begin);
    together->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, together);
}

void keepNames(const std::string& text, PangoAttrList* list) {
    const char* begin = text.c_str();
    for (const char* at = begin; *at != 0;) {
        const char* next = g_utf8_next_char(at);
        if (*next != 0 && belongsToWordBefore(text, static_cast<std::size_t>(next - begin)))
            keep(static_cast<std::size_t>(at - begin), static_cast<std::size_t>(g_utf8_next_char(next) - begin), list);
        at = next;
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
    keepNames(text, list);
    keepChineseWords(text, list);
}

}  // namespace turnout::paint
