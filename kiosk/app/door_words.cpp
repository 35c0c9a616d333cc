// The parts of a DoorScreen that are words and numbers: idle screen, counters, status line, code field.
#include <algorithm>
#include <cmath>

#include "common/base/text.h"
#include "common/domain/door_name.h"
#include "common/report/answer_text.h"
#include "kiosk/app/door_hours.h"
#include "kiosk/app/door_numbers.h"
#include "kiosk/app/door_presenter.h"
#include "kiosk/app/trouble_cards.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kLongestInStatus = 20;  // characters of a name: the line has more to say

}  // namespace

std::string number(std::int64_t n) {
    std::string digits = std::to_string(n);
    if (digits.size() < 5) return digits;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string ageWords(Millis age, Lang lang) {
    const auto minutes = std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::minutes>(age).count());
    const auto tell = [&](const char* key, std::int64_t n) { return say(Text{key, {{"n", number(n)}}}, lang); };
    return minutes < 60        ? tell("kiosk.age.minutes", minutes)
           : minutes < 48 * 60 ? tell("kiosk.age.hours", minutes / 60)
                               : tell("kiosk.age.days", minutes / 60 / 24);
}

std::string DoorPresenter::words(const std::string& key, std::vector<std::pair<std::string, std::string>> args) const {
    return say(Text{"kiosk." + key, std::move(args)}, lang());
}

std::string inFives(std::string_view code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); i += 5) text += (i > 0 ? " " : "") + std::string(code.substr(i, 5));
    return text;
}

IdleScreen DoorPresenter::idleScreen() const {
    const Lang second = lang() == Lang::en ? Lang::zh : Lang::en;
    IdleScreen idle;
    idle.title = cleanForScreen(setup_.event.name.in(lang()));
    idle.secondTitle = cleanForScreen(setup_.event.name.in(second));
    if (idle.secondTitle == idle.title) idle.secondTitle.clear();
    if (setup_.direction == Direction::exit) idle.exitLabel = words("exit_label");
    if (setup_.event.demo) idle.demoLabel = words("demo");
    const std::string prompt = trouble_                              ? "kiosk.prompt_waits"
                               : setup_.direction == Direction::exit ? "kiosk.prompt_exit"
                                                                     : "kiosk.prompt";
    const bool closed = !trouble_ && !closedPrompt(lang()).empty();
    idle.waits = trouble_.has_value();
    idle.closed = closed;
    idle.prompt = closed ? closedPrompt(lang()) : say(prompt, lang());
    idle.secondPrompt = closed ? closedPrompt(second) : say(prompt, second);
    idle.camera = cameraPanel();
    idle.notice = !notice_.empty() ? notice_
                  : trouble_       ? faultSentence(*trouble_, lang())
                  : clockJump_     ? clockSentence(*clockJump_, lang())
                  : camera_.dark   ? words("camera.dark")
                                   : std::string();
    idle.noticeIsGood = !notice_.empty() && noticeIsGood_;
    idle.light = lightLabel();
    idle.counters = counters();
    idle.lastTitle = words("last.title");
    idle.lastEmpty = words("last.empty");
    idle.last = last_;
    idle.undo = undoLabel();
    return idle;
}

bool DoorPresenter::anotherCamera() const {
    return std::any_of(state_.cameras.begin(), state_.cameras.end(),
                       [&](const std::string& name) { return name != state_.camera; });
}

// What of the camera's light may be changed by whoever stands here: more of it while it is dark, and the lamp out
// again.
std::string DoorPresenter::lightLabel() const {
    const bool lamp = state_.lightOffer.lamp;
    if (camera_.dark && lamp && !state_.light.lamp) return words("light.torch");
    if (camera_.dark && state_.lightOffer.steps && state_.light.step < kMostLightSteps) return words("light.brighter");
    return lamp && state_.light.lamp ? words("light.torch_off") : std::string();
}

