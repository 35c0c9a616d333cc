#include "organizer/desk/app/doors_page.h"

#include <algorithm>
#include <utility>

#include "common/report/event_record.h"
#include "common/store/pin.h"
#include "organizer/desk/app/frame.h"
#include "organizer/desk/app/typed_time.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kWorking{15};  // since the last scan: a door works now

struct DoorsRead {
    std::vector<DoorRecord> doors;
    bool hasPin = false;
};

}  // namespace

void DoorsPage::tick() {
    if (session_.eventSerial() != event_) {
        event_ = session_.eventSerial();
        version_ = 0;
        records_.clear();
        screen_ = {};
    }
    if (std::exchange(lang_, session_.lang()) != session_.lang()) version_ = 0;
    if (session_.event() != nullptr && version_ != session_.version() && !reading_) read();
}

DoorsScreen DoorsPage::screen() const {
    DoorsScreen screen = screen_;
    if (!screen.copy.running) return screen;
    const auto now = session_.work().now();
    const double share = now ? std::max(0.0, now->share) : 0;
    screen.copy.step = share < kChecking ? CopyStep::copy : CopyStep::check;
    screen.copy.share = share < kChecking ? share / kChecking : (share - kChecking) / (1 - kChecking);
    return screen;
}

void DoorsPage::shown() {
    tick();
    lookForDrives();
}

void DoorsPage::dropped(const std::vector<fs::path>& files) {
    if (!files.empty()) bringBack(files.front());
}

void DoorsPage::read() {
    reading_ = true;
    version_ = session_.version();
    session_.read<DoorsRead>(
        std::nullopt,
        [path = session_.event()->path](EventReader& reader, Work::Handle&) -> Result<DoorsRead> {
            auto doors = doorRecords(path);
            if (!doors) return doors.error();
            const auto pin = reader.setting(kPinSetting);
            if (!pin) return pin.error();
            return DoorsRead{std::move(doors).value(), pin->has_value() && !(*pin)->empty()};
        },
        [this, serial = event_](Result<DoorsRead> done) {
            reading_ = false;
            if (serial != session_.eventSerial() || session_.event() == nullptr) return;
            if (!done) return session_.trouble(done.error());
            screen_.hasPin = done->hasPin;
            take(std::move(done->doors));
        });
}

void DoorsPage::take(std::vector<DoorRecord> doors) {
    const DoorId chosen = screen_.selected ? records_[*screen_.selected].id : DoorId{};
    std::erase_if(doors, [](const DoorRecord& door) { return door.removed; });
    records_ = std::move(doors);
    screen_.loading = false;
    screen_.closedEvent = session_.event()->closed;
    screen_.categories.clear();
    for (const Category& category : session_.event()->plan.categories)
        screen_.categories.emplace_back(category.id, category.name.in(session_.lang()));
    screen_.doors.clear();
    for (const DoorRecord& door : records_) screen_.doors.push_back(lineOf(door));
    screen_.selected.reset();
    for (std::size_t i = 0; i < records_.size(); ++i)
        if (records_[i].id == chosen) screen_.selected = i;
    if (!screen_.selected && !records_.empty() && !screen_.adding) screen_.selected = 0;
    if (!screen_.changed && !screen_.adding) fill();
}

