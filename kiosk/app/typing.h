// Tells a hand scanner that types (fast, ended by Enter, Tab or nothing) from a person: the whole window listens. Stray
// keys time out, so that a key pressed by mistake never becomes the beginning of a code. A key that is held down, by a
// bag or an elbow, is no scanner however fast it repeats.
//
// What cannot stand in a ticket (control and invisible characters) becomes U+FFFD: the text is answered as no ticket,
// and is never one with something left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/key_pace.h"

namespace turnout::kiosk {

inline constexpr std::size_t kShortestUnended = 8;  // and when silence is the ending

class Typing {
  public:
    // `repeated`: by a key that is held down.
    void onCharacter(char32_t character, SteadyTime when, bool repeated = false);

    // Enter or Tab: the text of a burst; nothing when there is none or a person typed it. Starts anew either way.
    std::optional<std::string> onEnd(SteadyTime when);

    // After kStrayAfter of silence: the text of a burst of a scanner that types no ending. Starts anew then.
    std::optional<std::string> onSilence(SteadyTime now);
    // When to ask; nothing while nothing is typed.
    std::optional<SteadyTime> silentAt() const;

    void forget();

  private:
    bool isBurst(std::size_t shortest) const;

    std::string text_;
    std::size_t keys_ = 0;
    bool held_ = false, oneKey_ = true;
    char32_t firstKey_ = 0;
    SteadyTime first_{}, last_{};
};

}  // namespace turnout::kiosk
