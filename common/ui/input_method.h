// Which keys an input method has taken. GLFW 3.3 tells the window of keys that a person presses to write 李明 in pinyin
// as well: Backspace would take a letter of what stood there before, Enter would press the button.
#pragma once

#include <chrono>

#include "common/ui/input.h"

namespace turnout::ui {

// Letters were pressed and no character has come: they are being composed, and so the keys that follow are meant for
// that. Where no input method is at work, the character comes with its key. Function keys, Ctrl and Alt are always the
// window's, and so is every key when the last letter is long past: a letter without a character may also have been a
// shortcut of the desktop.
class InputMethod {
  public:
    bool takes(const Event& event);

  private:
    // A hand scanner's Enter comes sooner after its last letter; a person's key comes later.
    static constexpr std::chrono::milliseconds kSoonestKey{80};
    static constexpr std::chrono::seconds kForgotten{10};

    int composed_ = 0;  // letters
    std::chrono::steady_clock::time_point last_{};
};

}  // namespace turnout::ui
