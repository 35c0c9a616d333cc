// Log, Report, Doors and Programme on real event files: what is shown, what is written, what is taken back.
#include "tests/organizer/desk/app/after_pages.h"

#include <gtest/gtest.h>

#include <thread>

#include "organizer/desk/app/doors_page.h"
#include "organizer/desk/app/log_page.h"
#include "organizer/desk/app/programme_page.h"
#include "organizer/desk/app/report_page.h"
#include "organizer/desk/app/typed_time.h"

namespace turnout::desk {
namespace {

using test::must;
namespace fs = std::filesystem;

struct Log : AfterPages {
    LogPage page{desk.session};
    void SetUp() override {
        AfterPages::SetUp();
        settle(page);
    }
    std::size_t shown() const { return page.screen().shown->size(); }
};

TEST_F(Log, ShowsEveryScanTheNewestFirstAndLooksAtIt) {
    const LogScreen screen = page.screen();
    ASSERT_EQ(shown(), 8U);
    EXPECT_EQ(screen.log->rows[screen.shown->front()].verdict, Verdict::notATicket);
    EXPECT_EQ(screen.row, screen.shown->front());
    EXPECT_FALSE(screen.person);  // a stranger
}

TEST_F(Log, FiltersByWordsDoorAnswerTimeAndKind) {
    page.find("guest 3");
    EXPECT_EQ(shown(), 3U);
    page.find("Second Uni");
    EXPECT_EQ(shown(), 2U);
    page.find("");
    page.door(0);
    EXPECT_EQ(shown(), 4U);
    page.answers(LogAnswers::in);
    EXPECT_EQ(shown(), 2U);
    page.everything();
    page.kinds(LogKinds::undone);
    EXPECT_EQ(shown(), 2U);
    page.kinds(LogKinds::doubles);
    EXPECT_EQ(shown(), 1U);
    page.everything();
    page.between(test::evening() + std::chrono::minutes(5), test::evening() + std::chrono::minutes(20));
    EXPECT_EQ(shown(), 2U);
    page.everything();
    EXPECT_EQ(shown(), 8U);
}

TEST_F(Log, SortsByAColumnAndTheOtherWayRound) {
    page.sort(LogColumn::time);
    EXPECT_FALSE(page.screen().ask.down);
    EXPECT_EQ(page.screen().shown->front(), 0U);
    page.sort(LogColumn::guest);
    EXPECT_EQ(page.screen().log->rows[page.screen().shown->front()].guest, 0U);
    page.sort(LogColumn::guest);
    EXPECT_EQ(page.screen().log->rows[page.screen().shown->front()].guest, LogIndex::kNobody);
}

TEST_F(Log, BarsCountWhoCameInAndWasNotUndone) {
    const ArrivalBars& bars = *page.screen().bars;
    EXPECT_EQ(bars.slot, std::chrono::minutes(5));
    std::int64_t all = 0;
    for (std::size_t i = 0; i < bars.from.size(); ++i) all += bars.all(i);
    EXPECT_EQ(all, 3);
    EXPECT_EQ(bars.from.front(), test::evening());
}

TEST_F(Log, TellsAPersonsWholeEveningWithTheNewestMarked) {
    page.find("guest 3");
    page.look(0);
    ASSERT_TRUE(page.screen().person);
    const LogPerson person = *page.screen().person;
    ASSERT_EQ(person.moments.size(), 3U);
    EXPECT_EQ(person.moments[1].word, "Out");
    EXPECT_EQ(person.moments[2].detail, "by B, came back");
    EXPECT_TRUE(person.moments[2].newest);
    desk.session.setLang(Lang::zh);
    page.tick();
    EXPECT_EQ(page.screen().person->moments[1].word, "离场");
    page.find("guest 1");
    page.look(0);
    EXPECT_NE(page.screen().person->moments.back().detail.find("2"), std::string::npos);
}

TEST_F(Log, SavesWhatIsShownUnderANameThatNothingHas) {
    page.find("guest 3");
    page.save(LogFormat::csv);
    settle(page);
    const std::string table = test::readFile(desk.dir / "evening-log.csv");
    EXPECT_NE(table.find("Guest 3"), std::string::npos);
    EXPECT_EQ(table.find("Guest 1"), std::string::npos);
    page.save(LogFormat::csv);
    page.save(LogFormat::xlsx);
    settle(page);
    EXPECT_TRUE(fs::exists(desk.dir / "evening-log (2).csv"));
    EXPECT_TRUE(fs::exists(desk.dir / "evening-log.xlsx"));
}

struct Report : AfterPages {
    ReportPage page{desk.session};
    void SetUp() override {
        AfterPages::SetUp();
        settle(page);
    }
};

TEST_F(Report, NamesOfTheAbsentAreOffAndPagesFollowTheChoice) {
    ASSERT_TRUE(page.screen().preview);
    EXPECT_FALSE(page.screen().options.absent);
    const std::size_t pages = page.screen().preview->pages.size();
    ReportOptions less = page.screen().options;
    less.countries = less.universities = less.doors = less.doubles = false;
    page.choose(less);
    settle(page);
    EXPECT_LT(page.screen().preview->pages.size(), pages);
    page.language(ReportLanguage::chinese);
    settle(page);
    EXPECT_NE(page.screen().preview->sentence.find("国家"), std::string::npos);
    page.round(15);
    settle(page);
    EXPECT_EQ(page.screen().preview->record->slot, std::chrono::minutes(15));
}

TEST_F(Report, EveryKindOfFileIsSavedBesideTheEvent) {
    for (const ReportFile file : {ReportFile::pdf, ReportFile::xlsx, ReportFile::csv, ReportFile::json,
                                  ReportFile::attendance, ReportFile::absent})
        page.save(file);
    settle(page);
    for (const char* name : {"evening-report.pdf", "evening-report.xlsx", "evening-report-tables",
                             "evening-report.json", "evening-attendance", "evening-did-not-come.xlsx"})
        EXPECT_TRUE(fs::exists(desk.dir / name)) << name;
    EXPECT_EQ(desk.session.event()->sizes.scans, 8);
}

TEST_F(Report, SavingIsStoppedInTheMiddleAndLeavesNothing) {
    auto rows = test::guests(105);
    rows.erase(rows.begin(), rows.begin() + 5);  // those of the evening
    for (RosterRow& row : rows) row.affiliation = "University of " + row.name;
    must(must(EventStore::open(desk.event)).merge(rows, {}, desk.clock.now()));
    page.save(ReportFile::attendance);
    while (true) {
        const auto now = desk.work.now();
        if (now && now->share > 0) break;
        std::this_thread::yield();
    }
    desk.work.cancel();
    settle(page);
    EXPECT_EQ(desk.session.toast()->text.key, "desk.stopped");
    EXPECT_FALSE(fs::exists(desk.dir / "evening-attendance"));
}

TEST_F(Report, ClosingNeedsTheNameTypedDeletesNamesAndListsWhatIsLeft) {
    page.askToClose();
    settle(page);
    EXPECT_EQ(page.screen().closing.guests, 5);
    page.typeName("evening");
    page.closeNow();
    settle(page);
    EXPECT_FALSE(desk.session.event()->closed);
    page.save(ReportFile::xlsx);
    settle(page);
    page.typeName("evening.turnout");
    EXPECT_TRUE(page.screen().closing.mayClose);
    page.closeNow();
    settle(page);
    EXPECT_EQ(page.screen().closing.step, ClosingStep::done);
    EXPECT_EQ(page.screen().closing.leftovers, std::vector<std::string>{"evening-report.xlsx"});
    EXPECT_TRUE(page.screen().closed);
    EXPECT_EQ(test::readFile(desk.event).find("Guest 1"), std::string::npos);
}

TEST_F(Report, ClosingIsRefusedWhileTheFileIsHeldAndNothingIsLost) {
    page.askToClose();
    settle(page);
    page.typeName("evening.turnout");
    {
        const EventStore held = must(EventStore::open(desk.event));
        page.closeNow();
        settle(page);
    }
    EXPECT_EQ(page.screen().closing.step, ClosingStep::asking);
    EXPECT_FALSE(desk.session.event()->closed);
    EXPECT_NE(test::readFile(desk.event).find("Guest 1"), std::string::npos);
}

struct Doors : AfterPages {
    DoorsPage page{desk.session};
    void SetUp() override {
        AfterPages::SetUp();
        settle(page);
    }
};

TEST_F(Doors, TellsWhereEachRunsAndAddsChangesAndTakesBack) {
    ASSERT_EQ(page.screen().doors.size(), 2U);
    EXPECT_EQ(page.screen().doors[0].place, DoorPlace::here);
    EXPECT_EQ(page.screen().doors[0].came, "1");
    page.add();
    DoorDraft draft = page.screen().draft;
    draft.name = "Stage";
    draft.opens = "15:00";
    draft.closes = "1:00";  // after midnight
    page.draft(draft);
    page.save();
    settle(page);
    ASSERT_EQ(page.screen().doors.size(), 3U);
    EXPECT_EQ(page.screen().doors[2].opens, "15:00 – 01:00");
    EXPECT_EQ(page.screen().doors[2].place, DoorPlace::none);
    desk.session.undoLast();
    settle(page);
    EXPECT_EQ(page.screen().doors.size(), 2U);
    draft = page.screen().draft;
    draft.opens = "soon";
    page.draft(draft);
    EXPECT_TRUE(page.screen().wrongTime);
    page.save();
    settle(page);
    EXPECT_TRUE(page.screen().changed);
}

TEST_F(Doors, RemovingAsksSaysWhatStaysAndCanBeTakenBack) {
    page.select(1);
    page.remove();
    ASSERT_TRUE(desk.session.question());
    EXPECT_NE(desk.session.say(desk.session.question()->consequence).find("4 scans stay"), std::string::npos)
        << desk.session.say(desk.session.question()->consequence);
    desk.session.answer(true);
    settle(page);
    EXPECT_EQ(page.screen().doors.size(), 1U);
    desk.session.undoLast();
    settle(page);
    EXPECT_EQ(page.screen().doors.size(), 2U);
}

TEST_F(Doors, ACopyIsReadBackNotedAndBroughtBackWithItsScans) {
    desk.clock.advance(std::chrono::hours(240));  // the doors here are done
    page.select(1);
    fs::create_directory(desk.dir / "KINGSTON");
    page.typeFolder((desk.dir / "KINGSTON").string());
    page.copy();
    settle(page);
    EXPECT_EQ(page.screen().copy.step, CopyStep::take);
    EXPECT_EQ(page.screen().copy.guests, 5);
    EXPECT_EQ(page.screen().doors[1].place, DoorPlace::laptop);
    page.copyAgain();
    page.copy();
    settle(page);
    EXPECT_TRUE(page.screen().copy.exists);  // said before it is replaced
    const fs::path laptop = desk.dir / "KINGSTON/evening.turnout";
    {
        auto store = must(EventStore::open(laptop));
        const auto tickets = must(store.issueTickets(desk.clock.now()));
        must(store.admit(test::aScan(must(store.doorNamed("B", test::evening())), tickets[4].code, test::evening())));
    }
    page.bringBack(laptop);
    settle(page);
    EXPECT_NE(desk.said().find("1 new scans"), std::string::npos) << desk.said();
    EXPECT_EQ(page.screen().doors[1].place, DoorPlace::cameBack);
    page.bringBack(desk.event);
    settle(page);
    EXPECT_TRUE(desk.session.toast()->trouble);
}

TEST_F(Doors, ThePinIsSetAndTakenAway) {
    page.changePin(true);
    page.typePin("2468");
    page.savePin();
    settle(page);
    EXPECT_TRUE(page.screen().hasPin);
    page.savePin();
    settle(page);
    EXPECT_FALSE(page.screen().hasPin);
    EXPECT_FALSE(must(desk.read().setting("pin")));
}

struct Programme : AfterPages {
    ProgrammePage page{desk.session};
    void SetUp() override {
        AfterPages::SetUp();
        settle(page);
    }
    void act(const std::string& name, const std::string& time) {
        page.addAct();
        ActDraft draft;
        draft.name.en = name;
        draft.starts = time;
        page.draftAct(draft);
        page.save();
        settle(page);
    }
};

TEST_F(Programme, ActsAreAddedMovedRemovedAndTakenBack) {
    act("Lion Dance", "19:05");
    act("Choir", "");
    ASSERT_EQ(page.screen().acts.size(), 2U);
    EXPECT_EQ(page.screen().acts[0].starts, "19:05");
    EXPECT_FALSE(page.screen().changed);
    page.selectAct(1);
    page.moveAct(false);
    settle(page);
    EXPECT_EQ(page.screen().acts[0].name.en, "Choir");
    page.removeAct();
    settle(page);
    EXPECT_EQ(page.screen().acts.size(), 1U);
    desk.session.undoLast();
    settle(page);
    ASSERT_EQ(page.screen().acts.size(), 2U);
    EXPECT_EQ(page.screen().acts[0].name.en, "Choir");
    ActDraft draft = page.screen().actDraft;
    draft.starts = "evening";
    page.draftAct(draft);
    EXPECT_TRUE(page.screen().wrong);
}

TEST_F(Programme, ScreenGroupsAndRulesAreSavedAndTakenBack) {
    page.show(ProgrammeTab::screen);
    page.set("gold", "#FF8800");
    EXPECT_TRUE(page.screen().changed);
    page.save();
    settle(page);
    EXPECT_EQ(must(desk.read().setting("display.gold")), "#FF8800");
    desk.session.undoLast();
    settle(page);
    EXPECT_FALSE(must(desk.read().setting("display.gold")));

    page.show(ProgrammeTab::groups);
    page.toggleCountry(test::country("NP"));
    page.save();
    settle(page);
    EXPECT_EQ(must(desk.read().event()).groups[0].members.size(), 4U);

    page.show(ProgrammeTab::event);
    RulesDraft draft = page.screen().rules;
    draft.capacity = "300";
    draft.ends = "21:30";
    draft.walkIns = true;
    page.draftRules(draft);
    page.save();
    settle(page);
    const EventPlan plan = must(desk.read().event());
    EXPECT_EQ(plan.capacity, 300);
    EXPECT_TRUE(plan.walkIns);
    EXPECT_EQ(plan.ends, test::at("2023-11-17T21:30:00+08:00"));
    draft.capacity = "many";
    page.draftRules(draft);
    EXPECT_TRUE(page.screen().wrong);
}

TEST(TypedTime, ReadsClocksAsPeopleTypeThem) {
    const Zone zone = *Zone::named("Asia/Shanghai");
    const TimePoint day = test::evening();
    for (const char* text : {"19:05", "19.05", "1905", "19：05", " 19:05 ", "2023-11-17 19:05"})
        EXPECT_EQ(typedTime(text, day, zone), test::at("2023-11-17T19:05:00+08:00")) << text;
    for (const char* text : {"", "soon", "25:00", "19:5", "19:60", "1:2:3", "2023-13-40 10:00"})
        EXPECT_FALSE(typedTime(text, day, zone)) << text;
    EXPECT_EQ(timeToType(test::at("2023-11-18T01:00:00+08:00"), day, zone), "2023-11-18 01:00");
}

}  // namespace
}  // namespace turnout::desk
