#include "kiosk/app/machine_watch.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;

const TimePoint kWall = *parseIso("2023-11-17T18:00:00+08:00");
constexpr Millis kRan{5'000'000};

TEST(ClockWatch, AClockThatRunsOnHasNotJumped) {
    const ClockWatch watch(kWall, kRan);
    EXPECT_EQ(watch.jumped(kWall + 3h, kRan + 3h), std::nullopt);
    EXPECT_EQ(watch.jumped(kWall + 3h + 90s, kRan + 3h), std::nullopt) << "a little is set right every day";
}

TEST(ClockWatch, AClockSetAheadOrBackHasJumpedUntilItIsRightAgain) {
    const ClockWatch watch(kWall, kRan);
    EXPECT_EQ(watch.jumped(kWall + 10min + 3h, kRan + 10min), Millis(3h));
    EXPECT_EQ(watch.jumped(kWall + 20min - 24h, kRan + 20min), Millis(-24h));
    EXPECT_EQ(watch.jumped(kWall + 30min, kRan + 30min), std::nullopt);
}

// The lid was closed between the rehearsal and the evening: both clocks ran on.
TEST(ClockWatch, TheTimeSinceTheStartCountsAMachinesSleep) {
    timespec boot = {}, awake = {};
    ASSERT_EQ(::clock_gettime(CLOCK_BOOTTIME, &boot), 0);
    ASSERT_EQ(::clock_gettime(CLOCK_MONOTONIC, &awake), 0);
    const auto ran = std::chrono::seconds(boot.tv_sec);
    EXPECT_NEAR(static_cast<double>(sinceBoot().count()), static_cast<double>(Millis(ran).count()), 2000);
    EXPECT_GE(boot.tv_sec, awake.tv_sec);
}

class PowerSupplies : public testing::Test {
  protected:
    void supply(const std::string& name, std::initializer_list<std::pair<const char*, const char*>> files) {
        std::filesystem::create_directories(dir.path() / name);
        for (const auto& [file, text] : files) std::ofstream(dir.path() / name / file) << text << "\n";
    }
    MachineNow look() const { return lookAtMachine(dir.path(), dir.path()); }

    test::TempDir dir;
};

TEST_F(PowerSupplies, ADesktopHasNoBatteryAndIsPlugged) {
    EXPECT_EQ(look().battery, std::nullopt);
    EXPECT_TRUE(look().plugged);
    EXPECT_GT(look().diskFree.value_or(0), 0U);
}

TEST_F(PowerSupplies, ALaptopOnItsBatteryIsNotPlugged) {
    supply("AC", {{"type", "Mains"}, {"online", "0"}});
    supply("BAT0", {{"type", "Battery"}, {"capacity", "41"}, {"status", "Discharging"}});
    EXPECT_EQ(look().battery, 41);
    EXPECT_FALSE(look().plugged);
    supply("AC", {{"online", "1"}});
    EXPECT_TRUE(look().plugged);
}

TEST_F(PowerSupplies, TheBatteryOfAMouseIsNotTheMachines) {
    supply("hid-mouse", {{"type", "Battery"}, {"scope", "Device"}, {"capacity", "3"}, {"status", "Discharging"}});
    EXPECT_EQ(look().battery, std::nullopt);
    EXPECT_TRUE(look().plugged);
}

}  // namespace
}  // namespace turnout::kiosk
