// turnout close EVENT [--yes]: after the event. Says first what goes and what stays.
#include <filesystem>
#include <istream>
#include <memory>
#include <ostream>

#include "common/store/closing.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event;
    bool yes = false;
};

void tellLeftovers(const fs::path& event, Io& io) {
    const auto leftovers = leftoversBeside(event);
    if (!leftovers.empty()) tell(io.out, io, "close_leftovers");
    for (const fs::path& path : leftovers) io.out << "  " << path.string() << '\n';
    tell(io.out, io, "close_elsewhere");
}

int closeNow(const Options& options, Io& io) {
    const auto closed = [&] {
        ProgressLine progress(io);
        return closeEvent(options.event, io.clock.now(),
                          [&](std::int64_t step, std::int64_t steps) { progress.show("close_progress", step, steps); });
    }();
    if (!closed) return fail(io, closed.error());
    if (closed->resumed)
        tell(io.out, io, "close_resumed", {{"file", options.event}});
    else
        tell(io.out, io, "close_done", {{"file", options.event}, {"n", std::to_string(closed->sought)}});
    tellLeftovers(options.event, io);
    return kDone;
}

int runClose(const Options& options, Io& io) {
    const auto preview = previewClose(options.event);
    if (!preview) return fail(io, preview.error());
    if (preview->closed) return failWith(io, kCouldNot, "close_already", {{"file", options.event}});
    if (preview->begun) {
        tell(io.out, io, "close_resumes", {{"file", options.event}});
        return closeNow(options, io);
    }
    tell(io.out, io, "close_deletes",
         {{"file", options.event},
          {"guests", std::to_string(preview->guests)},
          {"contacts", std::to_string(preview->contacts)},
          {"tickets", std::to_string(preview->tickets)}});
    tell(io.out, io, "close_keeps", {{"scans", std::to_string(preview->scans)}});
    if (!options.yes) {
        const std::string name = fs::path(options.event).filename();
        tell(io.out, io, "close_ask", {{"name", name}});
        io.out.flush();
        std::string typed;
        std::getline(io.in, typed);
        if (typed != name) return failWith(io, kCouldNot, "close_not_confirmed");
    }
    return closeNow(options, io);
}

}  // namespace

void addClose(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("close", [options](Io& io) { return runClose(*options, io); });
    line.event(verb, options->event);
    verb->add_flag("--yes", options->yes, line.text("close.yes"));
}

}  // namespace turnout::commands
