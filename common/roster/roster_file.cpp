#include "common/roster/roster_file.h"

#include <algorithm>
#include <unordered_map>

#include "common/roster/hand_over.h"
#include "common/roster/row_reader.h"

namespace turnout {
namespace {

constexpr std::size_t kWorthAThread = 5000;  // rows

bool anyError(const std::vector<RosterProblem>& problems) {
    return std::any_of(problems.begin(), problems.end(), [](const RosterProblem& problem) { return !problem.warning; });
}

// Answers to a form that one person sent twice: the last one counts. Who has another e-mail or id is somebody else, and
// without either only an answer that says the same of everything is the same person's.
std::string keyOf(const RosterRow& row) {
    const std::string who = row.name + '\x1F' + row.country.str();
    if (!row.outsideId.empty() || !row.email.empty()) return who + '\x1F' + row.outsideId + '\x1F' + row.email;
    return who + '\x1F' + row.affiliation + '\x1F' + row.nativeName + '\x1F' + row.seat + '\x1F' + row.note +
           (row.onScreen ? '1' : '0');
}

std::string previewOf(const RosterRow& row) {
    std::string preview;
    for (const std::string& part : {row.name, row.nativeName, countryName(row.country, Lang::en), row.affiliation})
        if (!part.empty()) preview += (preview.empty() ? "" : " · ") + shorten(part, 40);
    return preview;
}

}  // namespace

struct RosterReader::Impl {
    RosterOptions options;
    CountryResolver& countries;
    Columns columns;
    Roster roster;

    Impl(RosterOptions asked, CountryResolver& resolver) : options(std::move(asked)), countries(resolver) {}

    Status open(RosterTable table, const std::string& file) {
        HeaderMap map = options.map;
        auto found = findColumns(table, map, false, file);
        if (!options.remembered.empty()) {
            // What this call maps goes before what earlier ones did.
            for (const auto& pair : options.remembered)
                if (std::none_of(map.begin(), map.end(),
                                 [&](const auto& own) { return own.second == pair.second || own.first == pair.first; }))
                    map.push_back(pair);
            if (auto with = findColumns(table, map, true, file); with || !found) found = std::move(with);
        }
        if (!found) {
            for (const CsvRow& row : table.head())
                if (row.open)
                    return makeError(Fault::badInput, "roster.open_quote_line",
                                     {{"file", file}, {"line", std::to_string(row.line)}});
            return found.error();
        }
        columns = std::move(found).value();
        roster.form = table.form();
        roster.header = columns.header;
        roster.raw = std::move(table);
        RowReader look(columns, options.affiliation, countries);
        eachRow([&](const CsvRow& row) {
            const RosterRow* first = look.read(row);
            if (first != nullptr) roster.preview = previewOf(*first);
            return first == nullptr;
        });
        if (look.guests() == 0) return makeError(Fault::badInput, "roster.no_rows", {{"file", file}});
        return Done{};
    }

    void eachRow(const TakeRow& take) const {  // below the heading
        std::size_t at = 0;
        roster.raw->each([&](const CsvRow& row) { return at++ < columns.firstGuest || take(row); });
    }

    bool each(const std::function<void(const RosterRow&)>& take) {
        RowReader reader(columns, options.affiliation, countries, options.everyName);
        std::vector<RosterRow> answers;
        const auto readAll = [&](const auto& give) {
            eachRow([&](const CsvRow& row) {
                const RosterRow* guest = reader.read(row);
                return guest == nullptr || give(*guest);
            });
        };
        const auto takeOne = [&](const RosterRow& guest) {
            columns.form ? answers.push_back(guest) : take(guest);
            return true;
        };
        if (columns.form || roster.raw->about() < kWorthAThread)
            readAll(takeOne);
        else
            HandOver::run(readAll, take);
        reader.finish();
        roster.problems = columns.notes;
        roster.problems.insert(roster.problems.end(), reader.problems.begin(), reader.problems.end());
        roster.unresolved = reader.unresolved;
        if (columns.form) eachLast(answers, take);
        std::stable_sort(roster.problems.begin(), roster.problems.end(),
                         [](const auto& a, const auto& b) { return a.line < b.line; });
        return !anyError(roster.problems);
    }

    void eachLast(const std::vector<RosterRow>& answers, const std::function<void(const RosterRow&)>& take) {
        std::unordered_map<std::string, std::size_t> last;
        for (std::size_t i = 0; i < answers.size(); ++i) last[keyOf(answers[i])] = i;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const std::size_t newest = last[keyOf(answers[i])];
            if (newest == i)
                take(answers[i]);
            else
                roster.problems.push_back({answers[i].line,
                                           "",
                                           "",
                                           {"roster.sent_twice", {{"line", std::to_string(answers[newest].line)}}},
                                           true});
        }
    }
};

RosterReader::RosterReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RosterReader::RosterReader(RosterReader&&) noexcept = default;
RosterReader::~RosterReader() = default;

Result<RosterReader> RosterReader::open(RosterTable table, const RosterOptions& options, CountryResolver& countries,
                                        const std::string& fileName) {
    auto impl = std::make_unique<Impl>(options, countries);
    if (const Status opened = impl->open(std::move(table), fileName); !opened) return opened.error();
    return RosterReader(std::move(impl));
}

Result<RosterReader> RosterReader::open(const std::filesystem::path& file, const RosterOptions& options,
                                        CountryResolver& countries) {
    auto table = readTable(file, options.table);
    if (!table) return table.error();
    return open(std::move(table).value(), options, countries, file.filename().string());
}

bool RosterReader::each(const std::function<void(const RosterRow&)>& take) {
    return impl_->each(take);
}

std::size_t RosterReader::about() const {
    return impl_->roster.raw->about();
}

const Roster& RosterReader::roster() const {
    return impl_->roster;
}

const std::vector<std::string>& rosterFields() {
    static const std::vector<std::string> all{"id",          "name",     "native_name", "screen_name", "country",
                                              "affiliation", "category", "seat",        "note",        "ticket_code",
                                              "on_screen",   "email",    "language"};
    return all;
}

Result<Roster> rosterFromTable(RosterTable table, const RosterOptions& options, CountryResolver& countries,
                               const std::string& fileName) {
    auto reader = RosterReader::open(std::move(table), options, countries, fileName);
    if (!reader) return reader.error();
    std::vector<RosterRow> rows;
    reader->each([&](const RosterRow& row) { rows.push_back(row); });
    Roster roster = reader->roster();
    roster.rows = std::move(rows);
    return roster;
}

Result<Roster> readRoster(const std::filesystem::path& file, const RosterOptions& options, CountryResolver& countries) {
    auto table = readTable(file, options.table);
    if (!table) return table.error();
    return rosterFromTable(std::move(table).value(), options, countries, file.filename().string());
}

}  // namespace turnout
