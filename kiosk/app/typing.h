// Tells a hand scanner that types (fast, ended by Enter or Tab) from a person: the whole window listens. Stray keys
// time out, so that a key pressed by mistake never becomes the beginning of a code.
#pragma once

#include <optional>
#include <string>

#include "common/base/time.h"

namespace turnout::kiosk {

inline constexpr Millis kStrayAfter{300};  // silence after which what was typed is forgotten
inline constexpr Millis kBurstPerKey{50};  // a scanner's keys come faster than this on average; a person's do not
inline constexpr std::size_t kShortestBurst = 4;

class Typing {
  public:
    void onCharacter(char32_t character, SteadyTime when);

    // Enter or Tab: the text of a burst; nothing when there is none or a person typed it. Starts anew either way.
    std::optional<std::string> onEnd(SteadyTime when);

    void forget() { text_.clear(), keys_ = 0; }

  private:
    std::string text_;
    std::size_t keys_ = 0;
    SteadyTime first_{}, last_{};
};

// The bytes of one character.
std::string utf8Of(char32_t character);

}  // namespace turnout::kiosk
