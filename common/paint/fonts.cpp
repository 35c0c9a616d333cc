#include "common/paint/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

namespace turnout::paint {
namespace {

struct Chosen {
    std::mutex mutex;
    EventFonts fonts;
};
Chosen& chosen() {
    static Chosen one;
    return one;
}

thread_local int ours = 0;  // how many OurFonts live

// A family stands in a list parted by commas.
std::string oneFamily(std::string name) {
    std::replace(name.begin(), name.end(), ',', ' ');
    return name;
}

const FcChar8* bytesOf(const std::string& text) {
    return reinterpret_cast<const FcChar8*>(text.c_str());  // Fontconfig's bytes are unsigned
}

}  // namespace

void setEventFonts(EventFonts fonts) {
    const std::lock_guard lock(chosen().mutex);
    chosen().fonts = {oneFamily(std::move(fonts.words)), oneFamily(std::move(fonts.titles))};
}

EventFonts eventFonts() {
    if (ours > 0) return {};
    const std::lock_guard lock(chosen().mutex);
    return chosen().fonts;
}

OurFonts::OurFonts() {
    ++ours;
}
OurFonts::~OurFonts() {
    --ours;
}

std::optional<std::string> familyOfFile(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return std::nullopt;
    const std::string path = file.string();
    int faces = 0;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern(
        FcFreeTypeQuery(bytesOf(path), 0, nullptr, &faces), FcPatternDestroy);
    FcChar8* family = nullptr;
    if (!pattern || FcPatternGetString(pattern.get(), FC_FAMILY, 0, &family) != FcResultMatch) return std::nullopt;
    std::string name = reinterpret_cast<const char*>(family);
    if (FcConfigAppFontAddFile(nullptr, bytesOf(path)) == FcFalse) return std::nullopt;
    pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(pango_cairo_font_map_get_default()));
    return name;
}

bool hasFamily(const std::string& family) {
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> wanted(FcPatternCreate(), FcPatternDestroy);
    const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> asked(FcObjectSetBuild(FC_FAMILY, nullptr),
                                                                            FcObjectSetDestroy);
    FcPatternAddString(wanted.get(), FC_FAMILY, bytesOf(family));
    const std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)> found(FcFontList(nullptr, wanted.get(), asked.get()),
                                                                        FcFontSetDestroy);
    return found && found->nfont > 0;
}

}  // namespace turnout::paint
