#include "common/roster/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>

#include "common/base/text.h"

namespace turnout {
namespace {

constexpr std::size_t kLookedAt = 4 << 20;  // bytes that a guess looks at

unsigned char byteAt(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

// How much of a text is everyday Chinese in a two-byte encoding: pairs from the rows of common characters and marks.
// Nothing when some bytes are no character of the encoding.
struct Rows {
    unsigned char markFrom, markTo, commonFrom, commonTo;  // lead bytes
    bool lowTrail;                                         // common characters may have a trail of 0x40..0x7E
};
constexpr Rows kGb{0xA1, 0xA3, 0xB0, 0xD7, false}, kBig5{0xA1, 0xA3, 0xA4, 0xC6, true};

std::optional<double> everyday(std::string_view bytes, const Rows& rows, bool fourBytes) {
    std::size_t pairs = 0, common = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned char lead = byteAt(bytes, i);
        if (lead < 0x80) continue;
        if (lead == 0x80 || lead == 0xFF) return std::nullopt;
        if (i + 1 >= bytes.size()) break;
        const unsigned char trail = byteAt(bytes, i + 1);
        ++pairs;
        if (fourBytes && trail >= 0x30 && trail <= 0x39) {
            if (i + 3 >= bytes.size()) break;
            if (byteAt(bytes, i + 2) < 0x81 || byteAt(bytes, i + 3) < 0x30 || byteAt(bytes, i + 3) > 0x39)
                return std::nullopt;
            i += 3;
            ++common;
            continue;
        }
        if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return std::nullopt;
        const bool high = trail >= 0xA1;
        if (high && lead >= rows.markFrom && lead <= rows.markTo) ++common;
        if (lead >= rows.commonFrom && lead <= rows.commonTo && (high || (rows.lowTrail && trail <= 0x7E))) ++common;
        ++i;
    }
    return pairs == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(pairs);
}

// Well-formed characters of more than one byte, and bytes that belong to none.
struct Utf8Count {
    std::size_t good = 0, bad = 0;
};
Utf8Count countUtf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t i = 0; i < bytes.size();) {
        std::uint64_t eight = 0;  // most of most lists is ASCII
        if (i + sizeof(eight) <= bytes.size()) {
            std::memcpy(&eight, bytes.data() + i, sizeof(eight));
            if ((eight & 0x8080808080808080U) == 0) {
                i += sizeof(eight);
                continue;
            }
        }
        const unsigned char lead = byteAt(bytes, i);
        const std::size_t size = lead < 0x80   ? 1
                                 : lead < 0xC2 ? 0
                                 : lead < 0xE0 ? 2
                                 : lead < 0xF0 ? 3
                                 : lead < 0xF5 ? 4
                                               : 0;
        if (size > 1 && i + size > bytes.size()) break;  // cut off by the look's end
        if (size == 1) {
            ++i;
        } else if (size > 1 && isUtf8(bytes.substr(i, size))) {
            ++count.good;
            i += size;
        } else {
            ++count.bad;
            ++i;
        }
    }
    return count;
}

const char* converterOf(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf16le: return "UTF-16LE";
        case Encoding::utf16be: return "UTF-16BE";
        case Encoding::gb18030: return "gb18030";
        case Encoding::big5: return "Big5-HKSCS";
        case Encoding::windows1252: return "windows-1252";
        case Encoding::utf8: break;
    }
    return "UTF-8";
}

std::optional<Encoding> wide(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
    if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
    if (bytes.find('\0') == std::string_view::npos) return std::nullopt;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\0') ++zeros[i % 2];
    const std::size_t some = bytes.size() / 20 + 1;  // separators and line ends alone are that many
    if (zeros[1] >= some && zeros[0] * 20 < zeros[1]) return Encoding::utf16le;
    if (zeros[0] >= some && zeros[1] * 20 < zeros[0]) return Encoding::utf16be;
    return std::nullopt;
}

}  // namespace

std::string_view nameOf(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf16le: return "UTF-16LE";
        case Encoding::utf16be: return "UTF-16BE";
        case Encoding::gb18030: return "GB18030";
        case Encoding::big5: return "Big5";
        case Encoding::windows1252: return "Windows-1252";
        case Encoding::utf8: break;
    }
    return "UTF-8";
}

std::optional<Encoding> encodingNamed(std::string_view name) {
    std::string key;
    for (const char c : name)
        if (c != '-' && c != '_' && c != ' ') key += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    static const std::map<std::string, Encoding> all{
        {"utf8", Encoding::utf8},         {"utf16", Encoding::utf16le},           {"utf16le", Encoding::utf16le},
        {"utf16be", Encoding::utf16be},   {"gb18030", Encoding::gb18030},         {"gbk", Encoding::gb18030},
        {"gb2312", Encoding::gb18030},    {"cp936", Encoding::gb18030},           {"big5", Encoding::big5},
        {"cp950", Encoding::big5},        {"windows1252", Encoding::windows1252}, {"cp1252", Encoding::windows1252},
        {"latin1", Encoding::windows1252}};
    const auto found = all.find(key);
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Encoding> guessEncoding(std::string_view bytes) {
    bytes = bytes.substr(0, kLookedAt);
    if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
    if (const auto found = wide(bytes)) return found;
    if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
    // A broken letter among many good ones is a broken letter, not another encoding.
    const Utf8Count count = countUtf8(bytes);
    if (count.bad == 0 || count.good >= 4 * count.bad) return Encoding::utf8;
    constexpr double kMost = 0.6;
    const double gb = everyday(bytes, kGb, true).value_or(0), big5 = everyday(bytes, kBig5, false).value_or(0);
    if (std::max(gb, big5) < kMost) return Encoding::windows1252;
    return gb >= big5 ? Encoding::gb18030 : Encoding::big5;
}

std::string toUtf8(std::string all, Encoding encoding) {
    if (encoding == Encoding::utf8) {
        if (all.starts_with("\xEF\xBB\xBF")) all.erase(0, 3);
        return all;
    }
    std::string_view bytes = all;
    if ((encoding == Encoding::utf16le && bytes.starts_with("\xFF\xFE")) ||
        (encoding == Encoding::utf16be && bytes.starts_with("\xFE\xFF")))
        bytes.remove_prefix(2);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(converterOf(encoding), &status),
                                                                       ucnv_close);
    if (U_FAILURE(status)) return {};
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace turnout
