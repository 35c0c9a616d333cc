#include <algorithm>
#include <array>
#include <stdexcept>

#include "common/domain/ticket_code.h"
#include "kiosk/app/menu_page.h"
#include "kiosk/app/settings_page.h"
#include "tests/kiosk/views/sample_list.h"

namespace turnout::kiosk::test {
namespace {

std::uint32_t settingsRow(SettingsPage::Row row, const DoorState& state) {
    const auto rows = SettingsPage::rows(state);
    return static_cast<std::uint32_t>(std::find(rows.begin(), rows.end(), row) - rows.begin());
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

// What the store would answer to everything that was asked for.
void admitAll(Stage& stage, const std::vector<Guest>& guests, Verdict verdict = Verdict::admitted) {
    for (const DoorRequest& request : stage.presenter.takeRequests()) {
        const auto guest =
            std::find_if(guests.begin(), guests.end(), [&](const Guest& g) { return g.id == request.guest; });
        Answer given = answer(verdict, *guest);
        given.scan = request.scan;
        stage.presenter.onAnswer(given, stage.now);
    }
}

// A sample that shows something else than its name says would test nothing.
void expectScene(const Stage& stage, Scene scene) {
    if (stage.presenter.screen().scene != scene) throw std::logic_error("a sample of the door shows another scene");
}

// A group on its way in, a hall without room for it, and the ways back.
void addGroupScreens(std::vector<Sample>& all, Lang lang) {
    const std::vector<Guest> guests = coach();
    SampleList list(guests);
    DoorStatus room = counts(), nearly = counts();
    room.inside = 200;
    nearly.inside = 515;
    const auto open = [&](Stage& stage) {
        stage.press(DoorAction::openGroup);
        list.answer(stage);
        stage.press({DoorAction::pick, 0});
        list.answer(stage);
    };
    Stage done(lang);
    done.presenter.onStore(room, {}, 0, {}, done.now);
    done.show(answer(Verdict::admitted, rathnayake()));
    open(done);
    done.press({DoorAction::pick, 2});  // untick
    done.press(DoorAction::yes);
    admitAll(done, guests);
    done.press({DoorAction::pick, 2});
    done.press(DoorAction::yes);
    admitAll(done, guests, Verdict::wrongDoor);
    all.push_back({"4I-group-not-all", done.presenter.screen()});
    Stage back(lang);
    back.presenter.onStore(room, {}, 0, {}, back.now);
    back.show(answer(Verdict::admitted, rathnayake()));
    open(back);
    back.press(DoorAction::yes);
    admitAll(back, guests);
    expectScene(back, Scene::group);
    all.push_back({"4J-group-done", back.presenter.screen()});
    back.press(DoorAction::undo);
    expectScene(back, Scene::reason);
    all.push_back({"4K-undo-many", back.presenter.screen()});
    back.press(DoorAction::another);
    all.push_back({"4L-undo-which", back.presenter.screen()});
    Stage full(lang);
    full.presenter.onStore(nearly, {}, 0, {}, full.now);
    open(full);
    all.push_back({"4M-group-no-room", full.presenter.screen()});
    Stage late(lang);
    DoorStatus over = room;
    over.closes = nineteenOhFour() - std::chrono::minutes(4);
    late.presenter.onStore(over, {}, 0, {}, late.now);
    open(late);
    all.push_back({"4S-group-late", late.presenter.screen()});
    std::vector<Guest> university;
    for (int i = 0; i < 3; ++i)
        for (const Guest& guest : guests) university.push_back(guest);
    SampleList many(numbered(std::move(university)));
    Stage crowd(lang);
    crowd.presenter.onStore(room, {}, 0, {}, crowd.now);
    crowd.press(DoorAction::openGroup);
    many.answer(crowd);
    crowd.press({DoorAction::pick, 0});
    many.answer(crowd);
    many.type(crowd, U"an");
    all.push_back({"4P-group-found", crowd.presenter.screen()});
    many.type(crowd, U"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz");
    all.push_back({"4Q-group-found-none", crowd.presenter.screen()});
    crowd.press(DoorAction::back);
    crowd.press(DoorAction::showKeyboard);
    all.push_back({"4R-group-touch", crowd.presenter.screen()});
    crowd.press({DoorAction::letter, U'a'});
    many.answer(crowd);
    all.push_back({"4S-group-touch-found", crowd.presenter.screen()});
    crowd.press(DoorAction::back);
    Stage reading(lang);
    reading.press(DoorAction::openGroup);
    many.answer(reading);
    reading.press({DoorAction::pick, 0});
    all.push_back({"4T-group-reading", reading.presenter.screen()});
    crowd.press(DoorAction::yes);
    expectScene(crowd, Scene::confirm);
    all.push_back({"4N-group-ask", crowd.presenter.screen()});
}

}  // namespace

void addSearchScreens(std::vector<Sample>& all, Lang lang) {
    SampleList list(
        numbered({sampleGuest("Li Ming", "李明", "MY", {"Chongqing Medical University", "重庆医科大学"}, "B-03"),
                  sampleGuest("Lê Minh Anh", "", "VN", {"Southern Medical University", "南方医科大学"}, "E-11"),
                  sampleGuest("Lin Mei Siriwan", "林美", "TH", {"Wenzhou Medical University", "温州医科大学"}, "A-19"),
                  sampleGuest("Liam Moyo", "", "ZW", {"Nanjing Medical University", "南京医科大学"}, "D-08"),
                  sampleGuest("Luwam Mehari", "ሉዋም መሓሪ", "ER", {"Nanjing Medical University", "南京医科大学"}, ""),
                  rathnayake(), sharabi()}));
    Stage search(lang);
    search.press(DoorAction::openSearch);
    all.push_back({"31-search-empty", search.presenter.screen()});
    for (const char c : std::string("lm")) search.press({DoorAction::letter, static_cast<unsigned char>(c)});
    list.answer(search);
    all.push_back({"32-search-initials", search.presenter.screen()});
    search.press(DoorAction::yes);
    all.push_back({"40-confirm", search.presenter.screen()});
    search.press(DoorAction::back);
    search.press({DoorAction::pick, 1});
    all.push_back({"41-confirm-in-already", search.presenter.screen()});
    Stage keys(lang);
    keys.press(DoorAction::openSearch);
    list.type(keys, U"medical");
    all.push_back({"42-search-keys", keys.presenter.screen()});
    list.type(keys, U" zzz");
    all.push_back({"43-search-nobody", keys.presenter.screen()});
    Stage code(lang);
    code.press(DoorAction::openSearch);
    list.type(code, U"cqm7k3p9tx4wq2zdj8r6");
    all.push_back({"44-search-code-wrong", code.presenter.screen()});
    Stage half(lang);
    half.press(DoorAction::openSearch);
    list.type(half, U"cqm7k3p9tx4wq2z");
    all.push_back({"4O-search-code-short", half.presenter.screen()});
    Stage name(lang);
    name.press(DoorAction::openSearch);
    list.type(name, U"nethmi");
    name.press(DoorAction::yes);
    all.push_back({"45-confirm-long-name", name.presenter.screen()});
}

void addOtherPages(std::vector<Sample>& all, Lang lang) {
    Stage walkIn(lang);
    walkIn.press(DoorAction::openWalkIn);
    all.push_back({"46-walk-in-empty", walkIn.presenter.screen()});
    const auto type = [&](std::u32string_view text) {
        for (const char32_t c : text) walkIn.press({DoorAction::letter, static_cast<std::uint32_t>(c)});
    };
    type(U"Fatoumata Binta Diallo");
    walkIn.press({DoorAction::focus, 1});
    type(U"gui");
    all.push_back({"47-walk-in-country", walkIn.presenter.screen()});
    walkIn.press({DoorAction::pick, 0});
    walkIn.press({DoorAction::pick, 1});
    walkIn.press(DoorAction::toggle);
    SampleList({}).answer(walkIn);
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
    DoorStatus room = counts();
    room.inside = 200;
    group.presenter.onStore(room, {}, 0, {}, group.now);
    group.press(DoorAction::openGroup);
    list.answer(group);
    all.push_back({"4A-group-universities", group.presenter.screen()});
    group.press({DoorAction::pick, 0});
    list.answer(group);
    group.press({DoorAction::pick, 4});
    all.push_back({"4B-group-ticked", group.presenter.screen()});
    group.press(DoorAction::pageDown);
    all.push_back({"4C-group-second-page", group.presenter.screen()});
    addGroupScreens(all, lang);

    Stage named(lang);
    Guest shown = phommachanh();
    shown.onScreen = true;
    named.show(answer(Verdict::admitted, shown));
    all.push_back({"4D-admitted-named", named.presenter.screen(), true});
    named.press(DoorAction::hideName);
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
    conflict.press(DoorAction::anotherPerson);
    all.push_back({"4G-conflict-noted", conflict.presenter.screen()});
    Stage overrule(lang);
    Answer wrong = answer(Verdict::wrongDoor, batbayar());
    wrong.admittingDoors = "Door B";
    overrule.show(wrong);
    overrule.press(DoorAction::override);
    all.push_back({"4H-override", overrule.presenter.screen()});
}

void addMenuScreens(std::vector<Sample>& all, Lang lang) {
    DoorStatus locked = counts();
    locked.hasPin = true;
    Stage menu(lang);
    menu.presenter.onStore(locked, {}, 0, {}, menu.now);
    const auto open = [](Stage& stage) { stage.press(DoorAction::openMenu); };
    const auto pick = [](Stage& stage, MenuPage::Tile tile) {
        stage.press({DoorAction::pick, static_cast<std::uint32_t>(tile)});
    };
    for (const std::u32string_view name : {U"Tomás R.", U"Amara O.", U"Zhang Wei 张伟", U"Li Na 李娜"}) {
        open(menu);
        for (const char32_t c : name) menu.press({DoorAction::letter, static_cast<std::uint32_t>(c)});
        menu.press(DoorAction::yes);
    }
    open(menu);
    all.push_back({"90-menu", menu.presenter.screen()});
    menu.press(DoorAction::focus);
    menu.press({DoorAction::letter, U'k'});
    all.push_back({"91-menu-typing", menu.presenter.screen()});
    Stage pinned(lang);
    pinned.presenter.onDone("kiosk.pin.is_set", pinned.now);
    all.push_back({"91b-idle-pin-is-set", pinned.presenter.screen()});
    Stage close(lang);
    open(close);
    pick(close, MenuPage::Tile::close);
    expectScene(close, Scene::confirm);
    all.push_back({"9F-close", close.presenter.screen()});
    Stage rehearse(lang);
    rehearse.presenter.onStore(counts(), {}, 0, {}, rehearse.now);
    open(rehearse);
    pick(rehearse, MenuPage::Tile::rehearsal);
    expectScene(rehearse, Scene::confirm);
    all.push_back({"9G-rehearse", rehearse.presenter.screen()});
    Stage pin(lang);
    pin.presenter.onStore(locked, {}, 0, {}, pin.now);
    open(pin);
    pick(pin, MenuPage::Tile::settings);
    for (const char c : std::string("123")) pin.press({DoorAction::letter, static_cast<unsigned char>(c)});
    all.push_back({"92-pin", pin.presenter.screen()});
    pin.press({DoorAction::letter, U'4'});
    pin.press(DoorAction::yes);
    People wrong;
    wrong.question = *pin.presenter.takeQuestion();
    People right = wrong;
    right.pinRight = true;
    pin.presenter.onPeople(std::move(wrong));
    all.push_back({"93-pin-wrong", pin.presenter.screen()});
    for (const char c : std::string("1234")) pin.press({DoorAction::letter, static_cast<unsigned char>(c)});
    pin.press(DoorAction::yes);
    CameraNow two;
    two.state = CameraState::live;
    two.name = "USB camera";
    two.cameras = {"USB camera", "Built-in camera"};
    two.light = {true, true};
    pin.presenter.onCamera(two);
    pin.presenter.onPeople(std::move(right));
    expectScene(pin, Scene::settings);
    all.push_back({"94-settings", pin.presenter.screen()});
    pin.press({DoorAction::more, settingsRow(SettingsPage::Row::name, pin.presenter.state())});
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
    People people = allInside(inside, coach());
    inside.presenter.onPeople(people);
    inside.press(DoorAction::print);
    all.push_back({"95-inside", inside.presenter.screen()});
    people.trouble = makeError(Fault::replaced, "store.replaced", {{"file", "gala.turnout"}});
    people.asOf = *parseIso("2023-11-17T19:00:10+08:00");
    inside.presenter.onPeople(people);
    all.push_back({"95-inside-old", inside.presenter.screen()});
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
    test.press(DoorAction::more);
    test.presenter.onTested(Source::scanner);
    test.tick();
    all.push_back({"9A-self-test-ready", test.presenter.screen()});
    Stage dark(lang);
    CameraNow torch;
    torch.state = CameraState::live;
    torch.name = "USB camera";
    torch.dark = true;
    torch.light = {true, true};
    dark.presenter.onCamera(torch);
    all.push_back({"9D-dark", dark.presenter.screen()});
    Stage held(lang);
    DoorStatus aged = locked;
    aged.listAt = evening("2023-11-17T18:52:00+08:00");
    held.presenter.onStore(aged, {}, 0, {}, held.now);
    held.presenter.openSelfTest();
    held.presenter.onSaved(std::nullopt);
    all.push_back({"9E-self-test-locked", held.presenter.screen()});
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

}  // namespace turnout::kiosk::test
