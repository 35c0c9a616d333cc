#include "display/app/options.h"

#include <CLI/CLI.hpp>
#include <ostream>
#include <string_view>

namespace turnout::display {
namespace {

bool readSize(const std::string& text, Options& options) {
    constexpr int kLeastWidth = 320, kLeastHeight = 180, kMostWidth = 16384, kMostHeight = 8192;
    int width = 0, height = 0;
    char cross = 0;
    std::istringstream in(text);
    if (!(in >> width >> cross >> height) || cross != 'x' || in.peek() != std::char_traits<char>::eof()) return false;
    if (width < kLeastWidth || height < kLeastHeight || width > kMostWidth || height > kMostHeight) return false;
    options.width = width;
    options.height = height;
    return true;
}

}  // namespace

std::variant<Options, int> readOptions(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
    Options options;
    options.lang = spokenLang(argc, argv);
    std::string scene, clock, state, size, lang;
    const auto help = [&](const char* key) { return say(key, options.lang); };
    const auto refuse = [&](const Text& text) {
        err << say(text, options.lang) << '\n';
        return kWrongUsage;
    };

    CLI::App app(help("display.help"), "turnout-display");
    app.set_version_flag("--version", "turnout-display " TURNOUT_VERSION, help("display.help.version"));
    app.set_help_flag("--help,-h", help("display.help.help"));
    app.add_option("EVENT", options.event, help("display.help.event"))->required();
    app.add_flag("--fullscreen", options.fullscreen, help("display.help.fullscreen"));
    app.add_option("--monitor", options.monitor, help("display.help.monitor"))->check(CLI::Range(0, 15));
    app.add_option("--scene", scene, help("display.help.scene"));
    app.add_option("--size", size, help("display.help.size"));
    app.add_option("--safe-margin", options.safeMargin, help("display.help.safe_margin"))->check(CLI::Range(0.0, 10.0));
    auto* screenshot = app.add_option("--screenshot", options.screenshot, help("display.help.screenshot"));
    app.add_option("--after", options.after, help("display.help.after"))
        ->needs(screenshot)
        ->check(CLI::Range(0.0, 86400.0));
    app.add_flag("--operator", options.operatorWindow, help("display.help.operator"));
    app.add_flag("--check", options.check, help("display.help.check"));
    app.add_option("--stats", options.stats, help("display.help.stats"));
    app.add_option("--state", state, help("display.help.state"));
    app.add_option("--clock", clock, help("display.help.clock"));
    app.add_option("--lang", lang, help("display.help.lang"))->check(CLI::IsMember({"en", "zh"}));
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) {
        app.exit(wanted, out, err);
        return kDone;
    } catch (const CLI::ParseError& error) {
        std::string reason = cleanForScreen(error.what());
        if (!reason.ends_with('.')) reason += '.';
        return refuse({"display.wrong_usage", {{"reason", reason}}});
    }
    options.safeMargin /= 100;
    if (!scene.empty() && !(options.scene = sceneNamed(scene)))
        return refuse({"display.unknown_scene", {{"scene", cleanForScreen(scene)}, {"scenes", sceneNames()}}});
    if (!state.empty() && state != "-") return refuse({"display.state_only_dash", {}});
    options.state = state == "-";
    if (options.check && size.empty()) size = "1920x1080";
    if (!size.empty() && !readSize(size, options))
        return refuse({"display.size_malformed", {{"size", cleanForScreen(size)}}});
    if (!clock.empty() && !(options.clock = parseIso(clock)))
        return refuse({"display.clock_malformed", {{"time", cleanForScreen(clock)}}});
    return options;
}

}  // namespace turnout::display
