#include "tests/bench/bench_tools.h"

#include <fcntl.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <numeric>
#include <stdexcept>
#include <string>

namespace turnout::bench {

double Samples::sum() const {
    return std::accumulate(values_.begin(), values_.end(), 0.0);
}

double Samples::quantile(double part) const {
    if (values_.empty()) return 0;
    std::vector<double> sorted = values_;
    const auto at = static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(at), sorted.end());
    return sorted[at];
}

nlohmann::json Samples::json() const {
    const double mean = values_.empty() ? 0 : sum() / static_cast<double>(values_.size());
    return {{"n", size()},
            {"mean", rounded(mean)},
            {"p50", rounded(median())},
            {"p99", rounded(quantile(0.99))},
            {"max", rounded(quantile(1))}};
}

Samples rawSyncs(const std::filesystem::path& folder, int count) {
    const auto path = folder / "raw";
    const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) throw std::runtime_error("cannot write in " + folder.string());
    const std::string block(4096, 'x');
    Samples samples;
    for (int i = 0; i < count; ++i) {
        const auto began = SteadyClock::now();
        if (pwrite(fd, block.data(), block.size(), 4096L * i) < 0 || fdatasync(fd))
            throw std::runtime_error("the disk failed");
        samples.add(millisecondsSince(began));
    }
    close(fd);
    std::filesystem::remove(path);
    return samples;
}

std::vector<std::string> linesOf(const std::filesystem::path& file, int from, int to) {
    std::vector<std::string> lines;
    std::ifstream stream(file);
    std::string line;
    for (int n = 0; n < to && std::getline(stream, line); ++n)
        if (n >= from) lines.push_back(line);
    return lines;
}

double rounded(double value) {
    if (value == 0) return 0;
    const double scale = std::pow(10, 2 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

}  // namespace turnout::bench
