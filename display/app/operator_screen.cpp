#include "display/app/operator_screen.h"

#include <algorithm>

namespace turnout::display {
namespace {

constexpr std::size_t kComing = 3;

OperatorAct actOf(const ProgrammeItem& item, const Zone& zone) {
    return {zone.clockTime(item.starts), item.name, item.performers};
}

std::string minutesAndSeconds(std::int64_t seconds) {
    const std::string rest = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

Waits waitsOf(const HallPresenter& hall, TimePoint wall) {
    const HallScreen& shown = hall.screen();
    if (!hall.momentsOn()) return Waits::off;
    if (shown.blackout || shown.message || shown.testCard || shown.clean) return Waits::covered;
    return hall.actHoldsMoments(wall) ? Waits::act : Waits::comes;
}

}  // namespace

OperatorScreen operatorScreen(const OperatorSource& source) {
    const HallPresenter& hall = source.hall;
    const CountScreen& count = hall.numbers().screen();
    const HallScreen& shown = hall.screen();
    OperatorScreen screen;
    const Zone& zone = hall.numbers().plan().zone;
    screen.title = hall.numbers().plan().name;
    screen.clock = zone.clockTimeWithSeconds(source.wall);
    screen.output = source.output;
    screen.awaited = source.awaited;
    screen.on = hall.scene();
    screen.upcoming = hall.upcoming();
    const Millis left = hall.untilNext(source.now);
    screen.changesIn = std::chrono::ceil<std::chrono::seconds>(left).count();
    screen.share = hall.rotates() ? hall.shareOver(source.now) : 0;
    screen.rotates = hall.rotates();
    screen.moments = hall.momentsOn();
    screen.showMode = shown.showMode;
    screen.blackout = shown.blackout;
    screen.testCard = shown.testCard;
    screen.clean = shown.clean;
    screen.keyColour = shown.backdrop == Backdrop::keyColour;
    screen.showStrip = hall.settings().showStrip;
    screen.dark = shown.dark();
    screen.stays = hall.stays().count();
    screen.language = hall.language();
    screen.now = shown.moment;
    if (!hall.moments().waiting().empty()) {
        screen.waiting = hall.moments().waiting().front();
        screen.moreWaiting = hall.moments().waiting().size() - 1;
    }
    screen.waits = waitsOf(hall, source.wall);
    screen.message = shown.message;
    screen.messages = hall.messages();

    const Programme& programme = hall.numbers().programme();
    screen.byHand = programme.byHand();
    screen.delay = programme.delay().count();
    screen.over = programme.over(source.wall);
    const auto current = screen.over ? std::nullopt : programme.current(source.wall);
    if (current) {
        screen.act = actOf(programme.items()[*current], zone);
        const auto since = hall.actBegan().value_or(programme.items()[*current].starts);
        screen.elapsed = minutesAndSeconds(std::max<std::int64_t>(0, (source.wall - since) / 1s));
    }
    if (!screen.over)
        for (std::size_t i = current ? *current + 1 : 0; i < programme.items().size() && screen.coming.size() < kComing;
             ++i)
            screen.coming.push_back(actOf(programme.items()[i], zone));

    screen.guests = count.guests;
    screen.countries = count.countries;
    screen.group = count.group;
    screen.lastMinute = source.rates.lastMinute(source.now);
    screen.dataAge = std::max<std::int64_t>(0, (source.wall - hall.numbers().asOf()) / 1s);
    screen.picture = source.picture;
    screen.doorClock = source.doorClock;
    screen.demoClock = count.demoClock;
    screen.doors = source.rates.rows(source.now);
    screen.health = healthOf({source.file, source.trouble, screen.dataAge, screen.picture, screen.doorClock,
                              screen.doors, source.lang, source.awaited, source.newEvent});
    return screen;
}

}  // namespace turnout::display
