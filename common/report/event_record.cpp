#include "common/report/event_record.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace turnout {
namespace {

struct Came {
    TimePoint at{};
    std::string door;
};

// The log of one guest by time: doors that were merged stand in the file one after the other.
struct Seen {
    std::string name;
    std::vector<LogRow> rows;
};

struct Evening {
    std::unordered_map<std::int64_t, Seen> guests;
    std::unordered_set<std::string> undone;
    std::int64_t undos = 0;
};

Result<Evening> readEvening(EventReader& reader, const Totals& totals, const RecordProgress& progress) {
    Evening evening;
    std::int64_t done = 0, all = 0;
    for (const DoorNumbers& door : totals.byDoor) all += door.admitted + door.refused;
    const Status read = reader.log([&](const LogRow& row) {
        if (progress && done++ % 1000 == 0) progress(std::min(done - 1, all), all);
        if (row.verdict == Verdict::undone) {
            ++evening.undos;
            evening.undone.insert(row.undoes);
        }
        if (!row.guest || (row.verdict != Verdict::admitted && row.verdict != Verdict::exited)) return;
        Seen& seen = evening.guests[row.guest.value];
        seen.name = row.name;
        seen.rows.push_back(row);
    });
    if (!read) return read.error();
    return evening;
}

// The guest's first admission that counts; and every admission while they were in already.
std::optional<Came> follow(Seen& seen, const Evening& evening, std::vector<DoubleAdmission>& doubles) {
    std::stable_sort(seen.rows.begin(), seen.rows.end(), [](const LogRow& a, const LogRow& b) { return a.at < b.at; });
    std::optional<Came> first, inside;
    for (const LogRow& row : seen.rows) {
        if (evening.undone.contains(row.scanId)) continue;
        if (row.verdict == Verdict::exited) {
            inside.reset();
            continue;
        }
        if (inside) doubles.push_back({cleanForScreen(seen.name), inside->at, row.at, inside->door, row.door});
        if (!first) first = Came{row.at, row.door};
        if (!inside) inside = Came{row.at, row.door};
    }
    return first;
}

void countSlots(EventRecord& record) {
    std::map<TimePoint, std::vector<std::int64_t>> slots;
    for (const Attendance& person : record.people) {
        if (!person.cameAt) continue;
        const auto door = std::find(record.doors.begin(), record.doors.end(), person.door);
        auto& slot = slots[roundedDown(*person.cameAt, record.slot)];
        slot.resize(record.doors.size());
        if (door != record.doors.end()) ++slot[static_cast<std::size_t>(door - record.doors.begin())];
    }
    record.slots.clear();
    if (slots.empty()) return;
    constexpr std::size_t kMost = 288;  // a day: an event whose clock was wrong once draws no endless chart
    const TimePoint last = slots.rbegin()->first;
    for (TimePoint at = slots.begin()->first; at <= last && record.slots.size() < kMost; at += record.slot) {
        const auto found = slots.find(at);
        record.slots.push_back(
            {at, found == slots.end() ? std::vector<std::int64_t>(record.doors.size()) : found->second});
    }
}

std::string whoCame(const EventPlan& plan, const std::string& n, Lang lang) {
    bool students = !plan.categories.empty();
    for (const Category& category : plan.categories)
        if (category.counted && category.id != "student") students = false;
    return say(Text{students ? "report.students" : "report.guests", {{"n", n}}}, lang);
}

}  // namespace

std::int64_t ArrivalSlot::all() const {
    return std::accumulate(byDoor.begin(), byDoor.end(), std::int64_t{0});
}

TimePoint roundedDown(TimePoint at, std::chrono::minutes slot) {
    return TimePoint{std::chrono::floor<std::chrono::minutes>(at.time_since_epoch()) -
                     std::chrono::floor<std::chrono::minutes>(at.time_since_epoch()) % slot};
}

void setSlot(EventRecord& record, std::chrono::minutes slot) {
    record.slot = std::clamp(slot, std::chrono::minutes{1}, std::chrono::minutes{60});
    countSlots(record);
}

std::string shortFingerprint(const std::string& hex) {
    std::string upper = hex.substr(0, 8);
    for (char& c : upper) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    return upper.size() < 8 ? upper : upper.substr(0, 4) + " " + upper.substr(4);
}

std::string toldNumber(const EventRecord& record, std::int64_t people) {
    return toldNumber(record.closed, people);
}

std::string toldNumber(bool closed, std::int64_t people) {
    if (closed && people > 0 && people < kSmallestCell) return "<" + std::to_string(kSmallestCell);
    return std::to_string(people);
}

Result<EventRecord> readRecord(EventReader& reader, TimePoint now, const RecordProgress& progress) {
    EventRecord record;
    record.asOf = now;
    auto plan = reader.event();
    if (!plan) return plan.error();
    record.plan = *std::move(plan);
    auto totals = reader.totals();
    if (!totals) return totals.error();
    record.totals = *std::move(totals);
    const auto print = reader.fingerprint();
    if (!print) return print.error();
    record.fingerprint = *print;
    const auto closed = reader.namesDeleted();
    if (!closed) return closed.error();
    record.closed = *closed;
    for (const DoorNumbers& door : record.totals.byDoor) record.doors.push_back(door.name);

    auto evening = readEvening(reader, record.totals, progress);
    if (!evening) return evening.error();
    record.undos = evening->undos;
    std::unordered_map<std::int64_t, Came> came;
    for (auto& [guest, seen] : evening->guests)
        if (const auto first = follow(seen, *evening, record.doubles)) came.emplace(guest, *first);
    std::sort(record.doubles.begin(), record.doubles.end(), [](const DoubleAdmission& a, const DoubleAdmission& b) {
        return std::tie(a.second, a.name) < std::tie(b.second, b.name);
    });
    const Status read = reader.guests([&](const Guest& guest) {
        if (!guest.counted) return;
        Attendance person{guest, {}, {}};
        if (const auto found = came.find(guest.id.value); found != came.end()) {
            person.cameAt = found->second.at;
            person.door = found->second.door;
        }
        record.people.push_back(std::move(person));
    });
    if (!read) return read.error();
    countSlots(record);
    return record;
}

std::string pressSentence(const EventRecord& record, Lang lang) {
    const Totals& totals = record.totals;
    if (totals.guests.arrived == 0) return say("report.press_none", lang);
    std::string group;
    for (const GroupNumbers& numbers : totals.groups) {
        if (numbers.countries.arrived == 0) continue;
        group = say(
            Text{numbers.id == "belt_and_road" ? "report.press_belt" : "report.press_group",
                 {{"n", std::to_string(numbers.countries.arrived)}, {"group", cleanForScreen(numbers.name.in(lang))}}},
            lang);
        break;  // the first group is the one the event is told by
    }
    const std::string n = toldNumber(record, totals.guests.arrived);
    return say(Text{totals.countries.arrived == 1 ? "report.press_one" : "report.press",
                    {{"n", n},
                     {"who", whoCame(record.plan, n, lang)},
                     {"countries", std::to_string(totals.countries.arrived)},
                     {"group", group}}},
               lang);
}

}  // namespace turnout
