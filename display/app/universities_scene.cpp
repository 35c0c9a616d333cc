#include <algorithm>

#include "display/app/scene_screens.h"

namespace turnout::display {
namespace {

constexpr std::size_t kRows = 9;
constexpr auto kPage = 8s;

std::size_t pagesOf(std::size_t rows) {
    return std::max<std::size_t>(1, (rows + kRows - 1) / kRows);
}

bool isShown(const AffiliationNumbers& each) {
    return each.guests.registered > 0 || each.guests.arrived > 0;
}

}  // namespace

std::size_t universitiesShown(const Totals& totals) {
    const auto shown = std::count_if(totals.byAffiliation.begin(), totals.byAffiliation.end(), isShown);
    return static_cast<std::size_t>(shown);
}

std::chrono::seconds universitiesTake(const Totals& totals) {
    return kPage * pagesOf(universitiesShown(totals));
}

UniversitiesScreen universitiesScreen(const SceneSource& source) {
    UniversitiesScreen screen;
    static_cast<Heading&>(screen) = source.count;
    std::vector<UniversityRow> rows;
    for (const AffiliationNumbers& each : source.totals.byAffiliation) {
        if (!isShown(each)) continue;
        const auto expected = each.guests.registered > 0 ? std::optional(each.guests.registered) : std::nullopt;
        rows.push_back({each.name, {each.guests.arrived, expected}});
    }
    screen.all = static_cast<std::int64_t>(rows.size());
    // Pages of even length: 10 universities are 5 and 5, never 9 and 1.
    screen.pages = pagesOf(rows.size());
    const auto turns = static_cast<std::size_t>(source.shown / kPage);
    screen.page = turns % screen.pages;
    // All pages in one language, then all in the other: turning both at once would show each page in one only.
    screen.otherLanguage = (source.visit + turns / screen.pages) % 2 == 1;
    const std::size_t each = (rows.size() + screen.pages - 1) / screen.pages, from = screen.page * each;
    for (std::size_t i = from; i < std::min(rows.size(), from + each); ++i) screen.rows.push_back(rows[i]);
    return screen;
}

}  // namespace turnout::display
