// Our own ticket code: 20 Crockford Base32 characters = event tag (4), random id (15), check character (1).
// Alphabet 0-9 A-Z without I L O U. The check is Luhn mod 32, doubling from the character left of the check.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace turnout {

inline constexpr std::size_t kTicketCodeLength = 20;
inline constexpr std::size_t kEventTagLength = 4;
inline constexpr std::size_t kTicketIdLength = 15;

enum class CodeShape {
    ours,      // our alphabet and length, check character right
    mistyped,  // our alphabet and length, check character wrong
    foreign,   // anything else: another system's ticket, or no ticket at all
};

struct ParsedCode {
    CodeShape shape = CodeShape::foreign;
    std::string code;  // canonical (upper case, I and L as 1, O as 0, no spaces or hyphens); empty when foreign
    std::string_view tag() const { return std::string_view(code).substr(0, kEventTagLength); }
};

// Total over any bytes. Spaces and hyphens anywhere are ignored, also the 5-character grouping of the printed code; so
// is a byte order mark, a zero-width character or a mark of direction at either end: a scanner's, or a copied text's.
ParsedCode parseTicketCode(std::string_view bytes);

// Whether `code` begins with what somebody typed of it: in any case, with I, L and O for digits, spaces and hyphens
// ignored. Nothing typed begins no code.
bool beginsWithTyped(std::string_view code, std::string_view typed);

// The check character of `body` (canonical characters only, asserts).
char checkCharacter(std::string_view body);

// tag (4 canonical characters) + the low 75 bits of `random` + check.
std::string makeTicketCode(std::string_view tag, const std::array<std::uint8_t, 10>& random);

// The Crockford digits of `bytes`, 5 bits each from the first bit on, the last padded with zero bits.
std::string crockford(const std::uint8_t* bytes, std::size_t size);

// "ABCD0123456789ABCDEV" -> "ABCD0 12345 6789A BCDEV"; foreign codes come back unchanged.
std::string groupedCode(std::string_view code);

// Bytes as the reader gave them, less one trailing CR, LF, CRLF or Tab: what a foreign ticket is matched by.
std::string_view withoutEnding(std::string_view bytes);

}  // namespace turnout
