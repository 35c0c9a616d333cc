#include "common/store/guest_index.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace turnout {
namespace {

// --- folding: every character is folded alone and remembered, for a list has few different ones ---

bool isHan(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == USCRIPT_HAN;
}

bool isMark(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

enum class To { latin, surname, plain };  // surname: how a Chinese character is read at the head of a name

class Folding {
  public:
    // Letters and digits in lower case without marks; empty for anything else.
    const std::string& of(UChar32 c, To to) {
        const std::lock_guard lock(mutex_);
        auto& known = known_[static_cast<std::size_t>(to)];
        if (const auto found = known.find(c); found != known.end()) return found->second;
        return known[c] = fold(c, to);
    }

  private:
    static icu::Transliterator* make(const char* rules) {
        UErrorCode status = U_ZERO_ERROR;
        icu::Transliterator* made = icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status);
        return U_SUCCESS(status) ? made : nullptr;
    }

    std::string fold(UChar32 c, To to) {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString text(c);
        const bool latin = to != To::plain || uscript_getScript(c, &status) == USCRIPT_LATIN;
        if (latin) {
            if (!anyToLatin_) anyToLatin_.reset(make("Any-Latin; Latin-ASCII"));
            if (!names_) names_.reset(make("Han-Latin/Names; Latin-ASCII"));
            icu::Transliterator* with = to == To::surname ? names_.get() : anyToLatin_.get();
            if (with != nullptr) with->transliterate(text);
        } else if (const auto* nfkd = icu::Normalizer2::getNFKDInstance(status); U_SUCCESS(status)) {
            text = nfkd->normalize(text, status);
        }
        text.foldCase();
        icu::UnicodeString kept;
        for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
            const UChar32 part = text.char32At(i);
            if (u_isalnum(part) && (!latin || to == To::plain || part < 0x80)) kept.append(part);
        }
        std::string out;
        kept.toUTF8String(out);
        return out;
    }

    std::mutex mutex_;
    std::unordered_map<UChar32, std::string> known_[3];
    std::unique_ptr<icu::Transliterator> anyToLatin_, names_;
};

Folding& folding() {
    static Folding one;
    return one;
}

template <class Take>
void eachCharacter(std::string_view utf8, Take take) {
    const auto size = static_cast<int32_t>(utf8.size());
    for (int32_t at = 0; at < size;) {
        const int32_t begin = at;
        UChar32 c = 0;
        U8_NEXT(utf8.data(), at, size, c);
        if (c >= 0) take(c, static_cast<std::size_t>(begin), static_cast<std::size_t>(at));
    }
}

struct Word {
    std::string folded;
    std::vector<ByteSpan> from;  // of each folded byte, the character it came from
};

// The words of a name in Latin letters. A Chinese character is a word of its own.
std::vector<Word> latinWords(std::string_view name) {
    std::vector<Word> words;
    bool open = false, first = true;
    eachCharacter(name, [&](UChar32 c, std::size_t begin, std::size_t end) {
        if (isMark(c)) {  // belongs to the letter before it
            if (open && !words.back().from.empty()) {
                for (auto span = words.back().from.rbegin(); span != words.back().from.rend() && span->end == begin;
                     ++span)
                    span->end = end;
            }
            return;
        }
        if (!u_isalnum(c)) {
            open = false;
            return;
        }
        const bool han = isHan(c);
        const std::string& letters = folding().of(c, han && first ? To::surname : To::latin);
        first = false;
        if (letters.empty()) return;
        if (!open || han) words.emplace_back();
        open = !han;
        Word& word = words.back();
        word.folded += letters;
        word.from.insert(word.from.end(), letters.size(), ByteSpan{begin, end});
    });
    return words;
}

// The name in its own script, folded; `from` as in Word.
Word plainOf(std::string_view name) {
    Word all;
    eachCharacter(name, [&](UChar32 c, std::size_t begin, std::size_t end) {
        if (isMark(c)) return;
        const std::string& letters = folding().of(c, To::plain);
        all.folded += letters;
        all.from.insert(all.from.end(), letters.size(), ByteSpan{begin, end});
    });
    return all;
}

