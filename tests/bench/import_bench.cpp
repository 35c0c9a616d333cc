// A list of 100,000 guests into an event, beside what SQLite's own shell needs to swallow the same CSV.
//   import_bench [--quick]          prints one JSON object; "ratio" 1 = as fast as sqlite3 .import
#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "common/base/csv.h"
#include "tests/bench/bench_tools.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::test;

constexpr double kGoal = 0.5;  // half as fast as a program that only copies the cells

std::string list(int guests) {
    static constexpr std::array kFirst{"Fatoumata", "Kwame", "Li", "Nguyễn", "Muhammad", "Aigerim", "Chathura", "Ama"};
    static constexpr std::array kCountries{"Guinea", "GH",         "马来西亚",  "Viet Nam",
                                           "PK",     "哈萨克斯坦", "Sri Lanka", "老挝"};
    static constexpr std::array kSchools{"Chongqing Medical University", "天津医科大学", "Harbin Medical University"};
    std::string csv =
        "id,name,native_name,screen_name,country,affiliation,category,seat,note,ticket_code,on_screen,email,"
        "language\r\n";
    for (int n = 1; n <= guests; ++n) {
        const auto i = static_cast<std::size_t>(n);
        csv += csvRow({"ID" + std::to_string(n), std::string(kFirst[i * 7 % 8]) + " Guest " + std::to_string(n),
                       n % 3 == 0 ? "李明" : "", "", kCountries[i * 3 % 8], kSchools[i % 3], "",
                       std::to_string(1 + n / 40) + "-" + std::to_string(n % 40), "", "", n % 2 == 0 ? "yes" : "no",
                       "guest" + std::to_string(n) + "@example.org", "en"},
                      CsvCells::asTheyAre);
    }
    return csv;
}

double timed(const std::vector<std::string>& words, const std::string& input = {}) {
    const auto began = SteadyClock::now();
    const Finished done = run(words, input);
    if (done.code != 0) {
        std::cerr << words.front() << ": " << done.err << done.out << "\n";
        std::exit(1);
    }
    return millisecondsSince(began);
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::string(argv[1]) == "--quick";
    const int guests = 100000, rounds = quick ? 1 : 5;
    const std::string turnout = TURNOUT_BIN_DIR "/turnout";
    Samples ours, again, shell;
    for (int round = 0; round < rounds; ++round) {
        TempDir dir;
        const std::string csv = (dir / "list.csv").string(), event = (dir / "e.turnout").string();
        std::ofstream(csv, std::ios::binary) << list(guests);
        run({"sync"});
        shell.add(timed({"sqlite3", (dir / "plain.db").string(), ".import --csv \"" + csv + "\" list"}));
        timed({turnout, "new", event, "--name", "Stadium", "--starts", "2024-03-01T19:00:00+08:00"});
        run({"sync"});
        ours.add(timed({turnout, "import", event, csv}));
        again.add(timed({turnout, "import", event, csv}));
    }
    const double ratio = shell.median() / ours.median();
    const nlohmann::json result{{"guests", guests},
                                {"import_ms", ours.json()},
                                {"import_again_ms", again.json()},
                                {"sqlite3_import_ms", shell.json()},
                                {"ratio", rounded(ratio)},
                                {"ratio_goal", kGoal},
                                {"goal_met", ratio >= kGoal}};
    std::cout << result.dump(2) << "\n";
    return 0;
}
