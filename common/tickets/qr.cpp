#include "common/tickets/qr.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>
#include <string>

#include "common/base/text.h"

namespace turnout {
namespace {

// The writer's scale is 0 to 8 for all kinds of symbol; 4 is QR's level M in 1.4 and in 2.3 (a test reads it back).
constexpr int kLevelM = 4;

template <class Text>
std::optional<ZXing::BitMatrix> drawn(const Text& text, ZXing::CharacterSet set) {
    try {
        return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
            .setEncoding(set)
            .setEccLevel(kLevelM)
            .setMargin(0)
            .encode(text, 0, 0);
    } catch (const std::exception&) {
        return std::nullopt;  // more than the largest symbol holds, or not of that character set
    }
}

// One wide character for each byte, written as Latin-1: the bytes go in as they are and no character set is named,
// which some scanners that type would print as garbage. 1.4 takes every byte; 2.3 refuses 0x80 to 0x9F, so there UTF-8
// is named as what it is, and other bytes as binary.
template <class Writer = ZXing::MultiFormatWriter>
std::optional<ZXing::BitMatrix> matrixOf(const std::string& bytes) {
    std::wstring wide;
    for (const char c : bytes) wide += static_cast<wchar_t>(static_cast<unsigned char>(c));
    if (auto matrix = drawn(wide, ZXing::CharacterSet::ISO8859_1)) return matrix;
    if constexpr (requires(Writer writer) { writer.encode(bytes, 0, 0); }) {
        if (isUtf8(bytes)) return drawn(bytes, ZXing::CharacterSet::UTF8);
    }
    return drawn(wide, ZXing::CharacterSet::BINARY);
}

}  // namespace

std::optional<QrSymbol> qrSymbol(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto matrix = matrixOf(std::string(text));
    if (!matrix) return std::nullopt;
    QrSymbol symbol;
    symbol.size = matrix->width();
    symbol.modules.reserve(static_cast<std::size_t>(symbol.size) * static_cast<std::size_t>(symbol.size));
    for (int y = 0; y < symbol.size; ++y)
        for (int x = 0; x < symbol.size; ++x) symbol.modules.push_back(matrix->get(x, y) ? 1 : 0);
    return symbol;
}

}  // namespace turnout
