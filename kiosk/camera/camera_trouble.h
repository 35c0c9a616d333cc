// GStreamer's errors as sentences for the door: what is wrong with the camera and what to do (assets/text/camera.tsv).
#pragma once

#include "common/base/result.h"
#include "kiosk/camera/camera_choice.h"
#include "kiosk/camera/pipeline.h"

namespace turnout::kiosk {

// `name`: what the camera or file is called; `device`: its path, empty for files and pipelines; `seen`: it has given
// frames before, so it has gone rather than never been there. Fault::device, for files Fault::badInput.
Error cameraTrouble(const PipelineError& problem, CameraKind kind, const std::string& name, const std::string& device,
                    bool seen);

}  // namespace turnout::kiosk
