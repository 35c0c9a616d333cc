#include "tests/kiosk/app/start_fixture.h"
#include "tests/kiosk/views/door_samples.h"

namespace turnout::kiosk::test {
namespace {

ShelvedEvent event(Names name, const char* starts, std::int64_t guests, std::vector<std::string> doors) {
    ShelvedEvent one;
    one.path = "/home/door/" + name.en + ".turnout";
    one.name = std::move(name);
    one.starts = *parseIso(starts);
    one.zone = *Zone::named("Asia/Shanghai");
    one.guests = guests;
    for (std::string& door : doors) {
        DoorPlan plan;
        plan.name = std::move(door);
        plan.way = one.doors.size() == 2 ? DoorWay::exit : DoorWay::both;
        one.doors.push_back(std::move(plan));
    }
    return one;
}

std::vector<ShelvedEvent> asEver() {
    return {event({"Experience China · Chongqing Tour", "感知中国·重庆行"}, "2023-11-17T19:00:00+08:00", 520,
                  {"Door A", "Door B", "Door C"}),
            event({"Welcome Evening", "迎新晚会"}, "2023-09-20T19:00:00+08:00", 310, {"Door A"})};
}

Disks stick() {
    Disks found;
    found.folder = [](const std::filesystem::path& folder) -> FolderListing {
        return {{{folder / "Photographs of the rehearsal", true},
                 {folder / "gala", true},
                 {folder / "gala-2023-11-17-copy-for-the-north-gate.turnout", false},
                 {folder / "感知中国.turnout", false}}};
    };
    return found;
}

}  // namespace

std::vector<std::pair<std::string, StartScreen>> everyStart(Lang lang) {
    std::vector<std::pair<std::string, StartScreen>> all;
    Preferences last;
    last.volunteer = "Li Na";
    last.volunteers = {"Li Na 李娜", "Zhang Wei", "Amara O.", "Tomás R.", "Wijesinghe Mudiyanselage Nethmi"};
    const auto add = [&](const char* name, std::vector<ShelvedEvent> events, std::vector<std::string> cameras,
                         const std::function<void(StartPresenter&)>& then) {
        StartPresenter start(std::move(events), last, lang, {"/media/door/STICK", name == std::string("looking")});
        start.onCameras(std::move(cameras));
        start.tick(*parseIso("2023-11-17T18:11:00+08:00"));
        if (then) then(start);
        all.emplace_back(name, start.screen());
    };
    add("as-ever", asEver(), {"USB camera", "Built-in"}, {});
    add("nothing", {}, {}, {});
    std::vector<ShelvedEvent> many = asEver();
    many[0].doors.clear();
    for (int i = 1; i <= 8; ++i) {
        DoorPlan door;
        door.name = "Gate " + std::to_string(i) + " · North stand";
        many[0].doors.push_back(door);
    }
    many.push_back(many[1]);
    many[1].trouble = makeError(Fault::notFound, "store.cannot_write", {{"file", "/media/usb/gala.turnout"}});
    add("many-doors", many, {"USB camera with a long name 1080p", "Built-in", "HDMI capture"}, {});
    std::vector<ShelvedEvent> doorless = asEver();
    doorless[0].doors.clear();
    add("doorless", doorless, {"USB camera"}, [](StartPresenter& start) {
        start.tell(makeError(Fault::busy, "store.cannot_write", {{"file", "gala.turnout"}}));
    });
    std::vector<ShelvedEvent> longDoors = asEver();
    longDoors[0].doors[0].name = "North gate of the old auditorium, left wing";
    longDoors[0].doors[1].name = "东侧礼堂正门（无障碍通道入口）";
    add("long-doors", longDoors, {"USB camera"}, [](StartPresenter& start) {
        start.tell(makeError(Fault::diskError, "kiosk.error.left_unrecorded", {{"n", "1"}}));
    });
    add("looking", {}, {"USB camera"}, {});
    std::vector<ShelvedEvent> slow = asEver();
    slow.insert(slow.begin(), unread("/media/door/STICK/gala-2023-11-17.turnout"));
    add("reading", slow, {"USB camera"}, {});
    add("browsing", asEver(), {}, [](StartPresenter& start) {
        start.handle(StartAction::browse);
        serve(start, stick());
    });
    add("browsing-slow", asEver(), {}, [](StartPresenter& start) { start.handle(StartAction::browse); });
    add("browsing-slow-typed", asEver(), {}, [](StartPresenter& start) {
        start.handle(StartAction::browse);
        start.handle(StartAction::typePath);
    });
    add("browsing-unreadable", asEver(), {}, [](StartPresenter& start) {
        start.handle(StartAction::browse);
        start.onFolder("/media/door/STICK/", {{}, false});
    });
    add("browsing-typed", asEver(), {}, [](StartPresenter& start) {
        start.handle(StartAction::browse);
        serve(start, stick());
        start.handle(StartAction::typePath);
        start.onCharacter(U'g');
    });
    add("browsing-nothing", asEver(), {}, [](StartPresenter& start) {
        start.handle(StartAction::browse);
        serve(start, stick());
        for (const char32_t c : std::u32string_view(U"nothing")) start.onCharacter(c);
    });
    add("typing", asEver(), {}, [](StartPresenter& start) {
        start.handle(StartAction::typeVolunteer);
        start.onCharacter(U'K');
    });
    return all;
}

}  // namespace turnout::kiosk::test
