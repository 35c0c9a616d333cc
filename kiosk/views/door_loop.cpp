#include "kiosk/views/door_loop.h"

#include <algorithm>

#include "common/base/blocked_time.h"
#include "common/base/utf8.h"
#include "common/store/pin.h"
#include "kiosk/views/door_keys.h"

namespace turnout::kiosk {
namespace {

using std::chrono::steady_clock;

constexpr Millis kPreviewEvery{40};  // at most 25 pictures a second
constexpr int kPreviewShare = 4;     // and painting them takes at most a quarter of the time
constexpr Millis kPrepareEvery{15};  // flags are rendered ahead in slices between frames
constexpr Millis kPrepareSlice{5};
constexpr Millis kLongestSleep{1000};  // the clock on the screen
constexpr Millis kSignalLook{250};     // Ctrl-C is seen this soon

ui::Cue cueOf(Heard heard) {
    switch (heard) {
        case Heard::admitted: return ui::Cue::admitted;
        case Heard::attention: return ui::Cue::attention;
        case Heard::exited: return ui::Cue::exited;
        case Heard::calm: return ui::Cue::calm;
        case Heard::already: return ui::Cue::already;
        case Heard::look: return ui::Cue::look;
        case Heard::refused: return ui::Cue::refused;
        case Heard::fault: return ui::Cue::fault;
        case Heard::undone: return ui::Cue::attendant;
    }
    return ui::Cue::fault;
}

}  // namespace

DoorLoop::DoorLoop(ui::Window& window, DoorPresenter& presenter, CheckinService& service, PeopleService& people,
                   ui::Sound& sound, const Clock& clock, Stats& stats, CameraFeed* feed, const SerialScanner* scanner,
                   const std::atomic<bool>& stop, LoopOptions options)
    : window_(window),
      presenter_(presenter),
      service_(service),
      people_(people),
      sound_(sound),
      clock_(clock),
      stats_(stats),
      feed_(feed),
      scanner_(scanner),
      stop_(stop),
      options_(std::move(options)),
      clockWatch_(clock.now(), sinceBoot()) {}

Status DoorLoop::run() {
    BlockedTime blocked;
    while (!stop_ && !closeAsked_) {
        if (window_.closing()) {
            if (presenter_.mayClose(steady_clock::now())) break;
            window_.keepOpen();
        }
        const auto events = window_.wait(untilNext(steady_clock::now()));
        blocked.take();
        const auto begun = steady_clock::now();
        for (const ui::Event& event : events) take(event, begun);
        if (auto burst = typing_.onSilence(steady_clock::now())) scanned(std::move(*burst), steady_clock::now());
        takeCamera();
        if (scanner_ != nullptr) presenter_.onScannerGone(scanner_->gone());
        paintedNow_ = false;
        takeAnswers();
        presenter_.onSound(sound_.state() != ui::SoundState::noDevice);
        if (!options_.exitAtEnd) presenter_.onClock(clockWatch_.jumped(clock_.now(), sinceBoot()), steady_clock::now());
        presenter_.tick(steady_clock::now(), clock_.now());
        service_.setClockPlausible(presenter_.clockPlausible());
        serveRequests();
        play();
        std::optional<std::chrono::nanoseconds> asleep;
        if (!paintedNow_) asleep = blocked.take();
        paintIfNeeded(steady_clock::now());
        prepare();
        if (pressed_) {
            blocked.take();
            presenter_.handle(*std::exchange(pressed_, std::nullopt), steady_clock::now());
            serveRequests();
            if (asleep) *asleep += blocked.take();
        }
        if (asleep) stats_.uiBlocked.add(*asleep);
        if (done(steady_clock::now())) break;
    }
    if (!options_.screenshot) return Done{};
    takeAnswers();
    paint();
    return window_.screenshot(*options_.screenshot);
}

Millis DoorLoop::untilNext(SteadyTime now) const {
    if (window_.mustDraw() || (painted_ && *painted_ != presenter_.screen())) return Millis{0};
    if (!prepared_) return kPrepareEvery;
    Millis longest = std::min(kLongestSleep, kSignalLook);
    if (const auto next = presenter_.nextChange())
        longest = std::min(longest, std::max(Millis{0}, std::chrono::ceil<Millis>(*next - now)));
    if (const auto silent = typing_.silentAt())
        longest = std::min(longest, std::max(Millis{0}, std::chrono::ceil<Millis>(*silent - now)));
    if (newPicture_ && showsCamera(presenter_.screen().scene)) {
        const auto gap = std::max<steady_clock::duration>(kPreviewEvery, window_.lastDraw() * kPreviewShare);
        longest = std::min(longest, std::max(Millis{0}, std::chrono::ceil<Millis>(lastPaint_ + gap - now)));
    }
    return longest;
}

// --- people ---

void DoorLoop::take(const ui::Event& event, SteadyTime now) {
    switch (event.kind) {
        case ui::EventKind::character:
            typing_.onCharacter(event.character, event.when, keyRepeats_);
            presenter_.onCharacter(event.character);
            ring_.hide();
            break;
        case ui::EventKind::key:
            keyRepeats_ = event.repeat;                   // of the characters that follow from it
            if (!event.modifiers.alt) onKey(event, now);  // Alt+F4 and the like belong to the window's system
            break;
        case ui::EventKind::move:
        case ui::EventKind::press:
        case ui::EventKind::release:
        case ui::EventKind::scroll:
        case ui::EventKind::dropped: break;
        case ui::EventKind::resized: prepared_ = false; break;
        case ui::EventKind::closed: break;  // the window keeps them for the next frame
    }
}

void DoorLoop::onKey(const ui::Event& event, SteadyTime now) {
    switch (event.key) {
        case ui::Key::enter:
        case ui::Key::tab:
            if (auto burst = typing_.onEnd(event.when))
                scanned(std::move(*burst), event.when);
            else if (event.key == ui::Key::tab)
                presenter_.onTab(now, event.modifiers.shift);
            else if (!ringTook(event))
                presenter_.onEnter(now);
            break;
        case ui::Key::backspace: presenter_.onBackspace(); break;
        case ui::Key::f11:
            if (event.repeat) break;
            if (!window_.fullscreen())
                window_.setFullscreen(true);
            else if (presenter_.mayLeaveFullscreen(now))
                window_.setFullscreen(false);
            break;
        default: {
            if (ringTook(event)) break;
            const auto press = pressOf(event.key, presenter_.screen());
            if (press && (!event.repeat || mayRepeat(*press))) presenter_.handle(*press, now);
            break;
        }
    }
}

bool DoorLoop::ringTook(const ui::Event& event) {
    return ring_.onKey(event, placeOf(presenter_.screen()), arrowsAreFree(presenter_.screen()));
}

// By a hand scanner that types.
void DoorLoop::scanned(std::string text, SteadyTime seen) {
    presenter_.removeTyped(charactersIn(text));
    offer(std::move(text), Source::scanner, seen);
}

void DoorLoop::offer(std::string text, Source source, SteadyTime seen) {
    service_.offer(newScan(options_.door, options_.direction, source, std::move(text), clock_.now()), seen);
}

// What the door's state means for the rest of the program.
void DoorLoop::followState() {
    const DoorState& state = presenter_.state();
    if (kept_ == state) return;
    if (!kept_ || kept_->volunteer != state.volunteer) service_.setVolunteer(state.volunteer);
    if (kept_ && kept_->camera != state.camera && feed_ != nullptr && !state.camera.empty())
        feed_->choose(state.camera);
    if (feed_ != nullptr && (!kept_ || kept_->light != state.light)) feed_->setLight(state.light);
    if (state.volume != volume_) sound_.setVolume(state.volume / 100.0);
    volume_ = state.volume;
    if (options_.keepState && kept_) options_.keepState(state);
    kept_ = state;
}

void DoorLoop::serveRequests() {
    for (DoorRequest& request : presenter_.takeRequests()) serve(std::move(request));
    while (auto question = presenter_.takeQuestion()) people_.ask(std::move(*question));
    followState();
}

void DoorLoop::serve(DoorRequest request) {
    switch (request.kind) {
        case DoorRequest::Kind::typedCode: offer(std::move(request.text), Source::typed, steady_clock::now()); break;
        case DoorRequest::Kind::admit: {
            Scan scan = newScan(options_.door, options_.direction, request.source, {}, clock_.now());
            scan.id = request.scan;
            scan.guest = request.guest;
            scan.walkIn = std::move(request.walkIn);
            service_.offer(std::move(scan), steady_clock::now());
            break;
        }
        case DoorRequest::Kind::undo: service_.undo(request.about, std::move(request.text)); break;
        case DoorRequest::Kind::override: {
            Scan scan =
                newScan(options_.door, options_.direction, request.source, std::move(request.code), clock_.now());
            scan.id = request.scan;
            scan.overrides = request.about;
            scan.reason = std::move(request.text);
            service_.offer(std::move(scan), steady_clock::now());
            break;
        }
        case DoorRequest::Kind::remark:
            service_.perform([about = request.about, remark = request.remark, this](EventStore& store) {
                return store.remark(about, remark, service_.volunteer(), clock_.now());
            });
            break;
        case DoorRequest::Kind::hideName:
            service_.perform([guest = *request.guest](EventStore& store) { return store.hideFromScreen(guest); });
            break;
        case DoorRequest::Kind::rehearse:
            service_.perform([on = request.on](EventStore& store) { return store.rehearse(on); });
            break;
        case DoorRequest::Kind::closeDoor:
            service_.perform([door = options_.door.id, on = request.on, this](EventStore& store) {
                return store.closeDoor(door, on, clock_.now());
            });
            break;
        case DoorRequest::Kind::renameDoor:
            service_.perform([door = options_.door.id, name = std::move(request.text)](EventStore& store) {
                return store.renameDoor(door, name);
            });
            break;
        case DoorRequest::Kind::setPin:
            service_.perform(
                [pin = std::move(request.text)](EventStore& store) -> Status {
                    const std::string hash = pinHash(pin);
                    if (hash.empty()) return makeError(Fault::diskError, "kiosk.error.no_memory");
                    return store.setSetting(kPinSetting, hash);
                },
                "kiosk.pin.is_set");
            break;
        case DoorRequest::Kind::changeSettings:
            if (presenter_.state().volume != volume_) {
                followState();
                sound_.play(ui::Cue::attendant);
            }
            break;
        case DoorRequest::Kind::testSaving: service_.testSaving(); break;
        case DoorRequest::Kind::testSound: sound_.play(ui::Cue::admitted); break;
        case DoorRequest::Kind::changeDoor: changeAsked_ = closeAsked_ = true; break;
        case DoorRequest::Kind::close: closeAsked_ = true; break;
        case DoorRequest::Kind::leaveFullscreen: window_.setFullscreen(false); break;
        case DoorRequest::Kind::tryNow: service_.retryNow(); break;
    }
}

// --- answers and pictures ---

void DoorLoop::takeAnswers() {
    for (CheckinOutcome& outcome : service_.takeOutcomes()) {
        const auto now = steady_clock::now();
        if (outcome.undo && outcome.answer)
            presenter_.onTakenBack(outcome.undone, *outcome.answer, now, outcome.committed);
        else if (outcome.answer)
            presenter_.onAnswer(*outcome.answer, now, outcome.committed, outcome.scan.text, outcome.again);
        else if (outcome.test)
            presenter_.onTested(outcome.scan.source);
        else if (outcome.saveTest)
            presenter_.onSaved(outcome.error ? std::nullopt : std::optional(outcome.took));
        else if (outcome.refused)
            presenter_.onRefused(outcome.scan.id, *outcome.error, now);
        else if (outcome.task && outcome.error)
            presenter_.onNotDone(*outcome.error, now);
        else if (outcome.task)
            presenter_.onDone(outcome.done, now);
        else if (outcome.undo)
            presenter_.onUndoRefused(outcome.undone, *outcome.error, now);
        else
            presenter_.onNotRecorded(*outcome.error, now);
        if (options_.exitAtEnd) {  // faster than a person can see, but each is shown
            presenter_.tick(now, clock_.now());
            paint();
        }
    }
    if (const auto machine = people_.takeMachine()) presenter_.onMachine(*machine);
    while (auto people = people_.take()) presenter_.onPeople(std::move(*people));
    if (auto news = service_.takeNews()) {
        people_.expect(news->file);
        const std::size_t untold = news->waiting.size() - std::min(kKeptTold, news->waiting.size());
        for (std::size_t i = untold; i < news->waiting.size(); ++i)
            news->waiting[i].guest = people_.known(news->waiting[i].who, news->waiting[i].id);
        const auto now = steady_clock::now();
        const bool otherMode = presenter_.screen().rehearsal != news->counts.rehearsal;
        presenter_.onStore(news->counts, news->trouble, news->waiting.size(), news->lastTry, now, news->waiting);
        if (otherMode) {
            presenter_.offerUndo(news->undoable, now);
            presenter_.showLast(news->last, now);
        }
    }
}

void DoorLoop::takeCamera() {
    if (feed_ == nullptr) return;
    const CameraNow camera = feed_->state();
    presenter_.onCamera(camera);
    cameraState_ = camera.state;
    const bool playing = camera.state == CameraState::live || camera.state == CameraState::ended;
    if (playing) {
        newPicture_ = feed_->take(view_) || newPicture_;
    } else if (preview_.picture != nullptr || newPicture_) {
        preview_ = {};
        stream_.clear();
        newPicture_ = false;
    }
}

// The camera's newest picture goes to the graphics card with the frame that shows it, and no other does.
void DoorLoop::showPicture() {
    newPicture_ = false;
    const Picture& picture = view_.picture;
    stream_.show(window_.canvas().textures(), picture.width, picture.height, ui::PixelFormat::rgba, picture.rgba.data(),
                 static_cast<std::size_t>(picture.width) * 4);
    preview_.picture = &stream_.texture();
    preview_.found.clear();
    for (const auto& corners : view_.found) {
        auto& points = preview_.found.emplace_back();
        for (std::size_t i = 0; i < corners.size(); ++i) points[i] = {corners[i].x, corners[i].y};
    }
}

void DoorLoop::play() {
    const auto heard = presenter_.takeHeard();
    if (!heard.empty() && !options_.exitAtEnd && !presenter_.state().quiet) sound_.play(cueOf(heard.back()));
}

void DoorLoop::paintIfNeeded(SteadyTime now) {
    const bool changed = !painted_ || *painted_ != presenter_.screen() || ring_.changed() || window_.mustDraw();
    const auto gap = std::max<steady_clock::duration>(kPreviewEvery, window_.lastDraw() * kPreviewShare);
    const bool picture = newPicture_ && showsCamera(presenter_.screen().scene);
    if (changed || (picture && now >= lastPaint_ + gap)) paint();
}

void DoorLoop::paint() {
    const auto begun = steady_clock::now();
    painted_ = presenter_.screen();
    if (newPicture_) showPicture();
    preview_.mirrored = painted_->mirrored;
    window_.draw([&](ui::Canvas& canvas) {
        if (const auto press = drawDoor(canvas, *painted_, preview_, &ring_)) pressed_ = press;
        presenter_.onShape(canvas.size().h > canvas.size().w);
    });
    const auto ended = steady_clock::now();
    lastPaint_ = ended;
    paintedNow_ = true;
    stats_.frame.add(ended - begun);
    if (painted_->card && painted_->card->serial != paintedCard_) {
        paintedCard_ = painted_->card->serial;
        if (painted_->card->committed != SteadyTime{}) stats_.commitToPaint.add(ended - painted_->card->committed);
    }
    const bool complete = feed_ == nullptr || preview_.picture != nullptr || cameraState_ == CameraState::gone;
    if (!firstFrame_ && complete) firstFrame_ = ended;
}

// What the guests' answers will need, while nobody waits for one.
void DoorLoop::prepare() {
    if (prepared_ || !painted_ || painted_->card) return;
    prepared_ = prepareDoor(window_.canvas(), options_.countries, kPrepareSlice);
}

bool DoorLoop::done(SteadyTime now) {
    if (options_.exitAtEnd) return feed_ != nullptr && feed_->finished() && !service_.busy();
    return options_.screenshot && firstFrame_ && now >= *firstFrame_ + options_.after;
}

}  // namespace turnout::kiosk
