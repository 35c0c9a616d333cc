#include "common/tickets/qr.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "common/base/text.h"
#include "common/domain/ticket_code.h"
#include "tests/common/tickets/read_qr.h"

namespace turnout {
namespace {

std::string aCode(std::mt19937& random) {
    std::array<std::uint8_t, 10> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    return makeTicketCode("K7QX", bytes);
}

// The two level bits of the format information beside the upper left finder, unmasked (ISO/IEC 18004, table C.1): M =
// 00.
int levelBits(const QrSymbol& symbol) {
    const int masked = (symbol.dark(0, 8) ? 2 : 0) + (symbol.dark(1, 8) ? 1 : 0);
    return masked ^ 0b10;  // 101010000010010
}

TEST(QrTest, EveryCodeOfOursIsTheSmallestSymbolAtLevelM) {
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        const auto symbol = qrSymbol(aCode(random));
        ASSERT_TRUE(symbol);
        EXPECT_EQ(symbol->size, 21);
        EXPECT_EQ(symbol->version(), 1);
        EXPECT_EQ(levelBits(*symbol), 0b00);
    }
}

TEST(QrTest, ACodeIsReadBackAsItWas) {
    std::mt19937 random(11);
    for (int i = 0; i < 50; ++i) {
        const std::string code = aCode(random);
        EXPECT_EQ(readQr(picture(*qrSymbol(code), 4)), std::vector<std::string>{code});
    }
}

TEST(QrTest, AForeignTicketKeepsItsBytes) {
    for (const std::string& text : {std::string("https://tickets.example/abc?x=1"), std::string("票号 2023-学生-007"),
                                    std::string("a1b2\x01\x1f\tz"), std::string(512, 'x')}) {
        const auto symbol = qrSymbol(text);
        ASSERT_TRUE(symbol) << text;
        EXPECT_EQ(levelBits(*symbol), 0b00);
        EXPECT_EQ(readQr(picture(*symbol, 3)), std::vector<std::string>{text});
    }
}

// No list holds such a code: a door reads it as the text that it would be in an older character set.
TEST(QrTest, BytesThatAreNoTextAreReadAsSomeText) {
    const auto read = readQr(picture(*qrSymbol("a1b2\x01\xfe\xff\x80z"), 3));
    ASSERT_EQ(read.size(), 1U);
    EXPECT_TRUE(isUtf8(read.front()));
}

TEST(QrTest, NothingAndTooMuchHaveNoSymbol) {
    EXPECT_FALSE(qrSymbol(""));
    EXPECT_FALSE(qrSymbol(std::string(4000, 'x')));
}

}  // namespace
}  // namespace turnout
