#include "kiosk/app/self_test_page.h"

#include <algorithm>

#include "common/report/answer_text.h"
#include "common/tickets/qr.h"
#include "kiosk/app/door_hours.h"
#include "kiosk/app/door_numbers.h"
#include "kiosk/app/pin_page.h"

namespace turnout::kiosk {
namespace {

constexpr std::chrono::hours kListIsOld{24};

}  // namespace

PageWish SelfTestPage::begin(const PageContext&) {
    PageWish wish;
    saving_ = true;
    saved_.reset();
    saveFailed_ = false;
    for (const DoorRequest::Kind kind : {DoorRequest::Kind::testSaving, DoorRequest::Kind::testSound}) {
        DoorRequest request;
        request.kind = kind;
        wish.requests.push_back(std::move(request));
    }
    return wish;
}

PageWish SelfTestPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back:
        case DoorAction::yes:
            if (holds(context)) return opening(std::make_unique<PinPage>(nullptr));
            wish.close = true;
            break;
        case DoorAction::tryNow:
            cameraRead_ = scannerRead_ = false;
            heard_ = Heard::asked;
            return begin(context);
        case DoorAction::more: heard_ = Heard::yes; break;
        case DoorAction::less: heard_ = Heard::no; break;
        case DoorAction::pick: open_ = press.value; break;
        default: break;
    }
    return wish;
}

bool SelfTestPage::holds(const PageContext& context) const {
    if (when_ != When::beforeOpening || context.state.mayChange()) return false;
    const std::vector<TestLine> all = lines(context);
    return std::any_of(all.begin(), all.end(), [](const TestLine& line) { return line.state == TestState::bad; });
}

bool SelfTestPage::onTested(Source source) {
    if (source == Source::camera) cameraRead_ = true;
    if (source == Source::scanner) scannerRead_ = true;
    return true;
}

void SelfTestPage::onSaved(std::optional<Millis> took) {
    saving_ = false;
    saved_ = took;
    saveFailed_ = !took;
}

