#include "common/ui/keys_by_hand.h"

#include <iterator>
#include <utility>

#include "common/base/key_pace.h"

namespace turnout::ui {
namespace {

constexpr char32_t kKeys = 0x110000;  // keys that type nothing come after all characters

bool ofKeyboard(const Event& event) {
    return event.kind == EventKind::key || event.kind == EventKind::character;
}

bool ends(const Event& event) {
    return event.kind == EventKind::key && (event.key == Key::enter || event.key == Key::tab);
}

}  // namespace

bool KeysByHand::scanned() const {
    KeyPace pace;
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        const Event& event = waiting_[i];
        if (event.kind != EventKind::key) continue;
        const bool types = i + 1 < waiting_.size() && waiting_[i + 1].kind == EventKind::character;
        pace.onKey(types ? waiting_[i + 1].character : kKeys + static_cast<char32_t>(event.key), event.when, false);
    }
    return pace.isScanner(kShortestBurst);
}

void KeysByHand::letGo(std::vector<Event>& certain, bool writing) {
    const bool machine = scanned();
    if (machine) scannedAt_ = waiting_.back().when;
    if (machine && writing) std::erase_if(waiting_, ends);
    if (!machine || writing) std::move(waiting_.begin(), waiting_.end(), std::back_inserter(certain));
    waiting_.clear();
}

void KeysByHand::add(Event event, std::vector<Event>& certain, bool writing) {
    if (!ofKeyboard(event)) return certain.push_back(std::move(event));
    if (!waiting_.empty() && event.when - waiting_.back().when >= kHandAfter) letGo(certain, writing);
    if (scannedAt_ && event.when - *scannedAt_ < kStrayAfter) {
        if (event.when - *scannedAt_ < kHandAfter) scannedAt_ = event.when;  // it goes on
        if (!writing || ends(event)) return;
        return certain.push_back(std::move(event));
    }
    scannedAt_.reset();
    if (event.kind == EventKind::key) repeats_ = event.repeat;
    const bool ofInputMethod = event.kind == EventKind::character && waiting_.empty();
    if (!repeats_ && !ofInputMethod) return waiting_.push_back(std::move(event));
    letGo(certain, writing);
    certain.push_back(std::move(event));
}

std::vector<Event> KeysByHand::take(std::vector<Event> events, SteadyTime now, bool writing) {
    std::vector<Event> certain;
    for (Event& event : events) add(std::move(event), certain, writing);
    // A key and its character come together, so that here, and not between two events, a burst is known by its keys.
    if (!waiting_.empty() && (scanned() || now - waiting_.back().when >= kHandAfter)) letGo(certain, writing);
    return certain;
}

std::optional<SteadyTime> KeysByHand::due() const {
    return waiting_.empty() ? std::nullopt : std::optional(waiting_.back().when + kHandAfter);
}

}  // namespace turnout::ui
