// What people press and type at a door, and what it asks for.
#include <algorithm>
#include <cmath>

#include "kiosk/app/door_presenter.h"
#include "kiosk/app/emergency_page.h"
#include "kiosk/app/group_page.h"
#include "kiosk/app/menu_page.h"
#include "kiosk/app/pin_page.h"
#include "kiosk/app/search_page.h"
#include "kiosk/app/self_test_page.h"
#include "kiosk/app/walk_in_page.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kLongestBurst = 4096;  // characters

}  // namespace

void DoorPresenter::open(std::unique_ptr<DoorPage> page) {
    if (setup_.inOneGo || (notRecording() && !page->standsBeforeFault())) return;
    if (page->findsPeople() && !state_.mayFind()) page = afterPin(std::move(page));
    takeDown();
    reasonOpen_ = false;
    if (page_ && page_->holds(pageContext())) under_.push_back(std::move(page_));
    page_ = std::move(page);
    given_.clear();
    take(page_->begin(pageContext()));
}

std::unique_ptr<DoorPage> DoorPresenter::afterPin(std::unique_ptr<DoorPage> page) {
    const auto waits = std::make_shared<std::unique_ptr<DoorPage>>(std::move(page));  // a function must be copyable
    return std::make_unique<PinPage>([waits](const PageContext&) {
        PageWish wish;
        wish.open = std::move(*waits);
        return wish;
    });
}

bool DoorPresenter::needsUnlocked(const DoorPage& page) const {
    return page.behindPin() || (page.findsPeople() && state_.scanOnly);
}

void DoorPresenter::closePage() {
    page_.reset();
    given_.clear();
    for (; !page_ && !under_.empty(); under_.pop_back())
        if (under_.back()->holds(pageContext())) page_ = std::move(under_.back());
    if (!page_) return;
    if (auto wish = page_->onCounts(pageContext()); wish.question) questions_.put(*std::move(wish.question));
}

// By itself: nothing else happens with it.
void DoorPresenter::leavePage() {
    closePage();
    lockWhenLeft();
}

// The same order as the label's: a torch that is offered and not on yet, else a step, else the torch out.
void DoorPresenter::changeLight() {
    if (lightLabel().empty()) return;
    if (camera_.dark && state_.lightOffer.lamp && !state_.light.lamp)
        state_.light.lamp = true;
    else if (camera_.dark && state_.lightOffer.steps && state_.light.step < kMostLightSteps)
        ++state_.light.step;
    else
        state_.light.lamp = false;
}

void DoorPresenter::take(PageWish wish) {
    for (DoorRequest& request : wish.requests) requests_.push_back(std::move(request));
    if (wish.question) questions_.put(*std::move(wish.question));
    if (wish.state) {
        const bool opens = wish.state->unlocked && !state_.unlocked;
        state_ = *std::move(wish.state);
        if (opens) lockAt_ = lastTick_ + kLocksAfter;
    }
    if (wish.goOn && overruled_) {
        closePage();
        reasonOpen_ = true;
    } else if (!wish.takeBack.empty()) {
        closePage();
        askWhy(std::move(wish.takeBack));
    } else if (wish.open)
        open(std::move(wish.open));
    else if (wish.close)
        closePage();
    lockWhenLeft();
}

Lang DoorPresenter::lang() const {
    return (setup_.lang == Lang::en) != state_.otherLanguage ? Lang::en : Lang::zh;
}

bool DoorPresenter::mayClose(SteadyTime now) {
    if (state_.mayChange() && !notRecording()) return true;
    take(leaving(DoorRequest::Kind::close, pageContext()));
    rebuild(now);
    return false;
}

bool DoorPresenter::mayLeaveFullscreen(SteadyTime now) {
    if (state_.mayChange()) return true;
    open(std::make_unique<PinPage>([](const PageContext&) {
        PageWish wish;
        wish.requests.emplace_back().kind = DoorRequest::Kind::leaveFullscreen;
        return wish;
    }));
    rebuild(now);
    return false;
}

// Only what is done behind the PIN holds the lock open: a queue that goes on does not.
void DoorPresenter::touched(SteadyTime now) {
    touchedAt_ = now;
    if (state_.unlocked && pageInFront() && needsUnlocked(*page_)) lockAt_ = now + kLocksAfter;
}

// Whoever has left what is behind the PIN is done there: the next one who touches the screen may be anybody.
void DoorPresenter::lockWhenLeft() {
    const auto open = pages();
    const bool stays = std::any_of(open.begin(), open.end(), [this](auto* page) { return needsUnlocked(*page); });
    const bool overruling = overruled_ && reasonOpen_;
    if (state_.unlocked && !stays && !overruling) lock();
}

