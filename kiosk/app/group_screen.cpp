// What stands on the page of a group: its list, what came of it, who needs something.
#include <algorithm>

#include "common/report/people_lists.h"
#include "kiosk/app/ask_page.h"
#include "kiosk/app/door_numbers.h"
#include "kiosk/app/group_page.h"
#include "kiosk/app/verdict_card.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kMostNotes = 6;

}  // namespace

ConfirmScreen GroupPage::notesScreen(const PageContext& context) const {
    const auto guests = toTell();
    ConfirmScreen screen;
    screen.title = context.words("group.needs", {{"n", number(static_cast<std::int64_t>(guests.size()))}});
    for (std::size_t i = 0; i < guests.size() && i < kMostNotes; ++i)
        screen.notes.push_back({cleanForScreen(guests[i]->name), attentionNote(*guests[i], context.lang)});
    screen.question = context.words("group.needs.question");
    screen.no = context.words("group.needs.back");
    return screen;
}

void GroupPage::fill(DoorScreen& screen, const PageContext& context) const {
    if (asking_) {
        screen.scene = Scene::confirm;
        screen.confirm = askScreen(context, "ask.group",
                                   {{"n", number(static_cast<std::int64_t>(ticked().size()))}, {"university", name_}});
        return;
    }
    if (mustAct()) {
        screen.scene = Scene::confirm;
        screen.confirm = notesScreen(context);
        return;
    }
    screen.scene = Scene::group;
    GroupScreen& page = screen.group.emplace();
    const bool paper = purpose_ == Purpose::paper;
    page.title = context.words(paper ? "paper.title" : "group.title");
    page.first = first_;
    page.focused = focused_;
    if (!university_) {
        for (const AffiliationNumbers& university : universities_) {
            page.choices.push_back(cleanForScreen(university.name.in(context.lang)));
            page.choiceDetails.push_back(
                context.counts.rehearsal
                    ? std::string()  // these are the real ones
                    : context.words("group.arrived_of", {{"arrived", number(university.guests.arrived)},
                                                         {"registered", number(university.guests.registered)}}));
        }
        if (universities_.empty()) page.summary = context.words("group.no_universities");
        return;
    }
    page.university = name_;
    page.findHint = context.words("group.find");
    page.keyboard = {keyboard_, figures_, context.words("keyboard.space"),
                     context.words(figures_ ? "keyboard.letters" : "keyboard.figures")};
    if (!known_) {
        page.said = people_.trouble ? people_.trouble->sentence(context.lang) : context.words("group.reading");
        return;
    }
    fillCells(page, context);
    const auto in = std::count_if(people_.now.begin(), people_.now.end(),
                                  [](const GuestNow& now) { return now.presence == Presence::inside; });
    const auto count = static_cast<std::int64_t>(ticked().size());
    page.keyTicks = context.words("group.key_ticks");
    if (const std::size_t pages = (page.cells.size() + kCells - 1) / kCells; pages > 1)
        page.pages = context.words("group.page", {{"n", number(static_cast<std::int64_t>(first_ / kCells + 1))},
                                                  {"all", number(static_cast<std::int64_t>(pages))}});
    page.tickAll = context.words("group.all");
    page.tickNone = context.words("group.none");
    page.summary = context.words(
        "group.ticked", {{"n", number(count)}, {"all", number(static_cast<std::int64_t>(people_.guests.size()))}});
    const bool allIn = in > 0 && static_cast<std::size_t>(in) == people_.guests.size();
    if (allIn) page.summary = context.words("group.all_in", {{"n", number(in)}});
    if (in > 0 && !allIn) page.detail = context.words("group.in_already", {{"n", number(in)}});
    if (!elsewhere_.empty())
        page.detail += (in > 0 ? " · " : "") +
                       context.words("group.elsewhere", {{"n", number(static_cast<std::int64_t>(elsewhere_.size()))}});
    page.canAdmit = count > 0 && waiting_.empty();
    page.canTick = std::any_of(shown_.begin(), shown_.end(), [&](std::size_t row) {
        return canTick(row) && !ticks_.contains(people_.guests[row].guest.id);
    });
    page.canUntick = count > 0;
    page.admit = context.words(paper        ? "paper.admit"
                               : count == 1 ? "group.admit_one"
                                            : "group.admit",
                               {{"n", number(count)}});
    if (const std::string shut = whyShut(context); !shut.empty()) {
        page.canAdmit = false;
        page.detail = context.words("group.shut", {{"why", shut}});
    } else if (const auto more = tooMany(context)) {
        page.canAdmit = false;
        const std::int64_t room = *context.placesLeft();
        page.detail =
            context.words(room == 0 ? "group.no_room" : "group.room", {{"n", number(room)}, {"more", number(*more)}});
    }
    if (sent_) fillOutcome(page, context);
}

