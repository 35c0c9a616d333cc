#include "display/views/operator_desk.h"

#include <algorithm>
#include <utility>

#include "common/base/text.h"
#include "common/base/utf8.h"

namespace turnout::display {
namespace {

void write(OperatorDesk& desk, const std::string& words) {
    desk.typed += words;
    for (std::size_t count = charactersIn(desk.typed); count > kMostTyped; --count) dropLastCharacter(desk.typed);
    desk.chosen.reset();
}

std::optional<Names> send(OperatorDesk& desk, const Names& message) {
    if (message.en.empty() && message.zh.empty()) return std::nullopt;
    desk = {};
    return message;
}

std::optional<Names> onCharacter(OperatorDesk& desk, char32_t character, const std::vector<Names>& messages) {
    if (std::exchange(desk.opening, false) || character < U' ') return std::nullopt;
    if (desk.typed.empty() && character >= U'1' && character <= U'9') {
        const std::size_t row = character - U'1';
        if (row < std::min(kMessageRows, messages.size())) return send(desk, messages[row]);
    }
    write(desk, utf8Of(character));
    return std::nullopt;
}

// Through the rows and past them to what is typed, round and round.
void move(OperatorDesk& desk, bool down, std::size_t rows) {
    const std::size_t places = rows + 1, at = desk.chosen.value_or(rows);
    const std::size_t to = (at + (down ? 1 : places - 1)) % places;
    desk.chosen = to < rows ? std::optional(to) : std::nullopt;
}

}  // namespace

Names messageOf(const std::string& typed) {
    const std::string clean = cleanForScreen(typed);
    const auto stroke = clean.find(" / ");
    if (stroke == std::string::npos) return {clean, {}};
    return {clean.substr(0, stroke), clean.substr(stroke + 3)};
}

void openMessages(OperatorDesk& desk) {
    desk = {};
    desk.messages = true;
}

std::optional<Names> typeInto(OperatorDesk& desk, const ui::Event& event, const std::vector<Names>& messages,
                              const std::function<std::string()>& clipboard) {
    if (event.kind == ui::EventKind::character) return onCharacter(desk, event.character, messages);
    if (event.kind != ui::EventKind::key) return std::nullopt;
    desk.opening = false;
    const std::size_t rows = std::min(kMessageRows, messages.size());
    switch (event.key) {
        case ui::Key::backspace: dropLastCharacter(desk.typed); break;
        case ui::Key::up: move(desk, false, rows); break;
        case ui::Key::down: move(desk, true, rows); break;
        case ui::Key::escape: desk = {}; break;
        case ui::Key::v:
            if (event.modifiers.control) write(desk, cleanForScreen(clipboard()));
            break;
        case ui::Key::enter:
            if (!desk.chosen) return send(desk, messageOf(desk.typed));
            return *desk.chosen < rows ? send(desk, messages[*desk.chosen])
                                       : std::nullopt;  // else the organiser's are fewer now
        default: break;
    }
    return std::nullopt;
}

}  // namespace turnout::display
