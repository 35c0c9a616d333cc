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
    const double half = symbol->size / 2.0,
                 reach = (half + kQuietZone) * code.module * std::numbers::sqrt2 * (code.tilt == 0 ? 1 : 1.4);
    const double angle = code.degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const double away = 4 * 2 * half * code.module, tc = std::cos(code.tilt * std::numbers::pi / 180),
                 ts = std::sin(code.tilt * std::numbers::pi / 180);
    const double ink = code.inverted ? code.light : code.dark, paper = code.inverted ? code.dark : code.light;
    for (int y = std::max(0, static_cast<int>(code.y - reach));
         y < std::min(frame.height, static_cast<int>(code.y + reach) + 1); ++y) {
        for (int x = std::max(0, static_cast<int>(code.x - reach));
             x < std::min(frame.width, static_cast<int>(code.x + reach) + 1); ++x) {
            double sum = 0;
            for (int i = 0; i < kSamples * kSamples; ++i) {
                const int column = i % kSamples, row = i / kSamples;
                double dx = x + (column + 0.5) / kSamples - code.x, dy = y + (row + 0.5) / kSamples - code.y;
                dx = away * dx / (away * tc - dx * ts);  // back onto the tilted plane
                dy = dy * (away + dx * ts) / away;
                const double mx = std::floor((dx * c + dy * s) / code.module + half),
                             my = std::floor((-dx * s + dy * c) / code.module + half);
                const bool card = mx >= -kQuietZone && my >= -kQuietZone && mx < symbol->size + kQuietZone &&
                                  my < symbol->size + kQuietZone;
                const bool inside = mx >= 0 && my >= 0 && mx < symbol->size && my < symbol->size;
                const auto darkAt = [&](double ox, double oy) {
                    const int px = static_cast<int>(std::floor((dx * c + dy * s) / code.module + half + ox)),
                              py = static_cast<int>(std::floor((-dx * s + dy * c) / code.module + half + oy));
                    return px >= 0 && py >= 0 && px < symbol->size && py < symbol->size && symbol->dark(px, py);
                };
                const double grown = code.spread;
                const bool spread =
                    grown > 0 && (darkAt(grown, 0) || darkAt(-grown, 0) || darkAt(0, grown) || darkAt(0, -grown));
                if (spread || (inside && symbol->dark(static_cast<int>(mx), static_cast<int>(my))))
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

void smear(GreyFrame& frame, int pixels) {
    const GreyFrame from = frame;
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            int sum = 0;
            for (int i = 0; i < pixels; ++i)
                sum += from.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(from.width) +
                                   static_cast<std::size_t>(std::clamp(x + i - pixels / 2, 0, from.width - 1))];
            frame.at(x, y) = grey(static_cast<double>(sum) / pixels);
        }
}

void glare(GreyFrame& frame, double x, double y, double radius) {
    for (int row = 0; row < frame.height; ++row)
        for (int column = 0; column < frame.width; ++column) {
            const double far = std::hypot(column - x, row - y) / radius;
            frame.at(column, row) = grey(frame.at(column, row) + 260 * std::exp(-far * far * far));
        }
}

void crack(GreyFrame& frame, double x, double y, double reach, std::uint64_t seed) {
    std::mt19937_64 chance(seed);
    std::uniform_real_distribution<double> bend(-0.25, 0.25), turn(0, 2 * std::numbers::pi);
    for (int line = 0; line < 7; ++line) {
        double angle = turn(chance), px = x, py = y;
        for (double at = 0; at < reach; at += 0.5) {
            if (std::fmod(at, 12) < 0.5) angle += bend(chance);
            px += 0.5 * std::cos(angle);
            py += 0.5 * std::sin(angle);
            const int cx = static_cast<int>(px), cy = static_cast<int>(py);
            if (cx < 1 || cy < 0 || cx >= frame.width || cy >= frame.height) break;
            frame.at(cx, cy) = frame.at(cx - 1, cy) = 235;
        }
    }
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
