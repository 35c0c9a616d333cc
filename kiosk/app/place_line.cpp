#include "kiosk/app/place_line.h"

#include <algorithm>

#include "common/store/name_match.h"

namespace turnout::kiosk {
namespace {

using match::Token;

// What was typed and is in no part of the names: it must be the country or the university.
std::vector<Token> notInNames(const Guest& guest, std::string_view typed) {
    std::vector<Token> tokens = match::tokensOf(typed);
    std::erase_if(tokens, [&](const Token& token) {
        return !match::spansIn(guest.name, {token}).empty() || !match::spansIn(guest.nativeName, {token}).empty();
    });
    return tokens;
}

// The place by its usual name, and behind it the first other one that a token means and the usual one does not show.
void add(PlaceLine& line, std::string usual, const std::vector<std::string_view>& others,
         const std::vector<Token>& tokens) {
    if (usual.empty()) return;
    const match::PlaceName shown = match::placeName(usual);
    for (const Token& token : tokens) {
        if (match::means(token, shown)) continue;
        const auto other = std::find_if(others.begin(), others.end(), [&](std::string_view name) {
            return !name.empty() && match::means(token, match::placeName(name));
        });
        if (other == others.end()) continue;
        usual += " (" + cleanForScreen(*other) + ")";
        break;
    }
    const std::size_t from = line.words.empty() ? 0 : line.words.size() + std::string_view(" · ").size();
    line.words += (from == 0 ? "" : " · ") + usual;
    for (const ByteSpan& span : match::spansIn(usual, tokens))
        line.marked.push_back({from + span.begin, from + span.end});
}

}  // namespace

PlaceLine placeLine(const Guest& guest, const std::vector<Affiliation>& affiliations, std::string_view typed,
                    Lang lang) {
    const std::vector<Token> tokens = notInNames(guest, typed);
    PlaceLine line;
    std::vector<std::string_view> others;
    if (const Country* country = findCountry(guest.country)) {
        others = {country->nameEn, country->nameZh, country->nameOwn, country->demonymEn, country->code};
        others.insert(others.end(), country->aliases.begin(), country->aliases.end());
    }
    add(line, countryName(guest.country, lang), others, tokens);
    others = {guest.affiliation.en, guest.affiliation.zh};
    for (const Affiliation& plan : affiliations) {
        if (plan.name != guest.affiliation) continue;
        others.insert(others.end(), {plan.shortName.en, plan.shortName.zh});
        others.insert(others.end(), plan.aliases.begin(), plan.aliases.end());
    }
    add(line, cleanForScreen(guest.affiliation.in(lang)), others, tokens);
    return line;
}

}  // namespace turnout::kiosk
