// turnout-desk: the organiser's work in a window. Wiring only.
#include <atomic>
#include <csignal>
#include <iostream>
#include <memory>

#include "common/ui/window.h"
#include "organizer/desk/app/options.h"
#include "organizer/desk/app/preferences.h"
#include "organizer/desk/views/desk_loop.h"

namespace {

using namespace turnout;
using namespace turnout::desk;

std::atomic<bool> stopAsked{false};

void onSignal(int) {
    stopAsked = true;
}

int fail(const Error& error, Lang lang) {
    std::cerr << error.sentence(lang) << '\n';
    return error.fault == Fault::wrongUsage ? 2 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    const auto read = readOptions(argc, argv, std::cout, std::cerr);
    if (const int* code = std::get_if<int>(&read)) return *code;
    const auto& options = std::get<Options>(read);

    // A file that cannot be opened is said in the terminal, to whoever named it there.
    if (!options.event.empty())
        if (const auto reader = EventReader::open(options.event); !reader) return fail(reader.error(), options.lang);

    auto window = ui::Window::open(
        {.title = "Turnout", .width = options.width, .height = options.height, .leastWidth = 960, .leastHeight = 600});
    if (!window) return fail(window.error(), options.lang);

    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (options.clock) clock = std::make_unique<RunningClock>(*options.clock);
    DeskPreferences preferences = loadPreferences(preferencesFile());
    const Lang lang = !options.langGiven && preferences.lang ? *preferences.lang : options.lang;
    Work work([&window] { (*window)->wake(); });
    Session session(work, *clock, lang);
    DeskPages pages(session);
    const Look& look = options.dark.value_or(systemIsDark()) ? Look::night() : Look::light();
    DeskLoop loop(**window, session, pages, look, stopAsked);
    session.onOpened([&](const std::filesystem::path& event) {
        rememberEvent(preferences, event);
        if (options.screenshot.empty()) (void)savePreferences(preferencesFile(), preferences);
    });
    pages.start.setRecent(preferences.events);
    if (!options.event.empty()) {
        session.open(options.event, [&] {
            if (options.page) session.go(*options.page);
            if (!options.list.empty()) loop.drop({options.list});
        });
    }
    if (!options.screenshot.empty()) {
        loop.settle();
        const Status written = (*window)->screenshot(options.screenshot);
        return written ? 0 : fail(written.error(), lang);
    }
    loop.run();
    preferences.lang = session.lang();
    if (const Status kept = savePreferences(preferencesFile(), preferences); !kept) return fail(kept.error(), lang);
    return 0;
}
