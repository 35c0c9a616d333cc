#include <algorithm>
#include <cmath>

#include "common/base/utf8.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {
namespace {

constexpr float kOptionHeight = 34, kPopupMost = 10;
constexpr float kFlag = 20;

float baselineIn(const Rect& area, float size) {
    return area.y + area.h / 2 + size * 0.727F / 2;
}

}  // namespace

float Widgets::buttonWidth(std::string_view label, const ButtonLook& look) {
    float w = textWidth(label, {look.size, Weight::semibold}) + 32;
    if (look.flag) w += kFlag + 8;
    if (look.icon) w += look.size + 10;
    return std::ceil(w);
}

bool Widgets::button(std::string_view id, const Rect& area, std::string_view label, const ButtonLook& how) {
    const bool pressed = control(id, area, how.enabled);
    const bool over = how.enabled && hovered(area), down = how.enabled && held(area);
    Colour field = look_.card, words = look_.text, edge = look_.edge;
    switch (how.role) {
        case ButtonRole::plain: break;
        case ButtonRole::primary: field = look_.accent, words = look_.onAccent, edge = look_.accent; break;
        case ButtonRole::danger: words = look_.bad, edge = look_.badEdge; break;
        case ButtonRole::quiet: edge = {0, 0, 0, 0}, field = {0, 0, 0, 0}; break;
        case ButtonRole::ask: field = look_.card, words = look_.ask, edge = look_.askEdge; break;
    }
    if (how.pressed) field = look_.chip, words = look_.accent, edge = look_.accent;
    if (!how.enabled) {
        field = look_.track, words = look_.faint, edge = look_.track;
    } else if (over || down) {
        field = how.role == ButtonRole::primary
                    ? mix(look_.accent, look_.text, down ? 0.25F : 0.12F)
                    : mix(how.role == ButtonRole::quiet ? look_.card : field, look_.accent, down ? 0.16F : 0.07F);
    }
    fill(area, field, 6);
    if (edge.a != 0) outline(area, edge, 6);
    if (memory_.focusSeen && focused(id) && !muted_) ring(area, 6);
    const float room = area.w - 16;
    float w = textWidth(label, {how.size, Weight::semibold});
    const float before = (how.flag ? kFlag + 8 : 0) + (how.icon ? how.size + 10 : 0);
    w = std::min(w, room - before);
    float x = area.x + (area.w - w - before) / 2;
    if (how.flag) {
        flag(*how.flag, {x, area.y + (area.h - kFlag * 0.75F) / 2}, kFlag);
        x += kFlag + 8;
    }
    if (how.icon) {
        icon(*how.icon, {x, area.y + (area.h - how.size - 2) / 2, how.size + 2, how.size + 2}, words);
        x += how.size + 10;
    }
    text({x, baselineIn(area, how.size)}, label, words, {how.size, Weight::semibold, Align::left, room - before});
    return pressed;
}

bool Widgets::press(std::string_view id, const Rect& area) {
    const bool pressed = control(id, area, true);
    if (memory_.focusSeen && focused(id) && !muted_) outline(area, look_.accent.faded(0.55F), 6, 2);
    return pressed;
}

bool Widgets::link(std::string_view id, Point baseline, std::string_view label, const Type& type) {
    const float w = textWidth(label, type);
    const float left = type.align == Align::right    ? baseline.x - w
                       : type.align == Align::centre ? baseline.x - w / 2
                                                     : baseline.x;
    const Rect area{left - 4, baseline.y - type.size - 4, w + 8, type.size + 14};
    const bool pressed = control(id, area, true);
    const Colour colour = hovered(area) ? mix(look_.accent, look_.text, 0.3F) : look_.accent;
    text({left, baseline.y}, label, colour, {type.size, type.weight});
    if (memory_.focusSeen && focused(id) && !muted_) outline(area, look_.accent.faded(0.55F), 4, 2);
    return pressed;
}

