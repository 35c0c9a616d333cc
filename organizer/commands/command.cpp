#include "organizer/commands/command.h"

#include <ostream>

namespace turnout::commands {

void tell(std::ostream& stream, const Io& io, const std::string& key, Args args) {
    stream << say(Text{"cli." + key, std::move(args)}, io.lang) << '\n';
}

int fail(Io& io, const Error& error) {
    io.err << error.sentence(io.lang) << '\n';
    return error.fault == Fault::wrongUsage ? kWrongUsage : kCouldNot;
}

int failWith(Io& io, int code, const std::string& key, Args args) {
    tell(io.err, io, key, std::move(args));
    return code;
}

CLI::App* CommandLine::add(const std::string& name, Verb verb) {
    CLI::App* sub = app_.add_subcommand(name, text(name));
    sub->group(text("help.verbs"));
    dress(sub);
    sub->callback([this, verb = std::move(verb)] { chosen = verb; });
    return sub;
}

void CommandLine::event(CLI::App* verb, std::string& path) const {
    verb->add_option(kEvent, path, text("help.event"))->required();
}

void CommandLine::dress(CLI::App* app) {
    const std::string options = text("help.options");
    app->set_help_flag("-h,--help", text("help.help"))->group(options);
    app->set_version_flag("--version", std::string("turnout ") + TURNOUT_VERSION, text("help.version"))->group(options);
    app->add_option("--lang", langWord_, text("help.lang"))
        ->check(CLI::IsMember({"en", "zh"}).description(""))
        ->group(options)
        ->type_name("en|zh");
    app->option_defaults()->group(options);
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const char* label : {"Usage", "Positionals", "OPTIONS", "SUBCOMMAND", "REQUIRED"})
        formatter->label(label, text(std::string("help.label.") + label));
    formatter->label("TEXT", "");
    formatter->column_width(34);
    app->formatter(formatter);
}

ProgressLine::~ProgressLine() {
    if (dirty_) io_.err << "\r\x1b[K" << std::flush;
}

void ProgressLine::show(const std::string& key, std::int64_t done, std::int64_t all) {
    if (!io_.terminal) return;
    const SteadyTime now = std::chrono::steady_clock::now();
    if (done < all && now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    dirty_ = true;
    io_.err << "\r\x1b[K"
            << say(Text{"cli." + key, {{"done", std::to_string(done)}, {"all", std::to_string(all)}}}, io_.lang)
            << std::flush;
}

}  // namespace turnout::commands
