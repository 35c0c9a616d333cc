#define ZX_USE_UTF8 1  // 1.4: text() is a std::string, as it is later

#include "kiosk/scan/zxing_reader.h"

#if __has_include(<ZXing/Version.h>)
#include <ZXing/Version.h>
#else
#include <ZXing/ZXVersion.h>
#endif
#include <ZXing/ReadBarcode.h>
#if ZXING_VERSION_MAJOR >= 2
#include <ZXing/ReaderOptions.h>
#else
#include <ZXing/DecodeHints.h>
#endif

#include <algorithm>

#include "common/base/text.h"

#define TURNOUT_TEXT2(x) #x
#define TURNOUT_TEXT(x) TURNOUT_TEXT2(x)

namespace turnout::kiosk {
namespace {

constexpr int kMostCodes = 100;  // in one frame: a whole sheet of tickets; as fast as any smaller number but one

auto optionsFor(Look look) {
#if ZXING_VERSION_MAJOR >= 2
    ZXing::ReaderOptions options;
    options.setTextMode(ZXing::TextMode::Plain);  // the default escapes control characters for people
    if (!look.everything) options.setTryInvert(false);
#else
    ZXing::DecodeHints options;
#endif
#if ZXING_VERSION_MAJOR >= 3
    options.setFormats(ZXing::BarcodeFormat::QRCodeModel2);  // "QRCode" is the whole family there, with ghosts
#else
    options.setFormats(ZXing::BarcodeFormat::QRCode);
#endif
    options.setMaxNumberOfSymbols(kMostCodes);
    if (!look.everything) {
        options.setTryRotate(false);
        options.setTryDownscale(false);
        if (look.binary) options.setBinarizer(ZXing::Binarizer::FixedThreshold);
    }
    return options;
}

// The bytes as they stand in the code. ZXing's text is a guess where no character set is named (short Chinese becomes
// Latin-1 in 1.4); it is right where one is named or kanji are packed, and then the bytes are not UTF-8.
template <class Barcode>
std::string contentOf(const Barcode& found) {
    const auto& bytes = found.bytes();
    std::string content(bytes.begin(), bytes.end());
    return isUtf8(content) ? content : found.text();
}

Corner cornerOf(const ZXing::PointI& point) {
    return {static_cast<float>(point.x), static_cast<float>(point.y)};
}

}  // namespace

std::vector<FoundCode> readCodes(const GreyImage& image, Look look) {
    const ZXing::ImageView view(image.pixels, image.width, image.height, ZXing::ImageFormat::Lum,
                                static_cast<int>(image.stride));
    std::vector<FoundCode> codes;
    for (const auto& found : ZXing::ReadBarcodes(view, optionsFor(look))) {
        if (!found.isValid()) continue;
        std::string text = contentOf(found);
        const bool known = std::any_of(codes.begin(), codes.end(), [&](const FoundCode& c) { return c.text == text; });
        if (text.empty() || known) continue;
        const auto& p = found.position();
        codes.push_back({std::move(text), {cornerOf(p[0]), cornerOf(p[1]), cornerOf(p[2]), cornerOf(p[3])}});
    }
    return codes;
}

bool readsMirrored() {
    return ZXING_VERSION_MAJOR >= 2;
}

const char* zxingVersion() {
    return TURNOUT_TEXT(ZXING_VERSION_MAJOR) "." TURNOUT_TEXT(ZXING_VERSION_MINOR) "." TURNOUT_TEXT(
        ZXING_VERSION_PATCH);
}

}  // namespace turnout::kiosk
