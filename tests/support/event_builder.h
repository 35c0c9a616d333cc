// Events and guests for tests: aPlan(), aGuest(7), and an event file in a folder of its own.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "common/store/event_reader.h"
#include "common/store/event_store.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {

// The value, or an exception with the sentence: a test that needs it to go well fails with the reason.
template <class T>
T must(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(result.error().text.key + ": " + result.error().sentence(Lang::en));
    return std::move(result).value();
}

TimePoint at(std::string_view iso);
inline TimePoint evening() {
    return at("2023-11-17T18:30:00+08:00");
}

CountryCode country(std::string_view alpha2);  // throws when the table does not know it

// Two doors A and B; students (counted), ushers and performers (not counted); three universities; two country groups.
EventPlan aPlan();

// Guest `n` (1, 2, ...): "Guest 1", id "id-1", a country and a university in turn, a student.
RosterRow aGuest(int n);
std::vector<RosterRow> guests(int count);

// An event file with `count` guests and their tickets; codes[n - 1] belongs to guest n.
class AnEvent {
  public:
    explicit AnEvent(int count = 0, const EventPlan& plan = aPlan());
    AnEvent(const std::vector<RosterRow>& rows, const EventPlan& plan);

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path wal() const { return path_.string() + "-wal"; }
    const TempDir& dir() const { return dir_; }
    EventStore open(OpenOptions options = {}) const { return must(EventStore::open(path_, std::move(options))); }
    EventReader read() const { return must(EventReader::open(path_)); }

    std::vector<std::string> codes;

  private:
    TempDir dir_;
    std::filesystem::path path_;
};

// A scan of `text` at `door`, with a new id.
Scan aScan(const Door& door, const std::string& text, TimePoint when = evening(),
           Direction direction = Direction::entry);

// The sentences of verify(), one a line; empty when the file is well.
std::string findings(const std::filesystem::path& event);

}  // namespace turnout::test
