#include "organizer/desk/app/rotation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <string>
#include <utility>

namespace turnout::desk {
namespace {

constexpr double kLeast = 3, kMost = 3600;

constexpr std::array kScenes{
    std::pair<std::string_view, std::string_view>{"doors-open", "display.scene.doors_open"},
    std::pair<std::string_view, std::string_view>{"count", "display.scene.count"},
    std::pair<std::string_view, std::string_view>{"journey", "display.scene.journey"},
    std::pair<std::string_view, std::string_view>{"universities", "display.scene.universities"},
    std::pair<std::string_view, std::string_view>{"programme", "display.scene.programme"},
    std::pair<std::string_view, std::string_view>{"thank-you", "display.scene.thank_you"}};

}  // namespace

std::optional<std::vector<RotationPart>> rotationOf(std::string_view text) {
    std::vector<RotationPart> all;
    std::istringstream parts{std::string(text)};
    for (std::string part; std::getline(parts, part, ',');) {
        std::istringstream words(part);
        std::string name, rest;
        if (!(words >> name)) continue;
        const auto scene =
            std::find_if(kScenes.begin(), kScenes.end(), [&](const auto& each) { return each.first == name; });
        if (scene == kScenes.end()) return std::nullopt;
        RotationPart made{scene->second};
        if (words >> rest) {
            double seconds = 0;
            const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), seconds);
            if (fault != std::errc{} || end != rest.data() + rest.size() || seconds < kLeast || seconds > kMost)
                return std::nullopt;
            made.seconds = static_cast<int>(seconds);
        }
        all.push_back(made);
    }
    return all;
}

}  // namespace turnout::desk
