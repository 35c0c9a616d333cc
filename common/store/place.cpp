#include "common/store/place.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace turnout {
namespace {

namespace fs = std::filesystem;

// Folder names as those programs make them, and the marks that others leave inside a folder they synchronise.
constexpr std::array<std::string_view, 8> kNames{"dropbox",      "onedrive",    "nextcloud", "owncloud",
                                                 "google drive", "googledrive", "nutstore",  "我的坚果云"};
constexpr std::array<const char*, 4> kMarks{".stfolder", ".dropbox", ".sync", ".seafile-data"};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

bool isSynchronised(const fs::path& folder) {
    std::error_code ignored;
    for (fs::path at = folder;; at = at.parent_path()) {
        const std::string name = lower(at.filename().string());
        for (const std::string_view known : kNames)
            if (name.starts_with(known)) return true;
        for (const char* mark : kMarks)
            if (fs::exists(at / mark, ignored)) return true;
        if (!at.has_relative_path()) return false;
    }
}

// /sys says 1 for drives whose medium can be taken out; a partition's word is its disk's, one folder up.
bool isRemovable(const fs::path& file) {
    struct stat info {};
    if (::stat(file.c_str(), &info) != 0) return false;
    const std::string device =
        "/sys/dev/block/" + std::to_string(major(info.st_dev)) + ":" + std::to_string(minor(info.st_dev));
    for (const char* at : {"/removable", "/../removable"}) {
        std::ifstream word(device + at);
        if (int removable = 0; word >> removable) return removable == 1;
    }
    return false;
}

}  // namespace

std::optional<Text> placeWarning(const fs::path& eventFile) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(eventFile, error);
    const fs::path& file = error ? eventFile : real;
    const std::string name = file.filename().string();
    if (isSynchronised(file.parent_path())) return Text{"store.synchronised_folder", {{"file", name}}};
    if (isRemovable(file)) return Text{"store.removable_drive", {{"file", name}}};
    return std::nullopt;
}

}  // namespace turnout
