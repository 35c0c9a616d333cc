#include "common/store/sqlite/traces.h"

#include <algorithm>
#include <fstream>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace turnout::sqlite {
namespace {

constexpr std::size_t kShortestSought = 5;        // bytes
constexpr std::size_t kShortestSoughtOfCode = 8;  // of what random ids are made of

// What a closed event keeps: columns between spaces, or all. A table that is not named keeps no text.
struct Kept {
    std::string_view table, columns;
};
constexpr std::string_view kAll = "*";
constexpr Kept kKept[] = {{"event", kAll},
                          {"machine", kAll},
                          {"chain_head", kAll},
                          {"category", kAll},
                          {"affiliation", kAll},
                          {"affiliation_alias", kAll},
                          {"country_group", kAll},
                          {"country_group_member", kAll},
                          {"programme", kAll},
                          {"setting", kAll},
                          {"attendee", " country category "},
                          {"ticket", " code "},
                          {"door", kAll},
                          {"door_category", kAll},
                          {"door_elsewhere", kAll},
                          {"door_former_name", kAll},
                          {"scan", kAll},
                          {"tally", kAll},
                          {"tally_verdict", kAll}};

std::string_view keptOf(std::string_view table) {
    for (const Kept& kept : kKept)
        if (kept.table == table) return kept.columns;
    return {};
}

// A statement whose text is put together here, from names of the file's own schema.
class Rows {
  public:
    Rows(Database& database, const std::string& sql) : statement_(nullptr, sqlite3_finalize) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            throw SQLite::Exception(database.handle());
        statement_.reset(statement);
    }
    bool step() { return sqlite3_step(statement_.get()) == SQLITE_ROW; }
    int columns() const { return sqlite3_column_count(statement_.get()); }
    bool isText(int column) const {
        const int type = sqlite3_column_type(statement_.get(), column);
        return type == SQLITE_TEXT || type == SQLITE_BLOB;
    }
    bool isZero(int column) const {
        return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL ||
               sqlite3_column_int64(statement_.get(), column) == 0;
    }
    std::string_view text(int column) const {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
        return bytes == nullptr
                   ? std::string_view()
                   : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
    }

  private:
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement_;
};

std::string inQuotes(std::string_view name) {
    return '"' + std::string(name) + '"';
}

std::vector<std::string> tablesOf(Database& database) {
    std::vector<std::string> names;
    auto tables = database.query("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'");
    while (tables.step()) names.push_back(tables.text(0));
    return names;
}

// All text that rows hold, with the columns of a row side by side as they stand in the file.
std::string textOfRows(Database& database) {
    std::string all;
    std::vector<std::string> tables = tablesOf(database);
    tables.emplace_back("sqlite_schema");
    for (const std::string& table : tables) {
        Rows rows(database, "select * from " + inQuotes(table));
        while (rows.step()) {
            for (int column = 0; column < rows.columns(); ++column) {
                if (rows.isText(column))
                    all += rows.text(column);
                else if (!rows.isZero(column))  // a 0 takes no byte
                    all += '\n';
            }
            all += '\n';
        }
    }
    return all;
}

bool isOfCodes(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z' && c != 'I' && c != 'L' && c != 'O' && c != 'U');
}

std::size_t beginning(std::string_view three) {
    const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(three[at])}; };
    return byte(0) << 16 | byte(1) << 8 | byte(2);
}

}  // namespace

std::vector<std::string> wordsOfPeople(Database& database) {
    std::vector<std::string> words;
    auto rows = database.query(
        "select name from attendee union select native_name from attendee union select screen_name from attendee"
        " union select outside_id from attendee union select seat from attendee union select note from attendee"
        " union select email from contact union select code from ticket union select reason from ticket"
        " union select volunteer from remark union select volunteer from scan_private"
        " union select reason from scan_private union select cast(raw as text) from scan_private");
    while (rows.step()) words.push_back(rows.text(0));
    return words;
}

bool worthSeeking(std::string_view word) {
    const bool likeCodes = std::all_of(word.begin(), word.end(), isOfCodes);
    return word.size() >= (likeCodes ? kShortestSoughtOfCode : kShortestSought);
}

void leaveOnlyDeleted(Database& database, std::vector<std::string>& words) {
    std::erase_if(words, [](const std::string& word) { return !worthSeeking(word); });
    const std::string kept = textOfRows(database);
    std::unordered_set<std::string> stay;
    for (const std::string_view word : foundIn(kept, words)) stay.emplace(word);
    std::erase_if(words, [&](const std::string& word) { return stay.contains(word); });
}

std::optional<std::string> columnAboutPeople(Database& database) {
    for (const std::string& table : tablesOf(database)) {
        const std::string_view kept = keptOf(table);
        if (kept == kAll) continue;
        Rows columns(database,
                     "select name from pragma_table_info(" + inQuotes(table) + ") where type in ('TEXT', 'BLOB')");
        while (columns.step()) {
            const std::string column(columns.text(0));
            if (kept.find(" " + column + " ") != std::string_view::npos) continue;
            Rows held(database,
                      "select 1 from " + inQuotes(table) + " where length(" + inQuotes(column) + ") > 0 limit 1");
            if (held.step()) return table + "." + column;
        }
    }
    if (database.query("select 1 from ticket where code not glob 'closed-*'").step()) return "ticket.code";
    if (database.query("select 1 from scan where ticket not glob 'closed-*'").step()) return "scan.ticket";
    return std::nullopt;
}

std::vector<std::string_view> foundIn(std::string_view bytes, const std::vector<std::string>& words) {
    std::unordered_map<std::string_view, std::vector<std::string_view>> byBeginning;
    std::vector<bool> begins(std::size_t{1} << 24);  // by the first three bytes: most places need no look at the map
    for (const std::string& word : words) {
        byBeginning[std::string_view(word).substr(0, kShortestSought)].push_back(word);
        begins[beginning(word)] = true;
    }
    std::unordered_set<std::string_view> found;
    for (std::size_t at = 0; at + kShortestSought <= bytes.size(); ++at) {
        if (!begins[beginning(bytes.substr(at, 3))]) continue;
        const auto likely = byBeginning.find(bytes.substr(at, kShortestSought));
        if (likely == byBeginning.end()) continue;
        for (const std::string_view word : likely->second)
            if (bytes.substr(at, word.size()) == word) found.insert(word);
    }
    return {found.begin(), found.end()};
}

Result<bool> fileHolds(const std::filesystem::path& file, const std::vector<std::string>& words) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in || bytes.empty())
        return makeError(Fault::diskError, "store.cannot_look", {{"file", file.filename().string()}});
    return !foundIn(bytes, words).empty();
}

}  // namespace turnout::sqlite
