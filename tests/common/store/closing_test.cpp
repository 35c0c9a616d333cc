// Closing an event: refused while another program holds it, right after doors were merged, and what else should go.
#include "common/store/closing.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/common/store/door_process.h"
#include "tests/support/event_builder.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;

TEST(ClosingTest, IsRefusedWhileAnotherProgramHoldsTheFileAndDoneOnceItLetsGo) {
    const AnEvent event(3);
    DoorProcess door(event.path(), "A");
    EXPECT_EQ(door.scan(event.codes[0]).verdict, "admitted");
    const Status refused = closeEvent(event.path(), evening());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().fault, Fault::inUse);
    EXPECT_EQ(refused.error().text.key, "store.close_in_use");
    EXPECT_NE(readFile(event.path()).find("Guest 1"), std::string::npos);
    EXPECT_EQ(door.scan(event.codes[1]).verdict, "admitted");  // the door goes on as if nothing had been asked
    door.close();
    must(closeEvent(event.path(), evening()));
    EXPECT_EQ(readFile(event.path()).find("Guest 1"), std::string::npos);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(ClosingTest, AfterDoorsWereMergedTheChainsVerifyAndTheNumbersStay) {
    const AnEvent event(4);
    const fs::path laptop = event.dir() / "laptop.turnout";
    {
        EventStore store = event.open();
        must(store.copyTo(laptop, evening()));
        EventStore there = must(EventStore::open(laptop));
        must(there.admit(aScan(must(there.doorNamed("Left", evening())), event.codes[1])));
        must(there.admit(aScan(must(there.doorNamed("Right", evening())), event.codes[0])));
        must(store.admit(aScan(must(store.doorNamed("Stage", evening())), event.codes[0])));
        must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[2])));
    }
    {
        EventStore store = event.open();
        EXPECT_EQ(must(store.unite(laptop, evening())).scans, 2);
    }
    const Numbers before = must(event.read().totals()).guests;
    EXPECT_EQ(before, (Numbers{4, 3}));
    must(closeEvent(event.path(), evening()));
    EXPECT_EQ(findings(event.path()), "");
    EXPECT_EQ(must(event.read().totals()).guests, before);
    EXPECT_EQ(readFile(event.path()).find("Guest"), std::string::npos);
}

TEST(ClosingTest, AClosedEventTakesNothingInAndSaysSo) {
    const AnEvent event(3);
    Door door;
    {
        EventStore store = event.open();
        door = must(store.doorNamed("A", evening()));
        must(store.admit(aScan(door, event.codes[0])));
    }
    must(closeEvent(event.path(), evening()));
    const std::string before = must(event.read().fingerprint());
    EventStore store = event.open();
    const auto refused = [](const auto& result) { return result.ok() ? "done" : result.error().text.key; };
    EXPECT_EQ(refused(store.admit(aScan(door, "closed-1"))), "store.closed");
    EXPECT_EQ(refused(store.admit(aScan(door, "some words"))), "store.closed");
    EXPECT_EQ(refused(store.merge(guests(5), {}, evening())), "store.closed");
    EXPECT_EQ(refused(store.issueTickets(evening())), "store.closed");
    EXPECT_EQ(refused(store.undoLast(door.id, "wrong person", "", evening())), "store.closed");
    EXPECT_EQ(refused(store.reissue("closed-1", "lost", evening())), "store.closed");
    EXPECT_EQ(refused(store.revoke("closed-1", "lost", evening())), "store.closed");
    EXPECT_EQ(refused(store.setSetting("pin", "1234")), "store.closed");
    EXPECT_EQ(refused(store.doorNamed("Another", evening())), "store.closed");
    EXPECT_FALSE(store.latched());
    EXPECT_EQ(must(event.read().fingerprint()), before);
}

TEST(ClosingTest, ListsCopiesTicketFoldersTablesAndPdfsBesideTheEventAndNothingElse) {
    const AnEvent event(1);
    const auto touch = [&](const fs::path& name) {
        fs::create_directories((event.dir() / name).parent_path());
        std::ofstream(event.dir() / name) << "x";
        return event.dir() / name;
    };
    std::vector<fs::path> expected;
    for (const char* name : {"east.turnout", "guests.csv", "list.xlsx", "report.pdf", "turnout.log"})
        expected.push_back(touch(name));
    touch("tickets/tickets.csv");
    touch("by-university/first/tickets.csv");
    touch("sheets/first.pdf");
    touch("sheets/first.xlsx");
    for (const char* folder : {"tickets", "by-university", "sheets"}) expected.push_back(event.dir() / folder);
    touch("notes.txt");
    touch("flags/la.svg");
    touch("posters/poster.pdf");
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(leftoversBeside(event.path()), expected);
}

}  // namespace
}  // namespace turnout::test
