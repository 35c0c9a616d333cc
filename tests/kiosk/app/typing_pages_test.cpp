// Pages that are typed on with the keyboard alone: a code that is not whole, the fields of a walk-in.
#include "common/domain/ticket_code.h"
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

class Typed : public Pages {
  protected:
    Typed() {
        open([](DoorSetup& setup) { setup.eventTag = "K7QX"; });
    }
    void search(std::u32string_view text) {
        press(DoorAction::openSearch);
        type(text);
        People nobody;
        nobody.question = *presenter->takeQuestion();
        presenter->onPeople(std::move(nobody));
    }
    std::size_t focused() const {
        const auto& fields = screen().walkIn->fields;
        return static_cast<std::size_t>(
            std::find_if(fields.begin(), fields.end(), [](const FieldScreen& f) { return f.focused; }) -
            fields.begin());
    }
};

TEST_F(Typed, OfTheBeginningOfACodeItIsSaidHowMuchIsMissing) {
    search(U"k7qx9 v3m2r tb5wh");
    EXPECT_EQ(screen().search->emptyTitle, "5 characters are still missing");
    presenter->onEnter(moment);
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty()) << "it would only stand in the log as no ticket";
    EXPECT_EQ(screen().scene, Scene::search);
    type(U"n8dj");
    EXPECT_EQ(screen().search->typed, "k7qx9 v3m2r tb5whn8dj");
}

TEST_F(Typed, WhatIsNoBeginningOfACodeIsCheckedAsItIs) {
    search(U"9v3m2rtb5wh");  // another system's, or another event's
    EXPECT_EQ(screen().search->emptyTitle, "Nobody on the list matches “9v3m2rtb5wh”");
    presenter->onEnter(moment);
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(Typed, TheBlueButtonChecksACode) {
    search(U"k7qx9v3m2rtb5whn8dj3");
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::typedCode);
}

TEST_F(Typed, ACodeWithAWrongCharacterIsComparedNotRecorded) {
    search(U"k7qx9v3m2rtb5whn8dj4");
    EXPECT_FALSE(screen().search->wrong.empty());
    EXPECT_THAT(screen().search->emptyDetail, testing::HasSubstr("Correct it"));
    presenter->onEnter(moment);
    EXPECT_THAT(requests(), IsEmpty());
    press(DoorAction::check);  // it may be another system's after all
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(Typed, F9OpensNobodyWhoIsNotShown) {
    press(DoorAction::openSearch);
    type(U"l");
    People found;
    found.question = *presenter->takeQuestion();
    found.guests.push_back({aGuest(7, "Li Ming"), {}, {}});
    GuestNow now;
    now.id = AttendeeId{7};
    found.now.push_back(now);
    presenter->onPeople(std::move(found));
    presenter->onBackspace();
    type(U"k7qx9v3m2rtb5whn8dj3");
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::typedCode);
}

TEST_F(Typed, TabGoesOnThroughTheFieldsOfAWalkInTheNeededOnesFirst) {
    press(DoorAction::openWalkIn);
    type(U"Fatoumata");
    presenter->onTab(moment);
    EXPECT_EQ(focused(), 1U);
    type(U"guinea-bissau");
    EXPECT_EQ(screen().walkIn->fields[0].typed, "Fatoumata");
    EXPECT_EQ(screen().walkIn->fields[1].label, "Country (needed)");
    presenter->onTab(moment);
    answerPeople({});
    EXPECT_TRUE(screen().walkIn->missing.empty()) << "the one country that is left is taken";
    press(DoorAction::down);
    EXPECT_EQ(screen().walkIn->fields[3].label, "Name in own script");
    EXPECT_EQ(focused(), 3U);
    presenter->onTab(moment);
    EXPECT_EQ(focused(), 0U);
    EXPECT_THAT(requests(), IsEmpty());
}

TEST_F(Typed, TabDoesNothingElsewhereAndNotUnderAnAnswer) {
    const DoorScreen idle = screen();
    presenter->onTab(moment);
    EXPECT_EQ(screen(), idle);
    press(DoorAction::openWalkIn);
    answer(Verdict::admitted, aGuest(1, "Noy"));
    presenter->onTab(moment);
    press(DoorAction::back);
    EXPECT_EQ(focused(), 0U);
}

}  // namespace
}  // namespace turnout::kiosk
