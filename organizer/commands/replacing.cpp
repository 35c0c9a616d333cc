#include "organizer/commands/replacing.h"

#include <unistd.h>

#include <array>
#include <fstream>
#include <string_view>

namespace turnout::commands {

namespace fs = std::filesystem;

bool looksLikeEventFile(const fs::path& path) {
    std::array<char, 72> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(head.data(), head.size())) return false;
    const std::string_view bytes(head.data(), head.size());
    return bytes.starts_with("SQLite format 3") && bytes.substr(68, 4) == "TRNT";  // application_id
}

Result<Replacing> Replacing::begin(const fs::path& target, bool replace) {
    Replacing replacing;
    std::error_code ignored;
    const auto args = [&] { return std::vector<std::pair<std::string, std::string>>{{"file", target.string()}}; };
    // A log without its file belongs to something that somebody may still want to save.
    for (const char* ending : {"-wal", "-shm"})
        if (fs::exists(fs::symlink_status(target.string() + ending, ignored)))
            return makeError(Fault::inUse, "cli.target_in_use", args());
    if (!fs::exists(fs::symlink_status(target, ignored))) return replacing;
    if (!replace) return makeError(Fault::inUse, "store.exists", args());
    if (!fs::is_regular_file(fs::symlink_status(target, ignored)) || !looksLikeEventFile(target))
        return makeError(Fault::notOurs, "cli.target_not_ours", args());
    replacing.target_ = target;
    replacing.aside_ = target.string() + "-replaced-" + std::to_string(::getpid());
    fs::rename(target, replacing.aside_, ignored);
    if (ignored) {
        replacing.aside_.clear();
        return makeError(Fault::readOnly, "store.cannot_write", args());
    }
    return replacing;
}

Replacing::Replacing(Replacing&& other) noexcept : target_(std::move(other.target_)), aside_(std::move(other.aside_)) {
    other.aside_.clear();
}

Replacing::~Replacing() {
    if (aside_.empty()) return;
    std::error_code ignored;
    fs::rename(aside_, target_, ignored);
}

void Replacing::keep() {
    if (aside_.empty()) return;
    std::error_code ignored;
    fs::remove(aside_, ignored);
    aside_.clear();
}

}  // namespace turnout::commands
