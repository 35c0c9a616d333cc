// The picture of a camera before a door is open: what is read in it is forgotten. Lets go of the camera when it ends.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/scan/scan_worker.h"

namespace turnout::kiosk {

class CameraPreview {
  public:
    // `wake` is called from the camera's thread when there is another picture.
    explicit CameraPreview(std::function<void()> wake);

    std::vector<std::string> cameras();      // names of those that are there
    void choose(const std::string& camera);  // by name; empty = show none
    bool live();                             // the chosen one gives pictures
    bool take(CameraView& view) { return worker_ && worker_->take(view); }

  private:
    std::string chosen_;
    std::optional<ScanWorker> worker_;
};

}  // namespace turnout::kiosk
