// An evening that is over, for the pages that look back on it.
#pragma once

#include <gtest/gtest.h>

#include "tests/organizer/desk/app/desk_stand.h"

namespace turnout::desk {

// Five guests: 1 at A and again at B, 2 at A and undone, 3 in, out and back, a stranger.
struct AfterPages : testing::Test {
    DeskStand desk;

    void SetUp() override {
        test::must(EventStore::create(desk.event, test::aPlan(), desk.clock.now()));
        auto store = test::must(EventStore::open(desk.event));
        test::must(store.merge(test::guests(5), {}, desk.clock.now()));
        const auto tickets = test::must(store.issueTickets(desk.clock.now()));
        const Door a = test::must(store.doorNamed("A", test::evening())),
                   b = test::must(store.doorNamed("B", test::evening()));
        const auto at = [](int minutes) { return test::evening() + std::chrono::minutes(minutes); };
        test::must(store.admit(test::aScan(a, tickets[0].code, at(0))));
        test::must(store.admit(test::aScan(b, tickets[0].code, at(2))));
        test::must(store.admit(test::aScan(a, tickets[1].code, at(3))));
        test::must(store.undoLast(a.id, "slip", "Li", at(4)));
        test::must(store.admit(test::aScan(b, tickets[2].code, at(6))));
        test::must(store.admit(test::aScan(b, tickets[2].code, at(16), Direction::exit)));
        test::must(store.admit(test::aScan(b, tickets[2].code, at(21))));
        test::must(store.admit(test::aScan(a, "https://example.org", at(22))));
        desk.open();
    }
    template <class Page>
    void settle(Page& page) {
        for (int i = 0; i < 3; ++i) {
            desk.work.finish();
            page.tick();
        }
        desk.work.finish();
    }
};

}  // namespace turnout::desk
