// Which card is up, and which wait behind it.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

class DoorCards : public Pages {
  protected:
    void show(const std::string& name, SteadyTime::duration when, Verdict verdict = Verdict::admitted,
              bool again = false) {
        Answer given = anAnswer(verdict, name);
        if (verdict != Verdict::notATicket) given.guest = aGuest(1, name);
        give(given, when, again);
    }
    static Answer anAnswer(Verdict verdict, const std::string& code) {
        Answer given;
        given.scan = newScanId();
        given.at = wall();
        given.verdict = verdict;
        given.code = code;
        return given;
    }
    void give(const Answer& answer, SteadyTime::duration when, bool again = false) {
        presenter->onAnswer(answer, kStart + when, {}, {}, again);
        last = when;
    }
    void showInNeed(const std::string& name, SteadyTime::duration when) {
        Answer given = anAnswer(Verdict::admitted, name);
        given.guest = aGuest(1, name);
        given.guest->attention = true;
        given.guest->note = "Wheelchair";
        give(given, when);
    }
    void fail(SteadyTime::duration when) {
        presenter->onNotRecorded(makeError(Fault::busy, "store.gate_taken", {{"program", "turnout"}}), kStart + when);
        last = when;
    }
    void noise(SteadyTime::duration when) { show("\x1b]noise", when, Verdict::notATicket); }
    // Ticks as a door does, up to then.
    void after(SteadyTime::duration passed) {
        for (; last + 20ms < passed; last += 20ms) presenter->tick(kStart + last, wall());
        presenter->tick(kStart + passed, wall());
        last = passed;
    }
    // Whose card is up; "-" = that of no ticket, "!" = not recorded, empty = none.
    std::string up() const {
        if (screen().scene != Scene::verdict) return {};
        if (screen().card->verdict == Verdict::notRecorded) return "!";
        return screen().card->guest ? screen().card->guest->name : "-";
    }
    // Whose cards are up until then, one after the other.
    std::vector<std::string> seenUntil(SteadyTime::duration end) {
        std::vector<std::string> seen;
        for (auto now = last + 20ms; now < end; now += 20ms) {
            after(now);
            if (!up().empty() && (seen.empty() || seen.back() != up())) seen.push_back(up());
        }
        return seen;
    }
    bool conflict(SteadyTime::duration when) {
        show("Batbayar", when, Verdict::alreadyIn);
        return !screen().card->sameLabel.empty();
    }
    void answerWith(DoorAction action, SteadyTime::duration when) { presenter->handle(action, kStart + when); }

    SteadyTime::duration last{};
};

TEST_F(DoorCards, WhatStillWaitsGivesWayToTheNextGuest) {
    show("One", 0ms);
    show("Two", 0ms, Verdict::revoked);
    show("Three", 0ms, Verdict::admitted);
    show("Four", 300ms);
    after(360ms);
    EXPECT_EQ(up(), "Four");
    EXPECT_THAT(seenUntil(10s), ElementsAre("Four", "Two")) << "a refusal afterwards, a welcome no more";
}

TEST_F(DoorCards, TheNextGuestIsShownAtOnceHoweverFastTheyCome) {
    SteadyTime::duration now = 0ms;
    for (int n = 0; n < 100; ++n, now += 250ms) {
        const std::string name = "Guest " + std::to_string(n);
        show(name, now, n % 2 == 0 ? Verdict::admitted : Verdict::revoked);
        after(now + kGapBetweenCards);
        EXPECT_EQ(up(), name);
    }
}

TEST_F(DoorCards, OfAStreamOfAnswersNoneIsFurtherBehindThanOneMoment) {
    SteadyTime::duration now = 0ms;
    for (int n = 0; n < 1000; ++n, now += 10ms) {
        show(std::to_string(n), now, n % 2 == 0 ? Verdict::admitted : Verdict::revoked);
        after(now);
        ASSERT_TRUE(up().empty() || n - std::stoi(up()) <= 25) << up() << " is up after " << n;
    }
    for (auto then = now; then < now + kMostWaitingCards * (kLeastShown + kGapBetweenCards); then += 20ms) after(then);
    EXPECT_EQ(up(), "999");
}

TEST_F(DoorCards, ATicketWaitsForNothingThatIsNoTicket) {
    for (auto now = 0ms; now < 2000ms; now += 7ms) {
        noise(now);
        after(now);
    }
    show("Nethmi", 2s, Verdict::admitted);
    after(2s + kGapBetweenCards);
    EXPECT_EQ(up(), "Nethmi");
    noise(2100ms);
    after(2s + kGapBetweenCards + kLeastShown - 1ms);
    EXPECT_EQ(up(), "Nethmi") << "noise takes no answer away before it could be read";
}

