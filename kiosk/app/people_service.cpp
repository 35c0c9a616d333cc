#include "kiosk/app/people_service.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "common/report/people_lists.h"
#include "common/store/pin.h"

namespace turnout::kiosk {
namespace {

constexpr std::chrono::seconds kLookEvery{5};

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
        if (machine.diskFree) machine.diskFree = *machine.diskFree / 10'000'000;
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
    listVersion_ = -1;
    return Done{};
}

// Then its newest scan is what the file must hold the next time.
Status PeopleService::stillOurs() {
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
    if (!reader_ || !reader_->version(std::chrono::steady_clock::now())) {
        if (reader_) static_cast<void>(stillOurs());  // who was let in since the last question
        if (const Status opened = openReader(); !opened) return forget(opened.error());
    }
    // Another file may have been taken for ours while our log still lay beside it.
    if (const Status ours = stillOurs(); !ours) return forget(ours.error());
    if (const auto hash = reader_->setting(kPinSetting)) pinHash_ = *hash;
    const auto list = reader_->listVersion();
    if (!list) return forget(list.error());
    if (index_ && *list == listVersion_) return Done{};
    auto index = std::make_unique<GuestIndex>(affiliations_);
    const Status read = reader_->guests([&](const Guest& guest) { index->add(guest); });
    if (!read) return forget(read.error());
    index_ = std::move(index);
    listVersion_ = *list;
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
    if (!read) {
        people.trouble = read.error();
        return people;
    }
    switch (question.kind) {
        case PeopleQuestion::Kind::search: {
            FoundGuests found = index_->find(question.text, kMostFound);
            people.guests = std::move(found.best);
            people.all = found.all;
            break;
        }
        case PeopleQuestion::Kind::university:
            for (Guest& guest : index_->ofAffiliation(question.affiliation))
                people.guests.push_back({std::move(guest), {}, {}});
            people.all = people.guests.size();
            break;
        case PeopleQuestion::Kind::universities:
            if (const auto totals = reader_->totals()) people.universities = totals->byAffiliation;
            break;
        case PeopleQuestion::Kind::inside:
            if (const auto totals = reader_->totals()) people.exitsScanned = totals->exitsScanned;
            if (!reader_->inside([&](const Guest& guest, const Entry& entry) {
                    people.guests.push_back({guest, {}, {}});
                    GuestNow now;
                    now.id = guest.id;
                    now.presence = Presence::inside;
                    now.entry = entry;
                    people.now.push_back(now);
                }))
                reader_.reset();
            people.all = people.guests.size();
            return people;
        case PeopleQuestion::Kind::printInside: print(people); return people;
        case PeopleQuestion::Kind::pin: return people;
    }
    if (people.guests.empty()) return people;
    std::vector<AttendeeId> ids;
    for (const FoundGuest& found : people.guests) ids.push_back(found.guest.id);
    if (auto now = reader_->guestsNow(ids)) {
        people.now = std::move(*now);
    } else {
        people.trouble = now.error();
        people.guests.clear();
        reader_.reset();
    }
    return people;
}

void PeopleService::print(People& people) {
    const Lang lang = people.question.text == "zh" ? Lang::zh : Lang::en;
    const TimePoint now = clock_.now();
    const auto list = insideList(*reader_, now, lang);
    if (!list) {
        people.trouble = list.error();
        return;
    }
    const auto event = reader_->event();
    std::string time = event ? event->zone.clockTimeWithSeconds(now) : "";
    std::erase(time, ':');
    const std::filesystem::path file = event_.parent_path() / (event_.stem().string() + "-inside-" + time + ".pdf");
    if (const Status written = writePeoplePdf(file, *list); !written) {
        people.trouble = written.error();
        return;
    }
    people.file = file.filename().string();
    people.sentToPrinter = sendToPrinter(file);
}

}  // namespace turnout::kiosk
