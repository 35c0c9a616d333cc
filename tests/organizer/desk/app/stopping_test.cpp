// Stop, pressed while a page reads or writes: it ends at once, says so, and nothing is half done.
#include "organizer/desk/app/log_page.h"
#include "organizer/desk/app/report_page.h"
#include "tests/organizer/desk/app/after_pages.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

struct Stopping : AfterPages {
    // Presses Stop as soon as the job of that name begins.
    void stopAt(const std::string& key) {
        desk.onWake([this, key] {
            if (const auto now = desk.work.now(); now && now->what.key == key) desk.work.cancel();
        });
    }
    std::string told() const { return desk.session.toast() ? desk.session.toast()->text.key : ""; }
};

TEST_F(Stopping, TheLogAsATableIsNotWritten) {
    LogPage page(desk.session);
    settle(page);
    for (const LogFormat format : {LogFormat::csv, LogFormat::xlsx}) {
        stopAt("desk.log.saving");
        page.save(format);
        settle(page);
        EXPECT_EQ(told(), "desk.stopped");
        desk.session.dismissToast();
    }
    EXPECT_FALSE(fs::exists(desk.dir / "evening-log.csv"));
    EXPECT_FALSE(fs::exists(desk.dir / "evening-log.xlsx"));
}

TEST_F(Stopping, TheFirstReadingOfTheReportEndsAndIsTakenUpWhenThePersonComesBack) {
    ReportPage page(desk.session);
    stopAt("desk.report.reading");
    settle(page);
    EXPECT_EQ(told(), "desk.stopped");
    EXPECT_TRUE(page.screen().unread);
    EXPECT_FALSE(page.screen().preview);
    desk.onWake({});
    settle(page);
    EXPECT_TRUE(page.screen().unread) << "not by itself";
    page.shown();
    settle(page);
    EXPECT_FALSE(page.screen().unread);
    EXPECT_TRUE(page.screen().preview);
}

TEST_F(Stopping, ClosingIsStoppedBeforeNamesAreDeleted) {
    ReportPage page(desk.session);
    settle(page);
    page.askToClose();
    settle(page);
    page.typeName("evening.turnout");
    stopAt("desk.report.closing");
    page.closeNow();
    settle(page);
    EXPECT_FALSE(desk.session.notSaved()) << "it is what the person wished";
    EXPECT_EQ(page.screen().closing.step, ClosingStep::asking);
    EXPECT_FALSE(desk.session.event()->closed);
    EXPECT_EQ(test::findings(desk.event), "");
    EXPECT_NE(test::readFile(desk.event).find("Guest 1"), std::string::npos);
}

TEST_F(Stopping, ClosingTellsItsSteps) {
    ReportPage page(desk.session);
    settle(page);
    page.askToClose();
    settle(page);
    page.typeName("evening.turnout");
    bool moved = false;
    desk.onWake([&] {
        if (const auto now = desk.work.now(); now && now->what.key == "desk.report.closing") moved |= now->share >= 0;
    });
    page.closeNow();
    settle(page);
    desk.onWake({});
    EXPECT_TRUE(moved);
    EXPECT_TRUE(desk.session.event()->closed);
}

}  // namespace
}  // namespace turnout::desk
