// Names put together from assets/demo/names.tsv.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "organizer/demo/chance.h"

namespace turnout::demo {

// The cells of a table's lines; comments and empty lines left out.
std::vector<std::vector<std::string>> tableRows(std::string_view tsv);
std::vector<std::string> split(std::string_view text, std::string_view separator);

struct Person {
    std::string name, nativeName;  // nativeName empty when the Latin form is the native one
    std::string screenName;        // "Nethmi P."
};

enum class NameOrder { givenFamily, familyGiven, familyGivenJoined, givenOnly };

class Names {
  public:
    explicit Names(std::string_view tsv);

    // A name of that culture that was not answered before. Asserts that the culture is in the table.
    Person newPerson(const std::string& culture, NameOrder order, bool oneNameOnly, Chance& chance);

  private:
    struct Part {
        std::string latin, native;
    };
    struct Culture {
        std::map<std::string, std::vector<Part>> parts;  // by kind
        std::set<std::string> avoid;
    };
    Person combine(const Culture& culture, NameOrder order, bool oneNameOnly, Chance& chance) const;

    std::map<std::string, Culture> cultures_;
    std::set<std::string> taken_;
};

}  // namespace turnout::demo
