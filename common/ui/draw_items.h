// The list that ImGui made of a frame, as items that can be compared, and cut down to some boxes of the window. For the
// inside of this folder.
#pragma once

#include <imgui.h>

#include <functional>
#include <span>
#include <vector>

#include "common/ui/damage.h"

namespace turnout::ui {

struct DrawItem {
    int command = 0;                      // of the list
    unsigned int first = 0, indices = 0;  // in the list's indices
};

struct DrawItems {
    std::vector<PaintedItem> painted;  // what damageBetween() compares
    std::vector<DrawItem> drawn;       // the same items, in the same order
};

// `version` tells of a texture how often its picture changed. Items that touch nothing of `window` are left out.
DrawItems itemsOf(const ImDrawList& list, const PixelBox& window,
                  const std::function<std::uint64_t(std::uintptr_t)>& version);

// Commands and indices that paint `boxes` alone, each with every item that touches it, in order. They go with the
// vertices of `list`.
struct CutList {
    ImVector<ImDrawCmd> commands;
    ImVector<ImDrawIdx> indices;
};
CutList cutTo(const ImDrawList& list, const DrawItems& items, std::span<const PixelBox> boxes);

}  // namespace turnout::ui
