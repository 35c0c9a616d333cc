// Taking admissions and exits of this door back: for how long each is offered, and what becomes of it.
#include <algorithm>

#include "common/base/isolated.h"
#include "kiosk/app/door_numbers.h"
#include "kiosk/app/door_presenter.h"
#include "kiosk/app/undo_page.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kMostUndoables = 2000;  // more than a door lets in within the time: memory stays flat

auto with(const ScanId& scan) {
    return [&scan](const Undoable& one) { return one.scan == scan; };
}

}  // namespace

// The door's greens, also of a coach or of paper ticks that a page admits in one act.
void DoorPresenter::rememberForUndo(const Answer& answer, SteadyTime until) {
    if (setup_.inOneGo || toneOf(answer.verdict) != Tone::green || !answer.guest) return;
    std::optional<Act> act;
    for (const DoorPage* const page : pages())
        if (auto own = page->actOf(answer.scan)) act = std::move(own);
    undoables_.push_back({answer.scan, guestCard(*answer.guest, lang()),
                          setup_.event.zone.clockTimeWithSeconds(answer.at), answer.verdict == Verdict::exited,
                          answer.rehearsal, until, std::move(act)});
    if (undoables_.size() <= kMostUndoables) return;
    undoables_.erase(undoables_.begin());
    leaveEmptyReasons();
}

void DoorPresenter::offerUndo(const std::vector<Answer>& answers, SteadyTime now) {
    for (const Answer& answer : answers)
        if (answer.at <= wall_ && wall_ - answer.at < kUndoPossible)
            rememberForUndo(answer, now + kUndoPossible - (wall_ - answer.at));
    rebuild(now);
}

bool DoorPresenter::mayTakeBack(const ScanId& scan) const {
    return std::any_of(undoables_.begin(), undoables_.end(), with(scan));
}

// What was chosen on the page of reasons and can still be taken back.
std::vector<Undoable> DoorPresenter::chosenToTakeBack() const {
    std::vector<Undoable> chosen;
    for (const Undoable& one : undoables_)
        if (std::find(toTakeBack_.begin(), toTakeBack_.end(), one.scan) != toTakeBack_.end()) chosen.push_back(one);
    return chosen;
}

void DoorPresenter::forgetOldUndos(SteadyTime now) {
    if (std::erase_if(undoables_, [now](const Undoable& one) { return now >= one.until; }) > 0) leaveEmptyReasons();
}

void DoorPresenter::leaveEmptyReasons() {
    if (toTakeBack_.empty() || !chosenToTakeBack().empty()) return;
    toTakeBack_.clear();
    if (!overruled_) reasonOpen_ = false;
}

// The doors went live, or began to rehearse, maybe from another machine: what was answered before is of the other log,
// where this door takes nothing back and overrules nothing.
void DoorPresenter::leaveOtherMode(SteadyTime now) {
    const auto isOther = [&](const Shown& shown) {
        return shown.card.verdict != Verdict::notRecorded && shown.card.rehearsal != counts_.rehearsal;
    };
    const bool rehearsal = counts_.rehearsal;
    if (std::erase_if(undoables_, [rehearsal](const Undoable& one) { return one.rehearsal != rehearsal; }) > 0)
        leaveEmptyReasons();
    if (overruled_ && overruled_->rehearsal != counts_.rehearsal) {
        overruled_.reset();
        reasonOpen_ = false;
    }
    std::erase_if(last_, [rehearsal](const LastScan& scan) { return scan.rehearsal != rehearsal; });
    std::erase_if(next_, isOther);
    if (!hasCard() || !isOther(*current_)) return;
    takeDown();
    advance(now);
}

// A card's own guest; the reasons that an answer stands over; what the page in front has admitted; else the last.
void DoorPresenter::openUndo(SteadyTime now) {
    forgetOldUndos(now);
    if (setup_.inOneGo || waiting_ > 0) return;
    if (undoables_.empty()) {
        if (!pageInFront() && !hasCard()) notify(words("undo.none"), now);
        return;
    }
    std::vector<ScanId> chosen;
    if (hasCard() && current_->card.canUndo && mayTakeBack(current_->scan))
        chosen = {current_->scan};
    else if (reasonOpen_ && !overruled_)
        chosen = toTakeBack_;
    else if (const auto act = pageInFront() ? page_->act() : std::nullopt)
        chosen = ofAct(undoables_, *act);
    if (chosen.empty()) chosen = newestOf(undoables_);
    takeDown();
    stepBack();
    askWhy(std::move(chosen));
}

void DoorPresenter::askWhy(std::vector<ScanId> scans) {
    overruled_.reset();
    toTakeBack_ = std::move(scans);
    reasonOpen_ = true;
}

void DoorPresenter::openWhich() {
    if (!reasonOpen_ || overruled_ || undoables_.size() < 2) return;
    toTakeBack_.clear();
    reasonOpen_ = false;
    open(std::make_unique<UndoPage>());
}

