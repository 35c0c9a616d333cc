#include "kiosk/app/group_page.h"

#include <algorithm>
#include <numeric>

#include "kiosk/app/grid.h"
#include "kiosk/app/guest_question.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kCoach = 60;  // more than a coach holds

// Who needs something stands first: on the twelfth page nobody would see it before they are admitted.
void putNotesFirst(People& people) {
    std::vector<std::size_t> order(std::min(people.guests.size(), people.now.size()));
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return people.guests[i].guest.attention; });
    People sorted = people;
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.guests[i] = people.guests[order[i]];
        sorted.now[i] = people.now[order[i]];
    }
    people = std::move(sorted);
}

// Of a name what a narrow row is sure to show.
std::string shownOf(const Guest& guest) {
    constexpr std::size_t kSure = 24;
    return shorten(guest.name, kSure);
}

}  // namespace

PageWish GroupPage::begin(const PageContext&) {
    PageWish wish;
    wish.question = PeopleQuestion{PeopleQuestion::Kind::universities, {}, {}};
    return wish;
}

std::ptrdiff_t GroupPage::cellsInAColumn(bool upright) {
    return static_cast<std::ptrdiff_t>(kCells) / (upright ? 2 : 3);
}

bool GroupPage::canTick(std::size_t row) const {
    return row < people_.now.size() && people_.now[row].presence != Presence::inside &&
           !elsewhere_.contains(people_.guests[row].guest.id);
}

std::vector<std::size_t> GroupPage::ticked() const {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < people_.guests.size(); ++i)
        if (canTick(i) && ticks_.contains(people_.guests[i].guest.id)) rows.push_back(i);
    return rows;
}

void GroupPage::turn(std::size_t cell) {
    if (cell >= shown_.size() || !canTick(shown_[cell])) return;
    focused_ = cell;
    const AttendeeId id = people_.guests[shown_[cell]].guest.id;
    if (!ticks_.erase(id)) ticks_.insert(id);
}

PageWish GroupPage::askList() const {
    PageWish wish;
    wish.question = PeopleQuestion{PeopleQuestion::Kind::university, typed_.text(), *university_};
    return wish;
}

bool GroupPage::finds() const {
    return !typed_.empty() && people_.question.text == typed_.text();
}

void GroupPage::showFound() {
    const std::size_t rows = std::min(people_.guests.size(), people_.now.size());
    if (!typed_.empty() && !finds()) return;  // as before until the answer is there
    shown_.resize(rows);
    std::iota(shown_.begin(), shown_.end(), std::size_t{0});
    if (finds()) {
        std::map<AttendeeId, std::size_t> rowOf;
        for (std::size_t row = 0; row < rows; ++row) rowOf[people_.guests[row].guest.id] = row;
        shown_.clear();
        for (const AttendeeId id : people_.found)
            if (const auto row = rowOf.find(id); row != rowOf.end()) shown_.push_back(row->second);
    }
    move(0);
}

void GroupPage::move(std::ptrdiff_t cells) {
    const std::size_t count = university_ ? shown_.size() : universities_.size();
    if (count == 0) first_ = focused_ = 0;
    if (count == 0) return;
    const auto last = static_cast<std::ptrdiff_t>(count) - 1;
    focused_ =
        static_cast<std::size_t>(std::clamp(static_cast<std::ptrdiff_t>(focused_) + cells, std::ptrdiff_t{0}, last));
    first_ = focused_ / kCells * kCells;
}

// How many ticked guests the hall has no room for. Nothing: all of them, or places are not counted.
std::optional<std::int64_t> GroupPage::tooMany(const PageContext& context) const {
    const auto room = context.placesLeft();
    if (!room || context.counts.rehearsal) return {};
    std::int64_t counted = 0;
    for (const std::size_t row : ticked()) counted += people_.guests[row].guest.counted ? 1 : 0;
    return counted > *room ? std::optional(counted - *room) : std::nullopt;
}

std::string GroupPage::whyShut(const PageContext& context) const {
    return purpose_ == Purpose::paper ? std::string() : shutWords(context);  // ticks tell what has been
}

