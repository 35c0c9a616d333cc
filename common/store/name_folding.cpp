#include "common/store/name_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace turnout {
namespace {

bool isHan(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == USCRIPT_HAN;
}

bool isMark(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

enum class To { latin, surname, plain };  // surname: how a Chinese character is read at the head of a name

struct Letters {
    std::string folded;   // letters and digits in lower case without marks; empty for anything else
    bool umlaut = false;  // its u is ü
};

constexpr UChar32 kDiaeresis = 0x308;

class Folding {
  public:
    const Letters& of(UChar32 c, To to) {
        const std::lock_guard lock(mutex_);
        auto& known = known_[static_cast<std::size_t>(to)];
        if (const auto found = known.find(c); found != known.end()) return found->second;
        return known[c] = fold(c, to);
    }

  private:
    static icu::Transliterator* make(const char* rules) {
        UErrorCode status = U_ZERO_ERROR;
        icu::Transliterator* made = icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status);
        return U_SUCCESS(status) ? made : nullptr;
    }

    static bool hasUmlaut(const icu::UnicodeString& latin) {
        UErrorCode status = U_ZERO_ERROR;
        const auto* nfd = icu::Normalizer2::getNFDInstance(status);
        if (U_FAILURE(status)) return false;
        const icu::UnicodeString parts = nfd->normalize(latin, status);
        for (int32_t i = 0; i + 1 < parts.length(); ++i)
            if ((parts[i] == u'u' || parts[i] == u'U') && parts[i + 1] == kDiaeresis) return true;
        return false;
    }

    Letters fold(UChar32 c, To to) {
        UErrorCode status = U_ZERO_ERROR;
        Letters letters;
        icu::UnicodeString text(c);
        const bool latin = to != To::plain || uscript_getScript(c, &status) == USCRIPT_LATIN;
        if (latin) {
            if (!anyToLatin_) anyToLatin_.reset(make("Any-Latin"));
            if (!names_) names_.reset(make("Han-Latin/Names"));
            if (!ascii_) ascii_.reset(make("Latin-ASCII"));
            icu::Transliterator* with = to == To::surname ? names_.get() : anyToLatin_.get();
            if (with != nullptr) with->transliterate(text);
            letters.umlaut = hasUmlaut(text);
            if (ascii_) ascii_->transliterate(text);
        } else if (const auto* nfkd = icu::Normalizer2::getNFKDInstance(status); U_SUCCESS(status)) {
            text = nfkd->normalize(text, status);
        }
        text.foldCase();
        icu::UnicodeString kept;
        for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
            const UChar32 part = text.char32At(i);
            if (u_isalnum(part) && (!latin || to == To::plain || part < 0x80)) kept.append(part);
        }
        kept.toUTF8String(letters.folded);
        return letters;
    }

    std::mutex mutex_;
    std::unordered_map<UChar32, Letters> known_[3];
    std::unique_ptr<icu::Transliterator> anyToLatin_, names_, ascii_;
};

Folding& folding() {
    static Folding one;
    return one;
}

template <class Take>
void eachCharacter(std::string_view utf8, Take take) {
    const auto size = static_cast<int32_t>(utf8.size());
    for (int32_t at = 0; at < size;) {
        const int32_t begin = at;
        UChar32 c = 0;
        U8_NEXT(utf8.data(), at, size, c);
        if (c >= 0) take(c, static_cast<std::size_t>(begin), static_cast<std::size_t>(at));
    }
}

}  // namespace

std::vector<FoldedWord> latinWords(std::string_view name) {
    std::vector<FoldedWord> words;
    bool open = false, first = true;
    eachCharacter(name, [&](UChar32 c, std::size_t begin, std::size_t end) {
        if (isMark(c)) {  // belongs to the letter before it
            if (open && !words.back().from.empty()) {
                for (auto span = words.back().from.rbegin(); span != words.back().from.rend() && span->end == begin;
                     ++span)
                    span->end = end;
                if (c == kDiaeresis && words.back().folded.back() == 'u')
                    words.back().umlauts.push_back(words.back().folded.size() - 1);
            }
            return;
        }
        if (!u_isalnum(c)) {
            open = false;
            return;
        }
        const bool han = isHan(c);
        const Letters& folded = folding().of(c, han && first ? To::surname : To::latin);
        const std::string& letters = folded.folded;
        first = false;
        if (letters.empty()) return;
        if (!open || han) words.emplace_back();
        open = !han;
        FoldedWord& word = words.back();
        if (const auto u = letters.find('u'); folded.umlaut && u != std::string::npos)
            word.umlauts.push_back(word.folded.size() + u);
        word.folded += letters;
        word.from.insert(word.from.end(), letters.size(), ByteSpan{begin, end});
    });
    return words;
}

