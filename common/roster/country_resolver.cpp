#include "common/roster/country_resolver.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

#include "assets/assets.h"
#include "common/base/table.h"

namespace turnout {
namespace {

using Codes = std::vector<std::string>;  // the likeliest first, none twice
using Index = std::unordered_map<std::string, Codes>;

constexpr int kShortestForAllLanguages = 4;  // shorter names of one language are another's (ao, bi, mon, nga)
constexpr std::size_t kMostCandidates = 4;
constexpr int kMostSpellings = 500;  // texts compared letter by letter; more are a wrong column, not typing errors

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

void addOnce(Codes& codes, const std::string& code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

// Case, accents, punctuation and a leading "the" taken away; runs of anything but letters and digits are one space.
std::string fold(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) return {};
    const icu::UnicodeString all = decompose->normalize(casefold->normalize(unicode(text), status), status);
    icu::UnicodeString kept;
    bool space = false;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        const UChar32 c = all.char32At(i);
        if (c == '.' || c == '\'' || c == 0x2019 || u_charType(c) == U_NON_SPACING_MARK) continue;
        if (!u_isalnum(c) && u_charType(c) != U_COMBINING_SPACING_MARK) {
            space = kept.length() > 0;
            continue;
        }
        if (space) kept.append(static_cast<UChar>(' '));
        space = false;
        kept.append(c);
    }
    std::string key = utf8(kept);
    if (key.starts_with("the ")) key.erase(0, 4);
    return key;
}

std::string countryOf(std::string_view region) {
    const auto code = CountryCode::fromAlpha2(region);
    return code ? code->str() : std::string();
}

// Two regional indicators ("🇱🇦") anywhere in the text.
std::string flagIn(const icu::UnicodeString& text) {
    std::string letters;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (c >= 0x1F1E6 && c <= 0x1F1FF) letters += static_cast<char>('A' + (c - 0x1F1E6));
    }
    return letters.size() == 2 ? countryOf(letters) : std::string();
}

// assets/tables/countries_asked.tsv: a text, then the countries it may mean.
Index readAsked() {
    Index asked;
    for (const auto& cells : tableRows(assets::bytes("tables/countries_asked.tsv")))
        for (const std::string_view code : several(cells.at(1))) addOnce(asked[fold(cells.at(0))], std::string(code));
    return asked;
}

const std::set<std::string>& noCountry() {
    static const std::set<std::string> words{"stateless", "unknown", "无国籍", "未知", "不详", "zz", "apatride", "xx"};
    return words;
}

// "老挝 Laos", "Laos (LA)", "LA-老挝": the pieces between brackets and signs and where the script changes to or from
// Chinese, folded. One piece for an ordinary name.
std::vector<std::string> pieces(std::string_view text) {
    const icu::UnicodeString all = unicode(text);
    std::vector<icu::UnicodeString> found(1);
    bool han = false;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        const UChar32 c = all.char32At(i);
        const bool isHan = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
        const bool separates = u_ispunct(c) && c != '.' && c != '\'' && c != 0x2019;
        if (separates || (u_isalpha(c) && isHan != han && !found.back().isEmpty())) found.emplace_back();
        if (u_isalpha(c)) han = isHan;
        if (!separates) found.back().append(c);
    }
    std::vector<std::string> folded;
    for (const icu::UnicodeString& piece : found)
        if (std::string key = fold(utf8(piece)); !key.empty()) folded.push_back(std::move(key));
    return folded;
}

// The Chinese and the other part of "刚果（金） DR Congo", folded, each with its own brackets.
std::vector<std::string> scripts(std::string_view text) {
    const icu::UnicodeString all = unicode(text);
    std::vector<icu::UnicodeString> found(1);
    bool han = false, any = false;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        const UChar32 c = all.char32At(i);
        const bool isHan = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
        if (u_isalpha(c) && any && isHan != han) found.emplace_back();
        if (u_isalpha(c)) {
            han = isHan;
            any = true;
        }
        found.back().append(c);
    }
    std::vector<std::string> folded;
    for (const icu::UnicodeString& part : found)
        if (std::string key = fold(utf8(part)); !key.empty()) folded.push_back(std::move(key));
    return folded;
}

// 馬來西亞 as 马来西亚.
std::string simplified(const std::string& key) {
    static const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    }();
    icu::UnicodeString text = unicode(key);
    if (made) made->transliterate(text);
    return utf8(text);
}

