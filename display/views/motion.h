// The curves of the hall's motion: share of the time (0 to 1) in, share of the way out.
#pragma once

#include <algorithm>
#include <cmath>

namespace turnout::display {

// Of what comes in `takes` ms from `from` on.
inline float opacityAt(int ms, int from, int takes) {
    return std::clamp(static_cast<float>(ms - from) / static_cast<float>(takes), 0.0F, 1.0F);
}
inline float outCubic(float t) {
    return 1 - (1 - t) * (1 - t) * (1 - t);
}
inline float inCubic(float t) {
    return t * t * t;
}
inline float outQuad(float t) {
    return 1 - (1 - t) * (1 - t);
}
// Goes a little past the end and comes back.
inline float outBack(float t, float overshoot = 1.1F) {
    const float u = t - 1;
    return 1 + (overshoot + 1) * u * u * u + overshoot * u * u;
}

}  // namespace turnout::display
