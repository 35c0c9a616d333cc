#include "organizer/desk/app/programme_page.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <utility>

#include "common/store/guest_index.h"
#include "organizer/desk/app/places.h"
#include "organizer/desk/app/typed_time.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

std::optional<std::int64_t> wholeNumber(const std::string& text) {
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::map<std::string, std::string> displayOf(const EventPlan& plan) {
    return {plan.display.begin(), plan.display.end()};
}

GroupDraft groupOf(const CountryGroup& group) {
    return {group.id, group.name, group.members};
}

}  // namespace

void ProgrammePage::tick() {
    if (session_.event() == nullptr) return;
    if (screen_.tab == ProgrammeTab::screen && (looked_ != session_.version() || lookedIn_ != session_.lang()))
        lookAtHall();
    const bool other = session_.eventSerial() != event_;
    if (!other && version_ == session_.version()) return;
    if (other) screen_ = {};
    const bool keepDraft = !other && !std::exchange(saved_, false) && screen().changed;  // what is being typed stays
    event_ = session_.eventSerial();
    version_ = session_.version();
    plan_ = session_.event()->plan;
    screen_.closed = session_.event()->closed;
    screen_.acts.clear();
    for (const Act& act : plan_.acts) screen_.acts.push_back(draftOf(act));
    screen_.groups.clear();
    for (const CountryGroup& group : plan_.groups) screen_.groups.push_back(groupOf(group));
    if (!screen_.act && !screen_.acts.empty()) screen_.act = 0;
    if (!screen_.group && !screen_.groups.empty()) screen_.group = 0;
    if (!keepDraft) fill();
}

void ProgrammePage::fill() {
    if (screen_.act && *screen_.act >= screen_.acts.size())
        screen_.act = screen_.acts.empty() ? std::nullopt : std::optional(screen_.acts.size() - 1);
    if (screen_.group && *screen_.group >= screen_.groups.size())
        screen_.group = screen_.groups.empty() ? std::nullopt : std::optional(screen_.groups.size() - 1);
    screen_.actDraft = screen_.act ? screen_.acts[*screen_.act] : ActDraft{};
    screen_.groupDraft = screen_.group ? screen_.groups[*screen_.group] : GroupDraft{};
    screen_.display = displayOf(plan_);
    screen_.rules = draftOf(rulesOf(plan_));
    typeCountry("");
}

ProgrammeScreen ProgrammePage::screen() const {
    ProgrammeScreen screen = screen_;
    switch (screen.tab) {
        case ProgrammeTab::acts:
            screen.changed =
                screen.act && (*screen.act >= screen.acts.size() || screen.acts[*screen.act] != screen.actDraft);
            if (screen.changed && !actOf(screen.actDraft)) screen.wrong = Text{"desk.programme.wrong_time", {}};
            break;
        case ProgrammeTab::screen: screen.changed = screen.display != displayOf(plan_); break;
        case ProgrammeTab::groups:
            screen.changed = screen.group && (*screen.group >= screen.groups.size() ||
                                              screen.groups[*screen.group] != screen.groupDraft);
            break;
        case ProgrammeTab::event:
            screen.changed = screen.rules != draftOf(rulesOf(plan_));
            if (screen.changed && !rulesFrom(screen.rules)) screen.wrong = Text{"desk.programme.wrong_rules", {}};
            break;
    }
    return screen;
}

// The display knows its own texts: it draws every scene without a screen and says which are too small.
void ProgrammePage::lookAtHall() {
    looked_ = session_.version();
    lookedIn_ = session_.lang();
    const EventPlan& plan = session_.event()->plan;
    const auto known = [&](const char* name) {
        return std::any_of(plan.display.begin(), plan.display.end(),
                           [&](const auto& setting) { return setting.first == name && !setting.second.empty(); });
    };
    if (!known("screen_height_m") || !known("farthest_seat_m")) {
        screen_.verdict.reset();
        return;
    }
    const std::string lang = lookedIn_ == Lang::zh ? "zh" : "en";
    session_.work().quietly(
        [this, lang, serial = session_.eventSerial(), path = session_.event()->path](Work::Handle&) -> Work::Then {
            const ProgramAnswer answer = runOwn("turnout-display", {path.string(), "--check", "--lang", lang});
            std::vector<std::string> lines;
            std::istringstream text(answer.out);
            for (std::string line; std::getline(text, line);)
                if (!line.empty()) lines.push_back(cleanForScreen(line));
            return [this, serial, lines, code = answer.code] {
                if (serial != session_.eventSerial()) return;
                screen_.verdict.reset();
                if (lines.empty()) return;  // the display is not on this computer
                screen_.verdict = HallVerdict{code == 0, lines.back(), {lines.begin(), lines.end() - 1}};
            };
        });
}

void ProgrammePage::browseForPicture(const std::string& name) {
    if (session_.event() == nullptr) return;
    session_.chooser().open({ChooseKind::openFile,
                             {"desk.choose.picture", {}},
                             {"desk.choose.take", {}},
                             {".png", ".svg"},
                             session_.event()->path.parent_path(),
                             {}},
                            [this, name](const fs::path& picture) { takePicture(name, picture); });
}

