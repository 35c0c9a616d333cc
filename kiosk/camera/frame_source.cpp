#include "kiosk/camera/frame_source.h"

#include <gst/base/gsttypefindhelper.h>
#include <gst/gst.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "kiosk/camera/camera_trouble.h"
#include "kiosk/camera/device_list.h"

namespace turnout::kiosk {
namespace {

using std::chrono::steady_clock;

// A picture is shown so often when it is taken frame by frame: more than a decoder's schedule is long.
constexpr int kStillFrames = 12;
constexpr Millis kLookAroundEvery{2000};    // for cameras that came or went
constexpr Millis kFirstFrameLimit{10'000};  // opening a camera may take this long

// 1280 x 720 is enough for a ticket at arm's length and cheap to search; many cameras give it at full speed as JPEG.
constexpr const char* kLiked =
    "image/jpeg,width=[640,1280],height=[480,720],framerate=[15/1,60/1];"
    "video/x-raw,width=[640,1280],height=[480,720],framerate=[15/1,60/1]";

enum class Content { video, still, other };

// What the file's first bytes say it is.
Content contentOf(const std::string& path) {
    std::array<char, 64 * 1024> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    const auto size = static_cast<gsize>(file.gcount());
    if (size == 0) return Content::other;
    GstTypeFindProbability sure = GST_TYPE_FIND_NONE;
    // GStreamer wants bytes it may write; it does not.
    GstCaps* caps = gst_type_find_helper_for_data(nullptr, reinterpret_cast<const guint8*>(head.data()), size, &sure);
    if (caps == nullptr) return Content::other;
    const std::string type = gst_structure_get_name(gst_caps_get_structure(caps, 0));
    gst_caps_unref(caps);
    if (type.starts_with("image/")) return Content::still;
    if (type.starts_with("text/") || type.starts_with("audio/") || type == "application/x-sqlite3")
        return Content::other;
    return Content::video;
}

Error fileError(Fault fault, const char* key, const CameraChoice& choice) {
    return makeError(fault, key, {{"file", choice.name()}});
}

}  // namespace

Result<std::unique_ptr<FrameSource>> FrameSource::open(const CameraChoice& choice, Pace pace) {
    assert(choice.kind != CameraKind::none);
    GError* problem = nullptr;
    if (gst_init_check(nullptr, nullptr, &problem) == FALSE) {
        g_clear_error(&problem);
        return makeError(Fault::device, "camera.no_gstreamer");
    }
    bool still = false;
    if (choice.kind == CameraKind::file) {
        std::error_code error;
        const auto status = std::filesystem::status(choice.what, error);
        if (!std::filesystem::exists(status)) return fileError(Fault::notFound, "camera.file_missing", choice);
        if (!std::filesystem::is_regular_file(status))
            return fileError(Fault::badInput, "camera.file_not_video", choice);
        if (!std::ifstream(choice.what)) return fileError(Fault::badInput, "camera.file_unreadable", choice);
        const Content content = contentOf(choice.what);
        if (content == Content::other) return fileError(Fault::badInput, "camera.file_not_video", choice);
        still = content == Content::still;
    }
    if (choice.kind == CameraKind::pipeline) {  // waiting does not mend a wrong word
        if (const auto wrong = Pipeline(choice.what, nullptr, pace).error())
            return cameraTrouble(*wrong, choice.kind, choice.name(), {}, false);
    }
    return std::unique_ptr<FrameSource>(new FrameSource(choice, pace, still));
}

FrameSource::FrameSource(CameraChoice choice, Pace pace, bool still)
    : choice_(std::move(choice)),
      wish_(choice_.kind == CameraKind::automatic ? choice_.what : std::string()),
      pace_(pace),
      still_(still),
      opened_(steady_clock::now()) {
    status_.film = choice_.kind == CameraKind::file;
    status_.name = choice_.name();
    if (choice_.kind == CameraKind::automatic || choice_.kind == CameraKind::device)
        devices_ = std::make_unique<DeviceList>();
}

FrameSource::~FrameSource() = default;

bool FrameSource::finished() const {
    return status_.state == SourceState::ended ||
           (status_.state == SourceState::trouble && (choice_.kind == CameraKind::file || pace_ == Pace::everyFrame));
}

void FrameSource::stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (pipeline_) pipeline_->stop();
    wake_.notify_all();
}

void FrameSource::prefer(std::string camera) {
    if (!devices_) return;
    const std::lock_guard lock(mutex_);
    preferred_ = std::move(camera);
    if (pipeline_ && *preferred_ != open_) {
        pipeline_->stop();
        released_ = true;
    }
    wake_.notify_all();
}

void FrameSource::setLight(CameraLight light) {
    const std::lock_guard lock(mutex_);
    newLight_ = newLight_ || light != wantedLight_;
    wantedLight_ = light;
}

// The camera's own settings, once it gives pictures (`opened`: the first one), and when others are asked for.
void FrameSource::light(bool opened) {
    CameraLight wanted;
    {
        const std::lock_guard lock(mutex_);
        if (!opened && !newLight_) return;
        newLight_ = false;
        wanted = wantedLight_;
    }
    if (opened) {
        light_ = LightControl::open(device_);
        status_.light = light_ ? light_->offer() : LightOffer{};
    }
    if (light_) light_->set(wanted);
}

// Another camera was asked for: the one that is open is let go, unless it is that one.
void FrameSource::changeOver() {
    {
        const std::lock_guard lock(mutex_);
        if (!preferred_) return;
        choice_ = {CameraKind::automatic, *std::exchange(preferred_, std::nullopt)};
        wish_.choose(choice_.what);
        status_.standsInFor.clear();
        if (pipeline_ && !released_ && open_ == choice_.what) return;
    }
    letGo();
}

void FrameSource::letGo() {
    std::unique_ptr<Pipeline> gone;
    {
        const std::lock_guard lock(mutex_);
        gone = std::move(pipeline_);
        released_ = false;
    }
    if (gone) droppedBefore_ += gone->dropped();
    gone.reset();
    light_.reset();
    status_.light = {};
    status_.standsInFor.clear();
    status_.state = SourceState::starting;
    status_.error.reset();
    tryAgain_ = {};
    plain_ = false;
}

void FrameSource::lookAround(SteadyTime now) {
    if (!devices_ || now < nextLook_) return;
    nextLook_ = now + kLookAroundEvery;
    status_.cameras = devices_->names();
    if (pipeline_ && choice_.kind == CameraKind::automatic && wish_.isBack(status_.cameras)) letGo();
}

void FrameSource::pause(Millis patience) {
    std::unique_lock lock(mutex_);
    wake_.wait_until(lock, std::min(tryAgain_, steady_clock::now() + patience), [&] { return stopped_ || preferred_; });
}

// The camera that is to be taken now; null when it is not there, which is then the trouble.
GstElement* FrameSource::openByName() {
    status_.cameras = devices_->names();
    const auto name = wish_.pick(status_.cameras);
    auto camera = name ? devices_->take(*name) : std::nullopt;
    if (camera) {
        device_ = camera->path;
        status_.name = camera->name;
        return camera->element;
    }
    const std::string missed = wish_.waitedFor();
    const bool was = !missed.empty() && missed == lastLive_;
    if (!missed.empty()) status_.name = missed;
    fail(missed.empty() ? makeError(Fault::device, "camera.none_found")
         : was          ? makeError(Fault::device, "camera.unplugged", {{"name", missed}})
                        : makeError(Fault::device, "camera.not_there", {{"name", missed}}));
    return nullptr;
}

void FrameSource::begin() {
    std::string description;
    GstElement* origin = nullptr;
    device_.clear();
    switch (choice_.kind) {
        case CameraKind::none: return;
        case CameraKind::file:
            description = "uridecodebin name=turnout_file";
            if (still_)
                description += " ! videoconvert ! imagefreeze num-buffers=" +
                               std::to_string(pace_ == Pace::everyFrame ? kStillFrames : -1) +
                               " ! video/x-raw,framerate=10/1";
            break;
        case CameraKind::pipeline: description = choice_.what; break;
        case CameraKind::automatic:
            origin = openByName();
            if (origin == nullptr) return;
            break;
        case CameraKind::device:
            origin = gst_element_factory_make("v4l2src", nullptr);
            if (origin == nullptr) return fail(makeError(Fault::device, "camera.no_gstreamer"));
            g_object_set(origin, "device", choice_.what.c_str(), nullptr);
            device_ = choice_.what;
            status_.name = devices_->nameOf(device_);
            break;
    }
    if (origin != nullptr)
        description = std::string("capsfilter name=entry caps=\"") + (plain_ ? "ANY" : kLiked) + "\" ! decodebin";
    auto made = std::make_unique<Pipeline>(description, origin, pace_);
    if (choice_.kind == CameraKind::file) {
        if (GstElement* file = made->element("turnout_file")) {
            gchar* uri = gst_filename_to_uri(choice_.what.c_str(), nullptr);
            g_object_set(file, "uri", uri, nullptr);
            g_free(uri);
            gst_object_unref(file);
        }
    }
    {
        const std::lock_guard lock(mutex_);
        if (stopped_) made->stop();
        pipeline_ = std::move(made);
        open_ = status_.name;
        released_ = false;
    }
    lastFrame_ = {};
    tryAgain_ = steady_clock::now();
    offset_ = pace_ == Pace::live ? std::chrono::duration_cast<Millis>(tryAgain_ - opened_) : Millis{0};
    pipeline_->start();
}

void FrameSource::onFirstFrame() {
    lastLive_ = status_.name;
    if (choice_.kind != CameraKind::automatic) return;
    wish_.onLive(status_.name);
    status_.standsInFor = wish_.standsInFor();
}

void FrameSource::fail(Error error) {
    std::unique_ptr<Pipeline> gone;
    {
        const std::lock_guard lock(mutex_);
        gone = std::move(pipeline_);
    }
    if (gone) droppedBefore_ += gone->dropped();
    gone.reset();
    light_.reset();
    status_.light = {};
    status_.standsInFor.clear();
    status_.state = SourceState::trouble;
    status_.error = std::move(error);
    tryAgain_ = steady_clock::now() + kCameraRetry;
}

std::optional<Frame> FrameSource::next(Millis patience) {
    if (finished()) return std::nullopt;
    changeOver();
    lookAround(steady_clock::now());
    const auto until = steady_clock::now() + patience;
    if (!pipeline_) {
        if (steady_clock::now() < tryAgain_) pause(patience);
        {
            const std::lock_guard lock(mutex_);
            if (stopped_ || preferred_) return std::nullopt;
        }
        if (steady_clock::now() < tryAgain_) return std::nullopt;
        begin();
        if (!pipeline_) return std::nullopt;
    }
    auto frame = pipeline_->next(until);
    dropped_ = droppedBefore_ + pipeline_->dropped();
    if (frame) {
        frame->at += offset_;
        if (lastFrame_ == SteadyTime{}) onFirstFrame();
        light(lastFrame_ == SteadyTime{});
        status_.state = SourceState::live;
        status_.error.reset();
        lastFrame_ = frame->arrived;
        return frame;
    }
    {
        const std::lock_guard lock(mutex_);
        if (preferred_) return std::nullopt;  // it was let go for another
    }
    const bool seen = lastFrame_ != SteadyTime{};
    if (const auto problem = pipeline_->error()) {
        const bool wrongSize =
            !seen && !plain_ && !device_.empty() && problem->words.find("not-negotiated") != std::string::npos;
        if (wrongSize) {
            plain_ = true;
            fail(makeError(Fault::device, "camera.failed", {{"name", status_.name}, {"reason", problem->words}}));
            status_.state = SourceState::starting;
            tryAgain_ = {};
            return std::nullopt;
        }
        fail(cameraTrouble(*problem, choice_.kind, status_.name, device_, seen || status_.state == SourceState::live));
        return std::nullopt;
    }
    if (pipeline_->ended()) {
        if (choice_.kind == CameraKind::automatic || choice_.kind == CameraKind::device)
            fail(makeError(Fault::device, "camera.unplugged", {{"name", status_.name}}));
        else if (status_.state == SourceState::starting && choice_.kind == CameraKind::file)
            fail(fileError(Fault::badInput, "camera.file_not_video", choice_));
        else
            status_.state = SourceState::ended;
        return std::nullopt;
    }
    // A camera may hang without a word.
    if (pace_ == Pace::live && choice_.kind != CameraKind::file) {
        const auto quiet = steady_clock::now() - (seen ? lastFrame_ : tryAgain_);
        if (quiet > (seen ? kSilentCamera : kFirstFrameLimit))
            fail(makeError(Fault::device, "camera.silent", {{"name", status_.name}}));
    }
    return std::nullopt;
}

}  // namespace turnout::kiosk
