// Which country a cell of a registration list means: "Lao PDR", "老挝籍", "LAO", "🇱🇦" -> LA.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/country.h"

namespace turnout {

struct CountryReading {
    enum class Kind {
        one,      // candidates holds exactly the country (ZZ for stateless or unknown)
        ask,      // several fit, or none does but these are close: a person must say; never accepted by itself
        unknown,  // nothing comes near
    };
    Kind kind = Kind::unknown;
    std::vector<CountryCode> candidates;  // the likeliest first, at most 4
};

// Looks in this order: codes (ISO 3166-1 alpha-2 and -3), flag emoji, the table's names, aliases and demonyms together
// with ICU's English and Chinese names, then ICU's names in all its languages (4 characters and more), then spelling.
// Several names in one cell must agree: "老挝 Laos", "Laos (LA)".
// What more than one country answers to is asked, and what is easily mixed up: Korea, Congo, Guinean, Dominican, BRN,
// codes of the Olympic committee (assets/tables/countries_asked.tsv). Case, accents, points and a
// leading "the" do not matter; 籍, 国籍 and 人 at the end are taken off. Answers are remembered by text. One thread at
// a time.
class CountryResolver {
  public:
    CountryResolver();
    ~CountryResolver();
    CountryResolver(const CountryResolver&) = delete;
    CountryResolver& operator=(const CountryResolver&) = delete;

    CountryReading resolve(std::string_view text);

    // A person's answer for this text (case, accents and points do not matter): from now on it means this country.
    void teach(std::string_view text, const CountryCode& country);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace turnout
