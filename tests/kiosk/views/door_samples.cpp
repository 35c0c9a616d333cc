#include "tests/kiosk/views/door_samples.h"

#include <utility>

#include "tests/kiosk/views/door_stage.h"

namespace turnout::kiosk::test {
namespace {

std::vector<Answer> everyAnswer() {
    std::vector<Answer> all;
    const auto add = [&](Verdict v, std::optional<Guest> g) -> Answer& {
        return all.emplace_back(answer(v, std::move(g)));
    };
    add(Verdict::admitted, rathnayake());
    add(Verdict::admitted, kouassi());
    add(Verdict::alreadyIn, sharabi()).first = doorB("2023-11-17T18:50:02+08:00");
    Answer& calm = add(Verdict::alreadyIn, phommachanh());
    calm.first = Entry{DoorId{1}, "Door A · Main", evening("2023-11-17T19:04:06+08:00")};
    calm.calm = true;
    Answer& replaced = add(Verdict::revoked, khan());
    replaced.revokedAt = evening("2023-11-15T10:00:00+08:00");
    replaced.newerCodeEnding = "K7Q2";
    Answer& cancelled = add(Verdict::revoked, khan());
    cancelled.revokedAt = evening("2023-11-15T10:00:00+08:00");
    cancelled.revokedReason = "registration withdrawn";
    Answer& event = add(Verdict::otherEvent, {});
    event.code = "SPRG9T2K7XW4MD0QP8EK";
    event.otherTag = "SPRG";
    add(Verdict::notATicket, {}).code = "https://u.wechat.com/MDx7kkkQ8aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    add(Verdict::mistyped, {}).code = "CQM7K3P9TX4WQ2ZDJ8R6";
    add(Verdict::unknown, {});
    add(Verdict::unknown, {}).listEmpty = true;
    add(Verdict::genuineUnlisted, {}).code = "CQM7K9T2K7XW4MD0QP8E";
    add(Verdict::wrongDoor, batbayar()).admittingDoors = "Door B";
    add(Verdict::wrongDoor, batbayar()).admittingDoors = "North gate, South gate, Stage entrance";
    add(Verdict::notOpen, htet()).opens = evening("2023-11-17T19:16:00+08:00");
    add(Verdict::notOpen, htet()).closes = evening("2023-11-17T19:00:00+08:00");
    add(Verdict::noReEntry, boateng());
    add(Verdict::full, boateng());
    Answer& out = add(Verdict::exited, bekele());
    out.direction = Direction::exit;
    out.first = doorB("2023-11-17T18:50:02+08:00");
    add(Verdict::notInside, boateng()).direction = Direction::exit;
    Answer& undone = add(Verdict::undone, rathnayake());
    undone.undoneReason = "wrong person";
    undone.first = doorB("2023-11-17T18:50:02+08:00");
    add(Verdict::admitted, named(rathnayake()));
    add(Verdict::admitted, named(kouassi()));
    Answer& leftBefore = add(Verdict::notInside, boateng());
    leftBefore.direction = Direction::exit;
    leftBefore.left = doorB("2023-11-17T18:50:02+08:00");
    Answer& hasLeft = add(Verdict::notInside, boateng());
    hasLeft.direction = Direction::exit;
    hasLeft.left = Entry{DoorId{1}, "Door A · Main", evening("2023-11-17T19:04:06+08:00")};
    hasLeft.calm = true;
    return all;
}

std::string sampleName(const Answer& a, std::size_t i) {
    return (i < 9 ? "0" : "") + std::to_string(i + 1) + "-" + std::string(word(a.verdict)) + (a.calm ? "-calm" : "");
}

std::vector<Sample> otherScreens(Lang lang) {
    std::vector<Sample> all;
    Stage idle(lang);
    for (const Answer& a : {answer(Verdict::revoked, khan()), answer(Verdict::admitted, batbayar()),
                            answer(Verdict::alreadyIn, sharabi()), answer(Verdict::admitted, boateng()),
                            answer(Verdict::admitted, rathnayake())})
        idle.show(a), idle.past();
    all.push_back({"30-idle", idle.presenter.screen()});
    Stage empty(lang, Direction::exit);
    empty.presenter.onStore({}, {}, 0, {}, empty.now);
    all.push_back({"33-idle-nobody-exit", empty.presenter.screen()});
    CameraNow camera;
    camera.state = CameraState::gone;
    camera.name = "USB camera";
    camera.since = evening("2023-11-17T19:03:02+08:00");
    idle.presenter.onCamera(camera);
    idle.presenter.onSound(false);
    all.push_back({"34-camera-gone", idle.presenter.screen()});
    camera.cameras = {"Integrated RGB Camera: Integrated R"};
    idle.presenter.onCamera(camera);
    all.push_back({"34B-camera-gone-another-there", idle.presenter.screen()});
    camera.state = CameraState::live;
    camera.standsInFor = std::exchange(camera.name, camera.cameras[0]);
    idle.presenter.onCamera(camera);
    all.push_back({"34C-camera-stands-in", idle.presenter.screen()});
    Stage lost(lang);
    lost.presenter.onStore(counts(), makeError(Fault::replaced, "store.replaced", {{"file", "demo.turnout"}}), 0, {},
                           lost.now);
    all.push_back({"34D-file-gone", lost.presenter.screen()});
    camera.cameras.clear();
    camera.standsInFor.clear();
    camera.state = CameraState::ended;
    camera.name = "door.webm";
    idle.presenter.onCamera(camera);
    all.push_back({"35-film-ended", idle.presenter.screen()});
    camera.state = CameraState::starting;
    idle.presenter.onCamera(camera);
    all.push_back({"36-camera-starting", idle.presenter.screen()});
    Stage none(lang, Direction::entry, false);
    all.push_back({"37-no-camera", none.presenter.screen()});
    Stage fault(lang);
    const Error full = makeError(Fault::diskFull, "store.disk_full", {{"file", "/home/door/demo.turnout"}});
    fault.presenter.onStore(counts(), full, 2, nineteenOhFour(), fault.now,
                            {{"CQM7K3P9TX4WQ2ZDJ8R5", nineteenOhFour()}, {"CQM7K9T2K7XW4MD0QP8E", nineteenOhFour()}});
    fault.presenter.onNotRecorded(full, fault.now);
    fault.presenter.tick(fault.now + Millis{500}, nineteenOhFour());
    all.push_back({"38-not-recorded", fault.presenter.screen()});
    fault.presenter.onStore(counts(), full, 2, nineteenOhFour(), fault.now,
                            {{"CQM7K9T2K7XW4MD0QP8E", nineteenOhFour()}, {"", nineteenOhFour(), {}, bekele()}});
    all.push_back({"38-not-recorded-guest", fault.presenter.screen()});
    Stage waits(lang);
    waits.presenter.onStore(counts(), full, 0, nineteenOhFour(), waits.now);
    all.push_back({"38-nothing-recorded", waits.presenter.screen()});
    Stage unseen(lang);
    CameraNow unseenCamera;
    unseenCamera.state = CameraState::gone;
    unseenCamera.neverSeen = true;
    unseen.presenter.onCamera(unseenCamera);
    all.push_back({"37-camera-not-found", unseen.presenter.screen()});
    Stage ahead(lang);
    ahead.presenter.onClock(std::chrono::hours(48), ahead.now);
    all.push_back({"38-clock-days", ahead.presenter.screen()});
    Stage red(lang);
    red.presenter.openSelfTest();
    red.presenter.onSaved({});
    red.presenter.onSound(false);
    red.presenter.onCamera(unseenCamera);
    all.push_back({"90-self-test-red", red.presenter.screen()});
    Stage undo(lang);
    undo.show(answer(Verdict::admitted, rathnayake()));
    undo.press(DoorAction::undo);
    all.push_back({"39-undo", undo.presenter.screen()});
    Stage worried(lang);
    MachineNow machine;
    machine.diskFree = 210'000'000;
    machine.battery = 12;
    machine.plugged = false;
    worried.presenter.onMachine(machine);
    worried.presenter.tick(worried.now, nineteenOhFour() + std::chrono::hours(3));
    worried.presenter.onClock(std::chrono::hours(3), worried.now);
    all.push_back({"3C-clock-jumped", worried.presenter.screen()});
    worried.presenter.handle(DoorAction::dismiss, worried.now);
    all.push_back({"3A-clock-disk-battery", worried.presenter.screen()});
    Stage fine(lang);
    DoorStatus aged = counts();
    aged.listAt = evening("2023-11-17T19:02:00+08:00");
    machine = {82'000'000'000, 82, false};
    fine.presenter.onStore(aged, {}, 0, {}, fine.now);
    fine.presenter.onMachine(machine);
    fine.show(answer(Verdict::admitted, rathnayake()));
    all.push_back({"3B-status-complete", fine.presenter.screen(), true});
    return all;
}

}  // namespace

std::vector<Sample> everyScreen(Lang lang) {
    std::vector<Sample> all;
    const auto answers = everyAnswer();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        Stage stage(lang, answers[i].direction);
        stage.show(answers[i]);
        all.push_back({sampleName(answers[i], i), stage.presenter.screen(), toneOf(answers[i].verdict) == Tone::green});
    }
    for (Sample& s : otherScreens(lang)) all.push_back(std::move(s));
    addSearchScreens(all, lang);
    addOtherPages(all, lang);
    addMenuScreens(all, lang);
    addCrowdedScreens(all, lang);
    addAskedScreens(all, lang);
    return all;
}

std::vector<Sample> longestNames(Lang lang) {
    const std::vector<Guest> guests{
        sampleGuest("Wijesinghe Mudiyanselage Nethmi Sanduni Rathnayake Bandaranayake Samarasinghe",
                    "විජේසිංහ මුදියන්සේලාගේ නෙත්මි සඳුනි රත්නායක බණ්ඩාරනායක", "LK", {"Wenzhou Medical University", "温州医科大学"},
                    "Stalls C-14"),
        sampleGuest("Abdulrahman Mohammed Abdulaziz bin Abdullah Al-Muhammad Al-Sharabi",
                    "عبد الرحمن محمد عبد العزيز بن عبد الله المحمد الشرعبي", "SA",
                    {"Anhui Medical University", "安徽医科大学"}, "F-02"),
        sampleGuest("Daw Thida Win Htet Htet Khin Myat Noe", "ဒေါ်သီတာဝင်းထက်ထက်ခင်မြတ်နိုးနိုင်ဝင်းအောင်", "MM",
                    {"Southern Medical University", "南方医科大学"}, "H-17"),
        sampleGuest("Rakotoarimanana Andriamampianina Ratsimbazafy Razafindrakoto", "", "MG",
                    {"The First Affiliated College of Chongqing Medical University", "重庆医科大学第一临床学院"},
                    "Balcony, row 12, seat 104"),
        sampleGuest("พระมหาธีรราชมหาวชิราลงกรณ สุขเกษมศรีวัฒนาพานิช", "พระมหาธีรราชมหาวชิราลงกรณ สุขเกษมศรีวัฒนาพานิช", "TH",
                    {"", "南京医科大学"}, ""),
        sampleGuest("Нурмухамметов Бахытжан Сейтмагамбетович", "Нұрмұхамметов Бақытжан Сейтмағамбетұлы", "KZ", {},
                    "A-1"),
        sampleGuest("买买提吐尔逊·阿卜杜热合曼江·艾合买提尼亚孜", "مەمەتتۇرسۇن ئابدۇراھمانجان ئەخمەتنىياز", "CN",
                    {"China Medical University", "中国医科大学"}, "B-2"),
        sampleGuest("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "", "GB",
                    {"China Medical University", "中国医科大学"}, "B-3"),
        sampleGuest("Nguyễn Phước Bảo Quý Công Tằng Tôn Nữ Thị Phương Dung", "", "VN",
                    {"China Medical University", "中国医科大学"}, "B-4"),
        sampleGuest("Li", "李", "ZZ", {}, "")};
    std::vector<Sample> all;
    for (std::size_t i = 0; i < guests.size(); ++i) {
        const std::string n = std::to_string(i);
        Stage in(lang);
        in.show(answer(Verdict::admitted, guests[i]));
        all.push_back({"5" + n + "-name-admitted", in.presenter.screen(), true});
        in.press(DoorAction::undo);
        all.push_back({"6" + n + "-name-undo", in.presenter.screen()});
        Stage may(lang);
        may.show(answer(Verdict::admitted, named(guests[i])));
        all.push_back({"A" + n + "-name-admitted-may-be-named", may.presenter.screen(), true});
        Guest noted = guests[i];
        noted.note = "Wheelchair: bring to row 1 by the lift";
        Stage refused(lang);
        Answer already = answer(Verdict::alreadyIn, noted);
        already.first = Entry{DoorId{2}, "North gate, by the library", evening("2023-11-16T18:50:02+08:00")};
        refused.show(already);
        all.push_back({"7" + n + "-name-already", refused.presenter.screen()});
        noted.attention = true;
        Stage attention(lang);
        attention.show(answer(Verdict::admitted, noted));
        all.push_back({"8" + n + "-name-attention", attention.presenter.screen(), true});
        Stage both(lang);
        both.show(answer(Verdict::admitted, named(noted)));
        all.push_back({"B" + n + "-name-attention-may-be-named", both.presenter.screen(), true});
    }
    addLongLists(all, lang, guests);
    return all;
}

}  // namespace turnout::kiosk::test
