// The question before somebody without a ticket at hand is admitted: what the volunteer must know before saying yes.
#include "kiosk/app/guest_question.h"

#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

class GuestQuestions : public Pages {
  protected:
    const ConfirmScreen& ask(Guest guest, Presence presence = Presence::neverIn) {
        press(DoorAction::openSearch);
        type(U"li");
        People people = found(*presenter->takeQuestion(), {{std::move(guest), presence}});
        people.now[0].ticketBeginning = "K7QX9";
        people.now[0].ticketEnding = "N8DJ3";
        people.now[0].issued = wall();
        presenter->onPeople(std::move(people));
        press(DoorAction::yes);
        return *screen().confirm;
    }
};

TEST_F(GuestQuestions, TellsTicketsApartByTheirEnding) {
    EXPECT_THAT(ask(aGuest(7, "Li Ming")).state, testing::HasSubstr("K7QX9…N8DJ3"));
}

TEST_F(GuestQuestions, ShowsWhatTheVolunteerMustActOn) {
    Guest guest = aGuest(7, "Li Ming");
    guest.note = "wheelchair";
    guest.attention = true;
    EXPECT_EQ(ask(guest).note, "wheelchair");
    EXPECT_EQ(ask(aGuest(8, "Li Na")).note, "");
}

TEST_F(GuestQuestions, PromisesNoAdmissionWhereThisDoorWillRefuse) {
    open([](DoorSetup& setup) {
        setup.event.doors = {{"A", DoorWay::both, {"student"}, {}, {}}};
        setup.event.capacity = 1;
    });
    Guest performer = aGuest(7, "Li Ming"), student = aGuest(8, "Li Na");
    performer.categoryId = "performer";
    student.categoryId = "student";
    EXPECT_EQ(ask(performer).yes, "Check Li Ming");
    EXPECT_THAT(screen().confirm->question, testing::HasSubstr("Use another door"));
    EXPECT_EQ(ask(student).yes, "Yes, admit Li Na");
    counts([](DoorStatus& now) { now.inside = 1; });
    EXPECT_THAT(ask(student).question, testing::HasSubstr("Hall full"));
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_EQ(ask(student).yes, "Yes, admit Li Na");
}

TEST_F(GuestQuestions, QuoteTheWordOfTheCardForAnotherDoor) {
    open([](DoorSetup& setup) {
        setup.lang = Lang::zh;
        setup.event.doors = {{"A", DoorWay::both, {"student"}, {}, {}}};
    });
    Answer wrong;
    wrong.verdict = Verdict::wrongDoor;
    const std::string word = cardOf(wrong, {Zone(), Lang::zh}).word;
    EXPECT_THAT(ask(aGuest(7, "Li Ming")).question, testing::HasSubstr("“" + word + "”"));
    for (const char* key : {"kiosk.short.wrong_door", "kiosk.reason.wrong_door", "kiosk.group.elsewhere"})
        EXPECT_THAT(say(key, Lang::zh), testing::HasSubstr("入口")) << key;
}

TEST_F(GuestQuestions, AnotherNameOfTheDoorChangesNoneOfItsRules) {
    open([](DoorSetup& setup) {
        setup.event.doors = {{"B", DoorWay::both, {}, {}, {}}, {"A", DoorWay::both, {"student"}, {}, {}}};
    });
    counts([](DoorStatus& now) { now.door = "East", now.closes = wall() + std::chrono::hours(1); });
    Guest performer = aGuest(7, "Li Ming"), student = aGuest(8, "Li Na");
    performer.categoryId = "performer";
    student.categoryId = "student";
    EXPECT_THAT(ask(performer).question, testing::HasSubstr("Use another door"));
    EXPECT_EQ(ask(student).yes, "Yes, admit Li Na");
    presenter->tick(moment, wall() + std::chrono::hours(1));
    EXPECT_THAT(screen().confirm->question, testing::HasSubstr("Doors closed"));
}

TEST_F(GuestQuestions, KnowsThatTheDoorsAreNotOpen) {
    counts([](DoorStatus& now) { now.opens = wall() + std::chrono::hours(1); });
    EXPECT_THAT(ask(aGuest(7, "Li Ming")).question, testing::HasSubstr("Not open yet")) << "as the card will say";
    counts([](DoorStatus& now) { now.closed = true; });
    EXPECT_THAT(ask(aGuest(7, "Li Ming")).question, testing::HasSubstr("Doors closed"));
}

}  // namespace
}  // namespace turnout::kiosk
