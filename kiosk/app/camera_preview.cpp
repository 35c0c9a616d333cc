#include "kiosk/app/camera_preview.h"

namespace turnout::kiosk {

CameraPreview::CameraPreview(std::function<void()> wake) {
    if (auto source = FrameSource::open(CameraChoice{}, Pace::live))
        worker_.emplace(std::move(*source),
                        ScanHooks{[](const SeenCode&) {}, [](Millis, std::chrono::nanoseconds) {}, std::move(wake)});
}

std::vector<std::string> CameraPreview::cameras() {
    return worker_ ? worker_->status().cameras : std::vector<std::string>();
}

void CameraPreview::choose(const std::string& camera) {
    if (camera == chosen_) return;
    chosen_ = camera;
    if (worker_ && !camera.empty()) worker_->prefer(camera);
}

bool CameraPreview::live() {
    return worker_ && !chosen_.empty() && worker_->status().state == SourceState::live;
}

}  // namespace turnout::kiosk
