#include "common/store/sqlite/list_index.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <type_traits>

#include "common/base/large_pages.h"
#include "common/domain/ticket_code.h"

namespace turnout::sqlite {
namespace {

std::uint32_t hashOf(std::string_view text, std::uint32_t what) {
    const std::uint64_t hash = std::hash<std::string_view>()(text);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32)) + 0x9E3779B9U * what;
}

std::uint32_t hashOfId(std::string_view id) {
    return hashOf(id, 1);
}

std::uint32_t hashOfEmail(std::string_view email) {
    return hashOf(email, 2);
}

std::uint32_t hashOfName(std::string_view name, std::optional<std::int64_t> affiliation) {
    return hashOf(name, 3 + static_cast<std::uint32_t>(affiliation.value_or(0)));
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

void PlacesBy::reserve(std::size_t places) {
    std::size_t size = 16;
    while (size * 5 < places * 8) size *= 2;
    if (size <= slots_.size()) return;
    std::vector<Slot> old;
    old.reserve(size);
    useLargePages(old.data(), size * sizeof(Slot));
    old.resize(size);
    std::swap(old, slots_);
    used_ = 0;
    for (const Slot& slot : old)
        if (slot.place != 0 && slot.place != kRemoved) add(slot.hash, slot.place);
}

void PlacesBy::add(std::uint32_t hash, std::uint32_t place) {
    if ((used_ + 1) * 8 > slots_.size() * 5) reserve(2 * (used_ + 1));
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].place != 0) at = (at + 1) & mask;
    slots_[at] = {hash, place};
    ++used_;
}

void PlacesBy::remove(std::uint32_t hash, std::uint32_t place) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; !slots_.empty() && slots_[at].place != 0; at = (at + 1) & mask)
        if (slots_[at].hash == hash && slots_[at].place == place) {
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

#define TURNOUT_PERSON                                                                                               \
    "select a.id, a.outside_id, a.name, a.native_name, a.screen_name, a.country, a.affiliation, a.category, a.seat," \
    " a.note, c.email, c.language, a.on_screen, a.walk_in, a.cancelled is not null, a.name_checked"                  \
    " from attendee a left join contact c on c.attendee = a.id"

ListIndex::ListIndex(Database& database, std::size_t more, std::function<void()> settle)
    : settle_(std::move(settle)), one_(database, TURNOUT_PERSON " where a.id = ?") {
    auto count = database.query("select count(*) from attendee");
    count.step();
    const auto guests = static_cast<std::size_t>(count.integer(0)) + more;
    people_.reserve(guests);
    places_.reserve(3 * guests);  // by id, e-mail and name
    Bulk list(database, TURNOUT_PERSON " order by a.id");
    while (list.step()) {
        people_.push_back(nullptr);
        read(list);
        enter(*people_.back());
    }
    if (!people_.empty()) firstNew_ = people_.back()->id + 1;
    Bulk tickets(database, "select code, attendee from ticket order by attendee");
    std::size_t at = 0;  // both are in the order of the guests
    while (tickets.step()) {
        while (at < people_.size() && people_[at]->id < tickets.integer(1)) ++at;
        if (at < people_.size() && people_[at]->id == tickets.integer(1)) addCode(tickets.text(0), *people_[at]);
    }
}

// The row's guest into the place that is theirs by id, or the last.
void ListIndex::read(Bulk& list) {
    Person person;
    person.id = list.integer(0);
    if (!list.isNull(6)) person.affiliation = list.integer(6);
    person.onScreen = list.integer(12) != 0;
    person.walkIn = list.integer(13) != 0;
    person.cancelled = list.integer(14) != 0;
    person.nameChecked = list.integer(15) != 0;
    person.place_ = static_cast<std::uint32_t>(people_.size());
    if (person.id >= firstNew_ && !linesOfNew_.empty()) {
        const auto number = static_cast<std::size_t>(person.id - firstNew_);
        person.place_ = static_cast<std::uint32_t>(people_.size() - linesOfNew_.size() + number + 1);
        person.line = linesOfNew_[number];
        person.isNew = true;
    }
    people_[person.place_ - 1] = make(person, {list.text(1), list.text(2), list.text(3), list.text(4), list.text(5),
                                               list.text(7), list.text(8), list.text(9), list.text(10), list.text(11)});
}

Person& ListIndex::at(std::uint32_t place) {
    Person*& person = people_[place - 1];
    if (person == nullptr) {
        settle_();
        const std::size_t old = people_.size() - linesOfNew_.size();
        one_.ask(firstNew_ + static_cast<std::int64_t>(place - 1 - old));
        if (one_.step()) read(one_);
        one_.done();
    }
    return *person;
}

Person* ListIndex::withCode(std::string_view code) {
    const auto found = code.empty() ? codes_.end() : codes_.find(std::string(code));
    return found == codes_.end() ? nullptr : &at(found->second);
}

Person* ListIndex::withId(std::string_view outsideId) {
    Person* found = nullptr;
    if (!outsideId.empty())
        places_.each(hashOfId(outsideId), [&](std::uint32_t place) {
            if (at(place).outsideId() == outsideId) found = &at(place);
        });
    return found;
}

Person* ListIndex::withEmail(std::string_view email, bool withoutId) {
    std::uint32_t first = 0;
    if (!email.empty())
        places_.each(hashOfEmail(email), [&](std::uint32_t place) {
            const Person& person = at(place);
            if (person.email() == email && (!withoutId || person.outsideId().empty()) && (first == 0 || place < first))
                first = place;
        });
    return first == 0 ? nullptr : &at(first);
}

std::vector<Person*> ListIndex::withName(std::string_view name, std::string_view country,
                                         std::optional<std::int64_t> affiliation) {
    std::vector<Person*> found;
    places_.each(hashOfName(name, affiliation), [&](std::uint32_t place) {
        Person* person = &at(place);
        if (person->name() == name && person->country() == country && person->affiliation == affiliation)
            found.push_back(person);
    });
    return found;
}

void ListIndex::addNew(std::int64_t line, const PersonTexts& texts, std::optional<std::int64_t> affiliation) {
    people_.push_back(nullptr);
    linesOfNew_.push_back(static_cast<std::int32_t>(line));
    const auto place = static_cast<std::uint32_t>(people_.size());
    if (!texts.outsideId.empty()) places_.add(hashOfId(texts.outsideId), place);
    if (!texts.email.empty()) places_.add(hashOfEmail(texts.email), place);
    places_.add(hashOfName(texts.name, affiliation), place);
}

Person& ListIndex::newest() {
    return at(static_cast<std::uint32_t>(people_.size()));
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

void ListIndex::eachOld(const std::function<void(const Person&)>& take) const {
    std::for_each(people_.begin(), people_.end() - static_cast<std::ptrdiff_t>(linesOfNew_.size()),
                  [&](const Person* person) { take(*person); });
}

void ListIndex::enter(const Person& person) {
    if (!person.outsideId().empty()) places_.add(hashOfId(person.outsideId()), person.place_);
    if (!person.email().empty()) places_.add(hashOfEmail(person.email()), person.place_);
    places_.add(hashOfName(person.name(), person.affiliation), person.place_);
}

void ListIndex::leave(const Person& person) {
    if (!person.outsideId().empty()) places_.remove(hashOfId(person.outsideId()), person.place_);
    if (!person.email().empty()) places_.remove(hashOfEmail(person.email()), person.place_);
    places_.remove(hashOfName(person.name(), person.affiliation), person.place_);
}

}  // namespace turnout::sqlite
