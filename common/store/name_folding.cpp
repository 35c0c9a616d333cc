#include "common/store/name_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

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

class Folding {
  public:
    // Letters and digits in lower case without marks; empty for anything else.
    const std::string& of(UChar32 c, To to) {
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

    std::string fold(UChar32 c, To to) {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString text(c);
        const bool latin = to != To::plain || uscript_getScript(c, &status) == USCRIPT_LATIN;
        if (latin) {
            if (!anyToLatin_) anyToLatin_.reset(make("Any-Latin; Latin-ASCII"));
            if (!names_) names_.reset(make("Han-Latin/Names; Latin-ASCII"));
            icu::Transliterator* with = to == To::surname ? names_.get() : anyToLatin_.get();
            if (with != nullptr) with->transliterate(text);
        } else if (const auto* nfkd = icu::Normalizer2::getNFKDInstance(status); U_SUCCESS(status)) {
            text = nfkd->normalize(text, status);
        }
        text.foldCase();
        icu::UnicodeString kept;
        for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
            const UChar32 part = text.char32At(i);
            if (u_isalnum(part) && (!latin || to == To::plain || part < 0x80)) kept.append(part);
        }
        std::string out;
        kept.toUTF8String(out);
        return out;
    }

    std::mutex mutex_;
    std::unordered_map<UChar32, std::string> known_[3];
    std::unique_ptr<icu::Transliterator> anyToLatin_, names_;
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
            }
            return;
        }
        if (!u_isalnum(c)) {
            open = false;
            return;
        }
        const bool han = isHan(c);
        const std::string& letters = folding().of(c, han && first ? To::surname : To::latin);
        first = false;
        if (letters.empty()) return;
        if (!open || han) words.emplace_back();
        open = !han;
        FoldedWord& word = words.back();
        word.folded += letters;
        word.from.insert(word.from.end(), letters.size(), ByteSpan{begin, end});
    });
    return words;
}

FoldedWord plainOf(std::string_view name) {
    FoldedWord all;
    eachCharacter(name, [&](UChar32 c, std::size_t begin, std::size_t end) {
        if (isMark(c)) return;
        const std::string& letters = folding().of(c, To::plain);
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
            words.back() += folding().of(c, To::plain);
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
