// A file of our output that is nobody else's business: 0600, written beside its place and then put there whole.
#pragma once

#include <filesystem>
#include <fstream>

namespace turnout::commands {

class PrivateFile {
  public:
    explicit PrivateFile(std::filesystem::path target);
    ~PrivateFile();  // without finish(): nothing is left
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    std::ostream& stream() { return stream_; }
    bool finish();  // false when it could not be written whole; what stood at the place before stands there still

  private:
    std::filesystem::path target_, part_;
    std::ofstream stream_;
    bool finished_ = false;
};

}  // namespace turnout::commands
