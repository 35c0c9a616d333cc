// The page "Programme".
#pragma once

#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct ProgrammeScreen {
    bool operator==(const ProgrammeScreen&) const = default;
};

class ProgrammePage {
  public:
    explicit ProgrammePage(Session& session) : session_(session) {}

    ProgrammeScreen screen() const { return {}; }
    Session& session() { return session_; }

  private:
    Session& session_;
};

}  // namespace turnout::desk
