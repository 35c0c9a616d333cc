// turnout show EVENT PERSON: what the file holds about one person, to be told to them.
#include <memory>
#include <ostream>

#include "common/store/closing.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, person;
};

int runShow(const Options& options, Io& io) {
    const auto people = heldAbout(options.event, options.person);
    if (!people) return fail(io, people.error());
    for (const HeldPerson& person : *people) {
        for (const auto& [column, text] : person.fields) io.out << column << ": " << cleanForScreen(text) << '\n';
        for (const std::string& ticket : person.tickets) io.out << "ticket: " << cleanForScreen(ticket) << '\n';
        io.out << "scans: " << person.scans << '\n';
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
