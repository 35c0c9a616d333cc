#include "display/app/count_presenter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/support/event_builder.h"
#include "tests/support/fake_clock.h"

namespace turnout::display {
namespace {

using test::at;
using test::country;
using testing::ElementsAre;
using testing::IsEmpty;

// A store that is told who came, and answers as EventReader::hall() would.
class Hall {
  public:
    explicit Hall(std::map<std::string, std::int64_t> registered) : registered_(std::move(registered)) {}

    Hall& arrives(const std::string& code, const std::string& name = {}) {
        ++arrived_[code];
        if (!seq_.contains(code)) seq_[code] = static_cast<std::int64_t>(seq_.size()) + 1;
        newest_.insert(newest_.begin(), Arrival{++row_, {}, country(code), name});
        return *this;
    }
    Hall& undone(const std::string& code) {
        --arrived_[code];
        const auto found = std::find_if(newest_.begin(), newest_.end(),
                                        [&](const Arrival& arrival) { return arrival.country.str() == code; });
        newest_.erase(found);
        return *this;
    }

    void hidesNewest() { newest_.front().name.clear(); }

    HallNumbers numbers() const {
        HallNumbers hall;
        Totals& totals = hall.totals;
        std::map<std::string, Numbers> all;
        for (const auto& [code, count] : registered_) all[code].registered = count;
        for (const auto& [code, count] : arrived_) all[code].arrived = count;
        for (const auto& [code, guests] : all) {
            totals.byCountry.push_back({country(code), guests, guests.arrived > 0 ? seq_.at(code) : 0});
            totals.guests.registered += guests.registered;
            totals.guests.arrived += guests.arrived;
            totals.countries.registered += guests.registered > 0 ? 1 : 0;
            totals.countries.arrived += guests.arrived > 0 ? 1 : 0;
        }
        totals.groups = {{"one", {"One", "一"}, {3, 1}}, {"two", {"Two", "二"}, {2, 2}}};
        hall.newest = newest_;
        if (hall.newest.size() > kNewestRead) hall.newest.resize(kNewestRead);
        return hall;
    }

  private:
    std::map<std::string, std::int64_t> registered_, arrived_, seq_;
    std::vector<Arrival> newest_;
    std::int64_t row_ = 0;
};

class CountPresenterTest : public testing::Test {
  protected:
    CountPresenterTest() : hall({{"LA", 100}, {"NP", 100}, {"PK", 100}, {"ET", 1}}) {}

    void tell() { presenter.take(hall.numbers(), clock.steady(), clock.now()); }
    // Runs on in small steps, with the store confirming, as the program does.
    void run(Millis time) {
        for (Millis done{0}; done < time; done += 10ms) {
            clock.advance(10ms);
            presenter.confirmed(clock.steady(), clock.now());
            presenter.tick(clock.steady(), clock.now());
            counts.push_back(presenter.screen().count);
        }
    }
    void silence(Millis time) {
        clock.advance(time);
        presenter.tick(clock.steady(), clock.now());
    }
    std::vector<std::string> flags() const {
        std::vector<std::string> codes;
        for (const WallPlace& place : presenter.screen().wall) codes.push_back(place ? place->str() : "-");
        return codes;
    }