TEST_F(DoorCards, OfManyTextsThatAreNoTicketOnlyTheLastWaits) {
    for (auto now = 0ms; now < 500ms; now += 5ms) noise(now);
    after(1s);
    EXPECT_EQ(up(), "-");
    after(3s);
    EXPECT_EQ(presenter->takeHeard().size(), 2U) << "one that was up, one that waited";
}

TEST_F(DoorCards, TwoTicketsAreBothSeenThoughSomethingElseIsReadBetweenThem) {
    show("One", 0ms);
    noise(100ms);
    show("Two", 150ms, Verdict::revoked);
    after(kLeastShown - 1ms);
    EXPECT_EQ(up(), "One");
    after(kLeastShown);
    after(kLeastShown + kGapBetweenCards);
    EXPECT_EQ(up(), "Two");
}

TEST_F(DoorCards, WhoWasAskedToWaitIsCalledAfterTheGuestWhoHasJustScanned) {
    show("Waited 1", 0ms, Verdict::admitted, true);
    show("Waited 2", 0ms, Verdict::admitted, true);
    after(500ms);
    EXPECT_EQ(up(), "Waited 1");
    show("New", 500ms);
    after(500ms + kGapBetweenCards);
    EXPECT_EQ(up(), "New");
    after(kGreenStays);
    EXPECT_EQ(up(), "New") << "whoever holds up a ticket sees its own answer";
    EXPECT_THAT(seenUntil(10s), ElementsAre("New", "Waited 1", "Waited 2"));
}

TEST_F(DoorCards, NoWelcomeOfOthersStandsInPlaceOfARefusal) {
    for (const char* name : {"Waited 1", "Waited 2", "Waited 3"}) show(name, 0ms, Verdict::admitted, true);
    after(500ms);
    show("Cancelled", 500ms, Verdict::revoked);
    after(kOtherStays);
    EXPECT_EQ(up(), "Cancelled");
    EXPECT_THAT(seenUntil(12s), testing::Contains("Waited 1"));
    EXPECT_EQ(screen().card->detail.find("Scanned at "), 0U) << "not for whoever stands there now";
}

TEST_F(DoorCards, ANoteStaysUntilItIsSeenToThoughOthersWaited) {
    for (const char* name : {"Waited 1", "Waited 2"}) show(name, 0ms, Verdict::admitted, true);
    showInNeed("In need", 500ms);
    EXPECT_THAT(seenUntil(20s), ElementsAre("In need"));
    answerWith(DoorAction::dismiss, 20s);
    EXPECT_THAT(seenUntil(30s), ElementsAre("Waited 1", "Waited 2"));
}

TEST_F(DoorCards, AnAnswerThatWaitsIsShownBeforeThePageThatIsOpened) {
    for (const DoorAction opened : {DoorAction::openSearch, DoorAction::openGroup, DoorAction::openMenu})
        for (const Verdict verdict : {Verdict::admitted, Verdict::revoked}) {
            open({});
            show("One", 0ms);
            show("Two", 100ms, verdict);
            after(300ms);
            answerWith(opened, 300ms);
            EXPECT_THAT(seenUntil(4s), ElementsAre("Two"));
            answerWith(DoorAction::dismiss, 4s);
            EXPECT_NE(screen().scene, Scene::idle) << "then the page";
            EXPECT_NE(screen().scene, Scene::verdict);
        }
}

TEST_F(DoorCards, WhoWasAskedToWaitIsCalledForLongEnoughThoughOthersAreRecordedMeanwhile) {
    show("Waited 1", 0ms, Verdict::admitted, true);
    show("Waited 2", 1s, Verdict::admitted, true);
    after(kRecoveredShown - 1ms);
    EXPECT_EQ(up(), "Waited 1");
    EXPECT_THAT(seenUntil(5s), ElementsAre("Waited 2"));
}

TEST_F(DoorCards, WhoWasAskedToWaitWithWhatIsNoTicketIsCalledLikeTheOthers) {
    const std::vector<std::vector<std::string>> orders{{"One", "-", "Two"}, {"-", "One", "Two"}, {"One", "Two", "-"}};
    for (const auto& order : orders) {
        open({});
        last = {};
        for (const std::string& name : order)
            show(name, 0ms, name == "-" ? Verdict::notATicket : Verdict::admitted, true);
        EXPECT_THAT(seenUntil(10s), testing::ElementsAreArray(order));
    }
    open({});
    last = {};
    show("-", 0ms, Verdict::notATicket, true);
    show("New", 1s);
    EXPECT_THAT(seenUntil(10s), ElementsAre("New", "-")) << "after the guest who has just scanned";
}

