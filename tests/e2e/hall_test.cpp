// The hall's screen when the event file is not where it should be, when somebody holds it, and after a crash; with the
// real programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include "tests/e2e/stage.h"
#include "tests/support/raw_sqlite.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using nlohmann::json;

constexpr const char* kClock = "2023-11-17T18:40:00+08:00";

// The first line of `--state -` that is like that.
json lineWith(Process& display, const std::function<bool(const json&)>& wanted, std::chrono::milliseconds limit = 60s) {
    json last;
    while (const auto line = display.line(limit)) {
        last = json::parse(*line);
        if (wanted(last)) return last;
    }
    throw std::runtime_error("the display never said so; last: " + last.dump());
}

bool fresh(const json& line) {
    return !line.at("stale").get<bool>();
}

// Lets the first `count` guests of the demo's list in.
void admit(const fs::path& event, std::size_t count) {
    static const CsvTable tickets = readCsv(readFile(demoFolder() / "tickets" / "tickets.csv"));
    std::string codes;
    for (std::size_t row = 0; row < count; ++row) codes += tickets.cell(row, "code") + "\n";
    turnout({"scan", event.string(), "-", "--door", "A"}, codes);
}

std::vector<std::string> hall(const fs::path& event, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{program("turnout-display"), event.string(), "--state", "-", "--size", "960x540"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

template <class Screen>
ProcessOptions quiet(const Screen& screen, const fs::path& home) {
    ProcessOptions options = screen.options();
    options.environment["XDG_STATE_HOME"] = home.string();
    options.errFile = home / "display.err";
    return options;
}

const std::string kHall = "Experience China · Chongqing Tour · hall display", kDesk = "Turnout · Operator";

std::vector<std::string> onProjector(const fs::path& event) {
    return {program("turnout-display"),
            event.string(),
            "--fullscreen",
            "--monitor",
            "1",
            "--operator",
            "--state",
            "-",
            "--clock",
            kClock};
}

TEST(HallScreen, WaitsForAnEventFileThatIsNotThereYet) {
    const TempDir folder;
    const OneMonitor screen;
    const fs::path disk = folder / "disk", event = disk / "demo.turnout";
    Process display(hall(event, {"--fullscreen", "--clock", kClock}), quiet(screen, folder.path()));
    EXPECT_FALSE(display.line(2s)) << "nothing to tell yet, and it goes on";
    fs::create_directory(folder / "mounted");
    admit(demoEvent(folder / "mounted"), 3);
    fs::rename(folder / "mounted", disk);
    EXPECT_EQ(lineWith(display, fresh).at("arrived"), 3);
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0);
    EXPECT_THAT(readFile(folder / "display.err"), testing::HasSubstr("demo.turnout"));
}

TEST(HallScreen, WaitsForAFileThatAnotherProgramHolds) {
    const TempDir folder;
    const OneMonitor screen;
    const fs::path event = demoEvent(folder.path());
    std::optional<RawSqlite> holder(std::in_place, event);
    holder->exec("pragma locking_mode = exclusive");
    holder->exec("begin exclusive");
    Process display(hall(event, {"--fullscreen", "--clock", kClock}), quiet(screen, folder.path()));
    EXPECT_FALSE(display.line(3s));
    holder->exec("rollback");
    holder.reset();
    EXPECT_EQ(lineWith(display, fresh).at("arrived"), 0);
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0);
}

TEST(HallScreen, ShowsTheFileThatTookThePlaceOfItsOwn) {
    const TempDir folder;
    const OneMonitor screen;
    const fs::path event = demoEvent(folder.path()), other = folder / "other.turnout";
    admit(event, 4);
    turnout({"new", other.string(), "--from", std::string(TURNOUT_SOURCE_DIR) + "/assets/demo/event.toml"});
    Process display(hall(event), quiet(screen, folder.path()));
    EXPECT_EQ(lineWith(display, fresh).at("arrived"), 4);
    fs::remove(event.string() + "-wal");
    fs::remove(event.string() + "-shm");
    fs::rename(other, event);
    const json after = lineWith(display, [](const json& line) { return line.at("registered") == 0; });
    EXPECT_EQ(after.at("arrived"), 0) << "nothing of the other evening is left";
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0);
}

TEST(HallScreen, KeepsItsNumbersWhileTheDiskIsAwayAndComesBackByItself) {
    const TempDir folder;
    const OneMonitor screen;
    const fs::path disk = folder / "disk", away = folder / "away";
    fs::create_directory(disk);
    const fs::path event = demoEvent(disk);
    admit(event, 5);
    Process display(hall(event, {"--clock", kClock}), quiet(screen, folder.path()));
    EXPECT_EQ(lineWith(display, fresh).at("arrived"), 5);
    fs::rename(disk, away);
    const json old = lineWith(
        display, [](const json& line) { return line.at("stale").get<bool>(); }, 90s);
    EXPECT_EQ(old.at("arrived"), 5);
    EXPECT_THAT(old.at("as_of").get<std::string>(), testing::StartsWith("2023-11-17T18:40")) << "when it last knew";
    admit(away / "demo.turnout", 7);
    fs::rename(away, disk);
    EXPECT_EQ(lineWith(display, fresh).at("arrived"), 7);
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0);
}

