#include "display/app/moments.h"

#include <algorithm>

#include "display/app/scene_screens.h"

namespace turnout::display {
namespace {

constexpr std::int64_t kGuestStep = 100, kCountryStep = 10;
constexpr std::int64_t kFirstGuestsMost = 10;  // with more in the hall nobody believes that the first is here
constexpr std::size_t kMostWaiting = 12, kManyWaiting = 3;

bool here(const CountryNumbers& country) {
    return country.code.isCountry() && country.firstSeq > 0 && country.guests.arrived > 0;
}

std::vector<const CountryNumbers*> inOrder(const Totals& totals) {
    std::vector<const CountryNumbers*> all;
    for (const CountryNumbers& country : totals.byCountry)
        if (here(country)) all.push_back(&country);
    std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->firstSeq < b->firstSeq; });
    return all;
}

int millisBetween(SteadyTime from, SteadyTime to) {
    return static_cast<int>(std::max<std::int64_t>(0, std::chrono::duration_cast<Millis>(to - from).count()));
}

}  // namespace

void Moments::take(const Totals& totals, bool first, SteadyTime now) {
    totals_ = totals;
    const std::int64_t guests = totals.guests.arrived, countries = totals.countries.arrived;
    const bool all = totals.countries.registered > 1 && countries >= totals.countries.registered;
    const bool full = totals.guests.registered > 1 && guests >= totals.guests.registered;
    const std::vector<const CountryNumbers*> came = inOrder(totals);
    if (first) {
        waiting_.clear();
        for (const CountryNumbers* country : came) told_.insert(country->code);
        mostGuests_ = std::max(mostGuests_, guests);
        mostCountries_ = std::max(mostCountries_, countries);
        allTold_ = allTold_ || all;
        fullTold_ = fullTold_ || full;
        return;
    }
    if (mostGuests_ == 0 && guests > 0) add({Moment::Kind::guests, {}, 1, 0, true, {}, now});
    std::int64_t place = 0;
    for (const CountryNumbers* country : came) {
        ++place;
        if (told_.insert(country->code).second)
            add({Moment::Kind::country,
                 country->code,
                 place,
                 totals.countries.registered,
                 orderMayBeTold(*country),
                 {},
                 now});
        if (place % kCountryStep == 0 && place > mostCountries_ && !(all && place == countries))
            addRound({Moment::Kind::countries, {}, place, 0, true, {}, now});
    }
    if (guests / kGuestStep > mostGuests_ / kGuestStep && !full)
        addRound({Moment::Kind::guests, {}, guests / kGuestStep * kGuestStep, 0, true, {}, now});
    if (all && !allTold_) {
        Moment moment{Moment::Kind::allCountries, {}, countries, countries, true, {}, now};
        for (const CountryNumbers* country : came) moment.flags.push_back(country->code);
        add(std::move(moment));
    }
    if (full && !fullTold_) add({Moment::Kind::fullHouse, {}, guests, 0, true, {}, now});
    mostGuests_ = std::max(mostGuests_, guests);
    mostCountries_ = std::max(mostCountries_, countries);
    allTold_ = allTold_ || all;
    fullTold_ = fullTold_ || full;
}

// Too many wait after a long act: the oldest countries give way, never the milestones of all.
void Moments::add(Moment moment) {
    waiting_.push_back(std::move(moment));
    if (waiting_.size() <= kMostWaiting) return;
    const auto oldest = std::find_if(waiting_.begin(), waiting_.end(),
                                     [](const Moment& each) { return each.kind == Moment::Kind::country; });
    waiting_.erase(oldest == waiting_.end() ? waiting_.begin() : oldest);
}

// A round number that waits gives way to the next of its kind: nobody hears of the 400th guest from among 500.
void Moments::addRound(Moment moment) {
    std::erase_if(waiting_, [&](const Moment& each) { return each.kind == moment.kind; });
    add(std::move(moment));
}

// An undo may have taken back what waits to be told, and what is long past is no moment.
bool Moments::stillTold(const Moment& moment, SteadyTime now) const {
    const bool ofAll = moment.kind == Moment::Kind::allCountries || moment.kind == Moment::Kind::fullHouse;
    if (!ofAll && now - moment.came > kMomentGoodFor) return false;
    switch (moment.kind) {
        case Moment::Kind::country:
            return std::any_of(totals_.byCountry.begin(), totals_.byCountry.end(), [&](const CountryNumbers& country) {
                return country.code == moment.country && here(country);
            });
        case Moment::Kind::guests:
            return totals_.guests.arrived >= moment.number &&
                   (moment.number > 1 || totals_.guests.arrived <= kFirstGuestsMost);
        case Moment::Kind::fullHouse: return totals_.guests.arrived >= moment.number;
        case Moment::Kind::countries:
        case Moment::Kind::allCountries: return totals_.countries.arrived >= moment.number;
    }
    return false;
}

const Moment* Moments::tick(SteadyTime now, bool held) {
    if (on_ && (held || now >= on_->goes + Millis{kMomentOut})) {
        on_.reset();
        lastEnded_ = now;
    }
    if (held) return nullptr;
    if (!on_ && (!lastEnded_ || now - *lastEnded_ >= Millis{kMomentPause})) {
        while (!waiting_.empty() && !stillTold(waiting_.front(), now)) waiting_.pop_front();
        if (!waiting_.empty()) {
            const int takes = waiting_.size() >= kManyWaiting ? kMomentHurried : kMomentTakes;
            on_ = On{std::move(waiting_.front()), now, now + Millis{takes - kMomentOut}};
            waiting_.pop_front();
        }
    }
    return on_ ? &on_->moment : nullptr;
}

int Moments::inMs(SteadyTime now) const {
    return on_ ? std::min(kMomentIn, millisBetween(on_->since, now)) : kMomentIn;
}

int Moments::outMs(SteadyTime now) const {
    return on_ ? std::min(kMomentOut, millisBetween(on_->goes, now)) : 0;
}

void Moments::skip(SteadyTime now) {
    if (on_)
        on_->goes = std::min(on_->goes, now);
    else if (!waiting_.empty())
        waiting_.pop_front();
}

void Moments::clear() {
    waiting_.clear();
    on_.reset();
}

}  // namespace turnout::display
