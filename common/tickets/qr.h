// A QR symbol as plain modules, for whoever draws one: tickets, the demo's door video, tests.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace turnout {

// What readers need around a symbol, in modules (ISO/IEC 18004).
inline constexpr int kQuietZone = 4;

struct QrSymbol {
    int size = 0;                       // modules along an edge: 21, 25, ... 177; without the quiet zone
    std::vector<std::uint8_t> modules;  // size x size, row after row, 1 = dark

    bool dark(int x, int y) const {
        return modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)] != 0;
    }
    int version() const { return (size - 17) / 4; }
};

// The smallest symbol at level M that holds `text`: a ticket code of ours is always version 1 (21 x 21). Any bytes; a
// reader gets them back as they are, with no character set named. Nothing when they are empty or do not fit.
std::optional<QrSymbol> qrSymbol(std::string_view text);

}  // namespace turnout
