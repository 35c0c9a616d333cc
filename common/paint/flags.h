// Flags, whole and in their own colours, 4:3. The first source that has a drawing which was right on the event's date:
// the event's own folder, npm's flag-icons, Debian's iso-flags-svg, the Noto emoji. assets/tables/flags_outdated.tsv
// says which drawings of which source are right only from or until a date.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/domain/country.h"
#include "common/paint/bitmap.h"

namespace turnout::paint {

enum class FlagSource { ownFolder, flagIcons, isoFlags, emoji, none };

struct FlagFolders {
    std::optional<std::filesystem::path> own;        // CODE.svg or CODE.png, lower case; may be absent
    std::optional<std::filesystem::path> flagIcons;  // .../node_modules/flag-icons/flags/4x3
    std::optional<std::filesystem::path> isoFlags;   // /usr/share/iso-flags-svg/country-4x3

    // Those found: $TURNOUT_FLAGS (a flag-icons 4x3 folder), node_modules/flag-icons/flags/4x3 in a folder above the
    // program or the working folder, Debian's place. `own` is taken as given.
    static FlagFolders find(std::optional<std::filesystem::path> own = std::nullopt);

    // Drawings of all countries are there; without them most flags are emoji, which wave.
    bool whole() const { return flagIcons || isoFlags; }
};

// Whether the file is a drawing that flag() could show.
bool isFlagDrawing(const std::filesystem::path& file);

// What stands behind a flag that does not fill its rectangle (Nepal), from top to bottom.
struct FlagTile {
    Colour top = Colour::hex(0x2B4A6E), bottom = Colour::hex(0x1E3858);
    static FlagTile light() { return {Colour::hex(0xDFE6EE), Colour::hex(0xDFE6EE)}; }
    bool operator==(const FlagTile&) const = default;
};

// Immutable after construction; every function may be called from any thread. A flag takes 1 to 60 ms to render.
class Flags {
  public:
    // `date`: the event's day, "2023-11-17" in the event's zone.
    Flags(FlagFolders folders, std::string date);

    // width x round(width * 3/4) pixels, opaque corner to corner: never cropped, greyed or tinted. Empty when no source
    // has the country (ZZ has none: callers leave the place out).
    Bitmap flag(const CountryCode& code, int width, const FlagTile& tile = {}) const;

    // Where flag() takes it from.
    FlagSource source(const CountryCode& code) const;

  private:
    std::optional<std::filesystem::path> drawing(FlagSource source, const CountryCode& code) const;

    FlagFolders folders_;
    std::string date_;
};

}  // namespace turnout::paint
