// What a volunteer types, and who is found.
#include "common/store/guest_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace turnout {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class Index : public testing::Test {
  protected:
    void add(const std::string& name, const std::string& native = {}, const std::string& country = "MY",
             const std::string& seat = {},
             const Names& affiliation = {"Chongqing Medical University", "重庆医科大学"}) {
        Guest guest;
        guest.id = AttendeeId{++last_};
        guest.name = name;
        guest.nativeName = native;
        guest.country = *CountryCode::fromAlpha2(country);
        guest.affiliation = affiliation;
        guest.seat = seat;
        index_.add(guest);
    }
    std::vector<std::string> names(const std::string& query) {
        std::vector<std::string> all;
        for (const FoundGuest& found : index_.find(query, 50).best) all.push_back(found.guest.name);
        return all;
    }
    // "[L]i [M]ing"
    std::string marked(const std::string& query, bool native = false) {
        const FoundGuests found = index_.find(query, 1);
        if (found.best.empty()) return "";
        const FoundGuest& best = found.best.front();
        std::string text = native ? best.guest.nativeName : best.guest.name;
        const auto& spans = native ? best.inNativeName : best.inName;
        for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
            text.insert(span->end, "]");
            text.insert(span->begin, "[");
        }
        return text;
    }

    std::int64_t last_ = 0;
    GuestIndex index_{{{"cqmu", {"Chongqing Medical University", "重庆医科大学"}, {"CQMU", "重医"}, {"Yixueyuan"}}}};
};

TEST_F(Index, FindsNobodyUntilSomethingIsTyped) {
    add("Li Ming");
    EXPECT_THAT(names(""), IsEmpty());
    EXPECT_THAT(names("  \t"), IsEmpty());
    EXPECT_THAT(names("-'."), IsEmpty());
}

TEST_F(Index, FindsANameByAnyOfItsWordsFromTheFirstCharacter) {
    add("Fatoumata Binta Diallo");
    add("Kwame Asante");
    for (const char* query : {"f", "b", "di", "diallo", "Binta", "BINTA d", "diallo fatou", "toumat", "fatoumatabinta"})
        EXPECT_THAT(names(query), ElementsAre("Fatoumata Binta Diallo")) << query;
    EXPECT_THAT(names("diallo kwame"), IsEmpty());
}

TEST_F(Index, FindsAChineseNameByScriptPinyinAndInitials) {
    add("LI Ming", "李明");
    add("Someone Else", "王芳");
    add("单雄", "", "CN");
    for (const char* query : {"李明", "李", "明", "liming", "lm", "lim", "lming", "li ming", "ming"})
        EXPECT_THAT(names(query), ElementsAre("LI Ming")) << query;
    for (const char* query : {"wf", "wangfang", "fang"})
        EXPECT_THAT(names(query), ElementsAre("Someone Else")) << query;
    for (const char* query : {"shan", "sx", "shanxiong", "单"}) EXPECT_THAT(names(query), ElementsAre("单雄")) << query;
}

TEST_F(Index, DoesNotMindDiacriticsOrPunctuation) {
    add("Lê Minh Đặng");
    add("N’Diaye O'Brien-Łukasz");
    add("Ксения Орлова");
    add("Şükrü Işık");
    EXPECT_THAT(names("le minh dang"), ElementsAre("Lê Minh Đặng"));
    EXPECT_THAT(names("LÊ"), ElementsAre("Lê Minh Đặng"));
    EXPECT_THAT(names("ndiaye"), ElementsAre("N’Diaye O'Brien-Łukasz"));
    EXPECT_THAT(names("o'brien"), ElementsAre("N’Diaye O'Brien-Łukasz"));
    EXPECT_THAT(names("lukasz"), ElementsAre("N’Diaye O'Brien-Łukasz"));
    EXPECT_THAT(names("орл"), ElementsAre("Ксения Орлова"));
    EXPECT_THAT(names("ksenia"), ElementsAre("Ксения Орлова"));
    EXPECT_THAT(names("sukru"), ElementsAre("Şükrü Işık"));
}

