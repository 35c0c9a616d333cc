// The hall screen as a program of its own, 1920 x 1080 under a virtual display, while eight doors (eight processes of
// `turnout scan`) admit five guests a second each: how long it takes from the door's answer, which comes after the
// commit, to the painted frame that counts it. And what the program costs while nothing happens.
//   doors_bench [--quick]          prints one JSON object
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "tests/bench/bench_tools.h"
#include "tests/support/event_builder.h"
#include "tests/support/gl_virtual_display.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::test;
using namespace std::chrono_literals;

constexpr int kDoors = 8, kCountries = 56;
constexpr auto kBetween = 200ms;  // of one door

struct Seen {
    SteadyClock::time_point at;
    std::int64_t arrived;
};

EventPlan plan() {
    EventPlan plan = aPlan();
    plan.doors.clear();
    for (int i = 0; i < kDoors; ++i) plan.doors.push_back({"Door " + std::to_string(i + 1), DoorWay::both, {}, {}, {}});
    return plan;
}

std::vector<RosterRow> crowd(int count) {
    std::vector<RosterRow> rows = guests(count);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].country = country(countries()[i * 4 % (kCountries * 4)].code);
    return rows;
}

Process displayOf(const AnEvent& event, const std::string& scene) {
    std::vector<std::string> command{std::string(TURNOUT_BIN_DIR) + "/turnout-display",
                                     event.path().string(),
                                     "--size",
                                     "1920x1080",
                                     "--state",
                                     "-",
                                     "--stats",
                                     (event.dir() / "stats.json").string()};
    if (!scene.empty()) command.insert(command.end(), {"--scene", scene});
    return Process(command, {.environment = {{"LIBGL_ALWAYS_SOFTWARE", "1"}}, .errFile = "/dev/null"});
}

void end(Process& display) {
    display.signal(SIGTERM);
    display.rest(20s);
    display.wait();
}

nlohmann::json statsOf(const AnEvent& event) {
    return nlohmann::json::parse(readFile(event.dir() / "stats.json"));
}

// Reads what the program says until then; how many lines.
int listen(Process& program, SteadyClock::time_point until) {
    int lines = 0;
    for (auto now = SteadyClock::now(); now < until; now = SteadyClock::now())
        lines += program.line(std::chrono::duration_cast<std::chrono::milliseconds>(until - now) + 1ms) ? 1 : 0;
    return lines;
}

// One door: a ticket every 200 ms, whatever the answers take.
void admit(const AnEvent& event, int door, int each, SteadyClock::time_point begin,
           std::vector<SteadyClock::time_point>& answers) {
    Process scan({std::string(TURNOUT_BIN_DIR) + "/turnout", "scan", event.path().string(), "-", "--door",
                  "Door " + std::to_string(door + 1)});
    for (int i = 0; i < each; ++i) {
        if (listen(scan, begin + kBetween * i + kBetween / kDoors * door) > 0)
            throw std::runtime_error("a door answered without being asked");
        scan.write(event.codes[static_cast<std::size_t>(i * kDoors + door)] + "\n");
        if (!scan.line()) throw std::runtime_error("a door ended");
        answers.push_back(SteadyClock::now());
    }
    scan.closeInput();
    scan.wait();
}

nlohmann::json evening(int each, const std::string& scene) {
    const VirtualDisplay screen(1920, 1080);
    const AnEvent event(crowd(each * kDoors), plan());
    Process display = displayOf(event, scene);
    std::vector<Seen> seen;
    if (!display.line()) throw std::runtime_error("the display did not start");
    std::jthread reading([&] {
        while (const auto line = display.line(20s)) {
            const auto arrived = nlohmann::json::parse(*line).at("arrived").get<std::int64_t>();
            seen.push_back({SteadyClock::now(), arrived});
            if (arrived >= each * kDoors) return;
        }
    });
    std::vector<std::vector<SteadyClock::time_point>> answers(kDoors);
    {
        std::vector<std::jthread> doors;
        const auto begin = SteadyClock::now() + 1s;
        for (int door = 0; door < kDoors; ++door)
            doors.emplace_back([&, door] { admit(event, door, each, begin, answers[static_cast<std::size_t>(door)]); });
    }
    reading.join();
    const double seconds = std::chrono::duration<double>(seen.back().at - seen.front().at).count();
    std::vector<SteadyClock::time_point> all;
    for (const auto& door : answers) all.insert(all.end(), door.begin(), door.end());
    std::sort(all.begin(), all.end());
    Samples latency;
    std::size_t at = 0;
    for (std::size_t k = 0; k < all.size(); ++k) {
        while (at < seen.size() && seen[at].arrived < static_cast<std::int64_t>(k) + 1) ++at;
        if (at == seen.size()) throw std::runtime_error("the display did not show guest " + std::to_string(k + 1));
        latency.add(std::max(0.0, std::chrono::duration<double, std::milli>(seen[at].at - all[k]).count()));
    }
    end(display);
    const nlohmann::json stats = statsOf(event);
    return {{"admissions", all.size()},
            {"answer_to_pixels_ms", latency.json()},
            {"write_to_pixels_ms_by_the_display", stats.at("commit_to_paint_ms")},
            {"frame_ms", stats.at("frame_ms")},
            // The count rolls all the time: what a moving hall gets of 60.
            {"frames_per_second", rounded(stats.at("frame_ms").at("n").get<double>() / seconds)}};
}

double cpuSeconds(pid_t pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(in, line);
    std::istringstream words(line.substr(line.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) words >> skipped;
    double user = 0, system = 0;
    words >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

nlohmann::json idle(std::chrono::seconds length, const std::string& scene) {
    const VirtualDisplay screen(1920, 1080);
    const AnEvent event(crowd(520), plan());
    {
        EventStore store = event.open();
        const Door door = must(store.doorNamed("Door 1", test::evening()));
        for (std::size_t i = 0; i < 400; ++i) must(store.admit(aScan(door, event.codes[i])));
    }
    Process display = displayOf(event, scene);
    if (!display.line()) throw std::runtime_error("the display did not start");
    listen(display, SteadyClock::now() + 8s);
    const double before = cpuSeconds(display.pid());
    listen(display, SteadyClock::now() + length);
    const double used = cpuSeconds(display.pid()) - before;
    end(display);
    return {{"seconds", length.count()},
            {"cpu_percent", rounded(100 * used / static_cast<double>(length.count()))},
            {"frames_since_start", statsOf(event).at("frame_ms").at("n")}};
}

}  // namespace

int main(int count, char** words) {
    const bool quick = count > 1 && std::string(words[1]) == "--quick";
    std::ifstream load("/proc/loadavg");
    double busy = 0;
    load >> busy;
    const int each = quick ? 75 : 300;
    const nlohmann::json result{{"load", busy},
                                {"eight_doors", evening(each, "count")},
                                {"idle_count", idle(quick ? 15s : 60s, "count")},
                                {"idle_thank_you", idle(quick ? 15s : 60s, "thank-you")}};
    std::cout << result.dump(2) << std::endl;
    return 0;
}
