#include "common/report/placed_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace turnout {

Status placeFile(const std::filesystem::path& file, const std::function<bool(const std::filesystem::path&)>& write) {
    const std::filesystem::path part = file.string() + ".part-" + std::to_string(::getpid());
    std::error_code failed;
    const auto cannot = [&](int error) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return makeError(error == ENOSPC ? Fault::diskFull : Fault::readOnly, "store.cannot_write",
                         {{"file", file.string()}});
    };
    const int made = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (made < 0) return cannot(errno);
    ::close(made);
    errno = 0;
    try {
        if (!write(part)) return cannot(errno);
    } catch (...) {  // stopped by whoever watches the progress
        std::filesystem::remove(part, failed);
        throw;
    }
    std::filesystem::rename(part, file, failed);
    if (failed) return cannot(failed.value());
    return Done{};
}

}  // namespace turnout
