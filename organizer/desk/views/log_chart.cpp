#include "organizer/desk/views/log_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace turnout::desk {
namespace {

// 1, 2, 2.5 or 5 times a power of ten, so that there are about three lines.
std::int64_t gridStep(std::int64_t most) {
    std::int64_t step = 1;
    while (true) {
        for (const std::int64_t times : {10, 20, 25, 50})
            if (step * times / 10 * 4 > most && step * times % 10 == 0) return step * times / 10;
        step *= 10;
    }
}

struct Plot {
    Rect area;
    float step = 0, bar = 0;
    std::int64_t top = 1;

    Plot(const Rect& card, const ArrivalBars& bars) {
        area = {card.x + 56, card.y + 50, card.w - 76, card.h - 84};
        const auto count = static_cast<float>(std::max<std::size_t>(bars.from.size(), 12));
        step = area.w / count;
        bar = std::max(2.0F, step * 0.8F);
        const std::int64_t grid = gridStep(std::max<std::int64_t>(1, bars.most));
        top = (bars.most / grid + 1) * grid;
    }
    float height(std::int64_t people) const { return area.h * static_cast<float>(people) / static_cast<float>(top); }
    std::size_t barAt(float x, std::size_t count) const {
        const auto at = static_cast<std::int64_t>(std::floor((x - area.x) / step));
        return static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, static_cast<std::int64_t>(count) - 1));
    }
};

void drawLegend(Widgets& ui, const Rect& card, const ArrivalBars& bars) {
    float x = card.right() - 20;
    const Type type{13, Weight::regular, Align::left, 140};
    for (std::size_t i = bars.series.size(); i-- > 0;) {
        const std::string name =
            bars.series[i].empty() ? ui.say("desk.log.other_doors") : cleanForScreen(bars.series[i]);
        x -= std::min(140.0F, ui.textWidth(name, type));
        if (x < card.x + card.w / 2) return;
        ui.text({x, card.y + 28}, name, ui.look().muted, type);
        x -= 18;
        ui.fill({x, card.y + 17, 12, 12}, seriesColour(i), 2);
        x -= 20;
    }
}

void drawGrid(Widgets& ui, const Plot& plot, const ArrivalBars& bars) {
    const Look& look = ui.look();
    const std::int64_t grid = gridStep(std::max<std::int64_t>(1, bars.most));
    for (std::int64_t line = 0; line <= plot.top; line += grid) {
        const float y = plot.area.bottom() - plot.height(line);
        ui.rule(plot.area.x, y, plot.area.w);
        ui.text({plot.area.x - 10, y + 4}, std::to_string(line), look.muted,
                {12, Weight::regular, Align::right, 0, 1, true});
    }
}

// The bars from and to, when a time is chosen or being dragged.
std::optional<std::pair<std::size_t, std::size_t>> chosen(Widgets& ui, const Plot& plot, const LogScreen& screen,
                                                          const Rect& grip) {
    const ArrivalBars& bars = *screen.bars;
    const std::size_t count = bars.from.size();
    if (const auto from = ui.dragFrom(); from && grip.contains(*from)) {
        const auto a = plot.barAt(from->x, count), b = plot.barAt(ui.pointer().x, count);
        return std::pair{std::min(a, b), std::max(a, b)};
    }
    if (!screen.ask.from && !screen.ask.to) return std::nullopt;
    std::optional<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < count; ++i) {
        if (screen.ask.from && bars.from[i] + bars.slot <= *screen.ask.from) continue;
        if (screen.ask.to && bars.from[i] >= *screen.ask.to) continue;
        found = std::pair{found ? found->first : i, i};
    }
    return found;
}

void choose(Widgets& ui, const Plot& plot, const LogScreen& screen, const Rect& card, const Rect& grip, LogPage& page) {
    if (!ui.clicked(card)) return;
    const ArrivalBars& bars = *screen.bars;
    const float k = ui.density();
    for (const auto& click : ui.canvas().pointer().clicks) {
        const Point down{click.down.x / k, click.down.y / k};
        if (!grip.contains(down)) continue;
        const auto a = plot.barAt(down.x, bars.from.size()), b = plot.barAt(click.up.x / k, bars.from.size());
        const TimePoint from = bars.from[std::min(a, b)], to = bars.from[std::max(a, b)] + bars.slot;
        if (screen.ask.from == from && screen.ask.to == to)
            page.between(std::nullopt, std::nullopt);  // the same again: no longer
        else
            page.between(from, to);
    }
}

