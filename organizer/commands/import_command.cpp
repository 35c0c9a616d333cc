// turnout import EVENT ROSTER: a registration list into the event; says what is wrong with it, row by row.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include "common/roster/roster_file.h"
#include "common/store/event_store.h"
#include "organizer/commands/command.h"
#include "organizer/commands/private_file.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event, roster;
    std::vector<std::string> map;
    bool dryRun = false, skipBad = false;
};

// "Header=field"; the header may hold "=", a field never does.
Result<RosterOptions> mapping(const Options& options) {
    RosterOptions made;
    for (const std::string& pair : options.map) {
        const auto split = pair.rfind('=');
        const std::string field = split == std::string::npos ? "" : pair.substr(split + 1);
        const auto& fields = rosterFields();
        if (split == std::string::npos || split == 0 ||
            std::find(fields.begin(), fields.end(), field) == fields.end()) {
            std::string list;
            for (const std::string& known : fields) list += (list.empty() ? "" : ", ") + known;
            return makeError(Fault::wrongUsage, "cli.import_bad_map",
                             {{"what", cleanForScreen(pair)}, {"fields", list}});
        }
        made.map.emplace_back(pair.substr(0, split), field);
    }
    return made;
}

bool anyError(const std::vector<RosterProblem>& problems) {
    return std::any_of(problems.begin(), problems.end(), [](const RosterProblem& problem) { return !problem.warning; });
}

void tellProblem(Io& io, const std::string& file, const RosterProblem& problem) {
    std::string key = problem.warning ? "import_warning" : "import_error";
    key += problem.line == 0 ? "_file" : problem.column.empty() ? "_row" : "_cell";
    tell(io.err, io, key,
         {{"file", file},
          {"line", std::to_string(problem.line)},
          {"column", cleanForScreen(problem.column)},
          {"what", say(problem.text, io.lang)}});
}

// The rows that were left out, beside the roster, for whoever must correct them.
int handBack(const Options& options, Io& io, const Roster& roster, const std::vector<RosterProblem>& problems) {
    const std::string table = problemTable(roster, problems, io.lang);
    if (table.empty()) return kDone;
    fs::path target = options.roster;
    target.replace_filename(target.stem().string() + "-problems.csv");
    PrivateFile file(target);
    file.stream() << table;
    if (!file.finish()) return failWith(io, kCouldNot, "cannot_write", {{"file", target.string()}});
    tell(io.err, io, "import_handed_back", {{"file", target.string()}});
    return kDone;
}

int runImport(const Options& options, Io& io) {
    const auto chosen = mapping(options);
    if (!chosen) return fail(io, chosen.error());
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    CountryResolver countries;
    const auto roster = readRoster(options.roster, *chosen, countries);
    if (!roster) return fail(io, roster.error());

    // With an error in the list the rest is still compared with the event, so that all problems are told at once.
    const bool keep = !options.dryRun && (options.skipBad || !anyError(roster->problems));
    auto problems = roster->problems;
    MergeOutcome outcome;
    {
        ProgressLine progress(io);
        MergeOptions merging;
        merging.dryRun = !keep;
        merging.skipBad = options.skipBad;
        merging.progress = [&](std::int64_t done, std::int64_t all) { progress.show("import_progress", done, all); };
        auto merged = store->merge(roster->rows, merging, io.clock.now());
        if (!merged) return fail(io, merged.error());
        outcome = std::move(merged).value();
    }
    problems.insert(problems.end(), outcome.problems.begin(), outcome.problems.end());
    std::stable_sort(problems.begin(), problems.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    for (const RosterProblem& problem : problems) tellProblem(io, options.roster, problem);

    const bool bad = anyError(problems);
    const Args numbers{{"file", options.roster},
                       {"added", std::to_string(outcome.added)},
                       {"changed", std::to_string(outcome.changed)},
                       {"unchanged", std::to_string(outcome.unchanged)},
                       {"gone", std::to_string(outcome.gone)}};
    if (bad && !options.skipBad) return failWith(io, kCouldNot, "import_not_written", numbers);
    tell(io.out, io, options.dryRun ? "import_would" : "import_done", numbers);
    if (outcome.gone > 0) tell(io.out, io, "import_gone", numbers);
    return bad && !options.dryRun ? handBack(options, io, *roster, problems) : kDone;
}

}  // namespace

void addImport(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("import", [options](Io& io) { return runImport(*options, io); });
    line.event(verb, options->event);
    verb->add_option("ROSTER", options->roster, line.text("import.roster"))->required();
    verb->add_flag("--dry-run", options->dryRun, line.text("import.dry_run"));
    // One value each: without this the option would take all words after it.
    verb->add_option("--map", options->map, line.text("import.map"))
        ->type_name("\"HEADER=FIELD\"")
        ->expected(1)
        ->take_all();
    verb->add_flag("--skip-bad", options->skipBad, line.text("import.skip_bad"));
}

}  // namespace turnout::commands
