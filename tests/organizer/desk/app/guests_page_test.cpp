#include "organizer/desk/app/guests_page.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/organizer/desk/app/desk_stand.h"

namespace turnout::desk {
namespace {

using test::must;

struct Guests : testing::Test {
    DeskStand desk;
    GuestsPage page{desk.session};

    void SetUp() override {
        desk.openDemo();
        desk.session.go(PageId::guests);
        settle();
    }
    void settle() {
        for (int i = 0; i < 3; ++i) {
            desk.work.finish();
            page.tick();
        }
        desk.work.finish();
    }
    void bring(const std::string& text) {
        page.dropped({desk.file("list.csv", text)});
        settle();
    }
    const ListReview& review() { return *page.screen().review.review; }
    std::size_t row(const std::string& name) {
        const ListScreen list = page.screen().list;
        for (std::size_t i = 0; i < list.shown->size(); ++i)
            if ((*list.guests)[(*list.shown)[i]].name == name) return i;
        return list.shown->size();
    }
    GuestRecord guest(const std::string& name) {
        GuestRecord found;
        must(desk.read().records([&](const GuestRecord& each) {
            if (each.name == name) found = each;
        }));
        return found;
    }
};

const std::string kList =
    "Name,Native name,Country,University,On screen,Ticket code\n"
    "Kim Jiwoo,김지우,Korea,cqmu,yes,K-1\n"
    "阮氏明,,越南,重医,同意,K-2\n"
    "Noy P.,,Laos,cqmu,no,K-3\n";

TEST_F(Guests, ADroppedListIsSettledWithEnterAndBroughtIn) {
    EXPECT_EQ(page.screen().part, GuestsPart::bring);
    bring(kList);
    ASSERT_EQ(page.screen().part, GuestsPart::review);
    ASSERT_EQ(review().questions.size(), 1U);
    EXPECT_EQ(page.screen().review.selected, 0U);
    const auto& answers = review().questions[0].answers;
    const auto south =
        std::find_if(answers.begin(), answers.end(), [](const Answer& a) { return a.country.str() == "KR"; });
    ASSERT_NE(south, answers.end());
    page.answer(0, *south);
    settle();
    EXPECT_EQ(review().need, 0);
    EXPECT_EQ(desk.said(), "“Korea” is South Korea (rows: 1)");
    EXPECT_EQ(must(desk.read().sizes()).guests, 0);
    page.bringAllIn();
    settle();
    EXPECT_EQ(page.screen().part, GuestsPart::list);
    EXPECT_EQ(must(desk.read().sizes()).guests, 3);
    EXPECT_EQ(desk.session.event()->sizes.guests, 3);
    EXPECT_EQ(page.screen().list.shown->size(), 3U);
}

TEST_F(Guests, AnAnswerCanBeTakenBack) {
    bring(kList);
    page.answer(0, {AnswerKind::country, test::country("KP")});
    settle();
    EXPECT_EQ(review().need, 0);
    desk.session.undoLast();
    settle();
    EXPECT_EQ(review().need, 1);
}

TEST_F(Guests, AMissingNameIsTyped) {
    bring("Name,Country\n,Laos\n");
    page.answer(0, {AnswerKind::type, {}});
    ASSERT_EQ(page.screen().review.typing, 0U);
    page.type("诺伊");
    page.typed();
    settle();
    EXPECT_EQ(review().need, 0);
    page.bringAllIn();
    settle();
    EXPECT_EQ(guest("诺伊").country.str(), "LA");
}

TEST_F(Guests, AWholeListIsTakenBackUntilOneOfItsGuestsWasScanned) {
    bring("Name,Country,Ticket code\nNoy P.,Laos,K-3\nAnna B.,Chile,K-4\n");
    page.bringAllIn();
    settle();
    EXPECT_TRUE(desk.session.toast()->undo);
    desk.session.undoLast();
    settle();
    EXPECT_EQ(desk.said(), "The list is taken back: 2 guests removed, 0 as they were before");
    EXPECT_FALSE(guest("Noy P.").id);
    EXPECT_EQ(desk.session.event()->sizes.guests, 0);

    bring("Name,Country,Ticket code\nNoy P.,Laos,K-3\n");
    page.bringAllIn();
    settle();
    {
        auto store = must(EventStore::open(desk.event));
        const TimePoint when = desk.session.event()->plan.starts;
        must(store.admit(test::aScan(must(store.doorNamed("Main", when)), "K-3", when)));
    }
    desk.session.undoLast();
    settle();
    EXPECT_TRUE(desk.session.toast()->trouble);
    EXPECT_NE(desk.said().find("Noy P. has been scanned since"), std::string::npos) << desk.said();
    EXPECT_TRUE(guest("Noy P.").id);
}

TEST_F(Guests, TwoPeopleOfOneNameAreBothKeptAndKnownApartNextTime) {
    const std::string twice =
        "Name,Country,E-mail,Seat\nLi Ming,China,li@example.org,A-1\nLi Ming,China,li@example.org,B-2\n";
    bring(twice);
    ASSERT_EQ(review().questions.size(), 1U);
    const auto& answers = review().questions[0].answers;
    const auto both = std::find_if(answers.begin(), answers.end(),
                                   [](const Answer& each) { return each.kind == AnswerKind::keepBoth; });
    ASSERT_NE(both, answers.end());
    page.answer(0, *both);
    settle();
    EXPECT_TRUE(review().questions.empty());
    EXPECT_EQ(review().ready, 2);
    EXPECT_TRUE(review().changesGuests());
    page.bringAllIn();
    settle();
    EXPECT_EQ(desk.session.event()->sizes.guests, 2);
    // The same list with the same answer changes nothing.
    bring(twice);
    ASSERT_FALSE(review().questions.empty());
    page.answer(0, {AnswerKind::keepBoth, {}});
    settle();
    EXPECT_EQ(review().added, 0);
    EXPECT_EQ(review().unchanged, 2);
    EXPECT_FALSE(review().changesGuests());
}

struct Listed : Guests {
    void SetUp() override {
        Guests::SetUp();
        bring(kList);
        page.answer(0, {AnswerKind::country, test::country("KR")});
        settle();
        page.bringAllIn();
        settle();
    }
};

TEST_F(Listed, IsSearchedInEveryScriptAndByCode) {
    const auto found = [&](const char* typed) {
        page.search(typed);
        return page.screen().list.shown->size();
    };
    EXPECT_EQ(found("jiwoo"), 1U);
    EXPECT_EQ(found("阮氏"), 1U);
    EXPECT_EQ(found("ruan"), 1U);
    EXPECT_EQ(found("laos"), 1U);
    EXPECT_EQ(found("K-2"), 1U);
    EXPECT_EQ(found("nobody at all"), 0U);
    EXPECT_EQ(found(""), 3U);
}

TEST_F(Listed, OneGuestIsEditedAndTheEditIsTakenBack) {
    page.selectGuest(row("Noy P."));
    GuestRecord draft = *page.screen().list.draft;
    draft.name = "Noy Phommachanh";
    draft.seat = "7-18";
    page.edit(draft);
    EXPECT_TRUE(page.screen().list.changed);
    page.saveEdit();
    settle();
    EXPECT_EQ(guest("Noy Phommachanh").seat, "7-18");
    EXPECT_EQ(page.screen().list.draft->name, "Noy Phommachanh");
    desk.session.undoLast();
    settle();
    EXPECT_EQ(guest("Noy P.").seat, "");
    EXPECT_EQ(guest("Noy Phommachanh").name, "");
}

TEST_F(Listed, WhatTheStoreRefusesIsSaidAndNothingIsLost) {
    page.selectGuest(row("Noy P."));
    GuestRecord draft = *page.screen().list.draft;
    draft.name = " ";
    page.edit(draft);
    page.saveEdit();
    settle();
    EXPECT_TRUE(desk.session.toast()->trouble);
    EXPECT_EQ(desk.said(), say("store.guest_needs_name", Lang::en));
    EXPECT_EQ(guest("Noy P.").country.str(), "LA");
}

TEST_F(Listed, ATickAtANameIsTheOrganisersLook) {
    page.showTab(ListTab::forScreen);
    EXPECT_EQ(page.screen().list.shown->size(), 2U);
    EXPECT_EQ(page.screen().list.looked, 0U) << "a list says who agreed, not that anybody looked";
    page.look(row("阮氏明"), true);
    settle();
    EXPECT_FALSE(guest("Kim Jiwoo").nameChecked);
    EXPECT_EQ(page.screen().list.looked, 1U);
    page.lookAtAll();
    settle();
    EXPECT_TRUE(guest("Kim Jiwoo").nameChecked);
    desk.session.undoLast();
    settle();
    EXPECT_FALSE(guest("Kim Jiwoo").nameChecked);
    EXPECT_TRUE(guest("阮氏明").nameChecked);
}

TEST_F(Listed, ANameThatWasLookedAtKeepsItsTickWhenTheListComesAgain) {
    page.showTab(ListTab::forScreen);
    page.lookAtAll();
    settle();
    std::string again = kList;
    again.replace(again.find("阮氏明"), std::string("阮氏明").size(), "阮氏名");
    again.replace(again.find("Korea"), 5, "South Korea");
    bring(again);
    page.bringAllIn();
    settle();
    EXPECT_TRUE(guest("Kim Jiwoo").nameChecked);
    EXPECT_TRUE(guest("阮氏名").onScreen);
    EXPECT_FALSE(guest("阮氏名").nameChecked);
}

TEST_F(Listed, AnotherNameIsLookedAtAgain) {
    page.showTab(ListTab::forScreen);
    page.lookAtAll();
    settle();
    page.selectGuest(row("Kim Jiwoo"));
    GuestRecord draft = *page.screen().list.draft;
    draft.screenName = "Something else";
    page.edit(draft);
    page.saveEdit();
    settle();
    EXPECT_FALSE(guest("Kim Jiwoo").nameChecked);
}

TEST_F(Listed, ANewTicketIsMadeOnlyAfterTheConsequenceWasSaid) {
    page.selectGuest(row("Noy P."));
    page.newTicket();
    ASSERT_TRUE(desk.session.question().has_value());
    EXPECT_EQ(guest("Noy P.").ticket, "K-3");
    desk.session.answer(false);
    settle();
    EXPECT_EQ(guest("Noy P.").ticket, "K-3");
    page.newTicket();
    desk.session.answer(true);
    settle();
    EXPECT_NE(guest("Noy P.").ticket, "K-3");
    EXPECT_EQ(guest("Noy P.").ticket.size(), 20U);
}

TEST_F(Listed, WhatAnotherProgramChangesIsShown) {
    desk.session.look();
    settle();
    auto store = must(EventStore::open(desk.event));
    must(store.merge({test::aGuest(7)}, {}, desk.clock.now()));
    desk.session.look();
    settle();
    EXPECT_EQ(page.screen().list.shown->size(), 4U);
}

}  // namespace
}  // namespace turnout::desk
