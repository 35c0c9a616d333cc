// Every state of the start page, Guests and Tickets in both languages at three sizes: nothing overlaps, nothing is
// missing, nothing stands outside. With TURNOUT_GALLERY=FOLDER each is left there as a picture, to be looked at.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "common/ui/window.h"
#include "organizer/demo/guest_list.h"
#include "organizer/desk/views/desk_pages.h"
#include "organizer/desk/views/frame_view.h"
#include "tests/organizer/desk/app/desk_stand.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::desk {
namespace {

using test::must;

constexpr std::array kSizes{ui::Size{1280, 720}, ui::Size{1440, 900}, ui::Size{1920, 1080}};

const std::string kDoubtful =
    "Name,Native name,Country,University,Student no.,On screen,Remarks\n"
    "Kim Jiwoo,김지우,Korea,cqmu,1,yes,\n"
    "Park Seojun,,Korea,cqmu,2,no,x\n"
    "Mamadou Bah,,Gunea,cqmu,3,yes,\n"
    "Grace Mbuyi,,Congo,重医,4,yes,\n"
    ",,Laos,cqmu,5,no,\n"
    "Li Ming,李明,China,cqmu,2.02311E+11,no,\n"
    "Aya Kouassi,,Côte d’Ivoire,cqmu,9,yes,\n"
    "Aya Kouassi,,Côte d’Ivoire,cqmu,9,yes,\n"
    "Noy Phommachanh,ນ້ອຍ,Laos,cqmu,6,perhaps,\n"
    "Abdulrahman Abdulaziz Mohammed Al-Hakimi Al-Hadrami,عبد الرحمن,Atlantis and the far islands,cqmu,7,yes,\n";

// A desk with everything behind it; each state leads it somewhere.
struct Shown {
    DeskStand stand;
    DeskPages pages{stand.session};
    Memory memory;

    void settle() {
        for (int i = 0; i < 3; ++i) {
            stand.work.finish();
            pages.at(stand.session.page()).tick();
        }
        stand.work.finish();
    }
    void open(bool guests) {
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
    void go(PageId page) {
        stand.session.go(page);
        pages.at(page).shown();
        settle();
    }
    void draw(ui::Canvas& canvas, const Look& look, Lang lang, bool above) {
        stand.session.setLang(lang);
        const FrameScreen frame = frameScreen(stand.session);
        static const Clipboard none;
        Widgets ui(canvas, memory, look, lang, 1, {}, none);
        ui.mute(frame.question.has_value());
        drawFrame(ui, frame, stand.session);
        pages.at(stand.session.page()).draw(ui, pageBox(ui));
        if (above) drawAbove(ui, frame, stand.session);
    }
};

struct State {
    std::string name;
    std::function<void(Shown&)> lead;
    bool above = false;  // something stands over the page
};

void review(Shown& desk, ReviewTab tab) {
    desk.open(false);
    desk.go(PageId::guests);
    desk.pages.guests.dropped({desk.stand.file("International night registration(1-548).csv", kDoubtful)});
    desk.settle();
    desk.pages.guests.showTab(tab);
}

// Twenty guests came, one of them twice, and a stranger.
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

const std::vector<State>& states() {
    static const std::vector<State> all{
        {"start", [](Shown& desk) { desk.go(PageId::start); }},
        {"start-like",
         [](Shown& desk) {
             desk.go(PageId::start);
             desk.pages.start.choose(MakeWay::like);
             desk.pages.start.make();
         }},
        {"start-file",
         [](Shown& desk) {
             desk.go(PageId::start);
             desk.pages.start.choose(MakeWay::file);
         }},
        {"next",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::start);
         }},
        {"bring",
         [](Shown& desk) {
             desk.open(false);
             desk.go(PageId::guests);
         }},
        {"review", [](Shown& desk) { review(desk, ReviewTab::need); }},
        {"review-settled", [](Shown& desk) { review(desk, ReviewTab::settled); }},
        {"review-left-out", [](Shown& desk) { review(desk, ReviewTab::leftOut); }},
        {"review-changes", [](Shown& desk) { review(desk, ReviewTab::changes); }},
        {"review-all-columns",
         [](Shown& desk) {
             review(desk, ReviewTab::need);
             desk.pages.guests.showAllColumns(true);
         }},
        {"review-typing",
         [](Shown& desk) {
             review(desk, ReviewTab::need);
             desk.pages.guests.startTyping(0);
         }},
        {"review-columns-missing",
         [](Shown& desk) {
             desk.open(false);
             desk.go(PageId::guests);
             desk.pages.guests.dropped({desk.stand.file("list.csv", "Wer,Woher\nAnna Schmidt,Germany\n")});
             desk.settle();
         }},
        {"review-ready",
         [](Shown& desk) {
             desk.open(false);
             desk.go(PageId::guests);
             desk.pages.guests.dropped({desk.stand.file("list.csv", demo::dirtyRosterCsv(demo::guestList()))});
             desk.settle();
         }},
        {"list",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
         }},
        {"list-screen",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
             desk.pages.guests.showTab(ListTab::forScreen);
             desk.pages.guests.look(0, false);
             desk.settle();
             desk.stand.session.dismissToast();
         }},
        {"list-guest",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
             desk.pages.guests.selectGuest(5);
             GuestRecord draft = *desk.pages.guests.screen().list.draft;
             draft.note = "wheelchair, row 1";
             desk.pages.guests.edit(draft);
         }},
        {"list-nobody",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
             desk.pages.guests.search("zzzz");
         }},
        {"tickets",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::tickets);
         }},
        {"tickets-label",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::tickets);
             desk.pages.tickets.choose(TicketLook::label);
             desk.settle();
         }},
        {"tickets-nobody",
         [](Shown& desk) {
             desk.open(false);
             desk.go(PageId::tickets);
         }},
        {"log-empty",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::log);
         }},
        {"log", [](Shown& desk) { evening(desk, PageId::log); }},
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
    return all;
}

