#include "common/base/word_ends.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <memory>

namespace turnout {

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
            if (static_cast<std::size_t>(at) < utf8.size() && words->isBoundary(at) != 0)
                ends.push_back(static_cast<std::size_t>(at));
    utext_close(text);
    return ends;
}

}  // namespace turnout
