#include "common/store/guest_index.h"

#include <algorithm>
#include <cassert>

#include "common/store/name_match.h"

namespace turnout {
namespace {

using namespace match;

std::string joined(const std::vector<FoldedWord>& words) {
    std::string all;
    for (const FoldedWord& word : words) all += (all.empty() ? "" : " ") + word.folded;
    return all;
}

// Every spelling a line.
std::string latinKey(std::string_view name) {
    std::string key;
    for (const auto& words : latinSpellings(name)) key += (key.empty() ? "" : "\n") + joined(words);
    return key;
}

std::vector<PlaceName> placesOf(const std::vector<KnownName>& names) {
    std::vector<PlaceName> places;
    for (const KnownName& name : names) places.push_back(placeName(name));
    return places;
}

// Which of the places a token means: asked once for each place, not once for each guest.
std::vector<bool> meantBy(const Token& token, const std::vector<std::vector<PlaceName>>& places) {
    std::vector<bool> meant;
    for (const auto& names : places) meant.push_back(meansAny(token, names));
    return meant;
}

// The first line of `lines`, which is taken off them.
std::string_view nextLine(std::string_view& lines) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    return line;
}

void splitWords(std::string_view line, std::vector<std::string_view>& words) {
    words.clear();
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        if (end > at) words.push_back(line.substr(at, end - at));
        at = end + 1;
    }
}

// Whether a word of the names (parted by spaces and line ends) begins with `letter`. Without one nothing can be spread
// over them, and most guests are left here, before anything is taken apart.
bool someWordBegins(std::string_view names, char letter) {
    for (std::size_t at = names.find(letter); at != std::string_view::npos; at = names.find(letter, at + 1))
        if (at == 0 || names[at - 1] == ' ' || names[at - 1] == '\n') return true;
    return false;
}

// Which of the guest's names a token met.
struct InName {
    std::size_t rest = 0;  // its words for which nothing was typed
    bool sounds = false;   // not the name as it is written, but how another one of theirs is spoken
};

// How well one token meets a guest's names. It may stand for the whole name when it is the first of `tokens`, else 0.
// `words` is for its own use, and keeps its memory from guest to guest.
int rankInNames(const Token& token, std::size_t tokens, std::string_view latin, std::string_view plain, InName& met,
                std::vector<std::string_view>& words) {
    int rank = kNothing;
    if (token.ascii && someWordBegins(latin, token.plain[0])) {
        for (bool first = true; !latin.empty(); first = false) {
            splitWords(nextLine(latin), words);
            const Spread spread = bestSpread(token.plain, words);
            if (spread.rank < rank) met = {words.size() - spread.taken.size(), !first};
            rank = std::min(rank, spread.rank);
            if (rank == kNameBegins && words.size() == tokens && words[0] == token.plain) rank = kWholeName;
        }
    }
    if (rank <= kWithin || (token.ascii && token.plain.size() < kShortestWithin)) return rank;
    const auto at = plain.find(token.plain);
    if (at == std::string_view::npos) return rank;
    if (token.ascii) return kWithin;
    return at == 0 || plain.find('\n' + token.plain) != std::string_view::npos ? kNameBegins : kWordBegins;
}

// A seat from each of its parts on, one a line: "E-05" is found by "e05", by "05"; "Block B 12" by "b12", "12". A part
// begins where letters and digits meet, and after whatever is neither.
std::string seatKeyOf(std::string_view seat) {
    const FoldedWord plain = plainOf(seat);
    const auto isDigit = [&](std::size_t at) { return plain.folded[at] >= '0' && plain.folded[at] <= '9'; };
    std::string key;
    for (std::size_t at = 0; at < plain.folded.size(); ++at) {
        const bool begins = at == 0 || plain.from[at].begin > plain.from[at - 1].end ||
                            (plain.from[at] != plain.from[at - 1] && isDigit(at) != isDigit(at - 1));
        if (begins) key += '\n' + plain.folded.substr(at);
    }
    return key;
}

constexpr int kNotFromItsBeginning = 10;  // more than the difference between any two names of a country

}  // namespace

