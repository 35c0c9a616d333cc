#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "common/report/answer_text.h"
#include "common/report/log_csv.h"
#include "common/report/report_json.h"
#include "common/report/report_pages.h"
#include "common/report/table.h"
#include "tests/support/event_builder.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {
namespace {

using Json = nlohmann::json;

Totals aTotal() {
    Totals totals;
    totals.guests = {520, 487};
    totals.walkIns = 3;
    totals.inside = 480;
    totals.exitsScanned = true;
    totals.countries = {56, 54};
    totals.byCountry = {{*CountryCode::fromAlpha2("LA"), {16, 15}, 4}};
    totals.groups = {{"bri", {"Belt and Road", "一带一路"}, {52, 51}}};
    totals.byAffiliation = {{"cqmu", {"Chongqing Medical University", "重庆医科大学"}, {320, 300}}};
    totals.byDoor = {{"A", 487, 12}};
    totals.refusals = {{Verdict::alreadyIn, 9}, {Verdict::notATicket, 3}};
    return totals;
}

TEST(ReportJsonTest, HasExactlyTheAgreedShape) {
    const Json report = Json::parse(reportJson(aPlan(), aTotal(), evening()));
    const Json expected = Json::parse(R"({
        "event": "Test Evening", "as_of": "2023-11-17T18:30:00.000+08:00", "registered": 520, "walk_ins": 3,
        "arrived": 487, "inside": 480, "countries": {"registered": 56, "arrived": 54},
        "groups": [{"id": "bri", "name_en": "Belt and Road", "name_zh": "一带一路", "registered": 52, "arrived": 51}],
        "by_country": [{"code": "LA", "name_en": "Laos", "name_zh": "老挝", "registered": 16, "arrived": 15}],
        "by_affiliation": [{"id": "cqmu", "name": "Chongqing Medical University", "name_zh": "重庆医科大学",
                            "registered": 320, "arrived": 300}],
        "by_door": [{"name": "A", "admitted": 487, "refused": 12}],
        "refusals": {"already_in": 9, "not_a_ticket": 3}})");
    EXPECT_EQ(report, expected);
}

TEST(ReportJsonTest, OfAClosedEventNoNumberOfPeopleUnderThreeIsTold) {
    Totals totals = aTotal();
    totals.walkIns = 2;
    totals.byCountry = {{country("LA"), {16, 2}, 4}, {country("NP"), {1, 0}, 0}};
    totals.byAffiliation = {{"u1", {"First", "一"}, {2, 1}}};
    totals.byDoor = {{"A", 487, 1}};
    totals.refusals = {{Verdict::alreadyIn, 3}, {Verdict::notATicket, 1}};
    const Json report = Json::parse(reportJson(aPlan(), totals, evening(), true));
    EXPECT_EQ(report["walk_ins"], "<3");
    EXPECT_EQ(report["arrived"], 487);
    EXPECT_EQ(report["by_country"][0]["arrived"], "<3");
    EXPECT_EQ(report["by_country"][0]["registered"], 16);
    EXPECT_EQ(report["by_country"][1]["registered"], "<3");
    EXPECT_EQ(report["by_country"][1]["arrived"], 0);
    EXPECT_EQ(report["by_affiliation"][0]["arrived"], "<3");
    EXPECT_EQ(report["by_door"][0]["refused"], "<3");
    EXPECT_EQ(report["refusals"], (Json{{"already_in", 3}, {"not_a_ticket", "<3"}}));
    for (const Lang lang : {Lang::en, Lang::zh}) {
        const std::string text = reportText(aPlan(), totals, evening(), lang, true);
        EXPECT_NE(text.find("<3"), std::string::npos) << text;
        for (const char* small : {" 2 of", " 1 of", "2 人", "  1   "})
            EXPECT_EQ(text.find(small), std::string::npos) << small << "\n" << text;
    }
}

TEST(PressSentenceTest, OfAClosedEventTellsNoNumberUnderThree) {
    EventRecord record;
    record.plan = aPlan();
    record.totals.guests = {4, 2};
    record.totals.countries = {2, 2};
    EXPECT_NE(pressSentence(record, Lang::en).find("2 students"), std::string::npos) << pressSentence(record, Lang::en);
    record.closed = true;
    EXPECT_TRUE(pressSentence(record, Lang::en).starts_with("<3 students")) << pressSentence(record, Lang::en);
    EXPECT_NE(pressSentence(record, Lang::zh).find("<3名"), std::string::npos) << pressSentence(record, Lang::zh);
}

