// All presenters and their views in one place: a new page is added here.
#pragma once

#include <map>
#include <memory>

#include "organizer/desk/app/doors_page.h"
#include "organizer/desk/app/guests_page.h"
#include "organizer/desk/app/log_page.h"
#include "organizer/desk/app/preferences.h"
#include "organizer/desk/app/programme_page.h"
#include "organizer/desk/app/report_page.h"
#include "organizer/desk/app/start_page.h"
#include "organizer/desk/app/tickets_page.h"
#include "organizer/desk/views/page_view.h"

namespace turnout::desk {

class DeskPages {
  public:
    explicit DeskPages(Session& session);

    PageView& at(PageId page) { return *views_.at(page); }

    StartPage start;
    GuestsPage guests;
    TicketsPage tickets;
    DoorsPage doors;
    ProgrammePage programme;
    LogPage log;
    ReportPage report;

  private:
    std::map<PageId, std::unique_ptr<PageView>> views_;
};

}  // namespace turnout::desk
