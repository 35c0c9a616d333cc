#include "tests/display/views/scenes.h"

#include <algorithm>

#include "tests/support/event_builder.h"

namespace turnout::test {
namespace {

using namespace display;
using namespace std::chrono_literals;

const SteadyTime kSteady = SteadyTime{} + 1000s;

EventPlan plan(bool longest) {
    EventPlan plan = aPlan();
    plan.name = {"Experience China · Chongqing Tour", "感知中国·重庆行"};
    plan.venue = {"Tongsheng Auditorium, Jinyun campus, Chongqing Medical University", "重庆医科大学缙云校区 通胜礼堂"};
    plan.zone = Zone::named("Asia/Shanghai").value();
    plan.starts = at("2023-11-17T19:00:00+08:00");
    plan.ends = at("2023-11-17T21:00:00+08:00");
    plan.demo = true;
    const Names first{"Appreciate the Beauty of Vibrant Cultures in Bayu", "《各美其美聚巴渝》"};
    const Names second{"See a World Blessed with Diversity and Harmony", "《美美与共话大同》"};
    const auto act = [](Names part, Names name, const char* who, const char* time) {
        return Act{std::move(part), std::move(name), who, at(time)};
    };
    plan.acts = {act(first, {"Two Rivers Drums", "两江鼓韵"}, "", "2023-11-17T19:05:00+08:00"),
                 act(first, {"Horse Racing", "二胡独奏《赛马》"}, "刘广宇 LIU Guangyu", "2023-11-17T19:20:00+08:00"),
                 act(second, {"We Are the World", "合唱《We Are the World》"},
                     "哈尔滨医科大学留学生乐队 Students of Harbin Medical University", "2023-11-17T19:55:00+08:00"),
                 act(second, {"Medley of national dances", "各国民族舞蹈联演"}, "", "2023-11-17T20:10:00+08:00"),
                 act(second, {"Hand in hand on the road of medicine, towards the future", "医路携手 向未来"}, "",
                     "2023-11-17T20:40:00+08:00")};
    plan.display = {
        {"place_en", "Chongqing"}, {"place_zh", "重庆"}, {"place_north", "29.56"}, {"place_east", "106.55"}};
    if (longest) {
        plan.name = {"The International Students' Evening of Music and Dance of the Nine Medical Universities",
                     "九所医科大学国际学生音乐舞蹈之夜暨校园文化交流展演活动"};
        plan.acts[1].name = {"A very long name of an act that nobody would print on one line of a programme",
                             "一个很长很长很长很长很长的节目名称，没有人会把它印在一行里"};
        plan.acts[2].name = {{}, "只有中文名称而且相当长的一个合唱节目"};
        plan.acts[4].name = {"Violin concerto: The Butterfly Lovers", "小提琴协奏曲《梁山伯与祝英台》"};
        plan.acts[4].performers = "重庆交响乐团与重庆医科大学学生交响乐团 Chongqing Symphony and Student Orchestras";
    }
    return plan;
}

HallNumbers numbers(std::size_t countryCount, std::size_t arrived, bool longest) {
    HallNumbers hall;
    Totals& totals = hall.totals;
    std::vector<CountryCode> codes;
    for (const Country& each : countries())
        if (each.code != "ZZ" && codes.size() < countryCount) codes.push_back(country(each.code));
    if (longest && countryCount > 1) codes.back() = country("VC");
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto registered = static_cast<std::int64_t>(3 + i % 17);
        const std::int64_t came = i < arrived ? std::max<std::int64_t>(1, registered - 1) : 0;
        totals.byCountry.push_back({codes[i], {registered, came}, came > 0 ? static_cast<std::int64_t>(i) + 1 : 0});
        totals.guests.registered += registered;
        totals.guests.arrived += came;
        ++totals.countries.registered;
        totals.countries.arrived += came > 0 ? 1 : 0;
    }
    totals.groups = {{"road", {"Belt and Road", "共建“一带一路”国家"}, totals.countries}};
    const char* const universities[][2] = {
        {"Chongqing Medical University", "重庆医科大学"}, {"Capital Medical University", "首都医科大学"},
        {"Tianjin Medical University", "天津医科大学"},   {"China Medical University", "中国医科大学"},
        {"Harbin Medical University", "哈尔滨医科大学"},  {"Nanjing Medical University", "南京医科大学"},
        {"Wenzhou Medical University", "温州医科大学"},   {"Anhui Medical University", "安徽医科大学"},
        {"Southern Medical University", "南方医科大学"},
    };
    const std::size_t shown = countryCount == 7 ? 3 : countryCount == 0 ? 0 : std::size(universities);
    for (std::size_t i = 0; i < shown; ++i) {
        Names name{universities[i][0], universities[i][1]};
        if (longest && i == std::min<std::size_t>(4, shown - 1))
            name = {"The Second Affiliated College of Traditional and Integrative Medicine of the Northern Province",
                    "北方省中西医结合与传统医学第二附属学院国际教育分院"};
        const auto registered = static_cast<std::int64_t>(i == 0 ? 1320 : 9 + 3 * i);
        totals.byAffiliation.push_back(
            {std::to_string(i), name, {registered, arrived == 0 ? 0 : registered - static_cast<std::int64_t>(i % 3)}});
    }
    return hall;
}

}  // namespace

HallPresenter hallWith(std::size_t countryCount, std::size_t arrived, bool longest) {
    HallPresenter presenter(plan(longest), true);
    presenter.take(numbers(countryCount, arrived, longest), kSteady, at("2023-11-17T19:24:00+08:00"));
    return presenter;
}

