// Numbers change with every guest: nothing beside them may move, and none of them may change its size.
#include <gtest/gtest.h>

#include "tests/display/views/scenes.h"
#include "tests/display/views/states.h"

namespace turnout::display {
namespace {

class NumbersAt : public testing::TestWithParam<ui::Size> {
  protected:
    std::vector<ui::Written> draw(const CountScreen& screen) { return test::drawn(*canvas_, GetParam(), screen); }
    // A hall with that many places on its wall.
    static CountScreen hall(std::size_t places, std::int64_t guests, std::int64_t countries) {
        CountScreen screen = test::fullScreen();
        screen.wall.assign(places, std::nullopt);
        screen.newest.reset();
        const auto expected = static_cast<std::int64_t>(places);
        screen.count = guests;
        screen.guests = {guests, 729};
        screen.countries = {countries, expected};
        screen.group->countries = {countries, expected - 1};
        return screen;
    }
    std::unique_ptr<ui::Canvas> canvas_ = ui::Canvas::headless(GetParam());
};

bool isNumber(const std::string& text) {
    return text.find_first_not_of("0123456789,") == std::string::npos;
}

TEST_P(NumbersAt, NothingMovesFromOneGuestToTheNext) {
    struct Step {
        std::int64_t guests, countries, nextGuests, nextCountries;
    };
    for (const std::size_t places : {9U, 56U, 150U, 200U})
        for (const Step& step :
             {Step{1, 1, 2, 2}, Step{11, 1, 12, 4}, Step{111, 11, 112, 40}, Step{711, 11, 720, 44}}) {
            if (step.nextCountries > static_cast<std::int64_t>(places)) continue;
            const std::vector<ui::Written> before = draw(hall(places, step.guests, step.countries));
            const std::vector<ui::Written> after = draw(hall(places, step.nextGuests, step.nextCountries));
            ASSERT_EQ(before.size(), after.size());
            for (std::size_t i = 0; i < before.size(); ++i) {
                const std::string which =
                    before[i].text + " at " + std::to_string(step.guests) + " of " + std::to_string(places);
                EXPECT_EQ(before[i].style.size, after[i].style.size) << which;
                if (isNumber(before[i].text)) continue;
                EXPECT_EQ(before[i].text, after[i].text);
                EXPECT_FLOAT_EQ(before[i].ink.x, after[i].ink.x) << which;
            }
        }
}

TEST_P(NumbersAt, BlocksOfAWallAcrossStandStillAllEvening) {
    const auto countriesOf = [&](std::int64_t guests, std::int64_t countries) {
        for (const ui::Written& written : draw(hall(150, guests, countries)))
            if (written.text == std::to_string(countries)) return written.ink.x;
        return -1.0F;
    };
    if (GetParam().w / GetParam().h < 1.55F || GetParam().w / GetParam().h > 2.1F) return;
    EXPECT_NEAR(countriesOf(5, 2), countriesOf(700, 140), 2);  // by the ink of the figure
}

TEST_P(NumbersAt, TheCountIsTheLargestFromTheFirstGuestOn) {
    for (const std::size_t places : {9U, 56U, 150U}) {
        float count = 0, others = 0;
        for (const ui::Written& written : draw(hall(places, 1, 1)))
            if (written.text == "1") (count == 0 ? count : others) = std::max(others, written.style.size);
        EXPECT_GT(count, others) << places;
    }
}

TEST_P(NumbersAt, FourDigitsAndALongGroupLeaveEveryTotalWholeAndApart) {
    CountScreen screen = hall(200, 1879, 190);
    screen.guests.expected = 2174;
    screen.group->name = {"Belt and Road", "共建“一带一路”国家"};
    std::string all;
    const std::vector<ui::Written> written = draw(screen);
    for (std::size_t i = 0; i < written.size(); ++i) {
        all += written[i].text + "|";
        if (!written[i].text.starts_with('/')) continue;
        EXPECT_FALSE(written[i].cut);
        for (const ui::Written& other : written) {
            const bool beside = other.ink.x > written[i].ink.x && other.ink.y < written[i].ink.bottom() &&
                                other.ink.bottom() > written[i].ink.y;
            if (!beside) continue;
            EXPECT_GT(other.ink.x - written[i].ink.right(), GetParam().h * 0.01F) << other.text;
        }
    }
    EXPECT_NE(all.find("国家|Countries|"), std::string::npos) << all;
}

INSTANTIATE_TEST_SUITE_P(Shapes, NumbersAt, testing::ValuesIn(test::kShapes));

}  // namespace
}  // namespace turnout::display
