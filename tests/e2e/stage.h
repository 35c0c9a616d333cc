// What the end-to-end tests stand on: the programs of this build, a virtual display and the demo event.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {

std::string program(const std::string& name);  // "turnout-kiosk" -> its path

// An X server without a screen, for as long as it lives. It picks its own number.
class OneMonitor {
  public:
    OneMonitor();
    ProcessOptions options() const;  // DISPLAY for a program

  private:
    Process server_;
    std::string number_;
};

// An X server with two monitors: a laptop's of 1280 x 720 and, to the right of it, a projector of 1920 x 1080 that can
// be pulled out and plugged in again.
class TwoMonitors {
  public:
    TwoMonitors();
    ProcessOptions options() const;
    void pullOut() const;
    void plugIn() const;

    // Where the window with this title lies on both together, "1920x1080+1280+0"; empty: there is none to be seen.
    std::string placeOf(const std::string& title) const;
    // True once it lies there; false after 30 s.
    bool comesTo(const std::string& title, const std::string& place) const;
    // What a person does with it, in xdotool's words: {"windowsize", "800", "600"}.
    void with(const std::string& title, const std::vector<std::string>& words) const;

  private:
    void arrange(const std::vector<std::string>& words) const;

    TempDir folder_;
    Process server_;
    std::string number_;
};

// The demo event, made once for each build of `turnout`; never written to. video() is the door's.
const std::filesystem::path& demoFolder();
std::filesystem::path demoVideo();

// A fresh event file of the demo in `folder`.
std::filesystem::path demoEvent(const std::filesystem::path& folder);

// `turnout WORDS...`; the output when it ended with 0, else an exception with what it said.
std::string turnout(const std::vector<std::string>& words, const std::string& input = {});
nlohmann::json turnoutJson(const std::vector<std::string>& words);

struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::string cell(std::size_t row, const std::string& column) const;
};
CsvTable readCsv(const std::string& text);

}  // namespace turnout::test
