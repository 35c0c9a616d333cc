// Which camera a door says it uses, and which it remembers.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::HasSubstr;

class DoorCamera : public Pages {
  protected:
    void remembered(const std::string& name) {
        open([&](DoorSetup& setup) { setup.state.camera = name; });
    }
    void see(CameraState state, std::string name, std::vector<std::string> all, std::string standsInFor = {}) {
        CameraNow now;
        now.state = state;
        now.name = std::move(name);
        now.cameras = std::move(all);
        now.standsInFor = std::move(standsInFor);
        now.since = wall();
        presenter->onCamera(now);
    }
    const CameraPanel& panel() const { return screen().idle.camera; }
};

TEST_F(DoorCamera, TheFirstOneThatGivesPicturesIsRememberedWhenNoneWas) {
    see(CameraState::live, "Built-in", {"Built-in", "USB camera"});
    EXPECT_EQ(presenter->state().camera, "Built-in");
    see(CameraState::live, "USB camera", {"Built-in", "USB camera"});
    EXPECT_EQ(presenter->state().camera, "Built-in");
}

TEST_F(DoorCamera, AStandInIsSaidAndNotRemembered) {
    remembered("USB camera");
    see(CameraState::live, "Built-in", {"Built-in"}, "USB camera");
    EXPECT_EQ(presenter->state().camera, "USB camera");
    EXPECT_THAT(panel().notice, HasSubstr("USB camera"));
    EXPECT_THAT(panel().notice, HasSubstr("Built-in"));
    see(CameraState::live, "USB camera", {"Built-in", "USB camera"});
    EXPECT_EQ(panel().notice, "");
}

TEST_F(DoorCamera, AFilmIsNoCameraToRemember) {
    see(CameraState::live, "door.mkv", {});
    EXPECT_EQ(presenter->state().camera, "");
}

TEST_F(DoorCamera, ALongNameIsRememberedWhole) {
    const std::string name(60, 'C');
    see(CameraState::live, name, {name});
    EXPECT_EQ(presenter->state().camera, name);
}

TEST_F(DoorCamera, AClosedDoorWithoutAPictureSaysSoAndInvitesNobody) {
    see(CameraState::none, "", {});
    ASSERT_FALSE(panel().steps.empty());
    counts([](DoorStatus& now) { now.closed = true; });
    EXPECT_EQ(panel().title, "This door is closed");
    EXPECT_TRUE(panel().steps.empty());
    counts([](DoorStatus& now) { now.closed = false; });
    EXPECT_FALSE(panel().steps.empty());
    counts([](DoorStatus& now) { now.opens = wall() + std::chrono::hours(1); });
    EXPECT_EQ(panel().title, "This door opens at 20:04");
    EXPECT_TRUE(panel().steps.empty());
}

TEST_F(DoorCamera, AHandScannerThatIsGoneIsNotRecommended) {
    for (const CameraState state : {CameraState::none, CameraState::gone, CameraState::ended}) {
        see(state, "USB camera", {});
        const auto says = [&](const std::string& words) {
            return std::any_of(panel().steps.begin(), panel().steps.end(),
                               [&](const Step& step) { return step.title == words; });
        };
        presenter->onScannerGone(true);
        look();
        EXPECT_TRUE(says("Plug the hand scanner in again"));
        presenter->onScannerGone(false);
        look();
        EXPECT_FALSE(says("Plug the hand scanner in again"));
    }
}

TEST_F(DoorCamera, WhileItIsAwayTheScreenTellsHowToTakeAnother) {
    remembered("USB camera");
    see(CameraState::gone, "USB camera", {});
    ASSERT_EQ(panel().steps.size(), 3U);
    EXPECT_THAT(panel().steps[2].title, HasSubstr("type"));
    see(CameraState::gone, "USB camera", {"Built-in"});
    EXPECT_THAT(panel().steps[2].title, HasSubstr("another camera"));
    presenter->handle(DoorAction::openMenu, moment);
    press(DoorPress(DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)));
    press(DoorPress(DoorAction::more, settingsRow(SettingsPage::Row::camera)));
    EXPECT_EQ(presenter->state().camera, "Built-in");
}

TEST_F(DoorCamera, OneThatWasNeverThereIsNotCalledGone) {
    CameraNow now;
    now.state = CameraState::gone;
    now.neverSeen = true;
    now.since = wall();
    now.sentence = "No camera was found. Plug one in: it starts by itself.";
    presenter->onCamera(now);
    EXPECT_EQ(panel().title, "No camera was found");
    EXPECT_EQ(panel().steps.at(0).title, "Plug a camera in");
    EXPECT_THAT(panel().steps.at(1).title, HasSubstr("hand scanner"));
    const auto& items = screen().status.items;
    const auto camera = std::find_if(items.begin(), items.end(),
                                     [](const StatusItem& item) { return item.kind == StatusKind::camera; });
    EXPECT_EQ(camera->words, "No camera found");
}

TEST_F(DoorCamera, ThePictureOfAPipelineStandsInTheSettings) {
    see(CameraState::live, "videotestsrc", {});
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)});
    ASSERT_EQ(screen().scene, Scene::settings);
    EXPECT_EQ(screen().settings->rows.at(settingsRow(SettingsPage::Row::camera)).value, "videotestsrc");
}

}  // namespace
}  // namespace turnout::kiosk
