// What is to be settled, was settled, left out and would change: the tables of the review.
#include <algorithm>
#include <array>

#include "organizer/desk/views/guests_parts.h"

namespace turnout::desk {
namespace {

constexpr float kRowHeight = 58;

void drawAnswers(Widgets& ui, const Rect& cell, const ListQuestion& question, std::size_t at,
                 const GuestsScreen& screen, GuestsPage& page) {
    const float y = cell.y + (cell.h - 34) / 2;
    const std::string id = "review.answer." + std::to_string(question.lines.front()) + ".";
    if (screen.review.typing == at) {
        if (!ui.focused("review.take")) ui.focus("review.typed");
        const std::string ok = ui.say("desk.review.take_text");
        const float w = ui.buttonWidth(ok);
        const FieldActs typed =
            ui.field("review.typed", {cell.x, y, std::min(260.0F, cell.w - w - 8), 34}, screen.review.typed);
        if (typed.changed) page.type(*typed.changed);
        if (ui.button("review.take", {cell.x + std::min(260.0F, cell.w - w - 8) + 8, y, w, 34}, ok,
                      {ButtonRole::primary}) ||
            typed.entered)
            page.typed();
        if (ui.key(ui::Key::escape)) page.stopTyping();
        return;
    }
    float x = cell.x;
    const bool both = cell.w > 480;
    const auto any = std::any_of(question.answers.begin(), question.answers.end(),
                                 [](const Answer& a) { return a.kind == AnswerKind::anyCountry; });
    const float reserved = any ? 100 : 0;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        const Answer& answer = question.answers[i];
        if (answer.kind == AnswerKind::anyCountry) continue;
        std::string label;
        ButtonLook look;
        switch (answer.kind) {
            case AnswerKind::country:
                label = countryName(answer.country, ui.lang());
                if (both && answer.country.isCountry() && ui.lang() == Lang::en)
                    label += " " + countryName(answer.country, Lang::zh);
                if (answer.country.isCountry()) look.flag = answer.country;
                break;
            case AnswerKind::clearCell: label = ui.say("desk.review.clear"); break;
            case AnswerKind::shortenCell: label = ui.say("desk.review.shorten"); break;
            case AnswerKind::type: label = ui.say("desk.review.type"); break;
            case AnswerKind::leaveOut: label = ui.say("desk.review.leave_out"); break;
            case AnswerKind::keepThis:
                label = ui.say(Text{"desk.review.keep", {{"row", std::to_string(question.lines.front())}}});
                break;
            case AnswerKind::keepOther:
                label = ui.say(Text{"desk.review.keep", {{"row", std::to_string(question.other)}}});
                break;
            case AnswerKind::keepBoth: label = ui.say("desk.review.keep_both"); break;
            case AnswerKind::anyCountry: break;
        }
        const float w = ui.buttonWidth(label, look) - 10;
        if (x + w > cell.right() - reserved && x > cell.x) break;
        if (ui.button(id + std::to_string(i), {x, y, std::min(w, cell.right() - x), 34}, label, look))
            page.answer(at, answer);
        x += w + 8;
    }
    if (!any || x + 80 > cell.right()) return;
    const CountryChoice& all = countryChoice(ui.lang());
    if (const auto chosen = ui.choice(id + "any", {x, y, std::min(100.0F, cell.right() - x), 34}, all.names, 0,
                                      ButtonRole::plain, all.codes);
        chosen && all.codes[*chosen])
        page.answer(at, {AnswerKind::anyCountry, {}}, *all.codes[*chosen]);
}

}  // namespace

std::string fieldName(Widgets& ui, const std::string& field) {
    return field.empty() || field == "ignore" ? ui.say("desk.field.ignore") : ui.say("desk.field." + field);
}

