// The kiosk itself, as a door runs it: its window under a virtual display, a camera at 30 frames a second, a scanner
// on a serial line.
//   door_bench [--quick]               prints one JSON object
//     crowd    ten minutes, a scan a second here, while eight other programs write five scans a second each
//     stadium  100,000 guests: from the start of the program to the first scan on disk, to its end after a picture of
//              its first frame, and what it weighs before and after searching
//     long     100,000 scans by one program: what it weighs on the way
//   door_bench --crowd SECONDS | --stadium | --long SCANS    only one of them
//   door_bench --worker EVENT CODES FROM TO SECONDS          one of the eight (started by the program itself)
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iostream>

#include "tests/bench/bench_tools.h"
#include "tests/support/event_builder.h"
#include "tests/support/gl_virtual_display.h"
#include "tests/support/raw_sqlite.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::test;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* kCamera =
    "gst: videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width=1280,height=720,framerate=30/1";

// Until `moment`; nothing else happens here.
void until(SteadyClock::time_point moment) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(moment - SteadyClock::now()).count();
        if (left <= 0) return;
        poll(nullptr, 0, static_cast<int>(left));
    }
}

double loadNow() {
    double load[1] = {0};
    getloadavg(load, 1);
    return rounded(load[0]);
}

// Of another program, MB: all that is resident, or only what is its own ("RssAnon").
double residentMb(pid_t program, const std::string& what = "VmRSS") {
    std::ifstream status("/proc/" + std::to_string(program) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(what + ":")) return rounded(std::stod(line.substr(what.size() + 1)) / 1000);
    return 0;
}

// The scanner's end of a serial line.
class ScannerLine {
  public:
    ScannerLine() : end_(posix_openpt(O_RDWR | O_NOCTTY)) {
        if (end_ < 0 || grantpt(end_) != 0 || unlockpt(end_) != 0) throw std::runtime_error("no pseudo-terminal");
    }
    ~ScannerLine() { close(end_); }
    std::string device() const { return ptsname(end_); }
    void scan(const std::string& code) const {
        const std::string bytes = code + "\r";
        if (write(end_, bytes.data(), bytes.size()) < 0) throw std::runtime_error("the scanner's line is broken");
    }

  private:
    const int end_;
};

struct DoorProgram {
    const AnEvent& event;
    ScannerLine line;
    VirtualDisplay display{1280, 720};
    fs::path stats = event.dir() / "stats.json";
    std::unique_ptr<Process> kiosk;

    void start(std::vector<std::string> more) {
        std::vector<std::string> command{std::string(TURNOUT_BIN_DIR) + "/turnout-kiosk",
                                         event.path(),
                                         "--door",
                                         "A",
                                         "--fullscreen",
                                         "--clock",
                                         "2023-11-17T18:30:00+08:00"};
        command.insert(command.end(), more.begin(), more.end());
        kiosk = std::make_unique<Process>(command, ProcessOptions{{{"LIBGL_ALWAYS_SOFTWARE", "1"},
                                                                   {"XDG_CONFIG_HOME", event.dir().path().string()},
                                                                   {"GALLIUM_DRIVER", "llvmpipe"}},
                                                                  (event.dir() / "kiosk.err").string()});
    }
    json end() {
        kiosk->signal(SIGTERM);
        const int code = kiosk->wait();
        if (code != 0) throw std::runtime_error("the kiosk ended with " + std::to_string(code));
        std::ifstream file(stats);
        return json::parse(file);
    }
    // Scanned again and again until the event file has `scans` of them: the door takes a moment to open.
    void firstScan(const std::string& code, int scans = 1) {
        RawSqlite raw(event.path(), true);
        for (int tries = 0; tries < 300; ++tries) {
            line.scan(code);
            for (int looks = 0; looks < 20; ++looks) {
                until(SteadyClock::now() + std::chrono::milliseconds(5));
                if (raw.number("select count(*) from stay") >= scans) return;
            }
        }
        throw std::runtime_error("the kiosk answers no scan: " + run({"cat", event.dir() / "kiosk.err"}).out);
    }
};

// A demo event, which may have a clock of its own.
EventPlan demoPlan() {
    EventPlan plan = aPlan();
    plan.demo = true;
    return plan;
}

int worker(char** words) {
    const std::vector<std::string> codes = linesOf(words[1], std::atoi(words[2]), std::atoi(words[3]));
    EventStore store = must(EventStore::open(words[0], {.program = "door_bench"}));
    const Door door = must(store.doorNamed("B", evening()));
    std::cout << "ready" << std::endl;
    std::string go;
    std::getline(std::cin, go);
    const long scans = static_cast<long>(5 * std::atof(words[4]));
    const auto began = SteadyClock::now();
    Samples took;
    long errors = 0;
    for (long n = 0; n < scans; ++n) {
        until(began + n * std::chrono::milliseconds(200));
        const auto offered = SteadyClock::now();
        const auto answer = store.admit(aScan(door, codes[static_cast<std::size_t>(n) % codes.size()]));
        if (!answer && errors++ == 0) std::cerr << answer.error().sentence(Lang::en) << std::endl;
        took.add(millisecondsSince(offered));
        store.maintain(SteadyClock::now());
    }
    std::cout << json{{"scans", scans}, {"errors", errors}, {"admit_ms", took.json()}}.dump() << std::endl;
    return 0;
}

