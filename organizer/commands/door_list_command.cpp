// turnout door-list EVENT FILE.pdf: the list to tick at a door where nothing else works.
#include <memory>
#include <ostream>

#include "common/report/people_lists.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, file;
};

int runDoorList(const Options& options, Io& io) {
    auto reader = EventReader::open(options.event);
    if (!reader) return fail(io, reader.error());
    const auto list = doorList(*reader, io.clock.now(), io.lang);
    if (!list) return fail(io, list.error());
    if (const Status written = writePeoplePdf(options.file, *list); !written) return fail(io, written.error());
    std::size_t people = 0;
    for (const PaperGroup& group : list->groups) people += group.people.size();
    tell(io.out, io, "door_list_done", {{"file", options.file}, {"n", std::to_string(people)}});
    return kDone;
}

}  // namespace

void addDoorList(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("door-list", [options](Io& io) { return runDoorList(*options, io); });
    line.event(verb, options->event);
    verb->add_option("FILE", options->file, line.text("help.door_list"))->required()->type_name("FILE.pdf");
}

}  // namespace turnout::commands
