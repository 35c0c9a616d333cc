#include "display/app/store_watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "common/store/planning.h"
#include "display/app/count_presenter.h"

namespace turnout::display {
namespace {

constexpr auto kPoll = 15ms;
constexpr auto kTryAgain = 250ms;
constexpr auto kPlanEvery = 1s;

// By its name only: opening the event file beside SQLite would drop SQLite's locks.
std::optional<TimePoint> lastWritten(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error);
    struct stat seen {};
    if (error || ::stat((real.string() + "-wal").c_str(), &seen) != 0) return {};
    return TimePoint{std::chrono::duration_cast<Millis>(std::chrono::seconds(seen.st_mtim.tv_sec) +
                                                        std::chrono::nanoseconds(seen.st_mtim.tv_nsec))};
}

}  // namespace

StoreWatch::StoreWatch(std::filesystem::path path) : path_(std::move(path)) {}

StoreNews StoreWatch::poll(SteadyTime now) {
    StoreNews news;
    if (tryAgain_ && now < *tryAgain_) {
        news.trouble = trouble_;
        return news;
    }
    tryAgain_.reset();
    if (const Result<Done> asked = ask(now, news); !asked) {
        const bool wasOpen = reader_.has_value();
        news = {};
        news.trouble = trouble_ = asked.error();
        reader_.reset();
        version_.reset();
        if (!wasOpen) tryAgain_ = now + kTryAgain;
    }
    return news;
}

Result<Done> StoreWatch::ask(SteadyTime now, StoreNews& news) {
    if (!reader_) {
        Result<EventReader> opened = EventReader::open(path_);
        if (!opened) return opened.error();
        reader_.emplace(std::move(opened).value());
        news.reopened = planDue_ = doorsDue_ = true;
        planRead_ = {};
    }
    // The version first: what is committed between the two questions shows as a change at the next poll.
    const Result<std::int64_t> version = reader_->version(now);
    if (!version) return version.error();
    if (version_ != *version) planDue_ = true;
    if (const Result<Done> planned = askPlan(now, news); !planned) return planned;
    if (version_ == *version) return askDoors(news);
    if (version_) news.committed = lastWritten(path_);
    Result<HallNumbers> numbers = reader_->hall(kNewestRead);
    if (!numbers) return numbers.error();
    news.numbers = std::move(numbers).value();
    version_ = *version;
    return Done{};
}

// Once a second at most: guests come many times as often as an organiser changes anything.
Result<Done> StoreWatch::askPlan(SteadyTime now, StoreNews& news) {
    if (!planDue_ || (planRead_ != SteadyTime{} && now - planRead_ < kPlanEvery)) return Done{};
    Result<EventPlan> plan = reader_->event();
    if (!plan) return plan.error();
    planDue_ = false;
    planRead_ = now;
    if (!news.reopened && *plan == plan_) return Done{};
    plan_ = *plan;
    news.plan = std::move(plan).value();
    return Done{};
}

// After the numbers: the hall does not wait for a long log.
Result<Done> StoreWatch::askDoors(StoreNews& news) {
    if (!std::exchange(doorsDue_, false)) return Done{};
    const Result<std::vector<DoorRecord>> doors = doorRecords(path_);
    if (!doors) return doors.error();
    news.heard.emplace();
    for (const DoorRecord& door : *doors)
        if (const auto last = std::max(door.lastHere, door.lastMerged)) news.heard->emplace(door.plan.name, *last);
    return Done{};
}

WatchThread::WatchThread(std::filesystem::path path, std::function<void()> wake)
    : watch_(std::move(path)), wake_(std::move(wake)), thread_([this] { run(); }) {}

WatchThread::~WatchThread() {
    ending_ = true;
    thread_.join();
}

WatchThread::Latest WatchThread::take() {
    const std::lock_guard lock(mutex_);
    Latest taken{std::exchange(latest_.news, {}), latest_.confirmed};
    latest_.news.trouble = taken.news.trouble;  // until it is asked again
    return taken;
}

void WatchThread::run() {
    while (!ending_) {
        const SteadyTime now = std::chrono::steady_clock::now();
        StoreNews news = watch_.poll(now);
        const bool tell = news.plan || news.numbers || news.heard;
        {
            const std::lock_guard lock(mutex_);
            if (!news.trouble) latest_.confirmed = now;
            latest_.news.trouble = std::move(news.trouble);
            if (news.plan) latest_.news.plan = std::move(news.plan);
            latest_.news.reopened = latest_.news.reopened || news.reopened;
            if (news.numbers) latest_.news.numbers = std::move(news.numbers);
            if (news.heard) latest_.news.heard = std::move(news.heard);
            if (news.committed && !latest_.news.committed) latest_.news.committed = news.committed;
        }
        if (tell) wake_();
        std::this_thread::sleep_for(kPoll);
    }
}

}  // namespace turnout::display
