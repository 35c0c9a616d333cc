// What an X server shows, which is not always what a program has drawn.
#pragma once

#include <string>

#include "common/paint/bitmap.h"
#include "tests/support/process.h"

namespace turnout::test {

// The window with this title, which no other must cover; empty when it cannot be had, as while it changes its size.
paint::Bitmap shown(const std::string& title, const ProcessOptions& display = {});

// How many of 1000 pixels differ, rounded up: 0 only when none does; 1000 for another size.
int differing(const paint::Bitmap& one, const paint::Bitmap& other);

}  // namespace turnout::test
