#include "common/store/sqlite/merging.h"

#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/derived.h"
#include "common/store/sqlite/list_index.h"
#include "common/store/sqlite/plan_rows.h"

namespace turnout::sqlite {
namespace {

struct Match {
    Person* person = nullptr;  // nobody: a new guest
    std::string by;            // the column that says so
};

class Merging {
  public:
    Merging(Database& database, const std::vector<RosterRow>& rows, const MergeOptions& options, TimePoint now)
        : database_(database), rows_(rows), options_(options), now_(now.time_since_epoch().count()), list_(database) {}

    MergeOutcome run() {
        // The indexes of 100,000 guests stay in memory instead of being spilled and read again.
        database_.exec("pragma cache_size = -262144");
        readCategories();
        readAffiliations();
        const auto scope = options_.affiliation.empty() ? std::nullopt : affiliationOf(options_.affiliation);
        std::int64_t done = 0;
        for (const RosterRow& row : rows_) {
            mergeRow(row);
            if (options_.progress && ++done % 1000 == 0)
                options_.progress(done, static_cast<std::int64_t>(rows_.size()));
        }
        findGone(scope);
        bool errors = false;
        for (const RosterProblem& problem : outcome_.problems) errors = errors || !problem.warning;
        outcome_.written = !options_.dryRun && (!errors || options_.skipBad);
        if (options_.review) options_.review(outcome_);
        if (outcome_.written && outcome_.added + outcome_.changed + outcome_.cancelled > 0) {
            rewriteTallies(database_);
            database_.query("insert into list_import(at, added, changed) values(?,?,?)")
                .bind(now_, outcome_.added, outcome_.changed + outcome_.cancelled)
                .run();
        }
        return std::move(outcome_);
    }

  private:
    void problem(const RosterRow& row, std::string column, std::string found, Text text, bool warning = false) {
        outcome_.problems.push_back(
            {row.line, std::move(column), shorten(cleanForScreen(found), 40), std::move(text), warning});
    }

