#include "organizer/commands/private_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <string>

namespace turnout::commands {

PrivateFile::PrivateFile(std::filesystem::path target)
    : target_(std::move(target)), part_(target_.string() + ".part-" + std::to_string(::getpid())) {
    const int made = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (made < 0) {
        stream_.setstate(std::ios::failbit);
        return;
    }
    ::close(made);
    stream_.open(part_, std::ios::binary);
}

PrivateFile::~PrivateFile() {
    std::error_code ignored;
    if (!finished_) std::filesystem::remove(part_, ignored);
}

bool PrivateFile::finish() {
    if (!stream_.flush()) return false;
    stream_.close();
    // A disk may say only now that it has no room for what it took.
    const int written = ::open(part_.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
    const bool kept = written >= 0 && ::fsync(written) == 0;
    if (written >= 0) ::close(written);
    if (!kept) return false;
    std::error_code failed;
    std::filesystem::rename(part_, target_, failed);
    finished_ = stream_ && !failed;
    return finished_;
}

}  // namespace turnout::commands
