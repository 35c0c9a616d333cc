// The page "Start".
#pragma once

#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct StartScreen {
    bool operator==(const StartScreen&) const = default;
};

class StartPage {
  public:
    explicit StartPage(Session& session) : session_(session) {}

    StartScreen screen() const { return {}; }
    Session& session() { return session_; }

  private:
    Session& session_;
};

}  // namespace turnout::desk
