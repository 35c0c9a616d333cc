#include "kiosk/scan/scan_worker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <condition_variable>

#include "tests/support/qr_frames.h"
#include "tests/support/temp_dir.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;
using testing::UnorderedElementsAre;

constexpr const char* kTicket = "K7QX9V3M2RTB5WHN8DJ3";
constexpr const char* kOther = "ABCD0123456789ABCDEV";

// A worker and what it told, waited for.
class Watched {
  public:
    Watched(const std::string& camera, Pace pace) {
        auto source = FrameSource::open(cameraChoice(camera), pace);
        if (!source) throw std::runtime_error(source.error().sentence(Lang::en));
        ScanHooks hooks;
        hooks.onCode = [this](SeenCode code) {
            const std::lock_guard lock(mutex_);
            codes_.push_back(std::move(code));
        };
        hooks.onFrame = [this](Millis, std::chrono::nanoseconds) {
            const std::lock_guard lock(mutex_);
            ++frames_;
        };
        hooks.wake = [this] {
            const std::lock_guard lock(mutex_);
            ++wakes_;
            woken_.notify_all();
        };
        worker_ = std::make_unique<ScanWorker>(std::move(*source), std::move(hooks));
    }
    ~Watched() { worker_.reset(); }

    // Until `enough` holds after a wake; false when it does not within a minute.
    bool until(const std::function<bool()>& enough) {
        const auto limit = std::chrono::steady_clock::now() + 60s;
        std::unique_lock lock(mutex_);
        while (std::chrono::steady_clock::now() < limit) {
            const int wakes = wakes_;
            lock.unlock();
            if (enough()) return true;
            lock.lock();
            woken_.wait_until(lock, limit, [&] { return wakes_ != wakes; });
        }
        return false;
    }
    ScanWorker& worker() { return *worker_; }
    std::vector<std::string> texts() {
        const std::lock_guard lock(mutex_);
        std::vector<std::string> all;
        for (const SeenCode& code : codes_) all.push_back(code.text);
        return all;
    }
    int frames() {
        const std::lock_guard lock(mutex_);
        return frames_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable woken_;
    std::vector<SeenCode> codes_;
    int frames_ = 0, wakes_ = 0;
    std::unique_ptr<ScanWorker> worker_;
};

std::string pictureOfTwo(const test::TempDir& folder) {
    test::GreyFrame frame(1280, 720);
    show(frame, {.text = kTicket, .x = 350, .y = 360, .module = 6});
    show(frame, {.text = kOther, .x = 900, .y = 300, .module = 6, .inverted = true});
    writePngFile(frame, folder / "two.png");
    return folder / "two.png";
}

TEST(ScanWorker, TellsEachTicketOfAPictureOnce) {
    const test::TempDir folder;
    Watched watched(pictureOfTwo(folder), Pace::everyFrame);
    ASSERT_TRUE(watched.until([&] { return watched.worker().finished(); }));
    EXPECT_THAT(watched.texts(), UnorderedElementsAre(kTicket, kOther));
    EXPECT_GT(watched.frames(), 4);
    EXPECT_EQ(watched.worker().status().state, SourceState::ended);
    EXPECT_EQ(watched.worker().dropped(), 0U);
}

TEST(ScanWorker, LeavesTheLastFrameWithItsCodesOutlined) {
    const test::TempDir folder;
    Watched watched(pictureOfTwo(folder), Pace::everyFrame);
    ASSERT_TRUE(watched.until([&] { return watched.worker().finished(); }));
    CameraView view;
    ASSERT_TRUE(watched.worker().take(view));
    EXPECT_EQ(view.picture.width, 1280);
    EXPECT_EQ(view.picture.height, 720);
    const auto outlined = [&](float x) {  // whichever is found first
        return std::any_of(view.found.begin(), view.found.end(),
                           [&](const auto& corners) { return std::abs(corners[0].x - x) <= 8; });
    };
    EXPECT_TRUE(outlined(350 - 63));
    EXPECT_FALSE(watched.worker().take(view));
}

TEST(ScanWorker, ACameraThatRunsOnShowsNewPicturesUntilItIsStopped) {
    const test::TempDir folder;
    Watched watched(
        "gst: filesrc location=" + pictureOfTwo(folder) + " ! pngdec ! imagefreeze ! video/x-raw,framerate=30/1",
        Pace::live);
    CameraView view;
    int shown = 0;
    ASSERT_TRUE(watched.until([&] {
        shown += watched.worker().take(view) ? 1 : 0;
        return shown >= 5 && watched.texts().size() == 2;
    }));
    EXPECT_EQ(watched.worker().status().state, SourceState::live);
    EXPECT_FALSE(watched.worker().finished());
}

TEST(ScanWorker, StopsAtOnceThoughNothingEverCame) {
    const auto begun = std::chrono::steady_clock::now();
    { Watched watched("/dev/video97", Pace::live); }
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 30s);
}

}  // namespace
}  // namespace turnout::kiosk
