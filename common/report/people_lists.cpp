#include "common/report/people_lists.h"

#include <algorithm>
#include <map>

namespace turnout {
namespace {

struct Line {
    ListPlace place;
    PaperPerson person;
};

PaperPerson personOf(const Guest& guest, Lang lang) {
    PaperPerson person;
    person.name = cleanForScreen(guest.name);
    person.nativeName = cleanForScreen(guest.nativeName);
    if (person.nativeName == person.name) person.nativeName.clear();
    if (guest.country.isCountry()) person.country = countryName(guest.country, lang);
    person.seat = cleanForScreen(guest.seat);
    return person;
}

PaperList frameOf(const EventPlan& event, const char* kind, std::size_t count, TimePoint now, Lang lang) {
    const auto words = [&](const std::string& key, std::vector<std::pair<std::string, std::string>> args = {}) {
        return say(Text{"paper." + key, std::move(args)}, lang);
    };
    PaperList list;
    list.title = cleanForScreen(event.name.in(lang)) + " · " + words(kind);
    list.subtitle = words(
        "made", {{"date", event.zone.date(now)}, {"time", event.zone.clockTime(now)}, {"n", std::to_string(count)}});
    list.nameHeading = words("name");
    list.countryHeading = words("country");
    list.seatHeading = words("seat");
    return list;
}

std::vector<PaperGroup> grouped(std::vector<Line> lines, const std::string& none) {
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.place < b.place; });
    std::vector<PaperGroup> groups;
    std::string last;
    for (Line& line : lines) {
        if (groups.empty() || line.place.university != last) {
            last = line.place.university;
            groups.push_back({last.empty() ? none : last, {}});
        }
        groups.back().people.push_back(std::move(line.person));
    }
    return groups;
}

}  // namespace

std::string attentionNote(const Guest& guest, Lang lang) {
    if (!guest.attention) return {};
    const std::string note = cleanForScreen(guest.note);
    return note.empty() ? cleanForScreen(guest.category.in(lang)) : note;
}

std::string ticketMark(const GuestNow& now) {
    return now.ticketEnding.empty() ? now.ticketBeginning : now.ticketBeginning + "…" + now.ticketEnding;
}

ListPlace placeInList(const Guest& guest, Lang lang) {
    return {cleanForScreen(guest.affiliation.in(lang)), cleanForScreen(guest.name)};
}

bool operator<(const ListPlace& a, const ListPlace& b) {
    if (a.university.empty() != b.university.empty()) return b.university.empty();
    return a.university != b.university ? a.university < b.university : a.name < b.name;
}

Result<PaperList> doorList(EventReader& reader, TimePoint now, Lang lang) {
    const auto event = reader.event();
    if (!event) return event.error();
    std::vector<Guest> guests;
    if (const Status read = reader.guests([&](const Guest& guest) { guests.push_back(guest); }); !read)
        return read.error();
    std::vector<AttendeeId> ids;
    for (const Guest& guest : guests) ids.push_back(guest.id);
    const auto states = reader.guestsNow(ids);
    if (!states) return states.error();
    std::vector<Line> lines;
    for (std::size_t i = 0; i < guests.size(); ++i) {
        Line line{placeInList(guests[i], lang), personOf(guests[i], lang)};
        line.person.detail = ticketMark((*states)[i]);
        lines.push_back(std::move(line));
    }
    PaperList list = frameOf(*event, "door_list", guests.size(), now, lang);
    list.note = say("paper.door_list.note", lang);
    list.detailHeading = say("paper.ticket", lang);
    list.groups = grouped(std::move(lines), say("paper.no_university", lang));
    return list;
}

Result<InsideThen> whoIsInside(EventReader& reader, TimePoint now) {
    std::vector<std::pair<Guest, Entry>> guests;
    auto inside =
        whoIsInside(reader, now, [&](const Guest& guest, const Entry& entry) { guests.emplace_back(guest, entry); });
    if (inside) inside->guests = std::move(guests);
    return inside;
}

Result<InsideThen> whoIsInside(EventReader& reader, TimePoint now,
                               const std::function<void(const Guest&, const Entry&)>& each) {
    auto event = reader.event();
    if (!event) return event.error();
    const auto totals = reader.totals();
    if (!totals) return totals.error();
    InsideThen inside{std::move(*event), {}, totals->exitsScanned, now};
    if (const Status read = reader.inside(each); !read) return read.error();
    return inside;
}

PaperList insideList(const InsideThen& inside, Lang lang, bool old) {
    std::vector<Line> lines;
    PaperGroup noted{say("paper.noted", lang), {}};
    for (const auto& [guest, entry] : inside.guests) {
        Line line{placeInList(guest, lang), personOf(guest, lang)};
        line.person.detail = inside.event.zone.clockTime(entry.at) + " " + cleanForScreen(entry.doorName);
        if (const std::string note = attentionNote(guest, lang); !note.empty()) {
            noted.people.push_back(line.person);
            noted.people.back().note = note;
        }
        lines.push_back(std::move(line));
    }
    PaperList list = frameOf(inside.event, "inside", lines.size(), inside.at, lang);
    list.note = say(inside.exitsScanned ? "paper.exits_scanned" : "paper.no_exits", lang);
    if (old)
        list.note = say(Text{"paper.inside.old", {{"time", inside.event.zone.clockTime(inside.at)}}}, lang) + list.note;
    list.detailHeading = say("paper.came_in", lang);
    list.groups = grouped(std::move(lines), say("paper.no_university", lang));
    if (!noted.people.empty()) list.groups.insert(list.groups.begin(), std::move(noted));
    return list;
}

Result<PaperList> insideList(EventReader& reader, TimePoint now, Lang lang) {
    const auto inside = whoIsInside(reader, now);
    if (!inside) return inside.error();
    return insideList(*inside, lang);
}

}  // namespace turnout
