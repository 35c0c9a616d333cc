#include "tests/kiosk/views/door_samples.h"

#include <array>
#include <stdexcept>

#include "common/domain/ticket_code.h"
#include "kiosk/app/menu_page.h"
#include "kiosk/app/settings_page.h"

namespace turnout::kiosk::test {
namespace {

const SteadyTime kStart{std::chrono::hours(1)};
TimePoint evening(const char* iso) {
    return *parseIso(iso);
}
TimePoint nineteenOhFour() {
    return evening("2023-11-17T19:04:12+08:00");
}

std::uint32_t settingsRow(SettingsPage::Row row, const DoorState& state) {
    const auto rows = SettingsPage::rows(state);
    return static_cast<std::uint32_t>(std::find(rows.begin(), rows.end(), row) - rows.begin());
}

DoorSetup setup(Lang lang, Direction direction = Direction::entry) {
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

struct Stage {
    DoorPresenter presenter;
    SteadyTime now = kStart;

    explicit Stage(Lang lang, Direction direction = Direction::entry, bool live = true)
        : presenter(setup(lang, direction), kStart, nineteenOhFour()) {
        presenter.onStore(counts(), {}, 0, {}, now);
        CameraNow camera;
        camera.state = live ? CameraState::live : CameraState::none;
        camera.name = "USB camera";
        presenter.onCamera(camera);
    }
    void show(const Answer& a) {
        presenter.onAnswer(a, now);
        now += Millis{1000};
        tick();
    }
    void past() {
        now += std::chrono::seconds(10);
        presenter.handle(DoorAction::dismiss, now);
        tick();
    }
    void tick() { presenter.tick(now, nineteenOhFour() + std::chrono::duration_cast<Millis>(now - kStart)); }
};

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
    add(Verdict::notInside, boateng());
    Answer& undone = add(Verdict::undone, rathnayake());
    undone.undoneReason = "wrong person";
    undone.first = doorB("2023-11-17T18:50:02+08:00");
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
    fault.presenter.onStore(counts(), full, 1, nineteenOhFour(), fault.now);
    fault.presenter.onNotRecorded(full, fault.now);
    fault.presenter.tick(fault.now + Millis{500}, nineteenOhFour());
    all.push_back({"38-not-recorded", fault.presenter.screen()});
    Stage undo(lang);
    undo.show(answer(Verdict::admitted, rathnayake()));
    undo.presenter.handle(DoorAction::undo, undo.now);
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

// --- pages ---

// A list as the people's service would answer from it.
class SampleList {
  public:
    explicit SampleList(std::vector<Guest> guests) : index_(setup(Lang::en).event.affiliations) {
        for (const Guest& guest : guests) index_.add(guest);
    }

    void answer(Stage& stage) {
        const auto question = stage.presenter.takeQuestion();
        if (!question) return;
        People people;
        people.question = *question;
        if (question->kind == PeopleQuestion::Kind::search) {
            FoundGuests found = index_.find(question->text, kMostFound);
            people.guests = std::move(found.best);
            people.all = found.all;
        } else if (question->kind == PeopleQuestion::Kind::university) {
            for (Guest& guest : index_.ofAffiliation(question->affiliation))
                people.guests.push_back({std::move(guest), {}, {}});
        } else if (question->kind == PeopleQuestion::Kind::universities) {
            for (const Affiliation& affiliation : setup(Lang::en).event.affiliations)
                people.universities.push_back({affiliation.id, affiliation.name, {57, 31}});
        }
        for (std::size_t i = 0; i < people.guests.size(); ++i) {
            GuestNow now;
            now.id = people.guests[i].guest.id;
            now.ticketBeginning = "7K3P9";
            now.issued = evening("2023-11-10T10:00:00+08:00");
            if (now.id.value % 5 == 2) {
                now.presence = Presence::inside;
                now.entry = doorB("2023-11-17T18:50:02+08:00");
            }
            people.now.push_back(now);
        }
        stage.presenter.onPeople(std::move(people));
    }
    void type(Stage& stage, std::u32string_view text) {
        for (const char32_t c : text) stage.presenter.onCharacter(c);
        answer(stage);
    }

  private:
    GuestIndex index_;
};

std::vector<Guest> numbered(std::vector<Guest> guests) {
    std::int64_t id = 0;
    for (Guest& guest : guests) guest.id = AttendeeId{++id};
    return guests;
}

std::vector<Guest> coach() {
    static constexpr std::array kNames{
        "Abena Owusu",  "Aigerim Nurlan", "Ananya Pillai",  "Arif Hossain",
        "Brian Otieno", "Budi Santoso",   "Chantal Ilunga", "Chathura Silva",
        "Enkhjin Bold", "Firuz Rahimov",  "Gita Adhikari",  "Hodan Abdi",
        "Kham Vongsa",  "Neema Joseph",   "Omar Farooq",    "Ploy Suksai",
        "Sokha Chan",   "Solange Uwase",  "Trần Quốc Bảo",  "Umid Karimov",
        "Yasmin Saleh", "Zanele Phiri",   "Ксения Орлова",  "Wijesinghe Mudiyanselage Nethmi Sanduni Rathnayake",
        "Zulfiqar Ali", "Øystein Ålund"};
    static constexpr std::array kCountries{"GH", "KZ", "IN", "BD", "KE", "ID", "CD", "LK", "MN",
                                           "TJ", "NP", "SO", "LA", "TZ", "PK", "TH", "KH", "RW",
                                           "VN", "UZ", "YE", "ZM", "RU", "LK", "PK", "ZZ"};
    std::vector<Guest> guests;
    for (std::size_t i = 0; i < kNames.size(); ++i)
        guests.push_back(sampleGuest(kNames[i], "", kCountries[i], {"Wenzhou Medical University", "温州医科大学"}, ""));
    return numbered(std::move(guests));
}

void addSearchScreens(std::vector<Sample>& all, Lang lang) {
    SampleList list(
        numbered({sampleGuest("Li Ming", "李明", "MY", {"Chongqing Medical University", "重庆医科大学"}, "B-03"),
                  sampleGuest("Lê Minh Anh", "", "VN", {"Southern Medical University", "南方医科大学"}, "E-11"),
                  sampleGuest("Lin Mei Siriwan", "林美", "TH", {"Wenzhou Medical University", "温州医科大学"}, "A-19"),
                  sampleGuest("Liam Moyo", "", "ZW", {"Nanjing Medical University", "南京医科大学"}, "D-08"),
                  sampleGuest("Luwam Mehari", "ሉዋም መሓሪ", "ER", {"Nanjing Medical University", "南京医科大学"}, ""),
                  rathnayake(), sharabi()}));
    Stage search(lang);
    search.presenter.handle(DoorAction::openSearch, search.now);
    all.push_back({"31-search-empty", search.presenter.screen()});
    for (const char c : std::string("lm"))
        search.presenter.handle({DoorAction::letter, static_cast<unsigned char>(c)}, search.now);
    list.answer(search);
    all.push_back({"32-search-initials", search.presenter.screen()});
    search.presenter.handle(DoorAction::yes, search.now);
    all.push_back({"40-confirm", search.presenter.screen()});
    search.presenter.handle(DoorAction::back, search.now);
    search.presenter.handle({DoorAction::pick, 1}, search.now);
    all.push_back({"41-confirm-in-already", search.presenter.screen()});
    Stage keys(lang);
    keys.presenter.handle(DoorAction::openSearch, keys.now);
    list.type(keys, U"medical");
    all.push_back({"42-search-keys", keys.presenter.screen()});
    list.type(keys, U" zzz");
    all.push_back({"43-search-nobody", keys.presenter.screen()});
    Stage code(lang);
    code.presenter.handle(DoorAction::openSearch, code.now);
    list.type(code, U"cqm7k3p9tx4wq2zdj8r6");
    all.push_back({"44-search-code-wrong", code.presenter.screen()});
    Stage name(lang);
    name.presenter.handle(DoorAction::openSearch, name.now);
    list.type(name, U"nethmi");
    name.presenter.handle(DoorAction::yes, name.now);
    all.push_back({"45-confirm-long-name", name.presenter.screen()});
}

void addOtherPages(std::vector<Sample>& all, Lang lang) {
    Stage walkIn(lang);
    walkIn.presenter.handle(DoorAction::openWalkIn, walkIn.now);
    all.push_back({"46-walk-in-empty", walkIn.presenter.screen()});
    const auto type = [&](std::u32string_view text) {
        for (const char32_t c : text)
            walkIn.presenter.handle({DoorAction::letter, static_cast<std::uint32_t>(c)}, walkIn.now);
    };
    type(U"Fatoumata Binta Diallo");
    walkIn.presenter.handle({DoorAction::focus, 2}, walkIn.now);
    type(U"gui");
    all.push_back({"47-walk-in-country", walkIn.presenter.screen()});
    walkIn.presenter.handle({DoorAction::pick, 0}, walkIn.now);
    walkIn.presenter.handle({DoorAction::pick, 1}, walkIn.now);
    walkIn.presenter.handle(DoorAction::toggle, walkIn.now);
    all.push_back({"48-walk-in-ready", walkIn.presenter.screen()});
    Guest diallo = sampleGuest("Fatoumata Binta Diallo", "", "GN", {"Tianjin Medical University", "天津医科大学"}, "");
    diallo.walkIn = true;
    Answer admitted = answer(Verdict::admitted, diallo);
    admitted.source = Source::walkIn;
    admitted.walkIns = 8;
    admitted.code = makeTicketCode("CQM7", {7, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    walkIn.show(admitted);
    all.push_back({"49-walk-in-ticket", walkIn.presenter.screen(), true});

    SampleList list(coach());
    Stage group(lang);
    group.presenter.handle(DoorAction::openGroup, group.now);
    list.answer(group);
    all.push_back({"4A-group-universities", group.presenter.screen()});
    group.presenter.handle({DoorAction::pick, 0}, group.now);
    list.answer(group);
    group.presenter.handle({DoorAction::pick, 4}, group.now);
    all.push_back({"4B-group-ticked", group.presenter.screen()});
    group.presenter.handle(DoorAction::pageDown, group.now);
    all.push_back({"4C-group-second-page", group.presenter.screen()});

    Stage named(lang);
    Guest shown = phommachanh();
    shown.onScreen = true;
    named.show(answer(Verdict::admitted, shown));
    all.push_back({"4D-admitted-named", named.presenter.screen(), true});
    named.presenter.handle(DoorAction::hideName, named.now);
    all.push_back({"4E-admitted-hidden", named.presenter.screen(), true});
    Stage noted(lang);
    shown = kouassi();
    shown.onScreen = true;
    noted.show(answer(Verdict::admitted, shown));
    all.push_back({"4F-attention-named", noted.presenter.screen(), true});
    Stage conflict(lang);
    Answer twice = answer(Verdict::alreadyIn, sharabi());
    twice.first = doorB("2023-11-17T18:50:02+08:00");
    conflict.show(twice);
    conflict.presenter.handle(DoorAction::anotherPerson, conflict.now);
    all.push_back({"4G-conflict-noted", conflict.presenter.screen()});
    Stage overrule(lang);
    Answer wrong = answer(Verdict::wrongDoor, batbayar());
    wrong.admittingDoors = "Door B";
    overrule.show(wrong);
    overrule.presenter.handle(DoorAction::override, overrule.now);
    all.push_back({"4H-override", overrule.presenter.screen()});
}

// A sample that shows something else than its name says would test nothing.
void expectScene(const Stage& stage, Scene scene) {
    if (stage.presenter.screen().scene != scene) throw std::logic_error("a sample of the door shows another scene");
}

void addMenuScreens(std::vector<Sample>& all, Lang lang) {
    DoorStatus locked = counts();
    locked.hasPin = true;
    Stage menu(lang);
    menu.presenter.onStore(locked, {}, 0, {}, menu.now);
    const auto open = [](Stage& stage) { stage.presenter.handle(DoorAction::openMenu, stage.now); };
    const auto pick = [](Stage& stage, MenuPage::Tile tile) {
        stage.presenter.handle({DoorAction::pick, static_cast<std::uint32_t>(tile)}, stage.now);
    };
    for (const std::u32string_view name : {U"Tomás R.", U"Amara O.", U"Zhang Wei 张伟", U"Li Na 李娜"}) {
        open(menu);
        for (const char32_t c : name)
            menu.presenter.handle({DoorAction::letter, static_cast<std::uint32_t>(c)}, menu.now);
        menu.presenter.handle(DoorAction::yes, menu.now);
    }
    open(menu);
    all.push_back({"90-menu", menu.presenter.screen()});
    menu.presenter.handle(DoorAction::focus, menu.now);
    menu.presenter.handle({DoorAction::letter, U'k'}, menu.now);
    all.push_back({"91-menu-typing", menu.presenter.screen()});
    Stage pin(lang);
    pin.presenter.onStore(locked, {}, 0, {}, pin.now);
    open(pin);
    pick(pin, MenuPage::Tile::settings);
    for (const char c : std::string("123"))
        pin.presenter.handle({DoorAction::letter, static_cast<unsigned char>(c)}, pin.now);
    all.push_back({"92-pin", pin.presenter.screen()});
    pin.presenter.handle({DoorAction::letter, U'4'}, pin.now);
    pin.presenter.handle(DoorAction::yes, pin.now);
    People wrong;
    wrong.question = *pin.presenter.takeQuestion();
    People right = wrong;
    right.pinRight = true;
    pin.presenter.onPeople(std::move(wrong));
    all.push_back({"93-pin-wrong", pin.presenter.screen()});
    for (const char c : std::string("1234"))
        pin.presenter.handle({DoorAction::letter, static_cast<unsigned char>(c)}, pin.now);
    pin.presenter.handle(DoorAction::yes, pin.now);
    CameraNow two;
    two.state = CameraState::live;
    two.name = "USB camera";
    two.cameras = {"USB camera", "Built-in camera"};
    two.light = {true, true};
    pin.presenter.onCamera(two);
    pin.presenter.onPeople(std::move(right));
    expectScene(pin, Scene::settings);
    all.push_back({"94-settings", pin.presenter.screen()});
    pin.presenter.handle({DoorAction::more, settingsRow(SettingsPage::Row::name, pin.presenter.state())}, pin.now);
    expectScene(pin, Scene::menu);
    all.push_back({"9B-rename", pin.presenter.screen()});
    Stage closed(lang);
    DoorStatus shut = counts();
    shut.closed = true;
    closed.presenter.onStore(shut, {}, 0, {}, closed.now);
    all.push_back({"9C-closed", closed.presenter.screen()});

    Stage inside(lang);
    open(inside);
    pick(inside, MenuPage::Tile::emergency);
    People people;
    people.question = *inside.presenter.takeQuestion();
    for (const Guest& guest : coach()) {
        people.guests.push_back({guest, {}, {}});
        GuestNow now;
        now.id = guest.id;
        now.entry = doorB("2023-11-17T18:50:02+08:00");
        people.now.push_back(now);
    }
    inside.presenter.onPeople(people);
    inside.presenter.handle(DoorAction::print, inside.now);
    all.push_back({"95-inside", inside.presenter.screen()});
    Stage test(lang);
    test.presenter.openSelfTest();
    test.presenter.onTested(Source::camera);
    test.presenter.onSaved(Millis{4});
    MachineNow machine{210'000'000, 82, true};
    test.presenter.onMachine(machine);
    test.tick();
    all.push_back({"99-self-test-disk-low", test.presenter.screen()});
    machine = {82'000'000'000, {}, true};
    test.presenter.onMachine(machine);
    test.presenter.handle(DoorAction::more, test.now);
    test.presenter.onTested(Source::scanner);
    test.tick();
    all.push_back({"9A-self-test-ready", test.presenter.screen()});
    Stage quiet(lang);
    open(quiet);
    pick(quiet, MenuPage::Tile::quiet);
    all.push_back({"96-quiet", quiet.presenter.screen()});
    DoorStatus rehearsing = counts();
    rehearsing.rehearsal = true;
    Stage rehearsal(lang);
    rehearsal.presenter.onStore(rehearsing, {}, 0, {}, rehearsal.now);
    all.push_back({"97-rehearsal", rehearsal.presenter.screen()});
    Answer tried = answer(Verdict::admitted, rathnayake());
    tried.rehearsal = true;
    tried.admittedHere = 0;
    rehearsal.show(tried);
    all.push_back({"98-rehearsal-admitted", rehearsal.presenter.screen(), true});
}

}  // namespace

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
        in.presenter.handle(DoorAction::undo, in.now);
        all.push_back({"6" + n + "-name-undo", in.presenter.screen()});
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
    }
    return all;
}

}  // namespace turnout::kiosk::test
