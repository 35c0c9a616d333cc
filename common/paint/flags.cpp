#include "common/paint/flags.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

#include "assets/assets.h"
#include "common/base/table.h"
#include "common/base/utf8.h"
#include "common/paint/glib.h"
#include "common/paint/svg.h"
#include "common/paint/text.h"

namespace turnout::paint {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 2'000'000;  // the largest flag of flag-icons has 182 kB

struct Dated {
    std::string_view source, code, from, until;
};

const std::vector<Dated>& datedDrawings() {
    static const std::vector<Dated> table = [] {
        std::vector<Dated> rows;
        for (const auto& cells : tableRows(assets::bytes("tables/flags_outdated.tsv")))
            if (cells.size() >= 4) rows.push_back({cells[0], cells[1], cells[2], cells[3]});
        return rows;
    }();
    return table;
}

// ISO dates compare as text.
bool rightOn(std::string_view source, const CountryCode& code, std::string_view date) {
    return std::none_of(datedDrawings().begin(), datedDrawings().end(), [&](const Dated& row) {
        if (row.source != source || row.code != code.str()) return false;
        return row.from == "never" || (!row.from.empty() && date < row.from) ||
               (!row.until.empty() && date > row.until);
    });
}

std::optional<std::string> fileBytes(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size == 0 || size > kMostBytes) return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.empty()) return std::nullopt;
    return bytes;
}

// The letters of the code as regional indicators.
std::string emojiOf(const CountryCode& code) {
    std::string text;
    for (char letter : code.str()) {
        text += "\xF0\x9F\x87";
        text += static_cast<char>(0xA6 + (letter - 'A'));
    }
    return text;
}

bool emojiKnows(const CountryCode& code) {
    // Two letters that make no flag are drawn as two boxes with a letter each: wider than any flag.
    const TextPicture picture = renderText(emojiOf(code), {Face::text, 32});
    return picture.coloured && picture.metrics.missingGlyphs == 0 && picture.metrics.width < 60;
}

void paintTile(cairo_t* cairo, int height, const FlagTile& tile) {
    cairo_pattern_t* gradient = cairo_pattern_create_linear(0, 0, 0, height);
    cairo_pattern_add_color_stop_rgb(gradient, 0, tile.top.r / 255.0, tile.top.g / 255.0, tile.top.b / 255.0);
    cairo_pattern_add_color_stop_rgb(gradient, 1, tile.bottom.r / 255.0, tile.bottom.g / 255.0, tile.bottom.b / 255.0);
    cairo_set_source(cairo, gradient);
    cairo_paint(cairo);
    cairo_pattern_destroy(gradient);
}

// The picture in the middle of a tile, as large as it fits, in its own proportions.
Bitmap onTile(Bitmap picture, int width, int height, const FlagTile& tile) {
    Bitmap flag(width, height);
    const SurfaceOwned target(
        cairo_image_surface_create_for_data(flag.pixels.data(), CAIRO_FORMAT_ARGB32, width, height, flag.stride()));
    const SurfaceOwned source(cairo_image_surface_create_for_data(picture.pixels.data(), CAIRO_FORMAT_ARGB32,
                                                                  picture.width, picture.height, picture.stride()));
    const CairoOwned cairo(cairo_create(target.get()));
    paintTile(cairo.get(), height, tile);
    const double scale =
        std::min(static_cast<double>(width) / picture.width, static_cast<double>(height) / picture.height);
    cairo_translate(cairo.get(), (width - picture.width * scale) / 2, (height - picture.height * scale) / 2);
    cairo_scale(cairo.get(), scale, scale);
    cairo_set_source_surface(cairo.get(), source.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo.get()), CAIRO_FILTER_BEST);
    cairo_paint(cairo.get());
    cairo_surface_flush(target.get());
    return flag;
}

// iso-flags-svg lays Nepal's two pennants on a white sheet, which is no part of the flag.
constexpr std::string_view kWhiteSheet = R"(<rect id="rect8734" height="480" width="640" y="0" x="0" fill="#fff"/>)";

