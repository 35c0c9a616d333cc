#include "kiosk/app/start_reader.h"

#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace turnout::kiosk {

StartAnswer readNow(const Unread& unread, const Disks& disks) {
    const std::filesystem::path& path = unread.path;
    switch (unread.what) {
        case Unread::What::lyingAbout:
            return [files = disks.lyingAbout()](StartPresenter& page) { page.onLyingAbout(files); };
        case Unread::What::folder:
            return [path, listing = disks.folder(path)](StartPresenter& page) { page.onFolder(path, listing); };
        case Unread::What::event:
            return [path, event = disks.event(path)](StartPresenter& page) { page.onEvent(path, event); };
    }
    return {};
}

struct StartReader::Shared {
    const Disks disks;
    std::mutex mutex;
    std::function<void()> wake;  // empty: nobody is there any more
    std::set<Unread> begun;      // and not handed over
    std::vector<std::pair<Unread, StartAnswer>> answers;
};

StartReader::StartReader(Disks disks, std::function<void()> wake)
    : shared_(new Shared{std::move(disks), {}, std::move(wake), {}, {}}) {}

StartReader::~StartReader() {
    const std::lock_guard lock(shared_->mutex);
    shared_->wake = {};
}

void StartReader::serve(StartPresenter& presenter) {
    std::vector<std::pair<Unread, StartAnswer>> answers;
    {
        const std::lock_guard lock(shared_->mutex);
        answers.swap(shared_->answers);
        for (const auto& [unread, answer] : answers) shared_->begun.erase(unread);
    }
    for (const auto& [unread, answer] : answers) answer(presenter);
    for (const Unread& unread : presenter.wanted()) {
        {
            const std::lock_guard lock(shared_->mutex);
            if (!shared_->begun.insert(unread).second) continue;
        }
        std::thread([shared = shared_, unread] {
            StartAnswer answer = readNow(unread, shared->disks);
            const std::lock_guard lock(shared->mutex);
            shared->answers.emplace_back(unread, std::move(answer));
            if (shared->wake) shared->wake();  // under the lock: not once the destructor is over
        }).detach();
    }
}

}  // namespace turnout::kiosk
