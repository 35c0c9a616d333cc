// From a picture before the camera to the row in the event file, on all the real threads.
#include "kiosk/app/camera_feed.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <map>

#include "tests/support/event_builder.h"
#include "tests/support/qr_frames.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;
using turnout::test::AnEvent;
using turnout::test::evening;
using turnout::test::must;

class CameraFeedTest : public testing::Test {
  protected:
    CameraFeedTest() : film_(evening()) {
        EventStore store = event_.open();
        door_ = must(store.doorNamed("A", evening()));
        service_.emplace(std::move(store), door_, film_, stats_, [this] { wake(); });
    }
    ~CameraFeedTest() override {
        feed_.reset();
        service_.reset();
    }

    void open(const std::string& camera) {
        feed_.emplace(must(FrameSource::open(cameraChoice(camera), Pace::everyFrame)),
                      FeedSetup{door_, Direction::entry, Lang::en}, *service_, film_, &film_, stats_,
                      [this] { wake(); });
    }
    void wake() {
        const std::lock_guard lock(mutex_);
        ++wakes_;
        changed_.notify_all();
    }
    // Until all has been looked at and written; what became of each text.
    std::map<std::string, Verdict> toEnd() {
        std::map<std::string, Verdict> verdicts;
        const auto limit = std::chrono::steady_clock::now() + 60s;
        std::unique_lock lock(mutex_);
        while (std::chrono::steady_clock::now() < limit) {
            const int wakes = wakes_;
            lock.unlock();
            const bool done = feed_->finished() && !service_->busy();
            for (const CheckinOutcome& outcome : service_->takeOutcomes()) {
                if (outcome.answer) verdicts[outcome.scan.text] = outcome.answer->verdict;
                EXPECT_EQ(outcome.scan.source, Source::camera);
                EXPECT_GE(outcome.scan.at, evening());
                EXPECT_LT(outcome.scan.at, evening() + 10s);
            }
            if (done) return verdicts;
            lock.lock();
            changed_.wait_until(lock, limit, [&] { return wakes_ != wakes; });
        }
        ADD_FAILURE() << "the film never ended";
        return verdicts;
    }

    AnEvent event_{3};
    Stats stats_;
    StreamClock film_;
    Door door_;
    std::optional<CheckinService> service_;
    std::optional<CameraFeed> feed_;
    std::mutex mutex_;
    std::condition_variable changed_;
    int wakes_ = 0;
};

TEST_F(CameraFeedTest, TicketsBeforeTheCameraAreWrittenOnceEach) {
    test::GreyFrame frame(1280, 720);
    show(frame, {.text = event_.codes[0], .x = 300, .y = 360, .module = 6});
    show(frame, {.text = event_.codes[1], .x = 700, .y = 360, .module = 6});
    show(frame, {.text = "https://example.org/menu", .x = 1050, .y = 360, .module = 5});
    writePngFile(frame, event_.dir() / "door.png");
    open(event_.dir() / "door.png");
    const auto verdicts = toEnd();
    EXPECT_EQ(verdicts, (std::map<std::string, Verdict>{{event_.codes[0], Verdict::admitted},
                                                        {event_.codes[1], Verdict::admitted},
                                                        {"https://example.org/menu", Verdict::notATicket}}));
    EXPECT_EQ(feed_->state().state, CameraState::ended);
    EXPECT_EQ(feed_->framesDropped(), 0U);
    EXPECT_FALSE(feed_->failure());
    EXPECT_GT(stats_.decode.summary().n, 4U);
    EXPECT_EQ(stats_.verdict.summary().n, 3U);
}

TEST_F(CameraFeedTest, ACameraThatIsNotThereIsToldWithItsTime) {
    open("/dev/video97");
    EXPECT_TRUE(toEnd().empty());
    const CameraNow now = feed_->state();
    EXPECT_EQ(now.state, CameraState::gone);
    EXPECT_NE(now.sentence.find("/dev/video97"), std::string::npos);
    EXPECT_TRUE(now.since);
    EXPECT_FALSE(now.mend);
    EXPECT_TRUE(feed_->failure());  // taken frame by frame, a film or camera is not tried again
}

}  // namespace
}  // namespace turnout::kiosk
