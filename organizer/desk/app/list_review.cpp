#include "organizer/desk/app/list_review.h"

#include <algorithm>
#include <map>

#include "common/roster/heading_words.h"
#include "common/store/event_reader.h"
#include "organizer/desk/app/list_answers.h"

namespace turnout::desk {
namespace {

constexpr std::size_t kHeadingRows = 20;
constexpr std::size_t kSampleRows = 200;

struct Stopped {};  // thrown out of the store's transaction, which it undoes; never leaves this file

std::string cellOf(const CsvRow& row, std::size_t column) {
    return column < row.cells.size() ? cleanForScreen(row.cells[column]) : std::string();
}

std::string cellOf(const std::vector<std::string>& cells, std::size_t column) {
    return column < cells.size() ? cleanForScreen(cells[column]) : std::string();
}

// What was said here goes before what earlier lists taught.
HeaderMap together(const HeaderMap& now, const HeaderMap& before) {
    HeaderMap map = now;
    for (const auto& pair : before)
        if (std::none_of(now.begin(), now.end(),
                         [&](const auto& own) { return own.second == pair.second || own.first == pair.first; }))
            map.push_back(pair);
    return map;
}

class Reviewing {
  public:
    Reviewing(const ListAnswers& answers, const EventPlan& plan) : answers_(answers), plan_(plan) {}

    // Everything but the comparison with the event. False: there is trouble with the columns.
    Result<bool> readFile(EventStore& store) {
        const auto map = store.setting(kMapSetting), countries = store.setting(kCountrySetting);
        if (!map) return map.error();
        if (!countries) return countries.error();
        review_.oldMap = fromSetting(*map);
        review_.oldCountries = fromSetting(*countries);
        teachAll(resolver_, review_.oldCountries);
        teachAll(resolver_, answers_.countries);
        review_.fileName = answers_.file.filename().string();
        auto table = readTable(answers_.file, tableOptions(answers_));
        if (!table) return table.error();
        review_.form = table->form();
        auto corrected = answered(std::move(table).value(), answers_, review_.fileName);
        if (!corrected) return corrected.error();
        table_ = std::move(corrected).value();
        findHeadings();
        RosterOptions options;
        options.map = answers_.map;
        options.remembered = review_.oldMap;
        options.affiliation = answers_.affiliation;
        auto roster = rosterFromTable(*table_, options, resolver_, review_.fileName);
        if (!roster) {
            review_.trouble = roster.error();
            return false;
        }
        review_.preview = roster->preview;
        keepApart(roster->rows, answers_);
        review_.roster = std::make_shared<const Roster>(std::move(roster).value());
        review_.problems = review_.roster->problems;
        return true;
    }

    const Roster& roster() const { return *review_.roster; }
    const ListReview& review() const { return review_; }

    ListReview finish(const MergeOutcome& planned) {
        review_.problems.insert(review_.problems.end(), planned.problems.begin(), planned.problems.end());
        std::stable_sort(review_.problems.begin(), review_.problems.end(),
                         [](const auto& a, const auto& b) { return a.line < b.line; });
        keepRows();
        for (const RosterProblem& problem : review_.problems) sortOut(problem);
        for (const std::int64_t line : answers_.leftOut)
            review_.leftOut.push_back({line, {}, Text{"desk.review.left_by_you", {}}});
        for (auto& [key, question] : questions_) review_.questions.push_back(std::move(question));
        std::sort(review_.questions.begin(), review_.questions.end(),
                  [](const auto& a, const auto& b) { return a.lines.front() < b.lines.front(); });
        review_.need = static_cast<std::int64_t>(bad_.size());
        count();
        review_.rows = review_.ready + review_.need + static_cast<std::int64_t>(review_.leftOut.size());
        review_.unchanged = planned.unchanged;
        review_.added = planned.added;
        review_.changed = planned.changed;
        review_.cancelled = planned.cancelled;
        review_.gone = planned.gone;
        review_.changes = planned.changes;
        return std::move(review_);
    }

