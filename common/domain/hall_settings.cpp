#include "common/domain/hall_settings.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

namespace turnout {
namespace {

using namespace std::chrono_literals;

constexpr int kLeastStay = 3, kMostStay = 3600, kMostMessages = 9;
constexpr double kMostMetres = 1000, kPole = 90, kHalfWay = 180;
constexpr double kDarkest = 0.16, kLeastAccent = 0.18;  // luminance: of a ground, and of what stands on it

std::optional<double> numberOf(std::string_view text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::uint32_t> rgbOf(std::string_view text) {
    constexpr std::size_t kDigits = 6;
    if (text.size() != kDigits + 1 || text.front() != '#') return std::nullopt;
    std::uint32_t value = 0;
    const auto [end, fault] = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

double luminance(std::uint32_t rgb) {
    const auto linear = [&](unsigned shift) { return std::pow(((rgb >> shift) & 0xFFU) / 255.0, 2.2); };
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

// Reads one value after the other, and keeps what it could not understand.
class Reader {
  public:
    Reader(const EventPlan& plan, std::vector<WrongSetting>& wrong) : plan_(plan), wrong_(wrong) {}

    std::string text(std::string_view key) const {
        for (const auto& [name, value] : plan_.display)
            if (name == key) return value;
        return {};
    }
    Names names(const std::string& stem) const { return {text(stem + "_en"), text(stem + "_zh")}; }

    bool flag(std::string_view key, bool otherwise) {
        const std::string value = text(key);
        if (!value.empty() && value != "true" && value != "false") refuse(key, "true / false");
        return value == "true" || (value != "false" && otherwise);
    }
    // Above 0, or from -most, up to most.
    std::optional<double> number(std::string_view key, double most, bool positive, const char* wanted) {
        const std::string value = text(key);
        if (value.empty()) return std::nullopt;
        const auto number = numberOf(value);
        if (number && *number <= most && (positive ? *number > 0 : *number >= -most)) return number;
        refuse(key, wanted);
        return std::nullopt;
    }
    // Everything on the ground is light, so the ground is dark and nothing else is.
    std::optional<std::uint32_t> colour(std::string_view key, bool dark) {
        const std::string value = text(key);
        if (value.empty()) return std::nullopt;
        const auto rgb = rgbOf(value);
        if (rgb && (dark ? luminance(*rgb) <= kDarkest : luminance(*rgb) >= kLeastAccent)) return rgb;
        refuse(key, dark ? "\"#RRGGBB\", dark enough to read light words on (深色)"
                         : "\"#RRGGBB\", light enough to be read on a dark ground (浅色)");
        return std::nullopt;
    }
    std::vector<SceneTime> rotation(std::string_view key, std::vector<SceneTime> otherwise) {
        const std::string value = text(key);
        auto times = HallSettings::rotation(value);
        if (!times && !value.empty()) refuse(key, "\"count 24, journey 16\" (" + sceneNames() + "; 3–3600)");
        return times ? *std::move(times) : std::move(otherwise);
    }
    Language language() {
        const std::string value = text("language");
        if (value == "in-turn") return Language::inTurn;
        if (value == "en") return Language::english;
        if (value == "zh") return Language::chinese;
        if (!value.empty() && value != "both") refuse("language", "\"both\", \"in-turn\", \"en\", \"zh\"");
        return Language::both;
    }
    std::optional<EventPlace> place() {
        constexpr const char *kNorth = "-90 ... 90", *kEast = "-180 ... 180";
        const auto north = number("place_north", kPole, false, kNorth);
        const auto east = number("place_east", kHalfWay, false, kEast);
        // One alone is no place.
        if (north && text("place_east").empty()) refuse("place_east", kEast);
        if (east && text("place_north").empty()) refuse("place_north", kNorth);
        if (!north || !east) return std::nullopt;
        return EventPlace{names("place"), static_cast<float>(*north), static_cast<float>(*east)};
    }

  private:
    void refuse(std::string_view key, std::string wanted) {
        wrong_.push_back({std::string(key), text(key), std::move(wanted)});
    }

    const EventPlan& plan_;
    std::vector<WrongSetting>& wrong_;
};

}  // namespace

std::optional<std::vector<SceneTime>> HallSettings::rotation(std::string_view text) {
    std::vector<SceneTime> all;
    std::istringstream parts{std::string(text)};
    for (std::string part; std::getline(parts, part, ',');) {
        std::istringstream words(part);
        std::string name, time, rest;
        if (!(words >> name)) continue;
        const auto scene = sceneNamed(name);
        if (!scene) return std::nullopt;
        SceneTime made;
        made.scene = *scene;
        if (words >> time) {
            const auto seconds = numberOf(time);
            if (!seconds || *seconds < kLeastStay || *seconds > kMostStay || words >> rest) return std::nullopt;
            made.stays = std::chrono::seconds(static_cast<int>(*seconds));
        }
        all.push_back(made);
    }
    if (all.empty()) return std::nullopt;
    return all;
}

HallSettings HallSettings::of(const EventPlan& plan) {
    HallSettings settings;
    Reader read(plan, settings.wrong);
    settings.before = read.rotation("rotation_before", {{Scene::count, 20s}, {Scene::doorsOpen, 30s}});
    settings.during = read.rotation(
        "rotation", {{Scene::count, 24s}, {Scene::journey, 16s}, {Scene::universities, 16s}, {Scene::programme, 14s}});
    settings.after = read.rotation("rotation_after", {{Scene::thankYou, 18s}});
    settings.moments = read.flag("moments", true);
    settings.momentsInActs = read.flag("moments_in_acts", false);
    settings.map = read.flag("map", true);
    settings.showStrip = read.flag("show_strip", true);
    settings.reducedMotion = read.flag("reduced_motion", false);
    settings.language = read.language();
    settings.place = read.place();
    settings.closing = read.names("closing");
    for (int i = 1; i <= kMostMessages; ++i) {
        const Names message = read.names("message_" + std::to_string(i));
        if (!message.en.empty() || !message.zh.empty()) settings.messages.push_back(message);
    }
    settings.gold = read.colour("gold", false);
    settings.sky = read.colour("sky", false);
    settings.ground = read.colour("ground", true);
    settings.logo = read.text("logo");
    settings.background = read.text("background");
    settings.font = read.text("font");
    settings.titleFont = read.text("title_font");
    settings.screenHeight = read.number("screen_height_m", kMostMetres, true, "> 0 (m)").value_or(0);
    settings.farthestSeat = read.number("farthest_seat_m", kMostMetres, true, "> 0 (m)").value_or(0);
    if (!settings.map)
        for (auto* list : {&settings.before, &settings.during, &settings.after}) {
            std::erase_if(*list, [](const SceneTime& time) { return time.scene == Scene::journey; });
            if (list->empty()) list->push_back({});
        }
    return settings;
}

const std::vector<std::string_view>& HallSettings::keys() {
    static const std::vector<std::string_view> all{"theme",
                                                   "rotation_before",
                                                   "rotation",
                                                   "rotation_after",
                                                   "moments",
                                                   "moments_in_acts",
                                                   "map",
                                                   "show_strip",
                                                   "reduced_motion",
                                                   "language",
                                                   "place_en",
                                                   "place_zh",
                                                   "place_north",
                                                   "place_east",
                                                   "closing_en",
                                                   "closing_zh",
                                                   "message_1_en",
                                                   "message_1_zh",
                                                   "message_2_en",
                                                   "message_2_zh",
                                                   "message_3_en",
                                                   "message_3_zh",
                                                   "message_4_en",
                                                   "message_4_zh",
                                                   "message_5_en",
                                                   "message_5_zh",
                                                   "gold",
                                                   "sky",
                                                   "ground",
                                                   "logo",
                                                   "background",
                                                   "font",
                                                   "title_font",
                                                   "flags",
                                                   "screen_height_m",
                                                   "farthest_seat_m"};
    return all;
}

float smallestType(const HallSettings& settings) {
    constexpr float kLines = 1080;
    constexpr double kViewerShare = 200;
    if (settings.screenHeight <= 0 || settings.farthestSeat <= 0) return 0;
    return static_cast<float>(settings.farthestSeat / (settings.screenHeight * kViewerShare)) * kLines;
}

}  // namespace turnout
