#include "kiosk/app/verdict_card.h"

#include <algorithm>

#include "common/base/utf8.h"
#include "common/domain/decide.h"
#include "common/domain/ticket_code.h"
#include "common/report/answer_text.h"
#include "common/tickets/qr.h"
#include "kiosk/app/door_numbers.h"

namespace turnout::kiosk {
namespace {

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

// To the nearest: how far the clock is off trembles by some milliseconds.
std::string jumpSize(Millis jumped, Lang lang) {
    const Millis by = std::chrono::abs(jumped);
    const auto minutes = std::chrono::round<std::chrono::minutes>(by).count();
    const auto hours = std::chrono::round<std::chrono::hours>(by).count();
    if (minutes < 120) return words("age.minutes", lang, {{"n", number(minutes)}});
    if (hours < 48) return words("age.hours", lang, {{"n", number(hours)}});
    return words("age.days", lang, {{"n", number(std::chrono::round<std::chrono::days>(by).count())}});
}

// On one line: a code that is parted between two cannot be compared with a ticket.
std::string unbroken(const std::string& text) {
    std::string all;
    for (const char c : text) all += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    return all;
}

// The newest first, but for the last `told`. Who is not in the list in memory is told by the ticket's code.
std::string keptWords(const std::vector<KeptScan>& kept, std::size_t told, const CardContext& context) {
    constexpr std::size_t kMost = 2, kLongest = 24;
    std::string all;
    for (std::size_t i = told; i < std::min(kMost, kept.size()); ++i) {
        const KeptScan& scan = kept[kept.size() - 1 - i];
        const ParsedCode code = parseTicketCode(scan.who);
        const std::string who = scan.guest                         ? scan.guest->name
                                : code.shape == CodeShape::foreign ? scan.who
                                                                   : inFives(code.code);
        std::string shown = shorten(cleanForScreen(who), kLongest);
        if (!shown.empty()) shown += ", ";
        all += (all.empty() ? "" : " · ") + unbroken(shown + context.zone.clockTimeWithSeconds(scan.at));
    }
    if (kept.size() > kMost) all += " · +" + std::to_string(kept.size() - kMost);
    return all;
}

const char* faultName(Fault fault) {
    switch (fault) {
        case Fault::diskFull: return "disk_full";
        case Fault::busy:
        case Fault::inUse: return "busy";
        case Fault::replaced:
        case Fault::notFound: return "replaced";
        case Fault::readOnly:
        case Fault::unsafePlace: return "read_only";
        case Fault::corrupt:
        case Fault::notOurs:
        case Fault::newerSchema: return "corrupt";
        case Fault::wrongUsage:
        case Fault::badInput:
        case Fault::diskError:
        case Fault::device:
        case Fault::refusedByRules: return "disk_error";
    }
    return "disk_error";
}

bool isChinese(std::string_view utf8) {  // U+4E00 to U+9FFF are E4 B8 80 to E9 BF BF
    return utf8.size() >= 3 && static_cast<unsigned char>(utf8[0]) >= 0xE4 &&
           static_cast<unsigned char>(utf8[0]) <= 0xE9;
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
    if (firstEnd == std::string::npos) return isChinese(clean) ? firstCharacter(clean) + "*" : clean;
    const auto last = clean.rfind(' ');
    return clean.substr(0, firstEnd) + " " + firstCharacter(std::string_view(clean).substr(last + 1)) + ".";
}

std::string attentionNote(const Guest& guest, Lang lang) {
    if (!guest.attention) return {};
    const std::string note = cleanForScreen(guest.note);
    return note.empty() ? cleanForScreen(guest.category.in(lang)) : note;
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
    card.closed = answer.verdict == Verdict::notOpen && answer.closes && answer.at >= *answer.closes;
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

VerdictCard faultCard(const Error& error, std::size_t waiting, TimePoint lastTry, const CardContext& context,
                      const std::vector<KeptScan>& kept) {
    const Lang lang = context.lang;
    Answer nothing;
    nothing.verdict = Verdict::notRecorded;
    VerdictCard card;
    card.verdict = Verdict::notRecorded;
    card.word = answerText(nothing, context.zone, lang).word;
    const std::string fault = error.text.key == "store.older_copy" ? "older" : faultName(error.fault);
    card.detail = words("fault." + fault, lang);
    // Where the sentence would send the guest away or have the door opened again, the page says that it goes on by
    // itself.
    const bool own = error.text.key == "store.disk_full" || error.text.key == "store.disk_error" ||
                     error.text.key == "store.replaced";
    card.steps = {{words("fault.step1", lang), words("fault.step1.detail", lang)},
                  {words("fault." + fault + ".step", lang),
                   own ? words("fault." + fault + ".detail", lang, error.text.args) : error.sentence(lang)},
                  {words("fault.step3", lang), words("fault.step3.detail", lang)}};
    card.readLabel = waiting == 1 ? words("fault.one_waiting", lang)
                                  : words("fault.waiting", lang, {{"n", std::to_string(waiting)}});
    card.readText = words("fault.kept", lang);
    if (!kept.empty() && kept.back().guest) {  // who stands here
        card.guest = guestCard(*kept.back().guest, lang);
        card.readLabel = card.guest->name;
        card.readText =
            words("fault.kept_guest", lang,
                  {{"who", guestLine(*card.guest)}, {"time", context.zone.clockTimeWithSeconds(kept.back().at)}});
        if (kept.size() > 1)
            card.readText += words(
                "fault.kept_others", lang,
                {{"n", number(static_cast<std::int64_t>(kept.size() - 1))}, {"scans", keptWords(kept, 1, context)}});
    } else if (!kept.empty()) {
        card.readText = words("fault.kept_here", lang, {{"scans", keptWords(kept, 0, context)}});
    }
    card.waiting = words("fault.trying", lang);
    card.lastTry = words("fault.last_try", lang, {{"time", context.zone.clockTimeWithSeconds(lastTry)}});
    return card;
}

VerdictCard notOpenedCard(const Error& error, const std::filesystem::path& event, Lang lang) {
    VerdictCard card;
    card.word = words("not_opened", lang);
    card.detail = error.sentence(lang);
    const bool another = error.fault == Fault::notOurs || error.fault == Fault::notFound;
    card.steps = {{words(std::string("fault.") + (another ? "replaced" : faultName(error.fault)) + ".step", lang),
                   cleanForScreen(event.string())},
                  {words("fault.step1", lang), words("fault.step1.detail", lang)},
                  {words("not_opened.step3", lang), words("not_opened.step3.detail", lang)}};
    card.readLabel = words("not_opened.by_itself", lang);
    card.waiting = words("fault.trying", lang);
    return card;
}

std::string clockSentence(Millis jumped, Lang lang) {
    return words(jumped > Millis{0} ? "clock.ahead" : "clock.behind", lang, {{"by", jumpSize(jumped, lang)}});
}

// A door goes on scanning with a wrong clock: order does not hang on it. Only opening times wait until it is right.
VerdictCard clockCard(Millis jumped, TimePoint wall, const CardContext& context) {
    const Lang lang = context.lang;
    const TimePoint should = wall - jumped;
    const bool sameDay = context.zone.date(wall) == context.zone.date(should);
    const auto told = [&](TimePoint time) {
        return (sameDay ? std::string() : context.zone.date(time) + " ") + context.zone.clockTime(time);
    };
    VerdictCard card;
    card.word = words("clock.word", lang);
    card.detail = words(jumped > Millis{0} ? "clock.detail_ahead" : "clock.detail_behind", lang,
                        {{"by", jumpSize(jumped, lang)}});
    card.steps = {{words("clock.step1", lang), words("clock.step1.detail", lang)},
                  {words("clock.step2", lang),
                   words("clock.step2.detail", lang, {{"shows", told(wall)}, {"should", told(should)}})},
                  {words("clock.step3", lang), words("clock.step3.detail", lang)}};
    card.readLabel = words("clock.goes_on", lang);
    card.readText = words("clock.goes_on.detail", lang);
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
    last.when = toneOf(answer.verdict) == Tone::green || answer.calm
                    ? zone.clockTimeWithSeconds(answer.at)
                    : words("short." + std::string(answer.left ? word(Verdict::exited) : word(answer.verdict)), lang);
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
