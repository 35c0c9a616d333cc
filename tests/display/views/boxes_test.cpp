// Every text of the hall stays in its card, band, row or pill: measured on what was laid out, at every shape, with
// flags, in each language and in both.
#include "tests/display/views/boxes.h"

#include <gtest/gtest.h>

#include "display/views/count_view.h"
#include "display/views/hall_view.h"
#include "tests/display/views/scenes.h"
#include "tests/display/views/states.h"

namespace turnout::display {
namespace {

struct Told {
    Tongues tongues = Tongues::both;
    bool other = false;  // English's turn
    const char* name = "both";
};
constexpr Told kTold[] = {
    {}, {Tongues::both, true, "in turn"}, {Tongues::english, false, "English"}, {Tongues::chinese, false, "Chinese"}};

class BoxesAt : public testing::TestWithParam<ui::Size> {
  protected:
    void SetUp() override { canvas_->setFlags(flags().flags()); }
    static const test::PlainFlags& flags() {
        static const test::PlainFlags all;
        return all;
    }
    void check(const std::string& name, const std::function<void()>& draw) {
        boxes_.clear();
        cut_.clear();
        canvas_->begin(GetParam(), {});
        draw();
        canvas_->end();
        for (const std::string& fault : boxes_.faults()) ADD_FAILURE() << name << ": " << fault;
        onBoxes_ += boxes_.onBoxes();
    }
    void checkHall(const test::NamedHall& state, const Told& told, float floor) {
        HallScreen screen = state.screen;
        screen.tongues = told.tongues;
        std::visit([&](Heading& heading) { heading.otherLanguage = told.other; }, screen.scene);
        check(state.name + ", " + told.name + ", at " + std::to_string(static_cast<int>(floor)), [&] {
            drawHall(*canvas_, screen, scenery_, {.floor = floor * 1080 / GetParam().h * unitOf(GetParam(), 0)});
        });
    }

