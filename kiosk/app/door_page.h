// A page of a door that is no verdict. It owns what is typed, chosen and ticked on it; what it needs from outside it
// asks for by requests and questions. Knows no drawing, no store, no clock.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/event.h"
#include "common/store/event_reader.h"
#include "kiosk/app/door_request.h"
#include "kiosk/app/door_screen.h"
#include "kiosk/app/door_state.h"
#include "kiosk/app/people_service.h"
#include "kiosk/app/typed_text.h"
#include "kiosk/app/undoable.h"

namespace turnout::kiosk {

inline constexpr std::chrono::seconds kLocksAfter{60};  // without a touch: what is behind the PIN, and who was found
inline constexpr std::chrono::minutes kFormStays{10};   // and what somebody has typed or ticked

// How the parts of the door are.
struct DoorHealth {
    CameraState camera = CameraState::none;
    bool scannerGone = false, sound = true, clockJumped = false;
    MachineNow machine;
    std::size_t waiting = 0;  // scans that are not recorded: they are in memory only
    std::string cameraName;   // of what gives the picture: perhaps a film or a pipeline

    bool notRecording() const { return waiting > 0; }
};

// What every page may look at.
struct PageContext {
    const EventPlan& event;
    const std::string& eventTag;
    const Door& door;      // as it is called now
    const DoorPlan& plan;  // its own rules
    Direction direction = Direction::entry;
    Lang lang = Lang::en;
    DoorStatus counts;
    TimePoint now{};
    DoorState state;
    DoorHealth health;
    const std::vector<Undoable>& undoables;  // the oldest first
    bool upright = false;                    // the window is higher than wide: fewer columns
    std::string ticketOf = {};               // the last walk-in, whose ticket can be shown again; as the queue may read

    std::string words(const std::string& key, std::vector<std::pair<std::string, std::string>> args = {}) const {
        return say(Text{"kiosk." + key, std::move(args)}, lang);
    }
    // In the hall; nothing where the event has no capacity.
    std::optional<std::int64_t> placesLeft() const {
        if (!event.capacity) return {};
        return std::max<std::int64_t>(0, *event.capacity - counts.inside);
    }
};

class DoorPage;

// What a page wants after something was done on it.
struct PageWish {
    PageWish();
    PageWish(PageWish&&) noexcept;
    PageWish& operator=(PageWish&&) noexcept;
    ~PageWish();

    bool close = false;              // back to the door
    std::unique_ptr<DoorPage> open;  // in place of this page
    std::vector<DoorRequest> requests;
    std::optional<PeopleQuestion> question;
    std::optional<DoorState> state;  // as it is from now on
    std::vector<ScanId> takeBack;    // ask why, then take these back; the page closes
    bool goOn = false;               // the PIN was given for an answer that is to be overruled
};

class DoorPage {
  public:
    virtual ~DoorPage() = default;

    // It may stand before the page that says "not recorded", which comes back when this one is left.
    virtual bool standsBeforeFault() const { return false; }
    // Shows the list's people, or lets somebody in without a ticket: not for who may only scan.
    virtual bool findsPeople() const { return false; }
    // The key and the button for the search are its own.
    virtual bool handlesSearch() const { return false; }
    // A name that was looked for and is on no list: of who stands here, perhaps.
    virtual std::string unknownName() const { return {}; }
    // Goes away when the PIN's time is over.
    virtual bool behindPin() const { return false; }
    // How long it stays when nobody touches it; nothing: until it is left.
    virtual std::optional<Millis> staysUntouched() const { return {}; }
    // May not be left by opening another page over it: it comes back when that closes, and what it asked for is
    // answered to it meanwhile. Only the lock takes it away.
    virtual bool holds(const PageContext&) const { return false; }
    // Puts its scene and its screen in.
    virtual void fill(DoorScreen& screen, const PageContext& context) const = 0;
    virtual PageWish begin(const PageContext&) { return {}; }
    virtual PageWish handle(const DoorPress& press, const PageContext& context) = 0;
    virtual PageWish onCharacter(char32_t, const PageContext&) { return {}; }
    virtual PageWish onBackspace(const PageContext&) { return {}; }
    virtual PageWish onEnter(const PageContext&) { return {}; }
    virtual PageWish onTab(bool /*back*/, const PageContext&) { return {}; }
    // The last characters were a hand scanner's.
    virtual PageWish removeTyped(std::size_t, const PageContext&) { return {}; }
    virtual void onPeople(People, const PageContext&) {}
    virtual PageWish afterPeople(const PageContext&) { return {}; }
    // An answer to one of its own requests; true when the page shows it itself.
    virtual bool onAnswer(const Answer&, const PageContext&) { return false; }
    // Somebody must still act on what its own answers said, now that all of them are there.
    virtual bool mustAct() const { return false; }
    // It has been in front, as it is now, in a frame.
    virtual void onSeen() {}
    // It goes with this answer, whose card comes in its place.
    virtual bool endsWith(const Answer&) const { return false; }
    // One of its own requests was refused as an error; true when the page says it itself.
    virtual bool onRefused(const ScanId&, const Error&) { return false; }
    // The act that one of its own requests belongs to, before its answer comes; the one it did.
    virtual std::optional<Act> actOf(const ScanId&) const { return {}; }
    virtual std::optional<ScanId> act() const { return {}; }
    virtual void onTakenBack(AttendeeId) {}
    virtual bool onTested(Source) { return false; }  // the test code was read; true when the page says so
    virtual void onSaved(std::optional<Millis>) {}   // testSaving: how long it took; nothing = it failed
    // The numbers have changed: somebody came in somewhere.
    virtual PageWish onCounts(const PageContext&) { return {}; }
    // The event file has gone, or is back.
    virtual PageWish onFile(const PageContext&) { return {}; }
};

inline PageWish::PageWish() = default;
inline PageWish::PageWish(PageWish&&) noexcept = default;
inline PageWish& PageWish::operator=(PageWish&&) noexcept = default;
inline PageWish::~PageWish() = default;

// The wish for another page in place of this one.
inline PageWish opening(std::unique_ptr<DoorPage> page) {
    PageWish wish;
    wish.open = std::move(page);
    return wish;
}

// The guest as a page shows them.
GuestCard guestCard(const Guest& guest, Lang lang);
// "Malaysia · Chongqing Medical University".
std::string guestLine(const GuestCard& guest);

}  // namespace turnout::kiosk
