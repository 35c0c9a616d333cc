#include "common/domain/country.h"

#include <algorithm>
#include <array>

#include "assets/assets.h"
#include "common/base/table.h"

namespace turnout {
namespace {

// Columns: code, en, zh, own, demonym, greeting, aliases and forms of lists, each separated by |.
std::vector<Country> readTable() {
    std::vector<Country> all;
    for (const auto& fields : tableRows(assets::bytes("tables/countries.tsv"))) {
        if (fields.size() < 8) continue;
        all.push_back(
            {fields[0], fields[1], fields[2], fields[3], fields[4], several(fields[6]), fields[5], several(fields[7])});
    }
    std::sort(all.begin(), all.end(), [](const Country& a, const Country& b) { return a.code < b.code; });
    return all;
}

// Names that English gives an article: plurals, kingdoms, unions, republics. In the order of the alphabet.
constexpr std::array<std::string_view, 26> kWithArticle{"AE", "AX", "BQ", "BS", "CC", "CD", "CF", "CK", "DO",
                                                        "FK", "FO", "GB", "GM", "KM", "KY", "MH", "MP", "MV",
                                                        "NL", "PH", "PN", "SB", "TC", "US", "VG", "VI"};

// Of the table's codes those that ISO 3166-1 lists and the United Nations have neither as member nor as observer.
constexpr std::array<std::string_view, 44> kTerritories{
    "AI", "AS", "AW", "AX", "BL", "BM", "BQ", "CC", "CK", "CW", "CX", "EH", "FK", "FO", "GF",
    "GG", "GI", "GL", "GP", "GU", "IM", "JE", "KY", "MF", "MP", "MQ", "MS", "NC", "NF", "NU",
    "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TK", "VG", "VI", "WF", "YT"};

}  // namespace

std::optional<CountryCode> CountryCode::fromAlpha2(std::string_view text) {
    if (text.size() != 2) return std::nullopt;
    std::string upper(text);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (upper == "HK" || upper == "MO" || upper == "TW") upper = "CN";
    CountryCode code;
    code.code_ = std::move(upper);
    if (code.isCountry() && findCountry(code) == nullptr) return std::nullopt;
    return code;
}

const std::vector<Country>& countries() {
    static const std::vector<Country> all = readTable();
    return all;
}

const Country* findCountry(const CountryCode& code) {
    const auto& all = countries();
    const auto found =
        std::lower_bound(all.begin(), all.end(), code.str(),
                         [](const Country& country, const std::string& key) { return country.code < key; });
    return found != all.end() && found->code == code.str() ? &*found : nullptr;
}

bool isTerritory(const CountryCode& code) {
    return std::binary_search(kTerritories.begin(), kTerritories.end(), std::string_view(code.str()));
}

std::string countryName(const CountryCode& code, Lang lang) {
    const Country* country = findCountry(code);
    if (country == nullptr) return say("country.none", lang);
    return std::string(lang == Lang::zh ? country->nameZh : country->nameEn);
}

std::string countryInSentence(const CountryCode& code) {
    std::string name = countryName(code, Lang::en);
    const bool article = std::binary_search(kWithArticle.begin(), kWithArticle.end(), std::string_view(code.str()));
    return article ? "the " + name : name;
}

}  // namespace turnout
