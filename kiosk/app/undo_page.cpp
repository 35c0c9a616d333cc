#include "kiosk/app/undo_page.h"

#include <algorithm>

#include "kiosk/app/door_numbers.h"
#include "kiosk/app/grid.h"

namespace turnout::kiosk {
namespace {

struct Offer {
    const Undoable* newest = nullptr;
    std::vector<ScanId> scans;
};

// An act stands before its guests.
std::vector<Offer> offersOf(const std::vector<Undoable>& undoables) {
    std::vector<Offer> offers;
    for (auto one = undoables.rbegin(); one != undoables.rend(); ++one) {
        const bool first = one->act && std::none_of(undoables.rbegin(), one,
                                                    [&](const Undoable& newer) { return newer.isOf(one->act->first); });
        if (first)
            if (auto all = ofAct(undoables, one->act->first); all.size() > 1) offers.push_back({&*one, std::move(all)});
        offers.push_back({&*one, {one->scan}});
    }
    return offers;
}

}  // namespace

std::vector<ScanId> ofAct(const std::vector<Undoable>& undoables, const ScanId& first) {
    std::vector<ScanId> scans;
    for (const Undoable& one : undoables)
        if (one.isOf(first)) scans.push_back(one.scan);
    return scans;
}

std::vector<ScanId> newestOf(const std::vector<Undoable>& undoables) {
    if (undoables.empty()) return {};
    const Undoable& newest = undoables.back();
    return newest.act ? ofAct(undoables, newest.act->first) : std::vector<ScanId>{newest.scan};
}

PageWish UndoPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    const std::vector<Offer> offers = offersOf(context.undoables);
    if (press.action == DoorAction::back || press.action == DoorAction::keep || offers.empty()) {
        wish.close = true;
        return wish;
    }
    focused_ = std::min(focused_, offers.size() - 1);
    std::optional<std::size_t> chosen;
    if (press.action == DoorAction::pick) chosen = press.value;
    if (press.action == DoorAction::yes) chosen = focused_;
    focused_ = boxAfter(press, focused_, offers.size(), columnsOfLists(context.upright));
    if (chosen && *chosen < offers.size()) wish.takeBack = offers[*chosen].scans;
    return wish;
}

void UndoPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::group;
    GroupScreen& page = screen.group.emplace();
    page.title = context.words("undo.which");
    for (const Offer& offer : offersOf(context.undoables)) {
        const Undoable& one = *offer.newest;
        const bool many = offer.scans.size() > 1;
        const auto n = number(static_cast<std::int64_t>(offer.scans.size()));
        page.choices.push_back(many ? context.words("undo.all_of", {{"n", n}, {"university", one.act->university}})
                                    : one.guest.name);
        page.choiceDetails.push_back(context.words(one.exit ? "undo.at_exit" : "undo.at", {{"time", one.at}}));
    }
    if (page.choices.empty())
        page.summary = context.words("undo.none");
    else
        page.focused = std::min(focused_, page.choices.size() - 1);
}

}  // namespace turnout::kiosk