PageWish GroupPage::admit() {
    PageWish wish;
    asking_ = false;
    for (const std::size_t row : ticked()) {
        DoorRequest request;
        request.kind = DoorRequest::Kind::admit;
        request.scan = newScanId();
        request.source = purpose_ == Purpose::paper ? Source::paper : Source::group;
        request.guest = people_.guests[row].guest.id;
        waiting_[request.scan.value] = *request.guest;
        if (!act_) act_ = request.scan;
        wish.requests.push_back(std::move(request));
    }
    sent_ = sent_ || !wish.requests.empty();
    return wish;
}

PageWish GroupPage::handleUniversities(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    if (press.action == DoorAction::back) wish.close = true;
    std::optional<std::size_t> chosen;
    if (press.action == DoorAction::pick) chosen = press.value;
    if (press.action == DoorAction::yes) chosen = focused_;
    if (universities_.empty()) return wish;
    focused_ = boxAfter(press, focused_, universities_.size(), columnsOfLists(context.upright));
    if (!chosen || *chosen >= universities_.size()) return wish;
    university_ = universities_[*chosen].name;
    name_ = cleanForScreen(university_->in(context.lang));
    first_ = focused_ = 0;
    return askList();
}

PageWish GroupPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    if (!university_) return handleUniversities(press, context);
    if (const auto guests = toTell(); !guests.empty()) {
        if (press.action == DoorAction::back || press.action == DoorAction::keep)
            for (const Guest* guest : guests) told_.insert(guest->id);
        return wish;
    }
    if (std::exchange(asking_, false)) return press.action == DoorAction::yes ? admit() : PageWish{};
    switch (press.action) {
        case DoorAction::back:
            if (!typed_.empty() || keyboard_) {
                keyboard_ = false;
                showAll(focused_ < shown_.size() ? shown_[focused_] : 0);
                break;
            }
            if (!waiting_.empty()) break;  // until every answer is there
            if (sent_) {
                wish.close = true;
                break;
            }
            university_.reset();
            known_ = false;
            people_ = {};
            shown_.clear();
            ticks_.clear();
            return begin(context);
        case DoorAction::pick:
            turn(press.value);
            if (keyboard_ && press.value < shown_.size()) showAll(shown_[press.value]);
            break;
        case DoorAction::showKeyboard: keyboard_ = true; break;
        case DoorAction::otherLayer: figures_ = !figures_; break;
        case DoorAction::letter: return typeMore(press.value);
        case DoorAction::eraseLetter: return removeTyped(1, context);
        case DoorAction::toggle: turn(focused_); break;
        case DoorAction::all:
            for (const FoundGuest& found : people_.guests) ticks_.insert(found.guest.id);
            break;
        case DoorAction::none: ticks_.clear(); break;
        case DoorAction::up: move(-1); break;
        case DoorAction::down: move(1); break;
        case DoorAction::left: move(-cellsInAColumn(context.upright)); break;
        case DoorAction::right: move(cellsInAColumn(context.upright)); break;
        case DoorAction::pageUp: move(-static_cast<std::ptrdiff_t>(kCells)); break;
        case DoorAction::pageDown: move(static_cast<std::ptrdiff_t>(kCells)); break;
        case DoorAction::yes:
            if (!waiting_.empty() || tooMany(context) || !whyShut(context).empty()) break;
            asking_ = purpose_ == Purpose::coach && ticked().size() > kCoach;
            if (!asking_) return admit();
            break;
        default: break;
    }
    return wish;
}

// On a list of hundreds a name is typed rather than looked for.
PageWish GroupPage::onCharacter(char32_t character, const PageContext&) {
    if (!university_ || asking_ || mustAct() || (typed_.empty() && character == U' ')) return {};
    keyboard_ = false;
    first_ = focused_ = 0;
    return typeMore(character);
}

PageWish GroupPage::onBackspace(const PageContext& context) {
    return removeTyped(1, context);
}

PageWish GroupPage::removeTyped(std::size_t characters, const PageContext&) {
    if (!university_ || typed_.empty()) return {};
    entered_ = false;
    typed_.removeLast(characters);
    first_ = focused_ = 0;
    showFound();
    return askList();
}

