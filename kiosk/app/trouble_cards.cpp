#include "kiosk/app/trouble_cards.h"

#include <algorithm>
#include <chrono>

#include "common/base/isolated.h"
#include "common/base/text.h"
#include "common/domain/ticket_code.h"
#include "common/report/answer_text.h"
#include "kiosk/app/door_numbers.h"

namespace turnout::kiosk {
namespace {

using Args = std::vector<std::pair<std::string, std::string>>;

std::string words(const std::string& key, Lang lang, Args args = {}) {
    return say(Text{"kiosk." + key, std::move(args)}, lang);
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
    constexpr std::size_t kLongest = 24;
    std::string all;
    for (std::size_t i = told; i < std::min(kKeptTold, kept.size()); ++i) {
        const KeptScan& scan = kept[kept.size() - 1 - i];
        const ParsedCode code = parseTicketCode(scan.who);
        const std::string who = scan.guest                         ? scan.guest->name
                                : code.shape == CodeShape::foreign ? scan.who
                                                                   : inFives(code.code);
        std::string shown = shorten(cleanForScreen(who), kLongest);
        const bool name = scan.guest || code.shape == CodeShape::foreign;
        if (!shown.empty()) shown = (name ? isolated(shown) : shown) + ", ";
        all += (all.empty() ? "" : " · ") + unbroken(shown + context.zone.clockTimeWithSeconds(scan.at));
    }
    if (kept.size() > kKeptTold) all += " · +" + std::to_string(kept.size() - kKeptTold);
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

}  // namespace

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
    card.steps = {{words("fault.step1", lang), words("fault.step1.detail", lang)},
                  {words("fault." + fault + ".step", lang), faultSentence(error, lang)},
                  {words("fault.step3", lang), words("fault.step3.detail", lang)}};
    card.readLabel = waiting == 1 ? words("fault.one_waiting", lang)
                                  : words("fault.waiting", lang, {{"n", std::to_string(waiting)}});
    card.readText = words("fault.kept", lang);
    if (!kept.empty() && kept.back().guest) {  // who stands here
        card.guest = guestCard(*kept.back().guest, lang);
        card.readLabel = card.guest->name;
        const std::string who = guestLine(*card.guest);  // of no known country: empty
        card.readText = words("fault.kept_since", lang, {{"time", context.zone.clockTimeWithSeconds(kept.back().at)}});
        if (!who.empty()) card.readText = who + " · " + card.readText;
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

std::string faultSentence(const Error& error, Lang lang) {
    const bool own = error.text.key == "store.disk_full" || error.text.key == "store.disk_error" ||
                     error.text.key == "store.replaced";
    return own ? words(std::string("fault.") + faultName(error.fault) + ".detail", lang, error.text.args)
               : error.sentence(lang);
}

VerdictCard notOpenedCard(const Error& error, const std::filesystem::path& event, Lang lang) {
    VerdictCard card;
    card.word = words("not_opened", lang);
    card.detail = error.sentence(lang);
    const auto step = [&] {
        switch (error.fault) {
            case Fault::notOurs:
            case Fault::notFound: return words("fault.replaced.step", lang);
            case Fault::newerSchema: return words("not_opened.newer.step", lang);
            case Fault::unsafePlace: return words("not_opened.place.step", lang);
            default: return words(std::string("fault.") + faultName(error.fault) + ".step", lang);
        }
    };
    card.steps = {{step(), cleanForScreen(event.string())},
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

}  // namespace turnout::kiosk