std::optional<Bitmap> drawingOf(const fs::path& file, int width, int height) {
    if (file.extension() == ".png") {
        Result<Bitmap> picture = readPng(file);
        if (!picture) return std::nullopt;
        return std::move(picture).value();
    }
    std::optional<std::string> bytes = fileBytes(file);
    if (bytes && file.filename() == "np.svg") {
        if (const std::size_t sheet = bytes->find(kWhiteSheet); sheet != std::string::npos)
            bytes->erase(sheet, kWhiteSheet.size());
    }
    return bytes ? renderSvg(*bytes, width, height) : std::nullopt;
}

std::optional<fs::path> folderAbove(fs::path from, const fs::path& below) {
    std::error_code error;
    for (;; from = from.parent_path()) {
        if (fs::is_directory(from / below, error)) return from / below;
        if (from.empty() || from == from.root_path()) return std::nullopt;
    }
}

}  // namespace

FlagFolders FlagFolders::find(std::optional<fs::path> own) {
    FlagFolders folders;
    folders.own = std::move(own);
    std::error_code error;
    const char* given = std::getenv("TURNOUT_FLAGS");
    if (given && fs::is_directory(given, error)) folders.flagIcons = given;
    const fs::path below = "node_modules/flag-icons/flags/4x3";
    if (!folders.flagIcons)
        folders.flagIcons = folderAbove(fs::read_symlink("/proc/self/exe", error).parent_path(), below);
    if (!folders.flagIcons) folders.flagIcons = folderAbove(fs::current_path(error), below);
    const fs::path debian = "/usr/share/iso-flags-svg/country-4x3";
    if (fs::is_directory(debian, error)) folders.isoFlags = debian;
    return folders;
}

bool isFlagDrawing(const fs::path& file) {
    return drawingOf(file, 8, 6).has_value();
}

Flags::Flags(FlagFolders folders, std::string date) : folders_(std::move(folders)), date_(std::move(date)) {}

std::optional<fs::path> Flags::drawing(FlagSource source, const CountryCode& code) const {
    std::error_code error;
    auto existing = [&](const std::optional<fs::path>& folder, const char* extension) -> std::optional<fs::path> {
        if (!folder) return std::nullopt;
        fs::path file = *folder / (inSmallLetters(code.str()) + extension);
        if (!fs::is_regular_file(file, error)) return std::nullopt;
        return file;
    };
    switch (source) {
        case FlagSource::ownFolder: {
            auto vector = existing(folders_.own, ".svg");
            return vector ? vector : existing(folders_.own, ".png");
        }
        case FlagSource::flagIcons:
            return rightOn("flag-icons", code, date_) ? existing(folders_.flagIcons, ".svg") : std::nullopt;
        case FlagSource::isoFlags:
            return rightOn("iso-flags", code, date_) ? existing(folders_.isoFlags, ".svg") : std::nullopt;
        case FlagSource::emoji:
        case FlagSource::none: break;
    }
    return std::nullopt;
}

FlagSource Flags::source(const CountryCode& code) const {
    if (!code.isCountry()) return FlagSource::none;
    for (FlagSource candidate : {FlagSource::ownFolder, FlagSource::flagIcons, FlagSource::isoFlags}) {
        const auto file = drawing(candidate, code);
        if (file && isFlagDrawing(*file)) return candidate;
    }
    return emojiKnows(code) ? FlagSource::emoji : FlagSource::none;
}

Bitmap Flags::flag(const CountryCode& code, int width, const FlagTile& tile) const {
    if (!code.isCountry() || width <= 0) return {};
    const int height = std::max(1, static_cast<int>(std::lround(width * 0.75)));
    for (FlagSource candidate : {FlagSource::ownFolder, FlagSource::flagIcons, FlagSource::isoFlags}) {
        const auto file = drawing(candidate, code);
        if (!file) continue;
        if (auto picture = drawingOf(*file, width, height)) return onTile(std::move(*picture), width, height, tile);
    }
    if (!emojiKnows(code)) return {};
    TextPicture picture = renderText(emojiOf(code), {Face::text, static_cast<float>(height)});
    return onTile(std::move(picture.bitmap), width, height, tile);
}

}  // namespace turnout::paint
