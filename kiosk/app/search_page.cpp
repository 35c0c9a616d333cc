#include "kiosk/app/search_page.h"

#include <algorithm>

#include "common/domain/ticket_code.h"
#include "kiosk/app/door_numbers.h"
#include "kiosk/app/place_line.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kRowsWithKeyboard = 4, kRowsAlone = 6;

}  // namespace

std::string guestLine(const GuestCard& guest) {
    return guest.affiliation.empty() ? guest.countryName : guest.countryName + " · " + guest.affiliation;
}

PageWish SearchPage::ask() {
    first_ = selected_ = 0;
    PageWish wish;
    if (of_ == Of::guests) wish.question = PeopleQuestion{PeopleQuestion::Kind::search, typed_.text(), {}};
    return wish;
}

// What was searched for in vain is who stands here, if it is a name.
std::string SearchPage::unknownName() const {
    const bool nobody = people_.question.text == typed_.text() && people_.guests.empty() && !people_.trouble;
    const bool digits = typed_.text().find_first_of("0123456789") != std::string::npos;
    return nobody && !digits ? typed_.text() : std::string();
}

std::size_t SearchPage::rowsShown() const {
    return keyboard_ ? kRowsWithKeyboard : kRowsAlone;
}

void SearchPage::move(std::ptrdiff_t rows) {
    if (people_.guests.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(people_.guests.size()) - 1;
    selected_ =
        static_cast<std::size_t>(std::clamp(static_cast<std::ptrdiff_t>(selected_) + rows, std::ptrdiff_t{0}, last));
    if (selected_ < first_) first_ = selected_;
    if (selected_ >= first_ + rowsShown()) first_ = selected_ + 1 - rowsShown();
}

void SearchPage::open(std::size_t row) {
    if (row >= people_.guests.size() || row >= people_.now.size()) return;
    selected_ = row;
    chosen_ = ListedGuest{people_.guests[row].guest, people_.now[row]};
}

// What is typed is a ticket's code: it goes the way of every ticket.
PageWish SearchPage::check() {
    PageWish wish;
    if (cleanForScreen(typed_.text()).empty()) return wish;
    DoorRequest request;
    request.kind = DoorRequest::Kind::typedCode;
    request.text = typed_.text();
    wish.requests.push_back(std::move(request));
    wish.close = true;
    return wish;
}

PageWish SearchPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    if (chosen_) {
        if (press.action == DoorAction::back || press.action == DoorAction::keep) chosen_.reset();
        if (press.action == DoorAction::yes && !isDone(chosen_->now, context.direction)) {
            wish.requests.push_back(admissionOf(chosen_->guest.id));
            wish.close = true;
        }
        return wish;
    }
    switch (press.action) {
        case DoorAction::back: wish.close = true; break;
        case DoorAction::letter: typed_.add(press.value); return ask();
        case DoorAction::eraseLetter: typed_.backspace(); return ask();
        case DoorAction::otherLayer: figures_ = !figures_; break;
        case DoorAction::showKeyboard:
            keyboard_ = true;
            move(0);
            break;
        case DoorAction::pick: open(press.value); break;
        case DoorAction::right: open(selected_); break;
        case DoorAction::yes:
            if (const SearchScreen shown = searchScreen(context); !shown.rows.empty())
                open(selected_);
            else if (shown.isCode)  // what is no code would only stand in the log as a refusal
                return check();
            break;
        case DoorAction::check: return check();
        case DoorAction::openSearch: return opening(std::make_unique<SearchPage>(Of::guests, typed_.text()));
        case DoorAction::up: move(-1); break;
        case DoorAction::down: move(1); break;
        case DoorAction::pageUp: move(-static_cast<std::ptrdiff_t>(rowsShown())); break;
        case DoorAction::pageDown: move(static_cast<std::ptrdiff_t>(rowsShown())); break;
        default: break;
    }
    return wish;
}

PageWish SearchPage::onCharacter(char32_t character, const PageContext&) {
    if (chosen_) return {};
    keyboard_ = false;
    typed_.add(character);
    return ask();
}

PageWish SearchPage::onBackspace(const PageContext&) {
    if (chosen_) return {};
    typed_.backspace();
    return ask();
}

// Enter takes what is typed as a code when it looks like one; it never admits anybody from the list. One that cannot be
// right is compared with the ticket first: it would only stand in the log as a refusal.
PageWish SearchPage::onEnter(const PageContext& context) {
    if (chosen_) return {};
    const SearchScreen screen = searchScreen(context);
    if (screen.checkCode.empty() || !screen.wrong.empty()) return {};
    return check();
}

PageWish SearchPage::removeTyped(std::size_t characters, const PageContext&) {
    if (chosen_) return {};
    typed_.removeLast(characters);
    return ask();
}

void SearchPage::onPeople(People people, const PageContext&) {
    if (people.question.kind != PeopleQuestion::Kind::search) return;
    const bool sameQuestion = people.question == people_.question;
    people_ = std::move(people);
    if (!sameQuestion) first_ = selected_ = 0;
    move(0);
    if (!chosen_) return;
    for (std::size_t i = 0; i < people_.now.size(); ++i)
        if (people_.now[i].id == chosen_->guest.id) chosen_->now = people_.now[i];
}

