// Taking the door's last green back: what of it is offered, and until when.
#include "kiosk/app/door_presenter.h"

namespace turnout::kiosk {

// The door's last green, also of a coach or of paper ticks that a page admits in one act.
void DoorPresenter::rememberForUndo(const Answer& answer, SteadyTime now) {
    if (answer.verdict == Verdict::undone) undoable_.reset();
    if (setup_.inOneGo || toneOf(answer.verdict) != Tone::green || !answer.guest) return;
    undoable_ = Undoable{answer.scan,
                         guestCard(*answer.guest, lang()),
                         setup_.event.zone.clockTimeWithSeconds(answer.at),
                         answer.verdict == Verdict::exited,
                         answer.rehearsal,
                         now + kUndoPossible};
}

// The doors went live, or began to rehearse, maybe from another machine: what was answered before is of the other log,
// where this door takes nothing back and overrules nothing.
void DoorPresenter::leaveOtherMode(SteadyTime now) {
    const auto isOther = [&](const Shown& shown) {
        return shown.card.verdict != Verdict::notRecorded && shown.card.rehearsal != counts_.rehearsal;
    };
    if (undoable_ && undoable_->rehearsal != counts_.rehearsal) {
        undoable_.reset();
        reasonOpen_ = reasonOpen_ && overruled_;
    }
    if (overruled_ && overruled_->rehearsal != counts_.rehearsal) {
        overruled_.reset();
        reasonOpen_ = false;
    }
    std::erase_if(next_, isOther);
    if (!hasCard() || !isOther(*current_)) return;
    takeDown();
    advance(now);
}

void DoorPresenter::openUndo(SteadyTime now) {
    if (setup_.inOneGo || !undoable_ || now >= undoable_->until || waiting_ > 0) return;
    takeDown();
    overruled_.reset();
    reasonOpen_ = true;
}

void DoorPresenter::onUndoRefused(const Error& error, SteadyTime now) {
    undoable_.reset();
    reasonOpen_ = false;
    notify(error.sentence(lang()), now);
    rebuild(now);
}

}  // namespace turnout::kiosk