// The last one first, as they would be taken back one by one.
void DoorPresenter::requestUndo(const std::string& reason) {
    std::vector<Undoable> chosen = chosenToTakeBack();
    const bool many = chosen.size() > 1;
    for (auto one = chosen.rbegin(); one != chosen.rend(); ++one) {
        DoorRequest request;
        request.kind = DoorRequest::Kind::undo;
        request.about = one->scan;
        request.text = reason;
        requests_.push_back(std::move(request));
        if (many) many_.waiting.push_back(one->scan);
        std::erase_if(undoables_, with(one->scan));
        beingTakenBack_.push_back(std::move(*one));
    }
    toTakeBack_.clear();
}

void DoorPresenter::onTakenBack(const ScanId& scan, const Answer& answer, SteadyTime now, SteadyTime committed) {
    std::erase_if(beingTakenBack_, with(scan));
    std::erase_if(undoables_, with(scan));
    leaveEmptyReasons();
    if (answer.guest)
        for (DoorPage* const page : pages()) page->onTakenBack(answer.guest->id);
    if (std::erase(many_.waiting, scan) == 0) return onAnswer(answer, now, committed);
    noteLast(answer);
    ++many_.done;
    tellMany(now);
    rebuild(now);
}

// What the rules refuse stays as it is; while nothing can be saved it may be tried again.
void DoorPresenter::onUndoRefused(const ScanId& scan, const Error& error, SteadyTime now) {
    const auto tried = std::find_if(beingTakenBack_.begin(), beingTakenBack_.end(), with(scan));
    if (tried != beingTakenBack_.end()) {
        const auto later = [](SteadyTime until, const Undoable& one) { return until < one.until; };
        const auto place = std::upper_bound(undoables_.begin(), undoables_.end(), tried->until, later);
        if (error.fault != Fault::refusedByRules && now < tried->until) undoables_.insert(place, std::move(*tried));
        beingTakenBack_.erase(tried);
    } else {
        std::erase_if(undoables_, with(scan));
    }
    leaveEmptyReasons();
    if (std::erase(many_.waiting, scan) > 0) {
        ++many_.failed;
        many_.why = error;
        tellMany(now);
    } else {
        notify(error.sentence(lang()), now);
    }
    rebuild(now);
}

// One sentence for all that were taken back together, once the last of them is.
void DoorPresenter::tellMany(SteadyTime now) {
    if (!many_.waiting.empty()) return;
    std::string sentence = words("undo.many_done", {{"n", number(many_.done)}});
    if (many_.why)
        sentence += (lang() == Lang::zh ? "" : " ") +
                    words("undo.many_failed", {{"n", number(many_.failed)}, {"why", many_.why->sentence(lang())}});
    if (many_.done > 0) heard_.push_back(Heard::undone);
    notify(std::move(sentence), now);
    many_ = {};
}

std::string DoorPresenter::undoLabel() const {
    if (undoables_.empty() || waiting_ > 0) return {};
    const std::size_t n = newestOf(undoables_).size();
    return n == 1 ? words("undo.whom", {{"name", isolated(firstNameAndInitial(undoables_.back().guest.name))}})
                  : words("undo.whom_many", {{"n", number(static_cast<std::int64_t>(n))}});
}

ReasonScreen DoorPresenter::undoScreen(SteadyTime now) const {
    const std::vector<Undoable> chosen = chosenToTakeBack();
    ReasonScreen undo;
    if (chosen.empty()) return undo;
    const Undoable& one = chosen.front();  // of many the one whose time is over first
    const bool many = chosen.size() > 1;
    const auto n = number(static_cast<std::int64_t>(chosen.size()));
    undo.title = many ? words("undo.title_many", {{"n", n}}) : words(one.exit ? "undo.title_exit" : "undo.title");
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(one.until - now).count();
    const std::string left = seconds >= 60
                                 ? words("undo.minutes", {{"m", number(seconds / 60)}, {"s", number(seconds % 60)}})
                                 : words("undo.seconds", {{"s", number(seconds)}});
    undo.timeLeft = words("undo.left", {{"time", left}});
    if (many) {
        undo.guest.name = words("undo.guests", {{"n", n}});
        undo.guest.countryName = one.act ? one.act->university : std::string();
    } else {
        undo.guest = one.guest;
    }
    undo.summary = words(one.exit ? "undo.at_exit" : "undo.at", {{"time", one.at}});
    undo.why = words("undo.why");
    undo.whyDetail = words("undo.why.detail");
    for (std::size_t i = 1; i <= 4; ++i) undo.reasons.push_back(undoReason(i, one.exit));
    undo.keep = words(one.exit ? "undo.keep_exit" : many ? "undo.keep_many" : "undo.keep");
    if (undoables_.size() > 1) undo.another = words("undo.another");
    return undo;
}

// Of an exit nobody "did not come in".
std::string DoorPresenter::undoReason(std::size_t which, bool exit) const {
    return words("undo.reason" + std::to_string(which) + (exit && which == 3 ? "_exit" : ""));
}

}  // namespace turnout::kiosk
