#include "kiosk/app/checkin_service.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>

#include "tests/support/event_builder.h"
#include "tests/support/fake_clock.h"

namespace turnout::kiosk {
namespace {

using namespace turnout::test;
using namespace std::chrono_literals;

class CheckinServiceTest : public testing::Test {
  protected:
    CheckinServiceTest() {
        EventStore store = event.open();
        door = must(store.doorNamed("A", evening()));
        service.emplace(std::move(store), door, clock, stats, [this] {
            const std::lock_guard lock(mutex);
            woken = true;
            condition.notify_all();
        });
    }

    // Waits until `n` outcomes have come since the last call.
    std::vector<CheckinOutcome> outcomes(std::size_t n) {
        std::vector<CheckinOutcome> all;
        const auto giveUp = std::chrono::steady_clock::now() + 60s;
        while (all.size() < n && std::chrono::steady_clock::now() < giveUp) {
            for (auto& o : service->takeOutcomes()) all.push_back(std::move(o));
            if (all.size() >= n) break;
            std::unique_lock lock(mutex);
            condition.wait_for(lock, 5s, [&] { return woken; });
            woken = false;
        }
        return all;
    }

    // The first news that `right` holds for.
    std::optional<StoreNews> newsWhere(const std::function<bool(const StoreNews&)>& right) {
        const auto giveUp = std::chrono::steady_clock::now() + 60s;
        while (std::chrono::steady_clock::now() < giveUp) {
            if (auto fresh = service->takeNews(); fresh && right(*fresh)) return fresh;
            std::unique_lock lock(mutex);
            condition.wait_for(lock, 100ms, [&] { return woken; });
            woken = false;
        }
        return std::nullopt;
    }
    static bool inTrouble(const StoreNews& news) { return news.trouble.has_value(); }
    static bool well(const StoreNews& news) { return !news.trouble; }

    AnEvent event{5};
    FakeClock clock{evening()};
    Stats stats;
    Door door;
    std::mutex mutex;
    std::condition_variable condition;
    bool woken = false;
    std::optional<CheckinService> service;
};

TEST_F(CheckinServiceTest, AfterARehearsalTheRealScansOfTheDoorAreThereAgain) {
    const auto scanned = [&](std::size_t guest) {
        service->offer(newScan(door, Direction::entry, Source::scanner, event.codes[guest], clock.now()),
                       std::chrono::steady_clock::now());
        ASSERT_EQ(outcomes(1).size(), 1U);
    };
    const auto rehearse = [&](bool on) {
        service->perform([on](EventStore& store) { return store.rehearse(on); });
        return newsWhere([on](const StoreNews& news) { return news.counts.rehearsal == on; });
    };
    scanned(0);
    const auto begun = rehearse(true);
    ASSERT_TRUE(begun);
    EXPECT_TRUE(begun->last.empty() && begun->undoable.empty()) << "nothing real can be undone in a rehearsal";
    outcomes(1);  // that it has begun
    scanned(1);
    const auto live = rehearse(false);
    ASSERT_TRUE(live);
    ASSERT_EQ(live->last.size(), 1U);
    EXPECT_EQ(live->last.front().code, event.codes[0]);
    ASSERT_EQ(live->undoable.size(), 1U);
    EXPECT_EQ(live->undoable.front().code, event.codes[0]);
}

TEST_F(CheckinServiceTest, AdmitsInTheOrderOffered) {
    for (const int i : {0, 1, 0})
        service->offer(aScan(door, event.codes[static_cast<std::size_t>(i)]), std::chrono::steady_clock::now());
    const auto all = outcomes(3);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].answer->verdict, Verdict::admitted);
    EXPECT_EQ(all[1].answer->verdict, Verdict::admitted);
    EXPECT_EQ(all[2].answer->verdict, Verdict::alreadyIn);
    EXPECT_EQ(service->finish(), 0U);
    EXPECT_EQ(stats.verdict.summary().n, 3U);
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(CheckinServiceTest, ATaskWithWordsForItIsToldWhenItIsDone) {
    service->perform([](EventStore& store) { return store.setSetting("a", "1"); });
    service->perform([](EventStore& store) { return store.setSetting("b", "1"); }, "kiosk.pin.is_set");
    const auto told = outcomes(1);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_TRUE(told[0].task);
    EXPECT_FALSE(told[0].error);
    EXPECT_EQ(told[0].done, "kiosk.pin.is_set");
}

TEST_F(CheckinServiceTest, TheSameScanOfferedTwiceIsRecordedOnce) {
    const Scan scan = aScan(door, event.codes[0]);
    service->offer(scan, std::chrono::steady_clock::now());
    service->offer(scan, std::chrono::steady_clock::now());
    const auto all = outcomes(2);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].answer->verdict, Verdict::admitted);
    EXPECT_EQ(all[0].answer->seq, all[1].answer->seq);
}

