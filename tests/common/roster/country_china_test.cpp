// Hong Kong, Macao and Taiwan as guests write them: all of them are China.
#include <gtest/gtest.h>

#include "tests/common/roster/country_reading.h"

namespace turnout {
namespace {

void expectChina(const std::vector<const char*>& forms) {
    CountryResolver resolver;
    for (const char* form : forms) EXPECT_EQ(test::readCountry(resolver, form), "CN") << form;
}

TEST(CountryOfChina, HongKongIsChina) {
    expectChina({"Hong Kong",
                 "HongKong",
                 "HONG KONG",
                 "Hong-Kong",
                 "H.K.",
                 "HK",
                 "HKG",
                 "HKSAR",
                 "HK SAR",
                 "Hong Kong SAR",
                 "Hong Kong S.A.R.",
                 "Hong Kong SAR China",
                 "Hong Kong SAR, China",
                 "Hong Kong (SAR)",
                 "Hong Kong, China",
                 "China, Hong Kong",
                 "China - Hong Kong",
                 "China (HK)",
                 "CHINA (HK)",
                 "Hong Kong (China)",
                 "Hong Kong P.R. China",
                 "Hong Kong SAR of China",
                 "Hong Kong Special Administrative Region of China",
                 "Hong Kong Special Administrative Region",
                 "Hong Konger",
                 "Hongkonger",
                 "Hong Kongese",
                 "Chinese (Hong Kong)",
                 "🇭🇰",
                 "🇭🇰 Hong Kong",
                 "香港",
                 "中国香港",
                 "中國香港",
                 "香港特区",
                 "香港特別行政區",
                 "中国（香港）",
                 "中国·香港",
                 "中国香港特别行政区",
                 "香港籍",
                 "香港人",
                 "Hong Kong 香港",
                 "香港 Hong Kong"});
}

TEST(CountryOfChina, MacaoIsChina) {
    expectChina({"Macao",
                 "Macau",
                 "MACAU",
                 "MO",
                 "MAC",
                 "Macau SAR",
                 "Macao SAR",
                 "Macau SAR China",
                 "Macao SAR, China",
                 "Macao, China",
                 "Macau (China)",
                 "China, Macao",
                 "Macanese",
                 "Macao Special Administrative Region of China",
                 "Macau Special Administrative Region of China",
                 "Macau Special Administrative Region",
                 "🇲🇴",
                 "澳门",
                 "澳門",
                 "中国澳门",
                 "中國澳門",
                 "澳门特区",
                 "澳门特别行政区",
                 "澳門特別行政區",
                 "中国澳门特别行政区",
                 "中国（澳门）",
                 "澳门人"});
}

TEST(CountryOfChina, TaiwanIsChina) {
    expectChina({"Taiwan",
                 "TAIWAN",
                 "TW",
                 "TWN",
                 "TPE",
                 "ROC",
                 "R.O.C.",
                 "Republic of China",
                 "The Republic of China",
                 "Republic of China (Taiwan)",
                 "Taiwan (R.O.C.)",
                 "Taiwan, R.O.C.",
                 "Taiwan R.O.C",
                 "Taiwan (ROC)",
                 "ROC (Taiwan)",
                 "Taiwan, China",
                 "Taiwan (China)",
                 "China Taiwan",
                 "China (Taiwan)",
                 "Taiwan, Province of China",
                 "Taiwan (Province of China)",
                 "Taiwan Province",
                 "Chinese Taipei",
                 "Taipei",
                 "Taiwanese",
                 "🇹🇼",
                 "台湾",
                 "台灣",
                 "臺灣",
                 "中国台湾",
                 "中國台灣",
                 "中國臺灣",
                 "中华台北",
                 "中華台北",
                 "中国台湾省",
                 "台湾省",
                 "中国（台湾）",
                 "中华民国",
                 "中華民國",
                 "台湾人",
                 "台湾籍",
                 "Taiwan 台湾",
                 "臺灣 Taiwan"});
}

TEST(CountryOfChina, ChinaItself) {
    expectChina({"China",
                 "CN",
                 "CHN",
                 "PRC",
                 "P.R.C.",
                 "P.R. China",
                 "P. R. China",
                 "PR China",
                 "PR of China",
                 "People's Republic of China",
                 "Peoples Republic of China",
                 "People’s Republic of China",
                 "Mainland China",
                 "China (Mainland)",
                 "China, Mainland",
                 "Chinese",
                 "🇨🇳",
                 "中国",
                 "中國",
                 "中国籍",
                 "中国公民",
                 "中华人民共和国",
                 "中華人民共和國",
                 "中国大陆",
                 "中国 China",
                 "China 中国",
                 "Chine"});
}

TEST(CountryOfChina, ASlipInRepublicOfChinaNeverOffersGhana) {
    CountryResolver resolver;
    for (const char* form : {"Republic of Chna", "Republik of China", "Rep of China", "Republic China"})
        EXPECT_EQ(test::readCountry(resolver, form).find("GH"), std::string::npos) << form;
}

}  // namespace
}  // namespace turnout
