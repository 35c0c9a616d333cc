// How fast a hand scanner types, and whether keys come so: of one that types a whole code, and of a person's.
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/base/time.h"

namespace turnout {

inline constexpr Millis kStrayAfter{300};    // silence after which what was typed is forgotten
inline constexpr Millis kBurstPerKey{50};    // a scanner's keys come faster than this on average; a person's do not
inline constexpr Millis kFasterThanHeld{6};  // a key that is held down repeats every 33 ms, at the fastest every 10
inline constexpr std::size_t kShortestBurst = 4, kShortestOfOneKey = 8;

// Keys one after the other: whether they come as a scanner types them, many, faster than a person's, and not one over
// and over. Not every keyboard says that a key repeats; but none repeats it as fast as a scanner types a row of zeros.
// Keys that type nothing, which a busy machine takes all at once, are a person's when they are one over and over.
class KeyPace {
  public:
    void onKey(char32_t what, SteadyTime when, bool repeated);
    bool isScanner(std::size_t shortest, Millis perKey = kBurstPerKey) const;
    std::size_t keys() const { return keys_; }
    SteadyTime last() const { return last_; }  // of at least one key

  private:
    std::size_t keys_ = 0;
    bool held_ = false, oneKey_ = true;
    char32_t firstKey_ = 0;
    SteadyTime first_{}, last_{};
};

}  // namespace turnout
