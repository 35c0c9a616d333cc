#include "common/roster/cell_words.h"

#include <algorithm>
#include <set>

#include "common/base/text.h"
#include "common/base/utf8.h"

namespace turnout {

bool looksSwallowed(std::string_view cell) {
    const auto e = cell.find_first_of("Ee");
    return e != std::string_view::npos && e > 0 && e + 2 < cell.size() && cell[e + 1] == '+' &&
           cell.substr(0, e).find_first_not_of("0123456789.") == std::string_view::npos &&
           cell.substr(e + 2).find_first_not_of("0123456789") == std::string_view::npos;
}

bool isTotal(const CsvRow& row) {
    static const std::set<std::string> words{"合计",  "总计",   "总数", "小计",        "总人数",   "共计",  "合计人数",
                                             "total", "totals", "sum",  "grand total", "subtotal", "total:"};
    std::size_t filled = 0;
    for (const std::string_view raw : row.cells)
        if (!raw.empty() && ++filled > 3) return false;
    return std::any_of(row.cells.begin(), row.cells.end(), [&](std::string_view raw) {
        if (raw.empty() || raw.size() > 40) return false;
        std::string key = inSmallLetters(cleanForScreen(raw));
        for (const std::string_view end : {":", "："})
            if (key.ends_with(end)) key.erase(key.size() - end.size());
        return words.contains(key) || ((key.starts_with("共") || key.starts_with("合计") || key.starts_with("总计")) &&
                                       (key.ends_with("人") || key.ends_with("名")));
    });
}

bool isBlank(std::string_view text) {
    if (text.size() >= 100) return false;
    const bool letters = std::any_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
    return !letters && cleanForScreen(text).empty();
}

bool saysCancelled(const std::string& status) {
    static const std::set<std::string> words{"canceled", "cancelled", "refunded",      "expired",   "deleted",
                                             "declined", "rejected",  "not attending", "storniert", "abgelaufen",
                                             "annulé",   "cancelado", "取消",          "已取消",    "已退款",
                                             "退款",     "已退票",    "未通过",        "已拒绝",    "作废"};
    return words.contains(status);
}

bool saysPending(const std::string& status) {
    static const std::set<std::string> words{"pending", "unpaid", "ausstehend", "en attente", "待付款",
                                             "待支付",  "待审核", "审核中",     "未付款"};
    return words.contains(status);
}

bool saysYes(const std::string& answer) {
    static const std::set<std::string> words{"yes",          "y",       "true",  "1", "是", "同意", "可以", "愿意",
                                             "yes, i agree", "i agree", "agree", "✓", "✔",  "√"};
    return words.contains(answer);
}

bool saysNo(const std::string& answer) {
    static const std::set<std::string> words{"",       "no",     "n",      "false",    "0",  "否",
                                             "不同意", "不可以", "不愿意", "disagree", "不", "no, thank you"};
    return words.contains(answer);
}

bool saysNothing(std::string_view cell) {
    static const std::set<std::string_view> words{
        "-",    "--",   "—",      "/",        "n/a",  "N/A",  "NA",     "na",   "none", "None", "无", "（无）",
        "(无)", "没有", "(跳过)", "（跳过）", "跳过", "(空)", "（空）", "null", "NULL", "#N/A", "nil"};
    constexpr std::size_t kLongestWord = 12;  // bytes
    return cell.size() <= kLongestWord && words.contains(cell);
}

}  // namespace turnout