void ProgrammePage::dropped(const std::vector<fs::path>& files) {
    if (files.empty() || session_.event() == nullptr) return;
    takePicture("logo", files.front());
}

// The picture lies beside the event from then on; the display looks for it there.
void ProgrammePage::takePicture(const std::string& name, const fs::path& picture) {
    const std::string ending = picture.extension();
    if (ending != ".png" && ending != ".svg")
        return session_.trouble(
            makeError(Fault::badInput, "desk.programme.no_picture", {{"file", picture.filename().string()}}));
    show(ProgrammeTab::screen);
    const fs::path beside = session_.event()->path.parent_path() / picture.filename();
    std::error_code failed;
    if (!fs::equivalent(picture, beside, failed))
        fs::copy_file(picture, beside, fs::copy_options::skip_existing, failed);
    if (!fs::exists(beside, failed))
        return session_.trouble(makeError(Fault::readOnly, "store.cannot_write", {{"file", beside.string()}}));
    set(name, picture.filename().string());
}

void ProgrammePage::show(ProgrammeTab tab) {
    if (tab == screen_.tab) return;
    screen_.tab = tab;
    fill();
    tick();
}

void ProgrammePage::drop() {
    fill();
}

void ProgrammePage::keep(Text said, std::function<Status(const fs::path&)> write,
                         std::function<Status(const fs::path&)> back) {
    session_.write<Done>(
        Text{"desk.doors.saving", {}},
        [write, path = session_.event()->path](EventStore&, Work::Handle&) -> Result<Done> { return write(path); },
        [this, said, back](Result<Done> done) {
            if (!done) return;
            session_.tell(said, [this, back] {
                session_.write<Done>(
                    Text{"desk.doors.saving", {}},
                    [back, path = session_.event()->path](EventStore&, Work::Handle&) -> Result<Done> {
                        return back(path);
                    },
                    [this](Result<Done>) { saved_ = true; });
            });
            saved_ = true;  // the draft is the file's now
        });
}

void ProgrammePage::save() {
    const ProgrammeScreen now = screen();
    if (!now.changed || now.wrong) return;
    switch (now.tab) {
        case ProgrammeTab::acts: {
            std::vector<Act> acts = plan_.acts;
            if (*now.act < acts.size())
                acts[*now.act] = *actOf(now.actDraft);
            else
                acts.push_back(*actOf(now.actDraft));
            return saveActs(std::move(acts), {"desk.programme.act_saved", {}});
        }
        case ProgrammeTab::screen: {
            std::map<std::string, std::string> wanted = now.display, before = displayOf(plan_);
            for (const auto& [name, value] : before) wanted.try_emplace(name, "");
            for (const auto& [name, value] : wanted) before.try_emplace(name, "");
            return keep(
                {"desk.programme.screen_saved", {}},
                [wanted](const fs::path& path) { return changeDisplay(path, wanted); },
                [before](const fs::path& path) { return changeDisplay(path, before); });
        }
        case ProgrammeTab::groups: {
            std::vector<CountryGroup> groups = plan_.groups;
            const CountryGroup group{now.groupDraft.id, now.groupDraft.name, now.groupDraft.members};
            if (*now.group < groups.size())
                groups[*now.group] = group;
            else
                groups.push_back(group);
            return saveGroups(std::move(groups), {"desk.programme.group_saved", {}});
        }
        case ProgrammeTab::event: {
            const EventRules before = rulesOf(plan_), wanted = *rulesFrom(now.rules);
            return keep(
                {"desk.programme.rules_saved", {}},
                [wanted](const fs::path& path) { return changeRules(path, wanted); },
                [before](const fs::path& path) { return changeRules(path, before); });
        }
    }
}

// --- acts ---

std::optional<Act> ProgrammePage::actOf(const ActDraft& draft) const {
    Act act{draft.part, draft.name, draft.performers, typedTime(draft.starts, plan_.starts, plan_.zone)};
    if (!act.starts && !draft.starts.empty()) return std::nullopt;
    return act;
}

ActDraft ProgrammePage::draftOf(const Act& act) const {
    return {act.part, act.name, act.performers, timeToType(act.starts, plan_.starts, plan_.zone)};
}

void ProgrammePage::saveActs(std::vector<Act> acts, Text said) {
    keep(
        std::move(said), [acts](const fs::path& path) { return changeProgramme(path, acts); },
        [before = plan_.acts](const fs::path& path) { return changeProgramme(path, before); });
}

void ProgrammePage::selectAct(std::size_t act) {
    screen_.act = act;
    fill();
}

void ProgrammePage::addAct() {
    screen_.act = screen_.acts.size();
    screen_.actDraft = {};
}

void ProgrammePage::draftAct(ActDraft draft) {
    screen_.actDraft = std::move(draft);
}

