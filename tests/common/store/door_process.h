// A door in another process (support/programs/store_door.cpp), as the fault tests use it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/fault_control.h"
#include "tests/support/process.h"

namespace turnout::test {

inline std::string doorProgram() {
    return std::string(TURNOUT_BIN_DIR) + "/store_door";
}

// One answer of store_door: verdict, code, scan id and, when nothing was recorded, the key of the sentence.
struct DoorAnswer {
    std::string verdict, code, scan, why;
};

class DoorProcess {
  public:
    DoorProcess(const std::filesystem::path& event, const std::string& door, ProcessOptions options = {},
                int gateWaitMs = 2000, const std::vector<std::string>& before = {});

    DoorAnswer scan(const std::string& code) { return ask(code); }
    DoorAnswer ask(const std::string& line);
    std::string say(const std::string& line);  // one line in, one line out
    Process& process() { return process_; }
    void close();  // ends it in order and waits

  private:
    Process process_;
};

// The memory that a shim in another process obeys.
class FaultSwitch {
  public:
    explicit FaultSwitch(const std::filesystem::path& file);
    ~FaultSwitch();
    FaultSwitch(const FaultSwitch&) = delete;
    FaultSwitch& operator=(const FaultSwitch&) = delete;

    ProcessOptions options() const;  // preload the shim with this switch
    void fail(int kinds, int at, bool forever, int error);
    void count(int kinds);
    void heal();
    int seen() const { return control_->seen; }
    int failed() const { return control_->failed; }

  private:
    std::filesystem::path file_;
    FaultControl* control_;
};

}  // namespace turnout::test
