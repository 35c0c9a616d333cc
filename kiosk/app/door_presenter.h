// The state of a door's screen: answers, the camera's state and time go in, a DoorScreen comes out. Knows no drawing,
// no store and no clock; everything is called on the screen's thread.
//
// Timings ("Motion and sound" of the design): admitted and exited stay 4 s, the calm "you are in" 3 s, amber, red and
// undone 8 s; one that asks who holds the ticket 30 s, and 8 s after an answer. A note to act on and "you decide" stay
// until the next scan or a tap; not_recorded until saving works, but for the menu, the PIN and who is inside, after
// which it is back: a supervisor may have to go on with another file. A new answer pre-empts anything, parted by 60 ms
// of ink; only not_recorded is seen for kLeastShown whatever comes, for its guest still stands there. Answers of one
// moment (two tickets in one frame) are each shown for at least kLeastShown, before a page that is opened meanwhile and
// after the reasons that are asked for; a plain welcome that still waits when a later answer comes gives way to it.
// What is no ticket never makes an answer wait, and takes none away before that one could be read: a scanner with a bad
// cable sends hundreds. Answers to scans that had been told as not recorded, what is no ticket among them, are shown
// when the new ones have had their time, and say when they were scanned: they call the guests who were asked to wait.
// So is a refusal, and what somebody must act on, that had to wait.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/domain/event.h"
#include "common/store/event_reader.h"
#include "kiosk/app/door_page.h"
#include "kiosk/app/door_request.h"
#include "kiosk/app/door_screen.h"
#include "kiosk/app/kept_scan.h"
#include "kiosk/app/verdict_card.h"

namespace turnout::kiosk {

inline constexpr Millis kGapBetweenCards{60};
inline constexpr Millis kLeastShown{800}, kRecoveredShown{2500};  // while others wait
inline constexpr Millis kOneMoment{200};  // answers so close together belong to one frame or one hand
inline constexpr std::size_t kMostWaitingCards = 12, kMostRecoveredCards = 20;
inline constexpr Millis kSettles{120};
inline constexpr std::chrono::seconds kGreenStays{4}, kCalmStays{3}, kOtherStays{8}, kQuestionStays{30},
    kNoticeStays{8};
inline constexpr std::chrono::seconds kFaultSoundEvery{10};
inline constexpr Millis kSeenBeforeYes{500};  // a question stands so long before it takes an answer
inline constexpr Millis kTicketSeen{1000};    // and a walk-in's new ticket before a tap puts it away

// Fixed while the door is open.
struct DoorSetup {
    EventPlan event;  // names, zone, capacity; its lists are not needed
    std::string eventTag;
    Door door;
    Direction direction = Direction::entry;
    Lang lang = Lang::en;
    bool demoClock = false;  // the clock was set by --clock
    DoorState state;         // as it was left the last time
    bool inOneGo = false;  // --exit-at-end: answers come as fast as they are decided and each is shown at once, without
                           // pauses and without undo
};

struct CameraNow {
    CameraState state = CameraState::none;
    std::string name;                  // "USB camera", a file's name; cleaned by the presenter
    std::string standsInFor;           // the remembered camera, which is not there: this one is used meanwhile
    bool dark = false;                 // live: too dark to read tickets well
    bool film = false;                 // a file is played instead of a camera
    std::vector<std::string> cameras;  // names of those that are there
    LightOffer light;                  // what of its light may be changed
    std::optional<TimePoint> since;    // gone: since when
    bool neverSeen = false;            // gone: there has been none to go
    bool mend = false;                 // gone: plugging it in is not what helps; the sentence says what does
    std::string sentence;              // gone: what is wrong and what to do, in the door's language; may be empty
};

class DoorPresenter {
  public:
    DoorPresenter(DoorSetup setup, SteadyTime now, TimePoint wall);

    const DoorScreen& screen() const { return screen_; }