  private:
    // The headings with what they mean now; when they do not suffice, the fullest of the first rows.
    void findHeadings() {
        const HeaderMap map = together(answers_.map, review_.oldMap);
        const std::vector<CsvRow>& rows = table_->head();
        auto columns = findColumns(*table_, map, true, review_.fileName);
        std::size_t first = 0;
        std::vector<std::string> header;
        if (columns) {
            header = columns->header;
            first = columns->firstGuest;
            fields_ = columns->field;
        } else {
            std::size_t most = 0;
            for (std::size_t i = 0; i < std::min(rows.size(), kHeadingRows); ++i) {
                const auto& cells = rows[i].cells;
                const auto filled = static_cast<std::size_t>(
                    std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); }));
                if (filled > most) most = filled, first = i;
            }
            if (rows.empty()) return;
            for (const auto& cell : rows[first].cells) header.emplace_back(cell);
            ++first;
        }
        std::map<std::string, int> seen;
        std::map<std::string, int> all;
        for (const std::string& cell : header) ++all[headingKey(cell)];
        for (std::size_t i = 0; i < header.size(); ++i) {
            ReviewColumn column;
            column.header = cleanForScreen(header[i]);
            const std::string key = headingKey(header[i]);
            const int place = ++seen[key];
            column.mapKey = all[key] > 1 ? header[i] + "#" + std::to_string(place) : header[i];
            for (const auto& [field, at] : fields_)
                if (at == i) column.field = field;
            for (std::size_t row = first; row < std::min(rows.size(), first + kSampleRows); ++row)
                if (column.sample = cellOf(rows[row], i); !column.sample.empty()) break;
            if (!column.header.empty() || !column.sample.empty()) review_.columns.push_back(std::move(column));
        }
    }

    // The cells of the rows that are spoken of; the file may be long.
    void keepRows() {
        std::set<std::int64_t> wanted;
        for (const RosterProblem& problem : review_.problems) wanted.insert(problem.line);
        table_->each([&](const CsvRow& row) {
            if (wanted.contains(row.line)) rows_[row.line].assign(row.cells.begin(), row.cells.end());
            return true;
        });
    }

    std::optional<std::size_t> columnOf(const RosterProblem& problem) const {
        if (const auto field = fields_.find(problem.column); field != fields_.end()) return field->second;
        for (const auto& [field, at] : fields_)
            if (at < roster().header.size() && cleanForScreen(roster().header[at]) == problem.column) return at;
        return std::nullopt;
    }

    std::string guestOn(std::int64_t line) const {
        const auto row = rows_.find(line);
        if (row == rows_.end()) return {};
        std::string name;
        for (const char* field : {"name", "given_name", "family_name"})
            if (const auto at = fields_.find(field); at != fields_.end()) {
                const std::string part = cellOf(row->second, at->second);
                if (!part.empty()) name += (name.empty() ? "" : " ") + part;
            }
        return shorten(name, 60);
    }

    void sortOut(const RosterProblem& problem) {
        const std::string& key = problem.text.key;
        if (problem.warning) {
            if (problem.line == 0 || key == "roster.unused_columns" || key == "roster.header_first") return;
            const bool left = key == "roster.sent_twice" || key == "roster.cancelled_row";
            if (key == "roster.total_row") return;
            (left ? review_.leftOut : review_.settled).push_back({problem.line, guestOn(problem.line), problem.text});
            return;
        }
        bad_.insert(problem.line);
        ask(problem);
    }

    // Enter takes the first: the country that most guests of this list come from.
    std::vector<CountryCode> likeliest(std::vector<CountryCode> candidates) {
        if (guestsOf_.empty())
            for (const RosterRow& row : roster().rows) ++guestsOf_[row.country];
        std::stable_sort(candidates.begin(), candidates.end(),
                         [&](const auto& a, const auto& b) { return guestsOf_[a] > guestsOf_[b]; });
        return candidates;
    }

    void ask(const RosterProblem& problem) {
        const std::string& key = problem.text.key;
        ListQuestion question;
        question.lines = {problem.line};
        question.guest = guestOn(problem.line);
        question.more = problem.text;
        const auto column = columnOf(problem);
        question.hasColumn = column.has_value();
        question.column = column.value_or(0);
        if (const auto row = rows_.find(problem.line); column && row != rows_.end())
            question.found = cellOf(row->second, *column);
        const auto quoted = [&](const char* words) {
            question.what = {words, {{"found", shorten(question.found, 32)}}};
        };
        std::string alike = std::to_string(problem.line) + "/" + problem.column + "/" + key;
        if (key == "roster.which_country" || key == "roster.unknown_country") {
            quoted("desk.review.country");
            for (const CountryCode& code : likeliest(resolver_.resolve(question.found).candidates))
                question.answers.push_back({AnswerKind::country, code});
            question.answers.push_back({AnswerKind::anyCountry, {}});
            alike = "country/" + question.found;
        } else if (key == "roster.no_country") {
            question.what = {"desk.review.no_country", {}};
            question.answers = {{AnswerKind::anyCountry, {}}, {AnswerKind::country, CountryCode()}};
        } else if (key == "roster.no_name") {
            question.what = {"desk.review.no_name", {}};
            question.answers = {{AnswerKind::type, {}}};
        } else if (key == "roster.swallowed") {
            quoted("desk.review.swallowed");
            question.answers = {{AnswerKind::clearCell, {}}, {AnswerKind::type, {}}};
        } else if (key == "roster.too_long") {
            quoted("desk.review.too_long");
            for (const auto& [name, value] : problem.text.args)
                if (name == "limit") question.limit = static_cast<std::size_t>(std::stoul(value));
            question.answers = {{AnswerKind::shortenCell, {}}, {AnswerKind::type, {}}};
        } else if (key == "roster.not_utf8" || key == "roster.cell_too_long") {
            question.what = {key == "roster.not_utf8" ? "desk.review.broken" : "desk.review.huge", {}};
            question.found.clear();
            question.answers = {{AnswerKind::type, {}}, {AnswerKind::clearCell, {}}};
        } else if (key == "roster.quantity") {
            quoted("desk.review.quantity");
            question.answers = {{AnswerKind::clearCell, {}}};
        } else if (key == "store.row_same_guest") {
            question.what = {"desk.review.same_guest", {}};
            for (const auto& [name, value] : problem.text.args)
                if (name == "other") question.other = std::stoll(value);
            question.answers = {{AnswerKind::keepThis, {}}, {AnswerKind::keepOther, {}}, {AnswerKind::keepBoth, {}}};
        } else if (key == "store.row_code_taken") {
            quoted("desk.review.code_taken");
            question.answers = {{AnswerKind::clearCell, {}}};
        } else if (key == "store.row_unknown_category") {
            quoted("desk.review.category");
            question.answers = {{AnswerKind::clearCell, {}}, {AnswerKind::type, {}}};
            alike = "category/" + question.found;
        } else {
            question.what = {"desk.review.other", {{"found", shorten(question.found, 32)}}};
        }
        if (question.other == 0 && alike.find("country/") != 0) question.answers.push_back({AnswerKind::leaveOut, {}});
        const auto [known, isNew] = questions_.try_emplace(alike, question);
        if (!isNew && known->second.lines.back() != problem.line) known->second.lines.push_back(problem.line);
    }

    void count() {
        std::set<CountryCode> countries;
        for (const RosterRow& row : roster().rows) {
            if (row.cancelled || bad_.contains(row.line)) continue;
            ++review_.ready;
            review_.agreed += row.onScreen ? 1 : 0;
            if (row.country.isCountry()) countries.insert(row.country);
        }
        review_.countries = static_cast<std::int64_t>(countries.size());
        if (!plan_.groups.empty())
            for (const CountryCode& member : plan_.groups.front().members)
                review_.inGroup += countries.contains(member) ? 1 : 0;
        // Amber: a column in which numbers were swallowed, and one that is mapped to a ticket code by its heading
        // alone.
        for (const ListQuestion& question : review_.questions)
            if (question.what.key == "desk.review.swallowed" && question.hasColumn)
                for (ReviewColumn& column : review_.columns)
                    if (const auto at = fields_.find(column.field);
                        at != fields_.end() && at->second == question.column)
                        column.doubtful = true;
    }

    const ListAnswers& answers_;
    const EventPlan& plan_;
    CountryResolver resolver_;
    std::optional<RosterTable> table_;
    ListReview review_;
    std::map<std::string, std::size_t> fields_;
    std::map<std::int64_t, std::vector<std::string>> rows_;  // those with something to say about
    std::map<std::string, ListQuestion> questions_;
    std::map<CountryCode, int> guestsOf_;
    std::set<std::int64_t> bad_;  // lines
};

