// Which card is up, and which wait behind it.
#include <algorithm>
#include <utility>

#include "kiosk/app/door_presenter.h"
#include "kiosk/app/trouble_cards.h"

namespace turnout::kiosk {
namespace {

bool isUnreadable(const VerdictCard& card) {
    return card.verdict == Verdict::notATicket;
}

bool isFault(const VerdictCard& card) {
    return card.verdict == Verdict::notRecorded;
}

// A poster in view, a bad cable. Whoever was asked to wait with it is a guest, and called like the others.
bool isNoise(const VerdictCard& card, bool again) {
    return isUnreadable(card) && !again;
}

// Nobody has to do anything about it.
bool isPlain(const VerdictCard& card, const std::optional<Millis>& life) {
    return life && (card.calm || toneOf(card.verdict) == Tone::green || isUnreadable(card));
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
    if (hasCard() && isFault(current_->card)) {  // the same page, one more scan on it
        shown.card.serial = current_->card.serial;
        current_->card = std::move(shown.card);
        heard_.push_back(Heard::fault);
        faultHeard_ = shownAt_ = now;
        return;
    }
    if (hasCard()) {
        comesBack(now);
        beginGap(now);
    }
    dropWaitingFault();
    next_.push_front(std::move(shown));
    advance(now);
}

void DoorPresenter::dropWaitingFault() {
    std::erase_if(next_, [](const Shown& shown) { return isFault(shown.card); });
}

void DoorPresenter::enqueue(Shown shown, SteadyTime now) {
    const bool noise = isNoise(shown.card, shown.again);
    if (!noise && now - moment_ > kOneMoment) moment_ = now;
    shown.moment = moment_;
    std::erase_if(next_, [](const Shown& waits) { return isNoise(waits.card, waits.again); });
    if (!noise) makeWay(moment_);
    putInLine(std::move(shown));
    advance(now);
}

// What waits steps back, but for what came in that moment, as those who were asked to wait have. A plain welcome, which
// is in the last scans, goes. A fault gives way to nothing.
void DoorPresenter::makeWay(std::optional<SteadyTime> moment) {
    const auto isOlder = [&](const Shown& waits) { return waits.moment != moment && !isFault(waits.card); };
    for (Shown& waits : next_) waits.again = waits.again || (isOlder(waits) && !isPlain(waits.card, waits.life));
    std::erase_if(next_, [&](const Shown& waits) { return isOlder(waits) && !waits.again; });
    std::stable_partition(next_.begin(), next_.end(), [](const Shown& waits) { return !waits.again; });
}

// What waits is shown after what is about to come up.
void DoorPresenter::stepBack() {
    for (Shown& waits : next_) waits.again = waits.again || !isFault(waits.card);
}

// Behind those of its kind; what is shown afterwards comes after what has just been scanned. Of too many one goes that
// nobody must act on now: what was no ticket before what was one, a welcome before a refusal, the oldest of its kind.
void DoorPresenter::putInLine(Shown shown) {
    next_.insert(shown.again ? next_.end() : firstRecovered(next_), std::move(shown));
    const auto worth = [](const Shown& waits) {
        return isUnreadable(waits.card) ? 0 : isPlain(waits.card, waits.life) ? 1 : 2;
    };
    for (const bool again : {false, true}) {
        const auto mayGo = [again](const Shown& waits) { return waits.again == again && (again || waits.life); };
        const auto waiting = static_cast<std::size_t>(std::count_if(next_.begin(), next_.end(), mayGo));
        if (waiting <= (again ? kMostRecoveredCards : kMostWaitingCards)) continue;
        auto least = next_.end();
        for (auto waits = next_.begin(); waits != next_.end(); ++waits)
            if (mayGo(*waits) && (least == next_.end() || worth(*waits) < worth(*least))) least = waits;
        next_.erase(least);
    }
}

// When the card may go for the next one; nothing: it stays. What was shown afterwards must not stand there in place of
// the answer to a ticket that somebody is holding up.
std::optional<SteadyTime> DoorPresenter::mayGoAt() const {
    const bool isNew = !current_->again && !isFault(current_->card);
    if (!isNew || !next_.front().again) return shownAt_ + leastShown();
    return current_->life ? std::optional(livesFrom_ + *current_->life) : std::nullopt;
}

bool DoorPresenter::hasBeenSeen(SteadyTime now) const {
    const auto goes = mayGoAt();
    if (setup_.inOneGo || (goes && now >= *goes)) return true;
    const Shown& next = next_.front();
    if (isFault(current_->card) || isNoise(next.card, next.again)) return false;
    return isNoise(current_->card, current_->again) || (next.moment > current_->moment && !next.again);
}

// Who is to be called by the card has not been, in so short a time; nor has a note been seen to when the card of
// another ticket of that moment follows.
void DoorPresenter::comesBack(SteadyTime now) {
    const bool uncalled = current_->again && now < shownAt_ + kRecoveredShown;
    const bool notSeenTo =
        !current_->life && !isFault(current_->card) && !next_.empty() && next_.front().moment == current_->moment;
    if (!uncalled && !notSeenTo) return;
    current_->again = true;
    next_.insert(firstRecovered(next_), *current_);
}

void DoorPresenter::beginGap(SteadyTime now) {
    current_.reset();
    gapUntil_ = now + kGapBetweenCards;
}

void DoorPresenter::bringUp(Shown shown, SteadyTime now) {
    shown.card.serial = ++serial_;
    if (shown.again && !std::exchange(shown.toldWhen, true)) {
        std::string& detail = shown.card.detail;
        const std::string when = words("again", {{"time", setup_.event.zone.clockTimeWithSeconds(shown.at)}});
        const bool greets = toneOf(shown.card.verdict) == Tone::green;  // which it need not do a second time
        detail = detail.empty() || greets ? when : when + " · " + detail;
    }
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
                if (!next_.front().again) comesBack(now);
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
        if (!next_.empty() && !(reasonOpen_ && next_.front().again)) {  // the reasons are about a card that was up
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
