// The page "Report".
#pragma once

#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct ReportScreen {
    bool operator==(const ReportScreen&) const = default;
};

class ReportPage {
  public:
    explicit ReportPage(Session& session) : session_(session) {}

    ReportScreen screen() const { return {}; }
    Session& session() { return session_; }

  private:
    Session& session_;
};

}  // namespace turnout::desk
