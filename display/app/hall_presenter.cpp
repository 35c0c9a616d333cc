#include "display/app/hall_presenter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace turnout::display {
namespace {

constexpr auto kLater = std::chrono::minutes(5);
constexpr std::chrono::seconds kPace{2}, kShortest{4}, kLongest{600};  // of a scene, when the operator changes its time
constexpr std::array kPrepared{"display.message.seats", "display.message.soon", "display.message.phones",
                               "display.message.leave"};

}  // namespace

bool HallScreen::moving() const {
    if (dark()) return false;
    if (leaving || (moment && (momentInMs < kMomentIn || momentOutMs > 0))) return true;
    if (message || showMode || testCard) return false;
    return std::visit([](const auto& each) { return each.moving(); }, scene);
}

HallPresenter::HallPresenter(EventPlan plan, bool demoClock, std::optional<Scene> fixed)
    : count_(std::move(plan), demoClock), settings_(HallSettings::of(count_.plan())) {
    prepareMessages();
    language_ = settings_.language;
    momentsOn_ = settings_.moments && !fixed;
    rotates_ = !fixed;
    scene_ = fixed.value_or(Scene::count);
}

void HallPresenter::prepareMessages() {
    messages_ = settings_.messages;
    for (const char* key : kPrepared) messages_.push_back({turnout::say(key, Lang::en), turnout::say(key, Lang::zh)});
    message_.reset();
}

void HallPresenter::replan(EventPlan plan) {
    count_.replan(std::move(plan));
    const HallSettings before = std::exchange(settings_, HallSettings::of(count_.plan()));
    if (settings_.language != before.language) language_ = settings_.language;
    if (settings_.moments != before.moments) momentsOn_ = settings_.moments;
    prepareMessages();
}

void HallPresenter::take(const HallNumbers& numbers, SteadyTime now, TimePoint wall) {
    const bool first = !count_.begun();
    const bool replayed = first || count_.screen().stale;
    count_.take(numbers, now, wall);
    moments_.take(numbers.totals, replayed, now);
    if (first) {
        wall_ = wall;
        since_ = now;
        if (rotates()) scene_ = timetable().front().scene;
        visits_[static_cast<std::size_t>(scene_)] = 1;
    }
    tick(now, wall);
}

const std::vector<SceneTime>& HallPresenter::timetable() const {
    if (wall_ < count_.programme().starts() && !count_.programme().byHand()) return settings_.before;
    return count_.programme().over(wall_) ? settings_.after : settings_.during;
}

bool HallPresenter::inTimetable(Scene scene) const {
    const std::vector<SceneTime>& table = timetable();
    return std::any_of(table.begin(), table.end(), [&](const SceneTime& time) { return time.scene == scene; });
}

// A scene with nothing to show is passed over by the timetable.
bool HallPresenter::hasContent(Scene scene) const {
    const Totals& totals = count_.numbers().totals;
    switch (scene) {
        case Scene::journey: return totals.countries.arrived > 0;
        case Scene::universities: return universitiesShown(totals) > 1;
        case Scene::programme: return count_.programme().hasActs();
        default: return true;
    }
}

std::chrono::seconds HallPresenter::stays(Scene scene) const {
    std::chrono::seconds told = SceneTime{}.stays;
    for (const SceneTime& time : timetable())
        if (time.scene == scene) told = time.stays;
    // No page is never seen.
    if (scene == Scene::universities) told = std::max(told, universitiesTake(count_.numbers().totals));
    // The organiser may have said less, or more, than the operator can.
    return slower_ == 0s ? told : std::clamp(told + slower_, std::min(told, kShortest), std::max(told, kLongest));
}

Scene HallPresenter::upcoming() const {
    const std::vector<SceneTime>& table = timetable();
    const auto on = std::find_if(table.begin(), table.end(), [&](const auto& time) { return time.scene == scene_; });
    const auto at = on == table.end() ? table.size() - 1 : static_cast<std::size_t>(on - table.begin());
    for (std::size_t i = 1; i <= table.size(); ++i) {
        const Scene next = table[(at + i) % table.size()].scene;
        if (hasContent(next)) return next;
    }
    return scene_;
}

Millis HallPresenter::untilNext(SteadyTime now) const {
    const auto left = std::chrono::duration_cast<Millis>(since_ + stays(scene_) - now);
    return std::max(left, Millis{0});
}

float HallPresenter::shareOver(SteadyTime now) const {
    const double share = std::chrono::duration<double>(now - since_) / stays(scene_);
    return static_cast<float>(std::clamp(share, 0.0, 1.0));
}

