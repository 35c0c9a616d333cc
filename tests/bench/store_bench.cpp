// Admissions: durable, one process beside the bare SQLite loop and the raw disk, and eight processes at one file.
//   store_bench [--quick]                          prints one JSON object
//   store_bench --worker EVENT CODES FROM TO SECONDS     one of the eight (started by the program itself)
#include <iostream>
#include <thread>

#include "tests/bench/bare_loop.h"
#include "tests/bench/bench_tools.h"
#include "tests/support/event_builder.h"
#include "tests/support/process.h"
#include "tests/support/raw_sqlite.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::test;
namespace fs = std::filesystem;

Samples storeLoop(EventStore& store, const Door& door, const std::vector<std::string>& codes, int from, int to) {
    Samples samples;
    for (int n = from; n < to; ++n) {
        const auto began = SteadyClock::now();
        const Answer answer = must(store.admit(aScan(door, codes[static_cast<std::size_t>(n)])));
        const double answered = millisecondsSince(began);
        if (answer.verdict != Verdict::admitted) throw std::runtime_error("not admitted");
        store.maintain(SteadyClock::now());
        samples.add(answered);
    }
    return samples;
}

Samples bareLoop(BareLoop& loop, const std::vector<std::string>& codes, int from, int to) {
    Samples samples;
    for (int n = from; n < to; ++n) {
        const auto began = SteadyClock::now();
        loop.admit(n + 1, codes[static_cast<std::size_t>(n)]);
        samples.add(millisecondsSince(began));
    }
    return samples;
}

// Rounds of all three in turn, because a shared disk changes its mood within minutes; the ratio is the median of
// rounds.
nlohmann::json oneProcess(bool quick) {
    const int rounds = quick ? 4 : 12, each = quick ? 150 : 400;
    const AnEvent mine(rounds * each), bare(rounds * each);
    EventStore store = mine.open();
    const Door door = must(store.doorNamed("A", evening()));
    BareLoop loop(bare.path());
    Samples ours, theirs, raw, ratios, ourRates, theirRates;
    for (int round = 0; round < rounds; ++round) {
        const int from = round * each, to = from + each;
        raw.add(rawSyncs(mine.dir().path(), each));
        double seconds[2];
        for (const bool first : {round % 2 == 0, round % 2 != 0}) {  // who goes first changes every round
            const auto began = SteadyClock::now();
            if (first)
                ours.add(storeLoop(store, door, mine.codes, from, to));
            else
                theirs.add(bareLoop(loop, bare.codes, from, to));
            seconds[first ? 0 : 1] = millisecondsSince(began) / 1000;
        }
        ratios.add(seconds[1] / seconds[0]);
        ourRates.add(each / seconds[0]);
        theirRates.add(each / seconds[1]);
    }
    return {{"admissions_per_s", rounded(ourRates.median())},
            {"admit_ms", ours.json()},
            {"bare_sqlite_per_s", rounded(theirRates.median())},
            {"bare_sqlite_ms", theirs.json()},
            {"raw_fdatasync_per_s", rounded(1000 * static_cast<double>(raw.size()) / raw.sum())},
            {"raw_fdatasync_ms", raw.json()},
            {"ratio_to_bare_sqlite", rounded(ratios.median())}};
}

int worker(char** words) {
    const std::vector<std::string> codes = linesOf(words[1], std::atoi(words[2]), std::atoi(words[3]));
    EventStore store = must(EventStore::open(words[0], {.program = "store_bench"}));
    const Door door = must(store.doorNamed("A", evening()));
    std::cout << "ready" << std::endl;
    std::string go;
    std::getline(std::cin, go);
    const auto until = SteadyClock::now() + std::chrono::milliseconds(static_cast<long>(1000 * std::atof(words[4])));
    long scans = 0, admitted = 0, errors = 0;
    double longest = 0;
    for (std::size_t n = 0; SteadyClock::now() < until; n = (n + 1) % codes.size()) {
        const auto began = SteadyClock::now();
        const auto answer = store.admit(aScan(door, codes[n]));
        longest = std::max(longest, millisecondsSince(began));
        ++(answer.ok() ? scans : errors);
        admitted += answer.ok() && answer->verdict == Verdict::admitted;
        store.maintain(SteadyClock::now());
    }
    std::cout << scans << ' ' << admitted << ' ' << errors << ' ' << longest << std::endl;
    return 0;
}

