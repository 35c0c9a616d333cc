#include "display/views/operator_desk.h"

#include <algorithm>
#include <utility>

#include "common/base/text.h"
#include "common/base/utf8.h"

namespace turnout::display {
namespace {

// A single digit may be the number of a row or the beginning of "10 min break": it is both, until more is typed.
std::optional<std::size_t> numbered(const std::string& typed, std::size_t rows) {
    if (typed.size() != 1 || typed[0] < '1' || typed[0] > '9') return std::nullopt;
    const auto row = static_cast<std::size_t>(typed[0] - '1');
    return row < rows ? std::optional(row) : std::nullopt;
}

void write(OperatorDesk& desk, const std::string& words, std::size_t rows) {
    if (std::exchange(desk.all, false)) desk.typed.clear();
    desk.typed += words;
    for (std::size_t count = charactersIn(desk.typed); count > kMostTyped; --count) dropLastCharacter(desk.typed);
    desk.chosen = numbered(desk.typed, rows);
}

std::optional<Names> send(OperatorDesk& desk, const Names& message) {
    if (message.en.empty() && message.zh.empty()) return std::nullopt;
    desk = {};
    return message;
}

void onCharacter(OperatorDesk& desk, char32_t character, std::size_t rows) {
    if (std::exchange(desk.opening, false) || character < U' ') return;
    write(desk, utf8Of(character), rows);
}

// Through the rows and past them to what is typed, round and round.
void move(OperatorDesk& desk, bool down, std::size_t rows) {
    const std::size_t places = rows + 1, at = desk.chosen.value_or(rows);
    const std::size_t to = (at + (down ? 1 : places - 1)) % places;
    desk.chosen = to < rows ? std::optional(to) : std::nullopt;
}

bool isEscape(const ui::Event& event) {
    return event.kind == ui::EventKind::key && event.key == ui::Key::escape;
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
    const std::size_t rows = std::min(kMessageRows, messages.size());
    if (event.kind == ui::EventKind::character) onCharacter(desk, event.character, rows);
    if (event.kind != ui::EventKind::key) return std::nullopt;
    desk.opening = false;
    switch (event.key) {
        case ui::Key::a:
            if (event.modifiers.control) desk.all = !desk.typed.empty();
            break;
        case ui::Key::remove:
        case ui::Key::backspace:
            if (std::exchange(desk.all, false))
                desk.typed.clear();
            else if (event.key == ui::Key::backspace)
                dropLastCharacter(desk.typed);
            desk.chosen = numbered(desk.typed, rows);
            break;
        case ui::Key::up: move(desk, false, rows); break;
        case ui::Key::down: move(desk, true, rows); break;
        case ui::Key::escape: desk = {}; break;
        case ui::Key::v:
            if (event.modifiers.control) write(desk, cleanForScreen(clipboard()), rows);
            break;
        case ui::Key::enter:
            if (!desk.chosen) return send(desk, messageOf(desk.typed));
            return *desk.chosen < rows ? send(desk, messages[*desk.chosen])
                                       : std::nullopt;  // else the organiser's are fewer now
        default: break;
    }
    return std::nullopt;
}

void KeysAfterWords::closed(const ui::Event& by) {
    last_ = isEscape(by) ? std::nullopt : std::optional(by.when);
}

bool KeysAfterWords::takes(const ui::Event& event) {
    if (event.kind != ui::EventKind::key && event.kind != ui::EventKind::character) return false;
    if (isEscape(event)) last_.reset();
    if (!last_ || event.when - *last_ >= kTypingPause) return false;
    const bool again = event.kind == ui::EventKind::key ? std::exchange(key_, event.key) == event.key
                                                        : std::exchange(character_, event.character) == event.character;
    if (!again) last_ = event.when;
    return true;
}

}  // namespace turnout::display
