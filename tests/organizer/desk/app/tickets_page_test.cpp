#include "organizer/desk/app/tickets_page.h"

#include <gtest/gtest.h>

#include <future>

#include "organizer/demo/guest_list.h"
#include "tests/organizer/desk/app/desk_stand.h"

namespace turnout::desk {
namespace {

using test::must;
namespace fs = std::filesystem;

struct Tickets : testing::Test {
    DeskStand desk;
    TicketsPage page{desk.session};

    void SetUp() override {
        desk.openDemo();
        auto store = must(EventStore::open(desk.event));
        must(store.merge(demo::guestList(), {}, desk.clock.now()));
        desk.open();
        desk.session.go(PageId::tickets);
        page.shown();
        desk.work.finish();
    }
    std::size_t files(const fs::path& folder, const char* ending) const {
        std::size_t count = 0;
        std::error_code none;
        for (const auto& entry : fs::recursive_directory_iterator(folder, none))
            count += entry.path().extension() == ending ? 1 : 0;
        return count;
    }
};

TEST_F(Tickets, APageIsShownInEveryLayoutAndNothingIsIssuedForIt) {
    for (const TicketLook look :
         {TicketLook::page, TicketLook::label, TicketLook::card, TicketLook::picture, TicketLook::sheet}) {
        page.choose(look);
        desk.work.finish();
        ASSERT_TRUE(page.screen().preview);
        EXPECT_GT(page.screen().preview->width, 300);
    }
    EXPECT_EQ(must(desk.read().sizes()).withoutTicket, page.screen().without);
    EXPECT_GT(page.screen().without, 0);
}

TEST_F(Tickets, AreSavedOnceAndTheNextTimeOnlyForThoseWithoutOne) {
    page.typeFolder((desk.dir.path() / "out").string());
    page.save();
    desk.work.finish();
    EXPECT_GT(files(desk.dir.path() / "out", ".pdf"), 0U);
    EXPECT_TRUE(fs::exists(desk.dir.path() / "out" / "tickets.csv"));
    EXPECT_EQ(must(desk.read().sizes()).withoutTicket, 0);
    EXPECT_EQ(page.screen().without, 0);
    page.save();
    desk.work.finish();
    EXPECT_EQ(desk.session.toast()->text.key, "desk.tickets.nothing_new");
}

TEST_F(Tickets, AFolderThatCannotBeWrittenIsSaidBeforeAnythingIsIssued) {
    page.typeFolder("/proc/no/such");
    page.save();
    desk.work.finish();
    EXPECT_TRUE(desk.session.toast()->trouble);
    EXPECT_GT(must(desk.read().sizes()).withoutTicket, 0);
}

TEST_F(Tickets, DrawingIsStoppedInTheMiddle) {
    page.typeFolder((desk.dir.path() / "out").string());
    page.choose(TicketLook::picture);
    desk.work.finish();
    page.save();
    while (true) {
        const auto now = desk.work.now();
        if (now && now->share > 0) break;
        std::this_thread::yield();
    }
    desk.work.cancel();
    desk.work.finish();
    EXPECT_EQ(desk.session.toast()->text.key, "desk.stopped");
    EXPECT_LT(files(desk.dir.path() / "out", ".png"), 520U);
    EXPECT_FALSE(desk.session.notSaved().has_value());
    for (const auto& entry : fs::directory_iterator(desk.dir.path() / "out"))
        EXPECT_NE(entry.path().extension(), ".part") << entry.path();
}

}  // namespace
}  // namespace turnout::desk
