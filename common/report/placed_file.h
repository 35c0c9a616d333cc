// A file of names and numbers: 0600, written beside its place, known to be on the disk, then put there whole. Nothing
// that a disk could not take is ever told as written.
#pragma once

#include <filesystem>
#include <functional>

#include "common/base/result.h"

typedef struct _cairo_surface cairo_surface_t;

namespace turnout {

// `write` fills the file at the path it is given, by a library of its own, and says whether that went well.
// Fault::readOnly, diskFull or diskError with the file's name when it did not, or when the disk did not keep it; what
// stood at the place before stands there still.
Status placeFile(const std::filesystem::path& file, const std::function<bool(const std::filesystem::path&)>& write);

// The same for a PDF of pages of `width` by `height` points, which `draw` draws on the surface it is given.
Status placePdf(const std::filesystem::path& file, double width, double height,
                const std::function<void(cairo_surface_t*)>& draw);

}  // namespace turnout
