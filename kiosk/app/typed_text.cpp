#include "kiosk/app/typed_text.h"

#include "common/base/utf8.h"

namespace turnout::kiosk {

void TypedText::add(char32_t character) {
    if (character < 0x20 || character == 0x7F) return;
    const std::string more = utf8Of(character);
    if (text_.size() + more.size() <= kLongestTyped) text_ += more;
}

// After an apostrophe only where one letter stands before it: "O'Brien", "N'Guessan", and "Mu'min".
void TypedText::addToName(char32_t character) {
    const auto at = [this](std::size_t back) { return text_.size() < back ? ' ' : text_[text_.size() - back]; };
    const auto parts = [](char c) { return c == ' ' || c == '-'; };
    const bool begins = parts(at(1)) || (at(1) == '\'' && parts(at(3)));
    add(begins && character >= U'a' && character <= U'z' ? character - U'a' + U'A' : character);
}

void TypedText::backspace() {
    dropLastCharacter(text_);
}

void TypedText::removeLast(std::size_t characters) {
    for (std::size_t i = 0; i < characters && !text_.empty(); ++i) backspace();
}

}  // namespace turnout::kiosk
