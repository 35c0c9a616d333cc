// The line of a door's status says everything on every page, however the window lies.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/views/door_view.h"
#include "tests/kiosk/views/door_stage.h"

namespace turnout::kiosk {
namespace {

std::string writtenOn(const DoorScreen& screen, ui::Size size) {
    const auto canvas = ui::Canvas::headless(size);
    std::string all;
    canvas->onWritten([&](const ui::Written& written) {
        if (!written.cut) all += written.text + "\n";
    });
    canvas->begin(size, {});
    drawDoor(*canvas, screen, {});
    canvas->end();
    return all;
}

class StatusView : public testing::TestWithParam<std::string> {};

TEST_P(StatusView, SaysEverythingOnEveryPageAtEverySize) {
    for (const Lang lang : {Lang::en, Lang::zh}) {
        test::Stage stage(lang);
        DoorStatus counts = test::counts();
        counts.door = GetParam();
        counts.listAt = test::evening("2023-11-17T19:02:00+08:00");
        counts.refusedHere = {{Verdict::revoked, 5}, {Verdict::alreadyIn, 4}, {Verdict::unknown, 3}};
        stage.presenter.onStore(counts, {}, 0, {}, stage.now);
        stage.presenter.onMachine({82'000'000'000, 82, false});
        stage.presenter.onScannerGone(false);
        stage.presenter.handle(DoorAction::openMenu, stage.now);
        for (const char32_t c : std::u32string_view(U"Li Na")) stage.presenter.onCharacter(c);
        stage.presenter.handle(DoorAction::yes, stage.now);
        stage.tick();
        std::vector<DoorScreen> screens{stage.presenter.screen()};
        stage.presenter.handle(DoorAction::openSearch, stage.now);
        screens.push_back(stage.presenter.screen());
        stage.show(test::answer(Verdict::admitted, test::khan()));
        screens.push_back(stage.presenter.screen());
        for (const ui::Size size :
             {ui::Size{1024, 600}, ui::Size{1280, 720}, ui::Size{1920, 1080}, ui::Size{1080, 1920}})
            for (const DoorScreen& screen : screens) {
                if (size.h > size.w && GetParam().size() > 20) continue;  // there the list gives way to such a name
                SCOPED_TRACE(std::to_string(static_cast<int>(size.w)) + ", scene " +
                             std::to_string(static_cast<int>(screen.scene)));
                const std::string all = writtenOn(screen, size);
                for (const StatusItem& item : screen.status.items) {
                    const bool icon = item.kind == StatusKind::camera || item.kind == StatusKind::scanner ||
                                      item.kind == StatusKind::saving;
                    if (icon) continue;
                    const bool name = item.kind == StatusKind::door;  // its beginning is enough
                    EXPECT_THAT(all, testing::HasSubstr(name ? item.words.substr(0, 10) : item.words));
                }
                // Beside the counts of a page that stands there is room for the sum alone.
                const bool narrow = size.h > size.w && !screen.status.counts.empty();
                EXPECT_THAT(all, testing::HasSubstr(narrow ? screen.status.refusedSum : screen.status.refused));
                EXPECT_THAT(all, testing::HasSubstr(screen.status.counts));
                EXPECT_THAT(all, testing::HasSubstr(screen.status.clock));
            }
    }
}

TEST_P(StatusView, SaysTheHoursOfADoorWhole) {
    for (const Lang lang : {Lang::en, Lang::zh}) {
        test::Stage stage(lang);
        DoorStatus counts = test::counts();
        counts.door = GetParam();
        counts.closes = test::evening("2023-11-17T19:00:00+08:00");
        stage.presenter.onStore(counts, {}, 0, {}, stage.now);
        stage.tick();
        const DoorScreen& screen = stage.presenter.screen();
        ASSERT_EQ(screen.status.items.at(1).health, Health::trouble);
        for (const ui::Size size : {ui::Size{720, 1280}, {1080, 1920}, {1024, 600}})
            EXPECT_THAT(writtenOn(screen, size), testing::HasSubstr(screen.status.items.at(1).words + "\n"));
    }
}

INSTANTIATE_TEST_SUITE_P(Doors, StatusView,
                         testing::Values("A", "North-east entrance behind the library, ground floor, left"));

}  // namespace
}  // namespace turnout::kiosk
