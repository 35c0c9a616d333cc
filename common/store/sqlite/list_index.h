// Everybody on the event's list in memory, found by what a row of a new list can name them with: a list of 100,000 is
// merged without a question to the file for each row. A guest takes about 150 bytes: fresh memory is what an import
// would otherwise spend most of its time on.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/store/sqlite/bulk.h"

namespace turnout::sqlite {

// The texts of a guest; views.
struct PersonTexts {
    std::string_view outsideId, name, nativeName, screenName, country, category, seat, note, email, language;
};

// One guest: what stands here, and right after it the bytes of the texts.
class Person {
  public:
    std::int64_t id = 0;
    std::int64_t line = 0;  // of the new list that named them; 0 = not yet
    std::optional<std::int64_t> affiliation;
    bool onScreen = false, nameChecked = false, walkIn = false, cancelled = false;
    bool foreignCode = false;  // has, or had, another system's ticket
    bool isNew = false;        // added by this list

    PersonTexts texts() const;
    std::string_view name() const { return text(1); }
    std::string_view outsideId() const { return text(0); }
    std::string_view email() const { return text(8); }
    std::string_view country() const { return text(4); }

  private:
    friend class ListIndex;
    std::string_view text(std::size_t which) const;

    std::uint32_t place_ = 0;               // in the list
    std::array<std::uint16_t, 10> ends_{};  // where each text ends
};

// Places in the list by the guests' texts, several under the same. Holds no text of its own: whether a place is meant
// is asked of the guest who stands there.
class PlacesBy {
  public:
    void reserve(std::size_t places);
    void add(std::uint32_t hash, std::uint32_t place);
    void remove(std::uint32_t hash, std::uint32_t place);
    template <class Take>
    void each(std::uint32_t hash, Take take) const;  // take(place)

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t place = 0;  // from 1; 0 = free
    };
    static constexpr std::uint32_t kRemoved = UINT32_MAX;
    std::vector<Slot> slots_;  // a power of two; open addressing
    std::size_t used_ = 0;     // with those that were removed
};

// Guests stay where they are while it lives, but replace() puts a new one in an old one's place.
class ListIndex {
  public:
    // `more`: how many guests will be added, about. `settle` is called before a new guest is read from the file.
    ListIndex(Database& database, std::size_t more, std::function<void()> settle);

    bool empty() const { return people_.empty(); }
    std::int64_t nextId() const { return firstNew_ + static_cast<std::int64_t>(linesOfNew_.size()); }

    Person* withCode(std::string_view code);
    Person* withId(std::string_view outsideId);
    Person* withEmail(std::string_view email, bool withoutId);  // `withoutId`: has no outside id
    std::vector<Person*> withName(std::string_view name, std::string_view country,
                                  std::optional<std::int64_t> affiliation);

    // A guest who stands in the file under nextId() once it is settled. Only the places of their texts are kept: few
    // are asked for again, and those are read from the file.
    void addNew(std::int64_t line, const PersonTexts& texts, std::optional<std::int64_t> affiliation);
    // The texts are copied.
    Person& replace(const Person& old, const Person& after, const PersonTexts& texts);
    Person& newest();  // whom addNew() added last
    void addCode(std::string_view code, Person& person);
    void eachOld(const std::function<void(const Person&)>& take) const;  // without those added, in the list's order

  private:
    Person& at(std::uint32_t place);
    void read(Bulk& list);
    Person* make(const Person& person, const PersonTexts& texts);
    void enter(const Person& person);
    void leave(const Person& person);

    std::pmr::monotonic_buffer_resource memory_{std::size_t{1} << 16};
    std::vector<Person*> people_;           // nullptr: new, and not asked for yet
    std::vector<std::int32_t> linesOfNew_;  // the places after those of the old
    std::int64_t firstNew_ = 1;             // id
    std::function<void()> settle_;
    Bulk one_;  // a new guest by id
    PlacesBy places_;
    std::unordered_map<std::string, std::uint32_t> codes_;
};

}  // namespace turnout::sqlite
