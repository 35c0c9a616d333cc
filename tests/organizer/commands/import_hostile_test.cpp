// Files that nobody means well with, or that broke on their way, through the real command: each ends in one sentence
// that names what can be named, and nothing is written.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"
#include "tests/support/zip_file.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;

const char* const kPlain =
    "[event]\nname_en = \"E\"\nstarts = 2024-03-01T18:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n";
const std::vector<std::string> kHeading{"id", "name", "country"}, kGood{"7", "Good", "Laos"};

class HostileTest : public testing::Test {
  protected:
    // The sentence is `told` (after the file's name), the exit 1, the event as it was.
    void refused(const std::string& file, const std::string& told) const {
        const Ran ran = evening.run({"import", evening.path(file)});
        EXPECT_EQ(ran.code, 1) << file;
        EXPECT_NE(ran.err.find(file + told), std::string::npos) << file << ": " << ran.err.substr(0, 600);
        EXPECT_LT(ran.err.size(), 20000U) << file;
        EXPECT_NE(evening.run({"report", "--json"}).out.find("\"registered\": 1,"), std::string::npos) << file;
        const Ran verified = evening.run({"verify"});
        EXPECT_EQ(verified.code, 0) << verified.out;
    }
    void refusedText(const std::string& file, const std::string& bytes, const std::string& told) const {
        writeFile(evening.dir / file, bytes);
        refused(file, told);
    }
    void refusedBook(const std::string& file, const ZipPart& rows, const std::string& told) const {
        writeWorkbook(evening.dir / file, rows);
        refused(file, told);
    }
    static std::string twoRows() { return workbookRow(1, kHeading) + workbookRow(2, kGood); }

    Evening evening{kPlain, "id,name,country\n1,Noy,LA\n"};
};

TEST_F(HostileTest, CellsOfTenMegabytes) {
    const std::string huge(10 << 20, 'x');
    refusedText("cell.csv", "id,name,country\n7," + huge + ",Laos\n",
                ", line 2, column “name”: This cell is 10485760 bytes long: shorten it.");
    refusedText("quoted.csv", "id,name,country\n7,\"" + std::string(10 << 20, '\n') + ",Laos\n",
                ", line 2: a quotation mark is never closed");
    refusedText("heading.csv", "id," + huge + ",country\n7,Good,Laos\n", " has no column “name”");
    refusedBook("cell.xlsx", {"", workbookRow(1, kHeading) + workbookRow(2, {"7", huge, "Laos"})},
                ", line 2, column “name”: This cell is ");
}

TEST_F(HostileTest, BytesThatAreNoText) {
    refusedText("nul.csv", std::string("id,name,country\n7,Good,Laos\n8,No\0y,Laos\n", 41), ", line 3: ");
    refusedText("nuls.csv", std::string(100000, '\0'), " is not a text file");
    refusedText("picture.csv", "\x89PNG\r\n\x1A\n" + std::string(2000, '\0') + "\xFF\x01\x02", " is not a text file");
    refusedText("letter.csv", "id,name,country\n7,N\xC3y,Laos\n8,Zo\xC3\xA9 Jos\xC3\xA9 N\xC3\xBA\xC3\xB1,Laos\n",
                ", line 2, column “name”: A character is broken here");
}

TEST_F(HostileTest, RaggedRowsAreNamedOneByOne) {
    std::string ragged = "id,name,country\n";
    for (std::size_t n = 0; n < 60; ++n) ragged += "7,Good,Laos" + std::string(n, ',') + "x\n";
    refusedText("ragged.csv", ragged, ", line 3: 4 cells, but the list has 3 columns");
    refusedText("open.csv", "id,name,country,note\n7,Good,Laos,\"VIP\n8,B,Ghana,\n",
                ", line 2: A quotation mark in this row is never closed");
    refusedText("short.csv", "id,name,country\n7,Good\n8\n", ", line 2, column “country”: No country");
}

TEST_F(HostileTest, NothingToRead) {
    refusedText("empty.csv", "", " is empty: export the list again.");
    refusedText("blank.csv", "\n \n\r\n", " is empty: export the list again.");
    refusedText("header.csv", "id,name,country\n", " has a header but no guests");
    refusedText("empty.xlsx", "", " is empty: export the list again.");
    refused("not-there.csv", ": check the name and the folder.");
    fs::create_directory(evening.dir / "folder.csv");
    refused("folder.csv", " is a folder: name the list in it.");
}

TEST_F(HostileTest, AFileThatThisAccountMayNotRead) {
    writeFile(evening.dir / "secret.csv", "id,name,country\n7,Good,Laos\n");
    fs::permissions(evening.dir / "secret.csv", fs::perms::none);
    fs::permissions(evening.dir.path(), fs::perms::all);
    for (const char* end : {"", "-gate", "-wal"}) {
        std::error_code none;
        fs::permissions(evening.event + end, fs::perms::all, none);
    }
    const bool root = ::geteuid() == 0;  // whom no permission stops
    ASSERT_EQ(root ? ::seteuid(65534) : 0, 0);
    const Ran ran = evening.run({"import", evening.path("secret.csv")});
    ASSERT_EQ(root ? ::seteuid(0) : 0, 0);
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("secret.csv cannot be read: check that this account may read it."), std::string::npos)
        << ran.err;
}

TEST_F(HostileTest, WorkbooksThatUnpackToFarMore) {
    const std::string letters(1 << 20, 'a');
    refusedBook("bomb.xlsx",
                {"", workbookRow(1, kHeading) + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>", letters, 60,
                 "</t></is></c></row>"},
                " unpacks to more than any guest list holds");
    writeZip(evening.dir / "entities.xlsx",
             {{"xl/workbook.xml", "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><workbook>&b;"}});
    refused("entities.xlsx", " is no whole Excel workbook");
}

TEST_F(HostileTest, WorkbooksThatBrokeOnTheirWay) {
    writeWorkbook(evening.dir / "whole.xlsx", {"", twoRows()});
    const std::string whole = readFile(evening.dir / "whole.xlsx");
    for (const std::size_t cut : {std::size_t{4}, whole.size() / 3, whole.size() / 2, whole.size() - 40})
        refusedText("cut.xlsx", whole.substr(0, cut), " is no whole Excel workbook");
    std::string flipped = whole;
    for (std::size_t i = whole.size() / 4; i < whole.size() / 2; i += 7) flipped[i] = static_cast<char>(~flipped[i]);
    refusedText("flipped.xlsx", flipped, " is no whole Excel workbook");
    refusedText("zip.xlsx", "PK\x03\x04 and nothing more", " is no whole Excel workbook");
    refusedText("old.xls", "\xD0\xCF\x11\xE0" + std::string(600, '\0'), " is a workbook of an old Excel (.xls)");
}

TEST_F(HostileTest, AMillionEmptyRowsHideNoGuest) {
    std::string empty;
    for (int n = 0; n < 1024; ++n) empty += "<row/>";
    const ZipPart rows{"", workbookRow(1, kHeading), empty, 1024, workbookRow(1048576, kGood)};
    writeWorkbook(evening.dir / "sparse.xlsx", rows);
    const Ran ran = evening.run({"import", evening.path("sparse.xlsx"), "--dry-run"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.out.find("would add 1 guest,"), std::string::npos) << ran.out;
    refusedBook("none.xlsx", {"", "", empty, 1024}, " is empty: export the list again.");
}

}  // namespace
}  // namespace turnout::test