CameraPanel DoorPresenter::cameraPanel() const {
    CameraPanel panel;
    panel.state = camera_.state;
    const bool reads = camera_.state == CameraState::live || camera_.state == CameraState::starting;
    panel.caption = words(reads ? "next_ticket" : scannerGone_ ? "camera.step.replug" : "next_ticket_scanner");
    const auto step = [&](const char* name) {
        return Step{words(std::string("camera.step.") + name), words(std::string("camera.step.") + name + ".detail")};
    };
    switch (camera_.state) {
        case CameraState::live:
            if (camera_.film) panel.notice = words("camera.film");
            if (!camera_.standsInFor.empty())
                panel.notice = words("camera.stand_in", {{"wanted", camera_.standsInFor}, {"camera", camera_.name}});
            break;
        case CameraState::starting:
            panel.title = words("camera.starting");
            panel.detail = words("camera.starting.detail", {{"camera", camera_.name}});
            break;
        case CameraState::none:
            panel.title = words("camera.none");
            panel.detail = words("camera.none.detail");
            panel.steps = {step(scannerGone_ ? "replug" : "hand"), step("type"), step("start")};
            break;
        case CameraState::gone:
            panel.title = words(camera_.neverSeen ? "camera.not_found"
                                : camera_.mend    ? "camera.broken"
                                                  : "camera.gone");
            panel.detail = camera_.name;
            if (camera_.since && !camera_.name.empty())
                panel.detail =
                    words("camera.gone.detail",
                          {{"camera", camera_.name}, {"time", setup_.event.zone.clockTimeWithSeconds(*camera_.since)}});
            panel.steps = {step(camera_.neverSeen ? "plug_in"
                                : camera_.mend    ? "mend"
                                                  : "plug"),
                           step(scannerGone_        ? "replug"
                                : camera_.neverSeen ? "or_scanner"
                                                    : "scanner"),
                           step("type")};
            if (anotherCamera()) panel.steps[2] = step("choose");
            if (!camera_.sentence.empty() && !camera_.neverSeen) panel.steps[0].detail = camera_.sentence;
            break;
        case CameraState::ended:
            panel.title = words("camera.ended");
            panel.detail = words("camera.ended.detail", {{"camera", camera_.name}});
            panel.steps = {step(scannerGone_ ? "replug" : "hand"), step("type")};
            break;
    }
    const bool noPicture = camera_.state == CameraState::none || camera_.state == CameraState::ended;
    if (const std::string closed = closedPrompt(lang()); !closed.empty() && noPicture) {  // there is no prompt there
        panel.title = closed;
        panel.caption.clear();
        panel.detail = shutDetail();
        panel.steps.clear();
    }
    return panel;
}

// What stands there instead of an invitation while the next ticket will not be admitted.
std::string DoorPresenter::closedPrompt(Lang in) const {
    std::string shut = shutWords(counts_, setup_.direction, clockJump_.has_value(), wall_, setup_.event.zone, in);
    const auto& capacity = setup_.event.capacity;
    const bool live = setup_.direction == Direction::entry && !counts_.rehearsal;
    if (shut.empty() && live && capacity && counts_.inside >= *capacity)
        shut = say(Text{"kiosk.prompt_full", {{"n", number(*capacity)}}}, in);
    return shut;
}

std::string DoorPresenter::shutShort() const {
    const auto time = [&](const std::optional<TimePoint>& at) {
        return std::vector<std::pair<std::string, std::string>>{
            {"time", timeText(*at, wall_, setup_.event.zone, lang())}};
    };
    switch (hoursOf(counts_, setup_.direction, clockJump_.has_value(), wall_)) {
        case DoorHours::early: return words("status.opens", time(counts_.opens));
        case DoorHours::late: return words("status.closed_since", time(counts_.closes));
        case DoorHours::open: break;
    }
    return words("status.full");
}

// What to do meanwhile.
std::string DoorPresenter::shutDetail() const {
    if (counts_.closed) return words("camera.door_closed");
    switch (hoursOf(counts_, setup_.direction, clockJump_.has_value(), wall_)) {
        case DoorHours::early: return words("camera.door_early");
        case DoorHours::late: return words("camera.door_late");
        case DoorHours::open: break;
    }
    return words("camera.hall_full");
}

