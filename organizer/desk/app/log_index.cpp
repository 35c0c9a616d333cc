#include "organizer/desk/app/log_index.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "common/domain/ticket_code.h"

namespace turnout::desk {
namespace {

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// Each text once; 0 is the empty one.
class Pool {
  public:
    explicit Pool(std::vector<std::string>& all) : all_(all) { add(""); }
    std::uint32_t add(const std::string& text) {
        const auto [found, isNew] = known_.try_emplace(text, static_cast<std::uint32_t>(all_.size()));
        if (isNew) all_.push_back(text);
        return found->second;
    }

  private:
    std::vector<std::string>& all_;
    std::unordered_map<std::string, std::uint32_t> known_;
};

// The place of each guest in an order.
template <class Less>
std::vector<std::uint32_t> ranks(std::size_t count, Less less) {
    std::vector<std::uint32_t> order(count), rank(count);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), less);
    for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
    return rank;
}

}  // namespace

Result<std::shared_ptr<const LogIndex>> LogIndex::read(EventReader& reader, const std::function<bool()>& stop) {
    auto made = std::make_shared<LogIndex>();
    LogIndex& index = *made;
    auto plan = reader.event();
    if (!plan) return plan.error();
    index.plan = std::move(plan).value();
    index.index_ = std::make_unique<GuestIndex>(index.plan.affiliations);
    const auto add = [&](const Guest& guest) {
        index.guestRows_.emplace(guest.id.value, static_cast<std::uint32_t>(index.guests.size()));
        index.guests.push_back(guest);
        index.index_->add(guest);
    };
    if (const Status listed = reader.guests(add); !listed) return listed.error();

    Pool codes(index.codes), volunteers(index.volunteers);
    std::unordered_map<std::string, std::uint16_t> doors;
    std::unordered_map<std::string, std::uint32_t> byScan;
    bool stopped = false;
    const Status logged = reader.log([&](const LogRow& line) {
        if (stopped || (index.rows.size() % 4096 == 0 && stop && (stopped = stop()))) return;
        Row row;
        row.at = line.at;
        row.verdict = line.verdict;
        row.direction = line.direction;
        row.source = line.source;
        row.overruled = !line.overrides.empty();
        row.counted = line.counted;
        row.code = codes.add(line.code);
        row.volunteer = static_cast<std::uint16_t>(std::min<std::uint32_t>(volunteers.add(line.volunteer), 0xFFFF));
        const auto [door, isNew] = doors.try_emplace(line.door, static_cast<std::uint16_t>(index.doors.size()));
        if (isNew) index.doors.push_back(line.door);
        row.door = door->second;
        if (line.guest) {
            if (!index.guestRows_.contains(line.guest.value)) {  // cancelled since: the log still knows the name
                Guest guest;
                guest.id = line.guest;
                guest.name = line.name;
                guest.country = CountryCode::fromAlpha2(line.country).value_or(CountryCode{});
                guest.affiliation = {line.affiliation, line.affiliation};
                add(guest);
            }
            row.guest = index.guestRows_.at(line.guest.value);
        }
        if (const auto undone = byScan.find(line.undoes); !line.undoes.empty() && undone != byScan.end())
            index.rows[undone->second].undone = true;
        byScan.emplace(line.scanId, static_cast<std::uint32_t>(index.rows.size()));
        index.rows.push_back(row);
    });
    if (!logged) return logged.error();
    if (stopped) return makeError(Fault::refusedByRules, "desk.log.stopped");
    const auto& guests = index.guests;
    std::vector<std::string> names;
    for (const Guest& guest : guests) names.push_back(lowered(guest.name));
    index.byName_ = ranks(guests.size(), [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
    std::map<CountryCode, std::string> countries;
    for (const Guest& guest : guests)
        if (!countries.contains(guest.country))
            countries[guest.country] = std::string(countryName(guest.country, Lang::en));
    index.byCountry_ = ranks(guests.size(), [&](std::uint32_t a, std::uint32_t b) {
        return countries.at(guests[a].country) < countries.at(guests[b].country);
    });
    return std::shared_ptr<const LogIndex>(made);
}

std::vector<bool> LogIndex::matching(const std::string& words) const {
    std::vector<bool> match(guests.size());
    for (const FoundGuest& found : index_->find(words, guests.size()).best)
        if (const auto row = guestRows_.find(found.guest.id.value); row != guestRows_.end()) match[row->second] = true;
    return match;
}

bool LogIndex::admits(const Row& row, const LogAsk& ask) const {
    if (ask.from && row.at < *ask.from) return false;
    if (ask.to && row.at >= *ask.to) return false;
    if (ask.door && row.door != *ask.door) return false;
    switch (ask.answers) {
        case LogAnswers::all: break;
        case LogAnswers::in:
            if (row.verdict != Verdict::admitted) return false;
            break;
        case LogAnswers::out:
            if (row.verdict != Verdict::exited) return false;
            break;
        case LogAnswers::refused:
            if (!isRefusal(row.verdict)) return false;
            break;
        case LogAnswers::again:
            if (row.verdict != Verdict::alreadyIn) return false;
            break;
        case LogAnswers::unknown:
            if (row.verdict != Verdict::unknown && row.verdict != Verdict::notATicket &&
                row.verdict != Verdict::mistyped && row.verdict != Verdict::otherEvent &&
                row.verdict != Verdict::genuineUnlisted)
                return false;
            break;
        case LogAnswers::otherDoor:
            if (row.verdict != Verdict::wrongDoor) return false;
            break;
    }
    switch (ask.kinds) {
        case LogKinds::all: return true;
        case LogKinds::doubles: return row.verdict == Verdict::alreadyIn;
        case LogKinds::undone: return row.undone || row.verdict == Verdict::undone;
        case LogKinds::overruled: return row.overruled;
        case LogKinds::byHand: return row.source != Source::camera && row.source != Source::scanner;
    }
    return true;
}

std::vector<std::uint32_t> LogIndex::find(const LogAsk& ask) const {
    std::vector<std::uint32_t> found = wanted(ask);
    sort(found, ask);
    return found;
}

std::vector<std::uint32_t> LogIndex::wanted(const LogAsk& ask) const {
    std::vector<std::uint32_t> found;
    const bool spoken = !ask.words.empty();
    const std::vector<bool> match = spoken ? matching(ask.words) : std::vector<bool>();
    const ParsedCode code = parseTicketCode(ask.words);
    const std::string words = lowered(ask.words);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        if (!admits(row, ask)) continue;
        if (spoken) {
            const bool known = row.guest != kNobody;
            const bool named = known && match[row.guest];
            const bool coded = (code.shape == CodeShape::ours && codes[row.code] == code.code) ||
                               (!known && lowered(codes[row.code]).find(words) != std::string::npos);
            if (!named && !coded) continue;
        }
        found.push_back(i);
    }
    return found;
}

void LogIndex::sort(std::vector<std::uint32_t>& found, const LogAsk& ask) const {
    constexpr std::int64_t kLast = 0x7FFFFFFF;
    const auto key = [&](const Row& row) -> std::int64_t {
        switch (ask.sortBy) {
            case LogColumn::time: return row.at.time_since_epoch().count();
            case LogColumn::guest: return row.guest == kNobody ? kLast : byName_[row.guest];
            case LogColumn::country: {
                if (row.guest == kNobody) return kLast;
                return byCountry_[row.guest];
            }
            case LogColumn::door: return row.door;
            case LogColumn::answer: return static_cast<std::int64_t>(row.verdict);
        }
        return 0;
    };
    std::vector<std::pair<std::int64_t, std::uint32_t>> keyed;
    keyed.reserve(found.size());
    for (const std::uint32_t row : found) keyed.emplace_back(key(rows[row]), row);
    std::sort(keyed.begin(), keyed.end());
    if (ask.down) std::reverse(keyed.begin(), keyed.end());
    for (std::size_t i = 0; i < found.size(); ++i) found[i] = keyed[i].second;
}

std::vector<std::uint32_t> LogIndex::ofGuest(std::uint32_t guest) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        if (rows[i].guest == guest && guest != kNobody) found.push_back(i);
    std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) { return rows[a].at < rows[b].at; });
    return found;
}

