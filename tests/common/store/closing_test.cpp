// Closing an event: refused while another program holds it, right after doors were merged, and what else should go.
#include "common/store/closing.h"

#include <gtest/gtest.h>

#include <fstream>

#include "common/store/planning.h"
#include "common/store/sqlite/traces.h"
#include "tests/common/store/door_process.h"
#include "tests/common/store/scale.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;

TEST(ClosingTest, IsRefusedWhileAnotherProgramHoldsTheFileAndDoneOnceItLetsGo) {
    const AnEvent event(3);
    DoorProcess door(event.path(), "A");
    EXPECT_EQ(door.scan(event.codes[0]).verdict, "admitted");
    const auto refused = closeEvent(event.path(), evening());
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

// What a guest's note or number says may stand in the file for another reason.
TEST(ClosingTest, NotesInTheLogsOwnWordsAndShortNumbersInRandomIdsAreNoNamesLeft) {
    std::vector<RosterRow> rows = guests(8);
    const char* notes[] = {"camera", "paper", "group", "admitted", "entry", "closed", "Hall", "command"};
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].note = notes[i];
    rows[0].outsideId = "54321";
    rows[1].outsideId = "2023110042";
    const AnEvent event(rows, aPlan());
    {
        EventStore store = event.open();
        const Door door = must(store.doorNamed("A", evening()));
        std::size_t guest = 0;
        for (const Source source : {Source::camera, Source::paper, Source::group, Source::command}) {
            Scan scan = aScan(door, event.codes[guest++]);
            scan.source = source;
            if (guest == 1) scan.id.value = "0K7QX54321V3M2RTB5WHN8DJAB";
            must(store.admit(scan));
        }
    }
    must(closeEvent(event.path(), evening()));
    EXPECT_EQ(readFile(event.path()).find("2023110042"), std::string::npos);
}

