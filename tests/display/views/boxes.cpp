#include "tests/display/views/boxes.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "common/domain/country.h"

namespace turnout::test {
namespace {

constexpr float kHairline = 2, kAntialias = 0.5F;

bool crosses(const ui::Rect& text, const ui::Rect& box) {
    return std::min(text.right(), box.right()) - std::max(text.x, box.x) > kHairline &&
           std::min(text.bottom(), box.bottom()) - std::max(text.y, box.y) > kHairline;
}

bool holds(const ui::Rect& box, const ui::Rect& text) {
    return box.inset(-kAntialias).contains(text);
}

// Pieces of one box: a gradient in three parts, a strip that begins softly.
bool continues(const ui::Rect& a, const ui::Rect& b) {
    const auto same = [](float one, float other) { return std::abs(one - other) < 1; };
    return (same(a.y, b.y) && same(a.h, b.h) && same(a.right(), b.x)) ||
           (same(a.x, b.x) && same(a.w, b.w) && same(a.bottom(), b.y));
}

std::string at(const ui::Rect& area) {
    const auto whole = [](float value) { return std::to_string(std::lround(value)); };
    return whole(area.w) + "x" + whole(area.h) + "+" + whole(area.x) + "+" + whole(area.y);
}

}  // namespace

Boxes::Boxes(ui::Canvas& canvas, std::function<void(const ui::Written&)> also) : canvas_(canvas) {
    canvas.onWritten([this, also = std::move(also)](const ui::Written& written) {
        drawn_.push_back({written.ink, Drawn::Kind::text, written.text});
        if (also) also(written);
    });
    canvas.onFilled([this](const ui::Filled& what) { filled(what); });
}

void Boxes::filled(const ui::Filled& what) {
    const ui::Size size = canvas_.size();
    ui::Rect area = what.area;
    if (!what.picture && !drawn_.empty() && drawn_.back().kind == Drawn::Kind::box &&
        continues(drawn_.back().area, area)) {
        const ui::Rect before = drawn_.back().area;
        area = {before.x, before.y, area.right() - before.x, area.bottom() - before.y};
        drawn_.pop_back();
    }
    // What covers or dims the whole picture begins a new one.
    if (area.x <= 0 && area.y <= 0 && area.right() >= size.w && area.bottom() >= size.h)
        drawn_.clear();
    else
        drawn_.push_back({area, what.picture ? Drawn::Kind::picture : Drawn::Kind::box, {}});
}

std::vector<std::string> Boxes::faults() {
    std::vector<std::string> all;
    texts_ = onBoxes_ = 0;
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
        if (drawn_[i].kind != Drawn::Kind::text) continue;
        ++texts_;
        const ui::Rect& text = drawn_[i].area;
        const auto fault = [&](const char* what, const ui::Rect& box) {
            all.push_back("\"" + drawn_[i].text + "\" " + at(text) + " " + what + " " + at(box));
        };
        for (std::size_t later = i + 1; later < drawn_.size(); ++later)
            if (crosses(text, drawn_[later].area))
                fault(drawn_[later].kind == Drawn::Kind::text ? "lies under the text" : "is hidden by",
                      drawn_[later].area);
        for (std::size_t under = i; under-- > 0;) {
            const Drawn& box = drawn_[under];
            if (box.kind == Drawn::Kind::text) continue;
            if (box.kind == Drawn::Kind::box && box.area.contains(text.centre())) {
                ++onBoxes_;
                if (!holds(box.area, text)) fault("leaves", box.area);
                break;  // what lies under its box is not seen
            }
            if (crosses(text, box.area)) fault(box.kind == Drawn::Kind::box ? "runs into" : "lies upon", box.area);
        }
    }
    return all;
}

PlainFlags::PlainFlags() {
    for (const Country& country : countries()) {
        std::string name(country.code);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
        std::ofstream(folder_.path() / (name + ".svg"))
            << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="#2a6" d="M0 0h4v3H0z"/></svg>)";
    }
    flags_ = std::make_shared<paint::Flags>(paint::FlagFolders{.own = folder_.path(), .flagIcons = {}, .isoFlags = {}},
                                            "2023-11-17");
}

}  // namespace turnout::test
