// A door's presenter whose pages are pressed and typed on, at four minutes past seven.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/app/door_presenter.h"
#include "kiosk/app/menu_page.h"
#include "kiosk/app/settings_page.h"
#include "tests/support/event_builder.h"

namespace turnout::kiosk {

inline const SteadyTime kStart{std::chrono::hours(1)};
inline TimePoint wall() {
    return turnout::test::at("2023-11-17T19:04:12+08:00");
}

inline Guest aGuest(std::int64_t id, std::string name) {
    Guest guest;
    guest.id = AttendeeId{id};
    guest.name = std::move(name);
    guest.country = *CountryCode::fromAlpha2("LA");
    return guest;
}

class Pages : public testing::Test {
  protected:
    Pages() { open({}); }

    void open(const std::function<void(DoorSetup&)>& change) {
        DoorSetup setup;
        setup.event = turnout::test::aPlan();
        setup.event.zone = *Zone::named("Asia/Shanghai");
        setup.event.walkIns = true;
        setup.door = {DoorId{1}, "A", DoorWay::both};
        if (change) change(setup);
        moment = kStart;
        presenter = std::make_unique<DoorPresenter>(std::move(setup), moment, wall());
    }
    // A person has seen what they press.
    void press(DoorPress what) {
        look();
        pressUnseen(what);
    }
    void look(Millis howLong = kSeenBeforeYes) {
        presenter->tick(moment, wall());
        moment += howLong;
        presenter->tick(moment, wall());
    }
    // The second tap of a double one.
    void pressUnseen(DoorPress what) {
        presenter->handle(what, moment);
        presenter->tick(moment, wall());
    }
    void type(std::u32string_view text) {
        for (const char32_t character : text) presenter->onCharacter(character);
    }
    const DoorScreen& screen() const { return presenter->screen(); }
    std::vector<DoorRequest> requests() { return presenter->takeRequests(); }
    void counts(const std::function<void(DoorStatus&)>& change) {
        change(status);
        presenter->onStore(status, {}, 0, {}, moment);
    }
    // The PIN's answer of the people's service.
    void givePin(bool right) {
        type(U"1234");
        press(DoorAction::yes);
        People people;
        people.question = *presenter->takeQuestion();
        people.pinRight = right;
        presenter->onPeople(std::move(people));
    }
    void answer(Verdict verdict, const Guest& guest) {
        Answer given;
        given.scan = newScanId();
        given.at = wall();
        given.verdict = verdict;
        given.guest = guest;
        given.code = "CODE";
        presenter->onAnswer(given, moment);
    }
    // To the walk-in that was asked for last, whose requests are taken.
    Answer walkInAdmitted(const std::string& name) {
        Answer given;
        given.scan = requests().back().scan;
        given.at = wall();
        given.source = Source::walkIn;
        given.verdict = Verdict::admitted;
        given.guest = aGuest(9, name);
        given.code = "K7QX9V3M2RTB5WHN8DJ3";
        return given;
    }
    // As the people's service would answer.
    static People found(const PeopleQuestion& question, std::vector<std::pair<Guest, Presence>> guests) {
        People people;
        people.question = question;
        people.all = guests.size();
        for (auto& [guest, presence] : guests) {
            GuestNow now;
            now.id = guest.id;
            now.presence = presence;
            people.now.push_back(now);
            FoundGuest one;
            one.guest = guest;
            people.guests.push_back(std::move(one));
        }
        return people;
    }
    void answerPeople(std::vector<std::pair<Guest, Presence>> guests) {
        presenter->onPeople(found(*presenter->takeQuestion(), std::move(guests)));
    }

    std::uint32_t settingsRow(SettingsPage::Row row) const {
        const auto rows = SettingsPage::rows(presenter->state());
        return static_cast<std::uint32_t>(std::find(rows.begin(), rows.end(), row) - rows.begin());
    }

    SteadyTime moment = kStart;
    DoorStatus status;
    std::unique_ptr<DoorPresenter> presenter;
};

}  // namespace turnout::kiosk
