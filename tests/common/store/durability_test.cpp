// Green means recorded, also on a disk that is full or dying. The faults happen in another process, under its feet.
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <set>

#include "tests/common/store/door_process.h"
#include "tests/common/store/scale.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout {
namespace {

using namespace test;

// What stands in the file: scan id -> verdict.
std::map<std::string, std::string> storedIn(const std::filesystem::path& event) {
    std::map<std::string, std::string> stored;
    EventReader reader = must(EventReader::open(event));
    must(reader.log([&](const LogRow& row) { stored[row.scanId] = word(row.verdict); }));
    return stored;
}

// --- the order of system calls ---

TEST(Durability, BetweenAnyTwoAnswersTheWriteAheadLogIsSynced) {
    const AnEvent event(30);
    const auto trace = event.dir() / "trace";
    ProcessOptions options;
    options.environment["ASAN_OPTIONS"] =
        "detect_leaks=0:detect_odr_violation=0";  // the leak check cannot run under a tracer
    options.environment["LSAN_OPTIONS"] = "detect_leaks=0";
    DoorProcess door(event.path(), "A", options, 2000,
                     {"strace", "-f", "-y", "-s", "200", "-o", trace.string(), "-e",
                      "trace=write,pwrite64,fdatasync,fsync,sync_file_range"});
    for (int n = 0; n < 30; ++n) ASSERT_EQ(door.scan(event.codes[static_cast<std::size_t>(n)]).verdict, "admitted");
    ASSERT_EQ(door.scan(event.codes[3]).verdict, "already_in");  // a refusal is a row like any other
    ASSERT_EQ(door.scan("https://example.org").verdict, "not_a_ticket");
    door.close();

    int answers = 0, syncs = 0, unsynced = 0;
    bool wroteSinceSync = false;
    for (const std::string& line : splitLines(readFile(trace))) {
        const bool ofLog = line.find("event.turnout-wal>") != std::string::npos;
        if (ofLog && line.find("pwrite64(") != std::string::npos) wroteSinceSync = true;
        if (ofLog && (line.find("fdatasync(") != std::string::npos || line.find("fsync(") != std::string::npos) &&
            line.find("= 0") != std::string::npos) {
            ++syncs;
            wroteSinceSync = false;
        }
        if (line.find("write(1<") != std::string::npos && line.find("\\t") != std::string::npos) {
            ++answers;
            if (syncs == 0 || wroteSinceSync) ++unsynced;
            syncs = 0;
        }
    }
    EXPECT_EQ(answers, 32) << readFile(trace).substr(0, 3000);
    EXPECT_EQ(unsynced, 0);
}

// --- a disk that fails ---

// One door scans under a fault at the n-th system call, until a run meets no fault any more. Whatever it says must be
// true and the door must be well afterwards.
class FailingDisk : public testing::Test {
  protected:
    void sweep(int kinds, int error, bool forever) {
        int positions = 0, unknownOutcomes = 0, present = 0;
        for (int at = 1; at < 400; ++at) {
            const AnEvent event(4);
            FaultSwitch faults(event.dir() / "faults");
            ProcessOptions options = faults.options();
            DoorProcess door(event.path(), "A", options);
            faults.fail(kinds, at, forever, error);
            std::vector<DoorAnswer> greens, failed;
            for (int n = 0; n < 3; ++n) {
                const DoorAnswer answer = door.scan(event.codes[static_cast<std::size_t>(n)]);
                (answer.verdict == "not_recorded" ? failed : greens).push_back(answer);
            }
            const bool met = faults.failed() > 0;
            faults.heal();
            if (!failed.empty()) recoverAndResolve(door, failed, unknownOutcomes, present);
            ASSERT_EQ(door.scan(event.codes[3]).verdict, "admitted") << "scanning goes on, fault at " << at;
            greens.push_back(door.scan(event.codes[0]));
            door.close();
            const auto stored = storedIn(event.path());
            for (const DoorAnswer& green : greens) {
                const auto row = stored.find(green.scan);
                ASSERT_TRUE(row != stored.end())
                    << green.verdict << " was said and is not in the file, fault at " << at;
                ASSERT_EQ(row->second, green.verdict);
            }
            ASSERT_EQ(must(event.read().totals()).guests.arrived, 4) << "fault at " << at;
            ASSERT_EQ(findings(event.path()), "") << "fault at " << at;
            if (!met) break;
            ++positions;
            if (kSanitized && at >= 6) at += 3;  // every fourth position is enough where each costs a second
        }
        EXPECT_GT(positions, 2);
        RecordProperty("positions", positions);
        RecordProperty("not_recorded", unknownOutcomes);
        RecordProperty("of_them_present", present);
    }

