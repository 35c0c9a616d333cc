// Finds guests by what a volunteer types: any part of the name, the name in its own script, pinyin or its initials
// ("李明", "liming", "lm"), with or without diacritics, the university, the country, the seat. In memory, so that no
// table of names is left behind in the event file. 100,000 guests take about 45 MB and a search 3 to 7 ms.
//
// Immutable while it is searched; find() may be called from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/domain/attendee.h"
#include "common/domain/event.h"
#include "common/store/name_match.h"

namespace turnout {

struct FoundGuest {
    Guest guest;
    std::vector<ByteSpan> inName, inNativeName;  // what matched, in order, not overlapping
};

struct FoundGuests {
    std::vector<FoundGuest> best;  // best first, then by name
    std::size_t all = 0;           // how many there are
};

class GuestIndex {
  public:
    // The affiliations' short names and aliases are found too.
    explicit GuestIndex(const std::vector<Affiliation>& affiliations);

    void add(const Guest& guest);  // in the order of their ids
    std::size_t size() const { return entries_.size(); }

    // Every word of `query` must be found in the guest. At most `most` guests; an empty query finds nobody. `within`:
    // only among the affiliation's.
    FoundGuests find(std::string_view query, std::size_t most, const Names* within = nullptr) const;

    std::optional<Guest> withId(AttendeeId id) const;

    // Everyone from `country` whose name has the same words as `name`, in any order, script and case.
    std::vector<Guest> namesakes(std::string_view name, const CountryCode& country) const;

    // Everyone of the affiliation, in the order of names.
    std::vector<Guest> ofAffiliation(const Names& affiliation) const;

  private:
    struct Entry {
        std::int64_t id = 0;
        std::string name, nativeName, seat, note;
        std::string latin;    // the words of both names in Latin letters, folded, every spelling a line
        std::string plain;    // both names folded in their own scripts, without spaces
        std::string seatKey;  // "\ne05\n05"
        std::uint32_t affiliation = 0, category = 0, country = 0;  // rows of the tables below
        bool attention = false, walkIn = false;
    };

    std::uint32_t affiliationOf(const Guest& guest);
    std::uint32_t categoryOf(const Guest& guest);
    std::uint32_t countryOf(const Guest& guest);
    Guest guestOf(const Entry& entry) const;

    std::vector<Affiliation> plans_;
    std::vector<Entry> entries_;
    std::vector<Names> affiliations_;
    std::vector<CountryCode> countries_;
    // What each of them is called.
    std::vector<std::vector<match::PlaceName>> affiliationPlaces_, countryPlaces_;
    struct CategoryRow {
        std::string id;
        Names name;
        bool counted = true;
    };
    std::vector<CategoryRow> categories_;
    std::unordered_map<std::string, std::uint32_t> affiliationRows_, categoryRows_, countryRows_;
};

// Countries by any of their names in any language ("gui": Guinea, Guinea-Bissau, Equatorial Guinea ...), best first.
std::vector<CountryCode> findCountries(std::string_view typed, std::size_t most);

}  // namespace turnout
