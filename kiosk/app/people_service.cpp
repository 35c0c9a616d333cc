#include "kiosk/app/people_service.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <unordered_set>

#include "common/domain/ticket_code.h"
#include "common/store/pin.h"

namespace turnout::kiosk {
namespace {

constexpr std::chrono::seconds kLookEvery{5};
constexpr std::chrono::seconds kKeepEvery{5};  // who is inside
constexpr int kKeepShare = 20;                 // at most so little of the time is spent on reading them

// Hands the file to the system's printing; true when it took it.
bool sendToPrinter(const std::filesystem::path& file) {
    const std::string path = file.string();
    std::array<char*, 4> words{const_cast<char*>("lp"), const_cast<char*>("--"), const_cast<char*>(path.c_str()),
                               nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_RDWR, 0);
    pid_t child = 0;
    const int spawned = ::posix_spawnp(&child, "lp", &quiet, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
    int status = 1;
    return spawned == 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// Where a list may be kept: `first`, then the folder of documents, the home, the one for what is temporary.
std::vector<std::filesystem::path> foldersForPaper(const std::filesystem::path& first) {
    std::vector<std::filesystem::path> folders{first};
    std::error_code none;
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != 0) {
        for (const std::filesystem::path& folder :
             {std::filesystem::path(home) / "Documents", std::filesystem::path(home)})
            if (std::filesystem::is_directory(folder, none)) folders.push_back(folder);
    }
    if (const auto temporary = std::filesystem::temp_directory_path(none); !none) folders.push_back(temporary);
    return folders;
}

// Of a university's list: by name and seat as in the search, then by what a paper list prints of a ticket. Tickets of
// one event begin alike: a beginning is looked at only where it stands alone.
std::vector<AttendeeId> foundIn(const People& people, const GuestIndex& guests) {
    const std::string& typed = people.question.text;
    std::vector<AttendeeId> found;
    std::unordered_set<std::int64_t> byName;
    for (const FoundGuest& one : guests.find(typed, people.now.size(), &people.question.affiliation).best) {
        found.push_back(one.guest.id);
        byName.insert(one.guest.id.value);
    }
    for (const GuestNow& now : people.now) {
        const std::string& mark = now.ticketEnding.empty() ? now.ticketBeginning : now.ticketEnding;
        if (beginsWithTyped(mark, typed) && !byName.contains(now.id.value)) found.push_back(now.id);
    }
    return found;
}

}  // namespace

void PeopleQuestions::put(PeopleQuestion question) {
    if (question.isPrint())
        prints_.push_back(std::move(question));
    else
        newest_ = std::move(question);
}

std::optional<PeopleQuestion> PeopleQuestions::take() {
    if (prints_.empty()) return std::exchange(newest_, std::nullopt);
    PeopleQuestion question = std::move(prints_.front());
    prints_.pop_front();
    return question;
}

PeopleService::PeopleService(std::filesystem::path event, FileIdentity identity, std::vector<Affiliation> affiliations,
                             const Clock& clock, std::function<void()> wake)
    : event_(std::move(event)),
      affiliations_(std::move(affiliations)),
      clock_(clock),
      wake_(std::move(wake)),
      identity_(std::move(identity)) {
    thread_ = std::thread([this] { run(); });
}

PeopleService::~PeopleService() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    condition_.notify_one();
    thread_.join();
}

void PeopleService::ask(PeopleQuestion question) {
    {
        const std::lock_guard lock(mutex_);
        questions_.put(std::move(question));
    }
    condition_.notify_one();
}

void PeopleService::expect(FileIdentity written) {
    const std::lock_guard lock(mutex_);
    written_ = std::move(written);
}

std::shared_ptr<const KnownList> PeopleService::list() const {
    const std::lock_guard lock(mutex_);
    return list_;
}

std::optional<Guest> PeopleService::known(std::string_view ticket, std::optional<AttendeeId> guest) const {
    const std::lock_guard lock(mutex_);  // so that the last holder of an old list is never the one who asks
    if (!list_) return {};
    if (guest) return list_->guests.withId(*guest);
    auto found = list_->tickets.find(std::string(withoutEnding(ticket)));
    if (found == list_->tickets.end()) found = list_->tickets.find(parseTicketCode(ticket).code);
    return found != list_->tickets.end() ? list_->guests.withId(found->second) : std::nullopt;
}

std::optional<People> PeopleService::take() {
    for (People& people : answers_.take()) {
        if (!people.question.isPrint())
            std::erase_if(taken_, [](const People& older) { return !older.question.isPrint(); });
        taken_.push_back(std::move(people));
    }
    if (taken_.empty()) return std::nullopt;
    People people = std::move(taken_.front());
    taken_.pop_front();
    return people;
}

void PeopleService::run() {
    lookAtTheMachine();
    static_cast<void>(readList());  // trouble is told with the first answer
    ready_ = true;
    wake_();
    for (;;) {
        keepInside();
        PeopleQuestion question;
        {
            std::unique_lock lock(mutex_);
            condition_.wait_for(lock, kLookEvery, [&] { return stop_ || !questions_.empty(); });
            if (stop_ && !questions_.printsLeft()) return;
            if (questions_.empty()) {
                lock.unlock();
                lookAtTheMachine();
                continue;
            }
            question = *questions_.take();
        }
        answers_.put(answer(question));
        wake_();
    }
}

void PeopleService::lookAtTheMachine() {
    const MachineNow now = lookAtMachine(event_);
    // The last bytes of a disk move all the time: what a person would see counts.
    const auto rough = [](MachineNow machine) {
        if (machine.diskFree && *machine.diskFree >= kLeastDisk) machine.diskFree = kLeastDisk;
        if (machine.diskFree) machine.diskFree = *machine.diskFree / 1'000'000;
        return machine;
    };
    if (machine_ && rough(*machine_) == rough(now)) return;
    machine_ = now;
    freshMachine_.put(now);
    wake_();
}

std::optional<MachineNow> PeopleService::takeMachine() {
    MachineNow machine;
    return freshMachine_.take(machine) ? std::optional(std::move(machine)) : std::nullopt;
}

Status PeopleService::openReader() {
    auto opened = EventReader::openAgain(event_, identity_);
    if (!opened) return opened.error();
    reader_ = std::move(*opened);
    listVersion_ = insideVersion_ = -1;
    return Done{};
}

// Then its newest scan is what the file must hold the next time.
Status PeopleService::stillOurs() {
    FileIdentity written;
    {
        const std::lock_guard lock(mutex_);
        written = written_;
    }
    if (!written.lastScan.empty())
        if (const Status ours = reader_->isStill(written); !ours) return ours.error();
    if (const Status ours = reader_->isStill(identity_); !ours) return ours.error();
    auto now = reader_->identity();
    if (!now) return now.error();
    identity_ = *std::move(now);
    return Done{};
}

// After an error the next question tries again.
Status PeopleService::readList() {
    const auto forget = [this](const Error& error) {
        reader_.reset();
        return error;
    };
    // A file that was moved away and put back is open again at once.
    if (!reader_ || !reader_->stillThere()) {
        if (reader_ && stillOurs()) static_cast<void>(readInside());  // who was let in since the last question
        if (const Status opened = openReader(); !opened) return forget(opened.error());
    }
    // Another file may have been taken for ours while our log still lay beside it.
    if (const Status ours = stillOurs(); !ours) return forget(ours.error());
    if (const auto hash = reader_->setting(kPinSetting)) pinHash_ = *hash;
    const auto list = reader_->listVersion();
    if (!list) return forget(list.error());
    if (listVersion_ == *list) return Done{};
    auto known = std::make_shared<KnownList>(KnownList{GuestIndex(affiliations_), {}});
    const Status read = reader_->guests([&](const Guest& guest) { known->guests.add(guest); });
    if (!read) return forget(read.error());
    const Status tickets =
        reader_->tickets([&](std::string code, AttendeeId guest) { known->tickets.emplace(std::move(code), guest); });
    if (!tickets) return forget(tickets.error());
    listVersion_ = *list;
    std::shared_ptr<const KnownList> fresh = std::move(known);
    const std::lock_guard lock(mutex_);
    list_.swap(fresh);  // the old one goes once the lock is free
    return Done{};
}

People PeopleService::answer(const PeopleQuestion& question) {
    People people;
    people.question = question;
    const Status read = readList();
    if (question.kind == PeopleQuestion::Kind::pin) {
        people.pinRight = pinHash_ && pinMatches(*pinHash_, question.text);
        return people;
    }
    if (question.kind == PeopleQuestion::Kind::inside || question.kind == PeopleQuestion::Kind::printInside) {
        answerInside(people, read);
        return people;
    }
    if (!read) {
        people.trouble = read.error();
        return people;
    }
    switch (question.kind) {
        case PeopleQuestion::Kind::search: {
            FoundGuests found = list()->guests.find(question.text, kMostFound);
            people.guests = std::move(found.best);
            people.all = found.all;
            break;
        }
        case PeopleQuestion::Kind::university:
            for (Guest& guest : list()->guests.ofAffiliation(question.affiliation))
                people.guests.push_back({std::move(guest), {}, {}});
            people.all = people.guests.size();
            break;
        case PeopleQuestion::Kind::namesakes:
            for (Guest& guest : list()->guests.namesakes(question.text, question.country))
                people.guests.push_back({std::move(guest), {}, {}});
            people.all = people.guests.size();
            break;
        case PeopleQuestion::Kind::universities:
            if (const auto totals = reader_->totals()) people.universities = totals->byAffiliation;
            break;
        case PeopleQuestion::Kind::inside:
        case PeopleQuestion::Kind::printInside:
        case PeopleQuestion::Kind::pin: return people;
    }
    if (people.guests.empty()) return people;
    std::vector<AttendeeId> ids;
    for (const FoundGuest& found : people.guests) ids.push_back(found.guest.id);
    if (auto now = reader_->guestsNow(ids)) {
        people.now = std::move(*now);
        if (question.kind == PeopleQuestion::Kind::university && !question.text.empty())
            people.found = foundIn(people, list()->guests);
    } else {
        people.trouble = now.error();
        people.guests.clear();
        reader_.reset();
    }
    return people;
}

Status PeopleService::readInside() {
    decltype(insideNow_) now;
    decltype(insideOnly_) only;
    const auto known = list();
    auto inside = whoIsInside(*reader_, clock_.now(), [&](const Guest& guest, const Entry& entry) {
        now.emplace_back(guest.id, entry);
        if (!known || !known->guests.withId(guest.id)) only.emplace(guest.id, guest);
    });
    if (!inside) {
        reader_.reset();
        return inside.error();
    }
    inside_ = std::move(*inside);
    insideNow_ = std::move(now);
    insideOnly_ = std::move(only);
    return Done{};
}

InsideThen PeopleService::insideWhole() const {
    InsideThen inside = *inside_;
    const auto known = list();
    for (const auto& [id, entry] : insideNow_) {
        const auto only = insideOnly_.find(id);
        auto guest = known ? known->guests.withId(id) : std::nullopt;
        if (!guest && only != insideOnly_.end()) guest = only->second;
        if (guest) inside.guests.emplace_back(*std::move(guest), entry);
    }
    return inside;
}

// A file that has not changed is not read again.
void PeopleService::keepInside() {
    const auto now = std::chrono::steady_clock::now();
    if (now < keepAt_) return;
    keepAt_ = now + kKeepEvery;
    if (!readList()) return;
    const auto version = reader_->version(now);
    if (!version) return;
    if (inside_ && *version == insideVersion_) {
        inside_->at = clock_.now();
        return;
    }
    const auto began = std::chrono::steady_clock::now();
    if (readInside()) insideVersion_ = *version;
    const auto ended = std::chrono::steady_clock::now();
    keepAt_ = std::max(keepAt_, ended + kKeepShare * (ended - began));
}

// An older list that says so is worth more in an emergency than none; none is never told as nobody.
void PeopleService::answerInside(People& people, const Status& read) {
    const Status now = read ? readInside() : read;
    if (!now) people.trouble = now.error();
    if (!inside_) return;
    if (!now) people.asOf = inside_->at;
    if (people.question.isPrint()) return print(people);
    const InsideThen inside = insideWhole();
    people.exitsScanned = inside.exitsScanned;
    people.all = inside.guests.size();
    for (const auto& [guest, entry] : inside.guests) {
        people.guests.push_back({guest, {}, {}});
        GuestNow state;
        state.id = guest.id;
        state.presence = Presence::inside;
        state.entry = entry;
        people.now.push_back(std::move(state));
    }
}

// Beside the event file; where that cannot be, the folders in which a person looks for it. On a full disk the last one
// may still be memory.
void PeopleService::print(People& people) {
    const PaperList list =
        insideList(insideWhole(), people.question.text == "zh" ? Lang::zh : Lang::en, people.asOf.has_value());
    std::string time = inside_->event.zone.clockTimeWithSeconds(clock_.now());
    std::erase(time, ':');
    const std::string name = event_.stem().string() + "-inside-" + time + ".pdf";
    const std::filesystem::path beside = event_.parent_path();
    people.trouble.reset();
    for (const std::filesystem::path& folder : foldersForPaper(beside)) {
        const std::filesystem::path file = folder / name;
        if (const Status written = writePeoplePdf(file, list); !written) {
            if (!people.trouble) people.trouble = written.error();  // of where it belongs
            continue;
        }
        people.trouble.reset();
        people.file = folder == beside ? name : file.string();
        people.sentToPrinter = sendToPrinter(file);
        return;
    }
}

}  // namespace turnout::kiosk
