#include "organizer/desk/views/frame_view.h"

#include <array>

#include "organizer/desk/views/chooser_view.h"

namespace turnout::desk {
namespace {

constexpr float kItemHeight = 36, kItemPitch = 42;

// Two lines that become one, as at a railway turnout.
void drawMark(Widgets& ui, float x, float y) {
    ui::Canvas& canvas = ui.canvas();
    const float k = ui.density();
    const auto at = [&](float dx, float dy) { return Point{(x + dx) * k, (y + dy) * k}; };
    const Colour blue = ui.look().dark ? ui.look().accent : Colour::hex(0x1F5FA8), gold = Colour::hex(0xD99A1B);
    const std::array upper{at(0, 0), at(5, 0.6F), at(9, 3), at(12, 6), at(16, 9), at(24, 9.6F)};
    const std::array lower{at(0, 19), at(5, 18.4F), at(9, 16), at(12, 13), at(16, 10.2F), at(24, 9.6F)};
    canvas.polyline(upper, blue, 2.6F * k, false, true);
    canvas.polyline(lower, blue, 2.6F * k, false, true);
    canvas.line(at(0, 9.6F), at(24, 9.6F), gold, 2.6F * k, true);
    ui.dot({x + 24, y + 9.6F}, 3.4F, gold);
}

void drawItem(Widgets& ui, const NavItem& item, float y, Session& session) {
    const Look& look = ui.look();
    const Rect box{12, y, kNavWidth - 24, kItemHeight};
    if (item.here) {
        ui.fill(box, look.card, 6);
        ui.outline(box, look.edge, 6);
        ui.fill({box.x, y + 9, 3, 18}, look.accent, 1.5F);
    } else if (item.enabled && ui.hovered(box)) {
        ui.fill(box, mix(look.nav, look.card, 0.6F), 6);
    }
    const Colour words = item.here ? look.accent : item.enabled ? look.text : look.faint;
    const float count =
        item.count.empty() ? 0 : ui.textWidth(item.count, {13, Weight::regular, Align::left, 0, 1, true});
    ui.text({28, y + 23}, item.label, words,
            {14.5F, Weight::semibold, Align::left, kNavWidth - 28 - 24 - (count > 0 ? count + 8 : 0)});
    if (count > 0)
        ui.text({kNavWidth - 24, y + 23}, item.count, look.muted, {13, Weight::regular, Align::right, 0, 1, true});
    if (item.enabled && ui.press("nav." + std::string(nameOf(item.page)), box)) session.go(item.page);
}

void drawFoot(Widgets& ui, const FrameScreen& screen, Session& session) {
    const Look& look = ui.look();
    const float y = ui.height() - 110;
    ui.rule(20, y, kNavWidth - 40);
    if (screen.saved != SavedState::nothingOpen) {
        const bool bad = screen.saved == SavedState::notSaved, good = screen.saved == SavedState::allSaved;
        const Colour colour = bad ? look.bad : good ? look.good : look.muted;
        ui.dot({28, y + 28}, 7.5F, colour);
        ui.icon(bad ? Icon::bang : good ? Icon::check : Icon::again, {22.5F, y + 22.5F, 11, 11}, look.nav, 3.6F);
        ui.text({44, y + 33}, screen.savedWords, bad ? look.bad : look.muted,
                {14, bad ? Weight::semibold : Weight::regular, Align::left, kNavWidth - 64});
        ui.text({20, y + 56}, screen.file, look.muted, {12.5F, Weight::regular, Align::left, kNavWidth - 40});
    } else {
        ui.text({20, y + 33}, screen.savedWords, look.muted, {14, Weight::regular, Align::left, kNavWidth - 40});
    }
    const std::array langs{std::pair{Lang::en, "EN"}, std::pair{Lang::zh, "中文"}};
    float x = 20;
    for (const auto& [lang, label] : langs) {
        const bool on = screen.lang == lang;
        const float w = ui.textWidth(label, {14, Weight::semibold});
        const Rect box{x - 6, y + 70, w + 12, 26};
        if (ui.press(lang == Lang::en ? "nav.en" : "nav.zh", box)) session.setLang(lang);
        ui.text({x, y + 88}, label, on ? look.accent : look.muted, {14, on ? Weight::semibold : Weight::regular});
        x += w + 16;
    }
    const std::string start = ui.say(screen.eventName.empty() ? "desk.page.start" : "desk.next_steps");
    if (!screen.eventName.empty()) {
        const float w = ui.textWidth(start, {14, Weight::regular});
        const Rect box{kNavWidth - 26 - w, y + 70, w + 12, 26};
        if (ui.press("nav.start", box)) session.go(PageId::start);
        ui.text({kNavWidth - 20, y + 88}, start, screen.atStart ? look.accent : look.muted,
                {14, Weight::regular, Align::right});
    }
}

void drawToast(Widgets& ui, const Toast& toast, Session& session) {
    const Look& look = ui.look();
    const std::string words = ui.say(toast.text), undo = ui.say("desk.undo");
    const Type type{14, Weight::medium};
    const float most = ui.width() - kNavWidth - 2 * kMargin;
    const float buttons = (toast.undo ? ui.textWidth(undo, {14, Weight::semibold}) + 24 : 0) + 44;
    const float w = std::min(most, ui.textWidth(words, type) + 28 + buttons + 20);
    const float room = w - 28 - buttons - 16;
    const bool two = ui.textWidth(words, type) > room;
    const float h = two ? 66 : 48;
    const Rect box{kNavWidth + (ui.width() - kNavWidth - w) / 2, ui.height() - h - 18, w, h};
    const Colour field = toast.trouble ? look.badSoft : look.dark ? Colour::hex(0xEAF0F7) : Colour::hex(0x14202E);
    const Colour ink = toast.trouble ? look.bad : look.dark ? Colour::hex(0x0B131E) : Colour::hex(0xFFFFFF);
    const Colour act = toast.trouble ? look.bad : look.dark ? Colour::hex(0x0A5BA8) : Colour::hex(0x9CCBF5);
    ui.fill(box, field, 8);
    if (toast.trouble) ui.outline(box, look.badEdge, 8);
    float x = box.x + 16;
    ui.icon(toast.trouble ? Icon::bang : Icon::check, {x, box.y + box.h / 2 - 8, 16, 16}, ink, 3);
    x += 26;
    if (two)
        ui.paragraph({x, box.y + 27}, words, ink, {14, Weight::medium, Align::left, room, 2});
    else
        ui.text({x, box.y + box.h / 2 + 5}, words, ink, type);
    const Rect cross{box.right() - 40, box.y + box.h / 2 - 16, 32, 32};
    if (ui.press("toast.close", cross)) session.dismissToast();
    ui.icon(Icon::cross, cross.inset(9), ink, 2.6F);
    if (!toast.undo) return;
    const float wide = ui.textWidth(undo, {14, Weight::semibold});
    const Rect press{cross.x - wide - 16, box.y + 8, wide + 16, box.h - 16};
    ui.text({press.x + 8, box.y + box.h / 2 + 5}, undo, act, {14, Weight::semibold});
    if (ui.press("toast.undo", press)) session.undoLast();
}

void drawWork(Widgets& ui, const Work::Now& work, Session& session) {
    const Look& look = ui.look();
    const float w = std::min(620.0F, ui.width() - kNavWidth - 2 * kMargin), h = 64;
    const Rect box{kNavWidth + (ui.width() - kNavWidth - w) / 2, ui.height() - h - 18, w, h};
    ui.canvas().shadow(ui.device(box.moved(0, 4)), 8, 16, Colour{10, 20, 34, 255}.faded(0.25F));
    ui.fill(box, look.card, 8);
    ui.outline(box, look.edge, 8);
    const std::string stop = ui.say(work.stopping ? "desk.stopping" : "desk.stop");
    const float button = ui.buttonWidth(stop);
    ui.text({box.x + 18, box.y + 26}, ui.say(work.what), look.text,
            {14, Weight::medium, Align::left, box.w - button - 52});
    ui.progress({box.x + 18, box.y + 42, box.w - button - 52, 6}, work.share);
    if (ui.button("work.stop", {box.right() - button - 14, box.y + 14, button, kControl}, stop,
                  {.enabled = !work.stopping}))
        session.work().cancel();
}

void drawQuestion(Widgets& ui, const Question& question, Session& session) {
    const Look& look = ui.look();
    ui.fill({0, 0, ui.width(), ui.height()}, Colour{10, 18, 30, 255}.faded(look.dark ? 0.6F : 0.35F));
    const float w = std::min(520.0F, ui.width() - 48);
    const std::string consequence = ui.say(question.consequence);
    const Type type{14.5F, Weight::regular, Align::left, w - 56, 8};
    const float lines = ui.canvas()
                            .measure(consequence, {ui::Face::text, 14.5F * ui.density()},
                                     {.maxWidth = (w - 56) * ui.density(), .maxLines = 8})
                            .lines;
    const float h = 78 + lines * 20.3F + 80;
    const Rect box{(ui.width() - w) / 2, (ui.height() - h) / 2, w, h};
    ui.canvas().shadow(ui.device(box.moved(0, 8)), 10, 30, Colour{10, 20, 34, 255}.faded(0.35F));
    ui.fill(box, look.card, 10);
    ui.outline(box, look.edge, 10);
    ui.text({box.x + 28, box.y + 42}, ui.say(question.title), look.text, {18, Weight::bold, Align::left, w - 56});
    ui.paragraph({box.x + 28, box.y + 76}, consequence, look.text, type);
    const std::string action = ui.say(question.action), keep = ui.say("desk.cancel");
    const float y = box.bottom() - kControl - 24, actionWidth = ui.buttonWidth(action),
                keepWidth = ui.buttonWidth(keep);
    const bool yes = ui.button("question.yes", {box.right() - 28 - actionWidth, y, actionWidth, kControl}, action,
                               {ButtonRole::danger});
    const bool no =
        ui.button("question.no", {box.right() - 40 - actionWidth - keepWidth, y, keepWidth, kControl}, keep);
    if (no || ui.key(ui::Key::escape)) return session.answer(false);
    if (yes) session.answer(true);
}

}  // namespace

Rect pageBox(const Widgets& ui) {
    return {kNavWidth + kMargin, kPageTop, ui.width() - kNavWidth - 2 * kMargin, ui.height() - kPageTop - 24};
}

void drawFrame(Widgets& ui, const FrameScreen& screen, Session& session) {
    const Look& look = ui.look();
    ui.fill({0, 0, ui.width(), ui.height()}, look.ground);
    ui.fill({0, 0, kNavWidth, ui.height()}, look.nav);
    ui.fill({kNavWidth - 1, 0, 1, ui.height()}, look.rule);
    drawMark(ui, 20, 23);
    ui.text({57, 39}, "Turnout", look.text, {18, Weight::bold});
    float y = 84;
    if (!screen.eventName.empty()) {
        const Type name{14.5F, Weight::semibold, Align::left, kNavWidth - 40, 2};
        y += ui.paragraph({20, y}, screen.eventName, look.text, name);
        ui.text({20, y}, screen.when, look.muted, {13, Weight::regular, Align::left, kNavWidth - 40});
        if (screen.demo) ui.text({kNavWidth - 20, 39}, "DEMO", look.ask, {12, Weight::bold, Align::right});
    } else {
        y += ui.paragraph({20, y}, ui.say("desk.no_event"), look.muted,
                          {14, Weight::regular, Align::left, kNavWidth - 40, 2});
    }
    float item = std::max(152.0F, y + 16);
    for (const NavItem& each : screen.items) {
        drawItem(ui, each, item, session);
        item += kItemPitch;
    }
    drawFoot(ui, screen, session);
    const Rect box = pageBox(ui);
    ui.text({box.x, 54}, screen.title, look.text, {28, Weight::bold, Align::left, box.w});
    ui.text({box.x, 80}, screen.sentence, look.muted, {14.5F, Weight::regular, Align::left, box.w});
}

void drawAbove(Widgets& ui, const FrameScreen& screen, Session& session) {
    if (screen.question) {
        ui.mute(false);
        return drawQuestion(ui, *screen.question, session);
    }
    if (screen.chooser) {
        ui.mute(false);
        return drawChooser(ui, *screen.chooser, Zone::named(screen.zone).value_or(Zone()), session.chooser());
    }
    if (screen.work)
        drawWork(ui, *screen.work, session);
    else if (screen.toast)
        drawToast(ui, *screen.toast, session);
}

}  // namespace turnout::desk
