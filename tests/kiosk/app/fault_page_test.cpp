// What can be done while nothing is recorded: the way to another file, to who is inside, and out.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

class WhileNothingIsRecorded : public Pages {
  protected:
    void SetUp() override { fail(false); }

    void fail(bool withPin) {
        open([&](DoorSetup& setup) { setup.state.hasPin = withPin; });
        status.hasPin = withPin;
        const Error full = makeError(Fault::diskFull, "store.disk_full", {{"file", "gala.turnout"}});
        presenter->onStore(status, full, 1, wall(), kStart);
        presenter->onNotRecorded(full, kStart);
        ASSERT_TRUE(faultUp());
    }
    bool faultUp() const { return screen().scene == Scene::verdict && screen().card->verdict == Verdict::notRecorded; }
    void pick(MenuPage::Tile tile) { press({DoorAction::pick, static_cast<std::uint32_t>(tile)}); }
};

TEST_F(WhileNothingIsRecorded, AnOlderCopyInTheFilesPlaceIsCalledThat) {
    const Error older = makeError(Fault::replaced, "store.older_copy", {{"file", "gala.turnout"}});
    presenter->onStore(status, older, 1, wall(), kStart);
    ASSERT_TRUE(faultUp());
    EXPECT_THAT(screen().card->detail, testing::HasSubstr("An older copy of this event lies in its place"));
    EXPECT_THAT(screen().card->steps.at(1).title, testing::HasSubstr("newest event file"));
    EXPECT_EQ(screen().card->steps.at(1).detail, older.sentence(Lang::en));
}

TEST_F(WhileNothingIsRecorded, TheMenuOpensAndTheFaultIsBackWhenItIsLeft) {
    press(DoorAction::openMenu);
    EXPECT_EQ(screen().scene, Scene::menu);
    presenter->tick(kStart + Millis{3000}, wall());
    EXPECT_EQ(screen().scene, Scene::menu);
    press(DoorAction::back);
    EXPECT_TRUE(faultUp());
}

TEST_F(WhileNothingIsRecorded, WhoIsInsideCanBeLookedAt) {
    press(DoorAction::openMenu);
    pick(MenuPage::Tile::emergency);
    EXPECT_EQ(screen().scene, Scene::emergency);
    press(DoorAction::back);
    EXPECT_TRUE(faultUp());
}

TEST_F(WhileNothingIsRecorded, ASupervisorGoesOnWithAnotherDoorOrFile) {
    fail(true);
    press(DoorAction::openMenu);
    pick(MenuPage::Tile::door);
    EXPECT_EQ(screen().scene, Scene::pin);
    givePin(true);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::changeDoor);
}

TEST_F(WhileNothingIsRecorded, TheWindowClosesAfterThePin) {
    fail(true);
    EXPECT_FALSE(presenter->mayClose(kStart));
    EXPECT_EQ(screen().scene, Scene::pin);
    givePin(true);
    EXPECT_EQ(requests().at(0).kind, DoorRequest::Kind::close);
}

TEST_F(WhileNothingIsRecorded, NobodyIsSearchedForOrLetIn) {
    for (const DoorAction action : {DoorAction::openSearch, DoorAction::openGroup, DoorAction::openWalkIn}) {
        press(action);
        EXPECT_TRUE(faultUp());
    }
    press(DoorAction::openMenu);
    EXPECT_EQ(screen().menu->tiles.size(), 4U);
    pick(MenuPage::Tile::paper);
    EXPECT_EQ(screen().scene, Scene::menu);
    EXPECT_FALSE(presenter->takeQuestion());
}

TEST_F(WhileNothingIsRecorded, AnotherScanThatIsNotRecordedIsSaidOverAnyPage) {
    press(DoorAction::openMenu);
    presenter->onNotRecorded(makeError(Fault::diskFull, "store.disk_full"), kStart);
    EXPECT_TRUE(faultUp());
}

TEST_F(WhileNothingIsRecorded, ThePageStaysWhenSavingWorksAgain) {
    press(DoorAction::openMenu);
    presenter->onStore(status, {}, 0, {}, kStart);
    EXPECT_EQ(screen().scene, Scene::menu);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

}  // namespace
}  // namespace turnout::kiosk
