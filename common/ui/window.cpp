#include "common/ui/window.h"

// glad before GLFW, which would bring the system's GL header.
#include <glad/gl.h>
// clang-format off
#include <GLFW/glfw3.h>
// clang-format on
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <langinfo.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <clocale>
#include <string_view>
#include <utility>

#include "common/base/log.h"
#include "common/ui/gl_textures.h"
#include "common/ui/retained.h"
#include "common/ui/window_events.h"

namespace turnout::ui {

using Steady = std::chrono::steady_clock;

namespace {

constexpr auto kLeastFrame = std::chrono::milliseconds(16);

void logGlfw(int code, const char* description) {
    log::warn("window system: " + std::to_string(code) + " " + (description ? description : ""));
}

GLFWmonitor* monitorAt(int index) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    return count == 0 ? nullptr : monitors[std::clamp(index, 0, count - 1)];
}

Point cornerOf(GLFWmonitor* monitor) {
    int x = 0, y = 0;
    if (monitor) glfwGetMonitorPos(monitor, &x, &y);
    return {static_cast<float>(x), static_cast<float>(y)};
}

// Input methods hand over what was written in the encoding of the locale, and in one without Chinese they hand over
// nothing at all: a program that was started by a service or over ssh has such a one. GLFW keeps what it finds.
void readEveryScript() {
    std::setlocale(LC_CTYPE, "");
    if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
}

struct GlfwEnd {
    // Without glfwTerminate(): it unloads the driver, whose own threads and memory outlive it. The process ends it all.
    void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};

struct CursorEnd {
    void operator()(GLFWcursor* cursor) const { glfwDestroyCursor(cursor); }
};

}  // namespace

struct Window::Parts {
    std::unique_ptr<GLFWwindow, GlfwEnd> glfw;
    GlTextures textures;
    std::unique_ptr<Canvas> canvas;
    std::unique_ptr<Retained> retained;
    WindowEvents events;
    std::atomic<bool> woken{false};
    Steady::time_point lastFrame{}, lastWait = Steady::now();
    std::chrono::microseconds lastDraw{0};
    std::array<std::unique_ptr<GLFWcursor, CursorEnd>, 3> cursors;
    CursorShape cursorShape = CursorShape::arrow;
    std::string renderer;
    int x = 0, y = 0, width = 0, height = 0;  // before full screen
    bool filled = false;                      // full screen was asked for; its monitor may be gone
    Parts *other = nullptr, *base = nullptr;  // the window beside this one, and the one that this stands beside

