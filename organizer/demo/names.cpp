#include "organizer/demo/names.h"

#include <cassert>

#include "common/base/text.h"

namespace turnout::demo {
namespace {

std::string initial(const std::string& utf8) {
    std::string first = shorten(utf8, 1);
    const std::string ellipsis = "…";
    if (first.ends_with(ellipsis)) first.resize(first.size() - ellipsis.size());
    return first;
}

std::string joined(const std::string& a, const std::string& b, const char* between) {
    return a.empty() || b.empty() ? std::string() : a + between + b;
}

}  // namespace

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + separator.size());
    }
}

std::vector<std::vector<std::string>> tableRows(std::string_view tsv) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : split(tsv, "\n")) {
        if (!line.empty() && line.front() != '#') rows.push_back(split(line, "\t"));
    }
    return rows;
}

Names::Names(std::string_view tsv) {
    for (const auto& row : tableRows(tsv)) {
        assert(row.size() == 3);
        Culture& culture = cultures_[row[0]];
        for (const std::string& item : split(row[2], ", ")) {
            if (row[1] == "avoid") {
                culture.avoid.insert(item);
                continue;
            }
            const std::size_t equals = item.find('=');
            const std::string latin = item.substr(0, equals);
            culture.parts[row[1]].push_back({latin, equals == std::string::npos ? latin : item.substr(equals + 1)});
        }
    }
}

Person Names::combine(const Culture& culture, NameOrder order, bool oneNameOnly, Chance& chance) const {
    static const std::vector<Part> kNone;
    auto kind = [&](const std::string& name, const std::string& instead) -> const std::vector<Part>& {
        auto found = culture.parts.find(name);
        if (found == culture.parts.end()) found = culture.parts.find(instead);
        return found == culture.parts.end() ? kNone : found->second;
    };
    const bool female = chance.oneIn(2);
    const auto& givens = kind(female ? "f" : "m", "given");
    const auto& families = kind(female ? "family_f" : "family_m", "family");
    assert(!givens.empty());
    const Part given = givens[chance.below(givens.size())];
    const Part family = families.empty() ? Part{} : families[chance.below(families.size())];
    if (oneNameOnly || order == NameOrder::givenOnly) return {given.latin, given.native, given.latin};
    const bool familyFirst = order != NameOrder::givenFamily;
    const char* between = order == NameOrder::familyGivenJoined ? "" : " ";
    Person person;
    person.name = familyFirst ? joined(family.latin, given.latin, " ") : joined(given.latin, family.latin, " ");
    person.nativeName =
        familyFirst ? joined(family.native, given.native, between) : joined(given.native, family.native, between);
    person.screenName = given.latin + " " + initial(family.latin) + ".";
    return person;
}

Person Names::newPerson(const std::string& culture, NameOrder order, bool oneNameOnly, Chance& chance) {
    const auto found = cultures_.find(culture);
    assert(found != cultures_.end());
    for (;;) {
        Person person = combine(found->second, order, oneNameOnly, chance);
        if (found->second.avoid.contains(person.name) || !taken_.insert(person.name).second) continue;
        if (person.nativeName == person.name) person.nativeName.clear();
        return person;
    }
}

}  // namespace turnout::demo
