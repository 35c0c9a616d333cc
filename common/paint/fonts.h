// The faces an event has chosen, in place of ours for the scripts they have; ours stay behind them for all others.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace turnout::paint {

struct EventFonts {
    std::string words;   // family of Face::text and Face::display; empty: ours
    std::string titles;  // of Face::ceremony; empty: ours
    bool operator==(const EventFonts&) const = default;
};

// For texts laid out from now on, in every thread. What a canvas has laid out before stays as it is: call it before the
// first frame.
void setEventFonts(EventFonts fonts);
EventFonts eventFonts();

// While one lives, this thread lays out in our own faces: for windows beside the hall's, which are not the event's.
class OurFonts {
  public:
    OurFonts();
    ~OurFonts();
    OurFonts(const OurFonts&) = delete;
};

// Makes a font file (TrueType, OpenType) known to this process; answers its family. Nothing when it is not there or no
// font.
std::optional<std::string> familyOfFile(const std::filesystem::path& file);

// Installed here, or made known by familyOfFile(); in any case of letters.
bool hasFamily(const std::string& family);

}  // namespace turnout::paint