void ProgrammePage::moveAct(bool down) {
    if (!screen_.act || *screen_.act >= plan_.acts.size()) return;
    const std::size_t from = *screen_.act, to = down ? from + 1 : from - 1;
    if (to >= plan_.acts.size()) return;
    std::vector<Act> acts = plan_.acts;
    std::swap(acts[from], acts[to]);
    screen_.act = to;
    saveActs(std::move(acts), {"desk.programme.act_moved", {}});
}

void ProgrammePage::removeAct() {
    if (!screen_.act || *screen_.act >= plan_.acts.size()) return;
    std::vector<Act> acts = plan_.acts;
    const Names name = acts[*screen_.act].name;
    acts.erase(acts.begin() + static_cast<std::ptrdiff_t>(*screen_.act));
    saveActs(std::move(acts), {"desk.programme.act_removed", {{"act", cleanForScreen(name.in(session_.lang()))}}});
}

void ProgrammePage::set(const std::string& name, const std::string& value) {
    if (value.empty())
        screen_.display.erase(name);
    else
        screen_.display[name] = value;
}

// --- groups ---

void ProgrammePage::saveGroups(std::vector<CountryGroup> groups, Text said) {
    keep(
        std::move(said), [groups](const fs::path& path) { return changeGroups(path, groups); },
        [before = plan_.groups](const fs::path& path) { return changeGroups(path, before); });
}

void ProgrammePage::selectGroup(std::size_t group) {
    screen_.group = group;
    fill();
}

void ProgrammePage::addGroup() {
    screen_.group = screen_.groups.size();
    screen_.groupDraft = {};
}

void ProgrammePage::draftGroup(GroupDraft draft) {
    screen_.groupDraft = std::move(draft);
}

void ProgrammePage::typeCountry(std::string typed) {
    screen_.country = std::move(typed);
    screen_.countriesFound = screen_.country.empty() ? std::vector<CountryCode>() : findCountries(screen_.country, 4);
}

void ProgrammePage::toggleCountry(const CountryCode& country) {
    auto& members = screen_.groupDraft.members;
    const auto at = std::lower_bound(members.begin(), members.end(), country);
    if (at != members.end() && *at == country)
        members.erase(at);
    else
        members.insert(at, country);
    typeCountry("");
}

void ProgrammePage::removeGroup() {
    if (!screen_.group || *screen_.group >= plan_.groups.size()) return;
    const std::size_t at = *screen_.group;
    session_.ask({{"desk.programme.group_ask", {{"group", cleanForScreen(plan_.groups[at].name.in(session_.lang()))}}},
                  {"desk.programme.group_consequence", {}},
                  {"desk.programme.group_remove", {}}},
                 [this, at] {
                     std::vector<CountryGroup> groups = plan_.groups;
                     groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(at));
                     saveGroups(std::move(groups), {"desk.programme.group_removed", {}});
                 });
}

// --- rules ---

RulesDraft ProgrammePage::draftOf(const EventRules& rules) const {
    const auto time = [&](const std::optional<TimePoint>& at) { return timeToType(at, rules.starts, plan_.zone); };
    RulesDraft draft;
    draft.name = rules.name;
    draft.venue = rules.venue;
    draft.starts = plan_.zone.date(rules.starts) + " " + plan_.zone.clockTime(rules.starts);
    draft.ends = time(rules.ends);
    draft.doorsOpen = time(rules.doorsOpen);
    draft.doorsClose = time(rules.doorsClose);
    draft.capacity = rules.capacity ? std::to_string(*rules.capacity) : "";
    draft.retainDays = std::to_string(rules.retainDays);
    draft.walkIns = rules.walkIns;
    draft.reEntry = rules.reEntry;
    draft.strictDoors = rules.strictDoors;
    draft.namesOnScreen = rules.namesOnScreen;
    draft.overrides = rules.overrides;
    return draft;
}

std::optional<EventRules> ProgrammePage::rulesFrom(const RulesDraft& draft) const {
    EventRules rules = rulesOf(plan_);
    const auto starts = typedTime(draft.starts, plan_.starts, plan_.zone);
    if (!starts) return std::nullopt;
    rules.starts = *starts;
    const auto time = [&](const std::string& text, std::optional<TimePoint>& into) {
        into = typedTime(text, *starts, plan_.zone);
        return into.has_value() || text.empty();
    };
    if (!time(draft.ends, rules.ends) || !time(draft.doorsOpen, rules.doorsOpen) ||
        !time(draft.doorsClose, rules.doorsClose))
        return std::nullopt;
    rules.capacity = wholeNumber(draft.capacity);
    const auto days = wholeNumber(draft.retainDays);
    if ((!rules.capacity && !draft.capacity.empty()) || !days || *days < 0 || *days > 3650) return std::nullopt;
    rules.retainDays = static_cast<int>(*days);
    rules.name = draft.name;
    rules.venue = draft.venue;
    rules.walkIns = draft.walkIns;
    rules.reEntry = draft.reEntry;
    rules.strictDoors = draft.strictDoors;
    rules.namesOnScreen = draft.namesOnScreen;
    rules.overrides = draft.overrides;
    return rules;
}

}  // namespace turnout::desk