MergeOptions merging(const ListAnswers& answers, const ReviewProgress& progress) {
    MergeOptions options;
    options.skipBad = true;
    options.affiliation = answers.affiliation;
    options.progress = [&progress](std::int64_t done, std::int64_t all) {
        if (progress &&
            !progress(0.3 + 0.7 * static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(1, all))))
            throw Stopped{};
    };
    return options;
}

Error stopped() {
    return makeError(Fault::busy, "desk.stopped");
}

using Names = std::map<std::int64_t, std::pair<std::string, bool>>;  // guest -> as the hall writes them, looked at

Result<Names> namesForScreen(const EventStore& store) {
    auto reader = EventReader::open(store.path());
    if (!reader) return reader.error();
    Names names;
    if (const Status read = reader->records([&](const GuestRecord& guest) {
            if (guest.onScreen)
                names[guest.id.value] = {guest.screenName.empty() ? guest.name : guest.screenName, guest.nameChecked};
        });
        !read)
        return read.error();
    return names;
}

// A list's consent is the guest's; the look is the organiser's, and follows on the page with a tick for each name. A
// name that was looked at before and is written as before keeps its tick.
Status untickNewNames(EventStore& store, const Names& before, TimePoint now) {
    const auto after = namesForScreen(store);
    if (!after) return after.error();
    std::vector<AttendeeId> unseen;
    for (const auto& [guest, name] : *after) {
        const auto known = before.find(guest);
        const bool seen = known != before.end() && known->second.second && known->second.first == name.first;
        if (name.second && !seen) unseen.push_back(AttendeeId{guest});
    }
    return unseen.empty() ? Status(Done{}) : store.checkNames(unseen, false, now);
}

}  // namespace