TEST_F(Index, FindsByUniversityCountryAndSeat) {
    add("Anna A", "", "LA", "B-03");
    add("Bela B", "", "KR", "C-11", {"Wenzhou Medical University", "温州医科大学"});
    EXPECT_THAT(names("laos"), ElementsAre("Anna A"));
    EXPECT_THAT(names("老挝"), ElementsAre("Anna A"));
    EXPECT_THAT(names("laowo"), ElementsAre("Anna A"));
    EXPECT_THAT(names("south korea"), ElementsAre("Bela B"));
    EXPECT_THAT(names("温州"), ElementsAre("Bela B"));
    EXPECT_THAT(names("wzykdx"), ElementsAre("Bela B"));
    EXPECT_THAT(names("cqmu"), ElementsAre("Anna A"));
    EXPECT_THAT(names("重医"), ElementsAre("Anna A"));
    EXPECT_THAT(names("yixueyuan"), ElementsAre("Anna A"));
    EXPECT_THAT(names("medical"), ElementsAre("Anna A", "Bela B"));
    EXPECT_THAT(names("b03"), ElementsAre("Anna A"));
    EXPECT_THAT(names("B-03"), ElementsAre("Anna A"));
    EXPECT_THAT(names("wenzhou bela"), ElementsAre("Bela B"));
}

TEST_F(Index, TheBestComesFirst) {
    add("Amina Liu");
    add("Lin Mei");
    add("Liam Moyo");
    add("Aurélie Blanc");
    EXPECT_THAT(names("li"), ElementsAre("Liam Moyo", "Lin Mei", "Amina Liu"));
    EXPECT_THAT(names("lm"), ElementsAre("Liam Moyo", "Lin Mei"));
    add("Lê Minh Anh");
    EXPECT_THAT(names("lm"), ElementsAre("Liam Moyo", "Lin Mei", "Lê Minh Anh"));
    EXPECT_THAT(names("liu"), ElementsAre("Amina Liu"));
    EXPECT_EQ(index_.find("l", 1).all, 4u);
    EXPECT_EQ(index_.find("l", 1).best.size(), 1u);
}

TEST_F(Index, MarksWhatMatched) {
    add("Lê Minh Anh", "李明英");
    EXPECT_EQ(marked("lm"), "[L]ê [M]inh Anh");
    EXPECT_EQ(marked("lm", true), "[李明]英");
    EXPECT_EQ(marked("le"), "[Lê] Minh Anh");
    EXPECT_EQ(marked("minh"), "Lê [Minh] Anh");
    EXPECT_EQ(marked("明", true), "李[明]英");
    EXPECT_EQ(marked("inh"), "Lê M[inh] Anh");
    EXPECT_EQ(marked("anh lê"), "[Lê] Minh [Anh]");
}

TEST_F(Index, BytesThatAreNoTextAreHarmless) {
    add("A\xFF\xC3 B", "\xE4\xBD");
    add(std::string("Nul\0l", 5));
    EXPECT_NO_FATAL_FAILURE(names("\xFF\xFE"));
    EXPECT_NO_FATAL_FAILURE(names(std::string(5000, 'a')));
    EXPECT_NO_FATAL_FAILURE(names("%s%n ' or 1=1 -- ##id \u202E"));
    EXPECT_EQ(names("a").size(), 1u);
}

TEST_F(Index, ListsAUniversityInTheOrderOfNames) {
    add("Zanele Phiri");
    add("Bela B", "", "KR", "", {"Wenzhou Medical University", "温州医科大学"});
    add("Abena Owusu");
    std::vector<std::string> all;
    for (const Guest& guest : index_.ofAffiliation({"Chongqing Medical University", "重庆医科大学"}))
        all.push_back(guest.name);
    EXPECT_THAT(all, ElementsAre("Abena Owusu", "Zanele Phiri"));
}

TEST_F(Index, FindsASeatByAnyOfItsParts) {
    add("Abena Owusu", "", "GH", "E-05");
    add("Bela Bartha", "", "HU", "H-17");
    add("Carla Costa", "", "PT", "Block B Row 12 Seat 7");
    for (const char* query : {"e-05", "E05", "e 05", "05"}) EXPECT_THAT(names(query), ElementsAre("Abena Owusu"));
    EXPECT_THAT(names("17"), ElementsAre("Bela Bartha"));
    for (const char* query : {"row12", "12", "12seat7", "row 12"})
        EXPECT_THAT(names(query), ElementsAre("Carla Costa")) << query;
    EXPECT_THAT(names("5"), IsEmpty());  // within a number is no part
}

TEST_F(Index, TwoLettersAreNotTheInitialsOfACountrysSecondName) {
    add("Kim Minsu", "김민수", "KR");
    EXPECT_THAT(names("nh"), IsEmpty());  // Nan Han
    for (const char* query : {"hanguo", "nanhan", "hg", "south korea"})
        EXPECT_THAT(names(query), ElementsAre("Kim Minsu")) << query;
}

