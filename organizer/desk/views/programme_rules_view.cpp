#include <algorithm>
#include <array>

#include "organizer/desk/views/programme_parts.h"

namespace turnout::desk {
namespace {

constexpr float kPad = 20;

class RulesForm {
  public:
    RulesForm(Widgets& ui, const ProgrammeScreen& screen) : ui_(ui), draft_(screen.rules) {}

    void heading(const Rect& column, std::string_view key) {
        ui_.text({column.x, column.y + 16}, ui_.say(key), ui_.look().text,
                 {15, Weight::semibold, Align::left, column.w});
    }
    void field(std::string_view id, const Rect& area, std::string_view key, std::string& value,
               std::string_view hint = {}) {
        const FieldActs typed = labelledField(ui_, id, area, ui_.say(key), value, hint);
        if (!typed.changed) return;
        value = *typed.changed;
        changed_ = true;
    }
    void tick(std::string_view id, const Rect& area, std::string_view key, bool& on) {
        if (!ui_.tick(id, area, on, ui_.say(key))) return;
        on = !on;
        changed_ = true;
    }
    void who(const Rect& area) {
        ui_.text({area.x, area.y + 13}, ui_.say("desk.programme.overrides"), ui_.look().muted,
                 {13, Weight::regular, Align::left, area.w});
        const std::array words{ui_.say("desk.programme.anyone"), ui_.say("desk.programme.supervisor"),
                               ui_.say("desk.programme.nobody")};
        const auto chosen = ui_.choice("rules.overrides", {area.x, area.y + 20, area.w, kControl}, words,
                                       static_cast<std::size_t>(draft_.overrides));
        if (!chosen) return;
        draft_.overrides = static_cast<OverrideRule>(*chosen);
        changed_ = true;
    }
    RulesDraft& draft() { return draft_; }
    bool changed() const { return changed_; }

  private:
    Widgets& ui_;
    RulesDraft draft_;
    bool changed_ = false;
};

}  // namespace

void drawRules(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page) {
    const Rect card{box.x, box.y, box.w, std::min(box.h, 460.0F)};
    ui.card(card);
    const float foot = screen.changed ? 72 : 16, gap = 32;
    constexpr float kContent = 330;
    const Rect inside{card.x + kPad, card.y + 16, card.w - 2 * kPad, card.h - 16 - foot};
    const float top = inside.y - ui.beginScroll("programme.rules", inside, kContent);
    const float w = (inside.w - 2 * gap - 8) / 3, half = (w - 12) / 2;
    RulesForm form(ui, screen);
    RulesDraft& draft = form.draft();

    Rect column{inside.x, top, w, kContent};
    form.heading(column, "desk.programme.names");
    float y = top + 30;
    form.field("rules.name_en", {column.x, y, w, kLabelled}, "desk.programme.name_en", draft.name.en);
    form.field("rules.name_zh", {column.x, y += kLabelled, w, kLabelled}, "desk.programme.name_zh", draft.name.zh);
    form.field("rules.venue_en", {column.x, y += kLabelled, w, kLabelled}, "desk.programme.venue_en", draft.venue.en);
    form.field("rules.venue_zh", {column.x, y += kLabelled, w, kLabelled}, "desk.programme.venue_zh", draft.venue.zh);

    column = column.moved(w + gap, 0);
    form.heading(column, "desk.programme.times");
    y = top + 30;
    const std::string hint = ui.say("desk.programme.time_hint");
    form.field("rules.starts", {column.x, y, w, kLabelled}, "desk.programme.begin", draft.starts);
    form.field("rules.ends", {column.x, y += kLabelled, w, kLabelled}, "desk.programme.end", draft.ends, hint);
    form.field("rules.doors_open", {column.x, y += kLabelled, half, kLabelled}, "desk.programme.doors_open",
               draft.doorsOpen, hint);
    form.field("rules.doors_close", {column.x + half + 12, y, half, kLabelled}, "desk.programme.doors_close",
               draft.doorsClose, hint);

    column = column.moved(w + gap, 0);
    form.heading(column, "desk.programme.doors_rules");
    y = top + 30;
    form.field("rules.capacity", {column.x, y, half, kLabelled}, "desk.programme.capacity", draft.capacity,
               ui.say("desk.programme.no_limit"));
    form.field("rules.retain", {column.x + half + 12, y, half, kLabelled}, "desk.programme.retain", draft.retainDays);
    form.who({column.x, y += kLabelled, w, kLabelled});
    y += kLabelled + 6;
    form.tick("rules.walk_ins", {column.x, y, w, 32}, "desk.programme.walk_ins", draft.walkIns);
    form.tick("rules.re_entry", {column.x, y += 32, w, 32}, "desk.programme.re_entry", draft.reEntry);
    form.tick("rules.strict", {column.x, y += 32, w, 32}, "desk.programme.strict", draft.strictDoors);
    form.tick("rules.names", {column.x, y += 32, w, 32}, "desk.programme.names_on_screen", draft.namesOnScreen);
    ui.endScroll();
    if (form.changed()) page.draftRules(draft);
    drawSaving(ui, card, screen, page);
}

}  // namespace turnout::desk
