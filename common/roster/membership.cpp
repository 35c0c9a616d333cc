#include "common/roster/membership.h"

#include <algorithm>

#include "assets/assets.h"

namespace turnout {

std::optional<std::string_view> builtInMembership(std::string_view name) {
    const std::string path = "tables/" + std::string(name) + ".tsv";
    for (const assets::Asset& asset : assets::all())
        if (asset.path == path && name != "countries") return asset.bytes;
    return std::nullopt;
}

Result<std::vector<CountryCode>> membersOn(std::string_view table, const std::string& date,
                                           const std::string& fileName) {
    std::vector<CountryCode> members;
    int number = 0;
    while (!table.empty()) {
        const auto end = table.find('\n');
        std::string_view line = table.substr(0, end);
        table = end == std::string_view::npos ? std::string_view{} : table.substr(end + 1);
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        std::vector<std::string> fields(1);
        for (const char c : line) {
            if (c == '\t')
                fields.emplace_back();
            else
                fields.back() += c;
        }
        fields.resize(3);
        const auto code = CountryCode::fromAlpha2(fields[0]);
        if (!code || !code->isCountry())
            return makeError(Fault::badInput, "roster.membership_code",
                             {{"file", fileName}, {"line", std::to_string(number)}, {"found", fields[0]}});
        const bool begun = fields[1].empty() || fields[1] <= date;  // ISO dates compare as text
        const bool ended = !fields[2].empty() && fields[2] <= date;
        if (begun && !ended && std::find(members.begin(), members.end(), *code) == members.end())
            members.push_back(*code);
    }
    return members;
}

}  // namespace turnout