TEST(HallScreen, AfterACrashShowsTheTrueStateAtOnceAndReplaysNothing) {
    const TempDir folder;
    const OneMonitor screen;
    const fs::path event = demoEvent(folder.path());
    {
        Process display(hall(event, {"--clock", kClock}), quiet(screen, folder.path()));
        lineWith(display, fresh);
        admit(event, 6);
        lineWith(display, [](const json& line) { return line.at("arrived") == 6; });
        display.signal(SIGKILL);
        EXPECT_EQ(display.wait(), 128 + SIGKILL);
    }
    admit(event, 9);
    Process display(hall(event, {"--clock", kClock}), quiet(screen, folder.path()));
    const auto first = display.line(60s);
    ASSERT_TRUE(first);
    EXPECT_EQ(json::parse(*first).at("arrived"), 9) << "not counted up from nothing";
    EXPECT_TRUE(json::parse(*first).at("names").empty()) << "no card of somebody who came before";
    EXPECT_FALSE(display.line(3s)) << "and none follows";
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0);
}

TEST(HallScreen, ALobbyShowsAnotherSceneOfTheSameFile) {
    const TempDir folder;
    const OneMonitor screen;
    const fs::path event = demoEvent(folder.path());
    Process first(hall(event, {"--clock", kClock}), quiet(screen, folder.path()));
    Process lobby(hall(event, {"--clock", kClock, "--scene", "universities"}), quiet(screen, folder.path()));
    lineWith(first, fresh);
    lineWith(lobby, fresh);
    admit(event, 8);
    const auto eight = [](const json& line) { return line.at("arrived") == 8; };
    const json inHall = lineWith(first, eight), inLobby = lineWith(lobby, eight);
    EXPECT_EQ(inHall.at("countries"), inLobby.at("countries"));
    EXPECT_TRUE(inLobby.at("names").empty()) << "that scene has no cards";
    for (Process* display : {&first, &lobby}) {
        display->signal(SIGTERM);
        EXPECT_EQ(display->wait(), 0);
    }
}

TEST(HallScreen, FillsTheProjectorAndFillsItAgainWhenItIsPluggedInAgain) {
    const TempDir folder;
    const TwoMonitors screens;
    const fs::path event = demoEvent(folder.path());
    Process display(onProjector(event), quiet(screens, folder.path()));
    lineWith(display, fresh);
    EXPECT_TRUE(screens.comesTo(kHall, "1920x1080+1280+0")) << screens.placeOf(kHall);
    EXPECT_EQ(screens.placeOf(kDesk), "1280x720+0+0") << "never larger than its screen";

    screens.pullOut();
    EXPECT_TRUE(screens.comesTo(kHall, "320x180+960+540")) << "a window on what is left: " << screens.placeOf(kHall);
    screens.plugIn();
    EXPECT_TRUE(screens.comesTo(kHall, "1920x1080+1280+0")) << screens.placeOf(kHall);
    screens.pullOut();  // a loose cable
    screens.plugIn();
    EXPECT_TRUE(screens.comesTo(kHall, "1920x1080+1280+0")) << screens.placeOf(kHall);
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0) << readFile(folder / "display.err");
}

TEST(HallScreen, WithoutItsProjectorLiesBesideTheOperatorsWindowAndFillsItOnceItIsThere) {
    const TempDir folder;
    const TwoMonitors screens;
    screens.pullOut();
    Process display(onProjector(demoEvent(folder.path())), quiet(screens, folder.path()));
    lineWith(display, fresh);
    EXPECT_TRUE(screens.comesTo(kHall, "320x180+960+540")) << screens.placeOf(kHall);
    EXPECT_EQ(screens.placeOf(kDesk), "1280x720+0+0") << "never larger than its screen";
    screens.plugIn();
    EXPECT_TRUE(screens.comesTo(kHall, "1920x1080+1280+0")) << screens.placeOf(kHall);
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0) << readFile(folder / "display.err");
}

TEST(HallScreen, F11FillsTheMonitorThatTheWindowWasDraggedTo) {
    const TempDir folder;
    const TwoMonitors screens;
    Process display(hall(demoEvent(folder.path()), {"--clock", kClock}), quiet(screens, folder.path()));
    lineWith(display, fresh);
    const auto f11 = [&] { screens.with(kHall, {"windowfocus", "--sync", "key", "F11"}); };
    screens.with(kHall, {"windowmove", "1500", "200"});
    ASSERT_TRUE(screens.comesTo(kHall, "960x540+1500+200")) << screens.placeOf(kHall);
    f11();
    EXPECT_TRUE(screens.comesTo(kHall, "1920x1080+1280+0")) << screens.placeOf(kHall);
    f11();
    EXPECT_TRUE(screens.comesTo(kHall, "960x540+1500+200")) << screens.placeOf(kHall);
    screens.with(kHall, {"windowmove", "100", "100"});
    ASSERT_TRUE(screens.comesTo(kHall, "960x540+100+100")) << screens.placeOf(kHall);
    f11();
    EXPECT_TRUE(screens.comesTo(kHall, "1280x720+0+0")) << screens.placeOf(kHall);
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0) << readFile(folder / "display.err");
}

TEST(HallScreen, TheOperatorsWindowIsThereWhileTheEventIsWaitedFor) {
    const TempDir folder;
    const TwoMonitors screens;
    const fs::path made = demoEvent(folder.path()), event = folder / "gala.turnout";
    Process display(onProjector(event), quiet(screens, folder.path()));
    EXPECT_TRUE(screens.comesTo(kDesk, "1280x720+0+0")) << screens.placeOf(kDesk);
    EXPECT_TRUE(screens.comesTo("Turnout", "1920x1080+1280+0")) << screens.placeOf("Turnout");
    fs::rename(made, event);
    lineWith(display, fresh);
    EXPECT_TRUE(screens.comesTo(kHall, "1920x1080+1280+0")) << screens.placeOf(kHall);
    EXPECT_TRUE(screens.comesTo(kDesk, "1280x720+0+0")) << "the same one";
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0) << readFile(folder / "display.err");
}

}  // namespace
}  // namespace turnout::test
