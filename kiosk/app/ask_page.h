// One question before something that a slip must not do: what it means, and yes or no.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

// The question on the screen. `key`: of its words, with .says, .question and .yes; "kiosk." stands before it.
ConfirmScreen askScreen(const PageContext& context, const std::string& key,
                        const std::vector<std::pair<std::string, std::string>>& args);

class AskPage final : public DoorPage {
  public:
    // `yes` answers what is to be done then.
    AskPage(std::string key, std::vector<std::pair<std::string, std::string>> args,
            std::function<PageWish(const PageContext&)> yes)
        : key_(std::move(key)), args_(std::move(args)), yes_(std::move(yes)) {}

    bool standsBeforeFault() const override { return true; }
    bool behindPin() const override { return true; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;

  private:
    const std::string key_;
    const std::vector<std::pair<std::string, std::string>> args_;
    const std::function<PageWish(const PageContext&)> yes_;
};

}  // namespace turnout::kiosk
