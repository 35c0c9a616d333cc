// Countries as the event counts them: ISO 3166-1 alpha-2, with Hong Kong, Macao and Taiwan as parts of China and ZZ for
// stateless or unknown. Names and aliases stand in assets/tables/countries.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/text.h"

namespace turnout {

class CountryCode {
  public:
    CountryCode() = default;  // ZZ

    // Two letters, any case, of the table (HK, MO, TW become CN); ZZ is known. Nothing for any other text.
    static std::optional<CountryCode> fromAlpha2(std::string_view text);

    const std::string& str() const { return code_; }
    bool isCountry() const { return code_ != "ZZ"; }  // a guest of ZZ counts as a guest and as no country

    bool operator==(const CountryCode&) const = default;
    auto operator<=>(const CountryCode&) const = default;

  private:
    std::string code_ = "ZZ";
};

struct Country {
    std::string_view code;
    std::string_view nameEn;                // short and in daily use: "Laos", "South Korea"
    std::string_view nameZh;                // "老挝"
    std::string_view nameOwn;               // in the country's own first language: "ລາວ"
    std::string_view demonymEn;             // "Laotian"; may be empty
    std::vector<std::string_view> aliases;  // other spellings in any language
    std::string_view greeting;              // "welcome" in the country's own first language; may be empty
    // Official names and further forms that lists use. Not for searching: "king" would mean every kingdom.
    std::vector<std::string_view> listForms;
};

// Every country of the table, by code; HK, MO and TW are not in it. Lives as long as the program.
const std::vector<Country>& countries();
const Country* findCountry(const CountryCode& code);

// A part of another country with a code of its own (Cocos Islands, French Guiana): counted like a country, offered
// after them.
bool isTerritory(const CountryCode& code);

// "Laos" / "老挝"; for ZZ "no country given" in the language.
std::string countryName(const CountryCode& code, Lang lang);

// The English name as it stands within a sentence: "Laos", but "the Philippines".
std::string countryInSentence(const CountryCode& code);

}  // namespace turnout