    void note(ListChange::Kind kind, const Person& person, std::string what = {}) {
        outcome_.changes.push_back(
            {kind, person.name, CountryCode::fromAlpha2(person.country).value_or(CountryCode{}), std::move(what)});
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

    // `row`: who names it, for the note that it is new.
    std::optional<std::int64_t> affiliationOf(const std::string& name, const RosterRow* row = nullptr) {
        if (name.empty()) return std::nullopt;
        const auto [known, isNew] = affiliationKeys_.try_emplace(name);
        if (isNew) known->second = affiliationKey(name);
        const std::string& key = known->second;
        if (key.empty()) return std::nullopt;
        if (const auto found = affiliations_.find(key); found != affiliations_.end()) return found->second;
        if (namedByEvent_ && row != nullptr)
            problem(*row, "affiliation", name, {"store.row_new_affiliation", {{"name", name}}}, true);
        return affiliations_[key] = affiliationNamed(database_, name).value_or(0);
    }

    std::optional<std::string> categoryOf(const RosterRow& row) {
        if (row.category.empty()) return std::string();
        const auto found = categories_.find(affiliationKey(row.category));
        if (found != categories_.end()) return found->second;
        problem(row, "category", row.category,
                {"store.row_unknown_category", {{"category", row.category}, {"categories", categoryList_}}});
        return std::nullopt;
    }

    // By ticket code, else outside id, else e-mail, else name + country + affiliation when that is unique. Answers
    // nothing after a problem.
    std::optional<Match> find(const RosterRow& row, std::optional<std::int64_t> affiliation) {
        std::vector<Match> found;
        if (Person* person = list_.withCode(row.ticketCode)) found.push_back({person, "ticket_code"});
        if (Person* person = list_.withId(row.outsideId)) found.push_back({person, "id"});
        // A guest with an outside id of their own is not this row's guest when it has another one.
        if (found.empty() && !row.email.empty())
            for (Person* person : list_.withEmail(row.email))
                if (found.empty() && (row.outsideId.empty() || person->outsideId.empty()))
                    found.push_back({person, "email"});
        for (const Match& other : found)
            if (other.person != found.front().person) {
                problem(row, other.by, "",
                        {"store.row_two_guests",
                         {{"first", found.front().person->name},
                          {"firstBy", found.front().by},
                          {"second", other.person->name},
                          {"secondBy", other.by}}});
                return std::nullopt;
            }
        if (!found.empty()) return found.front();
        // A guest who has another id, code or e-mail of their own is another person of the same name.
        std::vector<Person*> same;
        for (Person* person : list_.withName(row.name, row.country.str(), affiliation))
            if (!person->walkIn && (row.outsideId.empty() || person->outsideId.empty()) &&
                (row.email.empty() || person->email.empty()) && (row.ticketCode.empty() || !person->foreignCode))
                same.push_back(person);
        if (same.empty()) return Match{};
        if (same.size() == 1) return Match{same.front(), "name"};
        problem(row, "name", row.name, {"store.row_doubtful_name", {{"count", std::to_string(same.size())}}});
        return std::nullopt;
    }

    void mergeRow(const RosterRow& row) {
        const auto category = categoryOf(row);
        if (!category) return;
        const auto affiliation = affiliationOf(row.affiliation, &row);
        const auto match = find(row, affiliation);
        if (!match) return;
        if (match->person == nullptr) {
            if (!row.cancelled) addGuest(row, *category, affiliation);
            return;
        }
        Person& person = *match->person;
        if (person.line != 0) {
            // A cancelled booking beside a good one says nothing.
            if (!row.cancelled)
                problem(row, match->by, "", {"store.row_same_guest", {{"other", std::to_string(person.line)}}});
            return;
        }
        person.line = row.line;
        if (row.cancelled) return cancel(person);
        changeGuest(row, person, *category, affiliation);
    }

    void addGuest(const RosterRow& row, const std::string& category, std::optional<std::int64_t> affiliation) {
        Person person{0,
                      row.line,
                      row.outsideId,
                      row.name,
                      row.nativeName,
                      row.screenName,
                      row.country.str(),
                      affiliation,
                      category.empty() ? firstCategory_ : category,
                      row.seat,
                      row.note,
                      row.email,
                      row.language,
                      row.onScreen,
                      false,
                      false,
                      false,
                      true};
        database_
            .query(
                "insert into attendee(outside_id, name, native_name, screen_name, country, affiliation, category, seat,"
                " note, on_screen, name_checked, walk_in, added, changed) "
                "values(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?10,0,?11,?11)")
            .bind(person.outsideId, person.name, person.nativeName, person.screenName, person.country, affiliation,
                  person.category, person.seat, person.note, person.onScreen, now_)
            .run();
        person.id = sqlite3_last_insert_rowid(database_.handle());
        if (!person.email.empty() || !person.language.empty()) writeContact(person);
        ++outcome_.added;
        note(ListChange::Kind::added, person);
        takeCode(row, list_.add(std::move(person)));
    }

    void cancel(Person& person) {
        if (person.cancelled) {
            ++outcome_.unchanged;
            return;
        }
        person.cancelled = true;
        database_.query("update attendee set cancelled = ?1, changed = ?1 where id = ?2").bind(now_, person.id).run();
        ++outcome_.cancelled;
        note(ListChange::Kind::cancelled, person);
    }

    // An empty cell says nothing about what is already known; on_screen always says.
    void changeGuest(const RosterRow& row, Person& person, const std::string& category,
                     std::optional<std::int64_t> affiliation) {
        std::string what;
        const auto say = [&](const char* field) { what += (what.empty() ? "" : ", ") + std::string(field); };
        Person after = person;
        const auto take = [&](std::string& field, const std::string& told, const char* name) {
            if (told.empty() || told == field) return;
            field = told;
            say(name);
        };
        take(after.outsideId, row.outsideId, "id");
        take(after.name, row.name, "name");
        take(after.nativeName, row.nativeName, "native_name");
        take(after.screenName, row.screenName, "screen_name");
        take(after.country, row.country.str(), "country");
        if (affiliation && affiliation != after.affiliation) {
            after.affiliation = affiliation;
            say("affiliation");
        }
        take(after.category, category, "category");
        take(after.seat, row.seat, "seat");
        take(after.note, row.note, "note");
        if (after.onScreen != row.onScreen) {
            after.onScreen = row.onScreen;
            say("on_screen");
        }
        if (after.cancelled) {
            after.cancelled = false;
            say("cancelled");
        }
        const bool guest = !what.empty();
        take(after.email, row.email, "email");
        take(after.language, row.language, "language");
        if (after.email != person.email || after.language != person.language) writeContact(after);
        if (guest) writeGuest(after);
        if (!what.empty()) list_.replace(person, after);
        if (takeCode(row, person)) say("ticket_code");
        if (what.empty()) {
            ++outcome_.unchanged;
            return;
        }
        ++outcome_.changed;
        note(ListChange::Kind::changed, person, what);
    }

    void writeGuest(const Person& person) {
        database_
            .query(
                "update attendee set outside_id = ?2, name = ?3, native_name = ?4, screen_name = ?5, country = ?6,"
                " affiliation = ?7, category = ?8, seat = ?9, note = ?10, on_screen = ?11, name_checked = ?11,"
                " changed = ?12, cancelled = null where id = ?1")
            .bind(person.id, person.outsideId, person.name, person.nativeName, person.screenName, person.country,
                  person.affiliation, person.category, person.seat, person.note, person.onScreen, now_)
            .run();
    }

    void writeContact(const Person& person) {
        database_
            .query(
                "insert into contact(attendee, email, language) values(?1,?2,?3) on conflict(attendee) do update set"
                " email = ?2, language = ?3")
            .bind(person.id, person.email, person.language)
            .run();
    }

    // A ticket of another system. A new code revokes the one before it.
    bool takeCode(const RosterRow& row, Person& person) {
        if (row.ticketCode.empty()) return false;
        if (const Person* owner = list_.withCode(row.ticketCode)) {
            if (owner != &person) problem(row, "ticket_code", "", {"store.row_code_taken", {}});
            return false;
        }
        if (!person.isNew)
            database_.query("update ticket set revoked = ?, reason = 'replaced' where attendee = ? and revoked is null")
                .bind(now_, person.id)
                .run();
        database_.query("insert into ticket(code, attendee, issued, reason) values(?,?,?,'')")
            .bind(row.ticketCode, person.id, now_)
            .run();
        list_.addCode(row.ticketCode, person);
        return true;
    }

    void findGone(std::optional<std::int64_t> scope) {
        list_.each([&](const Person& person) {
            if (person.line != 0 || person.walkIn || person.cancelled || (scope && person.affiliation != scope)) return;
            ++outcome_.gone;
            note(ListChange::Kind::gone, person);
        });
    }

    Database& database_;
    const std::vector<RosterRow>& rows_;
    const MergeOptions& options_;
    std::int64_t now_;
    ListIndex list_;
    MergeOutcome outcome_;
    std::string firstCategory_, categoryList_;
    std::unordered_map<std::string, std::string> categories_, affiliationKeys_;
    std::unordered_map<std::string, std::int64_t> affiliations_;
    bool namedByEvent_ = false;
};

}  // namespace

MergeOutcome mergeRows(Database& database, const std::vector<RosterRow>& rows, const MergeOptions& options,
                       TimePoint now) {
    return Merging(database, rows, options, now).run();
}

}  // namespace turnout::sqlite
