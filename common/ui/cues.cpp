// The sounds of the door as samples: sines with a soft attack and release, all of the same loudness.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "common/ui/sound.h"

namespace turnout::ui {
namespace {

constexpr double kA3 = 220.00, kE4 = 329.63, kA4 = 440.00, kC5 = 523.25, kG5 = 783.99, kE6 = 1318.51;
constexpr int kAttackMs = 5, kReleaseMs = 12, kTailMs = 30;

struct Tone {
    double from, to;  // Hz; a glide when they differ; 0 = silence
    int ms;
    double level = 1;
};

std::vector<Tone> tonesOf(Cue cue) {
    const Tone pause{0, 0, 50};
    switch (cue) {
        case Cue::admitted: return {{kC5, kC5, 90}, {kG5, kG5, 140}};
        case Cue::attention:
            return {{kC5, kC5, 90}, {kG5, kG5, 140}, pause, {kE6, kE6, 70},
                    pause,          {kE6, kE6, 70},  pause, {kE6, kE6, 70}};
        case Cue::exited: return {{kG5, kG5, 90}, {kC5, kC5, 140}};
        case Cue::calm: return {{kA4 * 2, kA4 * 2, 30, 0.35}};
        case Cue::already: return {{kA4, kA4, 120}, pause, {kA4, kA4, 120}};
        case Cue::look: return {{kA4, kA4, 120}, {kC5, kC5, 160}};
        case Cue::refused: return {{kE4, kA3, 350}};
        case Cue::fault: return {{kA3, kA3, 160}, {0, 0, 70}, {kA3, kA3, 160}, {0, 0, 70}, {kA3, kA3, 160}};
        case Cue::attendant: return {{kA4, kA4, 100, 0.6}};
    }
    return {};
}

// Ears and small loudspeakers take low tones for softer ones: about 3 dB an octave more
// below A5, the most at A3.
double evenLoudness(double hertz) {
    return std::clamp(std::sqrt(880.0 / std::max(hertz, 1.0)), 0.7, 2.0) / 2.0;
}

std::size_t samples(int ms) {
    return static_cast<std::size_t>(kSampleRate) * static_cast<std::size_t>(ms) / 1000;
}

}  // namespace

std::vector<std::int16_t> renderCue(Cue cue, double volume) {
    std::vector<std::int16_t> out;
    const double loudest = 32767 * 0.9 * std::clamp(volume, 0.0, 1.0);
    for (const Tone& tone : tonesOf(cue)) {
        const std::size_t length = samples(tone.ms), attack = samples(kAttackMs), release = samples(kReleaseMs);
        double phase = 0;
        for (std::size_t i = 0; i < length; ++i) {
            if (tone.from <= 0) {
                out.push_back(0);
                continue;
            }
            const double share = static_cast<double>(i) / static_cast<double>(length);
            const double hertz = tone.from * std::pow(tone.to / tone.from, share);
            const double rise = std::min(1.0, static_cast<double>(i) / static_cast<double>(attack));
            const double fall = std::min(1.0, static_cast<double>(length - i) / static_cast<double>(release));
            const double value = std::sin(phase) * rise * fall * tone.level * evenLoudness(hertz) * loudest;
            out.push_back(static_cast<std::int16_t>(std::lround(value)));
            phase += 2 * std::numbers::pi * hertz / kSampleRate;
        }
    }
    out.resize(out.size() + samples(kTailMs));
    return out;
}

}  // namespace turnout::ui
