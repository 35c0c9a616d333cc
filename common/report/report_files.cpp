#include "common/report/report_files.h"

#include "common/report/people_pdf.h"
#include "common/report/report_tables.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

Status makeFolder(const fs::path& folder) {
    std::error_code failed;
    const bool made = fs::create_directories(folder, failed);
    if (made) fs::permissions(folder, fs::perms::owner_all, failed);
    if (!fs::is_directory(folder, failed))
        return makeError(Fault::readOnly, "store.cannot_write", {{"file", folder.string()}});
    return Done{};
}

}  // namespace

Status writeReportTables(const fs::path& folder, const EventRecord& record, Lang lang, CsvCells cells) {
    if (const Status made = makeFolder(folder); !made) return made;
    for (const Table& table : reportTables(record, lang))
        if (const Status wrote = writeCsvTable(folder / (table.id + ".csv"), table, record.plan.zone, cells); !wrote)
            return wrote;
    return Done{};
}

Status writeAttendanceSheets(const fs::path& folder, const EventRecord& record, Lang lang,
                             const RecordProgress& progress) {
    if (const Status made = makeFolder(folder); !made) return made;
    const std::vector<UniversityAttendance> sheets = attendanceSheets(record, lang);
    std::int64_t done = 0;
    for (const UniversityAttendance& sheet : sheets) {
        if (progress) progress(++done, static_cast<std::int64_t>(sheets.size()));
        const fs::path file = folder / sheet.fileName;
        if (const Status wrote = writePeoplePdf(file.string() + ".pdf", sheet.paper); !wrote) return wrote;
        if (const Status wrote = writeWorkbook(file.string() + ".xlsx", {sheet.table}, record.plan.zone); !wrote)
            return wrote;
    }
    return Done{};
}

Status writeAbsentList(const fs::path& file, const EventRecord& record, Lang lang, CsvCells cells) {
    const std::string ending = file.extension();
    if (ending == ".pdf") return writePeoplePdf(file, absentPaper(record, lang));
    const Table table = absentTable(record, lang);
    if (ending == ".xlsx") return writeWorkbook(file, {table}, record.plan.zone);
    return writeCsvTable(file, table, record.plan.zone, cells);
}

}  // namespace turnout
