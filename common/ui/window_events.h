// Collects what GLFW's callbacks tell, for the inside of this folder.
#pragma once

#include <vector>

#include "common/ui/input.h"
#include "common/ui/input_method.h"

struct GLFWwindow;

namespace turnout::ui {

class WindowEvents {
  public:
    void listenTo(GLFWwindow* window);  // which must not outlive this

    bool any() const { return !events_.empty(); }
    bool urgent() const;  // something other than moves of the pointer
    bool mustDraw() const { return mustDraw_ || uncovered_; }
    // What the window shows is gone, or was made for another size.
    bool isUncovered() const { return uncovered_; }
    void drawn() { mustDraw_ = uncovered_ = false; }
    void clicksSeen() { pointer_.clicks.clear(); }
    const Pointer& pointer() const { return pointer_; }
    std::vector<Event> take();
    // What lies here came while nobody looked, between `from` and `to`: nobody knows when, so evenly. Keys that a
    // person typed during a slow frame must not look like a scanner's. More characters than anybody types in that time
    // came in one go, at its end: a scanner's must not look like a person's.
    void spread(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to);

    void add(Event event);
    void uncovered() { uncovered_ = true; }
    Point lastPoint() const { return pointer_.at; }

  private:
    std::vector<Event> events_;
    Pointer pointer_;
    InputMethod method_;
    bool mustDraw_ = false, uncovered_ = true;
};

}  // namespace turnout::ui
