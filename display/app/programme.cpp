#include "display/app/programme.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>

#include "common/base/text.h"

namespace turnout::display {
namespace {

using namespace std::chrono_literals;

constexpr auto kLastActTakes = 2h;  // when the organiser gave no end

// The organiser's own opening, however long after the start: ours would be the same word twice.
bool isOpening(const Names& name) {
    return name.zh == say("display.opening", Lang::zh) || name.en == say("display.opening", Lang::en);
}

}  // namespace

bool tellsItsPlace(std::string_view partName) {
    static const icu::UnicodeString kPlace = icu::UnicodeString::fromUTF8(
        "[\\s《【（(\\[「“\"]*(?:"
        "[上中下][篇卷部]|[上下]半[场部]|第[\\s\\d一二三四五六七八九十]+(?:篇|部|章|场|幕|单元|板块|环节|乐章|辑)|"
        "(?:part|chapter|act) +(?:[ivx\\d]+|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third)\\b|"
        "(?:first|second|third) (?:part|half)\\b)");
    const icu::UnicodeString name =
        icu::UnicodeString::fromUTF8({partName.data(), static_cast<std::int32_t>(partName.size())});
    UErrorCode status = U_ZERO_ERROR;
    icu::RegexMatcher matcher(kPlace, name, UREGEX_CASE_INSENSITIVE, status);
    const bool tells = matcher.lookingAt(status);
    assert(U_SUCCESS(status));
    return tells;
}

Programme::Programme(const EventPlan& plan) : starts_(plan.starts), ends_(plan.ends) {
    for (const Act& act : plan.acts)
        if (act.starts) items_.push_back({*act.starts, act.name, act.part, act.performers});
    std::stable_sort(items_.begin(), items_.end(),
                     [](const ProgrammeItem& a, const ProgrammeItem& b) { return a.starts < b.starts; });
    if (items_.empty() || (items_.front().starts > plan.starts && !isOpening(items_.front().name))) {
        ownOpening_ = true;
        const Names part = items_.empty() ? Names{} : items_.front().part;
        items_.insert(items_.begin(),
                      {plan.starts, {say("display.opening", Lang::en), say("display.opening", Lang::zh)}, part, {}});
    }
    later_.assign(items_.size(), 0min);
}

std::optional<std::size_t> Programme::current(TimePoint now) const {
    if (hand_) return std::min(*hand_, items_.size() - 1);
    const auto next =
        std::find_if(items_.begin(), items_.end(), [&](const ProgrammeItem& item) { return item.starts > now; });
    if (next == items_.begin()) return std::nullopt;
    return static_cast<std::size_t>(next - items_.begin()) - 1;
}

bool Programme::over(TimePoint now) const {
    if (hand_) return *hand_ == items_.size();
    return now >= ends_.value_or(items_.back().starts + kLastActTakes);
}

void Programme::next(TimePoint now) {
    if (over(now)) return;
    const auto at = current(now);
    hand_ = at ? *at + 1 : 0;
}

void Programme::back(TimePoint now) {
    const auto at = current(now);
    const std::size_t on = over(now) ? items_.size() : at.value_or(0);
    hand_ = on > 0 ? on - 1 : 0;
}

void Programme::later(TimePoint now, std::chrono::minutes by) {
    const auto at = current(now);
    for (std::size_t i = at ? *at + 1 : 0; i < items_.size(); ++i) items_[i].starts += by, later_[i] += by;
    if (now < starts_ && !hand_) starts_ += by, startLater_ += by;
    if (ends_) *ends_ += by;
    endLater_ += by;
}

void Programme::earlier(TimePoint now, std::chrono::minutes by) {
    const auto back = [by](TimePoint& time, std::chrono::minutes& later) {
        const std::chrono::minutes step = std::min(by, later);
        time -= step, later -= step;
    };
    const auto at = current(now);
    for (std::size_t i = at ? *at + 1 : 0; i < items_.size(); ++i) back(items_[i].starts, later_[i]);
    if (now < starts_ && !hand_) back(starts_, startLater_);
    TimePoint none{};
    back(ends_ ? *ends_ : none, endLater_);
}

void Programme::change(const ProgrammeByHand& by) {
    starts_ += by.startLater;
    if (ends_) *ends_ += by.endLater;
    startLater_ = by.startLater;
    endLater_ = by.endLater;
    if (by.later.size() != items_.size() || (by.act && *by.act > items_.size())) return;
    hand_ = by.act;
    for (std::size_t i = 0; i < items_.size(); ++i) items_[i].starts += by.later[i];
    later_ = by.later;
}

void Programme::takeOver(const Programme& before) {
    ProgrammeByHand by{std::nullopt, {}, before.startLater_, before.endLater_};
    for (const ProgrammeItem& item : items_) {
        const auto was = std::find_if(before.items_.begin(), before.items_.end(),
                                      [&](const ProgrammeItem& each) { return each.name == item.name; });
        const auto place = static_cast<std::size_t>(was - before.items_.begin());
        by.later.push_back(was == before.items_.end() ? before.endLater_ : before.later_[place]);
        if (was != before.items_.end() && before.hand_ == place) by.act = by.later.size() - 1;
    }
    if (before.hand_ == before.items_.size()) by.act = items_.size();
    change(by);
}

bool Programme::actRuns(TimePoint now) const {
    const auto at = current(now);
    return at && !over(now) && !(ownOpening_ && *at == 0);
}

std::vector<ProgrammeLine> Programme::lines(const Zone& zone, TimePoint now) const {
    using Kind = ProgrammeLine::Kind;
    if (over(now)) return {};
    std::vector<ProgrammeLine> lines;
    const auto at = current(now);
    if (!at)
        lines.push_back({Kind::at, zone.clockTime(items_.front().starts), items_.front().name});
    else if (hasActs())
        lines.push_back({Kind::now, {}, items_[*at].name});
    const std::size_t after = at ? *at + 1 : 1;
    if (after < items_.size()) lines.push_back({Kind::next, {}, items_[after].name});
    return lines;
}

}  // namespace turnout::display
