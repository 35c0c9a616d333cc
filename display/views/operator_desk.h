// The panel of messages in the operator's window: the prepared ones by number or arrows and Enter, or by a click, and
// words of the operator's own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/domain/event.h"
#include "common/ui/input.h"

namespace turnout::display {

inline constexpr std::size_t kMessageRows = 9;  // as many as there are digits
inline constexpr std::size_t kMostTyped = 400;  // characters; more than any hall can read
inline constexpr Millis kTypingPause{600};      // silence after which a person no longer writes

// Belongs to the window, not to the hall. Empty whenever it is closed: what was sent is not sent again.
struct OperatorDesk {
    bool messages = false;              // the panel is open
    std::string typed;                  // UTF-8
    bool all = false;                   // of it is marked: the next character or Backspace replaces it
    std::optional<std::size_t> chosen;  // a row; nothing: what is typed is meant
    bool tooLong = false;               // the hall would see what is typed without its end
    bool opening = false;               // the character of the key that opened it is still to come
    bool operator==(const OperatorDesk&) const = default;
};

void openMessages(OperatorDesk& desk);
// A key or a character while it is open; the message to be sent, after which it is closed. A digit alone chooses its
// row and is the beginning of a text; nothing is sent but by Enter.
std::optional<Names> typeInto(OperatorDesk& desk, const ui::Event& event, const std::vector<Names>& messages,
                              const std::function<std::string()>& clipboard);
// "Please sit down / 请就座" in both languages; without the stroke in the one it is written in.
Names messageOf(const std::string& typed);

// Somebody who writes goes on for a moment after the panel has closed: those keys are for nobody, and least of all for
// the hall, which every letter plays. Esc is no writing: it ends this, and takes away what was sent by mistake. One key
// pressed again and again is none either, and reaches the hall after one pause.
class KeysAfterWords {
  public:
    void closed(const ui::Event& by);
    // Whether this key or character still comes at the pace of writing; no others do after one pause.
    bool takes(const ui::Event& event);

  private:
    std::optional<SteadyTime> last_;
    ui::Key key_ = ui::Key::other;  // the last one taken
    char32_t character_ = 0;
};

}  // namespace turnout::display
