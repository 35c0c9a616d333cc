// Pages with more on them than there should be.
#include "tests/kiosk/views/sample_list.h"

namespace turnout::kiosk::test {

// A notice and a rehearsal take their height from what stands in the camera's place.
void addCrowdedScreens(std::vector<Sample>& all, Lang lang) {
    const auto lost = makeError(Fault::diskError, "store.cannot_write", {{"file", "gala.turnout"}});
    DoorStatus rehearsing = counts();
    rehearsing.rehearsal = true;
    CameraNow gone;
    gone.state = CameraState::gone;
    gone.name = "USB camera";
    gone.since = evening("2023-11-17T19:03:02+08:00");
    CameraNow ended;
    ended.state = CameraState::ended;
    ended.name = "door.webm";
    const auto add = [&](const char* name, const std::optional<CameraNow>& camera) {
        Stage stage(lang, Direction::entry, false);
        stage.presenter.onStore(rehearsing, {}, 0, {}, stage.now);
        if (camera) stage.presenter.onCamera(*camera);
        stage.presenter.onNotDone(lost, stage.now);
        all.push_back({std::string("C0-rehearsal-notice-") + name, stage.presenter.screen()});
        stage.show(answer(Verdict::revoked, khan()));
        all.push_back({std::string("C1-cancelled-") + name, stage.presenter.screen()});
    };
    add("no-camera", {});
    add("camera-gone", gone);
    add("film-ended", ended);
    Stage exit(lang, Direction::exit);
    all.push_back({"C2-idle-exit", exit.presenter.screen()});
    Stage undo(lang);
    undo.show(answer(Verdict::admitted, sampleGuest("Wijesinghe Mudiyanselage Kumarihamy", "", "LK", {}, "C-14")));
    undo.past();
    all.push_back({"C3-idle-undo-long", undo.presenter.screen()});
    Guest much = named(sharabi());
    much.note = "Wheelchair seat: use the ramp left";
    much.attention = true;
    much.affiliation = {"The International Medical University of Chongqing and Sichuan Provinces",
                        "重庆与四川两省市国际医科联合大学第一临床医学院国际教育中心与附属教学医院联合培养基地"};
    Stage noted(lang);
    noted.show(answer(Verdict::admitted, much));
    all.push_back({"C5-note-consent-long-university", noted.presenter.screen(), true});
    much.affiliation = sharabi().affiliation;
    Stage dots(lang);
    dots.show(answer(Verdict::admitted, much));
    all.push_back({"C6-note-consent-arabic", dots.presenter.screen(), true});
    Stage numbers(lang);
    DoorStatus large = counts();
    large.guests = {52'000, 31'200};
    large.admittedHere = 14'800;
    large.lastFiveMinutesHere = 550;
    large.refusedHere = {{Verdict::notATicket, 1'243}, {Verdict::alreadyIn, 157}, {Verdict::genuineUnlisted, 12}};
    numbers.presenter.onStore(large, {}, 0, {}, numbers.now);
    all.push_back({"C7-idle-large-numbers", numbers.presenter.screen()});
    large.refusedHere.pop_back();
    numbers.presenter.onStore(large, {}, 0, {}, numbers.now);
    all.push_back({"C8-idle-two-reasons", numbers.presenter.screen()});
    Stage answered(lang);
    Answer conflict = answer(Verdict::alreadyIn, sharabi());
    conflict.first = doorB("2023-11-17T18:50:02+08:00");
    answered.show(conflict);
    answered.press(DoorAction::anotherPerson);
    all.push_back({"C9-already-answered", answered.presenter.screen()});
    DoorStatus brief = counts();
    Stage letter(lang);
    brief.door = "A";
    letter.presenter.onStore(brief, {}, 0, {}, letter.now);
    letter.press(DoorAction::openMenu);
    all.push_back({"C4-menu-door-of-one-letter", letter.presenter.screen()});
}

void addLongLists(std::vector<Sample>& all, Lang lang, std::vector<Guest> guests) {
    for (Guest& guest : guests)
        if (guest.seat.empty()) guest.seat = "Balcony left, row 3";
    SampleList list(numbered(guests));
    const std::pair<const char*, std::u32string> searches[] = {
        {"university", U"china"}, {"other-name", U"中国"}, {"country", U"斯里兰卡"}, {"own-script", U"නෙත්මි"}};
    for (const auto& [name, typed] : searches) {
        Stage search(lang);
        search.press(DoorAction::openSearch);
        list.type(search, typed);
        all.push_back({std::string("D0-search-long-") + name, search.presenter.screen()});
    }
    for (Guest& guest : guests) guest.affiliation = {"Wenzhou Medical University", "温州医科大学"};
    SampleList coach(numbered(guests));
    Stage group(lang);
    group.press(DoorAction::openGroup);
    coach.answer(group);
    group.press({DoorAction::pick, 0});
    coach.answer(group);
    Sample sample{"D1-group-long", group.presenter.screen()};
    for (std::size_t i = 0; i < 4; ++i)
        sample.screen.group->cells.at(i).refused = lang == Lang::en ? "Other door" : "走其他入口";
    all.push_back(sample);
}

}  // namespace turnout::kiosk::test
