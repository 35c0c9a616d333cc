// turnout-display: what the hall sees. Wiring and the loop only; it reads the event file and writes nothing beside it.
#include <algorithm>
#include <atomic>
#include <csignal>
#include <future>
#include <iostream>
#include <memory>

#include "common/base/blocked_time.h"
#include "common/base/log.h"
#include "common/paint/fonts.h"
#include "common/paint/text.h"
#include "common/ui/awake.h"
#include "common/ui/keys_by_hand.h"
#include "display/app/frame_times.h"
#include "display/app/options.h"
#include "display/app/other_event.h"
#include "display/app/own_files.h"
#include "display/app/painted.h"
#include "display/app/store_watch.h"
#include "display/views/awaited_event.h"
#include "display/views/check.h"
#include "display/views/controls.h"
#include "display/views/event_flags.h"
#include "display/views/event_fonts.h"
#include "display/views/hall_view.h"
#include "display/views/hall_windows.h"
#include "display/views/legibility.h"

namespace {

using namespace turnout;
using namespace turnout::display;
using std::chrono::steady_clock;

constexpr auto kMovingFrame = std::chrono::microseconds(16'667);  // from one to the next: 60 in a second
constexpr auto kStillTick = 100ms;
constexpr auto kScreenshotAfter = 3s;
constexpr auto kCalm = 2s;
constexpr auto kFlagsPerTick = 12ms;  // flags are rendered ahead in slices, so that no frame waits for all of them

std::atomic<bool> stopAsked{false};

void onSignal(int) {
    stopAsked = true;
}

int fail(const Error& error, Lang lang) {
    std::cerr << error.sentence(lang) << '\n';
    return error.fault == Fault::wrongUsage ? kWrongUsage : kCouldNot;
}

double msBetween(SteadyTime from, SteadyTime to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

Result<EventPlan> planOf(const Options& options) {
    Result<EventReader> reader = EventReader::open(options.event);
    if (!reader) return reader.error();
    return reader->event();
}

class Hall {
  public:
    Hall(const Options& options, EventPlan plan, HallWindows windows)
        : options_(options), windows_(std::move(windows)), window_(windows_.hall.get()), clock_(makeClock(options)) {
        ui::keepScreenAwake();
        show(std::move(plan));
        watch_ = std::make_unique<WatchThread>(options.event, [this] { window_->wake(); });
    }

    int run() {
        const SteadyTime began = steady_clock::now();
        std::optional<SteadyTime> firstWhole;
        while (!window_->closing() && !stopAsked) {  // Ctrl-C is seen within one kStillTick
            const bool ready = presenter_->begun();
            std::vector<ui::Event> events = window_->wait(untilNext(steady_clock::now()));
            for (const ui::Event& event : keys_.take(std::move(events), steady_clock::now())) handle(event);
            followOperator();
            keepByHand();
            const SteadyTime now = steady_clock::now();
            follow(now);
            if (ready && !flagsReady_) flagsReady_ = prepareFlags();
            if (ready && flagsReady_) prepareThanks(now);
            if (presenter_->begun() && (flagsReady_ || painted_) &&
                (presenter_->screen() != painted_ || newsUnpainted_ || window_->mustDraw()))
                paint(now);
            const std::deque<Moment>& moments = presenter_->moments().waiting();
            if (!moments.empty()) prepared(moments.front());
            windows_.output->follow(now);
            drawOperator(now);
            if (presenter_->begun() && flagsReady_ && !firstWhole) firstWhole = now;
            if (!options_.screenshot.empty() && firstWhole) {
                const SteadyTime due = options_.after ? began + std::chrono::duration_cast<steady_clock::duration>(
                                                                    std::chrono::duration<double>(*options_.after))
                                                      : *firstWhole + kScreenshotAfter;
                if (now >= due) return takeScreenshot();
            }
        }
        if (keeping_.valid()) keeping_.wait();
        keepByHand();
        return end(kDone);
    }

  private:
    static std::unique_ptr<Clock> makeClock(const Options& options) {
        if (options.clock) return std::make_unique<RunningClock>(*options.clock);
        return std::make_unique<SystemClock>();
    }

    Millis untilNext(SteadyTime now) const {
        // Until the first frame there is nothing to wait for but the flags.
        if (!flagsReady_ && presenter_->begun() && !painted_) return 0ms;
        if (presenter_->moments().awaitsPictures()) return 0ms;
        SteadyTime next = paintedAt_ + kMovingFrame;
        if (!presenter_->screen().moving() && flagsReady_) next = now + kStillTick;
        if (const auto due = keys_.due()) next = std::min(next, *due);
        if (const auto due = windows_.desk ? windows_.desk->keysDue() : std::nullopt) next = std::min(next, *due);
        return std::max(0ms, std::chrono::floor<Millis>(next - now));
    }

    void show(EventPlan plan) {
        rates_ = {};
        doorClock_ = {};
        presenter_ = std::make_unique<HallPresenter>(std::move(plan), options_.clock.has_value(), options_.scene);
        presenter_->waitFor([this](const Moment& moment) { return prepared(moment); });
        recall();
        dress();
    }

    // What an organiser may have changed besides the presenter's words and numbers.
    void dress() {
        const EventPlan& plan = presenter_->numbers().plan();
        window_->canvas().setFlags(std::make_shared<paint::Flags>(flagsOf(plan, options_.event)));
        window_->setTitle(say(Text{"display.window", {{"event", plan.name.in(options_.lang)}}}, options_.lang));
        ownFiles_ = OwnFiles(options_.event);
        const HallSettings placed = ownFiles_.placed(presenter_->settings());
        palette_ = Palette::of(placed, options_.event.parent_path());
        EventFamilies families = familiesOf(placed, options_.event);
        if (auto flags = missingFlags(plan, options_.event)) families.missing.push_back(*std::move(flags));
        std::string odd = told(placed.wrong, families.missing, options_.lang);
        if (!odd.empty()) odd.pop_back();  // the last line's end
        if (odd != std::exchange(odd_, odd) && !odd.empty()) log::warn(odd);
        paint::setEventFonts({std::move(families.words), std::move(families.titles)});
        flagsReady_ = false;
        frameTimes_.begins(steady_clock::now());
    }

    // With a clock of its own it is a rehearsal, and leaves nothing behind; one scene alone is the lobby's.
    void recall() {
        if (!options_.clock && !options_.scene) byHandFile_ = byHandFile(options_.event, options_.monitor);
        if (byHandFile_.empty()) return;
        if (const auto state = kept(presenter_->numbers().plan(), clock_->now(), byHandFile_))
            presenter_->recall(*state);
        byHand_ = presenter_->byHand();
    }

    // On a thread of its own: a disk that is slow, or has to wake up, stops no motion. What changes while one is kept
    // is kept after it.
    void keepByHand() {
        if (byHandFile_.empty()) return;
        if (keeping_.valid()) {
            if (keeping_.wait_for(std::chrono::seconds{0}) != std::future_status::ready) return;
            if (const Status done = keeping_.get(); !done) log::warn(done.error().sentence(options_.lang));
        }
        if (presenter_->byHand() == byHand_) return;
        byHand_ = presenter_->byHand();
        keeping_ =
            std::async(std::launch::async, [state = byHand_, plan = presenter_->numbers().plan(), now = clock_->now(),
                                            file = byHandFile_] { return keep(state, plan, now, file); });
    }

    void handle(const ui::Event& event) {
        if (const OutputWish wish = outputWishOf(event); wish != OutputWish::none) return windows_.grant(wish);
        if (const auto wanted = controlOf(event, presenter_->screen())) control(*wanted);
    }

    void followOperator() {
        if (!windows_.desk || !presenter_->begun()) return;
        windows_.desk->handle(*presenter_, steady_clock::now(), clock_->now());
        windows_.grant(windows_.desk->asked());
    }

    void control(Control wanted) {
        if (presenter_->begun()) presenter_->control(wanted, steady_clock::now(), clock_->now());
    }

    void follow(SteadyTime now) {
        blocked_.take();
        WatchThread::Latest latest = watch_->take();
        const TimePoint wall = clock_->now();
        trouble_ = std::move(latest.news.trouble);
        if (latest.news.plan) {
            const EventPlan& before = presenter_->numbers().plan();
            if (latest.news.reopened && !sameEvent(before, *latest.news.plan)) {
                otherEvent_.took(before, *latest.news.plan, now);
                show(std::move(*latest.news.plan));
            } else {
                replan(std::move(*latest.news.plan));
            }
        }
        if (latest.news.numbers) {
            presenter_->take(*latest.news.numbers, now, wall);
            if (latest.news.committed) unpainted_ = latest.news.committed;
            newsUnpainted_ = true;
            rates_.take(latest.news.numbers->totals, now);
            if (!options_.clock) doorClock_.take(*latest.news.numbers, latest.news.reopened, wall);
            newsAt_ = now;
            if (count().wall.size() != places_) flagsReady_ = false;
        }
        if (latest.news.heard)
            for (const auto& [door, at] : *latest.news.heard) rates_.heardBefore(door, wall - at, now);
        if (!latest.news.numbers && latest.confirmed && presenter_->begun()) {
            presenter_->confirmed(*latest.confirmed,
                                  wall - std::chrono::duration_cast<Millis>(now - *latest.confirmed));
        }
        presenter_->tick(now, wall);
        stats_.uiBlocked.add(std::chrono::duration<double, std::milli>(blocked_.take()).count());
    }

    void replan(EventPlan plan) {
        const EventPlan before = presenter_->numbers().plan();
        if (plan == before) return;
        presenter_->replan(std::move(plan));
        if (!dressedAlike(before, presenter_->numbers().plan())) dress();
    }

    void drawOperator(SteadyTime now) {
        if (!windows_.desk || !presenter_->begun() || !flagsReady_) return;
        OperatorWindow& desk = *windows_.desk;
        if (desk.closing()) return windows_.closeDesk();
        const TimePoint wall = clock_->now();
        OperatorSource source{*presenter_,
                              rates_,
                              now,
                              wall,
                              windows_.output->name(),
                              frameTimes_.news(now),
                              options_.event.filename().string(),
                              trouble_,
                              doorClock_.news(),
                              desk.lang(),
                              windows_.output->awaited(),
                              {}};
        if (otherEvent_.told(now)) source.newEvent = presenter_->numbers().plan().name;
        desk.draw(*presenter_, operatorScreen(source), scenery_,
                  {options_.safeMargin, &palette_, smallestType(presenter_->settings()), frames_, false}, now, wall);
    }

    const CountScreen& count() const { return presenter_->numbers().screen(); }

    // Every flag that may come, so that none is rendered while something moves.
    bool prepareFlags() {
        std::vector<CountryCode> codes;
        for (const CountryNumbers& country : presenter_->numbers().numbers().totals.byCountry)
            if (country.code.isCountry()) codes.push_back(country.code);
        places_ = count().wall.size();
        const FlagWidths widths = flagWidths(window_->pixels(), places_, options_.safeMargin, count().foot);
        ui::Canvas& canvas = window_->canvas();
        return canvas.prepareFlags(codes, widths.wall, false, kFlagsPerTick) &&
               canvas.prepareFlags(codes, widths.card, false, kFlagsPerTick);
    }

    // Those of the closing tableau change their size with every country: only once it has been calm for a while.
    void prepareThanks(SteadyTime now) {
        if (arrived_ == count().countries.arrived || now - newsAt_ < kCalm || presenter_->screen().moving()) return;
        std::vector<CountryCode> came;
        for (const WallPlace& place : count().wall)
            if (place) came.push_back(*place);
        const float width = thanksFlagWidth(window_->pixels(), came.size(), options_.safeMargin);
        if (window_->canvas().prepareFlags(came, width, false, kFlagsPerTick)) arrived_ = count().countries.arrived;
    }

    // The flags of a moment are large; they are rendered before it comes, some in each tick. Whether all are there.
    bool prepared(const Moment& moment) {
        const std::vector<CountryCode> came = newCountriesOf(moment);
        const float width = momentFlagWidth(moment, window_->pixels(), options_.safeMargin);
        return came.empty() || window_->canvas().prepareFlags(came, width, false, kFlagsPerTick);
    }

    void paint(SteadyTime now) {
        const HallLook look{options_.safeMargin, &palette_, smallestType(presenter_->settings()), ++frames_,
                            windows_.desk == nullptr};
        paintedAt_ = now;
        const std::pair size{window_->pixels().w, window_->pixels().h};
        if (std::exchange(paintedSize_, size) != size) frameTimes_.begins(now);
        window_->draw([&](ui::Canvas& canvas) { drawHall(canvas, presenter_->screen(), scenery_, look); });
        painted_ = presenter_->screen();
        newsUnpainted_ = false;
        const SteadyTime done = steady_clock::now();
        stats_.frame.add(msBetween(now, done));
        frameTimes_.painted(*painted_, now, msBetween(now, done));
        if (unpainted_) {
            const TimePoint machine = SystemClock().now();
            stats_.commitToPaint.add(static_cast<double>(std::max<std::int64_t>(0, (machine - *unpainted_).count())));
            unpainted_.reset();
        }
        if (!options_.state) return;
        const std::string line = lines_.painted(*presenter_);
        if (!line.empty()) std::cout << line << std::endl;
    }

    int takeScreenshot() {
        const Status written = window_->screenshot(options_.screenshot);
        if (!written) return end(fail(written.error(), options_.lang));
        if (windows_.desk) {  // hall.png and hall-operator.png
            std::filesystem::path beside = options_.screenshot;
            beside.replace_filename(beside.stem().string() + "-operator" + beside.extension().string());
            const Status both = windows_.desk->screenshot(beside);
            if (!both) return end(fail(both.error(), options_.lang));
        }
        return end(kDone);
    }

    int end(int code) {
        watch_.reset();
        if (options_.stats.empty()) return code;
        const Status written = stats_.write(options_.stats);
        return written ? code : fail(written.error(), options_.lang);
    }

    const Options& options_;
    HallWindows windows_;
    ui::Window* const window_;  // the hall's
    std::unique_ptr<Clock> clock_;
    std::unique_ptr<HallPresenter> presenter_;
    Scenery scenery_;  // before the window goes
    OwnFiles ownFiles_;
    Palette palette_;
    ByHand byHand_;
    std::filesystem::path byHandFile_;  // empty: nothing is kept
    std::future<Status> keeping_;       // its end waits for it
    ui::KeysByHand keys_;
    DoorRates rates_;
    DoorClock doorClock_;
    std::optional<Error> trouble_;  // the event file cannot be asked
    OtherEvent otherEvent_;
    std::optional<HallScreen> painted_;
    std::pair<float, float> paintedSize_;  // pixels
    FrameTimes frameTimes_;
    std::size_t places_ = 0;
    std::int64_t arrived_ = 0, frames_ = 0;  // arrived: countries whose flags of the closing tableau are there
    bool newsUnpainted_ = false;
    SteadyTime newsAt_{}, paintedAt_{};
    bool flagsReady_ = false;
    std::string odd_;  // what was last said of settings that cannot be understood
    BlockedTime blocked_;
    std::optional<TimePoint> unpainted_;
    Stats stats_;
    StateLines lines_;
    std::unique_ptr<WatchThread> watch_;  // last: its thread wakes the window
};

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    const auto read = readOptions(argc, argv, std::cout, std::cerr);
    if (const int* code = std::get_if<int>(&read)) return *code;
    const auto& options = std::get<Options>(read);

    std::optional<HallWindows> windows;
    Result<EventPlan> plan = planOf(options);
    if (!plan && options.fullscreen && !options.check && comesBack(plan.error().fault)) {
        std::cerr << plan.error().sentence(options.lang) << '\n';
        auto opened = HallWindows::open(options);
        if (!opened) return fail(opened.error(), options.lang);
        windows = std::move(opened).value();
        std::optional<EventPlan> came = awaitEvent(options, *windows, [] { return stopAsked.load(); });
        if (!came) return kDone;
        plan = std::move(*came);
    }
    if (!plan) return fail(plan.error(), options.lang);
    if (options.clock && !plan->demo)
        return fail(
            makeError(Fault::wrongUsage, "display.clock_not_demo", {{"file", options.event.filename().string()}}),
            options.lang);
    if (options.check) return checkHall(*plan, options, std::cout, std::cerr);
    if (!windows) {
        auto opened = HallWindows::open(options);
        if (!opened) return fail(opened.error(), options.lang);
        windows = std::move(opened).value();
    }
    return Hall(options, std::move(plan).value(), std::move(*windows)).run();
}
