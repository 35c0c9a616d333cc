#include "kiosk/scan/code_reader.h"

#include <algorithm>
#include <cassert>

namespace turnout::kiosk {
namespace {

constexpr int kSmallest = 8;

bool contains(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

Schedule bestSchedule() {
    if (readsInverted()) return {{}, {Pass::half, Pass::halfInverted, Pass::fullInverted}, 1};
    return {{Pass::half}, {Pass::full, Pass::halfNormalised, Pass::halfInverted, Pass::fullSoft}, 2};
}

CodeReader::CodeReader(Schedule schedule) : schedule_(std::move(schedule)) {
    assert(!schedule_.always.empty() || !schedule_.turns.empty());
}

const GreyImage& CodeReader::halfOf(const GreyImage& frame) {
    if (!halved_) halve(frame, half_);
    halved_ = true;
    halfImage_ = half_.image();
    return halfImage_;
}

void CodeReader::look(Pass pass, const GreyImage& frame, std::vector<FoundCode>& codes) {
    float scale = 1;
    std::vector<FoundCode> found;
    switch (pass) {
        case Pass::half:
            found = readCodes(halfOf(frame), {});
            scale = 2;
            break;
        case Pass::halfNormalised:
            normalise(halfOf(frame), filtered_);
            found = readCodes(filtered_.image(), {});
            scale = 2;
            break;
        case Pass::halfInverted:
            if (readsInverted()) {
                found = readCodes(halfOf(frame), {.inverted = true});
            } else {
                invert(halfOf(frame), filtered_);
                found = readCodes(filtered_.image(), {});
            }
            scale = 2;
            break;
        case Pass::fullSoft:
            soften(frame, filtered_);
            found = readCodes(filtered_.image(), {});
            break;
        case Pass::full: found = readCodes(frame, {.smaller = true}); break;
        case Pass::fullInverted: found = readCodes(frame, {.smaller = true, .inverted = true}); break;
    }
    for (FoundCode& code : found) {
        for (Corner& corner : code.corners) corner = {corner.x * scale, corner.y * scale};
        const bool known = std::any_of(codes.begin(), codes.end(), [&](const auto& c) { return c.text == code.text; });
        if (!known) codes.push_back(std::move(code));
    }
}

std::vector<FoundCode> CodeReader::read(const GreyImage& frame) {
    std::vector<FoundCode> codes;
    if (frame.width < kSmallest || frame.height < kSmallest) return codes;
    halved_ = false;
    for (const Pass pass : schedule_.always) look(pass, frame, codes);
    // A ticket that stays in view must not hide the one beside it that only a harder look can read.
    const bool news = std::any_of(codes.begin(), codes.end(), [&](const auto& c) { return !contains(last_, c.text); });
    if (!news && !schedule_.turns.empty() && ++quiet_ >= schedule_.turnEvery) {
        quiet_ = 0;
        look(schedule_.turns[turn_], frame, codes);
        turn_ = (turn_ + 1) % schedule_.turns.size();
    }
    last_.clear();
    for (const FoundCode& code : codes) last_.push_back(code.text);
    return codes;
}

}  // namespace turnout::kiosk
