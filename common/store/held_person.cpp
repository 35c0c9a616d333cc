#include "common/domain/ticket_code.h"
#include "common/store/closing.h"
#include "common/store/event_reader.h"
#include "common/store/sqlite/database.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;

TimePoint point(std::int64_t ms) {
    return TimePoint{Millis{ms}};
}

std::vector<HeldTicket> ticketsOf(Database& database, AttendeeId guest) {
    std::vector<HeldTicket> tickets;
    auto rows =
        database.query("select code, issued, revoked, reason from ticket where attendee = ? order by issued, code");
    rows.bind(guest.value);
    while (rows.step()) {
        tickets.push_back({rows.text(0), point(rows.integer(1)), {}, rows.text(3)});
        if (!rows.isNull(2)) tickets.back().revoked = point(rows.integer(2));
    }
    return tickets;
}

std::vector<HeldRemark> remarksOn(Database& database, std::int64_t scan) {
    std::vector<HeldRemark> remarks;
    auto rows = database.query("select at, kind, volunteer from remark where scan = ? order by at, id");
    rows.bind(scan);
    while (rows.step()) remarks.push_back({point(rows.integer(0)), rows.text(1), rows.text(2)});
    return remarks;
}

std::vector<HeldScan> scansOf(Database& database, AttendeeId guest) {
    std::vector<HeldScan> scans;
    auto rows = database.query(
        "select s.id, s.at, d.name, s.direction, s.verdict, s.source, coalesce(p.volunteer, ''),"
        " coalesce(p.reason, ''), s.rehearsal from scan s join door d on d.id = s.door"
        " left join scan_private p on p.scan = s.id where s.ticket in (select code from ticket where attendee = ?1)"
        " or (length(p.raw) > 0 and cast(p.raw as text) in (select code from ticket where attendee = ?1"
        " union select outside_id from attendee where id = ?1)) order by s.id");
    rows.bind(guest.value);
    while (rows.step())
        scans.push_back({point(rows.integer(1)), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6),
                         rows.text(7), rows.integer(8) != 0, remarksOn(database, rows.integer(0))});
    return scans;
}

}  // namespace

Result<std::vector<HeldPerson>> heldAbout(const fs::path& event, const std::string& person) {
    if (const auto reader = EventReader::open(event); !reader) return reader.error();
    std::vector<HeldPerson> all;
    try {
        const fs::path real = fs::canonical(event);
        Database database(real, sqlite::isReadOnlyPlace(real) ? sqlite::Mode::immutable : sqlite::Mode::readOnly);
        const ParsedCode code = parseTicketCode(person);
        auto rows = database.query(
            "select a.id, a.name, a.native_name, a.screen_name, a.outside_id, a.country, coalesce(f.name_en, ''),"
            " a.category, a.seat, a.note, coalesce(c.email, ''), coalesce(c.language, ''), a.on_screen,"
            " a.name_checked, a.hidden, a.walk_in, a.added, a.changed, a.cancelled"
            " from attendee a left join contact c on c.attendee = a.id left join affiliation f on f.id = a.affiliation"
            " where ?1 <> '' and (a.outside_id = ?1 or lower(a.name) = lower(?1) or a.native_name = ?1"
            " or lower(c.email) = lower(?1) or a.id in (select attendee from ticket where code in (?1, ?2)))"
            " order by a.id");
        rows.bind(person, code.shape == CodeShape::ours ? code.code : person);
        while (rows.step()) {
            HeldPerson held;
            held.id = AttendeeId{rows.integer(0)};
            constexpr const char* kColumns[] = {"name",    "native_name", "screen_name", "id",
                                                "country", "affiliation", "category",    "seat",
                                                "note",    "email",       "language"};
            for (int at = 0; at < 11; ++at)
                if (const std::string text = rows.text(at + 1); !text.empty())
                    held.fields.emplace_back(kColumns[at], text);
            held.onScreen = rows.integer(12) != 0;
            held.nameChecked = rows.integer(13) != 0;
            held.hidden = rows.integer(14) != 0;
            held.walkIn = rows.integer(15) != 0;
            held.added = point(rows.integer(16));
            held.changed = point(rows.integer(17));
            if (!rows.isNull(18)) held.cancelled = point(rows.integer(18));
            held.tickets = ticketsOf(database, held.id);
            held.scans = scansOf(database, held.id);
            all.push_back(std::move(held));
        }
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, event);
    }
    if (all.empty())
        return makeError(Fault::notFound, "store.no_such_person", {{"person", shorten(cleanForScreen(person), 60)}});
    return all;
}

}  // namespace turnout
