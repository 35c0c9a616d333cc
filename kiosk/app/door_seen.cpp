// What a person has had the time to see: a question takes no answer, and a new ticket is not put away, by the second
// tap of a double one that was meant for what stood there before; and what nobody touches any more goes away.
#include "kiosk/app/door_presenter.h"

namespace turnout::kiosk {
namespace {

// What an answer on this screen would be about; another text is another question. Empty: nothing is asked.
std::string questionOf(const DoorScreen& screen) {
    switch (screen.scene) {
        case Scene::verdict: return screen.card->asks() ? "card " + std::to_string(screen.card->serial) : "";
        case Scene::reason: return screen.reason->title + '\n' + screen.reason->guest.name;
        case Scene::confirm:
            return screen.confirm->title + '\n' + screen.confirm->says + '\n' + screen.confirm->guest.name;
        case Scene::walkIn: return screen.walkIn->missing.empty() ? screen.walkIn->title : "";
        case Scene::group: return screen.group->canAdmit ? screen.group->university : "";
        case Scene::idle:
        case Scene::clock:
        case Scene::gap:
        case Scene::search:
        case Scene::menu:
        case Scene::pin:
        case Scene::emergency:
        case Scene::settings:
        case Scene::selfTest: return {};
    }
    return {};
}

// Where a tap on one choice brings others to the same place: of which these are.
std::string choicesOf(const DoorScreen& screen) {
    if (screen.scene == Scene::group) return screen.group->title + '\n' + screen.group->university;
    if (screen.scene != Scene::walkIn) return {};
    std::string focused;
    for (const FieldScreen& field : screen.walkIn->fields)
        if (field.focused) focused = field.label;
    return focused + '\n' + screen.walkIn->listed;
}

std::optional<Millis> lifeOf(const VerdictCard& card) {
    if (card.verdict == Verdict::notRecorded || card.verdict == Verdict::genuineUnlisted || !card.note.empty() ||
        card.ticketSize > 0)
        return {};
    if (!card.sameLabel.empty()) return kQuestionStays;
    switch (toneOf(card.verdict)) {
        case Tone::green: return kGreenStays;
        case Tone::amber: return card.calm ? Millis(kCalmStays) : Millis(kOtherStays);
        case Tone::red:
        case Tone::grey: return kOtherStays;
        case Tone::fault: return {};
    }
    return {};
}

}  // namespace

// To be called with every new screen: it has not been painted yet.
void DoorPresenter::InFront::become(std::string other) {
    if (other == what) return;
    what = std::move(other);
    since.reset();
}

bool DoorPresenter::InFront::seen(SteadyTime now, Millis least) const {
    return what.empty() || (since && now >= *since + least);
}

void DoorPresenter::noteInFront() {
    question_.become(questionOf(screen_));
    choices_.become(choicesOf(screen_));
}

// The tick before a frame is painted.
void DoorPresenter::noteSeen(SteadyTime now) {
    for (InFront* one : {&question_, &choices_})
        if (!one->since) one->since = now;
    if (pageInFront()) page_->onSeen();
}

// The one rule for all pages and cards that ask something. The way back works at once.
bool DoorPresenter::tooEarly(const DoorPress& press, SteadyTime now) const {
    switch (press.action) {
        case DoorAction::yes:
        case DoorAction::override:
        case DoorAction::reason1:
        case DoorAction::reason2:
        case DoorAction::reason3:
        case DoorAction::reason4: return !question_.seen(now, kSeenBeforeYes);
        case DoorAction::samePerson:
        case DoorAction::anotherPerson:
        case DoorAction::hideName: return hasCard() && !question_.seen(now, kSeenBeforeYes);  // else a page's choice
        case DoorAction::pick: return !choices_.seen(now, kSeenBeforeYes);
        case DoorAction::dismiss: return hasCard() && current_->card.ticketSize > 0 && now < shownAt_ + kTicketSeen;
        default: return false;
    }
}

DoorPresenter::Shown DoorPresenter::shownOf(const Answer& answer) const {
    Shown shown;
    shown.card = cardOf(answer, context());
    shown.heard = heardWith(answer);
    shown.life = lifeOf(shown.card);
    shown.scan = answer.scan;
    shown.at = answer.at;
    shown.code = answer.code;
    shown.source = answer.source;
    if (answer.guest) shown.guest = answer.guest->id;
    if (setup_.inOneGo) shown.card.canUndo = false;
    return shown;
}

// Of the last walk-in: their card is gone, and they have no other way to the code. Not green: nobody comes in by it.
void DoorPresenter::showTicketAgain(SteadyTime now) {
    if (!ticket_) return;
    takeDown();
    stepBack();
    Shown again = *ticket_;
    again.card.committed = {};
    again.card.calm = true;
    again.card.word = words("walk_in.shown_again");
    again.card.detail = words("walk_in.shown_again.detail");
    bringUp(std::move(again), now);
    heard_.pop_back();  // nothing new has happened
}

// A page without a touch: whom somebody looked for is not left on the screen for the queue to read.
void DoorPresenter::leaveUntouched(SteadyTime now) {
    if (const auto at = leavesAt(); at && now >= *at) leavePage();
}

std::optional<SteadyTime> DoorPresenter::leavesAt() const {
    const auto stays = page_ ? page_->staysUntouched() : std::nullopt;
    return stays ? std::optional(touchedAt_ + *stays) : std::nullopt;
}

}  // namespace turnout::kiosk
