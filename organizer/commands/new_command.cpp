// turnout new EVENT --from event.toml, the short form --name --starts, or --like OLD --starts for next year's.
#include <memory>
#include <optional>
#include <ostream>

#include "common/roster/event_toml.h"
#include "common/store/event_store.h"
#include "common/store/replacing.h"
#include "organizer/commands/command.h"
#include "organizer/office/new_event.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, from, like, name, nameZh, starts, timezone;
    bool replace = false;
};

Result<EventPlan> shortForm(const Options& options) {
    auto plan = shortEvent(options.name, options.starts);
    if (!plan) return Error{Fault::wrongUsage, plan.error().text};
    plan->name.zh = cleanForScreen(options.nameZh);
    if (options.timezone.empty()) return plan;
    const auto zone = Zone::named(options.timezone);
    if (!zone) return makeError(Fault::wrongUsage, "store.bad_zone", {{"zone", cleanForScreen(options.timezone)}});
    plan->zone = *zone;
    return plan;
}

Result<EventPlan> likeOld(const Options& options) {
    auto plan = eventLike(options.like, options.name, options.starts);
    if (plan && !options.nameZh.empty()) plan->name.zh = cleanForScreen(options.nameZh);
    return plan;
}

int runNew(const Options& options, Io& io) {
    if (!options.like.empty() && options.starts.empty()) return failWith(io, kWrongUsage, "new_like_needs");
    if (options.like.empty() && options.from.empty() && (options.name.empty() || options.starts.empty()))
        return failWith(io, kWrongUsage, "new_needs");
    auto plan = !options.like.empty()  ? likeOld(options)
                : options.from.empty() ? shortForm(options)
                                       : readEventToml(options.from);
    if (!plan) return fail(io, plan.error());
    const auto files = !options.like.empty()  ? filesLike(options.like)
                       : options.from.empty() ? Result<EventFiles>(EventFiles{})
                                              : filesFrom(*plan, options.from, options.event);
    if (!files) return fail(io, files.error());
    auto replacing = Replacing::begin(options.event, options.replace);
    if (!replacing) return fail(io, replacing.error());
    if (const Status made = EventStore::create(options.event, *plan, io.clock.now(), *files); !made)
        return fail(io, made.error());
    replacing->keep();
    tell(io.out, io, "new_done", {{"file", options.event}, {"name", cleanForScreen(plan->name.in(io.lang))}});
    return kDone;
}

}  // namespace

void addNew(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("new", [options](Io& io) { return runNew(*options, io); });
    line.event(verb, options->event);
    auto* from = verb->add_option("--from", options->from, line.text("new.from"))->type_name("FILE");
    verb->add_option("--like", options->like, line.text("new.like"))->type_name("OLD")->excludes(from);
    verb->add_option("--name", options->name, line.text("new.name"))->type_name("NAME")->excludes(from);
    verb->add_option("--name-zh", options->nameZh, line.text("new.name_zh"))->type_name("NAME")->excludes(from);
    verb->add_option("--starts", options->starts, line.text("new.starts"))->type_name("TIME")->excludes(from);
    verb->add_option("--timezone", options->timezone, line.text("new.timezone"))->type_name("ZONE")->excludes(from);
    verb->add_flag("--replace", options->replace, line.text("help.replace"));
}

}  // namespace turnout::commands
