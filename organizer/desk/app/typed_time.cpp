#include "organizer/desk/app/typed_time.h"

namespace turnout::desk {
namespace {

// Digits and one mark between them; a full-width colon is a colon.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 3) == "：") {
            out += ':';
            i += 2;
        } else if (text[i] != ' ' || !out.empty()) {
            out += text[i];
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::optional<int> number(std::string_view text) {
    if (text.empty() || text.size() > 2) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::optional<TimePoint> typedTime(std::string_view typed, TimePoint day, const Zone& zone) {
    std::string text = plain(typed), date = zone.date(day);
    if (const std::size_t space = text.find(' '); space != std::string::npos) {
        date = text.substr(0, space);
        text = text.substr(space + 1);
    }
    std::size_t mark = text.find_first_of(":.");
    const bool marked = mark != std::string::npos;
    if (!marked && text.size() == 4) mark = 2;
    if (mark == std::string::npos) return std::nullopt;
    const auto hour = number(std::string_view(text).substr(0, mark));
    const std::string_view rest = std::string_view(text).substr(mark + (marked ? 1 : 0));
    const auto minute = number(rest);
    if (!hour || !minute || *hour > 23 || *minute > 59 || rest.size() != 2) return std::nullopt;
    const auto noon = parseIso(date + "T12:00:00Z");
    if (!noon) return std::nullopt;
    const TimePoint utc = *noon + std::chrono::hours(*hour - 12) + std::chrono::minutes(*minute);
    return utc - zone.offsetAt(utc - zone.offsetAt(utc));
}

std::string timeToType(const std::optional<TimePoint>& at, TimePoint day, const Zone& zone) {
    if (!at) return {};
    const std::string time = zone.clockTime(*at);
    return zone.date(*at) == zone.date(day) ? time : zone.date(*at) + " " + time;
}

}  // namespace turnout::desk
