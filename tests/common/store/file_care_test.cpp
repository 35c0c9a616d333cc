// The care of the file itself: its write-ahead log, read-only places, files that are swapped, POSIX locks.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "tests/common/store/door_process.h"
#include "tests/common/store/scale.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout {
namespace {

using namespace test;
namespace fs = std::filesystem;

std::uintmax_t sizeOf(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : size;
}

// --- the write-ahead log ---

TEST(FileCare, TheLogStaysSmallThroughAnEveningWithADisplayWatching) {
    const int scans = scaled(16000, 1200);
    const AnEvent event(500);
    std::uintmax_t largest = 0;
    {
        EventStore store = event.open();
        const Door door = must(store.doorNamed("A", evening()));
        std::atomic<bool> over{false}, watched{false};
        std::int64_t lastSeen = 0;
        std::jthread display([&] {
            EventReader reader = event.read();
            std::int64_t seen = -1;
            while (!over) {
                const std::int64_t version = must(reader.version(std::chrono::steady_clock::now()));
                if (version != seen) lastSeen = must(reader.hall(8)).totals.guests.arrived;
                seen = version;
                watched = true;
                watched.notify_one();
                std::this_thread::yield();
            }
            lastSeen = must(reader.hall(8)).totals.guests.arrived;
        });
        watched.wait(false);
        for (int n = 0; n < scans; ++n) {
            must(store.admit(aScan(door, event.codes[static_cast<std::size_t>(n) % event.codes.size()])));
            store.maintain(std::chrono::steady_clock::now());
            largest = std::max(largest, sizeOf(event.wal()));
        }
        over = true;
        display.join();
        EXPECT_EQ(lastSeen, 500);
    }
    EXPECT_GT(largest, 0u);
    EXPECT_LT(largest, 16u << 20);
    RecordProperty("largest_wal_bytes", std::to_string(largest));
    EXPECT_FALSE(fs::exists(event.wal())) << "the last close leaves one complete file";
    EXPECT_FALSE(fs::exists(event.path().string() + "-shm"));
    EXPECT_EQ(findings(event.path()), "");
}

TEST(FileCare, AFiveSecondPauseEmptiesTheLog) {
    const AnEvent event(20);
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    for (const std::string& code : event.codes) must(store.admit(aScan(door, code)));
    SteadyTime now = std::chrono::steady_clock::now();
    store.maintain(now);
    EXPECT_GT(sizeOf(event.wal()), 0u);
    store.maintain(now + std::chrono::seconds(6));
    EXPECT_EQ(sizeOf(event.wal()), 0u);
    EXPECT_TRUE(store.admit(aScan(door, event.codes[0])).ok());
}

TEST(FileCare, TheLastOfSeveralToCloseLeavesOneCompleteFile) {
    const AnEvent event(3);
    {
        DoorProcess door(event.path(), "B");
        {
            EventStore store = event.open();
            must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
        }
        EXPECT_EQ(door.scan(event.codes[1]).verdict, "admitted");
        door.close();
    }
    EXPECT_FALSE(fs::exists(event.wal()));
    EXPECT_EQ(must(event.read().totals()).guests.arrived, 2);
}

// --- read-only places ---

// A folder that nobody can write to. As root nothing is read-only but a mount; where mounting is not allowed,
// permissions do.
class ReadOnlyDisc {
  public:
    explicit ReadOnlyDisc(const fs::path& folder) : folder_(folder) {
        mounted_ = mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
                   mount(nullptr, folder.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
        if (mounted_) return;
        for (const auto& entry : fs::directory_iterator(folder)) chmod(entry.path().c_str(), 0400);
        chmod(folder.c_str(), 0500);
    }
    ~ReadOnlyDisc() {
        if (mounted_)
            umount2(folder_.c_str(), MNT_DETACH);
        else
            chmod(folder_.c_str(), 0700);
    }
    ReadOnlyDisc(const ReadOnlyDisc&) = delete;
    ReadOnlyDisc& operator=(const ReadOnlyDisc&) = delete;
    bool works() const { return access(folder_.c_str(), W_OK) != 0; }

  private:
    fs::path folder_;
    bool mounted_ = false;
};

TEST(FileCare, ReadsFromAMediumThatCannotBeWritten) {
    const AnEvent event(3);
    {
        EventStore store = event.open();
        must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
    }
    const fs::path disc = event.dir() / "disc";
    fs::create_directory(disc);
    fs::copy_file(event.path(), disc / "event.turnout");
    const ReadOnlyDisc readOnly(disc);
    ASSERT_TRUE(readOnly.works()) << "root without the right to mount: no read-only place can be made";
    auto reader = EventReader::open(disc / "event.turnout");
    ASSERT_TRUE(reader.ok()) << reader.error().sentence(Lang::en);
    EXPECT_EQ(must(reader->totals()).guests.arrived, 1);
    EXPECT_TRUE(reader->version(std::chrono::steady_clock::now()).ok());
    EXPECT_TRUE(must(reader->verify()).empty());
    const auto store = EventStore::open(disc / "event.turnout");
    ASSERT_FALSE(store.ok());
    EXPECT_EQ(store.error().fault, Fault::readOnly);
    EXPECT_NE(store.error().sentence(Lang::en), store.error().text.key);
    EXPECT_FALSE(fs::exists(disc / "event.turnout-gate"));
}

// Without its log such a file would show old numbers; with it, SQLite would have to write. Neither: a sentence.
TEST(FileCare, AFileWithItsLogBesideItIsRefusedOnAMediumThatCannotBeWritten) {
    const AnEvent event(3);
    const fs::path disc = event.dir() / "disc";
    fs::create_directory(disc);
    {
        EventStore store = event.open();
        must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
        fs::copy_file(event.path(), disc / "event.turnout");
        fs::copy_file(event.wal(), disc / "event.turnout-wal");
    }
    const ReadOnlyDisc readOnly(disc);
    ASSERT_TRUE(readOnly.works());
    const auto reader = EventReader::open(disc / "event.turnout");
    ASSERT_FALSE(reader.ok());
    EXPECT_EQ(reader.error().fault, Fault::readOnly);
    EXPECT_NE(reader.error().sentence(Lang::en), reader.error().text.key);
}

// --- a file that is swapped under us ---

TEST(FileCare, NeitherDoorNorDisplayGoesOnWithAFileThatWasReplaced) {
    const AnEvent event(4);
    const auto other = event.dir() / "other.turnout", away = event.dir() / "away.turnout";
    {
        EventStore store = event.open();
        const Door door = must(store.doorNamed("A", evening()));
        must(store.admit(aScan(door, event.codes[0])));
        EventReader reader = event.read();
        const SteadyTime now = std::chrono::steady_clock::now();
        ASSERT_TRUE(reader.version(now).ok());
        must(store.copyTo(other, evening()));
        must(store.admit(aScan(door, event.codes[3])));  // stands in the write-ahead log only
        fs::rename(event.path(), away);
        fs::rename(other, event.path());

        const auto version = reader.version(now + std::chrono::seconds(2));
        ASSERT_FALSE(version.ok());
        EXPECT_EQ(version.error().fault, Fault::replaced);
        const auto answer = store.admit(aScan(door, event.codes[1]));
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().fault, Fault::replaced);
        EXPECT_TRUE(store.latched());
        const auto recovered = store.recover();  // a copy is another machine with another chain
        ASSERT_FALSE(recovered.ok());
        EXPECT_EQ(recovered.error().fault, Fault::replaced);
    }
    // Neither file has anything of the other.
    EXPECT_EQ(must(event.read().totals()).guests.arrived, 1);
    EXPECT_EQ(findings(event.path()), "");
    EXPECT_EQ(must(must(EventReader::open(away)).totals()).guests.arrived, 2);
    EXPECT_EQ(findings(away), "");
}

TEST(FileCare, ADoorGoesOnWithItsOwnFilePutBackInPlace) {
    const AnEvent event(3);
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    must(store.admit(aScan(door, event.codes[0])));
    store.maintain(std::chrono::steady_clock::now() + std::chrono::seconds(6));
    fs::copy_file(event.path(), event.dir() / "saved");
    fs::rename(event.dir() / "saved", event.path());
    ASSERT_FALSE(store.admit(aScan(door, event.codes[1])).ok());
    must(store.recover());
    EXPECT_EQ(must(store.admit(aScan(door, event.codes[1]))).verdict, Verdict::admitted);
    EXPECT_EQ(must(event.read().totals()).guests.arrived, 2);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(FileCare, ADoorSaysSoWhenItsFileIsGone) {
    const AnEvent event(2);
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    fs::rename(event.path(), event.dir() / "away.turnout");
    const auto answer = store.admit(aScan(door, event.codes[0]));
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().fault, Fault::replaced);
    EXPECT_FALSE(store.recover().ok());
    fs::rename(event.dir() / "away.turnout", event.path());
    must(store.recover());
    EXPECT_EQ(must(store.admit(aScan(door, event.codes[0]))).verdict, Verdict::admitted);
}

TEST(FileCare, APlaceThatWasTakenIsToldWithoutAWriteAndNothingOfOursIsReadFromIt) {
    const AnEvent event(2), other(1);
    const auto away = event.dir() / "away.turnout";
    EventStore store = event.open();
    const FileIdentity ours = store.identity();
    const Door door = must(store.doorNamed("A", evening()));
    must(store.admit(aScan(door, event.codes[0])));  // stands in the log beside the file
    must(store.checkPlace());
    fs::rename(event.path(), away);
    fs::copy_file(other.path(), event.path());
    EXPECT_EQ(store.checkPlace().error().fault, Fault::replaced);
    EXPECT_TRUE(store.latched());
    EXPECT_EQ(EventReader::openAgain(event.path(), ours).error().fault, Fault::replaced);
    EXPECT_EQ(must(event.read().totals()).guests.registered, 1);
    fs::remove(event.path());
    EXPECT_EQ(EventReader::openAgain(event.path(), ours).error().fault, Fault::replaced);
    EXPECT_EQ(store.recover().error().fault, Fault::replaced);
    fs::rename(away, event.path());
    must(store.recover());
    must(store.checkPlace());
    EXPECT_EQ(must(must(EventReader::openAgain(event.path(), ours)).totals()).guests.arrived, 1);
}

TEST(FileCare, TwoPathsToOneFileAreOneGate) {
    const AnEvent event(2);
    const fs::path link = event.dir() / "link.turnout";
    fs::create_symlink(event.path(), link);
    EventStore here = event.open(), there = must(EventStore::open(link));
    const Door door = must(here.doorNamed("A", evening()));
    must(here.admit(aScan(door, event.codes[0])));
    EXPECT_EQ(must(there.admit(aScan(door, event.codes[0]))).verdict, Verdict::alreadyIn);
    EXPECT_FALSE(fs::exists(link.string() + "-gate"));
}

// --- POSIX locks ---

// Opening and closing a file anywhere in a process drops SQLite's locks on it. A fingerprint, a verify, a second store
// that opens and closes: none of them may do that to a store that is open.
TEST(FileCare, AFingerprintDropsNoLocks) {
    const AnEvent event(3);
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    must(store.admit(aScan(door, event.codes[0])));
    const auto locksHeld = [&] {
        // The shared lock of a WAL connection lies on the event file and its index; the kernel lists them by inode.
        struct stat file {
        }, index{};
        stat(event.path().c_str(), &file);
        stat((event.path().string() + "-shm").c_str(), &index);
        int held = 0;
        for (const std::string& line : splitLines(readFile("/proc/locks"))) {
            if (line.find("POSIX") == std::string::npos ||
                line.find(" " + std::to_string(getpid()) + " ") == std::string::npos)
                continue;
            held += line.find(":" + std::to_string(file.st_ino) + " ") != std::string::npos;
            held += line.find(":" + std::to_string(index.st_ino) + " ") != std::string::npos;
        }
        return held;
    };
    const int before = locksHeld();
    ASSERT_GT(before, 0);
    must(event.read().fingerprint());
    EXPECT_GE(locksHeld(), before);
    EXPECT_EQ(findings(event.path()), "");
    EXPECT_GE(locksHeld(), before);
    { EventStore second = event.open(); }
    EXPECT_GE(locksHeld(), before);
    EXPECT_FALSE(EventStore::create(event.path(), aPlan(), evening()).ok());
    EXPECT_GE(locksHeld(), before);
    EXPECT_TRUE(store.admit(aScan(door, event.codes[1])).ok());
}

TEST(FileCare, FingerprintsWhileDoorsComeAndGoLoseNoRow) {
    const int rounds = scaled(60, 8);
    const AnEvent event(rounds * 2);
    int greens = 0;
    EventStore store = event.open();
    const Door here = must(store.doorNamed("A", evening()));
    for (int round = 0; round < rounds; ++round) {
        DoorProcess door(event.path(), "B");
        door.process().write(event.codes[static_cast<std::size_t>(2 * round)] + "\n");
        const std::string print = must(event.read().fingerprint());
        EXPECT_EQ(print.size(), 64u);
        greens += must(store.admit(aScan(here, event.codes[static_cast<std::size_t>(2 * round + 1)]))).verdict ==
                  Verdict::admitted;
        const auto line = door.process().line();
        ASSERT_TRUE(line);
        greens += line->starts_with("admitted");
        door.close();
    }
    EXPECT_EQ(greens, 2 * rounds);
    EXPECT_EQ(must(event.read().totals()).guests.arrived, 2 * rounds);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(FileCare, FilesAreForTheOwnerOnly) {
    const AnEvent event(1);
    struct stat about {};
    ASSERT_EQ(stat(event.path().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    EventStore store = event.open();
    must(store.copyTo(event.dir() / "copy.turnout", evening()));
    ASSERT_EQ(stat((event.dir() / "copy.turnout").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
}

}  // namespace
}  // namespace turnout
