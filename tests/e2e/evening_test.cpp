// The demo evening on the real programs: the door video through the kiosk, the hall screen beside it, the log after it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <map>

#include "tests/e2e/stage.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kClock = "2023-11-17T18:40:00+08:00";

std::map<std::pair<std::string, std::string>, int> verdictsOf(const CsvTable& log) {
    std::map<std::pair<std::string, std::string>, int> counted;
    for (std::size_t row = 0; row < log.rows.size(); ++row)
        ++counted[{log.cell(row, "code"), log.cell(row, "verdict")}];
    return counted;
}

bool isPng(const fs::path& file) {
    return readFile(file).starts_with("\x89PNG");
}

// Lines of `--state -` until `enough` says so.
json stateUntil(Process& display, const std::function<bool(const json&)>& enough, std::chrono::seconds limit) {
    json last;
    const auto until = std::chrono::steady_clock::now() + limit;
    while (std::chrono::steady_clock::now() < until) {
        const auto line = display.line(
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()));
        if (!line) break;
        last = json::parse(*line);
        if (enough(last)) return last;
    }
    throw std::runtime_error("the display never got there; last: " + last.dump());
}

TEST(Evening, EveryTicketOfTheDoorVideoGetsItsVerdictOnceAndTheHallSeesIt) {
    const TempDir folder;
    const fs::path event = demoEvent(folder.path());
    const OneMonitor screen;
    ProcessOptions hall = screen.options(), door = screen.options();
    hall.errFile = folder / "display.err";
    door.errFile = folder / "kiosk.err";

    Process display({program("turnout-display"), event.string(), "--clock", kClock, "--state", "-"}, hall);
    const json before = stateUntil(
        display, [](const json& state) { return !state.at("stale").get<bool>(); }, std::chrono::seconds(30));
    EXPECT_EQ(before.at("arrived"), 0);
    Process kiosk(
        {program("turnout-kiosk"), event.string(), "--door", "A", "--camera", demoVideo().string(), "--exit-at-end",
         "--clock", kClock, "--screenshot", folder / "kiosk.png", "--stats", folder / "stats.json"},
        door);
    kiosk.rest(std::chrono::minutes(12));
    ASSERT_EQ(kiosk.wait(), 0) << readFile(door.errFile);

    const CsvTable log = readCsv(turnout({"log", event.string(), "--csv", "-", "--raw"}));
    std::map<std::pair<std::string, std::string>, int> expected;
    int shown = 0;
    for (const json& entry : json::parse(readFile(demoFolder() / "door.json"))) {
        ++expected[{entry.at("code").get<std::string>(), entry.at("verdict").get<std::string>()}];
        ++shown;
    }
    EXPECT_GE(shown, 60);
    const auto got = verdictsOf(log);
    for (const auto& [what, times] : expected) {
        const auto found = got.find(what);
        EXPECT_EQ(found == got.end() ? 0 : found->second, times) << "expected of " << what.first << ": " << what.second;
    }
    for (const auto& [what, times] : got)
        EXPECT_TRUE(expected.contains(what)) << "nobody showed " << what.first << " for " << what.second;
    EXPECT_EQ(log.rows.size(), static_cast<std::size_t>(shown));
    for (std::size_t row = 0; row < log.rows.size(); ++row) {
        EXPECT_EQ(log.cell(row, "source"), "camera");
        EXPECT_EQ(log.cell(row, "door"), "A");
        EXPECT_THAT(log.cell(row, "at"), testing::StartsWith("2023-11-17T"));
        EXPECT_THAT(log.cell(row, "at"), testing::EndsWith("+08:00"));
    }
    EXPECT_TRUE(isPng(folder / "kiosk.png"));
    const json stats = json::parse(readFile(folder / "stats.json"));
    EXPECT_EQ(stats.at("frames_dropped"), 0);
    EXPECT_GT(stats.at("verdict_ms").at("n").get<int>(), 0);

    const json report = turnoutJson({"report", event.string(), "--json"});
    const auto arrived = report.at("arrived").get<int>();
    EXPECT_GT(arrived, 40);
    const json after = stateUntil(
        display, [&](const json& state) { return state.at("arrived") == arrived; }, std::chrono::seconds(30));
    EXPECT_EQ(after.at("countries"), report.at("countries"));
    EXPECT_EQ(after.at("registered"), report.at("registered"));
    EXPECT_FALSE(after.at("stale").get<bool>());
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0);
    turnout({"verify", event.string()});
}

