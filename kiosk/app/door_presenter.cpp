#include "kiosk/app/door_presenter.h"

#include <algorithm>
#include <cmath>

namespace turnout::kiosk {
namespace {

constexpr std::size_t kLastScans = 5;
constexpr Millis kBarStep{50};  // the bar that runs down moves this often
constexpr Millis kSettleStep{20};

std::optional<Millis> lifeOf(const VerdictCard& card) {
    if (card.verdict == Verdict::notRecorded || card.verdict == Verdict::genuineUnlisted || !card.note.empty())
        return {};
    switch (toneOf(card.verdict)) {
        case Tone::green: return kGreenStays;
        case Tone::amber: return card.calm ? Millis(kCalmStays) : Millis(kOtherStays);
        case Tone::red:
        case Tone::grey: return kOtherStays;
        case Tone::fault: return {};
    }
    return {};
}

Millis whole(SteadyTime::duration passed, Millis step) {
    const auto ms = std::chrono::duration_cast<Millis>(passed);
    return ms / step * step;
}

}  // namespace

DoorPresenter::DoorPresenter(DoorSetup setup, SteadyTime now, TimePoint wall) : setup_(std::move(setup)), wall_(wall) {
    rebuild(now);
}

CardContext DoorPresenter::context() const {
    return {setup_.event.zone, setup_.lang, setup_.eventTag, setup_.event.capacity, counts_.inside};
}

void DoorPresenter::onAnswer(const Answer& answer, SteadyTime now, SteadyTime committed) {
    Shown shown;
    shown.card = cardOf(answer, context());
    shown.card.committed = committed;
    shown.heard = heardWith(answer);
    shown.life = lifeOf(shown.card);
    if (setup_.inOneGo) shown.card.canUndo = false;
    if (shown.card.canUndo && answer.guest)
        undoable_ = Undoable{answer.scan, guestCard(*answer.guest, setup_.lang),
                             setup_.event.zone.clockTimeWithSeconds(answer.at), answer.verdict == Verdict::exited,
                             now + kUndoPossible};
    else if (answer.verdict == Verdict::undone)
        undoable_.reset();
    last_.insert(last_.begin(), lastScanOf(answer, setup_.event.zone, setup_.lang));
    if (last_.size() > kLastScans) last_.resize(kLastScans);
    codeOpen_ = undoOpen_ = false;  // a new answer pre-empts anything
    typed_.clear();
    enqueue(std::move(shown), now);
    rebuild(now);
}

void DoorPresenter::onNotRecorded(const Error& error, SteadyTime now) {
    trouble_ = error;
    waiting_ = std::max<std::size_t>(waiting_, 1);
    lastTry_ = wall_;  // just now
    codeOpen_ = undoOpen_ = false;
    next_.clear();
    makeFault(now, true);
    rebuild(now);
}

void DoorPresenter::onUndoRefused(const Error& error, SteadyTime now) {
    undoable_.reset();
    undoOpen_ = false;
    notice_ = error.sentence(setup_.lang);
    noticeUntil_ = now + kNoticeStays;
    rebuild(now);
}

void DoorPresenter::onStore(const DoorStatus& counts, const std::optional<Error>& trouble, std::size_t waiting,
                            TimePoint lastTry, SteadyTime now) {
    counts_ = counts;
    waiting_ = waiting;
    lastTry_ = lastTry;
    trouble_ = trouble;
    const bool faultUp = hasCard() && current_->card.verdict == Verdict::notRecorded;
    if (faultUp && waiting_ == 0) {
        if (next_.empty())
            takeDown();
        else
            advance(now);
    } else if (faultUp && trouble_) {
        VerdictCard card = faultCard(*trouble_, waiting_, lastTry_, context());
        card.serial = current_->card.serial;
        current_->card = std::move(card);
    }
    rebuild(now);
}

void DoorPresenter::onCamera(const CameraNow& camera) {
    camera_ = camera;
    camera_.name = shorten(cleanForScreen(camera_.name), 40);
    screen_.idle = idleScreen();
    screen_.status = statusLine();
}

void DoorPresenter::onScannerGone(bool gone) {
    scannerGone_ = gone;
    screen_.status = statusLine();
}

void DoorPresenter::onSound(bool heard) {
    heardAtAll_ = heard;
    screen_.status = statusLine();
}

// --- cards ---

void DoorPresenter::makeFault(SteadyTime now, bool heard) {
    Shown shown;
    shown.card = faultCard(*trouble_, waiting_, lastTry_, context());
    shown.heard = Heard::fault;
    const bool up = hasCard() && current_->card.verdict == Verdict::notRecorded;
    if (up) {  // the same page, one more scan on it
        shown.card.serial = current_->card.serial;
        current_->card = std::move(shown.card);
    } else {
        if (!heard) faultHeard_ = now;
        next_.push_back(std::move(shown));
        advance(now);
        return;
    }
    if (heard) {
        heard_.push_back(Heard::fault);
        faultHeard_ = now;
    }
}

void DoorPresenter::enqueue(Shown shown, SteadyTime now) {
    next_.push_back(std::move(shown));
    advance(now);
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
    shownAt_ = now;
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
                const bool seen = setup_.inOneGo || now >= shownAt_ + kLeastShown;
                if (!seen) return;
                if (setup_.inOneGo)
                    current_.reset();
                else
                    beginGap(now);
                continue;
            }
            if (!current_->life || now < shownAt_ + *current_->life) return;
            takeDown();
            continue;
        }
        if (!next_.empty()) {
            Shown shown = std::move(next_.front());
            next_.pop_front();
            bringUp(std::move(shown), now);
            continue;
        }
        if (waiting_ > 0 && trouble_ && !codeOpen_ && !undoOpen_) {  // back to the fault page until saving works
            Shown shown;
            shown.card = faultCard(*trouble_, waiting_, lastTry_, context());
            shown.heard = Heard::fault;
            bringUp(std::move(shown), now);
        }
        return;
    }
}

