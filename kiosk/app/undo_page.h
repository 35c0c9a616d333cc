// Which one is to be taken back? Everything of this door that still can be, the newest first; many that were admitted
// by one press also together.
#pragma once

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

// Of one act, or the one scan: what a press on the last one would take back.
std::vector<ScanId> newestOf(const std::vector<Undoable>& undoables);
// Those of one act.
std::vector<ScanId> ofAct(const std::vector<Undoable>& undoables, const ScanId& first);

class UndoPage final : public DoorPage {
  public:
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;

  private:
    std::size_t focused_ = 0;
};

}  // namespace turnout::kiosk
