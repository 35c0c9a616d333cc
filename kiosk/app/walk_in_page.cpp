#include "kiosk/app/walk_in_page.h"

#include <algorithm>

#include "kiosk/app/door_numbers.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kChoices = 4;

bool isBlank(const TypedText& text) {
    return cleanForScreen(text.text()).empty();
}

}  // namespace

// The event's universities that have what is typed in one of their names; all while nothing is typed.
std::vector<std::string> WalkInPage::universities(const PageContext& context) const {
    const std::string typed = cleanForScreen(fields_[university].text());
    GuestIndex index(context.event.affiliations);
    std::int64_t id = 0;
    for (const Affiliation& affiliation : context.event.affiliations) {
        Guest guest;
        guest.id = AttendeeId{++id};
        guest.affiliation = affiliation.name;
        index.add(guest);
    }
    std::vector<std::string> names;
    if (typed.empty()) {
        for (const Affiliation& affiliation : context.event.affiliations)
            if (names.size() < kChoices) names.push_back(cleanForScreen(affiliation.name.in(context.lang)));
        return names;
    }
    for (const FoundGuest& found : index.find(typed, kChoices).best)
        names.push_back(cleanForScreen(found.guest.affiliation.in(context.lang)));
    return names;
}

void WalkInPage::changed(const PageContext& context) {
    if (focus_ != country) return;
    found_ = findCountries(fields_[country].text(), kChoices);
    // Only the whole name of a country chooses it without a touch: "Niger" is not "Nigeria".
    chosen_.reset();
    const std::string typed = cleanForScreen(fields_[country].text());
    for (const CountryCode& code : found_)
        if (typed == countryName(code, context.lang) || typed == countryName(code, Lang::en)) chosen_ = code;
}

void WalkInPage::choose(std::size_t choice, const PageContext& context) {
    if (focus_ == country && choice < found_.size()) {
        chosen_ = found_[choice];
        fields_[country].set(countryName(*chosen_, context.lang));
        focusOn(university, context);
    } else if (focus_ == university) {
        const auto names = universities(context);
        if (choice < names.size()) fields_[university].set(names[choice]);
    }
}

void WalkInPage::focusOn(std::size_t field, const PageContext& context) {
    if (field >= fields_.size()) return;
    // Leaving the field with one country left takes that one.
    if (focus_ == country && field != country && !chosen_ && found_.size() == 1) {
        chosen_ = found_.front();
        fields_[country].set(countryName(*chosen_, context.lang));
    }
    focus_ = static_cast<Field>(field);
}

std::string WalkInPage::missing(const PageContext& context) const {
    if (context.counts.rehearsal) return say("store.no_walk_ins_in_rehearsal", context.lang);
    if (isBlank(fields_[name])) return context.words("walk_in.needs_name");
    if (!chosen_) return context.words("walk_in.needs_country");
    return {};
}

PageWish WalkInPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back: wish.close = true; break;
        case DoorAction::letter:
            fields_[focus_].add(press.value);
            changed(context);
            break;
        case DoorAction::eraseLetter:
            fields_[focus_].backspace();
            changed(context);
            break;
        case DoorAction::otherLayer: figures_ = !figures_; break;
        case DoorAction::showKeyboard: keyboard_ = true; break;
        case DoorAction::focus:
            focusOn(press.value, context);
            keyboard_ = true;
            break;
        case DoorAction::down: focusOn((focus_ + 1) % fields_.size(), context); break;
        case DoorAction::up: focusOn((focus_ + fields_.size() - 1) % fields_.size(), context); break;
        case DoorAction::right:
            if (focus_ == country && !found_.empty()) {
                const auto at = std::find(found_.begin(), found_.end(), chosen_.value_or(CountryCode{}));
                chosen_ = at == found_.end() || std::next(at) == found_.end() ? found_.front() : *std::next(at);
            }
            break;
        case DoorAction::pick: choose(press.value, context); break;
        case DoorAction::toggle: consent_ = !consent_; break;
        case DoorAction::yes: {
            focusOn(focus_ == country ? static_cast<std::size_t>(university) : static_cast<std::size_t>(focus_),
                    context);
            if (!missing(context).empty()) break;
            DoorRequest request;
            request.kind = DoorRequest::Kind::admit;
            request.scan = newScanId();
            request.source = Source::walkIn;
            request.walkIn = WalkIn{cleanForScreen(fields_[name].text()), cleanForScreen(fields_[nativeName].text()),
                                    *chosen_, cleanForScreen(fields_[university].text()), consent_};
            wish.requests.push_back(std::move(request));
            wish.close = true;
            break;
        }
        default: break;
    }
    return wish;
}

PageWish WalkInPage::onCharacter(char32_t character, const PageContext& context) {
    keyboard_ = false;
    fields_[focus_].add(character);
    changed(context);
    return {};
}

PageWish WalkInPage::onBackspace(const PageContext& context) {
    fields_[focus_].backspace();
    changed(context);
    return {};
}

// Nothing is confirmed by it: whatever a scanner ends with, only the field is another one.
PageWish WalkInPage::onTab(const PageContext& context) {
    focusOn((focus_ + 1) % fields_.size(), context);
    return {};
}

PageWish WalkInPage::removeTyped(std::size_t characters, const PageContext& context) {
    fields_[focus_].removeLast(characters);
    changed(context);
    return {};
}

void WalkInPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::walkIn;
    WalkInScreen& page = screen.walkIn.emplace();
    page.title = context.words("walk_in.title");
    page.counts = context.words(context.counts.walkIns == 1 ? "walk_in.one_so_far" : "walk_in.so_far",
                                {{"n", number(context.counts.walkIns)}});
    if (const auto places = context.placesLeft())
        page.counts += " · " + context.words("walk_in.places_left", {{"n", number(*places)}});
    const char* const labels[] = {"walk_in.name", "walk_in.country", "walk_in.university", "walk_in.native"};
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        FieldScreen field{context.words(labels[i]), cleanForScreen(fields_[i].text()),
                          context.words(std::string(labels[i]) + ".hint"), i == focus_};
        if (i == focus_ && fields_[i].text().ends_with(' ')) field.typed += ' ';
        page.fields.push_back(std::move(field));
    }
    if (focus_ == country) {
        for (const CountryCode& code : found_)
            page.choices.push_back({countryName(code, context.lang), code, chosen_ == code});
    } else if (focus_ == university) {
        const std::string typed = cleanForScreen(fields_[university].text());
        for (std::string& words : universities(context)) {
            const bool chosen = words == typed;
            page.choices.push_back({std::move(words), {}, chosen});
        }
    }
    page.consent = consent_;
    if (context.event.namesOnScreen) page.consentLabel = context.words("walk_in.consent");
    page.admit = context.words("walk_in.admit");
    page.missing = missing(context);
    page.keyboard = {keyboard_, figures_, context.words("keyboard.space"),
                     context.words(figures_ ? "keyboard.letters" : "keyboard.figures")};
}

}  // namespace turnout::kiosk
