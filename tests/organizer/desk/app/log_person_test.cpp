// What can be done for the person that the log looks at, and where what is saved goes.
#include "organizer/desk/app/log_page.h"
#include "organizer/desk/app/report_page.h"
#include "tests/organizer/desk/app/after_pages.h"
#include "tests/support/fake_printer.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;
using test::must;

struct LogPersonTest : AfterPages {
    LogPage page{desk.session};
    void SetUp() override {
        AfterPages::SetUp();
        settle(page);
        page.find("guest 3");
        page.look(0);
        ASSERT_TRUE(page.screen().person);
    }
    std::vector<GuestRecord> guests() const {
        std::vector<GuestRecord> all;
        must(desk.read().records([&](const GuestRecord& guest) { all.push_back(guest); }));
        return all;
    }
};

TEST_F(LogPersonTest, ANewTicketIsAskedForFirstAndRevokesTheOldOne) {
    const std::string old = guests()[2].ticket;
    page.newTicket();
    ASSERT_TRUE(desk.session.question());
    EXPECT_NE(desk.session.say(desk.session.question()->title).find("Guest 3"), std::string::npos);
    desk.session.answer(false);
    settle(page);
    EXPECT_EQ(guests()[2].ticket, old);
    page.newTicket();
    desk.session.answer(true);
    settle(page);
    EXPECT_EQ(desk.session.toast()->text.key, "desk.guests.new_ticket_done");
    EXPECT_NE(guests()[2].ticket, old);
    EXPECT_NE(guests()[2].ticket, "");
    EXPECT_EQ(page.screen().person->name, "Guest 3") << "still looked at";
}

TEST_F(LogPersonTest, TheirTicketGoesToThePrinter) {
    const test::FakePrinter printer;
    page.printTicket();
    settle(page);
    EXPECT_EQ(desk.session.toast()->text.key, "desk.tickets.printed_one");
    EXPECT_EQ(test::readFile(printer.paper()).substr(0, 5), "%PDF-");
}

TEST_F(LogPersonTest, CorrectingThemGoesToTheirRowOnThePageOfGuests) {
    page.edit();
    EXPECT_EQ(desk.session.page(), PageId::guests);
    EXPECT_EQ(desk.session.takeWantedGuest(), guests()[2].id);
}

TEST_F(LogPersonTest, NothingIsDoneForAStranger) {
    page.everything();
    page.look(0);
    ASSERT_FALSE(page.screen().person);
    const std::string before = desk.said();
    page.newTicket();
    page.printTicket();
    page.edit();
    settle(page);
    EXPECT_FALSE(desk.session.question());
    EXPECT_EQ(desk.said(), before);
    EXPECT_NE(desk.session.page(), PageId::guests);
}

TEST_F(LogPersonTest, AFolderChosenOnceTakesReportsAndLogs) {
    ReportPage report(desk.session);
    settle(report);
    EXPECT_EQ(report.screen().folder, desk.dir.path().string()) << "beside the event at first";
    const fs::path handIn = desk.dir / "hand in";
    fs::create_directory(handIn);
    desk.session.chooseOutFolder();
    desk.session.chooser().cancel();
    settle(report);
    EXPECT_EQ(report.screen().folder, desk.dir.path().string());
    desk.session.chooseOutFolder();
    settle(report);
    desk.session.chooser().go(handIn);
    settle(report);
    desk.session.chooser().accept();
    settle(report);
    EXPECT_EQ(report.screen().folder, handIn.string());
    report.save(ReportFile::json);
    page.save(LogFormat::csv);
    settle(report);
    EXPECT_TRUE(fs::exists(handIn / "evening-report.json"));
    EXPECT_TRUE(fs::exists(handIn / "evening-log.csv"));
    EXPECT_FALSE(fs::exists(desk.dir / "evening-log.csv"));
    desk.session.chooseOutFolder();
    EXPECT_EQ(desk.session.outFolder(), handIn) << "where it starts the next time";
    EXPECT_EQ(report.screen().made, handIn / "evening-report.json");
}

}  // namespace
}  // namespace turnout::desk
