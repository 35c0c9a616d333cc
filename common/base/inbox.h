// Values that any thread hands to one thread.
#pragma once

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

namespace turnout {

// All arrive, and whoever takes never waits: not even for a thread that lost its processor while it put one in, as it
// can while it holds a lock.
template <class T>
class Inbox {
  public:
    Inbox() = default;
    ~Inbox() { take(); }
    Inbox(const Inbox&) = delete;

    // Any thread.
    void put(T value) {
        Letter* letter = new Letter{std::move(value), last_.load(std::memory_order_relaxed)};
        while (!last_.compare_exchange_weak(letter->before, letter, std::memory_order_release,
                                            std::memory_order_relaxed)) {
        }
    }

    // In the order in which they were put.
    std::vector<T> take() {
        std::vector<T> values;
        Letter* letter = last_.exchange(nullptr, std::memory_order_acquire);
        while (letter != nullptr) {
            values.push_back(std::move(letter->value));
            delete std::exchange(letter, letter->before);
        }
        std::reverse(values.begin(), values.end());
        return values;
    }

  private:
    struct Letter {
        T value;
        Letter* before;
    };
    std::atomic<Letter*> last_{nullptr};
};

}  // namespace turnout
