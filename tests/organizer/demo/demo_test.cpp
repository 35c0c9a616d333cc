#include "organizer/demo/demo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "common/domain/ticket_code.h"
#include "tests/support/event_builder.h"
#include "tests/support/process.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using test::must;

// Made once for all (each test is a process of its own, and a demo takes seconds): a small picture now and then is
// enough to ask what the files say of each other.
class Demo : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = new test::TempDir;
        DemoOptions options;
        options.width = 160, options.height = 96, options.framesPerSecond = 1;
        files_ = new DemoFiles(must(makeDemo(*dir_ / "demo", options, test::evening())));
    }
    static void TearDownTestSuite() {
        delete files_;
        delete dir_;
    }
    static std::set<std::string> validCodes() {
        std::set<std::string> codes;
        const auto lines = test::splitLines(test::readFile(files_->tickets / "tickets.csv"));
        for (std::size_t i = 1; i < lines.size(); ++i) codes.insert(lines[i].substr(0, lines[i].find(',')));
        return codes;
    }

    static void isAnEventThatCallsItselfOneWithNobodyInside();
    static void hasTheSameTicketsEveryTime();
    static void showsTheDoorWhatItsAnswersSay();
    static void isAnsweredByTheStoreAsItsAnswersSay();
    static void keepsItsSecretsToItsOwner();
    static void isNotMadeOverAnEarlierOneUnasked();
    static void isNotMadeOverOneThatIsOpen();

    static inline test::TempDir* dir_ = nullptr;
    static inline DemoFiles* files_ = nullptr;
};

void Demo::isAnEventThatCallsItselfOneWithNobodyInside() {
    auto reader = must(EventReader::open(files_->event));
    EXPECT_TRUE(must(reader.event()).demo);
    const Totals totals = must(reader.totals());
    EXPECT_EQ(totals.guests, (Numbers{520, 0}));
    EXPECT_EQ(totals.countries, (Numbers{56, 0}));
    ASSERT_EQ(totals.groups.size(), 1U);
    EXPECT_EQ(totals.groups[0].countries, (Numbers{52, 0}));
    EXPECT_EQ(totals.byAffiliation.size(), 9U);
    EXPECT_EQ(test::findings(files_->event), "");
}

void Demo::hasTheSameTicketsEveryTime() {
    const auto lines = test::splitLines(test::readFile(files_->tickets / "tickets.csv"));
    ASSERT_EQ(lines.size(), 520U);  // a header, and every ticket but the cancelled one
    EXPECT_EQ(lines[1].substr(0, kTicketCodeLength), "DEM0K6M7YVHEBCM4Y60Q");
}

void Demo::showsTheDoorWhatItsAnswersSay() {
    const auto answers = nlohmann::json::parse(test::readFile(files_->answers));
    const std::set<std::string> valid = validCodes();
    std::map<std::string, int> verdicts;
    std::map<std::string, double> admitted;
    double last = 0;
    for (const auto& answer : answers) {
        const std::string code = answer["code"], verdict = answer["verdict"];
        const double at = answer["shown_at_s"];
        EXPECT_GT(at, last);
        last = at;
        ++verdicts[verdict];
        EXPECT_EQ(valid.contains(code), verdict == "admitted" || verdict == "already_in") << code;
        if (verdict == "admitted") {
            EXPECT_TRUE(admitted.emplace(code, at).second) << code;
        }
        if (verdict == "already_in") {
            EXPECT_GT(at, admitted.at(code) + 15);
        }
        if (verdict == "revoked" || verdict == "other_event") {
            EXPECT_EQ(parseTicketCode(code).shape, CodeShape::ours);
        }
        if (verdict == "not_a_ticket") {
            EXPECT_EQ(parseTicketCode(code).shape, CodeShape::foreign);
        }
    }
    EXPECT_EQ(verdicts,
              (std::map<std::string, int>{
                  {"admitted", 64}, {"already_in", 1}, {"not_a_ticket", 1}, {"other_event", 1}, {"revoked", 1}}));
}

void Demo::isAnsweredByTheStoreAsItsAnswersSay() {
    const test::TempDir copy;
    fs::copy_file(files_->event, copy / "demo.turnout");
    auto store = must(EventStore::open(copy / "demo.turnout"));
    const Door door = must(store.doorNamed("A", test::evening()));
    for (const auto& answer : nlohmann::json::parse(test::readFile(files_->answers))) {
        const auto at = test::evening() + Millis(static_cast<std::int64_t>(1000 * double{answer["shown_at_s"]}));
        const Answer got = must(store.admit(test::aScan(door, answer["code"], at)));
        EXPECT_EQ(std::string(word(got.verdict)), std::string(answer["verdict"])) << answer["code"];
        EXPECT_EQ(got.code, std::string(answer["code"]));
        EXPECT_FALSE(got.calm);
    }
}

void Demo::keepsItsSecretsToItsOwner() {
    for (const fs::path& file : {files_->event, files_->roster, files_->video, files_->answers}) {
        EXPECT_EQ(fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none)
            << file;
        EXPECT_GT(fs::file_size(file), 0U);
    }
}

void Demo::isNotMadeOverAnEarlierOneUnasked() {
    const auto again = makeDemo(*dir_ / "demo", {}, test::evening());
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().fault, Fault::inUse);
    EXPECT_TRUE(fs::exists(files_->event));
}

void Demo::isNotMadeOverOneThatIsOpen() {
    const test::TempDir copy;
    fs::copy_file(files_->event, copy / "demo.turnout");
    auto store = must(EventStore::open(copy / "demo.turnout"));
    must(store.doorNamed("C", test::evening()));
    DemoOptions options;
    options.replace = true;
    const auto again = makeDemo(copy.path(), options, test::evening());
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().fault, Fault::inUse);
}

TEST_F(Demo, MakesFilesThatAgreeWithEachOther) {
    {
        SCOPED_TRACE("IsAnEventThatCallsItselfOneWithNobodyInside");
        isAnEventThatCallsItselfOneWithNobodyInside();
    }
    {
        SCOPED_TRACE("HasTheSameTicketsEveryTime");
        hasTheSameTicketsEveryTime();
    }
    {
        SCOPED_TRACE("ShowsTheDoorWhatItsAnswersSay");
        showsTheDoorWhatItsAnswersSay();
    }
    {
        SCOPED_TRACE("IsAnsweredByTheStoreAsItsAnswersSay");
        isAnsweredByTheStoreAsItsAnswersSay();
    }
    {
        SCOPED_TRACE("KeepsItsSecretsToItsOwner");
        keepsItsSecretsToItsOwner();
    }
    {
        SCOPED_TRACE("IsNotMadeOverAnEarlierOneUnasked");
        isNotMadeOverAnEarlierOneUnasked();
    }
    {
        SCOPED_TRACE("IsNotMadeOverOneThatIsOpen");
        isNotMadeOverOneThatIsOpen();
    }
}

TEST(DemoPlace, ARealEventIsNeverReplaced) {
    const test::TempDir dir;
    must(EventStore::create(dir / "demo.turnout", test::aPlan(), test::evening()));
    DemoOptions options;
    options.replace = true;
    const auto made = makeDemo(dir.path(), options, test::evening());
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().fault, Fault::notOurs);
    EXPECT_FALSE(must(must(EventReader::open(dir / "demo.turnout")).event()).demo);
}

}  // namespace
}  // namespace turnout
