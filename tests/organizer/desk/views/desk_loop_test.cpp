// The whole desk in a real window on a virtual display: files are dropped, words are clicked where they stand, keys are
// pressed, and what lies in the event file and the folders afterwards is looked at.
#include "organizer/desk/views/desk_loop.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <future>

#include "organizer/demo/guest_list.h"
#include "tests/organizer/desk/app/desk_stand.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::desk {
namespace {

using test::must;
namespace fs = std::filesystem;

struct Desk : testing::Test {
    test::VirtualDisplay& display = test::VirtualDisplay::shared();
    std::unique_ptr<ui::Window> window = must(ui::Window::open({.title = "desk", .width = 1440, .height = 900}));
    DeskStand stand;
    DeskPages pages{stand.session};
    std::atomic<bool> stop{false};
    DeskLoop loop{*window, stand.session, pages, Look::light(), stop};
    std::vector<ui::Written> texts;

    void SetUp() override {
        window->canvas().onWritten([this](const ui::Written& written) { texts.push_back(written); });
        stand.openDemo();
        settle();
    }
    void TearDown() override { window->canvas().onWritten({}); }

    void settle() {
        for (int i = 0; i < 4; ++i) {
            stand.work.finish();
            round();
            pages.at(stand.session.page()).tick();
        }
        stand.work.finish();
        texts.clear();
        loop.settle();
    }
    void round() {
        if (texts.size() > 20'000) texts.clear();
        loop.round(std::chrono::milliseconds(0));
    }
    void post(ui::EventKind kind, ui::Point at) {
        ui::Event event;
        event.kind = kind;
        event.at = at;
        window->post(event);
    }
    bool shows(const std::string& words) const {
        return std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return text.text == words; });
    }
    // Presses where these words stand, the last of them when they stand there more than once.
    void click(const std::string& words) {
        const auto found =
            std::find_if(texts.rbegin(), texts.rend(), [&](const auto& text) { return text.text == words; });
        ASSERT_NE(found, texts.rend()) << "“" << words << "” is not to be seen";
        const ui::Point at = found->ink.centre();
        post(ui::EventKind::press, at);
        post(ui::EventKind::release, at);
        settle();
    }
    void key(ui::Key key, ui::Modifiers modifiers = {}) {
        ui::Event event;
        event.key = key;
        event.modifiers = modifiers;
        window->post(event);
        settle();
    }
    void write(std::u32string_view text) {
        for (const char32_t c : text) {
            ui::Event event;
            event.kind = ui::EventKind::character;
            event.character = c;
            window->post(event);
        }
        settle();
    }
    void drop(const fs::path& file) {
        ui::Event event;
        event.kind = ui::EventKind::dropped;
        event.files = {file.string()};
        window->post(event);
        settle();
    }
    void look(const std::string& name) const {
        if (const char* gallery = std::getenv("TURNOUT_GALLERY"))
            must(window->screenshot(fs::path(gallery) / ("e2e-" + name + ".png")));
    }
};

// The demo's list as exported, with what a person must settle: 4 guests of "Korea", one without a name.
std::string doubtfulList() {
    std::vector<RosterRow> guests = demo::guestList();
    std::string csv = "Student no.,Name,Native name,Country,University,Seat,E-mail,On screen\n";
    bool blank = false;
    for (const RosterRow& guest : guests) {
        const bool korean = guest.country.str() == "KR";
        const bool nameless = !blank && guest.country.str() == "ZM" && guest.nativeName.empty();
        blank = blank || nameless;
        csv += guest.outsideId + "," + (nameless ? "" : guest.name) + "," + guest.nativeName + "," +
               (korean ? "Korea" : guest.country.str()) + "," + guest.affiliation + "," + guest.seat + "," +
               guest.email + "," + (guest.onScreen ? "yes" : "no") + "\n";
    }
    return csv;
}

TEST_F(Desk, FromADroppedListToTheSavedReport) {
    drop(stand.file("registration.csv", doubtfulList()));
    ASSERT_EQ(stand.session.page(), PageId::guests);
    look("1-dropped");
    ASSERT_TRUE(shows("Settle 5 rows first")) << stand.said();
    click("South Korea");
    EXPECT_TRUE(shows("Settle 1 rows first"));
    click("Type it…");
    write(U"诺伊");
    key(ui::Key::enter);
    look("2-settled");
    EXPECT_EQ(must(stand.read().sizes()).guests, 0);
    click("Bring in 520 guests");
    look("3-list");
    EXPECT_EQ(must(stand.read().sizes()).guests, 520);
    const Totals totals = must(stand.read().totals());
    EXPECT_EQ(totals.countries.registered, 56);
    ASSERT_EQ(totals.groups.size(), 1U);
    EXPECT_EQ(totals.groups[0].countries.registered, 52);

    click("Tickets");
    click("Save tickets");
    look("4-tickets");
    EXPECT_EQ(must(stand.read().sizes()).withoutTicket, 0);
    EXPECT_TRUE(fs::exists(stand.dir.path() / "tickets" / "tickets.csv"));

    // The evening: 300 of them come.
    {
        auto store = must(EventStore::open(stand.event));
        const Door door = must(store.doorNamed("A", stand.clock.now()));
        const auto tickets = must(store.issueTickets(stand.clock.now()));
        for (std::size_t i = 0; i < 300; ++i)
            must(store.admit(newScan(door, Direction::entry, Source::camera, tickets[i].code,
                                     test::at("2023-11-17T18:30:00+08:00"))));
    }
    click("Log");
    look("5-log");
    EXPECT_EQ(stand.session.page(), PageId::log);
    click("Report");
    settle();
    look("6-report");
    click("Save as PDF");
    look("7-saved");
    std::string saved;
    for (const auto& entry : fs::directory_iterator(stand.dir.path()))
        if (entry.path().extension() == ".pdf") saved = test::readFile(entry.path()).substr(0, 5);
    EXPECT_EQ(saved, "%PDF-") << stand.said();
}

