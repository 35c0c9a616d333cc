// The events on the start page in the order they stand there, and the chosen one. Reads nothing: an event stands here
// by its path from the start, and what its file tells is handed in when it has been read.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/app/event_shelf.h"

namespace turnout::kiosk {

// An event of which no more than its path is known yet.
ShelvedEvent unread(const std::filesystem::path& path);

class EventList {
  public:
    // Until a person chooses, what cannot be opened, as far as is known, stands behind the others, and the first is
    // chosen.
    explicit EventList(std::vector<ShelvedEvent> events);

    const std::vector<ShelvedEvent>& all() const { return events_; }
    std::size_t chosenPlace() const { return chosen_; }
    const ShelvedEvent* chosen() const { return chosen_ < events_.size() ? &events_[chosen_] : nullptr; }

    // By a person: what is read later takes the choice away no more.
    void choose(std::size_t which);
    // By a person, from elsewhere: it stands first, and is read again when it was here before.
    void open(const std::filesystem::path& file);
    // Those not here yet go behind the others.
    void add(const std::vector<std::filesystem::path>& found);

    std::vector<std::filesystem::path> wanted() const;  // the files to be read
    // What the file `asked` for told. One that is not there is left out; of one that is here by another path too, the
    // first place stays. What a person chose stays in any case. An answer nobody waits for any more changes nothing.
    void onRead(const std::filesystem::path& asked, ShelvedEvent read);

  private:
    void leaveOut(std::size_t which);
    void settle();

    std::vector<ShelvedEvent> events_;
    std::size_t chosen_ = 0;
    bool byHand_ = false;
};

}  // namespace turnout::kiosk
