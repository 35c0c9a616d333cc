#include <algorithm>
#include <cmath>

#include "organizer/demo/door_video.h"

namespace turnout::demo {
namespace {

constexpr double kWalk = 0.85;     // seconds from outside the frame to the camera
constexpr double kShutter = 0.16;  // of a frame's time the shutter is open
constexpr double kGrain = 2.2;     // standard deviation in levels of 255
constexpr std::uint64_t kSeed = 52056;

double walked(const Showing& showing, double seconds) {
    auto eased = [](double share) { return share * share * (3 - 2 * share); };
    const double from = showing.comes - kWalk * 0.75, to = showing.gone - 0.25;
    if (seconds < to) {
        const double rest = 1 - std::clamp((seconds - from) / kWalk, 0.0, 1.0);
        return showing.stands + eased(rest) * (1.05 - showing.stands);
    }
    return showing.stands - eased(std::clamp((seconds - to) / kWalk, 0.0, 1.0)) * (1.05 + showing.stands);
}

}  // namespace

DoorCamera::DoorCamera(const RunningOrder& order, TicketArt& art, int width, int height, int framesPerSecond)
    : order_(order),
      art_(art),
      framesPerSecond_(framesPerSecond),
      foyer_(width, height, kSeed),
      grain_(kGrain, kSeed),
      frame_(width, height) {}

std::int64_t DoorCamera::frames() const {
    return static_cast<std::int64_t>(std::ceil(order_.seconds * framesPerSecond_));
}

void DoorCamera::change(double seconds) {
    std::erase_if(held_, [&](const Held& held) { return order_.showings[held.showing].gone < seconds; });
    while (next_ < order_.showings.size() && order_.showings[next_].comes <= seconds) {
        const Showing& showing = order_.showings[next_];
        // Drawn a little larger than it is ever seen: reduced, never enlarged, so that it stays sharp.
        const double module = std::max(showing.held.module, showing.drifted.module) * 1.08;
        held_.push_back({next_++, cutoutOf(drawProp(showing.prop, module, art_))});
    }
}

const Frame& DoorCamera::frame(std::int64_t at) {
    const double seconds = static_cast<double>(at) / framesPerSecond_;
    change(seconds);
    std::vector<Foyer::Visitor> visitors;
    for (std::size_t i = 0; i < order_.showings.size(); ++i) {
        const Showing& showing = order_.showings[i];
        if (seconds < showing.comes - kWalk || seconds > showing.gone + kWalk) continue;
        visitors.push_back({showing.look, i, walked(showing, seconds)});
    }
    std::reverse(visitors.begin(), visitors.end());  // who comes later stands behind
    foyer_.draw(frame_, seconds, visitors);
    const double shutter = kShutter / framesPerSecond_;
    for (const Held& held : held_) {
        const Showing& showing = order_.showings[held.showing];
        put(frame_, held.cutout, poseAt(showing, seconds), poseAt(showing, std::min(seconds + shutter, showing.gone)));
    }
    expose(frame_, 0.94 + 0.05 * std::sin(seconds * 0.37) + 0.02 * std::sin(seconds * 1.9));
    grain_.addTo(frame_);
    return frame_;
}

}  // namespace turnout::demo
