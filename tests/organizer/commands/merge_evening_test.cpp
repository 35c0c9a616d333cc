// Everything that can happen at two doors that cannot reach each other, united through the real command in every order:
// the same people, the same numbers, the same log.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "common/domain/ticket_code.h"
#include "common/store/signing.h"
#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/event_builder.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

EventPlan planWithWalkIns() {
    EventPlan plan = aPlan();
    plan.walkIns = true;
    return plan;
}

class TwoDoors : public testing::Test {
  protected:
    TwoDoors() {
        EventStore office = event_.open();
        const TicketSigner signer = must(TicketSigner::of(office, event_.dir().path() / "keys"));
        for (const char* name : {"one", "two"}) must(office.copyTo(file(name), evening()));
        // Invited after the copies were made; the ticket proves itself.
        must(office.merge({aGuest(7)}, {}, evening()));
        late_ = signer.sign({must(office.issueTickets(evening())).back().code, 0, 1});

        EventStore one = must(EventStore::open(file("one"))), two = must(EventStore::open(file("two")));
        const Door a = must(one.doorNamed("A", evening())), b = must(two.doorNamed("B", evening()));
        // In at both: a double.
        admit(one, a, event_.codes[0], 1, Verdict::admitted);
        admit(two, b, event_.codes[0], 9, Verdict::admitted);
        // Reissued at the first; the second still takes the old paper.
        const std::string fresh = must(one.reissue(event_.codes[1], "lost", evening())).code;
        admit(one, a, event_.codes[1], 2, Verdict::revoked);
        admit(one, a, fresh, 3, Verdict::admitted);
        admit(two, b, event_.codes[1], 4, Verdict::admitted);
        // Taken back at the first, in at the second: no double.
        admit(one, a, event_.codes[2], 5, Verdict::admitted);
        must(one.undoLast(a.id, "slip", "", later(6)));
        admit(two, b, event_.codes[2], 7, Verdict::admitted);
        // Out at the first, in at the second afterwards: no double either.
        admit(one, a, event_.codes[3], 8, Verdict::admitted);
        must(one.admit(aScan(a, event_.codes[3], later(10), Direction::exit)));
        admit(two, b, event_.codes[3], 20, Verdict::admitted);
        // Two people of one name, one at each; and one alone.
        walkIn(one, a, "Ana", "PT", 11);
        walkIn(two, b, "Ana", "PT", 11);
        walkIn(two, b, "Bo", "LA", 12);
        letInBySignature(one, a, 13);
        admit(two, b, "nonsense", 14, Verdict::notATicket);
    }

    std::string file(const std::string& name) const { return (event_.dir() / (name + ".turnout")).string(); }
    static TimePoint later(int minutes) { return evening() + std::chrono::minutes(minutes); }

    void admit(EventStore& store, const Door& door, const std::string& code, int minute, Verdict expected) const {
        EXPECT_EQ(must(store.admit(aScan(door, code, later(minute)))).verdict, expected) << code;
    }
    void walkIn(EventStore& store, const Door& door, const std::string& name, const char* from, int minute) const {
        Scan scan = aScan(door, "", later(minute));
        scan.source = Source::walkIn;
        scan.walkIn = WalkIn{name, "", country(from), "First University", false};
        EXPECT_EQ(must(store.admit(scan)).verdict, Verdict::admitted);
    }
    void letInBySignature(EventStore& store, const Door& door, int minute) const {
        const Scan first = aScan(door, late_, later(minute));
        ASSERT_EQ(must(store.admit(first)).verdict, Verdict::genuineUnlisted);
        Scan letIn = aScan(door, late_, later(minute));
        letIn.overrides = first.id;
        letIn.reason = "signed for this event";
        ASSERT_EQ(must(store.admit(letIn)).verdict, Verdict::admitted);
    }

    // `into` of copies of the three files, the others merged in this order; answers what the command said last.
    std::string united(const std::string& name, const std::string& into, const std::vector<std::string>& others) const {
        const fs::path folder = event_.dir() / name;
        fs::create_directory(folder);
        for (const std::string door : {"event", "one", "two"}) {
            const fs::path from = door == "event" ? event_.path() : fs::path(file(door));
            EXPECT_FALSE(fs::exists(from.string() + "-wal") && fs::file_size(from.string() + "-wal") > 0);
            fs::copy_file(from, folder / (door + ".turnout"));
        }
        std::vector<std::string> words{"merge", (folder / (into + ".turnout")).string()};
        for (const std::string& other : others) words.push_back((folder / (other + ".turnout")).string());
        const Ran ran = turnoutRun(words);
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_EQ(findings(words[1]), "") << name;
        return ran.out;
    }
    std::string in(const std::string& name, const std::string& door) const {
        return (event_.dir() / name / (door + ".turnout")).string();
    }

