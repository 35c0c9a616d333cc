// The forms in which countries really come, kind by kind, and the traps among them. "LA" is taken, "? KR KP" is asked.
#include <gtest/gtest.h>

#include "common/roster/country_resolver.h"

namespace turnout {
namespace {

using Forms = std::vector<std::pair<const char*, const char*>>;

std::string read(CountryResolver& resolver, std::string_view text) {
    const CountryReading reading = resolver.resolve(text);
    std::string codes;
    for (const CountryCode& code : reading.candidates) codes += (codes.empty() ? "" : " ") + code.str();
    return (reading.kind == CountryReading::Kind::ask ? "? " : "") + codes;
}

void expectAll(const Forms& forms) {
    CountryResolver resolver;
    for (const auto& [form, code] : forms) EXPECT_EQ(read(resolver, form), code) << form;
}

TEST(CountryForms, Demonyms) {
    expectAll({{"French", "FR"},
               {"American", "US"},
               {"British", "GB"},
               {"English", "GB"},
               {"Scottish", "GB"},
               {"Welsh", "GB"},
               {"Irish", "IE"},
               {"Northern Irish", "GB"},
               {"Dutch", "NL"},
               {"Swiss", "CH"},
               {"Danish", "DK"},
               {"Spanish", "ES"},
               {"Polish", "PL"},
               {"Turkish", "TR"},
               {"Greek", "GR"},
               {"Indian", "IN"},
               {"Pakistani", "PK"},
               {"Bangladeshi", "BD"},
               {"Nepali", "NP"},
               {"Nepalese", "NP"},
               {"Sri Lankan", "LK"},
               {"Indonesian", "ID"},
               {"Thai", "TH"},
               {"Lao", "LA"},
               {"Laotian", "LA"},
               {"Vietnamese", "VN"},
               {"Ghanaian", "GH"},
               {"Nigerian", "NG"},
               {"Nigerien", "NE"},
               {"Cambodian", "KH"},
               {"Khmer", "KH"},
               {"Malaysian", "MY"},
               {"Mongolian", "MN"},
               {"Russian", "RU"},
               {"Kazakh", "KZ"},
               {"Kazakhstani", "KZ"},
               {"Tanzanian", "TZ"},
               {"Zambian", "ZM"},
               {"Zimbabwean", "ZW"},
               {"Yemeni", "YE"},
               {"Somali", "SO"},
               {"Ethiopian", "ET"},
               {"Kenyan", "KE"},
               {"Moroccan", "MA"},
               {"Uzbek", "UZ"},
               {"Kyrgyz", "KG"},
               {"Tajik", "TJ"},
               {"Turkmen", "TM"},
               {"Rwandan", "RW"},
               {"Ugandan", "UG"},
               {"Cameroonian", "CM"},
               {"Egyptian", "EG"},
               {"Afghan", "AF"},
               {"Burmese", "MM"},
               {"South Korean", "KR"},
               {"North Korean", "KP"},
               {"Palestinian", "PS"},
               {"Syrian", "SY"},
               {"Ivorian", "CI"},
               {"Burundian", "BI"},
               {"Malagasy", "MG"},
               {"Mozambican", "MZ"},
               {"Bissau-Guinean", "GW"},
               {"Equatorial Guinean", "GQ"},
               {"Jamaican", "JM"},
               {"Fijian", "FJ"},
               {"Papua New Guinean", "PG"},
               {"Bruneian", "BN"},
               {"Ecuadorian", "EC"},
               {"Mauritian", "MU"},
               {"Mauritanian", "MR"},
               {"Jordanian", "JO"},
               {"Filipino", "PH"},
               {"Filipina", "PH"},
               {"Emirati", "AE"},
               {"Saudi", "SA"},
               {"Saudi Arabian", "SA"},
               {"Motswana", "BW"},
               {"Basotho", "LS"},
               {"Swazi", "SZ"},
               {"Burkinabé", "BF"},
               {"Argentinian", "AR"},
               {"Puerto Rican", "PR"},
               {"South Sudanese", "SS"},
               {"American Samoan", "AS"},
               {"Central African", "CF"},
               {"South African", "ZA"},
               {"Cape Verdean", "CV"},
               {"巴基斯坦人", "PK"},
               {"法国人", "FR"},
               {"美国籍", "US"},
               {"几内亚籍", "GN"}});
}

TEST(CountryForms, DemonymsOfSeveralCountriesAreAsked) {
    expectAll({{"Korean", "? KR KP"},
               {"Congolese", "? CG CD"},
               {"Guinean", "? GN GW GQ"},
               {"Dominican", "? DO DM"},
               {"Sudanese", "? SD SS"},
               {"Samoan", "? WS AS"},
               {"Papuan", "? PG"},
               {"Bengali", "? BD IN"},
               {"Virgin Islander", "? VG VI"}});
}

TEST(CountryForms, KoreaCongoGuineaNigerAndDominica) {
    expectAll({{"Korea", "? KR KP"},
               {"KOREA", "? KR KP"},
               {"Corée", "? KR KP"},
               {"Корея", "? KR KP"},
               {"Korea, Rep.", "KR"},
               {"Korea (Republic of)", "KR"},
               {"Korea, Republic of", "KR"},
               {"R.O.K.", "KR"},
               {"S. Korea", "KR"},
               {"한국", "KR"},
               {"Korea, Dem. People's Rep.", "KP"},
               {"N. Korea", "KP"},
               {"D.P.R. Korea", "KP"},
               {"PRK", "KP"},
               {"KOR", "KR"},
               {"Congo", "? CG CD"},
               {"Kongo", "? CG CD"},
               {"刚果", "? CG CD"},
               {"剛果", "? CG CD"},
               {"刚果籍", "? CG CD"},
               {"Congo, Rep.", "CG"},
               {"Congo, Republic of the", "CG"},
               {"Congo (Brazzaville)", "CG"},
               {"COG", "CG"},
               {"Congo, Dem. Rep.", "CD"},
               {"Congo (Kinshasa)", "CD"},
               {"RDC", "CD"},
               {"R.D. Congo", "CD"},
               {"COD", "CD"},
               {"Zaire", "CD"},
               {"刚果（布）", "CG"},
               {"刚果（金）", "CD"},
               {"Guinea", "GN"},
               {"Guinée", "GN"},
               {"Guinea (Conakry)", "GN"},
               {"Guiné", "? GW GN"},
               {"Guinea Bissau", "GW"},
               {"Guiné-Bissau", "GW"},
               {"Equatorial Guinea", "GQ"},
               {"Guinea Ecuatorial", "GQ"},
               {"Papua New Guinea", "PG"},
               {"New Guinea", "? PG"},
               {"新几内亚", "? PG"},
               {"几内亚", "GN"},
               {"幾內亞比索", "GW"},
               {"赤道几内亚", "GQ"},
               {"Niger", "NE"},
               {"Nigeria", "NG"},
               {"NER", "NE"},
               {"NGA", "NG"},
               {"NIG", "? NE NG"},
               {"尼日尔", "NE"},
               {"尼日利亚", "NG"},
               {"尼日", "NE"},
               {"奈及利亞", "NG"},
               {"Dominica", "DM"},
               {"Commonwealth of Dominica", "DM"},
               {"Dominican Republic", "DO"},
               {"República Dominicana", "DO"},
               {"多米尼克", "DM"},
               {"多米尼加", "DO"},
               {"多明尼加", "DO"}});
}

TEST(CountryForms, TheGuianasAndOtherNamesOfTwoPlaces) {
    expectAll({{"Guyana", "GY"},
               {"Guyane", "? GF GY"},
               {"GUYANE", "? GF GY"},
               {"Guiana", "? GF GY"},
               {"Guyane française", "GF"},
               {"French Guiana", "GF"},
               {"Samoa", "WS"},
               {"American Samoa", "AS"},
               {"Virgin Islands", "? VG VI"},
               {"Virgin Islands, British", "VG"},
               {"Virgin Islands, U.S.", "VI"},
               {"Saint Martin", "? MF SX"},
               {"Sudan", "SD"},
               {"South Sudan", "SS"},
               {"Macedonia", "MK"},
               {"Georgia", "GE"},
               {"Ireland", "IE"},
               {"Northern Ireland", "GB"},
               {"Micronesia, Fed. Sts.", "FM"},
               {"Mongolia", "MN"},
               {"Yugoslavia", "? RS HR SI BA"},
               {"USSR", "? RU"},
               {"Czechoslovakia", "? CZ SK"}});
}

TEST(CountryForms, NeighboursInTheAlphabetStayApart) {
    expectAll(
        {{"Iran", "IR"},       {"Iraq", "IQ"},       {"Mali", "ML"},     {"Malawi", "MW"},   {"Malta", "MT"},
         {"Mauritius", "MU"},  {"Mauritania", "MR"}, {"Gambia", "GM"},   {"Zambia", "ZM"},   {"Austria", "AT"},
         {"Australia", "AU"},  {"Slovakia", "SK"},   {"Slovenia", "SI"}, {"Libya", "LY"},    {"Liberia", "LR"},
         {"Latvia", "LV"},     {"Lithuania", "LT"},  {"Oman", "OM"},     {"Romania", "RO"},  {"Jordan", "JO"},
         {"Paraguay", "PY"},   {"Uruguay", "UY"},    {"Grenada", "GD"},  {"Togo", "TG"},     {"Tonga", "TO"},
         {"Chad", "TD"},       {"Chile", "CL"},      {"China", "CN"},    {"Cuba", "CU"},     {"Somalia", "SO"},
         {"Iceland", "IS"},    {"Namibia", "NA"},    {"利比亚", "LY"},   {"利比里亚", "LR"}, {"瑞士", "CH"},
         {"瑞典", "SE"},       {"中非", "CF"},       {"南非", "ZA"},     {"马里", "ML"},     {"马拉维", "MW"},
         {"毛里求斯", "MU"},   {"毛里塔尼亚", "MR"}, {"奥地利", "AT"},   {"圭亚那", "GY"},   {"澳大利亚", "AU"},
         {"法属圭亚那", "GF"}, {"圣马力诺", "SM"},   {"格林纳达", "GD"}, {"印度", "IN"},     {"印度尼西亚", "ID"}});
}

TEST(CountryForms, CodesOfTheOlympicCommitteeAreNeverTaken) {
    expectAll({{"BRN", "? BN BH"}, {"BUR", "? BF MM"}, {"ANT", "? AG CW"}, {"INA", "? ID"}, {"IRI", "? IR"},
               {"MGL", "? MN"},    {"MAS", "? MY"},    {"NEP", "? NP"},    {"SRI", "? LK"}, {"VIE", "? VN"},
               {"GER", "? DE"},    {"SUI", "? CH"},    {"NGR", "? NG"},    {"CGO", "? CG"}, {"GUI", "? GN"},
               {"GBS", "? GW"},    {"GEQ", "? GQ"},    {"PHI", "? PH"},    {"BRU", "? BN"}, {"LAT", "? LV"},
               {"SLO", "? SI"},    {"ZIM", "? ZW"},    {"ZAM", "? ZM"},    {"TAN", "? TZ"}, {"SIN", "? SG"},
               {"IRN", "IR"},      {"IDN", "ID"},      {"MNG", "MN"},      {"MYS", "MY"},   {"NPL", "NP"},
               {"LKA", "LK"},      {"VNM", "VN"},      {"DEU", "DE"},      {"PAK", "PK"},   {"BGD", "BD"}});
}

TEST(CountryForms, FlagsAndTwoLetters) {
    expectAll({{"🇱🇦", "LA"},
               {"🇵🇰 ", "PK"},
               {"Nepal 🇳🇵", "NP"},
               {"🇨🇮 Côte d'Ivoire", "CI"},
               {"la", "LA"},
               {"Pk", "PK"},
               {" vn ", "VN"},
               {"UK", "GB"},
               {"GB", "GB"},
               {"u.s.", "US"},
               {"ＬＡＯ", "LA"},
               {"(LA)", "LA"},
               {"KH", "KH"},
               {"U.A.E", "AE"},
               {"RSA", "ZA"}});
}

TEST(CountryForms, TypingErrorsAreAskedWithTheRightOneFirst) {
    CountryResolver resolver;
    for (const auto& [form, code] :
         Forms{{"Lybia", "LY"},      {"Phillipines", "PH"}, {"Philipines", "PH"}, {"Afghanistn", "AF"},
               {"Bangaldesh", "BD"}, {"Pakisttan", "PK"},   {"Indonesa", "ID"},   {"Vietnm", "VN"},
               {"Thailnad", "TH"},   {"Kazakstann", "KZ"},  {"Srilanca", "LK"},   {"Ethopia", "ET"},
               {"Zimbawe", "ZW"},    {"Colombai", "CO"},    {"Morroco", "MA"},    {"Camboida", "KH"},
               {"Camerooon", "CM"},  {"Tanzainia", "TZ"},   {"Mongolai", "MN"},   {"Azerbijan", "AZ"}})
        EXPECT_TRUE(read(resolver, form).starts_with(std::string("? ") + code)) << form << read(resolver, form);
}

}  // namespace
}  // namespace turnout
