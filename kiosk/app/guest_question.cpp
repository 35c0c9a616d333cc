#include "kiosk/app/guest_question.h"

#include <algorithm>

#include "common/domain/door_name.h"
#include "common/report/answer_text.h"
#include "common/report/people_lists.h"
#include "kiosk/app/door_hours.h"

namespace turnout::kiosk {

bool isDone(const GuestNow& now, Direction direction) {
    return (now.presence == Presence::inside) == (direction == Direction::entry);
}

std::string stateWords(const GuestNow& now, const PageContext& context) {
    switch (now.presence) {
        case Presence::neverIn: return context.words("search.not_in");
        case Presence::left: return context.words("search.left");
        case Presence::inside: return context.words("search.in");
    }
    return {};
}

std::string whereAndWhen(const GuestNow& now, const PageContext& context) {
    if (!now.entry) return {};
    return doorName(now.entry->doorName, context.lang) + " · " +
           timeText(now.entry->at, context.now, context.event.zone, context.lang);
}

Verdict answerAhead(const ListedGuest& asked, const PageContext& context) {
    const bool live = !context.counts.rehearsal;
    DoorRules rules = timesOf(context.counts, context.health.clockJumped);
    rules.reEntry = context.event.reEntry;
    const DoorPlan& door = context.plan;
    rules.admitsCategory = door.admits.empty() || std::find(door.admits.begin(), door.admits.end(),
                                                            asked.guest.categoryId) != door.admits.end();
    if (live) {
        if (asked.guest.counted) rules.capacity = context.event.capacity;
        rules.inside = context.counts.inside;
    }
    if (live && context.counts.closed) rules.closes = context.now;
    return decide({Reading::known, false, asked.now.presence}, rules, context.direction, context.now);
}

std::string shutWords(const PageContext& context) {
    return shutWords(context.counts, context.direction, context.health.clockJumped, context.now, context.event.zone,
                     context.lang);
}

namespace {

// As the card will be headed; the door that a guest is sent to stands on the card alone.
std::string answerWord(Verdict ahead, const PageContext& context) {
    if (ahead == Verdict::wrongDoor) return say("verdict.wrong_door.none", context.lang);
    if (ahead != Verdict::notOpen) return context.words("short." + std::string(word(ahead)));
    const bool early = !context.counts.closed && hoursOf(context.counts, context.direction, context.health.clockJumped,
                                                         context.now) == DoorHours::early;
    return say(early ? "verdict.not_open" : "verdict.closed", context.lang);
}

}  // namespace

ConfirmScreen guestQuestion(const ListedGuest& asked, const PageContext& context) {
    const auto& [guest, now] = asked;
    const bool exit = context.direction == Direction::exit;
    ConfirmScreen screen;
    screen.title = context.words("confirm.title");
    screen.guest = guestCard(guest, context.lang);
    screen.note = exit ? "" : attentionNote(guest, context.lang);
    screen.state = stateWords(now, context);
    if (now.entry) screen.state += " · " + whereAndWhen(now, context);
    if (!now.ticketBeginning.empty() && now.issued)
        screen.state +=
            " · " + context.words("confirm.ticket", {{"code", ticketMark(now)},
                                                     {"day", dayText(*now.issued, context.event.zone, context.lang)}});
    screen.warn = isDone(now, context.direction);
    screen.question =
        context.words(screen.warn ? (exit ? "confirm.not_inside" : "confirm.already_in") : "confirm.question");
    screen.no = context.words("confirm.no");
    screen.seatLabel = context.words("seat");
    if (screen.warn) return screen;
    const Verdict ahead = answerAhead(asked, context);
    screen.refused = toneOf(ahead) != Tone::green;
    if (screen.refused) screen.question = context.words("confirm.ahead", {{"answer", answerWord(ahead, context)}});
    screen.yes = context.words(screen.refused ? "confirm.check"
                               : exit         ? "confirm.yes_exit"
                                              : "confirm.yes",
                               {{"name", shorten(screen.guest.name, 24)}});
    return screen;
}

DoorRequest admissionOf(AttendeeId guest) {
    DoorRequest request;
    request.kind = DoorRequest::Kind::admit;
    request.scan = newScanId();
    request.source = Source::search;
    request.guest = guest;
    return request;
}

}  // namespace turnout::kiosk
