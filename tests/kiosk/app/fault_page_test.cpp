// What can be done while nothing is recorded: the way to another file, to who is inside, and out.
#include "common/base/isolated.h"
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
        presenter->onStore(status, full, 1, wall(), moment);
        presenter->onNotRecorded(full, moment);
        ASSERT_TRUE(faultUp());
    }
    bool faultUp() const { return screen().scene == Scene::verdict && screen().card->verdict == Verdict::notRecorded; }
    void pick(MenuPage::Tile tile) { press({DoorAction::pick, static_cast<std::uint32_t>(tile)}); }
};

TEST_F(WhileNothingIsRecorded, AnOlderCopyInTheFilesPlaceIsCalledThat) {
    const Error older = makeError(Fault::replaced, "store.older_copy", {{"file", "gala.turnout"}});
    presenter->onStore(status, older, 1, wall(), moment);
    ASSERT_TRUE(faultUp());
    EXPECT_THAT(screen().card->detail, testing::HasSubstr("An older copy of this event lies in its place"));
    EXPECT_THAT(screen().card->steps.at(1).title, testing::HasSubstr("newest event file"));
    EXPECT_EQ(screen().card->steps.at(1).detail, older.sentence(Lang::en));
}

TEST_F(WhileNothingIsRecorded, TheMenuOpensAndTheFaultIsBackWhenItIsLeft) {
    press(DoorAction::openMenu);
    EXPECT_EQ(screen().scene, Scene::menu);
    presenter->tick(moment + Millis{3000}, wall());
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
    ASSERT_EQ(screen().scene, Scene::confirm);
    EXPECT_EQ(screen().confirm->says, "1 scan is not recorded and would be lost");
    EXPECT_THAT(requests(), IsEmpty());
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::changeDoor);
}

TEST_F(WhileNothingIsRecorded, WhoeverLeavesTheDoorIsToldWhatWouldBeLost) {
    const auto askedFor = [&](const std::function<void()>& leave) {
        leave();
        ASSERT_EQ(screen().scene, Scene::confirm);
        EXPECT_EQ(screen().confirm->title, "Leave this door?");
        press(DoorAction::keep);
        EXPECT_THAT(requests(), IsEmpty());
    };
    for (const MenuPage::Tile tile : {MenuPage::Tile::door, MenuPage::Tile::close})
        askedFor([&] {
            press(DoorAction::openMenu);
            EXPECT_EQ(screen().menu->tiles.back().detail, "Scans that are not recorded yet would be lost");
            pick(tile);
        });
    askedFor([&] { EXPECT_FALSE(presenter->mayClose(kStart)); });
    presenter->onStore(status, {}, 0, {}, kStart);
    EXPECT_TRUE(presenter->mayClose(kStart));
}

TEST_F(WhileNothingIsRecorded, TheWindowClosesAfterThePin) {
    fail(true);
    EXPECT_FALSE(presenter->mayClose(moment));
    EXPECT_EQ(screen().scene, Scene::pin);
    givePin(true);
    press(DoorAction::yes);
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
    presenter->onNotRecorded(makeError(Fault::diskFull, "store.disk_full"), moment);
    EXPECT_TRUE(faultUp());
}

TEST_F(WhileNothingIsRecorded, ThePageTellsWhoseScansWait) {
    const Error full = makeError(Fault::diskFull, "store.disk_full", {{"file", "gala.turnout"}});
    std::vector<KeptScan> kept{{"CQM7K3P9TX4WQ2ZDJ8R5", wall()}};
    presenter->onStore(status, full, 1, wall(), moment, kept);
    EXPECT_THAT(screen().card->readText, testing::HasSubstr("CQM7K\u00A03P9TX\u00A04WQ2Z\u00A0DJ8R5,\u00A01"));
    kept.push_back({"Fatoumata Binta Diallo", wall()});
    kept.push_back({"", wall()});
    presenter->onStore(status, full, 3, wall(), moment, kept);
    EXPECT_THAT(screen().card->readText, testing::HasSubstr("Fatoumata\u00A0Binta\u00A0Diallo"));
    EXPECT_THAT(screen().card->readText, testing::HasSubstr("+1"));
}

