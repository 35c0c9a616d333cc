#include "common/roster/event_toml.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "common/domain/hall_settings.h"
#include "common/roster/membership.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

// Thrown inside this file only: the first mistake ends the reading.
struct Mistake {
    Error error;
};

class TomlReader {
  public:
    TomlReader(std::string file, fs::path folder) : file_(std::move(file)), folder_(std::move(folder)) {}

    EventPlan read(const toml::table& root) {
        EventPlan plan;
        only(root, {"event", "group", "category", "affiliation", "door", "act", "privacy", "display"});
        const toml::table* event = section(root, "event");
        if (event == nullptr) fail("roster.toml_missing", {{"key", "name_en"}});
        readEvent(*event, plan);
        each(root, "group", [&](const toml::table& table) { readGroup(table, plan); });
        each(root, "category", [&](const toml::table& table) { readCategory(table, plan); });
        each(root, "affiliation", [&](const toml::table& table) { readAffiliation(table, plan); });
        each(root, "door", [&](const toml::table& table) { readDoor(table, plan); });
        each(root, "act", [&](const toml::table& table) { readAct(table, plan); });
        if (const toml::table* privacy = section(root, "privacy")) {
            only(*privacy, {"names_on_screen", "retain_days"});
            plan.namesOnScreen = flag(*privacy, "names_on_screen", plan.namesOnScreen);
            plan.retainDays = static_cast<int>(number(*privacy, "retain_days").value_or(plan.retainDays));
        }
        if (const toml::table* display = section(root, "display")) {
            plan.theme = text(*display, "theme");
            readDisplay(*display, plan);
        }
        return plan;
    }

  private:
    using Args = std::vector<std::pair<std::string, std::string>>;

    [[noreturn]] void fail(const char* key, Args args) const {
        args.emplace_back("file", file_);
        throw Mistake{makeError(Fault::badInput, key, std::move(args))};
    }
    static std::string lineOf(const toml::node& node) { return std::to_string(node.source().begin.line); }

    [[noreturn]] void wrongType(const toml::node& node, std::string_view key, std::string_view wanted) const {
        fail("roster.toml_wrong_type",
             {{"line", lineOf(node)}, {"key", std::string(key)}, {"wanted", std::string(wanted)}});
    }

    void only(const toml::table& table, const std::set<std::string_view>& known) const {
        for (const auto& [key, node] : table)
            if (!known.contains(key.str()))
                fail("roster.toml_unknown_key",
                     {{"line", std::to_string(key.source().begin.line)}, {"key", std::string(key.str())}});
    }

    const toml::table* section(const toml::table& root, std::string_view key) const {
        const toml::node* node = root.get(key);
        if (node != nullptr && !node->is_table()) wrongType(*node, key, "[section]");
        return node == nullptr ? nullptr : node->as_table();
    }

    template <class Work>
    void each(const toml::table& root, std::string_view key, Work work) const {
        const toml::node* node = root.get(key);
        if (node == nullptr) return;
        if (!node->is_array()) wrongType(*node, key, "[[sections]]");
        for (const toml::node& item : *node->as_array()) {
            if (!item.is_table()) wrongType(item, key, "[[sections]]");
            work(*item.as_table());
        }
    }

    std::string text(const toml::table& table, std::string_view key) const {
        const toml::node* node = table.get(key);
        if (node == nullptr) return {};
        if (!node->is_string()) wrongType(*node, key, "\"text\"");
        return cleanForScreen(node->as_string()->get());
    }

    std::string needed(const toml::table& table, std::string_view key, std::string_view sectionName) const {
        std::string value = text(table, key);
        if (value.empty())
            fail("roster.toml_needs",
                 {{"line", lineOf(table)}, {"key", std::string(key)}, {"section", std::string(sectionName)}});
        return value;
    }

