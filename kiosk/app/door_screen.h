// What a door's screen shows, as plain values: the presenter makes it, a view draws it. Replaced whole, never patched;
// two equal screens look the same, so a screen that did not change is not painted again. All words are final: in the
// door's language, cleaned for the screen.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/text.h"
#include "common/domain/country.h"
#include "common/domain/verdict.h"
#include "common/store/scan.h"
#include "kiosk/app/page_screens.h"

namespace turnout::kiosk {

enum class Scene {
    idle,     // the camera large, the counters, the last scans
    clock,    // it has jumped: what to do; goes with a scan, a press, or when the clock is right again
    gap,      // a moment of ink, so that two verdicts in a row are seen as two
    verdict,  // the whole screen is one answer
    reason,   // why is an answer taken back, or overruled?
    search,
    confirm,  // "is this the person in front of you?"
    walkIn,
    group,
    menu,
    pin,
    emergency,  // who is inside
    settings,
    selfTest,
};

enum class Health { fine, unknown, trouble, alarm };  // soft, soft, gold chip, red chip

enum class StatusKind { door, exitDoor, volunteer, quiet, camera, scanner, saving, sound, disk, battery, clock, list };

struct StatusItem {
    StatusKind kind = StatusKind::door;
    std::string words;
    Health health = Health::fine;
    bool operator==(const StatusItem&) const = default;
};

struct StatusLine {
    std::vector<StatusItem> items;    // the door first
    std::string counts;               // "312 in all · 148 here · 11 a min"; empty when they are shown large
    std::string refused, refusedSum;  // "3 refused: 2 cancelled, 1 already in"; "3 refused". Empty: shown large
    std::string clock;                // "19:04"
    std::string label;                // "DEMO CLOCK" or "DEMO"; empty at a real event
    bool operator==(const StatusLine&) const = default;
};

struct Step {  // one of the numbered steps of a trouble
    std::string title, detail;
    bool operator==(const Step&) const = default;
};

// What a verdict screen is made of. One view draws all of them.
struct VerdictCard {
    std::uint64_t serial = 0;  // another number = another card, also for the same guest
    Verdict verdict = Verdict::admitted;
    bool calm = false;    // nothing new has happened: came in or left a moment ago at this door; a ticket shown again
    bool closed = false;  // not_open, because the doors have closed
    std::string word, detail;
    std::optional<GuestCard> guest;
    std::string explanation;          // without a guest: why
    std::string readLabel, readText;  // without a guest: what was read
    std::string note;                 // the volunteer must act on it; stays until the next scan
    std::string nextStep;             // in the band; empty for admitted, exited, calm
    std::string recorded;             // "Recorded 19:04:12 · 148th at this door"
    bool canUndo = false;
    bool canTypeCode = false;                 // the band offers to type a code
    bool canSearch = false;                   // to find the guest by name
    bool canWalkIn = false;                   // and to register one who is not found
    std::string overrideLabel;                // the band offers to let the guest in after all
    std::string declineLabel;                 // and not to: the volunteer decides
    std::string sameLabel, anotherLabel;      // a second holder of the ticket: who is it?
    std::optional<Remark> remarked;           // what was answered to that last
    std::string hideLabel;                    // "do not show my name"; empty = nobody would be named
    bool hidden = false;                      // it was pressed
    int ticketSize = 0;                       // of a walk-in: the new ticket's QR code, modules along an edge
    std::vector<std::uint8_t> ticketModules;  // size x size, 1 = dark
    std::string ticketCode, ticketHint;       // in fives; "photograph your ticket"
    bool rehearsal = false;
    std::vector<Step> steps;                            // of a trouble: not_recorded, and the clock's page
    std::string waiting, lastTry;                       // not_recorded: "Trying again every 2 s", "last try 19:21:44"
    std::optional<float> lifeLeft;                      // 1 to 0; nothing = it stays
    std::chrono::steady_clock::time_point committed{};  // for the statistics: when the answer was on disk
    float settle = 1;                                   // the sign's size, 0.86 to 1 in the first 120 ms
    // Whether a press on it writes something down about its guest.
    bool asks() const { return !(overrideLabel.empty() && sameLabel.empty() && hideLabel.empty()); }
    bool operator==(const VerdictCard&) const = default;
};

struct LastScan {
    Verdict verdict = Verdict::admitted;
    bool calm = false, rehearsal = false;
    CountryCode country;
    std::string who;   // first name and initial: the queue can read it. Without a guest: what it was
    std::string when;  // the time of an admission; the word of anything else, of a calm one that it came again
    bool operator==(const LastScan&) const = default;
};

enum class CameraState {
    none,      // this door was started without one
    starting,  // no picture yet
    live,
    gone,   // unplugged, failed, or the file cannot be played; tried again by itself
    ended,  // the video file has come to its end
};

// The camera's place on the idle screen.
struct CameraPanel {
    CameraState state = CameraState::starting;
    std::string title, detail;  // of a panel without a picture
    std::vector<Step> steps;
    std::string notice;   // a gold line over the picture: a film is played instead of a camera
    std::string caption;  // under the small picture beside an answer: how the next ticket is read
    bool operator==(const CameraPanel&) const = default;
};

struct Reason {
    std::string words;  // "2 cancelled"
    bool operator==(const Reason&) const = default;
};

struct Counters {
    // "Arrived", "all doors", "312", "/ 520"; at an exit "Inside now" and how many of those who came.
    std::string arrivedTitle, allDoors, arrived, of;
    float share = 0;  // 0 to 1
    std::string here, hereLabel, perMinute, perMinuteLabel, perMinuteShort, refused, refusedLabel;
    std::string reasonsTitle;     // "Refused:"; nobody was: empty
    std::vector<Reason> reasons;  // at most two
    bool operator==(const Counters&) const = default;
};

struct IdleScreen {
    std::string title, secondTitle;  // the event in both languages, the door's own first
    std::string exitLabel;           // "Exit · 出口"; empty at an entrance
    std::string demoLabel;           // "演示数据 DEMO"; empty at a real event
    std::string prompt, secondPrompt;
    bool closed = false;  // by hand: the prompt says so
    bool waits = false;   // nothing can be recorded: the prompt says so, nobody is invited
    CameraPanel camera;
    Counters counters;
    std::string lastTitle, lastEmpty;
    std::vector<LastScan> last;  // newest first, at most five
    std::string undo;            // "Undo Nethmi R.": whom a press would take back; empty = nobody any more
    std::string notice;         // a gold line over the camera: what could not be done, or that it is dark; mostly empty
    bool noticeIsGood = false;  // or what was done
    std::string light;          // the button beside it: more light, or the torch out again; empty = nothing to change
    bool operator==(const IdleScreen&) const = default;
};

struct ReasonScreen {  // of an undo or of an answer that is overruled
    std::string title, timeLeft, summary;
    GuestCard guest;
    std::string why, whyDetail;
    std::vector<std::string> reasons;  // four; pressed by place
    std::string keep;
    std::string another;  // the button that shows what else could be taken back; empty = nothing
    bool operator==(const ReasonScreen&) const = default;
};

struct DoorScreen {
    Scene scene = Scene::idle;
    Lang lang = Lang::en;
    bool rehearsal = false;           // a striped border around everything
    bool quiet = false;               // dim, for latecomers during an act
    bool mirrored = false;            // the preview, for guests who face it
    std::string rehearsalLabel;       // "REHEARSAL"; with `goLive` when it is time
    std::string goLive;               // the button that ends the rehearsal; empty = not urged
    IdleScreen idle;                  // always filled: what is behind a card
    std::optional<VerdictCard> card;  // scene verdict
    std::optional<ReasonScreen> reason;
    std::optional<SearchScreen> search;
    std::optional<ConfirmScreen> confirm;
    std::optional<WalkInScreen> walkIn;
    std::optional<GroupScreen> group;
    std::optional<MenuScreen> menu;
    std::optional<PinScreen> pin;
    std::optional<EmergencyScreen> emergency;
    std::optional<SettingsScreen> settings;
    std::optional<SelfTestScreen> selfTest;
    StatusLine status;
    std::string searchLabel, walkInLabel, groupLabel;  // the buttons of the idle screen; an empty one is not there
    bool findLocked = false;                           // they ask for the PIN first, the search for names
    std::string menuLabel, emergencyLabel, emergencyShort;
    std::string typeCodeLabel, undoLabel, tryNowLabel, goOnLabel, seatLabel;
    bool operator==(const DoorScreen&) const = default;
};

// What a person asked for on a screen.
enum class DoorAction {
    dismiss,   // a tap on a card that stays
    undo,      // ask for the reason
    override,  // let the guest in after all: ask for the reason
    samePerson,
    anotherPerson,
    hideName,     // "do not show me on the screen"
    another,      // take back another one than the last
    ticketAgain,  // of the last walk-in
    reason1,
    reason2,
    reason3,
    reason4,
    keep,
    tryNow,
    goLive,  // the rehearsal ends

    openSearch,
    openWalkIn,
    openGroup,
    openMenu,
    openEmergency,
    back,
    yes,     // F9, and the one big button of a page
    check,   // take what is typed as a ticket code
    letter,  // of the touch keyboard; `value` is the character
    eraseLetter,
    otherLayer,  // letters or figures
    showKeyboard,
    pick,   // row, cell, choice or tile number `value`
    focus,  // field number `value`
    up,
    down,
    left,
    right,
    pageUp,
    pageDown,
    toggle,  // the tick or switch that has the focus, or number `value`
    less,    // of setting number `value`
    more,
    all,
    none,
    print,
    light,  // as the idle screen's button says
};
inline constexpr int kDoorActions = static_cast<int>(DoorAction::light) + 1;

struct DoorPress {
    DoorAction action = DoorAction::back;
    std::uint32_t value = 0;
    DoorPress(DoorAction what, std::uint32_t which = 0) : action(what), value(which) {}
    bool operator==(const DoorPress&) const = default;
};

// What is heard with an answer.
enum class Heard { admitted, attention, exited, calm, already, look, refused, fault, undone };

}  // namespace turnout::kiosk
