// Who is inside now, by university, on screen and printed: one press each, from whatever is on the screen. While the
// file cannot be read it is the list that was known last, with its time; a number that is not known is never told.
#pragma once

#include <optional>

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
    PageWish onCounts(const PageContext& context) override { return begin(context); }
    PageWish onFile(const PageContext& context) override { return begin(context); }

  private:
    struct Row {
        ListPlace place;
        Guest guest;
        std::string cameIn;  // "18:50 · Door A"
        std::string note;    // empty for most
    };
    static InsideRow rowOf(const Row& row, std::string detail, const std::string& cameIn);
    std::vector<Row> rows_;  // in the order of the printed list
    bool exitsScanned_ = false;
    bool known_ = false;             // rows_ are who was inside, and not what could not be read
    std::optional<TimePoint> asOf_;  // of when they are, when not of now
    std::optional<Error> trouble_;   // why nothing newer, or nothing, is known
    std::size_t first_ = 0;
    std::string printed_;
};

}  // namespace turnout::kiosk
