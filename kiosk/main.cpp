// turnout-kiosk: puts the parts of a door together and lets it run.
#include <csignal>
#include <iostream>

#include "common/base/log.h"
#include "common/paint/text.h"
#include "common/store/event_store.h"
#include "common/store/pin.h"
#include "kiosk/app/camera_feed.h"
#include "kiosk/app/checkin_service.h"
#include "kiosk/app/door_presenter.h"
#include "kiosk/app/options.h"
#include "kiosk/app/people_service.h"
#include "kiosk/app/preferences.h"
#include "kiosk/app/stream_clock.h"
#include "kiosk/views/door_loop.h"

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

DoorSetup setupOf(const EventPlan& plan, std::string tag, const Door& door, const Options& options) {
    DoorSetup setup;
    setup.event = plan;
    setup.eventTag = std::move(tag);
    setup.door = door;
    setup.direction = options.direction;
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

int run(const Options& options) {
    OpenOptions opening;
    opening.program = "turnout-kiosk";
    auto store = EventStore::open(options.event, opening);
    if (!store) return fail(store.error(), options.lang);
    auto plan = store->event();
    if (!plan) return fail(plan.error(), options.lang);
    if (options.clock && !plan->demo)
        return fail(makeError(Fault::wrongUsage, "kiosk.error.clock_not_demo"), options.lang);
    const auto countries = countriesOf(options.event);
    if (!countries) return fail(countries.error(), options.lang);
    const auto running = clockFor(options);
    // A film taken frame by frame brings its own time.
    std::optional<StreamClock> film;
    if (options.exitAtEnd) film.emplace(running->now());
    const Clock& clock = film ? static_cast<const Clock&>(*film) : *running;
    auto door = store->doorNamed(options.door, clock.now());
    if (!door) return fail(door.error(), options.lang);
    // A film that is decided in one go is the same on every machine.
    const std::filesystem::path preferencesPath = options.exitAtEnd ? std::filesystem::path() : preferencesFile();
    Preferences preferences = loadPreferences(preferencesPath);
    rememberEvent(preferences, options.event);
    preferences.door = door->name;
    if (const Status kept = savePreferences(preferencesPath, preferences); !kept)
        log::warn("the preferences could not be written");

    std::unique_ptr<FrameSource> source;
    CameraChoice choice = cameraChoice(options.camera);
    if (choice.kind == CameraKind::automatic) choice.what = preferences.camera;
    if (choice.kind != CameraKind::none) {
        auto opened = FrameSource::open(choice, options.exitAtEnd ? Pace::everyFrame : Pace::live);
        if (!opened) return fail(opened.error(), options.lang);
        source = std::move(*opened);
    }

    ui::WindowOptions windowOptions;
    windowOptions.title = "Turnout · " + cleanForScreen(door->name);
    windowOptions.fullscreen = options.fullscreen;
    auto window = ui::Window::open(windowOptions);
    if (!window) return fail(window.error(), options.lang);
    (*window)->canvas().setFlags(
        std::make_shared<paint::Flags>(paint::FlagFolders::find(), plan->zone.date(plan->starts)));
    paint::warmUpFonts();

    Stats stats;
    ui::Sound sound(options.exitAtEnd ? "" : "default", preferences.volume / 100.0);
    DoorSetup setup = setupOf(*plan, store->eventTag(), *door, options);
    setup.state = stateFrom(preferences);
    if (const auto pin = store->setting(kPinSetting)) setup.state.hasPin = pin->has_value();
    DoorPresenter presenter(std::move(setup), std::chrono::steady_clock::now(), clock.now());
    const auto wake = [&window] { (*window)->wake(); };
    CheckinService service(std::move(*store), *door, clock, stats, wake);
    PeopleService people(options.event, plan->affiliations, clock, wake);
    std::optional<CameraFeed> feed;
    if (source)
        feed.emplace(std::move(source), FeedSetup{*door, options.direction, options.lang}, service, clock,
                     film ? &*film : nullptr, stats, wake);

    std::optional<SerialScanner> scanner;
    if (!options.scanner.empty()) {
        const auto onCode = [&](std::string text, SteadyTime seen) {
            service.offer(newScan(*door, options.direction, Source::scanner, std::move(text), clock.now()), seen);
        };
        scanner.emplace(options.scanner, ScannerHooks{onCode, wake});
    }

    LoopOptions loopOptions;
    loopOptions.countries = *countries;
    loopOptions.door = *door;
    loopOptions.direction = options.direction;
    loopOptions.exitAtEnd = options.exitAtEnd;
    loopOptions.screenshot = options.screenshot;
    loopOptions.keepState = [&](const DoorState& state) {
        takeState(preferences, state);
        if (const Status kept = savePreferences(preferencesPath, preferences); !kept)
            log::warn("the preferences could not be written");
    };
    if (options.after) loopOptions.after = Millis(static_cast<std::int64_t>(*options.after * 1000));
    DoorLoop loop(**window, presenter, service, people, sound, clock, stats, feed ? &*feed : nullptr,
                  scanner ? &*scanner : nullptr, stopAsked, loopOptions);
    const Status ended = loop.run();

    const std::optional<Error> broken = feed ? feed->failure() : std::nullopt;
    const std::uint64_t dropped = feed ? feed->framesDropped() : 0;
    feed.reset();
    scanner.reset();  // nothing is offered any more
    const std::size_t left = service.finish();
    if (options.stats) {
        const Status written = writeStats(*options.stats, stats.json(service.deepestQueue(), dropped));
        if (!written) return fail(written.error(), options.lang);
    }
    if (!ended) return fail(ended.error(), options.lang);
    if (broken && options.exitAtEnd) return fail(*broken, options.lang);
    if (left > 0)
        return fail(makeError(Fault::diskError, "kiosk.error.left_unrecorded", {{"n", std::to_string(left)}}),
                    options.lang);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    const auto parsed = parseOptions(argc, argv, std::cout, std::cerr);
    if (const int* code = std::get_if<int>(&parsed)) return *code;
    return run(std::get<Options>(parsed));
}
