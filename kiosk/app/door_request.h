// What the screen asks of the rest of the door: of the store, of the people's service, of the program.
#pragma once

#include <optional>
#include <string>

#include "common/store/scan.h"

namespace turnout::kiosk {

struct DoorRequest {
    enum class Kind {
        typedCode,  // text
        admit,      // scan, source, and guest or walkIn
        override,   // scan overrules `about`; code, text = the reason
        undo,       // about, text = the reason
        remark,     // about, remark
        hideName,   // guest
        tryNow,
        closeDoor,       // on = closed
        renameDoor,      // text
        rehearse,        // on
        changeSettings,  // the presenter's settings have changed: keep them
        setPin,          // text
        testSaving,      // write something and say how long it took
        testSound,
        changeDoor,  // back to the start page
        close,       // the program ends
        leaveFullscreen,
    };
    Kind kind = Kind::typedCode;
    std::string text;
    ScanId scan, about;
    Source source = Source::typed;
    std::optional<AttendeeId> guest;
    std::optional<WalkIn> walkIn;
    std::string code;
    Remark remark = Remark::samePerson;
    bool on = false;
    bool operator==(const DoorRequest&) const = default;
};

}  // namespace turnout::kiosk
