#include "common/ui/theme.h"

#include <algorithm>

namespace turnout::ui::theme {

float doorScale(float width, float height) {
    return width >= height ? std::min(width / 1280, height / 720) : width / 720;
}

float hallScale(float width, float height) {
    return width >= height * 0.9F ? height / 1080 : width / 1080;
}

Look lookOf(Tone tone) {
    using paint::SignShape;
    switch (tone) {
        case Tone::green: return {kGreen, kInk, kInk, kInk, SignShape::circle};
        case Tone::amber: return {kGold, kInk, kInk, kInk, SignShape::triangle};
        case Tone::red: return {kRed, kWhite, kWhite, kWhite, SignShape::octagon};
        case Tone::grey: return {kGrey, kWhite, kWhite, kWhite, SignShape::circle};
        case Tone::fault: return {kBlack, kWhite, kWhite, kWhite, SignShape::square};
    }
    return {kInk, kWhite, kSoft, kWhite, SignShape::circle};
}

}  // namespace turnout::ui::theme
