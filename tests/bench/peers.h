// Other decoders that Debian packages, behind one shape: grey in, texts out. (Debian's OpenCV is built without its QR
// decoder and reads nothing: it is no peer.)
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/scan/zxing_reader.h"

namespace turnout::bench {

struct Peer {
    std::string name, version, flags;
    std::function<std::vector<std::string>(const kiosk::GreyImage&)> read;
};

// ZXing and zbar, each at its defaults (formats: QR code) and at the options that read most.
std::vector<Peer> peers();

}  // namespace turnout::bench
