#include "common/store/signing.h"

#include <gtest/gtest.h>

#include <array>

#include "common/domain/ticket_code.h"
#include "tests/support/event_builder.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;

struct Signed : testing::Test {
    AnEvent event{3};
    EventStore store = event.open();
    fs::path keys = event.dir().path() / "data/keys";
    Door door = must(store.doorNamed("A", evening()));

    Verdict verdictOf(const std::string& text) { return must(store.admit(aScan(door, text))).verdict; }
    std::string strangersCode() const {  // well-formed, of this event, on no list
        std::array<std::uint8_t, 10> bytes{};
        return makeTicketCode(event.codes[0].substr(0, 4), bytes);
    }
};

TEST_F(Signed, ATicketOfAGuestOnTheListAdmitsOnceInEitherForm) {
    const TicketSigner signer = must(TicketSigner::of(store, keys));
    const std::string text = signer.sign({event.codes[0], 0, 1});
    EXPECT_EQ(verdictOf(text), Verdict::admitted);
    EXPECT_EQ(verdictOf(event.codes[0]), Verdict::alreadyIn);
    EXPECT_EQ(verdictOf(text), Verdict::alreadyIn);
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(Signed, ATicketNewerThanTheListIsGenuineAndAForgedOneIsNoTicket) {
    const TicketSigner signer = must(TicketSigner::of(store, keys));
    const std::string text = signer.sign({strangersCode(), 30000, 1});
    EXPECT_EQ(verdictOf(text), Verdict::genuineUnlisted);
    std::string forged = text;
    forged[40] = forged[40] == 'A' ? 'B' : 'A';
    EXPECT_EQ(verdictOf(forged), Verdict::notATicket);
    EXPECT_EQ(verdictOf(signer.sign({strangersCode(), 19000, 1})), Verdict::unknown);  // its days are over
    const AnEvent other(1);
    const std::string foreign = signer.sign({other.codes[0], 0, 1});
    EXPECT_EQ(verdictOf(foreign), other.codes[0].substr(0, 4) == event.codes[0].substr(0, 4) ? Verdict::genuineUnlisted
                                                                                             : Verdict::otherEvent);
}

TEST_F(Signed, TheHolderOfAGenuineTicketOnNoListIsLetInOnceByTheVolunteer) {
    const TicketSigner signer = must(TicketSigner::of(store, keys));
    Scan first = aScan(door, signer.sign({strangersCode(), 30000, 1}));
    ASSERT_EQ(must(store.admit(first)).verdict, Verdict::genuineUnlisted);
    Scan letIn = aScan(door, first.text);
    letIn.overrides = first.id;
    EXPECT_EQ(must(store.admit(letIn)).verdict, Verdict::genuineUnlisted) << "not without a reason";
    letIn = aScan(door, first.text);
    letIn.overrides = first.id;
    letIn.reason = "signed for this event";
    const Answer answer = must(store.admit(letIn));
    EXPECT_EQ(answer.verdict, Verdict::admitted);
    ASSERT_TRUE(answer.guest);
    EXPECT_EQ(answer.guest->country.str(), "ZZ");
    EXPECT_EQ(verdictOf(first.text), Verdict::alreadyIn);
    EXPECT_EQ(verdictOf(strangersCode()), Verdict::alreadyIn);
    EXPECT_EQ(must(event.read().totals()).guests.arrived, 1);
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(Signed, NobodyIsLetInForAnotherScanOrWhereTheEventForbidsIt) {
    const TicketSigner signer = must(TicketSigner::of(store, keys));
    Scan first = aScan(door, signer.sign({strangersCode(), 30000, 1}));
    ASSERT_EQ(must(store.admit(first)).verdict, Verdict::genuineUnlisted);
    const Scan other = aScan(door, event.codes[0]);
    ASSERT_EQ(must(store.admit(other)).verdict, Verdict::admitted);
    const auto letIn = [&](const ScanId& named) {
        Scan scan = aScan(door, first.text);
        scan.overrides = named;
        scan.reason = "signed for this event";
        return must(store.admit(scan)).verdict;
    };
    EXPECT_EQ(letIn(other.id), Verdict::genuineUnlisted);
    must(store.setSetting("overrides", "nobody"));
    EXPECT_EQ(letIn(first.id), Verdict::genuineUnlisted);
}

TEST_F(Signed, ThePrivateKeyStaysInTheFolderForItsOwnerAlone) {
    must(TicketSigner::of(store, keys));
    int files = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(keys)) {
        ++files;
        EXPECT_EQ(entry.status().permissions() & fs::perms::all, fs::perms(0600));
        const std::string secret = readFile(entry.path());
        EXPECT_EQ(readFile(event.path()).find(secret.substr(0, 32)), std::string::npos);
        EXPECT_EQ(readFile(event.wal()).find(secret.substr(0, 32)), std::string::npos);
    }
    EXPECT_EQ(files, 1);
    EXPECT_EQ(fs::status(keys).permissions() & fs::perms::all, fs::perms(0700));
    must(TicketSigner::of(store, keys));  // the same key again
    fs::remove_all(keys);
    EXPECT_FALSE(TicketSigner::of(store, keys).ok());
}

}  // namespace
}  // namespace turnout::test