    // As the kiosk does: reopen, look each scan up by its id, offer again what is not there.
    void recoverAndResolve(DoorProcess& door, const std::vector<DoorAnswer>& failed, int& unknown, int& present) {
        ASSERT_EQ(door.say("!recover"), "ok");
        for (const DoorAnswer& answer : failed) {
            ++unknown;
            const std::string became = door.say("!answered " + answer.scan);
            ASSERT_TRUE(became == "nothing" || became == "admitted") << became;
            present += became == "admitted";
            const DoorAnswer again = door.ask("!retry " + answer.scan + " " + answer.code);
            ASSERT_EQ(again.verdict, "admitted");  // the same scan: stored once, whichever it was
        }
    }
};

TEST_F(FailingDisk, OneFailedSyncIsResolvedByLookingTheScanUp) {
    sweep(kFaultSyncs, EIO, false);
}
TEST_F(FailingDisk, SyncsThatGoOnFailingNeverGiveAGreenWithoutARow) {
    sweep(kFaultSyncs, EIO, true);
}
TEST_F(FailingDisk, OneFailedWriteIsNoGreen) {
    sweep(kFaultWrites, EIO, false);
}
TEST_F(FailingDisk, AFullDiskIsNoGreen) {
    sweep(kFaultWrites, ENOSPC, true);
}
TEST_F(FailingDisk, AFullDiskForOneMomentIsNoGreen) {
    sweep(kFaultWrites, ENOSPC, false);
}

TEST(Durability, AFailedSyncLatchesTheStoreUntilItHasBeenReopened) {
    const AnEvent event(3);
    FaultSwitch faults(event.dir() / "faults");
    DoorProcess door(event.path(), "A", faults.options());
    ASSERT_EQ(door.scan(event.codes[0]).verdict, "admitted");
    faults.fail(kFaultSyncs, 1, false, EIO);
    const DoorAnswer failed = door.scan(event.codes[1]);
    ASSERT_EQ(failed.verdict, "not_recorded");
    EXPECT_EQ(faults.failed(), 1);
    EXPECT_EQ(door.scan(event.codes[2]).verdict, "not_recorded");  // no retry of a sync as if nothing had happened
    EXPECT_EQ(door.say("!recover"), "ok");
    EXPECT_EQ(door.ask("!retry " + failed.scan + " " + event.codes[1]).verdict, "admitted");
    EXPECT_EQ(door.scan(event.codes[2]).verdict, "admitted");
    door.close();
    EXPECT_EQ(findings(event.path()), "");
}

TEST(Durability, AFileThatMayNotGrowIsNoGreenAndScanningGoesOnAfterwards) {
    const int tickets = 60;
    const AnEvent event(tickets);
    DoorProcess door(event.path(), "A");
    std::vector<DoorAnswer> greens, failed;
    ASSERT_EQ(door.scan(event.codes[0]).verdict, "admitted");
    door.say("!limit 200000");
    for (int n = 1; n < tickets; ++n) {
        const DoorAnswer answer = door.scan(event.codes[static_cast<std::size_t>(n)]);
        (answer.verdict == "admitted" ? greens : failed).push_back(answer);
    }
    ASSERT_FALSE(failed.empty()) << "the limit was never met";
    EXPECT_EQ(failed.front().verdict, "not_recorded");
    EXPECT_NE(failed.front().why, "");
    door.say("!limit off");
    ASSERT_EQ(door.say("!recover"), "ok");
    for (const DoorAnswer& answer : failed)
        EXPECT_EQ(door.ask("!retry " + answer.scan + " " + answer.code).verdict, "admitted");
    door.close();
    const auto stored = storedIn(event.path());
    for (const DoorAnswer& green : greens) EXPECT_TRUE(stored.contains(green.scan));
    EXPECT_EQ(must(event.read().totals()).guests.arrived, tickets);
    EXPECT_EQ(findings(event.path()), "");
}

// A file system of one megabyte, where the kernel lets us mount one; elsewhere a shim tells the same ENOSPC.
class SmallDisk {
  public:
    explicit SmallDisk(const std::filesystem::path& at) : at_(at) {
        std::filesystem::create_directory(at);
        mounted_ = mount("tmpfs", at.c_str(), "tmpfs", 0, "size=1m") == 0;
    }
    ~SmallDisk() {
        if (mounted_) umount2(at_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool mounted() const { return mounted_; }

  private:
    std::filesystem::path at_;
    bool mounted_ = false;
};

TEST(Durability, ADiskThatFillsUpWhileTheDoorIsOpenIsSaidAndGoesOnWhenThereIsRoom) {
    const int tickets = 40;
    const AnEvent event(tickets);
    const SmallDisk disk(event.dir() / "disk");
    const auto file = event.dir() / "disk" / "event.turnout";
    std::filesystem::copy_file(event.path(), file);
    FaultSwitch faults(event.dir() / "faults");
    DoorProcess door(file, "A", faults.options());
    ASSERT_EQ(door.scan(event.codes[0]).verdict, "admitted");

    const auto filler = event.dir() / "disk" / "filler";
    if (disk.mounted()) {
        struct statvfs room {};
        ASSERT_EQ(statvfs(file.c_str(), &room), 0);
        // Leaves room for one or two more scans, so that the disk runs full in the middle of one.
        const auto left = static_cast<std::int64_t>(room.f_bavail * room.f_bsize) - 60000;
        if (left > 0) writeFile(filler, std::string(static_cast<std::size_t>(left), 'x'));
    } else {
        faults.fail(kFaultWrites, 40, true, ENOSPC);
    }
    std::vector<DoorAnswer> greens, failed;
    for (int n = 1; n < tickets; ++n) {
        const DoorAnswer answer = door.scan(event.codes[static_cast<std::size_t>(n)]);
        (answer.verdict == "admitted" ? greens : failed).push_back(answer);
    }
    ASSERT_FALSE(failed.empty());
    EXPECT_EQ(failed.front().verdict, "not_recorded");
    std::filesystem::remove(filler);
    faults.heal();
    ASSERT_EQ(door.say("!recover"), "ok");
    for (const DoorAnswer& answer : failed)
        if (const std::string became = door.say("!answered " + answer.scan); became == "nothing") {
            const DoorAnswer again = door.ask("!retry " + answer.scan + " " + answer.code);
            EXPECT_EQ(again.verdict, "admitted") << again.why;
            door.say("!idle");  // a megabyte holds no long log
        }
    door.close();
    const auto stored = storedIn(file);
    for (const DoorAnswer& green : greens) EXPECT_TRUE(stored.contains(green.scan));
    EXPECT_EQ(must(must(EventReader::open(file)).totals()).guests.arrived, tickets);
    EXPECT_EQ(findings(file), "");
}

}  // namespace
}  // namespace turnout
