// The last frame of a window, kept as a picture of its own, so that only what changed is painted again. For the inside
// of this folder; everything in the window's OpenGL context.
#pragma once

#include <imgui.h>

#include <span>
#include <vector>

#include "common/paint/bitmap.h"
#include "common/ui/draw_items.h"
#include "common/ui/gl_textures.h"

struct GLFWwindow;

namespace turnout::ui {

class Retained {
  public:
    Retained(GLFWwindow* glfw, const GlTextures& textures, bool softly);
    ~Retained();  // with its context current
    Retained(const Retained&) = delete;

    // Paints what differs from the frame before; the first time, and after a change of size, everything.
    void paint(ImDrawData& frame, int width, int height);
    // Shows it in the window. Nothing is done when nothing was painted, unless the window was `uncovered` or resized
    // since the last time, which only its events tell: between two frames it may have gone to another size and back.
    void present(bool uncovered);
    void paintAll() { items_ = {}, width_ = 0; }  // the next time
    paint::Bitmap pixels() const;
    // Painted by the last paint().
    const std::vector<PixelBox>& painted() const { return painted_; }

  private:
    void resize(int width, int height);
    void clear(const PixelBox& box) const;
    void toBackBuffer(std::span<const PixelBox> boxes) const;

    GLFWwindow* glfw_;
    const GlTextures& textures_;
    void (*copyPart_)(void* display, unsigned long window, int x, int y, int w, int h) = nullptr;
    void* display_ = nullptr;
    unsigned long window_ = 0;
    unsigned int frame_ = 0, picture_ = 0;
    int width_ = 0, height_ = 0;
    DrawItems items_;
    std::vector<PixelBox> painted_;
};

}  // namespace turnout::ui