TEST_F(Desk, AGuestIsFoundByChineseTypedAndSavedByTheKeyboard) {
    drop(stand.file("list.csv", "Name,Native name,Country\nNguyen Thi Minh,阮氏明,Vietnam\nNoy P.,,Laos\n"));
    click("Bring in 2 guests");
    key(ui::Key::f, {.control = true});
    write(U"阮氏");
    EXPECT_TRUE(shows("Nguyen Thi Minh"));
    EXPECT_FALSE(shows("Noy P."));
    click("Nguyen Thi Minh");
    ASSERT_TRUE(pages.guests.screen().list.draft.has_value());
    look("8-guest");
}

TEST_F(Desk, NothingIsDrawnWhileNothingHappens) {
    stand.session.go(PageId::guests);
    settle();
    const std::int64_t before = loop.drawn();
    for (int i = 0; i < 20; ++i) round();
    EXPECT_EQ(loop.drawn(), before);
}

TEST_F(Desk, TheWindowAnswersWhileAJobRunsAndStopEndsIt) {
    std::promise<void> begun;
    std::atomic<bool> ended{false};
    stand.work.start({"desk.opening", {{"file", "a very long list.csv"}}}, [&](Work::Handle& handle) -> Work::Then {
        handle.progress(0.4, {"desk.opening", {{"file", "a very long list.csv"}}});
        begun.set_value();
        while (!handle.cancelled()) std::this_thread::yield();
        ended = true;
        return {};
    });
    begun.get_future().wait();
    texts.clear();
    round();
    EXPECT_TRUE(shows("Opening a very long list.csv"));
    look("9-working");
    // Another page while it runs.
    const auto tab = std::find_if(texts.begin(), texts.end(), [](const auto& text) { return text.text == "Tickets"; });
    ASSERT_NE(tab, texts.end());
    post(ui::EventKind::press, tab->ink.centre());
    post(ui::EventKind::release, tab->ink.centre());
    round();
    EXPECT_EQ(stand.session.page(), PageId::tickets);
    EXPECT_FALSE(ended);
    const auto button =
        std::find_if(texts.rbegin(), texts.rend(), [](const auto& text) { return text.text == "Stop"; });
    ASSERT_NE(button, texts.rend());
    post(ui::EventKind::press, button->ink.centre());
    post(ui::EventKind::release, button->ink.centre());
    round();
    settle();
    EXPECT_TRUE(ended);
}

TEST_F(Desk, KeysLeadThroughThePagesAndBack) {
    stand.session.go(PageId::guests);
    settle();
    key(ui::Key::pageDown, {.control = true});
    EXPECT_EQ(stand.session.page(), PageId::tickets);
    key(ui::Key::pageUp, {.control = true});
    EXPECT_EQ(stand.session.page(), PageId::guests);
    key(ui::Key::o, {.control = true});
    EXPECT_TRUE(shows("Open an event"));
    key(ui::Key::pageDown, {.control = true});
    EXPECT_EQ(stand.session.page(), PageId::guests) << "the page waits";
    key(ui::Key::escape);
    EXPECT_FALSE(shows("Open an event"));
    click("Next steps");
    EXPECT_EQ(stand.session.page(), PageId::start);
    click("中文");
    EXPECT_TRUE(shows("来宾"));
    click("EN");
    EXPECT_TRUE(shows("Guests"));
}

TEST_F(Desk, AListIsChosenByTheKeyboardAloneAndTakenBackWhole) {
    fs::create_directory(stand.dir.path() / "报名表 2023");
    drop(stand.file("报名表 2023/first list.csv", "Name,Country\nNoy P.,Laos\n"));
    (void)stand.file("报名表 2023/second list.csv", "Name,Country\nAnna B.,Chile\n");
    click("Other file");
    // Where the last list was found, with that one looked at.
    stand.session.chooser().setRecent({stand.dir.path() / "报名表 2023"});
    click("Choose the file…");
    EXPECT_TRUE(shows("Choose the registration list"));
    for (const char32_t c : (stand.dir.path() / "").u32string()) write(std::u32string_view(&c, 1));
    key(ui::Key::enter);
    write(U"报名");
    key(ui::Key::enter);
    write(U"second");
    EXPECT_FALSE(shows("first list.csv"));
    key(ui::Key::enter);
    EXPECT_FALSE(stand.session.chooser().screen());
    ASSERT_TRUE(shows("Bring in 1 guests")) << stand.said();
    click("Bring in 1 guests");
    EXPECT_EQ(must(stand.read().sizes()).guests, 1);
    key(ui::Key::z, {.control = true});
    EXPECT_EQ(must(stand.read().sizes()).guests, 0) << stand.said();
}

TEST_F(Desk, AQuestionIsAnsweredBeforeAnythingElseHappens) {
    drop(stand.file("list.csv", "Name,Country,Ticket code\nNoy P.,Laos,N-1\n"));
    click("Bring in 1 guests");
    click("Noy P.");
    click("New ticket…");
    ASSERT_TRUE(stand.session.question().has_value());
    click("Tickets");
    EXPECT_EQ(stand.session.page(), PageId::guests);
    key(ui::Key::escape);
    EXPECT_FALSE(stand.session.question().has_value());
}

}  // namespace
}  // namespace turnout::desk
