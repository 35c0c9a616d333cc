#include "common/report/answer_text.h"

#include <algorithm>
#include <cctype>

#include "common/base/utf8.h"
#include "common/domain/door_name.h"

namespace turnout {
namespace {

using Args = std::vector<std::pair<std::string, std::string>>;

std::string words(const std::string& key, Lang lang, Args args = {}) {
    return say(Text{"verdict." + key, std::move(args)}, lang);
}

std::string number(std::int64_t n) {
    return std::to_string(n);
}

constexpr std::size_t kLongestDoorInHeadline = 14;  // characters; a longer list of doors goes into the sentence below

struct Part {
    std::string word, detail, explanation, nextStep;
};

// Chinese has no spaces around it, but beside a Latin letter.
std::string orBetween(std::string_view before, std::string_view after, Lang lang) {
    const auto isLatin = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const std::string word = words("or", lang);
    if (lang != Lang::zh) return word;
    return (isLatin(before.back()) ? " " : "") + word + (!after.empty() && isLatin(after.front()) ? " " : "");
}

// Of "A, B, Stage door": "Door A, Door B or Stage door"; each will do, and none is on the way to another.
std::string doorNames(std::string_view names, Lang lang) {
    std::string all;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(", "), names.size());
        const bool last = end == names.size();
        const std::string name = doorName(std::string(names.substr(0, end)), lang);
        if (!all.empty()) all += last ? orBetween(all, name, lang) : words("list_comma", lang);
        all += name;
        names.remove_prefix(std::min(end + 2, names.size()));
    }
    return all;
}

Part alreadyIn(const Answer& answer, const Zone& zone, Lang lang) {
    if (answer.calm) {
        const auto ago = answer.first ? agoText(answer.first->at, answer.at, lang) : std::string{};
        return {words("calm", lang),
                words("calm.detail", lang, {{"ago", ago.empty() ? words("just_now", lang) : ago}}),
                {},
                {}};
    }
    Part part{words("already_in", lang), words("already_in.unknown_first", lang), {}, words("already_in.next", lang)};
    if (!answer.first) return part;
    const std::string time = timeText(answer.first->at, answer.at, zone, lang);
    const std::string ago = agoText(answer.first->at, answer.at, lang);
    part.detail = ago.empty() ? words("already_in.detail_plain", lang,
                                      {{"door", doorName(answer.first->doorName, lang)}, {"time", time}})
                              : words("already_in.detail", lang,
                                      {{"ago", ago}, {"door", doorName(answer.first->doorName, lang)}, {"time", time}});
    return part;
}

// Who has left here a moment ago reads it calmly; who left before is told where and when, and never that no entry is
// recorded.
Part notInside(const Answer& answer, const Zone& zone, Lang lang) {
    if (!answer.left)
        return {words("not_inside", lang), words("not_inside.detail", lang), {}, words("not_inside.next", lang)};
    const std::string ago = agoText(answer.left->at, answer.at, lang);
    if (answer.calm)
        return {words("left.calm", lang),
                words("left.calm_detail", lang, {{"ago", ago.empty() ? words("just_now", lang) : ago}}),
                {},
                {}};
    const std::string time = timeText(answer.left->at, answer.at, zone, lang);
    return {words("left", lang),
            ago.empty() ? words("already_in.detail_plain", lang,
                                {{"door", doorName(answer.left->doorName, lang)}, {"time", time}})
                        : words("already_in.detail", lang,
                                {{"ago", ago}, {"door", doorName(answer.left->doorName, lang)}, {"time", time}}),
            {},
            words("not_inside.next", lang)};
}

Part revoked(const Answer& answer, const Zone& zone, Lang lang) {
    const std::string when = answer.revokedAt ? dayText(*answer.revokedAt, zone, lang) : std::string{};
    Part part{words("revoked", lang), {}, {}, {}};
    if (!answer.newerCodeEnding.empty()) {
        part.detail =
            when.empty() ? words("revoked.replaced", lang) : words("revoked.replaced_on", lang, {{"day", when}});
        part.nextStep = words("revoked.next_newer", lang, {{"ending", answer.newerCodeEnding}});
        return part;
    }
    part.detail = when.empty() ? words("revoked.detail", lang) : words("revoked.detail_on", lang, {{"day", when}});
    if (!answer.revokedReason.empty())
        part.detail += words("revoked.reason", lang, {{"reason", cleanForScreen(answer.revokedReason)}});
    part.nextStep = words("revoked.next", lang);
    return part;
}

