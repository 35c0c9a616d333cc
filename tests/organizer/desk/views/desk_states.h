// The states of the desk's pages that its pictures and its tests look at: a desk with everything behind it, and what
// leads it there.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "organizer/desk/views/desk_pages.h"
#include "tests/organizer/desk/app/desk_stand.h"

namespace turnout::desk {

// Each state leads one of these somewhere.
struct Shown {
    DeskStand stand;
    DeskPages pages{stand.session};
    Memory memory;

    void settle() {
        for (int i = 0; i < 3; ++i) {
            stand.work.finish();
            pages.at(stand.session.page()).tick();
        }
        stand.work.finish();
    }
    void open(bool guests);
    void files();
    void go(PageId page) {
        stand.session.go(page);
        pages.at(page).shown();
        settle();
    }
    void draw(ui::Canvas& canvas, const Look& look, Lang lang, bool above);
};

struct State {
    std::string name;
    std::function<void(Shown&)> lead;
    bool above = false;  // something stands over the page
};

// Twenty guests came, one of them twice, and a stranger.
void evening(Shown& desk, PageId page);

const std::vector<State>& allStates();
std::vector<State> statesBefore();     // making an event, guests, tickets
std::vector<State> statesOfDoors();    // doors, programme
std::vector<State> statesOfEvening();  // log, report
std::vector<State> statesAbove();      // what stands over a page

}  // namespace turnout::desk
