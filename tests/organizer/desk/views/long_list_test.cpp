// 100,000 guests in the window: what is done on its thread stays short, whatever is searched, sorted or scrolled. The
// figures are printed.
#include <gtest/gtest.h>

#include <cmath>
#include <iostream>
#include <thread>

#include "common/ui/window.h"
#include "organizer/desk/views/frame_view.h"
#include "tests/organizer/desk/views/desk_states.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::desk {
namespace {

using std::chrono::steady_clock;
using test::must;

constexpr int kGuests = 100'000;
constexpr double kFreezeMs = 400;  // an unoptimised build with sanitizers on a busy machine; optimised, see the figures

double msSince(steady_clock::time_point from) {
    return std::chrono::duration<double, std::milli>(steady_clock::now() - from).count();
}

struct LongList : testing::Test {
    Shown desk;
    std::unique_ptr<ui::Window> window;
    double longest = 0;  // on the thread of the window, since it was set to 0

    void SetUp() override {
        test::VirtualDisplay::shared();
        window = must(ui::Window::open({.title = "desk", .width = 1440, .height = 900}));
        desk.stand.openDemo();
        {
            auto store = must(EventStore::open(desk.stand.event));
            must(store.merge(test::guests(kGuests), {}, desk.stand.clock.now()));
        }
        desk.stand.open();
        desk.settle();
        draw();  // a first frame makes its letters and textures
    }
    void TearDown() override { desk.memory = {}; }

    template <class Act>
    void onWindow(Act act) {
        const auto from = steady_clock::now();
        act();
        longest = std::max(longest, msSince(from));
    }
    void draw(std::vector<ui::Event> events = {}) {
        onWindow([&] {
            window->draw([&](ui::Canvas& canvas) {
                const FrameScreen frame = frameScreen(desk.stand.session);
                static const Clipboard none;
                Widgets ui(canvas, desk.memory, Look::light(), Lang::en, 1, std::move(events), none);
                drawFrame(ui, frame, desk.stand.session);
                desk.pages.at(desk.stand.session.page()).draw(ui, pageBox(ui));
            });
        });
    }
    // Until `done`, as the loop of the window would: deliver, look, draw. Answers how long it took.
    template <class Until>
    double until(Until done) {
        const auto from = steady_clock::now();
        while (!done() && msSince(from) < 120'000) {
            onWindow([&] { desk.stand.work.deliver(); });
            onWindow([&] { desk.pages.at(desk.stand.session.page()).tick(); });
            std::this_thread::yield();
        }
        return msSince(from);
    }
    const ListScreen list() { return desk.pages.guests.screen().list; }
    void tell(const std::string& what, double whole) {
        std::cout << "  " << what << ": " << std::lround(whole) << " ms, the window busy for at most "
                  << std::lround(longest) << " ms\n";
        EXPECT_LT(longest, kFreezeMs) << what;
        longest = 0;
    }
};

TEST_F(LongList, OpensSearchesSortsAndScrollsWithoutFreezing) {
    GuestsPage& page = desk.pages.guests;
    longest = 0;
    onWindow([&] { desk.stand.session.go(PageId::guests); });
    onWindow([&] { desk.pages.at(PageId::guests).shown(); });
    double whole = until([&] { return list().shown && !desk.stand.work.busy(); });
    ASSERT_TRUE(list().shown);
    ASSERT_EQ(list().shown->size(), static_cast<std::size_t>(kGuests));
    draw();
    tell("opened", whole);

    for (const char* words : {"g", "guest 99", "zz nobody", "id-77777", ""}) {
        const auto before = list().shown;
        onWindow([&] { page.search(words); });
        whole = until([&] { return list().shown != before; });
        draw();
        tell(std::string("searched “") + words + "”", whole);
    }
    auto before = list().shown;
    onWindow([&] { page.sortBy(GuestColumn::country); });
    whole = until([&] { return list().shown != before; });
    draw();
    tell("sorted", whole);

    before = list().shown;
    const auto from = steady_clock::now();
    for (int i = 0; i < 40; ++i) {
        ui::Event wheel{.kind = ui::EventKind::scroll, .amount = -20};
        wheel.at = {600, 500};
        draw({wheel});
    }
    tell("scrolled 40 times", msSince(from));
    onWindow([&] { page.selectGuest(50'000); });
    draw();
    EXPECT_TRUE(list().draft);
    tell("one looked at", 0);
}

}  // namespace
}  // namespace turnout::desk
