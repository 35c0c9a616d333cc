#include <algorithm>
#include <array>

#include "organizer/desk/app/rotation.h"
#include "organizer/desk/views/programme_parts.h"

namespace turnout::desk {
namespace {

constexpr float kPad = 20;

struct Setting {
    const char* name;  // in [display]
    std::string label, hint;
};

std::string valueOf(const ProgrammeScreen& screen, const std::string& name) {
    const auto found = screen.display.find(name);
    return found == screen.display.end() ? std::string() : found->second;
}

void drawSetting(Widgets& ui, const Rect& area, const Setting& setting, const ProgrammeScreen& screen,
                 ProgrammePage& page) {
    const FieldActs typed = labelledField(ui, "display/" + std::string(setting.name), area, setting.label,
                                          valueOf(screen, setting.name), setting.hint);
    if (typed.changed) page.set(setting.name, *typed.changed);
}

// A picture is looked for, not typed.
void drawPicture(Widgets& ui, const Rect& area, const Setting& setting, const ProgrammeScreen& screen,
                 ProgrammePage& page) {
    const std::string name = setting.name, browse = ui.say("desk.choose.browse");
    const float w = ui.buttonWidth(browse) - 8;
    drawSetting(ui, {area.x, area.y, area.w - w - 8, area.h}, setting, screen, page);
    if (ui.button("display/" + name + ".browse", {area.right() - w, area.y + 20, w, kControl}, browse))
        page.browseForPicture(name);
}

// Whether the farthest seat can read the hall's texts, and which it cannot. Answers its height.
float drawVerdict(Widgets& ui, const Rect& area, const ProgrammeScreen& screen) {
    constexpr std::size_t kShown = 3;
    const Look& look = ui.look();
    if (!screen.verdict) {
        const Type type{13, Weight::regular, Align::left, area.w, 2};
        return ui.paragraph({area.x, area.y + 12}, ui.say("desk.programme.seats_note"), look.muted, type) + 4;
    }
    const HallVerdict& verdict = *screen.verdict;
    ui.icon(verdict.good ? Icon::check : Icon::bang, {area.x, area.y, 15, 15}, verdict.good ? look.good : look.ask, 3);
    float y = area.y;
    y += ui.paragraph({area.x + 24, y + 12}, verdict.summary, verdict.good ? look.good : look.ask,
                      {13, Weight::medium, Align::left, area.w - 24, 3}) +
         6;
    for (std::size_t i = 0; i < std::min(kShown, verdict.small.size()); ++i)
        y += ui.paragraph({area.x + 24, y + 12}, verdict.small[i], look.muted,
                          {12.5F, Weight::regular, Align::left, area.w - 24, 2}) +
             3;
    return y - area.y + 2;
}

// A timetable as a line of scenes, each as long as it stays; faint where nothing is set and the display takes `usual`.
void drawTimetable(Widgets& ui, const Rect& area, const Setting& setting, std::string_view usual,
                   const ProgrammeScreen& screen, ProgrammePage& page) {
    const Look& look = ui.look();
    drawSetting(ui, {area.x, area.y, area.w, kLabelled}, setting, screen, page);
    const std::string typed = valueOf(screen, setting.name);
    const auto parts = rotationOf(typed.empty() ? usual : std::string_view(typed));
    const Rect line{area.x, area.y + 61, area.w, 22};
    if (!parts) {
        ui.text({line.x, line.y + 14}, ui.say("desk.programme.timetable_wrong"), look.bad,
                {12.5F, Weight::medium, Align::left, line.w});
        return;
    }
    float all = 0;
    for (const RotationPart& part : *parts) all += static_cast<float>(part.seconds);
    float x = line.x;
    for (const RotationPart& part : *parts) {
        const float w = line.w * static_cast<float>(part.seconds) / all;
        const Rect box{x, line.y, std::max(2.0F, w - 2), line.h};
        ui.fill(box, typed.empty() ? look.cell : look.chip, 4);
        const std::string words =
            ui.say(part.label) + " " + ui.say(Text{"desk.programme.seconds", {{"n", std::to_string(part.seconds)}}});
        if (box.w > 24)
            ui.text({box.x + 6, box.y + 15}, words, typed.empty() ? look.muted : look.accent,
                    {11.5F, Weight::medium, Align::left, box.w - 8});
        x += w;
    }
}

void drawSwitch(Widgets& ui, const Rect& area, const char* name, const char* label, bool usual,
                const ProgrammeScreen& screen, ProgrammePage& page) {
    const std::string value = valueOf(screen, name);
    const bool on = value.empty() ? usual : value == "true";
    if (ui.tick("display/" + std::string(name), area, on, ui.say(label)))
        page.set(name, on == !usual ? "" : on ? "false" : "true");
}

float heading(Widgets& ui, float x, float y, float room, std::string_view key) {
    ui.text({x, y + 16}, ui.say(key), ui.look().text, {15, Weight::semibold, Align::left, room});
    return y + 30;
}

void drawLook(Widgets& ui, const Rect& column, const ProgrammeScreen& screen, ProgrammePage& page) {
    const float x = column.x, w = column.w, half = (w - 12) / 2;
    float y = heading(ui, x, column.y, w, "desk.programme.look");
    const std::string beside = ui.say("desk.programme.file_hint");
    drawPicture(ui, {x, y, w, kLabelled}, {"logo", ui.say("desk.programme.logo"), beside}, screen, page);
    drawPicture(ui, {x, y += kLabelled, w, kLabelled}, {"background", ui.say("desk.programme.background"), beside},
                screen, page);
    drawSetting(ui, {x, y += kLabelled, half, kLabelled},
                {"gold", ui.say("desk.programme.gold"), ui.say("desk.programme.colour_hint")}, screen, page);
    const std::string gold = valueOf(screen, "gold");
    if (gold.size() == 7 && gold[0] == '#' &&
        gold.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos) {
        const auto rgb = static_cast<std::uint32_t>(std::stoul(gold.substr(1), nullptr, 16));
        ui.fill({x + half + 12, y + 20, kControl, kControl}, Colour::hex(rgb), 6);
        ui.outline({x + half + 12, y + 20, kControl, kControl}, ui.look().edge, 6);
    }
    y += kLabelled;
    ui.text({x, y + 13}, ui.say("desk.programme.language"), ui.look().muted, {13});
    static constexpr std::array<const char*, 4> kWords{"both", "in-turn", "en", "zh"};
    const std::array names{ui.say("desk.programme.lang_both"), ui.say("desk.programme.lang_turn"), std::string("EN"),
                           std::string("中文")};
    const std::string language = valueOf(screen, "language");
    const auto at = std::find(kWords.begin(), kWords.end(), language);
    if (const auto chosen = ui.tabs("display/language", {x, y + 20, w, 34}, names,
                                    at == kWords.end() ? 0 : static_cast<std::size_t>(at - kWords.begin())))
        page.set("language", *chosen == 0 ? "" : kWords[*chosen]);
    y += kLabelled + 2;
    drawSwitch(ui, {x, y, w, 30}, "map", "desk.programme.map", true, screen, page);
    drawSwitch(ui, {x, y + 30, w, 30}, "moments", "desk.programme.moments", true, screen, page);
    drawSwitch(ui, {x, y + 60, w, 30}, "moments_in_acts", "desk.programme.moments_in_acts", false, screen, page);
    drawSwitch(ui, {x, y + 90, w, 30}, "reduced_motion", "desk.programme.motion", false, screen, page);
}

void drawMiddle(Widgets& ui, const Rect& column, const ProgrammeScreen& screen, ProgrammePage& page) {
    const float x = column.x, w = column.w, half = (w - 12) / 2;
    float y = heading(ui, x, column.y, w, "desk.programme.seats");
    drawSetting(ui, {x, y, half, kLabelled}, {"screen_height_m", ui.say("desk.programme.height"), "3.4"}, screen, page);
    drawSetting(ui, {x + half + 12, y, half, kLabelled}, {"farthest_seat_m", ui.say("desk.programme.farthest"), "30"},
                screen, page);
    y += kLabelled;
    y += drawVerdict(ui, {x, y, w, 0}, screen) + 12;
    y = heading(ui, x, y, w, "desk.programme.timetable");
    constexpr float kTimetable = kLabelled + 30;
    drawTimetable(ui, {x, y, w, kTimetable},
                  {"rotation_before", ui.say("desk.programme.before"), ui.say("desk.programme.before_hint")},
                  "count 20, doors-open 30", screen, page);
    drawTimetable(ui, {x, y += kTimetable, w, kTimetable},
                  {"rotation", ui.say("desk.programme.during"), ui.say("desk.programme.during_hint")},
                  "count 24, journey 16, universities 16, programme 14", screen, page);
    drawTimetable(ui, {x, y += kTimetable, w, kTimetable},
                  {"rotation_after", ui.say("desk.programme.afterwards"), ui.say("desk.programme.after_hint")},
                  "thank-you 18", screen, page);
    y = heading(ui, x, y + kTimetable + 8, w, "desk.programme.journey");
    drawSetting(ui, {x, y, half, kLabelled}, {"place_en", ui.say("desk.programme.place_en"), ""}, screen, page);
    drawSetting(ui, {x + half + 12, y, half, kLabelled}, {"place_zh", ui.say("desk.programme.place_zh"), ""}, screen,
                page);
}

void drawMessages(Widgets& ui, const Rect& column, const ProgrammeScreen& screen, ProgrammePage& page) {
    const float x = column.x, w = column.w, half = (w - 12) / 2;
    float y = heading(ui, x, column.y, w, "desk.programme.messages");
    for (int n = 1; n <= 5; ++n, y += kLabelled) {
        const std::string number = std::to_string(n), en = "message_" + number + "_en",
                          zh = "message_" + number + "_zh";
        drawSetting(ui, {x, y, half, kLabelled},
                    {en.c_str(), ui.say(Text{"desk.programme.message_en", {{"n", number}}}), ""}, screen, page);
        drawSetting(ui, {x + half + 12, y, half, kLabelled},
                    {zh.c_str(), ui.say(Text{"desk.programme.message_zh", {{"n", number}}}), ""}, screen, page);
    }
    y = heading(ui, x, y + 12, w, "desk.programme.closing");
    drawSetting(ui, {x, y, half, kLabelled}, {"closing_en", ui.say("desk.programme.in_en"), ""}, screen, page);
    drawSetting(ui, {x + half + 12, y, half, kLabelled}, {"closing_zh", ui.say("desk.programme.in_zh"), ""}, screen,
                page);
}

}  // namespace

void drawHallScreen(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page) {
    ui.card(box);
    const float content =
        580 +
        (screen.verdict ? 24 + 38 * static_cast<float>(std::min<std::size_t>(3, screen.verdict->small.size())) : 0);
    const float foot = screen.changed ? 72 : 16;
    const Rect inside{box.x + kPad, box.y + 16, box.w - 2 * kPad, box.h - 16 - foot};
    const float y = inside.y - ui.beginScroll("programme.screen", inside, content);
    const float gap = 32, w = (inside.w - 2 * gap - 8) / 3;
    drawLook(ui, {inside.x, y, w, content}, screen, page);
    drawMiddle(ui, {inside.x + w + gap, y, w, content}, screen, page);
    drawMessages(ui, {inside.x + 2 * (w + gap), y, w, content}, screen, page);
    ui.endScroll();
    drawSaving(ui, box, screen, page);
}

}  // namespace turnout::desk
