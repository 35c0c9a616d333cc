// What the pages of a door show that are no verdict: search, walk-in, group, menu. As DoorScreen: plain values, final
// words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/country.h"
#include "common/store/guest_index.h"

namespace turnout::kiosk {

// The guest of a card or a page.
struct GuestCard {
    std::string name, nativeName;
    CountryCode country;
    std::string countryName, affiliation;
    std::string seat, category;
    std::string note;  // small, in the seat card; an admission's note stands in the band instead
    bool operator==(const GuestCard&) const = default;
};

// The keyboard for touch; away while a real one is used.
struct KeyboardScreen {
    bool up = true;
    bool figures = false;  // the second layer
    std::string space, otherLayer;
    bool operator==(const KeyboardScreen&) const = default;
};

struct SearchRow {
    GuestCard guest;
    std::vector<ByteSpan> inName, inNativeName;  // what matched
    std::string line;                            // "Malaysia · Chongqing Medical University"
    std::vector<ByteSpan> inLine;                // what matched there
    std::string state, detail;                   // "Not in yet"; "Already in", "Door B · 18:50"
    bool done = false;                           // inside at an entrance, not inside at an exit
    bool operator==(const SearchRow&) const = default;
};

struct SearchScreen {
    std::string typed, hint;
    std::string count;  // "5 guests"; empty before something is typed
    std::vector<SearchRow> rows;
    std::size_t first = 0, selected = 0;  // the row at the top, the one that F9 opens
    std::string emptyTitle, emptyDetail;  // in place of rows
    std::string checkCode;                // the button that takes what is typed as a ticket; empty = none
    bool isCode = false;                  // it looks like one: the button is the blue one
    std::string guests;  // the button to search for people, behind the PIN; empty = they are found here
    std::string wrong;   // a code with one character wrong: the field turns gold
    std::string seatLabel;
    KeyboardScreen keyboard;
    bool operator==(const SearchScreen&) const = default;
};

struct NoteRow {  // a guest, and what a volunteer must do for them
    std::string name, note;
    bool operator==(const NoteRow&) const = default;
};

struct ConfirmScreen {
    std::string title;
    std::vector<NoteRow> notes;  // in place of `says`: who of many needs what
    std::string says;            // what will happen, where nobody is to be confirmed
    GuestCard guest;
    std::string state;     // "Not in yet · ticket 7K3P9, issued 10 Nov"
    std::string note;      // the volunteer must act on it
    bool warn = false;     // in already: nothing to confirm
    bool refused = false;  // this door will answer no; `question` says what
    std::string question, yes, no, seatLabel;
    bool operator==(const ConfirmScreen&) const = default;
};

struct FieldScreen {
    std::string label, typed, hint;
    bool focused = false;
    bool selected = false;     // all of it: what is typed next takes its place
    CountryCode country = {};  // its flag: what was chosen
    std::string remark = {};   // what comes of what is typed, beside the label
    bool operator==(const FieldScreen&) const = default;
};

struct Choice {
    std::string words;
    CountryCode country;  // its flag; ZZ has none
    bool chosen = false;
    bool next = false;  // the one that the key takes
    bool operator==(const Choice&) const = default;
};

struct WalkInScreen {
    std::string title, counts;
    std::vector<FieldScreen> fields;  // name, country, university, own script
    std::vector<Choice> choices;      // for the field that has the focus, at most four
    bool consent = false;
    std::string consentLabel, admit, missing;  // missing: why it cannot be admitted yet; empty = it can
    // On the list already, it seems, and in place of the choices: who, how they are now, and the two answers.
    std::string listed, listedState, listedSame, listedAnother;
    std::string again;  // the button that shows the last walk-in's ticket once more; empty = none
    KeyboardScreen keyboard;
    bool operator==(const WalkInScreen&) const = default;
};

struct GroupCell {
    std::string name;
    CountryCode country;
    bool ticked = false;
    std::string in;       // "19:04": came in already and cannot be ticked
    bool byUs = false;    // in this very act
    std::string refused;  // why the act did not admit them
    std::string note;     // the volunteer must act on it
    std::string beside;   // what tells the guest from a namesake, or stands so on paper: never cut with the name
    bool operator==(const GroupCell&) const = default;
};

struct GroupScreen {
    std::string title;
    std::vector<std::string> choices, choiceDetails;  // one is to be chosen first; empty once it is
    std::string university;
    std::vector<GroupCell> cells;
    std::size_t first = 0, focused = 0;  // the cell at the top left, the one that the key ticks
    std::string keyTicks, pages;         // what that key does; "page 1 of 14", empty = one
    std::string found;                   // what is typed and how many of the list it finds; empty = nothing is typed
    std::string typed, findHint;         // in the field above the keyboard
    KeyboardScreen keyboard{.up = false};
    std::string said;  // in place of the list: it is not there yet, or nobody on it is found
    std::string tickAll, tickNone, summary, detail, admit;
    std::string undo;  // the button that takes back what has just been admitted; empty = nothing
    bool canAdmit = false, canTick = false, canUntick = false;  // somebody is left to tick; somebody is ticked
    bool operator==(const GroupScreen&) const = default;
};

enum class TileIcon { quiet, people, paper, test, rehearsal, settings, door, close };

inline constexpr std::uint32_t kMenuTiles = 8;  // picks from here on are volunteers

struct MenuTile {
    std::string title, detail;
    TileIcon icon = TileIcon::quiet;
    bool locked = false, on = false;
    std::uint32_t value = 0;  // what a press on it picks
    bool operator==(const MenuTile&) const = default;
};

struct MenuScreen {
    std::string title;
    std::string volunteerTitle, enter;
    FieldScreen volunteer;
    std::vector<std::string> volunteers;  // who was here before
    std::vector<MenuTile> tiles;          // those that there are at this door now
    KeyboardScreen keyboard;              // up while the name is typed
    bool operator==(const MenuScreen&) const = default;
};

struct PinScreen {
    std::string title, scanningGoesOn, explanation, detail, wrong;
    std::size_t digits = 0, most = 8;
    bool canEnter = false;
    bool operator==(const PinScreen&) const = default;
};

struct InsideRow {  // a university's head, or a guest under it
    bool head = false;
    std::string name, detail;
    CountryCode country;
    bool noted = false;  // somebody must know of it
    bool operator==(const InsideRow&) const = default;
};

struct EmergencyScreen {
    std::string title, count, honest, print, printed;
    std::string old;  // of when the list is, when not of now
    std::vector<InsideRow> rows;
    std::size_t first = 0;
    std::string empty;
    bool operator==(const EmergencyScreen&) const = default;
};

enum class TestSubject { camera, scanner, sound, saving, disk, clock, hours, list, pin, power };
enum class TestState { good, wait, ask, warn, bad };

struct TestLine {
    TestSubject subject = TestSubject::camera;
    TestState state = TestState::good;
    std::string name, words;
    std::string remedy;  // how to mend it; empty when there is nothing to mend
    bool operator==(const TestLine&) const = default;
};

struct SelfTestScreen {
    std::string title, where, clock;  // where: the door
    std::vector<TestLine> lines;
    std::optional<std::size_t> open;  // the line whose remedy is shown first; every red one's, where there is room
    TestState worst = TestState::good;
    std::string summary, summaryDetail, heardYes, heardNo, again, start, codeHint;
    bool startLocked = false;  // behind the PIN: something is red
    int codeSize = 0;
    std::vector<std::uint8_t> codeModules;
    bool operator==(const SelfTestScreen&) const = default;
};

struct SettingRow {
    std::string title, detail, value;  // value: "On", "62 %", "USB camera"
    bool toggle = false, on = false;
    bool steps = false;  // the value before and the next
    bool press = false;  // one button with the value
    bool operator==(const SettingRow&) const = default;
};

struct SettingsScreen {
    std::string title, locksItself;
    std::string notice;  // in place of the latter: what could not be done, or was
    std::vector<SettingRow> rows;
    bool operator==(const SettingsScreen&) const = default;
};

}  // namespace turnout::kiosk
