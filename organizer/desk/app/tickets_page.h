// The page "Tickets".
#pragma once

#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct TicketsScreen {
    bool operator==(const TicketsScreen&) const = default;
};

class TicketsPage {
  public:
    explicit TicketsPage(Session& session) : session_(session) {}

    TicketsScreen screen() const { return {}; }
    Session& session() { return session_; }

  private:
    Session& session_;
};

}  // namespace turnout::desk
