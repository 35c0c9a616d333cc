// Files of other versions and files that are not ours.
#include <gtest/gtest.h>

#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout {
namespace {

using namespace test;
namespace fs = std::filesystem;

// Refused with a sentence in both languages, not a byte changed, nothing left beside it.
void expectUntouched(const fs::path& path, Fault fault) {
    const std::string before = readFile(path);
    const auto time = fs::last_write_time(path);
    std::size_t files = static_cast<std::size_t>(std::distance(fs::directory_iterator(path.parent_path()), {}));
    const auto store = EventStore::open(path);
    ASSERT_FALSE(store.ok());
    EXPECT_EQ(store.error().fault, fault) << store.error().sentence(Lang::en);
    EXPECT_NE(store.error().sentence(Lang::en), store.error().text.key);
    EXPECT_NE(store.error().sentence(Lang::zh), store.error().sentence(Lang::en));
    const auto reader = EventReader::open(path);
    ASSERT_FALSE(reader.ok());
    EXPECT_EQ(reader.error().fault, fault);
    EXPECT_EQ(readFile(path), before);
    EXPECT_EQ(fs::last_write_time(path), time);
    EXPECT_EQ(static_cast<std::size_t>(std::distance(fs::directory_iterator(path.parent_path()), {})), files);
}

TEST(Schema, RefusesANewerFileWithoutTouchingIt) {
    const AnEvent event(2);
    RawSqlite(event.path()).exec("pragma journal_mode=delete; pragma user_version=999");
    fs::remove(event.path().string() + "-gate");
    expectUntouched(event.path(), Fault::newerSchema);
}

TEST(Schema, NeverTouchesAFileThatIsNotOurs) {
    const TempDir dir;
    writeFile(dir / "letter.turnout", "Dear organisers, this is a letter.\n" + std::string(5000, 'x'));
    expectUntouched(dir / "letter.turnout", Fault::notOurs);
}

TEST(Schema, NeverTouchesAnotherProgramsDatabase) {
    const TempDir dir;
    RawSqlite(dir / "other.turnout")
        .exec("create table bookmarks(url text); insert into bookmarks values ('x'); pragma user_version=1");
    expectUntouched(dir / "other.turnout", Fault::notOurs);
    // Not even when it lies there with a write-ahead log that we could have emptied.
    const TempDir second;
    RawSqlite keep(second / "other.turnout");
    keep.exec("pragma journal_mode=wal; create table bookmarks(url text); insert into bookmarks values ('x')");
    const std::string log = readFile(second / "other.turnout-wal");
    EXPECT_FALSE(EventStore::open(second / "other.turnout").ok());
    EXPECT_FALSE(EventReader::open(second / "other.turnout").ok());
    EXPECT_EQ(readFile(second / "other.turnout-wal"), log);
}

TEST(Schema, NeverTouchesAnEmptyFileOrAShortOne) {
    const TempDir dir;
    writeFile(dir / "empty.turnout", "");
    expectUntouched(dir / "empty.turnout", Fault::notOurs);
    const TempDir second;
    writeFile(second / "short.turnout", std::string("SQLite format 3\0", 16));
    expectUntouched(second / "short.turnout", Fault::notOurs);
}

TEST(Schema, SaysWhatIsMissing) {
    const TempDir dir;
    const auto store = EventStore::open(dir / "none.turnout");
    ASSERT_FALSE(store.ok());
    EXPECT_EQ(store.error().fault, Fault::notFound);
    EXPECT_FALSE(fs::exists(dir / "none.turnout"));
    EXPECT_EQ(EventReader::open(dir / "none.turnout").error().fault, Fault::notFound);
    fs::create_directory(dir / "folder.turnout");
    EXPECT_FALSE(EventStore::open(dir / "folder.turnout").ok());
}

// What later schemas added, taken away again, and what they took away.
constexpr const char* kBackToFirst =
    "drop table list_import; drop table remark; drop index scan_of_rehearsal; alter table attendee drop column hidden;"
    "drop table door_elsewhere; drop table door_former_name;"
    "create index attendee_name on attendee(name, country);"
    "create index contact_email on contact(email) where email <> '';"
    "pragma user_version=1;";

TEST(Schema, AReaderMigratesAnOlderFileFirst) {
    const AnEvent event(4);
    RawSqlite(event.path()).exec(kBackToFirst);
    EXPECT_EQ(must(event.read().hall(2)).totals.guests.registered, 4);
    EXPECT_EQ(findings(event.path()), "");
}

// Schema 1 had no table of imports. What such a file held stays, and it goes on growing.
TEST(Schema, MigratesAnOlderFileAndKeepsWhatItHeld) {
    const AnEvent event(4);
    {
        EventStore store = event.open();
        must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
    }
    const auto newest = RawSqlite(event.path()).number("pragma user_version");
    ASSERT_GE(newest, 2);
    RawSqlite(event.path()).exec(kBackToFirst);
    {
        EventStore store = event.open();
        const Door door = must(store.doorNamed("A", evening()));
        EXPECT_EQ(must(store.admit(aScan(door, event.codes[0]))).verdict, Verdict::alreadyIn);
        EXPECT_EQ(must(store.admit(aScan(door, event.codes[1]))).verdict, Verdict::admitted);
        EXPECT_TRUE(must(store.merge(guests(5), {}, evening())).written);
    }
    EXPECT_EQ(RawSqlite(event.path()).number("pragma user_version"), newest);
    EXPECT_EQ(must(event.read().totals()).guests, (Numbers{5, 2}));
    EXPECT_EQ(findings(event.path()), "");
}

TEST(Schema, AMigrationThatCannotFinishLeavesTheOldFile) {
    const AnEvent event(2);
    RawSqlite(event.path()).exec(std::string(kBackToFirst) + "create table list_import(wrong)");
    EXPECT_FALSE(EventStore::open(event.path()).ok());
    EXPECT_EQ(RawSqlite(event.path()).number("pragma user_version"), 1);
    EXPECT_EQ(RawSqlite(event.path()).number("select count(*) from attendee"), 2);
}

TEST(Schema, IsMarkedAsOurs) {
    const AnEvent event(0);
    EXPECT_EQ(RawSqlite(event.path()).number("pragma application_id"), 0x54524E54);
    EXPECT_EQ(RawSqlite(event.path()).text("pragma journal_mode"), "wal");
}

}  // namespace
}  // namespace turnout
