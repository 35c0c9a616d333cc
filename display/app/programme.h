// What is on, what is next and what is coming: by the clock, until the operator moves it by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/domain/event.h"

namespace turnout::display {

struct ProgrammeLine {
    enum class Kind { now, next, at };
    Kind kind = Kind::now;
    std::string time;  // at: "19:00"
    Names name;
    bool operator==(const ProgrammeLine&) const = default;
};

struct ProgrammeItem {
    TimePoint starts{};
    Names name, part;
    std::string performers;
};

// Whether a part's name begins with the how many-th it is, in any of the forms that programme sheets have: "上篇",
// "第二章", "Part one", "ACT II".
bool tellsItsPlace(std::string_view partName);

// What the operator changed, to outlive a restart.
struct ProgrammeByHand {
    std::optional<std::size_t> act;           // that is on, among the items; their number: the last has ended
    std::vector<std::chrono::minutes> later;  // of each item
    std::chrono::minutes startLater{0}, endLater{0};
    bool operator==(const ProgrammeByHand&) const = default;
};

class Programme {
  public:
    explicit Programme(const EventPlan& plan);

    const std::vector<ProgrammeItem>& items() const { return items_; }  // in the order of their times; never empty
    // The organiser has planned something: our own opening alone is no programme.
    bool hasActs() const { return items_.size() > 1 || !ownOpening_; }
    // The event's start: as planned, and what the operator put on top.
    TimePoint starts() const { return starts_; }
    // The item that is on, or was the last: nothing before the first.
    std::optional<std::size_t> current(TimePoint now) const;
    // After the event's end, or two hours after the last item began; moved by hand, after the last item.
    bool over(TimePoint now) const;
    bool byHand() const { return hand_.has_value(); }

    // --- the operator ---
    void next(TimePoint now);  // after the last item the end, and then nothing
    void back(TimePoint now);
    void byClock() { hand_.reset(); }
    // Everything still to come starts that much later.
    void later(TimePoint now, std::chrono::minutes by);
    // Takes back so much of what later() did to everything still to come, which is never before the plan's own times.
    void earlier(TimePoint now, std::chrono::minutes by);
    std::chrono::minutes delay() const { return endLater_; }  // of what is still to come
    ProgrammeByHand changed() const { return {hand_, later_, startLater_, endLater_}; }
    // Of a programme of as many items, before anything was changed; else only what hangs on no item is taken over.
    void change(const ProgrammeByHand& by);
    // What was changed by hand on the programme before the organiser wrote this one; acts are known by their names.
    void takeOver(const Programme& before);
    // An act of the organiser's is on; our own "Opening" is none.
    bool actRuns(TimePoint now) const;

    // The two lines at the foot of the count scene: now or when it starts, and next. Empty when it is over.
    std::vector<ProgrammeLine> lines(const Zone& zone, TimePoint now) const;

  private:
    std::vector<ProgrammeItem> items_;
    bool ownOpening_ = false;  // the first item is not the organiser's
    TimePoint starts_;
    std::optional<TimePoint> ends_;
    std::optional<std::size_t> hand_;
    std::vector<std::chrono::minutes> later_;
    std::chrono::minutes startLater_{0}, endLater_{0};
};

}  // namespace turnout::display
