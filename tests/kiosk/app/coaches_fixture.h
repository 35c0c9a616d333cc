// A coach from one university, or its paper list, on the page of a group.
#pragma once

#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {

class Coaches : public Pages {
  protected:
    void openUniversities(std::size_t universities) {
        press(DoorAction::openGroup);
        People people;
        people.question = *presenter->takeQuestion();
        for (std::size_t i = 0; i < universities; ++i) {
            const std::string name = "University " + std::to_string(i + 1);
            people.universities.push_back({"u" + std::to_string(i + 1), {name, name}, {3, 0}});
        }
        presenter->onPeople(std::move(people));
    }
    void openCoach(std::int64_t guests) {
        openUniversities(1);
        press({DoorAction::pick, 0});
        People people;
        people.question = *presenter->takeQuestion();
        fillCoach(people, guests);
        presenter->onPeople(std::move(people));
    }
    static void fillCoach(People& people, std::int64_t guests) {
        for (std::int64_t id = 1; id <= guests; ++id) {
            people.guests.push_back({aGuest(id, "Guest " + std::to_string(id)), {}, {}});
            GuestNow now;
            now.id = AttendeeId{id};
            people.now.push_back(now);
        }
    }
    void answerAll(const std::function<Verdict(std::int64_t)>& verdict) {
        for (const DoorRequest& request : requests()) {
            Answer given;
            given.scan = request.scan;
            given.at = wall();
            given.verdict = verdict(request.guest->value);
            given.guest = aGuest(request.guest->value, "Guest");
            presenter->onAnswer(given, moment);
        }
    }
    // Of the coach, these need something.
    void note(std::initializer_list<std::int64_t> ids) {
        press(DoorAction::back);
        presenter->takeQuestion();
        press({DoorAction::pick, 0});
        People people;
        people.question = *presenter->takeQuestion();
        for (std::int64_t id = 1; id <= 30; ++id) {
            Guest guest = aGuest(id, "Guest " + std::to_string(id));
            guest.attention = std::find(ids.begin(), ids.end(), id) != ids.end();
            if (guest.attention) guest.note = "wheelchair";
            people.guests.push_back({guest, {}, {}});
            GuestNow now;
            now.id = AttendeeId{id};
            people.now.push_back(now);
        }
        presenter->onPeople(std::move(people));
    }
    std::size_t after(std::initializer_list<DoorAction> arrows) {
        for (const DoorAction arrow : arrows) press(arrow);
        return screen().group->focused;
    }
};

}  // namespace turnout::kiosk
