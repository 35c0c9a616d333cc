// The guest list of a stadium at a door: how long until it can be searched, how long each key takes, what it weighs.
//   search_bench [--quick]          prints one JSON object
#include <array>
#include <fstream>
#include <iostream>

#include "common/store/guest_index.h"
#include "tests/bench/bench_tools.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::test;

// Resident memory of this process, MB.
double residentMb() {
    std::ifstream statm("/proc/self/statm");
    long pages = 0, resident = 0;
    statm >> pages >> resident;
    return static_cast<double>(resident) * 4096.0 / 1e6;
}

// 100,000 guests with names of many scripts, written by SQL in one go.
void fill(const AnEvent& event, int guests) {
    static constexpr std::array kFirst{"Fatoumata Binta", "Kwame",  "Li",    "Nguyễn Thị", "Muhammad", "Aigerim",
                                       "Chathura",        "Ксения", "Tomás", "Siriporn",   "Ama",      "José María"};
    static constexpr std::array kLast{"Diallo", "Asante",    "Ming",    "Minh Anh",  "Iqbal",
                                      "Nurlan", "Silva",     "Орлова",  "Wang",      "Chaiyasit",
                                      "Owusu",  "Fernández", "Keovong", "Rathnayake"};
    static constexpr std::array kNative{"", "李明", "", "王芳", "陈志伟", "", "แพรว", "محمد إقبال", ""};
    static constexpr std::array kCountries{"GN", "GH", "MY", "VN", "PK", "KZ", "LK", "RU", "ES", "TH", "CN"};
    RawSqlite raw(event.path());
    raw.exec("pragma synchronous=off; begin");
    std::string rows;
    for (int n = 1; n <= guests; ++n) {
        const auto i = static_cast<std::size_t>(n);
        rows += (rows.empty() ? "(" : ",(") + std::to_string(n) + ",'id-" + std::to_string(n) + "','" +
                kFirst[i * 7 % kFirst.size()] + " " + kLast[i * 13 % kLast.size()] + " " + std::to_string(n) + "','" +
                kNative[i % kNative.size()] + "','','" + kCountries[i * 3 % kCountries.size()] + "'," +
                std::to_string(1 + n % 3) + ",'student','B-" + std::to_string(n) + "','',0,0,0,null,0,0,0)";
        if (n % 500 == 0 || n == guests) {
            raw.exec("insert into attendee values " + rows);
            rows.clear();
        }
    }
    raw.exec("commit");
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::string(argv[1]) == "--quick";
    const int guests = 100000, rounds = quick ? 3 : 15;
    const AnEvent event(0);
    fill(event, guests);
    Samples ready, key;
    const double before = residentMb();
    double weight = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto began = SteadyClock::now();
        GuestIndex index(aPlan().affiliations);
        EventReader reader = event.read();
        must(reader.guests([&](const Guest& guest) { index.add(guest); }));
        ready.add(millisecondsSince(began));
        if (round == 0) weight = residentMb() - before;
        for (const char* typed :
             {"fatoumata", "liming", "lm", "nguyen thi minh", "李明", "b-7712", "first univ ama", "zzzz"}) {
            std::string text;
            for (const char* at = typed; *at != 0; ++at) {
                text += *at;
                if (!isUtf8(text)) continue;
                const auto pressed = SteadyClock::now();
                const auto found = index.find(text, 50);
                key.add(millisecondsSince(pressed));
            }
        }
    }
    const nlohmann::json result = {
        {"guests", guests}, {"ready_ms", ready.json()}, {"key_ms", key.json()}, {"index_mb", rounded(weight)}};
    std::cout << result.dump(2) << '\n';
}
