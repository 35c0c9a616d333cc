#include "organizer/desk/views/look.h"

namespace turnout::desk {
namespace {

constexpr Colour hex(std::uint32_t rgb) {
    return Colour::hex(rgb);
}

}  // namespace

const Look& Look::light() {
    static constexpr Look look{hex(0xF6F7F9), hex(0xEDF0F4), hex(0xFFFFFF), hex(0xFAFBFC), hex(0xDCE2EA), hex(0xE4E9EF),
                               hex(0x14202E), hex(0x526173), hex(0x5F6F82), hex(0x0A5BA8), hex(0xFFFFFF), hex(0xEAF2FB),
                               hex(0xE6F0FA), hex(0x1A6B3C), hex(0xE5F4EA), hex(0x8A5300), hex(0xFFF3D9), hex(0xF0D9A4),
                               hex(0xB3261E), hex(0xFDECEA), hex(0xF0C8C4), hex(0xE1E8F0), hex(0xE4E8ED), false};
    return look;
}

const Look& Look::night() {
    static constexpr Look look{hex(0x0B131E), hex(0x0E1825), hex(0x121D2B), hex(0x182739), hex(0x2C4058), hex(0x233347),
                               hex(0xEAF0F7), hex(0x9FB2C7), hex(0x8AA0B8), hex(0x56B4E9), hex(0x06182B), hex(0x17304A),
                               hex(0x1B3552), hex(0x4CC38A), hex(0x12301F), hex(0xFFC83D), hex(0x2E2712), hex(0x7A6522),
                               hex(0xFF8A80), hex(0x3A1517), hex(0x6B2A2A), hex(0x263A52), hex(0x080E17), true};
    return look;
}

}  // namespace turnout::desk