TEST_F(CheckinServiceTest, WhatCannotBeSavedIsToldKeptAndRecordedOnceWhenTheFileIsBack) {
    const auto away = event.path().parent_path() / "away.turnout";
    service->offer(aScan(door, event.codes[4]), std::chrono::steady_clock::now());
    ASSERT_EQ(outcomes(1).size(), 1U);
    std::filesystem::rename(event.path(), away);
    const Scan scan = aScan(door, event.codes[0]);
    service->offer(scan, std::chrono::steady_clock::now());
    const auto refused = outcomes(1);
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_FALSE(refused[0].answer);
    ASSERT_TRUE(refused[0].error);
    EXPECT_EQ(refused[0].error->fault, Fault::replaced);
    std::filesystem::rename(away, event.path());
    service->retryNow();
    const auto answered = outcomes(1);
    ASSERT_EQ(answered.size(), 1U);
    EXPECT_TRUE(answered[0].again);
    EXPECT_EQ(answered[0].scan.id, scan.id);
    EXPECT_EQ(answered[0].answer->verdict, Verdict::admitted);
    EXPECT_EQ(service->finish(), 0U);
    EXPECT_EQ(must(event.read().doorStatus(door.id, evening())).admittedHere, 2);
}

TEST_F(CheckinServiceTest, AWaitingScanThatIsRefusedHoldsUpNobodyBehindIt) {
    const auto away = event.path().parent_path() / "away.turnout";
    std::filesystem::rename(event.path(), away);
    Scan ofNobody = aScan(door, "");
    ofNobody.guest = AttendeeId{9999};  // taken off the list meanwhile
    service->offer(ofNobody, std::chrono::steady_clock::now());
    service->offer(aScan(door, event.codes[0]), std::chrono::steady_clock::now());
    for (const CheckinOutcome& outcome : outcomes(2)) EXPECT_FALSE(outcome.refused);
    std::filesystem::rename(away, event.path());
    service->retryNow();
    const auto all = outcomes(2);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].refused);
    EXPECT_EQ(all[0].scan.id, ofNobody.id);
    EXPECT_EQ(all[0].error->text.key, "store.no_such_guest");
    ASSERT_TRUE(all[1].answer);
    EXPECT_EQ(all[1].answer->verdict, Verdict::admitted);
    EXPECT_EQ(service->finish(), 0U);
}

TEST_F(CheckinServiceTest, EveryGuestThatAPageAsksForIsAnsweredAlsoWhenOneWaitsTwice) {
    const auto away = event.path().parent_path() / "away.turnout";
    std::filesystem::rename(event.path(), away);
    std::vector<Scan> scans;
    for (int i = 0; i < 2; ++i) {
        scans.push_back(aScan(door, ""));
        scans.back().guest = AttendeeId{1};
        service->offer(scans.back(), std::chrono::steady_clock::now());
    }
    ASSERT_EQ(outcomes(2).size(), 2U);
    std::filesystem::rename(away, event.path());
    service->retryNow();
    const auto all = outcomes(2);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].answer->verdict, Verdict::admitted);
    EXPECT_EQ(all[1].answer->verdict, Verdict::alreadyIn);
    EXPECT_EQ(all[1].scan.id, scans[1].id);
}

TEST_F(CheckinServiceTest, WhatIsStillUnsavedAtTheEndIsCounted) {
    std::filesystem::rename(event.path(), event.path().parent_path() / "away.turnout");
    service->offer(aScan(door, event.codes[0]), std::chrono::steady_clock::now());
    service->offer(aScan(door, event.codes[0]),
                   std::chrono::steady_clock::now());  // the same ticket again: the same scan
    service->offer(aScan(door, event.codes[1]), std::chrono::steady_clock::now());
    EXPECT_EQ(service->finish(), 2U);
}

TEST_F(CheckinServiceTest, AnUndoTakesBackOnlyWhatItNames) {
    const Scan first = aScan(door, event.codes[0]), second = aScan(door, event.codes[1]);
    service->offer(first, std::chrono::steady_clock::now());
    service->offer(second, std::chrono::steady_clock::now());
    ASSERT_EQ(outcomes(2).size(), 2U);
    service->undo(first.id, "wrong person");  // whoever has come since
    service->undo(first.id, "wrong person");
    const auto both = outcomes(2);
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].undone, first.id);
    ASSERT_TRUE(both[0].answer);
    EXPECT_EQ(both[0].answer->verdict, Verdict::undone);
    EXPECT_EQ(both[0].answer->guest->name, "Guest 1");
    ASSERT_TRUE(both[1].error);
    EXPECT_EQ(both[1].error->fault, Fault::refusedByRules);
    EXPECT_EQ(service->finish(), 0U);
    EXPECT_EQ(must(event.read().doorStatus(door.id, evening())).admittedHere, 1);
}

