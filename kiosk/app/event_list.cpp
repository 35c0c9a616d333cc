#include "kiosk/app/event_list.h"

#include <algorithm>
#include <utility>

namespace turnout::kiosk {

namespace fs = std::filesystem;

ShelvedEvent unread(const fs::path& path) {
    ShelvedEvent event;
    event.path = path;
    event.reading = true;
    return event;
}

EventList::EventList(std::vector<ShelvedEvent> events) : events_(std::move(events)) {
    settle();
}

void EventList::choose(std::size_t which) {
    if (which >= events_.size()) return;
    chosen_ = which;
    byHand_ = true;
}

void EventList::open(const fs::path& file) {
    std::erase_if(events_, [&](const ShelvedEvent& event) { return event.path == file; });
    events_.insert(events_.begin(), unread(file));
    choose(0);
}

void EventList::add(const std::vector<fs::path>& found) {
    for (const fs::path& path : found)
        if (std::none_of(events_.begin(), events_.end(), [&](const auto& event) { return event.path == path; }))
            events_.push_back(unread(path));
    settle();
}

std::vector<fs::path> EventList::wanted() const {
    std::vector<fs::path> paths;
    for (const ShelvedEvent& event : events_)
        if (event.reading) paths.push_back(event.path);
    return paths;
}

void EventList::onRead(const fs::path& asked, ShelvedEvent read) {
    const auto placeOf = [this](const auto& matches) {
        return static_cast<std::size_t>(std::find_if(events_.begin(), events_.end(), matches) - events_.begin());
    };
    const std::size_t at = placeOf([&](const ShelvedEvent& event) { return event.reading && event.path == asked; });
    if (at == events_.size()) return;
    const std::size_t twin =
        placeOf([&](const ShelvedEvent& event) { return &event != &events_[at] && event.path == read.path; });
    const bool isTwin = twin != events_.size(), isGone = read.trouble && read.trouble->fault == Fault::notFound;
    const auto held = [this](std::size_t which) { return byHand_ && which == chosen_; };
    if (isGone && !held(at)) {
        leaveOut(at);
    } else {
        events_[at] = std::move(read);
        if (isTwin) leaveOut(held(at) || (at < twin && !held(twin)) ? twin : at);
    }
    settle();
}

void EventList::leaveOut(std::size_t which) {
    events_.erase(events_.begin() + static_cast<std::ptrdiff_t>(which));
    if (which < chosen_) --chosen_;
}

void EventList::settle() {
    if (byHand_) return;
    std::stable_partition(events_.begin(), events_.end(), [](const auto& event) { return !event.trouble; });
    chosen_ = 0;
}

}  // namespace turnout::kiosk
