// Follows an event file and tells what changed. Never writes. A file that vanishes, is renamed over or cannot be read
// is tried again until it is back; meanwhile nothing is told, and whoever shows the numbers sees them grow old.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "common/store/event_reader.h"

namespace turnout::display {

struct StoreNews {
    std::optional<EventPlan> plan;       // after (re)opening, and within 1 s when the organiser changed it
    bool reopened = false;               // it may be another event's file
    std::optional<HallNumbers> numbers;  // when something was committed, and after (re)opening
    std::optional<Error> trouble;        // why the store could not be asked; else it has confirmed its numbers
    // When each door last scanned, by its name: once after (re)opening, with the poll after the first numbers.
    std::optional<std::map<std::string, TimePoint>> heard;
    std::optional<TimePoint> committed;  // when the log was last written, on the machine's clock; for statistics
};

// One connection, one thread at a time.
class StoreWatch {
  public:
    explicit StoreWatch(std::filesystem::path path);

    // Asks the store: about 1 us when nothing happened, O(countries) after a commit, O(scans) once after opening.
    StoreNews poll(SteadyTime now);

  private:
    Result<Done> ask(SteadyTime now, StoreNews& news);
    Result<Done> askPlan(SteadyTime now, StoreNews& news);
    Result<Done> askDoors(StoreNews& news);

    std::filesystem::path path_;
    std::optional<EventReader> reader_;
    std::optional<std::int64_t> version_;
    EventPlan plan_;
    bool planDue_ = false;  // something was committed since it was read
    SteadyTime planRead_{};
    bool doorsDue_ = false;  // when they were last heard has not been read
    std::optional<SteadyTime> tryAgain_;
    std::optional<Error> trouble_;  // until it is tried again
};

// Polls on a thread of its own, so that a slow disk never holds up a frame.
class WatchThread {
  public:
    // `wake` is called on that thread when there is something to take().
    WatchThread(std::filesystem::path path, std::function<void()> wake);
    ~WatchThread();
    WatchThread(const WatchThread&) = delete;

    struct Latest {
        StoreNews news;                       // merged since the last take(); `trouble` as it stands
        std::optional<SteadyTime> confirmed;  // when the store last answered
    };
    Latest take();

  private:
    void run();

    StoreWatch watch_;
    std::function<void()> wake_;
    std::mutex mutex_;
    Latest latest_;
    std::atomic<bool> ending_{false};
    std::thread thread_;
};

}  // namespace turnout::display
