// Letting a guest in after all: by whom, with what reason.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

class Overrides : public Pages {};

TEST_F(Overrides, TheHolderOfAGenuineTicketOnNoListIsLetInByOneKey) {
    Answer given;
    given.scan = newScanId();
    given.at = wall();
    given.verdict = Verdict::genuineUnlisted;
    presenter->onAnswer(given, moment, {}, "T1:SIGNED");
    EXPECT_EQ(screen().card->overrideLabel, "Let in");
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::override);
    EXPECT_EQ(asked[0].about, given.scan);
    EXPECT_EQ(asked[0].code, "T1:SIGNED");
    EXPECT_FALSE(asked[0].text.empty());
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Overrides, AnAmberAnswerIsOverruledWithAReasonByAnyoneTheEventAllows) {
    answer(Verdict::wrongDoor, aGuest(4, "Batbayar"));
    press(DoorAction::override);
    EXPECT_EQ(screen().scene, Scene::reason);
    EXPECT_EQ(screen().reason->whyDetail, "The reason is written down.") << "nobody has given a name";
    press(DoorAction::reason1);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::override);
    EXPECT_FALSE(asked[0].text.empty());
}

TEST_F(Overrides, TheReasonsFitWhatIsOverruled) {
    for (const auto& [verdict, reason] :
         {std::pair{Verdict::wrongDoor, "Needs this door"}, std::pair{Verdict::full, "A place is kept for this guest"},
          std::pair{Verdict::notOpen, "Needed inside before the doors open"},
          std::pair{Verdict::noReEntry, "Only stepped out"}}) {
        answer(verdict, aGuest(4, "Batbayar"));
        press(DoorAction::override);
        ASSERT_EQ(screen().scene, Scene::reason);
        EXPECT_EQ(screen().reason->reasons.at(2), reason);
        press(DoorAction::reason3);
        EXPECT_EQ(requests().at(0).text, reason);
    }
    Answer late;
    late.verdict = Verdict::notOpen;
    late.at = late.closes.emplace(wall());
    late.guest = aGuest(4, "Batbayar");
    presenter->onAnswer(late, kStart);
    press(DoorAction::override);
    EXPECT_EQ(screen().reason->reasons.at(2), "Was held up on the way");
}

TEST_F(Overrides, WhereOnlyASupervisorMayOverruleThePinComesFirst) {
    open([](DoorSetup& setup) { setup.event.overrides = OverrideRule::supervisor; });
    counts([](DoorStatus& now) { now.hasPin = true; });
    answer(Verdict::wrongDoor, aGuest(4, "Batbayar"));
    press(DoorAction::override);
    ASSERT_EQ(screen().scene, Scene::pin);
    givePin(true);
    ASSERT_EQ(screen().scene, Scene::reason);
    press(DoorAction::reason2);
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(Overrides, UntilThereIsAPinNobodyIsASupervisorAndTheCardSaysSo) {
    open([](DoorSetup& setup) { setup.event.overrides = OverrideRule::supervisor; });
    answer(Verdict::wrongDoor, aGuest(4, "Batbayar"));
    EXPECT_EQ(screen().card->overrideLabel, "");
    EXPECT_THAT(screen().card->nextStep, testing::HasSubstr("choose a PIN in the menu first"));
    press(DoorAction::override);
    EXPECT_EQ(screen().scene, Scene::verdict);
    EXPECT_THAT(requests(), IsEmpty());
}

TEST_F(Overrides, ARefusalInRedIsNeverOverruled) {
    for (const Verdict verdict : {Verdict::revoked, Verdict::alreadyIn}) {
        answer(verdict, aGuest(4, "Batbayar"));
        press(DoorAction::override);
        EXPECT_EQ(screen().scene, Scene::verdict);
        EXPECT_THAT(requests(), IsEmpty());
        press(DoorAction::dismiss);
    }
}

TEST_F(Overrides, ASecondHolderIsAskedAboutAndItIsWrittenDown) {
    answer(Verdict::alreadyIn, aGuest(4, "Batbayar"));
    ASSERT_FALSE(screen().card->anotherLabel.empty());
    press(DoorAction::anotherPerson);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::remark);
    EXPECT_EQ(asked[0].remark, Remark::anotherPerson);
}

TEST_F(Overrides, TheSelfTestAsksForThePinThatASupervisorNeeds) {
    const auto asksForPin = [&] {
        presenter->openSelfTest();
        presenter->tick(moment, wall());
        const auto& lines = screen().selfTest->lines;
        return std::any_of(lines.begin(), lines.end(), [](const TestLine& line) {
            return line.subject == TestSubject::pin && line.state == TestState::warn && !line.remedy.empty();
        });
    };
    EXPECT_FALSE(asksForPin());
    open([](DoorSetup& setup) { setup.event.overrides = OverrideRule::supervisor; });
    EXPECT_TRUE(asksForPin());
    counts([](DoorStatus& now) { now.hasPin = true; });
    EXPECT_FALSE(asksForPin());
}

}  // namespace
}  // namespace turnout::kiosk