bool Widgets::tick(std::string_view id, const Rect& area, bool on, std::string_view label, bool enabled) {
    constexpr float kSide = 20;
    const bool pressed = control(id, area, enabled);
    const Rect box{area.x, area.y + (area.h - kSide) / 2, kSide, kSide};
    const Colour accent = enabled ? look_.accent : look_.faint;
    if (on) {
        fill(box, accent, 4);
        icon(Icon::check, box.inset(2.5F), look_.onAccent, 3);
    } else {
        fill(box, look_.card, 4);
        outline(box, hovered(area) && enabled ? accent : mix(look_.edge, look_.muted, 0.4F), 4, 1.5F);
    }
    if (memory_.focusSeen && focused(id) && !muted_) ring(box, 4);
    if (!label.empty())
        text({box.right() + 10, baselineIn(area, 14)}, label, enabled ? look_.text : look_.faint,
             {14, Weight::medium, Align::left, std::max(1.0F, area.w - kSide - 10)});
    return pressed;
}

std::optional<std::size_t> Widgets::tabs(std::string_view id, const Rect& area, std::span<const std::string> labels,
                                         std::size_t selected) {
    std::optional<std::size_t> chosen;
    const float gap = 4, w = (area.w - gap * static_cast<float>(labels.size() - 1)) / static_cast<float>(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Rect box{area.x + (w + gap) * static_cast<float>(i), area.y, w, area.h};
        if (button(std::string(id) + "." + std::to_string(i), box, labels[i], {.pressed = i == selected})) chosen = i;
    }
    return chosen;
}

std::optional<std::size_t> Widgets::choice(std::string_view id, const Rect& area, std::span<const std::string> options,
                                           std::size_t selected, ButtonRole role,
                                           std::span<const std::optional<CountryCode>> flags) {
    const bool open = memory_.popup && memory_.popup->id == id;
    const bool ask = role == ButtonRole::ask;
    bool pressed = control(id, area, true);
    if (takesKeys(id) && key(ui::Key::down)) pressed = true;
    const bool over = hovered(area);
    fill(area, over ? mix(look_.card, look_.accent, 0.05F) : look_.card, 6);
    outline(area, open ? look_.accent : ask ? look_.askEdge : look_.edge, 6, open ? 2 : 1);
    if (memory_.focusSeen && focused(id) && !muted_) ring(area, 6);
    const Colour words = ask ? look_.ask : look_.text;
    float x = area.x + 12;
    if (selected < flags.size() && flags[selected] && flag(*flags[selected], {x, area.y + area.h / 2 - 7.5F}, kFlag))
        x += kFlag + 8;
    if (selected < options.size())
        text({x, baselineIn(area, 14)}, options[selected], words,
             {14, Weight::medium, Align::left, std::max(1.0F, area.right() - 32 - x)});
    icon(Icon::down, {area.right() - 28, area.y + area.h / 2 - 8, 16, 16}, ask ? look_.ask : look_.muted, 2.6F);
    if (pressed && !open) {
        Memory::Popup popup;
        popup.id = id;
        popup.anchor = area;
        popup.options.assign(options.begin(), options.end());
        popup.flags.assign(flags.begin(), flags.end());
        popup.at = std::min(selected, options.empty() ? 0 : options.size() - 1);
        const float rows = std::min(kPopupMost, static_cast<float>(options.size()));
        popup.upwards = area.bottom() + rows * kOptionHeight + 16 > height() && area.y > height() / 2;
        if (popup.at >= static_cast<std::size_t>(kPopupMost)) popup.first = popup.at - 4;
        memory_.popup = std::move(popup);
    }
    if (memory_.chosen && memory_.chosen->first == id) return memory_.chosen->second;
    return std::nullopt;
}

// --- the list that is folded out ---

Rect Widgets::popupBox() const {
    const Memory::Popup& popup = *memory_.popup;
    const float rows = std::min(kPopupMost, static_cast<float>(popup.options.size())), h = rows * kOptionHeight + 8;
    const float w = std::min(std::max(popup.anchor.w, popup.flags.empty() ? 180.0F : 280.0F), width() - 16);
    const float x = std::min(popup.anchor.x, width() - w - 8);
    const float y = popup.upwards ? popup.anchor.y - h - 4 : std::min(popup.anchor.bottom() + 4, height() - h - 4);
    return {x, std::max(4.0F, y), w, h};
}