std::vector<CountryCode> findCountries(std::string_view typed, std::size_t most) {
    const std::vector<Token> tokens = tokensOf(typed);
    if (tokens.empty()) return {};
    struct Hit {
        int rank = kNothing;
        CountryCode country;
    };
    std::vector<Hit> hits;
    for (const Country& country : countries()) {
        Hit hit{kNothing, CountryCode::fromAlpha2(country.code).value_or(CountryCode{})};
        const auto look = [&](std::string_view text, int penalty) {
            const PlaceName name = placeName({text});
            int sum = penalty;
            for (const Token& token : tokens) {
                if (!means(token, name)) return;
                if (token.ascii)
                    sum += bestSpread(token.plain, {name.words.begin(), name.words.end()}).rank;
                else if (!name.plain.starts_with(token.plain))
                    sum += kNotFromItsBeginning;
            }
            hit.rank = std::min(hit.rank, sum);
        };
        look(country.nameEn, 0);
        look(country.nameZh, tokens.front().ascii ? 3 : 0);  // by its pinyin only after the English names
        look(country.nameOwn, 3);
        look(country.code, 1);
        for (const std::string_view alias : country.aliases) look(alias, 4);
        if (hit.rank < kNothing) hits.push_back(hit);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::pair(a.rank, isTerritory(a.country)) < std::pair(b.rank, isTerritory(b.country));
    });
    std::vector<CountryCode> codes;
    for (std::size_t i = 0; i < hits.size() && codes.size() < most; ++i) codes.push_back(hits[i].country);
    return codes;
}

GuestIndex::GuestIndex(const std::vector<Affiliation>& affiliations) : plans_(affiliations) {}

std::uint32_t GuestIndex::affiliationOf(const Guest& guest) {
    const std::string key = guest.affiliation.en + '\n' + guest.affiliation.zh;
    const auto [row, isNew] = affiliationRows_.emplace(key, static_cast<std::uint32_t>(affiliations_.size()));
    if (!isNew) return row->second;
    affiliations_.push_back(guest.affiliation);
    affiliationPlaces_.push_back(placesOf(namesOf(guest.affiliation, plans_)));
    return row->second;
}

std::uint32_t GuestIndex::categoryOf(const Guest& guest) {
    const auto [row, isNew] = categoryRows_.emplace(guest.categoryId, static_cast<std::uint32_t>(categories_.size()));
    if (isNew) categories_.push_back({guest.categoryId, guest.category, guest.counted});
    return row->second;
}

std::uint32_t GuestIndex::countryOf(const Guest& guest) {
    const auto [row, isNew] = countryRows_.emplace(guest.country.str(), static_cast<std::uint32_t>(countries_.size()));
    if (!isNew) return row->second;
    countries_.push_back(guest.country);
    countryPlaces_.push_back(placesOf(namesOf(guest.country)));
    return row->second;
}

void GuestIndex::add(const Guest& guest) {
    assert(entries_.empty() || entries_.back().id < guest.id.value);
    Entry entry;
    entry.id = guest.id.value;
    entry.name = guest.name;
    entry.nativeName = guest.nativeName;
    entry.seat = guest.seat;
    entry.note = guest.note;
    entry.latin = latinKey(guest.name);
    if (!guest.nativeName.empty()) entry.latin += '\n' + latinKey(guest.nativeName);
    entry.plain = plainOf(guest.name).folded + '\n' + plainOf(guest.nativeName).folded;
    entry.seatKey = seatKeyOf(guest.seat);
    entry.affiliation = affiliationOf(guest);
    entry.category = categoryOf(guest);
    entry.country = countryOf(guest);
    entry.attention = guest.attention;
    entry.walkIn = guest.walkIn;
    entries_.push_back(std::move(entry));
}

Guest GuestIndex::guestOf(const Entry& entry) const {
    Guest guest;
    guest.id = AttendeeId{entry.id};
    guest.name = entry.name;
    guest.nativeName = entry.nativeName;
    guest.country = countries_[entry.country];
    guest.affiliation = affiliations_[entry.affiliation];
    const CategoryRow& category = categories_[entry.category];
    guest.categoryId = category.id;
    guest.category = category.name;
    guest.counted = category.counted;
    guest.seat = entry.seat;
    guest.note = entry.note;
    guest.attention = entry.attention;
    guest.walkIn = entry.walkIn;
    return guest;
}

