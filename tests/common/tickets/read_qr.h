// Reads QR symbols from a grey picture as a door does: with the kiosk's own reader, frame after frame.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/tickets/qr.h"

namespace turnout {

struct GreyPicture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;  // width x height, 255 = white
};

// The symbol with its quiet zone, `scale` pixels for a module.
GreyPicture picture(const QrSymbol& symbol, int scale);

// The bytes of every symbol that a door reads within one round of its ways to look, in the order found.
std::vector<std::string> readQr(const GreyPicture& grey);

}  // namespace turnout
