// Other programs, started and spoken to over pipes. Nothing waits blindly: a line, the end or the time limit comes.
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace turnout::test {

struct ProcessOptions {
    std::map<std::string, std::string> environment;  // added to ours; an empty value removes
    std::string errFile;                             // stderr goes there; empty: to the test's own
};

class Process {
  public:
    Process(const std::vector<std::string>& command, const ProcessOptions& options = {});
    ~Process();  // kills what still runs
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    Process(Process&& other) noexcept;

    pid_t pid() const { return pid_; }
    void write(const std::string& bytes);  // quietly nothing when the program has ended
    void closeInput();
    // The next line without its end; nothing at the end of the output or when `limit` has passed.
    std::optional<std::string> line(std::chrono::milliseconds limit = std::chrono::seconds(60));
    // Everything up to the end of the output.
    std::string rest(std::chrono::milliseconds limit = std::chrono::seconds(120));
    void signal(int number) const;
    int wait();  // exit code, or 128 + signal
    bool ended() const { return status_.has_value(); }
    rusage usage() const { return usage_; }  // after wait()

  private:
    bool fill(std::chrono::steady_clock::time_point until);

    pid_t pid_ = -1;
    int in_ = -1, out_ = -1;
    std::string pending_;
    std::optional<int> status_;
    rusage usage_{};
};

struct Finished {
    int code = 0;
    std::string out, err;
};

// Runs a program to its end with `input` on its stdin.
Finished run(const std::vector<std::string>& command, const std::string& input = {},
             const ProcessOptions& options = {});

std::vector<std::string> splitLines(const std::string& text);
std::vector<std::string> splitFields(const std::string& line, char separator = '\t');

}  // namespace turnout::test
