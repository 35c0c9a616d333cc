// The door camera's pictures, and the file they are written to.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "common/base/result.h"
#include "organizer/demo/running_order.h"

namespace turnout::demo {

// Frames of a running order, one after another; the same every time.
class DoorCamera {
  public:
    // `order` and `art` must outlive it.
    DoorCamera(const RunningOrder& order, TicketArt& art, int width, int height, int framesPerSecond);

    std::int64_t frames() const;
    // Frame number `at`; must be asked in growing order (props are drawn when they come and dropped when they are
    // gone).
    const Frame& frame(std::int64_t at);

  private:
    struct Held {
        std::size_t showing;
        Cutout cutout;
    };
    void change(double seconds);

    const RunningOrder& order_;
    TicketArt& art_;
    int framesPerSecond_;
    Foyer foyer_;
    Grain grain_;
    Frame frame_;
    std::vector<Held> held_;
    std::size_t next_ = 0;
};

// File name ending of what writeVideo makes: ".mkv".
extern const char* const kVideoEnding;

// Writes all frames to `file`, which is replaced. Fault::device when GStreamer lacks an encoder, Fault::diskError when
// the file cannot be written; then nothing is left at `file`. `progress` may be empty.
Status writeVideo(DoorCamera& camera, int width, int height, int framesPerSecond, const std::filesystem::path& file,
                  const std::function<void(std::int64_t done, std::int64_t all)>& progress);

}  // namespace turnout::demo
