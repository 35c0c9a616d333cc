#include "kiosk/app/typing.h"

#include <algorithm>
#include <utility>

#include "common/base/text.h"
#include "common/base/utf8.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kLongest = 4096;  // bytes; a scanner that never ends is cut

std::string asInATicket(char32_t character) {
    std::string utf8 = utf8Of(character);
    return character == U' ' || !cleanForScreen(utf8).empty() ? utf8 : "\uFFFD";
}

}  // namespace

void Typing::onCharacter(char32_t character, SteadyTime when, bool repeated) {
    if (keys_ > 0 && when - last_ >= kStrayAfter) forget();
    if (keys_ == 0) {
        first_ = when;
        firstKey_ = character;
    }
    last_ = when;
    ++keys_;
    held_ = held_ || repeated;
    oneKey_ = oneKey_ && character == firstKey_;
    if (text_.size() < kLongest) text_ += asInATicket(character);
}

void Typing::forget() {
    text_.clear();
    keys_ = 0;
    held_ = false;
    oneKey_ = true;
}

// Not every keyboard says that a key repeats; one character over and over is no code.
bool Typing::isBurst(std::size_t shortest) const {
    return !held_ && !oneKey_ && keys_ >= shortest &&
           last_ - first_ <= kBurstPerKey * static_cast<std::int64_t>(keys_ - 1);
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
