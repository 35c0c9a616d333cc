#include "kiosk/app/typing.h"

#include <utility>

#include "common/base/text.h"
#include "common/base/utf8.h"
#include "common/domain/ticket_code.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kLongest = 4096;  // keys; a scanner that never ends is cut
constexpr Millis kLongestStall{2000};
constexpr int kSlower = 3;  // so many times slower than the keys after it is a pause

std::string asInATicket(char32_t character) {
    std::string utf8 = utf8Of(character);
    return character == U' ' || !cleanForScreen(utf8).empty() ? utf8 : "\uFFFD";
}

bool isOurs(const std::string& text) {
    return parseTicketCode(text).shape == CodeShape::ours;
}

}  // namespace

void Typing::onCharacter(char32_t character, SteadyTime when, bool repeated) {
    if (!keys_.empty() && when - keys_.back().when >= kStrayAfter) setAside();
    if (keys_.size() < kLongest)
        keys_.push_back({character, when, repeated});
    else
        keys_.back().when = when;  // the silence begins after the last one
}

void Typing::forget() {
    keys_.clear();
    aside_.clear();
}

void Typing::setAside() {
    aside_ = std::exchange(keys_, {});
}

Millis Typing::pause(std::size_t key) const {
    return std::chrono::ceil<Millis>(keys_[key].when - keys_[key - 1].when);
}

std::string Typing::textFrom(std::size_t key) const {
    std::string text;
    for (; key < keys_.size(); ++key) text += asInATicket(keys_[key].character);
    return text;
}

// The first key of the last fast run: after a pause that is long, and long beside the run's own pace. 0: no pause.
std::size_t Typing::afterThePerson() const {
    if (keys_.size() <= kShortestBurst) return 0;
    for (std::size_t key = keys_.size() - kShortestBurst; key > 0; --key) {
        const auto run = keys_.back().when - keys_[key].when;
        if (pause(key) > kBurstPerKey && pause(key) * static_cast<std::int64_t>(keys_.size() - 1 - key) > kSlower * run)
            return key;
    }
    return 0;
}

// A pause is a person's who typed before, or the scanner's own: one of our codes tells by itself where it begins. Of
// others, a scanner has typed several keys at its pace before the pause, or nobody anything else in the 300 ms before.
std::size_t Typing::burstBegin() const {
    const std::size_t run = afterThePerson();
    if (run == 0) return 0;
    std::vector<std::size_t> begins{run};
    for (std::size_t key = run; key > 0; --key)
        if (key == 1 || pause(key - 1) > kBurstPerKey) begins.push_back(key - 1);
    if (keys_.size() - run > kTicketCodeLength)  // the person's last key and the scanner's first came together
        begins.push_back(keys_.size() - kTicketCodeLength);
    for (const std::size_t begin : begins)
        if (isOurs(textFrom(begin))) return begin;
    std::size_t begin = run;
    while (begin > 0) {
        std::size_t before = begin - 1;
        while (before > 0 && pause(before) <= kBurstPerKey) --before;
        if (before > 0 && begin - before < kShortestBurst) break;
        begin = before;
    }
    return begin;
}

// After somebody's typing a few keys must be faster than a hand that rolls over them.
bool Typing::isBurst(std::size_t begin, std::size_t shortest) const {
    KeyPace pace;
    for (std::size_t key = begin; key < keys_.size(); ++key)
        pace.onKey(keys_[key].character, keys_[key].when, keys_[key].repeated);
    return pace.isScanner(shortest, begin > 0 && pace.keys() < kShortestUnended ? kMachinePerKey : kBurstPerKey);
}

// A text whose beginning came just before the silence, when both together are a code of ours: the machine was busy.
std::string Typing::completed(std::string text) const {
    if (aside_.empty() || keys_.front().when - aside_.back().when > kLongestStall || isOurs(text)) return text;
    std::string whole = text;
    for (auto key = aside_.rbegin(); key != aside_.rend() && whole.size() < kTicketCodeLength; ++key) {
        whole.insert(0, asInATicket(key->character));
        if (isOurs(whole)) return whole;
    }
    return text;
}

std::optional<std::string> Typing::burst(std::size_t shortest) const {
    const std::size_t begin = burstBegin();
    return isBurst(begin, shortest) ? std::optional(completed(textFrom(begin))) : std::nullopt;
}

std::optional<std::string> Typing::onEnd(SteadyTime when) {
    if (keys_.empty() || when - keys_.back().when > kStrayAfter) forget();
    auto text = burst(kShortestBurst);
    forget();
    return text;
}

std::optional<std::string> Typing::onSilence(SteadyTime now) {
    if (keys_.empty() || now - keys_.back().when < kStrayAfter) return std::nullopt;
    auto text = burst(kShortestUnended);
    setAside();
    if (text) forget();
    return text;
}

std::optional<SteadyTime> Typing::silentAt() const {
    return keys_.empty() ? std::nullopt : std::optional(keys_.back().when + kStrayAfter);
}

}  // namespace turnout::kiosk
