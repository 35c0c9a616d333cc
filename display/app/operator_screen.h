// What the person who runs the hall sees on the laptop's own screen.
#pragma once

#include "display/app/door_rates.h"
#include "display/app/hall_presenter.h"
#include "display/app/health.h"

namespace turnout::display {

struct OperatorAct {
    std::string time;
    Names name;
    std::string performers;
    bool operator==(const OperatorAct&) const = default;
};

// Why the next moment is not on yet.
enum class Waits { comes, act, covered, off };

struct OperatorScreen {
    Names title;
    std::string clock;    // with seconds
    std::string output;   // "HDMI-1, 1920 x 1080"; empty: a window
    std::string awaited;  // the monitor that it fills as soon as it is connected, "2"; empty: none
    Scene on = Scene::count, upcoming = Scene::count;
    std::int64_t changesIn = 0;  // seconds
    float share = 0;             // of the scene's time that is over
    std::int64_t stays = 0;      // seconds, of this scene
    bool rotates = true, moments = true, showMode = false, blackout = false;
    bool testCard = false, clean = false, keyColour = false;
    bool showStrip = true;  // show mode leaves a quiet strip
    bool dark = false;      // the hall sees nothing
    Language language = Language::both;
    std::optional<Moment> waiting, now;  // the next moment, and the one that is on
    std::size_t moreWaiting = 0;
    Waits waits = Waits::comes;
    std::optional<Names> message;
    std::vector<Names> messages;

    bool byHand = false;
    std::int64_t delay = 0;  // minutes put on top of what is still to come
    std::optional<OperatorAct> act;
    bool over = false;    // the programme: no act is on, and none comes
    std::string elapsed;  // "2:41"
    std::vector<OperatorAct> coming;

    Tally guests, countries;
    std::optional<GroupTally> group;
    std::int64_t lastMinute = 0;  // what the count has grown by

    std::int64_t dataAge = 0;  // seconds since the store last answered
    PictureNews picture;
    ClockNews doorClock;
    bool demoClock = false;
    std::vector<DoorRow> doors;
    Health health;
    bool operator==(const OperatorScreen&) const = default;
};

struct OperatorSource {
    const HallPresenter& hall;
    const DoorRates& rates;
    SteadyTime now{};
    TimePoint wall{};
    std::string output;
    PictureNews picture;
    std::string file;              // the event file's name
    std::optional<Error> trouble;  // it could not be asked
    ClockNews doorClock;
    Lang lang = Lang::en;
    std::string awaited;            // as in OperatorScreen
    std::optional<Names> newEvent;  // as in HealthSource
};

OperatorScreen operatorScreen(const OperatorSource& source);

}  // namespace turnout::display
