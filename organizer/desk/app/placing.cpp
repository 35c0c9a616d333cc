#include "organizer/desk/app/placing.h"

namespace turnout::desk {

namespace fs = std::filesystem;

fs::path freePlace(const fs::path& event, const fs::path& folder, const std::string& what, const std::string& ending) {
    const std::string name = event.stem().string() + "-" + what;
    std::error_code ignored;
    fs::path place = folder / (name + ending);
    for (int n = 2; fs::exists(fs::symlink_status(place, ignored)); ++n)
        place = folder / (name + " (" + std::to_string(n) + ")" + ending);
    return place;
}

}  // namespace turnout::desk
