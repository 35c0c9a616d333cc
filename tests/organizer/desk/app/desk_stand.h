// A desk without a window: an event file of its own, a clock that stands still, and work that is waited for.
#pragma once

#include <fstream>
#include <functional>
#include <mutex>
#include <string>

#include "assets/assets.h"
#include "common/roster/event_toml.h"
#include "organizer/desk/app/session.h"
#include "tests/support/event_builder.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace turnout::desk {

struct DeskStand {
  private:  // before the work, which uses them
    std::mutex waking_;
    std::function<void()> wake_;

  public:
    test::TempDir dir;
    test::FakeClock clock{test::at("2023-11-10T10:00:00+08:00")};
    Work work{[this] {
        const std::lock_guard lock(waking_);
        if (wake_) wake_();
    }};
    Session session{work, clock, Lang::en};
    std::filesystem::path event = dir.path() / "evening.turnout";

    // The demo's plan, without guests.
    void openDemo() {
        EventPlan plan = test::must(readEventToml(assets::bytes("demo/event.toml"), "event.toml", {}));
        test::must(EventStore::create(event, plan, clock.now()));
        open();
    }
    void open() {
        session.open(event);
        work.finish();
    }
    std::filesystem::path file(const std::string& name, const std::string& text) const {
        const auto path = dir.path() / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    EventReader read() const { return test::must(EventReader::open(event)); }
    // Called on the work thread, also when a job that shows progress begins.
    void onWake(std::function<void()> wake) {
        const std::lock_guard lock(waking_);
        wake_ = std::move(wake);
    }
    std::string said() const { return session.toast() ? session.say(session.toast()->text) : std::string(); }
};

}  // namespace turnout::desk
