// Tells a hand scanner that types (fast, ended by Enter, Tab or nothing) from a person: the whole window listens. Stray
// keys time out, so that a key pressed by mistake never becomes the beginning of a code. A key that is held down, by a
// bag or an elbow, is no scanner however fast it repeats.
//
// A scan while somebody types begins after the person's last key: what is fast after a pause is the burst, what stood
// before it stays theirs. But a scanner pauses too, before its second key or while the machine is busy (decision 0074):
// a code of ours that a longer pause has cut in two is put together again.
//
// What cannot stand in a ticket (control and invisible characters) becomes U+FFFD: the text is answered as no ticket,
// and is never one with something left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/key_pace.h"

namespace turnout::kiosk {

inline constexpr Millis kMachinePerKey{15};         // not even a few of a person's keys come faster than this
inline constexpr std::size_t kShortestUnended = 8;  // when silence is the ending, or a person typed before

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
    struct Key {
        char32_t character = 0;
        SteadyTime when{};
        bool repeated = false;
    };

    void setAside();
    std::optional<std::string> burst(std::size_t shortest) const;
    std::string completed(std::string text) const;
    std::size_t burstBegin() const;
    std::size_t afterThePerson() const;
    bool isBurst(std::size_t begin, std::size_t shortest) const;
    Millis pause(std::size_t key) const;  // before it
    std::string textFrom(std::size_t key) const;

    std::vector<Key> keys_;
    std::vector<Key> aside_;  // what came before the last silence
};

}  // namespace turnout::kiosk
