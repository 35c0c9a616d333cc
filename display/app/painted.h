// What was painted and how long it took, for --state and --stats.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "display/app/hall_presenter.h"

namespace turnout::display {

// One JSON line about the frame that was just painted: arrived, registered, countries, groups, as_of, stale, names.
// `arrived` is the number that the screen shows or, for at most 0.8 s, is rolling up to. `names`: the guests that are
// named on the screen at this moment.
class StateLines {
  public:
    // The line, or nothing when it would say what the last one said (as_of alone is no change).
    std::string painted(const HallPresenter& presenter);

  private:
    std::string last_;
};

// Milliseconds measured; p50 and p99 by nearest rank. Keeps the newest 100,000 to 200,000: a long evening stays small.
class Measured {
  public:
    void add(double ms);
    const std::vector<float>& all() const { return ms_; }

  private:
    std::vector<float> ms_;
};

struct Stats {
    Measured frame;          // drawing one frame
    Measured uiBlocked;      // the window's thread asleep while it takes the store's news
    Measured commitToPaint;  // from the last write of a commit to the frame that shows it

    // {"frame_ms":{"n","p50","p99","max"},"ui_blocked_ms":...,"commit_to_paint_ms":...}, through a file beside it.
    Status write(const std::filesystem::path& file) const;
};

}  // namespace turnout::display