TEST_F(WhileNothingIsRecorded, WhoStandsHereIsCalledByNameWhereTheListIsKnown) {
    const Error full = makeError(Fault::diskFull, "store.disk_full", {{"file", "gala.turnout"}});
    KeptScan kept{"CQM7K3P9TX4WQ2ZDJ8R5", wall(), {}, aGuest(1, "Noy Phommasack")};
    presenter->onStore(status, full, 1, wall(), kStart, {kept});
    ASSERT_TRUE(screen().card->guest);
    EXPECT_EQ(screen().card->guest->country, kept.guest->country);
    EXPECT_EQ(screen().card->readLabel, "Noy Phommasack");
    EXPECT_THAT(screen().card->readText, testing::HasSubstr("kept in memory since 19:04:12"));
    KeptScan other = kept;
    other.guest->name = "Li Ming";
    presenter->onStore(status, full, 2, wall(), kStart, {other, kept});
    EXPECT_THAT(screen().card->readText, testing::HasSubstr("and 1 other scan: " + isolated("Li\u00A0Ming") + ","));
}

TEST_F(WhileNothingIsRecorded, NoStepContradictsThatItGoesOnByItself) {
    for (const auto& [fault, key] : {std::pair{Fault::diskFull, "store.disk_full"},
                                     {Fault::replaced, "store.replaced"},
                                     {Fault::diskError, "store.disk_error"}}) {
        presenter->onStore(status, makeError(fault, key, {{"file", "gala.turnout"}, {"detail", "5"}}), 1, wall(),
                           kStart);
        EXPECT_THAT(screen().card->steps.at(1).detail, testing::HasSubstr("goes on by itself")) << key;
        EXPECT_THAT(screen().card->steps.at(1).detail, testing::HasSubstr("gala.turnout")) << key;
    }
}

TEST_F(WhileNothingIsRecorded, NobodyIsInvitedAndTheDiskIsCalledFull) {
    MachineNow machine;
    machine.diskFree = 3'000'000;
    presenter->onMachine(machine);
    press(DoorAction::openMenu);
    EXPECT_EQ(screen().idle.prompt, "Wait, nothing is being recorded");
    EXPECT_NE(screen().idle.secondPrompt, screen().idle.prompt);
    EXPECT_TRUE(screen().idle.waits);
    const auto disk = std::find_if(screen().status.items.begin(), screen().status.items.end(),
                                   [](const StatusItem& item) { return item.kind == StatusKind::disk; });
    ASSERT_NE(disk, screen().status.items.end());
    EXPECT_EQ(disk->words, "Disk full");
    presenter->onStore(status, {}, 0, {}, kStart);
    EXPECT_EQ(screen().idle.prompt, "Hold your ticket here");
}

TEST_F(WhileNothingIsRecorded, EveryRecoveredAnswerIsSeen) {
    const auto answerOf = [&](const char* name) {
        Answer a;
        a.scan = newScanId();
        a.at = wall();
        a.verdict = Verdict::admitted;
        a.guest.emplace();
        a.guest->name = name;
        return a;
    };
    for (const char* name : {"One", "Two", "Three"}) presenter->onAnswer(answerOf(name), moment, {}, {}, true);
    presenter->onStore(status, {}, 0, {}, moment);
    std::vector<std::string> seen;
    for (Millis at{1000}; at <= Millis{8000}; at += Millis{100}) {
        presenter->tick(moment + at, wall());
        if (screen().scene == Scene::verdict) seen.push_back(screen().card->guest->name);
    }
    for (const char* name : {"One", "Two", "Three"}) EXPECT_GE(std::count(seen.begin(), seen.end(), name), 15) << name;
}

TEST_F(WhileNothingIsRecorded, ThePageStaysWhenSavingWorksAgain) {
    press(DoorAction::openMenu);
    presenter->onStore(status, {}, 0, {}, moment);
    EXPECT_EQ(screen().scene, Scene::menu);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

}  // namespace
}  // namespace turnout::kiosk