std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
    if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
    std::vector<std::size_t> row(b.size() + 1), before(b.size() + 1), earlier;
    for (std::size_t j = 0; j <= b.size(); ++j) before[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], earlier[j - 2] + 1);
        }
        earlier = before;
        std::swap(before, row);
    }
    return before[b.size()];
}

std::u32string points(const std::string& text) {
    const icu::UnicodeString all = unicode(text);
    std::u32string out;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) out += static_cast<char32_t>(all.char32At(i));
    return out;
}

// How many letters of a name are its own: "republic of" stands in sixty others, and two wrong letters of "guyana" make
// "ghana".
std::size_t ownLetters(const std::string& key) {
    static const std::set<std::string> ranks{
        "republic", "kingdom",   "state",   "states", "of",   "the",       "and",        "peoples",      "united",
        "federal",  "federated", "islamic", "union",  "arab", "socialist", "democratic", "commonwealth", "independent"};
    std::size_t letters = 0;
    for (std::size_t start = 0; start < key.size();) {
        const std::size_t end = std::min(key.find(' ', start), key.size());
        if (const std::string word = key.substr(start, end - start); !ranks.contains(word))
            letters += points(word).size();
        start = end + 1;
    }
    return letters;
}

}  // namespace

struct CountryResolver::Impl {
    std::unordered_map<std::string, CountryCode> taught;  // a person's answers, by folded text
    const Index asked = readAsked();                      // never taken by themselves
    Index names;                                          // those, the table's, ICU's English and Chinese ones
    Index allLanguages;                                   // made at the first text that needs it (about half a second)
    std::vector<std::pair<std::u32string, std::string>> spellings;
    std::unordered_map<std::string, CountryReading> remembered;
    int spellingsLeft = kMostSpellings;

    void add(Index& index, std::string_view name, const std::string& code) {
        if (const std::string key = fold(name); !key.empty() && !code.empty()) addOnce(index[key], code);
    }

    Impl() {
        for (const Country& country : countries()) {
            const std::string code(country.code);
            for (const std::string_view name : {country.nameEn, country.nameZh, country.nameOwn, country.demonymEn})
                add(names, name, code);
            for (const auto* forms : {&country.aliases, &country.listForms})
                for (const std::string_view form : *forms) add(names, form, code);
        }
        addIcuNames();
        for (const auto& [name, codes] : asked) names[name] = codes;
        for (const auto& [name, codes] : names)
            for (const std::string& code : codes) spellings.emplace_back(points(name), code);
    }