// The list folded out hears everything first.
void Widgets::popupInput() {
    if (!memory_.popup) return;
    Memory::Popup& popup = *memory_.popup;
    const Rect box = popupBox();
    const std::size_t visible = std::min<std::size_t>(static_cast<std::size_t>(kPopupMost), popup.options.size());
    const std::size_t lastFirst = popup.options.size() - visible;
    const auto show = [&] {
        if (popup.at < popup.first) popup.first = popup.at;
        if (popup.at >= popup.first + visible) popup.first = popup.at + 1 - visible;
    };
    bool done = false;
    for (const ui::Event& event : events_) {
        if (event.kind == ui::EventKind::scroll) {
            if (event.amount > 0) popup.first = popup.first > 2 ? popup.first - 3 : 0;
            if (event.amount < 0) popup.first = std::min(popup.first + 3, lastFirst);
        } else if (event.kind == ui::EventKind::character) {
            popup.typed += event.character < 128 ? inSmallLetters(static_cast<char>(event.character)) : '?';
            for (std::size_t i = 0; i < popup.options.size(); ++i) {
                if (inSmallLetters(popup.options[i].substr(0, popup.typed.size())) == popup.typed) {
                    popup.at = i;
                    show();
                    break;
                }
            }
        } else if (event.kind == ui::EventKind::key) {
            switch (event.key) {
                case ui::Key::escape: done = true; break;
                case ui::Key::enter:
                    memory_.chosen.emplace(popup.id, popup.at);
                    done = true;
                    break;
                case ui::Key::down:
                    popup.at = std::min(popup.at + 1, popup.options.size() - 1);
                    show();
                    break;
                case ui::Key::up:
                    popup.at -= popup.at > 0 ? 1 : 0;
                    show();
                    break;
                case ui::Key::home:
                    popup.at = 0;
                    show();
                    break;
                case ui::Key::end:
                    popup.at = popup.options.size() - 1;
                    show();
                    break;
                case ui::Key::backspace: popup.typed.clear(); break;
                default: break;
            }
        }
    }
    events_.clear();
    clicksTaken_ = !canvas_.pointer().clicks.empty() || canvas_.pointer().heldSince.has_value();
    for (const auto& click : canvas_.pointer().clicks) {
        const Point at{click.up.x / k_, click.up.y / k_};
        if (box.contains(at)) {
            const auto row = static_cast<std::size_t>(std::max(0.0F, (at.y - box.y - 4) / kOptionHeight));
            if (popup.first + row < popup.options.size()) memory_.chosen.emplace(popup.id, popup.first + row);
        }
        done = true;
    }
    if (done) memory_.popup.reset();
}

void Widgets::drawPopup() {
    const Memory::Popup& popup = *memory_.popup;
    const Rect box = popupBox();
    canvas_.shadow(device(box.moved(0, 4)), 8 * k_, 14 * k_, Colour{10, 20, 34, 255}.faded(0.22F));
    fill(box, look_.card, 8);
    outline(box, look_.edge, 8);
    const std::size_t visible = std::min<std::size_t>(static_cast<std::size_t>(kPopupMost), popup.options.size());
    for (std::size_t i = 0; i < visible && popup.first + i < popup.options.size(); ++i) {
        const std::size_t option = popup.first + i;
        const Rect row{box.x + 4, box.y + 4 + kOptionHeight * static_cast<float>(i), box.w - 8, kOptionHeight};
        spots_.push_back(device(row));
        const bool over = row.contains(pointer());
        if (option == popup.at || over) fill(row, option == popup.at ? look_.chip : look_.selected, 5);
        float x = row.x + 10;
        if (option < popup.flags.size() && popup.flags[option] &&
            flag(*popup.flags[option], {x, row.y + row.h / 2 - 7.5F}, kFlag))
            x += kFlag + 8;
        text({x, baselineIn(row, 14)}, popup.options[option], option == popup.at ? look_.accent : look_.text,
             {14, Weight::medium, Align::left, row.right() - 8 - x});
    }
    if (popup.options.size() > visible) {
        const float h = box.h - 8, share = static_cast<float>(visible) / static_cast<float>(popup.options.size());
        fill({box.right() - 6,
              box.y + 4 + h * static_cast<float>(popup.first) / static_cast<float>(popup.options.size()), 3, h * share},
             look_.edge, 1.5F);
    }
}

}  // namespace turnout::desk
