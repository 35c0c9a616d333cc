#include "organizer/desk/views/chooser_view.h"

#include <algorithm>
#include <array>

#include "organizer/desk/app/frame.h"

namespace turnout::desk {
namespace {

constexpr std::string_view kTyped = "choose.typed";
constexpr float kPad = 24, kPlaces = 196, kPlaceHeight = 36;

const char* placeKey(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::event: return "desk.choose.place.event";
        case PlaceKind::home: return "desk.choose.place.home";
        case PlaceKind::desktop: return "desk.choose.place.desktop";
        case PlaceKind::documents: return "desk.choose.place.documents";
        case PlaceKind::downloads: return "desk.choose.place.downloads";
        case PlaceKind::recent:
        case PlaceKind::drive: return "desk.choose.place.drive";
        case PlaceKind::computer: return "desk.choose.place.computer";
    }
    return "desk.choose.place.home";
}

Icon placeIcon(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::event: return Icon::qr;
        case PlaceKind::home: return Icon::person;
        case PlaceKind::desktop: return Icon::screen;
        case PlaceKind::documents: return Icon::list;
        case PlaceKind::downloads: return Icon::down;
        case PlaceKind::recent: return Icon::clock;
        case PlaceKind::drive: return Icon::disk;
        case PlaceKind::computer: return Icon::store;
    }
    return Icon::folder;
}

void drawPlaces(Widgets& ui, const Rect& area, const ChooserScreen& screen, Chooser& chooser) {
    const Look& look = ui.look();
    float y = area.y;
    const auto here = screen.way.empty() ? std::filesystem::path() : screen.way.back();
    for (std::size_t i = 0; i < screen.places.size() && y + kPlaceHeight <= area.bottom(); ++i) {
        const ChooserPlace& place = screen.places[i];
        const Rect row{area.x, y, area.w, kPlaceHeight - 2};
        const bool on = place.folder == here;
        if (on)
            ui.fill(row, look.chip, 6);
        else if (ui.hovered(row))
            ui.fill(row, mix(look.nav, look.card, 0.5F), 6);
        ui.icon(placeIcon(place.kind), {row.x + 12, row.y + 9, 16, 16}, on ? look.accent : look.muted, 2.2F);
        const std::string name = place.name.empty() ? ui.say(placeKey(place.kind)) : place.name;
        ui.text({row.x + 38, row.y + 22}, name, on ? look.accent : look.text,
                {14, Weight::medium, Align::left, row.w - 46});
        if (ui.press("choose.place." + std::to_string(i), row)) chooser.go(place.folder);
        y += kPlaceHeight;
    }
}

// Every folder on the way here can be pressed; what does not fit is left out at the front.
void drawWay(Widgets& ui, const Rect& area, const ChooserScreen& screen, Chooser& chooser) {
    const Look& look = ui.look();
    const bool top = screen.way.size() < 2;
    if (ui.button("choose.up", {area.x, area.y, 36, 34}, "", {.enabled = !top, .icon = Icon::up})) chooser.up();
    const float left = area.x + 48;
    const Type type{14, Weight::medium};
    const auto nameOf = [&](std::size_t i) {
        return i == 0 ? ui.say("desk.choose.place.computer") : cleanForScreen(screen.way[i].filename().string());
    };
    std::size_t first = screen.way.size();
    float w = 0;
    while (first > 0) {
        const float more = ui.textWidth(nameOf(first - 1), type) + 30;
        if (w + more > area.right() - left && first < screen.way.size()) break;
        w += more;
        --first;
    }
    float x = left;
    const float baseline = area.y + 22;
    for (std::size_t i = first; i < screen.way.size(); ++i) {
        const bool last = i + 1 == screen.way.size();
        const std::string name = nameOf(i);
        const float room = std::max(40.0F, area.right() - x - 8);
        const float wide = std::min(room, ui.textWidth(name, type));
        const Rect box{x - 6, area.y, wide + 12, 34};
        if (!last && ui.hovered(box)) ui.fill(box, look.cell, 6);
        ui.text({x, baseline}, name, last ? look.text : look.muted,
                {14, last ? Weight::semibold : Weight::medium, Align::left, room});
        if (!last && ui.press("choose.way." + std::to_string(i), box)) chooser.go(screen.way[i]);
        x += wide + 8;
        if (last) break;
        ui.icon(Icon::forward, {x, baseline - 10, 11, 11}, look.faint, 2.6F);
        x += 22;
    }
}

