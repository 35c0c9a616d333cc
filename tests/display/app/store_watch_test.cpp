#include "display/app/store_watch.h"

#include <gtest/gtest.h>

#include <condition_variable>

#include "common/store/planning.h"
#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

SteadyTime later(int seconds) {
    return SteadyTime{std::chrono::hours(1)} + std::chrono::seconds(seconds);
}

TEST(StoreWatch, TellsEverythingAtFirstThenOnlyChanges) {
    test::AnEvent event(3);
    StoreWatch watch(event.path());
    const StoreNews first = watch.poll(later(0));
    ASSERT_TRUE(first.plan && first.numbers);
    EXPECT_EQ(first.numbers->totals.guests.registered, 3);
    const StoreNews nothing = watch.poll(later(1));
    EXPECT_FALSE(nothing.plan || nothing.numbers || nothing.trouble);

    EventStore store = event.open();
    const Door door = test::must(store.doorNamed("A", test::evening()));
    test::must(store.admit(test::aScan(door, event.codes[0])));
    const StoreNews change = watch.poll(later(1));
    ASSERT_TRUE(change.numbers);
    EXPECT_EQ(change.numbers->totals.guests.arrived, 1);
    EXPECT_TRUE(change.committed);
}

TEST(StoreWatch, TellsOnceWhenEachDoorWasLastHeard) {
    test::AnEvent event(3);
    EventStore store = event.open();
    const Door a = test::must(store.doorNamed("A", test::evening())),
               b = test::must(store.doorNamed("B", test::evening()));
    test::must(store.admit(test::aScan(a, event.codes[0])));
    test::must(store.admit(test::aScan(a, event.codes[0])));  // a refusal is heard too
    StoreWatch watch(event.path());
    EXPECT_FALSE(watch.poll(later(0)).heard) << "the numbers come first";
    const StoreNews after = watch.poll(later(1));
    ASSERT_TRUE(after.heard);
    EXPECT_EQ(after.heard->size(), 1U) << b.name << " has not scanned";
    EXPECT_EQ(after.heard->at("A"), test::aScan(a, event.codes[0]).at);
    EXPECT_FALSE(watch.poll(later(2)).heard);
}

TEST(StoreWatch, TellsTheEventAnewWithinASecondOfAChangeAndOnlyThen) {
    test::AnEvent event(3);
    StoreWatch watch(event.path());
    ASSERT_TRUE(watch.poll(later(0)).reopened);
    EventStore store = event.open();
    const Door door = test::must(store.doorNamed("A", test::evening()));
    test::must(store.admit(test::aScan(door, event.codes[0])));
    EXPECT_FALSE(watch.poll(later(5)).plan) << "a guest changes nothing of the event";
    EventPlan plan = test::must(store.event());
    plan.acts = {{{}, {"Overture", "序曲"}, "Li", plan.starts}};
    ASSERT_TRUE(changeProgramme(event.path(), plan.acts).ok());
    (void)watch.poll(later(5));
    const StoreNews changed = watch.poll(later(6));
    ASSERT_TRUE(changed.plan);
    EXPECT_FALSE(changed.reopened);
    EXPECT_EQ(changed.plan->acts.at(0).name.zh, "序曲");
    EXPECT_FALSE(watch.poll(later(8)).plan);
}

TEST(StoreWatch, SurvivesAFileThatVanishesAndComesBack) {
    test::AnEvent event(3);
    StoreWatch watch(event.path());
    ASSERT_TRUE(watch.poll(later(0)).numbers);
    const fs::path away = event.dir() / "away.turnout";
    fs::rename(event.path(), away);
    EXPECT_TRUE(watch.poll(later(2)).trouble) << "a vanished file confirms nothing";
    EXPECT_TRUE(watch.poll(later(4)).trouble);
    fs::rename(away, event.path());
    const StoreNews back = watch.poll(later(6));
    ASSERT_TRUE(back.numbers);
    EXPECT_FALSE(back.trouble);
}

TEST(StoreWatch, OpensAnewWhenAnotherFileIsRenamedOverIt) {
    test::AnEvent event(3), other(7);
    StoreWatch watch(event.path());
    ASSERT_EQ(watch.poll(later(0)).numbers->totals.guests.registered, 3);
    fs::rename(other.path(), event.path());
    EXPECT_TRUE(watch.poll(later(2)).trouble);
    const StoreNews fresh = watch.poll(later(3));
    ASSERT_TRUE(fresh.plan && fresh.numbers);
    EXPECT_EQ(fresh.numbers->totals.guests.registered, 7);
}

TEST(StoreWatch, WritesNothingBesideTheEventFile) {
    test::AnEvent event(3);
    const auto names = [&] {
        std::vector<std::string> all;
        for (const auto& entry : fs::directory_iterator(event.dir().path())) {
            const std::string name = entry.path().filename().string();
            if (!name.ends_with("-shm") && !name.ends_with("-wal")) all.push_back(name);  // SQLite's, while it is open
        }
        std::sort(all.begin(), all.end());
        return all;
    };
    const auto before = names();
    const std::string bytes = test::readFile(event.path());
    {
        StoreWatch watch(event.path());
        ASSERT_TRUE(watch.poll(later(0)).numbers);
    }
    EXPECT_EQ(names(), before);
    EXPECT_EQ(test::readFile(event.path()), bytes);
}

TEST(WatchThread, TellsACommitWithinATenthOfASecond) {
    test::AnEvent event(40);
    EventStore store = event.open();
    const Door door = test::must(store.doorNamed("A", test::evening()));
    std::mutex mutex;
    std::condition_variable told;
    bool something = false;
    WatchThread watch(event.path(), [&] {
        const std::lock_guard lock(mutex);
        something = true;
        told.notify_all();
    });
    const auto arrivedIs = [&](std::int64_t wanted) {
        std::unique_lock lock(mutex);
        while (told.wait_for(lock, 20s, [&] { return something; })) {
            something = false;
            const WatchThread::Latest latest = watch.take();
            if (latest.news.numbers && latest.news.numbers->totals.guests.arrived == wanted) return true;
        }
        return false;
    };
    ASSERT_TRUE(arrivedIs(0));
    std::vector<double> ms;
    for (int i = 0; i < 20; ++i) {
        test::must(store.admit(test::aScan(door, event.codes[static_cast<std::size_t>(i)])));
        const auto committed = std::chrono::steady_clock::now();
        ASSERT_TRUE(arrivedIs(i + 1));
        ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - committed).count());
    }
    std::sort(ms.begin(), ms.end());
    EXPECT_LT(ms[ms.size() / 2], 100) << "median of 20";
}

}  // namespace
}  // namespace turnout::display