DoorLine DoorsPage::lineOf(const DoorRecord& door) const {
    const EventPlan& plan = session_.event()->plan;
    const Zone& zone = plan.zone;
    const auto say = [&](const char* key, std::vector<std::pair<std::string, std::string>> args = {}) {
        return session_.say(Text{key, std::move(args)});
    };
    DoorLine line{door.id, door.plan.name, {}, {}, {}, {}, DoorPlace::none, {}, {}, door.closed, door.scans};
    line.way = say(door.plan.way == DoorWay::entry  ? "desk.doors.in"
                   : door.plan.way == DoorWay::exit ? "desk.doors.out"
                                                    : "desk.doors.both");
    const auto opens = door.plan.opens ? door.plan.opens : plan.doorsOpen;
    const auto closes = door.plan.closes ? door.plan.closes : plan.doorsClose;
    line.opens = !opens && !closes
                     ? say("desk.doors.always")
                     : (opens ? zone.clockTime(*opens) : "…") + " – " + (closes ? zone.clockTime(*closes) : "…");
    for (const std::string& id : door.plan.admits)
        for (const Category& category : plan.categories)
            if (category.id == id) line.letsIn.push_back(category.name.in(session_.lang()));
    line.came = door.scans == 0 ? "–" : grouped(door.admitted);

    const TimePoint now = session_.clock().now();
    const auto clock = [&](TimePoint at) {
        return zone.date(at) == zone.date(now) ? zone.clockTime(at) : zone.date(at) + " " + zone.clockTime(at);
    };
    if (door.copy && (!door.lastHere || *door.lastHere < door.copy->at)) {
        line.where = say("desk.doors.laptop", {{"name", door.copy->label}});
        if (door.copyCameBack) {
            line.place = DoorPlace::cameBack;
            line.how = say("desk.doors.came_back", {{"time", clock(door.lastMerged.value_or(door.copy->at))}});
        } else if (door.newerGuests > 0) {
            line.place = DoorPlace::olderList;
            line.how = say("desk.doors.older", {{"n", grouped(door.newerGuests)}});
        } else {
            line.place = DoorPlace::laptop;
            line.how = say("desk.doors.checked", {{"time", clock(door.copy->at)}});
        }
    } else if (door.lastHere) {
        line.place = DoorPlace::here;
        line.where = say("desk.doors.this_computer");
        line.how = now - *door.lastHere < kWorking && now >= *door.lastHere
                       ? say("desk.doors.working")
                       : say("desk.doors.last_scan", {{"time", clock(*door.lastHere)}});
    } else if (door.lastMerged) {
        line.place = DoorPlace::cameBack;
        line.where = say("desk.doors.another");
        line.how = say("desk.doors.came_back", {{"time", clock(*door.lastMerged)}});
    } else {
        line.where = say("desk.doors.nowhere");
        line.how = say("desk.doors.nowhere_do");
    }
    if (door.closed) line.how = say("desk.doors.closed_by_hand");
    return line;
}

// --- doors ---

void DoorsPage::fill() {
    screen_.changed = screen_.wrongTime = false;
    if (!screen_.selected) {
        screen_.draft = {};
        return;
    }
    const EventPlan& event = session_.event()->plan;
    const DoorPlan& plan = records_[*screen_.selected].plan;
    screen_.draft = {plan.name, timeToType(plan.opens, event.starts, event.zone),
                     timeToType(plan.closes, event.starts, event.zone), plan.way, plan.admits};
}

void DoorsPage::select(std::size_t row) {
    if (row >= records_.size()) return;
    screen_.adding = false;
    if (screen_.selected != row) copyAgain();
    screen_.selected = row;
    fill();
}

void DoorsPage::add() {
    screen_.adding = true;
    screen_.selected.reset();
    screen_.draft = {};
    screen_.draft.way = DoorWay::entry;
    screen_.changed = screen_.wrongTime = false;
}

void DoorsPage::draft(DoorDraft draft) {
    screen_.draft = std::move(draft);
    screen_.changed = true;
    screen_.wrongTime = !planOf(screen_.draft).has_value();
}

void DoorsPage::dropDraft() {
    screen_.adding = false;
    if (!screen_.selected && !records_.empty()) screen_.selected = 0;
    fill();
}

std::optional<DoorPlan> DoorsPage::planOf(const DoorDraft& draft) const {
    const EventPlan& event = session_.event()->plan;
    DoorPlan plan{draft.name, draft.way, draft.admits, typedTime(draft.opens, event.starts, event.zone),
                  typedTime(draft.closes, event.starts, event.zone)};
    if ((!plan.opens && !draft.opens.empty()) || (!plan.closes && !draft.closes.empty())) return std::nullopt;
    if (plan.opens && plan.closes && *plan.closes <= *plan.opens && draft.closes.size() <= 5)
        *plan.closes += std::chrono::days(1);  // after midnight
    return plan;
}

