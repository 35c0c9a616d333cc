#include "common/store/name_match.h"

#include <algorithm>

namespace turnout::match {
namespace {

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

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void addSpan(std::vector<ByteSpan>& spans, ByteSpan span) {
    if (!spans.empty() && spans.back().end >= span.begin) {
        spans.back().end = std::max(spans.back().end, span.end);
        spans.back().begin = std::min(spans.back().begin, span.begin);
    } else {
        spans.push_back(span);
    }
}

}  // namespace

std::vector<Token> tokensOf(std::string_view query) {
    std::vector<Token> tokens;
    for (std::string& word : plainWords(query)) {
        const bool ascii = isAscii(word);
        tokens.push_back({std::move(word), ascii});
    }
    return tokens;
}

Spread bestSpread(std::string_view token, const std::vector<std::string_view>& words) {
    Spread best;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (words[first].empty() || token.empty() || words[first][0] != token[0]) continue;
        std::vector<std::size_t> taken;
        taken.reserve(words.size() - first);
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

std::vector<KnownName> namesOf(const CountryCode& code) {
    const Country* country = findCountry(code);
    if (country == nullptr) return {};
    std::vector<KnownName> names{
        {country->nameEn}, {country->nameZh}, {country->nameOwn}, {country->demonymEn}, {country->code}};
    for (const std::string_view alias : country->aliases) names.push_back({alias, false});
    return names;
}

std::vector<KnownName> namesOf(const Names& affiliation, const std::vector<Affiliation>& affiliations) {
    std::vector<KnownName> names{{affiliation.en}, {affiliation.zh}};
    for (const Affiliation& known : affiliations) {
        if (known.name != affiliation) continue;
        names.insert(names.end(), {{known.shortName.en}, {known.shortName.zh}});
        for (const std::string& alias : known.aliases) names.push_back({alias});
    }
    return names;
}

PlaceName placeName(const KnownName& name) {
    PlaceName place;
    for (FoldedWord& word : latinWords(name.text)) place.words.push_back(std::move(word.folded));
    place.plain = plainOf(name.text).folded;
    if (isAscii(place.plain)) place.plain.clear();
    place.chinese = hasChinese(name.text);
    place.byInitials = name.byInitials;
    return place;
}

bool means(const Token& token, const PlaceName& name) {
    if (!token.ascii) return name.plain.find(token.plain) != std::string::npos;
    const Spread best = bestSpread(token.plain, {name.words.begin(), name.words.end()});
    if (best.rank == kNothing || (best.rank == kInitials && !name.byInitials)) return false;
    return best.first == 0 || (!name.chinese && best.rank == kWordBegins && best.taken.front() >= kShortestWithin);
}

bool meansAny(const Token& token, const std::vector<PlaceName>& names) {
    return std::any_of(names.begin(), names.end(), [&](const PlaceName& name) { return means(token, name); });
}

std::vector<ByteSpan> spansIn(std::string_view name, const std::vector<Token>& tokens) {
    std::vector<ByteSpan> all;
    const auto spellings = latinSpellings(name);
    const FoldedWord plain = plainOf(name);
    for (const Token& token : tokens) {
        Spread best;
        std::vector<FoldedWord> words;  // as they are spelled where it was found
        for (const auto& spelling : spellings) {
            if (!token.ascii) break;
            std::vector<std::string_view> folded;
            for (const FoldedWord& word : spelling) folded.push_back(word.folded);
            if (Spread found = bestSpread(token.plain, folded); found.rank < best.rank) {
                best = std::move(found);
                words = spelling;
            }
        }
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

}  // namespace turnout::match
