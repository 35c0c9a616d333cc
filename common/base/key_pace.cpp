#include "common/base/key_pace.h"

namespace turnout {

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
    return !held_ && !oneKey_ && keys_ >= shortest && last_ - first_ <= perKey * static_cast<std::int64_t>(keys_ - 1);
}

}  // namespace turnout
