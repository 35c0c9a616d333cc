#include "common/report/log_csv.h"

#include <algorithm>
#include <ostream>

#include "common/domain/ticket_code.h"

namespace turnout {
namespace {

// Upper and lower case of Latin letters do not matter; others are compared as they stand.
std::string folded(const std::string& text) {
    std::string out = text;
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool isChosen(const LogFilter& filter, std::size_t place) {
    return filter.only.empty() || (place < filter.only.size() && filter.only[place]);
}

}  // namespace

bool LogFilter::admits(const LogRow& row) const {
    if (from && row.at < *from) return false;
    if (to && row.at >= *to) return false;
    const auto sameDoor = [&](const std::string& door) { return folded(door) == folded(row.door); };
    if (!doors.empty() && std::none_of(doors.begin(), doors.end(), sameDoor)) return false;
    if (!verdicts.empty() && std::find(verdicts.begin(), verdicts.end(), row.verdict) == verdicts.end()) return false;
    if (person.empty()) return true;
    const ParsedCode code = parseTicketCode(person);
    if (row.code == person || (code.shape == CodeShape::ours && row.code == code.code)) return true;
    return folded(row.name).find(folded(person)) != std::string::npos;
}

Status writeLogCsv(EventReader& reader, const Zone& zone, CsvCells cells, std::ostream& out, const LogFilter& filter) {
    out << csvRow({"at", "door", "direction", "source", "verdict", "code", "name", "country", "affiliation",
                   "volunteer", "undoes", "overrides", "scan_id"},
                  cells);
    std::size_t place = 0;
    const Status read = reader.log([&](const LogRow& row) {
        if (!isChosen(filter, place++) || !filter.admits(row)) return;
        out << csvRow({zone.iso(row.at), row.door, std::string(word(row.direction)), std::string(word(row.source)),
                       std::string(word(row.verdict)), row.code, row.name, row.country, row.affiliation, row.volunteer,
                       row.undoes, row.overrides, row.scanId},
                      cells);
    });
    if (!read) return read;
    if (!out.flush()) return makeError(Fault::diskError, "report.cannot_write");
    return Done{};
}

Result<Table> logTable(EventReader& reader, const LogFilter& filter, Lang lang) {
    Table table{"log", say("report.sheet.log", lang), {}, {}};
    for (const char* key : {"time", "door", "direction", "source", "verdict", "ticket", "name", "country", "university",
                            "volunteer", "undoes", "overrides", "scan"})
        table.headers.push_back(say(std::string("report.col.") + key, lang));
    std::size_t place = 0;
    const Status read = reader.log([&](const LogRow& row) {
        if (!isChosen(filter, place++) || !filter.admits(row)) return;
        table.rows.push_back({row.at, row.door, std::string(word(row.direction)), std::string(word(row.source)),
                              std::string(word(row.verdict)), row.code, row.name, row.country, row.affiliation,
                              row.volunteer, row.undoes, row.overrides, row.scanId});
    });
    if (!read) return read.error();
    return table;
}

}  // namespace turnout
