// How what a volunteer types meets a name: a beginning of the name or of its words, initials and pinyin ("lm",
// "liming", "lming"), or something within it. Pure; names are folded (name_folding.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/domain/country.h"
#include "common/domain/event.h"
#include "common/store/name_folding.h"

namespace turnout::match {

inline constexpr int kNothing = 1000;
// How good a meeting is; the sum over all tokens orders the guests.
enum Rank : int { kWholeName = 0, kNameBegins = 1, kWordBegins = 2, kInitials = 3, kWithin = 4, kSeat = 5, kPlace = 6 };

inline constexpr std::size_t kShortestWithin = 3;  // letters in the middle of a word

struct Token {
    std::string plain;   // folded in its own script
    bool ascii = false;  // Latin letters and digits only
};

std::vector<Token> tokensOf(std::string_view query);

struct Spread {
    std::size_t first = 0;           // the word it begins at
    std::vector<std::size_t> taken;  // how many letters of each word from there on
    int rank = kNothing;
};

// A token over words that follow each other, a beginning of each.
Spread bestSpread(std::string_view token, const std::vector<std::string_view>& words);

// A name by which an affiliation or a country is found. Not by its initials when it is one of many spellings: "nh" is
// somebody's name sooner than Nan Han, which is South Korea.
struct KnownName {
    std::string_view text;
    bool byInitials = true;
};

// All of them, the usual one first; views of the tables and of what is given.
std::vector<KnownName> namesOf(const CountryCode& code);
std::vector<KnownName> namesOf(const Names& affiliation, const std::vector<Affiliation>& affiliations);

// Folded; they are searched once for all their guests.
struct PlaceName {
    std::vector<std::string> words;  // in Latin letters
    std::string plain;               // in its own script; empty when that is Latin
    bool chinese = false;            // then each word is a syllable, and means nothing alone
    bool byInitials = true;
};

PlaceName placeName(const KnownName& name);

// A place has many names, and a letter or two in the middle of one of them means nothing: from its beginning, or a word
// of it by at least three letters.
bool means(const Token& token, const PlaceName& name);
bool meansAny(const Token& token, const std::vector<PlaceName>& names);

// What of `name` the tokens found, in order, not overlapping; for the few guests that are shown.
std::vector<ByteSpan> spansIn(std::string_view name, const std::vector<Token>& tokens);

}  // namespace turnout::match
