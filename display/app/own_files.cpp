#include "display/app/own_files.h"

#include <cstdlib>
#include <fstream>
#include <utility>

#include "common/base/log.h"
#include "common/store/event_reader.h"

namespace turnout::display {
namespace {

namespace fs = std::filesystem;

// What reads it goes by the ending.
std::string pictureName(const char* name, const std::string& bytes) {
    return std::string(name) + (bytes.starts_with("\x89PNG") ? ".png" : ".svg");
}

}  // namespace

OwnFiles::OwnFiles(const fs::path& event) {
    auto reader = EventReader::open(event);
    if (!reader) return;
    const auto files = reader->files();
    if (!files || *files == EventFiles{}) return;
    std::error_code failed;
    std::string folder = fs::temp_directory_path(failed) / "turnout-display-XXXXXX";
    if (failed || ::mkdtemp(folder.data()) == nullptr) {
        log::warn("The event's own pictures and fonts could not be written to a temporary folder.");
        return;
    }
    folder_ = folder;
    logo_ = write(pictureName("logo", files->logo).c_str(), files->logo);
    background_ = write(pictureName("background", files->background).c_str(), files->background);
    font_ = write("font", files->font);
    titleFont_ = write("title_font", files->titleFont);
}

OwnFiles::~OwnFiles() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

OwnFiles::OwnFiles(OwnFiles&& other) noexcept {
    *this = std::move(other);
}

OwnFiles& OwnFiles::operator=(OwnFiles&& other) noexcept {
    std::swap(folder_, other.folder_);
    std::swap(logo_, other.logo_);
    std::swap(background_, other.background_);
    std::swap(font_, other.font_);
    std::swap(titleFont_, other.titleFont_);
    return *this;
}

std::string OwnFiles::write(const char* name, const std::string& bytes) {
    if (bytes.empty()) return {};
    const fs::path file = folder_ / name;
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    return out.flush() ? file.string() : std::string();
}

HallSettings OwnFiles::placed(HallSettings settings) const {
    const auto take = [](std::string& setting, const std::string& file) {
        if (!setting.empty() && !file.empty()) setting = file;
    };
    take(settings.logo, logo_);
    take(settings.background, background_);
    take(settings.font, font_);
    take(settings.titleFont, titleFont_);
    return settings;
}

}  // namespace turnout::display
