#include "common/ui/sound.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>
#include <functional>
#include <numbers>
#include <thread>

#include "tests/support/temp_dir.h"

namespace turnout::ui {
namespace {

constexpr double kE4 = 329.63, kA3 = 220, kA4 = 440, kC5 = 523.25, kG5 = 783.99, kE6 = 1318.51;
using Samples = std::vector<std::int16_t>;

// How strong one frequency is between two moments: the amplitude of its sine (Goertzel).
double strength(const Samples& pcm, int fromMs, int toMs, double hertz) {
    const std::size_t from = static_cast<std::size_t>(fromMs) * 48,
                      to = std::min(pcm.size(), static_cast<std::size_t>(toMs) * 48);
    double real = 0, imaginary = 0;
    for (std::size_t i = from; i < to; ++i) {
        const double angle = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kSampleRate;
        real += pcm[i] * std::cos(angle);
        imaginary += pcm[i] * std::sin(angle);
    }
    return 2 * std::hypot(real, imaginary) / static_cast<double>(to - from);
}

void expectTone(const Samples& pcm, int fromMs, int toMs, double hertz) {
    const double here = strength(pcm, fromMs, toMs, hertz);
    for (double other : {kA3, kE4, kA4, kC5, kG5, kE6}) {
        if (other != hertz) {
            EXPECT_GT(here, 3 * strength(pcm, fromMs, toMs, other)) << hertz << " over " << other;
        }
    }
    EXPECT_GT(here, 1000);
}

int peak(const Samples& pcm, int fromMs, int toMs) {
    int most = 0;
    for (std::size_t i = static_cast<std::size_t>(fromMs) * 48;
         i < std::min(pcm.size(), static_cast<std::size_t>(toMs) * 48); ++i)
        most = std::max(most, std::abs(static_cast<int>(pcm[i])));
    return most;
}

bool becomesTrue(const std::function<bool()>& condition) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::yield();
    }
    return true;
}

TEST(Cues, SoundAsTheDesignWritesThem) {
    const Samples admitted = renderCue(Cue::admitted, 1);
    expectTone(admitted, 10, 80, kC5);
    expectTone(admitted, 100, 220, kG5);
    const Samples exited = renderCue(Cue::exited, 1);
    expectTone(exited, 10, 80, kG5);
    expectTone(exited, 100, 220, kC5);
    expectTone(renderCue(Cue::attention, 1), 290, 340, kE6);
    expectTone(renderCue(Cue::already, 1), 10, 110, kA4);
    expectTone(renderCue(Cue::look, 1), 10, 110, kA4);
    expectTone(renderCue(Cue::look, 1), 130, 270, kC5);
    expectTone(renderCue(Cue::fault, 1), 20, 150, kA3);
}

TEST(Cues, LetARefusalFall) {
    const Samples refused = renderCue(Cue::refused, 1);
    EXPECT_GT(strength(refused, 5, 40, kE4), 2 * strength(refused, 5, 40, kA3));
    EXPECT_GT(strength(refused, 310, 345, kA3), 2 * strength(refused, 310, 345, kE4));
}

TEST(Cues, BeginAndEndSoftly) {
    for (Cue cue : {Cue::admitted, Cue::attention, Cue::exited, Cue::already, Cue::look, Cue::refused, Cue::fault,
                    Cue::attendant}) {
        const Samples pcm = renderCue(cue, 1);
        EXPECT_EQ(pcm.front(), 0);
        EXPECT_LT(peak(pcm, 0, 1), peak(pcm, 5, 30) / 3) << "the attack lasts 5 ms";
        EXPECT_EQ(pcm.back(), 0);
        int jump = 0;
        for (std::size_t i = 1; i < pcm.size(); ++i) jump = std::max(jump, std::abs(pcm[i] - pcm[i - 1]));
        EXPECT_LT(jump, 6000) << "a jump would be heard as a click";
    }
}

TEST(Cues, FollowTheVolumeAndNeverClip) {
    EXPECT_EQ(peak(renderCue(Cue::admitted, 0), 0, 1000), 0);
    const int loud = peak(renderCue(Cue::admitted, 1), 0, 1000), half = peak(renderCue(Cue::admitted, 0.5), 0, 1000);
    EXPECT_NEAR(2 * half, loud, 6);
    EXPECT_EQ(renderCue(Cue::fault, 7), renderCue(Cue::fault, 1)) << "more than all is all";
    EXPECT_LE(peak(renderCue(Cue::fault, 1), 0, 1000), 32767);
    EXPECT_LT(peak(renderCue(Cue::calm, 1), 0, 100), loud * 0.7) << "the calm tick is soft";
}

TEST(Sound, SaysThatThereIsNoDeviceAndGoesOn) {
    Sound sound("no such device");
    EXPECT_TRUE(becomesTrue([&] { return sound.state() == SoundState::noDevice; }));
    sound.play(Cue::refused);
    EXPECT_EQ(sound.state(), SoundState::noDevice);
}

TEST(Sound, StaysOffWhenNotWanted) {
    Sound sound("");
    sound.play(Cue::admitted);
    EXPECT_EQ(sound.state(), SoundState::off);
}

TEST(Sound, PlaysTheWholeCueIntoTheDeviceWithoutHoldingUpTheCaller) {
    const test::TempDir dir;
    const std::string file = (dir / "heard.raw").string();
    Sound sound("file:'" + file + "',raw", 0.5);
    ASSERT_TRUE(becomesTrue([&] { return sound.state() == SoundState::playing; }));
    const auto started = std::chrono::steady_clock::now();
    sound.play(Cue::admitted);
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::milliseconds(50));
    const Samples expected = renderCue(Cue::admitted, 0.5);
    const std::size_t bytes = expected.size() * 2;
    ASSERT_TRUE(
        becomesTrue([&] { return std::filesystem::exists(file) && std::filesystem::file_size(file) >= bytes; }));
    const std::string heard = test::readFile(file);
    EXPECT_EQ(std::memcmp(heard.data(), expected.data(), bytes), 0);
}

}  // namespace
}  // namespace turnout::ui
