#include "common/store/event_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

#include "common/base/text.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

bool isPicture(std::string_view bytes) {
    constexpr std::size_t kProlog = 64 << 10;  // of an SVG: declaration, comments
    return bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.substr(0, kProlog).find("<svg") != std::string_view::npos;
}

bool isFont(std::string_view bytes) {
    constexpr std::string_view kBeginnings[] = {std::string_view("\0\1\0\0", 4), "OTTO", "true", "ttcf"};
    return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                       [&](std::string_view beginning) { return bytes.starts_with(beginning); });
}

bool isNameOfFontFile(const fs::path& name) {
    std::string ending = name.extension();
    for (char& c : ending) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return ending == ".ttf" || ending == ".otf" || ending == ".ttc" || ending == ".woff" || ending == ".woff2";
}

}  // namespace

Result<std::string> readEventFile(const EventFileKind& kind, const std::string& name,
                                  const std::vector<fs::path>& folders) {
    std::error_code failed;
    const auto folder = std::find_if(folders.begin(), folders.end(),
                                     [&](const fs::path& each) { return fs::is_regular_file(each / name, failed); });
    const auto wrong = [&](Fault fault, const char* key) {
        return makeError(fault, key,
                         {{"file", cleanForScreen(name)},
                          {"setting", kind.setting},
                          {"folder", folders.empty() ? "" : folders.front().string()},
                          {"mb", std::to_string(kLargestEventFile >> 20)}});
    };
    if (folder == folders.end()) {
        if (kind.font && !isNameOfFontFile(name)) return std::string();
        return wrong(Fault::notFound, "store.file_missing");
    }
    if (fs::file_size(*folder / name, failed) > kLargestEventFile || failed)
        return wrong(Fault::badInput, "store.file_too_large");
    std::ifstream in(*folder / name, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) return wrong(Fault::notFound, "store.file_missing");
    if (kind.font ? !isFont(bytes) : !isPicture(bytes))
        return wrong(Fault::badInput, kind.font ? "store.file_no_font" : "store.file_no_picture");
    return bytes;
}

Result<EventFiles> readEventFiles(const DisplaySettings& display, const std::vector<fs::path>& folders) {
    EventFiles files;
    for (const EventFileKind& kind : kEventFiles)
        for (const auto& [setting, name] : display) {
            if (setting != kind.setting || name.empty()) continue;
            auto bytes = readEventFile(kind, name, folders);
            if (!bytes) return bytes.error();
            files.*kind.bytes = *std::move(bytes);
        }
    return files;
}

}  // namespace turnout
