// A file of names and numbers: 0600, written beside its place by a library of its own, then put there whole.
#pragma once

#include <filesystem>
#include <functional>

#include "common/base/result.h"

namespace turnout {

// `write` fills the file at the path it is given and says whether that went well. Fault::readOnly or diskFull with the
// file's name when it did not; what stood at the place before stands there still.
Status placeFile(const std::filesystem::path& file, const std::function<bool(const std::filesystem::path&)>& write);

}  // namespace turnout
