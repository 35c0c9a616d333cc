// turnout import EVENT ROSTER: a registration list into the event; says what is wrong with it, row by row.
#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <set>

#include "common/roster/import_memory.h"
#include "common/roster/roster_file.h"
#include "common/store/event_reader.h"
#include "common/store/event_store.h"
#include "organizer/commands/command.h"
#include "organizer/commands/private_file.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event, roster, affiliation, good, problems;
    std::vector<std::string> map, countries;
    TableOptions table;
    bool dryRun = false, skipBad = false;
};

constexpr std::size_t kShownOfEach = 12;  // guests listed for each kind of change; a dry run lists all

// "Header=field" in two; the header may hold "=", a field never does. Empty when it is not that.
std::pair<std::string, std::string> halves(const std::string& pair) {
    const auto at = pair.rfind('=');
    if (at == std::string::npos || at == 0 || at + 1 == pair.size()) return {};
    return {pair.substr(0, at), pair.substr(at + 1)};
}

Result<HeaderMap> mapping(const Options& options) {
    HeaderMap made;
    for (const std::string& pair : options.map) {
        auto [header, field] = halves(pair);
        const auto& fields = mappableFields();
        if (std::find(fields.begin(), fields.end(), field) == fields.end()) {
            std::string list;
            for (const std::string& known : fields) list += (list.empty() ? "" : ", ") + known;
            return makeError(Fault::wrongUsage, "cli.import_bad_map",
                             {{"what", cleanForScreen(pair)}, {"fields", list}});
        }
        made.emplace_back(std::move(header), std::move(field));
    }
    return made;
}