Result<ListReview> reviewList(const ListAnswers& answers, EventStore& store, const EventPlan& plan, TimePoint now,
                              const ReviewProgress& progress) {
    Reviewing reviewing(answers, plan);
    const auto read = reviewing.readFile(store);
    if (!read) return read.error();
    if (!*read) return reviewing.review();
    if (progress && !progress(0.3)) return stopped();
    MergeOptions options = merging(answers, progress);
    options.dryRun = true;
    try {
        const auto planned = store.merge(reviewing.roster().rows, options, now);
        if (!planned) return planned.error();
        return reviewing.finish(*planned);
    } catch (const Stopped&) {
        return stopped();
    }
}

Result<MergeOutcome> bringIn(const ListAnswers& answers, EventStore& store, const EventPlan& plan, TimePoint now,
                             const ReviewProgress& progress) {
    Reviewing reviewing(answers, plan);
    const auto read = reviewing.readFile(store);
    if (!read) return read.error();
    if (!*read) return *reviewing.review().trouble;
    if (progress && !progress(0.3)) return stopped();
    const auto names = namesForScreen(store);
    if (!names) return names.error();
    try {
        auto outcome = store.merge(reviewing.roster().rows, merging(answers, progress), now);
        if (!outcome) return outcome;
        if (const Status done = untickNewNames(store, *names, now); !done) return done.error();
        const ListReview& review = reviewing.review();
        if (!answers.map.empty())
            if (const Status kept = store.setSetting(kMapSetting, toSetting(review.oldMap, answers.map)); !kept)
                return kept.error();
        if (!answers.countries.empty())
            if (const Status kept =
                    store.setSetting(kCountrySetting, toSetting(review.oldCountries, answers.countries));
                !kept)
                return kept.error();
        return outcome;
    } catch (const Stopped&) {
        return stopped();
    }
}

}  // namespace turnout::desk
