// Taking admissions and exits of the door back: for how long each is offered, and of whom.
#include "common/base/isolated.h"
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class Undos : public Pages {
  protected:
    Answer admit(std::int64_t id, const std::string& name, SteadyTime when = kStart) {
        const Answer given = anAnswer(Verdict::admitted, id, name);
        presenter->onAnswer(given, when);
        return given;
    }
    Answer anAnswer(Verdict verdict, std::int64_t id, const std::string& name) const {
        Answer given;
        given.scan = newScanId();
        given.at = wall();
        given.verdict = verdict;
        given.guest = aGuest(id, name);
        return given;
    }
    std::vector<ScanId> undone() {
        std::vector<ScanId> scans;
        for (const DoorRequest& request : requests())
            if (request.kind == DoorRequest::Kind::undo) scans.push_back(request.about);
        return scans;
    }
    void past(SteadyTime::duration passed) { presenter->tick(kStart + passed, wall()); }
};

TEST_F(Undos, UndoStandsOnTheIdleScreenForAsLongAsItIsPossible) {
    admit(1, "Noy Phommachanh");
    EXPECT_TRUE(screen().card->canUndo);
    past(5s);
    ASSERT_EQ(screen().scene, Scene::idle);
    EXPECT_EQ(screen().idle.undo, "Undo " + isolated("Noy P."));
    answer(Verdict::unknown, aGuest(2, "Kwame Boateng"));  // a refusal takes nothing away from it
    presenter->handle(DoorAction::back, kStart + 6s);
    past(119s);
    EXPECT_EQ(screen().idle.undo, "Undo " + isolated("Noy P."));
    past(120s);
    EXPECT_EQ(screen().idle.undo, "");
    EXPECT_EQ(screen().idle.notice, "");
    press(DoorAction::undo);
    EXPECT_EQ(screen().idle.notice, "Nothing can be taken back any more") << "the key is not just dead";
}

TEST_F(Undos, WhenARehearsalBeginsElsewhereTheLiveCardGoesAndItsUndoIsNotOffered) {
    answer(Verdict::admitted, aGuest(1, "Noy Phommachanh"));
    ASSERT_TRUE(screen().card->canUndo);
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_EQ(screen().scene, Scene::idle);
    EXPECT_EQ(screen().idle.undo, "");
    press(DoorAction::undo);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Undos, TheReasonsOfAnUndoGoWhenTheDoorsGoLive) {
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

TEST_F(Undos, ACardOffersToTakeBackItsOwnGuestAndNobodyElse) {
    const Answer noy = admit(1, "Noy");
    admit(2, "Kwame");  // waits behind the first
    ASSERT_EQ(screen().card->guest->name, "Noy");
    EXPECT_TRUE(screen().card->canUndo);
    press(DoorAction::undo);
    EXPECT_EQ(screen().reason->guest.name, "Noy");
    press(DoorAction::reason1);
    EXPECT_THAT(undone(), ElementsAre(noy.scan));
}

TEST_F(Undos, TheReasonsKeepTheirGuestWhenTheNextTicketIsRead) {
    const Answer wrong = admit(1, "Noy");
    press(DoorAction::undo);
    ASSERT_EQ(screen().scene, Scene::reason);
    admit(3, "Kwame", kStart + 1s);
    EXPECT_EQ(screen().scene, Scene::verdict) << "the guest at the door sees the answer first";
    past(6s);
    ASSERT_EQ(screen().scene, Scene::reason);
    EXPECT_EQ(screen().reason->guest.name, "Noy");
    presenter->handle(DoorAction::reason1, kStart + 7s);
    EXPECT_THAT(undone(), ElementsAre(wrong.scan));
}

TEST_F(Undos, EscapePutsAwayTheAnswerBeforeTheReasonsUnderIt) {
    admit(1, "Noy");
    press(DoorAction::undo);
    answer(Verdict::unknown, aGuest(3, "Kwame"));
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::reason);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Undos, AnEarlierAdmissionIsTakenBackFromAListOfThem) {
    const Answer first = admit(1, "Noy Phommachanh");
    past(5s);
    admit(2, "Kwame Boateng", kStart + 5s);
    past(10s);
    press(DoorAction::undo);
    EXPECT_EQ(screen().reason->guest.name, "Kwame Boateng");
    ASSERT_FALSE(screen().reason->another.empty());
    press(DoorAction::another);
    ASSERT_EQ(screen().scene, Scene::group);
    EXPECT_THAT(screen().group->choices, ElementsAre("Kwame Boateng", "Noy Phommachanh"));
    press(DoorAction::right);
    press(DoorAction::yes);
    ASSERT_EQ(screen().scene, Scene::reason);
    EXPECT_EQ(screen().reason->guest.name, "Noy Phommachanh");
    press(DoorAction::reason2);
    EXPECT_THAT(undone(), ElementsAre(first.scan));
    EXPECT_EQ(screen().idle.undo, "Undo " + isolated("Kwame B.")) << "the other one is still offered";
}