void drawEntries(Widgets& ui, const Rect& area, const ChooserScreen& screen, const Zone& zone, Chooser& chooser) {
    const Look& look = ui.look();
    const bool folders = screen.kind == ChooseKind::folder;
    std::vector<Column> columns{{ui.say("desk.choose.name"), 0, Align::left, true}};
    if (!folders) columns.push_back({ui.say("desk.choose.size"), 92, Align::right, true});
    columns.push_back({"", 20});
    columns.push_back({ui.say("desk.choose.changed"), 190, Align::left, true});
    const std::size_t changed = columns.size() - 1;
    const auto place = [&](ChooseColumn column) {
        return column == ChooseColumn::name ? 0 : column == ChooseColumn::size ? std::size_t{1} : changed;
    };
    const std::string empty = ui.say(!screen.entries         ? "desk.choose.reading"
                                     : !screen.typed.empty() ? "desk.choose.nothing_named"
                                     : folders               ? "desk.choose.no_folders"
                                                             : "desk.choose.no_files");
    const TableLook table{.rows = screen.entries ? screen.entries->size() : 0,
                          .selected = screen.selected,
                          .sorting = Sorting{place(screen.sort), screen.sortDown},
                          .rowHeight = 36,
                          .empty = empty,
                          .hears = ui.focused(kTyped)};
    const std::string here = screen.way.empty() ? std::string() : screen.way.back().string();
    const TableActs acts =
        ui.table("choose.list " + here, area, columns, table, [&](std::size_t row, std::span<const Rect> cells) {
            const ChooserEntry& entry = (*screen.entries)[row];
            const float baseline = cells[0].y + 23;
            ui.icon(entry.folder ? Icon::folder : Icon::list, {cells[0].x, cells[0].y + 9, 18, 18},
                    entry.folder ? look.accent : look.good, 2.1F);
            ui.text({cells[0].x + 30, baseline}, entry.name, look.text,
                    {14, entry.folder ? Weight::semibold : Weight::medium, Align::left, cells[0].w - 40});
            if (!folders && !entry.folder)
                ui.text({cells[1].right(), baseline}, sizeWords(entry.bytes), look.muted,
                        {13, Weight::regular, Align::right, cells[1].w, 1, true});
            ui.text({cells[changed].x, baseline}, dayAndTime(entry.changed, zone, ui.lang()), look.muted,
                    {13, Weight::regular, Align::left, cells[changed].w, 1, true});
        });
    if (acts.sort)
        chooser.sortBy(*acts.sort == 0         ? ChooseColumn::name
                       : *acts.sort == changed ? ChooseColumn::changed
                                               : ChooseColumn::size);
    if (acts.entered && screen.selected) return chooser.enter(*screen.selected);
    if (!acts.selected) return;
    ui.focus(kTyped);  // letters look for a name, whatever was clicked
    // A second click on the same row opens it.
    if (acts.selected == screen.selected)
        chooser.enter(*acts.selected);
    else
        chooser.select(*acts.selected);
}

// A new folder's name, in the place of the way.
void drawNewFolder(Widgets& ui, const Rect& area, const ChooserScreen& screen, Chooser& chooser) {
    const std::string make = ui.say("desk.choose.make_folder"), no = ui.say("desk.cancel");
    const float wide = ui.buttonWidth(make), away = ui.buttonWidth(no);
    const std::string hint = ui.say("desk.choose.folder_name");
    const Rect line{area.x, area.y, area.w - wide - away - 16, kControl};
    const FieldActs typed = ui.field("choose.new_folder", line, *screen.newFolder,
                                     {.hint = hint, .icon = Icon::folder, .wrong = screen.trouble.has_value()});
    if (typed.changed) chooser.typeFolder(*typed.changed);
    const bool made = ui.button("choose.make", {line.right() + 8, area.y, wide, kControl}, make,
                                {.enabled = !screen.newFolder->empty()});
    if (ui.button("choose.no_folder", {line.right() + 16 + wide, area.y, away, kControl}, no) ||
        ui.key(ui::Key::escape))
        return chooser.dropFolder();
    if (made || (typed.entered && !screen.newFolder->empty())) chooser.makeFolder();
}

