#include "common/roster/headers.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

#include "assets/assets.h"
#include "common/roster/roster_file.h"

namespace turnout {
namespace {

constexpr std::size_t kTitleRows = 20;  // a heading stands among the first so many rows
constexpr std::size_t kLongestHeading = 2000;

struct Heading {
    std::size_t field = 0, rank = 0;  // places in the table
};

struct Table {
    std::vector<std::string> fields;
    std::unordered_map<std::string, std::vector<Heading>> headings;
};

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

const Table& table() {
    static const Table all = [] {
        Table made;
        for (const std::string_view line : split(assets::bytes("tables/headers.tsv"), '\n')) {
            if (line.empty() || line.front() == '#') continue;
            const auto parts = split(line, '\t');
            std::size_t rank = 0;
            for (const std::string_view heading : split(parts.at(1), '|'))
                made.headings[std::string(heading)].push_back({made.fields.size(), rank++});
            made.fields.emplace_back(parts.at(0));
        }
        return made;
    }();
    return all;
}

// GB2312 holds no characters but the new ones (and a few that both ways of writing share).
bool isSimplified(const icu::UnicodeString& text) {
    static const std::unique_ptr<icu::UnicodeSet> all = [] {
        auto made = std::make_unique<icu::UnicodeSet>();
        UErrorCode status = U_ZERO_ERROR;
        if (UConverter* converter = ucnv_open("gb2312", &status)) {
            ucnv_getUnicodeSet(converter, made->toUSet(), UCNV_ROUNDTRIP_SET, &status);
            ucnv_close(converter);
        }
        return made;
    }();
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 && !all->contains(c)) return false;
    }
    return true;
}

// Chinese in the old characters is read like Chinese in the new ones: 國籍 as 国籍. ICU needs a tenth of a second to
// make ready for it, so a list without them does not ask.
icu::UnicodeString simplified(icu::UnicodeString text) {
    if (isSimplified(text)) return text;
    static const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    }();
    if (made) made->transliterate(text);
    return text;
}

void cutOut(std::string& key, std::string_view words, std::string_view instead) {
    for (auto at = key.find(words); at != std::string::npos; at = key.find(words, at))
        key.replace(at, words.size(), instead);
}

bool cutFront(std::string& key, std::string_view words) {
    if (!key.starts_with(words) || key.size() == words.size()) return false;
    key.erase(0, words.size());
    while (key.starts_with(' ')) key.erase(0, 1);
    return true;
}

bool cutBack(std::string& key, std::string_view words) {
    if (!key.ends_with(words) || key.size() == words.size()) return false;
    key.erase(key.size() - words.size());
    while (key.ends_with(' ')) key.pop_back();
    return true;
}

// Small letters, compatibility forms ("（" as "("), signs as one space. "#" and "_" tell headings apart and stay.
std::string folded(std::string_view heading) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) return {};
    const std::string clean = cleanForScreen(heading.substr(0, kLongestHeading));
    const icu::UnicodeString all =
        casefold->normalize(icu::UnicodeString::fromUTF8({clean.data(), static_cast<int>(clean.size())}), status);
    icu::UnicodeString kept;
    bool space = false;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        const UChar32 c = all.char32At(i);
        if (c == '\'' || c == 0x2019) continue;
        if (!u_isalnum(c) && c != '#' && c != '_' && u_charType(c) != U_NON_SPACING_MARK &&
            u_charType(c) != U_COMBINING_SPACING_MARK) {
            space = kept.length() > 0;
            continue;
        }
        if (space) kept.append(static_cast<UChar>(' '));
        space = false;
        kept.append(c);
    }
    std::string key;
    const bool ascii = std::all_of(clean.begin(), clean.end(), [](char c) { return c > 0; });
    (ascii ? kept : simplified(kept)).toUTF8String(key);
    return key;
}

std::size_t recognised(const CsvRow& row) {
    std::set<std::size_t> fields;
    for (const std::string_view cell : row.cells)
        if (const auto found = table().headings.find(headingKey(cell)); found != table().headings.end())
            fields.insert(found->second.front().field);
    return fields.size();
}