// Of one of two whose names look the same, what tells them apart, and on a paper list what stands there.
std::string GroupPage::beside(std::size_t row) const {
    const Guest& guest = people_.guests[row].guest;
    if (purpose_ != Purpose::paper && !hasNamesake(guest)) return {};
    return !guest.seat.empty() ? cleanForScreen(guest.seat) : ticketMark(people_.now[row]);
}

void GroupPage::fillCells(GroupScreen& page, const PageContext& context) const {
    for (const std::size_t row : shown_) {
        const Guest& guest = people_.guests[row].guest;
        GroupCell cell{cleanForScreen(guest.name), guest.country, canTick(row) && ticks_.contains(guest.id), {}};
        const bool same = hasNamesake(guest) && sameNames_.contains(guest.name);  // to the last letter
        if (same && !guest.nativeName.empty()) cell.name += " " + cleanForScreen(guest.nativeName);
        cell.beside = beside(row);
        cell.note = attentionNote(guest, context.lang);
        if (people_.now[row].presence == Presence::inside) {
            if (people_.now[row].entry) cell.in = context.event.zone.clockTime(people_.now[row].entry->at);
            cell.byUs = admitted_.contains(guest.id);
        } else if (elsewhere_.contains(guest.id)) {
            cell.refused = context.words("short." + std::string(word(Verdict::wrongDoor)));
        } else if (const auto refused = refused_.find(guest.id); refused != refused_.end()) {
            cell.refused = context.words("short." + std::string(word(refused->second)));
        }
        page.cells.push_back(std::move(cell));
    }
    page.typed = cleanForScreen(typed_.text());
    if (typed_.empty()) return;
    const std::string typed = shorten(page.typed, 24);
    page.found = "“" + typed + "”";
    if (!finds()) return;
    page.found =
        context.words("group.found", {{"typed", typed}, {"n", number(static_cast<std::int64_t>(shown_.size()))}});
    if (!shown_.empty()) return;
    page.found = context.words("group.found_none");
    page.said = context.words("group.nobody", {{"typed", typed}});
}

void GroupPage::fillOutcome(GroupScreen& page, const PageContext& context) const {
    const auto add = [&page](const std::string& words) { page.detail += (page.detail.empty() ? "" : " · ") + words; };
    page.summary = context.words("group.done", {{"n", number(static_cast<std::int64_t>(admitted_.size()))}});
    page.detail.clear();
    if (!waiting_.empty()) {
        page.detail = context.words("group.going_on", {{"n", number(static_cast<std::int64_t>(waiting_.size()))}});
        return;
    }
    if (!failed_.empty()) {
        const auto notIn = static_cast<std::int64_t>(refused_.size() + failed_.size());
        add(context.words("group.failed",
                          {{"n", number(notIn)}, {"why", failed_.begin()->second.sentence(context.lang)}}));
    } else if (!refused_.empty()) {
        std::map<Verdict, std::int64_t> why;
        for (const auto& [guest, verdict] : refused_) ++why[verdict];
        add(context.words("group.not_done", {{"n", number(static_cast<std::int64_t>(refused_.size()))},
                                             {"reasons", reasonsInWords({why.begin(), why.end()}, context.lang)}}));
    }
    if (takenBack_ > 0) add(context.words("group.taken_back", {{"n", number(takenBack_)}}));
    const auto left = act_ ? std::count_if(context.undoables.begin(), context.undoables.end(),
                                           [&](const Undoable& one) { return one.isOf(*act_); })
                           : 0;
    if (left > 0)
        page.undo = context.words(left == 1 ? "group.take_back_one" : "group.take_back", {{"n", number(left)}});
}

}  // namespace turnout::kiosk
