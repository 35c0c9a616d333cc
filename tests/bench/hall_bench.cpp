// The hall screen at 1920 x 1080 under a virtual display: how long a frame takes while a card, a flag and the count
// move, and whether twelve hours of an evening with ten thousand arrivals leave memory flat.
//   hall_bench [--quick]          prints one JSON object
#include <fstream>
#include <iostream>
#include <map>

#include "common/ui/window.h"
#include "display/app/hall_presenter.h"
#include "display/views/hall_view.h"
#include "tests/bench/bench_tools.h"
#include "tests/support/event_builder.h"
#include "tests/support/gl_virtual_display.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::test;
using namespace turnout::display;
using namespace std::chrono_literals;

constexpr std::size_t kCountries = 56;

// Textures that are nowhere, counted.
class CountedTextures final : public ui::TextureHome {
  public:
    std::uintptr_t create(int width, int height, ui::PixelFormat, bool) override {
        sizes_[++last_] = static_cast<std::int64_t>(width) * height;
        pixels_ += sizes_[last_];
        return last_;
    }
    void upload(std::uintptr_t, int, int, ui::PixelFormat, const std::uint8_t*, std::size_t) override {}
    void destroy(std::uintptr_t texture) override {
        pixels_ -= sizes_[texture];
        sizes_.erase(texture);
    }
    std::int64_t pixels() const { return pixels_; }
    std::size_t count() const { return sizes_.size(); }

  private:
    std::map<std::uintptr_t, std::int64_t> sizes_;
    std::uintptr_t last_ = 0;
    std::int64_t pixels_ = 0;
};

class Evening {
  public:
    Evening(std::int64_t guests) : guests_(guests) {
        EventPlan plan = aPlan();
        plan.zone = Zone::named("Asia/Shanghai").value();
        plan.starts = at("2023-11-17T12:00:00+08:00");
        plan.ends = at("2023-11-18T02:00:00+08:00");
        plan.display = {
            {"place_en", "Chongqing"}, {"place_zh", "重庆"}, {"place_north", "29.5"}, {"place_east", "106.5"}};
        hall = std::make_unique<HallPresenter>(plan, false);
        for (std::size_t i = 0; i < kCountries; ++i) codes_.push_back(country(countries()[i * 4].code));
        came_.resize(kCountries);
        hall->take(numbers(), now, wall);
    }
    void arrive() {
        const std::size_t i = static_cast<std::size_t>(arrived_) * 5 % kCountries;
        ++came_[i];
        ++arrived_;
        newest_.insert(newest_.begin(), Arrival{arrived_, wall, codes_[i], arrived_ % 3 == 0 ? "Guest N." : ""});
        if (newest_.size() > 64) newest_.pop_back();
        hall->take(numbers(), now, wall);
    }
    void pass(Millis time) {
        now += time;
        wall += time;
        hall->confirmed(now, wall);
        hall->tick(now, wall);
    }

    const std::vector<CountryCode>& codes() const { return codes_; }

    std::unique_ptr<HallPresenter> hall;
    SteadyTime now = SteadyTime{} + 1h;
    TimePoint wall = at("2023-11-17T11:00:00+08:00");

  private:
    HallNumbers numbers() const {
        HallNumbers all;
        for (std::size_t i = 0; i < kCountries; ++i) {
            const std::int64_t expected = guests_ / static_cast<std::int64_t>(kCountries) + 1;
            all.totals.byCountry.push_back(
                {codes_[i], {expected, came_[i]}, came_[i] > 0 ? static_cast<std::int64_t>(i) + 1 : 0});
            all.totals.countries.registered += 1;
            all.totals.countries.arrived += came_[i] > 0 ? 1 : 0;
            all.totals.guests.registered += expected;
        }
        all.totals.guests.arrived = arrived_;
        all.totals.groups = {{"g", {"Belt & Road", "一带一路"}, all.totals.countries}};
        for (int i = 0; i < 9; ++i)
            all.totals.byAffiliation.push_back(
                {std::to_string(i), {"Medical University", "医科大学"}, {400, arrived_ / 9}});
        all.newest = newest_;
        return all;
    }