std::vector<NamedHall> hallStates() {
    std::vector<NamedHall> states;
    const auto add = [&](const std::string& name, HallPresenter& presenter, const char* time, auto... controls) {
        const TimePoint wall = at(time);
        presenter.confirmed(kSteady + 2s, wall);
        (presenter.control(controls, kSteady + 2s, wall), ...);
        presenter.confirmed(kSteady + 6s, wall);
        presenter.tick(kSteady + 6s, wall);
        states.push_back({name, presenter.screen()});
    };
    const char* const on = "2023-11-17T19:24:00+08:00";
    for (const std::size_t n : {0U, 1U, 7U, 56U, 200U})
        for (Scene scene : kScenes) {
            HallPresenter presenter = hallWith(n, n - n / 20);
            add(std::string(nameOf(scene)) + "-" + std::to_string(n), presenter, on, static_cast<Control>(scene));
        }
    for (Scene scene : kScenes) {
        HallPresenter longest = hallWith(56, 56, true), before = hallWith(56, 0), after = hallWith(56, 56);
        add(std::string(nameOf(scene)) + "-longest", longest, on, static_cast<Control>(scene));
        add(std::string(nameOf(scene)) + "-before", before, "2023-11-17T08:35:44+08:00", static_cast<Control>(scene));
        add(std::string(nameOf(scene)) + "-after", after, "2023-11-17T22:00:00+08:00", static_cast<Control>(scene));
        for (const int turns : {2, 3}) {
            HallPresenter one = hallWith(56, 54);
            for (int i = 0; i < turns; ++i) one.control(Control::language, kSteady + 1s, at(on));
            add(std::string(nameOf(scene)) + (turns == 2 ? "-english" : "-chinese"), one, on,
                static_cast<Control>(scene));
        }
        HallPresenter stale = hallWith(56, 54);
        stale.control(Control::rotation, kSteady + 1s, at(on));
        stale.control(static_cast<Control>(scene), kSteady + 1s, at(on));
        stale.tick(kSteady + 60s, at(on));
        stale.tick(kSteady + 61s, at(on));
        states.push_back({std::string(nameOf(scene)) + "-stale", stale.screen()});
    }
    HallPresenter few = hallWith(7, 7, true), begun = hallWith(200, 1);
    add("universities-few-longest", few, on, Control::universities);
    add("count-200-begun", begun, on, Control::count);
    HallPresenter last = hallWith(56, 54), lastLongest = hallWith(56, 54, true);
    add("programme-last", last, "2023-11-17T20:45:00+08:00", Control::programme);
    add("programme-last-longest", lastLongest, "2023-11-17T20:45:00+08:00", Control::programme);
    for (Scene scene : {Scene::count, Scene::journey, Scene::universities}) {
        HallPresenter key = hallWith(56, 54);
        add(std::string(nameOf(scene)) + "-key", key, on, static_cast<Control>(scene), Control::keyColour);
    }
    HallPresenter hall = hallWith(56, 54);
    add("strip", hall, on, Control::showMode);
    HallPresenter old = hallWith(56, 54), longest = hallWith(56, 54, true);
    for (HallPresenter* each : {&old, &longest}) {
        each->control(Control::showMode, kSteady + 1s, at(on));
        each->tick(kSteady + 60s, at(on));
        states.push_back({each == &old ? "strip-stale" : "strip-longest-stale", each->screen()});
    }
    add("test-card", hall, on, Control::showMode, Control::testCard);
    add("message", hall, on, Control::testCard, Control::message, Control::message, Control::message, Control::message);
    HallPresenter keys = hallWith(56, 54);
    add("keys", keys, on, Control::blackout, Control::keys);
    const auto moment = [&](const std::string& name, Moment told) {
        HallPresenter presenter = hallWith(56, 54);
        HallScreen screen = presenter.screen();
        screen.moment = std::move(told);
        states.push_back({name, screen});
    };
    using Kind = Moment::Kind;
    moment("first-ethiopia", {Kind::country, country("ET"), 54, 56, true, {}});
    moment("first-nepal", {Kind::country, country("NP"), 5, 56, true, {}});
    moment("first-longest", {Kind::country, country("VC"), 199, 200, false, {}});
    moment("first-congo", {Kind::country, country("CD"), 100, 100, true, {}});
    // The longest names, and usual ones.
    constexpr std::array kTogether{"VC", "NP", "CD", "ET", "BA", "ST", "LA", "AE", "CF", "TT"};
    for (const std::size_t n : {2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U}) {
        Moment several{Kind::newCountries, {}, static_cast<std::int64_t>(n), 0, false, {}};
        for (std::size_t i = 0; i < n; ++i) several.flags.push_back(country(kTogether[i]));
        moment("new-countries-" + std::to_string(n), several);
    }
    moment("guest-500", {Kind::guests, {}, 500, 0, true, {}});
    moment("countries-50", {Kind::countries, {}, 50, 0, true, {}});
    moment("full-house", {Kind::fullHouse, {}, 1200, 0, true, {}});
    Moment all{Kind::allCountries, {}, 56, 56, true, {}};
    for (const Country& each : countries())
        if (each.code != "ZZ" && all.flags.size() < 56) all.flags.push_back(country(each.code));
    moment("all-56", all);
    for (const std::size_t n : {2U, 7U, 19U, 101U, 150U, 199U}) {
        Moment frame{Kind::allCountries, {}, static_cast<std::int64_t>(n), static_cast<std::int64_t>(n), true, {}};
        for (const Country& each : countries())
            if (each.code != "ZZ" && frame.flags.size() < n) frame.flags.push_back(country(each.code));
        moment("all-" + std::to_string(n), frame);
    }
    return states;
}

}  // namespace turnout::test
