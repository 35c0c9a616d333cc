#include "kiosk/app/door_presenter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/event_builder.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using turnout::test::at;

const SteadyTime kStart{std::chrono::hours(1)};
TimePoint wall() {
    return at("2023-11-17T19:04:12+08:00");
}

DoorSetup aSetup(bool inOneGo = false) {
    DoorSetup setup;
    setup.event = turnout::test::aPlan();
    setup.event.zone = *Zone::named("Asia/Shanghai");
    setup.door = {DoorId{1}, "A", DoorWay::both};
    setup.inOneGo = inOneGo;
    return setup;
}

Answer anAnswer(Verdict verdict, std::string name = "Noy Phommachanh") {
    Answer answer;
    answer.scan = newScanId();
    answer.at = wall();
    answer.verdict = verdict;
    answer.admittedHere = 148;
    if (!name.empty()) {
        Guest guest;
        guest.name = std::move(name);
        guest.country = *CountryCode::fromAlpha2("LA");
        answer.guest = guest;
    }
    return answer;
}

class DoorPresenterTest : public testing::Test {
  protected:
    void after(SteadyTime::duration passed) { presenter.tick(kStart + passed, wall()); }
    Scene scene() const { return presenter.screen().scene; }
    const VerdictCard& card() const { return *presenter.screen().card; }

    DoorPresenter presenter{aSetup(), kStart, wall()};
};

TEST_F(DoorPresenterTest, AnAdmissionStaysFourSecondsAndItsBarRunsDown) {
    presenter.onAnswer(anAnswer(Verdict::admitted), kStart);
    EXPECT_EQ(scene(), Scene::verdict);
    EXPECT_FLOAT_EQ(*card().lifeLeft, 1);
    after(2s);
    EXPECT_NEAR(*card().lifeLeft, 0.5F, 0.02F);
    after(3999ms);
    EXPECT_EQ(scene(), Scene::verdict);
    after(4s);
    EXPECT_EQ(scene(), Scene::idle);
}

TEST_F(DoorPresenterTest, RefusalsStayEightSecondsAndTheCalmFormThree) {
    presenter.onAnswer(anAnswer(Verdict::revoked), kStart);
    after(7999ms);
    EXPECT_EQ(scene(), Scene::verdict);
    after(8s);
    EXPECT_EQ(scene(), Scene::idle);
    Answer calm = anAnswer(Verdict::alreadyIn);
    calm.calm = true;
    presenter.onAnswer(calm, kStart + 10s);
    after(12999ms);
    EXPECT_EQ(scene(), Scene::verdict);
    after(13s);
    EXPECT_EQ(scene(), Scene::idle);
}

TEST_F(DoorPresenterTest, ANoteStaysUntilATapOrTheNextScan) {
    Answer noted = anAnswer(Verdict::admitted);
    noted.guest->note = "To backstage";
    noted.guest->attention = true;
    presenter.onAnswer(noted, kStart);
    after(60s);
    ASSERT_EQ(scene(), Scene::verdict);
    EXPECT_EQ(card().note, "To backstage");
    EXPECT_FALSE(card().lifeLeft);
    presenter.handle(DoorAction::dismiss, kStart + 61s);
    EXPECT_EQ(scene(), Scene::idle);
}

TEST_F(DoorPresenterTest, TwoVerdictsInARowArePartedBySixtyMillisecondsOfInk) {
    presenter.onAnswer(anAnswer(Verdict::admitted, "One Guest"), kStart);
    after(1s);
    presenter.onAnswer(anAnswer(Verdict::admitted, "Two Guest"), kStart + 1s);
    EXPECT_EQ(scene(), Scene::gap);
    after(1059ms);
    EXPECT_EQ(scene(), Scene::gap);
    after(1060ms);
    ASSERT_EQ(scene(), Scene::verdict);
    EXPECT_EQ(card().guest->name, "Two Guest");
}

TEST_F(DoorPresenterTest, TwoTicketsOfOneFrameAreBothSeen) {
    presenter.onAnswer(anAnswer(Verdict::admitted, "One Guest"), kStart);
    presenter.onAnswer(anAnswer(Verdict::revoked, "Two Guest"), kStart);
    after(799ms);
    EXPECT_EQ(card().guest->name, "One Guest");
    after(800ms);
    EXPECT_EQ(scene(), Scene::gap);
    after(860ms);
    EXPECT_EQ(card().guest->name, "Two Guest");
    EXPECT_THAT(presenter.takeHeard(), ElementsAre(Heard::admitted, Heard::refused));
}

