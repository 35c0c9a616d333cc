#include <gtest/gtest.h>

#include <functional>

#include "tests/support/event_builder.h"

namespace turnout {
namespace {

using namespace test;

std::vector<GuestRecord> records(const AnEvent& event) {
    std::vector<GuestRecord> all;
    EXPECT_TRUE(event.read().records([&](GuestRecord guest) { all.push_back(std::move(guest)); }).ok());
    return all;
}

TEST(GuestRecords, TellTheListWithTickets) {
    const AnEvent event(3);
    const auto all = records(event);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[1].name, "Guest 2");
    EXPECT_EQ(all[1].outsideId, "id-2");
    EXPECT_EQ(all[1].ticket, event.codes[1]);
    const FileSizes sizes = must(event.read().sizes());
    EXPECT_EQ(sizes, (FileSizes{3, 3, 0, 0, 2}));
}

TEST(GuestRecords, ACorrectedGuestIsCountedWhereTheyBelongAndCanBePutBack) {
    const AnEvent event(3);
    auto store = event.open();
    const GuestRecord before = records(event)[0];
    GuestRecord guest = before;
    guest.name = "Zoë  Kouassi";
    guest.country = country("LA");
    guest.affiliation = "A new university";
    guest.email = "zoe@example.org";
    guest.cancelled = true;
    ASSERT_TRUE(store.changeGuest(guest, evening()).ok());
    const GuestRecord after = records(event)[0];
    EXPECT_EQ(after.name, "Zoë Kouassi");
    EXPECT_EQ(after.country.str(), "LA");
    EXPECT_FALSE(after.affiliation.empty());
    EXPECT_EQ(after.email, "zoe@example.org");
    EXPECT_TRUE(after.cancelled);
    EXPECT_EQ(must(event.read().totals()).guests.registered, 2);
    EXPECT_EQ(findings(event.path()), "");
    ASSERT_TRUE(store.changeGuest(before, evening()).ok());
    EXPECT_EQ(records(event)[0], before);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(GuestRecords, RefuseABlankNameAnUnknownCategoryAndAnotherGuestsId) {
    const AnEvent event(2);
    auto store = event.open();
    const GuestRecord good = records(event)[0];
    GuestRecord guest = good;
    guest.name = " \xE2\x80\x8B";
    EXPECT_EQ(store.changeGuest(guest, evening()).error().text.key, "store.guest_needs_name");
    guest = good;
    guest.category = "king";
    EXPECT_EQ(store.changeGuest(guest, evening()).error().text.key, "store.no_such_category");
    guest = good;
    guest.outsideId = "id-2";
    EXPECT_EQ(store.changeGuest(guest, evening()).error().text.key, "store.id_taken");
    guest = good;
    guest.id = AttendeeId{99};
    EXPECT_EQ(store.changeGuest(guest, evening()).error().text.key, "store.no_such_guest");
    EXPECT_EQ(records(event)[0], good);
}

TEST(GuestRecords, TheOrganisersLookIsOneTickForEachName) {
    const AnEvent event(2);
    auto store = event.open();
    const auto all = records(event);
    ASSERT_TRUE(store.checkNames({all[0].id, all[1].id}, true, evening()).ok());
    ASSERT_TRUE(store.checkNames({all[1].id}, false, evening()).ok());
    EXPECT_TRUE(records(event)[0].nameChecked);
    EXPECT_FALSE(records(event)[1].nameChecked);
}

// Guest 1 as the next list has them.
void bringInAgain(EventStore& store, const std::function<void(RosterRow&)>& change) {
    RosterRow row = aGuest(1);
    row.onScreen = true;
    row.line = 2;
    change(row);
    ASSERT_EQ(must(store.merge({row}, {}, evening())).changed, 1);
}

TEST(GuestRecords, AListLeavesTheOrganisersLookWhereTheHallsNameIsTheSame) {
    const AnEvent event(2);
    auto store = event.open();
    bringInAgain(store, [](RosterRow&) {});
    EXPECT_TRUE(records(event)[0].nameChecked) << "who agrees now comes like a new guest";
    ASSERT_TRUE(store.checkNames({records(event)[0].id}, false, evening()).ok());
    bringInAgain(store, [](RosterRow& row) { row.seat = "B7"; });
    EXPECT_FALSE(records(event)[0].nameChecked) << "another seat is no look at the name";
    ASSERT_TRUE(store.checkNames({records(event)[0].id}, true, evening()).ok());
    bringInAgain(store, [](RosterRow& row) { row.seat = "B8"; });
    EXPECT_TRUE(records(event)[0].nameChecked);
    bringInAgain(store, [](RosterRow& row) { row.screenName = row.name, row.nativeName = "客人"; });
    EXPECT_TRUE(records(event)[0].nameChecked) << "the hall writes the same name";
}

TEST(GuestRecords, ANameThatAListChangesIsToBeLookedAtAgain) {
    const AnEvent event(2);
    auto store = event.open();
    bringInAgain(store, [](RosterRow&) {});
    bringInAgain(store, [](RosterRow& row) { row.name = "Rude Word"; });
    EXPECT_FALSE(records(event)[0].nameChecked);
    ASSERT_TRUE(store.checkNames({records(event)[0].id}, true, evening()).ok());
    bringInAgain(store, [](RosterRow& row) { row.name = "Rude Word", row.screenName = "Ruder Word"; });
    EXPECT_FALSE(records(event)[0].nameChecked);
    bringInAgain(store, [](RosterRow& row) { row.name = "Rude Word", row.onScreen = false; });
    EXPECT_FALSE(records(event)[0].nameChecked);
}

}  // namespace
}  // namespace turnout