TEST_F(DoorCards, OfTooManyWhoWereAskedToWaitThoseWithoutATicketAreLeftOut) {
    std::vector<std::string> guests;
    for (std::size_t n = 0; n < kMostRecoveredCards; ++n) {
        guests.push_back("Guest " + std::to_string(n));
        show(guests.back(), 0ms, Verdict::admitted, true);
        if (n > 0) show("\x1b]noise", 0ms, Verdict::notATicket, true);
    }
    auto seen = seenUntil(120s);
    std::erase(seen, "-");
    EXPECT_EQ(seen, guests);
}

TEST_F(DoorCards, WhoWasAskedToWaitIsCalledWhateverIsPressedOrFails) {
    const auto asked = [&](DoorAction action) {
        answerWith(action, 700ms);
        ASSERT_EQ(screen().scene, Scene::reason) << "about the card that was up";
        answerWith(DoorAction::keep, 1s);
    };
    const std::vector<std::function<void()>> between{[&] { answerWith(DoorAction::openSearch, 700ms); },
                                                     [&] { asked(DoorAction::override); },
                                                     [&] {
                                                         answerWith(DoorAction::ticketAgain, 700ms);
                                                         after(5s);
                                                         EXPECT_EQ(up(), "Noy") << "until it was photographed";
                                                         answerWith(DoorAction::dismiss, 5s);
                                                     },
                                                     [&] { fail(700ms); }};
    for (const auto& happens : between) {
        open({});
        Answer walkIn = anAnswer(Verdict::admitted, "K7QX9V3M2RTB5WHN8DJ3");
        walkIn.source = Source::walkIn;
        walkIn.guest = aGuest(9, "Noy");
        presenter->showLast({walkIn}, kStart);
        show("Waited 1", 0ms, Verdict::full, true);
        for (const char* name : {"Waited 2", "Waited 3"}) show(name, 0ms, Verdict::admitted, true);
        after(700ms);
        ASSERT_EQ(up(), "Waited 1");
        happens();
        EXPECT_THAT(seenUntil(15s), testing::IsSupersetOf({"Waited 2", "Waited 3"}));
    }
}

TEST_F(DoorCards, TheReasonsAreAskedForTheCardThatWasUpBeforeTheNextIsShown) {
    show("One", 0ms);
    show("Two", 100ms, Verdict::revoked);
    answerWith(DoorAction::undo, 300ms);
    EXPECT_THAT(seenUntil(5s), testing::IsEmpty());
    ASSERT_EQ(screen().scene, Scene::reason);
    EXPECT_EQ(screen().reason->guest.name, "One");
    answerWith(DoorAction::reason1, 5s);
    EXPECT_THAT(seenUntil(8s), ElementsAre("Two"));
}

TEST_F(DoorCards, WhatSomebodyMustActOnIsShownAfterTheNextGuest) {
    show("One", 0ms);
    showInNeed("In need", 0ms);
    give(anAnswer(Verdict::genuineUnlisted, "ticket"), 0ms);
    show("Next", 300ms);
    after(300ms + kGapBetweenCards);
    EXPECT_EQ(up(), "Next");
    EXPECT_THAT(presenter->takeHeard(), testing::Not(testing::Contains(Heard::attention)));
    EXPECT_THAT(seenUntil(8s), ElementsAre("Next", "In need", "-"));
    EXPECT_THAT(presenter->takeHeard(), testing::Contains(Heard::attention));
    after(60s);
    EXPECT_EQ(screen().card->verdict, Verdict::genuineUnlisted) << "until somebody has decided";
}

TEST_F(DoorCards, OfTooManyAnswersNoneThatMustBeActedOnIsLeftOut) {
    show("One", 0ms);
    showInNeed("In need", 0ms);
    for (std::size_t n = 0; n <= kMostWaitingCards; ++n) show("Other", 0ms);
    EXPECT_THAT(seenUntil(20s), ElementsAre("One", "In need", "Other", "In need"));
}

