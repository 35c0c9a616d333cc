#include "organizer/desk/app/frame.h"

#include <charconv>

namespace turnout::desk {
namespace {

std::string countOf(const Session& session, PageId page) {
    if (session.event() == nullptr) return {};
    const FileSizes& sizes = session.event()->sizes;
    std::int64_t count = 0;
    switch (page) {
        case PageId::guests: count = sizes.guests; break;
        case PageId::tickets: count = sizes.tickets; break;
        case PageId::doors: count = sizes.doors; break;
        case PageId::log: count = sizes.scans; break;
        case PageId::start:
        case PageId::programme:
        case PageId::report: break;
    }
    return count > 0 ? grouped(count) : std::string();
}

void tellSaved(const Session& session, FrameScreen& screen) {
    if (session.event() == nullptr) {
        screen.savedWords = session.say("desk.saved.nothing");
        return;
    }
    screen.file = session.say(Text{"desk.saved.where", {{"file", session.event()->path.filename().string()}}});
    if (session.saving()) {
        screen.saved = SavedState::saving;
        screen.savedWords = session.say("desk.saved.saving");
    } else if (session.notSaved()) {
        screen.saved = SavedState::notSaved;
        screen.savedWords = session.say("desk.saved.not");
    } else {
        screen.saved = SavedState::allSaved;
        screen.savedWords = session.say("desk.saved.all");
    }
}

}  // namespace

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return number < 0 ? "-" + digits : digits;
}

std::string dayOf(TimePoint at, const Zone& zone, Lang lang) {
    const std::string date = zone.date(at);  // 2023-11-17
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = 0;
        std::from_chars(date.data() + from, date.data() + from + size, value);
        return value;
    };
    if (date.size() < 10) return date;
    const int month = number(5, 2);
    const std::string day = std::to_string(number(8, 2));
    const std::string key = "desk.month." + std::to_string(month);
    return say(Text{"desk.date", {{"day", day}, {"month", say(key, lang)}, {"year", date.substr(0, 4)}}}, lang);
}

std::string dayAndTime(TimePoint at, const Zone& zone, Lang lang) {
    return say(Text{"desk.date_time", {{"date", dayOf(at, zone, lang)}, {"time", zone.clockTime(at)}}}, lang);
}

FrameScreen frameScreen(const Session& session) {
    FrameScreen screen;
    screen.lang = session.lang();
    const OpenEvent* event = session.event();
    if (event != nullptr) {
        screen.eventName = event->plan.name.in(session.lang());
        screen.when = dayAndTime(event->plan.starts, event->plan.zone, session.lang());
        screen.demo = event->plan.demo;
        screen.zone = event->plan.zone.name();
    }
    for (const PageId page : kPages)
        screen.items.push_back(
            {page, session.say(labelKey(page)), countOf(session, page), session.page() == page, event != nullptr});
    screen.atStart = session.page() == PageId::start;
    tellSaved(session, screen);
    screen.title = session.say(labelKey(session.page()));
    screen.sentence = session.say(session.sentence());
    screen.work = session.work().now();
    screen.toast = session.toast();
    screen.question = session.question();
    screen.chooser = session.chooser().screen();
    return screen;
}

}  // namespace turnout::desk
