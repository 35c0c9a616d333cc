#include <algorithm>
#include <cmath>

#include "common/base/utf8.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {
namespace {

constexpr std::size_t kLongest = 4096;  // bytes

std::size_t left(std::string_view text, std::size_t at) {
    if (at > 0) --at;
    while (at > 0 && continuesCharacter(text[at])) --at;
    return at;
}

std::size_t right(std::string_view text, std::size_t at) {
    if (at < text.size()) ++at;
    while (at < text.size() && continuesCharacter(text[at])) ++at;
    return at;
}

std::size_t wordLeft(std::string_view text, std::size_t at) {
    while (at > 0 && text[left(text, at)] == ' ') at = left(text, at);
    while (at > 0 && text[left(text, at)] != ' ') at = left(text, at);
    return at;
}

std::size_t wordRight(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != ' ') at = right(text, at);
    while (at < text.size() && text[at] == ' ') at = right(text, at);
    return at;
}

// What is pasted goes on one line.
std::string oneLine(std::string text) {
    std::erase(text, '\r');
    while (!text.empty() && text.back() == '\n') text.pop_back();
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return isUtf8(text) ? text : cleanForScreen(text);
}

}  // namespace

bool Widgets::edit(std::string& value, FieldActs& acts) {
    std::size_t &caret = memory_.caret, &anchor = memory_.anchor;
    bool changed = false;
    const auto replace = [&](const std::string& with) {
        const std::size_t from = std::min(caret, anchor), to = std::max(caret, anchor);
        if (value.size() - (to - from) + with.size() > kLongest) return;
        value.replace(from, to - from, with);
        caret = anchor = from + with.size();
        changed = true;
    };
    const auto go = [&](std::size_t to, bool select) {
        caret = to;
        if (!select) anchor = to;
    };
    std::erase_if(events_, [&](const ui::Event& event) {
        if (event.kind == ui::EventKind::character) {
            if (event.character >= U' ' && event.character != 0x7F) replace(utf8Of(event.character));
            return true;
        }
        if (event.kind != ui::EventKind::key || event.modifiers.alt) return false;
        const bool shift = event.modifiers.shift, control = event.modifiers.control, some = caret != anchor;
        switch (event.key) {
            case ui::Key::left:
                if (some && !shift && !control)
                    go(std::min(caret, anchor), false);
                else
                    go(control ? wordLeft(value, caret) : left(value, caret), shift);
                return true;
            case ui::Key::right:
                if (some && !shift && !control)
                    go(std::max(caret, anchor), false);
                else
                    go(control ? wordRight(value, caret) : right(value, caret), shift);
                return true;
            case ui::Key::home: go(0, shift); return true;
            case ui::Key::end: go(value.size(), shift); return true;
            case ui::Key::backspace:
                if (!some) anchor = control ? wordLeft(value, caret) : left(value, caret);
                if (caret != anchor) replace("");
                return true;
            case ui::Key::remove:
                if (!some) anchor = control ? wordRight(value, caret) : right(value, caret);
                if (caret != anchor) replace("");
                return true;
            case ui::Key::enter: acts.entered = true; return true;
            case ui::Key::a:
                if (!control) return false;
                anchor = 0;
                caret = value.size();
                return true;
            case ui::Key::c:
            case ui::Key::x:
                if (!control) return false;
                if (some && clipboard_.write)
                    clipboard_.write(
                        value.substr(std::min(caret, anchor), std::max(caret, anchor) - std::min(caret, anchor)));
                if (some && event.key == ui::Key::x) replace("");
                return true;
            case ui::Key::v:
                if (!control) return false;
                if (clipboard_.read) replace(oneLine(clipboard_.read()));
                return true;
            case ui::Key::z:
                if (!control || value == memory_.before) return false;
                value = memory_.before;
                caret = anchor = value.size();
                changed = true;
                return true;
            default: return false;
        }
    });
    return changed;
}

