// A window of a program; a second one may stand beside it and show its pictures. Everything runs on the thread that
// opened it, except wake(). The loop of a program:
//
//     while (!window->closing()) {
//         for (const ui::Event& event : window->wait(200ms)) presenter.handle(event);   // sleeps until something
//         happens presenter.tick(now); if (screen changed || window->mustDraw()) window->draw([&](ui::Canvas& canvas) {
//         drawScreen(canvas, screen); });
//     }
//
// Nothing is drawn unless draw() is called, so a screen on which nothing happens costs nothing; and of what is drawn,
// only what differs from the frame before is painted.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/ui/canvas.h"
#include "common/ui/input.h"

namespace turnout::ui {

class Window;

enum class CursorShape { arrow, hand, text };

struct WindowOptions {
    std::string title;  // also the window's class name
    int width = 1280, height = 720;
    std::optional<Point> position;  // of the upper left corner; else the window manager chooses
    bool fullscreen = false;        // on `monitor`, at the resolution it has
    int monitor = 0;                // 0 = first; one that is not there means the last
    bool cursor = true;
    bool withBeam = false;  // each picture waits for the monitor's beam, so that nothing that moves is torn
    int leastWidth = 640, leastHeight = 360;
    Window* beside =
        nullptr;  // an open window that outlives this one: pictures are shared, and its wait() ends for both
};

class Window {
  public:
    // Refused with a sentence when there is no display or no OpenGL 3.3.
    static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;

    Size pixels() const;    // of the framebuffer: what the canvas draws on
    float density() const;  // content scale of the monitor: 1, 1.5, 2 ...
    bool closing() const;
    void close();
    void keepOpen();  // the person asked to close it and may not

    // What happened, in order. Sleeps until something did, wake() was called, or `atMost` is over; 0 does not sleep.
    // Pointer moves alone do not end the wait more often than 60 times a second.
    std::vector<Event> wait(std::chrono::milliseconds atMost);
    // Ends a wait(); from any thread, also before the first wait. Cheap.
    void wake();
    // The window was uncovered, resized, or touched since the last draw().
    bool mustDraw() const;

    void draw(const std::function<void(Canvas&)>& drawing);
    // Draws a picture of that size instead of the window, to be shown here or in the window beside.
    void drawInto(Texture& picture, int width, int height, const std::function<void(Canvas&)>& drawing);
    const Pointer& pointer() const;
    // What happened in this window, without waiting: for the one that stands beside.
    std::vector<Event> events();
    // As if it had just happened, from this thread: for tests, which cannot drag a file out of a file manager.
    void post(Event event);
    Canvas& canvas();  // to prepare texts and flags, and for its textures, between frames

    // The last drawn frame as it is on the screen, as a PNG.
    Status screenshot(const std::filesystem::path& file);
    paint::Bitmap pixelsDrawn();
    std::int64_t pixelsPainted() const;  // by the last draw(): only what had changed
    void paintAll();                     // at the next draw(), whatever changed

    // Off: back where it was before; a window that was opened full screen, near the corner of that monitor.
    void setFullscreen(bool on, int monitor = 0);
    bool fullscreen() const;
    void setWindowed(const Rect& place);  // on the desktop, without its frame; off the full screen if it was on it
    Rect place() const;                   // likewise
    void setTitle(const std::string& title);
    void showCursor(bool on);
    void setCursor(CursorShape shape);
    std::string clipboard() const;  // UTF-8; empty when there is no text in it
    void setClipboard(const std::string& text);
    // Only while a window is open; in the same order:
    static std::vector<std::string> monitors();  // "DP-1, 1920 x 1080"
    static std::vector<Rect> monitorPlaces();    // on the desktop

    // What draws: "llvmpipe (LLVM 15.0.6, 256 bits)", and how long the last draw() took.
    const std::string& renderer() const;
    std::chrono::microseconds lastDraw() const;

  private:
    struct Parts;
    explicit Window(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace turnout::ui
