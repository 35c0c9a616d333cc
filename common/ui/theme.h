// The colours of the door and the hall by their names in the design, and what a Tone looks like.
#pragma once

#include "common/domain/verdict.h"
#include "common/paint/icons.h"
#include "common/paint/text.h"
#include "common/ui/input.h"

namespace turnout::ui::theme {

// Door and hall.
inline constexpr Colour kInk = Colour::hex(0x071426);    // ground; text on light fields
inline constexpr Colour kPanel = Colour::hex(0x0F2238);  // cards
inline constexpr Colour kRaise = Colour::hex(0x1B3552);  // buttons, keys, chosen rows
inline constexpr Colour kLine = Colour::hex(0x24405F);   // hairlines
inline constexpr Colour kEdge = Colour::hex(0x5C80A8);   // outlines of controls
inline constexpr Colour kWhite = Colour::hex(0xFFFFFF);
inline constexpr Colour kSoft = Colour::hex(0xB9C8DA);      // second text, second language
inline constexpr Colour kHint = Colour::hex(0x8FA6BF);      // placeholders
inline constexpr Colour kSky = Colour::hex(0x56B4E9);       // act, focus, progress, groups
inline constexpr Colour kGold = Colour::hex(0xFFC83D);      // look; countries, the newest, now
inline constexpr Colour kGreen = Colour::hex(0x2CC585);     // recorded, and nothing else
inline constexpr Colour kRed = Colour::hex(0xB81420);       // stop
inline constexpr Colour kRedLight = Colour::hex(0xFF6B6B);  // a red line or chip on ink
inline constexpr Colour kGrey = Colour::hex(0x5A6675);      // undone
inline constexpr Colour kBlack = Colour::hex(0x000000);     // fault

// Hall only.
inline constexpr Colour kMist = Colour::hex(0x8AA2BE);  // unlit welcomes
inline constexpr Colour kZeroTop = Colour::hex(0x6F88A6), kZeroBottom = Colour::hex(0x3B5878);
inline constexpr Colour kStale = Colour::hex(0xD5E0EC);
inline constexpr Colour kCountTop = Colour::hex(0xFFFFFF), kCountBottom = Colour::hex(0xBBD6F0);
inline constexpr Colour kGroundTop = Colour::hex(0x08172B), kGroundMiddle = kInk, kGroundBottom = Colour::hex(0x050D1A);
inline constexpr float kGroundMiddleAt = 0.55F;
inline constexpr Colour kGlow = Colour::hex(0x2E74B5);  // at 16 to 24 %
inline constexpr Colour kBandTop = Colour::hex(0x0E2440), kBandBottom = Colour::hex(0x091729),
                        kBandLine = Colour::hex(0x2C5078);
inline constexpr Colour kCardTop = Colour::hex(0x1B3B62), kCardBottom = Colour::hex(0x122845);
inline constexpr Colour kTrack = Colour::hex(0x16304E);
inline constexpr Colour kSlotFill = Colour::hex(0x0C1C30), kSlotEdge = Colour::hex(0x1E3550),
                        kSlotNextEdge = Colour::hex(0x3B5F88);
inline constexpr Colour kRidgeFar = Colour::hex(0x1B4C7C), kRidgeNear = Colour::hex(0x040B16);

// px at 1280 x 720 (door).
inline constexpr float kUnit = 8, kPageMargin = 24, kVerdictMargin = 48, kGap = 16;
inline constexpr float kRadius = 12, kRadiusRow = 10, kRadiusSmall = 8;
inline constexpr float kLeastTarget = 60, kLeastText = 16;

// k of the door's layouts: dp to device pixels. Landscape min(w/1280, h/720); portrait w/720.
float doorScale(float width, float height);
// s of the hall's scenes: height/1080; portrait width/1080.
float hallScale(float width, float height);

// What a Tone looks like: the field, the text on it, the colour of the sign, its shape.
struct Look {
    Colour field, text, second, sign;
    paint::SignShape shape;
};
Look lookOf(Tone tone);

// Type by its use; sizes in px, to be multiplied by k or s.
inline paint::TextStyle text(float size, paint::Weight weight = paint::Weight::regular) {
    return {paint::Face::text, size, weight};
}
inline paint::TextStyle bold(float size) {
    return {paint::Face::text, size, paint::Weight::bold};
}
inline paint::TextStyle display(float size) {
    return {paint::Face::display, size, paint::Weight::bold};
}
inline paint::TextStyle number(float size) {
    return {paint::Face::display, size, paint::Weight::bold, true};
}
inline paint::TextStyle ceremony(float size) {
    return {paint::Face::ceremony, size, paint::Weight::black};
}
inline paint::TextStyle mono(float size, paint::Weight weight = paint::Weight::regular) {
    return {paint::Face::mono, size, weight};
}

}  // namespace turnout::ui::theme
