#include "kiosk/app/door_presenter.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/group_page.h"
#include "kiosk/app/menu_page.h"
#include "kiosk/app/pin_page.h"
#include "kiosk/app/search_page.h"
#include "kiosk/app/self_test_page.h"
#include "kiosk/app/trouble_cards.h"
#include "kiosk/app/walk_in_page.h"

namespace turnout::kiosk {
namespace {

constexpr Millis kBarStep{50};  // the bar that runs down moves this often
constexpr Millis kSettleStep{20};

Millis whole(SteadyTime::duration passed, Millis step) {
    const auto ms = std::chrono::duration_cast<Millis>(passed);
    return ms / step * step;
}

// By the name that the door was opened under, as the event was read then: either may be changed later.
DoorPlan planOf(const DoorSetup& setup) {
    for (const DoorPlan& plan : setup.event.doors)
        if (plan.name == setup.door.name) return plan;
    return {};
}

}  // namespace

DoorPresenter::DoorPresenter(DoorSetup setup, SteadyTime now, TimePoint wall)
    : setup_(std::move(setup)), plan_(planOf(setup_)), state_(setup_.state), wall_(wall), lastTick_(now) {
    touchedAt_ = now;
    rebuild(now);
}

CardContext DoorPresenter::context() const {
    CardContext context{setup_.event.zone,      lang(),       setup_.eventTag, setup_.event.capacity, counts_.inside,
                        setup_.event.overrides, state_.hasPin};
    context.listed = counts_.guests.registered;
    if (counts_.listAt && *counts_.listAt <= wall_) context.listAge = wall_ - *counts_.listAt;
    context.walkIns = takesWalkIns() && state_.mayFind();
    return context;
}

PageContext DoorPresenter::pageContext() const {
    return {setup_.event,
            setup_.eventTag,
            setup_.door,
            plan_,
            setup_.direction,
            lang(),
            counts_,
            wall_,
            state_,
            {camera_.state, scannerGone_, heardAtAll_, clockJump_.has_value(), machine_, notRecording() ? waiting_ : 0,
             camera_.name},
            undoables_,
            upright_,
            ticket_ ? firstNameAndInitial(ticket_->card.guest->name) : ""};
}

void DoorPresenter::onAnswer(const Answer& answer, SteadyTime now, SteadyTime committed, const std::string& read,
                             bool again) {
    clockPage_ = false;  // scanning goes on; the notice and the status line still say it
    noteLast(answer);
    scannerSeen_ = scannerSeen_ || answer.source == Source::scanner;
    rememberForUndo(answer, now + kUndoPossible);
    for (DoorPage* const page : pages()) {
        if (!page->onAnswer(answer, pageContext())) continue;  // else it is one of many that the page admits in one act
        heard_.push_back(page->mustAct() ? Heard::attention : heardWith(answer));
        touchedAt_ = now;  // what came of it is still to be read
        rebuild(now);
        return;
    }
    std::erase_if(under_, [&answer](const auto& page) { return page->endsWith(answer); });
    if (page_ && page_->endsWith(answer)) leavePage();
    Shown shown = shownOf(answer);
    shown.card.committed = committed;
    if (answer.verdict == Verdict::genuineUnlisted) shown.code = read;
    shown.again = again;
    enqueue(std::move(shown), now);  // it pre-empts anything; a page, and the reasons, come back when it has gone
    rebuild(now);
}

void DoorPresenter::noteLast(const Answer& answer) {
    last_.insert(last_.begin(), lastScanOf(answer, setup_.event.zone, lang()));
    if (last_.size() > kLastScans) last_.resize(kLastScans);
    if (answer.source == Source::walkIn && answer.verdict == Verdict::admitted) ticket_ = shownOf(answer);
    if (answer.verdict == Verdict::undone && answer.guest && ticket_ && ticket_->guest == answer.guest->id)
        ticket_.reset();
}

void DoorPresenter::showLast(const std::vector<Answer>& answers, SteadyTime now) {
    for (const Answer& answer : answers) noteLast(answer);
    rebuild(now);
}

void DoorPresenter::onNotRecorded(const Error& error, SteadyTime now) {
    trouble_ = error;
    waiting_ = std::max<std::size_t>(waiting_, 1);
    lastTry_ = wall_;  // just now
    reasonOpen_ = false;
    makeWay();
    makeFault(now);
    rebuild(now);
}

void DoorPresenter::onRefused(const ScanId& scan, const Error& error, SteadyTime now) {
    for (DoorPage* const page : pages()) {
        if (!page->onRefused(scan, error)) continue;
        if (page->mustAct()) heard_.push_back(Heard::attention);
        touchedAt_ = now;
        rebuild(now);
        return;
    }
    onNotDone(error, now);
}

void DoorPresenter::onNotDone(const Error& error, SteadyTime now) {
    notify(error.sentence(lang()), now);
    rebuild(now);
}

void DoorPresenter::onDone(const std::string& sentence, SteadyTime now) {
    notify(say(sentence, lang()), now, true);
    rebuild(now);
}

void DoorPresenter::notify(std::string sentence, SteadyTime now, bool isGood) {
    notice_ = std::move(sentence);
    noticeIsGood_ = isGood;
    noticeUntil_ = now + kNoticeStays;
}

void DoorPresenter::onStore(const DoorStatus& counts, const std::optional<Error>& trouble, std::size_t waiting,
                            TimePoint lastTry, SteadyTime now, std::vector<KeptScan> kept) {
    const bool others = counts_.guests != counts.guests || counts_.inside != counts.inside,
               otherMode = counts_.rehearsal != counts.rehearsal,
               otherTrouble = trouble_.has_value() != trouble.has_value();
    counts_ = counts;
    if (!counts.door.empty()) setup_.door.name = counts.door;
    state_.hasPin = counts.hasPin;
    if (page_ && others) take(page_->onCounts(pageContext()));
    waiting_ = waiting;
    kept_ = std::move(kept);
    lastTry_ = lastTry;
    trouble_ = trouble;
    if (page_ && otherTrouble) take(page_->onFile(pageContext()));
    if (otherMode) leaveOtherMode(now);
    if (waiting_ == 0) dropWaitingFault();
    const bool faultUp = hasCard() && current_->card.verdict == Verdict::notRecorded;
    if (faultUp && waiting_ == 0) {
        if (next_.empty())
            takeDown();
        else
            advance(now);
    } else if (faultUp && trouble_) {
        VerdictCard card = faultCard(*trouble_, waiting_, lastTry_, context(), kept_);
        card.serial = current_->card.serial;
        current_->card = std::move(card);
    }
    rebuild(now);
}

void DoorPresenter::onCamera(const CameraNow& camera) {
    camera_ = camera;
    camera_.name = shorten(cleanForScreen(camera_.name), 40);
    camera_.standsInFor = shorten(cleanForScreen(camera_.standsInFor), 40);
    state_.cameras = camera_.cameras;
    state_.lightOffer = camera_.light;
    // Films and pipelines are no cameras of this machine.
    const bool known = std::find(state_.cameras.begin(), state_.cameras.end(), camera.name) != state_.cameras.end();
    if (state_.camera.empty() && camera_.state == CameraState::live && known) state_.camera = camera.name;
    screen_.idle = idleScreen();
    screen_.status = statusLine();
}

void DoorPresenter::onMachine(const MachineNow& machine) {
    machine_ = machine;
    screen_.status = statusLine();
}

void DoorPresenter::onClock(std::optional<Millis> jumped, SteadyTime now) {
    const bool news = jumped.has_value() != clockJump_.has_value();
    clockJump_ = jumped;
    if (!news) return;
    clockPage_ = jumped.has_value();
    if (clockPage_) heard_.push_back(Heard::fault);
    rebuild(now);
}

void DoorPresenter::onScannerGone(bool gone) {
    scannerGone_ = gone;
    scannerSeen_ = scannerSeen_ || !gone;
    screen_.status = statusLine();
}

void DoorPresenter::onSound(bool heard) {
    heardAtAll_ = heard;
    screen_.status = statusLine();
}

void DoorPresenter::tick(SteadyTime now, TimePoint wall) {
    wall_ = wall;
    lastTick_ = now;
    forgetOldUndos(now);
    if (!notice_.empty() && now >= noticeUntil_) notice_.clear();
    if (state_.unlocked && now >= lockAt_) lock();
    leaveUntouched(now);
    advance(now);
    if (notRecording() && now >= faultHeard_ + kFaultSoundEvery) {
        heard_.push_back(Heard::fault);
        faultHeard_ = now;
    }
    rebuild(now);
    noteSeen(now);
}

std::optional<SteadyTime> DoorPresenter::nextChange() const {
    std::optional<SteadyTime> soonest;
    const auto consider = [&](SteadyTime at) {
        if (!soonest || at < *soonest) soonest = at;
    };
    if (gapUntil_) consider(*gapUntil_);
    if (hasCard()) {
        if (const auto at = next_.empty() ? std::nullopt : mayGoAt()) consider(*at);
        if (current_->life) consider(livesFrom_ + *current_->life);
        // The screen holds the steps as they were at the last tick; the next one follows.
        if (screen_.card && screen_.card->settle < 1)
            consider(shownAt_ + Millis(static_cast<int>(std::lround((screen_.card->settle - 0.86F) / 0.14F * 120))) +
                     kSettleStep);
        if (current_->life && screen_.card && screen_.card->lifeLeft) {
            const auto left = Millis(static_cast<std::int64_t>(std::lround(
                static_cast<double>(*screen_.card->lifeLeft) * static_cast<double>(current_->life->count()))));
            consider(livesFrom_ + (*current_->life - left) + kBarStep);
        }
    }
    if (notRecording()) consider(faultHeard_ + kFaultSoundEvery);
    if (!undoables_.empty()) consider(undoables_.front().until);
    if (!notice_.empty()) consider(noticeUntil_);
    if (state_.unlocked) consider(lockAt_);
    if (const auto at = leavesAt()) consider(*at);
    if (screen_.scene == Scene::reason && !overruled_) {  // "possible for 1 min 24 s more" counts down
        const auto chosen = chosenToTakeBack();
        const SteadyTime until = chosen.empty() ? lastTick_ : chosen.front().until;
        const auto left = std::chrono::ceil<std::chrono::seconds>(until - lastTick_);
        if (left.count() > 0) consider(until - left + std::chrono::seconds(1));
    }
    return soonest;
}

// The open page, then those it stands over: what one of them asked for is answered to it wherever it is.
std::vector<DoorPage*> DoorPresenter::pages() const {
    std::vector<DoorPage*> all;
    if (page_) all.push_back(page_.get());
    for (auto page = under_.rbegin(); page != under_.rend(); ++page) all.push_back(page->get());
    return all;
}

// --- the screen ---

void DoorPresenter::rebuild(SteadyTime now) {
    DoorScreen screen;
    screen.lang = lang();
    const bool reasons = reasonOpen_ && (overruled_ || !chosenToTakeBack().empty());
    screen.scene = hasCard() ? Scene::verdict : gapUntil_ ? Scene::gap : reasons ? Scene::reason : Scene::idle;
    if (screen.scene == Scene::verdict) {
        screen.card = current_->card;
        VerdictCard& card = *screen.card;
        if (card.canUndo) card.canUndo = mayTakeBack(current_->scan);
        const auto passed = now - shownAt_;
        const auto settled = std::min(whole(passed, kSettleStep), kSettles);
        card.settle = setup_.inOneGo
                          ? 1
                          : 0.86F + 0.14F * static_cast<float>(settled.count()) / static_cast<float>(kSettles.count());
        if (settled == kSettles) card.settle = 1;
        if (current_->life) {
            const auto left = std::max(Millis{0}, *current_->life - whole(now - livesFrom_, kBarStep));
            card.lifeLeft = static_cast<float>(left.count()) / static_cast<float>(current_->life->count());
        }
    }
    if (screen.scene == Scene::reason) screen.reason = overruled_ ? overrideScreen() : undoScreen(now);
    if (screen.scene == Scene::idle && page_)
        page_->fill(screen, pageContext());
    else if (screen.scene == Scene::idle && clockPage_) {
        screen.scene = Scene::clock;
        screen.card = clockCard(*clockJump_, wall_, context());
    }
    if (screen.settings) screen.settings->notice = notice_;
    screen.idle = idleScreen();
    screen.rehearsal = counts_.rehearsal;
    screen.quiet = state_.quiet;
    screen.mirrored = state_.mirrored;
    if (counts_.rehearsal) {
        screen.rehearsalLabel = words("rehearsal.label");
        const auto& opens = setup_.event.doorsOpen;
        if (wall_ >= (opens ? *opens : setup_.event.starts - std::chrono::hours(1)))
            screen.goLive = words("rehearsal.go_live");
    }
    screen.menuLabel = words("menu");
    screen.emergencyLabel = words("menu.emergency");
    screen.emergencyShort = words("emergency.short");
    screen.searchLabel = words("search");
    screen.findLocked = !state_.mayFind();
    if (takesWalkIns()) screen.walkInLabel = words("walk_in");
    if (setup_.direction == Direction::entry) screen.groupLabel = words("group");
    screen.typeCodeLabel = words("type_code");
    screen.undoLabel = words("undo");
    screen.tryNowLabel = words("try_now");
    screen.goOnLabel = words("go_on");
    screen.seatLabel = words("seat");
    screen_ = std::move(screen);
    screen_.status = statusLine();
    noteInFront();
}

}  // namespace turnout::kiosk
