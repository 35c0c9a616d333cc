// The signed form of a ticket: "T1:" and 79 bytes in Base45 (RFC 9285), 122 characters, which fill a QR symbol of 37
// modules at level M. The bytes: the code's 95 bits without its check character (12), last valid day (2), category (1),
// an Ed25519 signature of those 15 (64).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace turnout {

inline constexpr std::size_t kSignedPartBytes = 15, kSignatureBytes = 64;

struct SignedTicket {
    std::string code;           // canonical, 20 characters
    std::uint16_t lastDay = 0;  // days since 1970-01-01, in the event's own zone; 0 = no end
    std::uint8_t category = 0;  // its place on the event's list, from 1; 0 = not told
    bool operator==(const SignedTicket&) const = default;
};

// What is signed. `code` is one of ours (asserts).
std::string signedPart(const SignedTicket& ticket);

// The text of the symbol.
std::string signedText(std::string_view part, std::string_view signature);

struct SignedRead {
    SignedTicket ticket;
    std::string part, signature;
};

// Total over any bytes; nothing when it has not this form. Says nothing about the signature.
std::optional<SignedRead> readSignedText(std::string_view text);

std::string base45(std::string_view bytes);
std::optional<std::string> fromBase45(std::string_view text);

}  // namespace turnout
