#include "kiosk/app/options.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace turnout::kiosk {
std::variant<Options, int> parseOptions(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
    Options options;
    options.lang = spokenLang(argc, argv);
    const auto words = [&](const std::string& key, const std::string& what = {}) {
        return say(Text{"kiosk.cli." + key, {{"what", what}}}, options.lang);
    };
    CLI::App app(words("about"), "turnout-kiosk");
    std::string event, lang, clock, screenshot, stats;
    double after = 0;
    bool exit = false;
    app.set_help_flag("-h,--help", words("help"));
    app.set_version_flag("--version", std::string("turnout-kiosk ") + TURNOUT_VERSION, words("version"));
    app.add_option("EVENT", event, words("event"));
    app.add_option("--door", options.door, words("door"))->type_name("NAME");
    app.add_option("--camera", options.camera, words("camera"))->type_name("auto|none|DEVICE|FILE|\"gst: PIPELINE\"");
    app.add_option("--scanner", options.scanner, words("scanner"))->type_name("DEVICE");
    app.add_flag("--exit", exit, words("exit"));
    app.add_flag("--fullscreen", options.fullscreen, words("fullscreen"));
    app.add_flag("--exit-at-end", options.exitAtEnd, words("exit_at_end"));
    auto* shot = app.add_option("--screenshot", screenshot, words("screenshot"))->type_name("FILE");
    auto* afterOption = app.add_option("--after", after, words("after"))
                            ->type_name("SECONDS")
                            ->needs(shot)
                            ->check(CLI::Range(0.0, 86400.0));
    app.add_option("--stats", stats, words("stats"))->type_name("FILE");
    app.add_option("--clock", clock, words("clock"))->type_name("TIME");
    app.add_option("--lang", lang, words("lang"))
        ->check(CLI::IsMember({"en", "zh"}).description(""))
        ->type_name("en|zh");

    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        out << app.help();
        return 0;
    } catch (const CLI::CallForVersion&) {
        out << "turnout-kiosk " << TURNOUT_VERSION << '\n';
        return 0;
    } catch (const CLI::ParseError& complaint) {
        err << words("usage", complaint.what()) << '\n';
        return 2;
    }
    options.event = event;
    options.direction = exit ? Direction::exit : Direction::entry;
    if (!screenshot.empty()) options.screenshot = screenshot;
    if (!stats.empty()) options.stats = stats;
    if (afterOption->count() > 0) options.after = after;
    if (!clock.empty()) {
        options.clock = parseIso(clock);
        if (!options.clock) {
            err << words("bad_clock", clock) << '\n';
            return 2;
        }
    }
    if (options.door.empty() ? options.exitAtEnd : event.empty()) {  // nobody is there to be asked
        err << words(event.empty() ? "no_event" : "no_door") << '\n';
        return 2;
    }
    if (options.exitAtEnd && (options.camera == "auto" || options.camera == "none")) {
        err << words("no_end") << '\n';
        return 2;
    }
    return options;
}

}  // namespace turnout::kiosk
