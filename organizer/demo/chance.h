// Chance that comes out the same on every machine: the demo is made anew and is always the same demo.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace turnout::demo {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {  // SplitMix64
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }  // 0 to below 1
    double between(double least, double most) { return least + (most - least) * unit(); }
    bool oneIn(std::size_t count) { return below(count) == 0; }

    // std::shuffle may differ between libraries; this does not.
    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

  private:
    std::uint64_t state_;
};

}  // namespace turnout::demo
