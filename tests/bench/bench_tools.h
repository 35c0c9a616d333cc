// Shared by the bench programs: samples and their percentiles, and the raw speed of the disk beside every claim.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace turnout::bench {

using SteadyClock = std::chrono::steady_clock;

inline double millisecondsSince(SteadyClock::time_point began) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - began).count();
}

class Samples {
  public:
    void add(double value) { values_.push_back(value); }
    void add(const Samples& other) { values_.insert(values_.end(), other.values_.begin(), other.values_.end()); }
    std::size_t size() const { return values_.size(); }
    double sum() const;
    double quantile(double part) const;  // 0 ... 1; 0 without samples
    double median() const { return quantile(0.5); }
    nlohmann::json json() const;  // {"n", "p50", "p99", "max"}

  private:
    std::vector<double> values_;
};

// 4 KiB written and fdatasynced again and again in `folder`: ms each.
Samples rawSyncs(const std::filesystem::path& folder, int count);

// Lines `from` to `to` - 1 of a file, counted from 0: a worker's share of the codes.
std::vector<std::string> linesOf(const std::filesystem::path& file, int from, int to);

double rounded(double value);  // to three significant digits, for people who read the JSON

}  // namespace turnout::bench