std::string joined(const std::vector<Word>& words) {
    std::string all;
    for (const Word& word : words) all += (all.empty() ? "" : " ") + word.folded;
    return all;
}

// --- matching ---

// How a token is spread over words that follow each other: a beginning of each, as one types pinyin ("lm", "liming",
// "lming"). `taken` gets how many letters of each word from `first` on. As much as possible of each word is tried
// first.
bool spread(std::string_view token, const std::vector<std::string_view>& words, std::size_t first,
            std::vector<std::size_t>& taken) {
    if (token.empty()) return true;
    if (first >= words.size()) return false;
    const std::string_view word = words[first];
    std::size_t same = 0;
    while (same < word.size() && same < token.size() && word[same] == token[same]) ++same;
    for (std::size_t take = same; take > 0; --take) {
        taken.push_back(take);
        if (spread(token.substr(take), words, first + 1, taken)) return true;
        taken.pop_back();
    }
    return false;
}

constexpr int kNothing = 1000;
enum Rank : int { kWholeName = 0, kNameBegins = 1, kWordBegins = 2, kInitials = 3, kWithin = 4, kSeat = 5, kPlace = 6 };

struct Spread {
    std::size_t first = 0;
    std::vector<std::size_t> taken;
    int rank = kNothing;
};

constexpr std::size_t kShortestWithin = 3;  // letters in the middle of a word

Spread bestSpread(std::string_view token, const std::vector<std::string_view>& words) {
    Spread best;
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::vector<std::size_t> taken;
        if (!spread(token, words, first, taken)) continue;
        bool wholeWords = true;  // all but the last
        for (std::size_t i = 0; i + 1 < taken.size(); ++i)
            wholeWords = wholeWords && taken[i] == words[first + i].size();
        const int rank = !wholeWords  ? static_cast<int>(kInitials)
                         : first == 0 ? static_cast<int>(kNameBegins)
                                      : static_cast<int>(kWordBegins);
        if (rank < best.rank) best = {first, std::move(taken), rank};
    }
    return best;
}

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find(by);
        if (end != 0) parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Token {
    std::string plain;   // folded in its own script
    bool ascii = false;  // Latin letters and digits only
};

std::vector<Token> tokensOf(std::string_view query) {
    std::vector<Token> tokens(1);
    eachCharacter(query, [&](UChar32 c, std::size_t, std::size_t) {
        if (u_isUWhiteSpace(c)) {
            if (!tokens.back().plain.empty()) tokens.emplace_back();
        } else if (!isMark(c)) {
            tokens.back().plain += folding().of(c, To::plain);
        }
    });
    if (tokens.back().plain.empty()) tokens.pop_back();
    for (Token& token : tokens) token.ascii = isAscii(token.plain);
    return tokens;
}

PlaceName placeName(std::string_view name) {
    PlaceName place;
    for (Word& word : latinWords(name)) place.words.push_back(std::move(word.folded));
    place.plain = plainOf(name).folded;
    if (isAscii(place.plain)) place.plain.clear();
    eachCharacter(name, [&](UChar32 c, std::size_t, std::size_t) { place.chinese = place.chinese || isHan(c); });
    return place;
}

// A place has many names, and a letter or two in the middle of one of them means nothing: from its beginning, or a word
// of it by at least three letters.
bool means(const Token& token, const PlaceName& name) {
    if (!token.ascii) return name.plain.find(token.plain) != std::string::npos;
    const Spread best = bestSpread(token.plain, {name.words.begin(), name.words.end()});
    if (best.rank == kNothing) return false;
    return best.first == 0 || (!name.chinese && best.rank == kWordBegins && best.taken.front() >= kShortestWithin);
}

bool meansAny(const Token& token, const std::vector<PlaceName>& names) {
    return std::any_of(names.begin(), names.end(), [&](const PlaceName& name) { return means(token, name); });
}

void addSpan(std::vector<ByteSpan>& spans, ByteSpan span) {
    if (!spans.empty() && spans.back().end >= span.begin) {
        spans.back().end = std::max(spans.back().end, span.end);
        spans.back().begin = std::min(spans.back().begin, span.begin);
    } else {
        spans.push_back(span);
    }
}

