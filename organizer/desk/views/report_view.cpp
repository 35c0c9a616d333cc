#include "organizer/desk/views/report_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "organizer/desk/views/closing_view.h"

namespace turnout::desk {
namespace {

constexpr float kPaper = 1.41428F;  // A4: height by width
constexpr float kRow = 26, kPad = 18, kFolder = 28;

// The folder's own name: enough to know it again.
std::string shortPath(const std::filesystem::path& folder) {
    const std::string last = cleanForScreen(folder.filename().string());
    return last.empty() ? folder.string() : last;
}

void drawPage(Widgets& ui, const ReportPreview& preview, std::size_t at, const Rect& area) {
    if (!ui.look().dark)
        ui.canvas().shadow(ui.device(area.moved(0, 1)), 2, 6 * ui.density(), Colour{20, 32, 46, 255}.faded(0.16F));
    ui.bitmap(preview.pages[at], area);
}

// The chosen page whole, the others smaller beside it.
void drawPages(Widgets& ui, const Rect& box, const ReportScreen& screen, ReportPage& page) {
    const float gap = kGrid;
    const float big = std::min((box.h - 4) / kPaper, (box.w - gap) * 0.62F);
    const float small = std::min(box.w - big - gap, big * 0.72F);
    page.pageWidth(static_cast<int>(std::lround(big * ui.density())));
    if (!screen.preview) {
        ui.card({box.x, box.y, big, big * kPaper});
        ui.text({box.x + big / 2, box.y + big * 0.5F},
                ui.say(screen.unread ? "desk.report.unread" : "desk.report.drawing"), ui.look().muted,
                {14, Weight::medium, Align::centre, big - 40});
        return;
    }
    const ReportPreview& preview = *screen.preview;
    drawPage(ui, preview, screen.page, {box.x, box.y, big, big * kPaper});
    const float step = small * kPaper + gap;
    const auto others = static_cast<float>(preview.pages.size() - 1);
    if (others < 1) return;
    const Rect side{box.x + big + gap, box.y, small, box.h};
    float y = side.y - ui.beginScroll("report/pages", side, others * step - gap);
    for (std::size_t i = 0; i < preview.pages.size(); ++i) {
        if (i == screen.page) continue;
        const Rect area{side.x, y, small, small * kPaper};
        if (area.bottom() > box.y - 4 && area.y < box.bottom() + 4) {
            drawPage(ui, preview, i, area);
            if (ui.hovered(area)) ui.outline(area, ui.look().accent, 0, 2);
            if (ui.press("report/page." + std::to_string(i), area)) page.turnTo(i);
        }
        y += step;
    }
    ui.endScroll();
}

float drawSections(Widgets& ui, const Rect& column, float y, const ReportScreen& screen, ReportPage& page) {
    const Look& look = ui.look();
    constexpr float kHeight = 58 + 7 * kRow + 156;
    const Rect card{column.x, y, column.w, kHeight};
    ui.card(card);
    const float left = card.x + kPad, room = card.w - 2 * kPad;
    ui.text({left, card.y + 29}, ui.say("desk.report.in_it"), look.text, {15, Weight::semibold});
    ReportOptions options = screen.options;
    struct Section {
        const char* id;
        std::string_view key;
        bool* on;
    };
    const std::array sections{Section{"report/sentence", "desk.report.sentence", &options.sentence},
                              Section{"report/arrivals", "desk.report.arrivals", &options.arrivals},
                              Section{"report/countries", "desk.report.countries", &options.countries},
                              Section{"report/universities", "desk.report.universities", &options.universities},
                              Section{"report/doors", "desk.report.doors", &options.doors},
                              Section{"report/doubles", "desk.report.doubles", &options.doubles},
                              Section{"report/absent", "desk.report.absent", &options.absent}};
    float at = card.y + 42;
    for (const Section& section : sections) {
        const bool names = section.on == &options.absent;
        if (ui.tick(section.id, {left, at, room, kRow}, *section.on && !(names && screen.closed), ui.say(section.key),
                    !(names && screen.closed))) {
            *section.on = !*section.on;
            page.choose(options);
        }
        at += kRow;
    }
    ui.rule(left, at + 12, room);
    ui.text({left, at + 38}, ui.say("desk.report.language"), look.muted, {14});
    const std::array languages{ui.say("desk.report.both"), ui.say("desk.report.english"),
                               ui.say("desk.report.chinese")};
    if (const auto chosen =
            ui.tabs("report/language", {left, at + 48, room, 34}, languages, static_cast<std::size_t>(screen.language)))
        page.language(static_cast<ReportLanguage>(*chosen));
    static constexpr std::array kMinutes{1, 5, 10, 15, 30};
    std::vector<std::string> words;
    std::size_t current = 1;
    for (std::size_t i = 0; i < kMinutes.size(); ++i) {
        words.push_back(ui.say(Text{"desk.report.minutes", {{"n", std::to_string(kMinutes[i])}}}));
        if (kMinutes[i] == screen.minutes) current = i;
    }
    const float wide = 96;
    ui.text({left, at + 120}, ui.say("desk.report.rounded"), look.muted,
            {14, Weight::regular, Align::left, room - wide - 6});
    if (const auto chosen =
            ui.choice("report/minutes", {card.right() - kPad - wide, at + 97, wide, kControl}, words, current))
        page.round(kMinutes[*chosen]);
    ui.text({left, at + 149}, ui.say("desk.report.so"), look.muted, {12.5F, Weight::regular, Align::left, room});
    return y + kHeight;
}

float drawSaving(Widgets& ui, const Rect& column, float y, const ReportScreen& screen, ReportPage& page) {
    const bool ready = screen.preview != nullptr;
    const std::string print = ui.say("desk.report.print");
    const float wide = std::max(84.0F, ui.buttonWidth(print));
    if (ui.button("report/pdf", {column.x, y, column.w - wide - 8, 46}, ui.say("desk.report.save_pdf"),
                  {.role = ButtonRole::primary, .enabled = ready, .size = 15}))
        page.save(ReportFile::pdf);
    if (ui.button("report/print", {column.right() - wide, y, wide, 46}, print, {.enabled = ready})) page.print();
    y += 54;
    struct File {
        const char* id;
        std::string_view key;
        ReportFile file;
        bool names;
    };
    const auto row = [&](std::span<const File> files) {
        const float gap = 8,
                    w = (column.w - gap * static_cast<float>(files.size() - 1)) / static_cast<float>(files.size());
        float x = column.x;
        for (const File& each : files) {
            if (ui.button(each.id, {x, y, w, kControl}, ui.say(each.key),
                          {.enabled = ready && !(each.names && screen.closed)}))
                page.save(each.file);
            x += w + gap;
        }
        y += kControl + 8;
    };
    const std::array first{File{"report/xlsx", "desk.report.excel", ReportFile::xlsx, false},
                           File{"report/csv", "desk.report.csv", ReportFile::csv, false},
                           File{"report/json", "desk.report.json", ReportFile::json, false}};
    row(first);
    const std::array people{File{"report/attendance", "desk.report.attendance", ReportFile::attendance, true},
                            File{"report/no_shows", "desk.report.no_shows", ReportFile::absent, true}};
    const float sheets = std::min(column.w * 0.62F, ui.buttonWidth(ui.say(people[0].key)));
    if (ui.button(people[0].id, {column.x, y, sheets, kControl}, ui.say(people[0].key),
                  {.enabled = ready && !screen.closed}))
        page.save(people[0].file);
    if (ui.button(people[1].id, {column.x + sheets + 8, y, column.w - sheets - 8, kControl}, ui.say(people[1].key),
                  {.enabled = ready && !screen.closed}))
        page.save(people[1].file);
    y += kControl + 8;
    if (ui.button("report/copy", {column.x, y, column.w, kControl},
                  ui.say(screen.sentenceCopied ? "desk.report.copied" : "desk.report.copy"),
                  {.enabled = ready, .icon = screen.sentenceCopied ? std::optional(Icon::check) : std::nullopt})) {
        ui.copy(screen.preview->sentence);
        page.copied();
    }
    y += kControl;
    // Where it goes, and the way there once something lies there.
    const Look& look = ui.look();
    const std::string change = ui.say("desk.report.change_folder"), open = ui.say("desk.report.open_folder");
    const Type link{13, Weight::semibold, Align::right};
    float right = column.right();
    if (ui.link("report/folder", {right, y + 22}, change, link)) page.session().chooseOutFolder();
    right -= ui.textWidth(change, link) + 14;
    if (!screen.made.empty()) {
        if (ui.link("report/open", {right, y + 22}, open, link)) page.openFolder();
        right -= ui.textWidth(open, link) + 14;
    }
    ui.icon(Icon::folder, {column.x, y + 10, 15, 15}, look.muted, 2.2F);
    ui.text({column.x + 22, y + 22}, shortPath(screen.folder), look.muted,
            {13, Weight::medium, Align::left, std::max(1.0F, right - column.x - 22)});
    return y + kFolder;
}

}  // namespace

void drawReport(Widgets& ui, const Rect& box, const ReportScreen& screen, ReportPage& page) {
    const Look& look = ui.look();
    ui.fill({kNavWidth, kPageTop, ui.width() - kNavWidth, ui.height() - kPageTop}, look.paper);
    const float side = std::clamp(box.w * 0.235F, 264.0F, 320.0F);
    const Rect column{box.right() - side, box.y + 16, side, box.bottom() - box.y - 16};
    const Rect pages{box.x, column.y, box.w - side - kGrid - 8, column.h};
    if (screen.closing.step != ClosingStep::none)
        drawClosing(ui, pages, screen, page);
    else
        drawPages(ui, pages, screen, page);
    const float height =
        58 + 7 * kRow + 156 + 12 + 54 + 3 * (kControl + 8) - 8 + kFolder + 10 + closingCardHeight(screen);
    float y = column.y - ui.beginScroll("report/side", column, height);
    y = drawSections(ui, column, y, screen, page) + 12;
    y = drawSaving(ui, column, y, screen, page) + 10;
    drawClosingCard(ui, {column.x, y}, column.w, screen, page);
    ui.endScroll();
}

}  // namespace turnout::desk
