#include "organizer/desk/views/log_view.h"

#include <algorithm>
#include <array>

#include "common/base/isolated.h"
#include "common/paint/text.h"
#include "organizer/desk/app/frame.h"
#include "organizer/desk/views/log_chart.h"
#include "organizer/desk/views/log_person.h"

namespace turnout::desk {
namespace {

std::string windowWords(Widgets& ui, const LogScreen& screen) {
    const Zone& zone = screen.log->plan.zone;
    const auto time = [&](const std::optional<TimePoint>& at) { return at ? zone.clockTime(*at) : std::string("…"); };
    return ui.say(Text{"desk.log.window", {{"from", time(screen.ask.from)}, {"to", time(screen.ask.to)}}});
}

// A list of words that filters; marked when it does. Answers what was chosen.
std::optional<std::size_t> filterChoice(Widgets& ui, std::string_view id, float& x, float y, float most,
                                        std::span<const std::string> options, std::size_t at) {
    float w = 0;
    for (const std::string& option : options) w = std::max(w, ui.textWidth(option, {14, Weight::medium}));
    w = std::min(most, w + 52);
    const Rect box{x, y, w, kControl};
    const auto chosen = ui.choice(id, box, options, at);
    if (at > 0) ui.outline(box, ui.look().accent, 6, 2);
    x += w + 8;
    return chosen;
}

void drawTimes(Widgets& ui, float& x, float y, float most, const LogScreen& screen, LogPage& page) {
    const EventPlan& plan = screen.log->plan;
    std::vector<std::string> words{ui.say("desk.log.all_times")};
    std::vector<std::pair<std::optional<TimePoint>, std::optional<TimePoint>>> windows{{}};
    const bool own = screen.ask.from || screen.ask.to;
    if (own) {
        words.push_back(windowWords(ui, screen));
        windows.emplace_back(screen.ask.from, screen.ask.to);
    }
    if (screen.bars && !screen.bars->from.empty()) {
        // Each half hour in which somebody came, as the bars tell them.
        const TimePoint first = screen.bars->from.front(), last = screen.bars->from.back() + screen.bars->slot;
        const auto step = std::max<Millis>(std::chrono::minutes(30), (last - first) / 12);
        for (TimePoint at = first; at < last && words.size() < 15; at += step) {
            words.push_back(plan.zone.clockTime(at) + " – " + plan.zone.clockTime(at + step));
            windows.emplace_back(at, at + step);
        }
    }
    if (const auto chosen = filterChoice(ui, "log.times", x, y, most, words, own ? 1 : 0))
        page.between(windows[*chosen].first, windows[*chosen].second);
}

void drawFilters(Widgets& ui, const Rect& box, const LogScreen& screen, LogPage& page) {
    const float least = 190, search = std::clamp(box.w * 0.26F, least, 340.0F);
    const FieldActs typed = ui.field("log.find", {box.x, box.y, search, kControl}, screen.ask.words,
                                     {.hint = ui.say("desk.log.hint"), .icon = Icon::search});
    if (typed.changed) page.find(*typed.changed);
    const std::string count = ui.say(Text{"desk.log.count",
                                          {{"shown", grouped(static_cast<std::int64_t>(screen.shown->size()))},
                                           {"all", grouped(static_cast<std::int64_t>(screen.log->rows.size()))}}});
    const float countWidth = ui.textWidth(count, {13});
    float x = box.x + search + 12;
    const bool wide = box.w > 1080;
    const float most = std::max(90.0F, (box.right() - x - (wide ? countWidth + 20 : 0)) / 4 - 8);

    std::vector<std::string> doors{ui.say("desk.log.all_doors")};
    for (const std::string& door : screen.log->doors) doors.push_back(cleanForScreen(door));
    if (const auto chosen =
            filterChoice(ui, "log.doors", x, box.y, most, doors, screen.ask.door ? *screen.ask.door + 1 : 0))
        page.door(*chosen == 0 ? std::nullopt : std::optional(*chosen - 1));
    const std::array answers{ui.say("desk.log.all_answers"),       ui.say("desk.log.answers.in"),
                             ui.say("desk.log.answers.out"),       ui.say("desk.log.answers.refused"),
                             ui.say("desk.log.answers.again"),     ui.say("desk.log.answers.unknown"),
                             ui.say("desk.log.answers.other_door")};
    if (const auto chosen =
            filterChoice(ui, "log.answers", x, box.y, most, answers, static_cast<std::size_t>(screen.ask.answers)))
        page.answers(static_cast<LogAnswers>(*chosen));
    drawTimes(ui, x, box.y, most, screen, page);
    const std::array kinds{ui.say("desk.log.all_kinds"), ui.say("desk.log.kinds.doubles"),
                           ui.say("desk.log.kinds.undone"), ui.say("desk.log.kinds.overruled"),
                           ui.say("desk.log.kinds.by_hand")};
    if (const auto chosen =
            filterChoice(ui, "log.kinds", x, box.y, most, kinds, static_cast<std::size_t>(screen.ask.kinds)))
        page.kinds(static_cast<LogKinds>(*chosen));
    if (wide) ui.text({box.right(), box.y + 23}, count, ui.look().muted, {13, Weight::regular, Align::right});
}

void drawAnswer(Widgets& ui, const Rect& cell, const LogIndex::Row& row) {
    const ToneLook tone = toneLook(ui.look(), row.undone ? Tone::grey : toneOf(row.verdict));
    const std::string word = ui.say(answerKey(row.verdict));
    const Type type{13, Weight::semibold, Align::left, std::max(1.0F, cell.w - 46)};
    const float w = std::min(ui.textWidth(word, type), type.room) + 38, middle = cell.y + cell.h / 2;
    ui.fill({cell.x, middle - 12, w, 24}, tone.field, 12);
    ui.icon(tone.icon, {cell.x + 9, middle - 6, 12, 12}, tone.words, 3.4F);
    ui.text({cell.x + 27, middle + 4.6F}, word, tone.words, type);
}

void drawRow(Widgets& ui, const LogScreen& screen, std::uint32_t at, std::span<const Rect> cells, float left,
             float width) {
    const Look& look = ui.look();
    const LogIndex::Row& row = screen.log->rows[at];
    if (screen.guest && row.guest == *screen.guest && screen.row != at)
        ui.fill({left + 1, cells[0].y, width - 2, cells[0].h}, look.selected.faded(0.6F));
    const float y = cells[0].y + cells[0].h / 2 + 5;
    const auto room = [](const Rect& cell) { return std::max(1.0F, cell.w - 12); };
    ui.text({cells[0].x, y}, screen.log->plan.zone.clockTimeWithSeconds(row.at), look.muted,
            {14, Weight::regular, Align::left, 0, 1, true});
    if (row.guest == LogIndex::kNobody) {
        ui.text({cells[1].x, y}, ui.say("desk.log.not_on_list"), look.muted,
                {14, Weight::regular, Align::left, room(cells[1])});
    } else {
        const Guest& guest = screen.log->guests[row.guest];
        const std::string name =
            guest.name.empty() ? ui.say("desk.log.nameless") : isolated(cleanForScreen(guest.name));
        ui.text({cells[1].x, y}, name, guest.name.empty() ? look.muted : look.text,
                {14, Weight::semibold, Align::left, room(cells[1])});
        if (guest.country.isCountry()) {
            const bool flag = ui.flag(guest.country, {cells[2].x, cells[2].y + cells[2].h / 2 - 7.5F}, 20);
            const float x = cells[2].x + (flag ? 28 : 0);
            const std::string first(countryName(guest.country, ui.lang()));
            const std::string second(countryName(guest.country, ui.lang() == Lang::en ? Lang::zh : Lang::en));
            ui.text({x, y}, first + " " + second, look.text,
                    {14, Weight::regular, Align::left, std::max(1.0F, cells[2].right() - 12 - x)});
        }
    }
    ui.text({cells[3].x, y}, cleanForScreen(screen.log->doors[row.door]), look.text,
            {14, Weight::regular, Align::left, room(cells[3])});
    drawAnswer(ui, cells[4], row);
}

void drawTable(Widgets& ui, const Rect& card, const LogScreen& screen, LogPage& page) {
    ui.card(card);
    const float door = std::clamp(card.w * 0.15F, 84.0F, 150.0F);
    const std::array columns{Column{ui.say("desk.log.col.time"), 92, Align::left, true},
                             Column{ui.say("desk.log.col.guest"), 0, Align::left, true},
                             Column{ui.say("desk.log.col.country"), 0, Align::left, true},
                             Column{ui.say("desk.log.col.door"), door, Align::left, true},
                             Column{ui.say("desk.log.col.answer"), 136, Align::left, true}};
    TableLook look;
    look.rows = screen.shown->size();
    look.rowHeight = 36;
    look.headHeight = 38;
    look.sorting = Sorting{static_cast<std::size_t>(screen.ask.sortBy), screen.ask.down};
    const std::string empty = ui.say(screen.log->rows.empty() ? "desk.log.empty" : "desk.log.nothing");
    look.empty = empty;
    if (screen.row) {
        const auto found = std::find(screen.shown->begin(), screen.shown->end(), *screen.row);
        if (found != screen.shown->end()) look.selected = static_cast<std::size_t>(found - screen.shown->begin());
    }
    const TableActs acts =
        ui.table("log.table", card.inset(1), columns, look, [&](std::size_t row, std::span<const Rect> cells) {
            drawRow(ui, screen, (*screen.shown)[row], cells, card.x, card.w);
        });
    if (acts.sort) page.sort(static_cast<LogColumn>(*acts.sort));
    if (acts.selected) page.look(*acts.selected);
    if (look.rows == 0 && !screen.log->rows.empty()) {
        const std::string all = ui.say("desk.log.show_all");
        const float w = ui.buttonWidth(all);
        if (ui.button("log.all", {card.x + (card.w - w) / 2, card.y + std::min(card.h - 50, 150.0F), w, kControl}, all))
            page.everything();
    }
}

}  // namespace

void drawLog(Widgets& ui, const Rect& box, const LogScreen& screen, LogPage& page) {
    if (!screen.log) {
        ui.card({box.x, box.y, box.w, 120});
        ui.text({box.x + box.w / 2, box.y + 66}, ui.say("desk.log.reading"), ui.look().muted,
                {15, Weight::medium, Align::centre});
        return;
    }
    const std::array formats{ui.say("desk.log.export"), ui.say("desk.log.export_xlsx"), ui.say("desk.log.export_csv")};
    const float w = std::min(250.0F, ui.textWidth(formats[0], {14, Weight::medium}) + 64);
    if (const auto chosen = ui.choice("log.export", {box.right() - w, box.y - 64, w, kControl}, formats, 0);
        chosen && *chosen > 0)
        page.save(*chosen == 1 ? LogFormat::xlsx : LogFormat::csv);
    drawFilters(ui, box, screen, page);
    const float chart = std::clamp(box.h * 0.29F, 150.0F, 280.0F);
    const Rect chartCard{box.x, box.y + kControl + 14, box.w, chart};
    drawLogChart(ui, chartCard, screen, page);
    const float top = chartCard.bottom() + 14, side = std::clamp(box.w * 0.31F, 268.0F, 420.0F);
    drawTable(ui, {box.x, top, box.w - side - kGrid, box.bottom() - top}, screen, page);
    drawLogPerson(ui, {box.right() - side, top, side, box.bottom() - top}, screen, page);
}

}  // namespace turnout::desk