// Somebody came in: the states beside the names may be others now.
PageWish SearchPage::onCounts(const PageContext&) {
    PageWish wish;
    if (!typed_.empty() && of_ == Of::guests)
        wish.question = PeopleQuestion{PeopleQuestion::Kind::search, typed_.text(), {}};
    return wish;
}

namespace {

// How many characters of a code of this event are still to be typed. Nothing: it is none, or not the beginning of one.
std::optional<std::int64_t> missingOf(const std::string& typed, const std::string& eventTag) {
    std::string text;
    for (const char c : typed)
        if (c != ' ' && c != '-') text += c;
    if (text.size() <= kEventTagLength || text.size() >= kTicketCodeLength || eventTag.empty()) return {};
    // As long as a code: then it is told by whether each character may stand in one, and what its mark is.
    const std::string filled = text + std::string(kTicketCodeLength - text.size(), '0');
    const ParsedCode parsed = parseTicketCode(filled);
    if (parsed.shape == CodeShape::foreign || parsed.tag() != eventTag) return {};
    return static_cast<std::int64_t>(kTicketCodeLength - text.size());
}

// What matches nobody may be another organiser's code; what has no figure in it is a name that nobody has, and would
// stand in the log as a refusal.
bool mayBeCode(const std::string& typed) {
    return std::any_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

SearchScreen SearchPage::searchScreen(const PageContext& context) const {
    SearchScreen screen;
    const ParsedCode parsed = parseTicketCode(typed_.text());
    const bool code = parsed.shape != CodeShape::foreign;
    screen.typed = code ? inFives(parsed.code) : cleanForScreen(typed_.text());
    if (!code && typed_.text().ends_with(' ')) screen.typed += " ";
    const bool codes = of_ == Of::codes;
    screen.hint = context.words(codes ? "search.hint_codes" : "search.hint");
    if (codes) screen.guests = context.words("search.guests");
    screen.seatLabel = context.words("seat");
    screen.keyboard = {keyboard_, figures_, context.words("keyboard.space"),
                       context.words(figures_ ? "keyboard.letters" : "keyboard.figures")};
    if (parsed.shape == CodeShape::mistyped) screen.wrong = context.words("type_code.wrong");
    const bool answered = codes || people_.question.text == typed_.text();
    const bool nobody = answered && people_.guests.empty() && !people_.trouble;
    if (typed_.empty()) {
        screen.emptyTitle = context.words(codes ? "search.codes" : "search.empty");
        screen.emptyDetail = context.words(codes ? "search.codes.detail" : "search.empty.detail");
        return screen;
    }
    const auto missing = nobody && !code ? missingOf(typed_.text(), context.eventTag) : std::nullopt;
    if (missing) {
        screen.emptyTitle = context.words("search.code_short", {{"n", number(*missing)}});
        screen.emptyDetail = context.words("search.code_short.detail");
        return screen;
    }
    screen.isCode = code;
    if (code || codes || (nobody && mayBeCode(typed_.text()))) screen.checkCode = context.words("type_code.check");
    if (code) {
        const bool right = parsed.shape == CodeShape::ours;
        screen.emptyTitle = context.words(right ? "search.code" : "type_code.wrong");
        screen.emptyDetail = context.words(right ? "search.code.detail" : "search.code_wrong.detail");
        return screen;
    }
    if (people_.trouble) {
        screen.emptyTitle = context.words("search.trouble");
        screen.emptyDetail = people_.trouble->sentence(context.lang);
        return screen;
    }
    if (codes) {
        screen.emptyTitle = context.words("search.no_code");
        screen.emptyDetail = context.words("search.codes.detail");
        return screen;
    }
    if (nobody) {
        const bool walkIn = context.event.walkIns && context.direction == Direction::entry && !context.counts.rehearsal;
        screen.emptyTitle = context.words("search.nobody", {{"typed", shorten(screen.typed, 24)}});
        screen.emptyDetail = context.words(walkIn ? "search.nobody.walk_in" : "search.nobody.detail");
        return screen;
    }
    if (answered)
        screen.count = people_.all == 1
                           ? context.words("search.one")
                           : context.words("search.count", {{"n", number(static_cast<std::int64_t>(people_.all))}});
    for (std::size_t i = 0; i < people_.guests.size() && i < people_.now.size(); ++i) {
        const FoundGuest& found = people_.guests[i];
        SearchRow row;
        row.guest = guestCard(found.guest, context.lang);
        if (row.guest.name == found.guest.name) row.inName = found.inName;  // cleaned names are not marked
        if (row.guest.nativeName == found.guest.nativeName) row.inNativeName = found.inNativeName;
        PlaceLine places = placeLine(found.guest, context.event.affiliations, people_.question.text, context.lang);
        row.line = std::move(places.words);
        row.inLine = std::move(places.marked);
        row.state = stateWords(people_.now[i], context);
        row.detail = whereAndWhen(people_.now[i], context);
        row.done = isDone(people_.now[i], context.direction);
        screen.rows.push_back(std::move(row));
    }
    screen.first = first_;
    screen.selected = selected_;
    return screen;
}

void SearchPage::fill(DoorScreen& screen, const PageContext& context) const {
    if (chosen_) {
        screen.scene = Scene::confirm;
        screen.confirm = guestQuestion(*chosen_, context);
    } else {
        screen.scene = Scene::search;
        screen.search = searchScreen(context);
    }
}

}  // namespace turnout::kiosk