    // `committed`: when the answer was on disk; handed on to the card. `read`: the text of the scan, which a genuine
    // ticket on no list is let in by. `again`: it had been told as not recorded; several come at once, and each is
    // looked for among the people who were asked to wait.
    void onAnswer(const Answer& answer, SteadyTime now, SteadyTime committed = {}, const std::string& read = {},
                  bool again = false);
    // What became of an undo: the scan that was to be taken back, and its answer, or why not.
    void onTakenBack(const ScanId& scan, const Answer& answer, SteadyTime now, SteadyTime committed = {});
    void onUndoRefused(const ScanId& scan, const Error& error, SteadyTime now);
    // Before this program was started: what of it can still be taken back is offered.
    void offerUndo(const std::vector<Answer>& answers, SteadyTime now);
    // The door's last answers from then, the oldest first.
    void showLast(const std::vector<Answer>& answers, SteadyTime now);
    // A scan that was not recorded and will not be: the page that asked for it says so, else a notice.
    void onRefused(const ScanId& scan, const Error& error, SteadyTime now);
    // Something else that was asked for could not be done; or is done, and is said: the key of a sentence.
    void onNotDone(const Error& error, SteadyTime now);
    void onDone(const std::string& sentence, SteadyTime now);
    void onStore(const DoorStatus& counts, const std::optional<Error>& trouble, std::size_t waiting, TimePoint lastTry,
                 SteadyTime now, std::vector<KeptScan> kept = {});
    void onNotRecorded(const Error& error, SteadyTime now);
    // The first that gives pictures is remembered when none was; later only a person's choice changes state().camera.
    void onCamera(const CameraNow& camera);
    void onMachine(const MachineNow& machine);
    // How far the clock has jumped (later is positive), or that it is right. A new jump is told on a page of its own.
    void onClock(std::optional<Millis> jumped, SteadyTime now);
    void onScannerGone(bool gone);
    void onSound(bool heard);

    void handle(DoorPress press, SteadyTime now);
    // Keys of a page's fields; nothing while no page is open or an answer stands over it.
    void onCharacter(char32_t character);
    void onBackspace();
    void onEnter(SteadyTime now);
    void onTab(SteadyTime now, bool back = false);  // that was no scanner's; with Shift: back
    void onShape(bool upright);                     // of the window
    void removeTyped(std::size_t characters);       // the last ones were a hand scanner's
    bool pageOpen() const { return page_ != nullptr; }
    void onPeople(People people);
    void openSelfTest();
    void onTested(Source source);              // the test code was read
    void onSaved(std::optional<Millis> took);  // the answer to DoorRequest::Kind::testSaving
    const DoorState& state() const { return state_; }
    bool clockPlausible() const { return !clockJump_; }
    // The person wants to close the window: at once, or after the PIN. True: now.
    bool mayClose(SteadyTime now);
    // The same for the way out of the full screen, to whatever else runs on the machine.
    bool mayLeaveFullscreen(SteadyTime now);

    void tick(SteadyTime now, TimePoint wall);
    // When the screen will change by itself; nothing = not before something happens (the clock apart).
    std::optional<SteadyTime> nextChange() const;

    std::vector<DoorRequest> takeRequests();
    std::optional<PeopleQuestion> takeQuestion();  // until there is none: a print is not forgotten for the next one
    std::vector<Heard> takeHeard();                // of the cards that have come up since

  private:
    struct Shown {
        VerdictCard card;
        Heard heard = Heard::admitted;
        std::optional<Millis> life;
        ScanId scan;  // the answer's, its code and guest
        std::string code;
        std::optional<AttendeeId> guest;
        Source source = Source::camera;
        TimePoint at{};
        bool again = false;     // shown afterwards: somebody was asked to wait for it, or must act on it
        bool toldWhen = false;  // then the card says when it was scanned
        SteadyTime moment{};    // when the first answer of its moment came
    };

    // What is asked, and since when it could be seen.
    struct InFront {
        std::string what;
        std::optional<SteadyTime> since;
        void become(std::string other);
        bool seen(SteadyTime now, Millis least) const;
    };

