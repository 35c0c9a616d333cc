// turnout scan EVENT CODE... --door NAME: each code is a scan, answered at once; "-" reads codes from the standard
// input.
#include <istream>
#include <memory>
#include <ostream>

#include "organizer/commands/answering.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, door;
    std::vector<std::string> codes;
    bool exit = false, json = false;
};

class Scanner {
  public:
    Scanner(const Options& options, Io& io, EventStore store, EventPlan plan, Door door, bool lines)
        : options_(options),
          io_(io),
          store_(std::move(store)),
          plan_(std::move(plan)),
          door_(std::move(door)),
          lines_(lines) {}

    void scan(const std::string& text) {
        Scan scan;
        scan.id = newScanId();
        scan.at = io_.clock.now();
        scan.door = door_.id;
        const bool leaving = options_.exit || door_.way == DoorWay::exit;
        scan.direction = leaving ? Direction::exit : Direction::entry;
        scan.source = Source::command;
        scan.text = text;
        const Outcome outcome = offer(store_, door_, scan);
        if (options_.json && lines_)
            io_.out << answerJson(outcome.answer, plan_.zone) << '\n';
        else if (options_.json)
            io_.out << (count_ == 0 ? "[\n  " : ",\n  ") << answerJson(outcome.answer, plan_.zone);
        else
            io_.out << answerLine(outcome.answer, plan_.zone, io_.lang) << '\n';
        io_.out.flush();
        ++count_;
        if (outcome.trouble) code_ = fail(io_, *outcome.trouble);
        store_.maintain(std::chrono::steady_clock::now());  // the answer is out
    }

    // One code for each line; what ends a line is no part of the code, and an empty line is no code.
    void scanLines() {
        for (std::string line; std::getline(io_.in, line);) {
            while (!line.empty() && (line.back() == '\r' || line.back() == '\t')) line.pop_back();
            if (!line.empty()) scan(line);
        }
    }

    int finish() {
        if (options_.json && !lines_) io_.out << "\n]\n";
        return code_ == kDone ? kDone : kCouldNot;
    }

  private:
    const Options& options_;
    Io& io_;
    EventStore store_;
    EventPlan plan_;
    Door door_;
    bool lines_;  // JSON: an object a line, because nobody knows when it ends
    std::int64_t count_ = 0;
    int code_ = kDone;
};

int runScan(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    auto plan = store->event();
    if (!plan) return fail(io, plan.error());
    auto door = store->doorNamed(options.door, io.clock.now());
    if (!door) return fail(io, door.error());
    bool lines = false;
    for (const std::string& code : options.codes) lines = lines || code == "-";
    Scanner scanner(options, io, std::move(store).value(), std::move(plan).value(), std::move(door).value(), lines);
    for (const std::string& code : options.codes) {
        if (code == "-")
            scanner.scanLines();
        else
            scanner.scan(code);
    }
    return scanner.finish();
}

}  // namespace

void addScan(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("scan", [options](Io& io) { return runScan(*options, io); });
    line.event(verb, options->event);
    verb->add_option("CODE", options->codes, line.text("scan.code"))->required();
    verb->add_option("--door", options->door, line.text("help.door"))->required()->type_name("NAME");
    verb->add_flag("--exit", options->exit, line.text("scan.exit"));
    verb->add_flag("--json", options->json, line.text("help.json"));
}

}  // namespace turnout::commands
