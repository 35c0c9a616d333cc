// turnout report EVENT [--json | --sentence]: who came, in numbers.
#include <memory>
#include <ostream>

#include "common/report/report_json.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event;
    bool json = false, sentence = false;
};

int runReport(const Options& options, Io& io) {
    auto reader = EventReader::open(options.event);
    if (!reader) return fail(io, reader.error());
    const auto plan = reader->event();
    if (!plan) return fail(io, plan.error());
    const auto totals = reader->totals();
    if (!totals) return fail(io, totals.error());
    const TimePoint now = io.clock.now();
    if (options.json)
        io.out << reportJson(*plan, *totals, now);
    else if (options.sentence)
        io.out << reportSentence(*plan, *totals, now, io.lang) << '\n';
    else
        io.out << reportText(*plan, *totals, now, io.lang);
    return kDone;
}

}  // namespace

void addReport(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("report", [options](Io& io) { return runReport(*options, io); });
    line.event(verb, options->event);
    auto* json = verb->add_flag("--json", options->json, line.text("help.json"));
    verb->add_flag("--sentence", options->sentence, line.text("report.sentence"))->excludes(json);
}

}  // namespace turnout::commands
