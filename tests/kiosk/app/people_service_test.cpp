// Questions about the list, on the service's real thread.
#include "kiosk/app/people_service.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "common/domain/ticket_code.h"
#include "common/store/pin.h"
#include "tests/support/event_builder.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_printer.h"
#include "tests/support/temp_dir.h"

namespace turnout::kiosk {
namespace {

using namespace turnout::test;
using namespace std::chrono_literals;
using Kind = PeopleQuestion::Kind;

class PeopleServiceTest : public testing::Test {
  protected:
    PeopleServiceTest() {
        people.emplace(event.path(), event.open().identity(), std::vector<Affiliation>{}, clock, [this] {
            const std::lock_guard lock(mutex);
            woken = true;
            condition.notify_all();
        });
    }
    // The next answer.
    std::optional<People> answer() {
        const auto giveUp = std::chrono::steady_clock::now() + 60s;
        while (std::chrono::steady_clock::now() < giveUp) {
            if (auto taken = people->take()) return taken;
            std::unique_lock lock(mutex);
            condition.wait_for(lock, 5s, [&] { return woken; });
            woken = false;
        }
        return std::nullopt;
    }
    std::optional<People> ask(Kind kind, const std::string& text = {}) {
        people->ask({kind, text, {}});
        return answer();
    }
    // Asks until `right` holds: the path is looked at once a second.
    std::optional<People> askUntil(const std::function<bool(const People&)>& right) {
        const auto giveUp = std::chrono::steady_clock::now() + 60s;
        while (std::chrono::steady_clock::now() < giveUp)
            if (auto found = ask(Kind::search, "Guest 1"); found && right(*found)) return found;
        return std::nullopt;
    }

