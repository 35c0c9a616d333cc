#include "common/report/log_csv.h"

#include <ostream>

namespace turnout {

Status writeLogCsv(EventReader& reader, const Zone& zone, CsvCells cells, std::ostream& out) {
    out << csvRow({"at", "door", "direction", "source", "verdict", "code", "name", "country", "affiliation",
                   "volunteer", "undoes", "overrides", "scan_id"},
                  cells);
    const Status read = reader.log([&](const LogRow& row) {
        out << csvRow({zone.iso(row.at), row.door, std::string(word(row.direction)), std::string(word(row.source)),
                       std::string(word(row.verdict)), row.code, row.name, row.country, row.affiliation, row.volunteer,
                       row.undoes, row.overrides, row.scanId},
                      cells);
    });
    if (!read) return read;
    if (!out.flush()) return makeError(Fault::diskError, "report.cannot_write");
    return Done{};
}

}  // namespace turnout
