#include "kiosk/app/emergency_page.h"

#include <algorithm>

#include "common/base/isolated.h"
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
    const std::size_t rows = rows_.size();
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
        printed_ = people.file.empty() && people.trouble
                       ? people.trouble->sentence(context.lang)
                       : context.words(people.sentToPrinter ? "emergency.printed" : "emergency.saved",
                                       {{"file", people.file}});
    } else if (people.question.kind == PeopleQuestion::Kind::inside) {
        trouble_ = people.trouble;
        asOf_ = people.asOf;
        known_ = !trouble_ || asOf_;
        rows_.clear();
        for (std::size_t i = 0; i < people.guests.size(); ++i) {
            const Guest& guest = people.guests[i].guest;
            Row row{placeInList(guest, context.lang), guest, {}, attentionNote(guest, context.lang)};
            if (i < people.now.size() && people.now[i].entry)
                row.cameIn = context.event.zone.clockTime(people.now[i].entry->at) + " · " +
                             cleanForScreen(people.now[i].entry->doorName);
            rows_.push_back(std::move(row));
        }
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.place < b.place; });
        exitsScanned_ = people.exitsScanned;
    }
}

InsideRow EmergencyPage::rowOf(const Row& row, std::string detail, const std::string& cameIn) {
    std::string name = row.place.name;
    const std::string own = cleanForScreen(row.guest.nativeName);
    if (!own.empty() && own != name) name = leftToRight(isolated(name) + "  " + isolated(own));
    if (!detail.empty() && !cameIn.empty()) detail += " · ";
    return {false, std::move(name), detail + cameIn, row.guest.country, !row.note.empty()};
}

void EmergencyPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::emergency;
    EmergencyScreen& page = screen.emergency.emplace();
    page.title = context.words("emergency.title");
    if (known_) {
        page.count = context.words("emergency.count", {{"n", number(static_cast<std::int64_t>(rows_.size()))}});
        page.honest = context.words(exitsScanned_ ? "emergency.exits_scanned" : "emergency.no_exits");
    }
    if (asOf_) page.old = context.words("emergency.as_of", {{"time", context.event.zone.clockTimeWithSeconds(*asOf_)}});
    page.print = context.words("emergency.print");
    page.printed = printed_;
    if (!known_)
        page.empty = trouble_ ? context.words("emergency.unknown", {{"why", trouble_->sentence(context.lang)}})
                              : context.words("emergency.reading");
    else if (rows_.empty())
        page.empty = context.words(asOf_ ? "emergency.nobody_then" : "emergency.nobody");
    const auto noted = std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return !row.note.empty(); });
    if (noted > 0) page.rows.push_back({true, context.words("emergency.noted"), number(noted), {}, true});
    for (const Row& row : rows_)  // who stands in their place as well
        if (!row.note.empty()) page.rows.push_back(rowOf(row, row.note, {}));
    const std::string* last = nullptr;
    for (const Row& row : rows_) {
        if (last == nullptr || *last != row.place.university) {
            last = &row.place.university;
            const auto same = std::count_if(rows_.begin(), rows_.end(),
                                            [&](const Row& other) { return other.place.university == *last; });
            page.rows.push_back(
                {true, last->empty() ? context.words("emergency.no_university") : *last, number(same), {}});
        }
        page.rows.push_back(rowOf(row, cleanForScreen(row.guest.seat), row.cameIn));
    }
    page.first = std::min(first_, page.rows.empty() ? 0 : page.rows.size() - 1);
}

}  // namespace turnout::kiosk
