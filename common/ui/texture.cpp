#include "common/ui/texture.h"

#include <cassert>
#include <utility>

namespace turnout::ui {

Texture::Texture(TextureHome& home, int width, int height, PixelFormat format, bool smooth)
    : home_(&home), id_(home.create(width, height, format, smooth)), width_(width), height_(height), format_(format) {}

Texture::~Texture() {
    if (home_) home_->destroy(id_);
}

Texture::Texture(Texture&& other) noexcept
    : home_(std::exchange(other.home_, nullptr)),
      id_(other.id_),
      width_(other.width_),
      height_(other.height_),
      format_(other.format_) {}

Texture& Texture::operator=(Texture&& other) noexcept {
    std::swap(home_, other.home_);
    std::swap(id_, other.id_);
    std::swap(width_, other.width_);
    std::swap(height_, other.height_);
    std::swap(format_, other.format_);
    return *this;
}

void Texture::upload(const std::uint8_t* pixels, std::size_t stride) {
    assert(home_);
    home_->upload(id_, width_, height_, format_, pixels, stride);
}

void StreamTexture::show(TextureHome& home, int width, int height, PixelFormat format, const std::uint8_t* pixels,
                         std::size_t stride) {
    if (!texture_ || texture_.width() != width || texture_.height() != height || texture_.format() != format)
        texture_ = Texture(home, width, height, format);
    texture_.upload(pixels, stride);
}

}  // namespace turnout::ui