bool overlap(const ui::Rect& a, const ui::Rect& b) {
    constexpr float kTouch = 2;
    return a.x < b.right() - kTouch && b.x < a.right() - kTouch && a.y < b.bottom() - kTouch &&
           b.y < a.bottom() - kTouch;
}

void expectTidy(const std::vector<ui::Written>& texts, ui::Size size, bool above) {
    EXPECT_GT(texts.size(), 12U);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const ui::Written& text = texts[i];
        EXPECT_TRUE((ui::Rect{0, 0, size.w, size.h}.contains(text.ink))) << text.text;
        EXPECT_EQ(text.missingGlyphs, 0) << text.text;
        EXPECT_EQ(text.text.find("desk."), std::string::npos) << text.text << " is a key";
        EXPECT_EQ(text.text.find('{'), std::string::npos) << text.text;
        for (std::size_t j = i + 1; j < texts.size() && !above; ++j)
            EXPECT_FALSE(overlap(text.ink, texts[j].ink)) << "“" << text.text << "” and “" << texts[j].text << "”";
    }
}

class DeskView : public testing::TestWithParam<std::size_t> {};

TEST_P(DeskView, IsTidyAtEverySizeInBothLanguages) {
    const State& state = states()[GetParam()];
    Shown desk;
    state.lead(desk);
    for (const ui::Size size : kSizes)
        for (const Lang lang : {Lang::en, Lang::zh}) {
            SCOPED_TRACE(state.name + (lang == Lang::en ? " en " : " zh ") + std::to_string(static_cast<int>(size.w)));
            const auto canvas = ui::Canvas::headless(size);
            std::vector<ui::Written> texts;
            canvas->onWritten([&](const ui::Written& written) { texts.push_back(written); });
            canvas->begin(size, {});
            desk.draw(*canvas, Look::light(), lang, state.above);
            canvas->end();
            expectTidy(texts, size, state.above);
            desk.memory = {};  // its pictures belong to this canvas
        }
}

std::string nameOfState(const testing::TestParamInfo<std::size_t>& info) {
    std::string name = states()[info.param].name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(States, DeskView, testing::Range<std::size_t>(0, states().size()), nameOfState);

TEST(DeskGallery, IsPaintedLightAndDark) {
    const char* gallery = std::getenv("TURNOUT_GALLERY");
    test::VirtualDisplay::shared();
    auto window = must(ui::Window::open({.title = "desk", .width = 1440, .height = 900}));
    window->canvas().setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17"));
    for (const State& state : states()) {
        if (gallery == nullptr && state.name != "review") continue;
        Shown desk;
        state.lead(desk);
        for (const auto& [look, ending, lang] :
             {std::tuple{&Look::light(), "en", Lang::en}, std::tuple{&Look::light(), "zh", Lang::zh},
              std::tuple{&Look::night(), "dark", Lang::en}}) {
            window->draw(
                [&, chosen = look, speaks = lang](ui::Canvas& canvas) { desk.draw(canvas, *chosen, speaks, true); });
            const paint::Bitmap pixels = window->pixelsDrawn();
            if (state.name != "question") {
                EXPECT_EQ(pixels.at(4, 890), look->nav);
                EXPECT_EQ(pixels.at(1430, 890), state.name.starts_with("report") ? look->paper : look->ground);
            }
            if (gallery == nullptr) continue;
            const std::string name = "desk-" + state.name + "-" + ending + ".png";
            ASSERT_TRUE(paint::writePng(pixels, std::filesystem::path(gallery) / name).ok());
        }
        desk.memory = {};
    }
}

}  // namespace
}  // namespace turnout::desk
