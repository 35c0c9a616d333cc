// What the count scene shows: replaced whole, compared to know whether anything must be painted. Motion is told as
// milliseconds since it began, so that a view needs no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/country.h"
#include "common/domain/event.h"
#include "display/app/heading.h"
#include "display/app/programme.h"

namespace turnout::display {

struct Tally {
    std::int64_t arrived = 0;
    std::optional<std::int64_t> expected;  // nothing when there is no list: then no "/520"
    bool operator==(const Tally&) const = default;
};

struct GroupTally {  // countries of the group
    Names name;
    Tally countries;
    bool operator==(const GroupTally&) const = default;
};

// A place on the wall: a country that has arrived, or an empty slot.
using WallPlace = std::optional<CountryCode>;

struct GuestCard {
    std::int64_t scanRow = 0;
    CountryCode country;      // ZZ: no flag and no country are told
    std::string name;         // only with consent; else the country is the name
    std::int64_t others = 0;  // arrived together with this one
    bool operator==(const GuestCard&) const = default;
};

// What the lane at the lower left holds.
enum class Lane { empty, waiting, guest, stale };

// How long a motion takes, ms.
inline constexpr int kCardInMs = 240, kCardOutMs = 180, kFlagInMs = 160, kRingMs = 600;

struct CountScreen : Heading {
    std::int64_t count = 0;  // the big number; rolls up to guests.arrived
    Tally guests, countries;
    std::optional<GroupTally> group;

    std::vector<WallPlace> wall;
    std::vector<std::size_t> entering;  // places whose flags come in now
    int flagMs = kFlagInMs;             // -1: still waiting for the card
    std::optional<std::size_t> newest;  // the place with the gold ring
    int ringMs = kRingMs;

    Lane lane = Lane::empty;
    GuestCard card;
    int cardInMs = kCardInMs, cardOutMs = 0;
    std::optional<GuestCard> under;  // the card that the new one slides over

    std::vector<ProgrammeLine> programme;  // at most two
    bool foot = true;  // the event has acts or a place, which are told there; else the wall takes it

    bool moving() const {
        return count != guests.arrived || (lane == Lane::guest && (cardInMs < kCardInMs || cardOutMs > 0)) ||
               (!entering.empty() && flagMs < kFlagInMs) || (newest && ringMs < kRingMs);
    }
    bool operator==(const CountScreen&) const = default;
};

}  // namespace turnout::display
