// The table of docs/data_model.md, row by row, and that the first row that holds is the answer.
#include "common/domain/decide.h"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

namespace turnout {
namespace {

using namespace std::chrono_literals;

constexpr TimePoint kNow{std::chrono::sys_days{std::chrono::year{2023} / 11 / 17} + 11h};

GuestState guest(Presence presence = Presence::neverIn) {
    return {Reading::known, false, presence};
}

Verdict enter(const GuestState& state, const DoorRules& rules = {}, TimePoint now = kNow) {
    return decide(state, rules, Direction::entry, now);
}

Verdict leave(const GuestState& state, const DoorRules& rules = {}, TimePoint now = kNow) {
    return decide(state, rules, Direction::exit, now);
}

TEST(Decide, AnswersWhatIsNoTicketOfAGuestByItsReading) {
    const std::vector<std::pair<Reading, Verdict>> rows{{Reading::notATicket, Verdict::notATicket},
                                                        {Reading::mistyped, Verdict::mistyped},
                                                        {Reading::otherEvent, Verdict::otherEvent},
                                                        {Reading::unknown, Verdict::unknown},
                                                        {Reading::genuineUnlisted, Verdict::genuineUnlisted}};
    for (const auto& [reading, verdict] : rows)
        for (const Direction direction : {Direction::entry, Direction::exit})
            for (const bool revoked : {false, true}) {
                DoorRules closed;
                closed.closes = kNow - 1h;
                EXPECT_EQ(decide({reading, revoked, Presence::inside}, closed, direction, kNow), verdict);
            }
}

TEST(Decide, LetsWhoeverIsInsideLeaveWhateverElseHolds) {
    DoorRules worst;
    worst.admitsCategory = false;
    worst.closes = kNow - 1h;
    worst.reEntry = false;
    worst.capacity = 0;
    EXPECT_EQ(leave(guest(Presence::inside)), Verdict::exited);
    EXPECT_EQ(leave({Reading::known, true, Presence::inside}, worst), Verdict::exited);
    EXPECT_EQ(leave(guest(Presence::neverIn)), Verdict::notInside);
    EXPECT_EQ(leave({Reading::known, true, Presence::left}, worst), Verdict::notInside);
}

// Everything speaks against the guest; each step takes the first reason away.
TEST(Decide, TakesTheFirstRowThatHolds) {
    GuestState state{Reading::known, true, Presence::inside};
    DoorRules rules;
    rules.opens = kNow + 1h;
    rules.admitsCategory = false;
    rules.reEntry = false;
    rules.capacity = 10;
    rules.inside = 10;
    EXPECT_EQ(enter(state, rules), Verdict::revoked);
    state.revoked = false;
    EXPECT_EQ(enter(state, rules), Verdict::alreadyIn);
    state.presence = Presence::left;
    EXPECT_EQ(enter(state, rules), Verdict::notOpen);
    rules.opens = kNow;
    EXPECT_EQ(enter(state, rules), Verdict::wrongDoor);
    rules.admitsCategory = true;
    EXPECT_EQ(enter(state, rules), Verdict::noReEntry);
    rules.reEntry = true;
    EXPECT_EQ(enter(state, rules), Verdict::full);
    rules.inside = 9;
    EXPECT_EQ(enter(state, rules), Verdict::admitted);
}

TEST(Decide, OpensAtTheInstantAndClosesAtTheInstant) {
    DoorRules rules;
    rules.opens = kNow;
    rules.closes = kNow + 1h;
    EXPECT_EQ(enter(guest(), rules, kNow - 1ms), Verdict::notOpen);
    EXPECT_EQ(enter(guest(), rules, kNow), Verdict::admitted);
    EXPECT_EQ(enter(guest(), rules, kNow + 1h - 1ms), Verdict::admitted);
    EXPECT_EQ(enter(guest(), rules, kNow + 1h), Verdict::notOpen);
    rules.clockPlausible = false;
    EXPECT_EQ(enter(guest(), rules, kNow - 1h), Verdict::admitted);
    EXPECT_EQ(enter(guest(), rules, kNow + 2h), Verdict::admitted);
}

TEST(Decide, CountsOnlyTheReturnOfSomeoneWhoWasInAsReEntry) {
    DoorRules rules;
    rules.reEntry = false;
    EXPECT_EQ(enter(guest(Presence::neverIn), rules), Verdict::admitted);
    EXPECT_EQ(enter(guest(Presence::left), rules), Verdict::noReEntry);
    EXPECT_EQ(enter(guest(Presence::left)), Verdict::admitted);
}

TEST(Decide, IsFullAtCapacityAndNeverWithoutOne) {
    DoorRules rules;
    rules.inside = 1'000'000;
    EXPECT_EQ(enter(guest(), rules), Verdict::admitted);
    rules.capacity = 1'000'000;
    EXPECT_EQ(enter(guest(), rules), Verdict::full);
    rules.capacity = 0;
    rules.inside = 0;
    EXPECT_EQ(enter(guest(), rules), Verdict::full);
}

TEST(Decide, LetsAVolunteerOverruleAmberEntriesButMakeNoDouble) {
    for (const Verdict verdict : kVerdicts) {
        const bool may = verdict == Verdict::genuineUnlisted || verdict == Verdict::notOpen ||
                         verdict == Verdict::wrongDoor || verdict == Verdict::noReEntry || verdict == Verdict::full;
        EXPECT_EQ(canOverride(verdict), may) << word(verdict);
    }
}

TEST(Verdict, HasTheWordsAndTonesOfTheDesign) {
    const std::vector<std::tuple<Verdict, const char*, Tone, bool>> rows{
        {Verdict::notATicket, "not_a_ticket", Tone::red, true},
        {Verdict::mistyped, "mistyped", Tone::red, true},
        {Verdict::otherEvent, "other_event", Tone::red, true},
        {Verdict::unknown, "unknown", Tone::red, true},
        {Verdict::genuineUnlisted, "genuine_unlisted", Tone::amber, true},
        {Verdict::exited, "exited", Tone::green, false},
        {Verdict::notInside, "not_inside", Tone::amber, true},
        {Verdict::revoked, "revoked", Tone::red, true},
        {Verdict::alreadyIn, "already_in", Tone::amber, true},
        {Verdict::notOpen, "not_open", Tone::amber, true},
        {Verdict::wrongDoor, "wrong_door", Tone::amber, true},
        {Verdict::noReEntry, "no_re_entry", Tone::amber, true},
        {Verdict::full, "full", Tone::amber, true},
        {Verdict::admitted, "admitted", Tone::green, false},
        {Verdict::undone, "undone", Tone::grey, false},
        {Verdict::notRecorded, "not_recorded", Tone::fault, false}};
    ASSERT_EQ(rows.size(), kVerdicts.size());
    for (const auto& [verdict, text, tone, refusal] : rows) {
        EXPECT_EQ(word(verdict), text);
        EXPECT_EQ(verdictFromWord(text), verdict);
        EXPECT_EQ(toneOf(verdict), tone) << text;
        EXPECT_EQ(isRefusal(verdict), refusal) << text;
    }
    EXPECT_FALSE(verdictFromWord("ADMITTED"));
    EXPECT_FALSE(verdictFromWord(""));
}

TEST(Verdict, HasTheWordsOfSourcesAndDirections) {
    for (const char* text : {"camera", "scanner", "typed", "search", "group", "walk_in", "paper", "command", "hub"}) {
        const auto source = sourceFromWord(text);
        ASSERT_TRUE(source) << text;
        EXPECT_EQ(word(*source), text);
    }
    EXPECT_FALSE(sourceFromWord("mouse"));
    EXPECT_EQ(word(Direction::entry), "entry");
    EXPECT_EQ(word(Direction::exit), "exit");
}

}  // namespace
}  // namespace turnout
