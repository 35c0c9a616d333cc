#include "common/report/report_tables.h"

#include <algorithm>
#include <map>
#include <set>

namespace turnout {
namespace {

std::string word(const char* key, Lang lang) {
    return say(std::string("report.") + key, lang);
}

std::vector<std::string> headers(std::initializer_list<const char*> keys, Lang lang) {
    std::vector<std::string> all;
    for (const char* key : keys) all.push_back(say(std::string("report.col.") + key, lang));
    return all;
}

// A number of people; of a closed event a small one is told as words.
Cell people(const EventRecord& record, std::int64_t number) {
    const std::string told = toldNumber(record, number);
    if (told.starts_with('<')) return told;
    return number;
}

Cell share(const EventRecord& record, const Numbers& numbers) {
    if (numbers.registered == 0 || (record.closed && numbers.registered < kSmallestCell)) return {};
    return static_cast<double>(numbers.arrived) / static_cast<double>(numbers.registered);
}

Table summary(const EventRecord& record, Lang lang) {
    const Totals& totals = record.totals;
    Table table{"summary", word("sheet.summary", lang), headers({"subject", "value"}, lang), {}};
    table.rows = {{word("event", lang), record.plan.name.in(lang)},
                  {word("as_of", lang), record.asOf},
                  {word("press_word", lang), pressSentence(record, lang)},
                  {word("registered_word", lang), totals.guests.registered},
                  {word("tile_came", lang), totals.guests.arrived},
                  {word("countries_came", lang), totals.countries.arrived},
                  {word(totals.exitsScanned ? "inside_word" : "admitted_word", lang), totals.inside},
                  {word("walkins", lang), people(record, totals.walkIns)},
                  {word("undos", lang), people(record, record.undos)},
                  {word("doubles", lang), static_cast<std::int64_t>(record.doubles.size())},
                  {word("fingerprint", lang), record.fingerprint}};
    return table;
}

Table arrivals(const EventRecord& record, Lang lang) {
    Table table{"arrivals", word("sheet.arrivals", lang), headers({"time", "arrived"}, lang), {}};
    for (const std::string& door : record.doors) table.headers.push_back(cleanForScreen(door));
    for (const ArrivalSlot& slot : record.slots) {
        std::vector<Cell> row{slot.from, people(record, slot.all())};
        for (const std::int64_t number : slot.byDoor) row.push_back(people(record, number));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table countries(const EventRecord& record, Lang lang) {
    Table table{"countries",
                word("sheet.countries", lang),
                headers({"code", "country", "name_zh", "registered", "arrived", "share"}, lang),
                {}};
    for (const CountryNumbers& one : record.totals.byCountry)
        table.rows.push_back({one.code.str(), countryName(one.code, Lang::en), countryName(one.code, Lang::zh),
                              people(record, one.guests.registered), people(record, one.guests.arrived),
                              share(record, one.guests)});
    return table;
}

Table groups(const EventRecord& record, Lang lang) {
    Table table{"groups", word("sheet.groups", lang), headers({"name", "name_zh", "registered", "arrived"}, lang), {}};
    for (const GroupNumbers& one : record.totals.groups)
        table.rows.push_back(
            {one.name.in(Lang::en), one.name.in(Lang::zh), one.countries.registered, one.countries.arrived});
    return table;
}

Table universities(const EventRecord& record, Lang lang) {
    Table table{"universities",
                word("sheet.universities", lang),
                headers({"university", "name_zh", "registered", "arrived", "share"}, lang),
                {}};
    for (const AffiliationNumbers& one : record.totals.byAffiliation)
        table.rows.push_back({one.name.in(Lang::en), one.name.in(Lang::zh), people(record, one.guests.registered),
                              people(record, one.guests.arrived), share(record, one.guests)});
    return table;
}

Table doors(const EventRecord& record, Lang lang) {
    Table table{"doors", word("sheet.doors", lang), headers({"door", "admitted", "refused"}, lang), {}};
    for (const DoorNumbers& one : record.totals.byDoor)
        table.rows.push_back({one.name, people(record, one.admitted), people(record, one.refused)});
    return table;
}

Table refusals(const EventRecord& record, Lang lang) {
    Table table{"refusals", word("sheet.refusals", lang), headers({"reason", "verdict", "number"}, lang), {}};
    for (const auto& [verdict, scans] : record.totals.refusals) {
        const std::string id(turnout::word(verdict));
        table.rows.push_back({say("report.verdict." + id, lang), id, people(record, scans)});
    }
    return table;
}

Table doubles(const EventRecord& record, Lang lang) {
    Table table{
        "doubles", word("sheet.doubles", lang), headers({"name", "first", "door", "second", "other_door"}, lang), {}};
    for (const DoubleAdmission& one : record.doubles)
        table.rows.push_back({one.name, one.first, one.firstDoor, one.second, one.secondDoor});
    return table;
}

std::vector<Cell> personRow(const Attendance& person, std::chrono::minutes slot, Lang lang) {
    const Guest& guest = person.guest;
    std::vector<Cell> row{guest.name,
                          guest.nativeName,
                          guest.country.isCountry() ? countryName(guest.country, lang) : std::string(),
                          guest.affiliation.in(lang),
                          guest.category.in(lang),
                          guest.seat};
    if (person.cameAt) {
        row.emplace_back(roundedDown(*person.cameAt, slot));
        row.emplace_back(person.door);
    }
    return row;
}

const auto byName = [](const Attendance* a, const Attendance* b) {
    return std::tie(a->guest.name, a->guest.id) < std::tie(b->guest.name, b->guest.id);
};

std::string slug(const std::string& name) {
    std::string out;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        if (letter || capital)
            out += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.substr(0, 60);
}

PaperPerson onPaper(const Attendance& person, const Zone& zone, std::chrono::minutes slot, Lang lang) {
    PaperPerson out{cleanForScreen(person.guest.name),
                    cleanForScreen(person.guest.nativeName),
                    {},
                    cleanForScreen(person.guest.seat),
                    {}};
    if (out.nativeName == out.name) out.nativeName.clear();
    if (person.guest.country.isCountry()) out.country = countryName(person.guest.country, lang);
    if (person.cameAt)
        out.detail = zone.clockTime(roundedDown(*person.cameAt, slot)) + " " + cleanForScreen(person.door);
    return out;
}

PaperList paperFrame(const EventRecord& record, const std::string& title, const char* note, std::size_t count,
                     Lang lang) {
    const EventPlan& plan = record.plan;
    PaperList list;
    list.title = title;
    list.subtitle = cleanForScreen(plan.name.in(lang)) + " · " + plan.zone.date(plan.starts) + " · " +
                    say(Text{"paper.made",
                             {{"date", plan.zone.date(record.asOf)},
                              {"time", plan.zone.clockTime(record.asOf)},
                              {"n", std::to_string(count)}}},
                        lang);
    list.note = word(note, lang);
    list.nameHeading = say("paper.name", lang);
    list.countryHeading = say("paper.country", lang);
    list.seatHeading = say("paper.seat", lang);
    return list;
}

std::vector<const Attendance*> chosen(const EventRecord& record, bool came) {
    std::vector<const Attendance*> people;
    if (record.closed) return people;
    for (const Attendance& person : record.people)
        if (person.cameAt.has_value() == came && (came || !person.guest.walkIn)) people.push_back(&person);
    std::sort(people.begin(), people.end(), byName);
    return people;
}

const auto kCameHeaders = {"name", "native_name", "country", "university", "category", "seat", "time", "door"};

}  // namespace

std::vector<Table> reportTables(const EventRecord& record, Lang lang) {
    std::vector<Table> tables{summary(record, lang),  arrivals(record, lang),     countries(record, lang),
                              groups(record, lang),   universities(record, lang), doors(record, lang),
                              refusals(record, lang), doubles(record, lang)};
    if (record.closed) return tables;
    Table came{"people", word("sheet.people", lang), headers(kCameHeaders, lang), {}};
    for (const Attendance* person : chosen(record, true)) came.rows.push_back(personRow(*person, record.slot, lang));
    tables.push_back(std::move(came));
    return tables;
}

Table absentTable(const EventRecord& record, Lang lang) {
    Table table{"absent",
                word("sheet.absent", lang),
                headers({"name", "native_name", "country", "university", "category", "seat"}, lang),
                {}};
    for (const Attendance* person : chosen(record, false)) table.rows.push_back(personRow(*person, record.slot, lang));
    return table;
}

std::vector<UniversityAttendance> attendanceSheets(const EventRecord& record, Lang lang) {
    std::map<std::pair<bool, std::string>, std::vector<const Attendance*>> byUniversity;
    for (const Attendance* person : chosen(record, true)) {
        const std::string name = person->guest.affiliation.in(Lang::en);
        byUniversity[{name.empty(), name}].push_back(person);
    }
    std::vector<UniversityAttendance> sheets;
    std::set<std::string> taken;
    for (const auto& [key, people] : byUniversity) {
        UniversityAttendance sheet;
        sheet.university = people.front()->guest.affiliation;
        if (key.first) sheet.university = {word("no_university", Lang::en), word("no_university", Lang::zh)};
        const std::string name = slug(key.first ? "no-university" : key.second);
        sheet.fileName = name.empty() ? "university" : name;
        for (int n = 2; !taken.insert(sheet.fileName).second; ++n)
            sheet.fileName = (name.empty() ? "university" : name) + "-" + std::to_string(n);
        sheet.table = {sheet.fileName, sheet.university.in(lang), headers(kCameHeaders, lang), {}};
        const std::string title =
            say(Text{"report.attendance_title", {{"university", cleanForScreen(sheet.university.in(lang))}}}, lang);
        sheet.paper = paperFrame(record, title, "attendance_note", people.size(), lang);
        sheet.paper.detailHeading = say("paper.came_in", lang);
        sheet.paper.groups.push_back({cleanForScreen(sheet.university.in(lang)), {}});
        for (const Attendance* person : people) {
            sheet.table.rows.push_back(personRow(*person, record.slot, lang));
            sheet.paper.groups.back().people.push_back(onPaper(*person, record.plan.zone, record.slot, lang));
        }
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

PaperList absentPaper(const EventRecord& record, Lang lang) {
    const auto people = chosen(record, false);
    PaperList list = paperFrame(record, word("absent_title", lang), "absent_note", people.size(), lang);
    std::map<std::string, PaperGroup> groups;
    for (const Attendance* person : people) {
        const std::string university = cleanForScreen(person->guest.affiliation.in(lang));
        PaperGroup& group = groups[university];
        group.heading = university.empty() ? word("no_university", lang) : university;
        group.people.push_back(onPaper(*person, record.plan.zone, record.slot, lang));
    }
    for (auto& [name, group] : groups) list.groups.push_back(std::move(group));
    return list;
}

}  // namespace turnout