TEST(ReportPagesTest, HaveWhatWasAskedForAndNoMore) {
    const AnEvent event(30);
    {
        EventStore store = event.open();
        const Door door = must(store.doorNamed("A", evening()));
        for (int i = 0; i < 20; ++i)
            must(store.admit(
                aScan(door, event.codes[static_cast<std::size_t>(i)], evening() + std::chrono::minutes(i))));
    }
    EventReader reader = event.read();
    EventRecord record = must(readRecord(reader, evening()));
    ReportOptions options;
    const int whole = countReportPages(record, options);
    EXPECT_GE(whole, 2);
    options.countries = options.universities = options.doors = options.doubles = false;
    EXPECT_EQ(countReportPages(record, options), 1);
    options = {};
    const auto pictures = reportPictures(record, options, 300);
    ASSERT_EQ(static_cast<int>(pictures.size()), whole);
    EXPECT_EQ(pictures[0].height, 424);
    EXPECT_EQ(pictures[0].at(150, 1), paint::Colour::hex(0x0A5BA8));
    EXPECT_EQ(pictures[1].at(2, 200), paint::Colour::hex(0xFFFFFF));

    EXPECT_EQ(record.slots.size(), 4U);
    setSlot(record, std::chrono::minutes(15));
    EXPECT_EQ(record.slots.size(), 2U);
    EXPECT_EQ(record.slots[0].all() + record.slots[1].all(), 20);
}

TEST(ReportJsonTest, BrokenTextDoesNotStopIt) {
    EventPlan plan = aPlan();
    plan.name.en = "Broken \xff name";
    EXPECT_FALSE(Json::parse(reportJson(plan, {}, evening()), nullptr, false).is_discarded());
}

TEST(ReportTextTest, TellsTheNumbersInBothLanguages) {
    const std::string en = reportText(aPlan(), aTotal(), evening(), Lang::en);
    EXPECT_TRUE(en.starts_with("Test Evening: 487 of 520 guests from 54 of 56 countries")) << en;
    for (const char* part :
         {"Inside now: 480", "51 of 52 countries   Belt and Road", "15 of 16   Laos", "9   Already inside"})
        EXPECT_NE(en.find(part), std::string::npos) << part << "\n" << en;
    const std::string zh = reportSentence(aPlan(), aTotal(), evening(), Lang::zh);
    EXPECT_NE(zh.find("487"), std::string::npos);
    EXPECT_EQ(zh.find("report."), std::string::npos);
    EXPECT_EQ(zh.find('{'), std::string::npos);
}

TEST(ReportTextTest, EveryRefusalHasAName) {
    Totals totals;
    for (const Verdict verdict : kVerdicts)
        if (isRefusal(verdict) && verdict != Verdict::notRecorded) totals.refusals.emplace_back(verdict, 1);
    for (const Lang lang : {Lang::en, Lang::zh})
        EXPECT_EQ(reportText(aPlan(), totals, evening(), lang).find("report."), std::string::npos);
}

TEST(WorkbookTest, TellsHowFarItIsAndLeavesNoFileWhenStopped) {
    const TempDir dir;
    const Table table{"t", "T", {"n"}, std::vector<std::vector<Cell>>(2500, {std::int64_t{1}})};
    std::vector<std::pair<std::int64_t, std::int64_t>> told;
    const auto note = [&](std::int64_t done, std::int64_t all) { told.emplace_back(done, all); };
    const std::vector<std::pair<std::int64_t, std::int64_t>> thousands{{0, 2500}, {1000, 2500}, {2000, 2500}};
    EXPECT_TRUE(writeWorkbook(dir / "all.xlsx", {table}, aPlan().zone, note).ok());
    EXPECT_EQ(told, thousands);
    told.clear();
    EXPECT_TRUE(writeCsvTable(dir / "all.csv", table, aPlan().zone, CsvCells::safeForSpreadsheets, note).ok());
    EXPECT_EQ(told, thousands);
    struct Stopped {};
    const auto stop = [](std::int64_t, std::int64_t) { throw Stopped{}; };
    EXPECT_THROW((void)writeWorkbook(dir / "none.xlsx", {table}, aPlan().zone, stop), Stopped);
    EXPECT_THROW((void)writeCsvTable(dir / "none.csv", table, aPlan().zone, CsvCells::asTheyAre, stop), Stopped);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(dir.path())) ++files;
    EXPECT_EQ(files, 2U);  // all.xlsx, all.csv
}

