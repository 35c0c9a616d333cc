#include "common/roster/country_resolver.h"

#include <gtest/gtest.h>

#include "tests/common/roster/country_reading.h"

namespace turnout {
namespace {

TEST(CountryResolver, ReadsCountriesAsPeopleWriteThem) {
    const test::CountryForms forms{{"Laos", "LA"},
                                   {"Lao PDR", "LA"},
                                   {"LAO", "LA"},
                                   {"la", "LA"},
                                   {"老挝", "LA"},
                                   {"老挝籍", "LA"},
                                   {"ລາວ", "LA"},
                                   {"Laotian", "LA"},
                                   {"🇱🇦", "LA"},
                                   {"🇱🇦 Laos", "LA"},
                                   {"Viet Nam", "VN"},
                                   {"Vietnam", "VN"},
                                   {"VIETNAM ", "VN"},
                                   {"越南", "VN"},
                                   {"Việt Nam", "VN"},
                                   {"Russian Federation", "RU"},
                                   {"Россия", "RU"},
                                   {"俄罗斯", "RU"},
                                   {"Republic of Korea", "KR"},
                                   {"Korea, Republic of", "KR"},
                                   {"South Korea", "KR"},
                                   {"韩国", "KR"},
                                   {"대한민국", "KR"},
                                   {"DPRK", "KP"},
                                   {"朝鲜", "KP"},
                                   {"DR Congo", "CD"},
                                   {"DRC", "CD"},
                                   {"Congo (DRC)", "CD"},
                                   {"刚果（金）", "CD"},
                                   {"刚果(金)", "CD"},
                                   {"刚果民主共和国", "CD"},
                                   {"Congo-Brazzaville", "CG"},
                                   {"刚果（布）", "CG"},
                                   {"Republic of the Congo", "CG"},
                                   {"UAE", "AE"},
                                   {"U.A.E.", "AE"},
                                   {"阿联酋", "AE"},
                                   {"USA", "US"},
                                   {"U.S.A.", "US"},
                                   {"America", "US"},
                                   {"美国", "US"},
                                   {"United States of America", "US"},
                                   {"UK", "GB"},
                                   {"Great Britain", "GB"},
                                   {"England", "GB"},
                                   {"Macedonia", "MK"},
                                   {"Burma", "MM"},
                                   {"Myanmar (Burma)", "MM"},
                                   {"缅甸", "MM"},
                                   {"Palestine", "PS"},
                                   {"State of Palestine", "PS"},
                                   {"巴勒斯坦", "PS"},
                                   {"Turkey", "TR"},
                                   {"Türkiye", "TR"},
                                   {"Turkiye", "TR"},
                                   {"Ivory Coast", "CI"},
                                   {"Cote d'Ivoire", "CI"},
                                   {"Côte d’Ivoire", "CI"},
                                   {"科特迪瓦", "CI"},
                                   {"Bosnia", "BA"},
                                   {"波黑", "BA"},
                                   {"印尼", "ID"},
                                   {"Indonesia", "ID"},
                                   {"孟加拉", "BD"},
                                   {"孟加拉国", "BD"},
                                   {"沙特", "SA"},
                                   {"KSA", "SA"},
                                   {"蒙古", "MN"},
                                   {"蒙古国", "MN"},
                                   {"巴新", "PG"},
                                   {"PNG", "PG"},
                                   {"Swaziland", "SZ"},
                                   {"埃斯瓦蒂尼", "SZ"},
                                   {"巴基斯坦籍", "PK"},
                                   {"老挝国籍", "LA"},
                                   {"泰国籍人", "TH"},
                                   {"Guinea (Bissau)", "GW"},
                                   {"Pakistani", "PK"},
                                   {"Niger", "NE"},
                                   {"尼日尔", "NE"},
                                   {"Nigeria", "NG"},
                                   {"Nigerian", "NG"},
                                   {"尼日利亚", "NG"},
                                   {"Nigerien", "NE"},
                                   {"Guinea", "GN"},
                                   {"Guinea-Bissau", "GW"},
                                   {"Guinea Bissau", "GW"},
                                   {"Equatorial Guinea", "GQ"},
                                   {"Dominica", "DM"},
                                   {"Dominican Republic", "DO"},
                                   {"多米尼克", "DM"},
                                   {"多米尼加", "DO"},
                                   {"Hong Kong", "CN"},
                                   {"香港", "CN"},
                                   {"China (HK)", "CN"},
                                   {"Taiwan, Province of China", "CN"},
                                   {"台湾", "CN"},
                                   {"Macau", "CN"},
                                   {"HK", "CN"},
                                   {"P.R. China", "CN"},
                                   {"中国籍", "CN"},
                                   {"The Gambia", "GM"},
                                   {"Gambia", "GM"},
                                   {"Kyrgyz Republic", "KG"},
                                   {"Indian", "IN"},
                                   {"भारत", "IN"},
                                   {"Brunei Darussalam", "BN"},
                                   {"Tanzania, United Republic of", "TZ"},
                                   {"Iran (Islamic Republic of)", "IR"},
                                   {"Syrian Arab Republic", "SY"},
                                   {"East Timor", "TL"},
                                   {"Cape Verde", "CV"},
                                   {"Czech Republic", "CZ"},
                                   {"泰国人", "TH"},
                                   {"ไทย", "TH"},
                                   {"مصر", "EG"},
                                   {"Sri Lankan", "LK"},
                                   {"SRI LANKA", "LK"},
                                   {"Deutschland", "DE"},
                                   {"Maroc", "MA"},
                                   {"Egipto", "EG"},
                                   {"stateless", "ZZ"},
                                   {"无国籍", "ZZ"},
                                   {"South Sudan", "SS"},
                                   {"Sudan", "SD"}};
    EXPECT_GE(forms.size(), 100U);
    test::expectForms(forms);
}

TEST(CountryResolver, AsksWhereSeveralCountriesAnswerTheLikeliestFirst) {
    CountryResolver resolver;
    EXPECT_EQ(test::readCountry(resolver, "Korea"), "? KR KP");
    EXPECT_EQ(test::readCountry(resolver, "Congo"), "? CG CD");
    EXPECT_EQ(test::readCountry(resolver, "刚果"), "? CG CD");
    EXPECT_EQ(test::readCountry(resolver, "Congolese"), "? CG CD");
    EXPECT_EQ(test::readCountry(resolver, "Dominican"), "? DO DM");
    EXPECT_EQ(test::readCountry(resolver, "BRN"), "? BN BH");
}

TEST(CountryResolver, TakesSeveralNamesInOneCellWhenTheyAgree) {
    CountryResolver resolver;
    EXPECT_EQ(test::readCountry(resolver, "老挝 Laos"), "LA");
    EXPECT_EQ(test::readCountry(resolver, "Laos老挝"), "LA");
    EXPECT_EQ(test::readCountry(resolver, "Laos (LA)"), "LA");
    EXPECT_EQ(test::readCountry(resolver, "LA - 老挝"), "LA");
    EXPECT_EQ(test::readCountry(resolver, "尼日尔/Niger"), "NE");
    EXPECT_EQ(test::readCountry(resolver, "刚果（金） DR Congo"), "CD");
    EXPECT_EQ(test::readCountry(resolver, "刚果（布）籍"), "CG");
    EXPECT_EQ(test::readCountry(resolver, "馬來西亞"), "MY");
    EXPECT_EQ(test::readCountry(resolver, "韓國"), "KR");
    EXPECT_EQ(test::readCountry(resolver, "Congo - CD"), "CD");
    EXPECT_EQ(test::readCountry(resolver, "China（香港）"), "CN");
    for (const char* text : {"Niger / Nigeria", "Guinea (Conakry, Bissau)", "Niger 尼日利亚", "老挝 Thailand"})
        EXPECT_NE(resolver.resolve(text).kind, CountryReading::Kind::one) << text;
}

TEST(CountryResolver, OffersACountryForATypingErrorButNeverTakesIt) {
    CountryResolver resolver;
    for (const auto& [form, code] : std::vector<std::pair<const char*, const char*>>{
             {"Kazakstann", "KZ"}, {"Pakisttan", "PK"}, {"Bangaldesh", "BD"}, {"Etiopia x", "ET"}}) {
        const CountryReading reading = resolver.resolve(form);
        EXPECT_NE(reading.kind, CountryReading::Kind::one) << form;
    }
    EXPECT_EQ(resolver.resolve("Bangaldesh").candidates.front().str(), "BD");
}

TEST(CountryResolver, KnowsNothingOfWhatIsNoCountry) {
    CountryResolver resolver;
    for (const char* text : {"", "-", "N/A", "无", "Chongqing Medical University", "12345", "\xFF\xFE"})
        EXPECT_NE(resolver.resolve(text).kind, CountryReading::Kind::one) << text;
}

}  // namespace
}  // namespace turnout