void DoorsPage::save() {
    const auto plan = planOf(screen_.draft);
    if (!plan || session_.event() == nullptr) return;
    const bool adding = screen_.adding;
    const DoorId id = adding || !screen_.selected ? DoorId{} : records_[*screen_.selected].id;
    const DoorPlan before = id ? records_[*screen_.selected].plan : DoorPlan{};
    session_.write<DoorId>(
        Text{"desk.doors.saving", {}},
        [path = session_.event()->path, id, plan = *plan](EventStore&, Work::Handle&) -> Result<DoorId> {
            if (!id) return addDoor(path, plan);
            if (const Status done = changeDoor(path, id, plan); !done) return done.error();
            return id;
        },
        [this, adding, before, name = plan->name](Result<DoorId> done) {
            if (!done) return;
            screen_.changed = screen_.adding = false;
            version_ = 0;
            const DoorId door = *done;
            session_.tell({adding ? "desk.doors.added" : "desk.doors.changed", {{"door", cleanForScreen(name)}}},
                          [this, adding, before, door] {
                              session_.write<Done>(
                                  Text{"desk.doors.saving", {}},
                                  [path = session_.event()->path, adding, before, door, now = session_.clock().now()](
                                      EventStore&, Work::Handle&) -> Result<Done> {
                                      if (!adding) return changeDoor(path, door, before);
                                      const auto removed = removeDoor(path, door, now);
                                      return removed ? Result<Done>(Done{}) : removed.error();
                                  },
                                  [this](Result<Done>) { version_ = 0; });
                          });
        });
}

void DoorsPage::closeOrOpen() {
    if (!screen_.selected) return;
    const DoorRecord& door = records_[*screen_.selected];
    const bool closing = !door.closed;
    session_.write<Done>(
        Text{"desk.doors.saving", {}},
        [id = door.id, closing, now = session_.clock().now()](EventStore& store, Work::Handle&) {
            return store.closeDoor(id, closing, now);
        },
        [this, closing, name = door.plan.name](Result<Done> done) {
            if (done) session_.tell({closing ? "desk.doors.now_closed" : "desk.doors.now_open", {{"door", name}}});
        });
}

void DoorsPage::remove() {
    if (!screen_.selected) return;
    const DoorRecord door = records_[*screen_.selected];
    const Text consequence = door.scans > 0 ? Text{"desk.doors.remove_keeps", {{"n", grouped(door.scans)}}}
                                            : Text{"desk.doors.remove_nothing", {}};
    session_.ask({{"desk.doors.remove_ask", {{"door", door.plan.name}}}, consequence, {"desk.doors.remove", {}}},
                 [this, door] {
                     session_.write<bool>(
                         Text{"desk.doors.saving", {}},
                         [path = session_.event()->path, id = door.id, now = session_.clock().now()](
                             EventStore&, Work::Handle&) { return removeDoor(path, id, now); },
                         [this, door](Result<bool> done) {
                             if (!done) return;
                             screen_.changed = false;
                             session_.tell({"desk.doors.removed", {{"door", door.plan.name}}}, [this, door] {
                                 session_.write<DoorId>(
                                     Text{"desk.doors.saving", {}},
                                     [path = session_.event()->path, plan = door.plan](EventStore&, Work::Handle&) {
                                         return addDoor(path, plan);
                                     },
                                     [this](Result<DoorId>) { version_ = 0; });
                             });
                         });
                 });
}

// --- the PIN ---

void DoorsPage::changePin(bool on) {
    screen_.changingPin = on;
    screen_.pin.clear();
}

void DoorsPage::savePin() {
    session_.write<Done>(
        Text{"desk.doors.saving", {}},
        [pin = screen_.pin, path = session_.event()->path](EventStore&, Work::Handle&) {
            return turnout::changePin(path, pin.empty() ? std::string() : pinHash(pin));
        },
        [this, none = screen_.pin.empty()](Result<Done> done) {
            if (!done) return;
            changePin(false);
            version_ = 0;
            session_.tell({none ? "desk.doors.pin_gone" : "desk.doors.pin_saved", {}});
        });
}

}  // namespace turnout::desk
