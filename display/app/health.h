// Whether the evening is well, for the operator: the event file, the hall's screen, the picture, the clock, the doors.
// What is not well is told with what to do about it, the worst first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/domain/event.h"
#include "display/app/door_clock.h"
#include "display/app/door_rates.h"
#include "display/app/frame_times.h"

namespace turnout::display {

struct Health {
    bool file = true, picture = true, clock = true, doors = true;
    bool output = true;           // the hall is where it belongs
    bool sameEvent = true;        // the file holds no other event than a while ago
    Text state;                   // one line; "all is well" only while everything is
    std::optional<Text> meaning;  // what it means and what to do; a sentence or two
    bool well() const { return file && picture && clock && doors && output && sameEvent; }
    bool operator==(const Health&) const = default;
};

struct HealthSource {
    std::string file;              // the event file's name
    std::optional<Error> trouble;  // it could not be asked
    std::int64_t dataAge = 0;      // seconds since it last answered
    PictureNews picture;
    ClockNews clock;
    const std::vector<DoorRow>& doors;
    Lang lang = Lang::en;           // how names are listed
    std::string awaited;            // the monitor that the hall waits for; empty: none
    std::optional<Names> newEvent;  // that has taken the place of the one before, a while ago at most
};

Health healthOf(const HealthSource& source);

// Before there is an event: that its file is waited for, and what to do; likewise of the hall's monitor.
std::vector<Text> awaitedTexts(const std::string& file, const std::optional<Error>& trouble,
                               const std::string& monitor);

}  // namespace turnout::display
