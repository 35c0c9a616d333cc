// Every name that ISO 3166-1 gives a country, as Debian's iso-codes has them: forms with a list to choose from offer
// these.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/common/roster/country_reading.h"

namespace turnout {
namespace {

constexpr const char* kIsoCodes = "/usr/share/iso-codes/json/iso_3166-1.json";

struct IsoName {
    std::string code, name;
};

std::vector<IsoName> isoNames() {
    std::ifstream file(kIsoCodes);
    const auto all = nlohmann::json::parse(file, nullptr, false);
    std::vector<IsoName> found;
    if (!all.is_object()) return found;
    for (const auto& entry : all.value("3166-1", nlohmann::json::array()))
        for (const char* key : {"name", "official_name", "common_name", "alpha_2", "alpha_3", "flag"})
            if (entry.contains(key)) found.push_back({entry["alpha_2"], entry[key]});
    return found;
}

TEST(OfficialNames, OfEveryIsoCountryAreTakenOrAskedForWithTheRightOneFirst) {
    CountryResolver resolver;
    const auto names = isoNames();
    ASSERT_GE(names.size(), 900U) << kIsoCodes;
    for (const auto& [code, name] : names) {
        const auto country = CountryCode::fromAlpha2(code);
        const std::string is = test::readCountry(resolver, name);
        if (country)
            EXPECT_TRUE(is == country->str() || is.starts_with("? " + country->str()))
                << name << " is " << code << ", not " << is;
        else
            EXPECT_TRUE(is.empty() || is.starts_with("?")) << name << " has no inhabitants to be a guest, not " << is;
    }
}

TEST(OfficialNames, AreAskedForOnlyWhereTwoCountriesBearThem) {
    CountryResolver resolver;
    std::set<std::string> asked;
    for (const auto& [code, name] : isoNames())
        if (CountryCode::fromAlpha2(code) && test::readCountry(resolver, name).starts_with("?")) asked.insert(name);
    EXPECT_EQ(asked, (std::set<std::string>{"Congo", "BRN"}));
}

TEST(OfficialNames, AreKnownInChinese) {
    test::expectForms({{"老挝人民民主共和国", "LA"},
                       {"巴基斯坦伊斯兰共和国", "PK"},
                       {"孟加拉人民共和国", "BD"},
                       {"越南社会主义共和国", "VN"},
                       {"斯里兰卡民主社会主义共和国", "LK"},
                       {"印度尼西亚共和国", "ID"},
                       {"尼泊尔联邦民主共和国", "NP"},
                       {"哈萨克斯坦共和国", "KZ"},
                       {"埃塞俄比亚联邦民主共和国", "ET"},
                       {"坦桑尼亚联合共和国", "TZ"},
                       {"朝鲜民主主义人民共和国", "KP"},
                       {"大韩民国", "KR"},
                       {"刚果共和国", "CG"},
                       {"刚果民主共和国", "CD"},
                       {"几内亚共和国", "GN"},
                       {"赤道几内亚共和国", "GQ"},
                       {"尼日尔共和国", "NE"},
                       {"尼日利亚联邦共和国", "NG"},
                       {"多米尼克国", "DM"},
                       {"多米尼加共和国", "DO"},
                       {"柬埔寨王国", "KH"},
                       {"泰王国", "TH"},
                       {"大不列颠及北爱尔兰联合王国", "GB"},
                       {"阿尔及利亚民主人民共和国", "DZ"},
                       {"巴基斯坦伊斯兰共和国籍", "PK"},
                       {"緬甸聯邦共和國", "MM"}});
}

TEST(OfficialNames, WithATypingErrorOfferTheirOwnCountryOrNone) {
    CountryResolver resolver;
    EXPECT_EQ(test::readCountry(resolver, "Republic of Icelnd"), "? IS");
    EXPECT_EQ(test::readCountry(resolver, "Republic of Guyna"), "? GY");
    EXPECT_EQ(test::readCountry(resolver, "Republic of Namibai"), "? NA");
    EXPECT_EQ(test::readCountry(resolver, "Republik of Indonesia"), "? ID");
    EXPECT_EQ(test::readCountry(resolver, "Kingdom of Saudi Arabi"), "? SA");
    EXPECT_EQ(test::readCountry(resolver, "Republic of Utopia"), "");
}

}  // namespace
}  // namespace turnout