std::int64_t ArrivalBars::all(std::size_t bar) const {
    return std::accumulate(counts[bar].begin(), counts[bar].end(), std::int64_t{0});
}

ArrivalBars arrivalBars(const LogIndex& index, LogAsk ask) {
    constexpr std::size_t kSeries = 4, kMostBars = 48;
    ask.from = ask.to = std::nullopt;
    std::vector<std::uint32_t> came;
    std::vector<std::int64_t> byDoor(index.doors.size());
    for (const std::uint32_t i : index.wanted(ask))
        if (const auto& row = index.rows[i]; row.verdict == Verdict::admitted && !row.undone && row.counted) {
            came.push_back(i);
            ++byDoor[row.door];
        }
    ArrivalBars bars;
    std::vector<std::size_t> order(byDoor.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return byDoor[a] > byDoor[b]; });
    while (!order.empty() && byDoor[order.back()] == 0) order.pop_back();
    const std::size_t own = order.size() <= kSeries ? order.size() : kSeries - 1;
    bars.doors.assign(byDoor.size(), order.size() <= kSeries ? 0 : own);
    for (std::size_t i = 0; i < own; ++i) {
        bars.doors[order[i]] = i;
        bars.series.push_back(index.doors[order[i]]);
    }
    if (own < order.size()) bars.series.emplace_back();
    if (came.empty()) return bars;
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return index.rows[a].at < index.rows[b].at; };
    const auto [least, greatest] = std::minmax_element(came.begin(), came.end(), earlier);
    const TimePoint first = index.rows[*least].at, last = index.rows[*greatest].at;
    for (const int minutes : {5, 10, 15, 30, 60, 180, 720}) {
        bars.slot = std::chrono::minutes(minutes);
        if ((last - first) / bars.slot < static_cast<std::int64_t>(kMostBars)) break;
    }
    const auto start = [&](TimePoint at) {  // of the slot, in the event's own time
        const auto local = at + index.plan.zone.offsetAt(at);
        return at - (local.time_since_epoch() % std::chrono::duration_cast<Millis>(bars.slot));
    };
    const TimePoint begin = start(first);
    const std::size_t count =
        std::min<std::size_t>(kMostBars, static_cast<std::size_t>((last - begin) / bars.slot) + 1);
    bars.counts.assign(count, std::vector<std::int64_t>(bars.series.size()));
    for (std::size_t i = 0; i < count; ++i) bars.from.push_back(begin + bars.slot * static_cast<std::int64_t>(i));
    for (const std::uint32_t i : came) {
        const auto bar = static_cast<std::size_t>((index.rows[i].at - begin) / bars.slot);
        if (bar < count) ++bars.counts[bar][bars.doors[index.rows[i].door]];
    }
    for (std::size_t i = 0; i < count; ++i) bars.most = std::max(bars.most, bars.all(i));
    return bars;
}

}  // namespace turnout::desk
