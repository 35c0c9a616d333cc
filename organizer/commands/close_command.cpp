// turnout close EVENT [--yes]: after the event. Says first what goes and what stays.
#include <filesystem>
#include <istream>
#include <memory>
#include <ostream>
#include <utility>

#include "common/store/closing.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event;
    bool yes = false;
};

// Beside the event: other event files, folders of tickets, tables and logs that still hold names.
void tellLeftovers(const fs::path& event, Io& io) {
    std::error_code failed;
    const fs::path folder = fs::absolute(event).parent_path();
    bool first = true;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const fs::path path = at->path();
        const std::string ending = path.extension();
        const bool copy = at->is_regular_file(failed) && ending == ".turnout" && !fs::equivalent(path, event, failed);
        const bool tickets = at->is_directory(failed) && fs::exists(path / "tickets.csv", failed);
        const bool table = ending == ".csv" || ending == ".xlsx" || ending == ".tsv" || ending == ".log";
        if (!copy && !tickets && !table) continue;
        if (std::exchange(first, false)) tell(io.out, io, "close_leftovers");
        io.out << "  " << path.string() << '\n';
    }
    tell(io.out, io, "close_elsewhere");
}

int runClose(const Options& options, Io& io) {
    const auto preview = previewClose(options.event);
    if (!preview) return fail(io, preview.error());
    if (preview->closed) return failWith(io, kCouldNot, "close_already", {{"file", options.event}});
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
    const Status closed = [&] {
        ProgressLine progress(io);
        return closeEvent(options.event, io.clock.now(),
                          [&](std::int64_t step, std::int64_t steps) { progress.show("close_progress", step, steps); });
    }();
    if (!closed) return fail(io, closed.error());
    tell(io.out, io, "close_done", {{"file", options.event}});
    tellLeftovers(options.event, io);
    return kDone;
}

}  // namespace

void addClose(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("close", [options](Io& io) { return runClose(*options, io); });
    line.event(verb, options->event);
    verb->add_flag("--yes", options->yes, line.text("close.yes"));
}

}  // namespace turnout::commands
