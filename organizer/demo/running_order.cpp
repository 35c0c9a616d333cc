#include "organizer/demo/running_order.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <set>

namespace turnout::demo {
namespace {

constexpr double kLead = 1.6, kTail = 2.2;  // seconds without a ticket at the ends
constexpr double kTwoApart = 0.75;          // of two at once, the second comes so much later
constexpr std::size_t kRevokedAt = 13, kOtherAt = 24, kFlyerAt = 37, kAgainOf = 7, kAgainAt = 50;
constexpr std::array<std::size_t, 6> kTwoAtOnce{4, 17, 29, 42, 53, 61};  // this one and the next

// What most guests bring; a pack that is dealt out evenly.
constexpr std::array kPack{Medium::phoneLight, Medium::phoneDark,  Medium::paperStrip, Medium::phoneLight,
                           Medium::paperCard,  Medium::phoneLight, Medium::phoneDark,  Medium::paperStrip,
                           Medium::phoneLight, Medium::paperCard,  Medium::phoneDark,  Medium::phoneInverted};

struct Sizes {
    double least, most;  // pixels of a module at 720 lines
};

Sizes sizesOf(Medium medium) {
    switch (medium) {
        case Medium::phoneLight: return {4.6, 7.4};
        case Medium::phoneDark: return {5.4, 10.5};
        case Medium::phoneInverted: return {5.6, 7.6};
        case Medium::paperStrip: return {4.5, 6.2};
        case Medium::paperCard: return {4.8, 7.2};
        case Medium::otherEvent: return {6.5, 9};
        case Medium::flyer: return {6, 8};
    }
    return {};
}

void holdSomehow(Showing& showing, bool two, bool right, double width, double height, Chance& chance) {
    const double scale = height / 720;
    const auto [least, most] = sizesOf(showing.prop.medium);
    const bool strip = showing.prop.medium == Medium::paperStrip;
    Pose& held = showing.held;
    held.module = (two ? chance.between(least, (least + most) / 2) : chance.between(least, most)) * scale;
    held.x = width * (0.5 + (strip ? 0.12 : 0) + chance.between(-0.09, 0.09));
    if (two) held.x = width * (right ? 0.74 + (strip ? 0.12 : 0) : 0.28 + (strip ? 0.06 : 0));
    held.y = height * chance.between(0.40, 0.56);
    held.roll = chance.between(-13, 13);
    held.yaw = chance.between(-26, 26);
    held.pitch = chance.between(-20, 20);
    if (strip && two) held.yaw *= 0.5;

    auto moved = [&](double dx, double dy, double size, double turn) {
        Pose pose = held;
        pose.x += dx * width, pose.y += dy * height, pose.module *= size, pose.roll += turn;
        return pose;
    };
    // Nearer or further while it is held, as people do until the light turns green.
    showing.drifted =
        moved(chance.between(-0.02, 0.02), chance.between(-0.025, 0.025),
              chance.oneIn(3) ? chance.between(0.90, 1.14) : chance.between(0.97, 1.03), chance.between(-3, 3));
    const double reach = 0.5 + 16 * held.module / height;  // until all of it is below the frame
    showing.outside = moved(chance.between(-0.12, 0.12), reach + 0.35, 0.82, chance.between(-16, 16));
    showing.away = moved(chance.between(-0.2, 0.2), reach + 0.4, 0.86, chance.between(-20, 20));
}

std::vector<Showing> cards(const Cast& cast, Chance& chance) {
    std::vector<Showing> showings;
    std::vector<Medium> pack;
    for (std::size_t i = 0; i < cast.admitted.size(); ++i) {
        if (pack.empty()) {
            pack.assign(kPack.begin(), kPack.end());
            chance.shuffle(pack);
        }
        Showing showing;
        showing.prop.ticket = cast.admitted[i];
        showing.prop.medium = pack.back();
        pack.pop_back();
        showings.push_back(std::move(showing));
    }
    auto insert = [&](std::size_t at, Medium medium, Ticket ticket, Verdict verdict) {
        Showing showing;
        showing.prop.medium = medium;
        showing.prop.ticket = std::move(ticket);
        showing.verdict = verdict;
        showings.insert(showings.begin() + static_cast<std::ptrdiff_t>(std::min(at, showings.size())), showing);
    };
    insert(kRevokedAt, Medium::phoneLight, cast.revoked, Verdict::revoked);
    insert(kOtherAt, Medium::otherEvent, {cast.otherEventCode, {}}, Verdict::otherEvent);
    insert(kFlyerAt, Medium::flyer, {cast.webAddress, {}}, Verdict::notATicket);
    insert(kAgainAt, Medium::phoneDark, showings[std::min(kAgainOf, showings.size() - 1)].prop.ticket,
           Verdict::alreadyIn);
    return showings;
}

double eased(double share) {
    return share * share * (3 - 2 * share);
}

}  // namespace

RunningOrder runningOrder(const Cast& cast, int width, int height, std::uint64_t seed) {
    Chance chance(seed);
    RunningOrder order;
    order.showings = cards(cast, chance);
    double now = kLead;
    for (std::size_t i = 0; i < order.showings.size(); ++i) {
        const bool two =
            std::find(kTwoAtOnce.begin(), kTwoAtOnce.end(), i) != kTwoAtOnce.end() && i + 1 < order.showings.size();
        const double stays = chance.between(0.85, 1.25);
        double until = 0;
        for (std::size_t n = 0; n < (two ? 2U : 1U); ++n) {
            Showing& showing = order.showings[i + n];
            const bool right = n == 1;
            showing.prop.chance = chance.next();
            showing.look = lookOf(chance.next());
            showing.prop.skin = showing.look.skin, showing.prop.sleeve = showing.look.cloth;
            showing.stands = two ? (right ? 0.34 : -0.34) : chance.between(-0.08, 0.08);
            holdSomehow(showing, two, right, width, height, chance);
            showing.comes = now + (right ? kTwoApart : 0);
            showing.shown = showing.comes + chance.between(0.34, 0.46);
            showing.leaves = now + (two ? kTwoApart : 0) + 0.4 + stays + chance.between(0, 0.1);
            showing.gone = showing.leaves + chance.between(0.28, 0.38);
            until = std::max(until, showing.gone);
        }
        now = until + chance.between(0.10, 0.28);
        if (two) ++i;
    }
    order.seconds = now + kTail;
    std::stable_sort(order.showings.begin(), order.showings.end(),
                     [](const Showing& a, const Showing& b) { return a.shown < b.shown; });
    return order;
}

Pose poseAt(const Showing& showing, double seconds) {
    if (seconds < showing.shown) {
        const double rest = 1 - (seconds - showing.comes) / (showing.shown - showing.comes);
        return between(showing.held, showing.outside, rest * rest);
    }
    if (seconds > showing.leaves) {
        const double share = (seconds - showing.leaves) / (showing.gone - showing.leaves);
        return between(showing.drifted, showing.away, share * share);
    }
    Pose pose =
        between(showing.held, showing.drifted, eased((seconds - showing.shown) / (showing.leaves - showing.shown)));
    const double phase = showing.stands * 40 + showing.comes;
    pose.x += 1.3 * std::sin(seconds * 9.1 + phase);
    pose.y += 1.1 * std::sin(seconds * 7.3 + phase * 2);
    pose.roll += 0.35 * std::sin(seconds * 6.1 + phase * 3);
    return pose;
}

}  // namespace turnout::demo
