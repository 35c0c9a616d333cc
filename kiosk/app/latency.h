// How long things took at a door, for --stats. Thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace turnout::kiosk {

class Latency {
  public:
    void add(std::chrono::steady_clock::duration took);
    struct Summary {
        std::size_t n = 0;
        double p50 = 0, p99 = 0, max = 0;  // ms; nearest rank
    };
    Summary summary() const;

  private:
    mutable std::mutex mutex_;
    std::vector<float> ms_;
};

struct Stats {
    Latency frame;          // drawing one frame of the window
    Latency uiBlocked;      // the window's thread asleep for camera, store or sound, between two waits for events
    Latency decode;         // looking for codes in one camera frame
    Latency verdict;        // from the frame (or last key) that held the code to the committed answer
    Latency commitToPaint;  // from there to the frame on the screen that shows it

    // {"frame_ms":{"n","p50","p99","max"}, ... ,"queue_max","frames_dropped"}
    std::string json(std::size_t queueMax, std::uint64_t framesDropped) const;
};

// Through a file beside it that is renamed.
Status writeStats(const std::filesystem::path& file, const std::string& json);

}  // namespace turnout::kiosk
