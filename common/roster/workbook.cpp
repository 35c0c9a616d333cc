#include "common/roster/workbook.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>

#include "common/roster/xml_walk.h"
#include "common/roster/zip_parts.h"

namespace turnout {
namespace {

constexpr std::size_t kMostColumns = 1000;
constexpr std::size_t kMostCells = 20'000'000;
constexpr std::size_t kLongestText = 1 << 20;  // bytes of one cell; Excel itself stops at 32,767 characters

// What a number looks like: a date, so many digits, or just itself.
struct Look {
    bool date = false, time = false;
    int digits = 0;
};

Look lookOf(std::string_view format) {
    Look look;
    bool quoted = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = static_cast<char>(format[i] | 0x20);
        if (format[i] == '"') quoted = !quoted;
        if (quoted) continue;
        if (format[i] == '[')
            i = std::min(format.find(']', i), format.size() - 1);
        else if (format[i] == '\\')
            ++i;
        else if (c == 'y' || c == 'd')
            look.date = true;
        else if (c == 'h' || c == 's')
            look.time = true;
    }
    if (!format.empty() && format.find_first_not_of('0') == std::string_view::npos)
        look.digits = static_cast<int>(std::min<std::size_t>(format.size(), 20));
    return look;
}

Look builtInLook(int id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58)) return {true, false, 0};
    if (id == 22) return {true, true, 0};
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return {false, true, 0};
    return {};
}

