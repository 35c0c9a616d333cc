// turnout forget EVENT PERSON: deletes what tells who one guest is; the numbers stay.
#include <memory>
#include <ostream>

#include "common/store/closing.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, person;
};

int runForget(const Options& options, Io& io) {
    const auto people = heldAbout(options.event, options.person);
    if (!people) return fail(io, people.error());
    if (people->size() > 1)
        return failWith(io, kCouldNot, "forget_several",
                        {{"n", std::to_string(people->size())}, {"person", cleanForScreen(options.person)}});
    if (const Status done = forgetPerson(options.event, people->front().id, io.clock.now()); !done)
        return fail(io, done.error());
    tell(io.out, io, "forget_done", {{"person", cleanForScreen(options.person)}, {"file", options.event}});
    return kDone;
}

}  // namespace

void addForget(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("forget", [options](Io& io) { return runForget(*options, io); });
    line.event(verb, options->event);
    verb->add_option("PERSON", options->person, line.text("help.person"))->required();
}

}  // namespace turnout::commands
