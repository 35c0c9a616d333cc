#include "kiosk/camera/camera_choice.h"

#include <filesystem>

#include "common/base/text.h"

namespace turnout::kiosk {

std::string CameraChoice::name() const {
    switch (kind) {
        case CameraKind::none:
        case CameraKind::automatic: return {};
        case CameraKind::device: return cleanForScreen(what);
        case CameraKind::file: return cleanForScreen(std::filesystem::path(what).filename().string());
        case CameraKind::pipeline:
            return cleanForScreen(what.substr(0, what.find_first_of(" !", what.find_first_not_of(' '))));
    }
    return {};
}

CameraChoice cameraChoice(const std::string& option) {
    constexpr std::string_view kPipeline = "gst:";
    if (option == "none") return {CameraKind::none, {}};
    if (option == "auto" || option.empty()) return {CameraKind::automatic, {}};
    if (option.starts_with(kPipeline)) {
        const auto begin = option.find_first_not_of(' ', kPipeline.size());
        return {CameraKind::pipeline, begin == std::string::npos ? std::string() : option.substr(begin)};
    }
    if (option.starts_with("/dev/")) return {CameraKind::device, option};
    return {CameraKind::file, option};
}

}  // namespace turnout::kiosk
