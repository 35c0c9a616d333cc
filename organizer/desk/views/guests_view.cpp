#include "organizer/desk/views/guests_view.h"

#include <algorithm>
#include <cmath>

#include "organizer/desk/views/guests_parts.h"

namespace turnout::desk {
namespace {

CountryChoice choiceIn(Lang lang) {
    CountryChoice choice;
    std::vector<std::pair<std::string, CountryCode>> named;
    for (const Country& country : countries())
        if (const auto code = CountryCode::fromAlpha2(country.code); code && code->isCountry())
            named.emplace_back(countryName(*code, lang), *code);
    std::sort(named.begin(), named.end());
    choice.names.push_back(say("desk.review.other_country", lang));
    choice.codes.emplace_back();
    for (auto& [name, code] : named) {
        choice.names.push_back(std::move(name));
        choice.codes.emplace_back(code);
    }
    choice.names.push_back(countryName(CountryCode(), lang));
    choice.codes.emplace_back(CountryCode());
    return choice;
}

}  // namespace

const CountryChoice& countryChoice(Lang lang) {
    static const CountryChoice en = choiceIn(Lang::en), zh = choiceIn(Lang::zh);
    return lang == Lang::zh ? zh : en;
}

void drawBring(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page) {
    const Look& look = ui.look();
    const BringScreen& bring = screen.bring;
    const float wide = std::min(box.w, 860.0F);
    const Rect field{box.x, box.y, box.w, std::min(236.0F, std::max(206.0F, box.h * 0.36F))};
    ui.card(field, look.card, look.edge);
    ui.canvas().dashedOutline(ui.device(field.inset(10)), mix(look.edge, look.accent, 0.45F), 2 * ui.density(),
                              8 * ui.density(), 8 * ui.density(), 6 * ui.density());
    const float middle = field.x + field.w / 2, top = field.y + field.h / 2 - 22;
    ui.icon(Icon::list, {middle - 22, top - 66, 44, 44}, look.accent, 1.6F);
    ui.text({middle, top + 8}, ui.say("desk.bring.drop"), look.text, {20, Weight::bold, Align::centre, field.w - 48});
    ui.paragraph({field.x + 60, top + 36}, ui.say("desk.bring.kinds"), look.muted,
                 {14, Weight::regular, Align::centre, field.w - 120, 2});
    const std::string browse = ui.say("desk.bring.browse");
    const ButtonLook look15{ButtonRole::primary, true, false, {}, {}, 15};
    const float wideButton = ui.buttonWidth(browse, look15) + 8;
    if (ui.button("bring.browse", {std::round(middle - wideButton / 2), top + 62, wideButton, 40}, browse, look15))
        page.browse();

    float y = field.bottom() + 36;
    ui.text({box.x, y}, ui.say("desk.bring.or_path"), look.text, {14.5F, Weight::semibold});
    const std::string read = ui.say("desk.bring.read");
    const float button = ui.buttonWidth(read);
    const FieldActs typed = ui.field("bring.path", {box.x, y + 12, wide - button - 12, kControl}, bring.path,
                                     {.hint = ui.say("desk.bring.path_hint"), .icon = Icon::folder});
    if (typed.changed) page.typePath(*typed.changed);
    if (ui.button("bring.read", {box.x + wide - button, y + 12, button, kControl}, read,
                  {ButtonRole::plain, !bring.path.empty()}) ||
        (typed.entered && !bring.path.empty()))
        page.take(pathFrom(bring.path));
    y += 84;
    ui.text({box.x, y}, ui.say("desk.bring.affiliation"), look.text, {14.5F, Weight::semibold});
    const FieldActs whose = ui.field("bring.affiliation", {box.x, y + 12, std::min(wide, 420.0F), kControl},
                                     bring.affiliation, {.hint = ui.say("desk.bring.affiliation_hint")});
    if (whose.changed) page.typeAffiliation(*whose.changed);
    y += 84;
    if (!bring.newest.empty() && y + 60 < box.bottom()) {
        ui.text({box.x, y}, ui.say("desk.bring.newest"), look.text, {14.5F, Weight::semibold});
        y += 14;
        for (std::size_t i = 0; i < bring.newest.size() && y + 36 <= box.bottom(); ++i, y += 40) {
            const FoundFile& file = bring.newest[i];
            const Rect row{box.x, y, wide, 36};
            if (ui.button("bring.newest." + std::to_string(i), row, "")) page.take(file.path);
            ui.icon(Icon::list, {row.x + 12, row.y + 10, 16, 16}, look.good, 2.2F);
            const float named =
                ui.text({row.x + 38, row.y + 23}, file.name, look.text, {14, Weight::medium, Align::left, wide * 0.6F});
            ui.text({row.x + 50 + named, row.y + 23}, file.folder, look.muted,
                    {13, Weight::regular, Align::left, std::max(1.0F, wide - 70 - named)});
        }
    }
    if (!bring.hasList) return;
    const std::string back = ui.say("desk.bring.to_list");
    const float w = ui.buttonWidth(back);
    if (ui.button("bring.back", {box.right() - w, 36, w, kControl}, back)) page.toList();
}

void drawGuests(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page) {
    switch (screen.part) {
        case GuestsPart::bring: return drawBring(ui, box, screen, page);
        case GuestsPart::review: return drawReview(ui, box, screen, page);
        case GuestsPart::list: return drawGuestList(ui, box, screen, page);
    }
}

}  // namespace turnout::desk