    ~Parts() {
        if (base) base->other = nullptr;
        if (canvas) {
            enter();
            retained.reset();
            ImGui_ImplOpenGL3_Shutdown();
        }
        canvas.reset();
        if (base) base->enter();
    }
    void enter() {
        glfwMakeContextCurrent(glfw.get());
        if (canvas) canvas->enter();
    }
    bool heard() const { return events.any() || (other && other->events.any()); }
    bool urgent() const { return events.urgent() || (other && other->events.urgent()); }
};

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    glfwSetErrorCallback(logGlfw);
    readEveryScript();
    if (!glfwInit()) return makeError(Fault::device, "ui.no_display");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);  // the hall's screen stays when the operator works on another one
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_VISIBLE, options.position ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, options.title.c_str());
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, options.title.c_str());

    auto parts = std::make_unique<Parts>();
    GLFWmonitor* monitor = options.fullscreen ? monitorAt(options.monitor) : nullptr;
    const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    constexpr int kFromCorner = 40;  // of its monitor, when it is taken off the full screen
    parts->x = static_cast<int>(cornerOf(monitor).x) + kFromCorner;
    parts->y = static_cast<int>(cornerOf(monitor).y) + kFromCorner;
    parts->width = options.width;
    parts->height = options.height;
    parts->filled = monitor != nullptr;
    parts->glfw.reset(glfwCreateWindow(mode ? mode->width : options.width, mode ? mode->height : options.height,
                                       options.title.c_str(), monitor,
                                       options.beside ? options.beside->parts_->glfw.get() : nullptr));
    if (!parts->glfw) return makeError(Fault::device, "ui.no_opengl");
    GLFWwindow* glfw = parts->glfw.get();
    glfwMakeContextCurrent(glfw);
    if (!gladLoadGL(glfwGetProcAddress)) return makeError(Fault::device, "ui.no_opengl");
    glfwSwapInterval(options.withBeam ? 1 : 0);  // else frames are paced by wait(): the beam would hold up scans
    glfwSetWindowSizeLimits(glfw, options.leastWidth, options.leastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
    if (options.position && !monitor) {
        glfwSetWindowPos(glfw, static_cast<int>(options.position->x), static_cast<int>(options.position->y));
        glfwShowWindow(glfw);
    } else if (options.position) {
        glfwShowWindow(glfw);
    }
    if (!options.cursor) glfwSetInputMode(glfw, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    parts->events.listenTo(glfw);
    parts->renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    if (options.beside) {
        parts->base = options.beside->parts_.get();
        parts->textures.sharedWith(parts->base->textures);
        parts->base->other = parts.get();
    }
    parts->canvas = std::make_unique<Canvas>(parts->textures);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    const bool softly = parts->renderer.find("llvmpipe") != std::string::npos;
    parts->retained = std::make_unique<Retained>(glfw, parts->textures, softly);
    return std::unique_ptr<Window>(new Window(std::move(parts)));
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::~Window() = default;

Size Window::pixels() const {
    int w = 0, h = 0;
    glfwGetFramebufferSize(parts_->glfw.get(), &w, &h);
    return {static_cast<float>(w), static_cast<float>(h)};
}

float Window::density() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(parts_->glfw.get(), &x, &y);
    return x > 0 ? x : 1;
}

bool Window::closing() const {
    return glfwWindowShouldClose(parts_->glfw.get());
}

void Window::close() {
    glfwSetWindowShouldClose(parts_->glfw.get(), GLFW_TRUE);
}

void Window::keepOpen() {
    glfwSetWindowShouldClose(parts_->glfw.get(), GLFW_FALSE);
}

std::vector<Event> Window::wait(std::chrono::milliseconds atMost) {
    const auto deadline = Steady::now() + atMost;
    const auto nextFrame = std::max(parts_->lastFrame, parts_->lastWait) + kLeastFrame;
    WindowEvents& events = parts_->events;
    glfwPollEvents();
    events.spread(parts_->lastWait, Steady::now());
    if (parts_->other) parts_->other->events.spread(parts_->lastWait, Steady::now());
    for (;;) {
        const auto now = Steady::now();
        const bool due = parts_->urgent() || parts_->woken.load() || closing();
        if (due || now >= deadline || ((parts_->heard() || events.mustDraw()) && now >= nextFrame)) break;
        const auto until = parts_->heard() || events.mustDraw() ? std::min(deadline, nextFrame) : deadline;
        glfwWaitEventsTimeout(std::max(0.0005, std::chrono::duration<double>(until - now).count()));
    }
    parts_->woken.store(false);
    parts_->lastWait = Steady::now();
    return events.take();
}

void Window::wake() {
    if (!parts_->woken.exchange(true)) glfwPostEmptyEvent();
}

bool Window::mustDraw() const {
    return parts_->events.mustDraw();
}

void Window::draw(const std::function<void(Canvas&)>& drawing) {
    const auto started = Steady::now();
    const Size size = pixels();
    const bool uncovered = parts_->events.isUncovered();
    parts_->events.drawn();
    if (size.w < 1 || size.h < 1) return;  // minimised
    parts_->enter();
    ImGui_ImplOpenGL3_NewFrame();
    parts_->canvas->begin(size, parts_->events.pointer());
    parts_->events.clicksSeen();
    drawing(*parts_->canvas);
    parts_->canvas->end();
    parts_->retained->paint(*ImGui::GetDrawData(), static_cast<int>(size.w), static_cast<int>(size.h));
    parts_->retained->present(uncovered);
    parts_->lastFrame = Steady::now();
    parts_->lastDraw = std::chrono::duration_cast<std::chrono::microseconds>(parts_->lastFrame - started);
}

void Window::drawInto(Texture& picture, int width, int height, const std::function<void(Canvas&)>& drawing) {
    parts_->enter();
    if (picture.width() != width || picture.height() != height)
        picture = Texture(parts_->textures, width, height, PixelFormat::rgba);
    unsigned int frame = 0;
    glGenFramebuffers(1, &frame);
    glBindFramebuffer(GL_FRAMEBUFFER, frame);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, static_cast<unsigned int>(picture.id()),
                           0);
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_NewFrame();
    parts_->canvas->begin({static_cast<float>(width), static_cast<float>(height)}, {});
    drawing(*parts_->canvas);
    parts_->canvas->end();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    parts_->textures.changed(picture.id());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &frame);
    glFlush();  // before the window beside shows it
}

