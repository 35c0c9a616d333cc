#include "common/roster/heading_words.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "assets/assets.h"
#include "common/base/table.h"
#include "common/base/text.h"

namespace turnout {
namespace {

constexpr std::size_t kLongestHeading = 2000;  // bytes

// GB2312 holds no characters but the new ones (and a few that both ways of writing share).
bool isSimplified(const icu::UnicodeString& text) {
    static const std::unique_ptr<icu::UnicodeSet> all = [] {
        auto made = std::make_unique<icu::UnicodeSet>();
        UErrorCode status = U_ZERO_ERROR;
        if (UConverter* converter = ucnv_open("gb2312", &status)) {
            ucnv_getUnicodeSet(converter, made->toUSet(), UCNV_ROUNDTRIP_SET, &status);
            ucnv_close(converter);
        }
        return made;
    }();
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 && !all->contains(c)) return false;
    }
    return true;
}

// Chinese in the old characters is read like Chinese in the new ones: 國籍 as 国籍. ICU needs a tenth of a second to
// make ready for it, so a list without them does not ask.
icu::UnicodeString simplified(icu::UnicodeString text) {
    if (isSimplified(text)) return text;
    static const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    }();
    if (made) made->transliterate(text);
    return text;
}

void cutOut(std::string& key, std::string_view words, std::string_view instead) {
    for (auto at = key.find(words); at != std::string::npos; at = key.find(words, at))
        key.replace(at, words.size(), instead);
}

bool cutFront(std::string& key, std::string_view words) {
    if (!key.starts_with(words) || key.size() == words.size()) return false;
    key.erase(0, words.size());
    while (key.starts_with(' ')) key.erase(0, 1);
    return true;
}

bool cutBack(std::string& key, std::string_view words) {
    if (!key.ends_with(words) || key.size() == words.size()) return false;
    key.erase(key.size() - words.size());
    while (key.ends_with(' ')) key.pop_back();
    return true;
}

}  // namespace

const HeadingTable& headingTable() {
    static const HeadingTable all = [] {
        HeadingTable made;
        for (const auto& cells : tableRows(assets::bytes("tables/headers.tsv"))) {
            std::size_t rank = 0;
            for (const std::string_view heading : several(cells.at(1)))
                made.headings[std::string(heading)].push_back({made.fields.size(), rank++});
            made.fields.emplace_back(cells.at(0));
        }
        return made;
    }();
    return all;
}

// "#" and "_" tell headings apart and stay.
std::string foldedHeading(std::string_view heading) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) return {};
    const std::string clean = cleanForScreen(heading.substr(0, kLongestHeading));
    const icu::UnicodeString all =
        casefold->normalize(icu::UnicodeString::fromUTF8({clean.data(), static_cast<int>(clean.size())}), status);
    icu::UnicodeString kept;
    bool space = false;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        const UChar32 c = all.char32At(i);
        if (c == '\'' || c == 0x2019) continue;
        if (!u_isalnum(c) && c != '#' && c != '_' && u_charType(c) != U_NON_SPACING_MARK &&
            u_charType(c) != U_COMBINING_SPACING_MARK) {
            space = kept.length() > 0;
            continue;
        }
        if (space) kept.append(static_cast<UChar>(' '));
        space = false;
        kept.append(c);
    }
    std::string key;
    const bool ascii = std::all_of(clean.begin(), clean.end(), [](char c) { return c > 0; });
    (ascii ? kept : simplified(kept)).toUTF8String(key);
    return key;
}

std::string headingKey(std::string_view heading) {
    std::string key = foldedHeading(heading);
    const std::string whole = key;
    // "1、" and "Q1." before, polite words around, marks of the tool behind.
    if (key.starts_with("q") && key.size() > 1 && key[1] >= '0' && key[1] <= '9') key.erase(0, 1);
    if (const auto digits = key.find_first_not_of("0123456789"); digits != 0 && digits != std::string::npos)
        key = key.substr(key[digits] == ' ' ? digits + 1 : digits);
    cutOut(key, " your ", " ");
    cutOut(key, " you are ", " ");
    if (key.size() > 6) cutOut(key, "您的", "");
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view mark :
             {"必填", "选填", "自动", "单选", "多选", "单选题", "填空题", "required", "optional", "必填项", "必答"})
            cut = cutBack(key, mark) || cut;
        for (const std::string_view word : {"请输入",
                                            "请填写",
                                            "请选择",
                                            "请问",
                                            "请提供",
                                            "您的",
                                            "你的",
                                            "您",
                                            "你",
                                            "what is ",
                                            "what s ",
                                            "whats ",
                                            "please enter ",
                                            "please provide ",
                                            "please select ",
                                            "please write ",
                                            "enter ",
                                            "your ",
                                            "the ",
                                            "请 "})
            cut = cutFront(key, word) || cut;
        for (const std::string_view word : {"是什么", "是", " 您", " please"}) cut = cutBack(key, word) || cut;
    }
    if (key.empty()) return whole;
    if (headingTable().headings.contains(key)) return key;
    // "国籍 Nationality": either half says it.
    std::string han, rest;
    const icu::UnicodeString all = icu::UnicodeString::fromUTF8({key.data(), static_cast<int>(key.size())});
    icu::UnicodeString hanPart, restPart;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        const UChar32 c = all.char32At(i);
        (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 ? hanPart : restPart).append(c);
    }
    hanPart.trim().toUTF8String(han);
    restPart.trim().toUTF8String(rest);
    if (!rest.empty() && headingTable().headings.contains(rest)) return rest;
    if (!han.empty() && !rest.empty() && headingTable().headings.contains(han)) return han;
    return key;
}

}  // namespace turnout
