#include "kiosk/camera/pipeline.h"

#include <gst/app/gstappsink.h>
#include <gst/gst.h>

#include <condition_variable>
#include <deque>
#include <mutex>

#include "kiosk/camera/mapped_sample.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kWaitingFrames = 4;  // of a film, decoded ahead

// GStreamer's message of a codec without a plug-in: "missing-plugin", with a "name" made for people.
std::string missingCodec(const GstStructure* structure) {
    if (structure == nullptr || gst_structure_has_name(structure, "missing-plugin") == FALSE) return {};
    const gchar* name = gst_structure_get_string(structure, "name");
    return name != nullptr ? name : "?";
}

}  // namespace

struct Pipeline::Inbox {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Frame> frames;
    std::optional<PipelineError> error;
    std::string missing;
    bool eos = false, stopped = false;
    std::uint64_t dropped = 0;
    Pace pace = Pace::live;
    SteadyTime started{};
    Millis lastAt{0};

    void put(GstSample* sample) {
        const auto arrived = std::chrono::steady_clock::now();
        Frame frame;
        auto mapped = std::make_shared<MappedSample>(sample);
        if (!mapped->valid) return;
        frame.width = GST_VIDEO_FRAME_WIDTH(&mapped->video);
        frame.height = GST_VIDEO_FRAME_HEIGHT(&mapped->video);
        frame.grey = static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&mapped->video, 0));
        frame.stride = static_cast<std::size_t>(GST_VIDEO_FRAME_PLANE_STRIDE(&mapped->video, 0));
        frame.arrived = arrived;
        const GstClockTime pts = GST_BUFFER_PTS(gst_sample_get_buffer(sample));
        const guint64 stream = gst_segment_to_stream_time(gst_sample_get_segment(sample), GST_FORMAT_TIME, pts);
        std::unique_lock lock(mutex);
        if (pace == Pace::live)
            frame.at = std::chrono::duration_cast<Millis>(arrived - started);
        else if (stream != GST_CLOCK_TIME_NONE)
            frame.at = Millis(GST_TIME_AS_MSECONDS(stream));
        else
            frame.at = lastAt + Millis(33);  // a film whose frames do not say their time: about 30 a second
        lastAt = frame.at;
        frame.sample = std::move(mapped);
        if (pace == Pace::everyFrame) changed.wait(lock, [&] { return frames.size() < kWaitingFrames || stopped; });
        if (stopped) return;
        if (pace == Pace::live && !frames.empty()) {
            frames.clear();
            ++dropped;
        }
        frames.push_back(std::move(frame));
        changed.notify_all();
    }

    void fail(PipelineError problem) {
        const std::lock_guard lock(mutex);
        if (!error) {
            problem.missing = missing;
            error = std::move(problem);
        }
        changed.notify_all();
    }

    // --- called by GStreamer, on its threads ---

    static GstFlowReturn onSample(GstAppSink* sink, gpointer self) {
        auto* inbox = static_cast<Inbox*>(self);
        GstSample* sample = gst_app_sink_pull_sample(sink);
        if (sample == nullptr) return GST_FLOW_EOS;
        inbox->put(sample);
        const std::lock_guard lock(inbox->mutex);
        return inbox->stopped ? GST_FLOW_FLUSHING : GST_FLOW_OK;
    }

    static void onEos(GstAppSink*, gpointer self) {
        auto* inbox = static_cast<Inbox*>(self);
        const std::lock_guard lock(inbox->mutex);
        inbox->eos = true;
        inbox->changed.notify_all();
    }

    static GstBusSyncReply onMessage(GstBus*, GstMessage* message, gpointer self) {
        auto* inbox = static_cast<Inbox*>(self);
        if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
            GError* problem = nullptr;
            gst_message_parse_error(message, &problem, nullptr);
            inbox->fail({g_quark_to_string(problem->domain), problem->code, problem->message, {}});
            g_error_free(problem);
        } else if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ELEMENT) {
            if (std::string codec = missingCodec(gst_message_get_structure(message)); !codec.empty()) {
                const std::lock_guard lock(inbox->mutex);
                inbox->missing = std::move(codec);
            }
        }
        gst_message_unref(message);
        return GST_BUS_DROP;  // nobody reads the bus later
    }
};

