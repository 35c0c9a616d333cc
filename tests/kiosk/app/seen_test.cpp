// What nobody had the time to see is not answered, and what nobody touches goes away.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::IsEmpty;

class Seen : public Pages {
  protected:
    void searchFor(const std::vector<Guest>& guests) {
        press(DoorAction::openSearch);
        type(U"li");
        std::vector<std::pair<Guest, Presence>> found;
        for (const Guest& guest : guests) found.emplace_back(guest, Presence::neverIn);
        answerPeople(std::move(found));
    }
    void openWalkIn() {
        press(DoorAction::openWalkIn);
        type(U"Noy");
        press({DoorAction::focus, 1});
        type(U"laos");
        presenter->onTab(moment);
        answerPeople({});
    }
    // A walk-in is in, and the card with the new ticket is up.
    Answer admitWalkIn() {
        openWalkIn();
        press(DoorAction::yes);
        Answer given = walkInAdmitted("Noy Phommachanh");
        presenter->onAnswer(given, moment);
        presenter->tick(moment, wall());
        return given;
    }
    void untouched(std::chrono::milliseconds howLong) { presenter->tick(moment + howLong, wall()); }
};

TEST_F(Seen, TheSecondTapOfADoubleOneAdmitsNobody) {
    searchFor({aGuest(7, "Li Ming")});
    press({DoorAction::pick, 0});
    ASSERT_EQ(screen().scene, Scene::confirm);
    pressUnseen(DoorAction::yes);
    moment += kSeenBeforeYes - Millis{1};
    pressUnseen(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
    ASSERT_EQ(screen().scene, Scene::confirm);
    moment += Millis{1};
    pressUnseen(DoorAction::yes);
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(Seen, TheWayBackWorksAtOnce) {
    searchFor({aGuest(7, "Li Ming")});
    press({DoorAction::pick, 0});
    pressUnseen(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::search);
}

TEST_F(Seen, AnotherGuestIsAnotherQuestion) {
    searchFor({aGuest(7, "Li Ming"), aGuest(8, "Li Na")});
    press({DoorAction::pick, 0});
    ASSERT_EQ(screen().confirm->guest.name, "Li Ming");
    look(seconds(5));
    presenter->handle(DoorAction::back, moment);  // both before the next frame
    presenter->handle({DoorAction::pick, 1}, moment);
    ASSERT_EQ(screen().confirm->guest.name, "Li Na");
    pressUnseen(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
    press(DoorAction::yes);
    ASSERT_EQ(requests().size(), 1U);
}

TEST_F(Seen, NoPageThatAsksTakesAYesAtOnce) {
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::close)});
    ASSERT_EQ(screen().scene, Scene::confirm);
    pressUnseen(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
    press(DoorAction::back);
    openWalkIn();
    ASSERT_TRUE(screen().walkIn->missing.empty());
    pressUnseen(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty()) << "the button has only just appeared";
    press(DoorAction::yes);
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(Seen, ACoachWhoseListHasJustComeIsNotAdmittedByTheKeyThatChoseIt) {
    press(DoorAction::openGroup);
    People universities;
    universities.question = *presenter->takeQuestion();
    universities.universities = {{"u1", {"First University", "第一大学"}, {2, 0}}};
    presenter->onPeople(std::move(universities));
    press(DoorAction::yes);
    answerPeople({{aGuest(1, "A"), Presence::neverIn}, {aGuest(2, "B"), Presence::neverIn}});
    pressUnseen(DoorAction::yes);
    pressUnseen({DoorAction::pick, 0});
    EXPECT_THAT(requests(), IsEmpty());
    EXPECT_TRUE(screen().group->cells[0].ticked) << "nor does the tap that chose it untick a guest";
    press(DoorAction::yes);
    EXPECT_EQ(requests().size(), 2U);
}

TEST_F(Seen, AReasonIsNotGivenByTheTapThatAskedForIt) {
    answer(Verdict::admitted, aGuest(1, "Noy"));
    press(DoorAction::undo);
    ASSERT_EQ(screen().scene, Scene::reason);
    pressUnseen(DoorAction::reason1);
    EXPECT_THAT(requests(), IsEmpty());
    press(DoorAction::reason1);
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(Seen, AnAnswerThatHasJustComeIsNotOverruledByTheKeyMeantForAPage) {
    answer(Verdict::full, aGuest(1, "Noy"));
    presenter->tick(moment, wall());
    ASSERT_FALSE(screen().card->overrideLabel.empty());
    pressUnseen(DoorAction::yes);
    EXPECT_EQ(screen().scene, Scene::verdict);
    press(DoorAction::yes);
    EXPECT_EQ(screen().scene, Scene::reason);
}

TEST_F(Seen, AnAnswerThatHasJustComeIsNotRemarkedOnByTheKeyMeantForAPage) {
    Guest named = aGuest(1, "Noy");
    named.onScreen = true;
    const std::pair<Verdict, DoorAction> asking[] = {{Verdict::alreadyIn, DoorAction::samePerson},
                                                     {Verdict::alreadyIn, DoorAction::anotherPerson},
                                                     {Verdict::admitted, DoorAction::hideName}};
    for (const auto& [verdict, key] : asking) {
        answer(verdict, named);
        look(kGapBetweenCards);
        pressUnseen(key);
        EXPECT_THAT(requests(), IsEmpty());
        press(key);
        EXPECT_EQ(requests().size(), 1U);
    }
}

TEST_F(Seen, ANewTicketIsNotPutAwayByTheSecondTapThatMadeIt) {
    admitWalkIn();
    ASSERT_GT(screen().card->ticketSize, 0);
    moment += kTicketSeen - Millis{1};
    pressUnseen(DoorAction::dismiss);
    ASSERT_EQ(screen().scene, Scene::verdict);
    moment += Millis{1};
    pressUnseen(DoorAction::dismiss);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Seen, TheTicketOfTheLastWalkInIsShownAgain) {
    admitWalkIn();
    presenter->takeHeard();
    const std::string code = screen().card->ticketCode;
    press(DoorAction::back);
    press(DoorAction::openWalkIn);
    EXPECT_EQ(screen().walkIn->again, "Ticket of Noy P. again");
    press(DoorAction::ticketAgain);
    ASSERT_EQ(screen().scene, Scene::verdict);
    EXPECT_EQ(screen().card->ticketCode, code);
    EXPECT_EQ(screen().card->word, "Ticket") << "nobody is welcomed twice";
    EXPECT_TRUE(screen().card->calm);
    EXPECT_THAT(presenter->takeHeard(), IsEmpty()) << "nobody has come in";
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::walkIn);
    type(U"S");
    EXPECT_TRUE(screen().walkIn->again.empty()) << "somebody else is being written down";
}

TEST_F(Seen, TheTicketOfAWalkInWhoWasTakenBackIsNotShownAgain) {
    const Answer in = admitWalkIn();
    Answer back = in;
    back.scan = newScanId();
    back.verdict = Verdict::undone;
    presenter->onTakenBack(in.scan, back, moment);
    press(DoorAction::back);
    press(DoorAction::openWalkIn);
    EXPECT_EQ(screen().walkIn->again, "");
    press(DoorAction::ticketAgain);
    EXPECT_EQ(screen().scene, Scene::walkIn);
    open([](DoorSetup&) {});
    presenter->showLast({in, back}, moment);
    press(DoorAction::openWalkIn);
    EXPECT_EQ(screen().walkIn->again, "") << "nor after the door was opened again";
    presenter->showLast({in}, moment);
    look();
    EXPECT_EQ(screen().walkIn->again, "Ticket of Noy P. again");
}

TEST_F(Seen, WhomSomebodyLookedForGoesFromTheScreenUntouched) {
    searchFor({aGuest(7, "Li Ming")});
    press(DoorAction::yes);
    untouched(kLocksAfter - Millis{1});
    EXPECT_EQ(screen().scene, Scene::confirm);
    ASSERT_TRUE(presenter->nextChange());
    EXPECT_LE(*presenter->nextChange(), moment + kLocksAfter);
    untouched(kLocksAfter);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Seen, WhoGoesOnTypingIsNotInterrupted) {
    searchFor({aGuest(7, "Li Ming")});
    look(seconds(50));
    type(U"m");
    untouched(kLocksAfter - Millis{1});
    EXPECT_EQ(screen().scene, Scene::search);
}

TEST_F(Seen, AHalfFilledFormStaysForMinutesAndAnEmptyOneDoesNot) {
    press(DoorAction::openWalkIn);
    untouched(kLocksAfter);
    EXPECT_EQ(screen().scene, Scene::idle);
    press(DoorAction::openWalkIn);
    type(U"Noy");
    untouched(kFormStays - Millis{1});
    EXPECT_EQ(screen().scene, Scene::walkIn);
    untouched(kFormStays);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Seen, WhoIsInsideStaysForAsLongAsAnEmergencyLasts) {
    press(DoorAction::openEmergency);
    untouched(minutes(60));
    EXPECT_EQ(screen().scene, Scene::emergency);
}

}  // namespace
}  // namespace turnout::kiosk
