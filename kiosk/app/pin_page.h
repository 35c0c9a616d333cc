// The PIN before what a slip must not touch, and choosing another one.
#pragma once

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

// The PIN: digits, then what was asked for. Scanning goes on meanwhile and takes no digit away. Wrong ones are counted
// in the door's state, so that leaving the page and coming back buys no tries. A new PIN is typed twice.
class PinPage final : public DoorPage {
  public:
    // `then` is opened when the PIN is right; nothing = only unlock. `setting`: a new PIN is chosen instead, and `then`
    // also follows when none is.
    PinPage(std::function<PageWish(const PageContext&)> then, bool setting = false)
        : then_(std::move(then)), setting_(setting) {}

    bool standsBeforeFault() const override { return true; }
    bool behindPin() const override { return setting_; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish onEnter(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;
    void onPeople(People people, const PageContext& context) override;
    PageWish onCounts(const PageContext& context) override;
    PageWish afterPeople(const PageContext& context) override;

  private:
    PageWish enter(const PageContext& context);
    PageWish choose(const PageContext& context);
    void clear();

    const std::function<PageWish(const PageContext&)> then_;
    const bool setting_;
    std::string digits_, chosen_;  // chosen: a new PIN, to be typed a second time
    std::vector<bool> typed_;      // of every character that came: whether it is one of the digits
    bool asked_ = false, answered_ = false, wrong_ = false, right_ = false;
};

}  // namespace turnout::kiosk
