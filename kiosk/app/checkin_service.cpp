#include "kiosk/app/checkin_service.h"

#include <algorithm>

#include "common/base/log.h"
#include "common/domain/ticket_code.h"
#include "kiosk/app/self_test_page.h"
#include "kiosk/app/undoable.h"

namespace turnout::kiosk {
namespace {

using std::chrono::steady_clock;

constexpr Millis kLookEvery{200};                 // for commits of other doors and of the organiser
constexpr std::chrono::seconds kAtLeastEvery{5};  // "per minute" falls while nobody comes

// Not the disk's trouble: asking again would be answered the same.
bool isRefusal(const Error& error) {
    return error.fault == Fault::refusedByRules || error.fault == Fault::badInput ||
           error.text.key == "store.no_such_guest";
}

}  // namespace

CheckinService::CheckinService(EventStore store, Door door, const Clock& clock, Stats& stats,
                               std::function<void()> wake)
    : store_(std::move(store)), door_(std::move(door)), clock_(clock), stats_(stats), wake_(std::move(wake)) {
    thread_ = std::thread([this] { run(); });
}

CheckinService::~CheckinService() {
    finish();
}

void CheckinService::offer(Scan scan, SteadyTime seen) {
    if (withoutEnding(scan.text) == kTestCode) {
        CheckinOutcome outcome;
        outcome.scan = std::move(scan);
        outcome.test = true;
        post(std::move(outcome));
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        Job job;
        job.scan = std::move(scan);
        job.scan.clockPlausible = clockPlausible_;
        if (job.scan.volunteer.empty()) job.scan.volunteer = volunteer_;
        job.seen = seen;
        queue_.push_back(std::move(job));
        deepest_ = std::max(deepest_, queue_.size());
    }
    condition_.notify_one();
}

void CheckinService::undo(const ScanId& scan, std::string reason) {
    {
        const std::lock_guard lock(mutex_);
        Job job;
        job.scan.door = door_.id;
        job.scan.volunteer = volunteer_;
        job.undo = true;
        job.undone = scan;
        job.reason = std::move(reason);
        queue_.push_back(std::move(job));
    }
    condition_.notify_one();
}

void CheckinService::perform(std::function<Status(EventStore&)> task, std::string done) {
    {
        const std::lock_guard lock(mutex_);
        Job job;
        job.task = std::move(task);
        job.done = std::move(done);
        queue_.push_back(std::move(job));
    }
    condition_.notify_one();
}

void CheckinService::testSaving() {
    {
        const std::lock_guard lock(mutex_);
        Job job;
        job.saveTest = true;
        job.task = [now = clock_.now()](EventStore& store) {
            return store.setSetting("self_test", std::to_string(now.time_since_epoch().count()));
        };
        queue_.push_back(std::move(job));
    }
    condition_.notify_one();
}

void CheckinService::setVolunteer(std::string name) {
    const std::lock_guard lock(mutex_);
    volunteer_ = std::move(name);
}

std::string CheckinService::volunteer() const {
    const std::lock_guard lock(mutex_);
    return volunteer_;
}

void CheckinService::retryNow() {
    {
        const std::lock_guard lock(mutex_);
        retryAsked_ = true;
    }
    condition_.notify_one();
}

std::optional<StoreNews> CheckinService::takeNews() {
    StoreNews news;
    return freshNews_.take(news) ? std::optional(std::move(news)) : std::nullopt;
}

bool CheckinService::busy() const {
    const std::lock_guard lock(mutex_);
    return !queue_.empty() || working_ > 0;
}

std::size_t CheckinService::deepestQueue() const {
    const std::lock_guard lock(mutex_);
    return deepest_;
}

std::size_t CheckinService::finish() {
    if (!thread_.joinable()) return left_;
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    condition_.notify_one();
    thread_.join();
    return left_;
}

void CheckinService::run() {
    lookAtNumbers(true);
    postNews();
    for (;;) {
        std::optional<Job> job;
        bool retry = false;
        {
            std::unique_lock lock(mutex_);
            const auto due = waiting_.empty()
                                 ? steady_clock::now() + kLookEvery
                                 : std::min(steady_clock::now() + kLookEvery, lastTrySteady_ + kRetryEvery);
            condition_.wait_until(lock, due, [&] { return stop_ || retryAsked_ || !queue_.empty(); });
            if (!queue_.empty()) {
                job = std::move(queue_.front());
                queue_.pop_front();
                ++working_;
            } else if (stop_) {
                break;
            }
            retry = std::exchange(retryAsked_, false);
        }
        if (job) {
            if (job->task)
                performNow(*job);
            else if (job->undo)
                undoNow(*job);
            else
                admit(std::move(*job));
            const std::lock_guard lock(mutex_);
            --working_;
            if (!queue_.empty()) continue;  // the next guest waits; numbers later
        }
        if (!waiting_.empty() && (retry || steady_clock::now() - lastTrySteady_ >= kRetryEvery)) retryWaiting();
        lookAtNumbers(job.has_value());
        store_.maintain(steady_clock::now());
    }
    if (!waiting_.empty()) retryWaiting();
    left_ = waiting_.size();
}

Status CheckinService::ready() {
    return store_.latched() ? store_.recover() : Status(Done{});
}

void CheckinService::admit(Job job) {
    // The same ticket shown again while it waits: the volunteer wants to know now whether saving works. A page that
    // admits a guest of the list is told what became of each scan that it asked for.
    const auto same = std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& w) {
        return !job.scan.guest && samePresentation(w.job.scan, job.scan);
    });
    if (same != waiting_.end()) {
        retryWaiting();
        return;
    }
    if (!waiting_.empty() && store_.latched() && steady_clock::now() - lastTrySteady_ < kRetryEvery) {
        keep(std::move(job), waiting_.back().error);
        return;
    }
    if (const Status opened = ready(); !opened) {
        keep(std::move(job), opened.error());
        return;
    }
    auto answer = store_.admit(job.scan);
    if (!answer && isRefusal(answer.error())) {
        postRefusal(std::move(job.scan), answer.error());
        return;
    }
    if (!answer) {
        keep(std::move(job), answer.error());
        return;
    }
    const auto committed = steady_clock::now();
    stats_.verdict.add(committed - job.seen);
    CheckinOutcome outcome;
    outcome.scan = std::move(job.scan);
    outcome.answer = std::move(*answer);
    outcome.committed = committed;
    post(std::move(outcome));
}