TEST_F(Undos, OneAdmissionAloneOffersNoOther) {
    admit(1, "Noy");
    press(DoorAction::undo);
    EXPECT_EQ(screen().reason->another, "");
    press(DoorAction::another);
    EXPECT_EQ(screen().scene, Scene::reason);
}

TEST_F(Undos, WhatWasRecordedBeforeARestartIsOfferedForTheRestOfItsTime) {
    Answer before = anAnswer(Verdict::admitted, 1, "Noy Phommachanh");
    before.at = wall() - 90s;
    Answer old = anAnswer(Verdict::admitted, 2, "Kwame Boateng");
    old.at = wall() - 121s;
    Answer later = anAnswer(Verdict::admitted, 3, "Batbayar");
    later.at = wall() + 1h;  // the clock was set back meanwhile
    presenter->offerUndo({old, before, later}, kStart);
    EXPECT_EQ(screen().idle.undo, "Undo " + isolated("Noy P."));
    past(29s);
    EXPECT_EQ(screen().idle.undo, "Undo " + isolated("Noy P."));
    past(30s);
    EXPECT_EQ(screen().idle.undo, "");
}

TEST_F(Undos, TheLastScansOfARehearsalGoWithIt) {
    Answer tried = anAnswer(Verdict::admitted, 1, "Noy Phommachanh"), meant = anAnswer(Verdict::admitted, 2, "Kwame");
    tried.rehearsal = true;
    counts([](DoorStatus& now) { now.rehearsal = true; });
    presenter->onAnswer(tried, kStart);
    presenter->onAnswer(meant, kStart);  // another machine went live
    counts([](DoorStatus& now) { now.rehearsal = false; });
    ASSERT_EQ(screen().idle.last.size(), 1U);
    EXPECT_EQ(screen().idle.last[0].who, "Kwame");
}

TEST_F(Undos, AnExitIsTakenBackWithReasonsOfItsOwn) {
    presenter->onAnswer(anAnswer(Verdict::exited, 1, "Noy"), kStart);
    press(DoorAction::undo);
    EXPECT_EQ(screen().reason->reasons[2], "Did not leave");
    press(DoorAction::reason3);
    EXPECT_EQ(requests().at(0).text, "Did not leave");
}

TEST_F(Undos, WhatCouldNotBeSavedMayBeTriedAgainAndWhatIsRefusedMayNot) {
    const Answer noy = admit(1, "Noy Phommachanh");
    press(DoorAction::undo);
    press(DoorAction::reason1);
    EXPECT_EQ(screen().idle.undo, "");
    presenter->onUndoRefused(noy.scan, makeError(Fault::busy, "store.busy"), kStart + 3s);
    EXPECT_EQ(screen().idle.undo, "Undo " + isolated("Noy P."));
    press(DoorAction::undo);
    press(DoorAction::reason1);
    presenter->onUndoRefused(noy.scan, makeError(Fault::refusedByRules, "store.undo_went_on"), kStart + 5s);
    EXPECT_EQ(screen().idle.undo, "");
}

// --- of a group ---

class GroupUndos : public Undos {
  protected:
    void openList(bool paper) {
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
        People list;
        list.question = *presenter->takeQuestion();
        for (const auto& [id, name] : {std::pair{1, "Noy P"}, std::pair{2, "Kwame B"}}) {
            list.guests.push_back({aGuest(id, name), {}, {}});
            GuestNow now;
            now.id = AttendeeId{id};
            list.now.push_back(now);
        }
        presenter->onPeople(std::move(list));
        press(DoorAction::all);
    }
    std::vector<ScanId> admitTicked() {
        press(DoorAction::yes);
        std::vector<ScanId> scans;
        for (const DoorRequest& request : requests()) {
            Answer given =
                anAnswer(Verdict::admitted, request.guest->value, request.guest->value == 1 ? "Noy P" : "Kwame B");
            given.scan = request.scan;
            presenter->onAnswer(given, kStart);
            scans.push_back(request.scan);
        }
        return scans;
    }
    void takenBack(const ScanId& scan, std::int64_t id) {
        presenter->onTakenBack(scan, anAnswer(Verdict::undone, id, "Noy P"), kStart);
    }
};

