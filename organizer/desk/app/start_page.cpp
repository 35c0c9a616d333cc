#include "organizer/desk/app/start_page.h"

#include <algorithm>

#include "common/roster/event_toml.h"
#include "organizer/desk/app/frame.h"
#include "organizer/office/new_event.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownEvents = 8;
constexpr std::chrono::hours kDay{24};
constexpr std::chrono::hours kEvening{6};  // an event without an end is over after that

KnownEvent known(const fs::path& path) {
    KnownEvent event;
    event.path = path;
    auto reader = EventReader::open(path);
    if (!reader) {
        event.trouble = reader.error().sentence(Lang::en);
        return event;
    }
    const auto plan = reader->event();
    const auto sizes = reader->sizes();
    if (!plan || !sizes) return event;
    event.name = plan->name;
    event.when = dayOf(plan->starts, plan->zone, Lang::en);
    event.whenZh = dayOf(plan->starts, plan->zone, Lang::zh);
    event.guests = sizes->guests;
    return event;
}

std::string fileNameFor(const EventForm& form) {
    std::string name = form.nameEn.empty() ? form.nameZh : form.nameEn;
    name = cleanForScreen(name);
    for (const char* bad : {"/", "\\", ":", "·", "*", "?", "\"", "<", ">", "|"})
        for (auto at = name.find(bad); at != std::string::npos; at = name.find(bad))
            name.replace(at, std::string_view(bad).size(), " ");
    name = cleanForScreen(name);
    if (name.empty()) name = "event";
    return shorten(name, 60) + ".turnout";
}

TimePoint endOf(const EventPlan& plan) {
    return plan.ends.value_or(plan.starts + kEvening);
}

}  // namespace

std::vector<Phase> phasesOf(const EventPlan& plan, const FileSizes& sizes, bool closed, TimePoint now, Lang lang) {
    const TimePoint dayStart = plan.starts - std::chrono::hours(12);
    const TimePoint opens = plan.doorsOpen.value_or(plan.starts - std::chrono::hours(1));
    const TimePoint over = endOf(plan), promised = plan.starts + kDay * plan.retainDays;
    const auto day = [&](TimePoint at) { return dayOf(at, plan.zone, lang); };
    const auto clock = [&](TimePoint at) { return dayAndTime(at, plan.zone, lang); };
    std::vector<Phase> phases;
    phases.push_back({"desk.phase.weeks",
                      say(Text{"desk.phase.from", {{"date", day(plan.starts - 14 * kDay)}}}, lang),
                      PhaseState::later,
                      {{{"desk.step.bring_in", {}}, sizes.guests > 0, grouped(sizes.guests), PageId::guests},
                       {{"desk.step.names", {}},
                        sizes.forScreen > 0 && sizes.looked == sizes.forScreen,
                        grouped(sizes.looked) + "/" + grouped(sizes.forScreen),
                        PageId::guests},
                       {{"desk.step.tickets", {}},
                        sizes.tickets > 0 && sizes.withoutTicket == 0,
                        grouped(sizes.tickets),
                        PageId::tickets}}});
    phases.push_back({"desk.phase.day_before",
                      day(plan.starts - kDay),
                      PhaseState::later,
                      {{{"desk.step.last_list", {}}, std::nullopt, {}, PageId::guests},
                       {{"desk.step.doors", {}}, sizes.doors > 0, grouped(sizes.doors), PageId::doors},
                       {{"desk.step.programme", {}}, !plan.acts.empty(), {}, PageId::programme}}});
    phases.push_back({"desk.phase.rehearsal",
                      day(plan.starts),
                      PhaseState::later,
                      {{{"desk.step.copies", {}}, std::nullopt, {}, PageId::doors},
                       {{"desk.step.rehearse", {}}, std::nullopt, {}, PageId::programme}}});
    phases.push_back({"desk.phase.open",
                      clock(opens),
                      PhaseState::later,
                      {{{"desk.step.watch", {}}, sizes.scans > 0, grouped(sizes.scans), PageId::log}}});
    phases.push_back({"desk.phase.after",
                      say(Text{"desk.phase.until", {{"date", day(promised)}}}, lang),
                      PhaseState::later,
                      {{{"desk.step.merge", {}}, std::nullopt, {}, PageId::doors},
                       {{"desk.step.report", {}}, std::nullopt, {}, PageId::report},
                       {{"desk.step.close", {{"date", day(promised)}}}, closed, {}, PageId::report}}});
    std::size_t here = 0;
    if (now >= over)
        here = 4;
    else if (now >= opens)
        here = 3;
    else if (now >= dayStart)
        here = 2;
    else if (now >= plan.starts - 2 * kDay)
        here = 1;
    for (std::size_t i = 0; i < phases.size(); ++i)
        phases[i].state = i < here ? PhaseState::past : i == here ? PhaseState::now : PhaseState::later;
    return phases;
}

StartPage::StartPage(Session& session) : session_(session) {
    const Zone zone = Zone::named("Asia/Shanghai").value_or(Zone());
    screen_.form.date = zone.date(session_.clock().now() + 21 * kDay);
    screen_.form.starts = "19:00";
    screen_.form.doors = "18:00";
    suggestFile();
}