TEST(ClosingTest, FiveDigitNumbersOfTenThousandGuestsAreNotTakenForTheNewNumbersOfTheirTickets) {
    std::vector<RosterRow> rows = guests(scaled(10'001, 1'001));
    for (RosterRow& row : rows) row.outsideId = std::to_string(4'000 + row.line);
    const AnEvent event(rows, aPlan());
    must(closeEvent(event.path(), evening()));
    EXPECT_EQ(findings(event.path()), "");
}

TEST(ClosingTest, OfNamesTooShortToBeLookedForTheColumnsAreEmpty) {
    std::vector<RosterRow> rows = guests(2);
    rows[0].name = "王";
    rows[1].name = "Noy";
    rows[1].note = "x";
    const AnEvent event(rows, aPlan());
    {
        EventStore store = event.open();
        const Door door = must(store.doorNamed("A", evening()));
        Scan scan = aScan(door, "Ida");
        scan.volunteer = "Al";
        must(store.admit(scan));
        must(store.remark(scan.id, Remark::samePerson, "Bo", evening()));
        must(store.admit(aScan(door, event.codes[0])));
        must(store.undoLast(door.id, "who", "Cy", evening()));
    }
    const auto stillHeld = [&] {
        sqlite::Database database(event.path(), sqlite::Mode::readOnly);
        return sqlite::columnAboutPeople(database).value_or("nothing");
    };
    EXPECT_EQ(stillHeld(), "attendee.outside_id");
    must(closeEvent(event.path(), evening()));
    EXPECT_EQ(stillHeld(), "nothing");
    RawSqlite raw(event.path());
    EXPECT_EQ(raw.number("select count(*) from scan_private"), 0);
    EXPECT_EQ(raw.number("select count(*) from remark"), 0);
    EXPECT_EQ(raw.number("select max(length(name || native_name || screen_name || seat || note)) from attendee"), 0);
    raw.exec("update attendee set note = 'x' where id = 2");
    EXPECT_EQ(stillHeld(), "attendee.note");
}

TEST(ClosingTest, NoTimeIsKeptExactlyAndNoDriveByItsName) {
    const AnEvent event(2);
    std::vector<RosterRow> again = guests(2);
    again[1].cancelled = true;
    const DoorId door = must(doorRecords(event.path())).front().id;
    {
        EventStore store = event.open();
        must(store.merge(again, {}, at("2023-11-17T18:33:21.123+08:00")));
        must(store.setSetting("self_test", "1700217201123"));
    }
    must(noteCopy(event.path(), door, {"Li Ming's laptop", "M", at("2023-11-17T18:33:21.123+08:00")}));
    const Numbers before = must(event.read().totals()).guests;
    EXPECT_EQ(before.registered, 1);
    must(closeEvent(event.path(), evening()));
    EXPECT_EQ(must(event.read().totals()).guests, before);
    RawSqlite raw(event.path());
    EXPECT_EQ(raw.number("select count(*) from attendee where cancelled is not null"), 1);
    EXPECT_EQ(raw.number("select count(*) from attendee where cancelled % 300000 <> 0"), 0);
    EXPECT_EQ(raw.number("select count(*) from list_import where at % 300000 <> 0"), 0);
    EXPECT_EQ(raw.number("select count(*) from setting where name = 'self_test' or name glob 'door.*.copy'"), 0);
}

// A close in another process that meets a fault at the n-th write, at every so many of them until it meets none. What
// it left is either the event as it was or one without names that takes nothing in; closing it again finishes.
class CloseUnderFaults : public testing::Test {
  protected:
    void sweep(int error, bool forever) {
        int met = 0, refusedUntilAgain = 0;
        for (int at = 1; at < 2000; at += at < 20 ? 3 : 23) {
            const AnEvent event(6);
            FaultSwitch faults(event.dir() / "faults");
            DoorProcess door(event.path(), "A", faults.options());
            for (int guest = 0; guest < 4; ++guest) door.scan(event.codes[static_cast<std::size_t>(guest)]);
            faults.fail(kFaultWrites | kFaultTruncates, at, forever, error);
            door.process().write("!close\n");
            door.process().line();
            const bool failed = faults.failed() > 0;
            faults.heal();
            door.process().closeInput();
            door.process().wait();
            met += failed ? 1 : 0;
            refusedUntilAgain += look(event) ? 1 : 0;
            if (!failed) break;
        }
        EXPECT_GT(met, 5);
        EXPECT_GT(refusedUntilAgain, 0);
    }

    // Closes what is left. True: the names were deleted before, and the event refused what came meanwhile.
    static bool look(const AnEvent& event) {
        const ClosePreview left = must(previewClose(event.path()));
        if (left.begun) {
            EventStore store = event.open();
            EXPECT_EQ(store.merge(guests(2), {}, evening()).error().text.key, "store.closing");
            EXPECT_TRUE(must(event.read().namesDeleted()));
        } else if (!left.closed) {
            EXPECT_EQ(findings(event.path()), "");
            EXPECT_NE(readFile(event.path()).find("Guest 1"), std::string::npos);
        }
        if (!left.closed) {
            EXPECT_EQ(must(closeEvent(event.path(), evening())).resumed, left.begun);
        }
        EXPECT_TRUE(must(previewClose(event.path())).closed);
        EXPECT_EQ(findings(event.path()), "");
        EXPECT_EQ(must(event.read().totals()).guests, (Numbers{6, 4}));
        for (const char* ending : {"", "-wal", "-journal"}) {
            const fs::path file = event.path().string() + ending;
            const std::string bytes = fs::exists(file) ? readFile(file) : std::string();
            EXPECT_EQ(bytes.find("Guest 1"), std::string::npos) << ending;
        }
        return left.begun;
    }
};

TEST_F(CloseUnderFaults, KilledAnywhereItGoesOnWhenAskedAgain) {
    sweep(0, false);
}
TEST_F(CloseUnderFaults, OnAFullDiskItGoesOnWhenThereIsRoom) {
    sweep(ENOSPC, true);
}

TEST(ClosingTest, ListsCopiesTicketFoldersTablesAndPdfsBesideTheEventAndNothingElse) {
    const AnEvent event(1);
    const auto touch = [&](const fs::path& name) {
        fs::create_directories((event.dir() / name).parent_path());
        std::ofstream(event.dir() / name) << "x";
        return event.dir() / name;
    };
    std::vector<fs::path> expected;
    for (const char* name :
         {"east.turnout", "guests.csv", "list.xlsx", "report.pdf", "turnout.log", "ROSTER.CSV", "名单.XLSX"})
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