    std::optional<std::int64_t> number(const toml::table& table, std::string_view key) const {
        const toml::node* node = table.get(key);
        if (node == nullptr) return std::nullopt;
        constexpr std::int64_t kMost = 100'000'000;  // more is a slip of the finger in any of our numbers
        if (!node->is_integer() || node->as_integer()->get() < 0 || node->as_integer()->get() > kMost)
            wrongType(*node, key, "0, 1, 2 ...");
        return node->as_integer()->get();
    }

    bool flag(const toml::table& table, std::string_view key, bool otherwise) const {
        const toml::node* node = table.get(key);
        if (node == nullptr) return otherwise;
        if (!node->is_boolean()) wrongType(*node, key, "true / false");
        return node->as_boolean()->get();
    }

    std::optional<TimePoint> time(const toml::table& table, std::string_view key) const {
        const toml::node* node = table.get(key);
        if (node == nullptr) return std::nullopt;
        std::optional<TimePoint> at;
        if (node->is_date_time()) {
            std::ostringstream written;
            written << node->as_date_time()->get();
            at = parseIso(written.str());
        } else if (node->is_string()) {
            at = parseIso(node->as_string()->get());
        }
        if (!at) wrongType(*node, key, "2023-11-17T19:00:00+08:00");
        return at;
    }

    std::vector<std::string> list(const toml::table& table, std::string_view key) const {
        std::vector<std::string> all;
        const toml::node* node = table.get(key);
        if (node == nullptr) return all;
        if (!node->is_array()) wrongType(*node, key, "[\"...\"]");
        for (const toml::node& item : *node->as_array()) {
            if (!item.is_string()) wrongType(item, key, "[\"...\"]");
            all.push_back(cleanForScreen(item.as_string()->get()));
        }
        return all;
    }

    void inOrder(const toml::table& table, std::string_view first, std::string_view second) const {
        const auto from = time(table, first), to = time(table, second);
        if (from && to && *to <= *from)
            fail("roster.toml_order",
                 {{"line", lineOf(*table.get(second))}, {"key", std::string(second)}, {"other", std::string(first)}});
    }

    Names names(const toml::table& table, std::string_view stem) const {
        return {text(table, std::string(stem) + "_en"), text(table, std::string(stem) + "_zh")};
    }

    // Of something with an id: the id stands where no name is given.
    Names namesOrId(const toml::table& table) const {
        Names given = names(table, "name");
        if (given.en.empty() && given.zh.empty()) given.en = text(table, "id");
        return given;
    }

    void readEvent(const toml::table& event, EventPlan& plan) {
        only(event, {"name_en", "name_zh", "venue_en", "venue_zh", "starts", "ends", "doors_open", "doors_close",
                     "timezone", "capacity", "walk_ins", "re_entry", "strict_doors", "overrides"});
        plan.name = names(event, "name");
        if (plan.name.en.empty() && plan.name.zh.empty()) fail("roster.toml_missing", {{"key", "name_en"}});
        plan.venue = names(event, "venue");
        const auto starts = time(event, "starts");
        if (!starts) fail("roster.toml_missing", {{"key", "starts"}});
        plan.starts = *starts;
        plan.ends = time(event, "ends");
        plan.doorsOpen = time(event, "doors_open");
        plan.doorsClose = time(event, "doors_close");
        inOrder(event, "starts", "ends");
        inOrder(event, "doors_open", "doors_close");
        const std::string zoneName = text(event, "timezone");
        if (zoneName.empty()) fail("roster.toml_missing", {{"key", "timezone"}});
        const auto zone = Zone::named(zoneName);
        if (!zone) fail("roster.toml_zone", {{"line", lineOf(*event.get("timezone"))}, {"found", zoneName}});
        plan.zone = *zone;
        plan.capacity = number(event, "capacity");
        plan.walkIns = flag(event, "walk_ins", plan.walkIns);
        plan.reEntry = flag(event, "re_entry", plan.reEntry);
        plan.strictDoors = flag(event, "strict_doors", plan.strictDoors);
        if (const std::string who = text(event, "overrides"); who == "supervisor")
            plan.overrides = OverrideRule::supervisor;
        else if (who == "nobody")
            plan.overrides = OverrideRule::nobody;
        else if (!who.empty() && who != "anyone")
            wrongType(*event.get("overrides"), "overrides", "\"anyone\", \"supervisor\", \"nobody\"");
    }

