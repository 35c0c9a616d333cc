#include "kiosk/app/walk_in_page.h"

#include <algorithm>

#include "common/store/name_folding.h"
#include "kiosk/app/door_numbers.h"
#include "kiosk/app/search_page.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kChoices = 4;

bool isBlank(const TypedText& text) {
    return cleanForScreen(text.text()).empty();
}

// Whoever comes without a registration gets the event's first category.
Verdict walkInAhead(const PageContext& context) {
    ListedGuest somebody;
    if (const auto& categories = context.event.categories; !categories.empty()) {
        somebody.guest.categoryId = categories.front().id;
        somebody.guest.counted = categories.front().counted;
    }
    return answerAhead(somebody, context);
}

// Of one of the university's names, in any case: the whole, or a beginning.
bool isCalled(const Affiliation& affiliation, const std::string& typed, bool whole) {
    const std::string folded = plainOf(typed).folded;
    const std::vector<Affiliation> alone{affiliation};  // whose texts the names are views of
    const auto names = match::namesOf(affiliation.name, alone);
    return std::any_of(names.begin(), names.end(), [&](const match::KnownName& name) {
        const std::string known = plainOf(name.text).folded;
        return whole ? known == folded : known.starts_with(folded);
    });
}

}  // namespace

bool WalkInPage::isBlank() const {
    return std::all_of(fields_.begin(), fields_.end(), [](const TypedText& text) { return kiosk::isBlank(text); });
}

std::optional<Millis> WalkInPage::staysUntouched() const {
    if (waiting_) return {};
    return isBlank() ? Millis(kLocksAfter) : Millis(kFormStays);
}

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

bool WalkInPage::isKnown(const PageContext& context) const {
    const auto& all = context.event.affiliations;
    return std::any_of(all.begin(), all.end(),
                       [&](const Affiliation& one) { return isCalled(one, fields_[university].text(), true); });
}

// What may be chosen for the field that has the focus. It stays while one after the other is looked at.
void WalkInPage::offer(const PageContext& context) {
    offered_.clear();
    if (focus_ == country)
        for (const CountryCode& code : findCountries(fields_[country].text(), kChoices))
            offered_.push_back({countryName(code, context.lang), code, chosen() == code});
    if (focus_ == university)
        for (std::string& words : universities(context)) {
            const bool chosen = words == cleanForScreen(fields_[university].text());
            offered_.push_back({std::move(words), {}, chosen});
        }
}

// "Niger" is not "Nigeria": only who takes a country has chosen it, for as long as its name stands there. A scanner's
// characters come and go.
std::optional<CountryCode> WalkInPage::chosen() const {
    if (!taken_ || fields_[country].text() != taken_->words) return {};
    return taken_->country;
}

void WalkInPage::take(std::size_t offered) {
    if (offered >= offered_.size()) return;
    for (std::size_t i = 0; i < offered_.size(); ++i) offered_[i].chosen = i == offered;
    fields_[focus_].set(offered_[offered].words);
    if (focus_ == country) taken_ = offered_[offered];
}

// What the key takes: the first, then one after the other.
std::size_t WalkInPage::next() const {
    for (std::size_t i = 0; i < offered_.size(); ++i)
        if (offered_[i].chosen) return (i + 1) % offered_.size();
    return 0;
}

// What leaving the field takes: one country that is left, or one university that begins so ("Wenzhou University" may be
// another than "Wenzhou Medical University").
std::optional<std::size_t> WalkInPage::theOneLeft(const PageContext& context) const {
    if (offered_.size() != 1 || offered_[0].chosen || kiosk::isBlank(fields_[focus_])) return {};
    if (focus_ == country) return 0;
    for (const Affiliation& one : context.event.affiliations)
        if (cleanForScreen(one.name.in(context.lang)) == offered_[0].words &&
            isCalled(one, fields_[university].text(), false))
            return 0;
    return {};
}

void WalkInPage::settle(const PageContext& context) {
    if (const auto left = theOneLeft(context)) take(*left);
}

void WalkInPage::focusOn(std::size_t field, const PageContext& context) {
    if (field >= fields_.size()) return;
    if (focus_ != field) settle(context);
    focus_ = static_cast<Field>(field);
    offer(context);
}