json crowd(double seconds) {
    constexpr int kOthers = 8;
    const int mine = static_cast<int>(seconds) + 1, each = static_cast<int>(5 * seconds);
    const AnEvent event(mine + kOthers * each, demoPlan());
    std::string all;
    for (const std::string& code : event.codes) all += code + "\n";
    writeFile(event.dir() / "codes", all);
    DoorProgram door{event};
    door.start({"--camera", kCamera, "--scanner", door.line.device(), "--stats", door.stats});
    door.firstScan(event.codes.at(0));
    std::vector<std::unique_ptr<Process>> others;
    for (int i = 0; i < kOthers; ++i)
        others.push_back(std::make_unique<Process>(std::vector<std::string>{
            "/proc/self/exe", "--worker", event.path(), event.dir() / "codes", std::to_string(mine + i * each),
            std::to_string(mine + (i + 1) * each), std::to_string(seconds)}));
    for (auto& other : others)
        if (other->line() != "ready") throw std::runtime_error("a worker did not start");
    const double loadBefore = loadNow();
    for (auto& other : others) other->write("go\n");
    const auto began = SteadyClock::now();
    json weights = json::array();
    for (int n = 1; n < mine; ++n) {
        until(began + std::chrono::seconds(n - 1));
        door.line.scan(event.codes[static_cast<std::size_t>(n)]);
        if (n % std::max(1, mine / 10) == 0) weights.push_back(residentMb(door.kiosk->pid()));
    }
    json theirs = json::array();
    for (auto& other : others) {
        const auto line = other->line(std::chrono::seconds(60));
        theirs.push_back(line ? json::parse(*line) : json("did not end"));
        other->wait();
    }
    const double loadAfter = loadNow();
    json result = door.end();
    RawSqlite raw(event.path(), true);
    result["scans_of_this_door"] =
        raw.number("select count(*) from scan join door on door.id = scan.door where door.name = 'A'");
    result["asked_of_this_door"] = mine;
    result["scans_of_all"] = raw.number("select count(*) from scan");
    result["others"] = theirs;
    result["resident_mb"] = weights;
    result["seconds"] = seconds;
    result["load"] = {loadBefore, loadAfter};
    return result;
}

json stadium() {
    const AnEvent event(100000, demoPlan());
    DoorProgram door{event};
    Samples recorded, pictured;
    json weight;
    for (int round = 0; round < 7; ++round) {
        const auto began = SteadyClock::now();
        door.start({"--camera", "none", "--scanner", door.line.device(), "--stats", door.stats});
        door.firstScan(event.codes.at(static_cast<std::size_t>(round)), round + 1);
        recorded.add(millisecondsSince(began));
        if (round == 0) {
            weight["before_search"] = residentMb(door.kiosk->pid());
            run({"xdotool", "key", "F2"});
            run({"xdotool", "type", "--delay", "300", "guest 77"});
            weight["after_search"] = residentMb(door.kiosk->pid());
        }
        door.end();
    }
    for (int round = 0; round < 7; ++round) {
        const auto began = SteadyClock::now();
        door.start({"--camera", "none", "--screenshot", event.dir() / "first.png", "--after", "0"});
        if (door.kiosk->wait() != 0) throw std::runtime_error("the kiosk did not start");
        pictured.add(millisecondsSince(began));
    }
    return {{"start_to_recorded_scan_ms", recorded.json()},
            {"start_to_end_with_picture_ms", pictured.json()},
            {"resident_mb", weight},
            {"load", loadNow()}};
}

json longRun(int scans) {
    const AnEvent event(scans, demoPlan());
    DoorProgram door{event};
    door.start({"--camera", kCamera, "--scanner", door.line.device(), "--stats", door.stats});
    door.firstScan(event.codes.at(0));
    RawSqlite raw(event.path(), true);
    json weights = json::array(), own = json::array();
    const auto began = SteadyClock::now();
    constexpr int kTogether = 20;  // in the line before they are answered
    for (int n = 1; n < scans; n += kTogether) {
        const int last = std::min(scans, n + kTogether);
        for (int i = n; i < last; ++i) door.line.scan(event.codes[static_cast<std::size_t>(i)]);
        const auto limit = SteadyClock::now() + std::chrono::seconds(30);
        while (raw.number("select count(*) from stay") < last) {
            if (SteadyClock::now() > limit)
                throw std::runtime_error("scan " + std::to_string(last) + " is not answered");
            until(SteadyClock::now() + std::chrono::milliseconds(5));
        }
        if ((n - 1) / kTogether % std::max(1, scans / kTogether / 20) == 0) {
            weights.push_back(residentMb(door.kiosk->pid()));
            own.push_back(residentMb(door.kiosk->pid(), "RssAnon"));
        }
    }
    const double seconds = millisecondsSince(began) / 1000;
    json result = door.end();
    result["scans"] = raw.number("select count(*) from scan");
    result["resident_mb"] = weights;
    result["own_mb"] = own;
    result["scans_per_s"] = rounded(scans / seconds);
    result["load"] = loadNow();
    return result;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    const std::string first = arguments.empty() ? "" : arguments[0];
    if (first == "--worker" && count == 7) return worker(words + 2);
    json result;
    const auto number = [&](int otherwise) {
        return arguments.size() > 1 ? std::atoi(arguments[1].c_str()) : otherwise;
    };
    const bool all = first.empty() || first == "--quick", quick = first == "--quick";
    if (all || first == "--crowd") result["crowd"] = crowd(number(quick ? 30 : 600));
    if (all || first == "--stadium") result["stadium"] = stadium();
    if (all || first == "--long") result["long"] = longRun(number(quick ? 5000 : 100000));
    std::cout << result.dump(2) << std::endl;
    return 0;
}
