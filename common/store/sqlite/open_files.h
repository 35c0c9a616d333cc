// Which event files this process has connections to. POSIX locks belong to the process: opening and closing such a file
// outside SQLite would drop them, and a committed row was lost that way. Whoever waits here waits for the same file: a
// drive that does not answer holds up nobody with a file elsewhere. All threads.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

namespace turnout::sqlite {

using FileKey = std::pair<dev_t, ino_t>;

// What every write into a file leaves on it.
struct FileStamp {
    std::int64_t bytes = 0, changedNs = 0;
    bool operator==(const FileStamp&) const = default;
};

// Held by a connection from before it opens the file until after it has closed it.
class OpenFile {
  public:
    // Waits while somebody looks into the file.
    explicit OpenFile(const std::filesystem::path& path);
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;

    // The path leads to the same file still.
    bool stillAt(const std::filesystem::path& path) const { return stampAt(path).has_value(); }
    // Nothing: the path leads to another file, or to none. About 1 us.
    std::optional<FileStamp> stampAt(const std::filesystem::path& path) const;

  private:
    FileKey key_{};
};

// Held while a file is opened, read and closed outside SQLite.
class FileLook {
  public:
    explicit FileLook(FileKey file);
    ~FileLook();
    FileLook(const FileLook&) = delete;

    bool allowed() const { return allowed_; }  // false: there is a connection to it

  private:
    const FileKey key_;
    bool allowed_ = false;
};

}  // namespace turnout::sqlite