TEST_F(DoorPresenterTest, TheNextGuestPreemptsTheCardAtOnce) {
    presenter.onAnswer(anAnswer(Verdict::revoked, "One Guest"), kStart);
    after(300ms);
    presenter.onAnswer(anAnswer(Verdict::admitted, "Two Guest"), kStart + 300ms);
    EXPECT_EQ(scene(), Scene::gap);
    after(360ms);
    EXPECT_EQ(card().guest->name, "Two Guest");
}

TEST_F(DoorPresenterTest, AJumpOfTheClockIsToldOnAPageOfItsOwnUntilTheNextScan) {
    presenter.onClock(std::chrono::hours(3), kStart);
    ASSERT_EQ(scene(), Scene::clock);
    EXPECT_EQ(card().steps.size(), 3U);
    EXPECT_THAT(card().detail, testing::HasSubstr("3 h"));
    EXPECT_THAT(presenter.takeHeard(), testing::ElementsAre(Heard::fault));
    EXPECT_FALSE(presenter.clockPlausible());
    presenter.onAnswer(anAnswer(Verdict::admitted), kStart);
    EXPECT_EQ(scene(), Scene::verdict) << "scanning goes on";
    after(5s);
    EXPECT_EQ(scene(), Scene::idle) << "the page does not come between guests";
    EXPECT_THAT(presenter.screen().idle.notice, testing::HasSubstr("3 h")) << "but it is still said";
}

TEST_F(DoorPresenterTest, AClockThatIsRightAgainTakesItsPageAway) {
    presenter.onClock(-std::chrono::minutes(5), kStart);
    ASSERT_EQ(scene(), Scene::clock);
    presenter.onClock({}, kStart + 1s);
    EXPECT_EQ(scene(), Scene::idle);
    EXPECT_EQ(presenter.screen().idle.notice, "");
    EXPECT_TRUE(presenter.clockPlausible());
    presenter.onClock(-std::chrono::minutes(5), kStart + 2s);
    EXPECT_EQ(scene(), Scene::clock) << "another jump is told again";
    presenter.handle(DoorAction::back, kStart + 2s);
    EXPECT_EQ(scene(), Scene::idle);
}

TEST_F(DoorPresenterTest, AJumpOfTheClockWaitsForAnOpenPage) {
    presenter.handle(DoorAction::openSearch, kStart);
    presenter.onClock(std::chrono::hours(3), kStart);
    EXPECT_EQ(scene(), Scene::search);
    presenter.handle(DoorAction::back, kStart);
    EXPECT_EQ(scene(), Scene::clock);
}

TEST_F(DoorPresenterTest, NotRecordedStaysUntilSavingWorksAndIsHeardEveryTenSeconds) {
    const Error full = makeError(Fault::diskFull, "store.disk_full", {{"file", "e.turnout"}});
    presenter.onNotRecorded(full, kStart);
    EXPECT_THAT(card().lastTry, testing::HasSubstr("19:04:12"));  // this very try, before the store tells of others
    presenter.onStore({}, full, 1, wall(), kStart);
    after(120s);
    ASSERT_EQ(scene(), Scene::verdict);
    EXPECT_EQ(card().verdict, Verdict::notRecorded);
    EXPECT_EQ(card().steps.size(), 3U);
    EXPECT_THAT(presenter.takeHeard(), ElementsAre(Heard::fault, Heard::fault));
    EXPECT_EQ(presenter.screen().status.items[3].health, Health::alarm);
    presenter.onAnswer(anAnswer(Verdict::admitted), kStart + 121s);
    presenter.onStore({}, {}, 0, wall(), kStart + 121s);
    after(121060ms);
    EXPECT_EQ(card().verdict, Verdict::admitted);
    after(126s);
    EXPECT_EQ(scene(), Scene::idle);
}