std::string WalkInPage::missing(const PageContext& context) const {
    if (context.counts.rehearsal) return say("store.no_walk_ins_in_rehearsal", context.lang);
    if (waiting_) return context.words("walk_in.recording");
    if (refused_) return refused_->sentence(context.lang);
    const bool named = !kiosk::isBlank(fields_[name]);
    if (named && chosen() && asksWho()) return context.words("walk_in.who");
    if (named && chosen()) return answered_ ? "" : context.words("walk_in.looking");
    // Before all is typed. Then it may be tried: the organiser may have changed the rules since this door was opened.
    if (const Verdict ahead = walkInAhead(context); toneOf(ahead) != Tone::green)
        return context.words("walk_in." + std::string(word(ahead)), {{"why", shutWords(context)}});
    return context.words(named ? "walk_in.needs_country" : "walk_in.needs_name");
}

PageWish WalkInPage::handle(const DoorPress& press, const PageContext& context) {
    if (asking_) {
        if (press.action == DoorAction::back || press.action == DoorAction::keep) asking_ = false;
        PageWish wish;
        if (asking_ && press.action == DoorAction::yes && !isDone(listed_.front().now, context.direction)) {
            wish.requests.push_back(admissionOf(listed_.front().guest.id));
            wish.close = true;
        }
        return wish;
    }
    refused_.reset();
    PageWish wish = this->press(press, context);
    if (!wish.close && !wish.open && wish.requests.empty()) wish.question = lookForThem().question;
    return wish;
}

PageWish WalkInPage::press(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back: wish.close = !waiting_; break;
        case DoorAction::letter:
            if (focus_ == country)
                fields_[focus_].add(press.value);
            else
                fields_[focus_].addToName(press.value);
            offer(context);
            break;
        case DoorAction::eraseLetter:
            fields_[focus_].backspace();
            offer(context);
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
            if (below(context) == Below::choices) take(next());
            break;
        case DoorAction::pick:
            if (below(context) == Below::choices) take(press.value);
            if (focus_ == country && chosen()) focusOn(university, context);
            break;
        case DoorAction::toggle: consent_ = !consent_; break;
        case DoorAction::samePerson: return theListedOne();
        case DoorAction::anotherPerson:
            if (asksWho()) others_ = asked_;
            choosing_ = false;
            break;
        case DoorAction::yes: return admit(context);
        default: break;
    }
    return wish;
}

PageWish WalkInPage::admit(const PageContext& context) {
    PageWish wish;
    const bool ready = missing(context).empty();
    settle(context);
    if (!ready) return wish;
    DoorRequest request;
    request.kind = DoorRequest::Kind::admit;
    request.scan = newScanId();
    request.source = Source::walkIn;
    request.walkIn = WalkIn{cleanForScreen(fields_[name].text()), cleanForScreen(fields_[nativeName].text()), *chosen(),
                            cleanForScreen(fields_[university].text()), consent_};
    waiting_ = request.scan;
    wish.requests.push_back(std::move(request));
    return wish;
}

// Also with that of the one who was chosen in the search.
bool WalkInPage::endsWith(const Answer& answer) const {
    if (waiting_ == answer.scan) return true;
    return choosing_ && answer.source == Source::search && answer.guest &&
           std::any_of(listed_.begin(), listed_.end(),
                       [&](const ListedGuest& one) { return one.guest.id == answer.guest->id; });
}

bool WalkInPage::onRefused(const ScanId& scan, const Error& error) {
    if (waiting_ != scan) return false;
    waiting_.reset();
    refused_ = error;
    return true;
}

// --- who is on the list already ---

// Asked anew with another name or country.
PageWish WalkInPage::lookForThem() {
    PageWish wish;
    std::optional<PeopleQuestion> question;
    if (!kiosk::isBlank(fields_[name]) && chosen())
        question = PeopleQuestion{PeopleQuestion::Kind::namesakes, cleanForScreen(fields_[name].text()), {}, *chosen()};
    if (question == asked_) return wish;
    asked_ = question;
    listed_.clear();
    answered_ = choosing_ = false;
    wish.question = std::move(question);
    return wish;
}

// While the list cannot be read nobody is kept waiting for it; whom it named before, it still does.
void WalkInPage::onPeople(People people, const PageContext&) {
    if (people.question != asked_) return;
    answered_ = true;
    if (people.trouble) return;
    listed_.clear();
    for (std::size_t i = 0; i < people.guests.size() && i < people.now.size(); ++i)
        listed_.push_back({std::move(people.guests[i].guest), std::move(people.now[i])});
    asking_ = asking_ && !listed_.empty();
}

bool WalkInPage::asksWho() const {
    return !listed_.empty() && others_ != asked_;
}