TEST(Evening, TheDisplayShowsAnAdmissionWithinAMoment) {
    const TempDir folder;
    const fs::path event = demoEvent(folder.path());
    const OneMonitor screen;
    Process display({program("turnout-display"), event.string(), "--clock", kClock, "--state", "-"}, screen.options());
    stateUntil(
        display, [](const json& state) { return state.at("arrived") == 0; }, std::chrono::seconds(30));
    const CsvTable tickets = readCsv(readFile(demoFolder() / "tickets" / "tickets.csv"));
    Process door({program("turnout"), "scan", event.string(), "-", "--door", "B"});
    for (int n = 0; n < 5; ++n) {
        door.write(tickets.cell(static_cast<std::size_t>(n), "code") + "\n");
        const auto answer = door.line();
        ASSERT_TRUE(answer);
        const auto committed = std::chrono::steady_clock::now();
        ASSERT_THAT(*answer, testing::StartsWith("admitted\t"));
        stateUntil(
            display, [&](const json& state) { return state.at("arrived") == n + 1; }, std::chrono::seconds(10));
        // 100 ms are promised on the machine of an evening; a software renderer on a busy one gets more.
        EXPECT_LT(std::chrono::steady_clock::now() - committed, std::chrono::seconds(1));
    }
    door.closeInput();
    EXPECT_EQ(door.wait(), 0);
    display.signal(SIGINT);
    EXPECT_EQ(display.wait(), 0);
}

TEST(Evening, TheDisplaySaysWhenItsEventIsGoneAndComesBackByItself) {
    const TempDir folder;
    const fs::path event = demoEvent(folder.path());
    const OneMonitor screen;
    Process display({program("turnout-display"), event.string(), "--clock", kClock, "--state", "-"}, screen.options());
    stateUntil(
        display, [](const json& state) { return !state.at("stale").get<bool>(); }, std::chrono::seconds(30));
    fs::rename(event, folder / "away");
    stateUntil(
        display, [](const json& state) { return state.at("stale").get<bool>(); }, std::chrono::seconds(90));  // 30 s
    fs::rename(folder / "away", event);
    stateUntil(
        display, [](const json& state) { return !state.at("stale").get<bool>(); }, std::chrono::seconds(30));
    display.signal(SIGTERM);
    EXPECT_EQ(display.wait(), 0);
}

TEST(Evening, BothProgramsLeaveAPictureAndEnd) {
    const TempDir folder;
    const fs::path event = demoEvent(folder.path());
    const OneMonitor screen;
    for (const std::string lang : {"en", "zh"}) {
        const std::string kiosk = folder / ("kiosk-" + lang + ".png"), hall = folder / ("hall-" + lang + ".png");
        EXPECT_EQ(
            run({program("turnout-display"), event.string(), "--lang", lang, "--clock", kClock, "--screenshot", hall},
                {}, screen.options())
                .code,
            0);
        EXPECT_EQ(run({program("turnout-kiosk"), event.string(), "--lang", lang, "--door", "A", "--camera", "none",
                       "--clock", kClock, "--screenshot", kiosk, "--after", "1"},
                      {}, screen.options())
                      .code,
                  0);
        EXPECT_TRUE(isPng(kiosk));
        EXPECT_TRUE(isPng(hall));
    }
}

TEST(Evening, AMissingCameraIsSaidAndDoesNotStopTheDoor) {
    const TempDir folder;
    const fs::path event = demoEvent(folder.path());
    const OneMonitor screen;
    const Finished kiosk = run({program("turnout-kiosk"), event.string(), "--door", "A", "--camera", "/dev/video97",
                                "--clock", kClock, "--screenshot", folder / "kiosk.png", "--after", "2"},
                               {}, screen.options());
    EXPECT_EQ(kiosk.code, 0) << kiosk.err;
    EXPECT_TRUE(isPng(folder / "kiosk.png"));
}

TEST(Evening, ScriptsRunWithoutAScreenLeavesPicturesAndTheReport) {
    const TempDir folder;
    fs::create_directory(folder / "runs");
    fs::copy(demoFolder(), folder / "runs/demo", fs::copy_options::recursive);
    writeFile(folder / "runs/demo/made", "");
    ProcessOptions options;
    options.environment = {
        {"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"TURNOUT_BIN", TURNOUT_BIN_DIR}, {"TURNOUT_RUNS", folder / "runs"}};
    const Finished finished = run({std::string(TURNOUT_SOURCE_DIR) + "/scripts/run"}, {}, options);
    ASSERT_EQ(finished.code, 0) << finished.out << finished.err;
    fs::path evening;
    for (const auto& entry : fs::directory_iterator(folder / "runs"))
        if (entry.path().filename().string().starts_with("20")) evening = entry.path();
    ASSERT_FALSE(evening.empty()) << finished.out;
    EXPECT_TRUE(isPng(evening / "kiosk.png"));
    EXPECT_TRUE(isPng(evening / "display.png"));
    EXPECT_GT(json::parse(readFile(evening / "report.json")).at("arrived").get<int>(), 40);
    EXPECT_THAT(finished.out, testing::HasSubstr((evening / "kiosk.png").string()));
    // A reader may leave an empty log; nothing that was scanned stands in it.
    EXPECT_TRUE(!fs::exists(evening / "demo.turnout-wal") || fs::file_size(evening / "demo.turnout-wal") == 0);
}

}  // namespace
}  // namespace turnout::test
