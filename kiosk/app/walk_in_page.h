// Takes down somebody without a registration, admits them and makes their ticket.
#pragma once

#include <array>

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

class WalkInPage final : public DoorPage {
  public:
    bool findsPeople() const override { return true; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish onTab(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;

  private:
    enum Field : std::size_t { name, country, university, nativeName };  // what is needed comes first

    void changed(const PageContext& context);
    void choose(std::size_t choice, const PageContext& context);
    void focusOn(std::size_t field, const PageContext& context);
    std::string missing(const PageContext& context) const;
    std::vector<std::string> universities(const PageContext& context) const;

    std::array<TypedText, 4> fields_;
    Field focus_ = name;
    std::optional<CountryCode> chosen_;
    std::vector<CountryCode> found_;
    bool consent_ = false, keyboard_ = true, figures_ = false;
};

}  // namespace turnout::kiosk
