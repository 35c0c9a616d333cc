// The list of guests on the page "Guests".
#include <algorithm>

#include "organizer/desk/app/guests_page.h"
#include "organizer/desk/app/one_ticket.h"

namespace turnout::desk {
namespace {

constexpr std::size_t kAtOnce = 5000;  // guests that are put in order within a frame

struct Counts {  // beside the tabs
    std::size_t forScreen = 0, looked = 0, noTicket = 0, notComing = 0;
};

struct Loaded {
    Counts counts;
    std::shared_ptr<std::vector<GuestRecord>> guests = std::make_shared<std::vector<GuestRecord>>();
    std::shared_ptr<GuestIndex> index;
};

bool inTab(const GuestRecord& guest, ListTab tab) {
    switch (tab) {
        case ListTab::all: return !guest.cancelled;
        case ListTab::forScreen: return !guest.cancelled && guest.onScreen && !guest.hidden;
        case ListTab::noTicket: return !guest.cancelled && guest.ticket.empty();
        case ListTab::notComing: return guest.cancelled;
    }
    return false;
}

Counts counted(const std::vector<GuestRecord>& guests) {
    Counts counts;
    for (const GuestRecord& guest : guests) {
        counts.notComing += guest.cancelled ? 1 : 0;
        counts.noTicket += inTab(guest, ListTab::noTicket) ? 1 : 0;
        if (!inTab(guest, ListTab::forScreen)) continue;
        ++counts.forScreen;
        counts.looked += guest.nameChecked ? 1 : 0;
    }
    return counts;
}

std::string sortKey(const GuestRecord& guest, GuestColumn column, Lang lang) {
    switch (column) {
        case GuestColumn::name: return guest.name;
        case GuestColumn::country: return countryName(guest.country, lang);
        case GuestColumn::affiliation: return guest.affiliation;
        case GuestColumn::seat: return guest.seat;
        case GuestColumn::ticket: return guest.ticket;
        case GuestColumn::screen: return guest.nameChecked ? "1" : guest.onScreen ? "0" : "2";
    }
    return {};
}

// Best match first.
std::vector<std::size_t> searched(const std::vector<GuestRecord>& guests, const GuestIndex& index,
                                  const std::string& search, ListTab tab) {
    std::vector<std::size_t> shown;
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < guests.size(); ++i) places[guests[i].id.value] = i;
    for (const FoundGuest& found : index.find(search, guests.size()).best)
        if (const auto at = places.find(found.guest.id.value); at != places.end() && inTab(guests[at->second], tab))
            shown.push_back(at->second);
    // A code, a number or an e-mail stands in no index, nor does who is not coming.
    for (std::size_t i = 0; i < guests.size() && shown.empty(); ++i)
        for (const std::string* text : {&guests[i].ticket, &guests[i].outsideId, &guests[i].email, &guests[i].name})
            if (!text->empty() && text->find(search) != std::string::npos && inTab(guests[i], tab)) {
                shown.push_back(i);
                break;
            }
    return shown;
}

std::vector<std::size_t> arranged(const std::vector<GuestRecord>& guests, const GuestIndex& index,
                                  const std::string& search, ListTab tab, GuestColumn sort, bool down, Lang lang) {
    if (!cleanForScreen(search).empty()) return searched(guests, index, search, tab);
    std::vector<std::pair<std::string, std::size_t>> keyed;
    for (std::size_t i = 0; i < guests.size(); ++i)
        if (inTab(guests[i], tab)) keyed.emplace_back(sortKey(guests[i], sort, lang), i);
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (down) std::reverse(keyed.begin(), keyed.end());
    std::vector<std::size_t> shown;
    for (const auto& [key, i] : keyed) shown.push_back(i);
    return shown;
}

}  // namespace

