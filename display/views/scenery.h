// Drawn backgrounds: made once for a size by librsvg, kept as textures, the least used forgotten. At most
// kKept of them, so that memory stays bounded through every change of size.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/paint/bitmap.h"
#include "common/ui/canvas.h"
#include "common/ui/theme.h"

namespace turnout::display {

// Of the event, for drawn backgrounds: what glows, what is the newest, and whether they lie over its own picture, which
// may be as light as they are: then they are lighter.
struct SceneryHue {
    ui::Colour glow = ui::theme::kGlow, gold = ui::theme::kGold;
    bool overPicture = false;
    bool operator==(const SceneryHue&) const = default;
};

// What stands for a colour of the drawings, which are blue and gold: the event's gold, or a tone of its glow.
ui::Colour drawnIn(const SceneryHue& hue, ui::Colour drawn);

class Scenery {
  public:
    static constexpr std::size_t kKept = 7;

    // Mountains, far to near.
    const ui::Texture& ridges(ui::Canvas& canvas, int width, int height, const SceneryHue& hue);
    // Lines from both edges that become one, with or without the golden one in the middle.
    const ui::Texture& threads(ui::Canvas& canvas, int width, int height, const SceneryHue& hue, bool gold);
    // The world as dots: columns `first` to `first + columns` of the mask, `pitch` pixels apart, lighter around `near`
    // (pixels of the picture).
    const ui::Texture& dots(ui::Canvas& canvas, int first, int columns, float pitch, ui::Point near,
                            const SceneryHue& hue);

    // An SVG, drawn at most that large, or a PNG as it is. An empty texture when the file cannot be read.
    const ui::Texture& file(ui::Canvas& canvas, const std::string& file, int width, int height);
    // The same as a background: a bright one is darkened, so that text on it keeps its contrast.
    const ui::Texture& background(ui::Canvas& canvas, const std::string& file, int width, int height);

  private:
    const ui::Texture* kept(const std::string& name);
    const ui::Texture& keep(ui::Canvas& canvas, const std::string& name, const std::optional<paint::Bitmap>& picture);
    struct Kept {
        std::string name;
        ui::Texture texture;
    };
    const ui::Texture& made(ui::Canvas& canvas, const std::string& name, int width, int height,
                            const std::function<std::string()>& svg);

    std::vector<Kept> kept_;  // the latest used last
};

inline constexpr int kDotColumns = 180, kDotFirstRow = 3, kDotRows = 69;
inline constexpr float kDotNorth = 82, kDotRowDegrees = 140.0F / 75, kDotColumnDegrees = 2, kDotCentre = 150;

// Where a point of the earth stands on the map, in columns from its left edge and rows from its upper edge.
ui::Point onDots(float north, float east, int first);

}  // namespace turnout::display