TEST_F(CheckinServiceTest, AnUndoIsRefusedWhenItsGuestHasGoneOnAtAnotherDoor) {
    const Scan mine = aScan(door, event.codes[0]);
    service->offer(mine, std::chrono::steady_clock::now());
    ASSERT_EQ(outcomes(1).size(), 1U);
    EventStore other = event.open();
    const Door b = must(other.doorNamed("B", evening()));
    must(other.admit(aScan(b, event.codes[1])));  // somebody else: nothing to do with it
    must(other.admit(aScan(b, event.codes[0], evening(), Direction::exit)));
    service->undo(mine.id, "wrong person");
    const auto refused = outcomes(1);
    ASSERT_EQ(refused.size(), 1U);
    ASSERT_TRUE(refused[0].error);
    EXPECT_EQ(refused[0].error->text.key, "store.undo_went_on");
    EXPECT_EQ(must(event.read().totals()).guests.arrived, 2);
}

TEST_F(CheckinServiceTest, AFileThatIsTakenAwayIsSaidBeforeTheNextGuestAndGoesOnByItselfWhenItIsBack) {
    const auto away = event.path().parent_path() / "away.turnout";
    ASSERT_TRUE(newsWhere(well));
    std::filesystem::rename(event.path(), away);
    const auto gone = newsWhere(inTrouble);
    ASSERT_TRUE(gone);
    EXPECT_EQ(gone->trouble->fault, Fault::replaced);
    EXPECT_EQ(gone->waiting.size(), 0U);
    std::filesystem::rename(away, event.path());
    const auto back = newsWhere(well);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->counts.guests.registered, 5);
    service->offer(aScan(door, event.codes[0]), std::chrono::steady_clock::now());
    EXPECT_EQ(outcomes(1).at(0).answer->verdict, Verdict::admitted);
}

TEST_F(CheckinServiceTest, AnotherEventInTheFilesPlaceIsTroubleAndItsNumbersAreNotTaken) {
    const AnEvent other{3};
    const auto away = event.path().parent_path() / "away.turnout";
    ASSERT_TRUE(newsWhere(well));
    std::filesystem::rename(event.path(), away);
    std::filesystem::copy_file(other.path(), event.path());
    auto news = newsWhere(inTrouble);
    ASSERT_TRUE(news);
    EXPECT_EQ(news->trouble->fault, Fault::replaced);
    EXPECT_EQ(news->counts.guests.registered, 5);
    std::filesystem::rename(away, event.path());
    news = newsWhere(well);
    ASSERT_TRUE(news);
    EXPECT_EQ(news->counts.guests.registered, 5);
}

TEST_F(CheckinServiceTest, AnOlderBackupInTheFilesPlaceGivesNoSecondGreenAndTheScansThatWaitedAreKept) {
    const auto away = event.path().parent_path() / "away.turnout", backup = event.path().parent_path() / "backup";
    std::filesystem::copy_file(event.path(), backup);
    service->offer(aScan(door, event.codes[0]), std::chrono::steady_clock::now());
    ASSERT_EQ(outcomes(1).at(0).answer->verdict, Verdict::admitted);
    ASSERT_TRUE(newsWhere([](const StoreNews& news) { return news.counts.guests.arrived == 1; }));
    std::filesystem::rename(event.path(), away);
    std::filesystem::rename(backup, event.path());
    const auto older =
        newsWhere([](const StoreNews& news) { return news.trouble && news.trouble->text.key == "store.older_copy"; });
    ASSERT_TRUE(older);
    EXPECT_EQ(older->trouble->fault, Fault::replaced);
    EXPECT_EQ(older->counts.guests.arrived, 1);
    service->offer(aScan(door, event.codes[0]), std::chrono::steady_clock::now());
    const auto refused = outcomes(1).at(0);
    EXPECT_FALSE(refused.answer);
    EXPECT_EQ(refused.error->text.key, "store.older_copy");
    std::filesystem::rename(away, event.path());
    const auto again = outcomes(1).at(0);  // by itself
    EXPECT_TRUE(again.again);
    EXPECT_EQ(again.answer->verdict, Verdict::alreadyIn);
    ASSERT_TRUE(newsWhere(well));
    EXPECT_EQ(service->finish(), 0U);
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(CheckinServiceTest, ACopyOfTheEventInTheFilesPlaceIsNotTheFile) {
    const auto away = event.path().parent_path() / "away.turnout", copy = event.path().parent_path() / "copy.turnout";
    must(event.open().copyTo(copy, evening()));
    ASSERT_TRUE(newsWhere(well));
    std::filesystem::rename(event.path(), away);
    std::filesystem::rename(copy, event.path());
    EXPECT_TRUE(newsWhere(inTrouble));
    std::filesystem::rename(away, event.path());
    EXPECT_TRUE(newsWhere(well));
}

TEST_F(CheckinServiceTest, TheNumbersFollowTheStore) {
    service->offer(aScan(door, event.codes[0]), std::chrono::steady_clock::now());
    const auto news = newsWhere([](const StoreNews& fresh) { return fresh.counts.admittedHere > 0; });
    ASSERT_TRUE(news);
    EXPECT_EQ(news->counts.admittedHere, 1);
    EXPECT_EQ(news->counts.guests.registered, 5);
}

}  // namespace
}  // namespace turnout::kiosk
