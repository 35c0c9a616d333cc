// What is drawn can be read: pictures and printed pages go through the library that scanners use.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "common/domain/ticket_code.h"
#include "common/tickets/ticket_files.h"
#include "tests/common/tickets/read_qr.h"
#include "tests/support/event_builder.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;

Ticket aTicket(int n) {
    std::array<std::uint8_t, 10> bytes{};
    bytes[9] = static_cast<std::uint8_t>(n);
    bytes[2] = static_cast<std::uint8_t>(n * 7);
    Ticket ticket{makeTicketCode("K7QX", bytes), {}};
    ticket.guest.name = "Guest " + std::to_string(n);
    ticket.guest.country = *CountryCode::fromAlpha2("LA");
    ticket.guest.affiliation = {n % 2 == 0 ? "Second" : "First", n % 2 == 0 ? "第二" : "第一"};
    ticket.guest.category = {"Student", "学生"};
    ticket.guest.seat = "A" + std::to_string(n);
    return ticket;
}

GreyPicture grey(const paint::Bitmap& bitmap) {
    GreyPicture made{bitmap.width, bitmap.height, {}};
    for (std::size_t i = 0; i < bitmap.pixels.size(); i += 4)
        made.pixels.push_back(
            static_cast<std::uint8_t>((bitmap.pixels[i] + bitmap.pixels[i + 1] + bitmap.pixels[i + 2]) / 3));
    return made;
}

// One page as a printer would see it.
GreyPicture page(const fs::path& pdf, int number, const char* dpi = "100") {
    const std::string n = std::to_string(number);
    const Finished drawn = run({"pdftoppm", "-gray", "-r", dpi, "-f", n, "-l", n, pdf.string()});
    std::istringstream pgm(drawn.out);
    std::string magic;
    GreyPicture made;
    int most = 0;
    pgm >> magic >> made.width >> made.height >> most;
    pgm.get();
    made.pixels.resize(static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height));
    pgm.read(reinterpret_cast<char*>(made.pixels.data()), static_cast<std::streamsize>(made.pixels.size()));
    return made;
}

TEST(TicketPictureTest, HoldsItsCodeAndHasAPhonesShape) {
    TicketArt art(aPlan());
    const Ticket ticket = aTicket(1);
    const paint::Bitmap picture = art.phone(ticket);
    EXPECT_EQ(picture.width, 1080);
    EXPECT_EQ(picture.height, 1350);
    EXPECT_EQ(readQr(grey(picture)), std::vector<std::string>{ticket.code});
}

TEST(TicketPictureTest, NamesOfEveryScriptAndLengthLeaveTheCodeAlone) {
    TicketArt art(aPlan());
    for (const std::string name :
         {"ນ້ອຍ ພົມມະຈັນ", "علي الهاشمي", "सिद्धार्थ बहादुर", "王", "Владимир", "김민준", "", "សុខ", "ၵေႃႉ",
          "Siddhartha Bahadur Rajopadhyaya Shrestha Vaidya Karmacharya Pradhananga the Third"}) {
        Ticket ticket = aTicket(2);
        ticket.guest.name = ticket.guest.nativeName = ticket.guest.seat = name;
        ticket.guest.affiliation = {name + name + name, name + name};
        EXPECT_EQ(readQr(grey(art.phone(ticket))), std::vector<std::string>{ticket.code}) << name;
    }
}

TEST(TicketPictureTest, AForeignTicketOfFiveHundredBytesFitsAndALongerOneIsRefused) {
    TicketArt art(aPlan());
    Ticket ticket = aTicket(3);
    ticket.code = std::string(512, 'z');
    EXPECT_EQ(readQr(grey(art.phone(ticket))), std::vector<std::string>{ticket.code});
    ticket.code = std::string(5000, 'z');
    EXPECT_TRUE(art.phone(ticket).empty());
}

TEST(TicketSheetTest, EveryTicketOfAPageIsReadFromTheCoarsestPrint) {
    TempDir dir;
    std::vector<Ticket> tickets;
    for (int n = 1; n <= 10; ++n) tickets.push_back(aTicket(n));
    const auto files = must(writeTicketFiles(dir.path() / "out", aPlan(), tickets, TicketFormat::pdf));
    // Two universities, a file for each, five tickets, two pages.
    EXPECT_EQ(files[0], "tickets-001.pdf");
    EXPECT_EQ(files[1], "tickets-002.pdf");
    std::vector<std::string> expected, found;
    for (const Ticket& ticket : tickets) expected.push_back(ticket.code);
    for (const char* file : {"tickets-001.pdf", "tickets-002.pdf"})
        for (const int number : {1, 2})
            for (const std::string& code : readQr(page(dir.path() / "out" / file, number))) found.push_back(code);
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, expected);
}

