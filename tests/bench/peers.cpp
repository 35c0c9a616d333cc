#include "tests/bench/peers.h"

#include <memory>

#if TURNOUT_HAVE_ZBAR
#include <zbar.h>
#endif

namespace turnout::bench {
namespace {

using kiosk::GreyImage;
#if TURNOUT_HAVE_ZBAR
using namespace zbar;  // a C library that puts itself into a namespace for C++
#endif

std::vector<std::string> textsOf(const std::vector<kiosk::FoundCode>& codes) {
    std::vector<std::string> texts;
    for (const kiosk::FoundCode& code : codes) texts.push_back(code.text);
    return texts;
}

#if TURNOUT_HAVE_ZBAR
// zbar wants its rows without padding, as ours are.
Peer zbar(const char* name, const char* flags, int density) {
    unsigned major = 0, minor = 0, patch = 0;
    zbar_version(&major, &minor, &patch);
    const std::shared_ptr<zbar_image_scanner_t> scanner(zbar_image_scanner_create(), zbar_image_scanner_destroy);
    zbar_image_scanner_set_config(scanner.get(), ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner.get(), ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    if (density > 0) {
        zbar_image_scanner_set_config(scanner.get(), ZBAR_NONE, ZBAR_CFG_X_DENSITY, density);
        zbar_image_scanner_set_config(scanner.get(), ZBAR_NONE, ZBAR_CFG_Y_DENSITY, density);
        zbar_image_scanner_set_config(scanner.get(), ZBAR_NONE, ZBAR_CFG_TEST_INVERTED, 1);
    }
    const std::string version = std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
    return {name, version, flags, [scanner](const GreyImage& grey) {
                const std::unique_ptr<zbar_image_t, void (*)(zbar_image_t*)> image(zbar_image_create(),
                                                                                   zbar_image_destroy);
                zbar_image_set_format(image.get(), zbar_fourcc('Y', '8', '0', '0'));
                zbar_image_set_size(image.get(), static_cast<unsigned>(grey.width), static_cast<unsigned>(grey.height));
                zbar_image_set_data(image.get(), grey.pixels,
                                    static_cast<unsigned long>(grey.width) * static_cast<unsigned long>(grey.height),
                                    nullptr);
                std::vector<std::string> texts;
                if (zbar_scan_image(scanner.get(), image.get()) <= 0) return texts;
                for (const zbar_symbol_t* symbol = zbar_image_first_symbol(image.get()); symbol != nullptr;
                     symbol = zbar_symbol_next(symbol))
                    texts.emplace_back(zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
                return texts;
            }};
}
#endif

}  // namespace

std::vector<Peer> peers() {
    std::vector<Peer> all;
    all.push_back({"zxing_defaults", kiosk::zxingVersion(), "formats=QRCode",
                   [](const GreyImage& grey) { return textsOf(kiosk::readCodes(grey, {.everything = true})); }});
    all.push_back(
        {"zxing_best", kiosk::zxingVersion(), "formats=QRCode, then the same inverted", [](const GreyImage& grey) {
             auto texts = textsOf(kiosk::readCodes(grey, {.everything = true}));
             std::vector<std::uint8_t> dark(grey.pixels,
                                            grey.pixels + static_cast<std::size_t>(grey.height) * grey.stride);
             for (auto& pixel : dark) pixel = static_cast<std::uint8_t>(255 - pixel);
             for (auto& text :
                  textsOf(kiosk::readCodes({dark.data(), grey.width, grey.height, grey.stride}, {.everything = true})))
                 texts.push_back(std::move(text));
             return texts;
         }});
#if TURNOUT_HAVE_ZBAR
    all.push_back(zbar("zbar_defaults", "QR code only", 0));
    all.push_back(zbar("zbar_best", "QR code only, density 1 x 1, test inverted", 1));
#endif
    return all;
}

}  // namespace turnout::bench
