// What a canvas drew, as the rectangles it was laid out in: whether each text keeps to the box that it stands on.
#pragma once

#include <string>
#include <vector>

#include "common/ui/canvas.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {

class Boxes {
  public:
    // Listens to the canvas from now on, and hands on what it hears of texts; must outlive the canvas's frames.
    explicit Boxes(ui::Canvas& canvas, std::function<void(const ui::Written&)> also = {});

    // Forgets what was drawn: before a frame.
    void clear() { drawn_.clear(), texts_ = onBoxes_ = 0; }
    // A text that leaves the box its middle stands on, that runs into a box beside it, that lies on a flag or an icon,
    // or that something drawn later, another text too, hides in part; one sentence each.
    std::vector<std::string> faults();
    // Of the last faults(): texts, and those of them that stand on a box smaller than the picture.
    std::size_t texts() const { return texts_; }
    std::size_t onBoxes() const { return onBoxes_; }

  private:
    struct Drawn {
        ui::Rect area;
        enum class Kind { text, box, picture } kind;
        std::string text;
    };
    void filled(const ui::Filled& what);

    ui::Canvas& canvas_;
    std::vector<Drawn> drawn_;  // in order
    std::size_t texts_ = 0, onBoxes_ = 0;
};

// Flags of one colour for every country: as large as the real ones, which take a thousand times longer to draw.
class PlainFlags {
  public:
    PlainFlags();
    std::shared_ptr<const paint::Flags> flags() const { return flags_; }

  private:
    TempDir folder_;
    std::shared_ptr<const paint::Flags> flags_;
};

}  // namespace turnout::test
