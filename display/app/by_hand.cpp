#include "display/app/by_hand.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

namespace turnout::display {
namespace {

using Json = nlohmann::ordered_json;

constexpr auto kGoodFor = std::chrono::hours(12);

std::uint64_t printOf(const std::string& text) {  // FNV-1a: only a name for a file
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
    return hash;
}

std::int64_t ms(TimePoint time) {
    return time.time_since_epoch().count();
}

}  // namespace

std::filesystem::path byHandFile(const std::filesystem::path& event, int monitor) {
    std::filesystem::path folder;
    const char *state = std::getenv("XDG_STATE_HOME"), *home = std::getenv("HOME");
    if (state != nullptr && *state != 0)
        folder = state;
    else if (home != nullptr && *home != 0)
        folder = std::filesystem::path(home) / ".local/state";
    else
        return {};
    std::error_code error;
    const std::filesystem::path real = std::filesystem::weakly_canonical(std::filesystem::absolute(event), error);
    const std::string print = std::to_string(printOf((error ? event : real).string()));
    return folder / "turnout" / ("hall-" + print + "-" + std::to_string(monitor) + ".json");
}

Status keep(const ByHand& state, const EventPlan& plan, TimePoint now, const std::filesystem::path& file) {
    Json later = Json::array();
    for (const std::chrono::minutes each : state.programme.later) later.push_back(each.count());
    Json all{{"starts", ms(plan.starts)},
             {"saved", ms(now)},
             {"acts", plan.acts.size()},
             {"act", nullptr},
             {"act_began", nullptr},
             {"later_min", std::move(later)},
             {"start_later_min", state.programme.startLater.count()},
             {"end_later_min", state.programme.endLater.count()},
             {"show_mode", state.showMode},
             {"blackout", state.blackout},
             {"moments", state.moments},
             {"rotates", state.rotates},
             {"slower_s", state.slower.count()},
             {"still", nullptr},
             {"language", static_cast<int>(state.language)},
             {"message", nullptr}};
    if (state.programme.act) all["act"] = *state.programme.act;
    if (state.actBegan) all["act_began"] = ms(*state.actBegan);
    if (state.still) all["still"] = nameOf(*state.still);
    if (state.message) all["message"] = Json{{"en", state.message->en}, {"zh", state.message->zh}};
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    const std::filesystem::path beside = file.string() + ".part";
    bool written = false;
    {
        std::ofstream out(beside);
        out << all.dump(2) << '\n';
        written = static_cast<bool>(out.flush());
    }
    if (written) std::filesystem::rename(beside, file, error);
    if (!written || error) return makeError(Fault::diskError, "display.by_hand_not_kept", {{"file", file.string()}});
    return Done{};
}

std::optional<ByHand> kept(const EventPlan& plan, TimePoint now, const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return std::nullopt;
    const Json all = Json::parse(in, nullptr, false);
    if (!all.is_object()) return std::nullopt;
    try {
        const auto time = [](const Json& value) { return TimePoint{Millis{value.get<std::int64_t>()}}; };
        const auto saved = time(all.at("saved"));
        if (time(all.at("starts")) != plan.starts || saved > now || now - saved > kGoodFor) return std::nullopt;
        ByHand state;
        if (all.at("act").is_number_unsigned()) state.programme.act = all.at("act").get<std::size_t>();
        if (all.at("act_began").is_number()) state.actBegan = time(all.at("act_began"));
        for (const Json& each : all.at("later_min"))
            state.programme.later.emplace_back(each.get<std::chrono::minutes::rep>());
        const bool sameActs = all.at("acts").get<std::size_t>() == plan.acts.size();
        if (!sameActs) state.programme = {}, state.actBegan.reset();
        state.programme.startLater = std::chrono::minutes(all.at("start_later_min").get<std::chrono::minutes::rep>());
        state.programme.endLater = std::chrono::minutes(all.at("end_later_min").get<std::chrono::minutes::rep>());
        state.showMode = all.at("show_mode").get<bool>();
        state.blackout = all.at("blackout").get<bool>();
        state.moments = all.at("moments").get<bool>();
        state.rotates = all.at("rotates").get<bool>();
        state.slower = std::chrono::seconds(all.value("slower_s", 0));  // an older file has none
        if (const auto still = all.find("still"); still != all.end() && still->is_string())
            state.still = sceneNamed(still->get<std::string>());
        state.language = static_cast<Language>(std::clamp(all.at("language").get<int>(), 0, 3));
        if (const Json& message = all.at("message"); message.is_object())
            state.message = Names{message.at("en").get<std::string>(), message.at("zh").get<std::string>()};
        return state;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;  // somebody wrote in it; the clock decides
    }
}

}  // namespace turnout::display
