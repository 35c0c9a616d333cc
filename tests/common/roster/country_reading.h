// What the resolver makes of a text, in a word: "LA" is taken, "? KR KP" is asked, "" is unknown.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/roster/country_resolver.h"

namespace turnout::test {

inline std::string readCountry(CountryResolver& resolver, std::string_view text) {
    const CountryReading reading = resolver.resolve(text);
    std::string codes;
    for (const CountryCode& code : reading.candidates) codes += (codes.empty() ? "" : " ") + code.str();
    switch (reading.kind) {
        case CountryReading::Kind::one: return codes;
        case CountryReading::Kind::ask: return "? " + codes;
        case CountryReading::Kind::unknown: return "";
    }
    return "";
}

using CountryForms = std::vector<std::pair<const char*, const char*>>;

inline void expectForms(const CountryForms& forms) {
    CountryResolver resolver;
    for (const auto& [form, code] : forms) EXPECT_EQ(readCountry(resolver, form), code) << form;
}

}  // namespace turnout::test
