#include <algorithm>
#include <array>

#include "organizer/desk/app/frame.h"
#include "organizer/desk/views/guests_parts.h"

namespace turnout::desk {
namespace {

constexpr float kCellHeight = 106, kGap = 12;

const std::array<const char*, 7> kEncodings{"", "utf-8", "gb18030", "big5", "utf-16le", "utf-16be", "windows-1252"};

// The sentences of the command name its own words; here the answer is a list to fold out.
Text troubleWords(Widgets& ui, const Error& trouble) {
    std::string column;
    for (const auto& [name, value] : trouble.text.args)
        if (name == "column") column = value;
    if (trouble.text.key == "roster.needs_column")
        return {"desk.review.needs_column", {{"column", fieldName(ui, column)}}};
    if (trouble.text.key == "roster.header_twice") return {"desk.review.heading_twice", {{"column", column}}};
    return trouble.text;
}

void drawFile(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page) {
    const Look& look = ui.look();
    const ListReview& review = *screen.review.review;
    ui.card(box);
    ui.fill({box.x + 16, box.y + 14, 36, 36}, look.goodSoft, 6);
    ui.icon(Icon::list, {box.x + 24, box.y + 22, 20, 20}, look.good, 2.2F);
    const std::string other = ui.say("desk.review.other_file");
    const float button = ui.buttonWidth(other);
    float right = box.right() - 16 - button;
    if (ui.button("review.other", {right, box.y + 14, button, kControl}, other)) page.otherFile();
    std::vector<std::string> names;
    std::size_t selected = 0;
    for (std::size_t i = 0; i < kEncodings.size(); ++i) {
        names.push_back(i == 0 ? ui.say("desk.review.wrong_letters")
                               : ui.say(std::string("desk.encoding.") + kEncodings[i]));
        if (screen.review.encoding == kEncodings[i]) selected = i;
    }
    if (review.form.find("XLSX") == std::string::npos) {
        right -= 178;
        if (const auto chosen = ui.choice("review.encoding", {right, box.y + 14, 168, kControl}, names, selected))
            page.chooseEncoding(kEncodings[*chosen]);
    }
    // "UTF-8, “;”": what separates the cells says nothing to people.
    std::string form = review.form;
    if (const auto comma = form.find(", "); comma != std::string::npos && form.find("XLSX") == std::string::npos)
        form.resize(comma);
    const float room = right - 16 - (box.x + 68);
    ui.text({box.x + 68, box.y + 28}, review.fileName, look.text, {15, Weight::semibold, Align::left, room});
    const Text line{review.preview.empty() ? "desk.review.read_as_short" : "desk.review.read_as",
                    {{"rows", grouped(review.rows)}, {"form", form}, {"preview", review.preview}}};
    ui.text({box.x + 68, box.y + 49}, ui.say(line), look.muted, {13.5F, Weight::regular, Align::left, room});
}

void drawColumn(Widgets& ui, const Rect& cell, const ReviewColumn& column, std::size_t i, bool missing,
                GuestsPage& page) {
    const Look& look = ui.look();
    const bool used = !column.field.empty(), doubtful = column.doubtful || (missing && !used);
    ui.card(cell, doubtful ? look.askSoft : look.cell, doubtful ? look.askEdge : look.edge);
    ui.text({cell.x + 12, cell.y + 23}, column.header, used ? look.text : look.muted,
            {13, Weight::semibold, Align::left, cell.w - 20});
    ui.text({cell.x + 12, cell.y + 44}, column.sample.empty() ? "–" : column.sample, look.muted,
            {13.5F, Weight::regular, Align::left, cell.w - 20});
    std::vector<std::string> names;
    std::size_t selected = mappableFields().size() - 1;
    for (std::size_t f = 0; f < mappableFields().size(); ++f) {
        names.push_back(fieldName(ui, mappableFields()[f]));
        if (mappableFields()[f] == column.field) selected = f;
    }
    if (column.doubtful) names[selected] += "?";
    if (const auto chosen =
            ui.choice("review.column." + std::to_string(i), {cell.x + 8, cell.bottom() - 44, cell.w - 16, kControl},
                      names, selected, doubtful ? ButtonRole::ask : ButtonRole::plain))
        page.mapColumn(column, mappableFields()[*chosen]);
}

void drawColumns(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page) {
    const Look& look = ui.look();
    const ListReview& review = *screen.review.review;
    ui.card(box);
    float x = box.x + 16;
    x += ui.text({x, box.y + 28}, ui.say("desk.review.columns"), look.text, {16, Weight::semibold}) + 16;
    std::vector<std::size_t> shown;
    std::size_t unused = 0;
    const bool all = screen.review.allColumns || review.trouble.has_value();
    for (std::size_t i = 0; i < review.columns.size(); ++i) {
        const std::string& field = review.columns[i].field;
        const bool used = !field.empty() && field != "submitted" && field != "order" && field != "position";
        unused += used ? 0 : 1;
        if (used || all) shown.push_back(i);
    }
    const std::string left =
        ui.say(Text{screen.review.allColumns ? "desk.review.hide_columns" : "desk.review.unused_columns",
                    {{"count", std::to_string(unused)}}});
    const float leftWidth = unused > 0 && !review.trouble ? ui.textWidth(left, {13, Weight::semibold}) + 16 : 0;
    if (leftWidth > 0 &&
        ui.link("review.unused", {box.right() - 16, box.y + 28}, left, {13, Weight::semibold, Align::right}))
        page.showAllColumns(!screen.review.allColumns);
    const Colour words = review.trouble ? look.bad : look.muted;
    ui.text({x, box.y + 28}, ui.say(review.trouble ? "desk.review.columns_missing" : "desk.review.columns_check"),
            words, {13.5F, Weight::regular, Align::left, std::max(1.0F, box.right() - 16 - leftWidth - x)});

    const Rect area{box.x + 16, box.y + 44, box.w - 32, box.h - 56};
    const auto across = static_cast<std::size_t>(std::max(1.0F, (area.w + 8) / 166));
    const std::size_t inRow = std::max<std::size_t>(1, std::min(across, shown.size()));
    const float w = std::min(280.0F, (area.w - 8 * static_cast<float>(inRow - 1)) / static_cast<float>(inRow));
    const std::size_t rows = (shown.size() + inRow - 1) / inRow;
    const float offset = ui.beginScroll("review.columns", area, static_cast<float>(rows) * (kCellHeight + 8) - 8);
    for (std::size_t n = 0; n < shown.size(); ++n) {
        const Rect cell{area.x + (w + 8) * static_cast<float>(n % inRow),
                        area.y + (kCellHeight + 8) * static_cast<float>(n / inRow) - offset, w, kCellHeight};
        if (cell.bottom() > area.y && cell.y < area.bottom())
            drawColumn(ui, cell, review.columns[shown[n]], shown[n], review.trouble.has_value(), page);
    }
    ui.endScroll();
}

void drawSettle(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page) {
    const Look& look = ui.look();
    const ListReview& review = *screen.review.review;
    ui.card(box);
    const std::array tabs{
        std::pair{ReviewTab::need, Text{"desk.review.tab_need", {{"count", grouped(review.need)}}}},
        std::pair{ReviewTab::settled, Text{"desk.review.tab_settled",
                                           {{"count", grouped(static_cast<std::int64_t>(review.settled.size()))}}}},
        std::pair{ReviewTab::leftOut,
                  Text{"desk.review.tab_left", {{"count", grouped(static_cast<std::int64_t>(review.leftOut.size()))}}}},
        std::pair{ReviewTab::changes, Text{"desk.review.tab_changes", {}}}};
    const std::array tones{review.need > 0 ? ChipTone::ask : ChipTone::plain, ChipTone::good, ChipTone::plain,
                           ChipTone::chosen};
    // Where the window is narrow, the heading gives way to what can be pressed.
    const std::string heading = ui.say("desk.review.settle");
    float chips = 0, x = box.x + 16;
    for (const auto& tab : tabs) chips += ui.chip({}, ui.say(tab.second), ChipTone::plain, false) + 8;
    if (ui.textWidth(heading, {16, Weight::semibold}) + 14 + chips < box.w - 32)
        x += ui.text({x, box.y + 30}, heading, look.text, {16, Weight::semibold}) + 14;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const std::string label = ui.say(tabs[i].second);
        const float w = ui.chip({x, box.y + 25}, label, tones[i]);
        const Rect pill{x, box.y + 13, w, 24};
        if (screen.review.tab == tabs[i].first) ui.outline(pill.inset(-2), look.accent, 13, 1.5F);
        if (ui.press("review.tab." + std::to_string(i), pill)) page.showTab(tabs[i].first);
        x += w + 8;
    }
    if (!review.questions.empty()) {
        const std::string save = ui.say("desk.review.save_table");
        if (x + ui.textWidth(save, {13, Weight::semibold}) + 24 < box.right() &&
            ui.link("review.save", {box.right() - 16, box.y + 30}, save, {13, Weight::semibold, Align::right}))
            page.saveProblems();
    }
    ui.rule(box.x + 1, box.y + 48, box.w - 2);
    const Rect area{box.x, box.y + 49, box.w, box.h - 53};
    switch (screen.review.tab) {
        case ReviewTab::need: return drawQuestions(ui, area, screen, page);
        case ReviewTab::settled: return drawNotes(ui, area, review.settled, "desk.review.none_settled");
        case ReviewTab::leftOut: return drawNotes(ui, area, review.leftOut, "desk.review.none_left");
        case ReviewTab::changes: return drawChanges(ui, area, review);
    }
}

void drawBringIn(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page) {
    const Look& look = ui.look();
    const ListReview& review = *screen.review.review;
    ui.card(box);
    const float x = box.x + 18, right = box.right() - 18;
    ui.text({x, box.y + 30}, ui.say("desk.review.bring_in"), look.text, {16, Weight::semibold});
    const bool low = box.h < 420;
    const std::string all = grouped(review.ready + review.need);
    const float size = low ? 40 : 56, base = box.y + (low ? 78 : 96);
    const float w = ui.text({x, base}, all, look.text, {size, Weight::bold});
    ui.paragraph({x + w + 14, base - 19}, ui.say("desk.review.guests_in_list"), look.muted,
                 {14, Weight::regular, Align::left, right - x - w - 14, 2});
    float y = base + (low ? 16 : 22);
    ui.rule(x, y, right - x);
    const float step = low ? 21 : 28;
    y += step - 4;
    const auto line = [&](const std::string& label, std::int64_t number, Colour colour) {
        ui.text({x, y}, label, look.text, {14, Weight::regular, Align::left, right - x - 64});
        ui.text({right, y}, grouped(number), colour, {14.5F, Weight::semibold, Align::right, 0, 1, true});
        y += step;
    };
    line(ui.say("desk.review.ready"), review.ready, look.good);
    line(ui.say("desk.review.need"), review.need, review.need > 0 ? look.ask : look.muted);
    line(ui.say("desk.review.left"), static_cast<std::int64_t>(review.leftOut.size()), look.muted);
    line(ui.say("desk.review.unchanged"), review.unchanged, look.muted);
    if (review.changed > 0) line(ui.say("desk.review.changed"), review.changed, look.ask);
    if (review.gone > 0) line(ui.say("desk.review.gone"), review.gone, look.muted);
    y -= step - 14;
    ui.rule(x, y, right - x);
    y += step - 4;
    const float foot = box.bottom() - 18 - 44 - (review.need > 0 && review.ready > 0 ? 36 : 0);
    const auto fits = [&] { return y < foot - 6; };
    if (fits()) line(ui.say("desk.review.countries"), review.countries, look.text);
    const auto& groups = page.plan().groups;
    if (!groups.empty() && fits())
        line(ui.say(Text{
                 "desk.review.group",
                 {{"group", groups.front().name.in(ui.lang())}, {"date", page.plan().zone.date(page.plan().starts)}}}),
             review.inGroup, look.text);
    if (fits()) line(ui.say("desk.review.agreed"), review.agreed, look.text);
    const bool ready = review.need == 0 && review.ready + review.cancelled > 0 && !screen.review.busy;
    const Text label = review.need > 0           ? Text{"desk.review.settle_first", {{"count", grouped(review.need)}}}
                       : !review.changesGuests() ? Text{"desk.review.nothing_new", {}}
                                                 : Text{"desk.review.bring_all", {{"count", grouped(review.ready)}}};
    if (ui.button("review.bring", {x, foot, right - x, 44}, ui.say(label),
                  {ButtonRole::primary, ready, false, {}, {}, 15}))
        page.bringAllIn();
    if (review.need > 0 && review.ready > 0 &&
        ui.link("review.bring_ready", {(x + right) / 2, foot + 70},
                ui.say(Text{"desk.review.bring_ready", {{"count", grouped(review.ready)}}}),
                {13, Weight::semibold, Align::centre}))
        page.bringAllIn();
}

}  // namespace

