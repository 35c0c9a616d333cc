#include <algorithm>
#include <array>
#include <cstdio>

#include "display/app/scene_screens.h"

namespace turnout::display {
namespace {

constexpr std::size_t kGreetings = 24;
constexpr auto kWord = 3s;
// Languages that fill the list when few countries are expected: widely spoken ones, one script after the other.
constexpr std::array kUsual{"IN", "PK", "BD", "TZ", "BR", "LA", "GH", "TH", "RU", "VN", "TR", "EG", "FJ", "LK",
                            "FR", "KH", "MN", "KR", "MY", "ET", "KZ", "MM", "RW", "UZ", "SO", "ES", "JP", "DE"};

void addGreeting(std::vector<std::string>& all, const CountryCode& code) {
    const Country* country = findCountry(code);
    if (country == nullptr || country->greeting.empty() || all.size() >= kGreetings) return;
    std::string word(country->greeting);
    if (word == "Welcome" || word.starts_with("欢迎") || word.starts_with("歡迎")) return;  // these two always stand
    if (std::find(all.begin(), all.end(), word) == all.end()) all.push_back(std::move(word));
}

// Of the countries that are expected, the larger ones first, so that most guests wait for a word they know.
std::vector<std::string> greetingsOf(const Totals& totals) {
    std::vector<const CountryNumbers*> expected;
    for (const CountryNumbers& country : totals.byCountry) expected.push_back(&country);
    std::stable_sort(expected.begin(), expected.end(), [](const auto* a, const auto* b) {
        return std::max(a->guests.registered, a->guests.arrived) > std::max(b->guests.registered, b->guests.arrived);
    });
    std::vector<std::string> all;
    for (const CountryNumbers* country : expected) addGreeting(all, country->code);
    for (const char* code : kUsual) addGreeting(all, CountryCode::fromAlpha2(code).value_or(CountryCode{}));
    return all;
}

std::string dated(const EventPlan& plan) {
    std::string date = plan.zone.date(plan.starts);
    std::replace(date.begin(), date.end(), '-', '.');
    return date;
}

std::string countdown(TimePoint now, TimePoint starts) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(starts - now).count();
    if (left <= 0) return {};
    std::array<char, 32> text{};
    const auto hours = static_cast<long>(left / 3600), minutes = static_cast<long>(left / 60 % 60),
               seconds = static_cast<long>(left % 60);
    if (hours > 0)
        std::snprintf(text.data(), text.size(), "%ld:%02ld:%02ld", hours, minutes, seconds);
    else
        std::snprintf(text.data(), text.size(), "%ld:%02ld", minutes, seconds);
    return text.data();
}

}  // namespace

DoorsScreen doorsScreen(const SceneSource& source) {
    DoorsScreen screen;
    static_cast<Heading&>(screen) = source.count;
    screen.starts = dated(source.plan) + "  " + source.plan.zone.clockTime(source.programme.starts());
    screen.countdown = countdown(source.wall, source.programme.starts());
    screen.arrived = source.count.count;
    screen.greetings = greetingsOf(source.totals);
    if (screen.greetings.empty()) return screen;
    const auto turn = static_cast<std::size_t>(source.shown / kWord);
    screen.lit = turn % screen.greetings.size();
    const auto since = static_cast<int>((source.shown % Millis(kWord)).count());
    if (turn > 0 && since < kWordMs && !source.settings.reducedMotion) {
        screen.before = (turn - 1) % screen.greetings.size();
        screen.wordMs = since;
    }
    return screen;
}

}  // namespace turnout::display
