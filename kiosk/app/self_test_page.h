// The look at everything before the doors open: what works, what to mend and how. Nothing on it records a scan; the
// test code is the only one it asks for.
#pragma once

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

// The text of the test code. A door that reads it tells its self-test and records nothing.
inline constexpr const char* kTestCode = "TURNOUT TEST";

class SelfTestPage final : public DoorPage {
  public:
    // Before opening, a door with something red is opened only with the PIN, if there is one. Scanning works all the
    // same; a look in the middle of the evening holds nobody up.
    enum class When { beforeOpening, meanwhile };
    explicit SelfTestPage(When when = When::meanwhile) : when_(when) {}

    bool holds(const PageContext& context) const override;
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish begin(const PageContext& context) override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    bool onTested(Source source) override;
    void onSaved(std::optional<Millis> took) override;

  private:
    std::vector<TestLine> lines(const PageContext& context) const;

    const When when_;
    bool cameraRead_ = false, scannerRead_ = false;
    enum class Heard { asked, yes, no } heard_ = Heard::asked;
    bool saving_ = false;
    std::optional<Millis> saved_;
    bool saveFailed_ = false;
    std::optional<std::size_t> open_;  // the line whose remedy is shown
};

}  // namespace turnout::kiosk
