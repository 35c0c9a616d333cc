#include "common/base/machine_time.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <string>

namespace turnout {
namespace {

TEST(MachineClockTime, IsThatOfTheMachinesOwnZone) {
    const char* set = std::getenv("TZ");
    const auto before = set != nullptr ? std::optional<std::string>(set) : std::nullopt;
    ::setenv("TZ", "Asia/Shanghai", 1);
    ::tzset();
    EXPECT_EQ(machineClockTime(parseIso("2023-11-17T11:04:59Z").value()), "19:04");
    before ? ::setenv("TZ", before->c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
}

}  // namespace
}  // namespace turnout
