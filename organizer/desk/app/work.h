// One thread for everything that takes longer than a frame: files, the event file, tickets, reports. Jobs run one after
// another. A job leaves behind what is to be done with its outcome; that runs on the thread of the window, in
// deliver(). All other functions are called from the thread of the window.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "common/base/text.h"

namespace turnout::desk {

class Work {
  public:
    struct Stopped {};
    class Handle {  // what a job sees of the one who waits for it
      public:
        explicit Handle(Work& work) : work_(work) {}
        // How far it is, 0 to 1, and in words. Cheap; tells the window at most 20 times a second.
        void progress(double share, Text what);
        // The person pressed Stop, or the window closes: come back soon, with nothing half done.
        bool cancelled() const;
        // Both at once, for a job that calls it from deep within: Stopped is thrown when the person pressed Stop.
        // Session's read() and write() make "desk.stopped" of it.
        void step(std::int64_t done, std::int64_t all, Text what);

      private:
        Work& work_;
    };
    using Then = std::function<void()>;  // may be empty
    using Job = std::function<Then(Handle&)>;

    struct Now {  // what is shown of the running job
        Text what;
        double share = -1;  // negative: nobody knows
        bool stopping = false;
        bool operator==(const Now&) const = default;
    };

    // `wake` is called from the thread whenever there is something to deliver or to show.
    explicit Work(std::function<void()> wake = {});
    ~Work();  // stops the running job, forgets those that wait
    Work(const Work&) = delete;

    void start(Text what, Job job);
    void quietly(Job job);  // shows no progress: short looks at the file
    void cancel();          // the running job that shows progress, if there is one
    std::optional<Now> now() const;
    bool busy() const;  // a job runs, waits, or has left something to deliver

    void deliver();
    // Waits until nothing runs and nothing waits, and delivers; also what the deliveries start. For tests and pictures.
    void finish();

  private:
    struct Order {
        Job job;
        std::optional<Text> what;
    };

    void run();
    void add(Order order);

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Order> orders_;
    std::vector<Then> left_;
    std::optional<Now> now_;
    std::chrono::steady_clock::time_point told_{};
    bool running_ = false, stop_ = false, ending_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace turnout::desk
