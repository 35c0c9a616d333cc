#include "common/store/sqlite/merging.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <tuple>

#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/bulk.h"
#include "common/store/sqlite/derived.h"
#include "common/store/sqlite/list_index.h"
#include "common/store/sqlite/plan_rows.h"

namespace turnout::sqlite {
namespace {

struct Match {
    Person* person = nullptr;  // nobody: a new guest
    const char* by = "";       // the column that says so
};

// An index made after its rows costs a third of one that grows with them. Only while the list is empty.
class IndexLater {
  public:
    explicit IndexLater(Database& database) : database_(database) {
        auto index = database.query("select sql from sqlite_schema where name = 'attendee_outside_id'");
        if (index.step()) sql_ = index.text(0);
    }
    void drop() {
        if (!sql_.empty()) database_.exec("drop index attendee_outside_id");
        dropped_ = !sql_.empty();
    }
    void make() {
        if (dropped_) database_.exec(sql_.c_str());
        dropped_ = false;
    }

  private:
    Database& database_;
    std::string sql_;
    bool dropped_ = false;
};

class Merging {
  public:
    Merging(Database& database, const RowSource& rows, const MergeOptions& options, TimePoint now)
        : database_(database),
          rows_(rows),
          options_(options),
          now_(now.time_since_epoch().count()),
          list_(database, rows.about, [this] { writeNew(); }),
          newGuests_(database,
                     "insert into attendee(id, outside_id, name, native_name, screen_name, country, affiliation,"
                     " category, seat, note, on_screen, name_checked, walk_in, added, changed) values",
                     15),
          newContacts_(database, "insert into contact(attendee, email, language) values", 3) {}

    MergeOutcome run() {
        readCategories();
        readAffiliations();
        IndexLater index(database_);
        if (list_.empty() && rows_.about > 1) index.drop();
        const auto scope = options_.affiliation.empty() ? std::nullopt : affiliationOf(options_.affiliation);
        std::int64_t done = 0;
        const auto all = static_cast<std::int64_t>(rows_.about);
        const bool good = rows_.each([&](const RosterRow& row) {
            mergeRow(row);
            if (options_.progress && ++done % 1000 == 0) options_.progress(std::min(done, all), all);
        });
        writeNew();
        index.make();
        findGone(scope);
        bool errors = !good;
        for (const RosterProblem& problem : outcome_.problems) errors = errors || !problem.warning;
        outcome_.written = !options_.dryRun && (!errors || options_.skipBad);
        if (options_.review) options_.review(outcome_);
        if (outcome_.written && outcome_.added + outcome_.changed + outcome_.cancelled > 0) {
            // Who is new was nowhere before; who changed may have been counted elsewhere.
            if (outcome_.changed + outcome_.cancelled > 0)
                rewriteTallies(database_);
            else
                for (const auto& [guest, count] : registered_) addRegistered(database_, keysOf(guest), count);
            database_.query("insert into list_import(at, added, changed) values(?,?,?)")
                .bind(now_, outcome_.added, outcome_.changed + outcome_.cancelled)
                .run();
        }
        return std::move(outcome_);
    }

  private:
    void problem(const RosterRow& row, std::string column, std::string_view found, Text text, bool warning = false) {
        outcome_.problems.push_back(
            {row.line, std::move(column), shorten(cleanForScreen(found), 40), std::move(text), warning});
    }

    void note(ListChange::Kind kind, std::string_view name, const CountryCode& country, std::string what = {}) {
        if (noted_[static_cast<std::size_t>(kind)]++ < options_.changesKept)
            outcome_.changes.push_back({kind, std::string(name), country, std::move(what)});
    }
    void note(ListChange::Kind kind, const Person& person, std::string what = {}) {
        note(kind, person.name(), CountryCode::fromAlpha2(person.country()).value_or(CountryCode{}), std::move(what));
    }

