#include "display/app/other_event.h"

#include <gtest/gtest.h>

#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

using namespace std::chrono_literals;

EventPlan named(const char* name) {
    EventPlan plan = test::aPlan();
    plan.name = {name, {}};
    return plan;
}

const EventPlan kGala = named("Gala"), kRehearsal = named("Rehearsal"), kMarket = named("Market");
constexpr SteadyTime kNow{1h};

TEST(OtherEvent, IsToldForTenMinutes) {
    OtherEvent other;
    EXPECT_FALSE(other.told(kNow));
    other.took(kGala, kRehearsal, kNow);
    EXPECT_TRUE(other.told(kNow + 9min));
    EXPECT_FALSE(other.told(kNow + 10min));
}

TEST(OtherEvent, WhoPutsTheRightFileBackIsNotWarnedOfIt) {
    OtherEvent other;
    other.took(kGala, kRehearsal, kNow);
    other.took(kRehearsal, kMarket, kNow + 1min);
    EXPECT_TRUE(other.told(kNow + 1min));
    EventPlan gala = kGala;
    gala.acts = {{{}, {"New", {}}, {}, gala.starts}};
    other.took(kMarket, gala, kNow + 2min);
    EXPECT_FALSE(other.told(kNow + 2min));
}

TEST(OtherEvent, AnEventThatWasTakenLongAgoIsTheRightOne) {
    OtherEvent other;
    other.took(kGala, kRehearsal, kNow);
    other.took(kRehearsal, kGala, kNow + 1h);
    EXPECT_TRUE(other.told(kNow + 1h));
}

TEST(OtherEvent, AnotherActAsksForNoOtherPictures) {
    EventPlan later = kGala;
    later.acts = {{{}, {"New", {}}, {}, later.starts}};
    later.starts += 1h;
    EXPECT_TRUE(dressedAlike(kGala, later));
    later.starts += 24h;
    EXPECT_FALSE(dressedAlike(kGala, later)) << "flags are dated";
    EventPlan golden = kGala;
    golden.display.emplace_back("gold", "#ffffff");
    EXPECT_FALSE(dressedAlike(kGala, golden));
}

}  // namespace
}  // namespace turnout::display
