#include "kiosk/app/start_page.h"

#include <gtest/gtest.h>

#include "kiosk/app/options.h"
#include "tests/kiosk/app/start_fixture.h"

namespace turnout::kiosk {
namespace {

using test::aDrive;
using test::gala;
using test::serve;

Preferences asLastTime() {
    Preferences last;
    last.door = "Door B";
    last.camera = "USB camera";
    last.volunteer = "Li Na";
    last.volunteers = {"Li Na", "Zhang Wei"};
    return last;
}

void type(StartPresenter& start, std::u32string_view text) {
    for (const char32_t character : text) start.onCharacter(character);
}

TEST(StartPresenter, OneKeyIsEnoughForTheSameDoorAsLastTime) {
    StartPresenter start({gala("Gala", {"Door A", "Door B"})}, asLastTime(), Lang::en);
    start.onCameras({"Built-in", "USB camera"});
    start.handle(StartAction::start);
    ASSERT_TRUE(start.taken().has_value());
    EXPECT_EQ(start.taken()->event, "/events/Gala.turnout");
    EXPECT_EQ(start.taken()->door, "Door B");
    EXPECT_EQ(start.chosenCamera(), "USB camera");
    EXPECT_EQ(start.taken()->camera, "");  // as remembered
    EXPECT_EQ(start.taken()->volunteer, "Li Na");
    EXPECT_FALSE(start.taken()->noCamera);
}

TEST(StartPresenter, AFileThatCannotBeOpenedIsSaidAndNotChosenByItself) {
    ShelvedEvent broken;
    broken.path = "/events/old.turnout";
    broken.trouble = makeError(Fault::notFound, "store.cannot_write", {{"file", "/events/old.turnout"}});
    StartPresenter start({broken, gala("Gala", {"Door A"})}, {}, Lang::en);
    EXPECT_TRUE(start.screen().events[0].chosen);
    EXPECT_TRUE(start.screen().events[1].broken) << "behind those that can";
    EXPECT_EQ(start.screen().events[1].second, broken.trouble->sentence(Lang::en));
    start.handle(StartPress(StartAction::chooseEvent, 1));
    EXPECT_FALSE(start.screen().canStart);
    start.handle(StartAction::start);
    EXPECT_FALSE(start.taken().has_value());
}

TEST(StartPresenter, WithoutAnEventOrADoorItSaysWhatIsMissing) {
    StartPresenter nothing({}, {}, Lang::en);
    EXPECT_FALSE(nothing.screen().canStart);
    EXPECT_FALSE(nothing.screen().noEvents.empty());
    StartPresenter doorless({gala("Gala", {})}, {}, Lang::zh);
    EXPECT_FALSE(doorless.screen().canStart);
    doorless.handle(StartAction::typeDoor);
    type(doorless, U"东门");
    ASSERT_TRUE(doorless.screen().canStart);
    doorless.handle(StartAction::start);
    EXPECT_EQ(doorless.taken()->door, "东门");
    EXPECT_EQ(doorless.taken()->lang, Lang::zh);
}

TEST(StartPresenter, AnExitDoorIsOpenedForLeaving) {
    ShelvedEvent event = gala("Gala", {"Door A", "Door C"});
    event.doors[1].way = DoorWay::exit;
    StartPresenter start({event}, {}, Lang::en);
    start.handle(StartPress(StartAction::chooseDoor, 1));
    start.handle(StartAction::start);
    EXPECT_EQ(start.taken()->direction, Direction::exit);
}

TEST(StartPresenter, ADoorOfBothWaysIsOpenedForLeavingWhenAPersonSaysSo) {
    ShelvedEvent event = gala("Gala", {"Door A", "Door B", "Door C"});
    event.doors[1].way = DoorWay::entry;
    event.doors[2].way = DoorWay::exit;
    StartPresenter start({event}, {}, Lang::en);
    ASSERT_EQ(start.screen().ways.size(), 2U);
    EXPECT_TRUE(start.screen().ways[0].chosen);
    start.handle(StartAction::otherWay);
    EXPECT_TRUE(start.screen().ways[1].chosen);
    start.handle(StartPress(StartAction::chooseWay, 0));
    start.handle(StartPress(StartAction::chooseWay, 1));
    for (const std::uint32_t oneWay : {1U, 2U}) {
        start.handle(StartPress(StartAction::chooseDoor, oneWay));
        EXPECT_TRUE(start.screen().ways.empty());
    }
    start.handle(StartPress(StartAction::chooseDoor, 1));
    start.handle(StartAction::start);
    EXPECT_EQ(start.taken()->direction, Direction::entry);
    start.handle(StartPress(StartAction::chooseDoor, 0));
    start.handle(StartAction::start);
    EXPECT_EQ(start.taken()->direction, Direction::exit);
}

TEST(StartPresenter, TheCommandLinesExitIsWhatADoorOfBothWaysBeginsWith) {
    StartPresenter start({gala("Gala", {"Door A"})}, {}, Lang::en, {}, Direction::exit);
    start.handle(StartAction::start);
    EXPECT_EQ(start.taken()->direction, Direction::exit);
}

TEST(StartPresenter, ArrowKeysAloneChooseEverything) {
    StartPresenter start({gala("Gala", {"Door A", "Door B"}), gala("Ball", {"North", "South"})}, {}, Lang::en);
    start.onCameras({"Built-in"});
    start.handle(StartAction::right);  // the other event
    start.handle(StartAction::down);
    start.handle(StartAction::right);  // its other door
    start.handle(StartAction::down);
    start.handle(StartAction::right);  // no camera
    start.handle(StartAction::down);
    type(start, U"Amara");
    start.handle(StartAction::start);
    ASSERT_TRUE(start.taken().has_value());
    EXPECT_EQ(start.taken()->event, "/events/Ball.turnout");
    EXPECT_EQ(start.taken()->door, "South");
    EXPECT_TRUE(start.taken()->noCamera);
    EXPECT_EQ(start.taken()->volunteer, "Amara");
}

TEST(StartPresenter, AScannersBurstLeavesTheNameAndTheChoiceAsTheyWere) {
    StartPresenter start({gala("Gala", {"Door A", "Door B"})}, asLastTime(), Lang::en);
    start.handle(StartAction::down);
    type(start, U"ABCD0123456789ABCDEV");
    start.onScan(20);
    EXPECT_EQ(start.screen().volunteer.typed, "Li Na");
    EXPECT_EQ(start.screen().focused, 1);
    EXPECT_FALSE(start.screen().trouble.empty());
    start.handle(StartAction::start);
    ASSERT_TRUE(start.taken().has_value());
    EXPECT_EQ(start.taken()->door, "Door B");
    type(start, U"Amara");
    type(start, U"4006381333931");
    start.onScan(13);
    EXPECT_EQ(start.screen().volunteer.typed, "Amara");
}

TEST(StartPresenter, ACameraPluggedInLaterDoesNotTakeTheChosenOnesPlace) {
    StartPresenter start({gala("Gala", {"Door A"})}, {}, Lang::en);
    start.onCameras({});
    EXPECT_EQ(start.chosenCamera(), "");
    start.onCameras({"Built-in"});
    EXPECT_EQ(start.chosenCamera(), "Built-in");
    start.handle(StartPress(StartAction::chooseCamera, 0));
    start.onCameras({"A new one", "Built-in"});
    EXPECT_EQ(start.chosenCamera(), "Built-in");
    start.handle(StartPress(StartAction::chooseCamera, 2));
    start.onCameras({"Built-in"});
    EXPECT_TRUE(start.noCamera());
}

TEST(StartPresenter, NoCameraFoundYetIsAnotherChoiceThanNone) {
    StartPresenter start({gala("Gala", {"Door A"})}, {}, Lang::en);
    start.onCameras({});
    ASSERT_EQ(start.screen().cameras.size(), 2U);
    EXPECT_EQ(start.screen().cameras[0].title, "No camera found yet");
    EXPECT_TRUE(start.screen().cameras[0].chosen);
    EXPECT_FALSE(start.screen().cameras[1].chosen);
    start.handle(StartPress(StartAction::chooseCamera, 1));
    EXPECT_TRUE(start.screen().cameras[1].chosen);
    EXPECT_FALSE(start.screen().cameras[0].chosen);
    start.handle(StartAction::left);  // with the arrows back
    EXPECT_TRUE(start.screen().cameras[0].chosen);
    start.handle(StartAction::right);
    start.onCameras({"USB camera"});
    EXPECT_EQ(start.chosenCamera(), "") << "the hand scanner alone, whatever is plugged in";
    start.handle(StartAction::start);
    EXPECT_TRUE(start.taken()->noCamera);
}

TEST(StartPresenter, WhoWantedNoCameraBeforeStillWantsNone) {
    StartPresenter start({gala("Gala", {"Door A"})}, {}, Lang::en);
    start.wantNoCamera();
    start.onCameras({"Built-in", "USB camera"});
    EXPECT_TRUE(start.noCamera());
    start.handle(StartPress(StartAction::chooseCamera, 0));
    EXPECT_EQ(start.chosenCamera(), "Built-in");
}

TEST(StartPresenter, ARememberedCameraThatIsAwayIsNotForgottenForAnother) {
    StartPresenter start({gala("Gala", {"Door A"})}, asLastTime(), Lang::en);
    start.onCameras({"Built-in"});
    start.onCameras({"Built-in", "USB camera"});
    EXPECT_EQ(start.chosenCamera(), "USB camera");
    start.onCameras({"Built-in"});
    start.handle(StartAction::start);
    EXPECT_EQ(start.taken()->camera, "");
}

TEST(StartPresenter, TheCameraThatAPersonChoseIsTakenAlong) {
    StartPresenter start({gala("Gala", {"Door A"})}, asLastTime(), Lang::en);
    start.onCameras({"Built-in", "USB camera"});
    start.handle(StartPress(StartAction::chooseCamera, 0));
    start.onCameras({});  // a loose plug is not "no camera"
    start.handle(StartAction::start);
    EXPECT_EQ(start.taken()->camera, "Built-in");
    EXPECT_FALSE(start.taken()->noCamera);
}

TEST(StartPresenter, AnEventFileAnywhereIsFoundByItsPathWithTheKeyboardAlone) {
    StartPresenter start({gala("Gala", {"Door A"})}, {}, Lang::en, {"/home/door"});
    start.handle(StartAction::browse);
    EXPECT_EQ(start.screen().path.typed, "/home/door/");
    for (int i = 0; i < 11; ++i) start.onBackspace();
    type(start, U"/media/stick/b");
    serve(start, aDrive());
    ASSERT_EQ(start.screen().entries.size(), 1U);
    EXPECT_EQ(start.screen().entries[0].title, "Ball.turnout");
    start.handle(StartAction::start);  // F9
    EXPECT_FALSE(start.screen().browsing);
    EXPECT_FALSE(start.taken().has_value());
    serve(start, aDrive());
    start.handle(StartAction::start);
    ASSERT_TRUE(start.taken().has_value());
    EXPECT_EQ(start.taken()->event, "/media/stick/Ball.turnout");
    EXPECT_EQ(start.taken()->door, "North");
}

TEST(StartPresenter, AnEventFileAnywhereIsFoundFolderByFolderOrPasted) {
    StartPresenter start({}, {}, Lang::en, {"/home/door"});
    start.handle(StartAction::browse);
    start.onPaste("file:///media/stick/\n");
    serve(start, aDrive());
    ASSERT_EQ(start.screen().entries.size(), 3U);
    EXPECT_TRUE(start.screen().entries[2].chosen) << "a file before folders";
    EXPECT_EQ(start.screen().entries[0].title, "Folder above");
    start.handle(StartPress(StartAction::openEntry, 1));
    EXPECT_EQ(start.screen().path.typed, "/media/stick/old/");
    serve(start, aDrive());
    start.onScan(0);
    start.handle(StartAction::start);
    serve(start, aDrive());
    EXPECT_EQ(start.screen().events[0].title, "Fete");
    EXPECT_TRUE(start.screen().events[0].chosen);
    start.handle(StartAction::browse);
    start.onPaste("/nowhere/at/all");
    serve(start, aDrive());
    EXPECT_FALSE(start.screen().canStart);
    EXPECT_FALSE(start.screen().noEntries.empty());
    start.handle(StartAction::back);
    EXPECT_TRUE(start.screen().canStart);
}

TEST(StartPresenter, AFolderBeingReadHoldsUpNeitherTypingNorTheWayBack) {
    StartPresenter start({gala("Gala", {"Door A"})}, {}, Lang::en, {"/media/dead"});
    start.handle(StartAction::browse);
    EXPECT_EQ(start.wanted(), (std::vector<Unread>{{Unread::What::folder, "/media/dead/"}}));
    EXPECT_EQ(start.screen().noEntries, say("kiosk.start.path.reading", Lang::en));
    EXPECT_TRUE(start.screen().looking);
    type(start, U"g");
    EXPECT_EQ(start.screen().path.typed, "/media/dead/g");
    start.onBackspace();
    EXPECT_FALSE(start.screen().canStart);
    start.handle(StartAction::start);
    EXPECT_EQ(start.screen().path.typed, "/media/dead/") << "F9 in haste waits for what comes";
    start.handle(StartPress(StartAction::openEntry, 0));
    EXPECT_EQ(start.screen().path.typed, "/media/") << "the way up is open";
    start.handle(StartAction::back);
    EXPECT_TRUE(start.wanted().empty()) << "nobody looks at it any more";
    start.handle(StartAction::start);
    EXPECT_TRUE(start.taken().has_value());
}

TEST(StartPresenter, AFolderThatCannotBeReadIsSaidAndOneThatIsNotThereIsNot) {
    StartPresenter start({}, {}, Lang::zh, {"/media/locked"});
    start.handle(StartAction::browse);
    start.onFolder("/media/locked/", {{}, false});
    EXPECT_EQ(start.screen().noEntries, say("kiosk.start.path.unreadable", Lang::zh));
    EXPECT_FALSE(start.screen().looking);
    start.onPaste("/medi/");
    start.onFolder("/medi/", {});
    EXPECT_EQ(start.screen().noEntries, say("kiosk.start.path.empty", Lang::zh));
}

TEST(StartPresenter, AnEventThatIsBeingReadWaitsForItsFileAndTheOthersDoNot) {
    StartPresenter start({unread("/media/dead/last.turnout"), gala("Gala", {"Door A", "Door B"})}, asLastTime(),
                         Lang::en);
    EXPECT_EQ(start.wanted(), (std::vector<Unread>{{Unread::What::event, "/media/dead/last.turnout"}}));
    EXPECT_TRUE(start.screen().events[0].chosen);
    EXPECT_EQ(start.screen().events[0].second, say("kiosk.start.reading", Lang::en));
    EXPECT_FALSE(start.screen().events[0].broken);
    start.handle(StartAction::start);
    EXPECT_FALSE(start.taken().has_value()) << "one key in haste opens no other event";
    start.handle(StartPress(StartAction::chooseEvent, 1));
    start.handle(StartAction::start);
    ASSERT_TRUE(start.taken().has_value());
    EXPECT_EQ(start.taken()->event, "/events/Gala.turnout");
    EXPECT_EQ(start.taken()->door, "Door B");
}

TEST(StartPresenter, WhatIsChosenMeanwhileStaysWhenAnotherFileHasBeenRead) {
    StartPresenter start({unread("/events/last.turnout"), gala("Gala", {"Door A", "Door B"})}, {}, Lang::en);
    start.handle(StartPress(StartAction::chooseEvent, 1));
    start.handle(StartPress(StartAction::chooseDoor, 1));
    start.onEvent("/events/last.turnout", gala("last", {"North"}));
    EXPECT_EQ(start.screen().events[0].title, "last");
    EXPECT_TRUE(start.screen().events[1].chosen);
    EXPECT_TRUE(start.screen().doors[1].chosen);
}

TEST(StartPresenter, ADroppedFileIsShownAtOnceAndItsDoorsWhenItHasBeenRead) {
    StartPresenter start({gala("Gala", {"Door A"})}, {}, Lang::en);
    start.onDropped("/media/stick/Ball.turnout");
    EXPECT_EQ(start.screen().events[0].title, "Ball.turnout");
    EXPECT_TRUE(start.screen().events[0].chosen);
    EXPECT_FALSE(start.screen().canStart);
    serve(start, aDrive());
    EXPECT_EQ(start.screen().events[0].title, "Ball");
    EXPECT_EQ(start.screen().doors[0].title, "North");
    EXPECT_TRUE(start.screen().canStart);
}

TEST(StartPresenter, NoDoorIsNamedBeforeItIsKnownWhichThereAre) {
    StartPresenter start({unread("/events/Gala.turnout")}, {}, Lang::en);
    start.handle(StartAction::typeDoor);
    EXPECT_FALSE(start.screen().keyboard.up);
    EXPECT_FALSE(start.screen().newDoor.focused);
    start.onEvent("/events/Gala.turnout", gala("Gala", {}));
    EXPECT_TRUE(start.screen().newDoor.focused);
    type(start, U"North");
    start.handle(StartAction::start);
    ASSERT_TRUE(start.taken().has_value());
    EXPECT_EQ(start.taken()->door, "North");
}

TEST(StartPresenter, FilesLyingAboutAreLookedForBeforeItIsSaidThatThereAreNone) {
    StartPresenter start({}, {}, Lang::en, {"/home/door", true});
    EXPECT_EQ(start.screen().noEvents, say("kiosk.start.looking", Lang::en));
    EXPECT_TRUE(start.screen().looking);
    StartPresenter other = start;
    start.onLyingAbout({});
    EXPECT_EQ(start.screen().noEvents, say("kiosk.start.no_events", Lang::en));
    EXPECT_FALSE(start.screen().looking);
    other.onLyingAbout({"/media/stick/Ball.turnout"});
    serve(other, aDrive());
    EXPECT_TRUE(other.screen().canStart);
    EXPECT_EQ(other.screen().events[0].title, "Ball");
}

TEST(StartPresenter, WhatCouldNotBeOpenedIsSaidUntilTheNextPress) {
    StartPresenter start({gala("Gala", {"Door A"})}, {}, Lang::en);
    const Error error = makeError(Fault::notFound, "store.cannot_write", {{"file", "x"}});
    start.tell(error);
    EXPECT_EQ(start.screen().trouble, error.sentence(Lang::en));
    start.handle(StartAction::down);
    EXPECT_TRUE(start.screen().trouble.empty());
}

TEST(DirectionOfADoor, IsItsOwnWhenItHasOneWayElseWhatWasAsked) {
    for (const Direction asked : {Direction::entry, Direction::exit}) {
        EXPECT_EQ(directionAt(DoorWay::exit, asked), Direction::exit);
        EXPECT_EQ(directionAt(DoorWay::entry, asked), Direction::entry);
        EXPECT_EQ(directionAt(DoorWay::both, asked), asked);
    }
}

}  // namespace
}  // namespace turnout::kiosk