const Pointer& Window::pointer() const {
    return parts_->events.pointer();
}

std::vector<Event> Window::events() {
    return parts_->events.take();
}

void Window::post(Event event) {
    event.when = Steady::now();
    parts_->events.add(std::move(event));
}

Canvas& Window::canvas() {
    return *parts_->canvas;
}

paint::Bitmap Window::pixelsDrawn() {
    parts_->enter();
    return parts_->retained->pixels();
}

void Window::paintAll() {
    parts_->retained->paintAll();
}

std::int64_t Window::pixelsPainted() const {
    std::int64_t all = 0;
    for (const PixelBox& box : parts_->retained->painted()) all += box.pixels();
    return all;
}

Status Window::screenshot(const std::filesystem::path& file) {
    return paint::writePng(pixelsDrawn(), file);
}

bool Window::fullscreen() const {
    return glfwGetWindowMonitor(parts_->glfw.get()) != nullptr;
}

void Window::setFullscreen(bool on, int monitor) {
    GLFWwindow* glfw = parts_->glfw.get();
    if (!on) {
        // Also after the monitor was pulled out: GLFW leaves the window anywhere.
        if (std::exchange(parts_->filled, false))
            glfwSetWindowMonitor(glfw, nullptr, parts_->x, parts_->y, parts_->width, parts_->height, GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* target = monitorAt(monitor);
    const GLFWvidmode* mode = target ? glfwGetVideoMode(target) : nullptr;
    if (!mode) return;
    if (!std::exchange(parts_->filled, true)) {
        glfwGetWindowPos(glfw, &parts_->x, &parts_->y);
        glfwGetWindowSize(glfw, &parts_->width, &parts_->height);
    }
    glfwSetWindowMonitor(glfw, target, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::setWindowed(const Rect& place) {
    parts_->filled = false;
    glfwSetWindowMonitor(parts_->glfw.get(), nullptr, static_cast<int>(place.x), static_cast<int>(place.y),
                         static_cast<int>(place.w), static_cast<int>(place.h), GLFW_DONT_CARE);
}

Rect Window::place() const {
    int x = 0, y = 0, w = 0, h = 0;
    glfwGetWindowPos(parts_->glfw.get(), &x, &y);
    glfwGetWindowSize(parts_->glfw.get(), &w, &h);
    return {static_cast<float>(x), static_cast<float>(y), static_cast<float>(w), static_cast<float>(h)};
}

void Window::setTitle(const std::string& title) {
    glfwSetWindowTitle(parts_->glfw.get(), title.c_str());
}

void Window::showCursor(bool on) {
    glfwSetInputMode(parts_->glfw.get(), GLFW_CURSOR, on ? GLFW_CURSOR_NORMAL : GLFW_CURSOR_HIDDEN);
}

void Window::setCursor(CursorShape shape) {
    if (shape == parts_->cursorShape) return;
    parts_->cursorShape = shape;
    const auto place = static_cast<std::size_t>(shape);
    static constexpr std::array kinds{GLFW_ARROW_CURSOR, GLFW_HAND_CURSOR, GLFW_IBEAM_CURSOR};
    if (!parts_->cursors[place]) parts_->cursors[place].reset(glfwCreateStandardCursor(kinds[place]));
    glfwSetCursor(parts_->glfw.get(), parts_->cursors[place].get());
}

std::string Window::clipboard() const {
    const char* text = glfwGetClipboardString(parts_->glfw.get());
    return text != nullptr ? text : "";
}

void Window::setClipboard(const std::string& text) {
    glfwSetClipboardString(parts_->glfw.get(), text.c_str());
}

std::vector<std::string> Window::monitors() {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) {
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        std::string name = glfwGetMonitorName(monitors[i]);
        if (mode) name += ", " + std::to_string(mode->width) + " x " + std::to_string(mode->height);
        names.push_back(std::move(name));
    }
    return names;
}

std::vector<Rect> Window::monitorPlaces() {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    std::vector<Rect> places;
    for (int i = 0; i < count; ++i) {
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const Point corner = cornerOf(monitors[i]);
        places.push_back({corner.x, corner.y, mode ? static_cast<float>(mode->width) : 0,
                          mode ? static_cast<float>(mode->height) : 0});
    }
    return places;
}

const std::string& Window::renderer() const {
    return parts_->renderer;
}
std::chrono::microseconds Window::lastDraw() const {
    return parts_->lastDraw;
}

}  // namespace turnout::ui