void CheckinService::keep(Job job, Error error) {
    log::error("a scan was not recorded (" + error.text.key + "): scan " + job.scan.id.value);
    lastTrySteady_ = steady_clock::now();
    news_.lastTry = clock_.now();
    writeTrouble_ = error;
    CheckinOutcome outcome;
    outcome.scan = job.scan;
    outcome.error = error;
    outcome.committed = lastTrySteady_;
    waiting_.push_back({std::move(job), std::move(error)});
    tellWaiting();
    postNews();
    post(std::move(outcome));
}

void CheckinService::tellWaiting() {
    news_.waiting.clear();
    for (const Waiting& one : waiting_)
        news_.waiting.push_back({one.job.scan.walkIn ? one.job.scan.walkIn->name : one.job.scan.text,
                                 one.job.scan.at,
                                 one.job.scan.guest,
                                 {}});
}

void CheckinService::postRefusal(Scan scan, Error error) {
    CheckinOutcome outcome;
    outcome.scan = std::move(scan);
    outcome.refused = true;
    outcome.error = std::move(error);
    post(std::move(outcome));
}

// In the order in which they were shown; the first that cannot be saved ends the round, for the others would fail as
// well. One that is refused holds up nobody: it leaves with its outcome, like one that is recorded.
void CheckinService::retryWaiting() {
    lastTrySteady_ = steady_clock::now();
    news_.lastTry = clock_.now();
    const Status opened = ready();
    if (!opened) writeTrouble_ = opened.error();  // which may be another one than at the first try
    while (opened && !waiting_.empty()) {
        Waiting& next = waiting_.front();
        auto answer = store_.admit(next.job.scan);
        if (!answer && !isRefusal(answer.error())) {
            next.error = answer.error();
            writeTrouble_ = answer.error();
            break;
        }
        Scan scan = std::move(next.job.scan);
        waiting_.pop_front();
        if (answer)
            postAgain(std::move(scan), std::move(*answer));
        else
            postRefusal(std::move(scan), answer.error());
    }
    tellWaiting();
    if (waiting_.empty()) writeTrouble_.reset();
    postNews();
}

