#include "organizer/desk/app/rotation.h"

#include "common/domain/hall_settings.h"

namespace turnout::desk {

std::optional<std::vector<RotationPart>> rotationOf(std::string_view text) {
    if (text.find_first_not_of(" ,") == std::string_view::npos) return std::vector<RotationPart>{};
    const auto times = HallSettings::rotation(text);
    if (!times) return std::nullopt;
    std::vector<RotationPart> all;
    for (const SceneTime& time : *times) all.push_back({wordsOf(time.scene), static_cast<int>(time.stays.count())});
    return all;
}

}  // namespace turnout::desk
