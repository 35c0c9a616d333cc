#include "common/report/report_pages.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "common/base/isolated.h"
#include "common/report/report_sheet.h"

namespace turnout {
namespace {

using namespace pen;

class Pages : ReportSheet {
  public:
    using ReportSheet::ReportSheet;

    int draw() {
        begin();
        masthead();
        if (options_.sentence) sentence();
        tiles();
        if (options_.arrivals) arrivals();
        const bool all = options_.countries && !mostCountries();
        if (options_.universities) universities();
        if (options_.countries) groups();
        if (options_.doors) {
            doors();
            refusals();
        }
        if (options_.doubles) doubles();
        if (all) everyCountry();
        if (options_.absent && !record_.closed) absent();
        finish();
        return page_;
    }

  private:
    void masthead() {
        const EventPlan& plan = record_.plan;
        y_ += 14;
        const std::string date = plan.zone.date(plan.starts), venue = cleanForScreen(plan.venue.in(lang_));
        const std::string second = plan.name.in(other_) == plan.name.in(lang_) ? "" : secondName(plan.name);
        const float right = kWidth - kMargin, dateWide = paint::measure(date, style(10.5F)).width + 1;
        write(kMargin, y_ + 14, cleanForScreen(plan.name.in(lang_)), style(20, Weight::bold), kInk,
              kWhole - dateWide - 16);
        write(right - dateWide, y_ + 12, date, style(10.5F), kMuted, dateWide, Align::right);
        // The venue beside the second name, and below it when they do not both fit.
        const float secondWide = second.empty() ? 0 : paint::measure(second, style(12)).width + 16;
        const float venueWide = paint::measure(venue, style(10.5F)).width + 1;
        const bool beside = secondWide + venueWide <= kWhole;
        write(kMargin, y_ + 34, second, style(12), kMuted, kWhole);
        if (!beside && !second.empty()) y_ += 17;
        if (beside)
            write(right - venueWide, y_ + 34, venue, style(10.5F), kMuted, venueWide, Align::right);
        else
            write(kMargin, y_ + 34, venue, style(10.5F), kMuted, kWhole);
        y_ += 48;
        rule(kMargin, y_, kWhole, kLine, 1);
        y_ += 12;
        write(kMargin, y_ + 12, both("title"), style(10.5F, Weight::semibold), kAccent, kWhole);
        y_ += 26;
    }

    // A sentence too long for one line goes on after its comma, never within a word of Chinese.
    static std::string inLines(std::string text, const TextStyle& look) {
        if (paint::measure(text, look).width <= kWhole) return text;
        for (const std::string_view comma : {"，", ", "})
            if (const std::size_t at = text.find(comma); at != std::string::npos) {
                const std::size_t after = at + (comma == ", " ? 1 : comma.size());
                text.replace(after, comma == ", " ? 1 : 0, "\n");
                break;
            }
        return text;
    }

    void sentence() {
        const TextStyle large = style(20, Weight::bold);
        y_ += paragraph(y_ + 18, inLines(pressSentence(record_, lang_), large), large, kInk) + 6;
        if (options_.bothLanguages) y_ += paragraph(y_ + 12, pressSentence(record_, other_), style(12.5F), kMuted) + 8;
        if (record_.closed) y_ += paragraph(y_ + 10, words("closed", lang_), style(9.5F), kGold) + 6;
    }

    void tile(float x, float width, std::int64_t number, const std::string& first, const std::string& second,
              Colour c) {
        fill(x, y_, width, 76, kTile, 7);
        write(x + 12, y_ + 33, std::to_string(number), {Face::display, 28, Weight::bold, true}, c, width - 20);
        write(x + 12, y_ + 50, first, style(9.5F, Weight::semibold), kInk, width - 20);
        write(x + 12, y_ + 65, second, style(9.5F), kMuted, width - 20);
    }

