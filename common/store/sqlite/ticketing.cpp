#include "common/store/sqlite/ticketing.h"

#include <array>
#include <cstring>
#include <memory>
#include <set>

#include "common/domain/ticket_code.h"
#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/chain.h"

namespace turnout::sqlite {

CodeSource systemCodes() {
    return [] {
        std::array<std::uint8_t, 10> bytes{};
        std::memcpy(bytes.data(), randomBytes(bytes.size()).data(), bytes.size());
        return bytes;
    };
}

CodeSource seededCodes(std::uint64_t seed) {
    auto count = std::make_shared<std::int64_t>(0);
    return [seed, count] {
        Digest digest;
        digest.add(static_cast<std::int64_t>(seed));
        digest.add((*count)++);
        const std::string hash = digest.finish();
        std::array<std::uint8_t, 10> bytes{};
        std::memcpy(bytes.data(), hash.data(), bytes.size());
        return bytes;
    };
}

std::string issue(Database& database, std::int64_t attendee, const CodeSource& source, const std::string& reason,
                  TimePoint now) {
    std::string tag;
    {
        auto event = database.query("select tag from event");
        event.step();
        tag = event.text(0);
    }
    const std::int64_t at = now.time_since_epoch().count();
    database.query("update ticket set revoked = ?, reason = ? where attendee = ? and revoked is null")
        .bind(at, reason, attendee)
        .run();
    for (;;) {
        std::string code = makeTicketCode(tag, source());
        auto taken = database.query("select 1 from ticket where code = ?");
        if (taken.bind(code).step()) continue;
        database.query("insert into ticket(code, attendee, issued, reason) values(?,?,?,'')")
            .bind(code, attendee, at)
            .run();
        return code;
    }
}

std::vector<TicketRow> issueMissing(Database& database, const CodeSource& source, TimePoint now) {
    std::vector<std::int64_t> without;
    {
        auto list = database.query(
            "select id from attendee a where cancelled is null and not exists(select 1 from ticket where attendee = "
            "a.id)"
            " and not exists(select 1 from setting where name = 'forgotten.' || a.id) order by id");
        while (list.step()) without.push_back(list.integer(0));
    }
    std::set<std::string> fresh;
    for (const std::int64_t attendee : without) fresh.insert(issue(database, attendee, source, "", now));
    std::vector<TicketRow> rows;
    auto valid = database.query(
        "select t.code, a.id, a.outside_id, coalesce(c.email, ''), coalesce(c.language, '')"
        " from ticket t join attendee a on a.id = t.attendee left join contact c on c.attendee = a.id"
        " where t.revoked is null and a.cancelled is null order by a.id");
    while (valid.step()) {
        TicketRow row{valid.text(0), valid.text(2), readGuest(database, AttendeeId{valid.integer(1)}), false, {}, {}};
        row.isNew = fresh.contains(row.code);
        row.email = valid.text(3);
        row.language = valid.text(4);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<std::string> findCode(Database& database, const std::string& text) {
    for (const std::string& code : {std::string(withoutEnding(text)), parseTicketCode(text).code}) {
        auto ticket = database.query("select 1 from ticket where code = ?");
        if (!code.empty() && ticket.bind(code).step()) return code;
    }
    return std::nullopt;
}

TicketRow readTicketRow(Database& database, const std::string& code) {
    auto ticket =
        database.query("select a.id, a.outside_id from ticket t join attendee a on a.id = t.attendee where t.code = ?");
    ticket.bind(code).step();
    return {code, ticket.text(1), readGuest(database, AttendeeId{ticket.integer(0)}), true, {}, {}};
}

}  // namespace turnout::sqlite
