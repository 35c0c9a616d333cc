#include "display/app/hall_settings.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace turnout::display {
namespace {

constexpr float kLines = 1080;
constexpr double kViewerShare = 200;
constexpr int kLeastStay = 3, kMostStay = 3600, kMostMessages = 9;

std::string settingOf(const EventPlan& plan, std::string_view name) {
    for (const auto& [key, value] : plan.display)
        if (key == name) return value;
    return {};
}

Names namesOf(const EventPlan& plan, const std::string& stem) {
    return {settingOf(plan, stem + "_en"), settingOf(plan, stem + "_zh")};
}

std::optional<double> numberOf(const std::string& text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool flagOf(const EventPlan& plan, std::string_view name, bool otherwise) {
    const std::string value = settingOf(plan, name);
    return value.empty() ? otherwise : value == "true";
}

}  // namespace

std::optional<std::vector<SceneTime>> HallSettings::rotation(std::string_view text) {
    std::vector<SceneTime> all;
    std::istringstream parts{std::string(text)};
    for (std::string part; std::getline(parts, part, ',');) {
        std::istringstream words(part);
        std::string name, rest;
        SceneTime time;
        if (!(words >> name)) continue;
        const auto scene = sceneNamed(name);
        if (!scene) return std::nullopt;
        time.scene = *scene;
        if (words >> rest) {
            const auto seconds = numberOf(rest);
            if (!seconds || *seconds < kLeastStay || *seconds > kMostStay) return std::nullopt;
            time.stays = std::chrono::seconds(static_cast<int>(*seconds));
        }
        all.push_back(time);
    }
    if (all.empty()) return std::nullopt;
    return all;
}

HallSettings HallSettings::of(const EventPlan& plan) {
    HallSettings settings;
    settings.before = rotation(settingOf(plan, "rotation_before"))
                          .value_or(std::vector<SceneTime>{{Scene::count, 20s}, {Scene::doorsOpen, 30s}});
    settings.during =
        rotation(settingOf(plan, "rotation"))
            .value_or(std::vector<SceneTime>{
                {Scene::count, 24s}, {Scene::journey, 16s}, {Scene::universities, 16s}, {Scene::programme, 14s}});
    settings.after =
        rotation(settingOf(plan, "rotation_after")).value_or(std::vector<SceneTime>{{Scene::thankYou, 18s}});
    settings.moments = flagOf(plan, "moments", true);
    settings.momentsInActs = flagOf(plan, "moments_in_acts", false);
    settings.map = flagOf(plan, "map", true);
    settings.showStrip = flagOf(plan, "show_strip", true);
    settings.reducedMotion = flagOf(plan, "reduced_motion", false);
    const std::string language = settingOf(plan, "language");
    if (language == "in-turn") settings.language = Language::inTurn;
    if (language == "en") settings.language = Language::english;
    if (language == "zh") settings.language = Language::chinese;
    const auto north = numberOf(settingOf(plan, "place_north")), east = numberOf(settingOf(plan, "place_east"));
    if (north && east)
        settings.place = EventPlace{namesOf(plan, "place"), static_cast<float>(*north), static_cast<float>(*east)};
    settings.closing = namesOf(plan, "closing");
    for (int i = 1; i <= kMostMessages; ++i) {
        const Names message = namesOf(plan, "message_" + std::to_string(i));
        if (!message.en.empty() || !message.zh.empty()) settings.messages.push_back(message);
    }
    settings.gold = settingOf(plan, "gold");
    settings.sky = settingOf(plan, "sky");
    settings.ground = settingOf(plan, "ground");
    settings.logo = settingOf(plan, "logo");
    settings.background = settingOf(plan, "background");
    settings.font = settingOf(plan, "font");
    settings.titleFont = settingOf(plan, "title_font");
    settings.screenHeight = numberOf(settingOf(plan, "screen_height_m")).value_or(0);
    settings.farthestSeat = numberOf(settingOf(plan, "farthest_seat_m")).value_or(0);
    if (!settings.map)
        for (auto* list : {&settings.before, &settings.during, &settings.after}) {
            std::erase_if(*list, [](const SceneTime& time) { return time.scene == Scene::journey; });
            if (list->empty()) list->push_back({});
        }
    return settings;
}

float smallestType(const HallSettings& settings) {
    if (settings.screenHeight <= 0 || settings.farthestSeat <= 0) return 0;
    return static_cast<float>(settings.farthestSeat / (settings.screenHeight * kViewerShare)) * kLines;
}

}  // namespace turnout::display
