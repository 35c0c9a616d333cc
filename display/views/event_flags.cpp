#include "display/views/event_flags.h"

#include <algorithm>

#include "common/base/utf8.h"

namespace turnout::display {
namespace {

std::string folderOf(const EventPlan& plan) {
    for (const auto& [name, value] : plan.display)
        if (name == "flags") return value;
    return {};
}

}  // namespace

paint::Flags flagsOf(const EventPlan& plan, const std::filesystem::path& event) {
    std::optional<std::filesystem::path> own;
    if (const std::string folder = folderOf(plan); !folder.empty()) own = event.parent_path() / folder;
    return {paint::FlagFolders::find(own), plan.zone.date(plan.starts)};
}

std::optional<WrongSetting> missingFlags(const EventPlan& plan, const std::filesystem::path& event) {
    const std::string folder = folderOf(plan);
    std::error_code none;  // then it is not there either
    if (folder.empty() || std::filesystem::is_directory(event.parent_path() / folder, none)) return std::nullopt;
    return WrongSetting{"flags", folder, {}};
}

OddFlags oddFlags(const EventPlan& plan, const std::filesystem::path& event) {
    OddFlags odd;
    const std::string folder = folderOf(plan);
    if (folder.empty()) return odd;
    std::error_code error;  // a folder that cannot be listed has none
    std::filesystem::directory_iterator entry(event.parent_path() / folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const std::filesystem::path& file = entry->path();
        const std::string stem = file.stem().string(), ending = inSmallLetters(file.extension().string());
        if (ending != ".svg" && ending != ".png") continue;
        const auto code = CountryCode::fromAlpha2(stem);
        const bool found = ending == file.extension().string() && code && inSmallLetters(code->str()) == stem;
        if (!found)
            odd.noCountry.push_back(file.filename().string());
        else if (!paint::isFlagDrawing(file))
            odd.notDrawn.push_back(file.filename().string());
    }
    std::sort(odd.noCountry.begin(), odd.noCountry.end());
    std::sort(odd.notDrawn.begin(), odd.notDrawn.end());
    return odd;
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
