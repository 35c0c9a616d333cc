#include "common/store/sqlite/merging.h"

#include <unordered_map>
#include <unordered_set>

#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/derived.h"
#include "common/store/sqlite/plan_rows.h"

namespace turnout::sqlite {
namespace {

struct Known {
    std::int64_t attendee = 0;
    std::string by;  // the column that says so
};

class Merging {
  public:
    Merging(Database& database, const std::vector<RosterRow>& rows, const MergeOptions& options, TimePoint now)
        : database_(database), rows_(rows), options_(options), now_(now.time_since_epoch().count()) {}

    MergeOutcome run() {
        readCategories();
        readAffiliations();
        const std::int64_t before = countGuests();
        std::int64_t done = 0;
        for (const RosterRow& row : rows_) {
            mergeRow(row);
            if (options_.progress && ++done % 1000 == 0)
                options_.progress(done, static_cast<std::int64_t>(rows_.size()));
        }
        outcome_.gone = before - static_cast<std::int64_t>(seenOld_);
        bool errors = false;
        for (const RosterProblem& problem : outcome_.problems) errors = errors || !problem.warning;
        outcome_.written = !options_.dryRun && (!errors || options_.skipBad);
        if (!outcome_.written) return std::move(outcome_);
        if (outcome_.added + outcome_.changed > 0) {
            rewriteTallies(database_);
            database_.query("insert into list_import(at, added, changed) values(?,?,?)")
                .bind(now_, outcome_.added, outcome_.changed)
                .run();
        }
        return std::move(outcome_);
    }

  private:
    void problem(const RosterRow& row, std::string column, std::string found, Text text, bool warning = false) {
        outcome_.problems.push_back(
            {row.line, std::move(column), shorten(cleanForScreen(found), 40), std::move(text), warning});
    }

    void readCategories() {
        auto query = database_.query("select id, name_en, name_zh from category order by place");
        while (query.step()) {
            if (firstCategory_.empty()) firstCategory_ = query.text(0);
            categoryList_ += (categoryList_.empty() ? "" : ", ") + query.text(0);
            for (int column = 0; column < 3; ++column)
                if (const std::string key = affiliationKey(query.text(column)); !key.empty())
                    categories_.emplace(key, query.text(0));
        }
    }

    void readAffiliations() {
        auto query = database_.query("select alias, affiliation from affiliation_alias");
        while (query.step()) affiliations_[query.text(0)] = query.integer(1);
        namedByEvent_ = !affiliations_.empty();
    }

    std::int64_t countGuests() {
        auto query = database_.query("select count(*) from attendee where walk_in = 0");
        query.step();
        return query.integer(0);
    }

    std::optional<std::int64_t> affiliationOf(const RosterRow& row) {
        const std::string key = affiliationKey(row.affiliation);
        if (key.empty()) return std::nullopt;
        if (const auto found = affiliations_.find(key); found != affiliations_.end()) return found->second;
        if (namedByEvent_)
            problem(row, "affiliation", row.affiliation, {"store.row_new_affiliation", {{"name", row.affiliation}}},
                    true);
        return affiliations_[key] = affiliationNamed(database_, row.affiliation).value_or(0);
    }

    std::optional<std::string> categoryOf(const RosterRow& row) {
        if (row.category.empty()) return firstCategory_;
        const auto found = categories_.find(affiliationKey(row.category));
        if (found != categories_.end()) return found->second;
        problem(row, "category", row.category,
                {"store.row_unknown_category", {{"category", row.category}, {"categories", categoryList_}}});
        return std::nullopt;
    }

    // By ticket code, else outside id, else e-mail, else name + country + affiliation when that is unique. Answers
    // nothing after a problem; an attendee of 0 is a new guest.
    std::optional<Known> find(const RosterRow& row, std::optional<std::int64_t> affiliation) {
        std::vector<Known> found;
        const auto look = [&](const char* by, const char* sql, const std::string& key) {
            if (key.empty()) return;
            auto query = database_.query(sql);
            if (query.bind(key).step()) found.push_back({query.integer(0), by});
        };
        look("ticket_code", "select attendee from ticket where code = ?", row.ticketCode);
        look("id", "select id from attendee where outside_id = ? and outside_id <> ''", row.outsideId);
        if (found.empty() && !row.email.empty()) {
            // A guest with an outside id of their own is not this row's guest when it has another one.
            auto query = database_.query(
                "select a.id from contact c join attendee a on a.id = c.attendee where c.email = ?1 and c.email <> '' "
                "and (?2 = '' or "
                "a.outside_id = '')");
            if (query.bind(row.email, row.outsideId).step()) found.push_back({query.integer(0), "email"});
        }
        for (const Known& other : found)
            if (other.attendee != found.front().attendee) {
                problem(row, other.by, "",
                        {"store.row_two_guests",
                         {{"first", nameOf(found.front().attendee)},
                          {"firstBy", found.front().by},
                          {"second", nameOf(other.attendee)},
                          {"secondBy", other.by}}});
                return std::nullopt;
            }
        if (!found.empty()) return found.front();
        return findByName(row, affiliation);
    }

    std::optional<Known> findByName(const RosterRow& row, std::optional<std::int64_t> affiliation) {
        // A guest who has another id, code or e-mail of their own is another person of the same name.
        auto query = database_.query(
            "select a.id from attendee a left join contact c on c.attendee = a.id where a.name = ?1 and a.country = ?2"
            " and a.affiliation is ?3 and a.walk_in = 0 and (?4 = '' or a.outside_id = '') and"
            " (?5 = '' or coalesce(c.email, '') = '') and"
            " (?6 = '' or not exists(select 1 from ticket t where t.attendee = a.id and length(t.code) <> 20))");
        query.bind(row.name, row.country.str(), affiliation, row.outsideId, row.email, row.ticketCode);
        std::vector<std::int64_t> same;
        while (query.step()) same.push_back(query.integer(0));
        if (same.empty()) return Known{};
        if (same.size() == 1) return Known{same.front(), "name"};
        problem(row, "name", row.name, {"store.row_doubtful_name", {{"count", std::to_string(same.size())}}});
        return std::nullopt;
    }

