#include "organizer/desk/views/desk_pages.h"

#include "organizer/desk/views/doors_view.h"
#include "organizer/desk/views/guests_view.h"
#include "organizer/desk/views/log_view.h"
#include "organizer/desk/views/programme_view.h"
#include "organizer/desk/views/report_view.h"
#include "organizer/desk/views/start_view.h"
#include "organizer/desk/views/tickets_view.h"

namespace turnout::desk {
namespace {

template <class Presenter, class Screen>
std::unique_ptr<PageView> view(Presenter& presenter, void (*draw)(Widgets&, const Rect&, const Screen&, Presenter&)) {
    return std::make_unique<PageOf<Presenter, Screen>>(presenter, draw);
}

}  // namespace

DeskPages::DeskPages(Session& session)
    : start(session),
      guests(session),
      tickets(session),
      doors(session),
      programme(session),
      log(session),
      report(session) {
    views_[PageId::start] = view(start, drawStart);
    views_[PageId::guests] = view(guests, drawGuests);
    views_[PageId::tickets] = view(tickets, drawTickets);
    views_[PageId::doors] = view(doors, drawDoors);
    views_[PageId::programme] = view(programme, drawProgramme);
    views_[PageId::log] = view(log, drawLog);
    views_[PageId::report] = view(report, drawReport);
}

}  // namespace turnout::desk
