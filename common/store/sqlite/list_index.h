// Everybody on the event's list in memory, found by what a row of a new list can name them with: a list of 100,000 is
// merged without a question to the file for each row.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

struct Person {
    std::int64_t id = 0;
    std::int64_t line = 0;  // of the new list that named them; 0 = not yet
    std::string outsideId, name, nativeName, screenName, country;
    std::optional<std::int64_t> affiliation;
    std::string category, seat, note, email, language;
    bool onScreen = false, walkIn = false, cancelled = false;
    bool foreignCode = false;  // has, or had, another system's ticket
    bool isNew = false;        // added by this list
};

// Pointers stay good while it lives.
class ListIndex {
  public:
    explicit ListIndex(Database& database);

    Person* withCode(const std::string& code);
    Person* withId(const std::string& outsideId);
    const std::vector<Person*>& withEmail(const std::string& email) const;
    const std::vector<Person*>& withName(const std::string& name, const std::string& country,
                                         std::optional<std::int64_t> affiliation) const;

    Person& add(Person person);
    void replace(Person& person, const Person& after);
    void addCode(const std::string& code, Person& person);
    void each(const std::function<void(const Person&)>& take) const;  // in the list's order

  private:
    using Index = std::unordered_map<std::string, std::vector<Person*>>;
    static std::string nameKey(const std::string& name, const std::string& country,
                               std::optional<std::int64_t> affiliation);
    void enter(Person& person);
    void leave(Person& person);

    std::deque<Person> people_;
    Index emails_, names_;
    std::unordered_map<std::string, Person*> ids_, codes_;
};

}  // namespace turnout::sqlite
