#include "common/store/sqlite/admission.h"

#include "common/domain/signed_ticket.h"
#include "common/domain/ticket_code.h"
#include "common/store/signing.h"
#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/log_writer.h"

namespace turnout::sqlite {
namespace {

constexpr std::size_t kLongestForeignCode = 512;

std::int64_t millis(TimePoint at) {
    return at.time_since_epoch().count();
}
TimePoint pointAt(std::int64_t ms) {
    return TimePoint{Millis{ms}};
}
// What the list knows about a text, read in one go: an admission is as fast as its statements are few.
struct ReadTicket {
    std::string code;  // of a known ticket
    GuestKeys guest;   // of a known ticket
    GuestState state;
    std::optional<SignedTicket> unlisted;  // genuine, and on no list
};

bool findTicket(Database& database, std::string_view code, ReadTicket& read) {
    auto query = database.query(
        "select t.revoked is not null or a.cancelled is not null, a.id, a.country, a.category, a.affiliation, "
        "c.counted, a.walk_in,"
        " (select scan_out is null from stay where attendee = a.id and undone is null order by id desc limit 1)"
        " from ticket t join attendee a on a.id = t.attendee join category c on c.id = a.category where t.code = ?");
    if (!query.bind(code).step()) return false;
    read.code = code;
    read.guest = {query.integer(1),         query.text(2),         query.text(3),
                  query.optionalInteger(4), query.integer(5) != 0, query.integer(6) != 0};
    read.state.reading = Reading::known;
    read.state.revoked = query.integer(0) != 0;
    if (!query.isNull(7)) read.state.presence = query.integer(7) != 0 ? Presence::inside : Presence::left;
    return true;
}

// A signed ticket of a guest on the list is that guest's ticket; of another it is genuine while it is valid. Without
// the event's key (a copy made before the first was signed) only the list tells.
ReadTicket readSigned(Database& database, const SignedRead& written, TimePoint at) {
    ReadTicket read;
    std::string tag, key;
    {
        auto event = database.query(
            "select tag, coalesce((select value from setting where name = 'signing_key'), '') from event");
        event.step();
        tag = event.text(0);
        key = event.text(1);
    }
    const std::string& code = written.ticket.code;
    if (code.substr(0, kEventTagLength) != tag) {
        read.state.reading = Reading::otherEvent;
        return read;
    }
    if (!key.empty() && !isGenuine(written, key)) return read;  // forged: no ticket
    if (findTicket(database, code, read)) return read;
    const auto lastMoment =
        std::chrono::sys_days{std::chrono::days{written.ticket.lastDay + 1}} + std::chrono::hours{14};
    const bool over = written.ticket.lastDay != 0 && at >= std::chrono::time_point_cast<Millis>(lastMoment);
    read.state.reading = key.empty() || over ? Reading::unknown : Reading::genuineUnlisted;
    if (read.state.reading == Reading::genuineUnlisted) read.unlisted = written.ticket;
    return read;
}

// Foreign tickets are matched first and exactly; then the text is tried as one of ours.
ReadTicket readTicket(Database& database, const std::string& text, TimePoint at) {
    ReadTicket read;
    const std::string_view bytes = withoutEnding(text);
    if (!bytes.empty() && bytes.size() <= kLongestForeignCode && findTicket(database, bytes, read)) return read;
    if (const auto written = readSignedText(text)) return readSigned(database, *written, at);
    const ParsedCode parsed = parseTicketCode(text);
    if (parsed.shape == CodeShape::foreign) return read;
    if (parsed.shape == CodeShape::mistyped) {
        read.state.reading = Reading::mistyped;
        return read;
    }
    if (findTicket(database, parsed.code, read)) return read;
    auto tag = database.query("select tag from event");
    tag.step();
    read.state.reading = parsed.tag() == tag.text(0) ? Reading::unknown : Reading::otherEvent;
    return read;
}

struct DoorRow {
    DoorRules rules;
    Direction direction = Direction::entry;
    std::optional<std::int64_t> rehearsal;  // as rehearsingSince()
};

// `ticket`: whose guest the rules are for.
DoorRow readDoor(Database& database, const Scan& scan, const ReadTicket& ticket) {
    auto query = database.query(
        "select d.way, coalesce(d.opens, e.doors_open), coalesce(d.closes, e.doors_close), e.re_entry, e.capacity,"
        " not exists(select 1 from door_category where door = d.id)"
        " or exists(select 1 from door_category where door = d.id and category = ?2),"
        " (select cast(value as integer) from setting where name = 'rehearsal')"
        " from door d, event e where d.id = ?1");
    if (!query.bind(scan.door.value, ticket.guest.category).step())
        throw SQLite::Exception("no such door", SQLITE_CONSTRAINT);
    DoorRow door;
    const std::string way = query.text(0);
    door.direction = way == "exit" ? Direction::exit : way == "entry" ? Direction::entry : scan.direction;
    door.rehearsal = query.optionalInteger(6);
    if (!door.rehearsal) {  // a rehearsal is in the afternoon, before the doors open
        door.rules.opens = query.optionalPoint(1);
        door.rules.closes = query.optionalPoint(2);
    }
    door.rules.reEntry = query.integer(3) != 0;
    door.rules.clockPlausible = scan.clockPlausible;
    if (ticket.state.reading != Reading::known) return door;
    door.rules.admitsCategory = query.integer(5) != 0;
    if (ticket.guest.counted && !door.rehearsal) door.rules.capacity = query.optionalInteger(4);
    if (!door.rules.capacity) return door;
    auto inside = database.query("select inside from tally where subject = 'all' and key = ''");
    door.rules.inside = inside.step() ? inside.integer(0) : 0;
    return door;
}

bool mayOverride(Database& database, const Scan& scan, const ReadTicket& ticket, Verdict verdict) {
    if (!scan.overrides || scan.reason.empty() || ticket.state.reading != Reading::known || !canOverride(verdict))
        return false;
    // Without a PIN there is no supervisor.
    auto nobody = database.query(
        "select 1 from setting where name = 'overrides' and (value = 'nobody' or (value = 'supervisor' and not exists"
        "(select 1 from setting where name = 'pin')))");
    if (nobody.step()) return false;
    auto first = database.query("select ticket from scan where scan_id = ?");
    return first.bind(scan.overrides->value).step() && !first.isNull(0) && first.text(0) == ticket.code;
}

// The holder of a genuine ticket that this list does not know is let in by the volunteer, unless nobody may.
bool mayLetIn(Database& database, const Scan& scan) {
    if (!scan.overrides || scan.reason.empty()) return false;
    auto first = database.query(
        "select 1 from scan where scan_id = ? and verdict = 'genuine_unlisted'"
        " and not exists(select 1 from setting where name = 'overrides' and value = 'nobody')");
    return first.bind(scan.overrides->value).step();
}

// Of a query for a door's id, its name and a time.
std::optional<Entry> entryIn(Query& query) {
    if (!query.step()) return std::nullopt;
    return Entry{DoorId{query.integer(0)}, query.text(1), pointAt(query.integer(2))};
}

// In a rehearsal the log alone tells it: that of this rehearsal.
std::optional<Entry> rehearsedBefore(Database& database, Verdict verdict, std::int64_t attendee, std::int64_t scanRow) {
    auto query = database.query(
        "select d.id, d.name, s.at from ticket t join scan s on s.ticket = t.code join door d on d.id = s.door"
        " where t.attendee = ?1 and s.rehearsal = 1 and s.id < ?2 and s.verdict = ?3"
        " and s.id > coalesce((select cast(value as integer) from setting where name = 'rehearsal'), 0)"
        " and not exists(select 1 from scan u where u.rehearsal = 1 and u.ticket = s.ticket and u.undoes = s.scan_id"
        " and u.id < ?2) order by s.id desc limit 1");
    return entryIn(query.bind(attendee, scanRow, word(verdict)));
}

std::optional<Entry> entryBefore(Database& database, std::int64_t attendee, std::int64_t scanRow) {
    auto query = database.query(
        "select d.id, d.name, s.at from stay y join scan s on s.id = y.scan_in join door d on d.id = s.door"
        " where y.attendee = ?1 and y.scan_in < ?2 and (y.undone is null or y.undone > ?2)"
        " order by y.scan_in desc limit 1");
    return entryIn(query.bind(attendee, scanRow));
}

std::optional<Entry> exitBefore(Database& database, std::int64_t attendee, std::int64_t scanRow) {
    auto query = database.query(
        "select d.id, d.name, s.at from stay y join scan s on s.id = y.scan_out join door d on d.id = s.door"
        " where y.attendee = ?1 and y.scan_out < ?2 and (y.undone is null or y.undone > ?2)"
        " order by y.scan_out desc limit 1");
    return entryIn(query.bind(attendee, scanRow));
}

// Nobody else has used the ticket: the camera, or the guest, was only a little late.
bool isRepeat(const Answer& answer, const std::optional<Entry>& before) {
    return before && before->door == answer.door.id && answer.at >= before->at && answer.at - before->at < kCalmRepeat;
}

// Other doors that let this category in, in the order of the event. `openNow`: only those that do so now.
std::string otherDoors(Database& database, const Answer& answer, bool openNow) {
    auto query = database.query(
        "select d.name from door d, event e where d.way <> 'exit' and d.id <> ?1"
        " and (not exists(select 1 from door_category where door = d.id)"
        " or exists(select 1 from door_category where door = d.id and category = ?2))"
        " and (?3 is null or (?3 >= coalesce(d.opens, e.doors_open, ?3)"
        " and ?3 < coalesce(d.closes, e.doors_close, ?3 + 1))) order by d.id");
    query.bind(answer.door.id.value, answer.guest->categoryId,
               openNow ? std::optional(millis(answer.at)) : std::nullopt);
    std::string names;
    while (query.step()) names += (names.empty() ? "" : ", ") + query.text(0);
    return names;
}

// The details that the verdict's sentence needs.
void explain(Database& database, Answer& answer, std::int64_t scanRow, const std::string& ticket) {
    switch (answer.verdict) {
        case Verdict::alreadyIn:
        case Verdict::exited:
            answer.first = answer.rehearsal
                               ? rehearsedBefore(database, Verdict::admitted, answer.guest->id.value, scanRow)
                               : entryBefore(database, answer.guest->id.value, scanRow);
            answer.calm = answer.verdict == Verdict::alreadyIn && isRepeat(answer, answer.first);
            break;
        case Verdict::notInside:
            answer.left = answer.rehearsal ? rehearsedBefore(database, Verdict::exited, answer.guest->id.value, scanRow)
                                           : exitBefore(database, answer.guest->id.value, scanRow);
            answer.calm = isRepeat(answer, answer.left);
            break;
        case Verdict::revoked: {
            auto row = database.query(
                "select t.revoked, t.reason, (select substr(n.code, -4) from ticket n where n.attendee = t.attendee "
                "and n.revoked is"
                " null) from ticket t where t.code = ?");
            if (row.bind(ticket).step()) {
                answer.revokedAt = row.optionalPoint(0);
                answer.revokedReason = row.text(1);
                answer.newerCodeEnding = row.isNull(2) ? "" : row.text(2);
            }
            break;
        }
        case Verdict::otherEvent: answer.otherTag = answer.code.substr(0, kEventTagLength); break;
        case Verdict::unknown: {
            auto list = database.query(
                "select (select count(*) from ticket where revoked is null),"
                " exists(select 1 from attendee where cancelled is null)");
            list.step();
            answer.listSize = list.integer(0);
            answer.listEmpty = answer.listSize == 0 && list.integer(1) == 0;
            break;
        }
        case Verdict::wrongDoor:
            if (!answer.rehearsal) answer.admittingDoors = otherDoors(database, answer, true);
            if (answer.admittingDoors.empty()) answer.admittingDoors = otherDoors(database, answer, false);
            break;
        case Verdict::notOpen: {
            auto times = database.query(
                "select coalesce(d.opens, e.doors_open), coalesce(d.closes, e.doors_close) from door d, event e where "
                "d.id = ?");
            times.bind(answer.door.id.value).step();
            answer.opens = times.optionalPoint(0);
            answer.closes = times.optionalPoint(1);
            answer.admittingDoors = otherDoors(database, answer, true);
            break;
        }
        case Verdict::notATicket:
        case Verdict::mistyped:
        case Verdict::genuineUnlisted:
        case Verdict::noReEntry:
        case Verdict::full:
        case Verdict::admitted:
        case Verdict::undone:
        case Verdict::notRecorded: break;
    }
}

// What was read; of a person without a ticket at hand, the code of the one they have or get now.
Result<std::string> textOf(Database& database, const Scan& scan) {
    if (scan.guest) {
        auto code = ticketOf(database, *scan.guest, scan.at);
        if (!code) return makeError(Fault::notFound, "store.no_such_guest");
        return *std::move(code);
    }
    if (!scan.walkIn) return scan.text;
    auto event = database.query("select walk_ins from event");
    event.step();
    if (event.integer(0) == 0) return makeError(Fault::refusedByRules, "store.no_walk_ins");
    if (rehearsingSince(database)) return makeError(Fault::refusedByRules, "store.no_walk_ins_in_rehearsal");
    if (cleanForScreen(scan.walkIn->name).empty()) return makeError(Fault::badInput, "store.walk_in_without_name");
    return addWalkIn(database, *scan.walkIn, scan.at);
}

// A walk-in is let in, or is nobody: what was written of them goes with the transaction, and trying again makes no
// second guest of the same person.
std::optional<Error> refusedWalkIn(const Scan& scan, Verdict verdict) {
    if (!scan.walkIn || verdict == Verdict::admitted) return {};
    return makeError(Fault::refusedByRules, verdict == Verdict::full      ? "store.walk_in_full"
                                            : verdict == Verdict::notOpen ? "store.walk_in_not_open"
                                                                          : "store.walk_in_wrong_door");
}

}  // namespace

std::optional<std::int64_t> findScan(Database& database, const ScanId& scan) {
    auto query = database.query("select id from scan where scan_id = ?");
    return query.bind(scan.value).step() ? std::optional(query.integer(0)) : std::nullopt;
}

Result<std::int64_t> record(Database& database, const std::string& machine, const Scan& scan) {
    const auto text = textOf(database, scan);
    if (!text) return text.error();
    ReadTicket ticket = readTicket(database, *text, scan.at);
    const DoorRow door = readDoor(database, scan, ticket);
    const bool letIn =
        ticket.unlisted && door.direction == Direction::entry && !door.rehearsal && mayLetIn(database, scan);
    if (letIn) {
        addUnlisted(database, *ticket.unlisted, scan.at);
        findTicket(database, ticket.unlisted->code, ticket);
    }
    const bool known = ticket.state.reading == Reading::known;
    if (known && door.rehearsal)
        ticket.state.presence = presenceOf(database, AttendeeId{ticket.guest.attendee}, door.rehearsal).presence;
    Verdict verdict = decide(ticket.state, door.rules, door.direction, scan.at);
    const bool overridden = letIn || mayOverride(database, scan, ticket, verdict);
    if (overridden) verdict = Verdict::admitted;
    if (auto refused = refusedWalkIn(scan, verdict)) return *std::move(refused);

    ScanRow row;
    row.scanId = scan.id.value;
    row.machine = machine;
    row.at = millis(scan.at);
    row.door = scan.door.value;
    row.direction = word(door.direction);
    row.source = word(scan.source);
    if (known) row.ticket = ticket.code;
    row.verdict = word(verdict);
    if (overridden) row.overrides = scan.overrides->value;
    row.rehearsal = door.rehearsal.has_value();
    const std::int64_t id = writeScan(
        database, row,
        privatePart(scan.volunteer, overridden ? scan.reason : "", known ? std::nullopt : std::optional(*text)));
    if (row.rehearsal) return id;
    if (verdict == Verdict::admitted) enter(database, ticket.guest, ticket.state.presence == Presence::neverIn, id);
    if (verdict == Verdict::exited) leave(database, ticket.guest, id);
    return id;
}

Answer describe(Database& database, std::int64_t scanRow) {
    Answer answer;
    std::string ticket;
    std::int64_t attendee = 0;
    {
        auto row = database.query(
            "select s.scan_id, s.seq, s.at, s.door, d.name, d.way, s.direction, s.verdict, s.ticket, t.attendee, "
            "p.raw, p.reason,"
            " (select scans from tally_verdict where door = s.door and verdict = 'admitted'), s.rehearsal, s.source"
            " from scan s join door d on d.id = s.door left join ticket t on t.code = s.ticket"
            " left join scan_private p on p.scan = s.id where s.id = ?");
        row.bind(scanRow).step();
        answer.scan.value = row.text(0);
        answer.seq = row.integer(1);
        answer.at = pointAt(row.integer(2));
        const std::string way = row.text(5);
        answer.door = {DoorId{row.integer(3)}, row.text(4),
                       way == "exit"    ? DoorWay::exit
                       : way == "entry" ? DoorWay::entry
                                        : DoorWay::both};
        answer.direction = row.text(6) == "exit" ? Direction::exit : Direction::entry;
        answer.verdict = verdictFromWord(row.text(7)).value_or(Verdict::notRecorded);
        ticket = row.isNull(8) ? "" : row.text(8);
        attendee = row.isNull(9) ? 0 : row.integer(9);
        if (!ticket.empty()) {
            answer.code = ticket;
        } else if (!row.isNull(10)) {
            const ParsedCode parsed = parseTicketCode(row.text(10));
            answer.code =
                parsed.shape == CodeShape::foreign ? shorten(cleanForScreen(row.text(10)), kRawKept) : parsed.code;
        }
        if (answer.verdict == Verdict::undone && !row.isNull(11)) answer.undoneReason = row.text(11);
        answer.rehearsal = row.integer(13) != 0;
        answer.source = sourceFromWord(row.text(14)).value_or(Source::camera);
        if (!answer.rehearsal) answer.admittedHere = row.optionalInteger(12).value_or(0);
    }
    if (attendee != 0) answer.guest = readGuest(database, AttendeeId{attendee});
    if (answer.source == Source::walkIn && answer.verdict == Verdict::admitted) {
        auto all = database.query("select walk_ins from tally where subject = 'all' and key = ''");
        answer.walkIns = all.step() ? all.integer(0) : 0;
    }
    explain(database, answer, scanRow, ticket);
    return answer;
}

std::vector<Answer> describe(Database& database, const std::vector<std::int64_t>& scanRows) {
    std::vector<Answer> answers;
    answers.reserve(scanRows.size());
    for (const std::int64_t row : scanRows) answers.push_back(describe(database, row));
    return answers;
}

}  // namespace turnout::sqlite
