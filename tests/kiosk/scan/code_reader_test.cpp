#include "kiosk/scan/code_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/support/qr_frames.h"

namespace turnout::kiosk {
namespace {

using test::GreyFrame;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* kTicket = "K7QX9V3M2RTB5WHN8DJ3";
constexpr const char* kOther = "ABCD0123456789ABCDEV";

GreyImage imageOf(const GreyFrame& frame) {
    return {frame.pixels.data(), frame.width, frame.height, static_cast<std::size_t>(frame.width)};
}

std::set<std::string> textsOf(const std::vector<FoundCode>& codes) {
    std::set<std::string> texts;
    for (const FoundCode& code : codes) texts.insert(code.text);
    return texts;
}

// What a person who holds still gets: everything that any frame of one round of the schedule reads.
std::set<std::string> heldStill(const GreyFrame& frame) {
    CodeReader reader;
    std::set<std::string> texts;
    for (int i = 0; i < 8; ++i) texts.merge(textsOf(reader.read(imageOf(frame))));
    return texts;
}

TEST(ReadCodes, AnswersTheTextAndWhereItStands) {
    GreyFrame frame(640, 480);
    show(frame, {.text = kTicket, .x = 200, .y = 300, .module = 5});
    const auto codes = readCodes(imageOf(frame), {});
    ASSERT_EQ(codes.size(), 1U);
    EXPECT_EQ(codes[0].text, kTicket);
    const float half = 21 * 5 / 2.0F;
    const std::array<Corner, 4> expected{
        {{200 - half, 300 - half}, {200 + half, 300 - half}, {200 + half, 300 + half}, {200 - half, 300 + half}}};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(codes[0].corners[i].x, expected[i].x, 5);
        EXPECT_NEAR(codes[0].corners[i].y, expected[i].y, 5);
    }
}

TEST(ReadCodes, HandsTheBytesOnAsTheyStand) {
    for (const std::string text : {"https://example.org/a?b=c", "重庆大学", "a\tb", "<GS>\x1d<GS>"}) {
        GreyFrame frame(640, 480);
        show(frame, {.text = text, .x = 320, .y = 240, .module = 7});
        EXPECT_EQ(textsOf(readCodes(imageOf(frame), {})), std::set<std::string>{text});
    }
}

TEST(ReadCodes, FindsNothingInGrain) {
    GreyFrame frame(640, 360);
    addGrain(frame, 60, 11);
    EXPECT_THAT(readCodes(imageOf(frame), {}), IsEmpty());
}

TEST(CodeReader, ReadsTicketsOfManySizesAndTurns) {
    for (const double module : {3.0, 4.5, 7.0, 12.0})
        for (const double degrees : {0.0, 12.0, 45.0, 97.0, 180.0, 260.0}) {
            GreyFrame frame(1280, 720);
            show(frame, {.text = kTicket, .x = 660, .y = 350, .module = module, .degrees = degrees});
            test::blur(frame, 0.8);
            test::addGrain(frame, 5, 5);
            EXPECT_THAT(heldStill(frame), ElementsAre(kTicket)) << module << " px, " << degrees << " degrees";
        }
}

TEST(CodeReader, ReadsPhonesInDarkMode) {
    GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 500, .y = 300, .module = 6, .degrees = 8, .inverted = true});
    EXPECT_THAT(heldStill(frame), ElementsAre(kTicket));
}

TEST(CodeReader, ReadsAPhoneInDarkModeThatTheLampsWashOut) {
    GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 500, .y = 300, .module = 7, .inverted = true, .dark = 150, .light = 178});
    test::blur(frame, 0.8);
    test::addGrain(frame, 2, 4);
    EXPECT_THAT(heldStill(frame), ElementsAre(kTicket));
}

TEST(CodeReader, ReadsWhatZXingsOwnThresholdTakesForWhite) {
    GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 640, .y = 360, .module = 6, .degrees = 5, .dark = 168, .light = 186});
    test::blur(frame, 0.8);
    test::addGrain(frame, 2, 4);
    EXPECT_THAT(readCodes(imageOf(frame), {.everything = true}), IsEmpty());
    EXPECT_THAT(heldStill(frame), ElementsAre(kTicket));
}

TEST(CodeReader, ReadsATicketSeenInAMirrorAndSaysWhereItStands) {
    GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 400, .y = 300, .module = 6, .degrees = 8});
    GreyBuffer mirrored;
    mirror(imageOf(frame), mirrored);
    CodeReader reader;
    std::vector<FoundCode> codes;
    for (int i = 0; i < 8 && codes.empty(); ++i) codes = reader.read(mirrored.image());
    ASSERT_EQ(textsOf(codes), std::set<std::string>{kTicket});
    const auto& c = codes[0].corners;
    EXPECT_NEAR((c[0].x + c[1].x + c[2].x + c[3].x) / 4, 880, 8);
    EXPECT_NEAR((c[0].y + c[1].y + c[2].y + c[3].y) / 4, 300, 8);
    const float turn = (c[1].x - c[0].x) * (c[3].y - c[0].y) - (c[1].y - c[0].y) * (c[3].x - c[0].x);
    if (!readsMirrored()) {  // newer ones read it by themselves, with corners of their own order
        EXPECT_GT(turn, 0) << "clockwise on the screen";
    }
}

TEST(CodeReader, ReadsAFaintPhoneInAShadow) {
    GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 640, .y = 360, .module = 9, .dark = 90, .light = 150});
    test::shade(frame, 0.25, 1.0);
    test::addGrain(frame, 3, 6);
    EXPECT_THAT(heldStill(frame), ElementsAre(kTicket));
}

