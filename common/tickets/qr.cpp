#include "common/tickets/qr.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>
#include <string>

namespace turnout {
namespace {

// The writer's scale is 0 to 8 for all kinds of symbol; 4 is QR's level M in 1.4 and in 2.3 (a test reads it back).
constexpr int kLevelM = 4;

}  // namespace

std::optional<QrSymbol> qrSymbol(std::string_view text) {
    if (text.empty()) return std::nullopt;
    // One wide character for each byte, written as Latin-1: the bytes go in as they are and no ECI is added, which some
    // scanners that type would print as garbage.
    std::wstring wide;
    for (const char c : text) wide += static_cast<wchar_t>(static_cast<unsigned char>(c));
    try {
        const ZXing::BitMatrix matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                            .setEncoding(ZXing::CharacterSet::ISO8859_1)
                                            .setEccLevel(kLevelM)
                                            .setMargin(0)
                                            .encode(wide, 0, 0);
        QrSymbol symbol;
        symbol.size = matrix.width();
        symbol.modules.reserve(static_cast<std::size_t>(symbol.size) * static_cast<std::size_t>(symbol.size));
        for (int y = 0; y < symbol.size; ++y)
            for (int x = 0; x < symbol.size; ++x) symbol.modules.push_back(matrix.get(x, y) ? 1 : 0);
        return symbol;
    } catch (const std::exception&) {
        return std::nullopt;  // more than the largest symbol holds
    }
}

}  // namespace turnout
