// Every sentence of assets/text, and every key that the code names.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "assets/assets.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

struct Line {
    std::string file, key, en, zh;
    std::size_t fields = 0;
};

std::vector<Line> sentences() {
    std::vector<Line> all;
    for (const assets::Asset& asset : assets::all()) {
        if (!asset.path.starts_with("text/") || !asset.path.ends_with(".tsv")) continue;
        std::istringstream lines{std::string(asset.bytes)};
        for (std::string line; std::getline(lines, line);) {
            if (line.empty() || line.starts_with('#')) continue;
            Line read{std::string(asset.path), {}, {}, {}, 0};
            std::istringstream fields(line);
            for (std::string field; std::getline(fields, field, '\t'); ++read.fields)
                (read.fields == 0 ? read.key : read.fields == 1 ? read.en : read.zh) = field;
            all.push_back(std::move(read));
        }
    }
    return all;
}

std::set<std::string> argumentsOf(const std::string& sentence) {
    static const std::regex argument(R"(\{[a-z_0-9]+\})");
    return {std::sregex_token_iterator(sentence.begin(), sentence.end(), argument), std::sregex_token_iterator()};
}

std::string readFile(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> sources() {
    std::vector<fs::path> all;
    for (const char* part : {"common", "kiosk", "display", "organizer"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(TURNOUT_SOURCE_DIR) / part))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") all.push_back(entry.path());
    return all;
}

TEST(Sentences, StandInBothLanguagesWithTheSameArguments) {
    const auto all = sentences();
    EXPECT_GT(all.size(), 100U);
    for (const Line& line : all) {
        EXPECT_EQ(line.fields, 3U) << line.file << ": " << line.key;
        EXPECT_FALSE(line.en.empty()) << line.file << ": " << line.key;
        EXPECT_FALSE(line.zh.empty()) << line.file << ": " << line.key;
        EXPECT_EQ(argumentsOf(line.en), argumentsOf(line.zh)) << line.file << ": " << line.key;
    }
}

TEST(Sentences, HaveAKeyOfTheirOwn) {
    std::map<std::string, std::string> seen;
    for (const Line& line : sentences())
        EXPECT_TRUE(seen.emplace(line.key, line.file).second) << line.key << " in " << line.file;
}

// "part.key" where the part is that of some sentence; in a folder that begins keys with "part." + the rest stands
// alone.
TEST(Sentences, AreThereForEveryKeyInTheCode) {
    static const std::regex literal(R"re("([a-z][a-z_0-9]*(\.[a-z_0-9]+)+)")re");
    static const std::regex beginning(R"re("([a-z_]+\.)" \+)re");
    static const std::regex fileName(R"(.*\.(csv|tsv|svg|png|pdf|json|toml|turnout|mp4|webm|mkv|com))");
    std::set<std::string> keys, parts;
    for (const Line& line : sentences()) {
        keys.insert(line.key);
        parts.insert(line.key.substr(0, line.key.find('.')));
    }
    std::map<fs::path, std::set<std::string>> startsIn;
    for (const fs::path& file : sources()) {
        const std::string code = readFile(file);
        std::set<std::string>& starts = startsIn[file.parent_path()];
        starts.insert("");
        for (std::sregex_iterator it(code.begin(), code.end(), beginning), end; it != end; ++it)
            starts.insert((*it)[1]);
    }
    std::size_t checked = 0;
    for (const fs::path& file : sources()) {
        const std::string code = readFile(file);
        const std::set<std::string>& starts = startsIn[file.parent_path()];
        for (std::sregex_iterator it(code.begin(), code.end(), literal), end; it != end; ++it) {
            const std::string key = (*it)[1];
            if (!parts.contains(key.substr(0, key.find('.'))) || std::regex_match(key, fileName)) continue;
            bool found = false;
            for (const std::string& start : starts) found = found || keys.contains(start + key);
            EXPECT_TRUE(found) << key << " in " << file;
            ++checked;
        }
    }
    EXPECT_GT(checked, 100U);
}

}  // namespace
}  // namespace turnout