    void readCategories() {
        auto query = database_.query("select id, name_en, name_zh, counted from category order by place");
        while (query.step()) {
            const std::string& id = categoryIds_.emplace_back(query.text(0));
            categoryList_ += (categoryList_.empty() ? "" : ", ") + id;
            counted_[id] = query.integer(3) != 0;
            for (int column = 0; column < 3; ++column)
                if (const std::string key = affiliationKey(query.text(column)); !key.empty())
                    categories_.emplace(key, id);
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
        if (const auto known = affiliationsRead_.find(name); known != affiliationsRead_.end()) return known->second;
        const auto affiliation = lookUpAffiliation(name, row);
        affiliationsRead_[name] = affiliation;
        return affiliation;
    }

    std::optional<std::int64_t> lookUpAffiliation(const std::string& name, const RosterRow* row) {
        const std::string key = affiliationKey(name);
        if (key.empty()) return std::nullopt;
        if (const auto found = affiliations_.find(key); found != affiliations_.end()) return found->second;
        if (namedByEvent_ && row != nullptr)
            problem(*row, "affiliation", name, {"store.row_new_affiliation", {{"name", name}}}, true);
        return affiliations_[key] = affiliationNamed(database_, name).value_or(0);
    }

    // Empty: the row names none. Nothing after a problem.
    std::optional<std::string_view> categoryOf(const RosterRow& row) {
        if (row.category.empty()) return std::string_view();
        const auto found = categories_.find(affiliationKey(row.category));
        if (found != categories_.end()) return found->second;
        problem(row, "category", row.category,
                {"store.row_unknown_category", {{"category", row.category}, {"categories", categoryList_}}});
        return std::nullopt;
    }

    // By ticket code, else outside id, else e-mail, else name + country + affiliation when that is unique. Answers
    // nothing after a problem.
    std::optional<Match> find(const RosterRow& row, std::optional<std::int64_t> affiliation) {
        const Match byCode{list_.withCode(row.ticketCode), "ticket_code"}, byId{list_.withId(row.outsideId), "id"};
        if (byCode.person != nullptr && byId.person != nullptr && byCode.person != byId.person) {
            problem(row, byId.by, "",
                    {"store.row_two_guests",
                     {{"first", std::string(byCode.person->name())},
                      {"firstBy", byCode.by},
                      {"second", std::string(byId.person->name())},
                      {"secondBy", byId.by}}});
            return std::nullopt;
        }
        if (byCode.person != nullptr) return byCode;
        if (byId.person != nullptr) return byId;
        // A guest with an outside id of their own is not this row's guest when it has another one.
        if (Person* person = list_.withEmail(row.email, !row.outsideId.empty())) return Match{person, "email"};
        // A guest who has another id, code or e-mail of their own is another person of the same name.
        auto same = list_.withName(row.name, row.country.str(), affiliation);
        std::erase_if(same, [&](const Person* person) {
            return person->walkIn || (!row.outsideId.empty() && !person->outsideId().empty()) ||
                   (!row.email.empty() && !person->email().empty()) || (!row.ticketCode.empty() && person->foreignCode);
        });
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

    void addGuest(const RosterRow& row, std::string_view category, std::optional<std::int64_t> affiliation) {
        if (category.empty()) category = categoryIds_.front();
        const std::int64_t id = list_.nextId();
        if (newGuests_.full()) writeNew();
        newGuests_.add(id, row.outsideId, row.name, row.nativeName, row.screenName, row.country.str(), affiliation,
                       category, row.seat, row.note, row.onScreen, row.onScreen, false, now_, now_);
        if (!row.email.empty() || !row.language.empty()) newContacts_.add(id, row.email, row.language);
        ++registered_[{row.country.str(), category, affiliation.value_or(-1)}];
        ++outcome_.added;
        note(ListChange::Kind::added, row.name, row.country);
        PersonTexts texts;
        texts.outsideId = row.outsideId;
        texts.name = row.name;
        texts.email = row.email;
        list_.addNew(row.line, texts, affiliation);
        if (!row.ticketCode.empty()) takeCode(row, list_.newest());
    }

    // No contact stands in the file before its guest.
    void writeNew() {
        newGuests_.flush();
        newContacts_.flush();
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
    void changeGuest(const RosterRow& row, Person& person, std::string_view category,
                     std::optional<std::int64_t> affiliation) {
        std::string what;
        const auto say = [&](const char* field) { what += (what.empty() ? "" : ", ") + std::string(field); };
        Person after = person;
        PersonTexts texts = person.texts();
        const auto take = [&](std::string_view& field, std::string_view told, const char* name) {
            if (told.empty() || told == field) return;
            field = told;
            say(name);
        };
        take(texts.outsideId, row.outsideId, "id");
        take(texts.name, row.name, "name");
        take(texts.nativeName, row.nativeName, "native_name");
        take(texts.screenName, row.screenName, "screen_name");
        take(texts.country, row.country.str(), "country");
        if (affiliation && affiliation != after.affiliation) {
            after.affiliation = affiliation;
            say("affiliation");
        }
        take(texts.category, category, "category");
        take(texts.seat, row.seat, "seat");
        take(texts.note, row.note, "note");
        if (after.onScreen != row.onScreen) {
            after.onScreen = row.onScreen;
            say("on_screen");
        }
        if (after.cancelled) {
            after.cancelled = false;
            say("cancelled");
        }
        after.nameChecked = staysChecked(person, after, texts);
        if (!what.empty()) writeGuest(after, texts);
        const std::size_t ofGuest = what.size();
        take(texts.email, row.email, "email");
        take(texts.language, row.language, "language");
        if (what.size() > ofGuest) writeContact(after.id, texts);
        Person& now = what.empty() ? person : list_.replace(person, after, texts);
        if (takeCode(row, now)) say("ticket_code");
        if (what.empty()) {
            ++outcome_.unchanged;
            return;
        }
        ++outcome_.changed;
        note(ListChange::Kind::changed, now, what);
    }

    // The organiser's look is at a name as the hall would write it: it holds while that is the same. Who agrees only
    // now comes with it, like a new guest.
    static bool staysChecked(const Person& before, const Person& after, const PersonTexts& now) {
        const PersonTexts then = before.texts();
        const auto inTheHall = [](const PersonTexts& texts) {
            return texts.screenName.empty() ? texts.name : texts.screenName;
        };
        if (!after.onScreen || !before.onScreen) return after.onScreen;
        return before.nameChecked && inTheHall(then) == inTheHall(now);
    }

    void writeGuest(const Person& person, const PersonTexts& texts) {
        database_
            .query(
                "update attendee set outside_id = ?2, name = ?3, native_name = ?4, screen_name = ?5, country = ?6,"
                " affiliation = ?7, category = ?8, seat = ?9, note = ?10, on_screen = ?11, name_checked = ?12,"
                " changed = ?13, cancelled = null where id = ?1")
            .bind(person.id, texts.outsideId, texts.name, texts.nativeName, texts.screenName, texts.country,
                  person.affiliation, texts.category, texts.seat, texts.note, person.onScreen, person.nameChecked, now_)
            .run();
    }

    void writeContact(std::int64_t guest, const PersonTexts& texts) {
        database_
            .query(
                "insert into contact(attendee, email, language) values(?1,?2,?3) on conflict(attendee) do update set"
                " email = ?2, language = ?3")
            .bind(guest, texts.email, texts.language)
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
        list_.eachOld([&](const Person& person) {
            if (person.texts().name.empty()) return;  // forgotten
            if (person.line != 0 || person.walkIn || person.cancelled || (scope && person.affiliation != scope)) return;
            ++outcome_.gone;
            note(ListChange::Kind::gone, person);
        });
    }

    // A new guest's country, category and affiliation (-1: none).
    using Place = std::tuple<std::string, std::string_view, std::int64_t>;
    GuestKeys keysOf(const Place& place) const {
        const auto& [country, category, affiliation] = place;
        GuestKeys keys{0, country, std::string(category), std::nullopt, true, false};
        if (affiliation >= 0) keys.affiliation = affiliation;
        keys.counted = counted_.at(keys.category);
        return keys;
    }

    Database& database_;
    const RowSource& rows_;
    const MergeOptions& options_;
    std::int64_t now_;
    ListIndex list_;
    MergeOutcome outcome_;
    BulkInsert newGuests_, newContacts_;
    std::string categoryList_;
    std::deque<std::string> categoryIds_;
    std::map<std::string, bool> counted_;
    std::unordered_map<std::string, std::string> categories_;
    std::unordered_map<std::string, std::int64_t> affiliations_;                     // by key
    std::unordered_map<std::string, std::optional<std::int64_t>> affiliationsRead_;  // as rows write it
    std::array<std::size_t, 4> noted_{};                                             // changes of each kind
    std::map<Place, std::int64_t> registered_;
    bool namedByEvent_ = false;
};

}  // namespace

MergeOutcome mergeRows(Database& database, const RowSource& rows, const MergeOptions& options, TimePoint now) {
    return Merging(database, rows, options, now).run();
}

}  // namespace turnout::sqlite
