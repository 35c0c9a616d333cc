#include "display/app/count_presenter.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "display/app/wall_grid.h"

namespace turnout::display {
namespace {

constexpr std::int64_t kCountBaseMs = 400, kCountPerGuestMs = 4, kCountMostMs = 800;

double inOutSine(double share) {
    return (1 - std::cos(std::numbers::pi * share)) / 2;
}

int millisSince(SteadyTime since, SteadyTime now, int most) {
    return static_cast<int>(std::clamp<std::int64_t>(std::chrono::duration_cast<Millis>(now - since).count(), 0, most));
}

Tally tallyOf(const Numbers& numbers) {
    return {numbers.arrived, numbers.registered > 0 ? std::optional(numbers.registered) : std::nullopt};
}

}  // namespace

Millis countTakes(std::int64_t guests) {
    return Millis{std::clamp(kCountBaseMs + kCountPerGuestMs * guests, kCountBaseMs, kCountMostMs)};
}

CountPresenter::CountPresenter(EventPlan plan, bool demoClock) : plan_(std::move(plan)), programme_(plan_) {
    screen_.demoClock = demoClock;
    showPlan();
}

void CountPresenter::showPlan() {
    screen_.title = plan_.name;
    screen_.venue = plan_.venue;
    screen_.demo = plan_.demo;
    screen_.foot = programme_.hasActs() || !plan_.venue.en.empty() || !plan_.venue.zh.empty();
}

void CountPresenter::replan(EventPlan plan) {
    plan_ = std::move(plan);
    const Programme before = std::exchange(programme_, Programme(plan_));
    programme_.takeOver(before);
    showPlan();
}

void CountPresenter::confirmed(SteadyTime now, TimePoint wall) {
    confirmedAt_ = now;
    asOf_ = wall;
}

void CountPresenter::take(const HallNumbers& numbers, SteadyTime now, TimePoint wall) {
    const bool first = !std::exchange(begun_, true), back = screen_.stale;
    const std::int64_t before = numbers_.totals.guests.arrived;
    numbers_ = numbers;
    confirmed(now, wall);
    if (first) started_ = now;

    const std::int64_t more = numbers.totals.guests.arrived - before;
    const std::vector<std::size_t> filled = placeFlags();
    showTallies();
    if (first || more < 0) {
        roll_.reset();
        screen_.count = numbers.totals.guests.arrived;
    } else if (more > 0) {
        roll_ = Roll{screen_.count, now};
    }
    if (first || back) {
        waiting_.reset();  // nothing is replayed
    } else {
        if (more > 0) queueCard(more, filled);
        dropUndoneCard(now);
        followNames();
        if (!filled.empty()) {
            const bool cardComesNow = waiting_ && (!cardSince_ || now - *cardSince_ >= kBetweenCards);
            screen_.entering = filled;
            screen_.newest = filled.back();
            flagsBegin_ = now + Millis{cardComesNow ? kCardInMs : 0};
            ringSince_ = *flagsBegin_ + Millis{kFlagInMs};
        }
    }
    if (!numbers.newest.empty()) lastRow_ = std::max(lastRow_, numbers.newest.front().scanRow);
    tick(now, wall);
}

std::vector<std::size_t> CountPresenter::placeFlags() {
    std::vector<const CountryNumbers*> here;
    int expected = 0, all = 0;
    for (const CountryNumbers& country : numbers_.totals.byCountry) {
        if (!country.code.isCountry()) continue;
        const bool arrived = country.firstSeq > 0 && country.guests.arrived > 0;
        if (arrived) here.push_back(&country);
        if (country.guests.registered > 0) ++expected;
        if (arrived || country.guests.registered > 0) ++all;
    }
    std::sort(here.begin(), here.end(), [](const auto* a, const auto* b) { return a->firstSeq < b->firstSeq; });

    std::vector<WallPlace>& wall = screen_.wall;
    for (WallPlace& place : wall) {
        const bool stays = place && std::any_of(here.begin(), here.end(), [&](auto* c) { return c->code == *place; });
        if (!stays) place.reset();
    }
    std::vector<std::size_t> filled;
    for (const CountryNumbers* country : here) {
        if (std::find(wall.begin(), wall.end(), country->code) != wall.end()) continue;
        const auto free = std::find(wall.begin(), wall.end(), std::nullopt);
        filled.push_back(static_cast<std::size_t>(free - wall.begin()));
        if (free == wall.end())
            wall.emplace_back(country->code);
        else
            *free = country->code;
    }
    const auto last =
        std::find_if(wall.rbegin(), wall.rend(), [](const WallPlace& place) { return place.has_value(); });
    const int used = static_cast<int>(wall.rend() - last);
    wall.resize(static_cast<std::size_t>(std::max(used, expected > 0 ? all : placesWithoutList(used))));
    if (screen_.newest && (*screen_.newest >= wall.size() || !wall[*screen_.newest])) screen_.newest.reset();
    std::erase_if(screen_.entering, [&](std::size_t place) { return place >= wall.size() || !wall[place]; });
    return filled;
}

void CountPresenter::queueCard(std::int64_t more, const std::vector<std::size_t>& filled) {
    std::vector<const Arrival*> fresh;  // newest first
    for (const Arrival& arrival : numbers_.newest)
        if (arrival.scanRow > lastRow_) fresh.push_back(&arrival);
    if (fresh.empty()) return;
    const auto isNewCountry = [&](const Arrival* arrival) {
        return std::any_of(filled.begin(), filled.end(),
                           [&](std::size_t place) { return screen_.wall[place] == arrival->country; });
    };
    // A country's first guest is told rather than the newest of a country that is here already.
    const auto first = std::find_if(fresh.begin(), fresh.end(), isNewCountry);
    const bool newCountry = first != fresh.end();
    if (!waiting_) waiting_ = Waiting{};
    if (newCountry || !waiting_->newCountry) waiting_->lead = newCountry ? **first : *fresh.front();
    waiting_->newCountry = waiting_->newCountry || newCountry;
    waiting_->guests += more;
}

// A card must not welcome somebody whose admission was just taken back.
void CountPresenter::dropUndoneCard(SteadyTime now) {
    const auto gone = [&](std::int64_t row) {
        const bool listed = std::any_of(numbers_.newest.begin(), numbers_.newest.end(),
                                        [&](const Arrival& arrival) { return arrival.scanRow == row; });
        const bool reaches = numbers_.newest.size() < kNewestRead || numbers_.newest.back().scanRow < row;
        return !listed && reaches;
    };
    if (waiting_ && gone(waiting_->lead.scanRow)) waiting_.reset();
    if (screen_.lane == Lane::guest && !cardLeaves_ && gone(screen_.card.scanRow)) cardLeaves_ = now;
}

// Who asks not to be named is a guest of their country from the next frame on, also on a card that is up.
void CountPresenter::followNames() {
    const auto follow = [&](std::int64_t row, std::string& name) {
        for (const Arrival& arrival : numbers_.newest)
            if (arrival.scanRow == row) name = arrival.name;
    };
    if (waiting_) follow(waiting_->lead.scanRow, waiting_->lead.name);
    follow(screen_.card.scanRow, screen_.card.name);
    if (screen_.under) follow(screen_.under->scanRow, screen_.under->name);
}

void CountPresenter::showTallies() {
    screen_.guests = tallyOf(numbers_.totals.guests);
    screen_.countries = tallyOf(numbers_.totals.countries);
}

void CountPresenter::tick(SteadyTime now, TimePoint wall) {
    screen_.clock = plan_.zone.clockTime(wall);
    screen_.programme = screen_.foot ? programme_.lines(plan_.zone, wall) : std::vector<ProgrammeLine>{};
    const auto turn = begun_ ? static_cast<std::size_t>((now - started_) / kTurn) : 0;
    const std::vector<GroupNumbers>& groups = numbers_.totals.groups;
    // Of an even number of groups each would always have its turn in the same language.
    const std::size_t shifted = !groups.empty() && groups.size() % 2 == 0 ? turn / groups.size() : 0;
    screen_.otherLanguage = (turn + shifted) % 2 == 1;
    screen_.group.reset();
    if (!groups.empty()) {
        const GroupNumbers& group = groups[turn % groups.size()];
        screen_.group = GroupTally{group.name, tallyOf(group.countries)};
    }
    tickStale(now);
    tickCount(now);
    tickCard(now);
    tickFlags(now);
}

void CountPresenter::tickStale(SteadyTime now) {
    screen_.stale = begun_ && now - confirmedAt_ > kStaleAfter;
    screen_.asOf = screen_.stale ? plan_.zone.clockTime(asOf_) : std::string();
    if (!screen_.stale) return;
    waiting_.reset();
    cardSince_.reset();
    cardLeaves_.reset();
    flagsBegin_.reset();
    ringSince_.reset();
    screen_.newest.reset();
    screen_.entering.clear();
}

void CountPresenter::tickCount(SteadyTime now) {
    if (!roll_) return;
    const std::int64_t to = numbers_.totals.guests.arrived, more = to - roll_->from;
    const double share = std::chrono::duration<double>(now - roll_->began) / countTakes(more);
    if (share >= 1) {
        roll_.reset();
        screen_.count = to;
        return;
    }
    // The first guest more is there in the first frame: what is on the screen follows the store at once.
    const auto risen = static_cast<std::int64_t>(std::lround(static_cast<double>(more) * inOutSine(share)));
    screen_.count = std::max(screen_.count, roll_->from + std::clamp<std::int64_t>(risen, 1, more));
}

void CountPresenter::tickCard(SteadyTime now) {
    if (waiting_ && (!cardSince_ || now - *cardSince_ >= kBetweenCards)) {
        screen_.under.reset();
        if (screen_.lane == Lane::guest && !cardLeaves_) screen_.under = screen_.card;
        const Arrival& lead = waiting_->lead;
        screen_.card = {lead.scanRow, lead.country, lead.name, waiting_->guests - 1};
        screen_.lane = Lane::guest;
        cardSince_ = now;
        cardLeaves_.reset();
        waiting_.reset();
    }
    if (cardSince_ && !cardLeaves_ && now - *cardSince_ >= kCardStays) cardLeaves_ = now;
    if (cardLeaves_ && now - *cardLeaves_ >= Millis{kCardOutMs}) {
        cardLeaves_.reset();
        cardSince_.reset();
    }
    if (cardSince_) {
        screen_.cardInMs = millisSince(*cardSince_, now, kCardInMs);
        screen_.cardOutMs = cardLeaves_ ? millisSince(*cardLeaves_, now, kCardOutMs) : 0;
        if (screen_.cardInMs == kCardInMs) screen_.under.reset();
        return;
    }
    screen_.card = {};
    screen_.under.reset();
    screen_.cardInMs = kCardInMs;
    screen_.cardOutMs = 0;
    screen_.lane = screen_.stale ? Lane::stale : screen_.guests.arrived == 0 ? Lane::waiting : Lane::empty;
}

void CountPresenter::tickFlags(SteadyTime now) {
    if (flagsBegin_) {
        screen_.flagMs = now < *flagsBegin_ ? -1 : millisSince(*flagsBegin_, now, kFlagInMs);
        if (screen_.flagMs == kFlagInMs) {
            flagsBegin_.reset();
            screen_.entering.clear();
        }
    }
    if (!flagsBegin_) screen_.flagMs = kFlagInMs;
    if (ringSince_ && now - *ringSince_ >= kRingStays) {
        ringSince_.reset();
        screen_.newest.reset();
    }
    screen_.ringMs = ringSince_ ? (now < *ringSince_ ? -1 : millisSince(*ringSince_, now, kRingMs)) : kRingMs;
}

}  // namespace turnout::display
