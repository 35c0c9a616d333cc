// What stands in a field that is typed into: whole characters, no control characters, at most so many bytes.
#pragma once

#include <string>

namespace turnout::kiosk {

inline constexpr std::size_t kLongestTyped = 512;  // as long as a foreign ticket may be

class TypedText {
  public:
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    void add(char32_t character);
    // Of a touch keyboard, which has small letters only: a word of a name begins with a capital.
    void addToName(char32_t character);
    void set(std::string text) { text_ = std::move(text); }
    void backspace();
    void clear() { text_.clear(); }
    // Takes the last so many characters away: they were a hand scanner's.
    void removeLast(std::size_t characters);

  private:
    std::string text_;
};

}  // namespace turnout::kiosk