TEST_F(GroupUndos, AGroupOrPaperTicksAreTakenBackTogetherByOneUndoEach) {
    for (const bool paper : {false, true}) {
        openList(paper);
        const auto scans = admitTicked();
        ASSERT_EQ(scans.size(), 2U);
        EXPECT_EQ(screen().group->undo, "Take back these 2");
        press(DoorAction::undo);
        ASSERT_EQ(screen().scene, Scene::reason);
        EXPECT_EQ(screen().reason->title, "Take back these 2 admissions?");
        EXPECT_EQ(screen().reason->guest.name, "2 guests");
        EXPECT_EQ(screen().reason->guest.countryName, "First University");
        press(DoorAction::reason2);
        EXPECT_THAT(undone(), ElementsAre(scans[1], scans[0]));
        EXPECT_EQ(screen().scene, Scene::group);
        takenBack(scans[1], 2);
        takenBack(scans[0], 1);
        EXPECT_EQ(screen().scene, Scene::group) << "no card for each of them";
        EXPECT_EQ(screen().group->summary, "0 admitted");
        EXPECT_EQ(screen().group->detail, "2 taken back");
        EXPECT_EQ(screen().idle.notice, "2 taken back: their tickets may be used again.");
    }
}

TEST_F(GroupUndos, WhatWasAdmittedByTwoPressesOnOnePageIsTakenBackTogether) {
    openList(false);
    press({DoorAction::pick, 0});
    auto scans = admitTicked();
    press({DoorAction::pick, 0});
    for (const ScanId& scan : admitTicked()) scans.push_back(scan);
    ASSERT_EQ(scans.size(), 2U);
    EXPECT_EQ(screen().group->undo, "Take back these 2");
    press(DoorAction::undo);
    press(DoorAction::reason1);
    EXPECT_THAT(undone(), ElementsAre(scans[1], scans[0]));
}

TEST_F(GroupUndos, WhoeverIsScannedMeanwhileStaysIn) {
    openList(false);
    const auto scans = admitTicked();
    admit(7, "Batbayar");
    press(DoorAction::back);  // the card
    press(DoorAction::undo);  // on the group's page
    press(DoorAction::reason1);
    EXPECT_THAT(undone(), ElementsAre(scans[1], scans[0]));
    EXPECT_EQ(screen().idle.undo, "Undo " + isolated("Batbayar"));
}

TEST_F(GroupUndos, OneOfAGroupIsTakenBackFromTheList) {
    openList(false);
    const auto scans = admitTicked();
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::idle);
    EXPECT_EQ(screen().idle.undo, "Undo 2 guests");
    press(DoorAction::undo);
    press(DoorAction::another);
    EXPECT_THAT(screen().group->choices, ElementsAre("All 2 of First University", "Kwame B", "Noy P"));
    press(DoorAction::back);
    admit(7, "Batbayar");
    press(DoorAction::undo);
    press(DoorAction::another);
    EXPECT_THAT(screen().group->choices, ElementsAre("Batbayar", "All 2 of First University", "Kwame B", "Noy P"));
    press({DoorAction::pick, 3});
    press(DoorAction::reason1);
    EXPECT_THAT(undone(), ElementsAre(scans[0]));
}

TEST_F(GroupUndos, WhoOfAGroupCouldNotBeTakenBackIsCounted) {
    openList(false);
    const auto scans = admitTicked();
    press(DoorAction::undo);
    press(DoorAction::reason1);
    requests();
    takenBack(scans[1], 2);
    const Error gone = makeError(Fault::refusedByRules, "store.undo_went_on");
    presenter->onUndoRefused(scans[0], gone, kStart);
    EXPECT_EQ(screen().idle.notice, "1 taken back: their tickets may be used again. 1 not: " + gone.sentence(Lang::en));
    EXPECT_EQ(screen().group->summary, "1 admitted");
}

}  // namespace
}  // namespace turnout::kiosk
