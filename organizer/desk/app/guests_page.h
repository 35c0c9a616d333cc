// The page "Guests".
#pragma once

#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct GuestsScreen {
    bool operator==(const GuestsScreen&) const = default;
};

class GuestsPage {
  public:
    explicit GuestsPage(Session& session) : session_(session) {}

    GuestsScreen screen() const { return {}; }
    Session& session() { return session_; }

  private:
    Session& session_;
};

}  // namespace turnout::desk