bool isMapped(const HeaderMap& map, std::string_view cell) {
    return std::any_of(map.begin(), map.end(), [&](const auto& pair) {
        return headingKey(pair.first.substr(0, pair.first.rfind('#'))) == headingKey(cell) ||
               headingKey(pair.first) == headingKey(cell);
    });
}

std::size_t score(const CsvRow& row, const HeaderMap& map) {
    std::size_t mapped = 0;
    for (const std::string_view cell : row.cells) mapped += !cell.empty() && isMapped(map, cell) ? 1 : 0;
    return 2 * recognised(row) + 3 * mapped;
}

bool anonymous(std::string_view cell) {
    const std::string key = folded(cell);
    return key.empty() || key == "anonymous" || key == "匿名" || key == "匿名用户";
}

class Finding {
  public:
    Finding(const RosterTable& table, const HeaderMap& map, bool mapMayMiss, const std::string& file)
        : table_(table), rows_(table.head()), map_(map), mapMayMiss_(mapMayMiss), file_(file) {}

    Result<Columns> run() {
        findRow();
        for (const std::string& cell : columns_.header)
            if (!isUtf8(cell)) return fault("roster.header_not_utf8", {});
        for (const std::string& cell : columns_.header) keys_.push_back(headingKey(cell));
        columns_.form = anyOf("submitted");
        columns_.bookings = anyOf("order");
        if (const Status mapped = applyMap(); !mapped) return mapped.error();
        if (const Status recognisedAll = applyTable(); !recognisedAll) return recognisedAll.error();
        if (columns_.has("name") && !named("name")) {
            columns_.field.erase("given_name");
            columns_.field.erase("family_name");
        }
        const bool parts = columns_.has("given_name") || columns_.has("family_name");
        if (!columns_.has("name") && !parts) return needs("name");
        if (!columns_.has("country")) return needs("country");
        noteUnused();
        return std::move(columns_);
    }

  private:
    Error fault(const char* key, std::vector<std::pair<std::string, std::string>> args) const {
        args.insert(args.end(), {{"file", file_}, {"line", std::to_string(columns_.line)}});
        return makeError(Fault::badInput, key, std::move(args));
    }

    Error needs(const char* field) const {
        std::string list;
        for (const std::string& cell : columns_.header)
            list += (list.empty() ? "" : ", ") + shorten(cleanForScreen(cell), 30);
        return fault("roster.needs_column", {{"column", field}, {"found", shorten(list, 160)}});
    }

    bool named(const std::string& field) const {
        return std::any_of(map_.begin(), map_.end(), [&](const auto& pair) { return pair.second == field; });
    }

    bool anyOf(const std::string& field) const {
        const auto& fields = table().fields;
        for (const std::string& key : keys_)
            if (const auto found = table().headings.find(key); found != table().headings.end())
                for (const Heading& heading : found->second)
                    if (fields[heading.field] == field) return true;
        return false;
    }

    void findRow() {
        std::size_t best = 0, most = 0;
        for (std::size_t i = 0; i < std::min(rows_.size(), kTitleRows); ++i)
            if (const std::size_t points = score(rows_[i], map_); points > most) {
                most = points;
                best = i;
            }
        columns_.header.assign(rows_[best].cells.begin(), rows_[best].cells.end());
        columns_.line = rows_[best].line;
        columns_.firstGuest = best + 1;
        if (most == 0) return;
        // A second row of headings fills what the first left open; one in another language says the same again.
        if (best + 1 < rows_.size() && isSecondHeading(rows_[best + 1])) {
            const CsvRow& second = rows_[best + 1];
            columns_.header.resize(std::max(columns_.header.size(), second.cells.size()));
            for (std::size_t i = 0; i < second.cells.size(); ++i) join(columns_.header[i], second.cells[i]);
            ++columns_.firstGuest;
        } else if (best > 0 && rows_[best].cells.size() >= 2) {
            // Merged cells above: what this row leaves open is headed there.
            const CsvRow& above = rows_[best - 1];
            if (recognised(above) > 0)
                for (std::size_t i = 0; i < above.cells.size(); ++i) {
                    if (i >= columns_.header.size()) columns_.header.resize(i + 1);
                    if (columns_.header[i].empty()) columns_.header[i] = above.cells[i];
                }
        }
    }