namespace {

// A ü after l or n, the only ones that are typed in several ways; written as u, v or yu.
struct Umlaut {
    std::size_t at = 0, length = 1;
};

std::vector<Umlaut> umlautsOf(const FoldedWord& word) {
    const std::string& letters = word.folded;
    std::vector<Umlaut> all;
    for (std::size_t at = 1; at < letters.size(); ++at) {
        if (letters[at - 1] != 'l' && letters[at - 1] != 'n') continue;
        if (letters.compare(at, 2, "yu") == 0)
            all.push_back({at, 2});
        else if ((letters[at] == 'v' && at == 1) ||  // in the middle it is a v: Silva
                 std::find(word.umlauts.begin(), word.umlauts.end(), at) != word.umlauts.end())
            all.push_back({at, 1});
    }
    return all;
}

FoldedWord spelled(const FoldedWord& word, const std::vector<Umlaut>& umlauts, std::string_view as) {
    FoldedWord other;
    std::size_t at = 0;
    for (const Umlaut& umlaut : umlauts) {
        other.folded += word.folded.substr(at, umlaut.at - at) + std::string(as);
        other.from.insert(other.from.end(), word.from.begin() + static_cast<std::ptrdiff_t>(at),
                          word.from.begin() + static_cast<std::ptrdiff_t>(umlaut.at));
        const ByteSpan whole{word.from[umlaut.at].begin, word.from[umlaut.at + umlaut.length - 1].end};
        other.from.insert(other.from.end(), as.size(), whole);
        at = umlaut.at + umlaut.length;
    }
    other.folded += word.folded.substr(at);
    other.from.insert(other.from.end(), word.from.begin() + static_cast<std::ptrdiff_t>(at), word.from.end());
    return other;
}

}  // namespace

std::vector<std::vector<FoldedWord>> latinSpellings(std::string_view name) {
    std::vector<std::vector<FoldedWord>> spellings{latinWords(name)};
    const auto has = [](const FoldedWord& word) { return !umlautsOf(word).empty(); };
    if (std::none_of(spellings[0].begin(), spellings[0].end(), has)) return spellings;
    const auto sameAs = [](const std::vector<FoldedWord>& a) {
        return [&a](const std::vector<FoldedWord>& b) {
            return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                              [](const FoldedWord& one, const FoldedWord& two) { return one.folded == two.folded; });
        };
    };
    for (const std::string_view as : {"u", "v", "yu"}) {
        std::vector<FoldedWord> other;
        for (const FoldedWord& word : spellings[0]) other.push_back(spelled(word, umlautsOf(word), as));
        if (std::none_of(spellings.begin(), spellings.end(), sameAs(other))) spellings.push_back(std::move(other));
    }
    return spellings;
}

FoldedWord plainOf(std::string_view name) {
    FoldedWord all;
    eachCharacter(name, [&](UChar32 c, std::size_t begin, std::size_t end) {
        if (isMark(c)) return;
        const std::string& letters = folding().of(c, To::plain).folded;
        all.folded += letters;
        all.from.insert(all.from.end(), letters.size(), ByteSpan{begin, end});
    });
    return all;
}

std::vector<std::string> plainWords(std::string_view text) {
    std::vector<std::string> words(1);
    eachCharacter(text, [&](UChar32 c, std::size_t, std::size_t) {
        if (u_isUWhiteSpace(c)) {
            if (!words.back().empty()) words.emplace_back();
        } else if (!isMark(c)) {
            words.back() += folding().of(c, To::plain).folded;
        }
    });
    if (words.back().empty()) words.pop_back();
    return words;
}

bool hasChinese(std::string_view text) {
    bool any = false;
    eachCharacter(text, [&](UChar32 c, std::size_t, std::size_t) { any = any || isHan(c); });
    return any;
}

}  // namespace turnout
