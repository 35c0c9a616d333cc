// A copy for a door, read back before it is trusted.
#include "common/store/event_copy.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/event_builder.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;

TEST(EventCopyTest, ArrivesWholeWithItsGuestsAndLeavesNothingElse) {
    const AnEvent event(5);
    EventStore store = event.open();
    const TempDir drive;
    std::vector<CopySteps::Step> steps;
    const CheckedCopy copy =
        must(copyEventChecked(store, drive.path(), false, evening(), {[&](CopySteps::Step step, double share) {
                                  EXPECT_GE(share, 0);
                                  EXPECT_LE(share, 1);
                                  if (steps.empty() || steps.back() != step) steps.push_back(step);
                                  return true;
                              }}));
    EXPECT_EQ(copy.file, drive.path() / "event.turnout");
    EXPECT_EQ(copy.guests, 5);
    EXPECT_FALSE(copy.machine.empty());
    EXPECT_EQ(steps, (std::vector{CopySteps::Step::making, CopySteps::Step::writing, CopySteps::Step::checking}));
    EXPECT_EQ(findings(copy.file), "");
    for (const fs::path& folder : {drive.path(), event.dir().path()})
        for (const auto& entry : fs::directory_iterator(folder))
            EXPECT_TRUE(entry.path().filename().string().find("-new-") == std::string::npos &&
                        entry.path().filename().string().find("-copy-") == std::string::npos)
                << entry.path();
}

TEST(EventCopyTest, StoppedAtAnyStepItLeavesTheDriveAsItWas) {
    const AnEvent event(2);
    EventStore store = event.open();
    for (const auto stop : {CopySteps::Step::making, CopySteps::Step::writing, CopySteps::Step::checking}) {
        const TempDir drive;
        const auto done = copyEventChecked(store, drive.path(), false, evening(),
                                           {[&](CopySteps::Step step, double) { return step != stop; }});
        EXPECT_EQ(done.error().text.key, "store.copy_stopped");
        EXPECT_TRUE(fs::is_empty(drive.path()));
    }
}

TEST(EventCopyTest, WhatTheDriveChangedIsNoticedAndTheOldCopyComesBack) {
    const AnEvent event(2);
    EventStore store = event.open();
    const TempDir drive;
    const fs::path old = must(copyEventChecked(store, drive.path(), false, evening())).file;
    const std::string before = readFile(old);
    EXPECT_EQ(copyEventChecked(store, drive.path(), false, evening()).error().text.key, "store.exists");
    const auto spoil = [&](CopySteps::Step step, double share) {
        if (step == CopySteps::Step::writing && share == 1)
            for (const auto& entry : fs::directory_iterator(drive.path()))
                if (entry.path().string().find("-new-") != std::string::npos) {
                    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
                    file.seekp(5000);
                    file.put('x').put('y').put('z');
                }
        return true;
    };
    EXPECT_EQ(copyEventChecked(store, drive.path(), true, evening(), {spoil}).error().text.key, "store.copy_not_whole");
    EXPECT_EQ(readFile(old), before);
    EXPECT_TRUE(copyEventChecked(store, drive.path(), true, evening()).ok());
}

TEST(EventCopyTest, NeverOntoItselfOrOverAnotherFile) {
    const AnEvent event;
    EventStore store = event.open();
    EXPECT_EQ(copyEventChecked(store, event.dir().path(), true, evening()).error().text.key, "store.copy_onto_itself");
    const fs::path letter = event.dir() / "letter.turnout";
    std::ofstream(letter) << "Dear all";
    EXPECT_EQ(copyEventChecked(store, letter, true, evening()).error().text.key, "store.target_not_ours");
    EXPECT_EQ(readFile(letter), "Dear all");
}

}  // namespace
}  // namespace turnout::test