TEST(LogCsvTest, HasEveryScanInOrderAndSafeCells) {
    const AnEvent event(2);
    {
        EventStore store = event.open();
        const Door door = must(store.doorNamed("A", evening()));
        for (const std::string& text : {event.codes[1], event.codes[0], std::string("=HYPERLINK(1)")})
            must(store.admit(aScan(door, text)));
    }
    EventReader reader = event.read();
    std::ostringstream safe, raw;
    must(writeLogCsv(reader, aPlan().zone, CsvCells::safeForSpreadsheets, safe));
    must(writeLogCsv(reader, aPlan().zone, CsvCells::asTheyAre, raw));
    std::istringstream lines(safe.str());
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line,
              "at,door,direction,source,verdict,code,name,country,affiliation,volunteer,undoes,overrides,scan_id\r");
    std::getline(lines, line);
    EXPECT_TRUE(line.starts_with("2023-11-17T18:30:00.000+08:00,A,entry,")) << line;
    EXPECT_NE(line.find(",admitted," + event.codes[1] + ",Guest 2,TH,Second University,"), std::string::npos) << line;
    std::getline(lines, line);
    EXPECT_NE(line.find("Guest 1"), std::string::npos);
    std::getline(lines, line);
    EXPECT_NE(line.find(",\"'=HYPERLINK(1)\","), std::string::npos) << line;
    EXPECT_NE(raw.str().find(",=HYPERLINK(1),"), std::string::npos);
}

TEST(LogCsvTest, AStreamThatTakesNoMoreIsAnError) {
    const AnEvent event(0);
    EventReader reader = event.read();
    std::ostringstream full;
    full.setstate(std::ios::badbit);
    EXPECT_FALSE(writeLogCsv(reader, aPlan().zone, CsvCells::asTheyAre, full).ok());
}

Answer answered(Verdict verdict) {
    Answer answer;
    answer.verdict = verdict;
    answer.at = at("2023-11-17T19:04:12+08:00");
    answer.guest.emplace();
    answer.guest->name = "Noy P.";
    return answer;
}

TEST(AnswerTextTest, OfSeveralDoorsEachWillDo) {
    Answer wrong = answered(Verdict::wrongDoor);
    const auto next = [&](const char* doors, Lang lang) {
        wrong.admittingDoors = doors;
        return answerText(wrong, Zone(), lang).nextStep;
    };
    EXPECT_EQ(next("A", Lang::en), "Send the guest to Door A; the ticket stays good.");
    EXPECT_EQ(next("A, B", Lang::en), "Send the guest to Door A or Door B; the ticket stays good.");
    EXPECT_EQ(next("North, South, East", Lang::en), "Send the guest to North, South or East; the ticket stays good.");
    EXPECT_EQ(next("北门, 南门", Lang::zh), "请来宾前往北门或南门，门票仍然有效。");
    EXPECT_EQ(next("Door A, 南门", Lang::zh), "请来宾前往 Door A 或南门，门票仍然有效。");
    EXPECT_EQ(next("北门, 南门, 东门", Lang::zh), "请来宾前往北门、南门或东门，门票仍然有效。");
}

TEST(AnswerTextTest, OneLineReadsAsASentence) {
    Answer calm = answered(Verdict::alreadyIn);
    calm.calm = true;
    calm.first = Entry{calm.door.id, "Door B", calm.at};
    EXPECT_EQ(answerText(calm, Zone(), Lang::en).sentence, "You are in: Noy P., counted once, here, just now.");
    Answer left = answered(Verdict::notInside);
    left.left = Entry{left.door.id, "Door B", left.at - std::chrono::minutes(14)};
    EXPECT_EQ(answerText(left, Zone(), Lang::en).sentence, "Has left: Noy P., 14 min ago, Door B, 10:50.");
    left.calm = true;
    EXPECT_EQ(answerText(left, Zone(), Lang::en).sentence,
              "You have left: Noy P., exit recorded once, here, 14 min ago.");
    left.left.reset();
    left.calm = false;
    EXPECT_NE(answerText(left, Zone(), Lang::en).sentence.find("no entry is recorded"), std::string::npos);
    Answer again = answered(Verdict::alreadyIn);
    again.first = Entry{DoorId{2}, "Door B", again.at - std::chrono::hours(30)};
    EXPECT_EQ(answerText(again, Zone(), Lang::en).sentence.find("door B"), std::string::npos);
}

}  // namespace
}  // namespace turnout::test
