// What the verbs share: where they speak, how they fail, how they are put on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"

namespace turnout::commands {

inline constexpr int kDone = 0, kCouldNot = 1, kWrongUsage = 2;

struct Io {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Lang lang;
    const Clock& clock;
    bool terminal = false;  // somebody watches `err`: show progress
};

using Args = std::vector<std::pair<std::string, std::string>>;
using Verb = std::function<int(Io&)>;

// A sentence of cli.tsv as a line of its own.
void tell(std::ostream& stream, const Io& io, const std::string& key, Args args = {});
// The error's sentence on `err`; answers the exit code.
int fail(Io& io, const Error& error);
int failWith(Io& io, int code, const std::string& key, Args args = {});

// Builds the command line; parsing it leaves the chosen verb behind.
class CommandLine {
  public:
    CommandLine(CLI::App& app, Lang lang) : app_(app), lang_(lang) {}

    // The verb's own part, with --help, --version and --lang; its description is cli.NAME.
    CLI::App* add(const std::string& name, Verb verb);
    std::string text(const std::string& key) const { return say("cli." + key, lang_); }
    // The event file, first word of nearly every verb.
    static constexpr const char* kEvent = "EVENT";
    void event(CLI::App* verb, std::string& path) const;
    void dress(CLI::App* app);  // --version, --lang, headings in the language

    Verb chosen;

  private:
    CLI::App& app_;
    Lang lang_;
    std::string langWord_;
};

void addNew(CommandLine& line);
void addImport(CommandLine& line);
void addTickets(CommandLine& line);
void addScan(CommandLine& line);
void addUndo(CommandLine& line);
void addRevoke(CommandLine& line);
void addReissue(CommandLine& line);
void addRehearse(CommandLine& line);
void addDoorList(CommandLine& line);
void addReport(CommandLine& line);
void addLog(CommandLine& line);
void addMerge(CommandLine& line);
void addClose(CommandLine& line);
void addForget(CommandLine& line);
void addShow(CommandLine& line);
void addVerify(CommandLine& line);
void addCopy(CommandLine& line);
void addDemo(CommandLine& line);

// "Drawing 120 of 520" on one line of a terminal, at most ten times a second; silent otherwise.
class ProgressLine {
  public:
    explicit ProgressLine(Io& io) : io_(io) {}
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    void show(const std::string& key, std::int64_t done, std::int64_t all);  // cli.KEY with {done} and {all}

  private:
    Io& io_;
    SteadyTime shown_{};
    bool dirty_ = false;
};

}  // namespace turnout::commands
