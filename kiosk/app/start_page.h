// Before a door is open: which event, which door, which camera, who stands here. Remembered from last time, so that
// mostly one key is enough. Knows no drawing and reads no disk: it says what it wants read and is told when it has been
// (start_reader.h); until then all else can be chosen.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/door_screen.h"
#include "kiosk/app/event_browser.h"
#include "kiosk/app/event_list.h"
#include "kiosk/app/preferences.h"
#include "kiosk/app/typed_text.h"

namespace turnout::kiosk {

struct StartChoice {
    std::filesystem::path event;
    std::string door, camera, volunteer;  // camera: the one a person chose; empty = as remembered
    bool noCamera = false;
    Direction direction = Direction::entry;
    Lang lang = Lang::en;
};

struct StartCard {  // an event, a door, a camera
    std::string title, second, detail;
    bool chosen = false;
    bool broken = false;  // the event cannot be opened; `second` says why
    bool operator==(const StartCard&) const = default;
};

struct StartScreen {
    Lang lang = Lang::en;
    std::string about, chinese, english;
    std::string eventTitle, doorTitle, cameraTitle, volunteerTitle;
    std::vector<StartCard> events;
    std::string noEvents, another;  // another: the button that shows other files
    bool looking = false;           // `noEvents` or `noEntries` says that disks are being read: nothing is amiss
    bool moreEvents = false;        // `another` has something to show
    std::vector<StartCard> doors;
    std::vector<StartCard> ways;  // in and out, of a door of both ways; else empty
    FieldScreen newDoor;          // an event without strict doors: type its name; shown when the event names no door
    bool doorIsTyped = false;
    std::vector<StartCard> cameras;
    FieldScreen volunteer;
    std::vector<std::string> volunteers;
    std::string start;
    bool canStart = false;
    std::string wanting;  // what is still missing
    std::string trouble;  // why the last choice could not be opened
    int focused = 0;      // 0 event, 1 door, 2 camera, 3 volunteer
    KeyboardScreen keyboard;
    std::string clock;
    std::string browse;     // the button that looks for a file elsewhere
    bool browsing = false;  // and that page, in place of everything but the foot
    FieldScreen path;
    std::vector<StartCard> entries;  // folders and event files
    std::string noEntries;           // nothing but the way up is listed: why
    bool operator==(const StartScreen&) const = default;
};

enum class StartAction {
    chooseEvent,  // number `value`
    anotherEvents,
    browse,     // look for a file elsewhere
    openEntry,  // number `value`
    typePath,
    chooseDoor,
    typeDoor,
    chooseWay,  // 0 in, 1 out
    otherWay,
    chooseCamera,
    typeVolunteer,
    chooseVolunteer,
    letter,
    eraseLetter,
    otherLayer,
    chinese,
    english,
    start,
    back,  // away with the keyboard
    up,
    down,
    left,
    right,
};

struct StartPress {
    StartAction action = StartAction::start;
    std::uint32_t value = 0;
    StartPress(StartAction what, std::uint32_t which = 0) : action(what), value(which) {}
    bool operator==(const StartPress&) const = default;
};

inline constexpr std::size_t kEventsShown = 2;

// Where files beyond those handed in are looked for.
struct Elsewhere {
    std::filesystem::path home;  // where browsing begins
    bool lyingAbout = false;     // files lying where people keep theirs are shown too
};

// Something the page waits for.
struct Unread {
    enum class What { lyingAbout, folder, event } what = What::lyingAbout;
    std::filesystem::path path;  // of the folder, of the event
    auto operator<=>(const Unread&) const = default;
};

class StartPresenter {
  public:
    // `events`: those opened before, the last one first; of each the path is enough.
    // `way`: in which a door of both ways is opened, until a person says otherwise.
    StartPresenter(std::vector<ShelvedEvent> events, const Preferences& preferences, Lang lang,
                   Elsewhere elsewhere = {}, Direction way = Direction::entry);

    const StartScreen& screen() const { return screen_; }
    void handle(StartPress press);
    void onCharacter(char32_t character);
    void onBackspace();
    void onPaste(const std::string& text);              // a path, while one is asked for
    void onSelectAll();                                 // of that path
    void onDropped(const std::filesystem::path& file);  // let go over the window: it is the event
    // The last characters were a hand scanner's: they go, and it is said that tickets wait for the door to be open.
    void onScan(std::size_t characters);
    void onCameras(std::vector<std::string> names);  // those that are there
    void wantNoCamera();                             // as was chosen before, or as the command line says
    // To be read; asked for again and again until it is answered or no longer needed. An answer that is no longer
    // needed changes nothing.
    std::vector<Unread> wanted() const;
    void onLyingAbout(const std::vector<std::filesystem::path>& files);  // the newest first
    void onFolder(const std::filesystem::path& folder, FolderListing listing);
    void onEvent(const std::filesystem::path& asked, ShelvedEvent read);
    void tick(TimePoint now);          // the clock on the screen
    void tell(const Error& error);     // the choice could not be opened; said until the next press
    std::string chosenCamera() const;  // the one to be previewed; empty = none or any
    bool noCamera() const;             // none is there, or none is wanted

    std::optional<StartChoice> taken() const { return taken_; }  // after `start`

  private:
    std::string words(const char* key) const { return say(Text{std::string("kiosk.start.") + key, {}}, lang_); }
    const ShelvedEvent* event() const { return events_.chosen(); }
    void beginDoors();
    bool doorIsNamed() const;
    void chooseCamera(std::size_t which);
    std::size_t cameraCards() const;
    void move(int by);
    void take(const std::filesystem::path& file);
    void openEntry(std::size_t which);
    bool handleBrowsing(const StartPress& press);
    void rebuild();
    void fillBrowser(StartScreen& screen) const;
    void fillEvents(StartScreen& screen) const;
    std::string doorName() const;
    DoorWay doorWay() const;
    std::vector<StartCard> ways() const;

    EventList events_;
    const Elsewhere elsewhere_;
    bool lookingAbout_;  // for files lying about
    EventBrowser browser_;
    bool browsing_ = false;
    std::size_t firstEvent_ = 0, door_ = 0, camera_ = 0;
    std::string rememberedDoor_, wantedCamera_;  // camera: chosen, else remembered; keeps its place while it is away
    std::vector<std::string> cameras_, volunteers_;
    bool volunteerTyped_ = false;
    struct Before {  // the first character is typed over somebody's name; a scanner's gives it back
        TypedText volunteer;
        int focused = 0;
    };
    Before before_;
    bool cameraChosen_ = false;   // by the person, not by what is remembered
    bool withoutCamera_ = false;  // the person wants none
    Direction way_;
    TypedText volunteer_, newDoor_;
    int focused_ = 0;
    bool keyboard_ = false, figures_ = false, typesDoor_ = false;
    Lang lang_;
    std::string clock_;
    std::optional<Error> trouble_;
    std::optional<StartChoice> taken_;
    StartScreen screen_;
};

}  // namespace turnout::kiosk