// What of `name` a token found; for the few guests that are shown.
std::vector<ByteSpan> spansIn(std::string_view name, const std::vector<Token>& tokens) {
    std::vector<ByteSpan> all;
    const std::vector<Word> words = latinWords(name);
    std::vector<std::string_view> folded;
    for (const Word& word : words) folded.push_back(word.folded);
    const Word plain = plainOf(name);
    for (const Token& token : tokens) {
        const Spread best = token.ascii ? bestSpread(token.plain, folded) : Spread{};
        if (best.rank != kNothing) {
            for (std::size_t i = 0; i < best.taken.size(); ++i)
                for (std::size_t letter = 0; letter < best.taken[i]; ++letter)
                    all.push_back(words[best.first + i].from[letter]);
            continue;
        }
        if (token.ascii && token.plain.size() < kShortestWithin) continue;
        const auto at = plain.folded.find(token.plain);
        if (at == std::string::npos) continue;
        for (std::size_t letter = 0; letter < token.plain.size(); ++letter) all.push_back(plain.from[at + letter]);
    }
    std::sort(all.begin(), all.end(), [](const ByteSpan& a, const ByteSpan& b) { return a.begin < b.begin; });
    std::vector<ByteSpan> merged;
    for (const ByteSpan& span : all) addSpan(merged, span);
    return merged;
}

}  // namespace

