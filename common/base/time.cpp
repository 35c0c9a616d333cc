#include "common/base/time.h"

#include <fmt/format.h>
#include <time.h>
#include <unicode/timezone.h>

#include <charconv>
#include <memory>

namespace turnout {
namespace {

using std::chrono::days;
using std::chrono::duration_cast;
using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::seconds;

struct Parts {
    std::chrono::year_month_day date;
    std::chrono::hh_mm_ss<Millis> time;
};

Parts partsAt(TimePoint at, minutes offset) {
    const auto local = at + offset;
    const auto day = floor<days>(local);
    return {std::chrono::year_month_day{day}, std::chrono::hh_mm_ss<Millis>{local - day}};
}

// Reads exactly `width` digits at `at`; nothing otherwise.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
    if (at + width > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + width; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

TimePoint SystemClock::now() const {
    return floor<Millis>(std::chrono::system_clock::now());
}

Millis sinceBoot() {
    timespec ran = {};
    ::clock_gettime(CLOCK_BOOTTIME, &ran);
    return duration_cast<Millis>(seconds(ran.tv_sec) + std::chrono::nanoseconds(ran.tv_nsec));
}

RunningClock::RunningClock(TimePoint from) : from_(from), started_(sinceBoot()) {}

TimePoint RunningClock::now() const {
    return from_ + (sinceBoot() - started_);
}

Zone::Zone() : name_("Etc/UTC") {}

std::optional<Zone> Zone::named(std::string_view name) {
    const std::unique_ptr<icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())})));
    if (!zone || *zone == icu::TimeZone::getUnknown() || name == "Etc/Unknown") return std::nullopt;
    Zone result;
    result.name_ = std::string(name);
    return result;
}

minutes Zone::offsetAt(TimePoint at) const {
    // ICU keeps its own cache of zones; making one costs about a microsecond.
    thread_local std::string cachedName;
    thread_local std::unique_ptr<icu::TimeZone> cached;
    if (!cached || cachedName != name_) {
        cached.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name_)));
        cachedName = name_;
    }
    int32_t raw = 0;
    int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    cached->getOffset(static_cast<UDate>(at.time_since_epoch().count()), false, raw, summer, status);
    if (U_FAILURE(status)) return minutes{0};
    return minutes{(raw + summer) / 60000};
}

std::string Zone::iso(TimePoint at) const {
    const minutes offset = offsetAt(at);
    const Parts p = partsAt(at, offset);
    const int shown = static_cast<int>(std::abs(offset.count()));
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", static_cast<int>(p.date.year()),
                       static_cast<unsigned>(p.date.month()), static_cast<unsigned>(p.date.day()),
                       p.time.hours().count(), p.time.minutes().count(), p.time.seconds().count(),
                       p.time.subseconds().count(), offset < minutes{0} ? '-' : '+', shown / 60, shown % 60);
}

std::string Zone::clockTime(TimePoint at) const {
    return clockTimeWithSeconds(at).substr(0, 5);
}

std::string Zone::clockTimeWithSeconds(TimePoint at) const {
    return iso(at).substr(11, 8);
}

std::string Zone::date(TimePoint at) const {
    return iso(at).substr(0, 10);
}

std::optional<TimePoint> parseIso(std::string_view text) {
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    if (!year || !month || !day || !hour || !minute || text[4] != '-' || text[7] != '-' || text[13] != ':') return {};
    if (text[10] != 'T' && text[10] != 't' && text[10] != ' ') return {};
    std::size_t at = 16;
    int second = 0;
    int fraction = 0;
    if (at < text.size() && text[at] == ':') {
        const auto s = digits(text, at + 1, 2);
        if (!s) return {};
        second = *s;
        at += 3;
        if (at < text.size() && text[at] == '.') {
            int scale = 100;
            for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
                fraction += (text[at] - '0') * scale;
        }
    }
    minutes offset{0};
    if (at < text.size() && (text[at] == 'Z' || text[at] == 'z')) {
        ++at;
    } else if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
        const auto h = digits(text, at + 1, 2), m = digits(text, at + 4, 2);
        if (!h || !m || text[at + 3] != ':' || *h > 14 || *m > 59) return {};
        offset = minutes{(*h * 60 + *m) * (text[at] == '-' ? -1 : 1)};
        at += 6;
    } else {
        return {};
    }
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (at != text.size() || !date.ok() || *hour > 23 || *minute > 59 || second > 59) return {};
    return TimePoint{std::chrono::sys_days{date}} + std::chrono::hours{*hour} + minutes{*minute} + seconds{second} +
           Millis{fraction} - offset;
}

}  // namespace turnout
