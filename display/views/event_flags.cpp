#include "display/views/event_flags.h"

namespace turnout::display {

paint::Flags flagsOf(const EventPlan& plan, const std::filesystem::path& event) {
    std::optional<std::filesystem::path> own;
    for (const auto& [name, value] : plan.display)
        if (name == "flags") own = event.parent_path() / value;
    return {paint::FlagFolders::find(own), plan.zone.date(plan.starts)};
}

std::vector<CountryCode> withoutDrawing(const paint::Flags& flags, const Totals& totals) {
    std::vector<CountryCode> without;
    for (const CountryNumbers& country : totals.byCountry) {
        if (!country.code.isCountry()) continue;
        const paint::FlagSource source = flags.source(country.code);
        if (source == paint::FlagSource::emoji || source == paint::FlagSource::none) without.push_back(country.code);
    }
    return without;
}

}  // namespace turnout::display