Counters DoorPresenter::counters() const {
    Counters c;
    // At an exit it matters who is still inside; at an entrance, who has not come yet.
    const bool exit = setup_.direction == Direction::exit;
    const std::int64_t shown = exit ? counts_.inside : counts_.guests.arrived,
                       whole = exit ? counts_.guests.arrived : counts_.guests.registered;
    c.arrivedTitle = words(exit ? "inside_now" : "arrived");
    c.allDoors = words("all_doors");
    c.arrived = number(shown);
    if (whole > 0) {
        c.of = words(exit ? "of_arrived" : "of", {{"n", number(whole)}});
        c.share = std::min(1.0F, static_cast<float>(shown) / static_cast<float>(whole));
    }
    c.here = number(exit ? counts_.exitedHere : counts_.admittedHere);
    c.hereLabel = words(exit ? "this_door_exit" : "this_door");
    c.perMinute = number(((exit ? counts_.exitsLastFiveMinutesHere : counts_.lastFiveMinutesHere) + 4) / 5);
    c.perMinuteLabel = words("per_minute");
    c.perMinuteShort = words("per_minute_short");
    auto refused = counts_.refusedHere;
    std::stable_sort(refused.begin(), refused.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::int64_t sum = 0, rest = 0;
    for (const auto& [verdict, n] : refused) sum += n;
    for (std::size_t i = 1; i < refused.size(); ++i) rest += refused[i].second;
    c.refused = number(sum);
    c.refusedLabel = words("refused");
    if (!refused.empty() && refused[0].second > 0) {
        c.reasonsTitle = words("reasons");
        c.reasons.push_back(
            {words("reason", {{"n", number(refused[0].second)}, {"reason", reasonWord(refused[0].first, lang())}})});
        if (refused.size() == 2)
            c.reasons.push_back(
                {words("reason", {{"n", number(rest)}, {"reason", reasonWord(refused[1].first, lang())}})});
        else if (rest > 0)
            c.reasons.push_back({words("reason", {{"n", number(rest)}, {"reason", words("reason.other")}})});
    }
    return c;
}

// How long the list is, or how old once it is older than a moment.
std::string DoorPresenter::listWords() const {
    if (counts_.guests.registered == 0) return words("status.list_empty");
    const std::string size = number(counts_.guests.registered);
    if (!counts_.listAt || *counts_.listAt > wall_) return words("status.list", {{"n", size}});
    return words("status.list_age", {{"n", size}, {"age", ageWords(wall_ - *counts_.listAt, lang())}});
}

// On the idle screen "none refused" stands in the card of the numbers already.
void DoorPresenter::tellRefused(StatusLine& line, bool idle) const {
    std::int64_t sum = 0;
    for (const auto& [verdict, n] : counts_.refusedHere) sum += n;
    if (sum > 0) {
        line.refused =
            words("status.refused", {{"n", number(sum)}, {"reasons", reasonsInWords(counts_.refusedHere, lang())}});
        line.refusedSum = words("status.refused_sum", {{"n", number(sum)}});
    } else if (!idle) {
        line.refused = line.refusedSum = words("status.none_refused");
    }
}

StatusLine DoorPresenter::statusLine() const {
    StatusLine line;
    const bool exit = setup_.direction == Direction::exit;
    line.items.push_back({exit ? StatusKind::exitDoor : StatusKind::door,
                          words(exit ? "status.exit_door" : "status.door",
                                {{"door", shorten(doorName(setup_.door.name, lang()), kLongestInStatus)}})});
    if (!state_.volunteer.empty())
        line.items.push_back({StatusKind::volunteer, shorten(cleanForScreen(state_.volunteer), kLongestInStatus)});
    if (counts_.closed)
        line.items.push_back({StatusKind::door, words("status.closed"), Health::trouble});
    else if (!closedPrompt(lang()).empty())
        line.items.push_back({StatusKind::door, shutShort(), Health::trouble});
    if (state_.quiet) line.items.push_back({StatusKind::quiet, words("status.quiet"), Health::trouble});
    switch (camera_.state) {
        case CameraState::live:
            if (camera_.standsInFor.empty())
                line.items.push_back({StatusKind::camera, words(camera_.film ? "status.film" : "status.camera")});
            else
                line.items.push_back({StatusKind::camera, words("status.camera_other"), Health::trouble});
            break;
        case CameraState::starting:
            line.items.push_back({StatusKind::camera, words("status.camera_starting"), Health::unknown});
            break;
        case CameraState::none:
            line.items.push_back({StatusKind::camera, words("status.camera_none"), Health::unknown});
            break;
        case CameraState::gone:
            line.items.push_back({StatusKind::camera,
                                  words(camera_.neverSeen ? "status.camera_not_found" : "status.camera_gone"),
                                  Health::trouble});
            break;
        case CameraState::ended:
            line.items.push_back({StatusKind::camera, words("status.film_ended"), Health::unknown});
            break;
    }
    line.items.push_back({StatusKind::scanner,
                          words(scannerGone_   ? "status.scanner_gone"
                                : scannerSeen_ ? "status.scanner"
                                               : "status.scanner_none"),
                          scannerGone_   ? Health::trouble
                          : scannerSeen_ ? Health::fine
                                         : Health::unknown});
    line.items.push_back({StatusKind::saving, words(trouble_ ? "status.not_saving" : "status.saving"),
                          trouble_ ? Health::alarm : Health::fine});
    if (!heardAtAll_) line.items.push_back({StatusKind::sound, words("status.no_sound"), Health::unknown});
    if (trouble_ && trouble_->fault == Fault::diskFull)
        line.items.push_back({StatusKind::disk, words("status.disk_full"), Health::alarm});
    else if (machine_.diskFree && *machine_.diskFree < kLeastDisk)
        line.items.push_back(
            {StatusKind::disk,
             words("status.disk", {{"n", number(static_cast<std::int64_t>(*machine_.diskFree / 1'000'000))}}),
             Health::alarm});
    if (machine_.battery) {
        const bool low = *machine_.battery < kLeastBattery && !machine_.plugged;
        line.items.push_back(
            {StatusKind::battery,
             words(low ? "status.battery_low" : "settings.percent", {{"n", number(*machine_.battery)}}),
             low ? Health::alarm : Health::fine});
    }
    if (clockJump_) line.items.push_back({StatusKind::clock, words("status.clock"), Health::alarm});
    line.items.push_back({StatusKind::list, listWords(), Health::fine});
    const bool idle = screen_.scene == Scene::idle;
    const Counters c = counters();
    if (!idle)
        line.counts = words(setup_.direction == Direction::exit ? "counts_exit" : "counts",
                            {{"all", c.arrived}, {"here", c.here}, {"rate", c.perMinute}});
    tellRefused(line, idle);
    line.clock = setup_.event.zone.clockTime(wall_);
    if (setup_.demoClock)
        line.label = words("demo_clock");
    else if (setup_.event.demo)
        line.label = words("demo");
    return line;
}

ReasonScreen DoorPresenter::overrideScreen() const {
    ReasonScreen ask;
    ask.title = words("override.title");
    ask.guest = overruled_->guest;
    ask.summary = overruled_->word;
    ask.why = words("undo.why");
    ask.whyDetail = words(state_.volunteer.empty() ? "override.why.unnamed" : "override.why.detail");
    for (std::size_t i = 1; i <= 4; ++i) ask.reasons.push_back(overrideReason(i));
    ask.keep = words("override.keep");
    return ask;
}

// The third is that of the answer: nobody "needs this door" where the hall is full.
std::string DoorPresenter::overrideReason(std::size_t which) const {
    return words("override.reason" + std::to_string(which) + (which == 3 ? "." + overruled_->kind : ""));
}

}  // namespace turnout::kiosk