TEST(TicketSheetTest, TheTextIsTextAndTheCodeIsNoPicture) {
    TempDir dir;
    must(writeTicketFiles(dir.path(), aPlan(), {aTicket(1)}, TicketFormat::pdf));
    const std::string pdf = (dir / "tickets-001.pdf").string();
    const std::string text = run({"pdftotext", "-layout", pdf, "-"}).out;
    for (const char* part : {"Guest 1", "Laos", "老挝", "测试之夜", "Test Evening", "17 November 2023"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_EQ(run({"pdfinfo", pdf}).out.find("A4") == std::string::npos, false);
    // Only the flag is a picture.
    EXPECT_LE(splitLines(run({"pdfimages", "-list", pdf}).out).size(), 2U + 2U);
}

TEST(TicketFilesTest, AFolderThatCannotBeMadeIsAnErrorWithItsName) {
    TempDir dir;
    writeFile(dir / "wall", "");
    for (const TicketFormat format : {TicketFormat::pdf, TicketFormat::png}) {
        const auto files = writeTicketFiles(dir / "wall/in", aPlan(), {aTicket(1)}, format);
        ASSERT_FALSE(files.ok());
        EXPECT_NE(files.error().sentence(Lang::en).find("wall/in"), std::string::npos);
    }
    EXPECT_FALSE(writeTicketsCsv(dir / "wall/in", {}).ok());
}

TEST(TicketFilesTest, ProgressCountsEveryTicket) {
    TempDir dir;
    std::vector<std::int64_t> seen;
    must(writeTicketFiles(dir.path(), aPlan(), {aTicket(1), aTicket(2), aTicket(3)}, TicketFormat::png,
                          [&](std::int64_t done, std::int64_t all) {
                              EXPECT_EQ(all, 3);
                              seen.push_back(done);
                          }));
    EXPECT_EQ(seen, (std::vector<std::int64_t>{1, 2, 3}));
}

// As a label printer of 203 dpi would see it, and its text.
TEST(TicketLayoutTest, EveryLayoutIsReadByTheKioskWithPlainAndSignedCodes) {
    const std::string signedText =
        "T1:" + std::string(119, 'A');  // as long as a signed ticket, which fills 37 modules at level M
    for (const TicketLayout layout :
         {TicketLayout::sheet, TicketLayout::page, TicketLayout::label, TicketLayout::card}) {
        for (const bool isSigned : {false, true}) {
            TempDir dir;
            Ticket ticket = aTicket(7);
            ticket.guest.name = "Siddhartha Bahadur Rajopadhyaya";
            ticket.guest.nativeName = "सिद्धार्थ बहादुर";
            if (isSigned) ticket.text = signedText;
            TicketRun run;
            run.layout = layout;
            must(writeTicketFiles(dir.path(), aPlan(), {ticket}, run));
            EXPECT_EQ(readQr(page(dir / "tickets-001.pdf", 1, "203")), std::vector<std::string>{ticket.symbolText()})
                << static_cast<int>(layout) << isSigned;
            const std::string text = test::run({"pdftotext", "-layout", (dir / "tickets-001.pdf").string(), "-"}).out;
            for (const char* part : {"Siddhartha", "测试之夜", "Show this code", "入场时请出示此码", "K7QX0"})
                EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
        }
    }
    EXPECT_EQ(qrSymbol(signedText)->size, 37);
}

TEST(TicketLayoutTest, LabelsHaveTheSizeOfTheirPaper) {
    TempDir dir;
    for (const auto& [layout, size] : std::vector<std::pair<TicketLayout, std::string>>{
             {TicketLayout::label, "252.28 x 102.05 pts"}, {TicketLayout::card, "288 x 432 pts"}}) {
        TicketRun run;
        run.layout = layout;
        must(writeTicketFiles(dir.path(), aPlan(), {aTicket(1)}, run));
        EXPECT_NE(test::run({"pdfinfo", (dir / "tickets-001.pdf").string()}).out.find(size), std::string::npos) << size;
    }
}

TEST(TicketFilesTest, UniversitiesGetAFolderEachWithTheirSendList) {
    TempDir dir;
    TicketRun run;
    run.format = TicketFormat::png;
    run.byAffiliation = true;
    std::vector<Ticket> tickets{aTicket(1), aTicket(2)};
    tickets[1].guest.affiliation = {"../Se/cond: \"best\"", ""};
    const auto files = must(writeTicketFiles(dir.path(), aPlan(), tickets, run));
    EXPECT_EQ(files, (std::vector<std::string>{"First/ticket-0001.png", "Second best/ticket-0001.png"}));
    tickets[0].email = "a@example.org";
    ASSERT_TRUE(writeSendList(dir / "First", {{tickets[0], "ticket-0001.png"}}).ok());
    const std::string list = readFile(dir / "First/send.csv");
    EXPECT_NE(list.find("Guest 1,,a@example.org,,K7QX0 "), std::string::npos) << list;
}

TEST(TicketFilesTest, FilesOfAnEarlierRunStayWhenTheyAreNamed) {
    TempDir dir;
    must(writeTicketFiles(dir.path(), aPlan(), {aTicket(1), aTicket(2)}, TicketFormat::png));
    TicketRun run;
    run.format = TicketFormat::png;
    run.keep = {"ticket-0002.png"};
    const auto files = must(writeTicketFiles(dir.path(), aPlan(), {aTicket(3), aTicket(4)}, run));
    EXPECT_EQ(files, (std::vector<std::string>{"ticket-0001.png", "ticket-0003.png"}));
    EXPECT_TRUE(fs::exists(dir / "ticket-0002.png"));
}

}  // namespace
}  // namespace turnout::test
