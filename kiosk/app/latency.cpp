#include "kiosk/app/latency.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

namespace turnout::kiosk {
namespace {

constexpr std::size_t kMostSamples = 2'000'000;  // a day of frames; what comes later replaces the oldest half

nlohmann::ordered_json asJson(const Latency& latency) {
    const auto s = latency.summary();
    const auto rounded = [](double ms) { return std::round(ms * 1000) / 1000; };
    return {{"n", s.n}, {"p50", rounded(s.p50)}, {"p99", rounded(s.p99)}, {"max", rounded(s.max)}};
}

}  // namespace

void Latency::add(std::chrono::steady_clock::duration took) {
    const std::lock_guard lock(mutex_);
    if (ms_.size() >= kMostSamples) ms_.erase(ms_.begin(), ms_.begin() + static_cast<std::ptrdiff_t>(kMostSamples / 2));
    ms_.push_back(std::chrono::duration<float, std::milli>(took).count());
}

Latency::Summary Latency::summary() const {
    std::vector<float> sorted;
    {
        const std::lock_guard lock(mutex_);
        sorted = ms_;
    }
    if (sorted.empty()) return {};
    std::sort(sorted.begin(), sorted.end());
    const auto rank = [&](double share) {
        const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
        return static_cast<double>(sorted[std::clamp<std::size_t>(at, 1, sorted.size()) - 1]);
    };
    return {sorted.size(), rank(0.5), rank(0.99), static_cast<double>(sorted.back())};
}

std::string Stats::json(std::size_t queueMax, std::uint64_t framesDropped) const {
    nlohmann::ordered_json all;
    all["frame_ms"] = asJson(frame);
    all["ui_blocked_ms"] = asJson(uiBlocked);
    all["decode_ms"] = asJson(decode);
    all["verdict_ms"] = asJson(verdict);
    all["commit_to_paint_ms"] = asJson(commitToPaint);
    all["queue_max"] = queueMax;
    all["frames_dropped"] = framesDropped;
    return all.dump(2) + "\n";
}

Status writeStats(const std::filesystem::path& file, const std::string& json) {
    const std::filesystem::path part = file.string() + ".part";
    std::error_code failed;
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out << json;
        out.close();
        if (!out) {
            std::filesystem::remove(part, failed);
            return makeError(Fault::readOnly, "kiosk.error.cannot_write", {{"file", file.string()}});
        }
    }
    std::filesystem::rename(part, file, failed);
    if (failed) return makeError(Fault::readOnly, "kiosk.error.cannot_write", {{"file", file.string()}});
    return Done{};
}

}  // namespace turnout::kiosk
