#include "organizer/commands/run.h"

#include <unistd.h>

#include <iostream>
#include <string>
#include <string_view>

#include "organizer/commands/command.h"

namespace turnout {
namespace {

using namespace commands;

std::string verbOf(const CLI::App& app) {
    for (const CLI::App* sub : app.get_subcommands()) return " " + sub->get_name();
    return "";
}

template <class Kind>
bool is(const CLI::ParseError& error) {
    return dynamic_cast<const Kind*>(&error) != nullptr;
}

// The library's message in the person's language: its kind decides the sentence, its subject stays.
int wrongUsage(Io& io, const CLI::App& app, const CLI::ParseError& error) {
    const std::string what = error.what();
    const auto before = [&](std::string_view mark) { return cleanForScreen(what.substr(0, what.find(mark))); };
    const auto after = [&](std::string_view mark) {
        const auto at = what.find(mark);
        return cleanForScreen(at == std::string::npos ? what : what.substr(at + mark.size()));
    };
    const auto wrong = [&](const std::string& key, Args args = {}) {
        args.emplace_back("help", "turnout" + verbOf(app) + " --help");
        return failWith(io, kWrongUsage, "usage." + key, std::move(args));
    };
    if (is<CLI::RequiredError>(error)) {
        if (app.get_subcommands().empty()) {
            const auto words = app.remaining();
            return words.empty() ? wrong("no_verb") : wrong("unknown_verb", {{"what", cleanForScreen(words.front())}});
        }
        return wrong("missing", {{"what", before(" is required")}});
    }
    if (is<CLI::ExtrasError>(error)) return wrong("unexpected", {{"what", after("expected: ")}});
    if (is<CLI::ExcludesError>(error))
        return wrong("not_together", {{"what", before(" excludes ")}, {"other", after(" excludes ")}});
    const std::string subject = before(what.find(':') == std::string::npos ? " " : ":");
    if (is<CLI::ArgumentMismatch>(error)) return wrong("no_value", {{"what", subject}});
    return wrong("bad_value", {{"what", subject}});
}

}  // namespace

int run(int argc, const char* const* argv, std::istream& in, std::ostream& out, std::ostream& err) {
    const SystemClock clock;
    const Lang lang = spokenLang(argc, argv);
    Io io{in, out, err, lang, clock, &err == &std::cerr && ::isatty(STDERR_FILENO) == 1};

    CLI::App app(say("cli.turnout", lang), "turnout");
    CommandLine line(app, lang);
    line.dress(&app);
    app.require_subcommand(1);
    app.footer(say("cli.help.footer", lang));
    for (const auto add :
         {addNew, addImport, addTickets, addScan, addUndo, addRevoke, addReissue, addRehearse, addDoorList, addReport,
          addLog, addMerge, addShow, addForget, addClose, addVerify, addCopy, addDemo})
        add(line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) {  // --help and --version are thrown
        app.exit(wanted, out, err);
        return kDone;
    } catch (const CLI::ParseError& error) {
        return wrongUsage(io, app, error);
    }
    const int code = line.chosen(io);
    if (!out.flush()) return code == kDone ? failWith(io, kCouldNot, "cannot_print") : code;
    return code;
}

}  // namespace turnout
