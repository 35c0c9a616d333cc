// The page "Doors".
#pragma once

#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct DoorsScreen {
    bool operator==(const DoorsScreen&) const = default;
};

class DoorsPage {
  public:
    explicit DoorsPage(Session& session) : session_(session) {}

    DoorsScreen screen() const { return {}; }
    Session& session() { return session_; }

  private:
    Session& session_;
};

}  // namespace turnout::desk
