// A list of invented guests that answers a page's questions.
#pragma once

#include <utility>
#include <vector>

#include "tests/kiosk/views/door_stage.h"

namespace turnout::kiosk::test {

// A list as the people's service would answer from it.
class SampleList {
  public:
    explicit SampleList(std::vector<Guest> guests) : index_(setup(Lang::en).event.affiliations) {
        for (const Guest& guest : guests) index_.add(guest);
    }

    void answer(Stage& stage) {
        const auto question = stage.presenter.takeQuestion();
        if (!question) return;
        People people;
        people.question = *question;
        if (question->kind == PeopleQuestion::Kind::search) {
            FoundGuests found = index_.find(question->text, kMostFound);
            people.guests = std::move(found.best);
            people.all = found.all;
        } else if (question->kind == PeopleQuestion::Kind::university) {
            for (Guest& guest : index_.ofAffiliation(question->affiliation))
                people.guests.push_back({std::move(guest), {}, {}});
            for (const FoundGuest& one : index_.find(question->text, people.guests.size(), &question->affiliation).best)
                people.found.push_back(one.guest.id);
        } else if (question->kind == PeopleQuestion::Kind::namesakes) {
            for (Guest& guest : index_.namesakes(question->text, question->country))
                people.guests.push_back({std::move(guest), {}, {}});
        } else if (question->kind == PeopleQuestion::Kind::universities) {
            for (const Affiliation& affiliation : setup(Lang::en).event.affiliations)
                people.universities.push_back({affiliation.id, affiliation.name, {57, 31}});
        }
        for (std::size_t i = 0; i < people.guests.size(); ++i) {
            GuestNow now;
            now.id = people.guests[i].guest.id;
            now.ticketBeginning = "CQM7K";
            now.ticketEnding = "DJ8R5";
            now.issued = evening("2023-11-10T10:00:00+08:00");
            if (now.id.value % 5 == 2) {
                now.presence = Presence::inside;
                now.entry = doorB("2023-11-17T18:50:02+08:00");
            }
            people.now.push_back(now);
        }
        stage.presenter.onPeople(std::move(people));
    }
    void type(Stage& stage, std::u32string_view text) {
        for (const char32_t c : text) stage.presenter.onCharacter(c);
        answer(stage);
    }

  private:
    GuestIndex index_;
};

// The answer to the question who is inside that the stage's door has asked.
inline People allInside(Stage& stage, const std::vector<Guest>& guests) {
    People people;
    people.question = *stage.presenter.takeQuestion();
    for (const Guest& guest : guests) {
        people.guests.push_back({guest, {}, {}});
        GuestNow now;
        now.id = guest.id;
        now.entry = doorB("2023-11-17T18:50:02+08:00");
        people.now.push_back(now);
    }
    return people;
}

inline std::vector<Guest> numbered(std::vector<Guest> guests) {
    std::int64_t id = 0;
    for (Guest& guest : guests) guest.id = AttendeeId{++id};
    return guests;
}

}  // namespace turnout::kiosk::test
