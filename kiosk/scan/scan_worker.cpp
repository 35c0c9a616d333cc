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
    : source_(std::move(source)), hooks_(std::move(hooks)), told_(source_->status()), status_(told_) {
    thread_ = std::thread([this] { run(); });
}

ScanWorker::~ScanWorker() {
    stop_ = true;
    source_->stop();
    thread_.join();
}

const SourceStatus& ScanWorker::status() {
    statuses_.take(status_);
    return status_;
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
        if (told_ != source_->status()) {
            told_ = source_->status();
            statuses_.put(told_);
            changed = true;
        }
        if (finished) finished_ = changed = true;
        if (stop_) return;
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
    if (!views_.taken() && !mustBeSeen) return false;  // no work for nobody
    CameraView& view = views_.making();
    pictures_.make(frame, view.picture);
    view.found.clear();
    for (const Outline& outline : outlined_) {
        auto corners = outline.code.corners;
        for (Corner& c : corners) c = {c.x * view.picture.scale, c.y * view.picture.scale};
        view.found.push_back(corners);
    }
    views_.publish();
    return true;
}

}  // namespace turnout::kiosk
