#include "common/ui/gl_textures.h"

#include <glad/gl.h>

namespace turnout::ui {
namespace {

struct GlFormat {
    GLint inside;
    GLenum outside;
    std::size_t bytes;
};

GlFormat glFormat(PixelFormat format) {
    switch (format) {
        case PixelFormat::rgba: return {GL_RGBA8, GL_RGBA, 4};
        case PixelFormat::mask:
        case PixelFormat::grey: return {GL_R8, GL_RED, 1};
        case PixelFormat::rgb: return {GL_RGB8, GL_RGB, 3};
    }
    return {GL_RGBA8, GL_RGBA, 4};
}

}  // namespace

std::uintptr_t GlTextures::create(int width, int height, PixelFormat format, bool smooth) {
    GLuint id = 0;
    glGenTextures(1, &id);
    glBindTexture(GL_TEXTURE_2D, id);
    const GLint filter = smooth ? GL_LINEAR : GL_NEAREST;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    // One byte a pixel, told by the sampler how to become four.
    const GLint mask[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED}, grey[] = {GL_RED, GL_RED, GL_RED, GL_ONE};
    if (format == PixelFormat::mask) glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, mask);
    if (format == PixelFormat::grey) glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, grey);
    const GlFormat gl = glFormat(format);
    glTexImage2D(GL_TEXTURE_2D, 0, gl.inside, width, height, 0, gl.outside, GL_UNSIGNED_BYTE, nullptr);
    changed(id);
    return id;
}

void GlTextures::upload(std::uintptr_t texture, int width, int height, PixelFormat format, const std::uint8_t* pixels,
                        std::size_t stride) {
    const GlFormat gl = glFormat(format);
    changed(texture);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    if (stride % gl.bytes == 0) {
        glPixelStorei(GL_UNPACK_ROW_LENGTH, static_cast<GLint>(stride / gl.bytes));
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, gl.outside, GL_UNSIGNED_BYTE, pixels);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    } else {  // OpenGL counts a row in pixels: RGB rows padded to four bytes go one by one
        for (int y = 0; y < height; ++y)
            glTexSubImage2D(GL_TEXTURE_2D, 0, 0, y, width, 1, gl.outside, GL_UNSIGNED_BYTE,
                            pixels + static_cast<std::size_t>(y) * stride);
    }
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
}

void GlTextures::destroy(std::uintptr_t texture) {
    const auto id = static_cast<GLuint>(texture);
    glDeleteTextures(1, &id);
    known_->versions.erase(texture);
}

std::uint64_t GlTextures::version(std::uintptr_t texture) const {
    const auto found = known_->versions.find(texture);
    return found == known_->versions.end() ? 0 : found->second;
}

}  // namespace turnout::ui
