#include "tests/kiosk/views/door_stage.h"

namespace turnout::kiosk::test {
namespace {

const SteadyTime kStart{std::chrono::hours(1)};

}  // namespace

TimePoint evening(const char* iso) {
    return *parseIso(iso);
}
TimePoint nineteenOhFour() {
    return evening("2023-11-17T19:04:12+08:00");
}

DoorSetup setup(Lang lang, Direction direction) {
    DoorSetup s;
    s.event.name = {"Experience China · Chongqing Tour", "感知中国 · 重庆行"};
    s.event.zone = *Zone::named("Asia/Shanghai");
    s.event.demo = true;
    s.event.capacity = 520;
    s.event.walkIns = true;
    s.event.affiliations = {{"wmu", {"Wenzhou Medical University", "温州医科大学"}, {}, {}},
                            {"tmu", {"Tianjin Medical University", "天津医科大学"}, {}, {}},
                            {"cqmu", {"Chongqing Medical University", "重庆医科大学"}, {}, {}}};
    s.eventTag = "CQM7";
    s.door = {DoorId{1}, lang == Lang::en ? "Door A · Main" : "A 门 · 主入口", DoorWay::both};
    s.direction = direction;
    s.lang = lang;
    s.demoClock = true;
    return s;
}

DoorStatus counts() {
    DoorStatus c;
    c.guests = {520, 312};
    c.inside = 519;
    c.admittedHere = 148;
    c.lastFiveMinutesHere = 55;
    c.refusedHere = {{Verdict::revoked, 2}, {Verdict::alreadyIn, 1}};
    return c;
}

Answer answer(Verdict verdict, std::optional<Guest> guest) {
    Answer a;
    a.scan = newScanId();
    a.at = nineteenOhFour();
    a.door = {DoorId{1}, "Door A · Main", DoorWay::both};
    a.verdict = verdict;
    a.code = "CQM7K3P9TX4WQ2ZDJ8R5";
    a.guest = std::move(guest);
    a.admittedHere = 148;
    a.listSize = 520;
    return a;
}

Stage::Stage(Lang lang, Direction direction, bool live) : Stage(setup(lang, direction), live) {}

Stage::Stage(DoorSetup setup, bool live) : presenter(std::move(setup), kStart, nineteenOhFour()) {
    presenter.onStore(counts(), {}, 0, {}, now);
    CameraNow camera;
    camera.state = live ? CameraState::live : CameraState::none;
    camera.name = "USB camera";
    presenter.onCamera(camera);
}

void Stage::show(const Answer& a) {
    presenter.onAnswer(a, now);
    now += Millis{1000};
    tick();
}

void Stage::press(DoorPress what) {
    tick();
    now += kSeenBeforeYes;
    presenter.handle(what, now);
    tick();
}

void Stage::past() {
    now += std::chrono::seconds(10);
    presenter.handle(DoorAction::dismiss, now);
    tick();
}

void Stage::tick() {
    presenter.tick(now, nineteenOhFour() + std::chrono::duration_cast<Millis>(now - kStart));
}

Guest rathnayake() {
    return sampleGuest("Wijesinghe Mudiyanselage Nethmi Sanduni Rathnayake", "නෙත්මි සඳුනි රත්නායක", "LK",
                       {"Wenzhou Medical University", "温州医科大学"}, "C-14");
}
Guest sharabi() {
    return sampleGuest("Mohammed Abdulrahman Al-Sharabi", "محمد عبد الرحمن الشرعبي", "YE",
                       {"Anhui Medical University", "安徽医科大学"}, "F-02");
}
Guest kouassi() {
    Guest g =
        sampleGuest("Aya Marie-Claire Kouassi", "", "CI", {"Harbin Medical University", "哈尔滨医科大学"}, "Stage");
    g.category = {"Performer", "演员"};
    g.note = "To backstage, by the left stairs";
    g.attention = true;
    return g;
}
Guest phommachanh() {
    return sampleGuest("Noy Phommachanh", "ນ້ອຍ ພົມມະຈັນ", "LA", {"Chongqing Medical University", "重庆医科大学"}, "B-07");
}
Guest khan() {
    return sampleGuest("Ayesha Siddiqa Khan", "عائشہ صدیقہ خان", "PK", {"Tianjin Medical University", "天津医科大学"},
                       "D-21");
}
Guest batbayar() {
    Guest g = sampleGuest("Tserendorj Batbayar", "Цэрэндорж Батбаяр", "MN",
                          {"Capital Medical University", "首都医科大学"}, "Stage");
    g.category = {"Performer", "演员"};
    return g;
}
Guest htet() {
    return sampleGuest("Thida Win Htet", "သီတာ ဝင်း ထက်", "MM", {"Southern Medical University", "南方医科大学"}, "H-17");
}
Guest bekele() {
    return sampleGuest("Selamawit Tesfaye Bekele", "ሰላማዊት ተስፋዬ በቀለ", "ET",
                       {"Nanjing Medical University", "南京医科大学"}, "E-05");
}
Guest boateng() {
    return sampleGuest("Kwame Asante-Boateng", "", "GH", {"China Medical University", "中国医科大学"}, "G-09");
}

Entry doorB(const char* iso) {
    return {DoorId{2}, "Door B", evening(iso)};
}

Guest sampleGuest(std::string name, std::string nativeName, std::string_view country, Names affiliation,
                  std::string seat) {
    Guest g;
    g.id = AttendeeId{1};
    g.name = std::move(name);
    g.nativeName = std::move(nativeName);
    g.country = CountryCode::fromAlpha2(country).value_or(CountryCode{});
    g.affiliation = std::move(affiliation);
    g.categoryId = "student";
    g.category = {"Student", "学生"};
    g.seat = std::move(seat);
    return g;
}

Guest named(Guest guest) {
    guest.onScreen = true;
    return guest;
}

}  // namespace turnout::kiosk::test
