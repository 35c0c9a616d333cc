#include "kiosk/app/typed_text.h"

#include "common/base/utf8.h"

namespace turnout::kiosk {

void TypedText::add(char32_t character) {
    if (character < 0x20 || character == 0x7F) return;
    const std::string more = utf8Of(character);
    if (text_.size() + more.size() <= kLongestTyped) text_ += more;
}

void TypedText::backspace() {
    dropLastCharacter(text_);
}

void TypedText::removeLast(std::size_t characters) {
    for (std::size_t i = 0; i < characters && !text_.empty(); ++i) backspace();
}

}  // namespace turnout::kiosk