// A sheet of tickets in one frame: of welcomes some are only in the last scans, of refusals none.
TEST_F(DoorCards, OfTooManyAnswersAWelcomeIsLeftOutBeforeARefusal) {
    show("One", 0ms);
    show("Refused", 0ms, Verdict::revoked);
    show("In already", 0ms, Verdict::alreadyIn);
    for (std::size_t n = 0; n < 2 * kMostWaitingCards; ++n) show("Other " + std::to_string(n), 0ms);
    EXPECT_THAT(seenUntil(20s), testing::AllOf(testing::Contains("Refused"), testing::Contains("In already"),
                                               testing::SizeIs(kMostWaitingCards + 1)));
}

TEST_F(DoorCards, ANoteComesBackWhenAnotherTicketOfItsMomentWasShown) {
    showInNeed("In need", 0ms);
    show("Companion", 100ms);
    EXPECT_THAT(seenUntil(20s), ElementsAre("In need", "Companion", "In need"));
    show("Next", 20s);
    EXPECT_THAT(seenUntil(60s), ElementsAre("Next")) << "the next guest ends it";
}

TEST_F(DoorCards, NotRecordedIsSaidAtOnce) {
    show("One", 0ms);
    presenter->onNotRecorded(makeError(Fault::diskFull, "store.disk_full"), kStart + 100ms);
    after(100ms + kGapBetweenCards);
    ASSERT_EQ(screen().scene, Scene::verdict);
    EXPECT_EQ(screen().card->verdict, Verdict::notRecorded);
}

TEST_F(DoorCards, NotRecordedIsSeenThoughTheNextGuestIsLetInInTheSameFrame) {
    fail(0ms);
    show("Next", 5ms);
    after(kLeastShown - 1ms);
    EXPECT_EQ(up(), "!");
    EXPECT_THAT(seenUntil(2s), ElementsAre("Next"));
}

TEST_F(DoorCards, NotRecordedIsSeenThoughTheNextGuestIsLetInBeforeItIsUp) {
    show("One", 0ms);
    fail(500ms);
    show("Next", 530ms);
    EXPECT_THAT(seenUntil(500ms + kLeastShown), ElementsAre("!"));
    EXPECT_THAT(seenUntil(3s), ElementsAre("!", "Next"));
}

TEST_F(DoorCards, NotRecordedIsSeenByTheSecondOneToo) {
    fail(0ms);
    fail(700ms);
    show("Next", 710ms);
    after(700ms + kLeastShown - 1ms);
    EXPECT_EQ(up(), "!");
}

TEST_F(DoorCards, WhatWasRecordedBeforeItCouldBeSaidIsNotSaid) {
    show("One", 0ms);
    fail(500ms);
    presenter->onStore(status, {}, 0, {}, kStart + 510ms);
    EXPECT_THAT(seenUntil(3s), testing::IsEmpty());
}

TEST_F(DoorCards, WhoHoldsTheTicketIsAskedLongEnoughForTwoPeopleWhoArgue) {
    ASSERT_TRUE(conflict(0ms));
    after(kQuestionStays - 1ms);
    EXPECT_EQ(up(), "Batbayar");
    answerWith(DoorAction::anotherPerson, kQuestionStays - 1ms);
    EXPECT_EQ(requests().size(), 1U);
    after(kQuestionStays - 1ms + kOtherStays - 1ms);
    EXPECT_EQ(up(), "Batbayar") << "what to do now is read, too";
    after(kQuestionStays - 1ms + kOtherStays);
    EXPECT_EQ(up(), "");
}

TEST_F(DoorCards, WhoHoldsTheTicketMayBeCorrectedWhileTheCardIsUp) {
    ASSERT_TRUE(conflict(0ms));
    after(1s);
    answerWith(DoorAction::anotherPerson, 1s);
    answerWith(DoorAction::anotherPerson, 2s);
    answerWith(DoorAction::samePerson, 3s);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 2U) << "the same answer twice is one";
    EXPECT_EQ(asked[0].remark, Remark::anotherPerson);
    EXPECT_EQ(asked[1].remark, Remark::samePerson);
    EXPECT_EQ(asked[0].about, asked[1].about);
    EXPECT_EQ(screen().card->remarked, Remark::samePerson);
    EXPECT_THAT(screen().card->nextStep, testing::HasSubstr("the same person"));
}

TEST_F(DoorCards, TheNextScanEndsTheQuestion) {
    ASSERT_TRUE(conflict(0ms));
    show("Nethmi", 1s);
    after(1s + kGapBetweenCards);
    EXPECT_EQ(up(), "Nethmi");
}

}  // namespace
}  // namespace turnout::kiosk
