// Is the event file in a place where it is safe? Network drives are refused at opening; these are warnings.
#pragma once

#include <filesystem>
#include <optional>

#include "common/base/text.h"

namespace turnout {

// A sentence about a removable drive or a synchronised folder (Dropbox, OneDrive, Nextcloud, Syncthing, 坚果云 ...),
// with what to do instead; nothing when the place is good. Looks at folder names and at the kernel's word on the drive.
std::optional<Text> placeWarning(const std::filesystem::path& eventFile);

}  // namespace turnout
