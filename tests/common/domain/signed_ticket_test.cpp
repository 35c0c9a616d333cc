#include "common/domain/signed_ticket.h"

#include <gtest/gtest.h>

namespace turnout {
namespace {

TEST(SignedTicket, Base45IsThatOfTheStandard) {  // the examples of RFC 9285
    EXPECT_EQ(base45("AB"), "BB8");
    EXPECT_EQ(base45("Hello!!"), "%69 VD92EX0");
    EXPECT_EQ(base45("base-45"), "UJCLQE7W581");
    EXPECT_EQ(fromBase45("QED8WEX0"), "ietf!");
    for (const char* wrong : {"GGW", "a", "ABCD", "::", "==="}) EXPECT_FALSE(fromBase45(wrong)) << wrong;
}

TEST(SignedTicket, ComesBackAsItWasWritten) {
    for (const char* code : {"ABCD0123456789ABCDEV", "K7QX9V3M2RTB5WHN8DJ3"}) {
        const SignedTicket ticket{code, 19680, 3};
        const std::string part = signedPart(ticket), signature(kSignatureBytes, 's');
        EXPECT_EQ(part.size(), kSignedPartBytes);
        const std::string text = signedText(part, signature);
        EXPECT_EQ(text.size(), 122U);
        const auto read = readSignedText(text + "\r\n");
        ASSERT_TRUE(read);
        EXPECT_EQ(read->ticket, ticket);
        EXPECT_EQ(read->part, part);
        EXPECT_EQ(read->signature, signature);
    }
}

TEST(SignedTicket, NothingElseIsTakenForOne) {
    for (const std::string& text :
         {std::string(), std::string("T1:"), "T1:" + std::string(119, '~'), "T1:" + std::string(118, 'A'),
          "T2:" + std::string(119, 'A'), std::string(122, '\0'), std::string(100000, 'T')})
        EXPECT_FALSE(readSignedText(text));
}

}  // namespace
}  // namespace turnout
