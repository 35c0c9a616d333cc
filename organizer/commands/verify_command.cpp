// turnout verify EVENT: says what is wrong with the file, or that nothing is.
#include <memory>
#include <ostream>

#include "common/store/event_reader.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

int runVerify(const std::string& event, Io& io) {
    auto reader = EventReader::open(event);
    if (!reader) return fail(io, reader.error());
    const auto findings = reader->verify();
    if (!findings) return fail(io, findings.error());
    for (const Finding& finding : *findings) io.out << say(finding.text, io.lang) << '\n';
    if (!findings->empty())
        return failWith(io, kCouldNot, "verify_bad", {{"n", std::to_string(findings->size())}, {"file", event}});
    tell(io.out, io, "verify_good", {{"file", event}});
    return kDone;
}

}  // namespace

void addVerify(CommandLine& line) {
    const auto event = std::make_shared<std::string>();
    CLI::App* verb = line.add("verify", [event](Io& io) { return runVerify(*event, io); });
    line.event(verb, *event);
}

}  // namespace turnout::commands
