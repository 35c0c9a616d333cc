// The status line: what it says about the parts of a door and about who was refused.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

const StatusItem& scanner(const DoorScreen& screen) {
    return *std::find_if(screen.status.items.begin(), screen.status.items.end(),
                         [](const StatusItem& item) { return item.kind == StatusKind::scanner; });
}

TEST_F(Pages, AScannerIsFineOnceItIsThereOrHasScannedSomething) {
    EXPECT_EQ(scanner(screen()).health, Health::unknown);
    EXPECT_EQ(scanner(screen()).words, "No scanner yet");
    Answer scanned;
    scanned.scan = newScanId();
    scanned.at = wall();
    scanned.verdict = Verdict::unknown;
    scanned.source = Source::camera;
    presenter->onAnswer(scanned, moment);
    EXPECT_EQ(scanner(screen()).health, Health::unknown);
    scanned.source = Source::scanner;
    presenter->onAnswer(scanned, moment);
    EXPECT_EQ(scanner(screen()).health, Health::fine);
    open({});
    presenter->onScannerGone(false);  // on a serial line
    EXPECT_EQ(scanner(screen()).health, Health::fine);
    presenter->onScannerGone(true);
    EXPECT_EQ(scanner(screen()).health, Health::trouble);
}

TEST_F(Pages, AnExitCountsWhoLeftHere) {
    open([](DoorSetup& setup) { setup.direction = Direction::exit; });
    counts([](DoorStatus& now) {
        now.guests = {20, 12};
        now.inside = 7;
        now.exitedHere = 5;
        now.exitsLastFiveMinutesHere = 10;
        now.admittedHere = 99;
    });
    EXPECT_EQ(screen().idle.counters.here, "5");
    EXPECT_EQ(screen().idle.counters.hereLabel, "left here");
    EXPECT_EQ(screen().idle.counters.perMinute, "2");
    press(DoorAction::openMenu);
    EXPECT_EQ(screen().status.counts, "7 guests inside · 5 left here · 2 a min");
}

TEST_F(Pages, EveryReasonOfARefusalIsToldOnEveryPage) {
    EXPECT_EQ(screen().status.refused, "");  // the card of the numbers says it
    counts([](DoorStatus& now) {
        now.refusedHere = {
            {Verdict::alreadyIn, 4}, {Verdict::revoked, 5}, {Verdict::unknown, 1}, {Verdict::mistyped, 0}};
    });
    EXPECT_EQ(screen().status.refused, "10 refused: 5 cancelled, 4 already in, 1 not listed");
    press(DoorAction::openSearch);
    EXPECT_EQ(screen().status.refused, "10 refused: 5 cancelled, 4 already in, 1 not listed");
    EXPECT_EQ(screen().status.counts, "0 guests in all · 0 let in here · 0 a min");
}

TEST_F(Pages, HowFarTheClockJumpedIsToldToTheNearestAndAlikeEverywhere) {
    const Millis nearlyThree = std::chrono::hours(3) - Millis{40};
    presenter->onClock(-nearlyThree, kStart);
    EXPECT_THAT(screen().card->detail, testing::HasSubstr("3 h behind"));
    EXPECT_THAT(screen().idle.notice, testing::HasSubstr("by 3 h"));
    EXPECT_THAT(screen().card->steps.at(1).detail, testing::HasSubstr("It shows 19:04; "));
}

TEST_F(Pages, AClockThatIsDaysOffIsToldWithItsDate) {
    presenter->onClock(std::chrono::hours(48), kStart);
    EXPECT_THAT(screen().card->detail, testing::HasSubstr("2 days ahead"));
    EXPECT_THAT(screen().card->steps.at(1).detail, testing::HasSubstr("It shows 2023-11-17 19:04"));
    EXPECT_THAT(screen().card->steps.at(1).detail, testing::HasSubstr("should be 2023-11-15 19:04"));
}

}  // namespace
}  // namespace turnout::kiosk
