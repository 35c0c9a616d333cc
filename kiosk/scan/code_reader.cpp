#include "kiosk/scan/code_reader.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace turnout::kiosk {
namespace {

constexpr int kSmallest = 8;
constexpr int kSmallPass = 380;  // its shorter side at most: a ticket that fills it has modules of 5 to 14 pixels

void addNew(std::vector<FoundCode>& codes, std::vector<FoundCode> more) {
    for (FoundCode& found : more) {
        const bool known =
            std::any_of(codes.begin(), codes.end(), [&](const FoundCode& c) { return c.text == found.text; });
        if (!known) codes.push_back(std::move(found));
    }
}

void turnRound(std::vector<FoundCode>& codes, int width) {
    for (FoundCode& code : codes) {
        for (Corner& corner : code.corners) corner.x = static_cast<float>(width) - corner.x;
        std::swap(code.corners[1], code.corners[3]);  // clockwise again
    }
}

}  // namespace

// Chosen by what they read together for their time: docs/decisions/0090.
Schedule bestSchedule() {
    using enum Pass::Size;
    Schedule round{
        {.size = half, .edges = 4, .strength = 1, .around = 16, .margin = 8},  // most tickets; faint, moving, defocused
        {.size = full, .soft = true, .edges = 2, .strength = 4, .around = 12, .margin = 12},  // far away
        {.size = half, .soft = true, .around = 8, .margin = 2},                               // grain; cracks
        {.size = small, .around = 16, .margin = 8},                                           // large
        {.size = half, .around = 6, .margin = 2},                                             // glare, flicker, shadow
        {.size = half, .edges = 2, .strength = 2},                                            // crumpled, patchy light
        {.size = half, .soft = true, .edges = 4, .strength = 2, .around = 16, .margin = 2},   // low light
    };
    if (!readsMirrored()) round.push_back({.size = half, .around = 16, .margin = 4, .mirrored = true});
    return round;
}

CodeReader::CodeReader(Schedule schedule) : schedule_(std::move(schedule)) {
    assert(!schedule_.empty());
}

std::pair<GreyImage, float> CodeReader::sized(const GreyImage& frame, Pass::Size size) {
    if (size == Pass::Size::full) return {frame, 1.0F};
    Buffers& buffers = buffersOf(size);
    halve(frame, buffers.picture);
    float scale = 2;
    const auto tooLarge = [&] {
        return scale < 4 || std::min(buffers.picture.width, buffers.picture.height) > kSmallPass;
    };
    while (size == Pass::Size::small && tooLarge()) {
        halve(buffers.picture.image(), buffers.spare);
        std::swap(buffers.picture, buffers.spare);
        scale *= 2;
    }
    return {buffers.picture.image(), scale};
}

std::vector<FoundCode> CodeReader::read(const GreyImage& frame) {
    if (frame.width < kSmallest || frame.height < kSmallest) return {};
    const Pass& pass = schedule_[turn_];
    turn_ = (turn_ + 1) % schedule_.size();
    Buffers& buffers = buffersOf(pass.size);
    const auto [whole, scale] = sized(frame, pass.size);
    GreyImage picture = whole;
    const auto filtered = [&](GreyBuffer& buffer, const auto& filter) {
        filter(buffer);
        picture = buffer.image();
    };
    if (pass.soft) filtered(buffers.soft, [&](GreyBuffer& to) { soften(picture, to); });
    if (pass.edges > 0)
        filtered(buffers.sharp, [&](GreyBuffer& to) { sharpen(picture, pass.edges, pass.strength, to); });
    if (pass.around > 0) {
        binarise(picture, pass.around, pass.margin, buffers.ink);
        picture = buffers.ink.dark.image();
    }
    if (pass.mirrored) filtered(buffers.mirrored, [&](GreyBuffer& to) { mirror(picture, to); });

    const bool binary = pass.around > 0;
    std::vector<FoundCode> codes = readCodes(picture, {.binary = binary});
    if (pass.mirrored) turnRound(codes, picture.width);
    if (binary && !pass.mirrored) addNew(codes, readCodes(buffers.ink.light.image(), {.binary = true}));
    for (FoundCode& code : codes)
        for (Corner& corner : code.corners) corner = {corner.x * scale, corner.y * scale};
    return codes;
}

}  // namespace turnout::kiosk
