// Folders that are slow, hang, or cannot be read: the page goes on.
#include "kiosk/app/start_reader.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "tests/kiosk/app/start_fixture.h"

namespace turnout::kiosk {
namespace {

using test::gala;

class Signal {
  public:
    void give() {
        const std::lock_guard lock(mutex_);
        ++given_;
        changed_.notify_all();
    }
    // Until it has been given so often, all in all.
    void wait(int times = 1) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return given_ >= times; });
    }
    int given() {
        const std::lock_guard lock(mutex_);
        return given_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int given_ = 0;
};

// The stick of the fixture, and beside it a drive at /media/dead that does not answer until it is let.
struct Drives {
    Signal reached, let, freed;
    std::atomic<int> readings{0};
    std::atomic<bool> readOnTheWindowsThread{false};
    const std::thread::id window = std::this_thread::get_id();

    static Disks of(const std::shared_ptr<Drives>& drives) {
        // Lives as long as the reader or one of its threads has the disks.
        const std::shared_ptr<void> held(nullptr, [drives](void*) { drives->freed.give(); });
        const auto reach = [drives, held](const std::filesystem::path& path) {
            if (std::this_thread::get_id() == drives->window) drives->readOnTheWindowsThread = true;
            if (!path.string().starts_with("/media/dead")) return;
            ++drives->readings;
            drives->reached.give();
            drives->let.wait();
        };
        Disks disks = test::aDrive();
        disks.folder = [reach, stick = disks.folder](const std::filesystem::path& folder) -> FolderListing {
            reach(folder);
            if (folder == "/media/dead/") return {{{"/media/dead/Late.turnout", false}}};
            if (folder == "/media/locked/") return {{}, false};
            return stick(folder);
        };
        disks.event = [reach, stick = disks.event](const std::filesystem::path& file) {
            reach(file);
            return stick(file);
        };
        return disks;
    }
};

struct StartReaderTest : testing::Test {
    std::shared_ptr<Drives> drives = std::make_shared<Drives>();
    Signal answered;
    std::optional<StartReader> reader;
    StartPresenter page{{gala("Gala", {"Door A"})}, {}, Lang::en, {"/media/dead"}};

    StartReaderTest() {
        reader.emplace(Drives::of(drives), [this] { answered.give(); });
    }
    ~StartReaderTest() override {
        reader.reset();
        drives->let.give();
        drives->freed.wait();  // no thread of one test runs into the next
    }
    // As the loop of the page does, until `times` answers have come.
    void serve(StartPresenter& shown, int times) {
        reader->serve(shown);
        answered.wait(times);
        reader->serve(shown);
    }
};

TEST_F(StartReaderTest, ASlowFolderHoldsUpNeitherThePageNorWhatElseIsRead) {
    page.handle(StartAction::browse);
    reader->serve(page);
    drives->reached.wait();
    page.onCharacter(U'l');
    reader->serve(page);
    EXPECT_EQ(page.screen().path.typed, "/media/dead/l");
    EXPECT_TRUE(page.screen().looking);
    page.onDropped("/media/stick/Ball.turnout");
    serve(page, 1);
    EXPECT_EQ(page.screen().events[0].title, "Ball");
    page.handle(StartAction::browse);
    page.onPaste("/media/stick/");
    serve(page, 2);
    EXPECT_EQ(page.screen().entries.size(), 3U);
    page.onPaste("/media/dead/l");
    drives->let.give();
    serve(page, 3);
    ASSERT_EQ(page.screen().entries.size(), 1U);
    EXPECT_EQ(page.screen().entries[0].title, "Late.turnout");
    EXPECT_FALSE(drives->readOnTheWindowsThread);
}

TEST_F(StartReaderTest, AnAnswerThatComesTooLateDoesNotTakeANewerFoldersPlace) {
    page.handle(StartAction::browse);
    reader->serve(page);
    drives->reached.wait();
    page.onPaste("/media/stick/");
    serve(page, 1);
    const StartScreen before = page.screen();
    drives->let.give();
    serve(page, 2);
    EXPECT_EQ(page.screen(), before);
}

TEST_F(StartReaderTest, AFolderThatHangsIsReadByOneThreadHoweverOftenItIsAskedFor) {
    for (int i = 0; i < 5; ++i) {
        page.handle(StartAction::browse);
        reader->serve(page);
        page.handle(StartAction::back);
        reader->serve(page);
    }
    page.handle(StartAction::browse);
    drives->reached.wait();
    drives->let.give();
    serve(page, 1);
    EXPECT_EQ(drives->readings, 1);
    EXPECT_EQ(page.screen().entries.size(), 2U);
}

TEST_F(StartReaderTest, AnEventFileThatHangsLeavesTheOthersToBeOpened) {
    StartPresenter two({unread("/media/dead/Last.turnout"), unread("/media/stick/Ball.turnout")}, {}, Lang::en);
    serve(two, 1);
    EXPECT_EQ(two.screen().events[1].title, "Ball");
    two.handle(StartPress(StartAction::chooseEvent, 1));
    two.handle(StartAction::start);
    ASSERT_TRUE(two.taken().has_value());
    EXPECT_EQ(two.taken()->event, "/media/stick/Ball.turnout");
}

TEST_F(StartReaderTest, AFolderThatCannotBeReadIsSaid) {
    page.handle(StartAction::browse);
    page.onPaste("/media/locked/");
    serve(page, 1);
    EXPECT_EQ(page.screen().noEntries, say("kiosk.start.path.unreadable", Lang::en));
    EXPECT_FALSE(page.screen().looking);
}

TEST_F(StartReaderTest, LeavingWhileAFolderHangsWaitsForNobodyAndNothingIsLeftInTheEnd) {
    page.handle(StartAction::browse);
    reader->serve(page);
    drives->reached.wait();
    reader.reset();
    EXPECT_EQ(drives->freed.given(), 0) << "the thread has what it reads with";
    drives->let.give();
    drives->freed.wait();
    EXPECT_EQ(answered.given(), 0) << "nobody is woken who is not there";
}

}  // namespace
}  // namespace turnout::kiosk