TEST(CodeReader, ReadsTheSmallTicketThatHalfTheSizeLoses) {
    GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 640, .y = 360, .module = 2.4, .degrees = 5});
    EXPECT_THAT(heldStill(frame), ElementsAre(kTicket));
}

TEST(CodeReader, ReadsTheTicketFarAwayThatIsNotQuiteSharp) {
    for (const bool inverted : {false, true}) {
        GreyFrame frame(1280, 720);
        show(frame, {.text = kTicket, .x = 640, .y = 360, .module = 2.6, .degrees = 12, .inverted = inverted});
        test::blur(frame, 1.0);
        test::addGrain(frame, 4, 8);
        EXPECT_THAT(heldStill(frame), ElementsAre(kTicket)) << inverted;
    }
}

// Cameras of more pixels, and photographs: the same ticket is as small or as large in pixels as it likes.
TEST(CodeReader, ReadsSmallAndLargeTicketsInLargeFrames) {
    for (const double module : {3.0, 10.0, 30.0, 56.0}) {
        GreyFrame frame(2560, 1920, 90);
        show(frame, {.text = kTicket, .x = 1280, .y = 960, .module = module, .degrees = 4});
        test::blur(frame, std::min(module, 16.0) * 0.25);
        test::addGrain(frame, 5, 9);
        EXPECT_THAT(heldStill(frame), ElementsAre(kTicket)) << module;
    }
}

TEST(CodeReader, ReadsASheetOfTickets) {
    GreyFrame frame(1280, 720, 235);
    std::set<std::string> shown;
    for (int i = 0; i < 20; ++i) {
        const std::string text = "TICKET" + std::to_string(100 + i) + "ABCDEFGHJKM";
        const int column = i % 5, row = i / 5;
        show(frame, {.text = text,
                     .x = 128 + 256.0 * column,
                     .y = 90 + 180.0 * row,
                     .module = 5,
                     .degrees = (column * 7 + row * 5) % 9 - 4.0});
        shown.insert(text);
    }
    EXPECT_EQ(heldStill(frame), shown);
}

TEST(CodeReader, ReadsSeveralTicketsOfOneFrame) {
    GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 350, .y = 360, .module = 6});
    show(frame, {.text = kOther, .x = 900, .y = 300, .module = 5, .degrees = 20});
    CodeReader reader;
    EXPECT_THAT(textsOf(reader.read(imageOf(frame))), UnorderedElementsAre(kTicket, kOther));
}

TEST(CodeReader, ATicketThatStaysDoesNotHideTheDarkModePhoneBesideIt) {
    GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 350, .y = 360, .module = 6});
    show(frame, {.text = kOther, .x = 900, .y = 300, .module = 6, .inverted = true});
    CodeReader reader;
    std::set<std::string> texts;
    for (int i = 0; i < 10; ++i) texts.merge(textsOf(reader.read(imageOf(frame))));
    EXPECT_THAT(texts, UnorderedElementsAre(kTicket, kOther));
}

TEST(CodeReader, CornersAreThoseOfTheWholeFrameWhateverTheSearch) {
    for (const bool inverted : {false, true}) {
        GreyFrame frame(1280, 720);
        show(frame, {.text = kTicket, .x = 700, .y = 260, .module = 6, .inverted = inverted});
        CodeReader reader;
        std::vector<FoundCode> codes;
        for (int i = 0; i < 8 && codes.empty(); ++i) codes = reader.read(imageOf(frame));
        ASSERT_EQ(codes.size(), 1U);
        float x = 0, y = 0;
        for (const Corner& c : codes[0].corners) x += c.x / 4, y += c.y / 4;
        EXPECT_NEAR(x, 700, 6);
        EXPECT_NEAR(y, 260, 6);
    }
}

TEST(CodeReader, FramesOfAnySizeAreTaken) {
    CodeReader reader;
    for (const auto& [w, h] : {std::pair{1, 1}, {7, 200}, {9, 9}, {33, 17}, {641, 359}}) {
        GreyFrame frame(w, h);
        for (int i = 0; i < 5; ++i) EXPECT_THAT(reader.read(imageOf(frame)), IsEmpty());
    }
}

TEST(CodeReader, TheSameFramesGiveTheSameAnswers) {
    CodeReader one, two;
    for (int i = 0; i < 8; ++i) {
        GreyFrame frame(640, 360);
        show(frame, {.text = i % 2 ? kTicket : kOther, .x = 300.0 + i, .y = 180, .module = 4, .inverted = i > 4});
        EXPECT_EQ(textsOf(one.read(imageOf(frame))), textsOf(two.read(imageOf(frame))));
    }
}

TEST(CodeReader, ARoundStartedAnewLooksAsTheFirstOneDid) {
    GreyFrame plain(640, 360), dark(640, 360);
    show(plain, {.text = kTicket, .x = 300, .y = 180, .module = 4});
    show(dark, {.text = kOther, .x = 300, .y = 180, .module = 4, .inverted = true});
    CodeReader used, fresh;
    for (int i = 0; i < 3; ++i) used.read(imageOf(plain));
    used.startRound();
    for (int i = 0; i < 8; ++i) {
        const GreyFrame& frame = i % 2 ? dark : plain;
        EXPECT_EQ(textsOf(used.read(imageOf(frame))), textsOf(fresh.read(imageOf(frame))));
    }
}

}  // namespace
}  // namespace turnout::kiosk
