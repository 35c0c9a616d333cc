#include <algorithm>

#include "display/app/scene_screens.h"

namespace turnout::display {
namespace {

constexpr std::size_t kLater = 2;  // behind the next one

// The acts of one part in a row; where each begins follows its place, so that a long act takes no more of the line.
std::vector<ProgrammePart> partsOf(const Programme& programme, std::optional<std::size_t> current, bool over) {
    const std::vector<ProgrammeItem>& items = programme.items();
    std::vector<ProgrammePart> parts;
    for (std::size_t first = 0; first < items.size();) {
        std::size_t last = first;
        while (last < items.size() && items[last].part == items[first].part) ++last;
        ProgrammePart part{items[first].part, {}, {}};
        const auto count = static_cast<float>(last - first);
        for (std::size_t i = first; i < last; ++i) part.acts.push_back(static_cast<float>(i - first) / count);
        if (over || (current && *current >= last))
            part.share = 1.0F;
        else if (current && *current >= first)
            part.share = (static_cast<float>(*current - first) + 0.5F) / count;
        parts.push_back(std::move(part));
        first = last;
    }
    return parts;
}

}  // namespace

ActLines actLines(const ProgrammeItem& item, const Zone& zone) {
    ActLines lines{zone.clockTime(item.starts), item.name, {}, item.performers};
    const std::string open = "《", close = "》";
    const auto from = item.name.zh.find(open), to = item.name.zh.rfind(close);
    if (from != std::string::npos && to != std::string::npos && from > 0 && to + close.size() == item.name.zh.size()) {
        lines.kind.zh = item.name.zh.substr(0, from);
        lines.title.zh = item.name.zh.substr(from);
    }
    if (const auto colon = item.name.en.find(": "); colon != std::string::npos) {
        lines.kind.en = item.name.en.substr(0, colon);
        lines.title.en = item.name.en.substr(colon + 2);
    }
    return lines;
}

ProgrammeScreen programmeScreen(const SceneSource& source) {
    ProgrammeScreen screen;
    static_cast<Heading&>(screen) = source.count;
    const std::vector<ProgrammeItem>& items = source.programme.items();
    const auto current = source.programme.current(source.wall);
    screen.begun = current.has_value();
    screen.over = source.programme.over(source.wall);
    const auto lines = [&](std::size_t i) { return actLines(items[i], source.plan.zone); };
    if (!screen.over) {
        std::size_t next = 0;
        if (current) {
            screen.now = lines(*current);
            next = *current + 1;
        }
        if (next < items.size()) screen.next = lines(next);
        // Before the first act that one stands where the present one will, and the one behind it is the next.
        const std::size_t later = current ? kLater : kLater + 1;
        for (std::size_t i = next + 1; i < items.size() && screen.later.size() < later; ++i)
            screen.later.push_back(lines(i));
    }
    if (screen.over) screen.closing = closingWords(source.settings);
    screen.parts = partsOf(source.programme, current, screen.over);
    return screen;
}

}  // namespace turnout::display