    template <class List>
    std::string freshId(const toml::table& table, std::string_view sectionName, const List& all) const {
        std::string id = needed(table, "id", sectionName);
        for (const auto& other : all)
            if (other.id == id) fail("roster.toml_twice", {{"line", lineOf(*table.get("id"))}, {"found", id}});
        return id;
    }

    void readGroup(const toml::table& table, EventPlan& plan) {
        only(table, {"id", "name_en", "name_zh", "members"});
        CountryGroup group{freshId(table, "group", plan.groups), namesOrId(table), {}};
        const toml::node* members = table.get("members");
        if (members == nullptr)
            fail("roster.toml_needs", {{"line", lineOf(table)}, {"key", "members"}, {"section", "group"}});
        if (members->is_string()) {
            group.members = membersFrom(*members, members->as_string()->get(), plan);
        } else {
            for (const std::string& code : list(table, "members")) {
                const auto country = CountryCode::fromAlpha2(code);
                if (!country || !country->isCountry())
                    fail("roster.toml_country", {{"line", lineOf(*members)}, {"found", code}});
                if (std::find(group.members.begin(), group.members.end(), *country) == group.members.end())
                    group.members.push_back(*country);
            }
        }
        plan.groups.push_back(std::move(group));
    }

    std::vector<CountryCode> membersFrom(const toml::node& node, const std::string& name, const EventPlan& plan) const {
        const std::string date = plan.zone.date(plan.starts);
        std::string bytes;
        if (const auto builtIn = builtInMembership(name)) {
            bytes = *builtIn;
        } else {
            std::ifstream in(folder_ / name, std::ios::binary);
            if (!in) fail("roster.toml_members", {{"line", lineOf(node)}, {"found", name}});
            bytes.assign(std::istreambuf_iterator<char>(in), {});
        }
        auto members = membersOn(bytes, date, name);
        if (!members) throw Mistake{members.error()};
        return *std::move(members);
    }

    void readCategory(const toml::table& table, EventPlan& plan) {
        only(table, {"id", "name_en", "name_zh", "counted", "attention"});
        plan.categories.push_back({freshId(table, "category", plan.categories), namesOrId(table),
                                   flag(table, "counted", true), flag(table, "attention", false)});
    }

    void readAffiliation(const toml::table& table, EventPlan& plan) {
        only(table, {"id", "name_en", "name_zh", "short_en", "short_zh", "aliases"});
        plan.affiliations.push_back({freshId(table, "affiliation", plan.affiliations), namesOrId(table),
                                     names(table, "short"), list(table, "aliases")});
    }

    void readDoor(const toml::table& table, EventPlan& plan) {
        only(table, {"name", "direction", "admits", "opens", "closes"});
        DoorPlan door;
        door.name = needed(table, "name", "door");
        for (const DoorPlan& other : plan.doors)
            if (other.name == door.name)
                fail("roster.toml_twice", {{"line", lineOf(*table.get("name"))}, {"found", door.name}});
        const std::string way = text(table, "direction");
        if (way == "entry")
            door.way = DoorWay::entry;
        else if (way == "exit")
            door.way = DoorWay::exit;
        else if (!way.empty() && way != "both")
            fail("roster.toml_way", {{"line", lineOf(*table.get("direction"))}, {"found", way}});
        door.admits = list(table, "admits");
        for (const std::string& category : door.admits) {
            bool known = false;
            for (const Category& other : plan.categories) known = known || other.id == category;
            if (!known) fail("roster.toml_category", {{"line", lineOf(*table.get("admits"))}, {"found", category}});
        }
        door.opens = time(table, "opens");
        door.closes = time(table, "closes");
        inOrder(table, "opens", "closes");
        plan.doors.push_back(std::move(door));
    }

