#include "kiosk/scan/presence_tracker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace turnout::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<FoundCode> codes(std::initializer_list<const char*> texts) {
    std::vector<FoundCode> found;
    for (const char* text : texts) found.push_back({text, {}});
    return found;
}

TEST(PresenceTracker, ATicketHeldInViewIsOneArrival) {
    PresenceTracker tracker;
    EXPECT_THAT(tracker.arrivals(codes({"A"}), Millis(0)), ElementsAre("A"));
    for (int at = 50; at < 60'000; at += 50) EXPECT_THAT(tracker.arrivals(codes({"A"}), Millis(at)), IsEmpty());
}

TEST(PresenceTracker, SeveralInOneFrameAreSeveralInTheirOrder) {
    PresenceTracker tracker;
    EXPECT_THAT(tracker.arrivals(codes({"B", "A"}), Millis(0)), ElementsAre("B", "A"));
    EXPECT_THAT(tracker.arrivals(codes({"A", "C", "B"}), Millis(50)), ElementsAre("C"));
}

TEST(PresenceTracker, UnreadForLessThanThreeSecondsItIsStillThere) {
    PresenceTracker tracker;
    tracker.arrivals(codes({"A"}), Millis(1000));
    EXPECT_THAT(tracker.arrivals(codes({}), Millis(2500)), IsEmpty());
    EXPECT_THAT(tracker.arrivals(codes({"A"}), Millis(3999)), IsEmpty());
    EXPECT_THAT(tracker.arrivals(codes({"A"}), Millis(6998)), IsEmpty());  // counted from when it was last read
}

TEST(PresenceTracker, UnreadForThreeSecondsItHasLeftAndComesAnew) {
    PresenceTracker tracker;
    tracker.arrivals(codes({"A"}), Millis(1000));
    EXPECT_THAT(tracker.arrivals(codes({"A"}), Millis(4000)), ElementsAre("A"));
}

TEST(PresenceTracker, OneThatLeavesDoesNotTakeTheOtherAlong) {
    PresenceTracker tracker;
    tracker.arrivals(codes({"A", "B"}), Millis(0));
    for (int at = 100; at <= 3000; at += 100) tracker.arrivals(codes({"B"}), Millis(at));
    EXPECT_THAT(tracker.arrivals(codes({"A", "B"}), Millis(3100)), ElementsAre("A"));
}

}  // namespace
}  // namespace turnout::kiosk
