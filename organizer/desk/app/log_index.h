// The whole log of an event in memory, made to be sorted, filtered and drawn a window at a time: 100,000 scans take
// about 5 MB beside the guests. Built on a thread for long work, then never changed: any thread may read it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/event.h"
#include "common/store/event_reader.h"
#include "common/store/guest_index.h"

namespace turnout::desk {

enum class LogAnswers { all, in, out, refused, again, unknown, otherDoor };  // what a person asks for, in words
enum class LogKinds { all, doubles, undone, overruled, byHand };

enum class LogColumn { time, guest, country, door, answer };

struct LogAsk {                       // what is to be shown
    std::string words;                // name in any script, pinyin, university, country, ticket code
    std::optional<std::size_t> door;  // of LogIndex::doors
    LogAnswers answers = LogAnswers::all;
    LogKinds kinds = LogKinds::all;
    std::optional<TimePoint> from, to;  // from this instant on, before that one
    LogColumn sortBy = LogColumn::time;
    bool down = true;  // newest or greatest first
    bool operator==(const LogAsk&) const = default;
};

class LogIndex {
  public:
    static constexpr std::uint32_t kNobody = 0xFFFFFFFF;

    struct Row {
        TimePoint at{};
        std::uint32_t guest = kNobody;  // of guests
        std::uint32_t code = 0;         // of codes
        std::uint16_t door = 0, volunteer = 0;
        Verdict verdict = Verdict::admitted;
        Direction direction = Direction::entry;
        Source source = Source::camera;
        bool undone = false;     // taken back by a later row
        bool overruled = false;  // a volunteer let them in against an answer
        bool counted = false;
    };

    // Reads everything. `stop` is asked now and then; true: Fault::refusedByRules "desk.log.stopped".
    static Result<std::shared_ptr<const LogIndex>> read(EventReader& reader, const std::function<bool()>& stop = {});

    // The rows wanted, in the order wanted. 100,000 rows: a few ms, with words about 15 ms.
    std::vector<std::uint32_t> find(const LogAsk& ask) const;
    // The same in no order: as they were written.
    std::vector<std::uint32_t> wanted(const LogAsk& ask) const;
    // The rows of one guest, in the order of time.
    std::vector<std::uint32_t> ofGuest(std::uint32_t guest) const;

    EventPlan plan;
    std::vector<Row> rows;  // in the order written
    std::vector<std::string> doors;
    std::vector<Guest> guests;
    std::vector<std::string> codes, volunteers;  // 0 = empty

  private:
    std::vector<bool> matching(const std::string& words) const;  // by guest; beyond: by row, for those without one
    bool admits(const Row& row, const LogAsk& ask) const;
    void sort(std::vector<std::uint32_t>& found, const LogAsk& ask) const;

    std::unique_ptr<GuestIndex> index_;
    std::unordered_map<std::int64_t, std::uint32_t> guestRows_;
    std::vector<std::uint32_t> byName_, byCountry_;  // rank of each guest
};

// Bars of the arrivals' chart: how many came in each slot, by door. Those who came in and were not undone.
struct ArrivalBars {
    std::chrono::minutes slot{5};
    std::vector<std::string> series;  // doors with the most first; the last may be all others (empty name)
    std::vector<std::size_t> doors;   // of LogIndex::doors -> series
    std::vector<TimePoint> from;
    std::vector<std::vector<std::int64_t>> counts;  // [bar][series]
    std::int64_t most = 0;
    std::int64_t all(std::size_t bar) const;
};
// The rows that `ask` wants, its time apart; the slots grow until there are at most 48.
ArrivalBars arrivalBars(const LogIndex& index, LogAsk ask);

}  // namespace turnout::desk
