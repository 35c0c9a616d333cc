// The `turnout` command inside the test, with streams of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace turnout::test {

struct Ran {
    int code = 0;
    std::string out, err;
};

// In English unless the words say otherwise.
Ran turnoutRun(std::vector<std::string> words, const std::string& input = {});

// A folder with an event made from `toml` and the roster `csv` imported.
class Evening {
  public:
    Evening();  // the test's own: three guests, doors A and B
    Evening(const std::string& toml, const std::string& csv);

    std::string path(const std::string& name) const { return (dir / name).string(); }
    Ran run(std::vector<std::string> words,
            const std::string& input = {}) const;           // "turnout WORDS[0] EVENT WORDS[1...]"
    std::vector<std::vector<std::string>> tickets() const;  // rows of tickets.csv; issues and draws (PDF) into tickets/
    std::string code(std::size_t guest) const;              // 0 = first of the list

    TempDir dir;
    std::string event;
};

std::vector<std::vector<std::string>> csvRows(const std::string& table);  // simple tables: no quoted commas

}  // namespace turnout::test
