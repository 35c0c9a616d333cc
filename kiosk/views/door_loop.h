// The window of a door and the loop that serves it: events in, the presenter's screen out. Paints when the screen has
// changed, and the camera's picture no oftener than the machine can bear; sleeps otherwise.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>

#include "common/ui/sound.h"
#include "common/ui/window.h"
#include "kiosk/app/camera_feed.h"
#include "kiosk/app/checkin_service.h"
#include "kiosk/app/door_presenter.h"
#include "kiosk/app/machine_watch.h"
#include "kiosk/app/people_service.h"
#include "kiosk/app/typing.h"
#include "kiosk/views/door_view.h"

namespace turnout::kiosk {

struct LoopOptions {
    Door door;
    Direction direction = Direction::entry;
    bool exitAtEnd = false;
    std::optional<std::filesystem::path> screenshot;
    std::vector<CountryCode> countries;  // of the list: their flags are rendered before they are needed
    std::function<void(const DoorState&)>
        keepState;       // called when something to be remembered has changed; may be empty
    Millis after{3000};  // from the first complete frame to the screenshot; not used with exitAtEnd
};

class DoorLoop {
  public:
    // All outlive the loop. `feed` and `scanner` may be null: a door without a camera, without a
    // scanner on a serial port. `stop` is set by Ctrl-C.
    DoorLoop(ui::Window& window, DoorPresenter& presenter, CheckinService& service, PeopleService& people,
             ui::Sound& sound, const Clock& clock, Stats& stats, CameraFeed* feed, const SerialScanner* scanner,
             const std::atomic<bool>& stop, LoopOptions options);

    // Until the window is closed, Ctrl-C, the film's end or the screenshot. An error is a screenshot that could not be
    // written.
    Status run();
    bool wantsAnotherDoor() const { return changeAsked_; }  // after run(): back to the start page

  private:
    void take(const ui::Event& event, SteadyTime now);
    void onKey(const ui::Event& event, SteadyTime now);
    bool ringTook(const ui::Event& event);
    void scanned(std::string text, SteadyTime seen);
    void offer(std::string text, Source source, SteadyTime seen);
    void serve(DoorRequest request);
    void followState();
    void takeAnswers();
    void takeCamera();
    void showPicture();
    void serveRequests();
    void play();
    void paintIfNeeded(SteadyTime now);
    void paint();
    void prepare();
    Millis untilNext(SteadyTime now) const;
    bool done(SteadyTime now);

    ui::Window& window_;
    DoorPresenter& presenter_;
    CheckinService& service_;
    PeopleService& people_;
    ui::Sound& sound_;
    const Clock& clock_;
    Stats& stats_;
    CameraFeed* feed_;
    const SerialScanner* scanner_;
    const std::atomic<bool>& stop_;
    const LoopOptions options_;

    ClockWatch clockWatch_;
    Typing typing_;
    bool keyRepeats_ = false;
    FocusRing ring_;
    ui::StreamTexture stream_;
    CameraView view_;
    Preview preview_;
    std::optional<DoorScreen> painted_;
    bool newPicture_ = false, paintedNow_ = false, prepared_ = false;
    std::uint64_t paintedCard_ = 0;
    SteadyTime lastPaint_{};
    std::optional<SteadyTime> firstFrame_;
    std::optional<DoorPress> pressed_;
    std::optional<DoorState> kept_;
    int volume_ = -1;
    bool closeAsked_ = false, changeAsked_ = false;
    CameraState cameraState_ = CameraState::none;
};

}  // namespace turnout::kiosk
