#include "tests/common/tickets/read_qr.h"

#include <algorithm>

#include "kiosk/scan/code_reader.h"

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
    kiosk::CodeReader reader;
    const kiosk::GreyImage frame{grey.pixels.data(), grey.width, grey.height, static_cast<std::size_t>(grey.width)};
    std::vector<std::string> texts;
    for (std::size_t turn = 0; turn < kiosk::bestSchedule().size(); ++turn)
        for (const kiosk::FoundCode& found : reader.read(frame))
            if (std::find(texts.begin(), texts.end(), found.text) == texts.end()) texts.push_back(found.text);
    return texts;
}

}  // namespace turnout
