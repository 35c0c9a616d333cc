#include "common/ui/draw_items.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace turnout::ui {
namespace {

// FNV's way with 8 bytes at a time, stirred: an accident in 2^64 would leave a few old pixels.
class Print {
  public:
    void add(std::uint64_t value) {
        hash_ = (hash_ ^ value) * 0x9E3779B97F4A7C15ULL;
        hash_ ^= hash_ >> 29;
    }
    void add(float a, float b) {
        std::uint32_t low = 0, high = 0;
        std::memcpy(&low, &a, sizeof low);
        std::memcpy(&high, &b, sizeof high);
        add(std::uint64_t{high} << 32 | low);
    }
    std::uint64_t value() const { return hash_; }

  private:
    std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

struct Reach {
    unsigned int least = 0, most = 0;
};

Reach reachOf(const ImDrawIdx* corner) {
    const auto [least, most] = std::minmax({corner[0], corner[1], corner[2]});
    return {least, most};
}

PixelBox boxOf(const ImVec4& clip) {
    // As the renderer cuts: whole pixels, fractions dropped.
    return {static_cast<int>(clip.x), static_cast<int>(clip.y), static_cast<int>(clip.z), static_cast<int>(clip.w)};
}

PixelBox around(const ImDrawVert* vertices, Reach reach) {
    float left = vertices[reach.least].pos.x, right = left, top = vertices[reach.least].pos.y, bottom = top;
    for (unsigned int i = reach.least; i <= reach.most; ++i) {
        const ImVec2 at = vertices[i].pos;
        left = std::min(left, at.x), right = std::max(right, at.x);
        top = std::min(top, at.y), bottom = std::max(bottom, at.y);
    }
    const auto whole = [](float value) { return static_cast<int>(std::clamp(value, -1e6F, 1e6F)); };
    return {whole(std::floor(left)) - 1, whole(std::floor(top)) - 1, whole(std::ceil(right)) + 1,
            whole(std::ceil(bottom)) + 1};
}

}  // namespace

// ImGui writes the vertices of a shape beside each other, and its triangles name only those: where a triangle names
// none of the vertices before it, a new shape begins. (Cutting one shape in two would do no harm.)
DrawItems itemsOf(const ImDrawList& list, const PixelBox& window,
                  const std::function<std::uint64_t(std::uintptr_t)>& version) {
    DrawItems items;
    for (int c = 0; c < list.CmdBuffer.Size; ++c) {
        const ImDrawCmd& command = list.CmdBuffer[c];
        const auto texture = reinterpret_cast<std::uintptr_t>(command.GetTexID());
        const PixelBox clip = boxOf(command.ClipRect).within(window);
        if (command.ElemCount == 0 || clip.empty()) continue;
        Print shared;
        shared.add(texture);
        shared.add(version(texture));
        shared.add(command.ClipRect.x, command.ClipRect.y);
        shared.add(command.ClipRect.z, command.ClipRect.w);
        const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
        const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
        for (unsigned int at = 0; at + 3 <= command.ElemCount;) {
            Reach reach = reachOf(indices + at);
            unsigned int end = at + 3;
            for (; end + 3 <= command.ElemCount; end += 3) {
                const Reach next = reachOf(indices + end);
                if (next.least > reach.most || next.most < reach.least) break;
                reach = {std::min(reach.least, next.least), std::max(reach.most, next.most)};
            }
            const PixelBox box = around(vertices, reach).within(clip);
            if (!box.empty()) {
                Print print = shared;
                for (unsigned int i = reach.least; i <= reach.most; ++i) {
                    print.add(vertices[i].pos.x, vertices[i].pos.y);
                    print.add(vertices[i].uv.x, vertices[i].uv.y);
                    print.add(vertices[i].col);
                }
                for (unsigned int i = at; i < end; i += 3)
                    print.add(std::uint64_t{indices[i] - reach.least} << 42 |
                              std::uint64_t{indices[i + 1] - reach.least} << 21 | (indices[i + 2] - reach.least));
                items.painted.push_back({print.value(), box});
                items.drawn.push_back({c, command.IdxOffset + at, end - at});
            }
            at = end;
        }
    }
    return items;
}

CutList cutTo(const ImDrawList& list, const DrawItems& items, std::span<const PixelBox> boxes) {
    CutList cut;
    for (const PixelBox& box : boxes) {
        int last = -1;
        for (std::size_t i = 0; i < items.drawn.size(); ++i) {
            if (!items.painted[i].box.meets(box)) continue;
            const DrawItem& item = items.drawn[i];
            if (item.command != last) {
                ImDrawCmd command = list.CmdBuffer[item.command];
                const PixelBox clip = boxOf(command.ClipRect).within(box);
                command.ClipRect = {static_cast<float>(clip.left), static_cast<float>(clip.top),
                                    static_cast<float>(clip.right), static_cast<float>(clip.bottom)};
                command.IdxOffset = static_cast<unsigned int>(cut.indices.Size);
                command.ElemCount = 0;
                cut.commands.push_back(command);
                last = item.command;
            }
            const int before = cut.indices.Size;
            cut.indices.resize(before + static_cast<int>(item.indices));
            std::memcpy(cut.indices.Data + before, list.IdxBuffer.Data + item.first, item.indices * sizeof(ImDrawIdx));
            cut.commands.back().ElemCount += item.indices;
        }
    }
    return cut;
}

}  // namespace turnout::ui