StartScreen StartPage::screen() const {
    StartScreen screen = screen_;
    screen.lang = session_.lang();
    const OpenEvent* event = session_.event();
    screen.open = event != nullptr;
    if (event == nullptr) return screen;
    const TimePoint now = session_.clock().now();
    screen.phases = phasesOf(event->plan, event->sizes, event->closed, now, session_.lang());
    const auto days = std::chrono::duration_cast<std::chrono::hours>(event->plan.starts - now).count() / 24;
    if (event->plan.starts > now)
        screen.days = session_.say(days == 0   ? Text{"desk.start.today", {}}
                                   : days == 1 ? Text{"desk.start.one_day", {}}
                                               : Text{"desk.start.days", {{"days", grouped(days)}}});
    else
        screen.days =
            session_.say(now < endOf(event->plan) ? Text{"desk.start.running", {}} : Text{"desk.start.over", {}});
    return screen;
}

void StartPage::tick() {}

void StartPage::shown() {
    screen_.choosing = false;
    session_.work().quietly([this, recent = recent_](Work::Handle&) -> Work::Then {
        std::vector<KnownEvent> events;
        std::error_code failed;
        const auto add = [&](const fs::path& path) {
            const fs::path real = fs::canonical(path, failed);
            if (failed || events.size() >= kShownEvents ||
                std::any_of(events.begin(), events.end(), [&](const auto& event) { return event.path == real; }))
                return;
            events.push_back(known(real));
        };
        for (const fs::path& path : recent) add(path);
        for (const FoundFile& file : newestFiles({".turnout"}, kShownEvents)) add(file.path);
        return [this, events = std::move(events)] { screen_.known = events; };
    });
}

void StartPage::dropped(const std::vector<fs::path>& files) {
    if (files.empty()) return;
    if (files.front().extension() == ".toml") {
        screen_.choosing = true;
        choose(MakeWay::file);
        screen_.toml = files.front().string();
        return;
    }
    session_.trouble(
        makeError(Fault::wrongUsage, "desk.start.event_first", {{"file", files.front().filename().string()}}));
}

void StartPage::choose(MakeWay way) {
    screen_.way = way;
    screen_.trouble.reset();
}

void StartPage::suggestFile() {
    if (!fileTyped_) screen_.file = (documentsFolder() / fileNameFor(screen_.form)).string();
}

void StartPage::type(EventForm form) {
    screen_.form = std::move(form);
    screen_.trouble.reset();
    suggestFile();
}

void StartPage::typeFile(std::string path) {
    screen_.file = std::move(path);
    fileTyped_ = true;
}

void StartPage::open(const fs::path& file) {
    session_.open(file, [this] {
        screen_.choosing = false;
        screen_.openPath.clear();
    });
}

void StartPage::browseForEvent() {
    const fs::path typed = pathFrom(screen_.openPath);
    session_.chooser().open({ChooseKind::openFile,
                             {"desk.choose.event", {}},
                             {"desk.start.open_it", {}},
                             {".turnout"},
                             typed.empty() && session_.event() != nullptr ? session_.event()->path : typed,
                             {}},
                            [this](const fs::path& file) { open(file); });
}

void StartPage::browseForToml() {
    session_.chooser().open({ChooseKind::openFile,
                             {"desk.choose.toml", {}},
                             {"desk.choose.take", {}},
                             {".toml"},
                             pathFrom(screen_.toml),
                             {}},
                            [this](const fs::path& file) { screen_.toml = file.string(); });
}

void StartPage::browseForPlace() {
    const fs::path place = pathFrom(screen_.file);
    session_.chooser().open({ChooseKind::saveFile,
                             {"desk.choose.place_for_event", {}},
                             {"desk.choose.keep_here", {}},
                             {".turnout"},
                             place.parent_path(),
                             place.empty() ? fileNameFor(screen_.form) : place.filename().string()},
                            [this](const fs::path& file) { typeFile(file.string()); });
}

void StartPage::make() {
    fs::path target = pathFrom(screen_.file);
    if (target.extension() != ".turnout") target += ".turnout";
    std::optional<fs::path> old;
    if (screen_.like && *screen_.like < screen_.known.size()) old = screen_.known[*screen_.like].path;
    if (screen_.way == MakeWay::like && !old) {
        screen_.trouble = Text{"desk.start.choose_old", {}};
        return;
    }
    screen_.trouble.reset();
    session_.work().start({"desk.start.making", {}},
                          [this, target, old, way = screen_.way, form = screen_.form, toml = pathFrom(screen_.toml),
                           now = session_.clock().now()](Work::Handle&) -> Work::Then {
                              const Status made = [&]() -> Status {
                                  auto plan = [&]() -> Result<EventPlan> {
                                      if (way == MakeWay::file) return readEventToml(toml);
                                      if (way == MakeWay::form) return eventFromForm(form);
                                      const auto starts = startOf(form.date, form.starts, form.zone);
                                      if (!starts) return starts.error();
                                      auto like = eventLike(*old, form.nameEn, *starts);
                                      if (like && !form.nameZh.empty()) like->name.zh = cleanForScreen(form.nameZh);
                                      return like;
                                  }();
                                  if (!plan) return plan.error();
                                  std::error_code failed;
                                  fs::create_directories(target.parent_path(), failed);
                                  const auto files = way == MakeWay::file   ? filesFrom(*plan, toml, target)
                                                     : way == MakeWay::like ? filesLike(*old)
                                                                            : Result<EventFiles>(EventFiles{});
                                  if (!files) return files.error();
                                  return EventStore::create(target, *plan, now, *files);
                              }();
                              return [this, made, target] {
                                  if (!made) {
                                      screen_.trouble = made.error().text;
                                      return;
                                  }
                                  fileTyped_ = false;
                                  session_.tell({"desk.start.made", {{"file", target.filename().string()}}});
                                  open(target);
                              };
                          });
}

}  // namespace turnout::desk
