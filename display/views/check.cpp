#include "display/views/check.h"

#include <ostream>

#include "common/base/text.h"
#include "display/app/own_files.h"
#include "display/views/event_flags.h"
#include "display/views/event_fonts.h"
#include "display/views/legibility.h"

namespace turnout::display {

int checkHall(const EventPlan& plan, const Options& options, std::ostream& out, std::ostream& err) {
    Result<EventReader> reader = EventReader::open(options.event);
    const Result<HallNumbers> numbers = reader ? reader->hall(kNewestRead) : reader.error();
    if (!numbers) {
        err << numbers.error().sentence(options.lang) << '\n';
        return kCouldNot;
    }
    const HallSettings settings = HallSettings::of(plan);
    const OwnFiles files(options.event);
    std::vector<WrongSetting> missing = familiesOf(files.placed(settings), options.event).missing;
    if (auto flags = missingFlags(plan, options.event)) missing.push_back(*std::move(flags));
    const ui::Size size{static_cast<float>(options.width), static_cast<float>(options.height)};
    const TimePoint wall = options.clock.value_or(SystemClock().now());
    std::string waving;
    for (const CountryCode& country : withoutDrawing(flagsOf(plan, options.event), numbers->totals))
        waving += (waving.empty() ? "" : options.lang == Lang::zh ? "、" : ", ") + countryName(country, options.lang);
    if (!waving.empty()) out << say(Text{"display.check.no_flags", {{"countries", waving}}}, options.lang) << '\n';
    const OddFlags odd = oddFlags(plan, options.event);
    for (const auto& [key, named] : {std::pair("display.check.flag_of_none", odd.noCountry),
                                     std::pair("display.check.flag_not_drawn", odd.notDrawn)})
        for (const std::string& file : named)
            out << say(Text{key, {{"file", shorten(cleanForScreen(file), 60)}}}, options.lang) << '\n';
    const Legibility found = legibilityOf(plan, *numbers, wall, size, options.safeMargin);
    out << told(settings.wrong, missing, options.lang) << told(found, options.lang);
    return found.small.empty() && settings.wrong.empty() && missing.empty() && odd.noCountry.empty() &&
                   odd.notDrawn.empty()
               ? kDone
               : kCouldNot;
}

}  // namespace turnout::display
