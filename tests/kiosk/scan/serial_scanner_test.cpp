// A hand scanner played through a pseudo-terminal: the same system calls as a serial port.
#include "kiosk/scan/serial_scanner.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "tests/support/temp_dir.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

// The scanner's end of the line. `at`: a name by which the port is found, as udev would give it.
class Line {
  public:
    explicit Line(const std::filesystem::path& at) : link_(at), end_(::posix_openpt(O_RDWR | O_NOCTTY)) {
        if (end_ < 0 || ::grantpt(end_) != 0 || ::unlockpt(end_) != 0) throw std::runtime_error("no pseudo-terminal");
        std::filesystem::create_symlink(::ptsname(end_), link_);
    }
    ~Line() {
        std::filesystem::remove(link_);
        ::close(end_);
    }
    void send(const std::string& bytes) const {
        if (::write(end_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
            throw std::runtime_error("the line is full");
    }

  private:
    std::filesystem::path link_;
    int end_;
};

class SerialScannerTest : public testing::Test {
  protected:
    ScannerHooks hooks() {
        return {[this](std::string text, SteadyTime) {
                    const std::lock_guard lock(mutex_);
                    codes_.push_back(std::move(text));
                    changed_.notify_all();
                },
                [this] {
                    const std::lock_guard lock(mutex_);
                    ++wakes_;
                    changed_.notify_all();
                }};
    }
    bool codesCome(std::size_t count) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 30s, [&] { return codes_.size() >= count; });
    }
    bool becomes(const SerialScanner& scanner, bool gone) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 30s, [&] { return scanner.gone() == gone; });
    }
    // A scanner that listens: what is sent before that is thrown away. Sends until the first code is heard.
    void heard(const Line& line) {
        std::unique_lock lock(mutex_);
        for (int i = 0; i < 300 && codes_.empty(); ++i) {
            line.send("HELLO\r");
            changed_.wait_for(lock, 100ms, [&] { return !codes_.empty(); });
        }
        // Nothing of it is still on its way.
        const auto quiet = [&] {
            const std::size_t seen = codes_.size();
            return !changed_.wait_for(lock, 300ms, [&] { return codes_.size() != seen; });
        };
        while (!quiet()) {
        }
        codes_.clear();
    }
    std::vector<std::string> codes() {
        const std::lock_guard lock(mutex_);
        return codes_;
    }

    test::TempDir folder_;
    std::filesystem::path device_ = folder_ / "scanner";
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> codes_;
    int wakes_ = 0;
};

TEST_F(SerialScannerTest, EndsACodeAtAnyUsualEndingAndAtSilence) {
    const Line line(device_);
    SerialScanner scanner(device_, hooks());
    heard(line);
    line.send("K7QX9V3M2RTB5WHN8DJ3\rABCD0123456789ABCDEV\r\nONE\tTWO\n\n\nTHREE");
    ASSERT_TRUE(codesCome(5));
    EXPECT_THAT(codes(), ElementsAre("K7QX9V3M2RTB5WHN8DJ3", "ABCD0123456789ABCDEV", "ONE", "TWO", "THREE"));
    EXPECT_FALSE(scanner.gone());
}

TEST_F(SerialScannerTest, HandsBytesOnUnchanged) {
    const Line line(device_);
    SerialScanner scanner(device_, hooks());
    heard(line);
    const std::string odd = "\x03 \x1d\xE9\x87\x8D\x7f$%";  // control characters mean nothing to the line
    line.send(odd + "\r");
    ASSERT_TRUE(codesCome(1));
    EXPECT_EQ(codes()[0], odd);
}

TEST_F(SerialScannerTest, UnpluggedItIsGoneAndPluggedInAgainItWorks) {
    auto line = std::make_unique<Line>(device_);
    SerialScanner scanner(device_, hooks());
    heard(*line);
    line.reset();
    EXPECT_TRUE(becomes(scanner, true));
    line = std::make_unique<Line>(device_);
    EXPECT_TRUE(becomes(scanner, false));
    heard(*line);
    line->send("BACK\r");
    ASSERT_TRUE(codesCome(1));
    EXPECT_THAT(codes(), ElementsAre("BACK"));
}

TEST_F(SerialScannerTest, WhatIsNoSerialPortIsGone) {
    test::writeFile(device_, "a file\r");
    SerialScanner scanner(device_, hooks());
    EXPECT_TRUE(becomes(scanner, true));
    EXPECT_TRUE(codes().empty());
}

TEST_F(SerialScannerTest, NoiseWithoutAnEndIsNoCode) {
    const Line line(device_);
    SerialScanner scanner(device_, hooks());
    heard(line);
    for (int i = 0; i < 10; ++i) line.send(std::string(500, 'x'));
    line.send("\rCODE\r");
    ASSERT_TRUE(codesCome(1));
    EXPECT_THAT(codes(), ElementsAre("CODE"));
}

}  // namespace
}  // namespace turnout::kiosk