void DoorPresenter::tick(SteadyTime now, TimePoint wall) {
    wall_ = wall;
    lastTick_ = now;
    if (undoable_ && now >= undoable_->until) {
        undoable_.reset();
        undoOpen_ = false;
    }
    if (!notice_.empty() && now >= noticeUntil_) notice_.clear();
    advance(now);
    if (waiting_ > 0 && trouble_ && now >= faultHeard_ + kFaultSoundEvery) {
        heard_.push_back(Heard::fault);
        faultHeard_ = now;
    }
    rebuild(now);
}

std::optional<SteadyTime> DoorPresenter::nextChange() const {
    std::optional<SteadyTime> soonest;
    const auto consider = [&](SteadyTime at) {
        if (!soonest || at < *soonest) soonest = at;
    };
    if (gapUntil_) consider(*gapUntil_);
    if (hasCard()) {
        if (!next_.empty()) consider(shownAt_ + kLeastShown);
        if (current_->life) consider(shownAt_ + *current_->life);
        // The screen holds the steps as they were at the last tick; the next one follows.
        if (screen_.card && screen_.card->settle < 1)
            consider(shownAt_ + Millis(static_cast<int>(std::lround((screen_.card->settle - 0.86F) / 0.14F * 120))) +
                     kSettleStep);
        if (current_->life && screen_.card && screen_.card->lifeLeft) {
            const auto left = Millis(static_cast<std::int64_t>(std::lround(
                static_cast<double>(*screen_.card->lifeLeft) * static_cast<double>(current_->life->count()))));
            consider(shownAt_ + (*current_->life - left) + kBarStep);
        }
    }
    if (waiting_ > 0 && trouble_) consider(faultHeard_ + kFaultSoundEvery);
    if (undoable_) consider(undoable_->until);
    if (!notice_.empty()) consider(noticeUntil_);
    if (undoable_ && undoOpen_) {  // "possible for 1 min 24 s more" counts down
        const auto left = std::chrono::ceil<std::chrono::seconds>(undoable_->until - lastTick_);
        consider(undoable_->until - left + std::chrono::seconds(1));
    }
    return soonest;
}

