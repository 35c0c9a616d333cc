// The newest value that one thread makes for one other.
#pragma once

#include <array>
#include <atomic>
#include <utility>

namespace turnout {

// Neither thread ever waits for the other: not even for one that lost its processor in the middle, as it can while it
// holds a lock. Three values go round (a triple buffer), so that a large one keeps its memory.
template <class T>
class Newest {
  public:
    // --- the thread that makes ---

    // Holds what some earlier round left in it.
    T& making() { return values_[making_]; }
    // What was made is the newest from now on; one that was not taken is forgotten.
    void publish() { making_ = shared_.exchange(making_ | kFresh, std::memory_order_acq_rel) & kWhich; }
    void put(T value) {
        making() = std::move(value);
        publish();
    }
    bool taken() const { return (shared_.load(std::memory_order_relaxed) & kFresh) == 0; }  // or none was made

    // --- the thread that takes ---

    // Swaps what is new into `value`; false = nothing is, and `value` is as before.
    bool take(T& value) {
        if (taken()) return false;
        taken_ = shared_.exchange(taken_, std::memory_order_acq_rel) & kWhich;
        std::swap(value, values_[taken_]);
        return true;
    }

  private:
    static constexpr unsigned kWhich = 3, kFresh = 4;
    std::array<T, 3> values_{};
    unsigned making_ = 0, taken_ = 1;
    std::atomic<unsigned> shared_{2};  // which one lies between the two, and whether it is new
};

}  // namespace turnout
