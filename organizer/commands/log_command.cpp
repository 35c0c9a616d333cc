// turnout log EVENT [--csv FILE|-] [--raw]: every scan, in the order written.
#include <filesystem>
#include <memory>
#include <ostream>

#include "common/report/log_csv.h"
#include "organizer/commands/command.h"
#include "organizer/commands/private_file.h"
#include "organizer/commands/replacing.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event, csv = "-";
    bool raw = false;
};

int writeFile(const Options& options, Io& io, EventReader& reader, const Zone& zone, CsvCells cells) {
    const fs::path target = options.csv;
    std::error_code failed;
    if (fs::equivalent(target, options.event, failed) || looksLikeEventFile(target))
        return failWith(io, kCouldNot, "log_is_event", {{"file", target.string()}});
    PrivateFile file(target);
    const Status wrote = writeLogCsv(reader, zone, cells, file.stream());
    if (!wrote && file.stream()) return fail(io, wrote.error());  // the event file's trouble, not this one's
    if (!file.finish()) return failWith(io, kCouldNot, "cannot_write", {{"file", target.string()}});
    return kDone;
}

int runLog(const Options& options, Io& io) {
    auto reader = EventReader::open(options.event);
    if (!reader) return fail(io, reader.error());
    const auto plan = reader->event();
    if (!plan) return fail(io, plan.error());
    const CsvCells cells = options.raw ? CsvCells::asTheyAre : CsvCells::safeForSpreadsheets;
    if (options.csv != "-") return writeFile(options, io, *reader, plan->zone, cells);
    if (const Status wrote = writeLogCsv(*reader, plan->zone, cells, io.out); !wrote) return fail(io, wrote.error());
    return kDone;
}

}  // namespace

void addLog(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("log", [options](Io& io) { return runLog(*options, io); });
    line.event(verb, options->event);
    verb->add_option("--csv", options->csv, line.text("log.csv"))->type_name("FILE|-");
    verb->add_flag("--raw", options->raw, line.text("log.raw"));
}

}  // namespace turnout::commands