Result<HeaderMap> answers(const Options& options) {
    HeaderMap made;
    for (const std::string& pair : options.countries) {
        const auto [form, code] = halves(pair);
        const auto country = CountryCode::fromAlpha2(code);
        if (form.empty() || !country)
            return makeError(Fault::wrongUsage, "cli.import_bad_country", {{"what", cleanForScreen(pair)}});
        made.emplace_back(form, country->str());
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

// What the list does to the event, before it does so.
void tellChanges(Io& io, const MergeOutcome& outcome) {
    struct Told {
        ListChange::Kind kind;
        const char* key;
        std::int64_t all;
    };
    const std::array kinds{Told{ListChange::Kind::added, "import_new", outcome.added},
                           Told{ListChange::Kind::changed, "import_changed", outcome.changed},
                           Told{ListChange::Kind::cancelled, "import_cancelled", outcome.cancelled},
                           Told{ListChange::Kind::gone, "import_missing", outcome.gone}};
    for (const auto& [kind, key, all] : kinds) {
        std::int64_t shown = 0;
        for (const ListChange& change : outcome.changes) {
            if (change.kind != kind) continue;
            ++shown;
            tell(io.out, io, key,
                 {{"name", cleanForScreen(change.name)}, {"country", change.country.str()}, {"what", change.what}});
        }
        if (all > shown) tell(io.out, io, "import_more", {{"count", std::to_string(all - shown)}});
    }
}

bool writeTable(Io& io, const fs::path& target, const std::string& table) {
    PrivateFile file(target);
    file.stream() << "\xEF\xBB\xBF" << table;  // Excel takes a CSV for UTF-8 only with its mark
    if (file.finish()) return true;
    failWith(io, kCouldNot, "cannot_write", {{"file", target.string()}});
    return false;
}

// Where the rows with problems are written: beside the roster when nobody says where.
fs::path problemsFile(const Options& options) {
    if (!options.problems.empty()) return options.problems;
    const fs::path roster = options.roster;
    return fs::path(roster).replace_filename(roster.stem().string() + "-problems.csv");
}

// The rows with problems, for whoever must correct them. `key`: the sentence that says so.
int handBack(const Options& options, Io& io, const Roster& roster, const std::vector<RosterProblem>& problems,
             const std::string& key) {
    const std::string table = problemTable(roster, problems, io.lang);
    if (table.empty()) return kDone;
    const fs::path target = problemsFile(options);
    if (!writeTable(io, target, table)) return kCouldNot;
    std::set<std::int64_t> lines;
    for (const RosterProblem& problem : problems)
        if (!problem.warning) lines.insert(problem.line);
    tell(io.err, io, key, {{"n", std::to_string(lines.size())}, {"file", target.string()}});
    return kDone;
}

// Answers given once hold for the lists to come.
Status remember(EventStore& store, const HeaderMap& map, const HeaderMap& countries, const HeaderMap& oldMap,
                const HeaderMap& oldCountries) {
    if (!map.empty())
        if (const Status kept = store.setSetting(kMapSetting, toSetting(oldMap, map)); !kept) return kept;
    if (!countries.empty()) return store.setSetting(kCountrySetting, toSetting(oldCountries, countries));
    return Done{};
}

// A list brought in here counts as looked at (docs/decisions/0004): whoever did it learns whom the hall may name now.
Status tellNamed(const Options& options, Io& io) {
    auto reader = EventReader::open(options.event);
    if (!reader) return reader.error();
    const auto plan = reader->event();
    if (!plan) return plan.error();
    const auto sizes = reader->sizes();
    if (!sizes) return sizes.error();
    if (plan->namesOnScreen && sizes->looked > 0)
        tell(io.out, io, "import_named", {{"count", std::to_string(sizes->looked)}, {"event", options.event}});
    return Done{};
}

int finish(const Options& options, Io& io, const Roster& roster, const MergeOutcome& outcome,
           const std::vector<RosterProblem>& problems) {
    const bool bad = anyError(problems);
    const Args numbers{{"file", options.roster},
                       {"problems", problemsFile(options).string()},
                       {"added", std::to_string(outcome.added)},
                       {"changed", std::to_string(outcome.changed)},
                       {"unchanged", std::to_string(outcome.unchanged)},
                       {"cancelled", std::to_string(outcome.cancelled)},
                       {"gone", std::to_string(outcome.gone)}};
    if (!options.good.empty() && !writeTable(io, options.good, goodTable(roster, problems))) return kCouldNot;
    if (bad && !options.skipBad) {
        if (!options.problems.empty() && handBack(options, io, roster, problems, "import_problems_written") != kDone)
            return kCouldNot;
        return failWith(io, kCouldNot, "import_not_written", numbers);
    }
    const bool dry = options.dryRun;
    tell(io.out, io, dry ? "import_would" : "import_done", numbers);
    if (outcome.cancelled > 0) tell(io.out, io, dry ? "import_would_cancel" : "import_cancelled_count", numbers);
    if (outcome.gone > 0) tell(io.out, io, dry ? "import_would_miss" : "import_gone", numbers);
    if (!bad || (dry && options.problems.empty())) return kDone;
    return handBack(options, io, roster, problems, dry ? "import_problems_written" : "import_handed_back");
}

int runImport(const Options& options, Io& io) {
    const auto map = mapping(options);
    if (!map) return fail(io, map.error());
    const auto taught = answers(options);
    if (!taught) return fail(io, taught.error());
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    const auto mapSetting = store->setting(kMapSetting), countrySetting = store->setting(kCountrySetting);
    if (!mapSetting) return fail(io, mapSetting.error());
    if (!countrySetting) return fail(io, countrySetting.error());
    const HeaderMap oldMap = fromSetting(*mapSetting), oldCountries = fromSetting(*countrySetting);

    CountryResolver countries;
    for (const HeaderMap* pairs : {&oldCountries, &*taught}) teachAll(countries, *pairs);
    auto reader = RosterReader::open(options.roster, {*map, oldMap, options.affiliation, options.table, options.dryRun},
                                     countries);
    if (!reader) return fail(io, reader.error());
    tell(io.err, io, "import_read_as",
         {{"file", options.roster}, {"form", reader->roster().form}, {"preview", reader->roster().preview}});

    std::vector<RosterProblem> problems;
    std::vector<RosterRow> rows;  // for the table of the good ones
    bool names = false;           // that the hall may show
    MergeOutcome outcome;
    {
        ProgressLine progress(io);
        MergeOptions merging;
        merging.dryRun = options.dryRun;
        merging.skipBad = options.skipBad;
        merging.affiliation = options.affiliation;
        merging.changesKept = options.dryRun ? SIZE_MAX : kShownOfEach;
        merging.progress = [&](std::int64_t done, std::int64_t all) { progress.show("import_progress", done, all); };
        merging.review = [&](const MergeOutcome& planned) {
            problems = reader->roster().problems;
            problems.insert(problems.end(), planned.problems.begin(), planned.problems.end());
            std::stable_sort(problems.begin(), problems.end(),
                             [](const auto& a, const auto& b) { return a.line < b.line; });
            for (const RosterProblem& problem : problems) tellProblem(io, options.roster, problem);
            tellChanges(io, planned);
        };
        // With an error in the list the rest is still compared with the event, so that all problems are told at once.
        const auto each = [&](const std::function<void(const RosterRow&)>& take) {
            return reader->each([&](const RosterRow& row) {
                if (!options.good.empty()) rows.push_back(row);
                names = names || row.onScreen;
                take(row);
            });
        };
        auto merged = store->mergeEach({each, reader->about()}, merging, io.clock.now());
        if (!merged) return fail(io, merged.error());
        outcome = std::move(merged).value();
    }
    if (outcome.written)
        if (const Status kept = remember(*store, *map, *taught, oldMap, oldCountries); !kept)
            return fail(io, kept.error());
    Roster roster = reader->roster();
    roster.rows = std::move(rows);
    const int code = finish(options, io, roster, outcome, problems);
    if (!names || !outcome.written || outcome.added + outcome.changed == 0) return code;
    const Status told = tellNamed(options, io);
    return told || code != kDone ? code : fail(io, told.error());
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
    verb->add_option("--country", options->countries, line.text("import.country"))
        ->type_name("\"FORM=CODE\"")
        ->expected(1)
        ->take_all();
    verb->add_option("--affiliation", options->affiliation, line.text("import.affiliation"))->type_name("NAME");
    verb->add_option("--encoding", options->table.encoding, line.text("import.encoding"))->type_name("NAME");
    verb->add_option("--delimiter", options->table.delimiter, line.text("import.delimiter"))->type_name("CHARACTER");
    verb->add_option("--sheet", options->table.sheet, line.text("import.sheet"))->type_name("NAME|NUMBER");
    verb->add_flag("--skip-bad", options->skipBad, line.text("import.skip_bad"));
    verb->add_option("--good", options->good, line.text("import.good"))->type_name("FILE");
    verb->add_option("--problems", options->problems, line.text("import.problems"))->type_name("FILE");
}

}  // namespace turnout::commands
