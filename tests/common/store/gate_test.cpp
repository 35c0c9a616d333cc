// The gate by itself: one at a time, in turn, never for ever, and it says who holds it.
#include "common/store/gate.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

#include "tests/support/temp_dir.h"

namespace turnout {
namespace {

using namespace test;
namespace fs = std::filesystem;

struct Place {
    Place() { writeFile(dir / "event.turnout", "x"); }
    TempDir dir;
    fs::path event = dir / "event.turnout";
    fs::path gate = dir / "event.turnout-gate";
};

TEST(Gate, LetsOneInAtATime) {
    const Place place;
    std::atomic<int> inside{0}, most{0}, turns{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&] {
                Gate gate(place.event, "thread");
                for (int n = 0; n < 200; ++n) {
                    const auto turn = gate.enter(Millis(20000));
                    if (!turn) return;
                    most = std::max(most.load(), ++inside);
                    ++turns;
                    --inside;
                }
            });
    }
    EXPECT_EQ(turns, 1200);
    EXPECT_EQ(most, 1);
}

TEST(Gate, GivesUpInTimeAndNamesTheHolder) {
    const Place place;
    Gate holder(place.event, "turnout-kiosk"), waiter(place.event, "turnout");
    const auto held = holder.enter(Millis(100));
    ASSERT_TRUE(held);
    const auto began = std::chrono::steady_clock::now();
    std::optional<Error> error;
    std::jthread([&] {
        if (const auto turn = waiter.enter(Millis(150)); !turn) error = turn.error();
    }).join();
    const auto waited = std::chrono::steady_clock::now() - began;
    ASSERT_TRUE(error);
    EXPECT_EQ(error->fault, Fault::busy);
    EXPECT_NE(error->sentence(Lang::en).find("turnout-kiosk"), std::string::npos) << error->sentence(Lang::en);
    EXPECT_NE(error->sentence(Lang::en).find(std::to_string(getpid())), std::string::npos);
    EXPECT_GE(waited, Millis(145));
    EXPECT_LT(waited, Millis(1500));
}

TEST(Gate, OpensAgainWhenATurnEnds) {
    const Place place;
    Gate first(place.event, "one"), second(place.event, "two");
    for (int n = 0; n < 50; ++n) {
        { ASSERT_TRUE(first.enter(Millis(1000))); }
        { ASSERT_TRUE(second.enter(Millis(1000))); }
    }
}

TEST(Gate, LiesBesideTheRealFileAndStaysThere) {
    const Place place;
    const fs::path link = place.dir / "link.turnout";
    fs::create_symlink(place.event, link);
    { ASSERT_TRUE(Gate(link, "one").enter(Millis(1000))); }
    EXPECT_TRUE(fs::exists(place.gate));
    EXPECT_FALSE(fs::exists(link.string() + "-gate"));
    struct stat about {};
    ASSERT_EQ(stat(place.gate.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
}

// Somebody deletes the gate file: a lock on the deleted one protects nothing, so it is looked at after locking.
TEST(Gate, IsMadeAnewWhenSomebodyDeletedIt) {
    const Place place;
    Gate gate(place.event, "one");
    { ASSERT_TRUE(gate.enter(Millis(1000))); }
    fs::remove(place.gate);
    const auto turn = gate.enter(Millis(1000));
    ASSERT_TRUE(turn);
    EXPECT_TRUE(fs::exists(place.gate));
}

TEST(Gate, SaysSoWhereItCannotBeMade) {
    const Place place;
    Gate gate(place.dir / "no-such-folder" / "event.turnout", "one");
    const auto turn = gate.enter(Millis(200));
    ASSERT_FALSE(turn);
    EXPECT_EQ(turn.error().fault, Fault::readOnly);
}

}  // namespace
}  // namespace turnout
