#include "common/domain/ticket_code.h"

#include <cassert>

namespace turnout {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int digitOf(char c) {
    const auto at = kAlphabet.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// The canonical form of one typed character, or 0 when it is not of the alphabet.
char canonical(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'I' || c == 'L') return '1';
    if (c == 'O') return '0';
    return digitOf(c) < 0 ? '\0' : c;
}

// What nobody sees and no ticket has: a byte order mark, zero-width characters, marks of direction. All are three bytes
// of UTF-8: U+200B to U+200F, U+202A to U+202E, U+2060 to U+206F, U+FEFF.
bool isUnseen(std::string_view three) {
    if (three == "\xEF\xBB\xBF") return true;
    if (three.size() != 3 || three[0] != '\xE2') return false;
    const auto last = static_cast<unsigned char>(three[2]);
    if (three[1] == '\x80') return (last >= 0x8B && last <= 0x8F) || (last >= 0xAA && last <= 0xAE);
    return three[1] == '\x81' && last >= 0xA0 && last <= 0xAF;
}

std::string_view withoutUnseenEnds(std::string_view bytes) {
    while (isUnseen(bytes.substr(0, 3))) bytes.remove_prefix(3);
    while (bytes.size() >= 3 && isUnseen(bytes.substr(bytes.size() - 3))) bytes.remove_suffix(3);
    return bytes;
}

}  // namespace

bool beginsWithTyped(std::string_view code, std::string_view typed) {
    std::size_t at = 0;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        if (at == code.size() || canonical(code[at]) != canonical(c) || canonical(c) == '\0') return false;
        ++at;
    }
    return at > 0;
}

char checkCharacter(std::string_view body) {
    int sum = 0;
    bool twice = true;
    for (auto it = body.rbegin(); it != body.rend(); ++it, twice = !twice) {
        const int digit = digitOf(*it);
        assert(digit >= 0);
        const int addend = twice ? 2 * digit : digit;
        sum += addend / 32 + addend % 32;
    }
    return kAlphabet[static_cast<std::size_t>((32 - sum % 32) % 32)];
}

ParsedCode parseTicketCode(std::string_view bytes) {
    ParsedCode parsed;
    if (bytes.size() > 64) return parsed;
    for (const char c : withoutUnseenEnds(withoutEnding(bytes))) {
        if (c == ' ' || c == '-') continue;
        const char digit = canonical(c);
        if (digit == '\0' || parsed.code.size() == kTicketCodeLength) return {};
        parsed.code += digit;
    }
    if (parsed.code.size() != kTicketCodeLength) return {};
    const std::string_view body = std::string_view(parsed.code).substr(0, kTicketCodeLength - 1);
    parsed.shape = checkCharacter(body) == parsed.code.back() ? CodeShape::ours : CodeShape::mistyped;
    return parsed;
}

std::string crockford(const std::uint8_t* bytes, std::size_t size) {
    std::string out;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
        buffer = (buffer << 8) | bytes[i];
        bits += 8;
        while (bits >= 5) {
            out += kAlphabet[(buffer >> (bits - 5)) & 31];
            bits -= 5;
        }
    }
    if (bits > 0) out += kAlphabet[(buffer << (5 - bits)) & 31];
    return out;
}

std::string makeTicketCode(std::string_view tag, const std::array<std::uint8_t, 10>& random) {
    assert(tag.size() == kEventTagLength);
    std::string code(tag);
    code += crockford(random.data(), random.size()).substr(0, kTicketIdLength);
    code += checkCharacter(code);
    return code;
}

std::string groupedCode(std::string_view code) {
    if (parseTicketCode(code).shape != CodeShape::ours) return std::string(code);
    std::string out;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 5 == 0) out += ' ';
        out += code[i];
    }
    return out;
}

std::string_view withoutEnding(std::string_view bytes) {
    if (bytes.ends_with("\r\n")) return bytes.substr(0, bytes.size() - 2);
    if (!bytes.empty() && (bytes.back() == '\r' || bytes.back() == '\n' || bytes.back() == '\t'))
        return bytes.substr(0, bytes.size() - 1);
    return bytes;
}

}  // namespace turnout