// What is behind the lock goes away, also from under an answer that stands over it.
void DoorPresenter::lock() {
    state_.unlocked = false;
    if (!state_.hasPin) return;
    std::erase_if(under_, [this](const auto& page) { return needsUnlocked(*page); });
    if (page_ && needsUnlocked(*page_)) closePage();
    if (overruled_ && setup_.event.overrides == OverrideRule::supervisor) {
        overruled_.reset();
        reasonOpen_ = false;
    }
}

void DoorPresenter::openOverride() {
    if (!hasCard() || current_->card.overrideLabel.empty()) return;
    if (!current_->card.guest) {  // a genuine ticket on no list: the volunteer decides, and the reason is known
        requestOverride(current_->scan, current_->code, current_->source, words("let_in.reason"));
        takeDown();
        return;
    }
    const VerdictCard& card = current_->card;
    overruled_ = Overruled{
        current_->scan, current_->code,   card.word,     card.closed ? "closed" : std::string(word(card.verdict)),
        *card.guest,    current_->source, card.rehearsal};
    takeDown();
    stepBack();
    if (setup_.event.overrides != OverrideRule::supervisor || state_.unlocked) {
        reasonOpen_ = true;
        return;
    }
    open(std::make_unique<PinPage>([](const PageContext&) {
        PageWish wish;
        wish.goOn = true;
        return wish;
    }));
}

void DoorPresenter::requestOverride(const ScanId& scan, const std::string& code, Source source, std::string reason) {
    DoorRequest request;
    request.kind = DoorRequest::Kind::override;
    request.about = scan;
    request.code = code;
    request.source = source;
    request.scan = newScanId();
    request.text = std::move(reason);
    requests_.push_back(std::move(request));
}

void DoorPresenter::giveReason(std::size_t which) {
    if (!reasonOpen_) return;
    if (overruled_) {
        requestOverride(overruled_->scan, overruled_->code, overruled_->source, overrideReason(which));
        overruled_.reset();
    } else if (const auto chosen = chosenToTakeBack(); !chosen.empty()) {
        requestUndo(undoReason(which, chosen.front().exit));
    }
    reasonOpen_ = false;
}

// Who holds the ticket that is in already: written down, and said on the card, which then stays a little longer. While
// it is up the answer may be corrected: that is written down beside the first one, and the last one holds.
void DoorPresenter::remark(Remark remark, SteadyTime now) {
    if (!hasCard() || current_->card.sameLabel.empty() || current_->card.remarked == remark) return;
    DoorRequest request;
    request.kind = DoorRequest::Kind::remark;
    request.about = current_->scan;
    request.remark = remark;
    requests_.push_back(std::move(request));
    VerdictCard& card = current_->card;
    card.remarked = remark;
    current_->life = kOtherStays;
    livesFrom_ = now;
    card.nextStep = words(remark == Remark::samePerson ? "conflict.same.next" : "conflict.another.next");
}

void DoorPresenter::hideName() {
    if (!hasCard() || current_->card.hideLabel.empty() || current_->card.hidden || !current_->guest) return;
    DoorRequest request;
    request.kind = DoorRequest::Kind::hideName;
    request.guest = current_->guest;
    requests_.push_back(std::move(request));
    current_->card.hidden = true;
    current_->card.hideLabel = words("hide.done");
}

