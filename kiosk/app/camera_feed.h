// Joins the camera to the door: codes go from the camera's thread straight to the service, pictures and the camera's
// state to the window.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "kiosk/app/checkin_service.h"
#include "kiosk/app/door_presenter.h"
#include "kiosk/app/stream_clock.h"
#include "kiosk/scan/scan_worker.h"
#include "kiosk/scan/serial_scanner.h"

namespace turnout::kiosk {

struct FeedSetup {
    Door door;
    Direction direction = Direction::entry;
    Lang lang = Lang::en;
};

class CameraFeed {
  public:
    // All outlive the feed. `film`: the clock that follows the stream, when the film is taken frame by frame; else
    // null, and scans carry the time of `clock`. `wake` is called from the camera's thread when there is something new.
    CameraFeed(std::unique_ptr<FrameSource> source, FeedSetup setup, CheckinService& service, const Clock& clock,
               StreamClock* film, Stats& stats, std::function<void()> wake);

    // On the window's thread.
    CameraNow state();
    bool take(CameraView& view) { return worker_.take(view); }

    void choose(std::string camera) { worker_.prefer(std::move(camera)); }

    void setLight(CameraLight light) { worker_.setLight(light); }

    bool finished() const { return worker_.finished(); }  // no more frames, and the codes of all have been offered
    std::optional<Error> failure();                       // finished before the film's end: why
    std::uint64_t framesDropped() const { return worker_.dropped(); }

  private:
    const FeedSetup setup_;
    const Clock& clock_;
    std::optional<TimePoint> troubleSince_;
    ScanWorker worker_;
};

}  // namespace turnout::kiosk