void CheckinService::postAgain(Scan scan, Answer answer) {
    CheckinOutcome outcome;
    outcome.scan = std::move(scan);
    outcome.answer = std::move(answer);
    outcome.again = true;
    outcome.committed = steady_clock::now();
    post(std::move(outcome));
}

void CheckinService::undoNow(const Job& job) {
    CheckinOutcome outcome;
    outcome.scan = job.scan;
    outcome.undo = true;
    outcome.undone = job.undone;
    if (const Status opened = ready(); !opened) {
        outcome.error = opened.error();
    } else {
        auto answer = store_.undo(job.undone, door_.id, job.reason, job.scan.volunteer, clock_.now());
        if (answer)
            outcome.answer = std::move(*answer);
        else
            outcome.error = answer.error();
    }
    outcome.committed = steady_clock::now();
    post(std::move(outcome));
}

void CheckinService::performNow(const Job& job) {
    const Status opened = ready();
    const auto begun = steady_clock::now();
    const Status done = opened ? job.task(store_) : opened;
    if (done && !job.saveTest && job.done.empty()) return;
    CheckinOutcome outcome;
    outcome.task = !job.saveTest;
    if (done) outcome.done = job.done;
    outcome.saveTest = job.saveTest;
    outcome.took = std::chrono::ceil<Millis>(steady_clock::now() - begun);
    if (!done) outcome.error = done.error();
    post(std::move(outcome));
}

// The file at the path, if it is ours. One that is gone or another's is told at once, not when the next guest stands
// there; its numbers are never taken.
Status CheckinService::openReader() {
    auto opened = EventReader::openAgain(store_.path(), store_.identity());
    if (!opened) return opened.error();
    reader_ = std::move(*opened);
    version_ = -1;
    return Done{};
}

// The writer's file too. What waits in memory has its own round of opening again.
Status CheckinService::checkPlace() {
    const Status there = store_.checkPlace();
    return there || !waiting_.empty() ? there : ready();
}

// How the last look went; what has changed is told.
void CheckinService::readWent(const Status& status) {
    if (!status) {
        reader_.reset();
        nextNumbers_ = steady_clock::now() + kRetryEvery;
    }
    const bool news =
        readTrouble_.has_value() == status.ok() || (readTrouble_ && readTrouble_->text != status.error().text);
    readTrouble_ = status ? std::nullopt : std::optional(status.error());
    if (news) postNews();
}

// Never holds up a scan: called when nothing waits. A reader that fails is opened anew at the next look.
void CheckinService::lookAtNumbers(bool always) {
    const auto now = steady_clock::now();
    if (!reader_ && !always && now < nextNumbers_) return;
    if (const Status there = checkPlace(); !there) return readWent(there);
    if (!reader_ || !reader_->version(now))
        if (const Status opened = openReader(); !opened) return readWent(opened);
    const auto version = reader_->version(now);
    if (!version) return readWent(version.error());
    if (!always && *version == version_ && now < nextNumbers_) return readWent(Done{});
    auto counts = reader_->doorStatus(door_.id, clock_.now());
    if (!counts) return readWent(counts.error());
    nextNumbers_ = now + kAtLeastEvery;
    version_ = *version;
    const bool otherMode = counts->rehearsal != news_.counts.rehearsal;
    news_.counts = std::move(*counts);
    if (otherMode) {
        if (auto last = store_.newest(door_.id, kLastScans)) news_.last = std::move(*last);
        if (auto recent = store_.notUndone(door_.id, clock_.now() - kUndoPossible)) news_.undoable = std::move(*recent);
    }
    readTrouble_.reset();
    postNews();
}

void CheckinService::post(CheckinOutcome outcome) {
    outcomes_.put(std::move(outcome));
    wake_();
}

void CheckinService::postNews() {
    news_.trouble = writeTrouble_ ? writeTrouble_ : readTrouble_;
    news_.file = store_.identity();
    freshNews_.put(news_);
    wake_();
}

}  // namespace turnout::kiosk
