// What --camera may name.
#pragma once

#include <string>

namespace turnout::kiosk {

enum class CameraKind {
    none,       // "none": this door has no camera
    automatic,  // "auto": the first camera of this machine
    device,     // "/dev/video0": a camera
    file,       // a video or a picture
    pipeline,   // "gst: ...": a GStreamer pipeline without its sink
};

struct CameraChoice {
    CameraKind kind = CameraKind::automatic;
    std::string what;  // the device's or file's path, or the pipeline; of automatic, the name of the one that is
                       // remembered (empty = any): camera_wish.h; empty for none

    // For people: the file's name, the device's path. Of a pipeline, its first words.
    std::string name() const;
};

// Never fails: what is none of the words and not in /dev is a file.
CameraChoice cameraChoice(const std::string& option);

}  // namespace turnout::kiosk