void drawReview(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page) {
    if (!screen.review.review) return;
    const ListReview& review = *screen.review.review;
    drawFile(ui, {box.x, box.y, box.w, 64}, screen, page);
    float y = box.y + 64 + kGap;
    const float columns = kCellHeight + 56;
    drawColumns(ui, {box.x, y, box.w, columns}, screen, page);
    y += columns + kGap;
    const float foot = 44;
    const Rect rest{box.x, y, box.w, box.bottom() - foot - y};
    if (review.trouble) {
        const Rect note{rest.x, rest.y, rest.w, std::min(rest.h, 92.0F)};
        ui.card(note, ui.look().askSoft, ui.look().askEdge);
        ui.icon(Icon::bang, {note.x + 20, note.y + 19, 20, 20}, ui.look().ask, 3);
        ui.paragraph({note.x + 52, note.y + 35}, ui.say(troubleWords(ui, *review.trouble)), ui.look().text,
                     {14.5F, Weight::medium, Align::left, note.w - 80, 2});
    } else {
        const float side = box.w > 1080 ? 300 : 268;
        drawSettle(ui, {rest.x, rest.y, rest.w - side - 16, rest.h}, screen, page);
        drawBringIn(ui, {rest.right() - side, rest.y, side, rest.h}, screen, page);
    }
    const float below = box.bottom() - kControl;
    const std::string undo = ui.say("desk.undo"), cancel = ui.say("desk.cancel");
    const float undoWidth = ui.buttonWidth(undo), cancelWidth = ui.buttonWidth(cancel);
    ui.text({box.x, below + 23}, ui.say("desk.review.remembered"), ui.look().muted,
            {13.5F, Weight::regular, Align::left, box.w - undoWidth - cancelWidth - 40});
    if (ui.button("review.undo", {box.right() - undoWidth, below, undoWidth, kControl}, undo,
                  {ButtonRole::plain, page.session().canUndo()}))
        page.session().undoLast();
    if (ui.button("review.cancel", {box.right() - undoWidth - 8 - cancelWidth, below, cancelWidth, kControl}, cancel))
        screen.bring.hasList ? page.toList() : page.otherFile();
}

}  // namespace turnout::desk