    void tiles() {
        const Totals& totals = record_.totals;
        struct Tile {
            std::int64_t number;
            std::string first, second;
            Colour c;
        };
        const auto number = [](std::int64_t n) { return Arguments{{"n", std::to_string(n)}}; };
        const Arguments all = number(totals.guests.registered);
        std::vector<Tile> row{
            {totals.guests.arrived, words("came", lang_, all), second("came", all), kAccent},
            {totals.countries.arrived, words("tile_countries", lang_, number(totals.countries.arrived)),
             second("tile_countries", number(totals.countries.arrived)), kGold}};
        if (!totals.groups.empty()) {
            const GroupNumbers& group = totals.groups.front();
            row.push_back(
                {group.countries.arrived, cleanForScreen(group.name.in(lang_)), secondName(group.name), kAccent});
        }
        const auto came = std::count_if(totals.byAffiliation.begin(), totals.byAffiliation.end(),
                                        [](const AffiliationNumbers& one) { return one.guests.arrived > 0; });
        if (came > 0)
            row.push_back({came, words("tile_universities", lang_, number(came)),
                           second("tile_universities", number(came)), kAccent});
        const float gap = 10;
        const auto count = static_cast<float>(row.size());
        const float width = (kWhole - gap * (count - 1)) / count;
        float x = kMargin;
        for (const Tile& one : row) {
            tile(x, width, one.number, one.first, one.second, one.c);
            x += width + gap;
        }
        y_ += 84;
    }

    void legend(float right, float baseline) {
        for (std::size_t i = std::min(record_.doors.size(), kSeries.size()); i-- > 0;) {
            const std::string name = cleanForScreen(record_.doors[i]);
            const float w = std::min(90.0F, paint::measure(name, style(9)).width);
            right -= w;
            write(right, baseline, name, style(9), kMuted, w + 1);
            right -= 12;
            fill(right, baseline - 7, 8, 8, kSeries[i], 2);
            right -= 12;
        }
    }

    void arrivals() {
        heading(both("when"), 130);
        if (record_.slots.empty()) {
            write(kMargin, y_ + 8, both("press_none"), style(10), kMuted, kWhole);
            y_ += 20;
            return;
        }
        legend(kWidth - kMargin, y_ - 12);
        constexpr float kTall = 108;
        std::int64_t most = 1;
        for (const ArrivalSlot& slot : record_.slots) most = std::max(most, slot.all());
        const auto count = static_cast<float>(std::max<std::size_t>(record_.slots.size(), 12));
        const float step = kWhole / count, bar = std::max(0.8F, step * 0.8F);
        float x = kMargin;
        float labelled = -100;
        for (const ArrivalSlot& slot : record_.slots) {
            float top = y_ + kTall;
            for (std::size_t door = 0; door < slot.byDoor.size(); ++door) {
                const float h = kTall * static_cast<float>(slot.byDoor[door]) / static_cast<float>(most);
                top -= h;
                fill(x, top, bar, h, kSeries[std::min(door, kSeries.size() - 1)]);
            }
            if (slot.all() == most)
                write(x - 20, top - 3, toldNumber(record_, most), style(8.5F, Weight::semibold), kInk, bar + 40,
                      Align::centre);
            if (x - labelled > 62) {
                write(x, y_ + kTall + 13, record_.plan.zone.clockTime(slot.from), style(8.5F), kMuted, 40);
                labelled = x;
            }
            x += step;
        }
        rule(kMargin, y_ + kTall, kWhole, kMuted, 0.6);
        y_ += kTall + 18;
        write(kMargin, y_ + 8, both("each_bar", {{"n", std::to_string(record_.slot.count())}}), style(8.5F), kMuted,
              kWhole);
        y_ += 14;
    }

    std::vector<CountryNumbers> countriesByNumber() const {
        std::vector<CountryNumbers> rows;
        for (const CountryNumbers& one : record_.totals.byCountry)
            if (one.guests.arrived > 0) rows.push_back(one);
        std::stable_sort(rows.begin(), rows.end(), [](const CountryNumbers& a, const CountryNumbers& b) {
            return a.guests.arrived > b.guests.arrived;
        });
        return rows;
    }

