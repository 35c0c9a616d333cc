// Who is on the list and who is inside, for the pages of a door: a thread with its own connection and the index of the
// list, so that no question holds up the screen. The newest question counts; an older one that has not begun is
// forgotten, but for what is to be printed: that is all done, also when the service ends. It also looks at the machine
// itself now and then. The list is read at the start and again when it has changed. Who is inside is read now and then
// without being asked for, so that there is a list, if an older one, when the file goes.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "common/base/inbox.h"
#include "common/base/newest.h"
#include "common/report/people_lists.h"
#include "common/store/event_reader.h"
#include "common/store/guest_index.h"
#include "kiosk/app/machine_watch.h"

namespace turnout::kiosk {

struct PeopleQuestion {
    enum class Kind {
        search,        // text
        universities,  // of the guests on the list
        university,    // everyone of `affiliation`, and whom of them `text` finds: also the ending of a ticket
        namesakes,     // who on the list has the name `text`, its words in any order, and is from `country`
        inside,        // who is inside now
        printInside,   // the same as a PDF beside the event file, else where there is room for it, sent to the printer
                       // if there is one; text: "en", "zh"
        pin,           // is `text` the event's PIN? Answered from memory while the file is away
    };
    Kind kind = Kind::search;
    std::string text;
    Names affiliation;
    CountryCode country = {};
    bool operator==(const PeopleQuestion&) const = default;

    bool isPrint() const { return kind == Kind::printInside; }
};

// A mailbox of questions: prints in their order, of the others the newest, after them.
class PeopleQuestions {
  public:
    void put(PeopleQuestion question);
    std::optional<PeopleQuestion> take();
    bool empty() const { return prints_.empty() && !newest_; }
    bool printsLeft() const { return !prints_.empty(); }

  private:
    std::deque<PeopleQuestion> prints_;
    std::optional<PeopleQuestion> newest_;
};

struct People {
    PeopleQuestion question;
    std::vector<FoundGuest> guests;  // search: the best; university: all, by name; inside: by university and name
    std::vector<GuestNow> now;       // of each of `guests`
    std::vector<AttendeeId> found;   // university: whom of `guests` the text finds, best first
    std::size_t all = 0;             // how many were found
    std::vector<AffiliationNumbers> universities;
    bool exitsScanned = false;  // inside: whether the number can be trusted
    // inside, printInside: of when the list is, because the file cannot be read now. Nothing, and `trouble`: there is
    // none, which is not the same as nobody.
    std::optional<TimePoint> asOf;
    bool pinRight = false;
    std::string file;  // printInside: what was written; with its folder when that is another than the event file's
    bool sentToPrinter = false;
    std::optional<Error> trouble;  // the list could not be read, the file not written
};

inline constexpr std::size_t kMostFound = 50;

struct KnownList {  // as it was read last
    GuestIndex guests;
    std::unordered_map<std::string, AttendeeId> tickets;
};

class PeopleService {
  public:
    // `wake` is called from the service's thread when an answer can be taken. `clock` outlives the service.
    // `identity`: of the event that the door is open for; another file at the path, or an older state of this one,
    // answers nothing but trouble.
    PeopleService(std::filesystem::path event, FileIdentity identity, std::vector<Affiliation> affiliations,
                  const Clock& clock, std::function<void()> wake);
    ~PeopleService();
    PeopleService(const PeopleService&) = delete;

    void ask(PeopleQuestion question);
    // The file as the door has written it: a file without its newest scan is an older copy. Any thread.
    void expect(FileIdentity written);
    bool ready() const { return ready_; }  // the list has been read
    // Who stands on the list with this ticket, or under this number: from memory, also while the file is away. Any
    // thread; it looks under the lock, for microseconds.
    std::optional<Guest> known(std::string_view ticket, std::optional<AttendeeId> guest) const;

    // --- the screen's thread, which never waits here ---

    std::optional<People> take();             // the next answer; of others than prints only the newest
    std::optional<MachineNow> takeMachine();  // looked at every few seconds; nothing = as before

  private:
    void run();
    People answer(const PeopleQuestion& question);
    Status openReader();
    Status stillOurs();
    Status readList();
    std::shared_ptr<const KnownList> list() const;
    Status readInside();
    void keepInside();
    void answerInside(People& people, const Status& read);
    InsideThen insideWhole() const;
    void print(People& people);
    void lookAtTheMachine();

    const std::filesystem::path event_;
    const std::vector<Affiliation> affiliations_;
    const Clock& clock_;
    const std::function<void()> wake_;

    // The thread's own.
    FileIdentity identity_;  // with the newest scan that was seen in the file
    std::optional<EventReader> reader_;
    std::int64_t listVersion_ = -1;
    std::optional<std::string> pinHash_;  // as it was read last
    std::optional<MachineNow> machine_;
    std::optional<InsideThen> inside_;                     // as it was read last; its guests are below
    std::vector<std::pair<AttendeeId, Entry>> insideNow_;  // by university and name; who they are stands in the list
    std::map<AttendeeId, Guest> insideOnly_;               // who came in after the list was read
    std::int64_t insideVersion_ = -1;                      // of the file then
    SteadyTime keepAt_{};

    std::deque<People> taken_;  // the screen's own: answers it has not been given yet

    mutable std::mutex mutex_;
    std::condition_variable condition_;
    PeopleQuestions questions_;
    FileIdentity written_;
    std::shared_ptr<const KnownList> list_;
    bool stop_ = false;
    std::atomic<bool> ready_{false};
    Inbox<People> answers_;
    Newest<MachineNow> freshMachine_;
    std::thread thread_;
};

}  // namespace turnout::kiosk