// Ticks whom the typed text finds, and the next may be typed. It never admits.
PageWish GroupPage::onEnter(const PageContext& context) {
    if (!university_) return handleUniversities(DoorAction::yes, context);
    if (asking_ || !finds()) return {};
    if (focused_ >= shown_.size() || !canTick(shown_[focused_])) {
        entered_ = true;
        return {};
    }
    const std::size_t row = shown_[focused_];
    turn(focused_);
    showAll(row);
    return {};
}

// What was entered and ticked nobody stays to be looked at, and gives way to what is typed next.
PageWish GroupPage::typeMore(char32_t character) {
    if (std::exchange(entered_, false)) typed_.clear();
    typed_.add(character);
    return askList();
}

// All are shown again, with this one of them in the frame.
void GroupPage::showAll(std::size_t row) {
    entered_ = false;
    typed_.clear();
    showFound();
    focused_ = row;
    move(0);
}

bool GroupPage::hasNamesake(const Guest& guest) const {
    return sameNames_.contains(shownOf(guest));
}

void GroupPage::onPeople(People people, const PageContext& context) {
    if (people.question.kind == PeopleQuestion::Kind::universities && !university_)
        universities_ = std::move(people.universities);
    if (people.question.kind != PeopleQuestion::Kind::university || !university_ ||
        people.question.affiliation != *university_)
        return;
    people_ = std::move(people);
    if (purpose_ == Purpose::coach) putNotesFirst(people_);
    elsewhere_.clear();
    sameNames_.clear();
    std::set<std::string> names;
    for (std::size_t i = 0; i < std::min(people_.guests.size(), people_.now.size()); ++i) {
        const Guest& guest = people_.guests[i].guest;
        if (answerAhead({guest, people_.now[i]}, context) == Verdict::wrongDoor) elsewhere_.insert(guest.id);
        if (const std::string name = shownOf(guest); !names.insert(name).second) sameNames_.insert(name);
    }
    if (!known_ && purpose_ == Purpose::coach)
        for (const FoundGuest& found : people_.guests) ticks_.insert(found.guest.id);
    known_ = true;
    showFound();
}

bool GroupPage::onAnswer(const Answer& answer, const PageContext&) {
    if (waiting_.erase(answer.scan.value) == 0) return false;
    unseen_ = true;
    if (!answer.guest) return true;
    const AttendeeId id = answer.guest->id;
    ticks_.erase(id);
    if (toneOf(answer.verdict) == Tone::green)
        admitted_.insert(id);
    else
        refused_[id] = answer.verdict;
    return true;
}

bool GroupPage::onRefused(const ScanId& scan, const Error& error) {
    const auto found = waiting_.find(scan.value);
    if (found == waiting_.end()) return false;
    ticks_.erase(found->second);
    failed_.insert_or_assign(found->second, error);
    unseen_ = true;
    waiting_.erase(found);
    return true;
}

std::optional<Act> GroupPage::actOf(const ScanId& scan) const {
    if (!act_ || !waiting_.contains(scan.value)) return {};
    return Act{*act_, name_};
}

void GroupPage::onTakenBack(AttendeeId guest) {
    takenBack_ += static_cast<std::int64_t>(admitted_.erase(guest));
}

// Untouched, a list of names does not stand there for the evening; until all came of it that there is to know it does.
std::optional<Millis> GroupPage::staysUntouched() const {
    if (isUnderWay()) return {};
    return university_ ? Millis(kFormStays) : Millis(kLocksAfter);
}

// Who was let in by this act and needs something, once all of it is recorded. A paper list is entered when they sit.
std::vector<const Guest*> GroupPage::toTell() const {
    std::vector<const Guest*> guests;
    if (!waiting_.empty() || purpose_ != Purpose::coach) return guests;
    for (const FoundGuest& one : people_.guests)
        if (one.guest.attention && admitted_.contains(one.guest.id) && !told_.contains(one.guest.id))
            guests.push_back(&one.guest);
    return guests;
}

PageWish GroupPage::onCounts(const PageContext&) {
    return university_ ? askList() : PageWish{};
}

}  // namespace turnout::kiosk
