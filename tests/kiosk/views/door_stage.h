// What the samples of the door are made from: a real presenter with a fake clock, answers made by hand, guests of the
// design. For door_samples.cpp and page_samples.cpp.
#pragma once

#include <optional>
#include <vector>

#include "tests/kiosk/views/door_samples.h"

namespace turnout::kiosk::test {

TimePoint evening(const char* iso);
TimePoint nineteenOhFour();

DoorSetup setup(Lang lang, Direction direction = Direction::entry);
DoorStatus counts();
Answer answer(Verdict verdict, std::optional<Guest> guest);
Entry doorB(const char* iso);

// A door at four minutes past seven; shows one answer after another.
struct Stage {
    DoorPresenter presenter;
    SteadyTime now{std::chrono::hours(1)};

    explicit Stage(DoorSetup setup, bool live = true);
    explicit Stage(Lang lang, Direction direction = Direction::entry, bool live = true);
    void show(const Answer& a);
    void press(DoorPress what);  // by a person, who has seen what they press
    void past();
    void tick();
};

Guest rathnayake();
Guest sharabi();
Guest kouassi();
Guest phommachanh();
Guest khan();
Guest batbayar();
Guest htet();
Guest bekele();
Guest boateng();
Guest named(Guest guest);  // who agreed to be named in the hall: their card has one more button

// The samples of the pages beside the verdicts (page_samples.cpp).
void addSearchScreens(std::vector<Sample>& all, Lang lang);
void addOtherPages(std::vector<Sample>& all, Lang lang);
void addMenuScreens(std::vector<Sample>& all, Lang lang);
void addCrowdedScreens(std::vector<Sample>& all, Lang lang);                        // crowded_samples.cpp
void addAskedScreens(std::vector<Sample>& all, Lang lang);                          // asked_samples.cpp
void addLongLists(std::vector<Sample>& all, Lang lang, std::vector<Guest> guests);  // of guests with long names

}  // namespace turnout::kiosk::test
