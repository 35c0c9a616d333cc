#include "organizer/demo/demo.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "assets/assets.h"
#include "common/domain/ticket_code.h"
#include "common/roster/event_toml.h"
#include "common/store/event_store.h"
#include "common/tickets/ticket_files.h"
#include "organizer/demo/door_video.h"
#include "organizer/demo/guest_list.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kTicketSeed = 56;
constexpr std::uint64_t kCastSeed = 2023;
constexpr std::size_t kShownGuests = 64;
constexpr std::size_t kShownCountries = 44;  // so that many flags appear on the wall
constexpr const char* kWebAddress = "https://example.org/hotpot";

Error trouble(Fault fault, const char* key, const fs::path& file) {
    return makeError(fault, key, {{"file", file.string()}});
}

// Only ever takes away a demo event, and none that somebody has open.
Status makeRoom(const fs::path& event, bool replace) {
    std::error_code ignored;
    for (const char* ending : {"-wal", "-shm"}) {
        if (fs::exists(event.string() + ending, ignored)) return trouble(Fault::inUse, "demo.in_use", event);
    }
    if (!fs::exists(fs::symlink_status(event, ignored))) return Done{};
    if (!replace) return trouble(Fault::inUse, "demo.exists", event);
    {
        auto old = EventStore::open(event);
        if (!old) return old.error();
        if (!old->isDemo()) return trouble(Fault::notOurs, "demo.not_a_demo", event);
    }
    std::error_code error;
    fs::remove(event, error);
    if (error) return trouble(Fault::readOnly, "demo.cannot_write", event);
    return Done{};
}

// Beside its place first, then there as a whole; for its owner's eyes only.
Status writeWhole(const fs::path& file, const std::string& bytes) {
    fs::path part = file;
    part += ".part";
    std::error_code error;
    {
        std::ofstream stream(part, std::ios::binary | std::ios::trunc);
        fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, error);
        stream << bytes;
        stream.flush();
        if (!stream) {
            fs::remove(part, error);
            return trouble(Fault::diskError, "demo.cannot_write", file);
        }
    }
    fs::rename(part, file, error);
    if (error) return trouble(Fault::diskError, "demo.cannot_write", file);
    return Done{};
}

// Guests of many countries first, then whoever comes; mixed.
std::vector<Ticket> choose(const std::vector<TicketRow>& rows) {
    demo::Chance chance(kCastSeed);
    std::vector<const TicketRow*> all;
    for (const TicketRow& row : rows) all.push_back(&row);
    chance.shuffle(all);
    std::vector<Ticket> chosen;
    std::set<CountryCode> countries;
    for (const bool newCountry : {true, false}) {
        for (const TicketRow*& row : all) {
            if (row == nullptr || chosen.size() == (newCountry ? kShownCountries : kShownGuests + 1)) continue;
            if (newCountry && !countries.insert(row->guest.country).second) continue;
            chosen.push_back({row->code, row->guest});
            row = nullptr;
        }
    }
    chance.shuffle(chosen);
    return chosen;
}

std::string otherEventsCode() {
    demo::Chance chance(kCastSeed + 1);
    std::array<std::uint8_t, 10> random{};
    for (std::uint8_t& byte : random) byte = static_cast<std::uint8_t>(chance.next());
    return makeTicketCode("SPRG", random);
}

std::string answersJson(const demo::RunningOrder& order) {
    nlohmann::ordered_json answers = nlohmann::ordered_json::array();
    for (const demo::Showing& showing : order.showings) {
        answers.push_back({{"shown_at_s", std::round(showing.shown * 1000) / 1000},
                           {"code", showing.prop.ticket.code},
                           {"verdict", std::string(word(showing.verdict))}});
    }
    return answers.dump(1, ' ') + "\n";
}

class Making {
  public:
    Making(const DemoOptions& options, DemoFiles files, TimePoint now)
        : options_(options), files_(std::move(files)), now_(now) {}

