#include "common/store/sqlite/list_index.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <type_traits>

#include "common/domain/ticket_code.h"
#include "common/store/sqlite/bulk.h"

namespace turnout::sqlite {
namespace {

std::uint32_t hashOf(std::string_view text) {
    const std::uint64_t hash = std::hash<std::string_view>()(text);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

std::uint32_t hashOfName(std::string_view name, std::optional<std::int64_t> affiliation) {
    return hashOf(name) + 0x9E3779B9U * static_cast<std::uint32_t>(affiliation.value_or(0));
}

std::array<std::string_view, 10> listed(const PersonTexts& texts) {
    return {texts.outsideId, texts.name, texts.nativeName, texts.screenName, texts.country,
            texts.category,  texts.seat, texts.note,       texts.email,      texts.language};
}

}  // namespace

static_assert(std::is_trivially_destructible_v<Person>);

std::string_view Person::text(std::size_t which) const {
    const auto* bytes = reinterpret_cast<const char*>(this + 1);
    const std::size_t begin = which == 0 ? 0 : ends_[which - 1];
    return {bytes + begin, ends_[which] - begin};
}

PersonTexts Person::texts() const {
    return {text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9)};
}

void PlacesBy::reserve(std::size_t guests) {
    std::size_t size = 16;
    while (size * 3 < guests * 4) size *= 2;
    if (size <= slots_.size()) return;
    std::vector<Slot> old(size);
    std::swap(old, slots_);
    used_ = 0;
    for (const Slot& slot : old)
        if (slot.place != 0 && slot.place != kRemoved) add(slot.hash, slot.place);
}

void PlacesBy::add(std::uint32_t hash, std::uint32_t place) {
    if ((used_ + 1) * 4 > slots_.size() * 3) reserve(2 * (used_ + 1));
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].place != 0) at = (at + 1) & mask;
    slots_[at] = {hash, place};
    ++used_;
}

void PlacesBy::remove(std::uint32_t hash, std::uint32_t place) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; !slots_.empty() && slots_[at].place != 0; at = (at + 1) & mask)
        if (slots_[at].place == place) {
            slots_[at].place = kRemoved;
            return;
        }
}

template <class Take>
void PlacesBy::each(std::uint32_t hash, Take take) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; !slots_.empty() && slots_[at].place != 0; at = (at + 1) & mask)
        if (slots_[at].hash == hash && slots_[at].place != kRemoved) take(slots_[at].place);
}

ListIndex::ListIndex(Database& database, std::size_t more) {
    auto count = database.query("select count(*) from attendee");
    count.step();
    const auto guests = static_cast<std::size_t>(count.integer(0)) + more;
    people_.reserve(guests);
    for (PlacesBy* index : {&ids_, &emails_, &names_}) index->reserve(guests);
    Bulk list(
        database,
        "select a.id, a.outside_id, a.name, a.native_name, a.screen_name, a.country, a.affiliation, a.category, a.seat,"
        " a.note, c.email, c.language, a.on_screen, a.walk_in, a.cancelled is not null"
        " from attendee a left join contact c on c.attendee = a.id order by a.id");
    while (list.step()) {
        Person person;
        person.id = list.integer(0);
        if (!list.isNull(6)) person.affiliation = list.integer(6);
        person.onScreen = list.integer(12) != 0;
        person.walkIn = list.integer(13) != 0;
        person.cancelled = list.integer(14) != 0;
        add(person, {list.text(1), list.text(2), list.text(3), list.text(4), list.text(5), list.text(7), list.text(8),
                     list.text(9), list.text(10), list.text(11)});
    }
    Bulk tickets(database, "select code, attendee from ticket order by attendee");
    std::size_t at = 0;  // both are in the order of the guests
    while (tickets.step()) {
        while (at < people_.size() && people_[at]->id < tickets.integer(1)) ++at;
        if (at < people_.size() && people_[at]->id == tickets.integer(1)) addCode(tickets.text(0), *people_[at]);
    }
}

Person* ListIndex::withCode(std::string_view code) const {
    const auto found = code.empty() ? codes_.end() : codes_.find(std::string(code));
    return found == codes_.end() ? nullptr : people_[found->second - 1];
}

Person* ListIndex::withId(std::string_view outsideId) const {
    Person* found = nullptr;
    if (!outsideId.empty())
        ids_.each(hashOf(outsideId), [&](std::uint32_t place) {
            if (people_[place - 1]->outsideId() == outsideId) found = people_[place - 1];
        });
    return found;
}

Person* ListIndex::withEmail(std::string_view email, bool withoutId) const {
    std::uint32_t first = 0;
    if (!email.empty())
        emails_.each(hashOf(email), [&](std::uint32_t place) {
            const Person& person = *people_[place - 1];
            if (person.email() == email && (!withoutId || person.outsideId().empty()) && (first == 0 || place < first))
                first = place;
        });
    return first == 0 ? nullptr : people_[first - 1];
}

std::vector<Person*> ListIndex::withName(std::string_view name, std::string_view country,
                                         std::optional<std::int64_t> affiliation) const {
    std::vector<Person*> found;
    names_.each(hashOfName(name, affiliation), [&](std::uint32_t place) {
        Person* person = people_[place - 1];
        if (person->name() == name && person->country() == country && person->affiliation == affiliation)
            found.push_back(person);
    });
    return found;
}

Person& ListIndex::add(const Person& person, const PersonTexts& texts) {
    Person* made = make(person, texts);
    people_.push_back(made);
    made->place_ = static_cast<std::uint32_t>(people_.size());
    enter(*made);
    return *made;
}

Person& ListIndex::replace(const Person& old, const Person& after, const PersonTexts& texts) {
    Person* made = make(after, texts);
    made->place_ = old.place_;
    leave(old);
    people_[made->place_ - 1] = made;
    enter(*made);
    return *made;
}

Person* ListIndex::make(const Person& person, const PersonTexts& texts) {
    std::size_t size = 0;
    std::array<std::string_view, 10> all = listed(texts);
    constexpr std::size_t kLongest = UINT16_MAX / 10;  // bytes; no list that was let in has any text as long
    for (std::string_view& text : all) {
        text = text.substr(0, kLongest);
        size += text.size();
    }
    void* memory = memory_.allocate(sizeof(Person) + size, alignof(Person));
    auto* made = new (memory) Person(person);
    auto* bytes = reinterpret_cast<char*>(made + 1);
    std::size_t end = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].empty()) std::memcpy(bytes + end, all[i].data(), all[i].size());
        end += all[i].size();
        made->ends_[i] = static_cast<std::uint16_t>(end);
    }
    return made;
}

void ListIndex::addCode(std::string_view code, Person& person) {
    codes_[std::string(code)] = person.place_;
    person.foreignCode = person.foreignCode || code.size() != kTicketCodeLength;
}

void ListIndex::each(const std::function<void(const Person&)>& take) const {
    for (const Person* person : people_) take(*person);
}

void ListIndex::enter(const Person& person) {
    if (!person.outsideId().empty()) ids_.add(hashOf(person.outsideId()), person.place_);
    if (!person.email().empty()) emails_.add(hashOf(person.email()), person.place_);
    names_.add(hashOfName(person.name(), person.affiliation), person.place_);
}

void ListIndex::leave(const Person& person) {
    if (!person.outsideId().empty()) ids_.remove(hashOf(person.outsideId()), person.place_);
    if (!person.email().empty()) emails_.remove(hashOf(person.email()), person.place_);
    names_.remove(hashOfName(person.name(), person.affiliation), person.place_);
}

}  // namespace turnout::sqlite
