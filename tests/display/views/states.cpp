#include "tests/display/views/states.h"

#include <sstream>

#include "display/views/count_view.h"

namespace turnout::test {
namespace {

using namespace display;

CountryCode code(const std::string& alpha2) {
    return CountryCode::fromAlpha2(alpha2).value();
}

std::vector<WallPlace> wall(const std::string& codes, std::size_t places) {
    std::vector<WallPlace> result;
    std::istringstream in(codes);
    for (std::string each; in >> each;) result.emplace_back(code(each));
    result.resize(places);
    return result;
}

const char* const kFiftyFour =
    "PK IN BD CN NP LK TH VN KH ID MN KZ TZ YE NG KG SO UG GH RW RU LA AF ZM MY CI TR TM CM MA CD KE PS SD MM JO MG SY "
    "ZW KR BI GN TJ GW EG MZ UZ CG BN MU JM NE EC ET";

}  // namespace

CountScreen fullScreen() {
    CountScreen screen;
    screen.title = {"Experience China · Chongqing Tour", "感知中国·重庆行"};
    screen.venue = {"Tongsheng Auditorium, Jinyun campus, Chongqing Medical University",
                    "重庆医科大学缙云校区 通胜礼堂"};
    screen.clock = "19:24";
    screen.count = 487;
    screen.guests = {487, 520};
    screen.countries = {54, 56};
    screen.group = GroupTally{{"Belt & Road", "一带一路"}, {51, 52}};
    screen.wall = wall(kFiftyFour, 56);
    screen.newest = 53;
    screen.lane = Lane::guest;
    screen.card = {9, code("ET"), "Selam T.", 12};
    screen.programme = {{ProgrammeLine::Kind::now, {}, {"Horse Racing", "二胡独奏《赛马》"}},
                        {ProgrammeLine::Kind::next, {}, {"We Are The World", "合唱 We Are The World"}}};
    return screen;
}

std::vector<ui::Written> drawn(ui::Canvas& canvas, ui::Size size, const CountScreen& screen) {
    std::vector<ui::Written> all;
    canvas.onWritten([&](const ui::Written& written) { all.push_back(written); });
    canvas.begin(size, {});
    drawCountScene(canvas, screen);
    canvas.end();
    return all;
}

std::vector<NamedScreen> countStates() {
    std::vector<NamedScreen> states{{"full", fullScreen()}};
    const auto add = [&](const std::string& name, auto change) {
        CountScreen screen = fullScreen();
        change(screen);
        states.push_back({name, screen});
    };
    add("demo", [](CountScreen& s) {
        s.demo = s.demoClock = true;
        s.group->name = {"Belt and Road", "共建“一带一路”国家"};
        s.programme[0].name = {"Erhu solo: Horse Racing", "二胡独奏《赛马》"};
    });
    add("stale", [](CountScreen& s) {
        s.stale = true;
        s.asOf = "19:24";
        s.clock = "19:31";
        s.lane = Lane::stale;
        s.newest.reset();
    });
    const auto addSeven = [&](const char* name, const std::string& codes, const char* newest, std::int64_t inGroup) {
        add(name, [&](CountScreen& s) {
            s.count = 38;
            s.guests = {38, 42};
            s.countries = {7, 7};
            s.group->countries = {inGroup, inGroup};
            s.wall = wall(codes, 7);
            s.newest = 6;
            s.card = {9, code(newest), "", 0};
        });
    };
    addSeven("seven", "PK BD NP LK TH LA CI", "CI", 7);
    addSeven("seven_one_long", "VC CD NP LA SY CI LK", "LK", 6);
    add("many", [](CountScreen& s) {
        s.wall.clear();
        for (const Country& country : countries())
            if (s.wall.size() < 143 && country.code != "ZZ") s.wall.emplace_back(code(std::string(country.code)));
        s.wall.resize(150);
        s.count = 2914;
        s.guests = {2914, 3200};
        s.countries = {143, 150};
        s.group->countries = {124, 130};
        s.newest = 142;
        s.card = {9, code("NG"), "Chidi O.", 31};
    });
    add("empty", [](CountScreen& s) {
        s.count = 0;
        s.guests = {0, 520};
        s.countries = {0, 56};
        s.group->countries = {0, 52};
        s.wall.assign(56, std::nullopt);
        s.newest.reset();
        s.card = {};
        s.clock = "18:02";
        s.lane = Lane::waiting;
        s.programme = {{ProgrammeLine::Kind::at, "19:00", {"Opening", "开场"}},
                       {ProgrammeLine::Kind::next, {}, {"Horse Racing", "二胡独奏《赛马》"}}};
    });
    add("longest", [](CountScreen& s) { s.card = {9, code("VC"), "", 0}; });
    add("longest_name", [](CountScreen& s) {
        s.card = {9, code("VC"), "Maximiliana Konstantinopoulou-Featherstonehaugh", 112};
        s.title = {"The International Students' Evening of Music and Dance of the Nine Medical Universities",
                   s.title.zh};
        s.programme[0].name = {"A very long name of an act that nobody would print on one line of a programme",
                               "一个很长很长很长很长很长的节目名称，没有人会把它印在一行里"};
    });
    add("no_list", [](CountScreen& s) {
        s.guests.expected.reset();
        s.countries.expected.reset();
        s.group.reset();
        s.lane = Lane::empty;
        s.programme.clear();
    });
    for (const std::size_t places : {7U, 56U, 200U})
        add("no_foot_" + std::to_string(places), [places](CountScreen& s) {
            s.programme.clear();
            s.venue = {};
            s.foot = false;
            s.wall.clear();
            for (const Country& country : countries())
                if (s.wall.size() < places && country.code != "ZZ")
                    s.wall.emplace_back(code(std::string(country.code)));
            s.countries = {static_cast<std::int64_t>(places), static_cast<std::int64_t>(places)};
            s.newest = places - 1;
        });
    add("last_act", [](CountScreen& s) {
        s.programme = {{ProgrammeLine::Kind::now,
                        {},
                        {"Violin concerto: The Butterfly Lovers", "小提琴协奏曲《梁山伯与祝英台》"}}};
    });
    add("last_act_longest", [](CountScreen& s) {
        s.programme = {{ProgrammeLine::Kind::now,
                        {},
                        {"A very long name of an act that nobody would print on one line of a programme",
                         "一个很长很长很长很长很长的节目名称，没有人会把它印在一行里"}}};
    });
    add("moving", [](CountScreen& s) {
        s.count = 480;
        s.cardInMs = 90;
        s.entering = {53};
        s.flagMs = 40;
    });
    return states;
}

}  // namespace turnout::test
