#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "tests/support/temp_dir.h"

namespace turnout::test {
namespace {

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& changes) {
    std::vector<std::string> all;
    for (char** entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        if (!changes.contains(text.substr(0, text.find('=')))) all.push_back(text);
    }
    for (const auto& [name, value] : changes)
        if (!value.empty()) all.push_back(name + "=" + value);
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (std::string& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

}  // namespace

Process::Process(const std::vector<std::string>& command, const ProcessOptions& options) {
    int in[2], out[2];
    if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC)) throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    if (!options.errFile.empty())
        posix_spawn_file_actions_addopen(&actions, 2, options.errFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    std::vector<std::string> arguments = command, environment = environmentWith(options.environment);
    ::signal(SIGPIPE, SIG_IGN);
    const int rc = posix_spawnp(&pid_, command[0].c_str(), &actions, nullptr, pointers(arguments).data(),
                                pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    in_ = in[1];
    out_ = out[0];
    if (rc) throw std::runtime_error("cannot start " + command[0] + ": " + std::strerror(rc));
}

Process::Process(Process&& other) noexcept
    : pid_(other.pid_),
      in_(other.in_),
      out_(other.out_),
      pending_(std::move(other.pending_)),
      status_(other.status_),
      usage_(other.usage_) {
    other.pid_ = other.in_ = other.out_ = -1;
}

Process::~Process() {
    if (pid_ > 0 && !status_) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    closeInput();
    if (out_ >= 0) close(out_);
}

void Process::write(const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(in_, bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return;  // it has ended; what it had said is still there to read
        done += static_cast<std::size_t>(n);
    }
}

void Process::closeInput() {
    if (in_ >= 0) close(in_);
    in_ = -1;
}

bool Process::fill(std::chrono::steady_clock::time_point until) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    pollfd wait{out_, POLLIN, 0};
    if (poll(&wait, 1, left > 0 ? static_cast<int>(left) : 0) <= 0) return false;
    char buffer[65536];
    const ssize_t n = read(out_, buffer, sizeof buffer);
    if (n <= 0) return false;
    pending_.append(buffer, static_cast<std::size_t>(n));
    return true;
}

std::optional<std::string> Process::line(std::chrono::milliseconds limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    for (;;) {
        if (const auto end = pending_.find('\n'); end != std::string::npos) {
            std::string found = pending_.substr(0, end);
            pending_.erase(0, end + 1);
            return found;
        }
        if (!fill(until)) return std::nullopt;
    }
}

std::string Process::rest(std::chrono::milliseconds limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    while (fill(until)) {
    }
    return std::exchange(pending_, {});
}

void Process::signal(int number) const {
    kill(pid_, number);
}

int Process::wait() {
    if (!status_) {
        int status = 0;
        while (wait4(pid_, &status, 0, &usage_) < 0 && errno == EINTR) {
        }
        status_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    return *status_;
}

Finished run(const std::vector<std::string>& command, const std::string& input, const ProcessOptions& options) {
    const TempDir dir;
    ProcessOptions with = options;
    if (with.errFile.empty()) with.errFile = dir / "err";
    Process process(command, with);
    process.write(input);
    process.closeInput();
    Finished finished;
    finished.out = process.rest(std::chrono::minutes(10));
    finished.code = process.wait();
    finished.err = readFile(with.errFile);
    return finished;
}

std::vector<std::string> splitLines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> splitFields(const std::string& line, char separator) {
    std::vector<std::string> fields{""};
    for (const char c : line) {
        if (c == separator)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

}  // namespace turnout::test
