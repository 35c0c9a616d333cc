// turnout show EVENT PERSON: what the file holds about one person, to be told to them.
#include <map>
#include <memory>
#include <ostream>

#include "common/domain/verdict.h"
#include "common/store/closing.h"
#include "common/store/event_reader.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, person;
};

int runShow(const Options& options, Io& io) {
    const auto people = heldAbout(options.event, options.person);
    if (!people) return fail(io, people.error());
    auto reader = EventReader::open(options.event);
    if (!reader) return fail(io, reader.error());
    const auto plan = reader->event();
    if (!plan) return fail(io, plan.error());
    std::map<std::string, std::string> scans;  // of each ticket that is asked for, a line each
    for (const HeldPerson& person : *people)
        for (const std::string& ticket : person.tickets) scans[ticket];
    const Status read = reader->log([&](const LogRow& row) {
        if (const auto asked = scans.find(row.code); asked != scans.end())
            asked->second += "  " + plan->zone.iso(row.at) + "  " + cleanForScreen(row.door) + "  " +
                             std::string(word(row.direction)) + "  " + std::string(word(row.verdict)) + '\n';
    });
    if (!read) return fail(io, read.error());
    for (const HeldPerson& person : *people) {
        for (const auto& [column, text] : person.fields) io.out << column << ": " << cleanForScreen(text) << '\n';
        for (const std::string& ticket : person.tickets) io.out << "ticket: " << cleanForScreen(ticket) << '\n';
        io.out << "scans: " << person.scans << '\n';
        for (const std::string& ticket : person.tickets) io.out << scans[ticket];
        if (&person != &people->back()) io.out << '\n';
    }
    return kDone;
}

}  // namespace

void addShow(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("show", [options](Io& io) { return runShow(*options, io); });
    line.event(verb, options->event);
    verb->add_option("PERSON", options->person, line.text("help.person"))->required();
}

}  // namespace turnout::commands
