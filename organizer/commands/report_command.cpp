// turnout report EVENT: who came, in numbers, for programs (--json), for the press (--sentence), for a dean (--pdf),
// for a spreadsheet (--xlsx, --csv); each university's list for credit, and who did not come.
#include <filesystem>
#include <memory>
#include <ostream>

#include "common/report/report_files.h"
#include "common/report/report_json.h"
#include "common/report/report_pdf.h"
#include "common/report/report_tables.h"
#include "common/store/replacing.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event, pdf, xlsx, csv, attendance, absent;
    bool json = false, sentence = false, raw = false;
    bool writes() const {
        return !pdf.empty() || !xlsx.empty() || !csv.empty() || !attendance.empty() || !absent.empty();
    }
};

// A report never replaces an event.
Status mayWrite(const Options& options, const fs::path& file) {
    std::error_code failed;
    if (fs::equivalent(file, options.event, failed) || looksLikeEventFile(file))
        return makeError(Fault::inUse, "cli.report_is_event", {{"file", file.string()}});
    return Done{};
}

CsvCells cellsOf(const Options& options) {
    return options.raw ? CsvCells::asTheyAre : CsvCells::safeForSpreadsheets;
}

Status writeTables(const Options& options, const EventRecord& record, Io& io) {
    if (!options.xlsx.empty()) {
        if (const Status may = mayWrite(options, options.xlsx); !may) return may;
        ProgressLine progress(io);
        const Status wrote =
            writeWorkbook(options.xlsx, reportTables(record, io.lang), record.plan.zone,
                          [&](std::int64_t done, std::int64_t all) { progress.show("workbook_progress", done, all); });
        if (!wrote) return wrote;
    }
    if (options.csv.empty()) return Done{};
    return writeReportTables(options.csv, record, io.lang, cellsOf(options));
}

Status writeAttendance(const fs::path& folder, const EventRecord& record, Io& io) {
    ProgressLine progress(io);
    return writeAttendanceSheets(folder, record, io.lang, [&](std::int64_t done, std::int64_t all) {
        progress.show("report_sheets", done, all);
    });
}

Status writeAbsent(const Options& options, const EventRecord& record, Lang lang) {
    if (const Status may = mayWrite(options, options.absent); !may) return may;
    return writeAbsentList(options.absent, record, lang, cellsOf(options));
}

int writeFiles(const Options& options, Io& io, const EventRecord& record) {
    if (record.closed && (!options.attendance.empty() || !options.absent.empty()))
        return failWith(io, kCouldNot, "report_closed", {{"file", options.event}});
    if (!options.pdf.empty()) {
        if (const Status may = mayWrite(options, options.pdf); !may) return fail(io, may.error());
        if (const Status wrote = writeReportPdf(options.pdf, record, io.lang); !wrote) return fail(io, wrote.error());
    }
    if (const Status wrote = writeTables(options, record, io); !wrote) return fail(io, wrote.error());
    if (!options.attendance.empty())
        if (const Status wrote = writeAttendance(options.attendance, record, io); !wrote)
            return fail(io, wrote.error());
    if (!options.absent.empty())
        if (const Status wrote = writeAbsent(options, record, io.lang); !wrote) return fail(io, wrote.error());
    for (const std::string& place : {options.pdf, options.xlsx, options.csv, options.attendance, options.absent})
        if (!place.empty()) tell(io.err, io, "report_written", {{"file", place}});
    return kDone;
}

int runReport(const Options& options, Io& io) {
    auto reader = EventReader::open(options.event);
    if (!reader) return fail(io, reader.error());
    const TimePoint now = io.clock.now();
    // Numbers alone are asked for again and again while doors are open; the log is read only for what needs it.
    EventRecord record;
    if (options.writes()) {
        ProgressLine progress(io);
        auto read = readRecord(
            *reader, now, [&](std::int64_t done, std::int64_t all) { progress.show("report_progress", done, all); });
        if (!read) return fail(io, read.error());
        record = std::move(read).value();
    } else {
        auto plan = reader->event();
        if (!plan) return fail(io, plan.error());
        auto totals = reader->totals();
        if (!totals) return fail(io, totals.error());
        const auto closed = reader->namesDeleted();
        if (!closed) return fail(io, closed.error());
        record.closed = *closed;
        record.plan = std::move(plan).value();
        record.totals = std::move(totals).value();
    }
    if (options.json)
        io.out << reportJson(record.plan, record.totals, now, record.closed);
    else if (options.sentence)
        io.out << pressSentence(record, io.lang) << '\n';
    else if (!options.writes())
        io.out << reportText(record.plan, record.totals, now, io.lang, record.closed);
    return options.writes() ? writeFiles(options, io, record) : kDone;
}

}  // namespace

void addReport(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("report", [options](Io& io) { return runReport(*options, io); });
    line.event(verb, options->event);
    auto* json = verb->add_flag("--json", options->json, line.text("help.json"));
    verb->add_flag("--sentence", options->sentence, line.text("report.sentence"))->excludes(json);
    verb->add_option("--pdf", options->pdf, line.text("report.pdf"))->type_name("FILE");
    verb->add_option("--xlsx", options->xlsx, line.text("report.xlsx"))->type_name("FILE");
    verb->add_option("--csv", options->csv, line.text("report.csv"))->type_name("DIR");
    verb->add_option("--attendance", options->attendance, line.text("report.attendance"))->type_name("DIR");
    verb->add_option("--no-shows", options->absent, line.text("report.no_shows"))->type_name("FILE");
    verb->add_flag("--raw", options->raw, line.text("log.raw"));
}

}  // namespace turnout::commands
