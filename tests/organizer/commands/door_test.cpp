// scan, undo, revoke and reissue: a door at the command line.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <istream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/domain/ticket_code.h"
#include "organizer/commands/run.h"
#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"
#include "tests/support/raw_sqlite.h"

namespace turnout::test {
namespace {

using Json = nlohmann::json;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::vector<std::string> verdicts(const std::string& out) {
    std::vector<std::string> words;
    for (const std::string& line : splitLines(out)) words.push_back(splitFields(line).at(0));
    return words;
}

TEST(ScanCommandTest, AnswersEachCodeWithVerdictCodeAndSentence) {
    const Evening evening;
    const std::string code = evening.code(0);
    const Ran ran = evening.run({"scan", code, code, "https://example.org", "--door", "A"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err, "");
    const auto lines = splitLines(ran.out);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(verdicts(ran.out), (std::vector<std::string>{"admitted", "already_in", "not_a_ticket"}));
    EXPECT_EQ(splitFields(lines[0]).at(1), code);
    EXPECT_NE(splitFields(lines[0]).at(2).find("Noy P"), std::string::npos);
    for (const std::string& line : lines) EXPECT_EQ(splitFields(line).size(), 3U);
}

TEST(ScanCommandTest, TheVerdictIsNeverTranslated) {
    const Evening evening;
    const Ran ran = evening.run({"scan", evening.code(0), "--door", "A", "--lang", "zh"});
    EXPECT_TRUE(ran.out.starts_with("admitted\t")) << ran.out;
    EXPECT_NE(ran.out.find("欢迎"), std::string::npos) << ran.out;
}

TEST(ScanCommandTest, ACodeMayBeTypedInGroupsAndSmallLetters) {
    const Evening evening;
    const std::string code = evening.code(1);
    const Ran ran = evening.run({"scan", lower(groupedCode(code)), "--door", "A"});
    EXPECT_TRUE(ran.out.starts_with("admitted\t" + code + "\t")) << ran.out;
    EXPECT_EQ(evening.run({"revoke", lower(groupedCode(code)), "--reason", "typed"}).code, 0);
}

TEST(ScanCommandTest, AMinusReadsLinesAndAnswersEachBeforeTheNextIsRead) {
    const Evening evening;
    const auto rows = evening.tickets();
    std::ostringstream out, err;
    std::vector<std::string> seen;  // what was out when the next line was asked for
    class Lines : public std::streambuf {
      public:
        Lines(std::vector<std::string> lines, std::function<void()> asked)
            : lines_(std::move(lines)), asked_(std::move(asked)) {}
        int_type underflow() override {
            asked_();
            if (next_ == lines_.size()) return traits_type::eof();
            std::string& line = lines_[next_++];
            setg(line.data(), line.data(), line.data() + line.size());
            return traits_type::to_int_type(line[0]);
        }

      private:
        std::vector<std::string> lines_;
        std::function<void()> asked_;
        std::size_t next_ = 0;
    } lines({rows[0][0] + "\r\n", "\n", rows[1][0] + "\n", rows[0][0]}, [&] { seen.push_back(out.str()); });
    std::istream in(&lines);
    const std::vector<const char*> argv{"turnout", "scan", evening.event.c_str(), "-", "--door", "A", "--lang", "en"};
    EXPECT_EQ(turnout::run(static_cast<int>(argv.size()), argv.data(), in, out, err), 0);
    EXPECT_EQ(verdicts(out.str()), (std::vector<std::string>{"admitted", "admitted", "already_in"}));
    ASSERT_EQ(seen.size(), 5U);
    EXPECT_EQ(splitLines(seen[1]).size(), 1U);
    EXPECT_EQ(splitLines(seen[3]).size(), 2U);
}

TEST(ScanCommandTest, JsonIsAnArrayInOrderAndAnObjectALineFromStdin) {
    const Evening evening;
    const std::string code = evening.code(0);
    const Json array = Json::parse(evening.run({"scan", code, code, "x", "--door", "a", "--json"}).out);
    ASSERT_EQ(array.size(), 3U);
    const Json& first = array[0];
    EXPECT_EQ(first.size(), 8U);
    EXPECT_EQ(first["code"], code);
    EXPECT_EQ(first["verdict"], "admitted");
    EXPECT_EQ(first["name"], "Noy P");
    EXPECT_EQ(first["country"], "LA");
    EXPECT_EQ(first["door"], "A");  // found without regard to case
    EXPECT_TRUE(first["at"].get<std::string>().ends_with("+08:00"));
    EXPECT_EQ(array[1]["verdict"], "already_in");
    EXPECT_EQ(array[1]["first_door"], "A");
    EXPECT_EQ(array[1]["first_at"], first["at"]);
    EXPECT_TRUE(array[2]["name"].is_null());

    const Ran lines = evening.run({"scan", "-", "--door", "B", "--json"}, code + "\nx\n");
    ASSERT_EQ(splitLines(lines.out).size(), 2U);
    EXPECT_EQ(Json::parse(splitLines(lines.out)[0])["verdict"], "already_in");
    EXPECT_EQ(Json::parse(splitLines(lines.out)[1])["verdict"], "not_a_ticket");
}

TEST(ScanCommandTest, ExitsAndReturns) {
    const Evening evening;
    const std::string code = evening.code(0);
    EXPECT_EQ(verdicts(evening.run({"scan", code, "--door", "A", "--exit"}).out)[0], "not_inside");
    EXPECT_EQ(verdicts(evening.run({"scan", code, "--door", "A"}).out)[0], "admitted");
    EXPECT_EQ(verdicts(evening.run({"scan", code, "--door", "A", "--exit"}).out)[0], "exited");
    EXPECT_EQ(verdicts(evening.run({"scan", code, "--door", "A"}).out)[0], "admitted");
}

TEST(ScanCommandTest, AStoreThatCannotCommitIsNotRecordedAndExitOne) {
    const Evening evening;
    const std::string code = evening.code(0);
    ASSERT_EQ(evening.run({"scan", "x", "--door", "A"}).code, 0);
    RawSqlite(evening.event)
        .exec("create trigger trouble before insert on scan begin select raise(abort, 'trouble'); end");
    const Ran plain = evening.run({"scan", lower(code), "--door", "A"});
    EXPECT_EQ(plain.code, 1);
    EXPECT_TRUE(plain.out.starts_with("not_recorded\t" + code + "\t")) << plain.out;
    EXPECT_NE(plain.err, "");
    const Ran json = evening.run({"scan", "-", code, "--door", "A", "--json"}, code + "\n");
    EXPECT_EQ(json.code, 1);
    ASSERT_EQ(splitLines(json.out).size(), 2U);
    EXPECT_EQ(Json::parse(splitLines(json.out)[1])["verdict"], "not_recorded");
    RawSqlite(evening.event).exec("drop trigger trouble");
    EXPECT_EQ(verdicts(evening.run({"scan", code, "--door", "A"}).out)[0], "admitted");
}

TEST(ScanCommandTest, AnUnknownDoorIsMadeUnlessTheEventIsStrict) {
    const Evening evening;
    EXPECT_EQ(evening.run({"scan", evening.code(0), "--door", "Side"}).code, 0);
    const Evening strict(
        "[event]\nname_en = \"E\"\nstarts = 2023-11-17T19:00:00+08:00\ntimezone = \"Asia/Shanghai\"\nstrict_doors = "
        "true\n"
        "[[door]]\nname = \"Main\"\n",
        "name,country\nGuest,LA\n");
    const Ran ran = strict.run({"scan", strict.code(0), "--door", "Side"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("Main"), std::string::npos) << ran.err;
    EXPECT_EQ(strict.run({"scan", strict.code(0), "--door", "main"}).code, 0);
}

TEST(UndoCommandTest, TakesTheLastAdmissionBackOnce) {
    const Evening evening;
    const std::string code = evening.code(0);
    EXPECT_EQ(evening.run({"undo", "--door", "A", "--reason", "r"}).code, 1);
    ASSERT_EQ(evening.run({"scan", code, "--door", "A"}).code, 0);
    const Ran undone = evening.run({"undo", "--door", "A", "--reason", "wrong person"});
    EXPECT_EQ(undone.code, 0) << undone.err;
    EXPECT_TRUE(undone.out.starts_with("undone\t" + code + "\t")) << undone.out;
    EXPECT_NE(undone.out.find("wrong person"), std::string::npos) << undone.out;
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"arrived\": 0"), std::string::npos);
    EXPECT_EQ(verdicts(evening.run({"scan", code, "--door", "A"}).out)[0], "admitted");
}

TEST(ReissueCommandTest, PrintsTheNewCodeAloneAndTheOldOneIsRefused) {
    const Evening evening;
    const std::string old = evening.code(2);
    const Ran ran = evening.run({"reissue", old, "--reason", "lost"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    ASSERT_EQ(splitLines(ran.out).size(), 1U);
    const std::string fresh = splitLines(ran.out)[0];
    EXPECT_EQ(parseTicketCode(fresh).shape, CodeShape::ours);
    EXPECT_NE(fresh, old);
    EXPECT_EQ(verdicts(evening.run({"scan", old, fresh, "--door", "A"}).out),
              (std::vector<std::string>{"revoked", "admitted"}));
}

TEST(RevokeCommandTest, RefusesUnknownAndCancelledTickets) {
    const Evening evening;
    const std::string code = evening.code(0);
    EXPECT_EQ(evening.run({"revoke", "ABCD0123456789ABCDEV", "--reason", "r"}).code, 1);
    EXPECT_EQ(evening.run({"revoke", code, "--reason", "r"}).code, 0);
    EXPECT_EQ(evening.run({"revoke", code, "--reason", "r"}).code, 1);
    EXPECT_EQ(verdicts(evening.run({"scan", code, "--door", "A"}).out)[0], "revoked");
}

}  // namespace
}  // namespace turnout::test
