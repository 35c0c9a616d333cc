// Frames of whatever --camera names, through one piece of code: a camera, a video, a picture, a pipeline given as
// text. A camera that is not there, is taken or goes away is trouble with a sentence, and is tried again by itself; no
// other takes its place (camera_wish.h says when one does). A file that cannot be played is an error at once.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "common/base/result.h"
#include "kiosk/camera/camera_choice.h"
#include "kiosk/camera/camera_wish.h"
#include "kiosk/camera/light_control.h"
#include "kiosk/camera/pipeline.h"

namespace turnout::kiosk {

class DeviceList;

inline constexpr Millis kCameraRetry{1000};
inline constexpr Millis kSilentCamera{5000};  // a camera without a frame for so long has stopped working

enum class SourceState {
    starting,  // no frame yet
    live,
    trouble,  // `error` says what and what to do. A camera is tried again; a film taken frame by frame is not
    ended,    // the film's last frame has been taken
};

struct SourceStatus {
    SourceState state = SourceState::starting;
    std::string name;         // for people: the camera's own name, the file's name; may be empty
    std::string standsInFor;  // the remembered camera, which is not there: `name` is used meanwhile; mostly empty
    bool film = false;
    std::optional<Error> error;
    std::vector<std::string> cameras;  // names of those that are there; of an automatic choice or a device
    LightOffer light;                  // of the camera that is open
    bool operator==(const SourceStatus& other) const {
        return state == other.state && name == other.name && standsInFor == other.standsInFor && film == other.film &&
               cameras == other.cameras && light == other.light && error.has_value() == other.error.has_value() &&
               (!error || error->text == other.error->text);
    }
};

class FrameSource {
  public:
    // Not for CameraKind::none. A file that is missing, unreadable or neither video nor picture: Fault::notFound or
    // badInput. A camera is opened by next().
    static Result<std::unique_ptr<FrameSource>> open(const CameraChoice& choice, Pace pace);
    ~FrameSource();

    // --- one thread ---

    // The next frame, waited for at most `patience`. Nothing: none came; the status may have changed.
    std::optional<Frame> next(Millis patience);
    const SourceStatus& status() const { return status_; }
    bool finished() const;  // there will be no more frames: the end, or trouble that is not tried again

    // --- any thread ---

    std::uint64_t dropped() const { return dropped_; }
    void stop();  // next() answers at once from now on
    // A person's choice: the camera of that name from now on, and no other; not for films and pipelines.
    void prefer(std::string camera);
    // For the camera that is open and for those opened later, as far as they offer it.
    void setLight(CameraLight light);

  private:
    FrameSource(CameraChoice choice, Pace pace, bool still);
    void begin();
    void fail(Error error);
    void pause(Millis patience);
    void changeOver();
    void letGo();
    GstElement* openByName();
    void onFirstFrame();
    void lookAround(SteadyTime now);
    void light(bool opened);

    CameraChoice choice_;
    CameraWish wish_;
    const Pace pace_;
    const bool still_;  // a picture, shown again and again
    SourceStatus status_;
    std::unique_ptr<DeviceList> devices_;
    std::unique_ptr<Pipeline> pipeline_;
    std::unique_ptr<LightControl> light_;
    std::string device_;    // path of the camera that is open; empty for others
    std::string lastLive_;  // of the cameras taken by name
    bool plain_ = false;    // the camera does not know the sizes we like: take what it gives
    std::uint64_t droppedBefore_ = 0;
    Millis offset_{0}, lastAt_{0};  // stream time goes on when a camera is opened again
    SteadyTime opened_{}, lastFrame_{}, tryAgain_{};

    std::atomic<std::uint64_t> dropped_{0};
    std::mutex mutex_;  // pipeline_ as seen by stop(), and stopped_
    std::condition_variable wake_;
    bool stopped_ = false;
    std::optional<std::string> preferred_;  // asked for and not yet done
    std::string open_;                      // name of the camera of pipeline_
    bool released_ = false;                 // pipeline_ was stopped for another camera
    CameraLight wantedLight_;
    bool newLight_ = false;  // not yet done
    SteadyTime nextLook_{};
};

}  // namespace turnout::kiosk
