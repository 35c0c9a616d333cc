// Where the parts of a page stand, and that each says what it is there for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/views/verdict_parts.h"
#include "tests/kiosk/views/door_stage.h"
#include "tests/kiosk/views/presses.h"

namespace turnout::kiosk {
namespace {

using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::Not;
using ui::Size;
using ui::Written;

const Written* find(const std::vector<Written>& texts, const std::string& words) {
    const auto at = std::find_if(texts.begin(), texts.end(), [&](const Written& w) { return w.text == words; });
    return at == texts.end() ? nullptr : &*at;
}

auto says(const std::string& words) {
    return Contains(Field(&Written::text, HasSubstr(words)));
}

Guest mayBeNamed(Guest guest) {
    guest.onScreen = true;
    return guest;
}

DoorScreen admitted(const Guest& guest, Lang lang = Lang::en) {
    test::Stage stage(lang);
    stage.show(test::answer(Verdict::admitted, guest));
    return stage.presenter.screen();
}

// The button "Do not show my name" took its height from the guest: the seat's card lay over the university and the
// flag, and every name shrank to the smallest size.
TEST(VerdictLayout, TheGuestStandsWholeAboveTheCardsOfAPageThatStands) {
    const Guest guests[] = {test::rathnayake(), test::kouassi(),
                            test::sampleGuest("Li Ming", "李明", "MY", {"Chongqing Medical University", ""}, "B-03")};
    for (const Size size : {Size{1080, 1920}, Size{720, 1280}, Size{768, 1366}})
        for (const Guest& guest : guests) {
            SCOPED_TRACE(guest.name + " " + std::to_string(static_cast<int>(size.w)));
            const auto canvas = ui::Canvas::headless(size);
            const DoorScreen screen = admitted(mayBeNamed(guest)), plain = admitted(guest);
            const auto texts = test::textsOn(screen, *canvas, size);
            const auto plainTexts = test::textsOn(plain, *canvas, size);
            Page page(*canvas);
            const float cards = page.px(verdictFrame(page, *screen.card).seat).y;
            const GuestCard& card = *screen.card->guest;
            for (const std::string& words : {card.name, card.nativeName, card.countryName, card.affiliation}) {
                if (words.empty()) continue;
                const Written* text = find(texts, words);
                ASSERT_NE(text, nullptr) << words;
                EXPECT_FALSE(text->cut) << words;
                EXPECT_LT(text->ink.bottom(), cards) << words;
            }
            const float name = find(texts, card.name)->style.size, whole = find(plainTexts, card.name)->style.size;
            EXPECT_GE(name, 40 * page.k());
            EXPECT_GE(name, whole * 0.8F) << "the button costs the name its size";
        }
}

TEST(VerdictLayout, ALongNameInItsOwnScriptGoesOnTwoLinesBeforeItIsCut) {
    const Guest guest = test::sampleGuest("Wijesinghe Mudiyanselage Nethmi Sanduni Rathnayake Kumarihamy",
                                          "විජේසිංහ මුදියන්සේලාගේ නෙත්මි සඳුනි රත්නායක කුමාරිහාමි", "LK",
                                          {"Chongqing Medical University", ""}, "C-14");
    for (const Size size : {Size{1080, 1920}, Size{1280, 720}, Size{1024, 600}}) {
        const auto canvas = ui::Canvas::headless(size);
        const auto texts = test::textsOn(admitted(mayBeNamed(guest)), *canvas, size);
        const Written* own = find(texts, guest.nativeName);
        ASSERT_NE(own, nullptr);
        EXPECT_FALSE(own->cut) << size.w;
    }
}

TEST(VerdictLayout, AWordThatIsTooLongIsBrokenRatherThanMadeSmall) {
    for (const char* own : {"", "สมหญิง ศรีสุวรรณพิทักษ์"})
        for (const Size size : {Size{1280, 720}, Size{1024, 600}, Size{720, 1280}}) {
            const Guest guest =
                test::sampleGuest("Somying Srisuwanphithakthanawatkulchaiyawattanaphongpanich-Rattanakosinburirom", own,
                                  "TH", {"Chongqing Medical University", ""}, "A-3-1");
            const auto canvas = ui::Canvas::headless(size);
            const auto texts = test::textsOn(admitted(guest), *canvas, size);
            const auto name = std::find_if(texts.begin(), texts.end(),
                                           [](const Written& w) { return w.text.starts_with("Somying"); });
            ASSERT_NE(name, texts.end());
            EXPECT_FALSE(name->cut) << size.w;
            EXPECT_GE(name->style.size, 39.9F * Page(*canvas).k()) << size.w << own;
        }
}

// The last picture of a camera that is gone stood under "Next ticket, please".
TEST(VerdictLayout, ACardSaysThatTheCameraGivesNoPicture) {
    const Size size{1280, 720};
    const auto canvas = ui::Canvas::headless(size);
    for (const auto& [state, words] : {std::pair{CameraState::gone, "The camera is gone"},
                                       std::pair{CameraState::ended, "The video has come to its end"},
                                       std::pair{CameraState::none, "This door has no camera"}}) {
        test::Stage stage(Lang::en);
        CameraNow camera;
        camera.state = state;
        stage.presenter.onCamera(camera);
        stage.show(test::answer(Verdict::admitted, test::khan()));
        const auto texts = test::textsOn(stage.presenter.screen(), *canvas, size);
        EXPECT_THAT(texts, says(words));
        EXPECT_THAT(texts, says("Use the hand scanner"));
        EXPECT_THAT(texts, Not(says("Next ticket")));
    }
    EXPECT_THAT(test::textsOn(admitted(test::khan()), *canvas, size), says("Next ticket, please"));
}

TEST(IdleLayout, AnExitSaysSoInItsHeaderAndCountsWhoIsInside) {
    for (const Size size : {Size{1280, 720}, Size{1024, 600}, Size{1080, 1920}})
        for (const auto& [lang, sign, figure] :
             {std::tuple{Lang::en, "Exit · 出口", "Inside now"}, std::tuple{Lang::zh, "出口 · Exit", "场内人数"}}) {
            const auto canvas = ui::Canvas::headless(size);
            const auto exit = test::textsOn(test::Stage(lang, Direction::exit).presenter.screen(), *canvas, size);
            ASSERT_NE(find(exit, sign), nullptr);
            EXPECT_LT(find(exit, sign)->ink.bottom(), 70 * Page(*canvas).k());
            EXPECT_NE(find(exit, figure), nullptr);
            const auto entrance = test::textsOn(test::Stage(lang).presenter.screen(), *canvas, size);
            EXPECT_EQ(find(entrance, sign), nullptr);
            EXPECT_EQ(find(entrance, figure), nullptr);
        }
}

TEST(IdleLayout, LargeNumbersAndTheirReasonsStayInTheirCard) {
    for (const Lang lang : {Lang::en, Lang::zh}) {
        test::Stage stage(lang);
        DoorStatus large = test::counts();
        large.admittedHere = 14'800;
        large.lastFiveMinutesHere = 550;
        large.refusedHere = {{Verdict::notATicket, 1'243}, {Verdict::alreadyIn, 157}};
        stage.presenter.onStore(large, {}, 0, {}, stage.now);
        const Size size{1280, 720};
        const auto canvas = ui::Canvas::headless(size);
        const auto texts = test::textsOn(stage.presenter.screen(), *canvas, size);
        const Written* refused = find(texts, stage.presenter.screen().idle.counters.refused);
        ASSERT_NE(refused, nullptr);
        EXPECT_LE(refused->ink.right(), size.w - theme::kPageMargin - 16);
        const Written* title = find(texts, lang == Lang::en ? "Refused:" : "拒绝：");
        ASSERT_NE(title, nullptr) << "what the reasons are about, for they stand under another number";
        EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](const Written& text) {
            const bool reason =
                text.text.starts_with(stage.presenter.screen().idle.counters.reasons.at(0).words) && !text.cut;
            return reason && text.ink.x > title->ink.right() &&
                   std::abs(text.ink.centre().y - title->ink.centre().y) < 12;
        }));
    }
}

// No command line for a volunteer, and no button that is not there.
TEST(IdleLayout, TheStepsWithoutACameraNameOnlyWhatIsOnTheScreen) {
    for (const Lang lang : {Lang::en, Lang::zh})
        for (const CameraState state : {CameraState::none, CameraState::gone, CameraState::ended}) {
            test::Stage stage(lang);
            CameraNow camera;
            camera.state = state;
            camera.name = "USB camera";
            stage.presenter.onCamera(camera);
            const DoorScreen& screen = stage.presenter.screen();
            std::string all;
            for (const Step& step : screen.idle.camera.steps) all += step.title + " " + step.detail + "\n";
            EXPECT_THAT(all, Not(AnyOf(HasSubstr("--"), HasSubstr("“" + screen.typeCodeLabel + "”"))));
            EXPECT_THAT(all, HasSubstr("“" + screen.searchLabel + "”"));
        }
}

TEST(MenuLayout, TheWordsOfATileStandClearOfItsEdges) {
    const Size size{1280, 720};
    const auto canvas = ui::Canvas::headless(size);
    for (const std::size_t volunteers : {0U, 1U, 4U, 8U})
        for (const bool rehearsal : {false, true}) {
            SCOPED_TRACE(std::to_string(volunteers) + (rehearsal ? " rehearsal" : ""));
            test::Stage stage(Lang::en);
            stage.press(DoorAction::openMenu);
            DoorScreen screen = stage.presenter.screen();
            screen.rehearsal = rehearsal;
            screen.menu->volunteers.assign(volunteers, "Wijesinghe Nethmi");
            const auto texts = test::textsOn(screen, *canvas, size);
            const float k = Page(*canvas, rehearsal ? kRehearsalBand : 0).k();
            const auto& tiles = screen.menu->tiles;
            for (std::size_t i = 0; i + 2 < tiles.size(); ++i) {  // the gap between two tiles is 12
                const Written *above = find(texts, tiles[i].detail), *below = find(texts, tiles[i + 2].title);
                ASSERT_TRUE(above != nullptr && below != nullptr);
                EXPECT_GE(below->ink.y - above->ink.bottom(), (12 + 2 * 7) * k) << tiles[i].title;
            }
        }
}

// Of two guests in a list: their notes and what tells them apart are never cut, however long their names.
TEST(GroupLayout, ANoteAndWhatTellsNamesakesApartStandWholeInTheirRow) {
    for (const Size size : {Size{1280, 720}, Size{1024, 600}, Size{720, 1280}})
        for (const std::size_t guests : {2U, 24U}) {
            SCOPED_TRACE(std::to_string(static_cast<int>(size.w)) + " " + std::to_string(guests));
            test::Stage stage(Lang::en);
            stage.press(DoorAction::openGroup);
            DoorScreen screen = stage.presenter.screen();
            GroupScreen& group = *screen.group;
            group.university = "Chongqing Medical University";
            group.tickAll = "Tick all";
            GroupCell cell{"Muhammad Abdurrahman ibn Sulaiman al-Husseini al-Masri at-Tawil al-Jiddani",
                           *CountryCode::fromAlpha2("EG"),
                           true,
                           {}};
            cell.beside = "A-1-1";
            group.cells.assign(guests, cell);
            group.cells[1].beside = "A-1-2";
            group.cells[1].note = "Wheelchair seat, escort to row one";
            const auto canvas = ui::Canvas::headless(size);
            const auto texts = test::textsOn(screen, *canvas, size);
            for (const char* words : {"A-1-1", "A-1-2", "escort to row one"})
                EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](const Written& text) {
                    return text.text.find(words) != std::string::npos && !text.cut;
                })) << words;
            if (size.w > size.h || guests > 12) continue;
            const auto first = std::find_if(texts.begin(), texts.end(), [](const Written& text) {
                return text.text.find("Muhammad") != std::string::npos;
            });
            ASSERT_NE(first, texts.end());
            EXPECT_GT(first->ink.right(), size.w * 0.6F) << "a short list takes the whole width";
        }
}

