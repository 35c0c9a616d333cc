// What the end-to-end tests stand on: the programs of this build, a virtual display and the demo event.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace turnout::test {

std::string program(const std::string& name);  // "turnout-kiosk" -> its path

// An X server without a screen, for as long as it lives. It picks its own number.
class VirtualDisplay {
  public:
    VirtualDisplay();
    ProcessOptions options() const;  // DISPLAY for a program

  private:
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
