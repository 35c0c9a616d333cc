// Everything a report of an event says, read from the event file once: numbers, arrivals over time, who came and who
// did not. Writers (PDF, workbook, tables) turn it into pages and add nothing of their own.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/store/event_reader.h"

namespace turnout {

inline constexpr std::chrono::minutes kSlot{5};   // unless the reader of the report asks for another
inline constexpr std::int64_t kSmallestCell = 3;  // of a closed event: smaller numbers of people are told as "<3"

struct ArrivalSlot {
    TimePoint from{};
    std::vector<std::int64_t> byDoor;  // in the order of EventRecord::doors
    std::int64_t all() const;
};

struct Attendance {  // a guest on the list, or a walk-in
    Guest guest;
    std::optional<TimePoint> cameAt;  // their first admission that was not undone
    std::string door;
};

struct DoubleAdmission {  // let in twice with no exit between: doors that could not reach each other
    std::string name;
    TimePoint first{}, second{};
    std::string firstDoor, secondDoor;
    bool operator==(const DoubleAdmission&) const = default;
};

struct EventRecord {
    EventPlan plan;
    Totals totals;
    TimePoint asOf{};
    std::string fingerprint;            // of the event file, in hex
    bool closed = false;                // names are gone; small cells are not told
    std::chrono::minutes slot = kSlot;  // of the arrivals' chart; times of people are rounded down to it
    std::vector<std::string> doors;
    std::vector<ArrivalSlot> slots;  // counted guests by when they first came; without holes
    std::vector<Attendance> people;  // counted guests, in the list's order; without names once closed
    std::vector<DoubleAdmission> doubles;
    std::int64_t undos = 0;
};

// Called while scans are read, at the first and every thousandth: how many of about how many.
using RecordProgress = std::function<void(std::int64_t done, std::int64_t all)>;

Result<EventRecord> readRecord(EventReader& reader, TimePoint now, const RecordProgress& progress = {});

// "513 students from 56 countries took part, 52 of them along the Belt and Road."
std::string pressSentence(const EventRecord& record, Lang lang);

// The number of people in one cell, as it may be told: "<3" of a closed event.
std::string toldNumber(const EventRecord& record, std::int64_t people);
std::string toldNumber(bool closed, std::int64_t people);

TimePoint roundedDown(TimePoint at, std::chrono::minutes slot = kSlot);

// Counts the arrivals anew in slots of that length: 1 minute to an hour.
void setSlot(EventRecord& record, std::chrono::minutes slot);

// "7F3A 91C2": enough of a fingerprint to compare by eye.
std::string shortFingerprint(const std::string& hex);

}  // namespace turnout