    std::unique_ptr<ui::Canvas> canvas_ = ui::Canvas::headless(GetParam());
    std::vector<std::string> cut_;  // texts of the last check
    test::Boxes boxes_{*canvas_, [this](const ui::Written& written) {
                           if (written.cut) cut_.push_back(written.text);
                       }};
    Scenery scenery_;
    std::size_t onBoxes_ = 0;
};

TEST_P(BoxesAt, EveryTextOfEverySceneKeepsToItsBox) {
    static const std::vector<test::NamedHall> states = test::hallStates();
    for (const test::NamedHall& state : states) {
        for (const Told& told : kTold) checkHall(state, told, 0);
        for (const float floor : {48.0F, kMostFloor}) checkHall(state, kTold[0], floor);
    }
    EXPECT_GT(onBoxes_, 1000U);
}

TEST_P(BoxesAt, EveryTextOfEveryArrivalKeepsToItsBox) {
    for (const test::NamedScreen& state : test::countStates())
        for (const Told& told : kTold)
            for (const float floor : {0.0F, 48.0F, kMostFloor}) {
                CountScreen screen = state.screen;
                screen.otherLanguage = told.other;
                Frame frame;
                frame.tongues = told.tongues;
                frame.other = told.other;
                frame.floor = floor * 1080 / GetParam().h * unitOf(GetParam(), 0);
                check(state.name + ", " + told.name + ", at " + std::to_string(static_cast<int>(floor)),
                      [&] { drawCountScene(*canvas_, screen, frame); });
            }
    EXPECT_GT(onBoxes_, 200U);
}

TEST_P(BoxesAt, TheCardOfEveryCountryHoldsItsWordsAndNeverCutsItsName) {
    constexpr const char* kLongest = "Maximiliana Konstantinopoulou-Featherstonehaugh";
    CountScreen screen;
    screen.lane = Lane::guest;
    for (const Country& country : countries())
        for (const char* name : {"", "Selam T.", kLongest})
            for (const std::int64_t others : {0, 112})
                for (const Told& told : kTold)
                    for (const float floor : {0.0F, kMostFloor}) {
                        screen.card = {1, CountryCode::fromAlpha2(country.code).value(), name, others};
                        Frame frame;
                        frame.tongues = told.tongues;
                        frame.other = told.other;
                        frame.floor = floor * 1080 / GetParam().h * unitOf(GetParam(), 0);
                        const std::string which = std::string(country.code) + ", " + told.name + ", at " +
                                                  std::to_string(static_cast<int>(floor));
                        check(which, [&] { drawCountScene(*canvas_, screen, frame); });
                        for (const std::string& text : cut_)
                            EXPECT_TRUE(text == kLongest || floor > 0) << which << ": \"" << text << "\" is cut";
                    }
}

TEST_P(BoxesAt, AWallOfAFewCountriesNamesThemAndCutsNoName) {
    std::vector<CountryCode> codes;
    for (const Country& country : countries())
        if (country.code != "ZZ") codes.push_back(CountryCode::fromAlpha2(country.code).value());
    for (const std::size_t n : {1U, 2U, 3U, 5U, 7U, 8U})
        for (std::size_t first = 0; first < codes.size(); first += n)
            for (const Told& told : kTold)
                for (const float floor : {0.0F, kMostFloor}) {
                    if (floor > 0 && told.tongues != Tongues::both) continue;
                    CountScreen screen;
                    screen.otherLanguage = told.other;
                    screen.wall.assign(n, std::nullopt);
                    for (std::size_t i = 0; i < n && first + i < codes.size(); ++i) screen.wall[i] = codes[first + i];
                    screen.newest = 0;
                    Frame frame;
                    frame.tongues = told.tongues;
                    frame.other = told.other;
                    frame.floor = floor * 1080 / GetParam().h * unitOf(GetParam(), 0);
                    const std::string which = std::to_string(n) + " from " + codes[first].str() + ", " + told.name +
                                              ", at " + std::to_string(static_cast<int>(floor));
                    check(which, [&] { drawCountScene(*canvas_, screen, frame); });
                    for (const std::string& text : cut_)
                        if (floor == 0) ADD_FAILURE() << which << ": \"" << text << "\" is cut";
                }
}

INSTANTIATE_TEST_SUITE_P(Shapes, BoxesAt, testing::ValuesIn(test::kShapes));

// The check itself: what each fault looks like.
TEST(Boxes, FindWhatLeavesItsBox) {
    const ui::Size size{800, 600};
    auto canvas = ui::Canvas::headless(size);
    test::Boxes boxes(*canvas);
    const auto faultsOf = [&](const std::function<void()>& draw) {
        boxes.clear();
        canvas->begin(size, {});
        canvas->fill({0, 0, 800, 600}, theme::kInk);
        draw();
        canvas->end();
        return boxes.faults().size();
    };
    const auto write = [&](float x, float y) { canvas->text({x, y}, "Ethiopia", theme::text(40), theme::kWhite); };
    const auto box = [&](float width) { canvas->fill({100, 100, width, 60}, theme::kCardTop, 10); };
    EXPECT_EQ(faultsOf([&] { write(110, 144); }), 0U);
    EXPECT_EQ(faultsOf([&] { box(300), write(110, 144); }), 0U);
    EXPECT_EQ(faultsOf([&] { box(130), write(110, 144); }), 1U);  // too narrow for its text
    EXPECT_EQ(faultsOf([&] { box(300), write(110, 180); }), 1U);  // too low
    EXPECT_EQ(faultsOf([&] { box(300), write(50, 144); }), 1U);   // runs in from the left
    EXPECT_EQ(faultsOf([&] { write(110, 144), box(130); }), 1U);  // something lies over half of it
    EXPECT_EQ(faultsOf([&] { write(110, 144), canvas->fill({0, 0, 800, 600}, theme::kBlack); }), 0U);
    EXPECT_EQ(faultsOf([&] {
                  box(300), canvas->icon(ui::Icon::clock, {120, 110, 40, 40}, theme::kWhite), write(110, 144);
              }),
              1U);
}

}  // namespace
}  // namespace turnout::display