nlohmann::json eightProcesses(bool quick) {
    constexpr int kProcesses = 8;
    const int runs = quick ? 2 : 5, tickets = quick ? 24000 : 64000, share = tickets / kProcesses;
    const double seconds = quick ? 3 : 10;
    const AnEvent event(tickets);
    std::string all;
    for (const std::string& code : event.codes) all += code + "\n";
    writeFile(event.dir() / "codes", all);
    Samples rates, fairness, waits;
    std::int64_t lost = 0, doubled = 0, errors = 0;
    nlohmann::json each = nlohmann::json::array();
    for (int run = 0; run < runs; ++run) {
        const fs::path file = event.dir() / ("run-" + std::to_string(run) + ".turnout");
        fs::copy_file(event.path(), file);
        std::vector<std::unique_ptr<Process>> processes;
        for (int i = 0; i < kProcesses; ++i)
            processes.push_back(std::make_unique<Process>(std::vector<std::string>{
                "/proc/self/exe", "--worker", file, event.dir() / "codes", std::to_string(i * share),
                std::to_string((i + 1) * share), std::to_string(seconds)}));
        for (auto& process : processes)
            if (process->line() != "ready") throw std::runtime_error("a worker did not start");
        for (auto& process : processes) process->write("go\n");
        std::vector<std::int64_t> scans;
        std::int64_t admitted = 0;
        double longest = 0;
        for (auto& process : processes) {
            const auto words = splitFields(process->line().value_or("0 0 1 0"), ' ');
            scans.push_back(std::stol(words.at(0)));
            admitted += std::stol(words.at(1));
            errors += std::stol(words.at(2));
            longest = std::max(longest, std::stod(words.at(3)));
            process->wait();
        }
        std::int64_t sum = 0;
        for (const std::int64_t count : scans) sum += count;
        const double mean = static_cast<double>(sum) / kProcesses;
        RawSqlite raw(file, true);
        lost += std::max<std::int64_t>(0, sum - raw.number("select count(*) from scan"));
        lost += std::max<std::int64_t>(0, admitted - raw.number("select count(*) from stay"));
        doubled += raw.number("select count(*) - count(distinct attendee) from stay");
        rates.add(static_cast<double>(sum) / seconds);
        fairness.add(static_cast<double>(*std::min_element(scans.begin(), scans.end())) / mean);
        waits.add(longest);
        each.push_back({{"per_s", rounded(static_cast<double>(sum) / seconds)},
                        {"scans", scans},
                        {"longest_wait_ms", rounded(longest)}});
        for (const char* ending : {"", "-wal", "-shm", "-gate"}) fs::remove(file.string() + ending);
    }
    return {{"processes", kProcesses},
            {"runs", each},
            {"per_s_median", rounded(rates.median())},
            {"slowest_over_mean_median", rounded(fairness.median())},
            {"slowest_over_mean_worst", rounded(fairness.quantile(0))},
            {"longest_wait_ms", rounded(waits.quantile(1))},
            {"errors", errors},
            {"lost", lost},
            {"doubled", doubled}};
}

}  // namespace

int main(int count, char** words) {
    if (count == 7 && std::string(words[1]) == "--worker") return worker(words + 2);
    const bool quick = count > 1 && std::string(words[1]) == "--quick";
    const nlohmann::json result = {{"one_process", oneProcess(quick)}, {"eight_processes", eightProcesses(quick)}};
    std::cout << result.dump(2) << std::endl;
    return 0;
}
