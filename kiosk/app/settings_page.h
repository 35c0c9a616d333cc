// The settings of a door: camera and its light, picture, sound, language, name, PIN. Behind the PIN when there is one.
// Each is changed by its own button, also from the keyboard: an arrow on the way to another one changes nothing.
#pragma once

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

// Another name for the door; the settings come back in its place.
class RenamePage final : public DoorPage {
  public:
    bool behindPin() const override { return true; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish begin(const PageContext& context) override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;

  private:
    PageWish rename();

    TypedText typed_;
    bool keyboard_ = true, figures_ = false;
};

class SettingsPage final : public DoorPage {
  public:
    enum class Row { camera, light, lamp, mirror, volume, language, scanOnly, closed, name, pin };

    bool behindPin() const override { return true; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;

    // From the top; light and lamp only where the camera in use offers them.
    static std::vector<Row> rows(const DoorState& state);

  private:
    PageWish change(Row row, int by, const PageContext& context);
    static SettingRow rowOf(Row row, const PageContext& context);
};

}  // namespace turnout::kiosk
