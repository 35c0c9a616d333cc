// Every state of the pages in both languages at four sizes: nothing overlaps, nothing is
// missing, nothing stands outside. With TURNOUT_GALLERY=FOLDER each is left there as a picture, to be looked at.
#include <gtest/gtest.h>

#include <algorithm>

#include "common/ui/window.h"
#include "tests/organizer/desk/views/desk_states.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::desk {
namespace {

using test::must;

constexpr std::array kSizes{ui::Size{1024, 768}, ui::Size{1280, 720}, ui::Size{1440, 900}, ui::Size{1920, 1080}};

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
    const State& state = allStates()[GetParam()];
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
    std::string name = allStates()[info.param].name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(States, DeskView, testing::Range<std::size_t>(0, allStates().size()), nameOfState);

TEST(DeskGallery, IsPaintedLightAndDark) {
    const char* gallery = std::getenv("TURNOUT_GALLERY");
    test::VirtualDisplay::shared();
    auto window = must(ui::Window::open({.title = "desk", .width = 1440, .height = 900}));
    window->canvas().setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17"));
    for (const State& state : allStates()) {
        if (gallery == nullptr && state.name != "review") continue;
        Shown desk;
        state.lead(desk);
        for (const auto& [look, ending, lang] :
             {std::tuple{&Look::light(), "en", Lang::en}, std::tuple{&Look::light(), "zh", Lang::zh},
              std::tuple{&Look::night(), "dark", Lang::en}}) {
            window->draw(
                [&, chosen = look, speaks = lang](ui::Canvas& canvas) { desk.draw(canvas, *chosen, speaks, true); });
            const paint::Bitmap pixels = window->pixelsDrawn();
            if (!state.name.starts_with("choose") && state.name != "question") {
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
