// turnout close, forget and show: names go from the bytes of the file, numbers stay.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/event_builder.h"
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

TEST(CloseCommandTest, AClosedEventTakesNobodyInAndEveryVerbSaysSo) {
    const Evening evening = anEvening();
    const std::string code = evening.code(0);
    ASSERT_EQ(evening.run({"scan", code, "--door", "Gate"}).code, 0);
    ASSERT_EQ(evening.run({"close", "--yes"}).code, 0);
    const Json before = numbersOf(evening);
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"import", evening.path("roster.csv")},
                                               {"tickets", "--out", evening.path("again")},
                                               {"undo", "--door", "Gate", "--reason", "wrong person"},
                                               {"reissue", "closed-1", "--reason", "lost"},
                                               {"rehearse", "on"},
                                               {"scan", code, "--door", "Another"}}) {
        const Ran ran = evening.run(words);
        EXPECT_EQ(ran.code, 1) << words[0];
        EXPECT_NE(ran.err.find("event.turnout is closed"), std::string::npos) << words[0] << ": " << ran.err;
    }
    const Ran scan = evening.run({"scan", code, "--door", "Gate"});
    EXPECT_EQ(scan.code, 1);
    EXPECT_TRUE(scan.out.starts_with("not_recorded\t")) << scan.out;
    EXPECT_NE(scan.err.find("event.turnout is closed"), std::string::npos) << scan.err;
    EXPECT_EQ(numbersOf(evening), before);
    EXPECT_EQ(readFile(evening.event).find("Aarati"), std::string::npos);
}