    // As many as the page holds; whether these are all.
    bool mostCountries() {
        const auto rows = countriesByNumber();
        if (rows.empty()) return true;
        heading(both("where"), 60);
        const float column = (kWhole - 24) / 2;
        std::size_t shown = 0;
        while (shown < rows.size() && shown < 16 && y_ + 26 < kBottom - 18) {
            for (std::size_t side = 0; side < 2 && shown < rows.size(); ++side, ++shown) {
                const float x = kMargin + static_cast<float>(side) * (column + 24);
                flag(rows[shown].code, x, y_ + 3, 20);
                write(x + 28, y_ + 15, country(rows[shown].code), style(10.5F), kInk, column - 70);
                write(x + column - 40, y_ + 15, toldNumber(record_, rows[shown].guests.arrived),
                      {Face::text, 11, Weight::bold, true}, kInk, 40, Align::right);
                rule(x, y_ + 23, column);
            }
            y_ += 25;
        }
        if (shown == rows.size()) return true;
        write(kMargin, y_ + 13, both("more", {{"n", std::to_string(rows.size() - shown)}}), style(9.5F), kMuted,
              kWhole);
        y_ += 18;
        return false;
    }

    // On the rest of this page, or spread over pages of their own: rows as high as the page lets them be.
    void everyCountry() {
        const auto rows = countriesByNumber();
        constexpr std::size_t kColumns = 3;
        constexpr float kLow = 19, kHigh = 33, kHeading = 38;
        const auto lines = static_cast<float>((rows.size() + kColumns - 1) / kColumns);
        if (room() < kHeading + lines * kLow) turn();
        heading(both("all_countries", {{"n", std::to_string(record_.totals.countries.arrived)}}), 80);
        const float pages = std::ceil(lines * kLow / room()), each = std::ceil(lines / pages);
        const float high = std::clamp(std::floor(room() / each), kLow, kHigh);
        const float flagWide = high > 24 ? 20 : 16;
        const float column = (kWhole - 2 * 18) / 3, middle = (high - kLow) / 2, left = flagWide + 7;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i % kColumns == 0) need(high);
            const float x = kMargin + static_cast<float>(i % kColumns) * (column + 18);
            flag(rows[i].code, x, y_ + (high - flagWide * 0.75F) / 2 - 1, flagWide);
            // Both languages where they fit without becoming small print.
            std::string name = country(rows[i].code);
            const float wide = column - left - 26;
            if (rows[i].code.isCountry() && paint::measure(name, style(9)).width > wide * 1.12F)
                name = countryName(rows[i].code, lang_);
            write(x + left, y_ + 12 + middle, name, style(9), kInk, wide);
            write(x + column - 30, y_ + 12 + middle, toldNumber(record_, rows[i].guests.arrived),
                  {Face::text, high > 24 ? 10.5F : 9.5F, Weight::bold, true}, kInk, 30, Align::right);
            if (high > 24) rule(x, y_ + high - 1, column);
            if (i % kColumns == kColumns - 1 || i + 1 == rows.size()) y_ += high;
        }
    }

    void bar(const std::string& name, std::int64_t value, std::int64_t most, const std::string& told) {
        need(24);
        write(kMargin, y_ + 14, name, style(10), kInk, 250);
        const float x = kMargin + 262, room = kWhole - 262 - 78;
        fill(x, y_ + 5, room, 10, kTile, 5);
        fill(x, y_ + 5, room * static_cast<float>(value) / static_cast<float>(std::max<std::int64_t>(1, most)), 10,
             kAccent, 5);
        write(kWidth - kMargin - 72, y_ + 14, told, {Face::text, 10, Weight::bold, true}, kInk, 72, Align::right);
        y_ += 23;
    }

    std::string ofAll(const Numbers& numbers) {
        return toldNumber(record_, numbers.arrived) + " / " + toldNumber(record_, numbers.registered);
    }

    void groups() {
        if (record_.totals.groups.empty()) return;
        heading(both("by_group"), 24);
        for (const GroupNumbers& group : record_.totals.groups)
            bar(bothNames(group.name), group.countries.arrived, group.countries.registered,
                std::to_string(group.countries.arrived) + " / " + std::to_string(group.countries.registered));
    }

