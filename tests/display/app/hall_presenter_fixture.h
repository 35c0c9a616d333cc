// An evening of four countries, told step by step.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "display/app/hall_presenter.h"
#include "tests/support/event_builder.h"
#include "tests/support/fake_clock.h"

namespace turnout::display {

using test::at;
using test::country;

inline EventPlan plan() {
    EventPlan plan = test::aPlan();
    plan.zone = Zone::named("Asia/Shanghai").value();
    plan.starts = at("2023-11-17T19:00:00+08:00");
    plan.ends = at("2023-11-17T21:00:00+08:00");
    plan.acts = {{{}, {"First", "一"}, "Li", at("2023-11-17T19:05:00+08:00")},
                 {{}, {"Second", "二"}, {}, at("2023-11-17T19:30:00+08:00")}};
    plan.display = {{"rotation", "count 20, programme 10"},
                    {"rotation_before", "doors-open 15, count 15"},
                    {"moments_in_acts", "true"}};
    return plan;
}

class HallPresenterTest : public testing::Test {
  protected:
    explicit HallPresenterTest(const char* time = "2023-11-17T19:10:00+08:00") : wall(at(time)) {
        for (const char* code : {"LA", "NP", "PK", "ET"}) registered[code] = 200;
    }

    void arrive(const std::string& code, std::int64_t guests = 1) {
        if (arrived[code] == 0 && guests > 0) first[code] = static_cast<std::int64_t>(first.size()) + 1;
        arrived[code] += guests;
    }
    void tell() { presenter.take(numbers(), now, wall); }
    void run(Millis time) {
        for (Millis done{0}; done < time; done += 50ms) {
            now += 50ms;
            wall += 50ms;
            presenter.confirmed(now, wall);
            presenter.tick(now, wall);
            longest = std::max(longest, presenter.screen().moment ? ++shown * 50 : (shown = 0));
        }
    }
    // The moments of that time as they are told: "LA", "NP ET" of countries that share one, "100".
    std::vector<std::string> toldIn(Millis time) {
        std::vector<std::string> seen;
        bool on = false;
        for (Millis done{0}; done < time; done += 50ms) {
            run(50ms);
            const bool before = std::exchange(on, screen().moment.has_value());
            if (!on || before) continue;
            std::string told;
            for (const CountryCode& code : newCountriesOf(*screen().moment))
                told += (told.empty() ? "" : " ") + code.str();
            seen.push_back(told.empty() ? std::to_string(screen().moment->number) : told);
        }
        return seen;
    }
    void press(Control control) { presenter.control(control, now, wall); }
    const HallScreen& screen() const { return presenter.screen(); }

    HallNumbers numbers() const {
        HallNumbers hall;
        for (const auto& [code, guests] : registered) {
            const auto came = arrived.contains(code) ? arrived.at(code) : 0;
            hall.totals.byCountry.push_back({country(code), {guests, came}, came > 0 ? first.at(code) : 0});
            hall.totals.guests.registered += guests;
            hall.totals.guests.arrived += came;
            ++hall.totals.countries.registered;
            hall.totals.countries.arrived += came > 0 ? 1 : 0;
        }
        return hall;
    }

    std::map<std::string, std::int64_t> registered, arrived, first;
    SteadyTime now = SteadyTime{} + 100s;
    TimePoint wall;
    HallPresenter presenter{plan(), false};
    int shown = 0, longest = 0;
};

}  // namespace turnout::display
