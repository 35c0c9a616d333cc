// Pictures on the graphics card. Only on the thread of the window, and gone before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "common/paint/bitmap.h"

namespace turnout::ui {

enum class PixelFormat {
    rgba,  // 4 bytes, straight alpha
    mask,  // 1 byte of alpha, white: to be tinted
    grey,  // 1 byte of luminance, opaque: camera frames
    rgb,   // 3 bytes, opaque: camera frames
};

// Where textures live: OpenGL in a window, nowhere in a headless canvas.
class TextureHome {
  public:
    virtual ~TextureHome() = default;
    virtual std::uintptr_t create(int width, int height, PixelFormat format, bool smooth) = 0;
    // Rows from the top, `stride` bytes apart (at least width x bytes of the format).
    virtual void upload(std::uintptr_t texture, int width, int height, PixelFormat format, const std::uint8_t* pixels,
                        std::size_t stride) = 0;
    virtual void destroy(std::uintptr_t texture) = 0;
};

// One texture; owned, movable. Default-constructed: none, and drawing it draws nothing.
class Texture {
  public:
    Texture() = default;
    Texture(TextureHome& home, int width, int height, PixelFormat format, bool smooth = true);
    ~Texture();
    Texture(Texture&& other) noexcept;
    Texture& operator=(Texture&& other) noexcept;

    // The whole picture. The size and format are those of construction.
    void upload(const std::uint8_t* pixels, std::size_t stride);

    explicit operator bool() const { return home_ != nullptr; }
    std::uintptr_t id() const { return id_; }
    int width() const { return width_; }
    int height() const { return height_; }
    PixelFormat format() const { return format_; }

  private:
    TextureHome* home_ = nullptr;
    std::uintptr_t id_ = 0;
    int width_ = 0, height_ = 0;
    PixelFormat format_ = PixelFormat::rgba;
};

// A picture that changes: camera frames. Makes a new texture only when size or format change.
class StreamTexture {
  public:
    void show(TextureHome& home, int width, int height, PixelFormat format, const std::uint8_t* pixels,
              std::size_t stride);
    void clear() { texture_ = {}; }
    const Texture& texture() const { return texture_; }

  private:
    Texture texture_;
};

}  // namespace turnout::ui
