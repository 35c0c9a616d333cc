// Owns the count scene: what the store says in, what the hall sees out. Pure: time is given, nothing is read or drawn.
//
// The first numbers are shown as they are, without motion, card or ring: a restart replays nothing. Later, more guests
// roll the count up in 400 to 800 ms, starting in the very next frame; fewer (an undo) are set at once, so that it
// never counts down. Flags keep the place where they landed.
#pragma once

#include "common/store/event_reader.h"
#include "display/app/count_screen.h"

namespace turnout::display {

using namespace std::chrono_literals;

inline constexpr auto kStaleAfter = 30s;       // since the store last confirmed the numbers
inline constexpr auto kBetweenCards = 1500ms;  // one card at most; the rest are "+12"
inline constexpr auto kCardStays = 8s;
inline constexpr auto kRingStays = 20s;
inline constexpr auto kTurn = 8s;  // groups, and languages where there is room for one
inline constexpr std::size_t kNewestRead = 64;

// How long the count takes for that many guests more.
Millis countTakes(std::int64_t guests);

class CountPresenter {
  public:
    CountPresenter(EventPlan plan, bool demoClock);

    // The store confirmed at `now` (`wall` on the hall's clock) that what it last said still holds.
    void confirmed(SteadyTime now, TimePoint wall);
    // The store says something new. Implies confirmed().
    void take(const HallNumbers& numbers, SteadyTime now, TimePoint wall);
    // Brings the screen to `now`. Call before drawing; every 100 ms is enough while the screen is not moving().
    void tick(SteadyTime now, TimePoint wall);

    // Numbers have come.
    bool begun() const { return begun_; }
    // The organiser changed the event: shown from the next tick on; what the operator did to the programme stays.
    void replan(EventPlan plan);

    const CountScreen& screen() const { return screen_; }
    const EventPlan& plan() const { return plan_; }
    Programme& programme() { return programme_; }
    const Programme& programme() const { return programme_; }
    // What the shown numbers were made from, and when they were last confirmed on the hall's clock.
    const HallNumbers& numbers() const { return numbers_; }
    TimePoint asOf() const { return asOf_; }

  private:
    struct Roll {
        std::int64_t from = 0;
        SteadyTime began{};
    };
    struct Waiting {  // guests not yet shown on a card
        Arrival lead;
        bool newCountry = false;
        std::int64_t guests = 0;
    };

    std::vector<std::size_t> placeFlags();  // places that were filled now
    void queueCard(std::int64_t more, const std::vector<std::size_t>& filled);
    void dropUndoneCard(SteadyTime now);
    void showPlan();
    void followNames();
    void showTallies();
    void tickCount(SteadyTime now);
    void tickCard(SteadyTime now);
    void tickFlags(SteadyTime now);
    void tickStale(SteadyTime now);

    EventPlan plan_;
    Programme programme_;
    HallNumbers numbers_;
    CountScreen screen_;
    bool begun_ = false;
    SteadyTime started_{}, confirmedAt_{};
    TimePoint asOf_{};
    std::optional<Roll> roll_;
    std::optional<Waiting> waiting_;
    std::int64_t lastRow_ = 0;  // newest admission that was shown or waits
    std::optional<SteadyTime> cardSince_, cardLeaves_, flagsBegin_, ringSince_;
};

}  // namespace turnout::display
