// turnout close, forget and show: names go from the bytes of the file, numbers stay.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

using Json = nlohmann::json;

Evening anEvening() {
    return Evening(
        "[event]\nname_en = \"Winter Meeting\"\nstarts = 2024-01-20T10:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n"
        "[[door]]\nname = \"Gate\"\n",
        "id,name,native_name,country,affiliation,note,email\nS-12345,Aarati Adhikari,आरती अधिकारी,NP,North "
        "College,needs "
        "a ramp,aarati@example.org\nS-22345,Bolormaa Dorj,Болормаа Дорж,MN,South College,,bolor@example.org\n"
        "S-32345,Chipo Moyo,,ZW,South College,,chipo@example.org\n");
}

Json numbersOf(const Evening& evening) {
    Json report = Json::parse(evening.run({"report", "--json"}).out);
    report.erase("as_of");
    return report;
}

TEST(CloseCommandTest, NamesAreGoneFromTheBytesAndTheNumbersStay) {
    const Evening evening = anEvening();
    const std::string code = evening.code(0);
    ASSERT_EQ(evening.run({"scan", code, evening.code(1), code, "some words", "--door", "Gate"}).code, 0);
    ASSERT_EQ(evening.run({"undo", "--door", "Gate", "--reason", "wrong person"}).code, 0);
    const Json before = numbersOf(evening);
    EXPECT_NE(readFile(evening.event).find("Aarati"), std::string::npos);

    const Ran ran = evening.run({"close", "--yes"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.out.find("tickets"), std::string::npos) << ran.out;
    const std::string bytes = readFile(evening.event);
    for (const std::string& gone : {std::string("Aarati"), std::string("आरती"), std::string("Bolormaa"),
                                    std::string("S-12345"), std::string("example.org"), std::string("ramp"), code,
                                    std::string("some words"), std::string("wrong person")})
        EXPECT_EQ(bytes.find(gone), std::string::npos) << gone;
    const Ran verified = evening.run({"verify"});
    EXPECT_EQ(verified.code, 0) << verified.out;
    const Json after = numbersOf(evening);
    for (const char* whole : {"registered", "arrived", "countries", "groups", "event"})
        EXPECT_EQ(after[whole], before[whole]) << whole;
    EXPECT_EQ(after["by_country"][0]["registered"], "<3");  // small numbers of people are not told any more
    EXPECT_EQ(before["by_country"][0]["registered"], 1);
    EXPECT_NE(evening.run({"log"}).out.find(":00.000+08:00,Gate,entry,"), std::string::npos);
    EXPECT_EQ(evening.run({"close", "--yes"}).code, 1);
    EXPECT_EQ(evening.run({"report", "--attendance", evening.path("lists")}).code, 1);
}

TEST(CloseCommandTest, AsksFirstAndIsRefusedWhileTheFileIsOpenElsewhere) {
    const Evening evening = anEvening();
    const Ran ran = evening.run({"close"}, "no\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.out.find("deletes for good"), std::string::npos) << ran.out;
    EXPECT_NE(readFile(evening.event).find("Aarati"), std::string::npos);
    EXPECT_EQ(evening.run({"close"}, "event.turnout\n").code, 0);
}

TEST(ForgetCommandTest, OnePersonIsGoneAndTheOthersStay) {
    const Evening evening = anEvening();
    ASSERT_EQ(evening.run({"scan", evening.code(0), "--door", "Gate"}).code, 0);
    const Json before = numbersOf(evening);
    EXPECT_NE(evening.run({"show", "S-12345"}).out.find("email: aarati@example.org"), std::string::npos);
    ASSERT_EQ(evening.run({"forget", "Aarati Adhikari"}).code, 0);
    EXPECT_EQ(evening.run({"show", "S-12345"}).code, 1);
    EXPECT_EQ(readFile(evening.event).find("Aarati"), std::string::npos);
    EXPECT_NE(readFile(evening.event).find("Bolormaa"), std::string::npos);
    EXPECT_EQ(numbersOf(evening), before);
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

}  // namespace
}  // namespace turnout::test
