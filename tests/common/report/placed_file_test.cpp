// What a disk did not take is never told as written.
#include "common/report/placed_file.h"

#include <cairo.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>

#include "common/report/people_pdf.h"
#include "tests/support/temp_dir.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using test::TempDir;

// No file of this process grows beyond `bytes`, as on a disk that is full.
class NoRoom {
  public:
    explicit NoRoom(rlim_t bytes) : signal_(::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~NoRoom() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, signal_);
    }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

  private:
    rlimit before_{};
    void (*signal_)(int);
};

PaperList aList() {
    PaperList list;
    list.title = "Who is inside";
    list.groups.push_back({"Chongqing Medical University", {{"Li Ming", {}, "China", "E-05", "18:50 Door A"}}});
    return list;
}

std::size_t filesIn(const TempDir& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

TEST(PlacedFile, APdfThatTheDiskDoesNotTakeIsAnErrorAndLeavesNothing) {
    const TempDir folder;
    for (const rlim_t room : {0, 100, 3000}) {
        const NoRoom full(room);
        const Status written = writePeoplePdf(folder / "list.pdf", aList());
        ASSERT_FALSE(written.ok()) << room;
        EXPECT_EQ(written.error().text.key, "store.cannot_write");
        EXPECT_EQ(filesIn(folder), 0U) << room;
    }
}

TEST(PlacedFile, WhatStoodThereBeforeStandsThereStill) {
    const TempDir folder;
    ASSERT_TRUE(writePeoplePdf(folder / "list.pdf", aList()).ok());
    const auto size = fs::file_size(folder / "list.pdf");
    EXPECT_GT(size, 3000U);
    {
        const NoRoom full(100);
        EXPECT_FALSE(writePeoplePdf(folder / "list.pdf", aList()).ok());
    }
    EXPECT_EQ(fs::file_size(folder / "list.pdf"), size);
    EXPECT_EQ(filesIn(folder), 1U);
}

TEST(PlacedFile, IsNobodyElsesBusiness) {
    const TempDir folder;
    ASSERT_TRUE(placeFile(folder / "names.csv", [](const fs::path& part) {
                    return static_cast<bool>(std::ofstream(part) << "Li Ming" << std::flush);
                }).ok());
    EXPECT_EQ(fs::status(folder / "names.csv").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace
}  // namespace turnout