Part notOpen(const Answer& answer, const Zone& zone, Lang lang) {
    if (answer.closes && answer.at >= *answer.closes) {
        const std::string time = timeText(*answer.closes, answer.at, zone, lang);
        const std::string doors = doorNames(answer.admittingDoors, lang);
        return {words("closed", lang),
                words("closed.detail", lang, {{"time", time}}),
                {},
                doors.empty() ? words("closed.next", lang) : words("closed.next_doors", lang, {{"doors", doors}})};
    }
    Part part{words("not_open", lang), words("not_open.plain", lang), {}, words("not_open.next_plain", lang)};
    if (!answer.opens) return part;
    const std::string time = timeText(*answer.opens, answer.at, zone, lang);
    const auto wait = std::chrono::ceil<std::chrono::minutes>(*answer.opens - answer.at).count();
    if (wait <= 1)
        part.detail = words("not_open.soon", lang, {{"time", time}});
    else if (wait < 60)
        part.detail = words("not_open.minutes", lang, {{"time", time}, {"n", number(wait)}});
    else if (wait < 24 * 60)
        part.detail =
            words("not_open.hours", lang, {{"time", time}, {"h", number(wait / 60)}, {"m", number(wait % 60)}});
    else
        part.detail = words("not_open.at", lang, {{"time", time}});
    part.nextStep = words("not_open.next", lang, {{"time", time}});
    return part;
}

Part wrongDoor(const Answer& answer, Lang lang) {
    const std::string category = answer.guest ? answer.guest->category.in(lang) : std::string{};
    if (answer.admittingDoors.empty())
        return {words("wrong_door.none", lang),
                words("wrong_door.detail_none", lang, {{"category", category}}),
                {},
                words("wrong_door.next_none", lang)};
    const std::string doors = doorNames(answer.admittingDoors, lang);
    const bool one = answer.admittingDoors.find(", ") == std::string::npos &&
                     charactersIn(answer.admittingDoors) <= kLongestDoorInHeadline;
    Part part;
    part.word = one ? words("wrong_door", lang, {{"doors", doors}}) : words("wrong_door.none", lang);
    part.detail = category.empty() ? words("wrong_door.detail_plain", lang, {{"doors", doors}})
                                   : words("wrong_door.detail", lang, {{"category", category}, {"doors", doors}});
    part.nextStep = words("wrong_door.next", lang, {{"doors", doors}});
    return part;
}

Part unknownTicket(const Answer& answer, Lang lang) {
    if (answer.listEmpty)
        return {words("unknown.empty", lang), words("unknown.empty_detail", lang),
                words("unknown.empty_explanation", lang), words("unknown.empty_next", lang)};
    if (answer.listSize == 0)
        return {words("unknown.no_tickets", lang), words("unknown.no_tickets_detail", lang),
                words("unknown.no_tickets_explanation", lang), words("unknown.no_tickets_next", lang)};
    return {words("unknown", lang), words("unknown.detail", lang),
            words("unknown.explanation", lang, {{"n", number(answer.listSize)}}), words("unknown.next", lang)};
}

Part undone(const Answer& answer, const Zone& zone, Lang lang) {
    Part part{words("undone", lang), words("undone.plain", lang), {}, words("undone.next", lang)};
    if (!answer.undoneReason.empty())
        part.detail = words("undone.detail", lang, {{"reason", cleanForScreen(answer.undoneReason)}});
    if (answer.first)
        part.nextStep = words("undone.next_at", lang, {{"time", zone.clockTimeWithSeconds(answer.first->at)}});
    return part;
}

Part partOf(const Answer& answer, const Zone& zone, Lang lang) {
    switch (answer.verdict) {
        case Verdict::notATicket:
            return {words("not_a_ticket", lang),
                    words("not_a_ticket.detail", lang, {{"kind", kindOfText(answer.code, lang)}}),
                    words("not_a_ticket.explanation", lang), words("not_a_ticket.next", lang)};
        case Verdict::mistyped:
            return {words("mistyped", lang), words("mistyped.detail", lang), words("mistyped.explanation", lang),
                    words("mistyped.next", lang)};
        case Verdict::otherEvent:
            return {words("other_event", lang), words("other_event.detail", lang),
                    words("other_event.explanation", lang, {{"tag", answer.otherTag}}),
                    words("other_event.next", lang)};
        case Verdict::unknown: return unknownTicket(answer, lang);
        case Verdict::genuineUnlisted:
            return {words("genuine_unlisted", lang), words("genuine_unlisted.detail", lang),
                    words("genuine_unlisted.explanation", lang), words("genuine_unlisted.next", lang)};
        case Verdict::exited: return {words("exited", lang), words("exited.detail", lang), {}, {}};
        case Verdict::notInside: return notInside(answer, zone, lang);
        case Verdict::revoked: return revoked(answer, zone, lang);
        case Verdict::alreadyIn: return alreadyIn(answer, zone, lang);
        case Verdict::notOpen: return notOpen(answer, zone, lang);
        case Verdict::wrongDoor: return wrongDoor(answer, lang);
        case Verdict::noReEntry:
            return {words("no_re_entry", lang), words("no_re_entry.detail", lang), {}, words("no_re_entry.next", lang)};
        case Verdict::full: return {words("full", lang), words("full.detail", lang), {}, words("full.next", lang)};
        case Verdict::admitted: return {words("admitted", lang), {}, {}, {}};
        case Verdict::undone: return undone(answer, zone, lang);
        case Verdict::notRecorded:
            return {
                words("not_recorded", lang), words("not_recorded.detail", lang), {}, words("not_recorded.next", lang)};
    }
    return {};
}

