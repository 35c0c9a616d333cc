// A statement for very many rows: bound without copies and without a look-up for each. Query (database.h) is for
// everything else.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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
        ask(values...);
        while (step()) {
        }
        check(sqlite3_reset(statement_));
    }

    // Begins anew with these values; then step().
    template <class... Values>
    void ask(const Values&... values) {
        check(sqlite3_reset(statement_));
        int next = 0;
        (bind(++next, values), ...);
    }

    void done() { sqlite3_reset(statement_); }  // no more rows are wanted

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

    friend class BulkInsert;
    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
};

// Rows of one table, several in one statement: a row alone costs a fifth more. Texts are kept until they are written.
// What was added is in the file after flush(); to be called before anything else asks the file, and last.
class BulkInsert {
  public:
    // `into`: "insert into t(a, b) values". `columns`: how many values a row has.
    BulkInsert(Database& database, const std::string& into, int columns)
        : columns_(columns),
          many_(database, statement(into, columns, kRows).c_str()),
          one_(database, statement(into, columns, 1).c_str()),
          values_(static_cast<std::size_t>(kRows * columns)) {}

    template <class... Values>
    void add(const Values&... values) {
        if (rows_ == kRows) flush();
        std::size_t next = static_cast<std::size_t>(rows_ * columns_);
        ((values_[next++] = kept(values)), ...);
        ++rows_;
    }

    bool full() const { return rows_ == kRows; }

    void flush() {
        if (full())
            write(many_, 0, kRows);
        else
            for (int row = 0; row < rows_; ++row) write(one_, row, 1);
        rows_ = 0;
        memory_.release();
    }

  private:
    static constexpr int kRows = 20;
    using Value = std::variant<std::int64_t, std::optional<std::int64_t>, std::string_view>;

    static std::string statement(std::string into, int columns, int rows) {
        for (int row = 0; row < rows; ++row) {
            into += row == 0 ? "(" : ",(";
            for (int column = 0; column < columns; ++column) into += column == 0 ? "?" : ",?";
            into += ")";
        }
        return into;
    }

    Value kept(std::int64_t value) { return value; }
    Value kept(bool value) { return std::int64_t{value ? 1 : 0}; }
    Value kept(const std::optional<std::int64_t>& value) { return value; }
    Value kept(std::string_view text) {
        if (text.empty()) return std::string_view();
        auto* bytes = static_cast<char*>(memory_.allocate(text.size(), 1));
        std::memcpy(bytes, text.data(), text.size());
        return std::string_view(bytes, text.size());
    }

    void write(Bulk& statement, int first, int rows) {
        for (int at = 0; at < rows * columns_; ++at)
            std::visit([&](const auto& value) { statement.bind(at + 1, value); },
                       values_[static_cast<std::size_t>(first * columns_ + at)]);
        statement.run();
    }

    int columns_, rows_ = 0;
    Bulk many_, one_;
    std::vector<Value> values_;
    std::array<std::byte, 1 << 15> texts_;
    std::pmr::monotonic_buffer_resource memory_{texts_.data(), texts_.size()};
};

}  // namespace turnout::sqlite
