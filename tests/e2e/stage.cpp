#include "tests/e2e/stage.h"

#include <algorithm>
#include <stdexcept>

namespace turnout::test {

namespace fs = std::filesystem;

namespace {

ProcessOptions displayOf(const std::string& number) {
    ProcessOptions options;
    options.environment = {{"DISPLAY", number}, {"WAYLAND_DISPLAY", ""}, {"LIBGL_ALWAYS_SOFTWARE", "1"}};
    return options;
}

// The driver has sixteen outputs: the first is there from the start, each other once it has been given a mode.
constexpr const char* kServer = R"(Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3200 1080
  EndSubSection
EndSection
)";

std::vector<std::string> serverIn(const TempDir& folder) {
    writeFile(folder / "server.conf", kServer);
    return {"/usr/lib/xorg/Xorg", "-displayfd",   "1",         "-config", folder / "server.conf",
            "-logfile",           folder / "log", "-nolisten", "tcp",     "-noreset"};
}

}  // namespace

std::string program(const std::string& name) {
    return std::string(TURNOUT_BIN_DIR) + "/" + name;
}

OneMonitor::OneMonitor()
    : server_({"Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"},
              {.environment = {}, .errFile = "/dev/null"}) {
    const auto number = server_.line(std::chrono::seconds(30));
    if (!number) throw std::runtime_error("Xvfb did not start");
    number_ = ":" + *number;
}

ProcessOptions OneMonitor::options() const {
    return displayOf(number_);
}

TwoMonitors::TwoMonitors() : server_(serverIn(folder_), {.environment = {}, .errFile = "/dev/null"}) {
    const auto number = server_.line(std::chrono::seconds(30));
    if (!number) throw std::runtime_error("Xorg did not start: " + readFile(folder_ / "log"));
    number_ = ":" + *number;
    arrange({"--output", "DUMMY0", "--mode", "1280x720", "--pos", "0x0", "--primary"});
    arrange({"--addmode", "DUMMY1", "1920x1080"});
    plugIn();
}

ProcessOptions TwoMonitors::options() const {
    return displayOf(number_);
}

void TwoMonitors::arrange(const std::vector<std::string>& words) const {
    std::vector<std::string> command{"xrandr"};
    command.insert(command.end(), words.begin(), words.end());
    const Finished done = run(command, {}, options());
    if (done.code != 0) throw std::runtime_error("xrandr: " + done.err);
    run({"xrandr", "--query"}, {}, options());  // this driver looks anew at its outputs only when it is asked
}

void TwoMonitors::pullOut() const {
    arrange({"--output", "DUMMY1", "--off"});
}

void TwoMonitors::plugIn() const {
    arrange({"--output", "DUMMY1", "--mode", "1920x1080", "--pos", "1280x0"});
}

std::string TwoMonitors::placeOf(const std::string& title) const {
    std::string place, width;
    for (const std::string& line : splitLines(run({"xwininfo", "-name", title}, {}, options()).out)) {
        const auto colon = line.find(':');
        if (colon == std::string::npos) continue;
        const std::string value = line.substr(line.find_first_not_of(' ', colon + 1));
        if (line.find("Absolute upper-left X") != std::string::npos) place = "+" + value;
        if (line.find("Absolute upper-left Y") != std::string::npos) place += "+" + value;
        if (line.find("Width:") != std::string::npos) width = value;
        if (line.find("Height:") != std::string::npos) place = width + "x" + value + place;
    }
    return place;
}

bool TwoMonitors::comesTo(const std::string& title, const std::string& place) const {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < until)
        if (placeOf(title) == place) return true;
    return false;
}

void TwoMonitors::with(const std::string& title, const std::vector<std::string>& words) const {
    std::vector<std::string> command{"xdotool", "search", "--name", "^" + title + "$"};
    command.insert(command.end(), words.begin(), words.end());
    const Finished done = run(command, {}, options());
    if (done.code != 0) throw std::runtime_error("xdotool: " + done.err);
}

const fs::path& demoFolder() {
    static const fs::path folder = [] {
        const fs::path made = fs::path(TURNOUT_BIN_DIR).parent_path() / "e2e-demo";
        const fs::path mark = made / "made";
        if (!fs::exists(mark) || fs::last_write_time(mark) < fs::last_write_time(program("turnout"))) {
            fs::remove_all(made);
            turnout({"demo", made.string()});
            writeFile(mark, "");
        }
        return made;
    }();
    return folder;
}

fs::path demoVideo() {
    for (const auto& entry : fs::directory_iterator(demoFolder()))
        if (entry.path().stem() == "door" && entry.path().extension() != ".json") return entry.path();
    throw std::runtime_error("the demo has no door video");
}

fs::path demoEvent(const fs::path& folder) {
    const fs::path event = folder / "demo.turnout";
    fs::copy_file(demoFolder() / "demo.turnout", event);
    return event;
}

std::string turnout(const std::vector<std::string>& words, const std::string& input) {
    std::vector<std::string> command{program("turnout")};
    command.insert(command.end(), words.begin(), words.end());
    const Finished finished = run(command, input);
    if (finished.code != 0)
        throw std::runtime_error("turnout " + words.at(0) + " ended with " + std::to_string(finished.code) + ": " +
                                 finished.err);
    return finished.out;
}

nlohmann::json turnoutJson(const std::vector<std::string>& words) {
    return nlohmann::json::parse(turnout(words));
}

std::string CsvTable::cell(std::size_t row, const std::string& column) const {
    const auto at = std::find(header.begin(), header.end(), column);
    if (at == header.end()) throw std::runtime_error("no column " + column);
    return rows.at(row).at(static_cast<std::size_t>(at - header.begin()));
}

CsvTable readCsv(const std::string& text) {
    std::vector<std::vector<std::string>> all;
    std::vector<std::string> row{""};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                row.back() += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                row.back() += text[++i];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            row.emplace_back();
        } else if (c == '\n') {
            all.push_back(row);
            row = {""};
        } else if (c != '\r') {
            row.back() += c;
        }
    }
    if (row.size() > 1 || !row[0].empty()) all.push_back(row);
    CsvTable table;
    if (all.empty()) return table;
    table.header = all.front();
    if (table.header[0].starts_with("\xEF\xBB\xBF")) table.header[0].erase(0, 3);
    table.rows.assign(all.begin() + 1, all.end());
    return table;
}

}  // namespace turnout::test