TEST(GroupLayout, ANameInArabicStandsBeforeItsSeatAsEveryName) {
    test::Stage stage(Lang::en);
    stage.press(DoorAction::openGroup);
    DoorScreen screen = stage.presenter.screen();
    screen.group->university = "Chongqing Medical University";
    screen.group->tickAll = "Tick all";
    GroupCell cell{"محمد بن سليمان", *CountryCode::fromAlpha2("SA"), true, {}};
    cell.beside = "B-1";
    screen.group->cells = {cell};
    const Size size{1280, 720};
    const auto canvas = ui::Canvas::headless(size);
    EXPECT_THAT(test::textsOn(screen, *canvas, size), says("\u200E\u2068" + cell.name + "\u2069 · B-1"));
}

TEST(GroupLayout, ATileIsAtLeastTwelveMillimetresHigh) {
    constexpr float kLeast = 12 / 25.4F * 96;
    for (const auto& sample : test::everyScreen(Lang::en)) {
        if (!sample.screen.group || sample.screen.group->university.empty()) continue;
        SCOPED_TRACE(sample.name);
        const Size size{1024, 600};
        const auto canvas = ui::Canvas::headless(size);
        const auto texts = test::textsOn(sample.screen, *canvas, size);
        // One row's name stands as far below the other's as a tile is high, and the gap.
        const auto& cells = sample.screen.group->cells;
        const std::size_t first = sample.screen.group->first;
        if (first + 1 >= cells.size() || cells[first].name == cells[first + 1].name) continue;
        const Written *upper = find(texts, cells[first].name), *lower = find(texts, cells[first + 1].name);
        ASSERT_TRUE(upper != nullptr && lower != nullptr);
        EXPECT_GE(lower->ink.centre().y - upper->ink.centre().y, kLeast + 4);
    }
}

TEST(SearchLayout, ARowShowsWhyItsGuestWasFound) {
    const Size size{1280, 720};
    const auto canvas = ui::Canvas::headless(size);
    for (const auto& sample : test::longestNames(Lang::en)) {
        if (!sample.screen.search) continue;
        SCOPED_TRACE(sample.name);
        ASSERT_FALSE(sample.screen.search->rows.empty());
        for (const SearchRow& row : sample.screen.search->rows)
            EXPECT_FALSE(row.inName.empty() && row.inNativeName.empty() && row.inLine.empty()) << row.guest.name;
        const SearchRow& row = sample.screen.search->rows.front();
        const auto texts = test::textsOn(sample.screen, *canvas, size);
        EXPECT_NE(find(texts, row.inNativeName.empty() ? row.line : row.guest.nativeName), nullptr);
    }
}

}  // namespace
}  // namespace turnout::kiosk
