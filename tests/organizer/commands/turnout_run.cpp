#include "tests/organizer/commands/turnout_run.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "organizer/commands/run.h"
#include "tests/support/process.h"

namespace turnout::test {

Ran turnoutRun(std::vector<std::string> words, const std::string& input) {
    const bool spoken = std::any_of(words.begin(), words.end(), [](const auto& w) { return w.starts_with("--lang"); });
    if (!spoken) words.insert(words.begin(), {"--lang", "en"});
    std::vector<const char*> argv{"turnout"};
    for (const std::string& word : words) argv.push_back(word.c_str());
    std::istringstream in(input);
    std::ostringstream out, err;
    const int code = turnout::run(static_cast<int>(argv.size()), argv.data(), in, out, err);
    return {code, out.str(), err.str()};
}

Evening::Evening()
    : Evening(
          "[event]\nname_en = \"Evening\"\nname_zh = \"晚会\"\nstarts = 2023-11-17T19:00:00+08:00\n"
          "timezone = \"Asia/Shanghai\"\n[[door]]\nname = \"A\"\n[[door]]\nname = \"B\"\n",
          "id,name,native_name,country,affiliation,seat\n1,Noy P,ນ້ອຍ,LA,First,A1\n2,Ali H,علي,YE,First,\n3,Kim,김,KR,"
          "Second,B2\n") {}

Evening::Evening(const std::string& toml, const std::string& csv) : event(path("event.turnout")) {
    writeFile(dir / "event.toml", toml);
    writeFile(dir / "roster.csv", csv);
    for (const Ran& ran :
         {turnoutRun({"new", event, "--from", path("event.toml")}), run({"import", path("roster.csv")})})
        if (ran.code != 0) throw std::runtime_error(ran.err);
}

Ran Evening::run(std::vector<std::string> words, const std::string& input) const {
    words.insert(words.begin() + 1, event);
    return turnoutRun(std::move(words), input);
}

std::vector<std::vector<std::string>> Evening::tickets() const {
    const Ran ran = run({"tickets", "--out", path("tickets")});
    if (ran.code != 0) throw std::runtime_error(ran.err);
    auto rows = csvRows(readFile(dir / "tickets/tickets.csv"));
    rows.erase(rows.begin());
    return rows;
}

std::string Evening::code(std::size_t guest) const {
    return tickets().at(guest).at(0);
}

std::vector<std::vector<std::string>> csvRows(const std::string& table) {
    std::vector<std::vector<std::string>> rows;
    for (std::string line : splitLines(table)) {
        if (line.ends_with('\r')) line.pop_back();
        rows.push_back(splitFields(line, ','));
    }
    return rows;
}

}  // namespace turnout::test