    Result<DemoFiles> all() {
        if (const Status room = makeRoom(files_.event, options_.replace); !room) return room.error();
        auto plan = readEventToml(assets::bytes("demo/event.toml"), "event.toml", {});
        if (!plan) return plan.error();
        plan_ = std::move(plan).value();
        plan_.demo = true;
        if (const Status done = guests(); !done) return done.error();
        if (const Status done = tickets(); !done) return done.error();
        if (options_.video) {
            if (const Status done = video(); !done) return done.error();
        }
        return files_;
    }

  private:
    demo::Cast cast_;
    std::vector<Ticket> valid_;

    void tell(DemoStep step, std::int64_t done, std::int64_t all) const {
        if (options_.progress) options_.progress(step, done, all);
    }

    Status guests() {
        const std::vector<RosterRow> list = demo::guestList();
        if (Status wrote = writeWhole(files_.roster, demo::rosterCsv(list)); !wrote) return wrote;
        const fs::path dirty = files_.roster.parent_path() / "roster-as-exported.csv";
        if (Status wrote = writeWhole(dirty, demo::dirtyRosterCsv(list)); !wrote) return wrote;
        if (Status made = EventStore::create(files_.event, plan_, now_); !made) return made;
        auto store = EventStore::open(files_.event);
        if (!store) return store.error();
        MergeOptions merging;
        merging.progress = [this](std::int64_t done, std::int64_t all) { tell(DemoStep::guests, done, all); };
        const auto merged = store->merge(list, merging, now_);
        if (!merged) return merged.error();
        assert(merged->written && merged->problems.empty());
        const auto rows = store->issueTickets(now_, kTicketSeed);
        if (!rows) return rows.error();
        cast_.admitted = choose(*rows);
        cast_.revoked = cast_.admitted.back();
        cast_.admitted.pop_back();
        cast_.otherEventCode = otherEventsCode();
        cast_.webAddress = kWebAddress;
        const auto revoked = store->revoke(cast_.revoked.code, say("demo.revoked_reason", Lang::en), now_);
        if (!revoked) return revoked.error();
        for (const TicketRow& row : *rows) {
            if (row.code != cast_.revoked.code) valid_.push_back({row.code, row.guest, {}, {}, {}});
        }
        return Done{};
    }

    Status tickets() {
        if (Status made = makeTicketFolder(files_.tickets); !made) return made;
        const auto written =
            writeTicketFiles(files_.tickets, plan_, valid_, TicketFormat::pdf,
                             [this](std::int64_t done, std::int64_t all) { tell(DemoStep::tickets, done, all); });
        if (!written) return written.error();
        std::vector<TicketLine> lines;
        for (std::size_t i = 0; i < valid_.size(); ++i) lines.push_back({valid_[i], (*written)[i]});
        return writeTicketsCsv(files_.tickets, lines);
    }

    Status video() {
        const demo::RunningOrder order = demo::runningOrder(cast_, options_.width, options_.height, kCastSeed + 2);
        if (Status wrote = writeWhole(files_.answers, answersJson(order)); !wrote) return wrote;
        TicketArt art(plan_);
        demo::DoorCamera camera(order, art, options_.width, options_.height, options_.framesPerSecond);
        return demo::writeVideo(camera, options_.width, options_.height, options_.framesPerSecond, files_.video,
                                [this](std::int64_t done, std::int64_t all) { tell(DemoStep::video, done, all); });
    }

    const DemoOptions& options_;
    DemoFiles files_;
    TimePoint now_;
    EventPlan plan_;
};

}  // namespace

Result<DemoFiles> makeDemo(const fs::path& dir, const DemoOptions& options, TimePoint now) {
    assert(options.width % 8 == 0 && options.height % 8 == 0 && options.framesPerSecond > 0);
    if (Status made = makeTicketFolder(dir); !made) return made.error();
    DemoFiles files{dir / "demo.turnout", dir / "roster.csv", dir / "tickets", {}, {}};
    if (options.video) {
        files.video = dir / (std::string("door") + demo::kVideoEnding);
        files.answers = dir / "door.json";
    }
    return Making(options, std::move(files), now).all();
}

}  // namespace turnout
