// A backup of the event file put back under the doors. As cp keeps it: the same machine, the same tag, fewer scans.
#include <gtest/gtest.h>

#include "common/store/closing.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout {
namespace {

using namespace test;
namespace fs = std::filesystem;

TEST(OlderState, AnOlderStateOfTheFileIsNotTakenForItSoNobodyIsLetInTwice) {
    const AnEvent event(3);
    const auto backup = event.dir() / "backup", away = event.dir() / "away.turnout";
    fs::copy_file(event.path(), backup);
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    must(store.admit(aScan(door, event.codes[0])));
    const FileIdentity ours = store.identity();
    fs::rename(event.path(), away);
    fs::rename(backup, event.path());
    EXPECT_EQ(store.admit(aScan(door, event.codes[0])).error().fault, Fault::replaced);
    EXPECT_EQ(store.recover().error().text.key, "store.older_copy");
    EXPECT_EQ(store.admit(aScan(door, event.codes[0])).error().text.key, "store.older_copy");
    EXPECT_EQ(EventReader::openAgain(event.path(), ours).error().text.key, "store.older_copy");
    EXPECT_EQ(must(event.read().sizes()).scans, 0);  // and nothing was written into it
    fs::rename(away, event.path());
    must(store.recover());
    EXPECT_EQ(must(store.admit(aScan(door, event.codes[0]))).verdict, Verdict::alreadyIn);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(OlderState, AStateThatLacksOnlyTheScansOfAnotherProgramIsAnOlderOneToo) {
    const AnEvent event(3);
    const auto backup = event.dir() / "backup";
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    must(store.admit(aScan(door, event.codes[0])));
    store.maintain(std::chrono::steady_clock::now() + std::chrono::seconds(6));
    fs::copy_file(event.path(), backup);
    must(event.open().admit(aScan(door, event.codes[1])));
    fs::rename(backup, event.path());
    EXPECT_EQ(store.admit(aScan(door, event.codes[1])).error().fault, Fault::replaced);
    EXPECT_EQ(store.recover().error().text.key, "store.older_copy");
}

TEST(OlderState, AnUndoIsRememberedLikeAnAdmission) {
    const AnEvent event(3);
    const auto backup = event.dir() / "backup", away = event.dir() / "away.turnout";
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    must(store.admit(aScan(door, event.codes[0])));
    store.maintain(std::chrono::steady_clock::now() + std::chrono::seconds(6));
    fs::copy_file(event.path(), backup);
    must(store.undoLast(door.id, "wrong person", "", evening()));
    fs::rename(event.path(), away);
    fs::rename(backup, event.path());
    EXPECT_FALSE(store.checkPlace().ok());
    EXPECT_EQ(store.recover().error().text.key, "store.older_copy");
}

// What cp does to a file that is there: the same inode with other bytes, under connections that trust their memory.
void writeOver(const fs::path& from, const fs::path& to) {
    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

// A door with one admission that is in the file itself; copies of it from before and after.
class OlderStateWrittenOver : public testing::Test {
  protected:
    OlderStateWrittenOver() {
        must(store.admit(aScan(door, event.codes[0])));
        store.maintain(std::chrono::steady_clock::now() + std::chrono::seconds(6));
        newest = copied("newest");
    }
    fs::path copied(const char* name) const {
        fs::copy_file(event.path(), event.dir() / name);
        return event.dir() / name;
    }
    const AnEvent event{3};
    const fs::path backup = copied("backup");
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    fs::path newest;
};

// A checkpoint that a reader keeps from ending leaves the file with pages of two moments: no older copy, no other file.
TEST(OlderState, AFileThatAReaderHoldsUpIsStillTheFile) {
    const AnEvent event(700);
    EventStore one = event.open(), other = event.open();
    const Door a = must(one.doorNamed("A", evening())), b = must(other.doorNamed("B", evening()));
    auto code = event.codes.begin();
    while (code < event.codes.end() - 10) {
        for (int i = 0; i < 7; ++i) must(one.admit(aScan(a, *code++)));  // the file grows
        test::RawSqlite reader(event.path(), true);
        reader.exec("begin");
        ASSERT_GT(reader.number("select count(*) from scan"), 0);
        must(one.admit(aScan(a, *code++)));
        one.maintain(std::chrono::steady_clock::now());  // cannot write the newest pages
        must(other.admit(aScan(b, *code++)));
    }
    one.maintain(std::chrono::steady_clock::now() + std::chrono::seconds(6));
    must(other.checkPlace());
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(OlderStateWrittenOver, TheFileInItsPlaceItIsNotTakenEither) {
    must(store.checkPlace());
    writeOver(backup, event.path());
    EXPECT_EQ(store.admit(aScan(door, event.codes[0])).error().fault, Fault::replaced);
    EXPECT_EQ(store.recover().error().text.key, "store.older_copy");
    writeOver(newest, event.path());
    must(store.recover());
    EXPECT_EQ(must(store.admit(aScan(door, event.codes[0]))).verdict, Verdict::alreadyIn);
    EXPECT_EQ(must(store.admit(aScan(door, event.codes[1]))).verdict, Verdict::admitted);
    store.maintain(std::chrono::steady_clock::now() + std::chrono::seconds(6));
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(OlderStateWrittenOver, TheFileWhileItsLogIsFullItIsNotTakenEither) {
    must(store.admit(aScan(door, event.codes[1])));  // stands in the log only
    writeOver(backup, event.path());
    EXPECT_EQ(store.checkPlace().error().fault, Fault::replaced);
    EXPECT_EQ(store.recover().error().text.key, "store.older_copy");
    writeOver(newest, event.path());
    must(store.recover());
    for (const int guest : {0, 1})
        EXPECT_EQ(must(store.admit(aScan(door, event.codes[static_cast<std::size_t>(guest)]))).verdict,
                  Verdict::alreadyIn);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(OlderState, WhatAnotherProgramWritesIntoTheFileIsNoOlderState) {
    const AnEvent event(3);
    EventStore store = event.open(), other = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    must(store.admit(aScan(door, event.codes[0])));
    must(other.admit(aScan(door, event.codes[1])));
    other.maintain(std::chrono::steady_clock::now() + std::chrono::seconds(6));
    must(store.checkPlace());
    EXPECT_EQ(must(store.admit(aScan(door, event.codes[2]))).verdict, Verdict::admitted);
    fs::last_write_time(event.path(), fs::file_time_type::clock::now() + std::chrono::seconds(9));
    must(store.checkPlace());
    EXPECT_EQ(findings(event.path()), "");
}

TEST(OlderState, AFileThatForgotAGuestIsStillTheFile) {
    const AnEvent event(3);
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    must(store.admit(aScan(door, event.codes[0])));
    const FileIdentity before = store.identity();
    must(forgetPerson(event.path(), AttendeeId{1}, evening()));
    EXPECT_TRUE(EventReader::openAgain(event.path(), before).ok());
}

}  // namespace
}  // namespace turnout