// --- people ---

void DoorPresenter::openCode() {
    if (hasCard() && current_->card.verdict == Verdict::notRecorded) return;
    takeDown();
    next_.clear();
    undoOpen_ = false;
    codeOpen_ = true;
    typed_.clear();
}

void DoorPresenter::openUndo(SteadyTime now) {
    if (setup_.inOneGo || !undoable_ || now >= undoable_->until || waiting_ > 0) return;
    takeDown();
    codeOpen_ = false;
    undoOpen_ = true;
}

void DoorPresenter::submitCode() {
    codeOpen_ = false;
    std::string code = std::exchange(typed_, {});
    if (!cleanForScreen(code).empty()) requests_.push_back({DoorRequest::Kind::typedCode, std::move(code), {}});
}

void DoorPresenter::handle(DoorAction action, SteadyTime now) {
    const auto reason = [&](const char* key) {
        if (!undoOpen_ || !undoable_) return;
        requests_.push_back({DoorRequest::Kind::undo, words(key), undoable_->scan});
        undoOpen_ = false;
        undoable_.reset();
    };
    switch (action) {
        case DoorAction::openCodeField: openCode(); break;
        case DoorAction::closeCodeField:
            codeOpen_ = false;
            typed_.clear();
            break;
        case DoorAction::enterCode:
            if (codeOpen_) submitCode();
            break;
        case DoorAction::dismiss:
            if (hasCard() && current_->card.verdict != Verdict::notRecorded) takeDown();
            break;
        case DoorAction::undo: openUndo(now); break;
        case DoorAction::reason1: reason("undo.reason1"); break;
        case DoorAction::reason2: reason("undo.reason2"); break;
        case DoorAction::reason3: reason("undo.reason3"); break;
        case DoorAction::reason4: reason("undo.reason4"); break;
        case DoorAction::keep: undoOpen_ = false; break;
        case DoorAction::tryNow:
            if (waiting_ > 0) requests_.push_back({DoorRequest::Kind::tryNow, {}, {}});
            break;
    }
    advance(now);
    rebuild(now);
}

std::vector<DoorRequest> DoorPresenter::takeRequests() {
    return std::exchange(requests_, {});
}
std::vector<Heard> DoorPresenter::takeHeard() {
    return std::exchange(heard_, {});
}

// --- the screen ---

void DoorPresenter::rebuild(SteadyTime now) {
    DoorScreen screen;
    screen.lang = setup_.lang;
    screen.scene = undoOpen_ && undoable_ ? Scene::undo
                   : hasCard()            ? Scene::verdict
                   : gapUntil_            ? Scene::gap
                                          : Scene::idle;
    if (screen.scene == Scene::verdict) {
        screen.card = current_->card;
        VerdictCard& card = *screen.card;
        if (card.canUndo) card.canUndo = undoable_.has_value();
        const auto passed = now - shownAt_;
        const auto settled = std::min(whole(passed, kSettleStep), kSettles);
        card.settle = setup_.inOneGo
                          ? 1
                          : 0.86F + 0.14F * static_cast<float>(settled.count()) / static_cast<float>(kSettles.count());
        if (settled == kSettles) card.settle = 1;
        if (current_->life) {
            const auto left = std::max(Millis{0}, *current_->life - whole(passed, kBarStep));
            card.lifeLeft = static_cast<float>(left.count()) / static_cast<float>(current_->life->count());
        }
    }
    if (screen.scene == Scene::undo) screen.undo = undoScreen(now);
    screen.idle = idleScreen();
    screen.code = codeField();
    screen.nextTicket = words("next_ticket");
    screen.typeCodeLabel = words("type_code");
    screen.undoLabel = words("undo");
    screen.tryNowLabel = words("try_now");
    screen.seatLabel = words("seat");
    screen_ = std::move(screen);
    screen_.status = statusLine();
}

}  // namespace turnout::kiosk
