#include "assets/assets.h"

#include <cassert>

namespace turnout::assets {

std::string_view bytes(std::string_view path) {
    for (const Asset& asset : all())
        if (asset.path == path) return asset.bytes;
    assert(!"asset not embedded");
    return {};
}

}  // namespace turnout::assets