TEST_F(Index, NamesAreFoundAsTheyAreWrittenBeforeHowAnotherOneSounds) {
    add("Dinesh", "தினேஷ்", "LK");  // "tinesh"
    add("Sana", "ثنا", "PK");      // "thna"
    add("Tuguldur Bat Erdene", "", "MN");
    EXPECT_EQ(names("t").at(0), "Tuguldur Bat Erdene");
    EXPECT_EQ(names("t").size(), 3U);
}

TEST(FindCountries, ByAnyNameBestFirst) {
    const auto codes = [](const char* typed) {
        std::vector<std::string> all;
        for (const CountryCode& code : findCountries(typed, 4)) all.push_back(code.str());
        return all;
    };
    EXPECT_THAT(codes("gui"), ElementsAre("GN", "GW", "GQ", "PG"));
    EXPECT_THAT(codes("nig"), ElementsAre("NE", "NG"));
    EXPECT_EQ(codes("laos").at(0), "LA");
    EXPECT_EQ(codes("老挝").at(0), "LA");
    EXPECT_EQ(codes("laowo").at(0), "LA");
    EXPECT_EQ(codes("cote").at(0), "CI");
    EXPECT_EQ(codes("south k").at(0), "KR");
    EXPECT_EQ(codes("росс").at(0), "RU");
    EXPECT_EQ(codes("俄").at(0), "RU");  // before 白俄罗斯 and 埃塞俄比亚
    EXPECT_EQ(codes("俄").size(), 3U);
    EXPECT_THAT(codes("co"), AllOf(Contains("CO"), Not(Contains("CC")))) << "before the Cocos and the Cook Islands";
    EXPECT_EQ(codes("cocos").at(0), "CC");
    EXPECT_THAT(codes(""), IsEmpty());
}

TEST_F(Index, FindsAUmlautAsItIsTypedAsPassportsPrintItAndAsItLooks) {
    add("Lyu Xiaoming", "吕小明");
    add("Lü Wei");
    add("Lv Na", "吕娜");
    add("Nü Hong");
    add("Luca Silva");
    for (const char* typed : {"lv", "lyu", "lü", "lu", "LÜ", "吕"}) {
        EXPECT_THAT(names(typed), testing::Contains("Lyu Xiaoming")) << typed;
        EXPECT_THAT(names(typed), testing::Contains("Lv Na")) << typed;
    }
    for (const char* typed : {"lv", "lyu", "lü", "lu", "lvwei", "lyuw"})
        EXPECT_THAT(names(typed), testing::Contains("Lü Wei")) << typed;
    EXPECT_THAT(names("ly"), testing::Contains("Lyu Xiaoming")) << "while it is being typed";
    EXPECT_THAT(names("lvxm"), ElementsAre("Lyu Xiaoming"));
    EXPECT_THAT(names("nv"), ElementsAre("Nü Hong"));
    EXPECT_THAT(names("nyu hong"), ElementsAre("Nü Hong"));
    EXPECT_THAT(names("lv"), testing::Not(testing::Contains("Luca Silva")));
    EXPECT_THAT(names("silua"), IsEmpty());
}

TEST_F(Index, MarksWhateverSpellingWasTyped) {
    add("Lyu Xiaoming", "吕小明");
    EXPECT_EQ(marked("lv"), "[Lyu] Xiaoming");
    EXPECT_EQ(marked("lvx"), "[Lyu] [X]iaoming");
    EXPECT_EQ(marked("lv", true), "[吕]小明");
}

TEST_F(Index, NamesakesHaveTheSameWordsInAnyOrderCaseAndScript) {
    add("Li Ming", "李明");
    add("MING LI");
    add("Li Ming Wei");
    add("Li Ming", "", "TH");
    add("Lyu Na");
    const auto namesakes = [&](const std::string& name) {
        std::vector<std::string> all;
        for (const Guest& guest : index_.namesakes(name, *CountryCode::fromAlpha2("MY"))) all.push_back(guest.name);
        return all;
    };
    EXPECT_THAT(namesakes("ming li"), ElementsAre("Li Ming", "MING LI"));
    EXPECT_THAT(namesakes("李明"), ElementsAre("Li Ming", "MING LI"));
    EXPECT_THAT(namesakes("Lü Na"), ElementsAre("Lyu Na"));
    EXPECT_THAT(namesakes("Ming"), IsEmpty());
    EXPECT_THAT(namesakes(""), IsEmpty());
}

}  // namespace
}  // namespace turnout
