// Many processes at one event file: each ticket in once, nobody starved, nothing lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <thread>

#include "tests/common/store/door_process.h"
#include "tests/common/store/scale.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout {
namespace {

using namespace test;

TEST(Crowd, EightProcessesAdmitEveryTicketExactlyOnceAndNobodyStarves) {
    constexpr int kProcesses = 8;
    const int tickets = scaled(2000, 200);
    const AnEvent event(tickets);
    std::string all;
    for (const std::string& code : event.codes) all += code + "\n";
    writeFile(event.dir() / "codes", all);

    std::vector<std::unique_ptr<DoorProcess>> doors;
    for (int i = 0; i < kProcesses; ++i)
        doors.push_back(std::make_unique<DoorProcess>(event.path(), i % 2 ? "A" : "B"));
    for (int i = 0; i < kProcesses; ++i)
        ASSERT_EQ(doors[static_cast<std::size_t>(i)]->say("!all " + (event.dir() / "codes").string() + " " +
                                                          std::to_string(i + 1)),
                  "ready");
    const auto began = std::chrono::steady_clock::now();
    for (auto& door : doors) door->process().write("go\n");

    long admitted = 0, already = 0, others = 0, between = 0;
    double longest = 0;
    for (auto& door : doors) {
        const auto line = door->process().line(std::chrono::minutes(10));
        ASSERT_TRUE(line);
        const auto words = splitFields(*line, ' ');
        ASSERT_EQ(words.size(), 7u) << *line;
        admitted += std::stol(words[1]);
        already += std::stol(words[2]);
        others += std::stol(words[3]);
        longest = std::max(longest, std::stod(words[5]));
        between = std::max(between, std::stol(words[6]));
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    for (auto& door : doors) door->close();
    RecordProperty("seconds", std::to_string(seconds));
    RecordProperty("longest_wait_ms", std::to_string(longest));
    RecordProperty("most_rows_between", std::to_string(between));
    std::printf("longest wait %.1f ms, most rows of others in between %ld\n", longest, between);

    EXPECT_EQ(admitted, tickets);
    EXPECT_EQ(already, (kProcesses - 1) * tickets);
    EXPECT_EQ(others, 0);
    // Told in rows and not in seconds: a disk that stops for a moment stops everybody, and starves nobody. With eight
    // in turn about seven rows stand between two of one's own.
    EXPECT_LT(between, 300) << "rows of others while one waited; longest wait " << longest << " ms of " << seconds
                            << " s";

    EventReader reader = event.read();
    const Totals totals = must(reader.totals());
    EXPECT_EQ(totals.guests, (Numbers{tickets, tickets}));
    EXPECT_EQ(totals.inside, tickets);
    std::set<std::string> in;
    std::int64_t rows = 0, twice = 0;
    must(reader.log([&](const LogRow& row) {
        ++rows;
        if (row.verdict == Verdict::admitted && !in.insert(row.code).second) ++twice;
    }));
    EXPECT_EQ(rows, kProcesses * tickets);
    EXPECT_EQ(in.size(), static_cast<std::size_t>(tickets));
    EXPECT_EQ(twice, 0);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(Crowd, ThreadsOfOneProcessTakeTurnsToo) {
    const int tickets = scaled(200, 50);
    const AnEvent event(tickets);
    std::atomic<int> admitted{0}, already{0}, errors{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                EventStore store = event.open();
                const Door door = must(store.doorNamed("A", evening()));
                for (const std::string& code : event.codes) {
                    const auto answer = store.admit(aScan(door, code));
                    ++(!answer.ok() ? errors : answer->verdict == Verdict::admitted ? admitted : already);
                }
            });
    }
    EXPECT_EQ(admitted, tickets);
    EXPECT_EQ(already, 3 * tickets);
    EXPECT_EQ(errors, 0);
    EXPECT_EQ(findings(event.path()), "");
}

// A door is killed in the middle of its work, again and again, without being told when.
TEST(Crowd, KillingADoorAtAnyMomentLosesNoVerdictItPrinted) {
    const int kills = scaled(300, 25);
    const AnEvent event(kills + 40);
    std::mt19937 random(20231117);
    std::string batch;
    for (const std::string& code : event.codes) batch += code + "\n";
    std::map<std::string, std::pair<std::string, std::string>> printed;  // scan -> verdict, code
    int cut = 0;
    for (int kill = 0; kill < kills; ++kill) {
        DoorProcess door(event.path(), "A");
        // Work is outstanding all the time: the door has the whole list to read and we end it among it.
        const std::size_t from = static_cast<std::size_t>(kill) * 21;
        door.process().write(batch.substr(from % batch.size() / 21 * 21) + batch);
        const int answers = std::uniform_int_distribution(0, 12)(random);
        std::vector<std::string> lines;
        for (int i = 0; i < answers; ++i)
            if (auto line = door.process().line()) lines.push_back(*line);
        const auto until = std::chrono::steady_clock::now() +
                           std::chrono::microseconds(std::uniform_int_distribution(0, 3000)(random));
        while (std::chrono::steady_clock::now() < until) std::this_thread::yield();
        door.process().signal(SIGKILL);
        ASSERT_EQ(door.process().wait(), 128 + SIGKILL);
        for (const std::string& line : splitLines(door.process().rest())) lines.push_back(line);
        for (const std::string& line : lines) {
            const auto fields = splitFields(line);
            if (fields.size() < 3 || fields[2].size() < 26) continue;  // cut off in the middle of a line
            ASSERT_NE(fields[0], "not_recorded") << line;
            printed[fields[2]] = {fields[0], fields[1]};
            ++cut;
        }
    }
    EXPECT_GT(cut, kills);
    std::map<std::string, std::pair<std::string, std::string>> stored;
    EventReader reader = event.read();
    must(reader.log([&](const LogRow& row) { stored[row.scanId] = {std::string(word(row.verdict)), row.code}; }));
    for (const auto& [scan, answer] : printed) EXPECT_EQ(stored[scan], answer) << scan;
    EXPECT_EQ(findings(event.path()), "");
    RecordProperty("verdicts_printed", cut);
}

TEST(Crowd, AStoppedGateHolderIsNamedAndTheDoorAnswersInTime) {
    const AnEvent event(50);
    const auto gate = event.path().string() + "-gate";
    DoorProcess holder(event.path(), "A");
    EventStore store = event.open({.program = "the test", .gateWait = Millis(300)});
    const Door door = must(store.doorNamed("B", evening()));
    // Stop the other door until it is caught holding the gate: it is kept busy, so that does not take long.
    std::string batch;
    for (int i = 0; i < 2000; ++i) batch += event.codes[static_cast<std::size_t>(i) % event.codes.size()] + "\n";
    std::jthread feeder([&] { holder.process().write(batch); });
    Result<Answer> answer = makeError(Fault::busy, "");
    std::chrono::steady_clock::duration waited{};
    for (int attempt = 0; attempt < 400; ++attempt) {
        ASSERT_TRUE(holder.process().line());
        holder.process().signal(SIGSTOP);
        const auto began = std::chrono::steady_clock::now();
        answer = store.admit(aScan(door, event.codes[0]));
        waited = std::chrono::steady_clock::now() - began;
        if (!answer.ok()) break;
        holder.process().signal(SIGCONT);
    }
    ASSERT_FALSE(answer.ok()) << "the holder was never stopped at the gate";
    EXPECT_EQ(answer.error().fault, Fault::busy);
    const std::string sentence = answer.error().sentence(Lang::en);
    EXPECT_NE(sentence.find("store_door"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find(std::to_string(holder.process().pid())), std::string::npos) << sentence;
    EXPECT_GE(waited, std::chrono::milliseconds(290));
    EXPECT_LT(waited, std::chrono::milliseconds(scaled(1000, 3000)));
    EXPECT_TRUE(must(event.read().totals()).guests.registered == 50);  // readers need no gate

    holder.process().signal(SIGCONT);
    // It goes on by itself, and so do we.
    EventStore patient = event.open();
    EXPECT_TRUE(patient.admit(aScan(door, event.codes[0])).ok());
    holder.process().signal(SIGKILL);
}

TEST(Crowd, AKilledGateHolderLeavesTheGateOpen) {
    const AnEvent event(5);
    {
        DoorProcess holder(event.path(), "A");
        holder.process().write(event.codes[0] + "\n" + event.codes[1] + "\n");
        holder.process().signal(SIGKILL);
        holder.process().wait();
    }
    EventStore store = event.open();
    EXPECT_TRUE(store.admit(aScan(must(store.doorNamed("B", evening())), event.codes[2])).ok());
}

}  // namespace
}  // namespace turnout
