#include "common/store/sqlite/open_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <optional>
#include <thread>

#include "tests/support/event_builder.h"

namespace turnout::sqlite {
namespace {

using test::AnEvent;

FileKey keyOf(const AnEvent& event) {
    struct stat info {};
    EXPECT_EQ(stat(event.path().c_str(), &info), 0);
    return {info.st_dev, info.st_ino};
}

// A look that does not come to its end stands for a drive that does not answer.
TEST(OpenFiles, AFileThatHangsHoldsUpNoOther) {
    const AnEvent hanging(1), other(2);
    const FileLook look(keyOf(hanging));
    ASSERT_TRUE(look.allowed());
    EXPECT_EQ(test::must(other.read().totals()).guests.registered, 2);
    EXPECT_EQ(test::findings(other.path()), "");
}

TEST(OpenFiles, NobodyLooksIntoAFileThatHasAConnection) {
    const AnEvent event(1);
    {
        const EventReader reader = event.read();
        EXPECT_FALSE(FileLook(keyOf(event)).allowed());
    }
    EXPECT_TRUE(FileLook(keyOf(event)).allowed());
}

TEST(OpenFiles, AConnectionWaitsUntilNobodyLooksIntoItsFile) {
    const AnEvent event(1);
    std::optional<FileLook> one(keyOf(event)), two(keyOf(event));
    EXPECT_TRUE(one->allowed() && two->allowed()) << "any number may look";
    std::atomic<bool> open{false};
    std::thread connection([&] {
        const OpenFile file(event.path());
        open = true;
    });
    one.reset();
    EXPECT_FALSE(open);
    two.reset();
    connection.join();
    EXPECT_TRUE(open);
}

TEST(OpenFiles, AFileThatWasSwappedIsNoLongerThere) {
    const AnEvent event(1), other(1);
    const OpenFile file(event.path());
    EXPECT_TRUE(file.stillAt(event.path()));
    std::filesystem::rename(other.path(), event.path());
    EXPECT_FALSE(file.stillAt(event.path()));
    std::filesystem::remove(event.path());
    EXPECT_FALSE(file.stillAt(event.path()));
}

}  // namespace
}  // namespace turnout::sqlite
