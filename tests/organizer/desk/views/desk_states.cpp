#include "tests/organizer/desk/views/desk_states.h"

#include "organizer/demo/guest_list.h"
#include "organizer/desk/views/frame_view.h"

namespace turnout::desk {

using test::must;

void Shown::open(bool guests) {
    stand.openDemo();
    if (guests) {
        auto store = must(EventStore::open(stand.event));
        must(store.merge(demo::guestList(), {}, stand.clock.now()));
        must(store.issueTickets(stand.clock.now()));
    }
    stand.open();
    stand.session.dismissToast();
    settle();
}

// What lies in people's folders.
void Shown::files() {
    for (const char* folder : {"Lists from the universities", "重庆医科大学 报名表", "Photos 2023", "قوائم الضيوف"})
        std::filesystem::create_directory(stand.dir.path() / folder);
    for (const char* name : {"registration(1-548).xlsx", "list 2.csv", "list 10.csv", "国际学生报名表（最终版）.csv",
                             "A list with a name so long that nobody would want to read it to its very end, final.csv"})
        (void)stand.file(name, std::string(40'000, 'x'));
    std::filesystem::last_write_time(stand.dir.path() / "list 2.csv", std::filesystem::file_time_type::clock::now());
}

void Shown::draw(ui::Canvas& canvas, const Look& look, Lang lang, bool above) {
    stand.session.setLang(lang);
    const FrameScreen frame = frameScreen(stand.session);
    static const Clipboard none;
    Widgets ui(canvas, memory, look, lang, 1, {}, none);
    ui.mute(frame.question || frame.chooser);
    drawFrame(ui, frame, stand.session);
    pages.at(stand.session.page()).draw(ui, pageBox(ui));
    if (above) drawAbove(ui, frame, stand.session);
}

void evening(Shown& desk, PageId page) {
    desk.open(true);
    {
        auto store = must(EventStore::open(desk.stand.event));
        const EventPlan plan = must(store.event());
        const auto tickets = must(store.issueTickets(desk.stand.clock.now()));
        const Door door = must(store.doorNamed(plan.doors.front().name, plan.starts));
        for (std::size_t i = 0; i < 20; ++i) {
            const TimePoint at = plan.starts - std::chrono::minutes(60 - 3 * static_cast<int>(i));
            must(store.admit(test::aScan(door, tickets[i * 7].code, at)));
            if (i == 9) must(store.admit(test::aScan(door, tickets[i * 7].code, at + std::chrono::seconds(30))));
        }
        must(store.admit(test::aScan(door, "https://example.org/a/very/long/address/of/something/else", plan.starts)));
    }
    desk.stand.open();
    desk.go(page);
    desk.stand.session.dismissToast();
}

std::vector<State> statesOfDoors() {
    return {
        {"doors",
         [](Shown& desk) {
             evening(desk, PageId::doors);
             desk.pages.doors.typeFolder("/media/office/KINGSTON");
         }},
        {"doors-none",
         [](Shown& desk) {
             desk.stand.openDemo();
             desk.go(PageId::doors);
             desk.pages.doors.add();
         }},
        {"doors-copied",
         [](Shown& desk) {
             evening(desk, PageId::doors);
             std::filesystem::create_directory(desk.stand.dir.path() / "KINGSTON");
             desk.pages.doors.typeFolder((desk.stand.dir.path() / "KINGSTON").string());
             desk.pages.doors.copy();
             desk.settle();
             desk.stand.session.dismissToast();
         }},
        {"doors-bring",
         [](Shown& desk) {
             evening(desk, PageId::doors);
             desk.pages.doors.showBringing(true);
         }},
        {"doors-wrong-time",
         [](Shown& desk) {
             evening(desk, PageId::doors);
             DoorDraft draft = desk.pages.doors.screen().draft;
             draft.opens = "soon";
             desk.pages.doors.draft(draft);
         }},
        {"programme", [](Shown& desk) { evening(desk, PageId::programme); }},
        {"programme-act-wrong",
         [](Shown& desk) {
             evening(desk, PageId::programme);
             ActDraft draft = desk.pages.programme.screen().actDraft;
             draft.starts = "late";
             desk.pages.programme.draftAct(draft);
         }},
        {"programme-screen",
         [](Shown& desk) {
             evening(desk, PageId::programme);
             desk.pages.programme.show(ProgrammeTab::screen);
         }},
        {"programme-screen-changed",
         [](Shown& desk) {
             evening(desk, PageId::programme);
             desk.pages.programme.show(ProgrammeTab::screen);
             desk.pages.programme.set("gold", "#FF8800");
         }},
        {"programme-groups",
         [](Shown& desk) {
             evening(desk, PageId::programme);
             desk.pages.programme.show(ProgrammeTab::groups);
             desk.pages.programme.typeCountry("gui");
         }},
        {"programme-event",
         [](Shown& desk) {
             evening(desk, PageId::programme);
             desk.pages.programme.show(ProgrammeTab::event);
             RulesDraft draft = desk.pages.programme.screen().rules;
             draft.capacity = "many";
             desk.pages.programme.draftRules(draft);
         }},
    };
}

std::vector<State> statesOfEvening() {
    return {
        {"log-empty",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::log);
         }},
        {"log", [](Shown& desk) { evening(desk, PageId::log); }},
        {"log-person",
         [](Shown& desk) {
             evening(desk, PageId::log);
             desk.pages.log.look(11);
         }},
        {"log-filtered",
         [](Shown& desk) {
             evening(desk, PageId::log);
             desk.pages.log.find("nepal");
             desk.pages.log.between(desk.pages.log.screen().log->plan.starts - std::chrono::minutes(30), std::nullopt);
         }},
        {"log-nothing",
         [](Shown& desk) {
             evening(desk, PageId::log);
             desk.pages.log.find("zzzz");
         }},
        {"log-stranger",
         [](Shown& desk) {
             evening(desk, PageId::log);
             desk.pages.log.answers(LogAnswers::unknown);
             desk.pages.log.look(0);
         }},
        {"report", [](Shown& desk) { evening(desk, PageId::report); }},
        {"report-closing",
         [](Shown& desk) {
             evening(desk, PageId::report);
             desk.pages.report.askToClose();
             desk.settle();
         }},
        {"report-closed",
         [](Shown& desk) {
             evening(desk, PageId::report);
             desk.pages.report.askToClose();
             desk.settle();
             desk.pages.report.typeName("evening.turnout");
             desk.pages.report.closeNow();
             desk.settle();
             desk.stand.session.dismissToast();
         }},
    };
}

std::vector<State> statesAbove() {
    return {
        {"choose-list",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
             desk.files();
             desk.pages.guests.otherFile();
             desk.stand.session.chooser().setRecent({desk.stand.dir.path() / "Lists from the universities"});
             desk.stand.session.chooser().open({ChooseKind::openFile,
                                                {"desk.choose.list", {}},
                                                {"desk.bring.read", {}},
                                                {".csv", ".xlsx"},
                                                desk.stand.dir.path() / "registration(1-548).xlsx",
                                                {}},
                                               {});
             desk.settle();
         },
         true},
        {"choose-folder",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::tickets);
             desk.files();
             desk.pages.tickets.browse();
             desk.settle();
             desk.stand.session.chooser().startFolder();
             desk.stand.session.chooser().typeFolder("a/b");
             desk.stand.session.chooser().makeFolder();
         },
         true},
        {"choose-save",
         [](Shown& desk) {
             desk.files();
             desk.pages.start.typeFile((desk.stand.dir.path() / "evening.turnout").string());
             desk.pages.start.browseForPlace();
             desk.settle();
         },
         true},
        {"question",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
             desk.pages.guests.selectGuest(3);
             desk.pages.guests.newTicket();
         },
         true},
        {"toast",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::tickets);
             desk.stand.session.tell({"desk.guests.saved", {{"name", "阮氏明 Nguyen"}}}, [] {});
         },
         true},
        {"trouble",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::tickets);
             desk.stand.session.trouble(makeError(Fault::diskFull, "store.cannot_write",
                                                  {{"file", "/media/office/KINGSTON/Experience China/tickets"}}));
         },
         true},
    };
}

const std::vector<State>& allStates() {
    static const std::vector<State> all = [] {
        std::vector<State> states;
        for (const auto& some : {statesBefore(), statesOfDoors(), statesOfEvening(), statesAbove()})
            states.insert(states.end(), some.begin(), some.end());
        return states;
    }();
    return all;
}

}  // namespace turnout::desk
