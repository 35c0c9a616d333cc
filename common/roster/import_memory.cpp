#include "common/roster/import_memory.h"

#include <algorithm>
#include <sstream>

namespace turnout {
namespace {

// Tabs and line ends would break the setting's own form.
bool storable(const std::string& text) {
    return text.find_first_of("\t\r\n") == std::string::npos;
}

}  // namespace

HeaderMap fromSetting(const std::optional<std::string>& value) {
    HeaderMap pairs;
    std::istringstream lines(value.value_or(""));
    for (std::string line; std::getline(lines, line);)
        if (const auto tab = line.find('\t'); tab != std::string::npos)
            pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    return pairs;
}

std::string toSetting(HeaderMap pairs, const HeaderMap& newer) {
    std::erase_if(pairs, [&](const auto& old) {
        return std::any_of(newer.begin(), newer.end(), [&](const auto& pair) { return pair.first == old.first; });
    });
    pairs.insert(pairs.end(), newer.begin(), newer.end());
    std::string value;
    for (const auto& [from, to] : pairs)
        if (storable(from)) value += from + "\t" + to + "\n";
    return value;
}

void teachAll(CountryResolver& countries, const HeaderMap& answers) {
    for (const auto& [form, code] : answers)
        if (const auto country = CountryCode::fromAlpha2(code)) countries.teach(form, *country);
}

}  // namespace turnout