void HallPresenter::change(Scene scene, SteadyTime now) {
    ++visits_[static_cast<std::size_t>(scene)];
    if (scene == scene_) {
        since_ = now;
        return;
    }
    if (!settings_.reducedMotion && !screen_.dark()) {
        fadesFrom_ = scene_;
        leavingSince_ = since_;
        fadeSince_ = now;
    }
    scene_ = scene;
    since_ = now;
}

void HallPresenter::rotate(SteadyTime now) {
    // While something lies over the scene its time does not run.
    if (!rotates() || screen_.moment || screen_.showMode || screen_.blackout || screen_.message || screen_.testCard)
        return;
    if (now - since_ < stays(scene_)) return;
    const Scene next = upcoming();
    change(next, now);  // to itself: a page or a word begins anew
}

SceneScreen HallPresenter::sceneScreen(Scene scene, SteadyTime now, TimePoint wall) const {
    const SteadyTime since = fadesFrom_ == scene ? leavingSince_ : since_;
    const SceneSource source{count_.plan(),
                             settings_,
                             count_.numbers().totals,
                             count_.programme(),
                             count_.screen(),
                             wall,
                             std::chrono::duration_cast<Millis>(std::max(now - since, SteadyTime::duration{0})),
                             visits_[static_cast<std::size_t>(scene)] - 1};
    switch (scene) {
        case Scene::doorsOpen: return doorsScreen(source);
        case Scene::count: return count_.screen();
        case Scene::journey: return journeyScreen(source);
        case Scene::universities: return universitiesScreen(source);
        case Scene::programme: return programmeScreen(source);
        case Scene::thankYou: return thanksScreen(source);
    }
    return count_.screen();
}

Tongues HallPresenter::tongues(SteadyTime now) const {
    switch (language_) {
        case Language::both: return Tongues::both;
        case Language::english: return Tongues::english;
        case Language::chinese: return Tongues::chinese;
        case Language::inTurn: break;
    }
    if (const auto* pages = std::get_if<UniversitiesScreen>(&screen_.scene))
        return pages->otherLanguage ? Tongues::english : Tongues::chinese;
    return now.time_since_epoch() / kTurn % 2 == 0 ? Tongues::chinese : Tongues::english;
}

bool HallPresenter::actHoldsMoments(TimePoint wall) const {
    return screen_.showMode || (!settings_.momentsInActs && count_.programme().actRuns(wall));
}

void HallPresenter::tick(SteadyTime now, TimePoint wall) {
    wall_ = wall;
    count_.tick(now, wall);
    if (!count_.begun()) return;
    const bool stale = count_.screen().stale;
    if (stale) moments_.clear();
    const bool held = !momentsOn_ || stale || actHoldsMoments(wall) || screen_.blackout || screen_.message ||
                      screen_.testCard || screen_.clean;
    const Moment* moment = moments_.tick(now, held);
    screen_.moment = moment == nullptr ? std::nullopt : std::optional(*moment);
    screen_.momentInMs = settings_.reducedMotion ? kMomentIn : moments_.inMs(now);
    screen_.momentOutMs = moments_.outMs(now);
    rotate(now);
    if (fadeSince_ && now - *fadeSince_ >= Millis{kFadeMs}) {
        fadeSince_.reset();
        fadesFrom_.reset();
    }
    screen_.which = scene_;
    screen_.leaving.reset();
    screen_.fadeMs = kFadeMs;
    if (fadesFrom_) {
        screen_.leaving = sceneScreen(*fadesFrom_, now, wall);
        screen_.fadeMs = static_cast<int>(std::chrono::duration_cast<Millis>(now - *fadeSince_).count());
    }
    screen_.scene = sceneScreen(scene_, now, wall);
    growArc(now);
    screen_.tongues = tongues(now);
    screen_.strip.reset();
    if (screen_.showMode && settings_.showStrip) {
        Strip strip;
        strip.count = count_.screen().guests.arrived;
        if (stale) strip.asOf = count_.screen().asOf;
        const auto current = count_.programme().current(wall);
        if (current && !count_.programme().over(wall)) {
            strip.act = count_.programme().items()[*current].name;
            strip.performers = count_.programme().items()[*current].performers;
        } else {
            strip.act = count_.plan().name;
        }
        screen_.strip = strip;
    }
    screen_.seconds = screen_.testCard ? count_.plan().zone.clockTimeWithSeconds(wall) : std::string();
}