    bool isSecondHeading(const CsvRow& row) const {
        const std::size_t fields = recognised(row);
        bool open = true;  // nothing stands under a heading that is understood
        for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.header.size()); ++i)
            if (table().headings.contains(headingKey(columns_.header[i])) && !row.cells[i].empty()) open = false;
        return fields >= 2 || (fields == 1 && open);
    }

    // The part that is understood, else both.
    static void join(std::string& heading, std::string_view second) {
        const auto known = [](std::string_view text) { return table().headings.contains(headingKey(text)); };
        if (second.empty() || known(heading)) return;
        if (!heading.empty() && !known(second))
            heading += " " + std::string(second);
        else
            heading = second;
    }

    Status applyMap() {
        for (const auto& [from, field] : map_) {
            std::string heading = from;
            std::size_t wanted = 1;
            if (const auto mark = from.rfind('#');
                mark != std::string::npos && mark > 0 && mark + 1 < from.size() &&
                from.find_first_not_of("0123456789", mark + 1) == std::string::npos && from.size() - mark < 5) {
                heading = from.substr(0, mark);
                wanted = std::stoul(from.substr(mark + 1));
            }
            std::size_t seen = 0, found = keys_.size();
            for (std::size_t i = 0; i < keys_.size() && found == keys_.size(); ++i)
                if (!keys_[i].empty() && keys_[i] == headingKey(heading) && ++seen == wanted) found = i;
            for (std::size_t i = 0; i < keys_.size() && found == keys_.size(); ++i)
                if (columns_.header[i] == from) found = i;
            if (found == keys_.size()) {
                if (mapMayMiss_) continue;
                return makeError(Fault::badInput, "roster.map_no_header", {{"file", file_}, {"column", from}});
            }
            taken_.insert(found);
            if (field != "ignore") columns_.field[field] = found;
        }
        return Done{};
    }

    // Whether the cells below say anything; columns of nothing but "anonymous" do not.
    bool speaks(std::size_t column) const {
        bool any = false, allAnonymous = true;
        for (std::size_t i = columns_.firstGuest; i < rows_.size() && i < columns_.firstGuest + 200; ++i) {
            if (column >= rows_[i].cells.size() || rows_[i].cells[column].empty()) continue;
            any = true;
            allAnonymous = allAnonymous && anonymous(rows_[i].cells[column]);
            if (!allAnonymous) return true;
        }
        return !any || !allAnonymous;
    }

    // Whether all guests' rows are so.
    template <class Is>
    bool all(Is is) const {
        std::size_t at = 0;
        bool so = true;
        table_.each([&](const CsvRow& row) {
            so = at++ < columns_.firstGuest || is([&](std::size_t column) {
                     return column < row.cells.size() ? row.cells[column] : std::string_view();
                 });
            return so;
        });
        return so;
    }
    bool empty(std::size_t column) const {
        return all([&](const auto& cell) { return cell(column).empty(); });
    }
    bool same(std::size_t a, std::size_t b) const {
        return all([&](const auto& cell) { return cell(a) == cell(b); });
    }

    Status applyTable() {
        const Table& all = table();
        for (std::size_t field = 0; field < all.fields.size(); ++field) {
            const std::string& name = all.fields[field];
            if (columns_.has(name)) continue;
            std::size_t bestRank = SIZE_MAX;
            std::vector<std::size_t> best;
            for (std::size_t i = 0; i < keys_.size(); ++i) {
                if (taken_.contains(i)) continue;
                if (!speaks(i)) {
                    ignored_.insert(i);
                    continue;
                }
                const auto found = all.headings.find(keys_[i]);
                if (found == all.headings.end()) continue;
                for (const Heading& heading : found->second)
                    if (heading.field == field) {
                        if (name == "ignore") ignored_.insert(i);
                        if (columns_.form && name == "id" && heading.rank == 0) {
                            ignored_.insert(i);  // the answers' running number
                        } else if (heading.rank < bestRank) {
                            bestRank = heading.rank;
                            best = {i};
                        } else if (heading.rank == bestRank) {
                            best.push_back(i);
                        }
                    }
            }
            if (best.empty() || name == "ignore") continue;
            if (const Status decided = decideTwins(best); !decided) return decided;
            columns_.field[name] = best.front();
            taken_.insert(best.front());
        }
        return Done{};
    }

    // Columns of one heading: the first that is not empty. Of two that differ a person must choose, except in a ticket
    // shop's list, where the guest's come before the buyer's.
    Status decideTwins(std::vector<std::size_t>& twins) {
        if (twins.size() < 2) return Done{};
        const std::size_t first = twins.front();
        std::erase_if(twins, [&](std::size_t column) { return empty(column); });
        if (twins.empty()) twins = {first};
        for (std::size_t i = 1; i < twins.size(); ++i)
            if (!columns_.bookings && !same(twins.front(), twins[i]))
                return fault("roster.header_twice", {{"column", cleanForScreen(columns_.header[twins[i]])}});
        if (twins.size() > 1)
            columns_.notes.push_back({columns_.line, cleanForScreen(columns_.header[twins.front()]), "",
                                      Text{"roster.header_first", {}}, true});
        for (const std::size_t column : twins) ignored_.insert(column);
        return Done{};
    }

    void noteUnused() {
        std::string list;
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (!keys_[i].empty() && !taken_.contains(i) && !ignored_.contains(i))
                list += (list.empty() ? "" : ", ") + shorten(cleanForScreen(columns_.header[i]), 40);
        if (!list.empty())
            columns_.notes.push_back(
                {columns_.line, "", "", Text{"roster.unused_columns", {{"columns", shorten(list, 300)}}}, true});
    }

    const RosterTable& table_;
    const std::vector<CsvRow>& rows_;  // its first
    const HeaderMap& map_;
    bool mapMayMiss_;
    std::string file_;
    Columns columns_;
    std::vector<std::string> keys_;
    std::set<std::size_t> taken_, ignored_;
};

}  // namespace

