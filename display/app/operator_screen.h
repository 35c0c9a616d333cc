// What the person who runs the hall sees on the laptop's own screen.
#pragma once

#include "display/app/hall_presenter.h"

namespace turnout::display {

inline constexpr std::size_t kSparkMinutes = 8;

struct DoorRow {
    std::string name;
    std::vector<std::int64_t> minutes;         // admissions of the last eight minutes, the newest last
    std::optional<std::int64_t> secondsSince;  // since it was last heard; nothing before
    bool quiet = false;
    bool operator==(const DoorRow&) const = default;
};

// How fast each door admits, from totals that only grow. Times are the hall's; nothing is read from the log.
class DoorRates {
  public:
    void take(const Totals& totals, SteadyTime now);
    std::vector<DoorRow> rows(SteadyTime now) const;
    std::int64_t lastMinute(SteadyTime now) const;  // guests more

  private:
    struct Door {
        std::string name;
        std::int64_t seen = 0;
        std::vector<std::pair<SteadyTime, std::int64_t>> came;  // when, how many
        std::optional<SteadyTime> heard;
    };
    std::vector<Door> doors_;
    bool first_ = true;
};

struct OperatorAct {
    std::string time;
    Names name;
    std::string performers;
    bool operator==(const OperatorAct&) const = default;
};

struct OperatorScreen {
    Names title;
    std::string clock;   // with seconds
    std::string output;  // "HDMI-1, 1920 x 1080"; empty: a window
    Scene on = Scene::count, upcoming = Scene::count;
    std::int64_t changesIn = 0;  // seconds
    float share = 0;             // of the scene's time that is over
    bool rotates = true, moments = true, showMode = false, blackout = false, testCard = false;
    Language language = Language::both;
    std::optional<Moment> waiting, now;  // the next moment, and the one that is on
    std::size_t moreWaiting = 0;
    bool heldByAct = false;  // moments wait for the act to end
    std::optional<Names> message;
    std::vector<Names> messages;

    bool byHand = false;
    std::optional<OperatorAct> act;
    std::string elapsed;  // "2:41"
    std::vector<OperatorAct> coming;

    Tally guests, countries;
    std::optional<GroupTally> group;
    std::int64_t lastMinute = 0;

    std::int64_t dataAge = 0;  // seconds since the store last answered
    bool stale = false;
    int worstFrameMs = 0;
    std::vector<DoorRow> doors;
    bool operator==(const OperatorScreen&) const = default;
};

struct OperatorSource {
    const HallPresenter& hall;
    const DoorRates& rates;
    SteadyTime now{};
    TimePoint wall{};
    std::string output;
    int worstFrameMs = 0;
};

OperatorScreen operatorScreen(const OperatorSource& source);

}  // namespace turnout::display
