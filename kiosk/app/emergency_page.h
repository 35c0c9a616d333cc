// Who is inside now, by university, on screen and printed: one press each, from whatever is on the screen.
#pragma once

#include "common/report/people_lists.h"
#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

class EmergencyPage final : public DoorPage {
  public:
    bool standsBeforeFault() const override { return true; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish begin(const PageContext& context) override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    void onPeople(People people, const PageContext& context) override;
    PageWish onCounts(const PageContext& context) override;

  private:
    struct Row {
        ListPlace place;
        Guest guest;
        std::string cameIn;  // "Door A · 18:50"
    };
    std::vector<Row> rows_;  // in the order of the printed list
    bool exitsScanned_ = false;
    bool known_ = false;
    std::size_t first_ = 0;
    std::string printed_;
};

}  // namespace turnout::kiosk
