#include "organizer/desk/app/session.h"

#include <utility>

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kUndoKept = 50;

// All of it in one reading; `reader` stays open for the looks that follow.
Result<OpenEvent> readAll(const fs::path& file, std::optional<EventReader>& reader) {
    reader.reset();
    auto opened = EventReader::open(file);
    if (!opened) return opened.error();
    reader = std::move(opened).value();
    OpenEvent event;
    std::error_code failed;
    event.path = fs::canonical(file, failed);
    if (failed) event.path = file;
    auto plan = reader->event();
    if (!plan) return plan.error();
    const auto sizes = reader->sizes();
    if (!sizes) return sizes.error();
    const auto closed = reader->setting("closed");
    if (!closed) return closed.error();
    event.plan = std::move(plan).value();
    event.sizes = *sizes;
    event.closed = closed->has_value();
    return event;
}

}  // namespace

Session::Session(Work& work, const Clock& clock, Lang lang) : work_(work), clock_(clock), lang_(lang) {}

void Session::open(fs::path file, std::function<void()> then) {
    Text what{"desk.opening", {{"file", file.filename().string()}}};
    work_.start(std::move(what),
                [this, file = std::move(file), then = std::move(then), watch = watch_](Work::Handle&) -> Work::Then {
                    auto read = std::make_shared<Result<OpenEvent>>(readAll(file, *watch));
                    return [this, read, then] {
                        if (!*read) return trouble(read->error());
                        const bool same = event_ && event_->path == (*read)->path;
                        show(std::move(*read).value());
                        if (!same) {
                            ++eventSerial_;
                            undo_.clear();
                            outFolder_.clear();
                            notSaved_.reset();
                            seen_ = 0;
                            if (onOpened_) onOpened_(event_->path);
                        }
                        if (then) then();
                    };
                });
}

void Session::show(OpenEvent event) {
    event_ = std::move(event);
    chooser_.setEventFolder(event_->path.parent_path());
    ++version_;
}

void Session::close() {
    event_.reset();
    chooser_.setEventFolder({});
    undo_.clear();
    ++eventSerial_;
    ++version_;
    page_ = PageId::start;
    work_.quietly([watch = watch_](Work::Handle&) -> Work::Then {
        watch->reset();
        return {};
    });
}

void Session::look() {
    if (!event_ || looking_ || work_.busy()) return;
    looking_ = true;
    work_.quietly([this, watch = watch_](Work::Handle&) -> Work::Then {
        Result<std::int64_t> version = 0;
        if (*watch) version = (*watch)->version(std::chrono::steady_clock::now());
        return [this, version] {
            looking_ = false;
            // A file that went away is told once; what is shown stays.
            if (!version) {
                if (!notSaved_) trouble(version.error());
                notSaved_ = version.error();
            } else if (const std::int64_t before = std::exchange(seen_, *version); before != 0 && before != *version) {
                refresh();
            }
        };
    });
}

void Session::refresh() {
    if (!event_) return;
    work_.quietly([this, path = event_->path, watch = watch_](Work::Handle&) -> Work::Then {
        auto read = std::make_shared<Result<OpenEvent>>(readAll(path, *watch));
        return [this, read] {
            if (!*read || !event_ || event_->path != (*read)->path) return;
            seen_ = 0;
            show(std::move(*read).value());
        };
    });
}

void Session::written(std::optional<Error> error) {
    if (error && error->text.key == "desk.stopped") return;  // as the person wished
    notSaved_ = std::move(error);
    if (notSaved_) trouble(*notSaved_);
}

void Session::tell(Text what, std::function<void()> undo) {
    toast_ = Toast{what, undo != nullptr, false, ++toasts_};
    if (!undo) return;
    undo_.emplace_back(std::move(what), std::move(undo));
    if (undo_.size() > kUndoKept) undo_.erase(undo_.begin());
}

void Session::trouble(const Error& error) {
    toast_ = Toast{error.text, false, true, ++toasts_};
}

void Session::undoLast() {
    if (undo_.empty()) return;
    auto [what, undo] = std::move(undo_.back());
    undo_.pop_back();
    toast_ = Toast{{"desk.undone", {{"what", say(what)}}}, false, false, ++toasts_};
    undo();
}

void Session::ask(Question question, std::function<void()> yes) {
    question_ = std::move(question);
    yes_ = std::move(yes);
}

void Session::answer(bool yes) {
    question_.reset();
    const auto act = std::exchange(yes_, {});
    if (yes && act) act();
}

std::string_view Session::sentence() const {
    if (!sentence_.empty()) return sentence_;
    return page_ == PageId::start && event_ ? "desk.page.start_open" : sentenceKey(page_);
}

void Session::chooseOutFolder() {
    chooser_.open({ChooseKind::folder, {"desk.choose.files", {}}, {}, {}, outFolder(), {}},
                  [this](const fs::path& folder) { outFolder_ = folder; });
}

void Session::goToGuest(AttendeeId guest) {
    wantedGuest_ = guest;
    go(PageId::guests);
}

void Session::go(PageId page) {
    sentence_.clear();
    page_ = event_ || page == PageId::start ? page : PageId::start;
}

}  // namespace turnout::desk