// The newest arc grows when the scene begins, when its country comes, and after the moment that covers it.
void HallPresenter::growArc(SteadyTime now) {
    auto* journey = std::get_if<JourneyScreen>(&screen_.scene);
    if (journey == nullptr || !journey->newest || settings_.reducedMotion) return;
    const CountryCode& newest = journey->points[*journey->newest].country;
    const bool covered = screen_.moment && screen_.momentOutMs == 0, grown = now - arcSince_ >= Millis{kArcMs};
    if (newest != arcOf_ || (covered && !grown)) arcSince_ = now;
    arcSince_ = std::max(arcSince_, since_);
    arcOf_ = newest;
    journey->arcMs =
        static_cast<int>(std::min(std::chrono::duration_cast<Millis>(now - arcSince_), Millis{kArcMs}).count());
}

ByHand HallPresenter::byHand() const {
    return {count_.programme().changed(),
            actBegan_,
            screen_.showMode,
            screen_.blackout,
            momentsOn_,
            rotates_,
            language_,
            screen_.message,
            slower_,
            rotates() ? std::nullopt : std::optional(scene_)};
}

void HallPresenter::recall(const ByHand& state) {
    count_.programme().change(state.programme);
    actBegan_ = state.actBegan;
    screen_.showMode = state.showMode;
    screen_.blackout = state.blackout;
    screen_.message = state.message;
    momentsOn_ = state.moments;
    rotates_ = state.rotates;
    language_ = state.language;
    slower_ = state.slower;
    if (state.still) scene_ = *state.still;
    held_ = rotates_ && state.still;
}

// At an end nothing is counted on: the next press the other way is seen.
void HallPresenter::pace(std::chrono::seconds by) {
    const std::chrono::seconds before = stays();
    slower_ += by;
    if (stays() == before) slower_ -= by;
}

void HallPresenter::nextMessage() {
    message_ = message_ ? *message_ + 1 : 0;
    if (*message_ >= messages_.size()) message_.reset();
    screen_.message = message_ ? std::optional(messages_[*message_]) : std::nullopt;
}

void HallPresenter::say(const Names& message) {
    message_.reset();
    screen_.message = message.en.empty() && message.zh.empty() ? std::nullopt : std::optional(message);
}

void HallPresenter::control(Control control, SteadyTime now, TimePoint wall) {
    wall_ = wall;
    Programme& programme = count_.programme();
    switch (control) {
        case Control::doorsOpen:
        case Control::count:
        case Control::journey:
        case Control::universities:
        case Control::programme:
        case Control::thankYou:
            change(kScenes[static_cast<std::size_t>(control)], now);
            held_ = !inTimetable(scene_);
            break;
        case Control::nextScene:
            held_ = false;
            change(upcoming(), now);
            break;
        case Control::rotation:
            if (held_)
                since_ = now;
            else
                rotates_ = !rotates_;
            held_ = false;
            break;
        case Control::showMode: screen_.showMode = !screen_.showMode; break;
        case Control::blackout:  // dark at once; a message sent afterwards lights the hall again
            screen_.blackout = screen_.message || !screen_.blackout;
            say({});
            break;
        case Control::language: language_ = static_cast<Language>((static_cast<int>(language_) + 1) % 4); break;
        case Control::nextAct:
            if (programme.over(wall)) break;  // no act begins by this
            programme.next(wall);
            actBegan_ = wall;
            break;
        case Control::actBack:
            programme.back(wall);
            actBegan_ = wall;
            break;
        case Control::actsByClock:
            programme.byClock();
            actBegan_.reset();
            break;
        case Control::later: programme.later(wall, kLater); break;
        case Control::earlier: programme.earlier(wall, kLater); break;
        case Control::message: nextMessage(); break;
        case Control::noMessage: say({}); break;
        case Control::moments: momentsOn_ = !momentsOn_; break;
        case Control::skipMoment: moments_.skip(now); break;
        case Control::testCard: screen_.testCard = !screen_.testCard; break;
        case Control::clean: screen_.clean = !screen_.clean; break;
        case Control::keyColour:
            screen_.backdrop = screen_.backdrop == Backdrop::usual ? Backdrop::keyColour : Backdrop::usual;
            break;
        case Control::slower: pace(kPace); break;
        case Control::faster: pace(-kPace); break;
        case Control::keys: screen_.keys = !screen_.keys; break;
    }
    tick(now, wall);
}

}  // namespace turnout::display
