// The moments of an evening: the first guest of a country, the first guest of all, each tenth country, each hundred
// guests, all countries, a full house. One at a time, at most 6 s, with a pause between; while they are held (an act, a
// blackout, a message) they wait, and one that was interrupted before half its time comes again. In the order in which
// they came to be: the tenth country before the eleventh. When too many wait, countries that follow each other share
// one, so that every country is greeted. A round number that the next one overtakes while it waits is dropped. What is
// there when the program starts is no moment. What an undo has taken back by its turn is not told, and told when it
// comes again; what was told never is.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "common/store/event_reader.h"

namespace turnout::display {

struct Moment {
    enum class Kind { country, newCountries, guests, countries, allCountries, fullHouse };
    Kind kind = Kind::country;
    CountryCode country;             // of Kind::country
    std::int64_t number = 0;         // the how many-th guest or country
    std::int64_t expected = 0;       // countries; 0 = no list
    bool ordinal = true;             // the number may be told
    std::vector<CountryCode> flags;  // of Kind::newCountries and Kind::allCountries, in the order they came
    SteadyTime came{};               // of Kind::newCountries the first of them; each grows too old by itself
    bool operator==(const Moment&) const = default;
};

// Whose first guests it greets; none where it tells a number.
std::vector<CountryCode> newCountriesOf(const Moment& moment);

// Times of one moment, ms: coming, standing, going.
inline constexpr int kMomentIn = 900, kMomentFadeIn = 200, kMomentOut = 240;  // covers the scene after the fade
inline constexpr int kMomentTakes = 6000, kMomentHurried = 3500;              // hurried: three or more wait
inline constexpr int kMomentPause = 4000;
inline constexpr std::chrono::seconds kMomentPictures{1};  // as long as it waits for them at most
inline constexpr std::chrono::minutes kMomentGoodFor{10};
inline constexpr std::size_t kMostTogether = 10;  // countries that share a moment, each with its names

// Whether the pictures of a moment are there; asked in each tick in which it could begin.
using PicturesReady = std::function<bool(const Moment&)>;

class Moments {
  public:
    // Without it nothing is waited for.
    void waitFor(PicturesReady pictures) { pictures_ = std::move(pictures); }
    // New numbers. `first`: the state found at the start or after silence; nothing is replayed.
    void take(const Totals& totals, bool first, SteadyTime now);
    // The moment that is on at `now`, if any. A first guest or a milestone that had to wait for longer than
    // kMomentGoodFor is told no more; all countries and a full house always are.
    const Moment* tick(SteadyTime now, bool held);
    // Since it began, and since it began to go (0 before), ms.
    int inMs(SteadyTime now) const;
    int outMs(SteadyTime now) const;
    // Takes off what is on, or the next that waits.
    void skip(SteadyTime now);
    void clear();
    bool awaitsPictures() const { return due_.has_value(); }
    const std::deque<Moment>& waiting() const { return waiting_; }

  private:
    struct On {
        Moment moment;
        SteadyTime since{}, goes{};
    };
    bool isHere(const CountryCode& country) const;
    bool isTrue(const Moment& moment) const;
    bool isOld(const Moment& moment, SteadyTime now) const;
    bool overtaken(const Moment& moment) const;
    void push(Moment moment);
    template <class Rule>
    void leaveOut(Moment& moment, const Rule& rule);
    void gather(SteadyTime now);
    void dropUntrue();
    void takeBack(const Moment& moment);
    void begin(SteadyTime now);

    PicturesReady pictures_;
    Totals totals_;
    std::map<CountryCode, SteadyTime> told_;  // or waiting to be; and when they came
    std::int64_t mostGuests_ = 0, mostCountries_ = 0;
    bool allTold_ = false, fullTold_ = false;
    std::deque<Moment> waiting_;
    std::optional<On> on_;
    std::optional<SteadyTime> lastEnded_;
    std::optional<SteadyTime> due_;  // since then only its pictures are waited for
};

}  // namespace turnout::display
