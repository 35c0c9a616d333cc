// What all pages share: the open event, the thread for long work, what was said last and how to take it back. On the
// thread of the window, except where jobs are named. Nothing here reads or writes the event file on that thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"
#include "common/domain/event.h"
#include "common/store/event_reader.h"
#include "common/store/event_store.h"
#include "organizer/desk/app/chooser.h"
#include "organizer/desk/app/page.h"
#include "organizer/desk/app/work.h"

namespace turnout::desk {

// One line at the foot of the window, with "Undo" where it can be taken back.
struct Toast {
    Text text;
    bool undo = false, trouble = false;
    std::uint64_t serial = 0;  // grows with every new one
    bool operator==(const Toast&) const = default;
};

// Asked before something that cannot be taken back.
struct Question {
    Text title;
    Text consequence;  // what happens, in one or two sentences
    Text action;       // the button's words, a verb: "Remove the door"
    bool operator==(const Question&) const = default;
};

// What the open file says of itself.
struct OpenEvent {
    std::filesystem::path path;
    EventPlan plan;
    FileSizes sizes;
    bool closed = false;  // personal data is gone
};

class Session {
  public:
    Session(Work& work, const Clock& clock, Lang lang);

    // --- the event ---
    const OpenEvent* event() const { return event_ ? &*event_ : nullptr; }
    std::uint64_t eventSerial() const { return eventSerial_; }  // another event is open: forget what was known
    std::uint64_t version() const { return version_; }          // the file's contents changed: read them again
    void open(std::filesystem::path file, std::function<void()> then = {});  // tells what went wrong
    void close();
    // Looks whether another program changed the file; call every second or two. Quiet.
    void look();
    // Told when an event was opened, for the list of recent ones.
    void onOpened(std::function<void(const std::filesystem::path&)> told) { onOpened_ = std::move(told); }

    // --- work ---
    Work& work() const { return work_; }
    const Clock& clock() const { return clock_; }
    bool saving() const { return writes_ > 0; }
    const std::optional<Error>& notSaved() const { return notSaved_; }  // of the last write; none when it went well

    // Opens the event file on the work thread and does `job` with it; `then` runs here with its outcome, and afterwards
    // the counts are read again. Failures are told in a toast before `then`.
    template <class T>
    void write(Text what, std::function<Result<T>(EventStore&, Work::Handle&)> job,
               std::function<void(Result<T>)> then = {}) {
        ++writes_;
        work_.start(
            std::move(what),
            [this, path = pathOf(), job = std::move(job), then = std::move(then)](Work::Handle& handle) -> Work::Then {
                auto done = std::make_shared<Result<T>>([&]() -> Result<T> {
                    auto store = EventStore::open(path, {.program = "turnout-desk"});
                    if (!store) return store.error();
                    return orStopped<T>([&] { return job(*store, handle); });
                }());
                return [this, done, then] {
                    --writes_;
                    written(done->ok() ? std::nullopt : std::optional(done->error()));
                    if (then) then(std::move(*done));
                    refresh();
                };
            });
    }
    // The same with a reader, and without a word unless `what` is given; failures go to `then` alone.
    template <class T>
    void read(std::optional<Text> what, std::function<Result<T>(EventReader&, Work::Handle&)> job,
              std::function<void(Result<T>)> then) {
        Work::Job order = [path = pathOf(), job = std::move(job),
                           then = std::move(then)](Work::Handle& handle) -> Work::Then {
            auto done = std::make_shared<Result<T>>([&]() -> Result<T> {
                auto reader = EventReader::open(path);
                if (!reader) return reader.error();
                return orStopped<T>([&] { return job(*reader, handle); });
            }());
            return [done, then] { then(std::move(*done)); };
        };
        if (what)
            work_.start(std::move(*what), std::move(order));
        else
            work_.quietly(std::move(order));
    }

    // For what must have the file to itself (closing the event): nothing of this program holds it meanwhile.
    template <class T>
    void alone(Text what, std::function<Result<T>(const std::filesystem::path&, Work::Handle&)> job,
               std::function<void(Result<T>)> then) {
        ++writes_;
        work_.start(std::move(what),
                    [this, path = pathOf(), watch = watch_, job = std::move(job),
                     then = std::move(then)](Work::Handle& handle) -> Work::Then {
                        watch->reset();
                        auto done = std::make_shared<Result<T>>(orStopped<T>([&] { return job(path, handle); }));
                        return [this, path, done, then] {
                            --writes_;
                            written(done->ok() ? std::nullopt : std::optional(done->error()));
                            then(std::move(*done));
                            open(path);
                        };
                    });
    }

    // --- words ---
    Lang lang() const { return lang_; }
    void setLang(Lang lang) { lang_ = lang; }
    std::string say(std::string_view key) const { return turnout::say(key, lang_); }
    std::string say(const Text& text) const { return turnout::say(text, lang_); }

    // What was done. With `undo` it can be taken back, also later with Ctrl+Z, the last one first.
    void tell(Text what, std::function<void()> undo = {});
    void trouble(const Error& error);
    const std::optional<Toast>& toast() const { return toast_; }
    void dismissToast() { toast_.reset(); }
    bool canUndo() const { return !undo_.empty(); }
    void undoLast();

    void ask(Question question, std::function<void()> yes);
    const std::optional<Question>& question() const { return question_; }
    void answer(bool yes);

    // Files and folders are chosen in one place, above the page.
    Chooser& chooser() { return chooser_; }
    const Chooser& chooser() const { return chooser_; }

    // Where reports and lists are saved: beside the event until a person chooses another folder.
    std::filesystem::path outFolder() const { return outFolder_.empty() ? pathOf().parent_path() : outFolder_; }
    void chooseOutFolder();

    // --- pages ---
    PageId page() const { return page_; }
    void go(PageId page);
    // The page "Guests", with this guest looked at.
    void goToGuest(AttendeeId guest);
    std::optional<AttendeeId> takeWantedGuest() { return std::exchange(wantedGuest_, {}); }
    // Another sentence under the title while the page does something of its own; "" = the page's.
    void setSentence(std::string key) { sentence_ = std::move(key); }
    std::string_view sentence() const;

  private:
    template <class T, class Job>
    static Result<T> orStopped(const Job& job) {
        try {
            return job();
        } catch (const Work::Stopped&) {
            return makeError(Fault::busy, "desk.stopped");
        }
    }
    std::filesystem::path pathOf() const { return event_ ? event_->path : std::filesystem::path(); }
    void written(std::optional<Error> error);
    void refresh();
    void show(OpenEvent event);

    Work& work_;
    const Clock& clock_;
    Lang lang_;
    std::optional<OpenEvent> event_;
    std::uint64_t eventSerial_ = 0, version_ = 0, toasts_ = 0;
    int writes_ = 0;
    bool looking_ = false;
    // Looks at the file between jobs; used by jobs only.
    std::shared_ptr<std::optional<EventReader>> watch_ = std::make_shared<std::optional<EventReader>>();
    std::int64_t seen_ = 0;  // of watch_
    std::optional<Error> notSaved_;
    std::optional<Toast> toast_;
    std::vector<std::pair<Text, std::function<void()>>> undo_;
    std::optional<Question> question_;
    std::function<void()> yes_;
    std::function<void(const std::filesystem::path&)> onOpened_;
    PageId page_ = PageId::start;
    std::string sentence_;
    std::filesystem::path outFolder_;
    std::optional<AttendeeId> wantedGuest_;
    Chooser chooser_{work_};
};

}  // namespace turnout::desk
