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
void add(PlaceLine& line, std::string usual, const std::vector<match::KnownName>& names,
         const std::vector<Token>& tokens) {
    if (usual.empty()) return;
    const match::PlaceName shown = match::placeName({usual});
    for (const Token& token : tokens) {
        if (match::means(token, shown)) continue;
        const auto other = std::find_if(names.begin(), names.end(), [&](const match::KnownName& name) {
            return !name.text.empty() && match::means(token, match::placeName(name));
        });
        if (other == names.end()) continue;
        usual += " (" + cleanForScreen(other->text) + ")";
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
    add(line, countryName(guest.country, lang), match::namesOf(guest.country), tokens);
    add(line, cleanForScreen(guest.affiliation.in(lang)), match::namesOf(guest.affiliation, affiliations), tokens);
    return line;
}

}  // namespace turnout::kiosk