void GuestsPage::loadList() {
    if (loading_) return;
    loading_ = true;
    const std::uint64_t version = session_.version();
    session_.read<Loaded>(
        std::nullopt,
        [affiliations = plan().affiliations](EventReader& reader, Work::Handle&) -> Result<Loaded> {
            Loaded loaded;
            loaded.index = std::make_shared<GuestIndex>(affiliations);
            if (const Status read =
                    reader.records([&](GuestRecord guest) { loaded.guests->push_back(std::move(guest)); });
                !read)
                return read.error();
            loaded.counts = counted(*loaded.guests);
            if (const Status read = reader.guests([&](const Guest& guest) { loaded.index->add(guest); }); !read)
                return read.error();
            return loaded;
        },
        [this, version](Result<Loaded> loaded) {
            loading_ = false;
            loaded_ = version;
            if (!loaded) return session_.trouble(loaded.error());
            ListScreen& list = screen_.list;
            // The list before is let go on the work thread: 100,000 guests take a moment to be forgotten.
            session_.work().quietly(
                [guests = std::move(list.guests), index = std::move(index_)](Work::Handle&) mutable -> Work::Then {
                    guests.reset();
                    index.reset();
                    return {};
                });
            list.guests = loaded->guests;
            list.shown.reset();
            list.selected.reset();
            index_ = loaded->index;
            list.forScreen = loaded->counts.forScreen;
            list.looked = loaded->counts.looked;
            list.noTicket = loaded->counts.noTicket;
            list.notComing = loaded->counts.notComing;
            arrange();
        });
}

const GuestRecord* GuestsPage::selectedGuest() const {
    const ListScreen& list = screen_.list;
    if (!list.guests || !list.shown || !list.selected || *list.selected >= list.shown->size()) return nullptr;
    return &(*list.guests)[(*list.shown)[*list.selected]];
}

// Who is shown, in which order; the selected guest stays selected. A long list is put in order by the work thread.
void GuestsPage::arrange() {
    if (!screen_.list.guests) return;
    const std::uint64_t number = ++arrangements_;
    const auto order = [guests = screen_.list.guests, index = index_, search = screen_.list.search,
                        tab = screen_.list.tab, sort = screen_.list.sort, down = screen_.list.sortDown,
                        lang = session_.lang()] {
        return std::make_shared<const std::vector<std::size_t>>(
            arranged(*guests, *index, search, tab, sort, down, lang));
    };
    if (screen_.list.guests->size() <= kAtOnce) return take(order());
    *newest_ = number;
    session_.work().quietly([this, number, order, newest = newest_](Work::Handle&) -> Work::Then {
        if (*newest != number) return {};  // more was typed since
        return [this, number, shown = order()] {
            if (number == arrangements_) take(shown);
        };
    });
}

void GuestsPage::take(std::shared_ptr<const std::vector<std::size_t>> shown) {
    ListScreen& list = screen_.list;
    const auto& guests = *list.guests;
    const GuestRecord* before = selectedGuest();
    const AttendeeId selected = wanted_             ? *wanted_
                                : list.draft        ? list.draft->id
                                : before != nullptr ? before->id
                                                    : AttendeeId{};
    list.selected.reset();
    for (std::size_t i = 0; i < shown->size() && selected; ++i)
        if (guests[(*shown)[i]].id == selected) list.selected = i;
    if (list.selected) wanted_.reset();
    list.shown = std::move(shown);
    if (const GuestRecord* guest = selectedGuest(); guest != nullptr && (!list.draft || !list.changed))
        list.draft = *guest;
    else if (guest == nullptr && !list.changed)
        list.draft.reset();
}

// Another page wants this guest looked at, whatever was searched for here.
void GuestsPage::lookFor(AttendeeId guest) {
    ListScreen& list = screen_.list;
    if (list.changed) saveEdit();
    list.search.clear();
    list.tab = ListTab::all;
    list.selected.reset();
    list.draft.reset();
    list.changed = false;
    wanted_ = guest;
    showPart(GuestsPart::list);
    arrange();
}

void GuestsPage::search(std::string text) {
    screen_.list.search = std::move(text);
    arrange();
}