void drawQuestions(Widgets& ui, const Rect& area, const GuestsScreen& screen, GuestsPage& page) {
    const Look& look = ui.look();
    const auto& questions = screen.review.review->questions;
    const bool wide = area.w > 760;
    const std::array columns{Column{ui.say("desk.review.row"), wide ? 50.0F : 44.0F},
                             Column{ui.say("desk.review.guest"), wide ? 152.0F : 116.0F},
                             Column{ui.say("desk.review.in_file"), wide ? 164.0F : 132.0F},
                             Column{ui.say("desk.review.what"), 0}};
    const std::string none = ui.say("desk.review.nothing_to_settle");
    const TableActs acts =
        ui.table("review.questions", area, columns,
                 {.rows = questions.size(), .selected = screen.review.selected, .rowHeight = kRowHeight, .empty = none},
                 [&](std::size_t at, std::span<const Rect> cells) {
                     const ListQuestion& question = questions[at];
                     const float middle = cells[0].y + cells[0].h / 2;
                     ui.text({cells[0].x, middle + 5}, std::to_string(question.lines.front()), look.muted,
                             {14, Weight::regular, Align::left, cells[0].w - 8, 1, true});
                     const bool named = !question.guest.empty();
                     ui.text({cells[1].x, middle + 5}, named ? question.guest : ui.say("desk.review.no_guest"),
                             named ? look.text : look.muted, {14.5F, Weight::semibold, Align::left, cells[1].w - 12});
                     const bool more = question.lines.size() > 1 || question.other != 0;
                     ui.text({cells[2].x, middle + (more ? -3 : 5)}, ui.say(question.what), look.text,
                             {14, Weight::regular, Align::left, cells[2].w - 12});
                     if (question.other != 0)
                         ui.text({cells[2].x, middle + 17},
                                 ui.say(Text{"desk.review.two_rows",
                                             {{"one", std::to_string(question.other)},
                                              {"two", std::to_string(question.lines.front())}}}),
                                 look.muted, {13, Weight::regular, Align::left, cells[2].w - 12});
                     else if (more)
                         ui.text({cells[2].x, middle + 17},
                                 ui.say(Text{"desk.review.alike", {{"count", std::to_string(question.lines.size())}}}),
                                 look.muted, {13, Weight::regular, Align::left, cells[2].w - 12});
                     drawAnswers(ui, cells[3], question, at, screen, page);
                 });
    if (acts.selected) page.select(*acts.selected);
    if (acts.entered && screen.review.selected && !questions[*screen.review.selected].answers.empty())
        page.answer(*screen.review.selected, questions[*screen.review.selected].answers.front());
}

void drawNotes(Widgets& ui, const Rect& area, std::span<const ReviewNote> notes, const char* empty) {
    const Look& look = ui.look();
    const std::array columns{Column{ui.say("desk.review.row"), 56}, Column{ui.say("desk.review.guest"), 180},
                             Column{ui.say("desk.review.why"), 0}};
    const std::string none = ui.say(empty);
    ui.table(
        empty, area, columns, {.rows = notes.size(), .rowHeight = 44, .empty = none},
        [&](std::size_t at, std::span<const Rect> cells) {
            const float y = cells[0].y + cells[0].h / 2 + 5;
            ui.text({cells[0].x, y}, std::to_string(notes[at].line), look.muted, {14, Weight::regular});
            ui.text({cells[1].x, y}, notes[at].guest, look.text, {14, Weight::semibold, Align::left, cells[1].w - 12});
            ui.text({cells[2].x, y}, ui.say(notes[at].why), look.text,
                    {14, Weight::regular, Align::left, cells[2].w - 4});
        });
}

void drawChanges(Widgets& ui, const Rect& area, const ListReview& review) {
    const Look& look = ui.look();
    const std::array columns{Column{ui.say("desk.review.change"), 130}, Column{ui.say("desk.review.guest"), 0},
                             Column{ui.say("desk.guests.country"), 180}, Column{ui.say("desk.review.fields"), 200}};
    const std::string none = ui.say("desk.review.no_changes");
    ui.table("review.changes", area, columns, {.rows = review.changes.size(), .rowHeight = 42, .empty = none},
             [&](std::size_t at, std::span<const Rect> cells) {
                 const ListChange& change = review.changes[at];
                 const float middle = cells[0].y + cells[0].h / 2;
                 switch (change.kind) {
                     case ListChange::Kind::added:
                         ui.chip({cells[0].x, middle}, ui.say("desk.review.kind_new"), ChipTone::good);
                         break;
                     case ListChange::Kind::changed:
                         ui.chip({cells[0].x, middle}, ui.say("desk.review.kind_changed"), ChipTone::ask);
                         break;
                     case ListChange::Kind::cancelled:
                         ui.chip({cells[0].x, middle}, ui.say("desk.review.kind_cancelled"), ChipTone::bad);
                         break;
                     case ListChange::Kind::gone:
                         ui.chip({cells[0].x, middle}, ui.say("desk.review.kind_gone"), ChipTone::plain);
                         break;
                 }
                 ui.text({cells[1].x, middle + 5}, change.name, look.text,
                         {14, Weight::semibold, Align::left, cells[1].w - 12});
                 float x = cells[2].x;
                 if (ui.flag(change.country, {x, middle - 7.5F}, 20)) x += 28;
                 ui.text({x, middle + 5}, countryName(change.country, ui.lang()), look.text,
                         {14, Weight::regular, Align::left, std::max(1.0F, cells[2].right() - 8 - x)});
                 std::string fields;
                 std::string field;
                 for (const char c : change.what + ",") {
                     if (c == ',' && !field.empty()) {
                         fields += (fields.empty() ? "" : ", ") + fieldName(ui, field);
                         field.clear();
                     } else if (c != ' ' && c != ',') {
                         field += c;
                     }
                 }
                 ui.text({cells[3].x, middle + 5}, fields, look.muted,
                         {13.5F, Weight::regular, Align::left, cells[3].w - 4});
             });
}

}  // namespace turnout::desk