std::vector<TestLine> SelfTestPage::lines(const PageContext& context) const {
    std::vector<TestLine> all;
    const auto add = [&](TestSubject subject, TestState state, const std::string& key,
                         std::vector<std::pair<std::string, std::string>> args = {}) {
        // "test.camera.read" stands under "test.subject.camera".
        const std::string subjectKey = key.substr(5, key.find('.', 5) - 5);
        TestLine line{
            subject, state, context.words("test.subject." + subjectKey), context.words(key, std::move(args)), {}};
        if (state == TestState::bad || state == TestState::warn) line.remedy = context.words(key + ".mend");
        all.push_back(std::move(line));
    };
    const DoorHealth& health = context.health;
    switch (health.camera) {
        case CameraState::live:
            add(TestSubject::camera, cameraRead_ ? TestState::good : TestState::ask,
                cameraRead_ ? "test.camera.read" : "test.camera.show");
            break;
        case CameraState::starting: add(TestSubject::camera, TestState::wait, "test.camera.starting"); break;
        case CameraState::none: add(TestSubject::camera, TestState::good, "test.camera.none"); break;
        case CameraState::gone:
        case CameraState::ended: add(TestSubject::camera, TestState::bad, "test.camera.gone"); break;
    }
    if (health.scannerGone)
        add(TestSubject::scanner, TestState::bad, "test.scanner.gone");
    else
        add(TestSubject::scanner, scannerRead_ ? TestState::good : TestState::ask,
            scannerRead_ ? "test.scanner.read" : "test.scanner.show");
    if (!health.sound)
        add(TestSubject::sound, TestState::warn, "test.sound.none");
    else if (heard_ == Heard::asked)
        add(TestSubject::sound, TestState::ask, "test.sound.ask");
    else
        add(TestSubject::sound, heard_ == Heard::yes ? TestState::good : TestState::warn,
            heard_ == Heard::yes ? "test.sound.heard" : "test.sound.not_heard");
    if (saving_)
        add(TestSubject::saving, TestState::wait, "test.saving.wait");
    else if (saveFailed_)
        add(TestSubject::saving, TestState::bad, "test.saving.failed");
    else
        add(TestSubject::saving, TestState::good, "test.saving.good", {{"ms", number(saved_ ? saved_->count() : 0)}});
    if (health.machine.diskFree) {
        const auto mb = static_cast<std::int64_t>(*health.machine.diskFree / 1'000'000);
        const bool enough = *health.machine.diskFree >= kLeastDisk;
        add(TestSubject::disk, enough ? TestState::good : TestState::bad, enough ? "test.disk.good" : "test.disk.low",
            {{"free", mb >= 10'000 ? number(mb / 1000) + " GB" : number(mb) + " MB"}});
    }
    const std::string time = context.event.zone.clockTime(context.now), day = context.event.zone.date(context.now);
    const bool sameDay = day == context.event.zone.date(context.event.starts);
    const DoorStatus& door = context.counts;
    const DoorHours hours = hoursOf(door, context.direction, health.clockJumped, context.now);
    const auto told = [&](const std::optional<TimePoint>& at) {
        return at ? timeText(*at, context.now, context.event.zone, context.lang) : std::string();
    };
    const bool shut = door.closed || hours != DoorHours::open;
    const bool tellsHours = sameDay && shut && !health.clockJumped;  // in the place of a clock that is right
    add(tellsHours ? TestSubject::hours : TestSubject::clock,
        health.clockJumped                                    ? TestState::bad
        : sameDay && !door.closed && hours != DoorHours::late ? TestState::good
                                                              : TestState::warn,
        health.clockJumped          ? "test.clock.jumped"
        : !sameDay                  ? "test.clock.other_day"
        : door.closed               ? "test.hours.by_hand"
        : hours == DoorHours::late  ? "test.hours.closed"
        : hours == DoorHours::early ? "test.hours.opens"
                                    : "test.clock.good",
        {{"time", time},
         {"day", day},
         {"event", context.event.zone.date(context.event.starts)},
         {"opens", told(door.opens)},
         {"closed", told(door.closes)}});
    const bool empty = context.counts.guests.registered == 0;
    const bool old = context.counts.listAt && context.now - *context.counts.listAt > kListIsOld;
    add(TestSubject::list,
        empty ? TestState::bad
        : old ? TestState::warn
              : TestState::good,
        empty                   ? "test.list.empty"
        : old                   ? "test.list.old"
        : context.counts.listAt ? "test.list.aged"
                                : "test.list.good",
        {{"n", number(context.counts.guests.registered)},
         {"age", context.counts.listAt ? ageWords(context.now - *context.counts.listAt, context.lang) : ""}});
    if (context.event.overrides == OverrideRule::supervisor && !context.state.hasPin)
        add(TestSubject::pin, TestState::warn, "test.pin.missing");
    const MachineNow& machine = health.machine;
    if (!machine.battery)
        add(TestSubject::power, TestState::good, "test.power.mains");
    else
        add(TestSubject::power,
            machine.plugged         ? TestState::good
            : *machine.battery < 50 ? TestState::bad
                                    : TestState::warn,
            machine.plugged ? "test.power.plugged" : "test.power.battery", {{"n", number(*machine.battery)}});
    return all;
}

void SelfTestPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::selfTest;
    SelfTestScreen& page = screen.selfTest.emplace();
    page.title = context.words("test.title");
    page.where = cleanForScreen(context.door.name);
    page.clock = context.event.zone.clockTime(context.now);
    page.lines = lines(context);
    const auto count = [&](TestState state) {
        return std::count_if(page.lines.begin(), page.lines.end(),
                             [&](const TestLine& line) { return line.state == state; });
    };
    const auto bad = count(TestState::bad), warn = count(TestState::warn), ask = count(TestState::ask);
    page.worst = bad > 0 ? TestState::bad : warn > 0 ? TestState::warn : ask > 0 ? TestState::ask : TestState::good;
    page.summary = bad + warn == 0   ? context.words(ask > 0 ? "test.summary.asks" : "test.summary.ready")
                   : bad + warn == 1 ? context.words("test.summary.one")
                                     : context.words("test.summary.many", {{"n", number(bad + warn)}});
    page.summaryDetail =
        context.words("test.summary.detail", {{"good", number(count(TestState::good))}, {"ask", number(ask)}});
    for (std::size_t i = 0; i < page.lines.size() && !page.open;
         ++i)  // the first of the worst, until another is chosen
        if (!page.lines[i].remedy.empty() && page.lines[i].state == page.worst) page.open = i;
    if (open_ && *open_ < page.lines.size() && !page.lines[*open_].remedy.empty()) page.open = open_;
    page.heardYes = context.words("test.yes");
    page.heardNo = context.words("test.no");
    page.again = context.words("test.again");
    page.start = context.words(page.worst == TestState::bad ? "test.open_anyway" : "test.open");
    page.startLocked = holds(context);
    page.codeHint = context.words("test.code");
    if (const auto symbol = qrSymbol(kTestCode)) {
        page.codeSize = symbol->size;
        page.codeModules = symbol->modules;
    }
}

}  // namespace turnout::kiosk