    std::string nameOf(std::int64_t attendee) {
        auto query = database_.query("select name from attendee where id = ?");
        return query.bind(attendee).step() ? query.text(0) : "";
    }

    void mergeRow(const RosterRow& row) {
        const auto category = categoryOf(row);
        if (!category) return;
        const auto affiliation = affiliationOf(row);
        const auto known = find(row, affiliation);
        if (!known) return;
        std::int64_t attendee = known->attendee;
        if (attendee != 0) {
            const auto [earlier, isFirst] = lines_.emplace(attendee, row.line);
            if (!isFirst) {
                problem(row, known->by, "", {"store.row_same_guest", {{"other", std::to_string(earlier->second)}}});
                return;
            }
            ++seenOld_;
        }
        if (attendee == 0) {
            attendee = insert(row, *category, affiliation);
            lines_.emplace(attendee, row.line);
            ++outcome_.added;
            takeCode(row, attendee);
            return;
        }
        const bool changed = update(row, attendee, *category, affiliation);
        const bool newContact = writeContact(row, attendee);
        const bool newCode = takeCode(row, attendee);
        ++(changed || newContact || newCode ? outcome_.changed : outcome_.unchanged);
    }

    std::int64_t insert(const RosterRow& row, const std::string& category, std::optional<std::int64_t> affiliation) {
        database_
            .query(
                "insert into attendee(outside_id, name, native_name, screen_name, country, affiliation, category, "
                "seat, note,"
                " on_screen, name_checked, walk_in, added, changed) "
                "values(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?10,0,?11,?11)")
            .bind(row.outsideId, row.name, row.nativeName, row.screenName, row.country.str(), affiliation, category,
                  row.seat, row.note, row.onScreen, now_)
            .run();
        const std::int64_t attendee = sqlite3_last_insert_rowid(database_.handle());
        writeContact(row, attendee);
        return attendee;
    }

    // An empty cell says nothing about what is already known; on_screen always says.
    bool update(const RosterRow& row, std::int64_t attendee, const std::string& category,
                std::optional<std::int64_t> affiliation) {
        database_
            .query(
                "update attendee set outside_id = iif(?2 = '', outside_id, ?2), name = ?3,"
                " native_name = iif(?4 = '', native_name, ?4), screen_name = iif(?5 = '', screen_name, ?5), country = "
                "?6,"
                " affiliation = coalesce(?7, affiliation), category = ?8, seat = iif(?9 = '', seat, ?9),"
                " note = iif(?10 = '', note, ?10), on_screen = ?11, name_checked = ?11, changed = ?12 where id = ?1 "
                "and ("
                " (?2 <> '' and outside_id <> ?2) or name <> ?3 or (?4 <> '' and native_name <> ?4) or"
                " (?5 <> '' and screen_name <> ?5) or country <> ?6 or (?7 is not null and affiliation is not ?7) or"
                " category <> ?8 or (?9 <> '' and seat <> ?9) or (?10 <> '' and note <> ?10) or on_screen <> ?11)")
            .bind(attendee, row.outsideId, row.name, row.nativeName, row.screenName, row.country.str(), affiliation,
                  category, row.seat, row.note, row.onScreen, now_)
            .run();
        return sqlite3_changes(database_.handle()) > 0;
    }

    bool writeContact(const RosterRow& row, std::int64_t attendee) {
        if (row.email.empty() && row.language.empty()) return false;
        database_
            .query(
                "insert into contact(attendee, email, language) values(?1,?2,?3) on conflict(attendee) do update set"
                " email = iif(?2 = '', email, ?2), language = iif(?3 = '', language, ?3)"
                " where (?2 <> '' and email <> ?2) or (?3 <> '' and language <> ?3)")
            .bind(attendee, row.email, row.language)
            .run();
        return sqlite3_changes(database_.handle()) > 0;
    }

    // A ticket of another system. A new code revokes the one before it.
    bool takeCode(const RosterRow& row, std::int64_t attendee) {
        if (row.ticketCode.empty()) return false;
        auto taken = database_.query("select attendee, revoked is not null from ticket where code = ?");
        if (taken.bind(row.ticketCode).step()) {
            if (taken.integer(0) != attendee) problem(row, "ticket_code", "", {"store.row_code_taken", {}});
            return false;
        }
        database_.query("update ticket set revoked = ?, reason = 'replaced' where attendee = ? and revoked is null")
            .bind(now_, attendee)
            .run();
        database_.query("insert into ticket(code, attendee, issued, reason) values(?,?,?,'')")
            .bind(row.ticketCode, attendee, now_)
            .run();
        return true;
    }

    Database& database_;
    const std::vector<RosterRow>& rows_;
    const MergeOptions& options_;
    std::int64_t now_;
    MergeOutcome outcome_;
    std::string firstCategory_, categoryList_;
    std::unordered_map<std::string, std::string> categories_;
    std::unordered_map<std::string, std::int64_t> affiliations_;
    bool namedByEvent_ = false;
    std::unordered_map<std::int64_t, std::int64_t> lines_;  // attendee -> the line of this list that named them
    std::size_t seenOld_ = 0;
};

}  // namespace

MergeOutcome mergeRows(Database& database, const std::vector<RosterRow>& rows, const MergeOptions& options,
                       TimePoint now) {
    return Merging(database, rows, options, now).run();
}

}  // namespace turnout::sqlite
