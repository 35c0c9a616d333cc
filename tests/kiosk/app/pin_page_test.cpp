// The PIN while the queue goes on, choosing one, and how soon it is asked for again.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

class Pins : public Pages {
  protected:
    void lockDoor() {
        counts([](DoorStatus& now) { now.hasPin = true; });
    }
    void openTile(MenuPage::Tile tile) {
        press(DoorAction::openMenu);
        press({DoorAction::pick, static_cast<std::uint32_t>(tile)});
    }
    void choosePin(std::u32string_view digits) {
        type(digits);
        press(DoorAction::yes);
    }
};

TEST_F(Pins, DigitsStayWhileTicketsAreScanned) {
    lockDoor();
    openTile(MenuPage::Tile::settings);
    type(U"123");
    type(U"ABCD0123456789ABCDEV");  // a hand scanner's, more digits than fit
    presenter->removeTyped(20);
    answer(Verdict::admitted, aGuest(1, "Noy"));
    presenter->tick(moment + std::chrono::seconds(20), wall());
    ASSERT_EQ(screen().scene, Scene::pin);
    EXPECT_EQ(screen().pin->digits, 3U);
    type(U"4");
    press(DoorAction::yes);
    EXPECT_EQ(presenter->takeQuestion()->text, "1234");
}

TEST_F(Pins, ABurstThatAnAnswerComesIntoTakesNoDigitAway) {
    lockDoor();
    openTile(MenuPage::Tile::settings);
    type(U"123");
    type(U"ABCD01234");
    answer(Verdict::unknown, aGuest(1, "Noy"));
    type(U"56789ABCDEV");
    presenter->removeTyped(20);
    press(DoorAction::back);  // the answer
    ASSERT_EQ(screen().scene, Scene::pin);
    EXPECT_EQ(screen().pin->digits, 3U);
}

TEST_F(Pins, ADigitIsTakenBackAlsoAfterLettersThatDoNotCount) {
    lockDoor();
    openTile(MenuPage::Tile::settings);
    type(U"12x");
    presenter->onBackspace();
    type(U"345");
    press(DoorAction::yes);
    EXPECT_EQ(presenter->takeQuestion()->text, "1345");
}

TEST_F(Pins, ANewPinIsTypedTwiceAndItIsSaidOnceItIsKept) {
    openTile(MenuPage::Tile::settings);
    press({DoorAction::more, settingsRow(SettingsPage::Row::pin)});
    choosePin(U"1234");
    ASSERT_EQ(screen().scene, Scene::pin);
    EXPECT_EQ(screen().pin->title, "The same PIN once more");
    EXPECT_EQ(screen().pin->digits, 0U);
    EXPECT_THAT(requests(), IsEmpty());
    choosePin(U"1234");
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::setPin);
    EXPECT_EQ(asked[0].text, "1234");
    ASSERT_EQ(screen().scene, Scene::settings) << "whoever chose it need not give it to go on";
    lockDoor();  // the file has it
    presenter->onDone("kiosk.pin.is_set", moment);
    ASSERT_EQ(screen().scene, Scene::settings);
    press(DoorAction::back);
    EXPECT_EQ(screen().idle.notice, say("kiosk.pin.is_set", Lang::en));
    EXPECT_TRUE(screen().idle.noticeIsGood);
    EXPECT_FALSE(presenter->state().mayChange());
}

TEST_F(Pins, TwoDifferentPinsSetNone) {
    openTile(MenuPage::Tile::settings);
    press({DoorAction::more, settingsRow(SettingsPage::Row::pin)});
    choosePin(U"1234");
    choosePin(U"1243");
    EXPECT_THAT(requests(), IsEmpty());
    EXPECT_EQ(screen().pin->wrong, say("kiosk.pin.differs", Lang::en));
    EXPECT_EQ(screen().pin->title, "Choose a PIN");
    choosePin(U"1243");
    choosePin(U"1243");
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(Pins, LeavingTheSettingsLocksThemAtOnce) {
    lockDoor();
    openTile(MenuPage::Tile::settings);
    givePin(true);
    ASSERT_EQ(screen().scene, Scene::settings);
    press({DoorAction::more, settingsRow(SettingsPage::Row::name)});
    EXPECT_TRUE(presenter->state().mayChange()) << "still behind the PIN";
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::settings);
    EXPECT_TRUE(presenter->state().mayChange());
    press(DoorAction::back);
    EXPECT_FALSE(presenter->state().mayChange());
    openTile(MenuPage::Tile::settings);
    EXPECT_EQ(screen().scene, Scene::pin);
}

TEST_F(Pins, AnotherPageInPlaceOfTheSettingsLocksThem) {
    lockDoor();
    openTile(MenuPage::Tile::settings);
    givePin(true);
    press(DoorAction::openSearch);
    EXPECT_FALSE(presenter->state().mayChange());
    EXPECT_EQ(screen().scene, Scene::search);
}

TEST_F(Pins, AnAnswerOverTheSettingsLocksNothing) {
    lockDoor();
    openTile(MenuPage::Tile::settings);
    givePin(true);
    answer(Verdict::admitted, aGuest(1, "Noy"));
    presenter->tick(moment + std::chrono::seconds(5), wall());
    EXPECT_EQ(screen().scene, Scene::settings);
}

}  // namespace
}  // namespace turnout::kiosk