std::string headingKey(std::string_view heading) {
    std::string key = folded(heading);
    const std::string whole = key;
    // "1、" and "Q1." before, polite words around, marks of the tool behind.
    if (key.starts_with("q") && key.size() > 1 && key[1] >= '0' && key[1] <= '9') key.erase(0, 1);
    if (const auto digits = key.find_first_not_of("0123456789"); digits != 0 && digits != std::string::npos)
        key = key.substr(key[digits] == ' ' ? digits + 1 : digits);
    cutOut(key, " your ", " ");
    cutOut(key, " you are ", " ");
    if (key.size() > 6) cutOut(key, "您的", "");
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view mark :
             {"必填", "选填", "自动", "单选", "多选", "单选题", "填空题", "required", "optional", "必填项", "必答"})
            cut = cutBack(key, mark) || cut;
        for (const std::string_view word : {"请输入",
                                            "请填写",
                                            "请选择",
                                            "请问",
                                            "请提供",
                                            "您的",
                                            "你的",
                                            "您",
                                            "你",
                                            "what is ",
                                            "what s ",
                                            "whats ",
                                            "please enter ",
                                            "please provide ",
                                            "please select ",
                                            "please write ",
                                            "enter ",
                                            "your ",
                                            "the ",
                                            "请 "})
            cut = cutFront(key, word) || cut;
        for (const std::string_view word : {"是什么", "是", " 您", " please"}) cut = cutBack(key, word) || cut;
    }
    if (key.empty()) return whole;
    if (table().headings.contains(key)) return key;
    // "国籍 Nationality": either half says it.
    std::string han, rest;
    const icu::UnicodeString all = icu::UnicodeString::fromUTF8({key.data(), static_cast<int>(key.size())});
    icu::UnicodeString hanPart, restPart;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        const UChar32 c = all.char32At(i);
        (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 ? hanPart : restPart).append(c);
    }
    hanPart.trim().toUTF8String(han);
    restPart.trim().toUTF8String(rest);
    if (!rest.empty() && table().headings.contains(rest)) return rest;
    if (!han.empty() && !rest.empty() && table().headings.contains(han)) return han;
    return key;
}

Result<Columns> findColumns(const RosterTable& table, const HeaderMap& map, bool mapMayMiss, const std::string& file) {
    return Finding(table, map, mapMayMiss, file).run();
}

const std::vector<std::string>& mappableFields() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> made = rosterFields();
        made.insert(made.end(),
                    {"given_name", "family_name", "quantity", "status", "submitted", "order", "position", "ignore"});
        return made;
    }();
    return all;
}

}  // namespace turnout
