#include "organizer/desk/app/work.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace turnout::desk {

using Steady = std::chrono::steady_clock;

namespace {

constexpr auto kTellEvery = std::chrono::milliseconds(50);

}  // namespace

void Work::Handle::progress(double share, Text what) {
    {
        const std::lock_guard lock(work_.mutex_);
        if (!work_.now_) return;
        work_.now_->share = share;
        work_.now_->what = std::move(what);
        const auto now = Steady::now();
        if (now - work_.told_ < kTellEvery) return;
        work_.told_ = now;
    }
    if (work_.wake_) work_.wake_();
}

bool Work::Handle::cancelled() const {
    const std::lock_guard lock(work_.mutex_);
    return work_.stop_ || work_.ending_;
}

void Work::Handle::step(std::int64_t done, std::int64_t all, Text what) {
    if (cancelled()) throw Stopped{};
    progress(static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(1, all)), std::move(what));
}

Work::Work(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { run(); }) {}

Work::~Work() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        orders_.clear();
    }
    changed_.notify_all();
    thread_.join();
}

void Work::add(Order order) {
    {
        const std::lock_guard lock(mutex_);
        orders_.push_back(std::move(order));
    }
    changed_.notify_all();
}

void Work::start(Text what, Job job) {
    add({std::move(job), std::move(what)});
}

void Work::quietly(Job job) {
    add({std::move(job), std::nullopt});
}

void Work::cancel() {
    const std::lock_guard lock(mutex_);
    if (!now_) return;
    stop_ = true;
    now_->stopping = true;
}

std::optional<Work::Now> Work::now() const {
    const std::lock_guard lock(mutex_);
    return now_;
}

bool Work::busy() const {
    const std::lock_guard lock(mutex_);
    return running_ || !orders_.empty() || !left_.empty();
}

void Work::deliver() {
    std::vector<Then> left;
    {
        const std::lock_guard lock(mutex_);
        left = std::exchange(left_, {});
    }
    for (const Then& then : left)
        if (then) then();
}

void Work::finish() {
    while (busy()) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return !left_.empty() || (!running_ && orders_.empty()); });
        }
        deliver();
    }
}

void Work::run() {
    for (;;) {
        Order order;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return ending_ || !orders_.empty(); });
            if (ending_) return;
            order = std::move(orders_.front());
            orders_.pop_front();
            running_ = true;
            stop_ = false;
            if (order.what) now_ = Now{*order.what};
        }
        if (order.what && wake_) wake_();
        Handle handle(*this);
        Then then = order.job(handle);
        {
            const std::lock_guard lock(mutex_);
            running_ = false;
            now_.reset();
            left_.push_back(std::move(then));
        }
        changed_.notify_all();
        if (wake_) wake_();
    }
}

}  // namespace turnout::desk
