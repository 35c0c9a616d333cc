#include "common/base/key_pace.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace turnout {
namespace {

using namespace std::chrono_literals;

KeyPace paced(std::u32string_view keys, Millis perKey, bool repeated = false) {
    KeyPace pace;
    SteadyTime when{};
    for (const char32_t key : keys) pace.onKey(key, when += perKey, repeated);
    return pace;
}

TEST(KeyPace, ManyFastKeysAreAScanners) {
    EXPECT_TRUE(paced(U"7C4Z0K", 1ms).isScanner(kShortestBurst));
    EXPECT_TRUE(paced(U"7C4Z0K", kBurstPerKey).isScanner(kShortestBurst));
    EXPECT_FALSE(paced(U"7C4Z0K", kBurstPerKey + 1ms).isScanner(kShortestBurst)) << "a quick person";
    EXPECT_FALSE(paced(U"7C4", 1ms).isScanner(kShortestBurst)) << "too few";
}

TEST(KeyPace, ARowOfOneCharacterIsAScannersWhereNoKeyRepeatsSoFast) {
    EXPECT_TRUE(paced(U"AAAAAAAAAAAA", 2ms).isScanner(kShortestBurst));
    EXPECT_FALSE(paced(U"AAAAAAAAAAAA", 10ms).isScanner(kShortestBurst)) << "the fastest that a keyboard repeats";
    EXPECT_FALSE(paced(U"AAAA", 2ms).isScanner(kShortestBurst)) << "too few to tell";
    EXPECT_FALSE(paced(std::u32string(12, char32_t{0x110000}), 0ms).isScanner(kShortestBurst)) << "arrows that waited";
}

TEST(KeyPace, AKeyThatIsHeldDownIsNobodys) {
    EXPECT_FALSE(paced(U"bbbbbbbb", 30ms).isScanner(kShortestBurst)) << "one over and over";
    EXPECT_FALSE(paced(U"abababab", 30ms, true).isScanner(kShortestBurst));
}

}  // namespace
}  // namespace turnout
