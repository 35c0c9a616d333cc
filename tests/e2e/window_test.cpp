// The hall and the operator's window after they were resized, as the X server shows them. Fresh windows of the same
// sizes tell how they must look.
#include <gtest/gtest.h>
#include <signal.h>

#include "tests/e2e/stage.h"
#include "tests/support/shown.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

const std::string kHall = "Experience China · Chongqing Tour · hall display", kDesk = "Turnout · Operator";
const std::string kProjector = "1920x1080+1280+0";
constexpr int kClockTicks = 15;  // of 1000 pixels: what changes in the operator's window by itself

class ResizedWindows : public testing::Test {
  protected:
    ResizedWindows() : event_(demoEvent(folder_.path())), options_(screens_.options()) {
        options_.environment["XDG_STATE_HOME"] = folder_.path().string();
        options_.errFile = folder_ / "display.err";
    }

    // In a scene that stands still, so that nothing but the windows makes the picture anew.
    std::vector<std::string> display(const std::vector<std::string>& more) const {
        std::vector<std::string> words{
            program("turnout-display"), event_.string(), "--scene", "universities", "--clock",
            "2023-11-17T18:40:00+08:00"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    // What a fresh program has drawn, read back from its own memory.
    paint::Bitmap fresh(std::vector<std::string> more, const std::string& picture) const {
        more.insert(more.end(), {"--screenshot", folder_ / "fresh.png"});
        EXPECT_EQ(run(display(more), {}, options_).code, 0) << readFile(options_.errFile);
        auto read = paint::readPng(folder_ / picture);
        return read.ok() ? std::move(read).value() : paint::Bitmap();
    }

    // How many of 1000 pixels are wrong, once they are no more than `most`, or after 30 s.
    int wrong(const std::string& title, const paint::Bitmap& right, int most = 0) const {
        const auto until = std::chrono::steady_clock::now() + 30s;
        int last = 1000;
        while (last > most && std::chrono::steady_clock::now() < until) last = differing(shown(title, options_), right);
        return last;
    }

    void press(const std::string& title, const std::string& key) const {
        screens_.with(title, {"windowfocus", "--sync", "key", key});
    }

    // The program has drawn since its windows were resized: it did, in this order, what it was asked for later.
    void seenToDraw(const paint::Bitmap& hall) const {
        press(kDesk, "b");
        EXPECT_EQ(wrong(kHall, black(hall)), 0) << "blackout";
        press(kDesk, "b");
        EXPECT_EQ(wrong(kHall, hall), 0) << "back from blackout";
    }

    static paint::Bitmap black(paint::Bitmap bitmap) {
        for (std::size_t i = 0; i < bitmap.pixels.size(); ++i) bitmap.pixels[i] = i % 4 == 3 ? 255 : 0;
        return bitmap;
    }

    const TempDir folder_;
    const TwoMonitors screens_;
    const fs::path event_;
    ProcessOptions options_;
};

TEST_F(ResizedWindows, ShowWhatFreshOnesShow) {
    const paint::Bitmap small = fresh({"--size", "1024x768"}, "fresh.png"),
                        full = fresh({"--fullscreen", "--monitor", "1", "--operator"}, "fresh.png"),
                        desk = paint::readPng(folder_ / "fresh-operator.png").value();

    Process program(display({"--fullscreen", "--monitor", "1", "--operator"}), options_);
    ASSERT_TRUE(screens_.comesTo(kHall, kProjector)) << screens_.placeOf(kHall);
    ASSERT_TRUE(screens_.comesTo(kDesk, "1280x720+0+0")) << screens_.placeOf(kDesk);
    screens_.with(kDesk, {"windowmove", "0", "0"});  // from now on neither covers the other
    EXPECT_EQ(wrong(kHall, full), 0) << "as it was opened";
    EXPECT_LE(wrong(kDesk, desk, kClockTicks), kClockTicks) << "as it was opened";

    for (const auto& [width, height] : {std::pair{"1240", "900"}, {"800", "600"}, {"1280", "720"}}) {
        screens_.with(kDesk, {"windowsize", width, height});
        ASSERT_TRUE(screens_.comesTo(kDesk, std::string(width) + "x" + height + "+0+0")) << screens_.placeOf(kDesk);
        seenToDraw(full);
    }
    EXPECT_LE(wrong(kDesk, desk, kClockTicks), kClockTicks) << "resized and back";

    press(kHall, "F11");
    ASSERT_TRUE(screens_.comesTo(kHall, "1280x720+1320+40")) << screens_.placeOf(kHall);
    press(kHall, "F11");
    ASSERT_TRUE(screens_.comesTo(kHall, kProjector)) << screens_.placeOf(kHall);
    EXPECT_EQ(wrong(kHall, full), 0) << "F11 twice";

    press(kHall, "F11");
    ASSERT_TRUE(screens_.comesTo(kHall, "1280x720+1320+40")) << screens_.placeOf(kHall);
    screens_.with(kHall, {"windowmove", "1300", "0"});
    ASSERT_TRUE(screens_.comesTo(kHall, "1280x720+1300+0")) << screens_.placeOf(kHall);
    screens_.with(kHall, {"windowsize", "1024", "768"});
    EXPECT_EQ(wrong(kHall, small), 0) << "resized";

    press(kHall, "F11");
    ASSERT_TRUE(screens_.comesTo(kHall, kProjector)) << screens_.placeOf(kHall);
    screens_.pullOut();
    ASSERT_TRUE(screens_.comesTo(kHall, "320x180+960+540")) << screens_.placeOf(kHall);
    screens_.plugIn();
    ASSERT_TRUE(screens_.comesTo(kHall, kProjector)) << screens_.placeOf(kHall);
    EXPECT_EQ(wrong(kHall, full), 0) << "plugged in again";
    EXPECT_LE(wrong(kDesk, desk, kClockTicks), kClockTicks) << "plugged in again";

    program.signal(SIGTERM);
    EXPECT_EQ(program.wait(), 0) << readFile(options_.errFile);
}

}  // namespace
}  // namespace turnout::test