FoundGuests GuestIndex::find(std::string_view query, std::size_t most, const Names* within) const {
    FoundGuests found;
    const std::vector<Token> tokens = tokensOf(query);
    if (tokens.empty()) return found;

    std::vector<std::vector<bool>> affiliationMeant, countryMeant;
    std::vector<std::string> asSeat;
    for (const Token& token : tokens) {
        asSeat.push_back('\n' + token.plain);
        affiliationMeant.push_back(meantBy(token, affiliationPlaces_));
        countryMeant.push_back(meantBy(token, countryPlaces_));
    }
    struct Hit {
        int rank = 0;
        InName met;
        const Entry* entry = nullptr;
    };
    std::vector<Hit> hits;
    std::vector<std::string_view> words;
    for (const Entry& entry : entries_) {
        if (within != nullptr && affiliations_[entry.affiliation] != *within) continue;
        int sum = 0;
        InName met;
        for (std::size_t t = 0; t < tokens.size() && sum < kNothing; ++t) {
            const Token& token = tokens[t];
            int rank = rankInNames(token, t == 0 ? tokens.size() : 0, entry.latin, entry.plain, met, words);
            if (rank > kSeat && !entry.seatKey.empty() && entry.seatKey.find(asSeat[t]) != std::string::npos)
                rank = kSeat;
            if (rank > kPlace && (affiliationMeant[t][entry.affiliation] || countryMeant[t][entry.country]))
                rank = kPlace;
            sum = rank == kNothing ? kNothing : sum + rank;
        }
        if (sum < kNothing) hits.push_back({sum, met, &entry});
    }
    found.all = hits.size();
    const std::size_t shown = std::min(most, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end(),
                      [](const Hit& a, const Hit& b) {
                          if (a.rank != b.rank) return a.rank < b.rank;
                          if (a.met.sounds != b.met.sounds) return b.met.sounds;
                          if (a.met.rest != b.met.rest) return a.met.rest < b.met.rest;
                          if (a.entry->latin != b.entry->latin) return a.entry->latin < b.entry->latin;
                          return a.entry->id < b.entry->id;
                      });
    for (std::size_t i = 0; i < shown; ++i)
        found.best.push_back({guestOf(*hits[i].entry), spansIn(hits[i].entry->name, tokens),
                              spansIn(hits[i].entry->nativeName, tokens)});
    return found;
}

std::optional<Guest> GuestIndex::withId(AttendeeId id) const {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), id.value,
                                        [](const Entry& entry, std::int64_t wanted) { return entry.id < wanted; });
    return found != entries_.end() && found->id == id.value ? std::optional(guestOf(*found)) : std::nullopt;
}

std::vector<Guest> GuestIndex::namesakes(std::string_view name, const CountryCode& country) const {
    std::vector<Guest> guests;
    const auto row = countryRows_.find(country.str());
    if (row == countryRows_.end()) return guests;
    const auto sortedLines = [](std::string_view lines) {
        std::vector<std::vector<std::string_view>> all;
        while (!lines.empty()) {
            splitWords(nextLine(lines), all.emplace_back());
            std::sort(all.back().begin(), all.back().end());
        }
        return all;
    };
    const std::string key = latinKey(name);
    const auto wanted = sortedLines(key);
    for (const Entry& entry : entries_) {
        if (entry.country != row->second) continue;
        const auto own = sortedLines(entry.latin);
        if (std::find_first_of(own.begin(), own.end(), wanted.begin(), wanted.end()) != own.end())
            guests.push_back(guestOf(entry));
    }
    return guests;
}

std::vector<Guest> GuestIndex::ofAffiliation(const Names& affiliation) const {
    std::vector<const Entry*> rows;
    for (const Entry& entry : entries_)
        if (affiliations_[entry.affiliation] == affiliation) rows.push_back(&entry);
    std::sort(rows.begin(), rows.end(), [](const Entry* a, const Entry* b) {
        return a->latin != b->latin ? a->latin < b->latin : a->id < b->id;
    });
    std::vector<Guest> guests;
    for (const Entry* row : rows) guests.push_back(guestOf(*row));
    return guests;
}

}  // namespace turnout
