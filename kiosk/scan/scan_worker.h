// The camera's own thread: takes frames, looks for codes, tells each that comes into view, and keeps the newest picture
// for the window. Nothing here waits for the store or the screen.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "common/base/newest.h"
#include "kiosk/camera/frame_source.h"
#include "kiosk/camera/picture.h"
#include "kiosk/scan/code_reader.h"

namespace turnout::kiosk {

// A code that has come into view.
struct SeenCode {
    std::string text;
    Millis at{0};       // stream time of its frame
    SteadyTime seen{};  // when that frame arrived
};

// What a window shows of the camera.
struct CameraView {
    Picture picture;
    std::vector<std::array<Corner, 4>> found;  // in pixels of the picture
};

struct ScanHooks {
    std::function<void(SeenCode)> onCode;                              // on the worker's thread; must not wait
    std::function<void(Millis at, std::chrono::nanoseconds)> onFrame;  // a frame has been looked at, and how long
    std::function<void()> wake;                                        // a newer picture or status can be taken
};

class ScanWorker {
  public:
    ScanWorker(std::unique_ptr<FrameSource> source, ScanHooks hooks);
    ~ScanWorker();  // stops and waits for the thread
    ScanWorker(const ScanWorker&) = delete;
    ScanWorker& operator=(const ScanWorker&) = delete;

    // --- the window's thread, which never waits here ---

    const SourceStatus& status();
    // Swaps a newer view into `view`; false = there is none, and `view` is as before.
    bool take(CameraView& view) { return views_.take(view); }

    // --- any thread ---

    // There will be no more frames, and every code has been told.
    bool finished() const { return finished_; }
    std::uint64_t dropped() const;
    void prefer(std::string camera) { source_->prefer(std::move(camera)); }
    void setLight(CameraLight light) { source_->setLight(light); }
    bool dark() const { return dark_; }  // the pictures are too dark to be read well

  private:
    void run();
    bool show(const Frame& frame, const std::vector<FoundCode>& codes, bool mustBeSeen);  // true = a view to be taken

    const std::unique_ptr<FrameSource> source_;
    const ScanHooks hooks_;

    // The thread's own.
    CodeReader reader_;
    PictureMaker pictures_;
    SourceStatus told_;
    struct Outline {
        FoundCode code;
        Millis at{0};  // of the frame it was last read in
    };
    std::vector<Outline> outlined_;

    SourceStatus status_;  // the window's, as it has been told last
    Newest<SourceStatus> statuses_;
    Newest<CameraView> views_;
    std::atomic<bool> dark_{false}, stop_{false}, finished_{false};

    std::thread thread_;
};

}  // namespace turnout::kiosk
