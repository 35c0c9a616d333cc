// Who shows what to the door camera, when and how: the script of the door video.
#pragma once

#include <string>
#include <vector>

#include "common/domain/verdict.h"
#include "organizer/demo/foyer.h"
#include "organizer/demo/frame.h"
#include "organizer/demo/props.h"

namespace turnout::demo {

struct Showing {
    Prop prop;
    Verdict verdict = Verdict::admitted;                // what the door must answer
    double comes = 0, shown = 0, leaves = 0, gone = 0;  // seconds: enters the frame, held still, until, out of it
    Pose outside, held, drifted, away;                  // at those four moments; a hand trembles between
    Look look;
    double stands = 0;  // where its guest stands, as Foyer::Visitor::side
};

struct RunningOrder {
    std::vector<Showing> showings;  // in the order of `shown`
    double seconds = 0;             // of the whole video
};

// The tickets that are shown, each of another guest.
struct Cast {
    std::vector<Ticket> admitted;
    Ticket revoked;
    std::string otherEventCode, webAddress;
};

// One of the admitted is shown a second time, more than ten seconds after it has left.
RunningOrder runningOrder(const Cast& cast, int width, int height, std::uint64_t seed);

// The hand at `seconds`; only between comes and gone.
Pose poseAt(const Showing& showing, double seconds);

}  // namespace turnout::demo
