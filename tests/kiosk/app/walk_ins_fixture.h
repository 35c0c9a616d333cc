// Somebody without a registration stands at the door, and the form for them is open.
#pragma once

#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {

inline CountryCode code(std::string_view alpha2) {
    return *CountryCode::fromAlpha2(alpha2);
}

class WalkIns : public Pages {
  protected:
    WalkIns() {
        open([](DoorSetup& setup) {
            setup.event.capacity = 520;
            setup.event.affiliations = {{"wmu", {"Wenzhou Medical University", "温州医科大学"}, {"WMU", ""}, {}},
                                        {"tmu", {"Tianjin Medical University", "天津医科大学"}, {}, {}}};
        });
        press(DoorAction::openWalkIn);
    }
    const WalkInScreen& form() const { return *screen().walkIn; }
    const FieldScreen& field(std::size_t which) const { return form().fields.at(which); }
    void typeInto(std::uint32_t which, std::u32string_view text) {
        press({DoorAction::focus, which});
        type(text);
    }
    std::size_t focused() const {
        for (std::size_t i = 0; i < form().fields.size(); ++i)
            if (field(i).focused) return i;
        return form().fields.size();
    }
    void fillIn() {
        type(U"Li Ming");
        typeInto(1, U"malaysia");
        presenter->onTab(moment);
    }
    static People unread(const PeopleQuestion& question) {
        People people;
        people.question = question;
        people.trouble = makeError(Fault::replaced, "store.replaced");
        return people;
    }
    void fillInUnlisted() {
        fillIn();
        answerPeople({});
    }
};

}  // namespace turnout::kiosk
