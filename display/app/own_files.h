// The event's own pictures and fonts as files, for who can only read files: those that the event file holds are written
// into a private folder that goes with this object; the others lie beside the event file, as the settings name them.
#pragma once

#include <filesystem>

#include "common/domain/hall_settings.h"

namespace turnout::display {

class OwnFiles {
  public:
    OwnFiles() = default;
    explicit OwnFiles(const std::filesystem::path& event);  // without any when it cannot be read
    ~OwnFiles();
    OwnFiles(OwnFiles&& other) noexcept;
    OwnFiles& operator=(OwnFiles&& other) noexcept;

    // With the paths of the files here in place of the names of those that the event file holds.
    HallSettings placed(HallSettings settings) const;

  private:
    std::string write(const char* name, const std::string& bytes);

    std::filesystem::path folder_;  // empty: the event file holds none
    std::string logo_, background_, font_, titleFont_;
};

}  // namespace turnout::display
