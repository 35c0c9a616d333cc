// The curves of the hall's motion: share of the time (0 to 1) in, share of the way out.
#pragma once

#include <cmath>

namespace turnout::display {

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
