// Textures in the current OpenGL 3.3 context, for the inside of this folder.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>

#include "common/ui/texture.h"

namespace turnout::ui {

class GlTextures final : public TextureHome {
  public:
    std::uintptr_t create(int width, int height, PixelFormat format, bool smooth) override;
    void upload(std::uintptr_t texture, int width, int height, PixelFormat format, const std::uint8_t* pixels,
                std::size_t stride) override;
    void destroy(std::uintptr_t texture) override;

    // Another number whenever the picture may be another one, also when OpenGL gives a name away again.
    std::uint64_t version(std::uintptr_t texture) const;
    void changed(std::uintptr_t texture) { known_->versions[texture] = ++known_->last; }
    // Windows beside each other show each other's pictures, under the same names.
    void sharedWith(const GlTextures& other) { known_ = other.known_; }

  private:
    struct Known {
        std::unordered_map<std::uintptr_t, std::uint64_t> versions;
        std::uint64_t last = 0;
    };
    std::shared_ptr<Known> known_ = std::make_shared<Known>();
};

}  // namespace turnout::ui
