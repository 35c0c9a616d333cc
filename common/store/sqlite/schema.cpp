#include "common/store/sqlite/schema.h"

namespace turnout::sqlite {
namespace {

// Times are UTC milliseconds. Flags are 0 or 1. Empty text means "not given"; NULL means "does not apply".
constexpr std::string_view kFirst = R"sql(
create table event(
  id integer primary key check(id = 1),
  uid text not null, tag text not null,
  name_en text not null, name_zh text not null, venue_en text not null, venue_zh text not null,
  starts integer not null, ends integer, zone text not null, doors_open integer, doors_close integer,
  capacity integer, walk_ins integer not null, re_entry integer not null, strict_doors integer not null,
  names_on_screen integer not null, retain_days integer not null, theme text not null, demo integer not null,
  created integer not null, logo blob, background blob, fonts blob) strict;

create table machine(id integer primary key check(id = 1), uid text not null) strict;
create table chain_head(machine text primary key, seq integer not null, hash blob not null) strict, without rowid;

create table category(
  id text primary key, place integer not null, name_en text not null, name_zh text not null,
  counted integer not null, attention integer not null) strict;

create table affiliation(
  id integer primary key, key text not null unique, place integer not null,
  name_en text not null, name_zh text not null, short_en text not null, short_zh text not null) strict;
create table affiliation_alias(alias text primary key, affiliation integer not null references affiliation(id)) strict, without rowid;

create table country_group(id text primary key, place integer not null, name_en text not null, name_zh text not null) strict;
create table country_group_member(
  country_group text not null references country_group(id), country text not null,
  primary key(country_group, country)) strict, without rowid;

create table programme(
  id integer primary key, part_en text not null, part_zh text not null, name_en text not null, name_zh text not null,
  performers text not null, starts integer) strict;
create table setting(name text primary key, value text not null) strict, without rowid;

create table attendee(
  id integer primary key, outside_id text not null, name text not null, native_name text not null, screen_name text not null,
  country text not null, affiliation integer references affiliation(id), category text not null references category(id),
  seat text not null, note text not null, on_screen integer not null, name_checked integer not null,
  walk_in integer not null, cancelled integer, added integer not null, changed integer not null) strict;
create unique index attendee_outside_id on attendee(outside_id) where outside_id <> '';
create index attendee_name on attendee(name, country);
create table contact(attendee integer primary key references attendee(id), email text not null, language text not null) strict;
create index contact_email on contact(email) where email <> '';

create table ticket(
  code text primary key, attendee integer not null references attendee(id), issued integer not null,
  revoked integer, reason text not null) strict, without rowid;
create index ticket_attendee on ticket(attendee);

create table door(
  id integer primary key, name text not null unique, way text not null check(way in ('entry', 'exit', 'both')),
  opens integer, closes integer) strict;
create table door_category(
  door integer not null references door(id), category text not null references category(id),
  primary key(door, category)) strict, without rowid;

-- The log. Append-only; every row carries the hash of the row before it of the same machine.
create table scan(
  id integer primary key, scan_id text not null unique, machine text not null, seq integer not null,
  at integer not null, door integer not null references door(id), direction text not null, source text not null,
  ticket text, verdict text not null, undoes text, overrides text, rehearsal integer not null,
  private_hash blob, hash blob not null,
  unique(machine, seq)) strict;
create trigger scan_is_never_updated before update on scan begin
  select raise(abort, 'the log is append-only'); end;
create trigger scan_is_never_deleted before delete on scan begin
  select raise(abort, 'the log is append-only'); end;
create trigger scan_is_never_replaced before insert on scan
  when exists(select 1 from scan where id = new.id or scan_id = new.scan_id or (machine = new.machine and seq = new.seq)) begin
  select raise(abort, 'the log is append-only'); end;
create table scan_private(
  scan integer primary key references scan(id), salt blob not null, raw blob not null, raw_sha256 blob,
  volunteer text not null, reason text not null) strict;

-- Derived from the log, in the same transaction; `turnout verify` derives them again.
create table stay(
  id integer primary key, attendee integer not null references attendee(id), scan_in integer not null references scan(id),
  scan_out integer references scan(id), undone integer references scan(id)) strict;
create unique index one_open on stay(attendee) where scan_out is null and undone is null;
create index stay_attendee on stay(attendee);
create unique index stay_scan_in on stay(scan_in);
create table tally(
  subject text not null check(subject in ('all', 'country', 'affiliation', 'category')), key text not null,
  registered integer not null, arrived integer not null, inside integer not null, walk_ins integer not null,
  first_scan integer, primary key(subject, key)) strict, without rowid;
create table tally_verdict(
  door integer not null references door(id), verdict text not null, scans integer not null,
  primary key(door, verdict)) strict, without rowid;
)sql";

// When the list was last brought in: doors show how old it is.
constexpr std::string_view kSecond = R"sql(
create table list_import(id integer primary key, at integer not null, added integer not null, changed integer not null) strict;
)sql";

// Rehearsals are decided from their own rows of the log. `hidden`: the guest asked at the door not to be named on the
// hall's screen, which no later list takes back. `remark`: what a volunteer said about a scan already in the log.
constexpr std::string_view kThird = R"sql(
create index scan_of_rehearsal on scan(ticket) where rehearsal = 1;
alter table attendee add column hidden integer not null default 0;
create table remark(
  id integer primary key, scan integer not null references scan(id), at integer not null,
  kind text not null check(kind in ('same_person', 'another_person')), volunteer text not null) strict;
)sql";

// Doors that other machines made may stand under another number here; the chain of a machine is hashed with its own.
constexpr std::string_view kFourth = R"sql(
create table door_elsewhere(
  machine text not null, door integer not null references door(id), door_there integer not null,
  primary key(machine, door)) strict, without rowid;
)sql";

// Nothing asks for a name or an e-mail in the file: guests are searched, and lists compared, in memory. Two indexes
// that were a third of an import and of the file.
constexpr std::string_view kFifth = R"sql(
drop index attendee_name;
drop index contact_email;
)sql";

// What doors were called before: a machine that starts its door by such a name finds it still.
constexpr std::string_view kSixth = R"sql(
create table door_former_name(name text primary key, door integer not null references door(id)) strict, without rowid;
)sql";

}  // namespace

const std::vector<std::string_view>& migrations() {
    static const std::vector<std::string_view> all{kFirst, kSecond, kThird, kFourth, kFifth, kSixth};
    return all;
}

int schemaVersion(Database& database) {
    auto query = database.query("pragma user_version");
    query.step();
    return static_cast<int>(query.integer(0));
}

void migrate(Database& database) {
    for (int version = schemaVersion(database); version < kSchemaVersion; ++version)
        database.exec(std::string(migrations()[static_cast<std::size_t>(version)]).c_str());
    database.exec(("pragma user_version=" + std::to_string(kSchemaVersion)).c_str());
}

std::map<std::string, std::string> schemaOf(Database& database) {
    std::map<std::string, std::string> all;
    auto query =
        database.query("select name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%'");
    while (query.step()) all[query.text(0)] = query.text(1);
    return all;
}

std::map<std::string, std::string> expectedSchema() {
    SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE);
    for (const std::string_view script : migrations()) memory.exec(std::string(script));
    std::map<std::string, std::string> all;
    SQLite::Statement statement(
        memory, "select name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%'");
    while (statement.executeStep()) all[statement.getColumn(0).getString()] = statement.getColumn(1).getString();
    return all;
}

}  // namespace turnout::sqlite
