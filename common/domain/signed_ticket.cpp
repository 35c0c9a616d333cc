#include "common/domain/signed_ticket.h"

#include <cassert>

#include "common/domain/ticket_code.h"

namespace turnout {
namespace {

constexpr std::string_view kPrefix = "T1:";
constexpr std::string_view kBase45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeBytes = 12;  // 19 characters of 5 bits, one bit to spare

unsigned byteAt(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

}  // namespace

std::string base45(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const bool pair = i + 1 < bytes.size();
        unsigned value = pair ? byteAt(bytes, i) * 256 + byteAt(bytes, i + 1) : byteAt(bytes, i);
        for (int digit = 0; digit < (pair ? 3 : 2); ++digit) {
            text += kBase45[value % 45];
            value /= 45;
        }
    }
    return text;
}

std::optional<std::string> fromBase45(std::string_view text) {
    if (text.size() % 3 == 1) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const std::string_view piece = text.substr(i, 3);
        unsigned value = 0;
        for (std::size_t digit = piece.size(); digit-- > 0;) {
            const auto at = kBase45.find(piece[digit]);
            if (at == std::string_view::npos) return std::nullopt;
            value = value * 45 + static_cast<unsigned>(at);
        }
        if (value > (piece.size() == 3 ? 0xFFFFU : 0xFFU)) return std::nullopt;
        if (piece.size() == 3) bytes += static_cast<char>(value >> 8);
        bytes += static_cast<char>(value & 0xFF);
    }
    return bytes;
}

std::string signedPart(const SignedTicket& ticket) {
    assert(ticket.code.size() == kTicketCodeLength);
    std::string bytes;
    unsigned held = 0, bits = 0;
    for (const char c : std::string_view(ticket.code).substr(0, kTicketCodeLength - 1)) {
        held = (held << 5) | static_cast<unsigned>(kCrockford.find(c));
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>((held >> bits) & 0xFF);
        held &= (1U << bits) - 1;
    }
    bytes += static_cast<char>((held << (8 - bits)) & 0xFF);
    bytes += static_cast<char>(ticket.lastDay >> 8);
    bytes += static_cast<char>(ticket.lastDay & 0xFF);
    bytes += static_cast<char>(ticket.category);
    return bytes;
}

std::string signedText(std::string_view part, std::string_view signature) {
    return std::string(kPrefix) + base45(std::string(part) + std::string(signature));
}

std::optional<SignedRead> readSignedText(std::string_view text) {
    text = withoutEnding(text);
    if (!text.starts_with(kPrefix) || text.size() > 200) return std::nullopt;
    const auto bytes = fromBase45(text.substr(kPrefix.size()));
    if (!bytes || bytes->size() != kSignedPartBytes + kSignatureBytes) return std::nullopt;
    SignedRead read;
    read.part = bytes->substr(0, kSignedPartBytes);
    read.signature = bytes->substr(kSignedPartBytes);
    unsigned held = 0, bits = 0;
    std::string body;
    for (std::size_t i = 0; i < kCodeBytes; ++i) {
        held = (held << 8) | byteAt(read.part, i);
        bits += 8;
        while (bits >= 5 && body.size() < kTicketCodeLength - 1) {
            bits -= 5;
            body += kCrockford[(held >> bits) & 31];
            held &= (1U << bits) - 1;
        }
    }
    read.ticket.code = body + checkCharacter(body);
    read.ticket.lastDay =
        static_cast<std::uint16_t>(byteAt(read.part, kCodeBytes) * 256 + byteAt(read.part, kCodeBytes + 1));
    read.ticket.category = static_cast<std::uint8_t>(byteAt(read.part, kCodeBytes + 2));
    return read;
}

}  // namespace turnout