std::vector<CountryCode> findCountries(std::string_view typed, std::size_t most) {
    const std::vector<Token> tokens = tokensOf(typed);
    if (tokens.empty()) return {};
    struct Hit {
        int rank = kNothing;
        const Country* country = nullptr;
    };
    std::vector<Hit> hits;
    for (const Country& country : countries()) {
        Hit hit{kNothing, &country};
        const auto look = [&](std::string_view text, int penalty) {
            const PlaceName name = placeName(text);
            int sum = penalty;
            for (const Token& token : tokens) {
                if (!means(token, name)) return;
                if (token.ascii) sum += bestSpread(token.plain, {name.words.begin(), name.words.end()}).rank;
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
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.rank < b.rank; });
    std::vector<CountryCode> codes;
    for (std::size_t i = 0; i < hits.size() && codes.size() < most; ++i)
        if (const auto code = CountryCode::fromAlpha2(hits[i].country->code)) codes.push_back(*code);
    return codes;
}

GuestIndex::GuestIndex(const std::vector<Affiliation>& affiliations) : plans_(affiliations) {}

std::uint32_t GuestIndex::affiliationOf(const Guest& guest) {
    const std::string key = guest.affiliation.en + '\n' + guest.affiliation.zh;
    const auto [row, isNew] = affiliationRows_.emplace(key, static_cast<std::uint32_t>(affiliations_.size()));
    if (!isNew) return row->second;
    affiliations_.push_back(guest.affiliation);
    std::vector<PlaceName> names{placeName(guest.affiliation.en), placeName(guest.affiliation.zh)};
    for (const Affiliation& plan : plans_) {
        if (plan.name != guest.affiliation) continue;
        names.push_back(placeName(plan.shortName.en));
        names.push_back(placeName(plan.shortName.zh));
        for (const std::string& alias : plan.aliases) names.push_back(placeName(alias));
    }
    affiliationPlaces_.push_back(std::move(names));
    return row->second;
}

std::uint32_t GuestIndex::categoryOf(const Guest& guest) {
    const auto [row, isNew] = categoryRows_.emplace(guest.categoryId, static_cast<std::uint32_t>(categories_.size()));
    if (isNew) categories_.push_back({guest.categoryId, guest.category, guest.counted});
    return row->second;
}

void GuestIndex::add(const Guest& guest) {
    Entry entry;
    entry.id = guest.id.value;
    entry.name = guest.name;
    entry.nativeName = guest.nativeName;
    entry.seat = guest.seat;
    entry.note = guest.note;
    entry.latin = joined(latinWords(guest.name));
    if (!guest.nativeName.empty()) entry.latin += '\n' + joined(latinWords(guest.nativeName));
    entry.plain = plainOf(guest.name).folded + '\n' + plainOf(guest.nativeName).folded;
    entry.seatKey = plainOf(guest.seat).folded;
    entry.affiliation = affiliationOf(guest);
    entry.category = categoryOf(guest);
    entry.country = guest.country;
    entry.attention = guest.attention;
    entry.walkIn = guest.walkIn;
    entries_.push_back(std::move(entry));
}

Guest GuestIndex::guestOf(const Entry& entry) const {
    Guest guest;
    guest.id = AttendeeId{entry.id};
    guest.name = entry.name;
    guest.nativeName = entry.nativeName;
    guest.country = entry.country;
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

FoundGuests GuestIndex::find(std::string_view query, std::size_t most) const {
    FoundGuests found;
    const std::vector<Token> tokens = tokensOf(query);
    if (tokens.empty()) return found;

    // Countries and affiliations once for each token, not once for each guest.
    std::vector<std::vector<bool>> affiliationHit(tokens.size());
    std::vector<std::map<CountryCode, bool>> countryHit(tokens.size());
    std::map<CountryCode, std::vector<PlaceName>> countryNames;
    for (std::size_t t = 0; t < tokens.size(); ++t)
        for (const auto& names : affiliationPlaces_) affiliationHit[t].push_back(meansAny(tokens[t], names));
    const auto inCountry = [&](std::size_t t, const CountryCode& code) {
        const auto known = countryHit[t].find(code);
        if (known != countryHit[t].end()) return known->second;
        auto [names, isNew] = countryNames.try_emplace(code);
        if (const Country* country = findCountry(code); isNew && country != nullptr) {
            for (const std::string_view name :
                 {country->code, country->nameEn, country->nameZh, country->nameOwn, country->demonymEn})
                names->second.push_back(placeName(name));
            for (const std::string_view alias : country->aliases) names->second.push_back(placeName(alias));
        }
        return countryHit[t][code] = meansAny(tokens[t], names->second);
    };

    struct Hit {
        int rank = 0;
        std::size_t rest = 0;  // words of the name that nothing was typed for
        const Entry* entry = nullptr;
    };
    std::vector<Hit> hits;
    std::vector<std::string_view> words;
    for (const Entry& entry : entries_) {
        int sum = 0;
        std::size_t rest = 0;
        for (std::size_t t = 0; t < tokens.size() && sum < kNothing; ++t) {
            const Token& token = tokens[t];
            int rank = kNothing;
            if (token.ascii) {
                for (const std::string_view name : split(entry.latin, '\n')) {
                    if (name.find(token.plain[0]) == std::string_view::npos) continue;
                    words = split(name, ' ');
                    const Spread spread = bestSpread(token.plain, words);
                    if (spread.rank < rank) rest = words.size() - spread.taken.size();
                    rank = std::min(rank, spread.rank);
                    if (rank == kNameBegins && words.size() == tokens.size() && t == 0 && words[0] == token.plain)
                        rank = kWholeName;
                }
            }
            if (rank > kWithin && (!token.ascii || token.plain.size() >= kShortestWithin) &&
                entry.plain.find(token.plain) != std::string::npos)
                rank =
                    token.ascii ? kWithin
                    : entry.plain.find('\n' + token.plain) != std::string::npos || entry.plain.starts_with(token.plain)
                        ? kNameBegins
                        : kWordBegins;
            if (rank > kSeat && !entry.seatKey.empty() && entry.seatKey.starts_with(token.plain)) rank = kSeat;
            if (rank > kPlace && (affiliationHit[t][entry.affiliation] || inCountry(t, entry.country))) rank = kPlace;
            sum = rank == kNothing ? kNothing : sum + rank;
        }
        if (sum < kNothing) hits.push_back({sum, rest, &entry});
    }
    found.all = hits.size();
    const std::size_t shown = std::min(most, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end(),
                      [](const Hit& a, const Hit& b) {
                          if (a.rank != b.rank) return a.rank < b.rank;
                          if (a.rest != b.rest) return a.rest < b.rest;
                          if (a.entry->latin != b.entry->latin) return a.entry->latin < b.entry->latin;
                          return a.entry->id < b.entry->id;
                      });
    for (std::size_t i = 0; i < shown; ++i)
        found.best.push_back({guestOf(*hits[i].entry), spansIn(hits[i].entry->name, tokens),
                              spansIn(hits[i].entry->nativeName, tokens)});
    return found;
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
