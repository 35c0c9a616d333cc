// Reads for the start page what may lie on a drive that is slow or does not answer: folders, event files. Nothing of it
// happens on the thread of the window.
//
// A read that hangs cannot be interrupted, and a thread that hangs in one cannot be joined. So each thing wanted is
// read on a thread of its own, which is never joined: what hangs holds up nothing beside it, and leaving the page waits
// for nobody. The threads and the page share one heap block that the last of them frees; a thread left behind finds
// nobody in it, calls nothing, and its answer goes away with it. At most one thread reads the same thing, so that
// coming back to a folder that hangs, or waiting in front of it, does not add to them. The end of the program ends
// those that still hang.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "kiosk/app/start_page.h"

namespace turnout::kiosk {

// How disks are read: the machine's own, or a test's. Called on threads that may outlive whoever gave them: they hold
// what they need.
struct Disks {
    std::function<FolderListing(const std::filesystem::path&)> folder = entriesOf;
    std::function<ShelvedEvent(const std::filesystem::path&)> event = shelved;
    std::function<std::vector<std::filesystem::path>()> lyingAbout = newestLyingAbout;
};

// An answer, to be handed to the page.
using StartAnswer = std::function<void(StartPresenter&)>;
// Reads, here and now, for as long as it takes.
StartAnswer readNow(const Unread& unread, const Disks& disks);

class StartReader {
  public:
    // `wake` is called from the threads when there is an answer; not after the end of the reader.
    StartReader(Disks disks, std::function<void()> wake);
    ~StartReader();
    StartReader(const StartReader&) = delete;

    // On the thread of the window, which it never holds up: hands over what has been read and begins what is wanted.
    void serve(StartPresenter& presenter);

  private:
    struct Shared;
    const std::shared_ptr<Shared> shared_;
};

}  // namespace turnout::kiosk
