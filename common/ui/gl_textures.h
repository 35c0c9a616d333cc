// Textures in the current OpenGL 3.3 context, for the inside of this folder.
#pragma once

#include "common/ui/texture.h"

namespace turnout::ui {

class GlTextures final : public TextureHome {
  public:
    std::uintptr_t create(int width, int height, PixelFormat format, bool smooth) override;
    void upload(std::uintptr_t texture, int width, int height, PixelFormat format, const std::uint8_t* pixels,
                std::size_t stride) override;
    void destroy(std::uintptr_t texture) override;
};

}  // namespace turnout::ui
