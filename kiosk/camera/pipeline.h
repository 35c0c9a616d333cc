// A running GStreamer pipeline and the frames that come out of it. Event-driven: frames, the end and errors are put
// into an inbox by GStreamer's threads; whoever takes them waits there.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/camera/frame.h"

typedef struct _GstElement GstElement;

namespace turnout::kiosk {

// What GStreamer complained of.
struct PipelineError {
    std::string domain;   // "gst-resource-error-quark"
    int code = 0;         // of that domain
    std::string words;    // GStreamer's own, English; for a person who knows it
    std::string missing;  // the codec no plug-in was found for; empty = another matter
};

enum class Pace {
    live,        // the newest frame only: one that nobody took is dropped. Films run at their own speed
    everyFrame,  // no frame is dropped: the film waits for whoever takes them
};

class Pipeline {
  public:
    // `description`: a pipeline in gst-launch's words, without a sink; what comes out of its last element is converted
    // to I420. `origin` (may be null, is taken over): an element that feeds the one named "entry".
    // A pipeline that cannot be built is an error of the domain "gst_parse_error".
    Pipeline(const std::string& description, GstElement* origin, Pace pace);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    // An element of the description by its name; null when there is none. The caller unrefs it.
    GstElement* element(const char* name);
    void start();

    // The next frame, waited for until `until`. Nothing: the time is over, stop() was called, or error() or ended()
    // say why. Frames that came before an error or the end are handed out first.
    std::optional<Frame> next(SteadyTime until);

    std::optional<PipelineError> error() const;
    bool ended() const;  // the last frame has been taken
    std::uint64_t dropped() const;

    void stop();  // from any thread: next() answers at once from now on

  private:
    struct Inbox;
    std::shared_ptr<Inbox> inbox_;
    GstElement* pipeline_ = nullptr;
};

}  // namespace turnout::kiosk