void DoorPresenter::handle(DoorPress press, SteadyTime now) {
    const auto ask = [&](DoorRequest::Kind kind) {
        DoorRequest request;
        request.kind = kind;
        requests_.push_back(std::move(request));
    };
    touched(now);
    if (tooEarly(press, now)) return;
    switch (press.action) {
        case DoorAction::openSearch:
            if (pageInFront() && page_->handlesSearch())
                take(page_->handle(press, pageContext()));
            else
                open(std::make_unique<SearchPage>(state_.mayFind() ? SearchPage::Of::guests : SearchPage::Of::codes));
            break;
        case DoorAction::openWalkIn:
            if (!setup_.event.walkIns || setup_.direction != Direction::entry) break;
            if (counts_.rehearsal)  // before anything is typed, for nothing of it could be kept
                notify(say("store.no_walk_ins_in_rehearsal", lang()), now);
            else
                open(std::make_unique<WalkInPage>(pageInFront() ? page_->unknownName() : std::string()));
            break;
        case DoorAction::openEmergency: open(std::make_unique<EmergencyPage>()); break;
        case DoorAction::openMenu: open(std::make_unique<MenuPage>()); break;
        case DoorAction::goLive:
            if (counts_.rehearsal) {
                DoorRequest request;
                request.kind = DoorRequest::Kind::rehearse;
                request.on = false;
                requests_.push_back(std::move(request));
            }
            break;
        case DoorAction::openGroup:
            if (setup_.direction == Direction::entry) open(std::make_unique<GroupPage>(GroupPage::Purpose::coach));
            break;
        case DoorAction::dismiss:
            clockPage_ = false;
            if (hasCard() && current_->card.verdict != Verdict::notRecorded) takeDown();
            break;
        case DoorAction::undo: openUndo(now); break;
        case DoorAction::another: openWhich(); break;
        case DoorAction::override: openOverride(); break;
        case DoorAction::samePerson:
        case DoorAction::anotherPerson:
            if (pageInFront())
                take(page_->handle(press, pageContext()));
            else
                remark(press.action == DoorAction::samePerson ? Remark::samePerson : Remark::anotherPerson, now);
            break;
        case DoorAction::hideName: hideName(); break;
        case DoorAction::ticketAgain: showTicketAgain(now); break;
        case DoorAction::reason1: giveReason(1); break;
        case DoorAction::reason2: giveReason(2); break;
        case DoorAction::reason3: giveReason(3); break;
        case DoorAction::reason4: giveReason(4); break;
        case DoorAction::keep: reasonOpen_ = false; break;
        case DoorAction::yes:
            if (hasCard())
                openOverride();
            else if (pageInFront())
                take(page_->handle(press, pageContext()));
            break;
        case DoorAction::light: changeLight(); break;
        case DoorAction::tryNow:
            if (waiting_ > 0)
                ask(DoorRequest::Kind::tryNow);
            else if (pageInFront())
                take(page_->handle(press, pageContext()));
            break;
        case DoorAction::back:  // of what is in front
            if (hasCard()) {
                if (current_->card.verdict != Verdict::notRecorded) takeDown();
            } else if (reasonOpen_) {
                reasonOpen_ = false;
            } else if (page_) {
                take(page_->handle(press, pageContext()));
            } else {
                clockPage_ = false;
            }
            break;
        default:
            if (pageInFront()) take(page_->handle(press, pageContext()));
            break;
    }
    lockWhenLeft();
    advance(now);
    rebuild(now);
}

void DoorPresenter::onCharacter(char32_t character) {
    if (given_.size() == kLongestBurst) given_.pop_front();
    given_.push_back(pageInFront());
    if (!pageInFront()) return;
    touched(lastTick_);
    take(page_->onCharacter(character, pageContext()));
    rebuild(lastTick_);
}

void DoorPresenter::onBackspace() {
    if (!pageInFront()) return;
    touched(lastTick_);
    take(page_->onBackspace(pageContext()));
    rebuild(lastTick_);
}

void DoorPresenter::onEnter(SteadyTime now) {
    if (!pageInFront()) return;
    touched(now);
    take(page_->onEnter(pageContext()));
    rebuild(now);
}

void DoorPresenter::onTab(SteadyTime now, bool back) {
    if (!pageInFront()) return;
    touched(now);
    take(page_->onTab(back, pageContext()));
    rebuild(now);
}

void DoorPresenter::onShape(bool upright) {
    upright_ = upright;
}

// Also from under an answer that came, or went, in the middle of a burst: only what the page was given of it.
void DoorPresenter::removeTyped(std::size_t characters) {
    std::size_t given = 0;
    for (; characters > 0 && !given_.empty(); --characters) {
        given += given_.back() ? 1 : 0;
        given_.pop_back();
    }
    if (!page_ || given == 0) return;
    take(page_->removeTyped(given, pageContext()));
    rebuild(lastTick_);
}

void DoorPresenter::openSelfTest() {
    open(std::make_unique<SelfTestPage>(SelfTestPage::When::beforeOpening));
}

void DoorPresenter::onTested(Source source) {
    scannerSeen_ = scannerSeen_ || source == Source::scanner;
    bool said = false;
    for (DoorPage* const page : pages()) said = page->onTested(source) || said;
    // Whoever holds it before an open door sees that it was read, and that it is no ticket.
    if (!said) notify(words("test.code_read"), lastTick_, true);
    rebuild(lastTick_);
}

void DoorPresenter::onSaved(std::optional<Millis> took) {
    for (DoorPage* const page : pages()) page->onSaved(took);
    rebuild(lastTick_);
}

void DoorPresenter::onPeople(People people) {
    if (!page_) return;
    page_->onPeople(std::move(people), pageContext());
    take(page_->afterPeople(pageContext()));
    rebuild(lastTick_);
}

std::optional<PeopleQuestion> DoorPresenter::takeQuestion() {
    return questions_.take();
}

std::vector<DoorRequest> DoorPresenter::takeRequests() {
    return std::exchange(requests_, {});
}
std::vector<Heard> DoorPresenter::takeHeard() {
    return std::exchange(heard_, {});
}

}  // namespace turnout::kiosk
