#include "display/views/event_fonts.h"

#include "common/paint/fonts.h"

namespace turnout::display {

EventFamilies familiesOf(const HallSettings& placed, const std::filesystem::path& event) {
    EventFamilies families;
    const auto find = [&](const char* key, const std::string& font) {
        if (font.empty()) return font;
        const std::string family = paint::familyOfFile(event.parent_path() / font).value_or(font);
        if (!paint::hasFamily(family)) families.missing.push_back({key, font, {}});
        return family;
    };
    families.words = find("font", placed.font);
    families.titles = find("title_font", placed.titleFont);
    return families;
}

}  // namespace turnout::display
