#include "kiosk/scan/scan_worker.h"

#include <algorithm>
#include <utility>

#include "kiosk/scan/light_meter.h"
#include "kiosk/scan/presence_tracker.h"

namespace turnout::kiosk {
namespace {

constexpr Millis kPatience{250};      // how soon a change without a frame is noticed
constexpr Millis kOutlineStays{300};  // a round of looks, most of which do not read a difficult code

}  // namespace

ScanWorker::ScanWorker(std::unique_ptr<FrameSource> source, ScanHooks hooks)
    : source_(std::move(source)), hooks_(std::move(hooks)), status_(source_->status()) {
    thread_ = std::thread([this] { run(); });
}

ScanWorker::~ScanWorker() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    source_->stop();
    thread_.join();
}

SourceStatus ScanWorker::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

bool ScanWorker::take(CameraView& view) {
    const std::lock_guard lock(mutex_);
    if (!fresh_) return false;
    std::swap(view, ready_);
    fresh_ = false;
    return true;
}

bool ScanWorker::finished() const {
    const std::lock_guard lock(mutex_);
    return finished_;
}

std::uint64_t ScanWorker::dropped() const {
    return source_->dropped();
}

void ScanWorker::run() {
    PresenceTracker presence;
    LightMeter light;
    std::optional<Frame> last;
    std::vector<FoundCode> codes;
    for (;;) {
        auto frame = source_->next(kPatience);
        bool changed = false;
        if (frame) {
            const auto begun = std::chrono::steady_clock::now();
            const GreyImage image{frame->grey, frame->width, frame->height, frame->stride};
            codes = reader_.read(image);
            light.add(image, frame->at);
            dark_ = light.dark();
            hooks_.onFrame(frame->at, std::chrono::steady_clock::now() - begun);
            bool news = false;
            for (std::string& text : presence.arrivals(codes, frame->at)) {
                hooks_.onCode({std::move(text), frame->at, frame->arrived});
                news = true;
            }
            changed = show(*frame, codes, news);
            last = std::move(frame);
        }
        const bool finished = source_->finished();
        if (finished && last) show(*last, codes, true);  // the last frame stays on the screen
        {
            const std::lock_guard lock(mutex_);
            changed = changed || status_ != source_->status() || finished;
            status_ = source_->status();
            finished_ = finished;
            if (stop_) return;
        }
        if (changed) hooks_.wake();
        if (finished) return;
    }
}

bool ScanWorker::show(const Frame& frame, const std::vector<FoundCode>& codes, bool mustBeSeen) {
    // A code that only one way of looking can read is not seen in every frame.
    std::erase_if(outlined_, [&](const Outline& old) {
        return frame.at - old.at > kOutlineStays || std::any_of(codes.begin(), codes.end(), [&](const FoundCode& code) {
                   return code.text == old.code.text;
               });
    });
    for (const FoundCode& code : codes) outlined_.push_back({code, frame.at});
    {
        const std::lock_guard lock(mutex_);
        if (fresh_ && !mustBeSeen) return false;  // the window has not taken the last one: no work for nobody
    }
    pictures_.make(frame, making_.picture);
    making_.found.clear();
    for (const Outline& outline : outlined_) {
        auto corners = outline.code.corners;
        for (Corner& c : corners) c = {c.x * making_.picture.scale, c.y * making_.picture.scale};
        making_.found.push_back(corners);
    }
    const std::lock_guard lock(mutex_);
    std::swap(making_, ready_);
    fresh_ = true;
    return true;
}

}  // namespace turnout::kiosk
