#include "tests/common/store/door_process.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <stdexcept>

#include "tests/support/temp_dir.h"

namespace turnout::test {
namespace {

std::vector<std::string> commandLine(const std::filesystem::path& event, const std::string& door, int gateWaitMs,
                                     std::vector<std::string> before) {
    before.insert(before.end(), {doorProgram(), event.string(), door, std::to_string(gateWaitMs)});
    return before;
}

}  // namespace

DoorProcess::DoorProcess(const std::filesystem::path& event, const std::string& door, ProcessOptions options,
                         int gateWaitMs, const std::vector<std::string>& before)
    : process_(commandLine(event, door, gateWaitMs, before), options) {
    const auto line = process_.line();
    if (line != "open") throw std::runtime_error("the door did not open: " + line.value_or("it ended"));
}

std::string DoorProcess::say(const std::string& line) {
    process_.write(line + "\n");
    const auto answer = process_.line();
    if (!answer) throw std::runtime_error("the door ended at: " + line);
    return *answer;
}

DoorAnswer DoorProcess::ask(const std::string& line) {
    auto fields = splitFields(say(line));
    fields.resize(4);
    return {fields[0], fields[1], fields[2], fields[3]};
}

void DoorProcess::close() {
    process_.closeInput();
    process_.rest();
    if (const int code = process_.wait(); code != 0)
        throw std::runtime_error("the door ended with " + std::to_string(code));
}

FaultSwitch::FaultSwitch(const std::filesystem::path& file) : file_(file) {
    writeFile(file, std::string(sizeof(FaultControl), '\0'));
    const int fd = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    void* memory = mmap(nullptr, sizeof(FaultControl), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ::close(fd);
    if (memory == MAP_FAILED) throw std::runtime_error("no shared memory");
    control_ = static_cast<FaultControl*>(memory);
}

FaultSwitch::~FaultSwitch() {
    munmap(control_, sizeof(FaultControl));
}

ProcessOptions FaultSwitch::options() const {
    ProcessOptions options;
    options.environment["LD_PRELOAD"] = std::string(TURNOUT_BIN_DIR) + "/libfault_shim.so";
    options.environment["TURNOUT_FAULT_FILE"] = file_.string();
    options.environment["ASAN_OPTIONS"] = "verify_asan_link_order=0:detect_odr_violation=0";
    return options;
}

void FaultSwitch::fail(int kinds, int at, bool forever, int error) {
    control_->armed = 0;
    control_->seen = 0;
    control_->failed = 0;
    control_->kinds = kinds;
    control_->at = at;
    control_->forever = forever;
    control_->error = error;
    control_->armed = 1;
}

void FaultSwitch::count(int kinds) {
    fail(kinds, 0, false, 0);
}

void FaultSwitch::heal() {
    control_->armed = 0;
}

}  // namespace turnout::test
