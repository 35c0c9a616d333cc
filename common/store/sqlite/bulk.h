// A statement for very many rows: bound without copies and without a look-up for each. Query (database.h) is for
// everything else.
#pragma once

#include <sqlite3.h>

#include <optional>
#include <string_view>

#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

class Bulk {
  public:
    // Throws SQLite::Exception, as all of it.
    Bulk(Database& database, const char* sql) : connection_(database.handle()) {
        check(sqlite3_prepare_v3(connection_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
    }
    ~Bulk() { sqlite3_finalize(statement_); }
    Bulk(const Bulk&) = delete;
    Bulk& operator=(const Bulk&) = delete;

    // Texts are bound where they lie. Runs to the end.
    template <class... Values>
    void run(const Values&... values) {
        int next = 0;
        (bind(++next, values), ...);
        while (step()) {
        }
        check(sqlite3_reset(statement_));
    }

    // The next row; its texts are good until the next step.
    bool step() {
        const int answer = sqlite3_step(statement_);
        if (answer != SQLITE_ROW && answer != SQLITE_DONE) throw SQLite::Exception(connection_, answer);
        return answer == SQLITE_ROW;
    }
    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
    bool isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::string_view text(int column) const {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return text == nullptr
                   ? std::string_view()
                   : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
    }

  private:
    void check(int answer) const {
        if (answer != SQLITE_OK) throw SQLite::Exception(connection_, answer);
    }
    void bind(int place, std::int64_t value) { check(sqlite3_bind_int64(statement_, place, value)); }
    void bind(int place, bool value) { check(sqlite3_bind_int(statement_, place, value ? 1 : 0)); }
    void bind(int place, std::string_view value) {
        const char* text = value.data() == nullptr ? "" : value.data();  // an empty view is an empty text and not NULL
        check(sqlite3_bind_text(statement_, place, text, static_cast<int>(value.size()), SQLITE_STATIC));
    }
    void bind(int place, const std::optional<std::int64_t>& value) {
        check(value ? sqlite3_bind_int64(statement_, place, *value) : sqlite3_bind_null(statement_, place));
    }

    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace turnout::sqlite
