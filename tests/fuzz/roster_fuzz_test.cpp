// Mutations of real-shaped exports against the readers of tables and countries: whatever comes, an answer or a
// sentence, and no finding of the sanitizers. A fixed seed; 2 s, or TURNOUT_FUZZ_SECONDS (60 where the sanitizer build
// is tested).
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <vector>

#include "common/roster/roster_file.h"
#include "common/roster/zip_parts.h"
#include "tests/support/temp_dir.h"
#include "tests/support/zip_file.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
const fs::path kExports = TURNOUT_SOURCE_DIR "/tests/data/imports";

std::chrono::milliseconds timeForEach() {
    const char* asked = std::getenv("TURNOUT_FUZZ_SECONDS");
    return std::chrono::milliseconds(1000 * (asked != nullptr ? std::max(1, std::atoi(asked)) : 2) / 3);
}

std::vector<std::string> seeds(const std::string& extension) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(kExports))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> all;
    for (const fs::path& file : files) all.push_back(readFile(file));
    return all;
}

class Mutator {
  public:
    std::string mutate(std::string text) {
        static const std::vector<std::string> kBits{"\"",
                                                    "\"\"",
                                                    ",",
                                                    ";",
                                                    "\t",
                                                    "\r",
                                                    "\n",
                                                    std::string(1, '\0'),
                                                    "\xFF",
                                                    "\xEF\xBB\xBF",
                                                    "sep=",
                                                    "1.23E+11",
                                                    "=",
                                                    "<c r=\"ZZZZ1\">",
                                                    "</row>",
                                                    "<row r=\"-1\">",
                                                    "<v>1e999</v>",
                                                    "&#0;",
                                                    "t=\"s\"",
                                                    "s=\"99999999999\"",
                                                    "刚果",
                                                    "🇱🇦",
                                                    "#2"};
        for (int i = pick(6); i >= 0; --i) {
            const auto at = static_cast<std::size_t>(pick(static_cast<int>(text.size()) + 1));
            switch (pick(6)) {
                case 0: text.insert(at, kBits[static_cast<std::size_t>(pick(static_cast<int>(kBits.size())))]); break;
                case 1: text.erase(at, static_cast<std::size_t>(pick(20))); break;
                case 2:
                    if (at < text.size()) text[at] = static_cast<char>(pick(256));
                    break;
                case 3: text.insert(at, text.substr(at / 2, static_cast<std::size_t>(pick(200)))); break;
                case 4: text.resize(at); break;
                default:
                    text.insert(at, std::string(static_cast<std::size_t>(pick(3000)), "x,\n\"\xE9"[pick(5)]));
                    break;
            }
        }
        return text;
    }
    int pick(int below) { return below <= 0 ? 0 : static_cast<int>(random_() % static_cast<unsigned>(below)); }

  private:
    std::mt19937 random_{20231117};
};

// Runs until the time is over; answers how often.
template <class Once>
int repeatedly(const Once& once) {
    const auto end = std::chrono::steady_clock::now() + timeForEach();
    int runs = 0;
    for (; std::chrono::steady_clock::now() < end; ++runs) once();
    return runs;
}

std::vector<ZipPart> partsOf(const fs::path& workbook) {
    std::vector<ZipPart> parts;
    ZipParts zip(workbook);
    for (const char* name : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
                             "xl/worksheets/sheet1.xml"}) {
        std::string bytes;
        zip.read(name, [&](std::string_view piece) {
            bytes += piece;
            return true;
        });
        parts.push_back({name, bytes});
    }
    return parts;
}

TEST(Fuzz, TablesOfText) {
    const auto all = seeds(".csv");
    Mutator mutator;
    CountryResolver countries;
    EXPECT_GT(repeatedly([&] {
                  auto table = tableFromText(
                      mutator.mutate(all[static_cast<std::size_t>(mutator.pick(static_cast<int>(all.size())))]), {},
                      "f");
                  if (!table) return;
                  const auto roster = rosterFromTable(std::move(table).value(), {}, countries, "f");
                  if (!roster) return;
                  std::size_t read = 0;
                  roster->raw->each([&](const CsvRow&) { return ++read > 0; });
                  EXPECT_LE(roster->rows.size(), read);
                  for (const RosterRow& row : roster->rows) EXPECT_TRUE(isUtf8(row.name) && !row.name.empty());
                  problemTable(*roster, roster->problems, Lang::zh);
              }),
              0);
}

TEST(Fuzz, Workbooks) {
    TempDir dir;
    const auto parts = partsOf(kExports / "title-rows-and-total.xlsx");
    const std::string whole = readFile(kExports / "numbers.xlsx");
    Mutator mutator;
    EXPECT_GT(repeatedly([&] {
                  auto mutated = parts;
                  auto& one = mutated[static_cast<std::size_t>(mutator.pick(static_cast<int>(mutated.size())))].head;
                  one = mutator.mutate(one);
                  writeZip(dir / "f.xlsx", mutated);
                  (void)readTable(dir / "f.xlsx", {});
                  writeFile(dir / "g.xlsx", mutator.mutate(whole));
                  (void)readTable(dir / "g.xlsx", {});
              }),
              0);
}

TEST(Fuzz, Countries) {
    Mutator mutator;
    const std::vector<std::string> all{"Laos",       "刚果（金）", "Côte d’Ivoire", "🇱🇦", "Korea, Republic of",
                                       "巴基斯坦籍", "馬來西亞"};
    CountryResolver countries;
    EXPECT_GT(repeatedly([&] {
                  const CountryReading reading = countries.resolve(
                      mutator.mutate(all[static_cast<std::size_t>(mutator.pick(static_cast<int>(all.size())))]));
                  EXPECT_EQ(reading.kind == CountryReading::Kind::one,
                            reading.candidates.size() == 1 && reading.kind == CountryReading::Kind::one);
                  EXPECT_LE(reading.candidates.size(), 4U);
              }),
              0);
}

TEST(HostileWorkbooks, EndInASentence) {
    TempDir dir;
    auto parts = partsOf(kExports / "numbers.xlsx");
    auto bomb = parts;
    bomb[4].head.insert(bomb[4].head.find("<row"), std::string(200 << 20, ' '));
    writeZip(dir / "bomb.xlsx", bomb);
    EXPECT_LT(fs::file_size(dir / "bomb.xlsx"), 2U << 20);
    const auto exploded = readTable(dir / "bomb.xlsx", {});
    ASSERT_FALSE(exploded.ok());
    EXPECT_EQ(exploded.error().text.key, "roster.workbook_bomb");
    auto entities = parts;
    entities[4].head = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>";
    writeZip(dir / "entities.xlsx", entities);
    EXPECT_FALSE(readTable(dir / "entities.xlsx", {}).ok());
    writeFile(dir / "zip.xlsx", "PK\x03\x04 and no more");
    EXPECT_FALSE(readTable(dir / "zip.xlsx", {}).ok());
    const auto noSheet = readTable(kExports / "title-rows-and-total.xlsx", {"", "", "Nobody"});
    ASSERT_FALSE(noSheet.ok());
    EXPECT_NE(noSheet.error().sentence(Lang::en).find("名单"), std::string::npos);
}

}  // namespace
}  // namespace turnout::test
