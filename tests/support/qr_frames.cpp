#include "tests/support/qr_frames.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <stdexcept>

#include "common/paint/bitmap.h"
#include "common/tickets/qr.h"

namespace turnout::test {
namespace {

std::uint8_t grey(double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

}  // namespace

void show(GreyFrame& frame, const ShownCode& code) {
    constexpr int kSamples = 4;
    const auto symbol = qrSymbol(code.text);
    if (!symbol) throw std::runtime_error("no QR for " + code.text);
    const double half = symbol->size / 2.0, reach = (half + kQuietZone) * code.module * std::numbers::sqrt2;
    const double angle = code.degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const double ink = code.inverted ? code.light : code.dark, paper = code.inverted ? code.dark : code.light;
    for (int y = std::max(0, static_cast<int>(code.y - reach));
         y < std::min(frame.height, static_cast<int>(code.y + reach) + 1); ++y) {
        for (int x = std::max(0, static_cast<int>(code.x - reach));
             x < std::min(frame.width, static_cast<int>(code.x + reach) + 1); ++x) {
            double sum = 0;
            for (int i = 0; i < kSamples * kSamples; ++i) {
                const int column = i % kSamples, row = i / kSamples;
                const double dx = x + (column + 0.5) / kSamples - code.x, dy = y + (row + 0.5) / kSamples - code.y;
                const double mx = std::floor((dx * c + dy * s) / code.module + half),
                             my = std::floor((-dx * s + dy * c) / code.module + half);
                const bool card = mx >= -kQuietZone && my >= -kQuietZone && mx < symbol->size + kQuietZone &&
                                  my < symbol->size + kQuietZone;
                const bool inside = mx >= 0 && my >= 0 && mx < symbol->size && my < symbol->size;
                if (inside && symbol->dark(static_cast<int>(mx), static_cast<int>(my)))
                    sum += ink;
                else
                    sum += card ? paper : frame.at(x, y);
            }
            frame.at(x, y) = grey(sum / (kSamples * kSamples));
        }
    }
}

void blur(GreyFrame& frame, double sigma) {
    const int reach = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
    std::vector<double> kernel;
    double sum = 0;
    for (int i = -reach; i <= reach; ++i) sum += kernel.emplace_back(std::exp(-i * i / (2 * sigma * sigma)));
    for (const bool across : {true, false}) {
        const GreyFrame from = frame;
        for (int y = 0; y < frame.height; ++y)
            for (int x = 0; x < frame.width; ++x) {
                double value = 0;
                for (int i = -reach; i <= reach; ++i) {
                    const int sx = across ? std::clamp(x + i, 0, frame.width - 1) : x,
                              sy = across ? y : std::clamp(y + i, 0, frame.height - 1);
                    value += kernel[static_cast<std::size_t>(i + reach)] *
                             from.pixels[static_cast<std::size_t>(sy) * static_cast<std::size_t>(from.width) +
                                         static_cast<std::size_t>(sx)];
                }
                frame.at(x, y) = grey(value / sum);
            }
    }
}

void addGrain(GreyFrame& frame, double sigma, std::uint64_t seed) {
    std::mt19937_64 chance(seed);
    std::normal_distribution<double> grain(0, sigma);
    for (std::uint8_t& pixel : frame.pixels) pixel = grey(pixel + grain(chance));
}

void shade(GreyFrame& frame, double left, double right) {
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            frame.at(x, y) = grey(frame.at(x, y) * (left + (right - left) * x / frame.width));
}

void writePngFile(const GreyFrame& frame, const std::filesystem::path& file) {
    paint::Bitmap bitmap(frame.width, frame.height);
    for (std::size_t i = 0; i < frame.pixels.size(); ++i) {
        for (std::size_t channel = 0; channel < 3; ++channel) bitmap.pixels[i * 4 + channel] = frame.pixels[i];
        bitmap.pixels[i * 4 + 3] = 255;
    }
    if (!paint::writePng(bitmap, file)) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace turnout::test