Pipeline::Pipeline(const std::string& description, GstElement* origin, Pace pace) : inbox_(std::make_shared<Inbox>()) {
    inbox_->pace = pace;
    inbox_->started = std::chrono::steady_clock::now();
    const std::string whole = description +
                              " ! videoconvert ! video/x-raw,format=I420 ! appsink name=turnout_frames max-buffers=1 " +
                              (pace == Pace::live ? "sync=true" : "sync=false");
    GError* problem = nullptr;
    pipeline_ = gst_parse_launch(whole.c_str(), &problem);
    if (origin != nullptr) gst_object_ref_sink(origin);
    // With an unknown element GStreamer answers half a pipeline and an error; it would wait for ever.
    if (problem != nullptr || pipeline_ == nullptr || !GST_IS_BIN(pipeline_)) {
        inbox_->fail({"gst_parse_error",
                      problem != nullptr ? problem->code : 0,
                      problem != nullptr ? problem->message : "not a pipeline",
                      {}});
        g_clear_error(&problem);
    } else if (origin != nullptr) {
        gst_bin_add(GST_BIN(pipeline_), origin);
        GstElement* entry = element("entry");
        if (entry == nullptr || gst_element_link(origin, entry) == FALSE)
            inbox_->fail({"gst_parse_error", 0, "the source gives no video", {}});
        if (entry != nullptr) gst_object_unref(entry);
    }
    if (origin != nullptr) gst_object_unref(origin);
    if (inbox_->error) return;

    GstElement* sink = element("turnout_frames");
    GstAppSinkCallbacks callbacks = {};
    callbacks.new_sample = Inbox::onSample;
    callbacks.eos = Inbox::onEos;
    // The inbox outlives GStreamer's threads: they end when the pipeline stops, in the destructor.
    gst_app_sink_set_callbacks(GST_APP_SINK(sink), &callbacks, inbox_.get(), nullptr);
    gst_object_unref(sink);
    GstBus* bus = gst_element_get_bus(pipeline_);
    gst_bus_set_sync_handler(bus, Inbox::onMessage, inbox_.get(), nullptr);
    gst_object_unref(bus);
}

Pipeline::~Pipeline() {
    stop();
    if (pipeline_ == nullptr) return;
    gst_element_set_state(pipeline_, GST_STATE_NULL);
    gst_object_unref(pipeline_);
}

GstElement* Pipeline::element(const char* name) {
    return pipeline_ != nullptr && GST_IS_BIN(pipeline_) ? gst_bin_get_by_name(GST_BIN(pipeline_), name) : nullptr;
}

void Pipeline::start() {
    if (error()) return;
    if (gst_element_set_state(pipeline_, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
        inbox_->fail({"gst-core-error-quark", GST_CORE_ERROR_STATE_CHANGE, "it could not be started", {}});
}

std::optional<Frame> Pipeline::next(SteadyTime until) {
    std::unique_lock lock(inbox_->mutex);
    inbox_->changed.wait_until(
        lock, until, [&] { return !inbox_->frames.empty() || inbox_->error || inbox_->eos || inbox_->stopped; });
    if (inbox_->frames.empty() || inbox_->stopped) return std::nullopt;
    Frame frame = std::move(inbox_->frames.front());
    inbox_->frames.pop_front();
    inbox_->changed.notify_all();
    // A film waits for us, so the time its frames waited is nobody's.
    if (inbox_->pace == Pace::everyFrame) frame.arrived = std::chrono::steady_clock::now();
    return frame;
}

std::optional<PipelineError> Pipeline::error() const {
    const std::lock_guard lock(inbox_->mutex);
    return inbox_->frames.empty() ? inbox_->error : std::nullopt;
}

bool Pipeline::ended() const {
    const std::lock_guard lock(inbox_->mutex);
    return inbox_->eos && inbox_->frames.empty();
}

std::uint64_t Pipeline::dropped() const {
    const std::lock_guard lock(inbox_->mutex);
    return inbox_->dropped;
}

void Pipeline::stop() {
    const std::lock_guard lock(inbox_->mutex);
    inbox_->stopped = true;
    inbox_->changed.notify_all();
}

}  // namespace turnout::kiosk