std::size_t Widgets::byteAt(std::string_view shown, float x, const ui::TextStyle& made) {
    std::size_t best = 0;
    float nearest = std::abs(x);
    for (std::size_t at = right(shown, 0); at <= shown.size() && !shown.empty(); at = right(shown, at)) {
        const float distance = std::abs(canvas_.measure(shown.substr(0, at), made).width - x);
        if (distance <= nearest) nearest = distance, best = at;
        if (at == shown.size()) break;
    }
    return best;
}

FieldActs Widgets::field(std::string_view id, const Rect& area, std::string_view given, const FieldLook& how) {
    FieldActs acts;
    std::string value(given);
    if (!muted_) order_.emplace_back(id);
    const bool over = hovered(area);
    if (over) cursor_ = ui::CursorShape::text;
    if (clicked(area)) focus(id);
    const auto since = dragFrom();
    const bool pressedHere = since && area.contains(*since) && inClip(*since);
    if (pressedHere) focus(id);
    const bool here = takesKeys(id);
    const ui::TextStyle made = style({14, Weight::medium});
    const float x = area.x + (how.icon ? 34 : 12), room = area.right() - 10 - x;

    if (here) {
        if (memory_.caret == std::string::npos) {  // it came here just now
            memory_.before = value;
            memory_.caret = value.size();
            memory_.anchor = pressedHere ? value.size() : 0;
        }
        memory_.caret = std::min(memory_.caret, value.size());
        memory_.anchor = std::min(memory_.anchor, value.size());
        if (edit(value, acts)) acts.changed = value;
    }
    // Dots keep the caret's places: one for each character.
    std::string shown = value;
    if (how.secret) {
        shown.clear();
        for (const char c : value)
            if (!continuesCharacter(c)) shown += "•";
    }
    const auto shownAt = [&](std::size_t byte) {
        return how.secret ? charactersIn(std::string_view(value).substr(0, byte)) * std::string_view("•").size() : byte;
    };
    const auto widthTo = [&](std::size_t byte) {
        return canvas_.measure(std::string_view(shown).substr(0, shownAt(byte)), made).width / k_;
    };
    float shift = 0;
    if (here) {
        const float at = widthTo(memory_.caret);
        shift = std::max(0.0F, at - room + 4);
        if (pressedHere && !how.secret) {
            const std::size_t under = byteAt(shown, (pointer().x - x + shift) * k_, made);
            if (!memory_.dragging) memory_.anchor = under;
            memory_.dragging = true;
            memory_.caret = under;
        } else {
            memory_.dragging = false;
        }
    }

    fill(area, look_.card, 6);
    outline(area,
            how.wrong ? look_.bad
            : here    ? look_.accent
            : over    ? mix(look_.edge, look_.accent, 0.5F)
                      : look_.edge,
            6, here ? 2 : 1);
    if (how.icon) icon(*how.icon, {area.x + 11, area.y + area.h / 2 - 8, 16, 16}, look_.faint, 2.4F);
    const float baseline = area.y + area.h / 2 + 14 * 0.727F / 2;
    canvas_.pushClip(device(Rect{x - 2, area.y + 1, room + 6, area.h - 2}));
    if (here && memory_.caret != memory_.anchor) {
        const float from = widthTo(std::min(memory_.caret, memory_.anchor)),
                    to = widthTo(std::max(memory_.caret, memory_.anchor));
        fill({x - shift + from, area.y + 7, to - from, area.h - 14}, mix(look_.card, look_.accent, 0.25F), 2);
    }
    if (shown.empty())
        text({x, baseline}, how.hint, look_.faint, {14, Weight::regular, Align::left, room});
    else if (here)
        canvas_.text(device(Point{x - shift, baseline}), shown, made, look_.text);
    else
        text({x, baseline}, shown, look_.text, {14, Weight::medium, Align::left, room});
    if (here) fill({x - shift + widthTo(memory_.caret), area.y + 8, std::max(1.5F, 1 / k_), area.h - 16}, look_.accent);
    canvas_.popClip();
    return acts;
}

}  // namespace turnout::desk
