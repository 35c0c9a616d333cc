#include <algorithm>
#include <fstream>
#include <sstream>

#include "organizer/desk/app/doors_page.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

// mountinfo writes a space as \040.
std::string plainPath(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace

std::vector<Drive> drivesNow() {
    std::vector<Drive> drives;
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream words(line);
        std::string word;
        for (int i = 0; i < 5 && (words >> word); ++i) {
        }
        const fs::path folder = plainPath(word);
        const std::string place = folder.string();
        if (!place.starts_with("/media/") && !place.starts_with("/run/media/")) continue;
        std::error_code failed;
        const fs::space_info space = fs::space(folder, failed);
        if (failed || space.available < 1'000'000) continue;  // nothing fits on it
        drives.push_back({folder, folder.filename().string(), static_cast<std::int64_t>(space.available)});
    }
    std::sort(drives.begin(), drives.end(), [](const Drive& a, const Drive& b) { return a.name < b.name; });
    return drives;
}

}  // namespace turnout::desk