    Shown shownOf(const Answer& answer) const;
    void enqueue(Shown shown, SteadyTime now);
    void makeWay(std::optional<SteadyTime> moment = {});
    void stepBack();
    void putInLine(Shown shown);
    // Of the card, while others wait. Who was asked to wait while nothing was saved is called by their card.
    Millis leastShown() const { return current_->again && next_.front().again ? kRecoveredShown : kLeastShown; }
    std::optional<SteadyTime> mayGoAt() const;
    bool hasBeenSeen(SteadyTime now) const;
    void comesBack(SteadyTime now);
    void bringUp(Shown shown, SteadyTime now);
    void takeDown();
    void advance(SteadyTime now);
    void beginGap(SteadyTime now);
    bool hasCard() const { return current_.has_value(); }
    bool notRecording() const { return waiting_ > 0 && trouble_.has_value(); }  // something waits in memory
    void makeFault(SteadyTime now);
    void dropWaitingFault();
    CardContext context() const;
    bool takesWalkIns() const {
        return setup_.event.walkIns && setup_.direction == Direction::entry && !counts_.rehearsal;
    }
    PageContext pageContext() const;
    Lang lang() const;
    std::vector<DoorPage*> pages() const;
    void open(std::unique_ptr<DoorPage> page);
    void closePage();
    void leavePage();
    static std::unique_ptr<DoorPage> afterPin(std::unique_ptr<DoorPage> page);
    bool needsUnlocked(const DoorPage& page) const;
    void take(PageWish wish);
    bool pageInFront() const { return page_ && !hasCard() && !gapUntil_ && !reasonOpen_; }
    void touched(SteadyTime now);
    void lockWhenLeft();
    void lock();
    void leaveOtherMode(SteadyTime now);
    void noteLast(const Answer& answer);
    void rememberForUndo(const Answer& answer, SteadyTime until);
    bool mayTakeBack(const ScanId& scan) const;
    std::vector<Undoable> chosenToTakeBack() const;
    void forgetOldUndos(SteadyTime now);
    void leaveEmptyReasons();
    void openUndo(SteadyTime now);
    void askWhy(std::vector<ScanId> scans);
    void openWhich();
    void requestUndo(const std::string& reason);
    void tellMany(SteadyTime now);
    std::string undoLabel() const;
    std::string undoReason(std::size_t which, bool exit) const;
    void openOverride();
    void requestOverride(const ScanId& scan, const std::string& code, Source source, std::string reason);
    void giveReason(std::size_t which);
    void remark(Remark remark, SteadyTime now);
    void hideName();
    void noteInFront();
    void noteSeen(SteadyTime now);
    bool tooEarly(const DoorPress& press, SteadyTime now) const;
    void showTicketAgain(SteadyTime now);
    void leaveUntouched(SteadyTime now);
    std::optional<SteadyTime> leavesAt() const;
    ReasonScreen overrideScreen() const;
    std::string overrideReason(std::size_t which) const;
    void notify(std::string sentence, SteadyTime now, bool isGood = false);
    void rebuild(SteadyTime now);
    IdleScreen idleScreen() const;
    bool anotherCamera() const;
    CameraPanel cameraPanel() const;
    std::string closedPrompt(Lang in) const;
    std::string shutShort() const;
    std::string shutDetail() const;
    std::string lightLabel() const;
    void changeLight();
    Counters counters() const;
    std::string listWords() const;
    void tellRefused(StatusLine& line, bool idle) const;
    StatusLine statusLine() const;
    ReasonScreen undoScreen(SteadyTime now) const;
    std::string words(const std::string& key, std::vector<std::pair<std::string, std::string>> args = {}) const;

    DoorSetup setup_;      // of which only the door's name changes
    const DoorPlan plan_;  // the event's for this door
    DoorScreen screen_;

    std::optional<Shown> current_;
    SteadyTime shownAt_{};
    SteadyTime livesFrom_{};  // later than shownAt_ when the card was answered
    SteadyTime moment_{};     // the newest
    std::optional<SteadyTime> gapUntil_;
    std::deque<Shown> next_;
    std::uint64_t serial_ = 0;
    std::optional<Shown> ticket_;  // of the last walk-in, unless they were taken back
    InFront question_, choices_;
    SteadyTime touchedAt_{};

    std::optional<Error> trouble_;
    std::size_t waiting_ = 0;
    std::vector<KeptScan> kept_;
    TimePoint lastTry_{};
    SteadyTime faultHeard_{};

    std::vector<Undoable> undoables_, beingTakenBack_;  // the oldest first; and those asked for, without an answer yet
    std::vector<ScanId> toTakeBack_;                    // what the reasons are asked for
    struct Many {                                       // taken back together: told in one sentence
        std::vector<ScanId> waiting;
        std::int64_t done = 0, failed = 0;
        std::optional<Error> why;
    };
    Many many_;
    bool reasonOpen_ = false;  // under an answer it waits, as a page does
    struct Overruled {         // the amber answer that is to be overruled
        ScanId scan;
        std::string code, word, kind;  // kind: the verdict's word, or "closed"
        GuestCard guest;
        Source source = Source::camera;
        bool rehearsal = false;
    };
    std::optional<Overruled> overruled_;  // the reasons asked for are an override's
    std::string notice_;
    bool noticeIsGood_ = false;  // something was done
    SteadyTime noticeUntil_{};

    CameraNow camera_;
    MachineNow machine_;
    std::optional<Millis> clockJump_;
    bool clockPage_ = false;  // the jump has not been looked at yet
    bool scannerGone_ = false, heardAtAll_ = true;
    bool scannerSeen_ = false;  // it is there, or has scanned something; one that types cannot be seen before
    DoorStatus counts_;
    std::vector<LastScan> last_;
    bool upright_ = false;
    DoorState state_;
    SteadyTime lockAt_{};
    std::unique_ptr<DoorPage> page_;
    std::vector<std::unique_ptr<DoorPage>> under_;  // those that hold and come back, the last of them first
    std::deque<bool> given_;  // of the characters typed last: whether the open page was given them
    PeopleQuestions questions_;
    TimePoint wall_{};
    SteadyTime lastTick_{};

    std::vector<DoorRequest> requests_;
    std::vector<Heard> heard_;
};

}  // namespace turnout::kiosk