// "14 min ago · Door B · 18:50" reads with commas in a sentence.
std::string inSentence(std::string text, Lang lang) {
    static constexpr std::string_view kDot = " · ";
    const std::string comma = words("comma", lang);
    for (std::size_t at; (at = text.find(kDot)) != std::string::npos;) text.replace(at, kDot.size(), comma);
    return text;
}

// Of these answers the detail may begin with a door's or a category's name, which keeps its capital.
bool beginsWithAName(const Answer& answer) {
    return answer.verdict == Verdict::wrongDoor ||
           (!answer.calm && (answer.verdict == Verdict::alreadyIn || answer.left.has_value()));
}

std::string uncapitalised(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

}  // namespace

std::string agoText(TimePoint then, TimePoint now, Lang lang) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
    if (now < then || seconds >= 24 * 3600) return {};
    if (seconds < 2) return words("just_now", lang);
    if (seconds < 60) return words("ago.seconds", lang, {{"n", number(seconds)}});
    if (seconds < 3600) return words("ago.minutes", lang, {{"n", number(seconds / 60)}});
    return words("ago.hours", lang, {{"h", number(seconds / 3600)}, {"m", number(seconds / 60 % 60)}});
}

std::string dayText(TimePoint at, const Zone& zone, Lang lang) {
    const std::string date = zone.date(at);  // 2023-11-15
    const std::string month = words("month." + date.substr(5, 2), lang);
    return words("day", lang, {{"day", number(std::stoi(date.substr(8, 2)))}, {"month", month}});
}

std::string timeText(TimePoint at, TimePoint now, const Zone& zone, Lang lang) {
    const std::string time = zone.clockTime(at);
    if (zone.date(at) == zone.date(now)) return time;
    return words("day_and_time", lang, {{"day", dayText(at, zone, lang)}, {"time", time}});
}

std::string kindOfText(std::string_view text, Lang lang) {
    const std::string lower = inSmallLetters(text);
    const auto has = [&](std::string_view part) { return lower.find(part) != std::string::npos; };
    if (has("u.wechat.com") || has("weixin.qq.com")) return words("kind.wechat", lang);
    if (lower.starts_with("wxp:") || has("qr.alipay.com")) return words("kind.payment", lang);
    if (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www."))
        return words("kind.web", lang);
    if (lower.starts_with("wifi:")) return words("kind.wifi", lang);
    if (lower.starts_with("begin:vcard") || lower.starts_with("mecard:")) return words("kind.contact", lang);
    if (lower.starts_with("mailto:")) return words("kind.mail", lang);
    if (lower.starts_with("tel:")) return words("kind.phone", lang);
    if (!lower.empty() && std::all_of(lower.begin(), lower.end(), [](unsigned char c) { return std::isdigit(c) != 0; }))
        return words("kind.number", lang);
    return words("kind.text", lang);
}

AnswerText answerText(const Answer& answer, const Zone& zone, Lang lang) {
    Part part = partOf(answer, zone, lang);
    AnswerText text{
        std::move(part.word), std::move(part.detail), std::move(part.explanation), std::move(part.nextStep), {}};
    std::string about;
    const auto add = [&](const std::string& more) {
        if (more.empty()) return;
        if (!about.empty()) about += words("comma", lang);
        about += more;
    };
    if (answer.guest) {
        add(cleanForScreen(answer.guest->name));
        if (answer.verdict == Verdict::admitted) {
            add(countryName(answer.guest->country, lang));
            if (!answer.guest->seat.empty()) add(words("seat", lang, {{"seat", cleanForScreen(answer.guest->seat)}}));
            if (!answer.guest->note.empty()) add(cleanForScreen(answer.guest->note));
        }
    }
    std::string detail = inSentence(text.detail, lang);
    if (!about.empty() && !beginsWithAName(answer)) detail = uncapitalised(std::move(detail));
    add(detail);
    text.sentence = about.empty() ? words("line_short", lang, {{"word", text.word}})
                                  : words("line", lang, {{"word", text.word}, {"about", about}});
    return text;
}

}  // namespace turnout
