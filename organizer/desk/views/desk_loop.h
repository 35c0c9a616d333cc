// The loop of the desk's window: waits for something to happen, hands it to the controls, draws when what is shown has
// changed and not otherwise.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>

#include "common/ui/window.h"
#include "organizer/desk/app/frame.h"
#include "organizer/desk/views/desk_pages.h"

namespace turnout::desk {

class DeskLoop {
  public:
    // All outlive this. `stop`: Ctrl-C was pressed in the terminal.
    DeskLoop(ui::Window& window, Session& session, DeskPages& pages, const Look& look, const std::atomic<bool>& stop);

    void run();
    // Waits until all work is done and draws it: for pictures.
    void settle();
    // One round: what happened, what was finished, a drawing when one is needed. `atMost`: how long to wait.
    void round(std::chrono::milliseconds atMost);
    std::int64_t drawn() const { return drawn_; }
    // Files let go over the window, or named on the command line.
    void drop(const std::vector<std::filesystem::path>& files);

  private:
    void take(ui::Event event, std::vector<ui::Event>& input);
    bool shortcut(const ui::Event& event);
    void follow();
    void paint(std::vector<ui::Event> input);
    void moveKeyboard(const FrameScreen& frame);

    ui::Window& window_;
    Session& session_;
    DeskPages& pages_;
    const Look& look_;
    const std::atomic<bool>& stop_;
    Memory memory_;
    Clipboard clipboard_;
    std::optional<FrameScreen> painted_;
    std::optional<PageId> shown_;
    std::string flagsFor_, below_;  // below_: where the keyboard was before a window opened above the page
    bool above_ = false;
    std::uint64_t toastSeen_ = 0;
    SteadyTime toastSince_{}, looked_{}, ticked_{};
    std::int64_t drawn_ = 0;
};

}  // namespace turnout::desk
