#include "kiosk/app/pin_page.h"

#include <utility>

#include "kiosk/app/door_numbers.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kFewestDigits = 4, kMostDigits = 8;
constexpr int kTriesBeforePause = 5;
constexpr std::chrono::seconds kPause{30};

}  // namespace

PageWish PinPage::enter(const PageContext& context) {
    PageWish wish;
    if (asked_ || digits_.size() < kFewestDigits || context.now < context.state.pinPausedUntil) return wish;
    if (setting_) return choose(context);
    asked_ = true;
    wish.question = PeopleQuestion{PeopleQuestion::Kind::pin, digits_, {}};
    return wish;
}

// Only a PIN that was typed twice alike: a slip of the finger would lock everybody out.
PageWish PinPage::choose(const PageContext& context) {
    PageWish wish;
    const std::string digits = digits_;
    clear();
    if (chosen_.empty()) {
        chosen_ = digits;
        wrong_ = false;
        return wish;
    }
    wrong_ = std::exchange(chosen_, {}) != digits;
    if (wrong_) return wish;
    DoorRequest request;
    request.kind = DoorRequest::Kind::setPin;
    request.text = digits;
    wish.requests.push_back(std::move(request));
    wish.state = context.state;
    wish.state->hasPin = true;
    wish.state->unlocked = true;  // whoever chose it need not give it to go on in the settings
    wish.open = then_(context).open;
    return wish;
}

void PinPage::clear() {
    digits_.clear();
    typed_.clear();
}

PageWish PinPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back:
            if (setting_) return then_(context);
            wish.close = true;
            break;
        case DoorAction::letter: return onCharacter(press.value, context);
        case DoorAction::eraseLetter: return onBackspace(context);
        case DoorAction::yes: return enter(context);
        default: break;
    }
    return wish;
}

PageWish PinPage::onCharacter(char32_t character, const PageContext& context) {
    const bool paused = context.now < context.state.pinPausedUntil;
    const bool taken = !asked_ && !paused && character >= U'0' && character <= U'9' && digits_.size() < kMostDigits;
    typed_.push_back(taken);
    if (!taken) return {};
    wrong_ = false;
    digits_ += static_cast<char>(character);
    return {};
}
PageWish PinPage::onBackspace(const PageContext&) {
    if (asked_ || digits_.empty()) return {};
    digits_.pop_back();
    while (!typed_.back()) typed_.pop_back();
    typed_.pop_back();
    return {};
}
PageWish PinPage::onEnter(const PageContext&) {
    return {};  // a scanner types it
}
PageWish PinPage::removeTyped(std::size_t characters, const PageContext&) {
    // Of a burst only the digits are here, and not more than fitted: with a queue, what was typed before has to stay.
    for (; characters > 0 && !typed_.empty(); --characters) {
        if (typed_.back()) digits_.pop_back();
        typed_.pop_back();
    }
    return {};
}

void PinPage::onPeople(People people, const PageContext&) {
    if (people.question.kind != PeopleQuestion::Kind::pin || !asked_) return;
    asked_ = false;
    answered_ = true;
    clear();
    right_ = people.pinRight;
    wrong_ = !people.pinRight;
}

PageWish PinPage::afterPeople(const PageContext& context) {
    if (!std::exchange(answered_, false)) return {};
    if (!right_) {
        PageWish wish;
        wish.state = context.state;
        if (++wish.state->wrongPins % kTriesBeforePause == 0) wish.state->pinPausedUntil = context.now + kPause;
        return wish;
    }
    PageContext unlocked = context;
    unlocked.state.unlocked = true;
    unlocked.state.wrongPins = 0;
    PageWish wish = then_ ? then_(unlocked) : PageWish{};
    if (!wish.state) wish.state = unlocked.state;
    wish.state->unlocked = true;
    if (!wish.open) wish.close = true;
    return wish;
}

PageWish PinPage::onCounts(const PageContext&) {
    return {};
}

void PinPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::pin;
    PinScreen& page = screen.pin.emplace();
    page.title = context.words(!setting_ ? "pin.title" : chosen_.empty() ? "pin.new" : "pin.again");
    page.scanningGoesOn = context.words("pin.scanning");
    page.explanation = context.words("pin.explanation");
    page.detail = context.words(!setting_ ? "pin.detail" : chosen_.empty() ? "pin.new.detail" : "pin.again.detail");
    const TimePoint paused = context.state.pinPausedUntil;
    if (context.now < paused)
        page.wrong = context.words(
            "pin.pause", {{"s", number(std::chrono::ceil<std::chrono::seconds>(paused - context.now).count())}});
    else if (wrong_)
        page.wrong = context.words(setting_ ? "pin.differs" : "pin.wrong",
                                   {{"n", number(kTriesBeforePause - context.state.wrongPins % kTriesBeforePause)}});
    page.digits = digits_.size();
    page.most = kMostDigits;
    page.canEnter = digits_.size() >= kFewestDigits && !asked_ && context.now >= paused;
}

}  // namespace turnout::kiosk
