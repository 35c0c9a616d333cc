// The demo's guests as an office would have them: one export of a form with what goes wrong in real ones.
#include "organizer/demo/guest_list.h"

namespace turnout::demo {
namespace {

constexpr std::size_t kEveryDirty = 16;  // about 6 % of the rows

// A country as people write it; each form means that country only.
std::string written(const CountryCode& code, std::size_t n) {
    const std::string en = countryName(code, Lang::en), zh = countryName(code, Lang::zh);
    switch (n % 8) {
        case 0: return zh;
        case 1: return en;
        case 2: return zh + "籍";
        case 3: return code.str();
        case 4: return zh + " " + en;
        case 5: return "\xC2\xA0" + en + " ";
        case 6: return en + " (" + code.str() + ")";
        default: break;
    }
    std::string flag;
    for (const char letter : code.str()) flag += std::string("\xF0\x9F\x87") + static_cast<char>(0xA6 + letter - 'A');
    return flag;
}

std::string quoted(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) {
        if (!row.empty()) row += ';';
        std::string safe = cell;
        for (auto at = safe.find('"'); at != std::string::npos; at = safe.find('"', at + 2)) safe.insert(at, "\"");
        row += "\"" + safe + "\"";
    }
    return row + "\r\n";
}

}  // namespace

std::string dirtyRosterCsv(const std::vector<RosterRow>& guests) {
    std::string csv = "\xEF\xBB\xBFsep=;\r\n";
    csv += quoted({"演示数据 DEMO: invented guests", "", "", "", "", "", "", "", "", "", ""});
    csv += quoted({"序号", "提交时间（自动）", "1、您的英文姓名\r\n（护照）（必填）", "2、本国文字姓名（选填）",
                   "3、您的国籍（必填）", "4、所在学校*", "学号", "座位", "电子邮箱", "5、是否同意大屏展示您的姓名",
                   "状态"});
    std::size_t n = 0, sent = 0;
    const auto answer = [&](const RosterRow& guest, const std::string& seat, const char* status) {
        const std::string name = n % kEveryDirty == 5 ? "\xE2\x80\x8B" + guest.name + "\xE3\x80\x80" : guest.name;
        csv += quoted({std::to_string(++sent), "2023年11月1日 10:13", name,
                       guest.nativeName.empty() ? "无" : guest.nativeName, written(guest.country, n), guest.affiliation,
                       guest.outsideId, seat, guest.email,
                       guest.onScreen ? "同意"
                       : n % 3 == 0   ? "(跳过)"
                                      : "不同意",
                       status});
    };
    for (const RosterRow& guest : guests) {
        ++n;
        if (n % kEveryDirty == 3) answer(guest, "", "");  // sent twice: the later one tells the seat
        answer(guest, guest.seat, "已通过");
        if (n % (kEveryDirty * 4) == 9) {
            RosterRow gone = guest;
            gone.outsideId = "X" + guest.outsideId;
            gone.email = "x" + guest.email;
            answer(gone, "", "已取消");
        }
        if (n % (kEveryDirty * 5) == 7) csv += "\r\n";
    }
    return csv + quoted({"合计", "", std::to_string(guests.size())});
}

}  // namespace turnout::demo
