#include "display/views/stage.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "common/base/text.h"
#include "common/domain/country.h"

namespace turnout::display {
namespace {

// "St Vincent and the Grenadines" is no other name than "Saint Vincent and Grenadines".
std::string essence(const std::string& name) {
    std::istringstream words(name);
    std::string all;
    for (std::string word; words >> word;)
        if (word != "Saint" && word != "St" && word != "St." && word != "and" && word != "the" && word != "&")
            all += word;
    return all;
}

}  // namespace

TextStyle latin(float size) {
    return theme::text(size, ui::Weight::semibold);
}
TextStyle chinese(float size) {
    return theme::bold(size);
}

Stage::Stage(ui::Canvas& canvas, float scale, Point origin, ui::Size units, Frame frame)
    : canvas_(canvas), scale_(scale), origin_(origin), units_(units), frame_(frame) {
    constexpr float kLines = 1080;
    floor_ = std::clamp(frame.floor / kLines * canvas.size().h / scale, kFloor, kMostFloor);
}

Stage Stage::unraised() const {
    Stage stage = *this;
    stage.floor_ = kFloor;
    return stage;
}

const Palette& Stage::palette() const {
    static const Palette usual;
    return frame_.palette == nullptr ? usual : *frame_.palette;
}

Names Stage::told(const Names& names) const {
    switch (frame_.tongues) {
        case Tongues::both: break;
        case Tongues::english: return names.en.empty() ? names : Names{names.en, {}};
        case Tongues::chinese: return names.zh.empty() ? names : Names{{}, names.zh};
    }
    return names;
}

Names Stage::words(std::string_view key) const {
    return told({say(key, Lang::en), say(key, Lang::zh)});
}

Names Stage::country(const CountryCode& code) const {
    return told({countryName(code, Lang::en), countryName(code, Lang::zh)});
}

std::string Stage::ownName(const CountryCode& code) const {
    const Country* known = findCountry(code);
    if (known == nullptr || frame_.tongues != Tongues::both) return {};
    const Names name = country(code);
    std::string own(known->nameOwn);
    return own == name.zh || essence(own) == essence(name.en) ? std::string() : own;
}

Rect Stage::area(const Rect& units) const {
    const Point corner = at(units.x, units.y);
    return {corner.x, corner.y, px(units.w), px(units.h)};
}

Rect Stage::sharp(const Rect& units) const {
    const Rect exact = area(units);
    const float x = std::round(exact.x), y = std::round(exact.y);
    return {x, y, std::max(1.0F, std::round(exact.right()) - x), std::max(1.0F, std::round(exact.bottom()) - y)};
}

Colour Stage::solid(Colour colour) const {
    if (frame_.backdrop != Backdrop::keyColour) return colour;
    return paint::mix(palette().groundMiddle, Colour{colour.r, colour.g, colour.b, 255},
                      static_cast<float>(colour.a) / 255);
}

void Stage::glow(Point middle, float radiusX, float radiusY, Colour colour) const {
    if (frame_.backdrop != Backdrop::keyColour) canvas_.glow(middle, radiusX, radiusY, colour);
}

void Stage::shadow(const Rect& box, float radius, float blur, Colour colour) const {
    if (frame_.backdrop != Backdrop::keyColour) canvas_.shadow(box, radius, blur, colour);
}

float Stage::hair() const {
    return std::max(1.0F, std::round(scale_ * 1.5F));
}

float Stage::text(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour colour,
                  ui::Align align) const {
    return canvas_.text(at(x, baseline), utf8, scaled(style), colour, {.align = align}) / scale_;
}

float Stage::advance(std::string_view utf8, const TextStyle& style) const {
    return canvas_.measure(utf8, scaled(style)).width / scale_;
}

Rect Stage::ink(std::string_view utf8, const TextStyle& style) const {
    const Rect& ink = canvas_.measure(utf8, scaled(style)).ink;
    return {ink.x / scale_, ink.y / scale_, ink.w / scale_, ink.h / scale_};
}

float Stage::number(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour top,
                    Colour bottom) const {
    const Rect box = ink(utf8, style);
    const bool figures = utf8.find_first_not_of("0123456789,:") == std::string_view::npos;
    if (figures)
        canvas_.figures(at(x - box.x, baseline), utf8, scaled(style), top, bottom);
    else
        canvas_.textGradient(at(x - box.x, baseline), utf8, scaled(style), top, bottom);
    return x + box.w;
}

float Stage::fitted(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour colour,
                    float room) const {
    const float least = std::max(floor_, std::min(kFloor, style.size));
    TextStyle fit = scaled(style);
    const ui::TextBox box{.maxWidth = px(room), .maxLines = 1};
    if (canvas_.measure(utf8, fit).width > px(room))
        fit.size = canvas_.fitSize(utf8, fit, box, px(least), fit.size, std::max(0.5F, scale_));
    const bool whole = canvas_.measure(utf8, fit).width <= px(room);
    return canvas_.text(at(x, baseline), utf8, fit, colour, whole ? ui::TextBox{} : box) / scale_;
}

TextStyle Stage::fitting(std::string_view utf8, const TextStyle& style, float room, float least) const {
    if (fits(utf8, style, room)) return style;
    const ui::TextBox box{.maxWidth = px(room), .maxLines = 1};
    const float size = canvas_.fitSize(utf8, scaled(style), box, px(raised(std::min(least, style.size))),
                                       px(raised(style.size)), std::max(0.5F, scale_));
    return style.sized(size / scale_);
}

void Stage::centred(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour colour,
                    float room) const {
    const TextStyle fit = fitting(utf8, style, room);
    const float width = std::min(room, advance(utf8, fit));
    fitted(x - width / 2, baseline, utf8, fit, colour, width + 1);
}

void Stage::pairCentred(float x, float baseline, const Names& given, const Pair& look, float room, bool other) const {
    const Names names = told(given);
    const float zh = names.zh.empty() ? 0 : advance(names.zh, chinese(look.zhSize));
    const float en = names.en.empty() ? 0 : advance(names.en, latin(look.enSize));
    const float whole = zh + en + (zh > 0 && en > 0 ? look.gap : 0);
    if (whole > room && zh > 0 && en > 0) {
        const float least = std::max(floor_ / look.zhSize, floor_ / look.enSize);
        if (whole * std::min(1.0F, least) > room) {  // one of them is left out: the other stands in the middle
            if (other)
                centred(x, baseline, names.en, latin(look.enSize), look.en, room);
            else
                centred(x, baseline, names.zh, chinese(look.zhSize), look.zh, room);
            return;
        }
    }
    pair(x - std::min(room, whole) / 2, baseline, names, look, std::min(room, whole) + 1, other);
}

float Stage::pair(float x, float baseline, const Names& given, const Pair& look, float room, bool other) const {
    const Names names = told(given);
    const bool both = !names.zh.empty() && !names.en.empty() && names.zh.find(names.en) == std::string::npos;
    if (both) {
        const float least = std::max(floor_ / look.zhSize, floor_ / look.enSize);
        for (float share = 1; share >= std::min(least, 1.0F) - 0.001F; share -= 0.04F) {
            const TextStyle zh = chinese(look.zhSize * share);
            const TextStyle en = latin(std::max(look.enSize * share, std::min(floor_, look.enSize)));
            const float first = advance(names.zh, zh);
            if (first + look.gap + advance(names.en, en) > room) continue;
            text(x, baseline, names.zh, zh, look.zh);
            return x + first + look.gap + text(x + first + look.gap, baseline, names.en, en, look.en);
        }
    }
    const bool showEn = names.zh.empty() || (both && other);
    if (showEn) return x + fitted(x, baseline, names.en, latin(look.enSize), look.en, room);
    return x + fitted(x, baseline, names.zh, chinese(look.zhSize), look.zh, room);
}

}  // namespace turnout::display
