// Screens that keep a volunteer from a mistake: a full hall, somebody who is on the list already, what was not chosen,
// who needs something.
#include "common/domain/ticket_code.h"
#include "tests/kiosk/views/sample_list.h"

namespace turnout::kiosk::test {
namespace {

void type(Stage& stage, std::u32string_view text) {
    for (const char32_t c : text) stage.press({DoorAction::letter, static_cast<std::uint32_t>(c)});
}

Guest needing(Guest guest, const char* note) {
    guest.affiliation = {"Wenzhou Medical University", "温州医科大学"};
    guest.note = note;
    guest.attention = true;
    return guest;
}

void addWalkIns(std::vector<Sample>& all, Lang lang) {
    Stage full(lang);
    DoorStatus crowd = counts();
    crowd.inside = 520;
    full.presenter.onStore(crowd, {}, 0, {}, full.now);
    full.press(DoorAction::openWalkIn);
    all.push_back({"E0-walk-in-full", full.presenter.screen()});
    full.presenter.onStore(counts(), {}, 0, {}, full.now);
    type(full, U"fatoumata");
    full.press({DoorAction::focus, 1});
    type(full, U"guinea");
    full.press(DoorAction::right);
    full.press(DoorAction::right);
    SampleList({}).answer(full);
    all.push_back({"E1-walk-in-chosen-by-key", full.presenter.screen()});
    full.press({DoorAction::focus, 2});
    type(full, U"wen");
    all.push_back({"E2-walk-in-one-left", full.presenter.screen()});
    full.press(DoorAction::yes);
    all.push_back({"E2b-walk-in-recording", full.presenter.screen()});
    full.presenter.onRefused(full.presenter.takeRequests().at(0).scan,
                             makeError(Fault::refusedByRules, "store.walk_in_wrong_door"), full.now);
    all.push_back({"E3-walk-in-refused", full.presenter.screen()});

    Stage closed(lang);
    DoorStatus shut = counts();
    shut.closed = true;
    closed.presenter.onStore(shut, {}, 0, {}, closed.now);
    closed.press(DoorAction::openWalkIn);
    all.push_back({"E3b-walk-in-not-open", closed.presenter.screen()});
    DoorSetup backstage = setup(lang);
    backstage.event.categories = {{"student", {"Student", "学生"}}, {"performer", {"Performer", "演员"}}};
    backstage.event.doors = {{backstage.door.name, DoorWay::both, {"performer"}, {}, {}}};
    Stage other(std::move(backstage));
    other.presenter.onStore(counts(), {}, 0, {}, other.now);
    other.press(DoorAction::openWalkIn);
    all.push_back({"E3c-walk-in-wrong-door", other.presenter.screen()});

    Stage listed(lang);
    SampleList list(numbered({rathnayake()}));
    listed.press(DoorAction::openWalkIn);
    for (const char32_t c : std::u32string_view(U"Rathnayake Nethmi Sanduni Wijesinghe Mudiyanselage"))
        listed.presenter.onCharacter(c);
    listed.press({DoorAction::focus, 1});
    type(listed, U"sri lanka");
    listed.press({DoorAction::pick, 0});
    list.answer(listed);
    all.push_back({"E4-walk-in-listed", listed.presenter.screen()});

    Stage again(lang);
    Answer admitted = answer(Verdict::admitted, rathnayake());
    admitted.source = Source::walkIn;
    admitted.code = makeTicketCode("CQM7", {7, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    again.show(admitted);
    again.press(DoorAction::openWalkIn);
    all.push_back({"E5-walk-in-ticket-again", again.presenter.screen()});
    again.press(DoorAction::ticketAgain);
    all.push_back({"E5b-walk-in-ticket-shown-again", again.presenter.screen()});
}

void addNotes(std::vector<Sample>& all, Lang lang) {
    const std::vector<Guest> guests =
        numbered({needing(rathnayake(), "Wheelchair: lift at the left entrance"), needing(kouassi(), "VIP, row 1"),
                  needing(boateng(), "To backstage"), bekele(), htet()});
    SampleList list(guests);
    Stage confirm(lang);
    confirm.press(DoorAction::openSearch);
    list.type(confirm, U"nethmi");
    confirm.press(DoorAction::yes);
    all.push_back({"E6-confirm-note", confirm.presenter.screen()});
    Stage shortName(lang);
    shortName.press(DoorAction::openSearch);
    list.type(shortName, U"kwame");
    shortName.press(DoorAction::yes);
    all.push_back({"E7-confirm-note-short", shortName.presenter.screen()});
    Stage full(lang);
    DoorStatus crowd = counts();
    crowd.inside = 520;
    full.presenter.onStore(crowd, {}, 0, {}, full.now);
    full.press(DoorAction::openSearch);
    list.type(full, U"kwame");
    full.press(DoorAction::yes);
    all.push_back({"E8-confirm-full", full.presenter.screen()});
    Stage group(lang);
    DoorStatus room = counts();
    room.inside = 200;
    group.presenter.onStore(room, {}, 0, {}, group.now);
    group.press(DoorAction::openGroup);
    list.answer(group);
    group.press({DoorAction::pick, 0});
    list.answer(group);
    all.push_back({"E9-group-notes", group.presenter.screen()});
    group.press(DoorAction::yes);
    for (const DoorRequest& request : group.presenter.takeRequests()) {
        Answer given = answer(Verdict::admitted, guests.at(static_cast<std::size_t>(request.guest->value - 1)));
        given.scan = request.scan;
        group.presenter.onAnswer(given, group.now);
    }
    all.push_back({"EA-group-who-needs-what", group.presenter.screen()});
}

// A door that only scans, one before its hours, and hands that have neither camera nor scanner.
void addNarrowDoors(std::vector<Sample>& all, Lang lang) {
    DoorSetup scansOnly = setup(lang);
    scansOnly.state.scanOnly = scansOnly.state.hasPin = true;
    DoorStatus locked = counts();
    locked.hasPin = true;
    Stage codes(std::move(scansOnly));
    codes.presenter.onStore(locked, {}, 0, {}, codes.now);
    all.push_back({"EB-idle-scan-only", codes.presenter.screen()});
    codes.press(DoorAction::openSearch);
    all.push_back({"EC-search-codes", codes.presenter.screen()});
    type(codes, U"li");
    all.push_back({"ED-search-codes-none", codes.presenter.screen()});

    DoorStatus early = counts();
    early.opens = nineteenOhFour() + std::chrono::minutes(26);
    for (const bool picture : {true, false}) {
        Stage before(lang, Direction::entry, picture);
        before.presenter.onStore(early, {}, 0, {}, before.now);
        all.push_back({picture ? "EE-idle-early" : "EF-idle-early-no-camera", before.presenter.screen()});
    }
    Stage nothing(lang, Direction::entry, false);
    nothing.presenter.onScannerGone(true);
    nothing.tick();
    all.push_back({"EG-idle-scanner-gone", nothing.presenter.screen()});
    nothing.show(answer(Verdict::revoked, khan()));
    all.push_back({"EH-card-scanner-gone", nothing.presenter.screen()});

    Stage nobody(lang);
    SampleList empty(numbered({bekele()}));
    nobody.press(DoorAction::openSearch);
    empty.type(nobody, U"zzzz");
    all.push_back({"EI-search-nobody", nobody.presenter.screen()});
}

// A door that admits nobody now, and an answer that had to wait.
void addShutDoors(std::vector<Sample>& all, Lang lang) {
    DoorStatus late = counts(), full = counts();
    late.opens = nineteenOhFour() - std::chrono::hours(2);
    late.closes = nineteenOhFour() - std::chrono::minutes(4);
    full.inside = 520;
    for (const bool picture : {true, false}) {
        Stage over(lang, Direction::entry, picture);
        over.presenter.onStore(late, {}, 0, {}, over.now);
        all.push_back({picture ? "EJ-idle-late" : "EK-idle-late-no-camera", over.presenter.screen()});
        Stage taken(lang, Direction::entry, picture);
        taken.presenter.onStore(full, {}, 0, {}, taken.now);
        all.push_back({picture ? "EL-idle-full" : "EM-idle-full-no-camera", taken.presenter.screen()});
    }
    DoorSetup evening = setup(lang);
    evening.event.starts = nineteenOhFour();
    Stage over(std::move(evening));
    over.presenter.onStore(late, {}, 0, {}, over.now);
    over.presenter.openSelfTest();
    over.tick();
    all.push_back({"EN-self-test-late", over.presenter.screen()});

    Stage waited(lang);
    for (const Verdict verdict : {Verdict::admitted, Verdict::wrongDoor}) {
        waited.presenter.onAnswer(answer(verdict, htet()), waited.now, {}, {}, true);
        const bool admitted = verdict == Verdict::admitted;
        all.push_back({admitted ? "EP-waited" : "EQ-waited-other-door", waited.presenter.screen(), admitted});
        waited.press(DoorAction::dismiss);
    }
    waited.press(DoorAction::openEmergency);
    std::vector<Guest> guests =
        numbered({bekele(), boateng(), khan(), sharabi(), kouassi(), phommachanh(), batbayar(), htet()});
    for (Guest& guest : guests) {
        guest.attention = guest.id.value % 5 == 2;
        guest.note = guest.attention ? "Wheelchair place, row 1, with an assistant who sits beside" : "";
    }
    waited.presenter.onPeople(allInside(waited, guests));
    all.push_back({"ER-inside-noted", waited.presenter.screen()});
}

}  // namespace

void addAskedScreens(std::vector<Sample>& all, Lang lang) {
    addNarrowDoors(all, lang);
    addShutDoors(all, lang);
    addWalkIns(all, lang);
    addNotes(all, lang);
}

}  // namespace turnout::kiosk::test
