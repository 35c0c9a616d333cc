// turnout log EVENT [--csv FILE|-] [--xlsx FILE] [--raw]: every scan, in the order written; or those of a time, a door,
// an answer, a person.
#include <filesystem>
#include <memory>
#include <ostream>
#include <tuple>

#include "common/report/log_csv.h"
#include "common/store/replacing.h"
#include "organizer/commands/command.h"
#include "organizer/commands/private_file.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event, csv = "-", xlsx, from, to, person;
    std::vector<std::string> doors, verdicts;
    bool raw = false;
};

// "18:30" is of the event's day in the event's zone; else ISO 8601.
Result<TimePoint> readTime(const std::string& text, const char* option, const EventPlan& plan) {
    if (const auto at = parseIso(text)) return *at;
    const std::string day = plan.zone.iso(plan.starts);
    const std::string zone = day.substr(day.size() - 6);
    const std::string padded = text.size() == 4 && text[1] == ':' ? "0" + text : text;
    for (const std::string& tried : {day.substr(0, 11) + padded + ":00" + zone, day.substr(0, 11) + padded + zone,
                                     padded + zone, padded + ":00" + zone})
        if (const auto at = parseIso(tried)) return *at;
    return makeError(Fault::wrongUsage, "cli.log_bad_time", {{"option", option}, {"what", cleanForScreen(text)}});
}

Result<LogFilter> readFilter(const Options& options, EventReader& reader, const EventPlan& plan) {
    LogFilter filter;
    for (const auto& [text, option, into] :
         {std::tuple{&options.from, "--from", &filter.from}, std::tuple{&options.to, "--to", &filter.to}}) {
        if (text->empty()) continue;
        const auto at = readTime(*text, option, plan);
        if (!at) return at.error();
        *into = *at;
    }
    for (const std::string& text : options.verdicts) {
        const auto verdict = verdictFromWord(text);
        if (!verdict) {
            std::string words;
            for (const Verdict one : kVerdicts)
                if (one != Verdict::notRecorded) words += (words.empty() ? "" : ", ") + std::string(word(one));
            return makeError(Fault::wrongUsage, "cli.log_bad_verdict",
                             {{"what", cleanForScreen(text)}, {"words", words}});
        }
        filter.verdicts.push_back(*verdict);
    }
    filter.doors = options.doors;
    filter.person = options.person;
    const auto totals = reader.totals();
    if (!totals) return totals.error();
    for (const std::string& door : options.doors) {
        bool known = false;
        std::string names;
        for (const DoorNumbers& one : totals->byDoor) {
            LogRow row;
            row.door = one.name;
            LogFilter asked;
            asked.doors = {door};
            known = known || asked.admits(row);
            names += (names.empty() ? "" : ", ") + one.name;
        }
        if (!known) return makeError(Fault::notFound, "store.unknown_door", {{"door", door}, {"doors", names}});
    }
    return filter;
}

int writeFile(const Options& options, Io& io, EventReader& reader, const Zone& zone, const LogFilter& filter) {
    const CsvCells cells = options.raw ? CsvCells::asTheyAre : CsvCells::safeForSpreadsheets;
    const fs::path target = options.csv;
    std::error_code failed;
    if (fs::equivalent(target, options.event, failed) || looksLikeEventFile(target))
        return failWith(io, kCouldNot, "log_is_event", {{"file", target.string()}});
    PrivateFile file(target);
    const Status wrote = writeLogCsv(reader, zone, cells, file.stream(), filter);
    if (!wrote && file.stream()) return fail(io, wrote.error());  // the event file's trouble, not this one's
    if (!file.finish()) return failWith(io, kCouldNot, "cannot_write", {{"file", target.string()}});
    return kDone;
}

int runLog(const Options& options, Io& io) {
    auto reader = EventReader::open(options.event);
    if (!reader) return fail(io, reader.error());
    const auto plan = reader->event();
    if (!plan) return fail(io, plan.error());
    const auto filter = readFilter(options, *reader, *plan);
    if (!filter) return fail(io, filter.error());
    if (!options.xlsx.empty()) {
        std::error_code failed;
        if (fs::equivalent(options.xlsx, options.event, failed) || looksLikeEventFile(options.xlsx))
            return failWith(io, kCouldNot, "log_is_event", {{"file", options.xlsx}});
        const auto table = logTable(*reader, *filter, io.lang);
        if (!table) return fail(io, table.error());
        ProgressLine progress(io);
        const Status wrote =
            writeWorkbook(options.xlsx, {*table}, plan->zone,
                          [&](std::int64_t done, std::int64_t all) { progress.show("workbook_progress", done, all); });
        return wrote ? kDone : fail(io, wrote.error());
    }
    if (options.csv != "-") return writeFile(options, io, *reader, plan->zone, *filter);
    const CsvCells cells = options.raw ? CsvCells::asTheyAre : CsvCells::safeForSpreadsheets;
    if (const Status wrote = writeLogCsv(*reader, plan->zone, cells, io.out, *filter); !wrote)
        return fail(io, wrote.error());
    return kDone;
}

}  // namespace

void addLog(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("log", [options](Io& io) { return runLog(*options, io); });
    line.event(verb, options->event);
    auto* csv = verb->add_option("--csv", options->csv, line.text("log.csv"))->type_name("FILE|-");
    verb->add_option("--xlsx", options->xlsx, line.text("log.xlsx"))->type_name("FILE")->excludes(csv);
    verb->add_option("--from", options->from, line.text("log.from"))->type_name("TIME");
    verb->add_option("--to", options->to, line.text("log.to"))->type_name("TIME");
    verb->add_option("--door", options->doors, line.text("log.door"))->type_name("NAME")->take_all();
    verb->add_option("--verdict", options->verdicts, line.text("log.verdict"))->type_name("WORD")->take_all();
    verb->add_option("--person", options->person, line.text("log.person"))->type_name("NAME|CODE");
    verb->add_flag("--raw", options->raw, line.text("log.raw"));
}

}  // namespace turnout::commands