    static Json numbers(const std::string& event) {
        Json report = Json::parse(turnoutRun({"report", event, "--json"}).out);
        for (const char* list : {"by_door", "by_affiliation", "by_country"})
            std::sort(report[list].begin(), report[list].end(),
                      [](const Json& a, const Json& b) { return a.dump() < b.dump(); });
        for (Json& one : report["by_affiliation"]) one.erase("id");
        report.erase("as_of");
        return report;
    }
    static std::set<std::string> log(const std::string& event) {
        std::set<std::string> rows;
        for (const std::string& row : splitLines(turnoutRun({"log", event}).out)) rows.insert(row);
        return rows;
    }
    // Without "FILE: n scans ... were new".
    static std::string summary(const std::string& said) {
        std::string rest;
        for (const std::string& line : splitLines(said))
            if (line.find(".turnout: ") == std::string::npos) rest += line + "\n";
        return rest;
    }

    AnEvent event_{guests(6), planWithWalkIns()};
    std::string late_;
};

TEST_F(TwoDoors, BecomeOneEveningThatTellsEverything) {
    const std::string said = united("u", "event", {"one", "two"});
    const std::string event = in("u", "event");
    // Both doubles with both doors and both times.
    EXPECT_NE(said.find("Guest 1: 2023-11-17 18:31:00 at A, again 2023-11-17 18:39:00 at B"), std::string::npos)
        << said;
    EXPECT_NE(said.find("Guest 2: 2023-11-17 18:33:00 at A, again 2023-11-17 18:34:00 at B"), std::string::npos)
        << said;
    EXPECT_EQ(said.find("Guest 3:"), std::string::npos) << said;
    EXPECT_EQ(said.find("Guest 4:"), std::string::npos) << said;
    EXPECT_NE(said.find("Now 8 of 7 have come; 2 were admitted twice."), std::string::npos) << said;
    const Json report = numbers(event);
    EXPECT_EQ(report["registered"], 7);
    EXPECT_EQ(report["walk_ins"], 3);
    EXPECT_EQ(report["arrived"], 8);  // guests 1, 2, 3, 4 and 7, two named Ana, and Bo
    EXPECT_EQ(report["inside"], 8);
    EXPECT_EQ(report["refusals"], (Json{{"revoked", 1}, {"genuine_unlisted", 1}, {"not_a_ticket", 1}}));
    // Whoever was let in by signature has a name now, and a university that counts them.
    const std::string rows = turnoutRun({"log", event, "--person", "Guest 7"}).out;
    EXPECT_NE(rows.find("admitted"), std::string::npos) << rows;
    EXPECT_EQ(log(event).size(), 1U + 17U);
    // The old paper admits nowhere any more.
    EXPECT_TRUE(turnoutRun({"scan", event, event_.codes[1], "--door", "A"}).out.starts_with("revoked"));
}

TEST_F(TwoDoors, GiveTheSameInEveryOrderIntoEveryFileAndAgain) {
    const std::string said = united("first", "event", {"one", "two"});
    const Json expected = numbers(in("first", "event"));
    const auto rows = log(in("first", "event"));
    int n = 0;
    for (const auto& [into, others] :
         std::vector<std::pair<std::string, std::vector<std::string>>>{{"event", {"two", "one"}},
                                                                       {"event", {"two", "one", "two", "one"}},
                                                                       {"one", {"two", "event"}},
                                                                       {"one", {"event", "two"}},
                                                                       {"two", {"one", "event"}},
                                                                       {"two", {"event", "one"}}}) {
        const std::string name = "order" + std::to_string(++n);
        EXPECT_EQ(summary(united(name, into, others)), summary(said)) << name;
        EXPECT_EQ(numbers(in(name, into)), expected) << name;
        EXPECT_EQ(log(in(name, into)), rows) << name;
    }
    // Again, and what was united elsewhere: nothing is new.
    const Ran again = turnoutRun({"merge", in("first", "event"), in("first", "one"), in("order1", "event")});
    EXPECT_NE(again.out.find("one.turnout: 0 scans and 0 guests were new"), std::string::npos) << again.out;
    EXPECT_NE(again.out.find("event.turnout: 0 scans and 0 guests were new"), std::string::npos) << again.out;
    EXPECT_EQ(summary(again.out), summary(said));
    EXPECT_EQ(numbers(in("first", "event")), expected);
    EXPECT_EQ(log(in("first", "event")), rows);
}

}  // namespace
}  // namespace turnout::test
