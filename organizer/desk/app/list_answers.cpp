#include "organizer/desk/app/list_answers.h"

#include <algorithm>
#include <map>

#include "common/base/csv.h"

namespace turnout::desk {

TableOptions tableOptions(const ListAnswers& answers) {
    TableOptions options;
    options.encoding = answers.encoding;
    return options;
}

// The table with the answers in it, every row on the line it had.
Result<RosterTable> answered(RosterTable table, const ListAnswers& answers, const std::string& name) {
    if (answers.cells.empty() && answers.leftOut.empty()) return table;
    std::map<std::int64_t, std::map<std::size_t, std::string>> cells;
    for (const CellAnswer& cell : answers.cells) cells[cell.line][cell.column] = cell.text;
    std::string text;
    std::int64_t line = 1;
    table.each([&](const CsvRow& row) {
        if (answers.leftOut.contains(row.line)) return true;
        for (; line < row.line; ++line) text += '\n';
        std::vector<std::string> copy;
        for (const std::string_view cell : row.cells) {
            copy.emplace_back(cell);
            std::replace_if(
                copy.back().begin(), copy.back().end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        }
        if (const auto changed = cells.find(row.line); changed != cells.end())
            for (const auto& [column, said] : changed->second) {
                if (column >= copy.size()) copy.resize(column + 1);
                copy[column] = said;
            }
        text += csvRow(copy, CsvCells::asTheyAre);
        ++line;
        return true;
    });
    return tableFromText(std::move(text), {"utf-8", ",", ""}, name);
}

void keepApart(std::vector<RosterRow>& rows, const ListAnswers& answers) {
    const auto on = [&](std::int64_t line) {
        return std::find_if(rows.begin(), rows.end(), [&](const RosterRow& row) { return row.line == line; });
    };
    const auto name = [](RosterRow& row, bool alone) {
        const std::string place = "row " + std::to_string(row.line);
        if (row.outsideId.empty())
            row.outsideId = place;
        else if (!alone)
            row.outsideId += " / " + place;
    };
    for (const auto& [first, second] : answers.both) {
        const auto one = on(first), two = on(second);
        if (one == rows.end() || two == rows.end()) continue;
        const bool differ = one->outsideId != two->outsideId;
        name(*one, true);
        name(*two, differ);
        if (one->email == two->email) two->email.clear();  // one of them does not have it; tickets go to the first
        if (one->ticketCode == two->ticketCode) two->ticketCode.clear();
    }
}

}  // namespace turnout::desk
