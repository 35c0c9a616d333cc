// The real turnout-desk: its words, a picture of a page, the real keyboard on a virtual screen, and no work while idle.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "common/paint/bitmap.h"
#include "tests/organizer/desk/program/xdnd_source.h"
#include "tests/support/event_builder.h"
#include "tests/support/gl_virtual_display.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

const std::string kProgram = std::string(TURNOUT_BIN_DIR) + "/turnout-desk";

struct DeskProgram : testing::Test {
    TempDir home;
    ProcessOptions options{{{"LC_ALL", "C.UTF-8"},
                            {"HOME", home.path().string()},
                            {"XDG_CONFIG_HOME", (home / "config").string()},
                            {"ASAN_OPTIONS", "detect_leaks=0"}},
                           {}};
    Finished desk(std::vector<std::string> words) {
        words.insert(words.begin(), kProgram);
        return run(words, {}, options);
    }
};

TEST_F(DeskProgram, ExplainsItselfAndRefusesWhatItDoesNotUnderstand) {
    const Finished help = desk({"--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_NE(help.out.find("--page"), std::string::npos);
    EXPECT_EQ(desk({"--version"}).out.substr(0, 13), "turnout-desk ");
    EXPECT_EQ(desk({"--page", "kitchen"}).code, 2);
    EXPECT_EQ(desk({"--size", "big"}).code, 2);
    EXPECT_EQ(desk({"--clock", "noon"}).code, 2);
    const Finished missing = desk({(home / "no.turnout").string()});
    EXPECT_EQ(missing.code, 1);
    EXPECT_NE(missing.err.find("no.turnout"), std::string::npos);
    EXPECT_NE(desk({"--lang", "zh", "--help"}).out.find("来宾"), std::string::npos);
}

TEST_F(DeskProgram, DrawsEveryPageIntoAPicture) {
    VirtualDisplay::shared();
    const AnEvent event(20);
    for (const char* page : {"start", "guests", "tickets", "doors", "programme", "log", "report"})
        for (const char* look : {"--light", "--dark"}) {
            const fs::path file = home / (std::string(page) + look + ".png");
            const Finished drawn = desk({event.path().string(), "--page", page, look, "--screenshot", file.string()});
            ASSERT_EQ(drawn.code, 0) << drawn.err;
            const paint::Bitmap picture = must(paint::readPng(file));
            EXPECT_EQ(picture.width, 1440);
            EXPECT_EQ(picture.height, 900);
            const paint::Colour corner = picture.at(3, 500);
            EXPECT_EQ(corner.r > 128, std::string(look) == "--light") << page;
        }
    EXPECT_FALSE(fs::exists(home / "config" / "turnout" / "desk.toml")) << "a picture leaves nothing behind";
}

double secondsOfWork(pid_t pid) {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(stat)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string field;
    long ticks = 0;
    for (int i = 3; i <= 15 && fields >> field; ++i)
        if (i >= 14) ticks += std::stol(field);
    return static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

// Sends keys as a person's keyboard does, through the X server.
void keys(const std::vector<std::string>& names) {
    std::vector<std::string> words{"xdotool", "key"};
    words.insert(words.end(), names.begin(), names.end());
    ASSERT_EQ(run(words).code, 0);
}

TEST_F(DeskProgram, IsLedByTheRealKeyboardRemembersTheEventAndSleepsWhenNothingHappens) {
    VirtualDisplay screen(1600, 1000);
    const AnEvent event(20);
    Process desk({kProgram, event.path().string(), "--page", "guests"}, options);
    ASSERT_EQ(run({"xdotool", "search", "--sync", "--onlyvisible", "--name", "Turnout", "windowfocus"}).code, 0);
    const fs::path remembered = home / "config" / "turnout" / "desk.toml";
    const auto deadline = std::chrono::steady_clock::now() + 60s;
    while (!fs::exists(remembered) && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    EXPECT_NE(readFile(remembered).find(event.path().filename().string()), std::string::npos);

    // The time limit of a search that finds nothing is the pause over which the work is counted.
    const auto pause = [] { (void)run({"timeout", "3", "xdotool", "search", "--sync", "--name", "no such window"}); };
    pause();
    const double before = secondsOfWork(desk.pid());
    pause();
    EXPECT_LT(secondsOfWork(desk.pid()) - before, 0.3) << "of 3 s";

    keys({"ctrl+w"});
    EXPECT_EQ(desk.wait(), 0);
}

TEST_F(DeskProgram, OpensWhatAFileManagerDragsOntoIt) {
    VirtualDisplay screen(1600, 1000);
    const AnEvent event(3);
    const fs::path named = home / "晚会 2023 (final).turnout";
    fs::copy_file(event.path(), named);
    Process desk({kProgram}, options);
    ASSERT_EQ(run({"xdotool", "search", "--sync", "--onlyvisible", "--name", "Turnout"}).code, 0);
    EXPECT_TRUE(dropFiles(screen.name(), "Turnout", uriOf(named) + "\r\n"));
    const fs::path remembered = home / "config" / "turnout" / "desk.toml";
    const auto deadline = std::chrono::steady_clock::now() + 60s;
    while (!fs::exists(remembered) && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    EXPECT_NE(readFile(remembered).find(named.filename().string()), std::string::npos);
    ASSERT_EQ(run({"xdotool", "search", "--sync", "--onlyvisible", "--name", "Turnout", "windowfocus"}).code, 0);
    keys({"ctrl+w"});
    EXPECT_EQ(desk.wait(), 0);
}

}  // namespace
}  // namespace turnout::test