TEST_F(DoorPresenterTest, ATypedCodeGoesTheWayOfEveryTicket) {
    presenter.onCharacter(U'x');
    EXPECT_EQ(scene(), Scene::idle) << "nothing is open";
    presenter.handle(DoorAction::openSearch, kStart);
    for (const char c : std::string("k7qx9v3m2rtb5whn8dj3")) presenter.onCharacter(static_cast<char32_t>(c));
    ASSERT_EQ(scene(), Scene::search);
    EXPECT_EQ(presenter.screen().search->typed, "K7QX9 V3M2R TB5WH N8DJ3");
    presenter.onEnter(kStart);
    const auto requests = presenter.takeRequests();
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].kind, DoorRequest::Kind::typedCode);
    EXPECT_EQ(requests[0].text, "k7qx9v3m2rtb5whn8dj3");
    EXPECT_EQ(scene(), Scene::idle);
}

TEST_F(DoorPresenterTest, UndoAsksForAReasonAndNamesTheScan) {
    const Answer in = anAnswer(Verdict::admitted);
    presenter.onAnswer(in, kStart);
    EXPECT_TRUE(card().canUndo);
    presenter.handle(DoorAction::undo, kStart + 1s);
    ASSERT_EQ(scene(), Scene::reason);
    after(1s);
    presenter.handle(DoorAction::reason2, kStart + 2s);
    const auto requests = presenter.takeRequests();
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].about, in.scan);
    EXPECT_EQ(requests[0].text, "Scanned by mistake");
    presenter.handle(DoorAction::undo, kStart + 3s);
    EXPECT_EQ(scene(), Scene::idle);
}

TEST_F(DoorPresenterTest, LastScansShowTheFirstNameAndAnInitial) {
    for (int i = 0; i < 6; ++i) presenter.onAnswer(anAnswer(Verdict::admitted), kStart);
    presenter.onAnswer(anAnswer(Verdict::alreadyIn, "Mohammed Abdulrahman Sharabi"), kStart);
    const auto& last = presenter.screen().idle.last;
    ASSERT_EQ(last.size(), 5U);
    EXPECT_EQ(last[0].who, "Mohammed S.");
    EXPECT_EQ(last[0].when, "Already in");
    EXPECT_EQ(last[1].who, "Noy P.");
    EXPECT_EQ(last[1].when, "19:04:12");
    EXPECT_EQ(firstNameAndInitial("李明"), "李*");
    EXPECT_EQ(firstNameAndInitial("Suharto"), "Suharto");
}

TEST_F(DoorPresenterTest, LastScansTellATicketThatCameAgainFromAnAdmission) {
    Answer again = anAnswer(Verdict::alreadyIn);
    again.calm = true;
    presenter.onAnswer(anAnswer(Verdict::admitted), kStart);
    presenter.onAnswer(again, kStart + 2s);
    const auto& last = presenter.screen().idle.last;
    EXPECT_EQ(last.at(0).when, "Again");
    EXPECT_EQ(last.at(1).when, "19:04:12");
}

TEST_F(DoorPresenterTest, AfterARestartTheLastScansAreThereWithoutACardOrASound) {
    Answer before = anAnswer(Verdict::alreadyIn, "Mohammed Abdulrahman Sharabi");
    presenter.showLast({anAnswer(Verdict::admitted), before}, kStart);
    EXPECT_EQ(scene(), Scene::idle);
    EXPECT_TRUE(presenter.takeHeard().empty());
    const auto& last = presenter.screen().idle.last;
    ASSERT_EQ(last.size(), 2U);
    EXPECT_EQ(last[0].who, "Mohammed S.");
    EXPECT_EQ(last[1].who, "Noy P.");
}

TEST_F(DoorPresenterTest, NextChangeAlwaysComesAndChangesTheScreen) {
    presenter.onAnswer(anAnswer(Verdict::admitted), kStart);
    SteadyTime now = kStart;
    for (int i = 0; i < 500 && scene() != Scene::idle; ++i) {
        const auto next = presenter.nextChange();
        ASSERT_TRUE(next);
        ASSERT_GT(*next, now);
        now = *next;
        const DoorScreen before = presenter.screen();
        presenter.tick(now, wall());
        EXPECT_NE(before, presenter.screen());
    }
    EXPECT_EQ(scene(), Scene::idle);
    EXPECT_EQ(now, kStart + 4s);
}

TEST_F(DoorPresenterTest, ADarkDoorIsToldUntilThereIsLight) {
    CameraNow camera;
    camera.state = CameraState::live;
    camera.dark = true;
    presenter.onCamera(camera);
    EXPECT_THAT(presenter.screen().idle.notice, testing::HasSubstr("dark"));
    camera.dark = false;
    presenter.onCamera(camera);
    EXPECT_EQ(presenter.screen().idle.notice, "");
}

