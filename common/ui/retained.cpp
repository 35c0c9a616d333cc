#include "common/ui/retained.h"

// glad before GLFW, which would bring the system's GL header.
#include <glad/gl.h>
// clang-format off
#include <GLFW/glfw3.h>
// clang-format on
#include <backends/imgui_impl_opengl3.h>
#include <dlfcn.h>

#include <algorithm>
#include <cstring>

namespace turnout::ui {
namespace {

// From the program as it runs: a GLFW that speaks Wayland does not have them.
template <class Function>
Function found(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

}  // namespace

// A renderer in software copies every pixel of a frame to the X server, 8 MB each time; with GLX_MESA_copy_sub_buffer
// it copies the parts that changed. On a graphics card the usual swap costs nothing and keeps to the beam.
Retained::Retained(GLFWwindow* glfw, const GlTextures& textures, bool softly) : glfw_(glfw), textures_(textures) {
    if (!softly || !glfwExtensionSupported("GLX_MESA_copy_sub_buffer")) return;
    const auto displayOf = found<void* (*)()>("glfwGetX11Display");
    const auto windowOf = found<unsigned long (*)(GLFWwindow*)>("glfwGetGLXWindow");
    if (!displayOf || !windowOf) return;
    display_ = displayOf();
    window_ = windowOf(glfw);
    if (display_ && window_)
        copyPart_ = reinterpret_cast<decltype(copyPart_)>(glfwGetProcAddress("glXCopySubBufferMESA"));
}

Retained::~Retained() {
    if (frame_) glDeleteFramebuffers(1, &frame_);
    if (picture_) glDeleteTextures(1, &picture_);
}

void Retained::resize(int width, int height) {
    width_ = width;
    height_ = height;
    items_ = {};
    if (!frame_) glGenFramebuffers(1, &frame_);
    if (!picture_) glGenTextures(1, &picture_);
    glBindTexture(GL_TEXTURE_2D, picture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glBindFramebuffer(GL_FRAMEBUFFER, frame_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture_, 0);
}

void Retained::clear(const PixelBox& box) const {
    glScissor(box.left, height_ - box.bottom, box.right - box.left, box.bottom - box.top);
    glClear(GL_COLOR_BUFFER_BIT);
}

void Retained::paint(ImDrawData& frame, int width, int height) {
    const PixelBox whole{0, 0, width, height};
    const bool anew = width != width_ || height != height_;
    if (anew) resize(width, height);
    ImDrawList* list = frame.CmdListsCount > 0 ? frame.CmdLists[0] : nullptr;
    DrawItems items;
    if (list) items = itemsOf(*list, whole, [this](std::uintptr_t id) { return textures_.version(id); });
    painted_ = anew ? std::vector<PixelBox>{whole} : damageBetween(items_.painted, items.painted, whole);
    if (!painted_.empty()) {
        glBindFramebuffer(GL_FRAMEBUFFER, frame_);
        glViewport(0, 0, width, height);
        glClearColor(0, 0, 0, 1);
        glEnable(GL_SCISSOR_TEST);
        for (const PixelBox& box : painted_) clear(box);
        glDisable(GL_SCISSOR_TEST);
        if (list) {
            CutList cut = cutTo(*list, items, painted_);
            list->CmdBuffer.swap(cut.commands);
            list->IdxBuffer.swap(cut.indices);
            ImGui_ImplOpenGL3_RenderDrawData(&frame);
            list->CmdBuffer.swap(cut.commands);
            list->IdxBuffer.swap(cut.indices);
        }
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
    }
    items_ = std::move(items);
}

void Retained::toBackBuffer(std::span<const PixelBox> boxes) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, frame_);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    for (const PixelBox& box : boxes) {
        const int bottom = height_ - box.bottom, top = height_ - box.top;
        glBlitFramebuffer(box.left, bottom, box.right, top, box.left, bottom, box.right, top, GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

// Mesa in software asks how large a window is when its back buffer is first used after a swap, and a copy of parts does
// not make it ask: the first swap after a change of size shows a buffer of the old one, cut and counted from the wrong
// edge, and the buffer after it holds nothing yet. Copies of parts would leave it so for good. Therefore the whole
// picture goes there once more. Should the window have changed meanwhile, an event is on its way and says so.
void Retained::present(bool uncovered) {
    if (painted_.empty() && !uncovered) return;
    const std::vector<PixelBox> whole{{0, 0, width_, height_}};
    if (copyPart_ && !uncovered && painted_ != whole) {
        toBackBuffer(painted_);
        for (const PixelBox& box : painted_)
            copyPart_(display_, window_, box.left, height_ - box.bottom, box.right - box.left, box.bottom - box.top);
        return;
    }
    for (int swaps = uncovered ? 2 : 1; swaps > 0; --swaps) {
        toBackBuffer(whole);
        glfwSwapBuffers(glfw_);
    }
}

paint::Bitmap Retained::pixels() const {
    paint::Bitmap bitmap(width_, height_);
    if (bitmap.empty()) return bitmap;
    glBindFramebuffer(GL_FRAMEBUFFER, frame_);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    std::vector<std::uint8_t> rows(bitmap.pixels.size());
    glReadPixels(0, 0, width_, height_, GL_BGRA, GL_UNSIGNED_BYTE, rows.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    const auto stride = static_cast<std::size_t>(bitmap.stride());
    for (std::size_t y = 0; y < static_cast<std::size_t>(height_); ++y)
        std::memcpy(&bitmap.pixels[y * stride], &rows[(static_cast<std::size_t>(height_) - 1 - y) * stride], stride);
    for (std::size_t i = 3; i < bitmap.pixels.size(); i += 4) bitmap.pixels[i] = 255;
    return bitmap;
}

}  // namespace turnout::ui