TEST(CloseCommandTest, AsksFirstAndIsRefusedWhileTheFileIsOpenElsewhere) {
    const Evening evening = anEvening();
    const Ran ran = evening.run({"close"}, "no\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.out.find("deletes for good"), std::string::npos) << ran.out;
    EXPECT_NE(readFile(evening.event).find("Aarati"), std::string::npos);
    {
        Process door({TURNOUT_BIN_DIR "/turnout", "scan", evening.event, "-", "--door", "Gate"});
        door.write("nothing\n");
        ASSERT_TRUE(door.line());
        const Ran refused = evening.run({"close"}, "event.turnout\n");
        EXPECT_EQ(refused.code, 1);
        EXPECT_NE(refused.err.find("event.turnout"), std::string::npos) << refused.err;
        EXPECT_NE(readFile(evening.event).find("Aarati"), std::string::npos);
        door.closeInput();
        EXPECT_EQ(door.wait(), 0);
    }
    EXPECT_EQ(evening.run({"close"}, "event.turnout\n").code, 0);
    EXPECT_EQ(readFile(evening.event).find("Aarati"), std::string::npos);
}

// Every name, number, address and code of a list in many scripts, in the event file and whatever SQLite leaves beside
// it.
TEST(CloseCommandTest, OfALongListNothingIsLeftAnywhere) {
    const std::vector<std::string> names{"Şükran Öz", "Đặng Thị", "Ólafur", "Nguyễn", "Zoë"},
        own{"李小明", "محمد علي", "ສົມພອນ", "Нурлан", "दीपक"};
    std::string list = "id,name,native_name,screen_name,country,affiliation,seat,note,email,on_screen\n", codes;
    std::vector<std::string> secrets;
    for (std::size_t n = 0; n < 400; ++n) {
        const std::string number = std::to_string(10000 + n);
        const std::vector<std::string> texts{
            "ID" + number,   names[n % 5] + number,           own[n % 5] + number, "Screen" + number, "Row" + number,
            "note" + number, "mail" + number + "@example.org"};
        secrets.insert(secrets.end(), texts.begin(), texts.end());
        list += texts[0] + "," + texts[1] + "," + texts[2] + "," + texts[3] + ",LA,North College," + texts[4] + "," +
                texts[5] + "," + texts[6] + ",yes\n";
    }
    const Evening evening(
        "[event]\nname_en = \"Meeting\"\nstarts = 2024-01-20T10:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n", list);
    for (const auto& row : evening.tickets()) {
        secrets.push_back(row[0]);
        codes += row[0] + "\n" + (row[0].back() == '7' ? row[0] + "\nwords of " + row[0] + "\n" : "");
    }
    ASSERT_EQ(evening.run({"scan", "-", "--door", "Gate"}, codes).code, 0);
    writeFile(evening.dir / "again.csv", list.substr(0, list.size() / 2) + "\n");  // some change, some stay
    evening.run({"import", evening.path("again.csv"), "--skip-bad"});
    ASSERT_EQ(evening.run({"reissue", secrets[7 * 400], "--reason", "lost by " + secrets[1]}).code, 0);
    ASSERT_EQ(evening.run({"copy", evening.path("door.turnout")}).code, 0);
    const Json before = numbersOf(evening);
    const Ran ran = evening.run({"close", "--yes"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    for (const char* end : {"", "-wal", "-shm", "-gate", "-journal"}) {
        const std::filesystem::path file = evening.event + end;
        if (!std::filesystem::exists(file)) continue;
        const std::string bytes = readFile(file);
        for (const std::string& secret : secrets) EXPECT_EQ(bytes.find(secret), std::string::npos) << end << secret;
    }
    // What else holds them is named: the door's copy, the tickets, the lists.
    for (const char* left : {"door.turnout", "tickets", "roster.csv", "again.csv"})
        EXPECT_NE(ran.out.find("  " + evening.path(left)), std::string::npos) << left << "\n" << ran.out;
    EXPECT_EQ(numbersOf(evening)["arrived"], before["arrived"]);
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

TEST(ShowCommandTest, TellsEverythingThatIsHeldAboutOnePerson) {
    const Evening evening(
        "[event]\nname_en = \"Meeting\"\nstarts = 2024-01-20T10:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n",
        "id,name,country,on_screen,ticket_code\n7,Aarati Adhikari,NP,yes,2023110042\n");
    {
        EventStore store = must(EventStore::open(evening.event));
        const Door door = must(store.doorNamed("Gate", turnout::test::evening()));
        Scan scan = newScan(door, Direction::entry, Source::typed, "2023110042", turnout::test::evening());
        scan.volunteer = "Al the usher";
        must(store.admit(scan));
        must(store.remark(scan.id, Remark::anotherPerson, "Bo the usher", turnout::test::evening()));
        must(store.checkNames({AttendeeId{1}}, true, turnout::test::evening()));
        must(store.hideFromScreen(AttendeeId{1}));
    }
    ASSERT_EQ(evening.run({"undo", "--door", "Gate", "--reason", "a mistake"}).code, 0);
    ASSERT_EQ(evening.run({"reissue", "2023110042", "--reason", "phone broken"}).code, 0);
    const std::string held = evening.run({"show", "7"}).out;
    for (const char* told :
         {"on_screen: yes\n", "name_checked: yes\n", "hidden: yes\n", "added: 2", "changed: 2", "ticket: 2023110042\n",
          "  issued: 2", "  revoked: 2", "  reason: phone broken\n", "scans: 2\n", "  Gate  entry  admitted\n",
          "    source: typed\n", "    volunteer: Al the usher\n", " another_person Bo the usher\n",
          "  Gate  entry  undone\n", "    reason: a mistake\n"})
        EXPECT_NE(held.find(told), std::string::npos) << told << "\n" << held;
    writeFile(evening.dir / "gone.csv", "id,name,country,status\n7,Aarati Adhikari,NP,cancelled\n");
    ASSERT_EQ(evening.run({"import", evening.path("gone.csv")}).code, 0);
    const std::string cancelled = evening.run({"show", "7"}).out;
    EXPECT_NE(cancelled.find("cancelled: 2"), std::string::npos) << cancelled;
}

TEST(ForgetCommandTest, OnePersonIsGoneAndTheOthersStay) {
    const Evening evening = anEvening();
    ASSERT_EQ(evening.run({"scan", evening.code(0), "--door", "Gate"}).code, 0);
    const Json before = numbersOf(evening);
    const std::string held = evening.run({"show", "S-12345"}).out;
    for (const char* told : {"name: Aarati Adhikari", "email: aarati@example.org", "note: needs a ramp",
                             "ticket: ", "scans: 1\n", "  Gate  entry  admitted\n"})
        EXPECT_NE(held.find(told), std::string::npos) << told << "\n" << held;
    ASSERT_EQ(evening.run({"forget", "Aarati Adhikari"}).code, 0);
    EXPECT_EQ(evening.run({"show", "S-12345"}).code, 1);
    EXPECT_EQ(readFile(evening.event).find("Aarati"), std::string::npos);
    EXPECT_NE(readFile(evening.event).find("Bolormaa"), std::string::npos);
    EXPECT_EQ(numbersOf(evening), before);
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

// The ticket is a student number; what was read of it stands in the log, in a copy and in what was read too early.
TEST(ForgetCommandTest, AForeignCodeGoesFromTheLogAndTheBytesAndTheChainVerifies) {
    const Evening evening(
        "[event]\nname_en = \"Meeting\"\nstarts = 2024-01-20T10:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n",
        "id,name,country\n7,Somebody Else,LA\n");
    const std::string list =
        "id,name,country,affiliation,note,ticket_code\nS-12345,Aarati Adhikari,NP,North College,a ramp,2023110042\n"
        "S-22345,Bolor Dorj,MN,North College,,2023110043\n";
    ASSERT_EQ(evening.run({"scan", "2023110042", "--door", "Gate"}).code, 0);  // before the list came
    writeFile(evening.dir / "list.csv", list);
    ASSERT_EQ(evening.run({"import", evening.path("list.csv")}).code, 0);
    ASSERT_EQ(evening.run({"scan", "2023110043", "2023110042", "2023110042", "--door", "Gate"}).code, 0);
    ASSERT_EQ(evening.run({"undo", "--door", "Gate", "--reason", "Aarati left again"}).code, 0);
    ASSERT_EQ(evening.run({"scan", "2023110042", "--door", "Gate"}).code, 0);
    const Json before = numbersOf(evening);

    const Ran ran = evening.run({"forget", "2023110042"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const std::string bytes = readFile(evening.event);
    for (const char* gone : {"2023110042", "Aarati", "S-12345", "a ramp"})
        EXPECT_EQ(bytes.find(gone), std::string::npos) << gone;
    EXPECT_NE(bytes.find("2023110043"), std::string::npos);
    EXPECT_EQ(evening.run({"log"}).out.find("2023110042"), std::string::npos);
    EXPECT_EQ(numbersOf(evening), before);
    EXPECT_EQ(evening.run({"verify"}).code, 0) << evening.run({"verify"}).out;
    EXPECT_EQ(evening.run({"scan", "2023110042", "--door", "Gate"}).out.substr(0, 12), "not_a_ticket");
}

TEST(ForgetCommandTest, ImportedAgainTheyAreRegisteredOnceAndTheBlankRowGetsNoTicket) {
    const Evening evening = anEvening();
    ASSERT_EQ(evening.run({"scan", evening.code(0), "--door", "Gate"}).code, 0);
    ASSERT_EQ(evening.run({"forget", "Aarati Adhikari"}).code, 0);
    const Json before = numbersOf(evening);
    EXPECT_EQ(evening.tickets().size(), 2U);
    const Ran again = evening.run({"import", evening.path("roster.csv")});
    ASSERT_EQ(again.code, 0) << again.err;
    EXPECT_EQ(numbersOf(evening)["registered"], before["registered"]);
    EXPECT_EQ(numbersOf(evening)["by_country"], before["by_country"]);
    EXPECT_EQ(evening.tickets().size(), 3U);
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

TEST(ForgetCommandTest, ACopyThatStillKnowsThemNamesNobodyWhenItIsMerged) {
    const Evening evening = anEvening();
    const std::string first = evening.code(0), second = evening.code(1);
    ASSERT_EQ(evening.run({"scan", first, "--door", "Gate"}).code, 0);
    const std::string laptop = evening.path("laptop.turnout");
    ASSERT_EQ(evening.run({"copy", laptop}).code, 0);
    ASSERT_EQ(turnoutRun({"scan", laptop, first, second, "--door", "Left"}).code, 0);
    ASSERT_EQ(evening.run({"merge", laptop}).code, 0);
    ASSERT_EQ(evening.run({"forget", "Aarati Adhikari"}).code, 0);
    ASSERT_EQ(turnoutRun({"scan", laptop, "words", first, "--door", "Left", "--exit"}).code, 0);
    for (int time = 0; time < 2; ++time) {
        const Ran merged = evening.run({"merge", laptop});
        ASSERT_EQ(merged.code, 0) << merged.err;
        EXPECT_EQ(evening.run({"show", "Aarati Adhikari"}).code, 1);
        EXPECT_EQ(readFile(evening.event).find("Aarati"), std::string::npos);
        EXPECT_EQ(readFile(evening.event).find(first), std::string::npos);
        EXPECT_EQ(evening.run({"verify"}).code, 0) << evening.run({"verify"}).out;
        EXPECT_EQ(numbersOf(evening)["registered"], 3);
        EXPECT_EQ(numbersOf(evening)["arrived"], 2);
        EXPECT_EQ(numbersOf(evening)["inside"], 1);
    }
    // And the other way: the copy forgets too.
    const Ran back = turnoutRun({"merge", laptop, evening.event});
    ASSERT_EQ(back.code, 0) << back.err;
    EXPECT_EQ(turnoutRun({"show", laptop, "Aarati Adhikari"}).code, 1);
    EXPECT_EQ(turnoutRun({"verify", laptop}).code, 0) << turnoutRun({"verify", laptop}).out;
}

}  // namespace
}  // namespace turnout::test
