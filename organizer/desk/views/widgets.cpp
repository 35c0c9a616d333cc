#include "organizer/desk/views/widgets.h"

#include <algorithm>
#include <cmath>

namespace turnout::desk {

Widgets::Widgets(ui::Canvas& canvas, Memory& memory, const Look& look, Lang lang, float density,
                 std::vector<ui::Event> events, const Clipboard& clipboard)
    : canvas_(canvas),
      memory_(memory),
      look_(look),
      lang_(lang),
      k_(density > 0 ? density : 1),
      events_(std::move(events)),
      clipboard_(clipboard) {
    for (const ui::Event& event : events_) {
        if (event.kind == ui::EventKind::key) memory_.focusSeen = true;
        if (event.kind == ui::EventKind::press) memory_.focusSeen = false;
    }
    popupInput();
    moveFocus();
}

Widgets::~Widgets() {
    if (memory_.popup) drawPopup();
    memory_.order = std::move(order_);
    memory_.spots = std::move(spots_);
    memory_.chosen.reset();
    memory_.hovered = spotUnder(memory_, canvas_.pointer().at);
}

std::optional<std::size_t> spotUnder(const Memory& memory, Point device) {
    for (std::size_t i = memory.spots.size(); i > 0; --i)
        if (memory.spots[i - 1].contains(device)) return i - 1;
    return std::nullopt;
}

// Tab and Shift+Tab go through what was drawn last.
void Widgets::moveFocus() {
    if (memory_.popup) return;
    while (true) {
        const bool back = key(ui::Key::tab, {.shift = true});
        if (!back && !key(ui::Key::tab)) return;
        const auto& order = memory_.order;
        if (order.empty()) continue;
        const auto found = std::find(order.begin(), order.end(), memory_.focus);
        std::size_t at = 0;
        if (found == order.end())
            at = back ? order.size() - 1 : 0;
        else
            at = (static_cast<std::size_t>(found - order.begin()) + (back ? order.size() - 1 : 1)) % order.size();
        focus(order[at]);
        memory_.caret = memory_.anchor = std::string::npos;  // the field puts it at the end, with all selected
    }
}

// --- drawing ---

Rect Widgets::device(const Rect& area) const {
    const float left = std::round(area.x * k_), top = std::round(area.y * k_);
    return {left, top, std::round(area.right() * k_) - left, std::round(area.bottom() * k_) - top};
}

ui::TextStyle Widgets::style(const Type& type) const {
    ui::TextStyle made{ui::Face::text, type.size * k_, type.weight};
    if (type.size >= 28) made.face = ui::Face::display;
    made.tabular = type.tabular;
    made.lineHeight = 1.4F;
    return made;
}

void Widgets::fill(const Rect& area, Colour colour, float radius) {
    canvas_.fill(device(area), colour, radius * k_);
}

void Widgets::outline(const Rect& area, Colour colour, float radius, float thickness) {
    canvas_.outline(device(area), colour, std::max(1.0F, std::round(thickness * k_)), radius * k_);
}

void Widgets::card(const Rect& area) {
    if (!look_.dark)
        canvas_.shadow(device(area.moved(0, 1)), kCardRadius * k_, 5 * k_, Colour{20, 32, 46, 255}.faded(0.10F));
    card(area, look_.card, look_.edge);
}

void Widgets::card(const Rect& area, Colour colour, Colour edge) {
    fill(area, colour, kCardRadius);
    outline(area, edge, kCardRadius);
}

void Widgets::rule(float x, float y, float width) {
    canvas_.fill({std::round(x * k_), std::round(y * k_), std::round(width * k_), std::max(1.0F, std::round(k_))},
                 look_.rule);
}

void Widgets::dot(Point centre, float radius, Colour colour) {
    canvas_.circle(device(centre), radius * k_, colour);
}

void Widgets::icon(Icon icon, const Rect& square, Colour colour, float stroke) {
    canvas_.icon(icon, device(square), colour, stroke);
}

bool Widgets::flag(const CountryCode& code, Point topLeft, float width) {
    return canvas_.flag(code, {std::round(topLeft.x * k_), std::round(topLeft.y * k_)}, std::round(width * k_), 2 * k_,
                        !look_.dark);
}

void Widgets::bitmap(const std::shared_ptr<const paint::Bitmap>& picture, const Rect& area) {
    if (!picture || picture->empty()) return;
    auto& kept = memory_.pictures;
    std::erase_if(kept, [](const auto& each) { return each.source.expired(); });
    auto found = std::find_if(kept.begin(), kept.end(), [&](const auto& each) { return each.place == picture.get(); });
    if (found == kept.end()) {
        ui::Texture texture(canvas_.textures(), picture->width, picture->height, ui::PixelFormat::rgba);
        const auto rgba = paint::straightRgba(*picture);
        texture.upload(rgba.data(), static_cast<std::size_t>(picture->width) * 4);
        kept.push_back({picture, picture.get(), std::move(texture)});
        found = kept.end() - 1;
    }
    canvas_.image(found->texture, device(area));
}

float Widgets::text(Point baseline, std::string_view words, Colour colour, const Type& type) {
    const ui::TextStyle made = style(type);
    const Point at = device(baseline);
    if (type.room > 0 && (type.lines > 1 || canvas_.measure(words, made).width > type.room * k_)) {
        const float left = type.align == Align::centre  ? at.x - type.room * k_ / 2
                           : type.align == Align::right ? at.x - type.room * k_
                                                        : at.x;
        return canvas_.text(
                   {left, at.y}, words, made, colour,
                   {.maxWidth = type.room * k_, .maxLines = type.lines, .align = type.align, .balanced = false}) /
               k_;
    }
    return canvas_.text(at, words, made, colour, {.align = type.align}) / k_;
}

float Widgets::textWidth(std::string_view words, const Type& type) {
    return canvas_.measure(words, style(type)).width / k_;
}

float Widgets::paragraph(Point baseline, std::string_view words, Colour colour, Type type) {
    if (type.lines <= 1) type.lines = 20;
    const ui::TextStyle made = style(type);
    const ui::TextBox box{.maxWidth = type.room * k_, .maxLines = type.lines, .align = type.align, .balanced = false};
    const float height = canvas_.measure(words, made, box).height / k_;
    canvas_.text(device(baseline), words, made, colour, box);
    return height;
}

float Widgets::chip(Point leftMiddle, std::string_view label, ChipTone tone, bool draw) {
    const Type type{13, Weight::semibold};
    const float w = std::ceil(textWidth(label, type)) + 20, h = 24;
    if (!draw) return w;
    Colour field = look_.nav, words = look_.muted;
    switch (tone) {
        case ChipTone::plain: break;
        case ChipTone::chosen: field = look_.chip, words = look_.accent; break;
        case ChipTone::good: field = look_.goodSoft, words = look_.good; break;
        case ChipTone::ask: field = look_.askSoft, words = look_.ask; break;
        case ChipTone::bad: field = look_.badSoft, words = look_.bad; break;
    }
    fill({leftMiddle.x, leftMiddle.y - h / 2, w, h}, field, h / 2);
    text({leftMiddle.x + 10, leftMiddle.y + 4.6F}, label, words, type);
    return w;
}

void Widgets::progress(const Rect& bar, double share) {
    fill(bar, look_.track, bar.h / 2);
    if (share < 0) return;
    const float w = std::max(bar.h, bar.w * static_cast<float>(std::min(1.0, share)));
    fill({bar.x, bar.y, w, bar.h}, look_.accent, bar.h / 2);
}

// --- input ---

bool Widgets::key(ui::Key wanted, ui::Modifiers modifiers) {
    if (muted_) return false;
    const auto found = std::find_if(events_.begin(), events_.end(), [&](const ui::Event& event) {
        return event.kind == ui::EventKind::key && event.key == wanted && event.modifiers == modifiers;
    });
    if (found == events_.end()) return false;
    events_.erase(found);
    return true;
}

bool Widgets::inClip(Point dp) const {
    return std::all_of(clips_.begin(), clips_.end(), [&](const Rect& clip) { return clip.contains(dp); });
}

Point Widgets::pointer() const {
    const Point at = canvas_.pointer().at;
    return {at.x / k_, at.y / k_};
}

bool Widgets::clicked(const Rect& area) const {
    if (muted_ || clicksTaken_) return false;
    const Rect box = device(area);
    return std::any_of(canvas_.pointer().clicks.begin(), canvas_.pointer().clicks.end(), [&](const auto& click) {
        return box.contains(click.down) && box.contains(click.up) && inClip({click.up.x / k_, click.up.y / k_});
    });
}

bool Widgets::hovered(const Rect& area) {
    if (muted_ || memory_.popup) return false;
    Rect box = device(area);
    for (const Rect& clip : clips_) {
        const Rect seen = device(clip);
        const float left = std::max(box.x, seen.x), top = std::max(box.y, seen.y);
        box = {left, top, std::min(box.right(), seen.right()) - left, std::min(box.bottom(), seen.bottom()) - top};
    }
    if (box.w <= 0 || box.h <= 0) return false;
    spots_.push_back(box);
    return box.contains(canvas_.pointer().at);
}

bool Widgets::held(const Rect& area) const {
    return !muted_ && !clicksTaken_ && canvas_.pointer().held(device(area));
}

std::optional<Point> Widgets::dragFrom() const {
    const auto& since = canvas_.pointer().heldSince;
    if (muted_ || clicksTaken_ || !since) return std::nullopt;
    return Point{since->x / k_, since->y / k_};
}

void Widgets::copy(const std::string& text) const {
    if (clipboard_.write) clipboard_.write(text);
}

float Widgets::wheel(const Rect& area) {
    if (muted_ || memory_.popup) return 0;
    const Rect box = device(area);
    float steps = 0;
    std::erase_if(events_, [&](const ui::Event& event) {
        if (event.kind != ui::EventKind::scroll || !box.contains(event.at)) return false;
        steps += event.amount;
        return true;
    });
    return steps;
}

void Widgets::focus(std::string_view id) {
    if (memory_.focus == id) return;
    memory_.focus = id;
    memory_.caret = memory_.anchor = std::string::npos;
    memory_.dragging = false;
}

bool Widgets::takesKeys(std::string_view id) const {
    return !muted_ && memory_.focus == id && !memory_.popup;
}

bool Widgets::control(std::string_view id, const Rect& area, bool enabled) {
    if (!enabled || muted_) return false;
    order_.emplace_back(id);
    if (hovered(area)) cursor_ = ui::CursorShape::hand;
    bool pressed = clicked(area);
    if (pressed) focus(id);
    if (takesKeys(id) && (key(ui::Key::enter) || key(ui::Key::space))) pressed = true;
    return pressed;
}

void Widgets::ring(const Rect& area, float radius) {
    outline(area.inset(-3), look_.accent.faded(0.55F), radius + 3, 2);
}

}  // namespace turnout::desk