    void addIcuNames() {
        const std::array<UDisplayContext, 1> brief{UDISPCTX_LENGTH_SHORT};
        for (const icu::Locale& language :
             {icu::Locale::getEnglish(), icu::Locale::getSimplifiedChinese(), icu::Locale::getTraditionalChinese()}) {
            const std::unique_ptr<icu::LocaleDisplayNames> shortNames(icu::LocaleDisplayNames::createInstance(
                language, const_cast<UDisplayContext*>(brief.data()), static_cast<int32_t>(brief.size())));
            for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) {
                const std::string code = countryOf(*region);
                icu::UnicodeString name;
                const icu::Locale place("", *region);
                place.getDisplayCountry(language, name);
                add(names, utf8(name), code);
                shortNames->regionDisplayName(*region, name);
                add(names, utf8(name), code);
                if (!code.empty() && *place.getISO3Country() != '\0')
                    addOnce(names[fold(place.getISO3Country())], code);
                if (!code.empty()) addOnce(names[fold(*region)], code);
            }
        }
    }

    const Index& everyLanguage() {
        if (!allLanguages.empty()) return allLanguages;
        int32_t count = 0;
        const icu::Locale* languages = icu::Locale::getAvailableLocales(count);
        for (int32_t i = 0; i < count; ++i) {
            if (*languages[i].getCountry() != '\0') continue;  // regional variants repeat their language's names
            for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) {
                icu::UnicodeString name;
                icu::Locale("", *region).getDisplayCountry(languages[i], name);
                if (name.countChar32() >= kShortestForAllLanguages) add(allLanguages, utf8(name), countryOf(*region));
            }
        }
        return allLanguages;
    }

    static CountryReading reading(const Codes& codes) {
        CountryReading result;
        result.kind = codes.size() == 1 ? CountryReading::Kind::one : CountryReading::Kind::ask;
        for (const std::string& code : codes)
            if (result.candidates.size() < kMostCandidates)
                result.candidates.push_back(CountryCode::fromAlpha2(code).value_or(CountryCode{}));
        return result;
    }

    static CountryReading asking(const Codes& codes) {
        CountryReading result = reading(codes);
        result.kind = CountryReading::Kind::ask;
        return result;
    }

    // By name, and with 巴基斯坦籍, 老挝国籍, 中国籍, 泰国籍人 as their country.
    std::optional<CountryReading> named(const std::string& key, int endings) const {
        if (const auto known = asked.find(key); known != asked.end()) return asking(known->second);
        if (const auto found = names.find(key); found != names.end()) return reading(found->second);
        if (endings > 0)
            for (const std::string_view ending : {"籍", "国籍", "公民", "人"})
                if (key.size() > ending.size() && key.ends_with(ending)) {
                    std::string rest = key.substr(0, key.size() - ending.size());
                    while (rest.ends_with(' ')) rest.pop_back();  // 刚果（布）籍
                    if (auto known = named(rest, endings - 1)) return known;
                }
        return std::nullopt;
    }

    // The countries that every piece of a text can mean, when each piece means some: "Congo - CD" is CD.
    Codes inPieces(const std::vector<std::string>& parts) const {
        Codes common;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            auto found = names.find(parts[i]);
            if (found == names.end()) found = names.find(simplified(parts[i]));
            if (found == names.end()) return {};
            const Codes& other = found->second;
            if (i == 0) common = other;
            std::erase_if(common, [&](const std::string& code) {
                return std::find(other.begin(), other.end(), code) == other.end();
            });
        }
        return common;
    }

    CountryReading near(const std::string& key) {
        if (spellingsLeft-- <= 0) return {};
        const std::u32string wanted = points(key);
        const std::size_t own = ownLetters(key);
        const std::size_t limit = own >= 8 ? 2 : own >= 4 ? 1 : 0;
        std::vector<std::pair<std::size_t, std::string>> found;
        if (limit > 0)
            for (const auto& [name, code] : spellings)
                if (name.size() >= 3)
                    if (const std::size_t off = distance(wanted, name, limit); off <= limit)
                        found.emplace_back(off, code);
        std::sort(found.begin(), found.end());
        CountryReading result;
        for (const auto& [off, code] : found) {
            const auto country = CountryCode::fromAlpha2(code).value_or(CountryCode{});
            if (std::find(result.candidates.begin(), result.candidates.end(), country) == result.candidates.end() &&
                result.candidates.size() < kMostCandidates)
                result.candidates.push_back(country);
        }
        if (!result.candidates.empty()) result.kind = CountryReading::Kind::ask;
        return result;
    }

    CountryReading lookUp(std::string_view text) {
        const std::string key = fold(text);
        const std::string flag = flagIn(unicode(text));
        if (const auto known = taught.find(key); known != taught.end() && !key.empty())
            return {CountryReading::Kind::one, {known->second}};
        if (key.empty()) return flag.empty() ? CountryReading{} : reading({flag});
        if (noCountry().contains(key)) return {CountryReading::Kind::one, {CountryCode{}}};
        if (const auto known = named(key, 2)) return *known;
        if (const auto known = named(simplified(key), 2)) return *known;
        if (const Codes common = inPieces(scripts(text)); !common.empty()) return reading(common);
        if (const Codes common = inPieces(pieces(text)); !common.empty()) return reading(common);
        if (points(key).size() >= kShortestForAllLanguages)
            if (const auto found = everyLanguage().find(key); found != everyLanguage().end())
                return reading(found->second);
        return near(key);
    }
};

CountryResolver::CountryResolver() : impl_(std::make_unique<Impl>()) {}
CountryResolver::~CountryResolver() = default;

CountryReading CountryResolver::resolve(std::string_view text) {
    const auto [found, isNew] = impl_->remembered.try_emplace(std::string(text));
    if (isNew) found->second = impl_->lookUp(text);
    return found->second;
}

void CountryResolver::teach(std::string_view text, const CountryCode& country) {
    impl_->taught[fold(text)] = country;
    impl_->remembered.clear();
}

}  // namespace turnout
