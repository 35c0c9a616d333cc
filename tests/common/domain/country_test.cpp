#include "common/domain/country.h"

#include <gmock/gmock.h>
#include <unicode/locid.h>

#include <map>
#include <set>
#include <string>

namespace turnout {
namespace {

std::set<std::string> icuRegions() {
    std::set<std::string> all;
    for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) all.insert(*region);
    return all;
}

TEST(Countries, AreEveryInhabitedRegionOfIso3166) {
    std::set<std::string> missing = icuRegions();
    for (const Country& country : countries())
        EXPECT_EQ(missing.erase(std::string(country.code)), 1U) << country.code << " is unknown to ICU or stands twice";
    // Without inhabitants; the regions of China; what ICU has beyond ISO 3166-1, which differs between its versions.
    for (const char* code :
         {"AQ", "BV", "GS", "HM", "IO", "TF", "UM", "HK", "MO", "TW", "XK", "DG", "EA", "IC", "AC", "CP", "CQ", "TA"})
        missing.erase(code);
    EXPECT_THAT(missing, testing::IsEmpty());
    for (const char* code : {"HK", "MO", "TW"})
        for (const Country& country : countries()) EXPECT_NE(country.code, code);
}

TEST(Countries, HaveNamesInThreeLanguagesThatAreTheirsAlone) {
    std::map<std::string_view, std::string_view> english, chinese;
    for (const Country& country : countries()) {
        EXPECT_FALSE(country.nameEn.empty()) << country.code;
        EXPECT_FALSE(country.nameZh.empty()) << country.code;
        EXPECT_FALSE(country.nameOwn.empty()) << country.code;
        EXPECT_TRUE(english.emplace(country.nameEn, country.code).second) << country.nameEn;
        EXPECT_TRUE(chinese.emplace(country.nameZh, country.code).second) << country.nameZh;
    }
}

TEST(Countries, ShareNoAliasAndAreCleanForAScreen) {
    std::map<std::string_view, std::string_view> seen;
    for (const Country& country : countries()) {
        for (const auto* forms : {&country.aliases, &country.listForms})
            for (const std::string_view form : *forms) {
                EXPECT_FALSE(form.empty()) << country.code;
                EXPECT_TRUE(seen.emplace(form, country.code).second) << form << " of " << country.code;
                EXPECT_EQ(cleanForScreen(form), form);
            }
        for (const std::string_view text :
             {country.nameEn, country.nameZh, country.nameOwn, country.demonymEn, country.greeting})
            EXPECT_EQ(cleanForScreen(text), text) << country.code;
    }
}

TEST(Countries, AreCalledAsInDailyUse) {
    const std::vector<std::tuple<const char*, const char*, const char*>> names{{"LA", "Laos", "老挝"},
                                                                               {"KR", "South Korea", "韩国"},
                                                                               {"CI", "Côte d’Ivoire", "科特迪瓦"},
                                                                               {"CD", "DR Congo", "刚果（金）"},
                                                                               {"TR", "Türkiye", "土耳其"},
                                                                               {"PS", "Palestine", "巴勒斯坦"},
                                                                               {"AE", "United Arab Emirates", "阿联酋"},
                                                                               {"RU", "Russia", "俄罗斯"},
                                                                               {"VN", "Vietnam", "越南"},
                                                                               {"SY", "Syria", "叙利亚"},
                                                                               {"CN", "China", "中国"},
                                                                               {"GB", "United Kingdom", "英国"}};
    for (const auto& [code, en, zh] : names) {
        const auto country = CountryCode::fromAlpha2(code);
        ASSERT_TRUE(country) << code;
        EXPECT_EQ(countryName(*country, Lang::en), en);
        EXPECT_EQ(countryName(*country, Lang::zh), zh);
    }
}

TEST(Countries, GreetInTheirOwnScript) {
    EXPECT_EQ(findCountry(*CountryCode::fromAlpha2("TH"))->greeting, "ยินดีต้อนรับ");
    EXPECT_EQ(findCountry(*CountryCode::fromAlpha2("LK"))->greeting, "ආයුබෝවන්");
    EXPECT_EQ(findCountry(*CountryCode::fromAlpha2("CN"))->greeting, "欢迎");
}

TEST(CountryCode, CountsHongKongMacaoAndTaiwanAsChina) {
    for (const char* region : {"HK", "MO", "TW", "hk", "Tw"}) {
        const auto code = CountryCode::fromAlpha2(region);
        ASSERT_TRUE(code) << region;
        EXPECT_EQ(code->str(), "CN");
    }
}

TEST(CountryCode, KnowsNoOtherTexts) {
    for (const char* text : {"", "L", "LAO", "XX", "QQ", "l1", "老", "  ", "EU", "AQ"})
        EXPECT_FALSE(CountryCode::fromAlpha2(text)) << text;
}

TEST(CountryCode, IsNoCountryWhenStatelessOrUnknown) {
    const auto none = CountryCode::fromAlpha2("zz");
    ASSERT_TRUE(none);
    EXPECT_EQ(*none, CountryCode{});
    EXPECT_FALSE(none->isCountry());
    EXPECT_EQ(findCountry(*none), nullptr);
    EXPECT_EQ(countryName(*none, Lang::en), "No country given");
    EXPECT_EQ(countryName(*none, Lang::zh), "未填国家");
}

TEST(Country, WithinASentenceEnglishNamesHaveTheirArticle) {
    const auto inSentence = [](const char* code) { return countryInSentence(*CountryCode::fromAlpha2(code)); };
    EXPECT_EQ(inSentence("US"), "the United States");
    EXPECT_EQ(inSentence("PH"), "the Philippines");
    EXPECT_EQ(inSentence("CD"), "the DR Congo");
    EXPECT_EQ(inSentence("LA"), "Laos");
    EXPECT_EQ(inSentence("ZW"), "Zimbabwe");
}

}  // namespace
}  // namespace turnout
