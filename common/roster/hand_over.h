// Hands rows from the thread that reads them to the one that takes them, in their order and a few at a time: a list is
// read while it is written.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "common/domain/attendee.h"

namespace turnout {

class HandOver {
  public:
    using Take = std::function<void(const RosterRow&)>;

    // `read` runs on a thread of its own and gives each row to `give`, which answers false when no more are wanted.
    // `take` is called on this thread. Returns when `read` has; what either throws is thrown here.
    static void run(const std::function<void(const std::function<bool(const RosterRow&)>& give)>& read,
                    const Take& take) {
        HandOver over;
        std::exception_ptr trouble;
        std::thread reader([&] {
            try {
                read([&](const RosterRow& row) { return over.give(row); });
            } catch (...) {
                trouble = std::current_exception();
            }
            over.finish();
        });
        std::exception_ptr refused;
        try {
            over.takeAll(take);
        } catch (...) {
            refused = std::current_exception();
        }
        over.stop();
        reader.join();
        if (refused) std::rethrow_exception(refused);
        if (trouble) std::rethrow_exception(trouble);
    }

  private:
    static constexpr std::size_t kRows = 256, kBatches = 4;
    struct Batch {
        std::array<RosterRow, kRows> rows;  // used again and again: their texts keep their memory
        std::size_t used = 0;
    };

    HandOver() : batches_(kBatches) {
        for (Batch& batch : batches_) free_.push_back(&batch);
    }

    bool give(const RosterRow& row) {
        if (filling_ == nullptr) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return stopped_ || !free_.empty(); });
            if (stopped_) return false;
            filling_ = free_.front();
            free_.pop_front();
            filling_->used = 0;
        }
        filling_->rows[filling_->used++] = row;
        if (filling_->used == kRows) passOn();
        return true;
    }

    void passOn() {
        const std::lock_guard lock(mutex_);
        full_.push_back(filling_);
        filling_ = nullptr;
        changed_.notify_all();
    }

    void finish() {
        if (filling_ != nullptr) passOn();
        const std::lock_guard lock(mutex_);
        finished_ = true;
        changed_.notify_all();
    }

    void takeAll(const Take& take) {
        std::deque<Batch*> taken;
        for (;;) {
            {
                std::unique_lock lock(mutex_);
                free_.insert(free_.end(), taken.begin(), taken.end());
                taken.clear();
                changed_.notify_all();
                changed_.wait(lock, [&] { return finished_ || !full_.empty(); });
                if (full_.empty()) return;
                std::swap(taken, full_);  // all there are: each hand-over wakes the other thread
            }
            for (const Batch* batch : taken)
                for (std::size_t i = 0; i < batch->used; ++i) take(batch->rows[i]);
        }
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Batch> batches_;
    std::deque<Batch*> free_, full_;
    Batch* filling_ = nullptr;  // the reading thread's
    bool finished_ = false, stopped_ = false;
};

}  // namespace turnout