PageWish WalkInPage::onCounts(const PageContext&) {
    PageWish wish;
    if (asked_ && (!answered_ || !listed_.empty())) wish.question = asked_;
    return wish;
}

// Of several the volunteer chooses in the search.
PageWish WalkInPage::theListedOne() {
    if (!asksWho()) return {};
    choosing_ = listed_.size() > 1;
    if (choosing_) return opening(std::make_unique<SearchPage>(SearchPage::Of::guests, fields_[name].text()));
    asking_ = true;
    return {};
}

// --- typing ---

PageWish WalkInPage::onCharacter(char32_t character, const PageContext& context) {
    if (asking_) return {};
    keyboard_ = false;
    refused_.reset();
    fields_[focus_].add(character);
    offer(context);
    return lookForThem();
}

PageWish WalkInPage::onBackspace(const PageContext& context) {
    if (asking_) return {};
    refused_.reset();
    fields_[focus_].backspace();
    offer(context);
    return lookForThem();
}

// Nothing is confirmed by it: whatever a scanner ends with, only the field is another one.
PageWish WalkInPage::onTab(bool back, const PageContext& context) {
    if (asking_) return {};
    focusOn((focus_ + (back ? fields_.size() - 1 : 1)) % fields_.size(), context);
    return lookForThem();
}

PageWish WalkInPage::removeTyped(std::size_t characters, const PageContext& context) {
    if (asking_) return {};
    fields_[focus_].removeLast(characters);
    offer(context);
    return lookForThem();
}

// --- the screen ---

// Somebody of this name on the list; on a form without a word the ticket of the walk-in before; else what is offered.
WalkInPage::Below WalkInPage::below(const PageContext& context) const {
    if (asksWho()) return Below::listed;
    return focus_ == name && isBlank() && !context.ticketOf.empty() ? Below::ticket : Below::choices;
}

// What comes of what is typed in a field that is chosen from.
std::string WalkInPage::remark(Field field, const PageContext& context) const {
    if ((field != country && field != university) || kiosk::isBlank(fields_[field])) return {};
    if (field == country ? chosen().has_value() : isKnown(context)) return {};
    if (field == focus_ && theOneLeft(context))
        return context.words("walk_in.takes", {{"what", shorten(offered_[0].words, 32)}});
    const bool offers = field == focus_ && !offered_.empty() && below(context) == Below::choices;
    if (field == university) return context.words(offers ? "walk_in.new_or" : "walk_in.new");
    if (field != focus_) return context.words("walk_in.not_chosen");
    return context.words(offers ? "walk_in.choose" : "walk_in.no_country");
}

void WalkInPage::fill(DoorScreen& screen, const PageContext& context) const {
    if (asking_) {
        screen.scene = Scene::confirm;
        screen.confirm = guestQuestion(listed_.front(), context);
        return;
    }
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
        if (i == country) field.country = chosen().value_or(CountryCode{});
        field.remark = remark(static_cast<Field>(i), context);
        page.fields.push_back(std::move(field));
    }
    switch (below(context)) {
        case Below::listed: {
            const ListedGuest& first = listed_.front();
            const GuestCard card = guestCard(first.guest, context.lang);
            page.listed = card.name;
            page.listedState =
                listed_.size() > 1
                    ? context.words("walk_in.listed_many", {{"n", number(static_cast<std::int64_t>(listed_.size()))}})
                    : context.words("walk_in.listed", {{"state", stateWords(first.now, context)}});
            if (listed_.size() == 1 && !card.affiliation.empty())
                page.listedState += " · " + shorten(card.affiliation, 32);
            page.listedSame = context.words("walk_in.listed_same");
            page.listedAnother = context.words("walk_in.listed_another");
            break;
        }
        case Below::ticket: page.again = context.words("walk_in.again", {{"name", context.ticketOf}}); break;
        case Below::choices:
            page.choices = offered_;
            if (const std::size_t at = next(); at < offered_.size() && !offered_[at].chosen)
                page.choices[at].next = true;
    }
    page.consent = consent_;
    if (context.event.namesOnScreen) page.consentLabel = context.words("walk_in.consent");
    page.admit = toneOf(walkInAhead(context)) == Tone::green
                     ? context.words("walk_in.admit")
                     : context.words("confirm.check", {{"name", shorten(cleanForScreen(fields_[name].text()), 24)}});
    page.missing = missing(context);
    page.keyboard = {keyboard_, figures_, context.words("keyboard.space"),
                     context.words(figures_ ? "keyboard.letters" : "keyboard.figures")};
}

}  // namespace turnout::kiosk
