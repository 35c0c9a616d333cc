#include "kiosk/app/emergency_page.h"

#include <algorithm>

#include "kiosk/app/door_numbers.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kInsideRows = 10;

}  // namespace

PageWish EmergencyPage::begin(const PageContext&) {
    PageWish wish;
    wish.question = PeopleQuestion{PeopleQuestion::Kind::inside, {}, {}};
    return wish;
}

PageWish EmergencyPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    std::size_t rows = people_.guests.size();
    switch (press.action) {
        case DoorAction::back: wish.close = true; break;
        case DoorAction::up: first_ -= std::min<std::size_t>(first_, 1); break;
        case DoorAction::down: first_ = std::min(first_ + 1, rows > 0 ? rows - 1 : 0); break;
        case DoorAction::pageUp: first_ -= std::min(first_, kInsideRows); break;
        case DoorAction::pageDown: first_ = std::min(first_ + kInsideRows, rows > 0 ? rows - 1 : 0); break;
        case DoorAction::print:
        case DoorAction::yes:
            printed_ = context.words("emergency.printing");
            wish.question =
                PeopleQuestion{PeopleQuestion::Kind::printInside, context.lang == Lang::zh ? "zh" : "en", {}};
            break;
        default: break;
    }
    return wish;
}

void EmergencyPage::onPeople(People people, const PageContext& context) {
    if (people.question.kind == PeopleQuestion::Kind::printInside) {
        printed_ = people.trouble ? people.trouble->sentence(context.lang)
                                  : context.words(people.sentToPrinter ? "emergency.printed" : "emergency.saved",
                                                  {{"file", people.file}});
    } else if (people.question.kind == PeopleQuestion::Kind::inside) {
        people_ = std::move(people);
        known_ = true;
    }
}

PageWish EmergencyPage::onCounts(const PageContext& context) {
    return begin(context);
}

void EmergencyPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::emergency;
    EmergencyScreen& page = screen.emergency.emplace();
    page.title = context.words("emergency.title");
    page.count = context.words("emergency.count", {{"n", number(static_cast<std::int64_t>(people_.guests.size()))}});
    page.honest = context.words(people_.exitsScanned ? "emergency.exits_scanned" : "emergency.no_exits");
    page.print = context.words("emergency.print");
    page.printed = printed_;
    if (known_ && people_.guests.empty()) page.empty = context.words("emergency.nobody");
    const Names* last = nullptr;
    for (std::size_t i = 0; i < people_.guests.size(); ++i) {
        const Guest& guest = people_.guests[i].guest;
        if (last == nullptr || *last != guest.affiliation) {
            const std::string name = cleanForScreen(guest.affiliation.in(context.lang));
            const auto same = std::count_if(people_.guests.begin(), people_.guests.end(), [&](const FoundGuest& other) {
                return other.guest.affiliation == guest.affiliation;
            });
            page.rows.push_back(
                {true, name.empty() ? context.words("emergency.no_university") : name, number(same), {}});
            last = &guest.affiliation;
        }
        std::string detail;
        if (i < people_.now.size() && people_.now[i].entry)
            detail = cleanForScreen(people_.now[i].entry->doorName) + " · " +
                     context.event.zone.clockTime(people_.now[i].entry->at);
        page.rows.push_back({false, cleanForScreen(guest.name), std::move(detail), guest.country});
    }
    page.first = std::min(first_, page.rows.empty() ? 0 : page.rows.size() - 1);
}

}  // namespace turnout::kiosk
