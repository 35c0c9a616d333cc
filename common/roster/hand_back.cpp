// The tables that a list is handed back as: the rows to correct, and those that are good.
#include <map>
#include <set>

#include "common/base/csv.h"
#include "common/roster/roster_file.h"

namespace turnout {

std::string problemTable(const Roster& roster, const std::vector<RosterProblem>& problems, Lang lang) {
    std::map<std::int64_t, std::string> sentences;
    for (const RosterProblem& problem : problems) {
        if (problem.warning) continue;
        std::string& text = sentences[problem.line];
        if (!text.empty()) text += " ";
        if (!problem.column.empty()) text += problem.column + ": ";
        text += say(problem.text, lang);
    }
    std::string table;
    if (!roster.raw || sentences.empty()) return table;
    roster.raw->each([&](const CsvRow& row) {
        const auto sentence = sentences.find(row.line);
        if (sentence == sentences.end()) return true;
        if (table.empty()) {
            std::vector<std::string> header = roster.header;
            header.insert(header.end(), {"line", "problem"});
            table = csvRow(header, CsvCells::safeForSpreadsheets);
        }
        std::vector<std::string> cells(row.cells.begin(), row.cells.end());
        if (cells.size() < roster.header.size()) cells.resize(roster.header.size());
        // Cells beyond the heading stay beyond it: brought in again unchanged, the row is as wrong as before.
        cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(roster.header.size()),
                     {std::to_string(row.line), sentence->second});
        table += csvRow(cells, CsvCells::safeForSpreadsheets);
        return true;
    });
    return table;
}

std::string goodTable(const Roster& roster, const std::vector<RosterProblem>& problems) {
    std::set<std::int64_t> bad;
    for (const RosterProblem& problem : problems)
        if (!problem.warning) bad.insert(problem.line);
    std::string table = csvRow(rosterFields(), CsvCells::safeForSpreadsheets);
    for (const RosterRow& row : roster.rows)
        if (!bad.contains(row.line) && !row.cancelled)
            table += csvRow({row.outsideId, row.name, row.nativeName, row.screenName, row.country.str(),
                             row.affiliation, row.category, row.seat, row.note, row.ticketCode,
                             row.onScreen ? "yes" : "no", row.email, row.language},
                            CsvCells::safeForSpreadsheets);
    return table;
}

}  // namespace turnout
