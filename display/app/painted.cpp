#include "display/app/painted.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

namespace turnout::display {
namespace {

using Json = nlohmann::ordered_json;

Json figures(const Measured& measured) {
    std::vector<float> ms = measured.all();
    std::sort(ms.begin(), ms.end());
    const auto rank = [&](double share) {
        if (ms.empty()) return 0.0;
        const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(ms.size())));
        return std::round(static_cast<double>(ms[std::max<std::size_t>(at, 1) - 1]) * 1000) / 1000;
    };
    return {{"n", ms.size()}, {"p50", rank(0.50)}, {"p99", rank(0.99)}, {"max", rank(1)}};
}

}  // namespace

std::string StateLines::painted(const HallPresenter& hall) {
    const CountPresenter& presenter = hall.numbers();
    const CountScreen& screen = presenter.screen();
    const HallScreen& shown = hall.screen();
    const Totals& totals = presenter.numbers().totals;
    Json groups = Json::array();
    for (const GroupNumbers& group : totals.groups)
        groups.push_back({{"id", group.id},
                          {"name_en", group.name.en},
                          {"name_zh", group.name.zh},
                          {"registered", group.countries.registered},
                          {"arrived", group.countries.arrived}});
    Json names = Json::array();
    const bool covered = shown.dark() || shown.showMode || shown.message || shown.testCard ||
                         (shown.moment && shown.momentInMs >= kMomentFadeIn && shown.momentOutMs == 0);
    const bool card = std::holds_alternative<CountScreen>(shown.scene) ||
                      (shown.leaving && std::holds_alternative<CountScreen>(*shown.leaving));
    if (card && !covered && screen.lane == Lane::guest && !screen.card.name.empty()) names.push_back(screen.card.name);
    Json line{{"arrived", totals.guests.arrived},
              {"registered", totals.guests.registered},
              {"countries", {{"registered", totals.countries.registered}, {"arrived", totals.countries.arrived}}},
              {"groups", std::move(groups)},
              {"as_of", nullptr},
              {"stale", screen.stale},
              {"names", std::move(names)}};
    if (line.dump() == last_) return {};
    last_ = line.dump();
    line["as_of"] = presenter.plan().zone.iso(presenter.asOf());
    return line.dump();
}

void Measured::add(double ms) {
    constexpr std::size_t kMost = 200'000;
    if (ms_.size() >= kMost) ms_.erase(ms_.begin(), ms_.begin() + kMost / 2);
    ms_.push_back(static_cast<float>(ms));
}

Status Stats::write(const std::filesystem::path& file) const {
    const Json all{{"frame_ms", figures(frame)},
                   {"ui_blocked_ms", figures(uiBlocked)},
                   {"commit_to_paint_ms", figures(commitToPaint)}};
    const std::filesystem::path beside = file.string() + ".part";
    {
        std::ofstream out(beside);
        out << all.dump(2) << '\n';
        if (!out.flush()) return makeError(Fault::diskError, "display.stats_not_written", {{"file", file.string()}});
    }
    std::error_code error;
    std::filesystem::rename(beside, file, error);
    if (error) return makeError(Fault::diskError, "display.stats_not_written", {{"file", file.string()}});
    return Done{};
}

}  // namespace turnout::display
