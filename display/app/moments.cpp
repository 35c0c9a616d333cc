#include "display/app/moments.h"

#include <algorithm>

#include "display/app/scene_screens.h"

namespace turnout::display {
namespace {

constexpr std::int64_t kGuestStep = 100, kCountryStep = 10;
constexpr std::int64_t kFirstGuestsMost = 10;          // with more in the hall nobody believes that the first is here
constexpr std::size_t kManyWaiting = 3, kTooMany = 5;  // too many: the last would come half a minute late

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

// Whether the second moment was told with the first, of which it is then a part.
bool joined(Moment& first, const Moment& second) {
    std::vector<CountryCode> all = newCountriesOf(first);
    const std::vector<CountryCode> more = newCountriesOf(second);
    if (all.empty() || more.empty() || all.size() + more.size() > kMostTogether) return false;
    all.insert(all.end(), more.begin(), more.end());
    first = {Moment::Kind::newCountries, {}, static_cast<std::int64_t>(all.size()), 0, false, all, first.came};
    return true;
}

// Of numbers that follow each other only the highest is told: nobody hears of the 400th guest from among 500.
bool isRound(const Moment& moment) {
    return moment.kind == Moment::Kind::guests || moment.kind == Moment::Kind::countries;
}

bool overtakes(const Moment& later, const Moment& earlier) {
    return isRound(later) && later.kind == earlier.kind && later.number > earlier.number;
}

int millisBetween(SteadyTime from, SteadyTime to) {
    return static_cast<int>(std::max<std::int64_t>(0, std::chrono::duration_cast<Millis>(to - from).count()));
}

}  // namespace

std::vector<CountryCode> newCountriesOf(const Moment& moment) {
    if (moment.kind == Moment::Kind::country) return {moment.country};
    return moment.kind == Moment::Kind::newCountries ? moment.flags : std::vector<CountryCode>{};
}

void Moments::take(const Totals& totals, bool first, SteadyTime now) {
    totals_ = totals;
    const std::int64_t guests = totals.guests.arrived, countries = totals.countries.arrived;
    const bool all = totals.countries.registered > 1 && countries >= totals.countries.registered;
    const bool full = totals.guests.registered > 1 && guests >= totals.guests.registered;
    const std::vector<const CountryNumbers*> came = inOrder(totals);
    if (first) {
        waiting_.clear();
        for (const CountryNumbers* country : came) told_.try_emplace(country->code, now);
        mostGuests_ = std::max(mostGuests_, guests);
        mostCountries_ = std::max(mostCountries_, countries);
        allTold_ = allTold_ || all;
        fullTold_ = fullTold_ || full;
        return;
    }
    if (mostGuests_ == 0 && guests > 0) waiting_.push_back({Moment::Kind::guests, {}, 1, 0, true, {}, now});
    std::int64_t place = 0;
    for (const CountryNumbers* country : came) {
        ++place;
        if (told_.try_emplace(country->code, now).second)
            waiting_.push_back({Moment::Kind::country,
                                country->code,
                                place,
                                totals.countries.registered,
                                orderMayBeTold(*country),
                                {},
                                now});
        if (place % kCountryStep == 0 && place > mostCountries_ && !(all && place == countries))
            push({Moment::Kind::countries, {}, place, 0, true, {}, now});
    }
    if (guests / kGuestStep > mostGuests_ / kGuestStep && !full)
        push({Moment::Kind::guests, {}, guests / kGuestStep * kGuestStep, 0, true, {}, now});
    if (all && !allTold_) {
        Moment moment{Moment::Kind::allCountries, {}, countries, countries, true, {}, now};
        for (const CountryNumbers* country : came) moment.flags.push_back(country->code);
        waiting_.push_back(std::move(moment));
    }
    if (full && !fullTold_) waiting_.push_back({Moment::Kind::fullHouse, {}, guests, 0, true, {}, now});
    mostGuests_ = std::max(mostGuests_, guests);
    mostCountries_ = std::max(mostCountries_, countries);
    allTold_ = allTold_ || all;
    fullTold_ = fullTold_ || full;
}

bool Moments::overtaken(const Moment& moment) const {
    return std::any_of(waiting_.begin(), waiting_.end(), [&](const Moment& each) { return overtakes(each, moment); });
}

void Moments::push(Moment moment) {
    std::erase_if(waiting_, [&](const Moment& each) { return overtakes(moment, each); });
    waiting_.push_back(std::move(moment));
}

bool Moments::isHere(const CountryCode& country) const {
    return std::any_of(totals_.byCountry.begin(), totals_.byCountry.end(),
                       [&](const CountryNumbers& each) { return each.code == country && here(each); });
}

// Countries to which the rule applies. One that is not here was never told: it is new when it comes again.
template <class Rule>
void Moments::leaveOut(Moment& moment, const Rule& rule) {
    const auto goes = [&](const CountryCode& country) {
        const bool out = rule(country);
        if (out && !isHere(country)) told_.erase(country);
        return out;
    };
    if (moment.kind == Moment::Kind::country) goes(moment.country);  // the moment itself goes by isTrue() and isOld()
    if (moment.kind != Moment::Kind::newCountries) return;
    std::erase_if(moment.flags, goes);
    moment.number = static_cast<std::int64_t>(moment.flags.size());
}

// Numbers that an undo made smaller may come to be once more.
void Moments::takeBack(const Moment& moment) {
    const bool fewerGuests = totals_.guests.arrived < moment.number,
               fewerCountries = totals_.countries.arrived < moment.number;
    switch (moment.kind) {
        case Moment::Kind::guests:
            if (fewerGuests) mostGuests_ = std::min(mostGuests_, moment.number - 1);
            break;
        case Moment::Kind::fullHouse: fullTold_ = fullTold_ && !fewerGuests; break;
        case Moment::Kind::countries:
            if (fewerCountries) mostCountries_ = std::min(mostCountries_, moment.number - 1);
            break;
        case Moment::Kind::allCountries: allTold_ = allTold_ && !fewerCountries; break;
        case Moment::Kind::country:
        case Moment::Kind::newCountries: break;
    }
}

bool Moments::isTrue(const Moment& moment) const {
    switch (moment.kind) {
        case Moment::Kind::country: return isHere(moment.country);
        case Moment::Kind::newCountries: return !moment.flags.empty();
        case Moment::Kind::guests:
            return totals_.guests.arrived >= moment.number &&
                   (moment.number > 1 || totals_.guests.arrived <= kFirstGuestsMost);
        case Moment::Kind::fullHouse: return totals_.guests.arrived >= moment.number;
        case Moment::Kind::countries:
        case Moment::Kind::allCountries: return totals_.countries.arrived >= moment.number;
    }
    return false;
}

bool Moments::isOld(const Moment& moment, SteadyTime now) const {
    switch (moment.kind) {
        case Moment::Kind::newCountries: return moment.flags.empty();
        case Moment::Kind::country:
        case Moment::Kind::guests:
        case Moment::Kind::countries: return now - moment.came > kMomentGoodFor;
        case Moment::Kind::allCountries:
        case Moment::Kind::fullHouse: return false;
    }
    return false;
}

// In their order, and never across a round number, which is told between them. What grew too old has gone for good;
// what an undo has taken back may come again and keeps its place.
void Moments::gather(SteadyTime now) {
    for (Moment& each : waiting_)
        leaveOut(each, [&](const CountryCode& country) { return now - told_.at(country) > kMomentGoodFor; });
    std::erase_if(waiting_, [&](const Moment& each) { return isOld(each, now); });
    if (waiting_.size() < kTooMany) return;
    std::deque<Moment> gathered;
    for (Moment& each : waiting_)
        if (gathered.empty() || !joined(gathered.back(), each)) gathered.push_back(std::move(each));
    waiting_ = std::move(gathered);
}

void Moments::dropUntrue() {
    while (!waiting_.empty()) {
        Moment& next = waiting_.front();
        leaveOut(next, [&](const CountryCode& country) { return !isHere(country); });
        if (isTrue(next)) return;
        takeBack(next);
        waiting_.pop_front();
    }
}

void Moments::begin(SteadyTime now) {
    const bool many = waiting_.size() >= kManyWaiting, shared = waiting_.front().kind == Moment::Kind::newCountries;
    const int takes = many && !shared ? kMomentHurried : kMomentTakes;
    on_ = On{std::move(waiting_.front()), now, now + Millis{takes - kMomentOut}};
    waiting_.pop_front();
}

const Moment* Moments::tick(SteadyTime now, bool held) {
    if (on_ && (held || now >= on_->goes + Millis{kMomentOut})) {
        // Hardly seen: it comes again, unless it was skipped.
        if (now - on_->since < (on_->goes - on_->since) / 2 && !overtaken(on_->moment))
            waiting_.push_front(std::move(on_->moment));
        on_.reset();
        lastEnded_ = now;
    }
    gather(now);
    const bool free = !held && !on_ && (!lastEnded_ || now - *lastEnded_ >= Millis{kMomentPause});
    if (free) dropUntrue();
    if (!free || waiting_.empty()) {
        due_.reset();
    } else {
        if (!due_) due_ = now;
        if (!pictures_ || pictures_(waiting_.front()) || now - *due_ >= kMomentPictures) {
            begin(now);
            due_.reset();
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
    due_.reset();
}

void Moments::clear() {
    waiting_.clear();
    on_.reset();
    due_.reset();
}

}  // namespace turnout::display
