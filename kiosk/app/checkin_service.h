// The one who writes at a door: a thread with its own connection to the event file. Scans go in from any thread and
// never wait for the disk; answers come out and are taken by the screen's thread.
//
// A scan that could not be saved is told at once as not recorded, kept in memory, and offered again with the same scan
// id every 2 s, so that whatever became of the first try it is recorded once. The same ticket shown again while it
// waits is the same scan.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "common/base/inbox.h"
#include "common/base/newest.h"
#include "common/store/event_reader.h"
#include "common/store/event_store.h"
#include "kiosk/app/kept_scan.h"
#include "kiosk/app/latency.h"

namespace turnout::kiosk {

// What became of one scan, or of one undo.
struct CheckinOutcome {
    Scan scan;  // of an undo: only the door
    bool undo = false;
    ScanId undone;      // of an undo: what was to be taken back
    bool task = false;  // of perform(): it failed, or `done` says that it is done
    std::string done;
    bool refused = false;  // nothing was recorded and nothing will be: `error` would be the same if it were asked again
    bool test = false;     // the test code: nothing was recorded
    bool saveTest = false;  // of testSaving(): `took`, or why it failed
    Millis took{0};
    std::optional<Answer> answer;  // stored. Nothing: `error` says why it is not
    std::optional<Error> error;
    bool again = false;      // it had been told as not recorded before
    SteadyTime committed{};  // when the answer was on disk
};

// How saving goes, and the numbers of the door.
struct StoreNews {
    DoorStatus counts;
    // Why the last write failed, or that the file is gone or another lies in its place; nothing = saving works. It goes
    // by itself when the right file is back.
    std::optional<Error> trouble;
    std::vector<KeptScan> waiting;  // in the order in which they were shown
    TimePoint lastTry{};
    FileIdentity file;  // as the door has written it
    // When the rehearsal began or ended: the door's last answers in what there is now, and those of them and before
    // that can still be taken back, both oldest first.
    std::vector<Answer> last, undoable;
};

inline constexpr Millis kRetryEvery{2000};

class CheckinService {
  public:
    // `wake` is called from the service's thread whenever there is something to take. `clock` outlives the service.
    CheckinService(EventStore store, Door door, const Clock& clock, Stats& stats, std::function<void()> wake);
    ~CheckinService();  // what was offered is written first; then as finish()
    CheckinService(const CheckinService&) = delete;

    // `seen`: when the frame or the last key that held the code arrived, for the statistics.
    void offer(Scan scan, SteadyTime seen);

    // Takes this admission or exit of the door back, whoever has come since; Fault::refusedByRules when it has been
    // taken back already or its guest has gone on.
    void undo(const ScanId& scan, std::string reason);

    // Something else to be written, in its turn. An error comes as an outcome without a scan (`task`); that it is done
    // only where there are words for it: `done`, the key of a sentence.
    void perform(std::function<Status(EventStore&)> task, std::string done = {});

    // Writes something that is no scan, durably, and tells how long it took.
    void testSaving();

    // Stands in every scan that is offered from now on. Any thread.
    void setVolunteer(std::string name);
    std::string volunteer() const;
    // False: opening times are not applied to what is offered from now on. Any thread.
    void setClockPlausible(bool plausible) { clockPlausible_ = plausible; }

    void retryNow();

    // The screen's thread, which never waits here.
    std::vector<CheckinOutcome> takeOutcomes() { return outcomes_.take(); }
    std::optional<StoreNews> takeNews();  // nothing = as before

    bool busy() const;                 // something that was offered has no outcome yet
    std::size_t deepestQueue() const;  // most scans that ever waited for their turn

    // Ends the thread: the queue is written, what waits in memory is offered a last time. Answers how many scans could
    // not be recorded. Nothing may be offered afterwards.
    std::size_t finish();

  private:
    struct Job {
        Scan scan;
        SteadyTime seen{};
        bool undo = false;
        std::string reason;
        ScanId undone;
        std::function<Status(EventStore&)> task;
        std::string done;
        bool saveTest = false;
    };
    struct Waiting {
        Job job;
        Error error;
    };

    void run();
    void admit(Job job);
    void undoNow(const Job& job);
    void performNow(const Job& job);
    void keep(Job job, Error error);
    void tellWaiting();
    void postRefusal(Scan scan, Error error);
    void postAgain(Scan scan, Answer answer);
    void retryWaiting();
    Status ready();  // opens the file again after a fault
    Status openReader();
    Status checkPlace();
    void readWent(const Status& status);
    void lookAtNumbers(bool always);
    void post(CheckinOutcome outcome);
    void postNews();

    EventStore store_;
    const Door door_;
    const Clock& clock_;
    Stats& stats_;
    const std::function<void()> wake_;

    // The thread's own.
    std::optional<EventReader> reader_;
    std::int64_t version_ = -1;
    SteadyTime nextNumbers_{}, lastTrySteady_{};
    std::deque<Waiting> waiting_;
    std::optional<Error> writeTrouble_, readTrouble_;
    StoreNews news_;

    mutable std::mutex mutex_;
    std::condition_variable condition_;
    std::deque<Job> queue_;
    std::string volunteer_;
    std::size_t working_ = 0, deepest_ = 0;
    bool stop_ = false, retryAsked_ = false;
    Inbox<CheckinOutcome> outcomes_;
    Newest<StoreNews> freshNews_;
    std::atomic<std::size_t> left_{0};
    std::atomic<bool> clockPlausible_{true};

    std::thread thread_;
};

}  // namespace turnout::kiosk
