#include "organizer/desk/views/start_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "organizer/desk/app/frame.h"
#include "organizer/desk/views/chooser_view.h"

namespace turnout::desk {
namespace {

constexpr float kPhaseHead = 40, kStepHeight = 36, kPhaseGap = 12;

// --- make one or open one ---

struct FormLine {
    const char *label, *hint;
    std::string EventForm::*field;
    bool half;  // two of these stand side by side
};

float drawFields(Widgets& ui, float x, float y, float w, std::span<const FormLine> lines, const StartScreen& screen,
                 StartPage& page) {
    const Look& look = ui.look();
    EventForm form = screen.form;
    bool changed = false, second = false;
    for (const FormLine& line : lines) {
        const float each = line.half ? (w - 12) / 2 : w, left = line.half && second ? x + each + 12 : x;
        ui.text({left, y + 14}, ui.say(line.label), look.muted, {13, Weight::semibold, Align::left, each});
        const std::string hint = ui.say(line.hint);
        const FieldActs typed = ui.field(std::string("start.") + line.label, {left, y + 22, each, kControl},
                                         form.*line.field, {.hint = hint});
        if (typed.changed) {
            form.*line.field = *typed.changed;
            changed = true;
        }
        if (typed.entered) page.make();
        if (line.half && !second) {
            second = true;
            continue;
        }
        second = false;
        y += 70;
    }
    if (changed) page.type(std::move(form));
    return y;
}

const std::array kNames{FormLine{"desk.start.name_en", "desk.start.name_en_hint", &EventForm::nameEn, false},
                        FormLine{"desk.start.name_zh", "desk.start.name_zh_hint", &EventForm::nameZh, false}};
const std::array kTimes{FormLine{"desk.start.date", "desk.start.date_hint", &EventForm::date, true},
                        FormLine{"desk.start.starts", "desk.start.time_hint", &EventForm::starts, true}};
const std::array kMore{FormLine{"desk.start.venue", "desk.start.venue_hint", &EventForm::venue, false},
                       FormLine{"desk.start.doors", "desk.start.doors_hint", &EventForm::doors, true},
                       FormLine{"desk.start.places", "desk.start.places_hint", &EventForm::places, true}};

float drawLike(Widgets& ui, float x, float y, float w, const StartScreen& screen, StartPage& page) {
    const Look& look = ui.look();
    ui.text({x, y + 14}, ui.say("desk.start.like_which"), look.muted, {13, Weight::semibold, Align::left, w});
    std::vector<std::string> names{ui.say("desk.start.choose")};
    for (const KnownEvent& event : screen.known)
        names.push_back(event.trouble.empty()
                            ? event.name.in(ui.lang()) + " · " + (ui.lang() == Lang::zh ? event.whenZh : event.when)
                            : event.path.filename().string());
    if (const auto chosen =
            ui.choice("start.like", {x, y + 22, w, kControl}, names, screen.like ? *screen.like + 1 : 0);
        chosen && *chosen > 0)
        page.chooseLike(*chosen - 1);
    return y + 70;
}

void drawMake(Widgets& ui, const Rect& box, const StartScreen& screen, StartPage& page) {
    const Look& look = ui.look();
    ui.card(box);
    const float x = box.x + 24, w = box.w - 48;
    ui.text({x, box.y + 38}, ui.say("desk.start.make"), look.text, {18, Weight::bold, Align::left, w});
    const std::array ways{ui.say("desk.start.way_form"), ui.say("desk.start.way_like"), ui.say("desk.start.way_file")};
    if (const auto chosen =
            ui.tabs("start.way", {x, box.y + 54, w, kControl}, ways, static_cast<std::size_t>(screen.way)))
        page.choose(static_cast<MakeWay>(*chosen));
    const Rect area{x, box.y + 104, w, box.h - 104 - 76};
    const float content = screen.way == MakeWay::form   ? 70.0F * 6
                          : screen.way == MakeWay::like ? 70.0F * 5
                                                        : 70.0F * 2 + 20;
    const float offset = ui.beginScroll("start.form", area, content);
    float y = area.y - offset;
    if (screen.way == MakeWay::like) y = drawLike(ui, x, y, w, screen, page);
    if (screen.way != MakeWay::file) {
        y = drawFields(ui, x, y, w, kNames, screen, page);
        y = drawFields(ui, x, y, w, kTimes, screen, page);
    }
    if (screen.way == MakeWay::form) y = drawFields(ui, x, y, w, kMore, screen, page);
    if (screen.way == MakeWay::file) {
        ui.text({x, y + 14}, ui.say("desk.start.toml"), look.muted, {13, Weight::semibold, Align::left, w});
        const std::string hint = ui.say("desk.start.toml_hint");
        const PathActs typed = drawPath(ui, "start.toml", {x, y + 22, w, kControl}, screen.toml, hint);
        if (typed.field.changed) page.typeToml(*typed.field.changed);
        if (typed.browse) page.browseForToml();
        y += 70;
    }
    ui.text({x, y + 14}, ui.say("desk.start.save_as"), look.muted, {13, Weight::semibold, Align::left, w});
    const PathActs file = drawPath(ui, "start.file", {x, y + 22, w, kControl}, screen.file, {}, Icon::disk);
    if (file.field.changed) page.typeFile(*file.field.changed);
    if (file.browse) page.browseForPlace();
    ui.endScroll();

    const float foot = box.bottom() - 60;
    const std::string make = ui.say("desk.start.make_it");
    const float button = ui.buttonWidth(make, {.size = 15}) + 16;
    if (ui.button("start.make", {box.right() - 24 - button, foot, button, 40}, make,
                  {ButtonRole::primary, true, false, {}, {}, 15}))
        page.make();
    if (screen.trouble)
        ui.text({x, foot + 16}, ui.say(*screen.trouble), look.bad,
                {13.5F, Weight::medium, Align::left, w - button - 16, 2});
}

void drawOpen(Widgets& ui, const Rect& box, const StartScreen& screen, StartPage& page) {
    const Look& look = ui.look();
    ui.card(box);
    const float x = box.x + 24, w = box.w - 48;
    ui.text({x, box.y + 38}, ui.say("desk.start.open"), look.text, {18, Weight::bold, Align::left, w});
    float y = box.y + 58;
    const float foot = box.bottom() - 92;
    if (screen.known.empty())
        ui.paragraph({x, y + 18}, ui.say("desk.start.none_known"), look.muted,
                     {14, Weight::regular, Align::left, w, 3});
    for (std::size_t i = 0; i < screen.known.size() && y + 62 <= foot; ++i, y += 70) {
        const KnownEvent& event = screen.known[i];
        const Rect row{x, y, w, 62};
        if (ui.button("start.open." + std::to_string(i), row, "")) page.open(event.path);
        const std::string when = ui.lang() == Lang::zh ? event.whenZh : event.when;
        const bool bad = !event.trouble.empty();
        const std::string name = bad ? event.path.filename().string() : event.name.in(ui.lang());
        ui.text({x + 16, y + 26}, name, bad ? look.muted : look.text, {15, Weight::semibold, Align::left, w - 48});
        const std::string below =
            bad ? event.trouble
                : ui.say(Text{
                      "desk.start.known",
                      {{"date", when}, {"guests", grouped(event.guests)}, {"file", event.path.filename().string()}}});
        ui.text({x + 16, y + 47}, below, bad ? look.bad : look.muted, {13, Weight::regular, Align::left, w - 48});
        ui.icon(Icon::forward, {row.right() - 30, y + 22, 18, 18}, look.muted, 2.4F);
    }
    ui.text({x, foot + 20}, ui.say("desk.start.open_path"), look.muted, {13, Weight::semibold, Align::left, w});
    // One button: looks for the file, or opens the one that was typed.
    const bool typedOne = !screen.openPath.empty();
    const std::string open = ui.say(typedOne ? "desk.start.open_it" : "desk.choose.browse");
    const float button = ui.buttonWidth(open);
    const std::string hint = ui.say("desk.start.open_hint");
    const FieldActs typed = ui.field("start.path", {x, foot + 32, w - button - 8, kControl}, screen.openPath,
                                     {.hint = hint, .icon = Icon::folder});
    if (typed.changed) page.typeOpen(*typed.changed);
    const bool pressed = ui.button("start.open", {x + w - button, foot + 32, button, kControl}, open);
    if (pressed && !typedOne) page.browseForEvent();
    if (typedOne && (pressed || typed.entered)) page.open(pathFrom(screen.openPath));
}

// --- what comes next ---

void drawStep(Widgets& ui, const Rect& row, const NextStep& step, const std::string& id, bool now, StartPage& page) {
    const Look& look = ui.look();
    const Point mark{row.x + 10, row.y + row.h / 2};
    if (step.done == true) {
        ui.dot(mark, 9, look.good);
        ui.icon(Icon::check, {mark.x - 6, mark.y - 6, 12, 12}, look.card, 3.4F);
    } else {
        ui.dot(mark, 9, look.edge);
        ui.dot(mark, 7.2F, look.card);
    }
    const std::string go = ui.say(labelKey(step.page));
    const ButtonLook button{
        now && step.done != true ? ButtonRole::primary : ButtonRole::plain, true, false, {}, {}, 13.5F};
    const float w = ui.buttonWidth(go, button);
    const float right = row.right() - w - 12;
    if (ui.button(id, {row.right() - w, row.y + (row.h - 30) / 2, w, 30}, go, button)) page.go(step.page);
    float room = right - row.x - 32;
    if (!step.count.empty() && step.count != "0" && step.count != "0/0") {
        const float count = ui.textWidth(step.count, {14, Weight::semibold});
        ui.text({right - 8, mark.y + 5}, step.count, step.done == true ? look.good : look.muted,
                {14, Weight::semibold, Align::right, 0, 1, true});
        room -= count + 16;
    }
    ui.text({row.x + 32, mark.y + 5}, ui.say(step.what), step.done == true ? look.muted : look.text,
            {14.5F, Weight::regular, Align::left, room});
}

float drawPhase(Widgets& ui, float x, float y, float w, const Phase& phase, std::size_t at, bool last,
                StartPage& page) {
    const Look& look = ui.look();
    const bool now = phase.state == PhaseState::now, past = phase.state == PhaseState::past;
    const float h = kPhaseHead + kStepHeight * static_cast<float>(phase.steps.size()) + 8;
    const float line = x + 13;
    if (!last) ui.fill({line - 1, y + 30, 2, h + kPhaseGap - 22}, look.rule, 1);
    ui.dot({line, y + 22}, now ? 9 : 7, now ? look.accent : past ? look.good : look.edge);
    if (!now && !past) ui.dot({line, y + 22}, 4.6F, look.ground);
    const Rect card{x + 40, y, w - 40, h};
    if (now)
        ui.card(card, look.selected, mix(look.edge, look.accent, 0.5F));
    else
        ui.card(card);
    const std::string title = ui.say(phase.key);
    const float used = ui.text({card.x + 18, card.y + 29}, title, past ? look.muted : look.text, {16, Weight::bold});
    float left = card.x + 18 + used + 12;
    if (now) left += ui.chip({left, card.y + 24}, ui.say("desk.start.now"), ChipTone::chosen) + 10;
    ui.text({card.right() - 18, card.y + 28}, phase.when, look.muted,
            {13.5F, Weight::regular, Align::right, std::max(1.0F, card.right() - 18 - left)});
    float row = card.y + kPhaseHead;
    for (std::size_t i = 0; i < phase.steps.size(); ++i, row += kStepHeight)
        drawStep(ui, {card.x + 18, row, card.w - 36, kStepHeight}, phase.steps[i],
                 "start.step." + std::to_string(at) + "." + std::to_string(i), now, page);
    return y + h + kPhaseGap;
}

void drawNext(Widgets& ui, const Rect& box, const StartScreen& screen, StartPage& page) {
    const std::string another = ui.say("desk.start.another");
    const float w = ui.buttonWidth(another);
    if (ui.button("start.another", {box.right() - w, 36, w, kControl}, another)) page.another(true);
    ui.text({box.right() - w - 24, 61}, screen.days, ui.look().accent, {20, Weight::bold, Align::right});
    float content = 0, now = 0;  // what is to be done now is seen at once, with a little of what was before
    for (const Phase& phase : screen.phases) {
        const float h = kPhaseHead + 8 + kPhaseGap + kStepHeight * static_cast<float>(phase.steps.size());
        if (phase.state == PhaseState::now && content + h > box.h) now = std::max(0.0F, content + h - box.h);
        content += h;
    }
    const float offset = ui.beginScroll("start.next", box, content, now);
    float y = box.y - offset;
    for (std::size_t i = 0; i < screen.phases.size(); ++i)
        y = drawPhase(ui, box.x, y, std::min(box.w, 980.0F), screen.phases[i], i, i + 1 == screen.phases.size(), page);
    ui.endScroll();
}

}  // namespace

void drawStart(Widgets& ui, const Rect& box, const StartScreen& screen, StartPage& page) {
    if (screen.open && !screen.choosing) return drawNext(ui, box, screen, page);
    const float left = std::floor((box.w - kGrid) * 0.54F);
    drawMake(ui, {box.x, box.y, left, box.h}, screen, page);
    drawOpen(ui, {box.x + left + kGrid, box.y, box.w - left - kGrid, box.h}, screen, page);
    if (!screen.open) return;
    const std::string back = ui.say("desk.start.back");
    const float w = ui.buttonWidth(back);
    if (ui.button("start.back", {box.right() - w, 36, w, kControl}, back)) page.another(false);
}

}  // namespace turnout::desk