    void universities() {
        std::int64_t most = 0;
        for (const AffiliationNumbers& one : record_.totals.byAffiliation)
            most = std::max({most, one.guests.registered, one.guests.arrived});
        if (most == 0) return;
        heading(both("by_university"), 72);
        for (const AffiliationNumbers& one : record_.totals.byAffiliation)
            if (one.guests.registered + one.guests.arrived > 0)
                bar(bothNames(one.name), one.guests.arrived, most, ofAll(one.guests));
    }

    void doors() {
        if (record_.totals.byDoor.empty()) return;
        heading(both("by_door"), 24);
        std::int64_t most = 0;
        for (const DoorNumbers& door : record_.totals.byDoor) most = std::max(most, door.admitted);
        for (const DoorNumbers& door : record_.totals.byDoor)
            bar(cleanForScreen(door.name), door.admitted, most, toldNumber(record_, door.admitted));
    }

    void row(const std::string& name, const std::string& number) {
        need(20);
        write(kMargin, y_ + 12, name, style(10), kInk, kWhole - 80);
        write(kWidth - kMargin - 72, y_ + 12, number, {Face::text, 10, Weight::bold, true}, kInk, 72, Align::right);
        rule(kMargin, y_ + 18, kWhole);
        y_ += 20;
    }

    void refusals() {
        if (record_.totals.refusals.empty()) return;
        heading(both("not_admitted"), 24);
        for (const auto& [verdict, scans] : record_.totals.refusals)
            row(both("verdict." + std::string(word(verdict))), toldNumber(record_, scans));
    }

    void doubles() {
        heading(both("doubles"), 44);
        if (record_.doubles.empty()) {
            write(kMargin, y_ + 10, both("doubles_none"), style(10), kMuted, kWhole);
            y_ += 20;
        }
        const auto time = [&](TimePoint at) { return record_.plan.zone.clockTime(at); };
        for (const DoubleAdmission& one : record_.doubles)
            row(words("doubles_row", lang_,
                      {{"name", isolated(one.name)},
                       {"first", time(one.first)},
                       {"door", cleanForScreen(one.firstDoor)},
                       {"second", time(one.second)},
                       {"other", cleanForScreen(one.secondDoor)}}),
                "");
        row(both("undos"), toldNumber(record_, record_.undos));
        row(both("walkins"), toldNumber(record_, record_.totals.walkIns));
    }

    // Names in two columns, by university.
    void absent() {
        std::map<std::string, std::vector<const Attendance*>> groups;
        std::size_t all = 0;
        for (const Attendance& person : record_.people) {
            if (person.cameAt || person.guest.walkIn) continue;
            groups[bothNames(person.guest.affiliation)].push_back(&person);
            ++all;
        }
        heading(both("absent_title"), 44);
        write(kMargin, y_ + 9, std::to_string(all) + " · " + words("absent_note", lang_), style(9), kMuted, kWhole);
        y_ += 18;
        for (auto& [university, people] : groups) {
            std::sort(people.begin(), people.end(), [](const Attendance* a, const Attendance* b) {
                return std::tie(a->guest.name, a->guest.id.value) < std::tie(b->guest.name, b->guest.id.value);
            });
            need(44);
            write(kMargin, y_ + 14, university.empty() ? both("no_university") : university,
                  style(10, Weight::semibold), kAccent, kWhole);
            y_ += 22;
            const float column = (kWhole - 24) / 2;
            for (std::size_t i = 0; i < people.size(); ++i) {
                if (i % 2 == 0) need(18);
                const Guest& guest = people[i]->guest;
                const float x = kMargin + static_cast<float>(i % 2) * (column + 24);
                flag(guest.country, x, y_ + 2, 16);
                const std::string native = guest.nativeName == guest.name ? "" : cleanForScreen(guest.nativeName);
                write(x + 22, y_ + 12, isolated(joined(cleanForScreen(guest.name), native)), style(9.5F), kInk,
                      column - 24);
                if (i % 2 == 1 || i + 1 == people.size()) y_ += 18;
            }
        }
    }
};

}  // namespace

int drawReportPages(cairo_t* cairo, const EventRecord& record, const ReportOptions& options, int pages,
                    const std::function<void()>& next) {
    return Pages(cairo, record, options, pages, next).draw();
}

}  // namespace turnout
