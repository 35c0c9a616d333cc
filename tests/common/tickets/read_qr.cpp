#define ZX_USE_UTF8 1  // 1.4: text() is a std::string, as in 2.x
#include "tests/common/tickets/read_qr.h"

#include <ZXing/ReadBarcode.h>

namespace turnout {

GreyPicture picture(const QrSymbol& symbol, int scale) {
    const int edge = (symbol.size + 2 * kQuietZone) * scale;
    GreyPicture grey{edge, edge,
                     std::vector<std::uint8_t>(static_cast<std::size_t>(edge) * static_cast<std::size_t>(edge), 255)};
    for (int y = 0; y < symbol.size * scale; ++y)
        for (int x = 0; x < symbol.size * scale; ++x)
            if (symbol.dark(x / scale, y / scale))
                grey.pixels[static_cast<std::size_t>(y + kQuietZone * scale) * static_cast<std::size_t>(edge) +
                            static_cast<std::size_t>(x + kQuietZone * scale)] = 0;
    return grey;
}

std::vector<std::string> readQr(const GreyPicture& grey) {
    const ZXing::ImageView view(grey.pixels.data(), grey.width, grey.height, ZXing::ImageFormat::Lum);
    std::vector<std::string> texts;
    for (const auto& found : ZXing::ReadBarcodes(view))  // the options have another name in each version
        if (found.isValid() && found.format() == ZXing::BarcodeFormat::QRCode)
            texts.emplace_back(found.bytes().begin(), found.bytes().end());
    return texts;
}

}  // namespace turnout
