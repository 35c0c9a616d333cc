// The page "Log".
#pragma once

#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct LogScreen {
    bool operator==(const LogScreen&) const = default;
};

class LogPage {
  public:
    explicit LogPage(Session& session) : session_(session) {}

    LogScreen screen() const { return {}; }
    Session& session() { return session_; }

  private:
    Session& session_;
};

}  // namespace turnout::desk
