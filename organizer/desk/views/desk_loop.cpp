#include "organizer/desk/views/desk_loop.h"

#include <algorithm>

#include "organizer/desk/views/frame_view.h"

namespace turnout::desk {

using std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds kIdle{1000}, kWorking{100};
constexpr std::chrono::seconds kToastStays{8}, kLookEvery{2}, kTickEvery{1};
constexpr int kMostRepaints = 4;  // what is done while drawing shows at once

}  // namespace

DeskLoop::DeskLoop(ui::Window& window, Session& session, DeskPages& pages, const Look& look,
                   const std::atomic<bool>& stop)
    : window_(window), session_(session), pages_(pages), look_(look), stop_(stop) {
    clipboard_.read = [this] { return window_.clipboard(); };
    clipboard_.write = [this](const std::string& text) { window_.setClipboard(text); };
}

void DeskLoop::run() {
    while (!window_.closing() && !stop_) round(session_.work().busy() ? kWorking : kIdle);
}

void DeskLoop::settle() {
    for (int i = 0; i < 3; ++i) {
        session_.work().finish();
        round(std::chrono::milliseconds(0));
    }
    paint({});
}

void DeskLoop::round(std::chrono::milliseconds atMost) {
    std::vector<ui::Event> input;
    for (ui::Event& event : window_.wait(atMost)) take(std::move(event), input);
    const bool busy = session_.work().busy();
    session_.work().deliver();
    follow();
    const auto now = steady_clock::now();
    if (busy || now - ticked_ >= kTickEvery) {
        ticked_ = now;
        pages_.at(session_.page()).tick();
    }
    bool moved = false;
    if (const auto spot = spotUnder(memory_, window_.pointer().at); spot != memory_.hovered) moved = true;
    if (!input.empty() || moved || window_.mustDraw()) paint(std::move(input));
    for (int i = 0; i < kMostRepaints; ++i) {
        follow();
        if (!memory_.again && painted_ && *painted_ == frameScreen(session_) && !pages_.at(session_.page()).changed())
            break;
        paint({});
    }
}

// Another page, another event, an old toast, another program's changes.
void DeskLoop::follow() {
    const auto now = steady_clock::now();
    if (shown_ != session_.page()) {
        shown_ = session_.page();
        memory_ = {};
        pages_.at(*shown_).shown();
    }
    const OpenEvent* event = session_.event();
    const std::string day = event != nullptr ? event->plan.zone.date(event->plan.starts) : "";
    if (flagsFor_ != day || !painted_) {
        flagsFor_ = day;
        const std::string date = day.empty() ? Zone().date(session_.clock().now()) : day;
        window_.canvas().setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), date));
    }
    if (const auto& toast = session_.toast()) {
        if (toast->serial != toastSeen_) {
            toastSeen_ = toast->serial;
            toastSince_ = now;
        }
        if (!toast->trouble && now - toastSince_ > kToastStays) session_.dismissToast();
    }
    if (now - looked_ >= kLookEvery) {
        looked_ = now;
        session_.look();
    }
}

void DeskLoop::take(ui::Event event, std::vector<ui::Event>& input) {
    switch (event.kind) {
        case ui::EventKind::key:
            if (!shortcut(event)) input.push_back(std::move(event));
            break;
        case ui::EventKind::dropped: {
            std::vector<std::filesystem::path> files(event.files.begin(), event.files.end());
            drop(files);
            break;
        }
        case ui::EventKind::character:
        case ui::EventKind::scroll:
        case ui::EventKind::press:
        case ui::EventKind::release: input.push_back(std::move(event)); break;
        case ui::EventKind::move:
        case ui::EventKind::resized:
        case ui::EventKind::closed: break;
    }
}

// Keys that mean the same on every page.
bool DeskLoop::shortcut(const ui::Event& event) {
    if (session_.question() || session_.chooser().screen()) return false;
    const bool control = event.modifiers.control && !event.modifiers.alt;
    if (event.key == ui::Key::f11 && !event.repeat) {
        window_.setFullscreen(!window_.fullscreen());
        return true;
    }
    if (control && (event.key == ui::Key::pageDown || event.key == ui::Key::pageUp)) {
        const auto here = std::find(kPages.begin(), kPages.end(), session_.page());
        const auto count = static_cast<std::ptrdiff_t>(kPages.size());
        const std::ptrdiff_t at = here == kPages.end() ? -1 : here - kPages.begin();
        const std::ptrdiff_t next = event.key == ui::Key::pageDown ? at + 1 : (at < 0 ? count : at) - 1;
        session_.go(kPages[static_cast<std::size_t>((next + count) % count)]);
        return true;
    }
    if (control && event.key == ui::Key::o) {
        pages_.start.browseForEvent();
        return true;
    }
    if (control && event.key == ui::Key::w) {
        window_.close();
        return true;
    }
    // A field that is typed into takes back its own typing.
    if (control && event.key == ui::Key::z && memory_.caret == std::string::npos) {
        session_.undoLast();
        return true;
    }
    return false;
}

void DeskLoop::drop(const std::vector<std::filesystem::path>& files) {
    if (files.empty() || session_.question()) return;
    if (session_.chooser().screen()) return session_.chooser().take(files.front());
    const auto ending = files.front().extension();
    if (ending == ".turnout") return session_.open(files.front(), [this] { session_.go(PageId::guests); });
    const bool wanted = session_.event() != nullptr && session_.page() != PageId::guests &&
                        (session_.page() != PageId::start || ending == ".toml");
    if (wanted && pages_.at(session_.page()).dropped(files)) return;
    // Everything else is a list of guests, or for the start page.
    const PageId page = session_.event() != nullptr ? PageId::guests : PageId::start;
    session_.go(page);
    pages_.at(page).dropped(files);
}

// The keyboard goes into a window above the page, and back to where it was when that closes.
void DeskLoop::moveKeyboard(const FrameScreen& frame) {
    const bool above = frame.question || frame.chooser;
    if (above == above_) return;
    above_ = above;
    if (above) below_ = memory_.focus;
    memory_.focus = !above ? below_ : frame.question ? "question.no" : "choose.typed";
    memory_.caret = memory_.anchor = std::string::npos;
    memory_.popup.reset();
}

void DeskLoop::paint(std::vector<ui::Event> input) {
    follow();
    memory_.again = false;
    const FrameScreen frame = frameScreen(session_);
    painted_ = frame;
    moveKeyboard(frame);
    ui::CursorShape cursor = ui::CursorShape::arrow;
    window_.draw([&](ui::Canvas& canvas) {
        Widgets ui(canvas, memory_, look_, session_.lang(), window_.density(), std::move(input), clipboard_);
        ui.mute(frame.question || frame.chooser);
        drawFrame(ui, frame, session_);
        pages_.at(frame.atStart ? PageId::start : *shown_).draw(ui, pageBox(ui));
        drawAbove(ui, frame, session_);
        // What nobody wanted: Ctrl+Z takes back the last thing done, Escape closes what was said.
        if (!frame.chooser && ui.key(ui::Key::z, {.control = true})) session_.undoLast();
        if (!frame.question && !frame.chooser && ui.key(ui::Key::escape)) session_.dismissToast();
        cursor = ui.cursor();
    });
    window_.setCursor(cursor);
    ++drawn_;
}

}  // namespace turnout::desk
