#include "common/store/sqlite/list_index.h"

#include <algorithm>

#include "common/domain/ticket_code.h"

namespace turnout::sqlite {
namespace {

const std::vector<Person*>& in(const std::unordered_map<std::string, std::vector<Person*>>& index,
                               const std::string& key) {
    static const std::vector<Person*> nobody;
    const auto found = index.find(key);
    return found == index.end() ? nobody : found->second;
}

}  // namespace

ListIndex::ListIndex(Database& database) {
    std::unordered_map<std::int64_t, Person*> byRow;
    auto list = database.query(
        "select a.id, a.outside_id, a.name, a.native_name, a.screen_name, a.country, a.affiliation, a.category, a.seat,"
        " a.note, coalesce(c.email, ''), coalesce(c.language, ''), a.on_screen, a.walk_in, a.cancelled is not null"
        " from attendee a left join contact c on c.attendee = a.id order by a.id");
    while (list.step()) {
        Person person{list.integer(0),
                      0,
                      list.text(1),
                      list.text(2),
                      list.text(3),
                      list.text(4),
                      list.text(5),
                      list.optionalInteger(6),
                      list.text(7),
                      list.text(8),
                      list.text(9),
                      list.text(10),
                      list.text(11),
                      list.integer(12) != 0,
                      list.integer(13) != 0,
                      list.integer(14) != 0,
                      false,
                      false};
        const std::int64_t row = person.id;
        byRow[row] = &add(std::move(person));
    }
    auto tickets = database.query("select code, attendee from ticket");
    while (tickets.step())
        if (const auto owner = byRow.find(tickets.integer(1)); owner != byRow.end())
            addCode(tickets.text(0), *owner->second);
}

std::string ListIndex::nameKey(const std::string& name, const std::string& country,
                               std::optional<std::int64_t> affiliation) {
    return name + '\x1F' + country + '\x1F' + (affiliation ? std::to_string(*affiliation) : std::string());
}

Person* ListIndex::withCode(const std::string& code) {
    const auto found = code.empty() ? codes_.end() : codes_.find(code);
    return found == codes_.end() ? nullptr : found->second;
}

Person* ListIndex::withId(const std::string& outsideId) {
    const auto found = outsideId.empty() ? ids_.end() : ids_.find(outsideId);
    return found == ids_.end() ? nullptr : found->second;
}

const std::vector<Person*>& ListIndex::withEmail(const std::string& email) const {
    return in(emails_, email);
}

const std::vector<Person*>& ListIndex::withName(const std::string& name, const std::string& country,
                                                std::optional<std::int64_t> affiliation) const {
    return in(names_, nameKey(name, country, affiliation));
}

Person& ListIndex::add(Person person) {
    people_.push_back(std::move(person));
    enter(people_.back());
    return people_.back();
}

void ListIndex::replace(Person& person, const Person& after) {
    leave(person);
    person = after;
    enter(person);
}

void ListIndex::addCode(const std::string& code, Person& person) {
    codes_[code] = &person;
    person.foreignCode = person.foreignCode || code.size() != kTicketCodeLength;
}

void ListIndex::each(const std::function<void(const Person&)>& take) const {
    for (const Person& person : people_) take(person);
}

void ListIndex::enter(Person& person) {
    if (!person.outsideId.empty()) ids_[person.outsideId] = &person;
    if (!person.email.empty()) emails_[person.email].push_back(&person);
    names_[nameKey(person.name, person.country, person.affiliation)].push_back(&person);
}

void ListIndex::leave(Person& person) {
    if (const auto found = ids_.find(person.outsideId); found != ids_.end() && found->second == &person)
        ids_.erase(found);
    if (!person.email.empty()) std::erase(emails_[person.email], &person);
    std::erase(names_[nameKey(person.name, person.country, person.affiliation)], &person);
}

}  // namespace turnout::sqlite
