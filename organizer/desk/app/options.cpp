#include "organizer/desk/app/options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fstream>
#include <ostream>

namespace turnout::desk {

std::variant<Options, int> readOptions(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
    Options options;
    options.lang = spokenLang(argc, argv);
    const auto words = [&](const std::string& key, const std::string& what = {}) {
        return say(Text{"desk.cli." + key, {{"what", what}}}, options.lang);
    };
    CLI::App app(words("about"), "turnout-desk");
    std::string event, list, lang, page, size, clock, screenshot;
    bool dark = false, light = false;
    app.set_help_flag("-h,--help", words("help"));
    app.set_version_flag("--version", std::string("turnout-desk ") + TURNOUT_VERSION, words("version"));
    app.add_option("EVENT", event, words("event"));
    app.add_option("LIST", list, words("list"));
    app.add_option("--page", page, words("page"))
        ->type_name("start|guests|tickets|doors|programme|log|report")
        ->check(CLI::IsMember({"start", "guests", "tickets", "doors", "programme", "log", "report"}).description(""));
    auto* darkFlag = app.add_flag("--dark", dark, words("dark"));
    app.add_flag("--light", light, words("light"))->excludes(darkFlag);
    app.add_option("--screenshot", screenshot, words("screenshot"))->type_name("FILE");
    app.add_option("--size", size, words("size"))->type_name("WIDTHxHEIGHT");
    app.add_option("--clock", clock, words("clock"))->type_name("TIME");
    auto* langOption = app.add_option("--lang", lang, words("lang"))
                           ->check(CLI::IsMember({"en", "zh"}).description(""))
                           ->type_name("en|zh");
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        out << app.help();
        return 0;
    } catch (const CLI::CallForVersion&) {
        out << "turnout-desk " << TURNOUT_VERSION << '\n';
        return 0;
    } catch (const CLI::ParseError& complaint) {
        err << words("usage", complaint.what()) << '\n';
        return 2;
    }
    options.event = event;
    options.list = list;
    options.screenshot = screenshot;
    options.page = pageNamed(page);
    options.langGiven = langOption->count() > 0;
    if (dark || light) options.dark = dark;
    if (!size.empty()) {
        char rest = 0;
        if (std::sscanf(size.c_str(), "%dx%d%c", &options.width, &options.height, &rest) != 2 || options.width < 640 ||
            options.height < 400 || options.width > 16384 || options.height > 16384) {
            err << words("bad_size", size) << '\n';
            return 2;
        }
    }
    if (!clock.empty()) {
        options.clock = parseIso(clock);
        if (!options.clock) {
            err << words("bad_clock", clock) << '\n';
            return 2;
        }
    }
    return options;
}

bool systemIsDark() {
    if (const char* theme = std::getenv("GTK_THEME"); theme != nullptr && *theme != 0)
        return std::string_view(theme).find("dark") != std::string_view::npos;
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    const std::filesystem::path folder = config != nullptr && *config != 0 ? std::filesystem::path(config)
                                         : home != nullptr                 ? std::filesystem::path(home) / ".config"
                                                                           : std::filesystem::path();
    for (const char* version : {"gtk-4.0", "gtk-3.0"}) {
        std::ifstream settings(folder / version / "settings.ini");
        for (std::string line; std::getline(settings, line);) {
            std::erase_if(line, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
            if (line == "gtk-application-prefer-dark-theme=1" || line == "gtk-application-prefer-dark-theme=true")
                return true;
        }
    }
    return false;
}

}  // namespace turnout::desk
