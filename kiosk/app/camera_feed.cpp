#include "kiosk/app/camera_feed.h"

namespace turnout::kiosk {
namespace {

CameraState stateOf(SourceState state) {
    switch (state) {
        case SourceState::starting: return CameraState::starting;
        case SourceState::live: return CameraState::live;
        case SourceState::trouble: return CameraState::gone;
        case SourceState::ended: return CameraState::ended;
    }
    return CameraState::gone;
}

ScanHooks hooksFor(const FeedSetup& setup, CheckinService& service, const Clock& clock, StreamClock* film, Stats& stats,
                   std::function<void()> wake) {
    ScanHooks hooks;
    hooks.onCode = [setup, &service, &clock, film](SeenCode code) {
        const TimePoint at = film != nullptr ? film->at(code.at) : clock.now();
        service.offer(newScan(setup.door, setup.direction, Source::camera, std::move(code.text), at), code.seen);
    };
    hooks.onFrame = [film, &stats](Millis at, std::chrono::nanoseconds took) {
        if (film != nullptr) film->reach(at);
        stats.decode.add(took);
    };
    hooks.wake = std::move(wake);
    return hooks;
}

}  // namespace

CameraFeed::CameraFeed(std::unique_ptr<FrameSource> source, FeedSetup setup, CheckinService& service,
                       const Clock& clock, StreamClock* film, Stats& stats, std::function<void()> wake)
    : setup_(std::move(setup)),
      clock_(clock),
      worker_(std::move(source), hooksFor(setup_, service, clock, film, stats, std::move(wake))) {}

CameraNow CameraFeed::state() {
    const SourceStatus& status = worker_.status();
    CameraNow now;
    now.state = stateOf(status.state);
    now.name = status.name;
    now.standsInFor = status.standsInFor;
    now.film = status.film;
    now.cameras = status.cameras;
    now.light = status.light;
    now.dark = status.state == SourceState::live && worker_.dark();
    if (status.state == SourceState::trouble) {
        if (!troubleSince_) troubleSince_ = clock_.now();
        now.since = troubleSince_;
        now.sentence = status.error->sentence(setup_.lang);
        const std::string& key = status.error->text.key;
        now.neverSeen = key == "camera.none_found";
        now.mend = key != "camera.unplugged" && key != "camera.not_there" && key != "camera.none_found" &&
                   key != "camera.silent";
    } else {
        troubleSince_.reset();
    }
    return now;
}

std::optional<Error> CameraFeed::failure() {
    return worker_.finished() ? worker_.status().error : std::nullopt;
}

}  // namespace turnout::kiosk
