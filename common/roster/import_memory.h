// What an organiser answered once about the lists of an event, as the event file keeps it: which heading is which
// field, which country a form means.
#pragma once

#include <optional>
#include <string>

#include "common/roster/country_resolver.h"
#include "common/roster/headers.h"

namespace turnout {

// Names of settings of the event.
inline constexpr const char* kMapSetting = "import_map";            // lines of HEADER TAB FIELD
inline constexpr const char* kCountrySetting = "import_countries";  // lines of FORM TAB CODE

HeaderMap fromSetting(const std::optional<std::string>& value);
// Newer answers replace older ones to the same question; those that the setting's form cannot hold are left out.
std::string toSetting(HeaderMap pairs, const HeaderMap& newer);

// Pairs of form and code; others are passed over.
void teachAll(CountryResolver& countries, const HeaderMap& answers);

}  // namespace turnout