    test::FakeClock clock{at("2023-11-17T19:24:00+08:00")};
    Hall hall;
    CountPresenter presenter{test::aPlan(), false};
    std::vector<std::int64_t> counts;
};

TEST_F(CountPresenterTest, ShowsTheTrueStateAtOnceAfterStartWithoutReplay) {
    hall.arrives("LA", "Kham").arrives("NP").arrives("LA");
    tell();
    const CountScreen& screen = presenter.screen();
    EXPECT_EQ(screen.count, 3);
    EXPECT_EQ(screen.guests, (Tally{3, 301}));
    EXPECT_EQ(screen.countries, (Tally{2, 4}));
    EXPECT_EQ(screen.lane, Lane::empty);
    EXPECT_FALSE(screen.newest);
    EXPECT_FALSE(screen.moving());
}

TEST_F(CountPresenterTest, NobodyYetIsAnInvitation) {
    tell();
    EXPECT_EQ(presenter.screen().lane, Lane::waiting);
    EXPECT_THAT(flags(), ElementsAre("-", "-", "-", "-"));
}

TEST_F(CountPresenterTest, OneGuestMoreIsThereInTheNextFrame) {
    tell();
    clock.advance(5s);
    hall.arrives("LA");
    tell();
    EXPECT_EQ(presenter.screen().count, 1);
}

TEST_F(CountPresenterTest, ManyMoreRollUpInTheTimeTheDesignGivesAndNeverDown) {
    tell();
    for (int i = 0; i < 50; ++i) hall.arrives("LA");
    tell();
    run(500ms);
    EXPECT_LT(presenter.screen().count, 50);
    run(110ms);
    EXPECT_EQ(presenter.screen().count, 50);
    EXPECT_TRUE(std::is_sorted(counts.begin(), counts.end()));
    EXPECT_EQ(countTakes(50), 600ms);
    EXPECT_EQ(countTakes(500), 800ms);
}

TEST_F(CountPresenterTest, MoreGuestsDuringARollGoOnFromWhatIsShown) {
    tell();
    for (int i = 0; i < 40; ++i) hall.arrives("LA");
    tell();
    run(200ms);
    hall.arrives("NP");
    tell();
    run(800ms);
    EXPECT_EQ(presenter.screen().count, 41);
    EXPECT_TRUE(std::is_sorted(counts.begin(), counts.end()));
}

TEST_F(CountPresenterTest, ACorrectionIsSetAtOnce) {
    hall.arrives("LA").arrives("LA").arrives("NP");
    tell();
    hall.undone("NP");
    tell();
    EXPECT_EQ(presenter.screen().count, 2);
    EXPECT_FALSE(presenter.screen().moving());
    EXPECT_THAT(flags(), ElementsAre("LA", "-", "-", "-"));
}

TEST_F(CountPresenterTest, FlagsStandInOrderOfArrivalAndStayWhereTheyLanded) {
    hall.arrives("PK").arrives("LA");
    tell();
    EXPECT_THAT(flags(), ElementsAre("PK", "LA", "-", "-"));
    hall.arrives("ET").arrives("LA");
    tell();
    EXPECT_THAT(flags(), ElementsAre("PK", "LA", "ET", "-"));
    hall.undone("PK");
    tell();
    EXPECT_THAT(flags(), ElementsAre("-", "LA", "ET", "-"));
}

TEST_F(CountPresenterTest, ACountryNobodyExpectedGetsAPlaceAtTheEnd) {
    hall.arrives("PK").arrives("KE");
    tell();
    EXPECT_THAT(flags(), ElementsAre("PK", "KE", "-", "-", "-"));
}

TEST_F(CountPresenterTest, AGuestOfNoCountryCountsAndHasNoFlag) {
    hall.arrives("ZZ");
    tell();
    EXPECT_EQ(presenter.screen().count, 1);
    EXPECT_THAT(flags(), ElementsAre("-", "-", "-", "-"));
}

TEST_F(CountPresenterTest, WithoutAListThereAreNoTotalsAndTheWallGrowsInSteps) {
    Hall open({});
    for (const char* code : {"LA", "NP", "PK", "ET", "KE", "TZ", "UG", "GH"}) open.arrives(code);
    presenter.take(open.numbers(), clock.steady(), clock.now());
    EXPECT_EQ(presenter.screen().guests.expected, std::nullopt);
    EXPECT_EQ(presenter.screen().wall.size(), 12U);
}

TEST_F(CountPresenterTest, CardThenFlagThenRing) {
    tell();
    hall.arrives("ET", "Selam T.");
    tell();
    EXPECT_EQ(presenter.screen().lane, Lane::guest);
    EXPECT_EQ(presenter.screen().card.name, "Selam T.");
    EXPECT_EQ(presenter.screen().flagMs, -1);
    run(300ms);
    EXPECT_EQ(presenter.screen().cardInMs, kCardInMs);
    EXPECT_GT(presenter.screen().flagMs, 0);
    EXPECT_EQ(presenter.screen().newest, std::optional<std::size_t>(0));
    run(900ms);
    EXPECT_FALSE(presenter.screen().moving()) << "still after 1.2 s";
    run(6600ms);
    EXPECT_EQ(presenter.screen().lane, Lane::guest);
    run(600ms);
    EXPECT_EQ(presenter.screen().lane, Lane::empty) << "old news does not fill the lane";
    run(12s);
    EXPECT_EQ(presenter.screen().newest, std::nullopt);
}

TEST_F(CountPresenterTest, ABurstIsOneCardEveryOneAndAHalfSecondsAndTheRestANumber) {
    tell();
    hall.arrives("LA", "First");
    tell();
    run(100ms);
    for (int i = 0; i < 12; ++i) hall.arrives("LA");
    hall.arrives("LA", "Last");
    tell();
    run(1300ms);
    EXPECT_EQ(presenter.screen().card.name, "First");
    EXPECT_EQ(presenter.screen().card.others, 0);
    run(200ms);
    EXPECT_EQ(presenter.screen().card.name, "Last");
    EXPECT_EQ(presenter.screen().card.others, 12);
}

TEST_F(CountPresenterTest, ANewCountryLeadsItsBatch) {
    hall.arrives("LA");
    tell();
    hall.arrives("NP", "Maya").arrives("LA", "Kham");
    tell();
    EXPECT_EQ(presenter.screen().card.name, "Maya");
    EXPECT_EQ(presenter.screen().card.others, 1);
}

TEST_F(CountPresenterTest, WithoutANameTheCardHasOnlyTheCountry) {
    tell();
    hall.arrives("LA");
    tell();
    EXPECT_EQ(presenter.screen().card.country, country("LA"));
    EXPECT_THAT(presenter.screen().card.name, IsEmpty());
}

TEST_F(CountPresenterTest, AnUndoneGuestIsNoLongerWelcomed) {
    tell();
    hall.arrives("LA", "Kham");
    tell();
    run(2s);
    hall.undone("LA");
    tell();
    run(200ms);
    EXPECT_EQ(presenter.screen().lane, Lane::waiting);
}

TEST_F(CountPresenterTest, WhoAsksNotToBeNamedIsNotNamedFromTheNextFrameOn) {
    tell();
    hall.arrives("LA", "Kham");
    tell();
    run(2s);
    ASSERT_EQ(presenter.screen().card.name, "Kham");
    hall.hidesNewest();
    tell();
    EXPECT_EQ(presenter.screen().lane, Lane::guest);
    EXPECT_EQ(presenter.screen().card.country, country("LA"));
    EXPECT_THAT(presenter.screen().card.name, IsEmpty());
}

TEST_F(CountPresenterTest, NumbersAreStaleHalfAMinuteAfterTheStoreWasLastHeard) {
    hall.arrives("LA");
    tell();
    silence(30s);
    EXPECT_FALSE(presenter.screen().stale);
    silence(100ms);
    EXPECT_TRUE(presenter.screen().stale);
    EXPECT_EQ(presenter.screen().lane, Lane::stale);
    EXPECT_EQ(presenter.screen().asOf, "19:24");
    EXPECT_EQ(presenter.screen().count, 1) << "the last numbers stay";
}

TEST_F(CountPresenterTest, WhenTheStoreIsBackTheCountRollsOnceAndNothingIsReplayed) {
    hall.arrives("LA");
    tell();
    silence(40s);
    hall.arrives("NP", "Maya").arrives("PK");
    tell();
    EXPECT_FALSE(presenter.screen().stale);
    EXPECT_EQ(presenter.screen().lane, Lane::empty);
    EXPECT_EQ(presenter.screen().newest, std::nullopt);
    run(500ms);
    EXPECT_EQ(presenter.screen().count, 3);
    EXPECT_EQ(presenter.screen().lane, Lane::empty);
    EXPECT_THAT(flags(), ElementsAre("LA", "NP", "PK", "-"));
}

TEST_F(CountPresenterTest, GroupsTakeTurnsEveryEightSeconds) {
    tell();
    EXPECT_EQ(presenter.screen().group->name.en, "One");
    run(8s);
    EXPECT_EQ(presenter.screen().group->name.en, "Two");
    EXPECT_EQ(presenter.screen().group->countries, (Tally{2, 2}));
    run(8s);
    EXPECT_EQ(presenter.screen().group->name.en, "One");
}

TEST_F(CountPresenterTest, OfTwoGroupsEachHasItsTurnInBothLanguages) {
    tell();
    std::set<std::pair<std::string, bool>> seen;
    for (int turn = 0; turn < 4; ++turn, run(8s))
        seen.insert({presenter.screen().group->name.en, presenter.screen().otherLanguage});
    EXPECT_THAT(seen, testing::SizeIs(4));
}

TEST_F(CountPresenterTest, TheFootIsThereForActsOrAPlaceAndEmptyWithoutThem) {
    EventPlan plan = test::aPlan();
    plan.venue = {};
    plan.acts = {{{}, {"The Yellow River Cantata", {}}, {}, plan.starts}};  // the only one, when the event starts
    presenter.replan(plan);
    tell();
    EXPECT_TRUE(presenter.screen().foot);
    EXPECT_THAT(presenter.screen().programme, testing::SizeIs(1));
    plan.acts.clear();  // the organiser took it back
    presenter.replan(plan);
    tell();
    EXPECT_FALSE(presenter.screen().foot);
    EXPECT_THAT(presenter.screen().programme, IsEmpty());
}

TEST_F(CountPresenterTest, AScreenOnWhichNothingHappensDoesNotChange) {
    hall.arrives("LA");
    tell();
    run(100ms);
    const CountScreen before = presenter.screen();
    run(5s);
    EXPECT_EQ(presenter.screen(), before);
}

}  // namespace
}  // namespace turnout::display
