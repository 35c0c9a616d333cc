#include "common/base/key_pace.h"

#include <algorithm>

namespace turnout {
namespace {

constexpr char32_t kLastCharacter = 0x10FFFF;

}  // namespace

void KeyPace::onKey(char32_t what, SteadyTime when, bool repeated) {
    if (keys_ == 0) {
        first_ = when;
        firstKey_ = what;
    }
    last_ = when;
    ++keys_;
    held_ = held_ || repeated;
    oneKey_ = oneKey_ && what == firstKey_;
}

bool KeyPace::isScanner(std::size_t shortest, Millis perKey) const {
    if (held_ || keys_ < (oneKey_ ? std::max(shortest, kShortestOfOneKey) : shortest)) return false;
    if (oneKey_ && firstKey_ > kLastCharacter) return false;
    const Millis most = oneKey_ ? std::min(perKey, kFasterThanHeld) : perKey;
    return last_ - first_ <= most * static_cast<std::int64_t>(keys_ - 1);
}

}  // namespace turnout
