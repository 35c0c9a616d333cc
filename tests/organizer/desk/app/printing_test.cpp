// Everything that goes on paper: to a printer when there is one, opened with a sentence when there is none.
#include "organizer/desk/app/printing.h"

#include <gtest/gtest.h>

#include <sstream>

#include "organizer/desk/app/doors_page.h"
#include "organizer/desk/app/guests_page.h"
#include "organizer/desk/app/report_page.h"
#include "organizer/desk/app/tickets_page.h"
#include "tests/organizer/desk/app/desk_stand.h"
#include "tests/support/fake_printer.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;
using test::must;

std::string text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct PrintingTest : testing::Test {
    DeskStand stand;

    PrintingTest() {
        stand.openDemo();
        auto store = must(EventStore::open(stand.event));
        must(store.merge(test::guests(2), {}, stand.clock.now()));
        must(store.issueTickets(stand.clock.now()));
        stand.open();
    }
    std::string trouble() const {
        return stand.session.toast() && stand.session.toast()->trouble ? stand.session.toast()->text.key : "";
    }
};

TEST_F(PrintingTest, ListsAndTheReportGoToThePrinterAtTheirOwnSizeAndLeaveNothingBehind) {
    const test::FakePrinter printer;
    DoorsPage doors(stand.session);
    doors.printDoorList();
    stand.work.finish();
    EXPECT_EQ(stand.session.toast()->text.key, "desk.doors.printed_list");
    doors.printInside();
    stand.work.finish();
    EXPECT_EQ(stand.session.toast()->text.key, "desk.doors.printed_inside");
    ReportPage report(stand.session);
    report.print();
    stand.work.finish();
    EXPECT_EQ(stand.session.toast()->text.key, "desk.report.printed");
    const std::string words = text(printer.words());
    EXPECT_NE(words.find("media=A4"), std::string::npos) << words;
    EXPECT_NE(words.find("print-scaling=none"), std::string::npos);
    EXPECT_EQ(text(printer.paper()).substr(0, 5), "%PDF-");
    const std::string file = words.substr(words.rfind('/', words.size()) + 1);
    EXPECT_EQ(file, "turnout.pdf\n");
    std::istringstream lines(words);
    for (std::string line; std::getline(lines, line);)
        EXPECT_FALSE(line.ends_with("turnout.pdf") && fs::exists(line)) << "the printer has a copy of its own";
    EXPECT_FALSE(fs::exists(printer.opened()));
}

TEST_F(PrintingTest, WithoutAPrinterTheDocumentIsOpenedAndASentenceSaysWhereItLies) {
    const test::FakePrinter printer(false);
    DoorsPage doors(stand.session);
    doors.printDoorList();
    stand.work.finish();
    EXPECT_EQ(trouble(), "desk.no_printer");
    const std::string opened = text(printer.opened());
    ASSERT_FALSE(opened.empty());
    const fs::path file = opened.substr(0, opened.size() - 1);
    EXPECT_EQ(text(file).substr(0, 5), "%PDF-");
    EXPECT_NE(stand.said().find(file.string()), std::string::npos) << stand.said();
    fs::remove_all(file.parent_path());
}

TEST_F(PrintingTest, OneTicketAndAllOfThemButNoPaperThatLiesThereAlready) {
    const test::FakePrinter printer;
    GuestsPage guests(stand.session);
    guests.tick();
    stand.work.finish();
    guests.selectGuest(0);
    guests.printTicket();
    stand.work.finish();
    EXPECT_EQ(stand.session.toast()->text.key, "desk.tickets.printed_one");

    TicketsPage tickets(stand.session);
    tickets.tick();
    stand.work.finish();
    const fs::path folder = stand.dir.path() / "paper";
    fs::create_directory(folder);
    std::ofstream(folder / "contract.pdf") << "nobody's business";
    fs::last_write_time(folder / "contract.pdf", fs::file_time_type::clock::now() - std::chrono::hours(1));
    tickets.choose(TicketLook::label);
    tickets.typeFolder(folder.string());
    tickets.print();
    stand.work.finish();
    EXPECT_EQ(stand.session.toast()->text.key, "desk.tickets.printed");
    EXPECT_NE(text(printer.words()).find("media=Custom.89x36mm"), std::string::npos);
    EXPECT_EQ(text(printer.paper()).find("nobody's business"), std::string::npos);
}

}  // namespace
}  // namespace turnout::desk
