// The page "Tickets": choose how they look, see one, save them into a folder or print them.
#pragma once

#include <memory>
#include <string>

#include "common/paint/bitmap.h"
#include "organizer/desk/app/session.h"
#include "organizer/office/ticket_run.h"

namespace turnout::desk {

enum class TicketLook { sheet, page, label, card, picture };

struct TicketsScreen {
    TicketLook look = TicketLook::sheet;
    bool all = false, byAffiliation = false, isSigned = false;
    std::string folder;  // typed
    std::int64_t guests = 0, tickets = 0, without = 0;
    std::shared_ptr<const paint::Bitmap> preview;  // a page as it will be; empty while it is drawn
    std::string sample;                            // whose ticket is shown
    std::string done;                              // the folder of the last run; empty = none yet
    Lang lang = Lang::en;
    bool operator==(const TicketsScreen&) const = default;
};

class TicketsPage {
  public:
    explicit TicketsPage(Session& session) : session_(session) {}

    TicketsScreen screen() const;
    void tick();
    void shown() { tick(); }

    void choose(TicketLook look);
    void drawAll(bool on) { screen_.all = on; }
    void byAffiliation(bool on) { screen_.byAffiliation = on; }
    void sign(bool on) { screen_.isSigned = on; }
    void typeFolder(std::string folder) { screen_.folder = std::move(folder); }
    void save();
    void print();  // saves, then sends every PDF of this run to the printer
    void openFolder();
    void browse();  // for the folder

  private:
    void preview();
    void make(bool print);

    Session& session_;
    TicketsScreen screen_;
    std::uint64_t event_ = 0, drawnFor_ = 0, previews_ = 0;
};

}  // namespace turnout::desk
