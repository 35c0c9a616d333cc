// The parts of a zip archive, unpacked within limits; for the inside of this folder.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace turnout {

class ZipParts {
  public:
    explicit ZipParts(const std::filesystem::path& file);
    ~ZipParts();
    ZipParts(const ZipParts&) = delete;
    ZipParts& operator=(const ZipParts&) = delete;

    bool open() const { return handle_ != nullptr; }

    enum class Read { done, absent, tooLarge, damaged, stopped };
    // Hands the part over in pieces; `take` answers false to stop.
    Read read(const std::string& name, const std::function<bool(std::string_view)>& take);

  private:
    void* handle_ = nullptr;
    std::uint64_t left_;  // bytes that may still come out of the whole archive
};

}  // namespace turnout
