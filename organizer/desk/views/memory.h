// What the controls of a window must remember from one frame to the next: where the keyboard is, what is typed into,
// how far lists are scrolled, which list is folded out. Owned by the loop, handed to Widgets; views see none of it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/country.h"
#include "common/paint/bitmap.h"
#include "common/ui/input.h"
#include "common/ui/texture.h"

namespace turnout::desk {

struct Memory {
    std::string focus;               // id of the control that the keyboard acts on; empty = none
    bool focusSeen = false;          // the keyboard was used last: its place is marked
    std::vector<std::string> order;  // ids that Tab goes through, as they were drawn last
    std::vector<ui::Rect> spots;     // device pixels: what shows that the pointer is over it
    std::optional<std::size_t> hovered;

    // --- the field that is typed into ---
    std::size_t caret = 0, anchor = 0;  // bytes; what is between them is selected
    std::string before;                 // its text when the keyboard came to it: what Ctrl+Z brings back
    bool dragging = false;

    std::map<std::string, float> scrolled;  // id -> dp, or the first row of a table

    struct Popup {
        std::string id;
        ui::Rect anchor;  // dp
        std::vector<std::string> options;
        std::vector<std::optional<CountryCode>> flags;
        std::size_t at = 0, first = 0;
        std::string typed;  // letters that look for an option
        bool upwards = false;
    };
    std::optional<Popup> popup;
    std::optional<std::pair<std::string, std::size_t>> chosen;  // from a popup, until its control is drawn
    struct Picture {
        std::weak_ptr<const paint::Bitmap> source;
        const paint::Bitmap* place = nullptr;
        ui::Texture texture;
    };
    std::vector<Picture> pictures;

    bool again = false;  // what was done shows in the next frame only
    std::string bar;     // id of the list whose scroll bar is held
};

}  // namespace turnout::desk