void GuestsPage::sortBy(GuestColumn column) {
    ListScreen& list = screen_.list;
    list.sortDown = list.sort == column && !list.sortDown;
    list.sort = column;
    arrange();
}

void GuestsPage::showTab(ListTab tab) {
    screen_.list.tab = tab;
    arrange();
}

void GuestsPage::selectGuest(std::optional<std::size_t> row) {
    ListScreen& list = screen_.list;
    if (list.changed && row != list.selected) saveEdit();  // what was typed is not lost by looking elsewhere
    list.selected = row;
    list.changed = false;
    list.draft.reset();
    if (const GuestRecord* guest = selectedGuest()) list.draft = *guest;
}

void GuestsPage::edit(GuestRecord draft) {
    ListScreen& list = screen_.list;
    const GuestRecord* guest = selectedGuest();
    list.draft = std::move(draft);
    list.changed = guest == nullptr || !(*list.draft == *guest);
}

void GuestsPage::dropEdit() {
    ListScreen& list = screen_.list;
    list.changed = false;
    if (const GuestRecord* guest = selectedGuest())
        list.draft = *guest;
    else
        list.draft.reset();
}

void GuestsPage::saveEdit() {
    ListScreen& list = screen_.list;
    const GuestRecord* before = selectedGuest();
    if (!list.changed || !list.draft || before == nullptr) return;
    GuestRecord after = *list.draft;
    const GuestRecord old = *before;
    // Another name is to be looked at again.
    if (after.name != old.name || after.screenName != old.screenName)
        after.nameChecked = old.nameChecked && !after.onScreen;
    const auto store = [this](const GuestRecord& guest, std::function<void()> then) {
        session_.write<Done>(
            {"desk.guests.saving", {{"name", guest.name}}},
            [guest, now = session_.clock().now()](EventStore& file, Work::Handle&) -> Result<Done> {
                return file.changeGuest(guest, now);
            },
            [then](const Result<Done>& done) {
                if (done) then();
            });
    };
    list.changed = false;
    store(after, [this, store, after, old] {
        session_.tell({"desk.guests.saved", {{"name", after.name}}}, [store, old] { store(old, [] {}); });
    });
}

void GuestsPage::setChecked(std::vector<AttendeeId> guests, bool checked, bool tell) {
    if (guests.empty()) return;
    session_.write<Done>(
        {"desk.guests.saving_names", {}},
        [guests, checked, now = session_.clock().now()](EventStore& file, Work::Handle&) -> Result<Done> {
            return file.checkNames(guests, checked, now);
        },
        [this, guests, checked, tell](const Result<Done>& done) {
            if (!done || !tell) return;
            const std::string count = std::to_string(guests.size());
            session_.tell({checked ? "desk.guests.looked" : "desk.guests.not_looked", {{"count", count}}},
                          [this, guests, checked] { setChecked(guests, !checked, false); });
        });
}

void GuestsPage::look(std::size_t row, bool looked) {
    const ListScreen& list = screen_.list;
    if (!list.shown || row >= list.shown->size()) return;
    setChecked({(*list.guests)[(*list.shown)[row]].id}, looked, true);
}

void GuestsPage::lookAtAll() {
    const ListScreen& list = screen_.list;
    if (!list.shown) return;
    std::vector<AttendeeId> guests;
    for (const std::size_t i : *list.shown)
        if (inTab((*list.guests)[i], ListTab::forScreen) && !(*list.guests)[i].nameChecked)
            guests.push_back((*list.guests)[i].id);
    setChecked(std::move(guests), true, true);
}

void GuestsPage::newTicket() {
    const GuestRecord* guest = selectedGuest();
    if (guest == nullptr || guest->ticket.empty()) return;
    askForNewTicket(session_, guest->id, guest->name);
}

void GuestsPage::printTicket() {
    const GuestRecord* guest = selectedGuest();
    if (guest == nullptr) return;
    printOneTicket(session_, guest->id, guest->name);
}

}  // namespace turnout::desk
