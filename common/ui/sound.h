// What is heard at the door: short sequences of sine tones, played by ALSA on a thread of its own. Never blocks;
// without a sound device everything is silent and state() says so.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace turnout::ui {

enum class Cue {
    admitted,   // C5 G5, rising
    attention,  // the same, then E6 three times
    exited,     // G5 C5
    calm,       // one soft tick
    already,    // A4 A4
    look,       // A4 C5: wrong door, not open, you decide
    refused,    // E4 falling to A3
    fault,      // A3 three times
    attendant,  // one short neutral tone: undone, a test of the loudspeaker
};

inline constexpr int kSampleRate = 48000;

// One channel of signed 16-bit samples at kSampleRate; volume 0 to 1. Pure.
std::vector<std::int16_t> renderCue(Cue cue, double volume);

enum class SoundState { starting, playing, noDevice, off };

class Sound {
  public:
    // `device`: ALSA's name; "" = no sound wanted (off). Opens the device on its own thread, and again every few
    // seconds while there is none.
    explicit Sound(std::string device = "default", double volume = 0.8);
    ~Sound();
    Sound(const Sound&) = delete;

    // Starts the cue; one that is still sounding is cut short. From any thread.
    void play(Cue cue);
    void setVolume(double volume);  // 0 to 1
    SoundState state() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace turnout::ui
