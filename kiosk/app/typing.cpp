#include "kiosk/app/typing.h"

#include <utility>

#include "common/base/utf8.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kLongest = 4096;  // bytes; a scanner that never ends is cut

}  // namespace

void Typing::onCharacter(char32_t character, SteadyTime when) {
    if (keys_ > 0 && when - last_ >= kStrayAfter) forget();
    if (keys_ == 0) first_ = when;
    last_ = when;
    ++keys_;
    if (text_.size() < kLongest) text_ += utf8Of(character);
}

bool Typing::isBurst(std::size_t shortest) const {
    return keys_ >= shortest && last_ - first_ <= kBurstPerKey * static_cast<std::int64_t>(keys_ - 1);
}

std::optional<std::string> Typing::onEnd(SteadyTime when) {
    const bool burst = isBurst(kShortestBurst) && when - last_ <= kStrayAfter;
    std::string text = std::exchange(text_, {});
    forget();
    return burst ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::string> Typing::onSilence(SteadyTime now) {
    if (keys_ == 0 || now - last_ < kStrayAfter) return std::nullopt;
    const bool burst = isBurst(kShortestUnended);
    std::string text = std::exchange(text_, {});
    forget();
    return burst ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<SteadyTime> Typing::silentAt() const {
    return keys_ == 0 ? std::nullopt : std::optional(last_ + kStrayAfter);
}

}  // namespace turnout::kiosk
