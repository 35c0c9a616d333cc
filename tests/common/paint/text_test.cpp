#include "common/paint/text.h"

#include <cairo-pdf.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "common/base/isolated.h"
#include "common/paint/glib.h"

namespace turnout::paint {
namespace {

constexpr const char* kArabic = "محمد الحسن";

// The columns that have anything painted, as runs: joined letters make fewer runs than letters standing alone.
int inkRuns(const TextPicture& picture) {
    int runs = 0;
    bool inside = false;
    for (int x = 0; x < picture.bitmap.width; ++x) {
        bool painted = false;
        for (int y = 0; y < picture.bitmap.height; ++y) painted = painted || picture.bitmap.at(x, y).a > 40;
        runs += painted && !inside ? 1 : 0;
        inside = painted;
    }
    return runs;
}

Rect paintedArea(const TextPicture& picture) {
    int left = picture.bitmap.width, top = picture.bitmap.height, right = -1, bottom = -1;
    for (int y = 0; y < picture.bitmap.height; ++y) {
        for (int x = 0; x < picture.bitmap.width; ++x) {
            if (picture.bitmap.at(x, y).a == 0) continue;
            left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
        }
    }
    return {static_cast<float>(left - picture.originX), static_cast<float>(top - picture.originY),
            static_cast<float>(right - left + 1), static_cast<float>(bottom - top + 1)};
}

class Script : public testing::TestWithParam<const char*> {};

TEST_P(Script, HasAGlyphForEveryCharacterInEveryFace) {
    for (Face face : {Face::text, Face::display, Face::ceremony, Face::mono}) {
        const TextPicture picture = renderText(GetParam(), {face, 40, Weight::bold});
        EXPECT_EQ(picture.metrics.missingGlyphs, 0) << GetParam();
        EXPECT_FALSE(picture.bitmap.empty());
        EXPECT_FALSE(picture.coloured) << "figures and letters must not come from the emoji font";
    }
}

INSTANTIATE_TEST_SUITE_P(Text, Script,
                         testing::Values("Wijesinghe Nguyễn Thị Ánh Łódź 0123456789 #*", "欢迎入场 𠮷",
                                         "ようこそ カタカナ", "환영합니다", "أهلا وسهلا", "خوش آمدید", "שלום",
                                         "Добро пожаловать", "ยินดีต้อนรับ", "ຍິນດີຕ້ອນຮັບ", "សូមស្វាគមន៍", "ကြိုဆိုပါတယ်", "ආයුබෝවන්",
                                         "स्वागत है", "স্বাগতম", "வரவேற்பு", "ቅድስት", "გამარჯობა", "Բարեւ", "Тавтай морил"));

TEST(Text, JoinsArabicLetters) {
    // Seen apart, the nine letters make nine runs; joined, the words fall into far fewer.
    EXPECT_GE(inkRuns(renderText("م ح م د ا ل ح س ن", {Face::text, 60})), 9);
    EXPECT_LE(inkRuns(renderText(kArabic, {Face::text, 60})), 5);
}

TEST(Text, FormsConjuncts) {
    // ක්‍ෂ with a joiner is one letter and narrower than its parts side by side.
    const TextStyle style{Face::text, 60};
    EXPECT_LT(measure("क्ष", style).width, measure("क", style).width + measure("ष", style).width);
    EXPECT_EQ(inkRuns(renderText("กำ", style)) > 0, true);
    EXPECT_LT(measure("한", style).width, measure("ㅎㅏㄴ", style).width) << "jamo must be composed";
}

TEST(Text, PaintsWhatItSaysTheInkIs) {
    for (const char* text : {"Welcome", "gjpqy", "欢迎", kArabic, "ආයුබෝවන්", "487"}) {
        const TextPicture picture = renderText(text, {Face::display, 80, Weight::bold});
        const Rect ink = picture.metrics.ink, painted = paintedArea(picture);
        EXPECT_NEAR(painted.x, ink.x, 1.5) << text;
        EXPECT_NEAR(painted.y, ink.y, 1.5) << text;
        EXPECT_NEAR(painted.right(), ink.right(), 1.5) << text;
        EXPECT_NEAR(painted.bottom(), ink.bottom(), 1.5) << text;
    }
}

TEST(Text, StandsOnTheBaseline) {
    // A flat-footed capital ends at the baseline and is as high as Inter's capitals are: 0.727 of the size.
    for (const char* text : {"H", "H欢ආ", "HЯ"}) {
        const TextPicture picture = renderText("H", {Face::text, 100});
        EXPECT_NEAR(picture.metrics.ink.bottom(), 0, 0.6) << text;
        EXPECT_NEAR(-picture.metrics.ink.y, 72.7, 1.5) << text;
    }
    EXPECT_GT(measure("g", {Face::text, 100}).ink.bottom(), 15);
}

TEST(Text, KeepsLinesApartByTheStyleWhateverTheScript) {
    const TextStyle style{.size = 50, .lineHeight = 1.2F};
    for (const char* text : {"Ag\nAg", "欢迎\n欢迎", "ආයු\nආයු", "ကြို\nကြို"}) {
        const TextMetrics two = measure(text, style),
                          one = measure(std::string(text).substr(0, std::string(text).find('\n')), style);
        EXPECT_EQ(two.lines, 2);
        EXPECT_NEAR(two.ink.bottom() - one.ink.bottom(), 60, 1) << text;
        EXPECT_NEAR(two.height, 120, 0.1);
    }
}

TEST(Text, GivesFiguresOneWidthWhenAsked) {
    const TextStyle tabular{.face = Face::display, .size = 100, .weight = Weight::bold, .tabular = true};
    EXPECT_NEAR(measure("1111", tabular).width, measure("8888", tabular).width, 0.1);
    TextStyle proportional = tabular;
    proportional.tabular = false;
    EXPECT_LT(measure("1111", proportional).width, measure("8888", proportional).width - 10);
}

TEST(Text, WrapsToEvenLinesWithoutAnOrphan) {
    const TextStyle style{Face::text, 40};
    const std::string text = "Please go to the help desk beside the main entrance now";
    const float whole = measure(text, style).width;
    const TextMetrics even = measure(text, style, {whole * 0.9F});
    EXPECT_EQ(even.lines, 2);
    EXPECT_LT(even.width, whole * 0.65F) << "the first line must not be full and the second one word";
    const TextMetrics greedy = measure(text, style, {.maxWidth = whole * 0.9F, .balanced = false});
    EXPECT_GT(greedy.width, whole * 0.7F);
}

TEST(Text, EndsInAnEllipsisAfterTheLastLineAllowed) {
    const TextStyle style{Face::text, 30};
    const std::string text(400, 'm');
    const TextMetrics m = measure(text, style, {300, 2});
    EXPECT_TRUE(m.cut);
    EXPECT_EQ(m.lines, 2);
    EXPECT_LE(m.width, 301);
    EXPECT_FALSE(measure("short", style, {300, 2}).cut);
}

TEST(Text, FitsTheLargestSizeIntoWidthAndLines) {
    const TextStyle style{Face::display, 0, Weight::bold};
    const char* name = "Wijesinghe Mudiyanselage Nethmi Sanduni Rathnayake";
    const TextBox box{880, 2};
    const float size = fitSize(name, style, box, 40, 88);
    const TextMetrics fitted = measure(name, style.sized(size), box);
    EXPECT_LE(fitted.width, 880);
    EXPECT_LE(fitted.lines, 2);
    EXPECT_FALSE(fitted.cut);
    EXPECT_GT(measure(name, style.sized(size + 1), {880}).lines, 2) << "a larger size would have fitted";
    EXPECT_EQ(fitSize("Li Na", style, box, 40, 88), 88);
    EXPECT_EQ(fitSize(std::string(300, 'W'), style, box, 40, 88), 40) << "what never fits gets the least size";
}

TEST(Text, DoesNotTearANameAtItsHyphen) {
    const TextStyle style{Face::text, 40};
    const std::string name = "Abcdefgh Al-Hassan";
    const float room = measure("Abcdefgh Al-", style).width + 5;
    // Torn, the first line would hold "Abcdefgh Al-"; kept together, "Al-Hassan" is the wider line.
    const TextMetrics m = measure(name, style, {.maxWidth = room, .balanced = false});
    EXPECT_EQ(m.lines, 2);
    EXPECT_NEAR(m.width, std::max(measure("Abcdefgh ", style).width, measure("Al-Hassan", style).width), 12);
    EXPECT_LT(m.width, room - 30);
}

// A break where it may not be would leave the first line as wide as `torn`.
void expectTogether(const std::string& text, const std::string& torn) {
    const TextStyle style{Face::text, 40};
    const float room = measure(torn, style).width + 5;
    const TextMetrics m = measure(text, style, {.maxWidth = room, .balanced = false});
    EXPECT_GE(m.lines, 2) << text;
    EXPECT_LT(m.width, room - 20) << text;
    EXPECT_FALSE(m.cut);
}

TEST(Text, KeepsTheLetterOfADoorBesideItsWord) {
    expectTogether("Send the guest to Door B", "Send the guest to Door");
    expectTogether("Balcony left, row 12, seat 9", "Balcony left, row");
    expectTogether("请来宾前往 Door B。", "请来宾前往 Door");
}

TEST(Text, BreaksANameInCapitalsBetweenAnyOfItsWords) {
    const TextStyle style{Face::text, 40};
    const float room = measure("Mr. TRAN VAN", style).width + 5;
    const TextMetrics m = measure("Mr. TRAN VAN BAO LE", style, {.maxWidth = room, .maxLines = 2, .balanced = false});
    EXPECT_EQ(m.lines, 2);
    EXPECT_FALSE(m.cut);
}

TEST(Text, KeepsChineseWordsTogether) {
    expectTogether("若持票人不是本人", "若持票人不是本");
    expectTogether("门票代码由字母和数字组成", "门票代码由字母和数");
}

TEST(Text, PutsRightToLeftNamesAtTheLeftUnlessAskedOtherwise) {
    const TextStyle style{Face::text, 40};
    EXPECT_NEAR(measure(kArabic, style, {600}).ink.x, 0, 8);
    EXPECT_NEAR(measure(kArabic, style, {.maxWidth = 600, .align = Align::right}).ink.right(), 600, 8);
    EXPECT_NEAR(measure("Latin", style, {.maxWidth = 600, .align = Align::right}).ink.right(), 600, 8);
    const Rect middle = measure(kArabic, style, {.maxWidth = 600, .align = Align::centre}).ink;
    EXPECT_NEAR(middle.x + middle.w / 2, 300, 8);
}

TEST(Text, IsolatesANameInASentence) {
    // Without isolates "(3)" would jump to the other side of the Arabic name.
    const TextStyle style{Face::text, 40};
    const TextPicture apart = renderText(isolated(kArabic) + " 3", style),
                      mixed = renderText(std::string("A ") + kArabic + " 3", style);
    EXPECT_EQ(apart.metrics.missingGlyphs, 0) << "the isolates themselves show nothing";
    EXPECT_EQ(mixed.metrics.missingGlyphs, 0);
    EXPECT_NEAR(measure(isolated("Li Na"), style).width, measure("Li Na", style).width, 0.5);
}

TEST(Text, TakesMarkupForPlainText) {
    const TextStyle style{Face::text, 40};
    EXPECT_GT(measure("<b>x</b> &amp;", style).width, measure("x &", style).width * 3);
}

TEST(Text, SurvivesBrokenAndHostileBytes) {
    const TextStyle style{Face::text, 20};
    for (const std::string& text :
         {std::string("\xFF\xFE\x80"), std::string("a\0b\x01\x7F", 5), std::string(), std::string("   "),
          std::string(200'000, 'x'), std::string("\xF0\x9F\x87"), std::string("\u202Eabc")}) {
        const TextPicture picture = renderText(text, style);
        EXPECT_LE(picture.bitmap.width, 16384);
        measure(text, style, {100, 2});
        fitSize(text, style, {100, 1}, 10, 20);
    }
    EXPECT_TRUE(renderText("   ", style).bitmap.empty());
}

TEST(Text, PaintsEmojiInTheirOwnColours) {
    const TextPicture picture = renderText("🙂 ok", {Face::text, 60});
    ASSERT_TRUE(picture.coloured);
    bool yellow = false;
    for (int y = 0; y < picture.bitmap.height; ++y) {
        for (int x = 0; x < picture.bitmap.width; ++x) {
            const Colour c = picture.bitmap.at(x, y);
            yellow = yellow || (c.a > 200 && c.r > 200 && c.g > 150 && c.b < 120);
        }
    }
    EXPECT_TRUE(yellow);
}

TEST(Text, IsDrawnAsTextOnPaper) {
    std::string pdf;
    {
        const SurfaceOwned surface(cairo_pdf_surface_create_for_stream(
            [](void* closure, const unsigned char* data, unsigned int length) {
                static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
                return CAIRO_STATUS_SUCCESS;
            },
            &pdf, 300, 100));
        const CairoOwned cairo(cairo_create(surface.get()));
        const TextMetrics m = drawText(cairo.get(), 10, 50, "欢迎 Welcome", {Face::text, 20}, Colour::hex(0x071426));
        EXPECT_NEAR(m.width, measure("欢迎 Welcome", {Face::text, 20}).width, 0.5);
    }
    EXPECT_EQ(pdf.find("/Image"), std::string::npos) << "text must not be a picture";
    EXPECT_NE(pdf.find("/FontFile"), std::string::npos) << "its font must be embedded";
}

}  // namespace
}  // namespace turnout::paint