TEST_F(DoorPresenterTest, AFileThatIsGoneIsSaidWhileNobodyScans) {
    const Error gone = makeError(Fault::replaced, "store.replaced", {{"file", "gala.turnout"}});
    presenter.onStore({}, gone, 0, {}, kStart);
    EXPECT_EQ(scene(), Scene::idle);
    EXPECT_EQ(
        presenter.screen().idle.notice,
        "gala.turnout was moved, or another file lies in its place. It goes on by itself when the right one is back.");
    const auto alarmed = [&] {
        const auto& items = presenter.screen().status.items;
        return std::any_of(items.begin(), items.end(), [](const StatusItem& item) {
            return item.kind == StatusKind::saving && item.health == Health::alarm;
        });
    };
    EXPECT_TRUE(alarmed());
    presenter.onStore({}, {}, 0, {}, kStart);
    EXPECT_EQ(presenter.screen().idle.notice, "");
    EXPECT_FALSE(alarmed());
}

TEST_F(DoorPresenterTest, AnUndoThatCannotBeDoneIsSaidForAWhile) {
    const Answer in = anAnswer(Verdict::admitted);
    presenter.onAnswer(in, kStart);
    presenter.onUndoRefused(in.scan, makeError(Fault::refusedByRules, "store.undo_went_on"), kStart + 5s);
    after(6s);
    EXPECT_EQ(scene(), Scene::idle);
    EXPECT_THAT(presenter.screen().idle.notice, testing::HasSubstr("no longer be taken back"));
    EXPECT_EQ(presenter.nextChange(), kStart + 13s);
    after(13s);
    EXPECT_EQ(presenter.screen().idle.notice, "");
}

TEST(DoorPresenterInOneGo, EveryAnswerIsShownAtOnce) {
    DoorPresenter presenter(aSetup(true), kStart, wall());
    for (const char* name : {"One A", "Two B", "Three C"}) {
        presenter.onAnswer(anAnswer(Verdict::admitted, name), kStart);
        ASSERT_EQ(presenter.screen().scene, Scene::verdict);
        EXPECT_EQ(presenter.screen().card->guest->name, name);
    }
}

TEST(VerdictCards, AListWithoutTicketsAsksForANewCopyAndIsNotCalledEmpty) {
    Answer answer = anAnswer(Verdict::unknown, "");
    const VerdictCard noTickets = cardOf(answer, {});
    EXPECT_EQ(noTickets.detail, "This list has no tickets yet: get a new copy");
    answer.listEmpty = true;
    EXPECT_EQ(cardOf(answer, {}).word, "The list is empty");
    answer.listEmpty = false;
    answer.listSize = 17;
    EXPECT_THAT(cardOf(answer, {}).explanation, testing::HasSubstr("17 tickets"));
}

TEST(VerdictCards, EveryVerdictSaysWhatHappenedAndWhatToDoInBothLanguages) {
    for (const Lang lang : {Lang::en, Lang::zh})
        for (const Verdict verdict : kVerdicts) {
            if (verdict == Verdict::notRecorded) continue;
            SCOPED_TRACE(std::string(word(verdict)));
            for (const char* name : {"Noy Phommachanh", ""}) {
                CardContext context;
                context.lang = lang;
                const VerdictCard card = cardOf(anAnswer(verdict, name), context);
                EXPECT_FALSE(card.word.empty());
                EXPECT_FALSE(card.word.starts_with("verdict."));
                EXPECT_EQ(card.detail.find("kiosk."), std::string::npos);
                EXPECT_EQ(card.nextStep.empty(), toneOf(verdict) == Tone::green);
                EXPECT_EQ(card.recorded.empty(), toneOf(verdict) != Tone::green);
            }
        }
}

TEST(VerdictCards, OrdinalsAreEnglish) {
    for (const auto& [n, text] :
         {std::pair{1, "1st"}, {2, "2nd"}, {3, "3rd"}, {11, "11th"}, {112, "112th"}, {148, "148th"}, {123, "123rd"}})
        EXPECT_EQ(ordinal(n, Lang::en), text);
}

}  // namespace
}  // namespace turnout::kiosk
