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
    presenter->onAnswer(scanned, kStart);
    EXPECT_EQ(scanner(screen()).health, Health::unknown);
    scanned.source = Source::scanner;
    presenter->onAnswer(scanned, kStart);
    EXPECT_EQ(scanner(screen()).health, Health::fine);
    open({});
    presenter->onScannerGone(false);  // on a serial line
    EXPECT_EQ(scanner(screen()).health, Health::fine);
    presenter->onScannerGone(true);
    EXPECT_EQ(scanner(screen()).health, Health::trouble);
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
    EXPECT_EQ(screen().status.counts, "0 in all · 0 here · 0 a min");
}

}  // namespace
}  // namespace turnout::kiosk
