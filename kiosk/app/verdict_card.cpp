#include "kiosk/app/verdict_card.h"

#include <algorithm>

#include "common/base/utf8.h"
#include "common/domain/decide.h"
#include "common/domain/ticket_code.h"
#include "common/report/answer_text.h"
#include "common/report/people_lists.h"
#include "common/tickets/qr.h"
#include "kiosk/app/door_numbers.h"

namespace turnout::kiosk {
namespace {

// Its hours are over, or somebody closed it.
bool isClosed(const Answer& answer) {
    return answer.verdict == Verdict::notOpen && answer.closes && answer.at >= *answer.closes;
}

using Args = std::vector<std::pair<std::string, std::string>>;

std::string words(const std::string& key, Lang lang, Args args = {}) {
    return say(Text{"kiosk." + key, std::move(args)}, lang);
}

Lang other(Lang lang) {
    return lang == Lang::en ? Lang::zh : Lang::en;
}

// Welcome in the guest's language and in the other language of the door, each said once.
std::string greeting(const Guest& guest, Lang lang) {
    const std::string here = words("greeting", lang), second = words("greeting", other(lang));
    const Country* country = findCountry(guest.country);
    const std::string own = country != nullptr ? std::string(country->greeting) : std::string{};
    if (own.empty() || own == here || own == second) return second;
    return "\u200E" + own + "\u200E · " + second;  // a left-to-right mark: Arabic does not turn the line round
}

std::string recordedLine(const Answer& answer, const CardContext& context) {
    const Lang lang = context.lang;
    if (answer.calm)
        return words(answer.left ? "recorded.calm_exit" : "recorded.calm", lang,
                     {{"time", context.zone.clockTimeWithSeconds(answer.left    ? answer.left->at
                                                                 : answer.first ? answer.first->at
                                                                                : answer.at)}});
    const std::string time = context.zone.clockTimeWithSeconds(answer.at);
    if (answer.verdict == Verdict::exited)
        return answer.first
                   ? words("recorded.exit", lang,
                           {{"time", time}, {"came", timeText(answer.first->at, answer.at, context.zone, lang)}})
                   : words("recorded.plain", lang, {{"time", time}});
    if (answer.admittedHere <= 0) return words("recorded.plain", lang, {{"time", time}});
    return words("recorded", lang, {{"time", time}, {"nth", ordinal(answer.admittedHere, lang)}});
}

// A full hall tells its numbers when they are known.
void tellCapacity(VerdictCard& card, const CardContext& context) {
    if (!context.capacity || context.inside <= 0) return;
    card.detail = words("full.detail", context.lang,
                        {{"inside", std::to_string(context.inside)}, {"capacity", std::to_string(*context.capacity)}});
}

// The same list as in the status line below.
void tellList(VerdictCard& card, const CardContext& context) {
    if (context.listed <= 0) return;
    const std::string n = number(context.listed);
    card.explanation =
        context.listAge && *context.listAge >= std::chrono::minutes(1)
            ? words("list_here.age", context.lang, {{"n", n}, {"age", ageWords(*context.listAge, context.lang)}})
            : words("list_here", context.lang, {{"n", n}});
}

// A walk-in takes their new ticket with them as a photograph.
void showTicket(VerdictCard& card, const Answer& answer, const CardContext& context) {
    const auto symbol = qrSymbol(answer.code);
    if (!symbol) return;
    card.ticketSize = symbol->size;
    card.ticketModules = symbol->modules;
    card.ticketCode = groupedCode(answer.code);
    card.ticketHint = words("walk_in.ticket", context.lang);
    card.recorded =
        words("walk_in.recorded", context.lang,
              {{"time", context.zone.clockTimeWithSeconds(answer.at)}, {"n", std::to_string(answer.walkIns)}});
}

std::string firstCharacter(std::string_view utf8) {
    std::size_t end = utf8.empty() ? 0 : 1;
    while (end < utf8.size() && continuesCharacter(utf8[end])) ++end;
    return std::string(utf8.substr(0, end));
}

}  // namespace

std::string ordinal(std::int64_t n, Lang lang) {
    if (lang == Lang::zh) return std::to_string(n);
    const char* ending = "th";
    if (n / 10 % 10 != 1) {
        if (n % 10 == 1)
            ending = "st";
        else if (n % 10 == 2)
            ending = "nd";
        else if (n % 10 == 3)
            ending = "rd";
    }
    return std::to_string(n) + ending;
}

std::string firstNameAndInitial(const std::string& name) {
    const std::string clean = cleanForScreen(name);
    const auto firstEnd = clean.find(' ');
    if (firstEnd == std::string::npos)
        return !clean.empty() && beginsChinese(clean.front()) ? firstCharacter(clean) + "*" : clean;
    const auto last = clean.rfind(' ');
    return clean.substr(0, firstEnd) + " " + firstCharacter(std::string_view(clean).substr(last + 1)) + ".";
}

GuestCard guestCard(const Guest& guest, Lang lang) {
    GuestCard card;
    card.name = cleanForScreen(guest.name);
    card.nativeName = cleanForScreen(guest.nativeName);
    if (card.nativeName == card.name) card.nativeName.clear();
    card.country = guest.country;
    card.countryName = countryName(guest.country, lang);
    card.affiliation = cleanForScreen(guest.affiliation.in(lang));
    card.seat = cleanForScreen(guest.seat);
    card.category = cleanForScreen(guest.category.in(lang));
    card.note = cleanForScreen(guest.note);
    return card;
}

VerdictCard cardOf(const Answer& answer, const CardContext& context) {
    const Lang lang = context.lang;
    const AnswerText text = answerText(answer, context.zone, lang);
    VerdictCard card;
    card.verdict = answer.verdict;
    card.calm = answer.calm;
    card.closed = isClosed(answer);
    card.word = text.word;
    card.detail = text.detail;
    card.nextStep = text.nextStep;
    card.explanation = text.explanation;
    if (answer.guest) card.guest = guestCard(*answer.guest, lang);
    switch (answer.verdict) {
        case Verdict::admitted:
            if (answer.guest) {
                card.detail = greeting(*answer.guest, lang);
                card.note = attentionNote(*answer.guest, lang);
                card.guest->note.clear();
            }
            card.recorded = recordedLine(answer, context);
            card.canUndo = true;
            if (answer.guest && answer.guest->onScreen) card.hideLabel = words("hide", lang);
            if (answer.source == Source::walkIn) showTicket(card, answer, context);
            break;
        case Verdict::exited:
            card.detail += " · " + words("goodbye", other(lang));
            card.recorded = recordedLine(answer, context);
            card.canUndo = true;
            break;
        case Verdict::alreadyIn:
            if (answer.calm) {
                card.recorded = recordedLine(answer, context);
            } else {  // the moment of conflict: two people hold one ticket, or one came twice
                card.sameLabel = words("conflict.same", lang);
                card.anotherLabel = words("conflict.another", lang);
            }
            break;
        case Verdict::full: tellCapacity(card, context); break;
        case Verdict::otherEvent:
            if (!context.eventTag.empty()) card.explanation += words("our_mark", lang, {{"tag", context.eventTag}});
            card.canSearch = true;
            break;
        case Verdict::notATicket:
        case Verdict::mistyped: card.canTypeCode = true; break;
        case Verdict::unknown:
            card.canSearch = true;
            if (answer.listSize == 0) break;  // what is wrong with the list is said already
            tellList(card, context);
            card.canWalkIn = context.walkIns;
            card.nextStep = words(context.walkIns ? "unknown.next_walk_in" : "unknown.next", lang);
            break;
        case Verdict::revoked: card.canSearch = true; break;
        case Verdict::notInside:
            if (answer.calm) card.recorded = recordedLine(answer, context);
            break;
        case Verdict::genuineUnlisted:
        case Verdict::notOpen:
        case Verdict::wrongDoor:
        case Verdict::noReEntry:
        case Verdict::undone:
        case Verdict::notRecorded: break;
    }
    const bool allowed = context.overrides != OverrideRule::nobody && answer.direction == Direction::entry;
    if (allowed && answer.guest && canOverride(answer.verdict)) {
        if (context.overrides == OverrideRule::supervisor && !context.hasPin)
            card.nextStep += words("override.no_pin", lang);
        else
            card.overrideLabel = words("override", lang);
    }
    if (allowed && answer.verdict == Verdict::genuineUnlisted) {
        card.overrideLabel = words("let_in", lang);
        card.declineLabel = words("let_in.no", lang);
    }
    card.rehearsal = answer.rehearsal;
    if (!card.guest) {
        card.readLabel = words(answer.verdict == Verdict::notATicket ? "read.code" : "read.ticket", lang);
        // In fives, also with a character wrong: it is compared with what is printed.
        const std::string code = answer.verdict == Verdict::mistyped ? inFives(answer.code) : groupedCode(answer.code);
        card.readText = shorten(cleanForScreen(code), 40);
    }
    return card;
}

std::string reasonWord(Verdict verdict, Lang lang) {
    return words("reason." + std::string(word(verdict)), lang);
}

std::string reasonsInWords(std::vector<std::pair<Verdict, std::int64_t>> refused, Lang lang) {
    constexpr std::size_t kMostReasons = 7;
    std::erase_if(refused, [](const auto& reason) { return reason.second == 0; });
    std::stable_sort(refused.begin(), refused.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string reasons;
    std::int64_t rest = 0;
    const auto add = [&](std::int64_t n, const std::string& reason) {
        if (!reasons.empty()) reasons += lang == Lang::zh ? "、" : ", ";
        reasons += words("reason", lang, {{"n", number(n)}, {"reason", reason}});
    };
    for (std::size_t i = 0; i < refused.size(); ++i)
        if (i < kMostReasons)
            add(refused[i].second, reasonWord(refused[i].first, lang));
        else
            rest += refused[i].second;
    if (rest > 0) add(rest, words("reason.other", lang));
    return reasons;
}

LastScan lastScanOf(const Answer& answer, const Zone& zone, Lang lang) {
    LastScan last;
    last.verdict = answer.verdict;
    last.calm = answer.calm;
    last.rehearsal = answer.rehearsal;
    if (answer.guest) {
        last.country = answer.guest->country;
        last.who = firstNameAndInitial(answer.guest->name);
    } else {
        last.who = words("last.no_guest", lang);
    }
    last.when = toneOf(answer.verdict) == Tone::green ? zone.clockTimeWithSeconds(answer.at)
                : answer.calm                         ? words("last.again", lang)
                : isClosed(answer)                    ? words("short.closed", lang)
                : answer.left                         ? words("short." + std::string(word(Verdict::exited)), lang)
                                                      : words("short." + std::string(word(answer.verdict)), lang);
    return last;
}

Heard heardWith(const Answer& answer) {
    switch (answer.verdict) {
        case Verdict::admitted: return answer.guest && answer.guest->attention ? Heard::attention : Heard::admitted;
        case Verdict::exited: return Heard::exited;
        case Verdict::alreadyIn: return answer.calm ? Heard::calm : Heard::already;
        case Verdict::notATicket:
        case Verdict::mistyped:
        case Verdict::otherEvent:
        case Verdict::unknown:
        case Verdict::revoked: return Heard::refused;
        case Verdict::notInside: return answer.calm ? Heard::calm : Heard::look;
        case Verdict::genuineUnlisted:
        case Verdict::notOpen:
        case Verdict::wrongDoor:
        case Verdict::noReEntry:
        case Verdict::full: return Heard::look;
        case Verdict::undone: return Heard::undone;
        case Verdict::notRecorded: return Heard::fault;
    }
    return Heard::fault;
}

}  // namespace turnout::kiosk
