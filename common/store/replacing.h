// Making a file where one stands already: only when asked to, only an event file, and never one in use.
#pragma once

#include <filesystem>

#include "common/base/result.h"

namespace turnout {

class Replacing {
  public:
    // Looks at `target`. When a file is there and `replace` allows it, it is put aside until keep(); an error leaves
    // everything as it was: Fault::inUse for a file without `replace`, in use or with a -wal, Fault::notOurs for one
    // that is no event file.
    static Result<Replacing> begin(const std::filesystem::path& target, bool replace);

    Replacing(Replacing&& other) noexcept;
    Replacing& operator=(Replacing&&) = delete;
    ~Replacing();  // without keep(): the old file comes back

    void keep();

  private:
    Replacing() = default;
    std::filesystem::path target_, aside_;
};

// Is this a file that Turnout made? Looks at the first bytes only; for files that this process has not opened.
bool looksLikeEventFile(const std::filesystem::path& path);

}  // namespace turnout
