#include "common/tickets/ticket_words.h"

#include <unicode/datefmt.h>
#include <unicode/timezone.h>

#include <memory>

namespace turnout {

std::string longDate(TimePoint at, const Zone& zone, Lang lang) {
    const icu::Locale locale = lang == Lang::zh ? icu::Locale("zh", "CN") : icu::Locale("en", "GB");
    const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(icu::DateFormat::kFull, locale));
    if (!format) return zone.date(at);
    format->adoptTimeZone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone.name())));
    icu::UnicodeString text;
    format->format(static_cast<UDate>(at.time_since_epoch().count()), text);
    std::string utf8;
    text.toUTF8String(utf8);
    return !utf8.empty() ? utf8 : zone.date(at);
}

}  // namespace turnout
