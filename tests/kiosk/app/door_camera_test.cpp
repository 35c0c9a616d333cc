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

TEST_F(DoorCamera, WhileItIsAwayTheScreenTellsHowToTakeAnother) {
    remembered("USB camera");
    see(CameraState::gone, "USB camera", {});
    ASSERT_EQ(panel().steps.size(), 3U);
    EXPECT_THAT(panel().steps[2].title, HasSubstr("type"));
    see(CameraState::gone, "USB camera", {"Built-in"});
    EXPECT_THAT(panel().steps[2].title, HasSubstr("another camera"));
    presenter->handle(DoorAction::openMenu, kStart);
    press(DoorPress(DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)));
    press(DoorPress(DoorAction::more, settingsRow(SettingsPage::Row::camera)));
    EXPECT_EQ(presenter->state().camera, "Built-in");
}

}  // namespace
}  // namespace turnout::kiosk