void drawFoot(Widgets& ui, const Rect& box, const ChooserScreen& screen, Chooser& chooser) {
    const Look& look = ui.look();
    const float right = box.right() - kPad, y = box.bottom() - kPad - 40;
    const std::string no = ui.say("desk.cancel");
    std::string action = ui.say(screen.action);
    if (screen.kind == ChooseKind::folder)
        action = ui.say(Text{"desk.choose.this_folder", {{"folder", shorten(screen.into, 24)}}});
    const ButtonLook primary{ButtonRole::primary, screen.ready, false, {}, {}, 15};
    const float wide = ui.buttonWidth(action, primary) + 12, away = ui.buttonWidth(no);
    const std::string hint =
        screen.kind == ChooseKind::saveFile ? ui.say("desk.choose.name_hint") : ui.say("desk.choose.find_hint");
    const float left = box.x + kPad + kPlaces + 20;
    const Rect line{left, y + 2, std::max(120.0F, right - wide - away - 24 - left), kControl};
    const FieldActs typed = ui.field(kTyped, line, screen.typed,
                                     {.hint = hint,
                                      .icon = screen.kind == ChooseKind::saveFile ? Icon::disk : Icon::search,
                                      .wrong = screen.trouble && !screen.newFolder});
    if (typed.changed) chooser.type(*typed.changed);
    const bool cancelled = ui.button("choose.cancel", {right - wide - 10 - away, y, away, 40}, no);
    const bool accepted = ui.button("choose.accept", {right - wide, y, wide, 40}, action, primary);
    if (screen.trouble)
        ui.text({left, y - 12}, ui.say(*screen.trouble), look.bad, {13.5F, Weight::medium, Align::left, right - left});
    else if (!screen.endings.empty() && screen.kind == ChooseKind::openFile)
        ui.text({left, y - 12}, ui.say(Text{"desk.choose.only", {{"endings", screen.endings}}}), look.muted,
                {13, Weight::regular, Align::left, right - left});
    if (cancelled) return chooser.cancel();
    if (accepted || typed.entered) chooser.accept();
}

}  // namespace

void drawChooser(Widgets& ui, const ChooserScreen& screen, const Zone& zone, Chooser& chooser) {
    const Look& look = ui.look();
    // Backspace goes up where there is nothing left to delete.
    if (ui.key(ui::Key::up, {.alt = true}) || (screen.typed.empty() && !screen.newFolder && ui.key(ui::Key::backspace)))
        chooser.up();
    ui.fill({0, 0, ui.width(), ui.height()}, Colour{10, 18, 30, 255}.faded(look.dark ? 0.6F : 0.35F));
    const float w = std::min(960.0F, ui.width() - 64), h = std::min(680.0F, ui.height() - 64);
    const Rect box{(ui.width() - w) / 2, (ui.height() - h) / 2, w, h};
    ui.canvas().shadow(ui.device(box.moved(0, 8)), 10, 30, Colour{10, 20, 34, 255}.faded(0.35F));
    ui.fill(box, look.card, 10);
    ui.outline(box, look.edge, 10);
    const float left = box.x + kPad, right = box.right() - kPad, foot = box.bottom() - 116;
    const bool makes = screen.kind != ChooseKind::openFile && !screen.newFolder;
    const std::string folder = ui.say("desk.choose.new_folder");
    const float wide = makes ? ui.buttonWidth(folder) : 0;
    ui.text({left, box.y + 42}, ui.say(screen.title), look.text, {18, Weight::bold, Align::left, w - 2 * kPad - wide});
    if (makes && ui.button("choose.folder", {right - wide, box.y + 20, wide, 34}, folder)) {
        chooser.startFolder();
        ui.focus("choose.new_folder");
    }
    drawPlaces(ui, {left - 8, box.y + 68, kPlaces, foot - box.y - 68}, screen, chooser);
    ui.fill({left + kPlaces + 4, box.y + 68, 1, box.bottom() - kPad - box.y - 68}, look.rule);
    const Rect main{left + kPlaces + 20, box.y + 68, right - left - kPlaces - 20, foot - box.y - 68};
    const Rect way{main.x, main.y, main.w, 36};
    if (screen.newFolder)
        drawNewFolder(ui, way, screen, chooser);
    else
        drawWay(ui, way, screen, chooser);
    const Rect list{main.x, main.y + 46, main.w, main.h - 46};
    ui.outline(list, look.edge, 6);
    drawEntries(ui, list, screen, zone, chooser);
    drawFoot(ui, box, screen, chooser);
    // Escape leaves all as it was.
    if (ui.key(ui::Key::escape)) chooser.cancel();
}

PathActs drawPath(Widgets& ui, const std::string& id, const Rect& area, std::string_view value, std::string_view hint,
                  Icon icon) {
    const std::string browse = ui.say("desk.choose.browse");
    const float w = ui.buttonWidth(browse) - 8;
    PathActs acts;
    acts.field = ui.field(id, {area.x, area.y, area.w - w - 8, area.h}, value, {.hint = hint, .icon = icon});
    acts.browse = ui.button(id + ".browse", {area.right() - w, area.y, w, area.h}, browse);
    return acts;
}

}  // namespace turnout::desk