void drawStart(Widgets& ui, const Plot& plot, const LogScreen& screen) {
    const ArrivalBars& bars = *screen.bars;
    const EventPlan& plan = screen.log->plan;
    const auto after = static_cast<double>((plan.starts - bars.from.front()).count()) /
                       static_cast<double>(std::chrono::duration_cast<Millis>(bars.slot).count());
    if (after < 0 || after > static_cast<double>(bars.from.size())) return;
    const float x = plot.area.x + plot.step * static_cast<float>(after) - (plot.step - plot.bar) / 2;
    const float k = ui.density();
    for (float y = plot.area.y - 2; y < plot.area.bottom() - 2; y += 8)
        ui.canvas().line({x * k, y * k}, {x * k, std::min(y + 4, plot.area.bottom()) * k}, ui.look().muted, k);
    const std::string words = ui.say(Text{"desk.log.show_begins", {{"time", plan.zone.clockTime(plan.starts)}}});
    const float w = ui.textWidth(words, {13});
    const bool left = x + 10 + w > plot.area.right();
    ui.text({left ? x - 10 : x + 8, plot.area.y + 15}, words, ui.look().muted,
            {13, Weight::regular, left ? Align::right : Align::left});
}

void drawBars(Widgets& ui, const Plot& plot, const LogScreen& screen,
              const std::optional<std::pair<std::size_t, std::size_t>>& only) {
    const Look& look = ui.look();
    const ArrivalBars& bars = *screen.bars;
    float labelled = -1000;
    bool told = false;
    for (std::size_t i = 0; i < bars.from.size(); ++i) {
        const float x = plot.area.x + plot.step * static_cast<float>(i);
        const bool dim = only && (i < only->first || i > only->second);
        float bottom = plot.area.bottom();
        for (std::size_t series = 0; series < bars.series.size(); ++series) {
            const float h = plot.height(bars.counts[i][series]);
            if (h <= 0) continue;
            const Colour colour = seriesColour(series);
            ui.fill({x, bottom - h, plot.bar, std::max(1.0F, h - (h > 3 ? 1.0F : 0.0F))},
                    dim ? colour.faded(0.28F) : colour);
            bottom -= h;
        }
        const bool hover = ui.hovered({x, plot.area.y, plot.step, plot.area.h});
        if ((bars.all(i) == bars.most && !told && !dim) || (hover && bars.all(i) > 0)) {
            told = told || bars.all(i) == bars.most;
            ui.text({x + plot.bar / 2, bottom - 5}, std::to_string(bars.all(i)), look.text,
                    {13, Weight::bold, Align::centre, 0, 1, true});
        }
        const std::string time = screen.log->plan.zone.clockTime(bars.from[i]);
        const bool quarter =
            time.ends_with(":00") || time.ends_with(":15") || time.ends_with(":30") || time.ends_with(":45");
        if ((quarter || bars.slot.count() >= 60 || bars.from.size() < 3) && x - labelled >= 76 &&
            x + 40 < plot.area.right() + 16) {
            ui.text({x + plot.bar / 2, plot.area.bottom() + 21}, time, look.muted,
                    {12.5F, Weight::regular, Align::centre, 0, 1, true});
            labelled = x;
        }
    }
}

}  // namespace

Colour seriesColour(std::size_t series) {
    static constexpr std::array kColours{Colour::hex(0x0A5BA8), Colour::hex(0xE69F00), Colour::hex(0x009E73),
                                         Colour::hex(0x7A5195)};
    return kColours[std::min(series, kColours.size() - 1)];
}

void drawLogChart(Widgets& ui, const Rect& card, const LogScreen& screen, LogPage& page) {
    const Look& look = ui.look();
    ui.card(card);
    const std::string title = ui.say("desk.log.arrivals");
    const float w = ui.text({card.x + 20, card.y + 29}, title, look.text, {15, Weight::semibold});
    if (!screen.bars || screen.bars->from.empty()) {
        if (screen.bars && !screen.loading)
            ui.text({card.x + card.w / 2, card.y + card.h / 2 + 8}, ui.say("desk.log.no_arrivals"), look.muted,
                    {14, Weight::regular, Align::centre, card.w - 48});
        return;
    }
    const ArrivalBars& bars = *screen.bars;
    ui.text({card.x + 34 + w, card.y + 29},
            ui.say(Text{"desk.log.each_bar", {{"n", std::to_string(bars.slot.count())}}}), look.muted,
            {13, Weight::regular, Align::left, card.w * 0.3F});
    drawLegend(ui, card, bars);
    const Plot plot(card, bars);
    const Rect grip{plot.area.x, plot.area.y - 8, plot.step * static_cast<float>(bars.from.size()), plot.area.h + 30};
    const auto only = chosen(ui, plot, screen, grip);
    if (only)
        ui.fill({plot.area.x + plot.step * static_cast<float>(only->first) - 3, plot.area.y - 4,
                 plot.step * static_cast<float>(only->second - only->first + 1) - (plot.step - plot.bar) + 6,
                 plot.area.h + 4},
                look.selected, 4);
    drawGrid(ui, plot, bars);
    drawStart(ui, plot, screen);
    drawBars(ui, plot, screen, only);
    choose(ui, plot, screen, card, grip, page);
}

}  // namespace turnout::desk
