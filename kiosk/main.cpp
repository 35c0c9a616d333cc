// turnout-kiosk: puts the parts of a door together and lets it run.
#include <csignal>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <set>

#include "common/base/log.h"
#include "common/paint/text.h"
#include "common/store/event_store.h"
#include "common/store/pin.h"
#include "common/ui/awake.h"
#include "kiosk/app/beside.h"
#include "kiosk/app/camera_feed.h"
#include "kiosk/app/checkin_service.h"
#include "kiosk/app/door_presenter.h"
#include "kiosk/app/options.h"
#include "kiosk/app/people_service.h"
#include "kiosk/app/preferences.h"
#include "kiosk/app/start_page.h"
#include "kiosk/app/stream_clock.h"
#include "kiosk/app/trouble_cards.h"
#include "kiosk/views/awaited_door.h"
#include "kiosk/views/door_loop.h"
#include "kiosk/views/start_view.h"

namespace {

using namespace turnout;
using namespace turnout::kiosk;

std::atomic<bool> stopAsked{false};

void onSignal(int) {
    stopAsked = true;
}

int fail(const Error& error, Lang lang) {
    std::cerr << error.sentence(lang) << '\n';
    return error.fault == Fault::wrongUsage ? 2 : 1;
}

std::unique_ptr<Clock> clockFor(const Options& options) {
    if (options.clock) return std::make_unique<RunningClock>(*options.clock);
    return std::make_unique<SystemClock>();
}

DoorSetup setupOf(const EventPlan& plan, std::string tag, const Door& door, Direction direction,
                  const Options& options) {
    DoorSetup setup;
    setup.event = plan;
    setup.eventTag = std::move(tag);
    setup.door = door;
    setup.direction = direction;
    setup.lang = options.lang;
    setup.demoClock = options.clock.has_value();
    setup.inOneGo = options.exitAtEnd;
    return setup;
}

Result<std::vector<CountryCode>> countriesOf(const std::filesystem::path& event) {
    auto reader = EventReader::open(event);
    if (!reader) return reader.error();
    const auto totals = reader->totals();
    if (!totals) return totals.error();
    std::vector<CountryCode> codes;
    for (const CountryNumbers& country : totals->byCountry)
        if (country.code.isCountry()) codes.push_back(country.code);
    return codes;
}

// What is decided in one go is the same on every machine: nothing of this one is remembered or taken along.
std::filesystem::path preferencesFor(const Options& options) {
    return options.exitAtEnd ? std::filesystem::path() : preferencesFile();
}

void keep(const Options& options, const Preferences& preferences) {
    if (const Status kept = savePreferences(preferencesFor(options), preferences); !kept)
        log::warn("the preferences could not be written");
}

Status openWindow(std::unique_ptr<ui::Window>& window, const Options& options) {
    if (window) return Done{};
    ui::WindowOptions windowOptions;
    windowOptions.title = "Turnout";
    windowOptions.fullscreen = options.fullscreen;
    auto opened = ui::Window::open(windowOptions);
    if (!opened) return opened.error();
    window = std::move(*opened);
    ui::keepScreenAwake();
    paint::warmUpFonts();
    return Done{};
}

struct ClosedDoor {
    bool another = false;             // back to the start page
    std::optional<Error> unrecorded;  // scans that could not be recorded to the end
};

// What a door needs before anything of it can be shown.
struct OpenEvent {
    EventStore store;
    EventPlan plan;
    std::vector<CountryCode> countries;
    Door door;
};

Result<OpenEvent> openEvent(const Options& options, TimePoint now) {
    OpenOptions opening;
    opening.program = "turnout-kiosk";
    auto store = EventStore::open(options.event, opening);
    if (!store) return store.error();
    auto plan = store->event();
    if (!plan) return plan.error();
    if (options.clock && !plan->demo) return makeError(Fault::wrongUsage, "kiosk.error.clock_not_demo");
    auto countries = countriesOf(options.event);
    if (!countries) return countries.error();
    auto door = store->doorNamed(options.door, now);
    if (!door) return door.error();
    return OpenEvent{std::move(*store), std::move(*plan), std::move(*countries), std::move(*door)};
}

// One door from its opening to its closing.
Result<ClosedDoor> runDoor(OpenEvent event, const Clock& running, std::unique_ptr<ui::Window>& window,
                           const Options& options, Preferences& preferences, bool selfTest) {
    // A film taken frame by frame brings its own time.
    std::optional<StreamClock> film;
    if (options.exitAtEnd) film.emplace(running.now());
    const Clock& clock = film ? static_cast<const Clock&>(*film) : running;
    EventStore* const store = &event.store;
    const EventPlan* const plan = &event.plan;
    const Door* const door = &event.door;
    const Direction direction = directionAt(door->way, options.direction);
    rememberEvent(preferences, options.event);
    preferences.door = door->name;
    keep(options, preferences);

    std::unique_ptr<FrameSource> source;
    CameraChoice choice = cameraChoice(options.camera);
    if (choice.kind == CameraKind::automatic) choice.what = preferences.camera;
    if (choice.kind != CameraKind::none) {
        auto opened = FrameSource::open(choice, options.exitAtEnd ? Pace::everyFrame : Pace::live);
        if (!opened) return opened.error();
        source = std::move(*opened);
    }

    if (const Status opened = openWindow(window, options); !opened) return opened.error();
    window->setTitle("Turnout · " + cleanForScreen(door->name));
    window->canvas().setFlags(
        std::make_shared<paint::Flags>(paint::FlagFolders::find(), plan->zone.date(plan->starts)));

    Stats stats;
    ui::Sound sound(options.exitAtEnd ? "" : "default", preferences.volume / 100.0);
    DoorSetup setup = setupOf(*plan, store->eventTag(), *door, direction, options);
    setup.state = stateFrom(preferences);
    if (const auto pin = store->setting(kPinSetting)) setup.state.hasPin = pin->has_value();
    DoorPresenter presenter(std::move(setup), std::chrono::steady_clock::now(), clock.now());
    if (const auto recent = store->notUndone(door->id, clock.now() - kUndoPossible))
        presenter.offerUndo(*recent, std::chrono::steady_clock::now());
    if (const auto last = store->newest(door->id, kLastScans))
        presenter.showLast(*last, std::chrono::steady_clock::now());
    if (selfTest) presenter.openSelfTest();
    const FileIdentity identity = store->identity();
    const auto wake = [&window] { window->wake(); };
    CheckinService service(std::move(*store), *door, clock, stats, wake);
    PeopleService people(options.event, identity, plan->affiliations, clock, wake);
    std::optional<CameraFeed> feed;
    if (source)
        feed.emplace(std::move(source), FeedSetup{*door, direction, options.lang}, service, clock,
                     film ? &*film : nullptr, stats, wake);

    std::optional<SerialScanner> scanner;
    if (!options.scanner.empty()) {
        const auto onCode = [&](std::string text, SteadyTime seen) {
            service.offer(newScan(*door, direction, Source::scanner, std::move(text), clock.now()), seen);
        };
        scanner.emplace(options.scanner, ScannerHooks{onCode, wake});
    }

    LoopOptions loopOptions;
    loopOptions.countries = event.countries;
    loopOptions.door = *door;
    loopOptions.direction = direction;
    loopOptions.exitAtEnd = options.exitAtEnd;
    loopOptions.screenshot = options.screenshot;
    loopOptions.keepState = [&](const DoorState& state) {
        takeState(preferences, state);
        keep(options, preferences);
    };
    if (options.after) loopOptions.after = Millis(static_cast<std::int64_t>(*options.after * 1000));
    DoorLoop loop(*window, presenter, service, people, sound, clock, stats, feed ? &*feed : nullptr,
                  scanner ? &*scanner : nullptr, stopAsked, loopOptions);
    const Status ended = loop.run();

    const std::optional<Error> broken = feed ? feed->failure() : std::nullopt;
    const std::uint64_t dropped = feed ? feed->framesDropped() : 0;
    feed.reset();
    scanner.reset();  // nothing is offered any more
    const std::size_t left = service.finish();
    if (options.stats) {
        const Status written = writeStats(*options.stats, stats.json(service.deepestQueue(), dropped));
        if (!written) return written.error();
    }
    if (!ended) return ended.error();
    if (broken && options.exitAtEnd) return *broken;
    ClosedDoor closed{loop.wantsAnotherDoor(), {}};
    if (left > 0)
        closed.unrecorded = makeError(Fault::diskError, "kiosk.error.left_unrecorded", {{"n", std::to_string(left)}});
    return closed;
}

// The file that was named, then those opened before.
std::vector<ShelvedEvent> knownEvents(const Options& options, const Preferences& preferences) {
    std::vector<ShelvedEvent> events;
    std::error_code none;  // named: empty
    const std::filesystem::path named = std::filesystem::absolute(options.event, none).lexically_normal();
    if (!named.empty()) events.push_back(unread(named));
    for (const std::string& path : preferences.events)
        if (path != named) events.push_back(unread(path));
    return events;
}

// The start page, then the door chosen on it; again when another door is wanted. `refused`: what the page says first.
int askAndRun(Options options, const Clock& clock, std::optional<Error> refused = {}) {
    Preferences preferences = loadPreferences(preferencesFor(options));
    std::unique_ptr<ui::Window> window;
    if (const Status opened = openWindow(window, options); !opened) return fail(opened.error(), options.lang);
    bool noCamera = cameraChoice(options.camera).kind == CameraKind::none;
    const std::string camera = noCamera ? Options{}.camera : options.camera;
    const Direction asked = options.direction;
    while (!stopAsked) {
        window->setTitle("Turnout");
        const char* home = std::getenv("HOME");
        StartPresenter presenter(knownEvents(options, preferences), preferences, options.lang,
                                 {home != nullptr ? home : "/", true}, asked);
        if (noCamera) presenter.wantNoCamera();
        if (refused) presenter.tell(*refused);
        const auto choice = chooseDoor(*window, presenter, clock, stopAsked);
        if (!choice) return 0;
        options.event = choice->event;
        options.door = choice->door;
        options.lang = choice->lang;
        options.direction = choice->direction;
        noCamera = choice->noCamera;
        options.camera = noCamera ? "none" : camera;
        if (!choice->camera.empty()) preferences.camera = choice->camera;
        takeState(preferences, withVolunteer(stateFrom(preferences), choice->volunteer));
        auto event = openEvent(options, clock.now());
        const auto closed = event ? runDoor(std::move(*event), clock, window, options, preferences, true)
                                  : Result<ClosedDoor>(event.error());
        if (closed && !closed->another) return closed->unrecorded ? fail(*closed->unrecorded, options.lang) : 0;
        refused = closed ? closed->unrecorded : std::optional(closed.error());
    }
    return 0;
}

bool isMistyped(const Error& error) {
    return error.fault == Fault::wrongUsage || error.fault == Fault::badInput ||
           error.fault == Fault::refusedByRules;  // a door that there is not, an event that is over
}

// A machine that shows nothing but its door has nobody who reads the error output: there it stands on the screen until
// the file can be opened. Elsewhere somebody has mistyped a name, or a script waits for the exit code.
bool waitsForEvent(const Options& options) {
    return options.fullscreen && !options.exitAtEnd && !options.screenshot;
}

// Nothing: somebody has closed the window, or the program was told to end. The file is opened on a thread that nobody
// waits for: a drive that does not answer stops neither the page nor its end.
std::optional<Result<OpenEvent>> awaitEvent(const Options& options, const Clock& clock,
                                            std::unique_ptr<ui::Window>& window) {
    constexpr Millis kSilent{3000};  // longer than the gate is waited for
    using std::chrono::steady_clock;
    std::error_code none;  // where it is looked for, whole
    const std::filesystem::path event = std::filesystem::absolute(options.event, none);
    const Error silent = makeError(Fault::diskError, "kiosk.not_opened.silent", {{"file", event.filename().string()}});
    std::set<std::string> said;
    const auto show = [&](const Error& error, const std::function<bool()>& over) {
        return showUntil(*window, notOpenedCard(error, event, options.lang), options.lang, stopAsked, over);
    };
    const auto tell = [&](const Error& error) -> Status {
        if (const auto [sentence, isNew] = said.insert(error.sentence(options.lang)); isNew)
            std::cerr << *sentence << std::endl;
        return openWindow(window, options);
    };
    for (std::optional<Error> last;;) {
        auto opening = beside([options, now = clock.now()] { return openEvent(options, now); });
        const auto answered = [&] { return hasCome(opening); };
        const auto isLate = [&, late = steady_clock::now() + kSilent] { return steady_clock::now() >= late; };
        while (!last && !hasCome(opening, kSignalLook) && !isLate())
            if (stopAsked) return {};
        while (last && !answered() && !isLate())
            if (!show(*last, [&] { return answered() || isLate(); })) return {};
        if (!answered())
            if (const Status opened = tell(silent); !opened) return opened.error();
        while (!answered())
            if (!show(silent, answered)) return {};
        Result<OpenEvent> opened = opening.get();
        if (opened || isMistyped(opened.error())) return opened;
        last = opened.error();
        if (const Status shown = tell(*last); !shown) return shown.error();
        const auto again = steady_clock::now() + kRetryEvery;
        if (!show(*last, [&] { return steady_clock::now() >= again; })) return {};
    }
}

int run(const Options& options, const Clock& clock) {
    Preferences preferences = loadPreferences(preferencesFor(options));
    std::unique_ptr<ui::Window> window;
    auto awaited =
        waitsForEvent(options) ? awaitEvent(options, clock, window) : std::optional(openEvent(options, clock.now()));
    if (!awaited) return stopAsked ? 0 : 1;
    Result<OpenEvent>& event = *awaited;
    if (!event) return fail(event.error(), options.lang);
    const auto closed = runDoor(std::move(*event), clock, window, options, preferences, false);
    if (!closed) return fail(closed.error(), options.lang);
    if (!closed->another) return closed->unrecorded ? fail(*closed->unrecorded, options.lang) : 0;
    window.reset();
    return askAndRun(options, clock, closed->unrecorded);
}

}  // namespace

int main(int argc, char** argv) {
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    const auto parsed = parseOptions(argc, argv, std::cout, std::cerr);
    if (const int* code = std::get_if<int>(&parsed)) return *code;
    const auto& options = std::get<Options>(parsed);
    const auto clock = clockFor(options);  // one for all doors: a demo's goes on from one to the next
    return options.door.empty() ? askAndRun(options, *clock) : run(options, *clock);
}
