#include "organizer/desk/app/start_page.h"

#include <gtest/gtest.h>

#include "tests/organizer/desk/app/desk_stand.h"

namespace turnout::desk {
namespace {

using test::at;
using test::must;

std::size_t here(const std::vector<Phase>& phases) {
    for (std::size_t i = 0; i < phases.size(); ++i)
        if (phases[i].state == PhaseState::now) return i;
    return phases.size();
}

TEST(StartPage, KnowsWhatComesNextByTheDate) {
    const EventPlan plan = must(readEventToml(assets::bytes("demo/event.toml"), "event.toml", {}));
    const auto phase = [&](const char* time) { return here(phasesOf(plan, {}, false, at(time), Lang::en)); };
    EXPECT_EQ(phase("2023-09-01T09:00:00+08:00"), 0U);
    EXPECT_EQ(phase("2023-11-03T09:00:00+08:00"), 0U);
    EXPECT_EQ(phase("2023-11-16T09:00:00+08:00"), 1U);
    EXPECT_EQ(phase("2023-11-17T09:00:00+08:00"), 2U);
    EXPECT_EQ(phase("2023-11-17T18:30:00+08:00"), 3U);
    EXPECT_EQ(phase("2023-11-18T09:00:00+08:00"), 4U);
    const auto phases = phasesOf(plan, {520, 520, 0, 0, 2}, false, at("2023-11-03T09:00:00+08:00"), Lang::en);
    EXPECT_EQ(phases[0].steps[0].done, true);
    EXPECT_EQ(phases[0].steps[2].done, true);
    EXPECT_EQ(phases[4].when, "until 17 December 2023");
}

struct Start : testing::Test {
    DeskStand desk;
    StartPage page{desk.session};

    void SetUp() override { page.typeFile(desk.event.string()); }
    void make() {
        page.make();
        desk.work.finish();
    }
};

TEST_F(Start, AnEventIsMadeFromAForm) {
    EventForm form;
    form.nameEn = "Spring Gala";
    form.nameZh = "春晚";
    form.venue = "Hall 3";
    form.date = "2024-02-09";
    form.starts = "19:30";
    form.doors = "18:00";
    form.places = "500";
    page.type(form);
    make();
    ASSERT_NE(desk.session.event(), nullptr) << (page.screen().trouble ? page.screen().trouble->key : "");
    const EventPlan& plan = desk.session.event()->plan;
    EXPECT_EQ(plan.name, (Names{"Spring Gala", "春晚"}));
    EXPECT_EQ(plan.starts, at("2024-02-09T19:30:00+08:00"));
    EXPECT_EQ(plan.doorsOpen, at("2024-02-09T18:00:00+08:00"));
    EXPECT_EQ(plan.capacity, 500);
    ASSERT_EQ(plan.groups.size(), 1U);
    EXPECT_GT(plan.groups[0].members.size(), 140U);
    EXPECT_TRUE(page.screen().open);
}

TEST_F(Start, AMistakeInTheFormIsNamedAndNothingIsMade) {
    EventForm form = page.screen().form;
    const auto trouble = [&] {
        page.type(form);
        page.typeFile(desk.event.string());
        make();
        return page.screen().trouble ? page.screen().trouble->key : std::string();
    };
    EXPECT_EQ(trouble(), "office.name_needed");
    form.nameEn = "Gala";
    form.date = "2024-02-30";
    EXPECT_EQ(trouble(), "office.bad_date");
    form.date = "2024-02-09";
    form.starts = "25:00";
    EXPECT_EQ(trouble(), "office.bad_time");
    form.starts = "19:00";
    form.doors = "20:00";
    EXPECT_EQ(trouble(), "office.doors_late");
    form.doors = "";
    form.places = "many";
    EXPECT_EQ(trouble(), "office.bad_places");
    EXPECT_FALSE(std::filesystem::exists(desk.event));
    form.places = "";
    EXPECT_EQ(trouble(), "");
    EXPECT_TRUE(std::filesystem::exists(desk.event));
    desk.session.close();
    EXPECT_EQ(trouble(), "store.exists") << "never over another event";
}

TEST_F(Start, NextYearsEventIsLikeThisYears) {
    const test::AnEvent old(3);
    page.setRecent({old.path()});
    page.shown();
    desk.work.finish();
    ASSERT_FALSE(page.screen().known.empty());
    page.choose(MakeWay::like);
    make();
    EXPECT_EQ(page.screen().trouble->key, "desk.start.choose_old");
    page.chooseLike(0);
    EventForm form = page.screen().form;
    form.nameEn = "Again";
    form.date = "2024-11-15";
    page.type(form);
    make();
    ASSERT_NE(desk.session.event(), nullptr);
    EXPECT_EQ(desk.session.event()->plan.name.en, "Again");
    EXPECT_EQ(desk.session.event()->plan.affiliations.size(), test::aPlan().affiliations.size());
    EXPECT_EQ(desk.session.event()->sizes.guests, 0);
}

TEST_F(Start, AnEventIsMadeFromADroppedDescription) {
    page.dropped({desk.file("event.toml", std::string(assets::bytes("demo/event.toml")))});
    EXPECT_EQ(page.screen().way, MakeWay::file);
    make();
    ASSERT_NE(desk.session.event(), nullptr);
    EXPECT_EQ(desk.session.event()->plan.affiliations.size(), 9U);
}

TEST_F(Start, AFileThatIsNoEventIsSaid) {
    page.open(desk.file("notes.turnout", "hello"));
    desk.work.finish();
    EXPECT_EQ(desk.session.event(), nullptr);
    EXPECT_TRUE(desk.session.toast()->trouble);
}

}  // namespace
}  // namespace turnout::desk
