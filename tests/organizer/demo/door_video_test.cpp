#define ZX_USE_UTF8 1  // ZXing 1.4: text() is a std::string, as in 2.x
#include "organizer/demo/door_video.h"

#include <ZXing/ReadBarcode.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <set>

#include "common/domain/ticket_code.h"
#include "tests/support/event_builder.h"

namespace turnout {
namespace {

using demo::Cast;
using demo::DoorCamera;
using demo::Frame;
using demo::Medium;
using demo::RunningOrder;

constexpr int kWidth = 1280, kHeight = 720, kRate = 20;

Ticket ticket(int n) {
    std::array<std::uint8_t, 10> random{};
    random[9] = static_cast<std::uint8_t>(n);
    Ticket one{makeTicketCode("DEM0", random), {}};
    one.guest.name = "Guest " + std::to_string(n);
    one.guest.seat = "1-0" + std::to_string(n);
    return one;
}

Cast castOf(int guests) {
    Cast cast;
    for (int i = 0; i < guests; ++i) cast.admitted.push_back(ticket(i));
    cast.revoked = ticket(guests);
    cast.otherEventCode = makeTicketCode("SPRG", {});
    cast.webAddress = "https://example.org/hotpot";
    return cast;
}

// What a good reader finds; dark symbols and light ones.
std::set<std::string> readAll(Frame frame) {
    std::set<std::string> texts;
    for (const bool inverted : {false, true}) {
        if (inverted) {
            for (std::size_t i = 0; i < frame.area(); ++i)
                frame.bytes[i] = static_cast<std::uint8_t>(255 - frame.bytes[i]);
        }
        const ZXing::ImageView view(frame.y(), frame.width, frame.height, ZXing::ImageFormat::Lum);
        for (const auto& found : ZXing::ReadBarcodes(view)) {
            if (found.isValid()) texts.insert(found.text());
        }
    }
    return texts;
}

std::int64_t frameAt(double seconds) {
    return static_cast<std::int64_t>(seconds * kRate);
}

TEST(DoorVideo, EveryTicketCanBeReadWhileItIsHeld) {
    const RunningOrder order = demo::runningOrder(castOf(12), kWidth, kHeight, 7);
    TicketArt art(test::aPlan());
    DoorCamera camera(order, art, kWidth, kHeight, kRate);
    std::set<Medium> media;
    for (const auto& showing : order.showings) {
        // Just after it stops, so that of two at once the second is not asked for too early.
        const auto texts = readAll(camera.frame(frameAt(showing.shown + 0.3)));
        EXPECT_TRUE(texts.contains(showing.prop.ticket.code)) << showing.shown << " s";
        media.insert(showing.prop.medium);
    }
    EXPECT_EQ(media.size(), 7U);
}

TEST(DoorVideo, NothingIsShownBeforeTheFirstAndAfterTheLast) {
    const RunningOrder order = demo::runningOrder(castOf(3), kWidth, kHeight, 7);
    TicketArt art(test::aPlan());
    DoorCamera camera(order, art, kWidth, kHeight, kRate);
    EXPECT_TRUE(readAll(camera.frame(0)).empty());
    EXPECT_TRUE(readAll(camera.frame(camera.frames() - 1)).empty());
}

TEST(DoorVideo, IsTheSameEveryTime) {
    const RunningOrder order = demo::runningOrder(castOf(3), 320, 184, 7);
    TicketArt art(test::aPlan());
    DoorCamera one(order, art, 320, 184, kRate), two(order, art, 320, 184, kRate);
    const std::int64_t at = frameAt(order.showings[1].shown);
    EXPECT_EQ(one.frame(at).bytes, two.frame(at).bytes);
}

TEST(RunningOrder, SometimesTwoAreHeldUpAtOnceAndNeverThree) {
    const RunningOrder order = demo::runningOrder(castOf(64), kWidth, kHeight, 2025);
    int twoAtOnce = 0;
    for (std::size_t i = 0; i + 1 < order.showings.size(); ++i) {
        const auto& next = order.showings[i + 1];
        if (next.shown < order.showings[i].leaves) ++twoAtOnce;
        if (i + 2 < order.showings.size()) {
            EXPECT_GT(order.showings[i + 2].comes, order.showings[i].gone);
        }
    }
    EXPECT_EQ(twoAtOnce, 6);
    EXPECT_LT(order.seconds, 180);
}

TEST(DoorVideo, AFolderThatIsNotThereIsAnErrorAndLeavesNothing) {
    const RunningOrder order = demo::runningOrder(castOf(1), 320, 184, 7);
    TicketArt art(test::aPlan());
    DoorCamera camera(order, art, 320, 184, 1);
    const test::TempDir dir;
    const Status written = demo::writeVideo(camera, 320, 184, 1, dir / "missing" / "door.mkv", {});
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().fault, Fault::diskError);
    EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

}  // namespace
}  // namespace turnout
