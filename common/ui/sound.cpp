#include "common/ui/sound.h"

#include <alsa/asoundlib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "common/base/log.h"

namespace turnout::ui {
namespace {

constexpr auto kRetry = std::chrono::seconds(5);
constexpr snd_pcm_uframes_t kChunk = kSampleRate / 100;  // a new cue waits at most for this
constexpr unsigned kLatencyUs = 60'000;

struct PcmEnd {
    void operator()(snd_pcm_t* pcm) const { snd_pcm_close(pcm); }
};
using Pcm = std::unique_ptr<snd_pcm_t, PcmEnd>;

// ALSA writes to stderr on its own; a machine without a sound card is nothing to report there.
void silent(const char*, int, const char*, int, const char*, ...) {}

Pcm openPcm(const std::string& device) {
    snd_pcm_t* raw = nullptr;
    if (snd_pcm_open(&raw, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0) < 0) return nullptr;
    Pcm pcm(raw);
    if (snd_pcm_set_params(raw, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, kSampleRate, 1, kLatencyUs) < 0)
        return nullptr;
    return pcm;
}

}  // namespace

struct Sound::Parts {
    std::string device;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Cue> next;
    std::atomic<double> volume{0.8};
    std::atomic<SoundState> state{SoundState::starting};
    std::jthread worker;

    void run(const std::stop_token& stop);
    bool playOne(snd_pcm_t* pcm, Cue cue, const std::stop_token& stop);
    std::optional<Cue> takeNext(const std::stop_token& stop, std::optional<std::chrono::seconds> atMost);
    bool wanted();
};

std::optional<Cue> Sound::Parts::takeNext(const std::stop_token& stop, std::optional<std::chrono::seconds> atMost) {
    std::unique_lock lock(mutex);
    if (atMost)
        changed.wait_for(lock, stop, *atMost, [&] { return false; });
    else
        changed.wait(lock, stop, [&] { return next.has_value(); });
    return std::exchange(next, std::nullopt);
}

bool Sound::Parts::wanted() {
    const std::lock_guard lock(mutex);
    return next.has_value();
}

// False when the device failed. Cut short when another cue is asked for.
bool Sound::Parts::playOne(snd_pcm_t* pcm, Cue cue, const std::stop_token& stop) {
    const std::vector<std::int16_t> pcmData = renderCue(cue, volume.load());
    if (snd_pcm_prepare(pcm) < 0) return false;
    std::size_t at = 0;
    while (at < pcmData.size() && !stop.stop_requested()) {
        if (wanted()) {
            snd_pcm_drop(pcm);
            return true;
        }
        const auto frames = static_cast<snd_pcm_uframes_t>(std::min<std::size_t>(kChunk, pcmData.size() - at));
        snd_pcm_sframes_t written = snd_pcm_writei(pcm, &pcmData[at], frames);
        if (written < 0) written = snd_pcm_recover(pcm, static_cast<int>(written), 1);
        if (written < 0) return false;
        at += static_cast<std::size_t>(written);
    }
    snd_pcm_drain(pcm);
    return true;
}

void Sound::Parts::run(const std::stop_token& stop) {
    snd_lib_error_set_handler(silent);
    Pcm pcm;
    while (!stop.stop_requested()) {
        if (!pcm) {
            pcm = openPcm(device);
            const SoundState now = pcm ? SoundState::playing : SoundState::noDevice;
            if (state.exchange(now) != now) log::info(pcm ? "sound: device is open" : "sound: no device");
        }
        if (!pcm) {
            takeNext(stop, kRetry);  // what was to be heard meanwhile is no longer true
            continue;
        }
        const std::optional<Cue> cue = takeNext(stop, std::nullopt);
        if (cue && !playOne(pcm.get(), *cue, stop)) pcm.reset();
    }
}

Sound::Sound(std::string device, double volume) : parts_(std::make_unique<Parts>()) {
    parts_->device = std::move(device);
    parts_->volume = volume;
    if (parts_->device.empty()) {
        parts_->state = SoundState::off;
        return;
    }
    parts_->worker = std::jthread([parts = parts_.get()](const std::stop_token& stop) { parts->run(stop); });
}

Sound::~Sound() = default;

void Sound::play(Cue cue) {
    if (parts_->state == SoundState::off) return;
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->next = cue;
    }
    parts_->changed.notify_one();
}

void Sound::setVolume(double volume) {
    parts_->volume = std::clamp(volume, 0.0, 1.0);
}
SoundState Sound::state() const {
    return parts_->state;
}

}  // namespace turnout::ui
