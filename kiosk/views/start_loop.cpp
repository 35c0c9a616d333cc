// The loop of the start page: the chosen camera's picture, keys, touches.
#include <utility>

#include "common/base/utf8.h"
#include "kiosk/app/camera_preview.h"
#include "kiosk/app/start_reader.h"
#include "kiosk/app/typing.h"
#include "kiosk/views/page.h"
#include "kiosk/views/start_view.h"

namespace turnout::kiosk {
namespace {

constexpr Millis kLook{250};  // Ctrl-C is seen, the clock moves

// Letters, digits, Enter and Tab choose and confirm nothing: they are what a scanner types.
std::optional<StartPress> pressOf(ui::Key key) {
    switch (key) {
        case ui::Key::escape: return StartAction::back;
        case ui::Key::f8: return StartAction::otherWay;
        case ui::Key::f2: return StartAction::browse;
        case ui::Key::f9: return StartAction::start;
        case ui::Key::up: return StartAction::up;
        case ui::Key::down: return StartAction::down;
        case ui::Key::left: return StartAction::left;
        case ui::Key::right: return StartAction::right;
        default: return {};
    }
}

void onKey(const ui::Event& event, StartPresenter& presenter, Typing& typing, ui::Window& window) {
    switch (event.key) {
        case ui::Key::enter:
        case ui::Key::tab:
            if (const auto burst = typing.onEnd(event.when)) presenter.onScan(charactersIn(*burst));
            break;
        case ui::Key::backspace: presenter.onBackspace(); break;
        case ui::Key::a:
            if (event.modifiers.control) presenter.onSelectAll();
            break;
        case ui::Key::v:
            if (event.modifiers.control) presenter.onPaste(window.clipboard());
            break;
        case ui::Key::f11:
            if (!event.repeat) window.setFullscreen(!window.fullscreen());
            break;
        default:
            // Held a moment too long, F9 would go on pressing in the self-test.
            if (event.key == ui::Key::f9 && event.repeat) break;
            if (const auto press = pressOf(event.key)) presenter.handle(*press);
            break;
    }
}

// For the ring: the choices, what is typed, a file looked for.
std::uint64_t placeOf(const StartScreen& screen) {
    return 1 + (screen.browsing ? 2U : 0U) + (screen.keyboard.up ? 1U : 0U);
}

// True when there is another picture, or none any more.
bool takePicture(CameraPreview& camera, CameraView& view, ui::StreamTexture& stream, ui::Window& window,
                 Preview& preview) {
    if (!camera.live()) return std::exchange(preview.picture, nullptr) != nullptr;
    if (!camera.take(view)) return false;
    const Picture& picture = view.picture;
    stream.show(window.canvas().textures(), picture.width, picture.height, ui::PixelFormat::rgba, picture.rgba.data(),
                static_cast<std::size_t>(picture.width) * 4);
    preview.picture = &stream.texture();
    return true;
}

}  // namespace

std::optional<StartChoice> chooseDoor(ui::Window& window, StartPresenter& presenter, const Clock& clock,
                                      const std::atomic<bool>& stop) {
    StartReader reader({}, [&window] { window.wake(); });
    CameraPreview camera([&window] { window.wake(); });
    CameraView view;
    ui::StreamTexture stream;
    Preview preview;
    Typing typing;
    bool keyRepeats = false;
    FocusRing ring;
    std::optional<StartScreen> painted;
    while (!stop && !window.closing()) {
        for (const ui::Event& event : window.wait(window.mustDraw() || !painted ? Millis{0} : kLook)) {
            if (event.kind == ui::EventKind::character) {
                typing.onCharacter(event.character, event.when, keyRepeats);
                presenter.onCharacter(event.character);
                ring.hide();
            }
            if (event.kind == ui::EventKind::dropped && !event.files.empty()) presenter.onDropped(event.files.front());
            if (event.kind != ui::EventKind::key) continue;
            keyRepeats = event.repeat;
            if (!ring.onKey(event, placeOf(presenter.screen()), false)) onKey(event, presenter, typing, window);
        }
        if (const auto burst = typing.onSilence(std::chrono::steady_clock::now()))
            presenter.onScan(charactersIn(*burst));
        reader.serve(presenter);
        presenter.onCameras(camera.cameras());
        camera.choose(presenter.chosenCamera());
        presenter.tick(clock.now());
        const bool picture = takePicture(camera, view, stream, window, preview);
        if (auto taken = presenter.taken()) return taken;
        if (painted && *painted == presenter.screen() && !picture && !ring.changed() && !window.mustDraw()) continue;
        painted = presenter.screen();
        std::optional<StartPress> pressed;
        window.draw([&](ui::Canvas& canvas) {
            ring.begin(canvas, placeOf(*painted));
            if (const auto press = drawStart(canvas, *painted, preview)) pressed = press;
            ring.end(canvas, Page(canvas).k());
        });
        if (pressed) presenter.handle(*pressed);
    }
    return {};
}

}  // namespace turnout::kiosk
