#include "organizer/desk/app/list_review.h"

#include <gtest/gtest.h>

#include "organizer/demo/guest_list.h"
#include "tests/organizer/desk/app/desk_stand.h"

namespace turnout::desk {
namespace {

using test::must;

const std::string kDoubtful =
    "Name,Country,University,Student no.,On screen\n"
    "Kim Jiwoo,Korea,cqmu,1,yes\n"
    "Park Seojun,Korea,cqmu,2,no\n"
    "Mamadou B.,Gunea,cqmu,3,yes\n"
    ",Laos,cqmu,4,no\n"
    "Li Ming,China,cqmu,2.02311E+11,no\n"
    "Noy P.,Laos,cqmu,6,yes\n";

struct Review : testing::Test {
    DeskStand desk;
    ListAnswers answers;
    void SetUp() override { desk.openDemo(); }
    ListReview look() {
        auto store = must(EventStore::open(desk.event));
        return must(reviewList(answers, store, desk.session.event()->plan, desk.clock.now(), {}));
    }
    std::int64_t guests() const { return must(desk.read().sizes()).guests; }
};

TEST_F(Review, TheDemosDirtyListIsReadyAsItIs) {
    answers.file = desk.file("list.csv", demo::dirtyRosterCsv(demo::guestList()));
    const ListReview review = look();
    EXPECT_EQ(review.ready, 520);
    EXPECT_EQ(review.need, 0);
    EXPECT_EQ(review.countries, 56);
    EXPECT_EQ(review.inGroup, 52);
    EXPECT_EQ(review.added, 520);
    EXPECT_EQ(review.changes.size(), 520U);
    EXPECT_EQ(guests(), 0) << "nothing is written before the last button";
    auto store = must(EventStore::open(desk.event));
    EXPECT_TRUE(must(bringIn(answers, store, desk.session.event()->plan, desk.clock.now(), {})).written);
    EXPECT_EQ(guests(), 520);
    EXPECT_EQ(must(desk.read().totals()).countries.registered, 56);
    const ListReview again = look();
    EXPECT_EQ(again.unchanged, 520);
    EXPECT_EQ(again.added + again.changed, 0);
}

TEST_F(Review, AsksOnceForAllRowsSpelledAlike) {
    answers.file = desk.file("list.csv", kDoubtful);
    const ListReview review = look();
    EXPECT_EQ(review.need, 5);
    ASSERT_EQ(review.questions.size(), 4U);
    const ListQuestion& korea = review.questions[0];
    EXPECT_EQ(korea.lines, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(korea.guest, "Kim Jiwoo");
    EXPECT_EQ(korea.found, "Korea");
    ASSERT_EQ(korea.answers.size(), 3U);
    EXPECT_EQ(korea.answers[0].kind, AnswerKind::country);
    EXPECT_EQ(korea.answers[2].kind, AnswerKind::anyCountry);
    EXPECT_EQ(review.questions[2].what.key, "desk.review.no_name");
    EXPECT_EQ(review.questions[3].what.key, "desk.review.swallowed");
    bool amber = false;
    for (const ReviewColumn& column : review.columns)
        amber = amber || (column.doubtful && column.header == "Student no.");
    EXPECT_TRUE(amber);

    answers.countries.emplace_back("Korea", "KR");
    answers.countries.emplace_back("Gunea", "GN");
    answers.cells.push_back({5, 0, "Somsak"});
    answers.leftOut.insert(6);
    const ListReview settled = look();
    EXPECT_EQ(settled.need, 0);
    EXPECT_EQ(settled.ready, 5);
    EXPECT_EQ(settled.leftOut.size(), 1U);
    auto store = must(EventStore::open(desk.event));
    must(bringIn(answers, store, desk.session.event()->plan, desk.clock.now(), {}));
    EXPECT_EQ(guests(), 5);
    // The next list that says "Gunea" does not ask again.
    answers = {};
    answers.file = desk.file("next.csv", "Name,Country\nAissatou D.,Gunea\n");
    EXPECT_EQ(look().need, 0);
}

TEST_F(Review, AColumnThatIsNotUnderstoodIsToldAndMapped) {
    answers.file = desk.file("list.csv", "Wer,Woher\nAnna Schmidt,Germany\nJan Novak,Czechia\n");
    const ListReview review = look();
    ASSERT_TRUE(review.trouble.has_value());
    ASSERT_EQ(review.columns.size(), 2U);
    EXPECT_EQ(review.columns[0].header, "Wer");
    EXPECT_EQ(review.columns[0].sample, "Anna Schmidt");
    answers.map = {{review.columns[0].mapKey, "name"}, {review.columns[1].mapKey, "country"}};
    const ListReview mapped = look();
    EXPECT_FALSE(mapped.trouble.has_value());
    EXPECT_EQ(mapped.ready, 2);
    EXPECT_EQ(mapped.columns[1].field, "country");
}

TEST_F(Review, TheEncodingCanBeSaid) {
    answers.file = desk.file("list.csv", "Name,Country\nJos\xE9,Spain\n");
    answers.encoding = "windows-1252";
    const ListReview review = look();
    ASSERT_EQ(review.changes.size(), 1U);
    EXPECT_EQ(review.changes[0].name, "José");
}

TEST_F(Review, AStopLeavesTheEventAsItWas) {
    answers.file = desk.file("list.csv", demo::dirtyRosterCsv(demo::guestList()));
    auto store = must(EventStore::open(desk.event));
    const auto stopped =
        bringIn(answers, store, desk.session.event()->plan, desk.clock.now(), [](double) { return false; });
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().text.key, "desk.stopped");
    EXPECT_EQ(guests(), 0);
}

TEST_F(Review, AStopInTheMiddleOfALongListUndoesTheRowsBefore) {
    std::string list = "Name,Country,Id\n";
    for (int i = 0; i < 3000; ++i) list += "Guest " + std::to_string(i) + ",Laos," + std::to_string(i) + "\n";
    answers.file = desk.file("list.csv", list);
    auto store = must(EventStore::open(desk.event));
    int told = 0;
    const auto stopped =
        bringIn(answers, store, desk.session.event()->plan, desk.clock.now(), [&](double) { return ++told < 3; });
    EXPECT_FALSE(stopped.ok());
    EXPECT_EQ(guests(), 0);
    EXPECT_EQ(must(bringIn(answers, store, desk.session.event()->plan, desk.clock.now(), {})).added, 3000);
}

}  // namespace
}  // namespace turnout::desk