    const FakePrinter printer;
    AnEvent event{12};
    FakeClock clock{evening()};
    std::mutex mutex;
    std::condition_variable condition;
    bool woken = false;
    std::optional<PeopleService> people;
};

TEST_F(PeopleServiceTest, AnotherEventInTheFilesPlaceIsTroubleUntilTheRightOneIsBack) {
    const auto away = event.path().parent_path() / "away.turnout";
    ASSERT_FALSE(ask(Kind::search, "Guest 1")->guests.empty());
    std::filesystem::rename(event.path(), away);
    std::filesystem::copy_file(AnEvent{3}.path(), event.path());
    const auto wrong = askUntil([](const People& found) { return found.trouble.has_value(); });
    ASSERT_TRUE(wrong);
    EXPECT_EQ(wrong->trouble->fault, Fault::replaced);
    EXPECT_TRUE(wrong->guests.empty());
    std::filesystem::rename(away, event.path());
    const auto right = askUntil([](const People& found) { return !found.trouble; });
    ASSERT_TRUE(right);
    EXPECT_FALSE(right->guests.empty());
}

TEST_F(PeopleServiceTest, AnOlderBackupInTheFilesPlaceTellsNothingOfWhoIsInside) {
    const auto away = event.path().parent_path() / "away.turnout", backup = event.path().parent_path() / "backup";
    std::filesystem::copy_file(event.path(), backup);
    ASSERT_TRUE(ask(Kind::search, "Guest 1"));
    EventStore store = event.open();
    must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
    std::filesystem::rename(event.path(), away);
    std::filesystem::rename(backup, event.path());
    EXPECT_FALSE(store.checkPlace().ok());  // the door's own look: our log does not stay beside the other file
    const auto older = askUntil([](const People& found) { return found.trouble.has_value(); });
    ASSERT_TRUE(older);
    EXPECT_EQ(older->trouble->text.key, "store.older_copy");
    std::filesystem::rename(away, event.path());
    EXPECT_TRUE(askUntil([](const People& found) { return !found.trouble; }));
}

TEST_F(PeopleServiceTest, AFileThatIsGoneIsToldAsGone) {
    ASSERT_FALSE(ask(Kind::search, "Guest 1")->guests.empty());
    std::filesystem::rename(event.path(), event.path().parent_path() / "away.turnout");
    const auto gone = askUntil([](const People& found) { return found.trouble.has_value(); });
    ASSERT_TRUE(gone);
    EXPECT_EQ(gone->trouble->fault, Fault::replaced);
}

TEST_F(PeopleServiceTest, WhoIsInsideIsToldAsItWasKnownLastWhileTheFileIsAway) {
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    for (int i = 0; i < 2; ++i) must(store.admit(aScan(door, event.codes[static_cast<std::size_t>(i)])));
    ASSERT_EQ(ask(Kind::inside)->all, 2U);
    clock.advance(10min);
    must(store.admit(aScan(door, event.codes[2])));  // a moment before it goes: the connection still reads it
    const TimePoint then = clock.now();
    const auto away = event.path().parent_path() / "away.turnout";
    std::filesystem::rename(event.path(), away);
    for (const bool another : {false, true}) {
        if (another) std::filesystem::copy_file(AnEvent{3}.path(), event.path());
        const auto old = ask(Kind::inside);
        ASSERT_TRUE(old);
        EXPECT_TRUE(old->trouble);
        EXPECT_EQ(old->asOf, then);
        EXPECT_EQ(old->guests.size(), 3U);
        const auto printed = ask(Kind::printInside, "en");
        ASSERT_TRUE(printed);
        EXPECT_NE(printed->file, "");
        EXPECT_EQ(printed->asOf, then);
        clock.advance(10min);
    }
    std::filesystem::rename(away, event.path());
    const auto back = ask(Kind::inside);
    EXPECT_FALSE(back->trouble);
    EXPECT_FALSE(back->asOf);
    EXPECT_EQ(back->guests.size(), 3U);
}

TEST_F(PeopleServiceTest, AnOlderCopyWrittenOverTheFileIsNotTakenForIt) {
    const auto backup = event.path().parent_path() / "backup";
    std::filesystem::copy_file(event.path(), backup);
    ASSERT_EQ(ask(Kind::inside)->all, 0U);
    {
        EventStore store = event.open();
        must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
        people->expect(store.identity());  // and nobody has asked since
    }
    std::filesystem::copy_file(backup, event.path(), std::filesystem::copy_options::overwrite_existing);
    const auto older = ask(Kind::inside);
    ASSERT_TRUE(older);
    ASSERT_TRUE(older->trouble);
    EXPECT_EQ(older->trouble->text.key, "store.older_copy");
}

TEST_F(PeopleServiceTest, AListThatHasNoRoomBesideTheEventGoesToTheHomeAndSaysSo) {
    const TempDir home;
    const char* const before = std::getenv("HOME");
    const std::string kept = before != nullptr ? before : "";
    ::setenv("HOME", home.path().c_str(), 1);
    ask(Kind::inside);
    const auto folder = event.path().parent_path();
    std::filesystem::rename(folder, folder.string() + "-unplugged");  // a drive that is pulled out
    const auto printed = ask(Kind::printInside, "en");
    std::filesystem::rename(folder.string() + "-unplugged", folder);
    ::setenv("HOME", kept.c_str(), 1);
    ASSERT_TRUE(printed);
    EXPECT_TRUE(printed->file.starts_with(home.path().string())) << printed->file;
    EXPECT_GT(std::filesystem::file_size(printed->file), 1000U);
}

TEST_F(PeopleServiceTest, OfAUniversityANameAndWhatThePaperListPrintsOfATicketAreFound) {
    const People guest = *ask(Kind::search, "Guest 3");
    std::size_t listed = 0;
    const auto found = [&](const std::string& typed) {
        people->ask({Kind::university, typed, guest.guests.front().guest.affiliation});
        const People all = *answer();
        listed = all.guests.size();
        return all.found;
    };
    EXPECT_TRUE(found("").empty());
    const std::size_t whole = listed;
    EXPECT_GE(whole, 2U);
    EXPECT_EQ(found("guest 3"), std::vector{guest.guests.front().guest.id});
    EXPECT_EQ(listed, whole) << "the others may be ticked";
    std::string ending = guest.now.front().ticketEnding;
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    EXPECT_EQ(found(ending), std::vector{guest.guests.front().guest.id});
    EXPECT_TRUE(found(guest.now.front().ticketBeginning).empty()) << "all tickets of an event begin alike";
}

TEST_F(PeopleServiceTest, WhoseTicketItIsIsKnownAlsoWhileTheFileIsAway) {
    ASSERT_FALSE(ask(Kind::search, "Guest 1")->guests.empty());
    std::filesystem::rename(event.path(), event.path().parent_path() / "away.turnout");
    ASSERT_TRUE(askUntil([](const People& found) { return found.trouble.has_value(); }));
    const auto known = people->known(groupedCode(event.codes[0]) + "\r", {});
    ASSERT_TRUE(known);
    EXPECT_EQ(people->known("", known->id)->name, known->name);
    EXPECT_FALSE(people->known("not a ticket", {}));
}

TEST_F(PeopleServiceTest, ThePinIsKnownAlsoWhileTheFileIsAway) {
    must(event.open().setSetting(kPinSetting, pinHash("2468")));
    EXPECT_TRUE(ask(Kind::pin, "2468")->pinRight);
    std::filesystem::rename(event.path(), event.path().parent_path() / "away.turnout");
    ASSERT_TRUE(askUntil([](const People& found) { return found.trouble.has_value(); }));
    EXPECT_TRUE(ask(Kind::pin, "2468")->pinRight);
    EXPECT_FALSE(ask(Kind::pin, "1111")->pinRight);
}

TEST_F(PeopleServiceTest, EveryPrintIsDoneHoweverManyQuestionsFollow) {
    for (int i = 0; i < 3; ++i) {
        people->ask({Kind::printInside, "en", {}});
        people->ask({Kind::inside, "", {}});
    }
    int printed = 0;
    bool recounted = false;
    while (printed < 3 || !recounted) {
        const auto next = answer();
        ASSERT_TRUE(next);
        printed += next->question.isPrint() ? 1 : 0;
        recounted = recounted || next->question.kind == Kind::inside;
        if (next->question.isPrint()) {
            EXPECT_TRUE(std::filesystem::exists(event.path().parent_path() / next->file));
        }
    }
    std::size_t handed = 0;
    std::ifstream words(printer.words());
    for (std::string word; std::getline(words, word);) handed += word.ends_with(".pdf") ? 1 : 0;
    EXPECT_EQ(handed, 3U);
}

TEST_F(PeopleServiceTest, WhatIsToBePrintedIsPrintedAlsoWhenTheDoorCloses) {
    people->ask({Kind::printInside, "en", {}});
    people.reset();
    const auto files = std::filesystem::directory_iterator(event.path().parent_path());
    EXPECT_TRUE(
        std::any_of(begin(files), end(files), [](const auto& file) { return file.path().extension() == ".pdf"; }));
}

}  // namespace
}  // namespace turnout::kiosk