    void readAct(const toml::table& table, EventPlan& plan) {
        only(table, {"part_en", "part_zh", "name_en", "name_zh", "performers", "starts"});
        const Names name = names(table, "name");
        if (name.en.empty() && name.zh.empty())
            fail("roster.toml_needs", {{"line", lineOf(table)}, {"key", "name_en"}, {"section", "act"}});
        plan.acts.push_back({names(table, "part"), name, text(table, "performers"), time(table, "starts")});
    }

    // What the hall screen is told, kept as text; what it would not understand is refused here.
    void readDisplay(const toml::table& table, EventPlan& plan) const {
        only(table, {HallSettings::keys().begin(), HallSettings::keys().end()});
        for (const auto& [key, node] : table) {
            std::ostringstream value;
            if (node.is_string())
                value << cleanForScreen(node.as_string()->get());
            else if (node.is_boolean())
                value << (node.as_boolean()->get() ? "true" : "false");
            else if (node.is_integer())
                value << node.as_integer()->get();
            else if (node.is_floating_point())
                value << node.as_floating_point()->get();
            else
                wrongType(node, key.str(), "\"text\", true / false, 0, 1, 2 ...");
            if (key.str() != "theme") plan.display.emplace_back(key.str(), value.str());
        }
        const std::vector<WrongSetting> wrong = HallSettings::of(plan).wrong;
        if (wrong.empty()) return;
        const toml::node* node = table.get(wrong.front().key);  // none: it is missing beside another
        wrongType(node == nullptr ? table : *node, wrong.front().key, wrong.front().wanted);
    }

    std::string file_;
    fs::path folder_;
};

}  // namespace

Result<EventPlan> readEventToml(std::string_view text, const std::string& fileName, const fs::path& folder) {
    try {
        return TomlReader(fileName, folder).read(toml::parse(text, fileName));
    } catch (const toml::parse_error& error) {
        return makeError(Fault::badInput, "roster.toml_syntax",
                         {{"file", fileName},
                          {"line", std::to_string(error.source().begin.line)},
                          {"detail", std::string(error.description())}});
    } catch (const Mistake& mistake) {
        return mistake.error;
    }
}

Result<EventPlan> readEventToml(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error)) return makeError(Fault::notFound, "roster.toml_not_found", {{"file", file.string()}});
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file, error))
        return makeError(Fault::readOnly, "roster.toml_unreadable", {{"file", file.string()}});
    const std::string text(std::istreambuf_iterator<char>(in), {});
    return readEventToml(text, file.filename().string(), file.parent_path());
}

Result<EventPlan> shortEvent(const std::string& name, const std::string& starts) {
    const auto at = parseIso(starts);
    if (!at) return makeError(Fault::badInput, "roster.bad_start", {{"found", shorten(cleanForScreen(starts), 40)}});
    EventPlan plan;
    plan.name.en = cleanForScreen(name);
    if (plan.name.en.empty()) return makeError(Fault::badInput, "roster.name_needed");
    plan.starts = *at;
    // The offset alone names no place; a fixed zone of that offset is what is known. POSIX signs: Etc/GMT-8 is +08:00.
    const std::string offset = starts.substr(starts.size() - (starts.ends_with('Z') || starts.ends_with('z') ? 1 : 6));
    std::optional<Zone> zone = Zone::named("Etc/UTC");
    if (offset.size() == 6) {
        const int hours = std::stoi(offset.substr(1, 2));
        const bool east = offset[0] == '+';
        if (offset.substr(4) == "00" && hours != 0)
            zone = hours == 8 && east ? Zone::named("Asia/Shanghai")
                                      : Zone::named(fmt::format("Etc/GMT{}{}", east ? '-' : '+', hours));
        else if (offset.substr(4) != "00")
            zone = Zone::named("GMT" + offset);  // half-hour offsets have no Etc name; ICU knows custom ones
    }
    plan.zone = zone.value_or(Zone{});
    return plan;
}

}  // namespace turnout
