#include "tests/support/shown.h"

#include <cstring>

#include "tests/support/temp_dir.h"

namespace turnout::test {

paint::Bitmap shown(const std::string& title, const ProcessOptions& display) {
    const std::vector<std::string> found =
        splitLines(run({"xdotool", "search", "--name", "^" + title + "$"}, {}, display).out);
    if (found.size() != 1) return {};
    const TempDir folder;
    const std::string file = folder / "shown.png";
    if (run({"import", "-silent", "-window", found.front(), file}, {}, display).code != 0) return {};
    auto read = paint::readPng(file);
    return read.ok() ? std::move(read).value() : paint::Bitmap();
}

int differing(const paint::Bitmap& one, const paint::Bitmap& other) {
    if (one.width != other.width || one.height != other.height || one.empty()) return 1000;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < one.pixels.size(); i += 4)
        wrong += std::memcmp(&one.pixels[i], &other.pixels[i], 4) == 0 ? 0U : 1U;
    const std::size_t all = one.pixels.size() / 4;
    return static_cast<int>((wrong * 1000 + all - 1) / all);
}

}  // namespace turnout::test
