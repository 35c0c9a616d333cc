#include "display/app/frame_times.h"

#include <algorithm>

namespace turnout::display {
namespace {

constexpr double kSlowFrame = 100;  // ms; a hall sees it stumble
constexpr int kSeveral = 3;         // of them in a minute; fewer are over before anybody could do something
constexpr std::chrono::seconds kRemembered{60};
constexpr std::chrono::seconds kBegins{2};
constexpr Millis kSettles{250};

// Other pictures and words than the frame before had.
bool bringsAnew(const HallScreen& before, const HallScreen& now) {
    return before.scene.index() != now.scene.index() || before.moment != now.moment || before.message != now.message ||
           before.showMode != now.showMode || before.blackout != now.blackout || before.testCard != now.testCard ||
           before.keys != now.keys || before.backdrop != now.backdrop || before.tongues != now.tongues;
}

}  // namespace

void FrameTimes::begins(SteadyTime now) {
    settled_ = now + kBegins;
}

void FrameTimes::painted(const HallScreen& screen, SteadyTime now, double ms) {
    if (!before_) begins(now);
    if (before_ && bringsAnew(*before_, screen)) settled_ = std::max(settled_, now + kSettles);
    before_ = screen;
    if (now < settled_) return;
    if (seconds_.empty() || now - seconds_.back().from >= std::chrono::seconds{1}) seconds_.push_back({now});
    Second& second = seconds_.back();
    second.worstMs = std::max(second.worstMs, ms);
    if (ms >= kSlowFrame) ++second.slow;
    while (now - seconds_.front().from > kRemembered) seconds_.pop_front();
}

PictureNews FrameTimes::news(SteadyTime now) const {
    PictureNews news;
    int slow = 0;
    for (const Second& second : seconds_) {
        if (now - second.from > kRemembered) continue;
        news.worstMs = std::max(news.worstMs, static_cast<int>(second.worstMs));
        slow += second.slow;
    }
    news.stumbles = slow >= kSeveral;
    return news;
}

}  // namespace turnout::display
