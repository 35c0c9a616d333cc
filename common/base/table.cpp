#include "common/base/table.h"

namespace turnout {
namespace {

std::vector<std::string_view> parted(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::vector<std::vector<std::string_view>> tableRows(std::string_view tsv) {
    std::vector<std::vector<std::string_view>> rows;
    for (const std::string_view line : parted(tsv, '\n'))
        if (!line.empty() && line.front() != '#') rows.push_back(parted(line, '\t'));
    return rows;
}

std::vector<std::string_view> several(std::string_view cell) {
    return cell.empty() ? std::vector<std::string_view>() : parted(cell, '|');
}

}  // namespace turnout
