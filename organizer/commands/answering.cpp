#include "organizer/commands/answering.h"

#include <nlohmann/json.hpp>

#include "common/domain/ticket_code.h"
#include "common/report/answer_text.h"

namespace turnout::commands {

Outcome offer(EventStore& store, const Door& door, const Scan& scan) {
    auto given = store.admit(scan);
    if (given) return {std::move(given).value(), {}};
    Error trouble = given.error();
    const Status mended = store.recover();
    if (!mended) {
        trouble = mended.error();
    } else {
        const auto stored = store.answered(scan.id);
        if (stored && *stored) return {**stored, {}};
        if (stored) {
            given = store.admit(scan);
            if (given) return {std::move(given).value(), {}};
            trouble = given.error();
        }
    }
    Answer answer;
    answer.scan = scan.id;
    answer.at = scan.at;
    answer.door = door;
    answer.direction = scan.direction;
    answer.verdict = Verdict::notRecorded;
    const ParsedCode parsed = parseTicketCode(scan.text);
    answer.code = parsed.shape == CodeShape::foreign ? shorten(cleanForScreen(scan.text), 64) : parsed.code;
    return {answer, trouble};
}

std::string answerLine(const Answer& answer, const Zone& zone, Lang lang) {
    return std::string(word(answer.verdict)) + '\t' + cleanForScreen(answer.code) + '\t' +
           cleanForScreen(answerText(answer, zone, lang).sentence);
}

std::string answerJson(const Answer& answer, const Zone& zone) {
    using Json = nlohmann::ordered_json;
    const bool known = answer.guest.has_value();
    const Json json{{"code", answer.code},
                    {"verdict", std::string(word(answer.verdict))},
                    {"name", known ? Json(answer.guest->name) : Json()},
                    {"country", known ? Json(answer.guest->country.str()) : Json()},
                    {"door", answer.door.name},
                    {"at", zone.iso(answer.at)},
                    {"first_door", answer.first ? Json(answer.first->doorName) : Json()},
                    {"first_at", answer.first ? Json(zone.iso(answer.first->at)) : Json()}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace turnout::commands
