// Which card is up, and which wait behind it.
#include <algorithm>

#include "kiosk/app/door_presenter.h"
#include "kiosk/app/trouble_cards.h"

namespace turnout::kiosk {
namespace {

bool isUnreadable(const VerdictCard& card) {
    return card.verdict == Verdict::notATicket;
}

template <class Line>
auto firstRecovered(Line& line) {
    return std::find_if(line.begin(), line.end(), [](const auto& shown) { return shown.again; });
}

}  // namespace

// It waits for no card that is up.
void DoorPresenter::makeFault(SteadyTime now) {
    Shown shown;
    shown.card = faultCard(*trouble_, waiting_, lastTry_, context(), kept_);
    shown.heard = Heard::fault;
    if (hasCard() && current_->card.verdict == Verdict::notRecorded) {  // the same page, one more scan on it
        shown.card.serial = current_->card.serial;
        current_->card = std::move(shown.card);
        heard_.push_back(Heard::fault);
        faultHeard_ = now;
        return;
    }
    if (hasCard()) beginGap(now);
    next_.push_front(std::move(shown));
    advance(now);
}

void DoorPresenter::enqueue(Shown shown, SteadyTime now) {
    const bool noise = isUnreadable(shown.card);
    if (!noise && now - moment_ > kOneMoment) moment_ = now;
    shown.moment = moment_;
    std::erase_if(next_, [&](const Shown& old) {
        return !old.again && (isUnreadable(old.card) || (!noise && old.moment != moment_));
    });
    putInLine(std::move(shown));
    advance(now);
}

// Behind those of its kind; what is recovered comes after what has just been scanned.
void DoorPresenter::putInLine(Shown shown) {
    const bool again = shown.again;
    const auto ofItsKind = [again](const Shown& other) { return other.again == again; };
    next_.insert(again ? next_.end() : firstRecovered(next_), std::move(shown));
    const auto most = again ? kMostRecoveredCards : kMostWaitingCards;
    if (static_cast<std::size_t>(std::count_if(next_.begin(), next_.end(), ofItsKind)) > most)
        next_.erase(std::find_if(next_.begin(), next_.end(), ofItsKind));
}

// Whether the card may go for the next one.
bool DoorPresenter::hasBeenSeen(SteadyTime now) const {
    if (setup_.inOneGo || now >= shownAt_ + leastShown()) return true;
    const Shown& next = next_.front();
    return !isUnreadable(next.card) && (isUnreadable(current_->card) || next.moment > current_->moment);
}

void DoorPresenter::beginGap(SteadyTime now) {
    current_.reset();
    gapUntil_ = now + kGapBetweenCards;
}

void DoorPresenter::bringUp(Shown shown, SteadyTime now) {
    shown.card.serial = ++serial_;
    heard_.push_back(shown.heard);
    if (shown.heard == Heard::fault) faultHeard_ = now;
    current_ = std::move(shown);
    shownAt_ = livesFrom_ = now;
    gapUntil_.reset();
}

void DoorPresenter::takeDown() {
    current_.reset();
    gapUntil_.reset();
}

// What should stand on the screen at `now`.
void DoorPresenter::advance(SteadyTime now) {
    for (;;) {
        if (gapUntil_) {
            if (now < *gapUntil_) return;
            gapUntil_.reset();
        }
        if (hasCard()) {
            if (!next_.empty()) {
                if (!hasBeenSeen(now)) return;
                if (current_->again && !next_.front().again && now < shownAt_ + kRecoveredShown)
                    next_.insert(firstRecovered(next_), *current_);  // it comes back
                if (setup_.inOneGo)
                    current_.reset();
                else
                    beginGap(now);
                continue;
            }
            if (!current_->life || now < livesFrom_ + *current_->life) return;
            takeDown();
            continue;
        }
        if (!next_.empty()) {
            Shown shown = std::move(next_.front());
            next_.pop_front();
            bringUp(std::move(shown), now);
            continue;
        }
        // Back to the fault page until saving works, or until a page before it is left.
        if (notRecording() && !reasonOpen_ && !(page_ && page_->standsBeforeFault())) {
            Shown shown;
            shown.card = faultCard(*trouble_, waiting_, lastTry_, context(), kept_);
            shown.heard = Heard::fault;
            bringUp(std::move(shown), now);
        }
        return;
    }
}

}  // namespace turnout::kiosk