    std::int64_t guests_, arrived_ = 0;
    std::vector<CountryCode> codes_;
    std::vector<std::int64_t> came_;
    std::vector<Arrival> newest_;
};

std::int64_t residentKb() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmRSS:") {
            std::int64_t kb = 0;
            status >> kb;
            return kb;
        }
    return 0;
}

// A guest of a new country every 1.6 s: card, flag and count move; on the journey the new arc.
nlohmann::json frames(Control scene, bool quick) {
    auto window = must(ui::Window::open({.title = "hall_bench", .width = 1920, .height = 1080}));
    window->canvas().setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17"));
    Scenery scenery;
    Samples moving, painted;
    Evening evening(520);
    const FlagWidths widths = flagWidths(window->pixels(), kCountries);  // ahead, as the program does
    for (const float width : {widths.wall, widths.card})
        window->canvas().prepareFlags(evening.codes(), width, false, 60s);
    evening.hall->control(Control::moments, evening.now, evening.wall);
    evening.hall->control(Control::rotation, evening.now, evening.wall);
    evening.hall->control(scene, evening.now, evening.wall);
    const int guests = quick ? 8 : 40;
    for (int guest = 0; guest < guests; ++guest) {
        evening.arrive();
        for (int ms = 0; ms < 1600; ms += 16) {
            evening.pass(16ms);
            if (!evening.hall->screen().moving()) continue;
            window->wait(0ms);
            const auto began = SteadyClock::now();
            window->draw([&](ui::Canvas& canvas) { drawHall(canvas, evening.hall->screen(), scenery); });
            if (guest <= 1) continue;
            moving.add(millisecondsSince(began));
            painted.add(100.0 * static_cast<double>(window->pixelsPainted()) / (1920.0 * 1080.0));
        }
    }
    return {{"ms", moving.json()}, {"percent_painted", painted.json()}, {"renderer", window->renderer()}};
}

nlohmann::json soak(bool quick) {
    CountedTextures textures;
    ui::Canvas canvas(textures);
    canvas.setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17"));
    Scenery scenery;
    const std::int64_t guests = quick ? 1000 : 10000;
    const Millis step = Millis(12h) / guests;
    Evening evening(guests);
    nlohmann::json marks = nlohmann::json::array();
    std::int64_t drawn = 0;
    const auto draw = [&] {
        canvas.begin({1920, 1080}, {});
        drawHall(canvas, evening.hall->screen(), scenery);
        canvas.end();
        ++drawn;
    };
    for (std::int64_t guest = 1; guest <= guests; ++guest) {
        evening.arrive();
        draw();
        for (const Millis part : {Millis{120}, Millis{900}, step - Millis{1020}}) {
            evening.pass(part);
            draw();
        }
        if (guest % (guests / 8) == 0)
            marks.push_back({{"hours", rounded(12.0 * static_cast<double>(guest) / static_cast<double>(guests))},
                             {"resident_mb", residentKb() / 1024},
                             {"textures", textures.count()},
                             {"texture_megapixels", rounded(static_cast<double>(textures.pixels()) / 1e6)}});
    }
    return {{"arrivals", guests}, {"frames", drawn}, {"marks", marks}};
}

}  // namespace

int main(int argc, char** words) {
    const bool quick = argc > 1 && std::string(words[1]) == "--quick";
    std::ifstream load("/proc/loadavg");
    double busy = 0;
    load >> busy;
    const VirtualDisplay screen(1920, 1080);  // one for all: the window system stays connected to it
    const nlohmann::json count = frames(Control::count, quick), journey = frames(Control::journey, quick);
    std::cout << nlohmann::json{{"load", busy},
                                {"count_1920x1080", count},
                                {"journey_1920x1080", journey},
                                {"twelve_hours", soak(quick)}}
                     .dump(2)
              << std::endl;
    return 0;
}