std::string asDate(double serial, const Look& look) {
    const auto whole = static_cast<std::int64_t>(std::floor(serial));
    auto seconds = static_cast<std::int64_t>(std::llround((serial - std::floor(serial)) * 86400));
    std::string text;
    char part[48];
    if (look.date) {
        using namespace std::chrono;
        const year_month_day day{sys_days{year{1899} / December / 30} + days{whole}};
        std::snprintf(part, sizeof part, "%04d-%02u-%02u", static_cast<int>(day.year()),
                      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
        text = part;
    }
    if (look.time) {
        std::snprintf(part, sizeof part, "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                      static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
        text += (text.empty() ? "" : " ") + std::string(part);
    }
    return text;
}

std::string asShown(const std::string& number, const Look& look) {
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size()) return number;
    if ((look.date || look.time) && value >= 0 && value < 2958466) return asDate(value, look);
    char text[64];
    if (std::abs(value) >= 1e15) {
        std::snprintf(text, sizeof text, "%.14E", value);
    } else if (value == std::floor(value)) {
        std::snprintf(text, sizeof text, "%0*lld", look.digits, static_cast<long long>(value));
    } else {
        std::snprintf(text, sizeof text, "%.15g", value);
    }
    return text;
}

// "AB12" -> 27; nothing when it is no cell's name.
std::optional<std::size_t> columnOf(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        if (column > 1'000'000) return std::nullopt;
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

class Workbook {
  public:
    Workbook(const std::filesystem::path& file, const std::string& wanted)
        : zip_(file), file_(file.filename().string()), wanted_(wanted) {}

    Result<Sheet> read() {
        if (!zip_.open()) return fault("roster.workbook_damaged");
        for (const auto step :
             {&Workbook::readSheetNames, &Workbook::readTargets, &Workbook::readTexts, &Workbook::readStyles})
            if (const Status done = (this->*step)(); !done) return done.error();
        if (sheets_.empty()) return fault("roster.workbook_damaged");
        if (!wanted_.empty()) return readWanted();
        Sheet first;
        for (const Entry& entry : sheets_) {
            if (entry.hidden) continue;
            auto sheet = readSheet(entry);
            if (!sheet || !sheet->rows.empty()) return sheet;
            if (first.name.empty()) first = std::move(sheet).value();
        }
        return first;
    }

  private:
    struct Entry {
        std::string name, id;
        bool hidden = false;
    };

    Error fault(const char* key, std::vector<std::pair<std::string, std::string>> args = {}) const {
        args.emplace_back("file", file_);
        return makeError(Fault::badInput, key, std::move(args));
    }

    // `needed`: without this part it is no workbook.
    Status walk(const std::string& part, bool needed, const XmlWalk::Open& open, const XmlWalk::Close& close,
                const XmlWalk::Text& text) {
        bool full = false;
        XmlWalk xml(open, close, text);
        const auto outcome = zip_.read(part, [&](std::string_view piece) {
            full = cells_ > kMostCells;
            return !full && xml.feed(piece);
        });
        if (full || outcome == ZipParts::Read::tooLarge) return fault("roster.workbook_bomb");
        if (outcome == ZipParts::Read::done || (outcome == ZipParts::Read::absent && !needed)) return Done{};
        return fault("roster.workbook_damaged");
    }

    Status readSheetNames() {
        return walk(
            "xl/workbook.xml", true,
            [this](std::string_view tag, const XmlWalk::Attribute& attribute) {
                if (tag == "sheet")
                    sheets_.push_back({attribute("name"), attribute("r:id"),
                                       !attribute("state").empty() && attribute("state") != "visible"});
            },
            [](std::string_view) {}, [](std::string_view) {});
    }

    Status readTargets() {
        return walk(
            "xl/_rels/workbook.xml.rels", true,
            [this](std::string_view tag, const XmlWalk::Attribute& attribute) {
                if (tag != "Relationship") return;
                std::string target = attribute("Target");
                target = target.starts_with("/") ? target.substr(1) : "xl/" + target;
                targets_[attribute("Id")] = target;
            },
            [](std::string_view) {}, [](std::string_view) {});
    }

    Status readTexts() {
        std::string text;
        bool inText = false, phonetic = false;
        return walk(
            "xl/sharedStrings.xml", false,
            [&](std::string_view tag, const XmlWalk::Attribute&) {
                if (tag == "si") text.clear();
                if (tag == "rPh") phonetic = true;
                inText = tag == "t" && !phonetic;
            },
            [&](std::string_view tag) {
                if (tag == "t") inText = false;
                if (tag == "rPh") phonetic = false;
                if (tag == "si") {
                    ++cells_;
                    texts_.push_back(text);
                }
            },
            [&](std::string_view more) {
                if (inText && text.size() < kLongestText) text += more;
            });
    }

    Status readStyles() {
        std::map<int, std::string> formats;
        bool inCells = false;
        return walk(
            "xl/styles.xml", false,
            [&](std::string_view tag, const XmlWalk::Attribute& attribute) {
                if (tag == "numFmt") formats[std::atoi(attribute("numFmtId").c_str())] = attribute("formatCode");
                if (tag == "cellXfs") inCells = true;
                if (tag != "xf" || !inCells) return;
                const int id = std::atoi(attribute("numFmtId").c_str());
                const auto own = formats.find(id);
                looks_.push_back(own == formats.end() ? builtInLook(id) : lookOf(own->second));
            },
            [&](std::string_view tag) {
                if (tag == "cellXfs") inCells = false;
            },
            [](std::string_view) {});
    }

    Result<Sheet> readWanted() {
        std::string list;
        for (std::size_t i = 0; i < sheets_.size(); ++i) {
            if (sheets_[i].name == wanted_ || std::to_string(i + 1) == wanted_) return readSheet(sheets_[i]);
            list += (list.empty() ? "" : ", ") + shorten(cleanForScreen(sheets_[i].name), 40);
        }
        return fault("roster.no_sheet", {{"sheet", wanted_}, {"sheets", shorten(list, 200)}});
    }

    std::string cellText(const std::string& kind, const std::string& style, const std::string& value) const {
        if (kind == "s") {
            const auto at = static_cast<std::size_t>(std::strtoul(value.c_str(), nullptr, 10));
            return at < texts_.size() ? texts_[at] : std::string();
        }
        if (kind == "b") return value == "1" ? "TRUE" : "FALSE";
        if (!kind.empty() && kind != "n") return value;
        const auto at = static_cast<std::size_t>(std::strtoul(style.c_str(), nullptr, 10));
        return asShown(value, at < looks_.size() ? looks_[at] : Look{});
    }

    Result<Sheet> readSheet(const Entry& entry) {
        Sheet sheet{entry.name, {}, std::make_shared<CellStore>()};
        std::vector<std::string_view> row;
        std::int64_t line = 0;
        std::size_t column = 0, next = 0;
        std::string kind, style, value;
        bool inValue = false;
        const Status done = walk(
            targets_[entry.id], true,
            [&](std::string_view tag, const XmlWalk::Attribute& attribute) {
                if (tag == "row") {
                    const auto number = std::strtoll(attribute("r").c_str(), nullptr, 10);
                    line = number > 0 ? number : line + 1;
                    row.clear();
                    next = 0;
                } else if (tag == "c") {
                    column = columnOf(attribute("r")).value_or(next);
                    next = column + 1;
                    kind = attribute("t");
                    style = attribute("s");
                    value.clear();
                } else {
                    inValue = tag == "v" || tag == "t";
                }
            },
            [&](std::string_view tag) {
                if (tag == "v" || tag == "t") inValue = false;
                if (tag == "c" && !value.empty() && column < kMostColumns) {
                    if (row.size() <= column) row.resize(column + 1);
                    row[column] = sheet.cells->keep(cellText(kind, style, value));
                    ++cells_;
                }
                if (tag == "row" && !row.empty()) {
                    cells_ += row.size();
                    sheet.rows.push_back({line, sheet.cells->keep(row)});
                }
            },
            [&](std::string_view more) {
                if (inValue && value.size() < kLongestText) value += more;
            });
        if (!done) return done.error();
        return sheet;
    }

    ZipParts zip_;
    std::string file_, wanted_;
    std::vector<Entry> sheets_;
    std::map<std::string, std::string> targets_;
    std::vector<std::string> texts_;
    std::vector<Look> looks_;
    std::size_t cells_ = 0;
};

}  // namespace

Result<Sheet> readWorkbook(const std::filesystem::path& file, const std::string& wanted) {
    return Workbook(file, wanted).read();
}

}  // namespace turnout
