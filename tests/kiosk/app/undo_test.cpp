// Taking the door's last green back: for how long it is offered, and of whom.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;

People theList(const PeopleQuestion& question) {
    People people;
    people.question = question;
    for (const auto& [id, name] : {std::pair{1, "Noy Phommachanh"}, std::pair{2, "Kwame Boateng"}}) {
        people.guests.push_back({aGuest(id, name), {}, {}});
        GuestNow now;
        now.id = AttendeeId{id};
        people.now.push_back(now);
    }
    return people;
}

TEST_F(Pages, UndoStandsOnTheIdleScreenForAsLongAsItIsPossible) {
    answer(Verdict::admitted, aGuest(1, "Noy Phommachanh"));
    EXPECT_TRUE(screen().card->canUndo);
    presenter->tick(kStart + 5s, wall());
    ASSERT_EQ(screen().scene, Scene::idle);
    EXPECT_EQ(screen().idle.undo, "Undo Noy P.");
    answer(Verdict::unknown, aGuest(2, "Kwame Boateng"));  // a refusal takes nothing away from it
    presenter->handle(DoorAction::back, kStart + 6s);
    presenter->tick(kStart + 119s, wall());
    EXPECT_EQ(screen().idle.undo, "Undo Noy P.");
    presenter->tick(kStart + 120s, wall());
    EXPECT_EQ(screen().idle.undo, "");
}

TEST_F(Pages, WhenARehearsalBeginsElsewhereTheLiveCardGoesAndItsUndoIsNotOffered) {
    answer(Verdict::admitted, aGuest(1, "Noy Phommachanh"));
    ASSERT_TRUE(screen().card->canUndo);
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_EQ(screen().scene, Scene::idle);
    EXPECT_EQ(screen().idle.undo, "");
    press(DoorAction::undo);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Pages, TheReasonsOfAnUndoGoWhenTheDoorsGoLive) {
    counts([](DoorStatus& now) { now.rehearsal = true; });
    Answer rehearsed;
    rehearsed.scan = newScanId();
    rehearsed.at = wall();
    rehearsed.verdict = Verdict::admitted;
    rehearsed.guest = aGuest(1, "Noy Phommachanh");
    rehearsed.rehearsal = true;
    presenter->onAnswer(rehearsed, kStart);
    press(DoorAction::undo);
    ASSERT_EQ(screen().scene, Scene::reason);
    counts([](DoorStatus& now) { now.rehearsal = false; });
    EXPECT_EQ(screen().scene, Scene::idle);
    EXPECT_EQ(screen().idle.undo, "");
}

TEST_F(Pages, TheLastOneOfAGroupOrOfPaperTicksCanBeTakenBack) {
    for (const bool paper : {false, true}) {
        open({});
        if (paper) {
            press(DoorAction::openMenu);
            press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::paper)});
        } else {
            press(DoorAction::openGroup);
        }
        People universities;
        universities.question = *presenter->takeQuestion();
        universities.universities.push_back({"u1", {"First University", "第一大学"}, {2, 0}});
        presenter->onPeople(std::move(universities));
        press({DoorAction::pick, 0});
        presenter->onPeople(theList(*presenter->takeQuestion()));
        press(DoorAction::all);
        press(DoorAction::yes);
        const auto asked = requests();
        ASSERT_EQ(asked.size(), 2U);
        for (const DoorRequest& request : asked) {
            Answer given;
            given.scan = request.scan;
            given.at = wall();
            given.verdict = Verdict::admitted;
            given.guest = aGuest(request.guest->value, request.guest->value == 1 ? "Noy P" : "Kwame B");
            presenter->onAnswer(given, kStart);
        }
        press(DoorAction::undo);
        ASSERT_EQ(screen().scene, Scene::reason);
        EXPECT_EQ(screen().reason->guest.name, "Kwame B");
        press(DoorAction::reason1);
        const auto undo = requests();
        ASSERT_EQ(undo.size(), 1U);
        EXPECT_EQ(undo[0].about, asked[1].scan);
    }
}

TEST_F(Pages, ACardOffersToTakeBackItsOwnGuestAndNobodyElse) {
    answer(Verdict::admitted, aGuest(1, "Noy"));
    answer(Verdict::admitted, aGuest(2, "Kwame"));  // waits behind the first
    ASSERT_EQ(screen().card->guest->name, "Noy");
    EXPECT_FALSE(screen().card->canUndo);
}

}  // namespace
}  // namespace turnout::kiosk
