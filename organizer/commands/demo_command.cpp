// turnout demo DIR: an invented evening to try everything with.
#include <memory>
#include <ostream>

#include "organizer/commands/command.h"
#include "organizer/demo/demo.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string folder;
    bool replace = false, noVideo = false;
};

std::string progressKey(DemoStep step) {
    switch (step) {
        case DemoStep::guests: return "demo_guests";
        case DemoStep::tickets: return "demo_tickets";
        case DemoStep::video: return "demo_video";
    }
    return "";
}

int runDemo(const Options& options, Io& io) {
    DemoOptions demo;
    demo.replace = options.replace;
    demo.video = !options.noVideo;
    Result<DemoFiles> made = [&] {
        ProgressLine progress(io);
        demo.progress = [&](DemoStep step, std::int64_t done, std::int64_t all) {
            progress.show(progressKey(step), done, all);
        };
        return makeDemo(options.folder, demo, io.clock.now());
    }();
    if (!made) return fail(io, made.error());
    tell(io.out, io, "demo_done", {{"event", made->event.string()}, {"folder", options.folder}});
    return kDone;
}

}  // namespace

void addDemo(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("demo", [options](Io& io) { return runDemo(*options, io); });
    verb->add_option("DIR", options->folder, line.text("demo.dir"))->required();
    verb->add_flag("--replace", options->replace, line.text("demo.replace"));
    verb->add_flag("--no-video", options->noVideo, line.text("demo.no_video"));
}

}  // namespace turnout::commands
