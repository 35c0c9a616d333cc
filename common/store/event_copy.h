// A copy of the event for a laptop at a door, on a USB drive or anywhere else: consistent while doors are open, and
// looked at again as the drive gives it back. `turnout copy` and the desk make it by the same rule.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "common/base/result.h"
#include "common/store/event_store.h"

namespace turnout {

// The file that copying to `target` makes: inside a folder it has the event's own name.
std::filesystem::path copyTarget(const std::filesystem::path& event, const std::filesystem::path& target);

// Copies to copyTarget(). An event file that stands there is replaced only with `replace`; another file never, the
// event itself never. Faults as EventStore::copyTo and Replacing.
Result<std::filesystem::path> copyEvent(EventStore& store, const std::filesystem::path& target, bool replace,
                                        TimePoint now);

struct CopySteps {
    enum class Step { making, writing, checking };
    // How much of a step is done, 0 to 1; false stops, and nothing is left at the target. May be empty.
    std::function<bool(Step, double)> progress;
};

struct CheckedCopy {
    std::filesystem::path file;
    std::string machine;  // the copy's own id
    std::int64_t bytes = 0, guests = 0;
};

// The same, and then read back from the drive, not from memory where the system lets us choose: the bytes are those
// written, and the file is sound (verify()). A copy that is not is taken away again: Fault::corrupt. What stood at the
// target before comes back when anything goes wrong.
Result<CheckedCopy> copyEventChecked(EventStore& store, const std::filesystem::path& target, bool replace,
                                     TimePoint now, const CopySteps& steps = {});

}  // namespace turnout
