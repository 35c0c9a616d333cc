#include "display/views/legibility.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "common/base/text.h"
#include "display/views/hall_view.h"
#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

constexpr float kLines = 1080, kRounding = 0.5F;

std::string rounded(float lines) {
    return std::to_string(static_cast<int>(std::lround(lines)));
}

// What marks a demo event stands on no real evening.
bool isLabel(const std::string& text) {
    for (const Lang lang : {Lang::en, Lang::zh})
        if (text == say("display.demo", lang) || text == say("display.demo_clock", lang)) return true;
    return false;
}

class Looker {
  public:
    Looker(Legibility& found, ui::Size size, float safeMargin, float floor)
        : found_(found), size_(size), safeMargin_(safeMargin), floor_(floor), canvas_(ui::Canvas::headless(size)) {}

    void look(const std::string& scene, const HallScreen& screen) {
        look(scene, [&] { drawHall(*canvas_, screen, scenery_, {.safeMargin = safeMargin_, .floor = floor_}); });
    }
    // Alone: what stands under it is looked at as a scene.
    void look(const std::string& scene, const Moment& moment, const HallScreen& screen) {
        look(scene, [&] {
            Frame frame;
            frame.safeMargin = safeMargin_;
            frame.tongues = screen.tongues;
            frame.floor = floor_;
            drawMoment(stageOn(*canvas_, frame), moment, screen.momentInMs, screen.momentOutMs);
        });
    }

  private:
    void look(const std::string& scene, const std::function<void()>& draw) {
        canvas_->onWritten([&](const ui::Written& written) {
            if (isLabel(written.text) || !seen_.emplace(scene, written.text).second) return;
            const float lines = written.style.size / size_.h * kLines;
            ++found_.looked;
            if (lines < found_.needed - kRounding) found_.small.push_back({scene, written.text, lines});
        });
        canvas_->begin(size_, {});
        draw();
        canvas_->end();
    }

    Legibility& found_;
    std::set<std::pair<std::string, std::string>> seen_;  // scene and text
    ui::Size size_;
    float safeMargin_, floor_;
    std::unique_ptr<ui::Canvas> canvas_;
    Scenery scenery_;
};

}  // namespace

Legibility legibilityOf(const EventPlan& plan, const HallNumbers& numbers, TimePoint wall, ui::Size size,
                        float safeMargin) {
    Legibility found;
    const HallSettings settings = HallSettings::of(plan);
    found.hallTold = smallestType(settings) > 0;
    const auto wrong = [&settings](std::initializer_list<std::string_view> keys) {
        return std::any_of(settings.wrong.begin(), settings.wrong.end(), [keys](const WrongSetting& each) {
            return std::find(keys.begin(), keys.end(), each.key) != keys.end();
        });
    };
    found.hallAsked = found.hallTold || wrong({"screen_height_m", "farthest_seat_m"});
    found.placeAsked = settings.place || !settings.map || wrong({"place_north", "place_east"});
    found.needed = std::max(kFloor, smallestType(settings));
    const SteadyTime now{};
    Looker looker(found, size, safeMargin, smallestType(settings));
    for (Scene scene : kScenes) {
        HallPresenter presenter(plan, false, scene);
        presenter.take(numbers, now, wall);
        presenter.tick(now + Millis{kArcMs}, wall);
        looker.look(std::string(nameOf(scene)), presenter.screen());
    }
    HallPresenter presenter(plan, false, Scene::count);
    presenter.take(numbers, now, wall);
    for (const CountryNumbers& country : numbers.totals.byCountry)
        if (country.code.isCountry())
            looker.look("first-of-country",
                        {Moment::Kind::country, country.code, 1, numbers.totals.countries.registered, true, {}},
                        presenter.screen());
    presenter.control(Control::showMode, now, wall);
    looker.look("show-mode", presenter.screen());
    std::stable_sort(found.small.begin(), found.small.end(),
                     [](const SmallText& a, const SmallText& b) { return a.lines < b.lines; });
    return found;
}

std::string told(const std::vector<WrongSetting>& wrong, const std::vector<WrongSetting>& missing, Lang lang) {
    std::string all;
    const auto line = [&](const char* key, const WrongSetting& each) {
        all +=
            say(Text{key,
                     {{"key", each.key}, {"value", shorten(cleanForScreen(each.value), 60)}, {"wanted", each.wanted}}},
                lang) +
            "\n";
    };
    for (const WrongSetting& each : wrong) line("display.check.wrong", each);
    for (const WrongSetting& each : missing)
        line(each.key == "flags" ? "display.check.no_folder" : "display.check.no_font", each);
    return all;
}

std::string told(const Legibility& legibility, Lang lang) {
    std::string all;
    const auto line = [&](const char* key, std::vector<std::pair<std::string, std::string>> args) {
        all += say(Text{key, std::move(args)}, lang) + "\n";
    };
    if (!legibility.hallAsked) line("display.check.no_hall", {});
    if (!legibility.placeAsked) line("display.check.no_place", {});
    for (const SmallText& small : legibility.small)
        line("display.check.small", {{"scene", small.scene},
                                     {"text", shorten(cleanForScreen(small.text), 60)},
                                     {"lines", rounded(small.lines)},
                                     {"needed", rounded(legibility.needed)}});
    if (legibility.small.empty())
        line(legibility.hallTold ? "display.check.good" : "display.check.good_of_any",
             {{"count", std::to_string(legibility.looked)}, {"needed", rounded(legibility.needed)}});
    else
        line("display.check.result", {{"small", std::to_string(legibility.small.size())},
                                      {"count", std::to_string(legibility.looked)},
                                      {"needed", rounded(legibility.needed)}});
    return all;
}

}  // namespace turnout::display
