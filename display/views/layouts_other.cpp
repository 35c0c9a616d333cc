// The count scene on everything that is not a 16:9 picture with up to 80 countries.
#include <algorithm>
#include <array>

#include "display/views/layouts.h"

namespace turnout::display {
namespace {

// A number with its two names and its total stacked at its right.
struct Block {
    Tally tally;
    Names label;
    float size = 0;
    Colour colour;
    // Of the number as it is, and of the largest that is expected: labels stand at the one, blocks at the other.
    float numberWidth = 0, mostWidth = 0;
    float labelWidth = 0, leastWidth = 0;  // the latter with the total whole, and names of usual length in small type
};

constexpr float kToLabel = 24;

Block blockOf(const Stage& stage, const Tally& tally, const Names& label, float size, Colour colour) {
    Block block{tally, stage.told(label), size, colour};
    block.numberWidth = numberRoom(stage, tally.arrived, size);
    block.mostWidth = std::max(block.numberWidth, numberRoom(stage, tally.expected.value_or(0), size));
    block.labelWidth = std::max(stage.advance(block.label.zh, chinese(50)), stage.advance(block.label.en, latin(42)));
    constexpr float kUsualName = 340;
    const float floor = stage.floor();
    block.leastWidth = std::min(kUsualName, std::max(stage.advance(block.label.zh, chinese(floor)),
                                                     stage.advance(block.label.en, latin(floor))));
    if (tally.expected) block.leastWidth = std::max(block.leastWidth, stage.advance(outOf(*tally.expected), latin(60)));
    block.labelWidth = std::max(block.labelWidth, block.leastWidth);
    return block;
}

// The longest names give way first.
float labelOf(const Block& block, float most) {
    return std::max(block.leastWidth, std::min(block.labelWidth, most));
}

float widthOf(const std::vector<Block>& blocks, float mostLabel) {
    float width = 0;
    for (const Block& block : blocks) width += block.mostWidth + kToLabel + labelOf(block, mostLabel);
    return width;
}

void drawBlock(const Stage& stage, const CountScreen& screen, const Block& block, bool isCount, float x, float baseline,
               float labelRoom) {
    if (isCount)
        drawCount(stage, screen, x, baseline, block.size, block.numberWidth);
    else
        drawTally(stage, {block.tally.arrived, {}}, x, baseline, block.size, 60, block.colour);
    const float label = x + block.numberWidth + kToLabel;
    const bool total = block.tally.expected.has_value();
    const float lower = total ? baseline - 68 : baseline, upper = total ? baseline - 119 : baseline - 56;
    drawStacked(stage, block.label, label, upper, lower, labelRoom, 50, 42);
    if (total) stage.text(label, baseline, outOf(*block.tally.expected), latin(60), theme::kSoft);
}

}  // namespace

void drawAcross(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms) {
    const float x = rooms.margin, edge = stage.width() - rooms.margin, baseline = 298;
    const float clock = drawClock(stage, screen, edge, 98, 66, Label::left);
    const float demo = drawDemo(stage, screen, clock - 48, 96);
    const float titleRoom = clock - 48 - demo - x;
    stage.pair(x, 98, screen.title, {56, 42, theme::kWhite, theme::kSoft, 30}, titleRoom, screen.otherLanguage);

    constexpr float kLeastGap = 44, kMostLabel = 800, kSmallest = 0.6F;
    const auto blocksAt = [&](float share) {
        std::vector<Block> blocks{
            blockOf(stage, screen.guests, stage.words("display.arrived"), 182 * share, theme::kWhite),
            blockOf(stage, screen.countries, countriesWord(stage, screen.countries), 146 * share, stage.gold()),
        };
        if (screen.group)
            blocks.push_back(blockOf(stage, screen.group->countries, screen.group->name, 116 * share, stage.sky()));
        return blocks;
    };
    std::vector<Block> blocks = blocksAt(1);
    const auto gaps = static_cast<float>(blocks.size() - 1);
    const float room = edge - x - gaps * kLeastGap;
    for (float share = 0.95F; share > kSmallest && widthOf(blocks, 0) > room; share *= 0.95F) blocks = blocksAt(share);
    float most = kMostLabel;
    while (most > 0 && widthOf(blocks, most) > room) most -= 4;
    const float spare = std::max(0.0F, room - widthOf(blocks, most)) / gaps;
    float left = x;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const float label = labelOf(blocks[i], most);
        drawBlock(stage, screen, blocks[i], i == 0, left, baseline, label + 1);
        left += blocks[i].mostWidth + kToLabel + label + kLeastGap + spare;
    }
    drawWall(stage, screen, rooms.wall);
    if (rooms.band) drawBand(stage, rooms.bandTop);
    drawLane(stage, screen, {rooms.card});
    drawProgramme(
        stage, screen,
        {.x = 868, .right = edge, .firstBaseline = rooms.bandTop + 78, .secondBaseline = rooms.bandTop + 156});
}

void drawSquarish(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms) {
    const float x = rooms.margin, edge = stage.width() - rooms.margin, baseline = 404;
    const float clock = drawClock(stage, screen, edge, 92, 66, Label::below);
    const float demo = drawDemo(stage, screen, clock - 40, 90);
    drawTitle(stage, screen, x, 92, 147, clock - 40 - demo - x, edge - x - (screen.demoClock ? 300.0F : 0.0F), 60, 42);

    const bool large = std::max(screen.countries.arrived, screen.countries.expected.value_or(0)) >
                       99;  // three digits need the room that the count gives up
    const float split = x + (edge - x) * (large ? 0.58F : 0.62F);
    const Names arrived = stage.words("display.arrived");
    const std::string total = screen.guests.expected ? outOf(*screen.guests.expected) : std::string();
    const float labels = std::max({stage.advance(arrived.zh, chinese(56)), stage.advance(arrived.en, latin(66)),
                                   stage.advance(total, latin(66))});
    const float end = drawCount(stage, screen, x, baseline, 290, split - x - labels - 30 - 40);
    const float label = end + 32;
    drawStacked(stage, arrived, label, total.empty() ? baseline - 72 : baseline - 145,
                total.empty() ? baseline : baseline - 77, labels + 1, 56, 66);
    if (!total.empty()) stage.text(label, baseline, total, latin(66), theme::kSoft);

    const float left = split - 4;
    const Names countries = countriesWord(stage, screen.countries);
    const float labelRoom = std::max(stage.advance(countries.zh, chinese(52)), stage.advance(countries.en, latin(42)));
    float tally = 116, sum = 62, names = 0;
    for (; tally > 70; tally *= 0.95F, sum = std::max(44.0F, sum * 0.95F)) {  // more digits: smaller numbers
        names = left + tallyWidth(stage, screen.countries, tally, sum);
        if (screen.group) names = std::max(names, left + tallyWidth(stage, screen.group->countries, tally, sum));
        names += 28;
        if (names + labelRoom <= edge) break;
    }
    const float upper = screen.group ? 290 : baseline;
    drawTally(stage, screen.countries, left, upper, tally, sum, stage.gold());
    drawStacked(stage, countries, names, upper - 43, upper + 2, edge - names, 52, 42);
    if (screen.group) {
        drawTally(stage, screen.group->countries, left, baseline, tally, sum, stage.sky());
        drawStacked(stage, screen.group->name, names, baseline - 43, baseline + 2, edge - names, 52, 42);
    }
    drawCountries(stage, screen, rooms);
    if (rooms.band) drawBand(stage, rooms.bandTop);
    drawLane(stage, screen, {rooms.card, 20, 62, 52, 42});
    drawProgramme(stage, screen,
                  {.x = rooms.card.right() + 34,
                   .right = edge,
                   .firstBaseline = rooms.bandTop + 74,
                   .secondBaseline = rooms.bandTop + 149,
                   .zhSize = 52,
                   .enSize = 52,
                   .labelZh = 48,
                   .labelEn = 48,
                   .oneLanguage = true});
}

void drawPortrait(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms) {
    const float x = rooms.margin, edge = stage.width() - rooms.margin, foot = stage.height();
    const float clock = drawClock(stage, screen, edge, 113);
    drawTitle(stage, screen, x, 111, 167, clock - 32 - x, edge - x, 60, 42);
    const float demo = drawDemo(stage, screen, edge, 230);
    stage.pair(x, 273, stage.words("display.arrived"), {62, 66, theme::kWhite, theme::kSoft, 20}, rooms.left - demo,
               false);
    drawCount(stage, screen, x, 630, 443, rooms.left);
    drawBar(stage, screen, x, edge, 670, 709, 66);

    const float second = x + (edge - x) / 2 - 12;
    drawTally(stage, screen.countries, x, 836, 135, 66, stage.gold());
    stage.pair(x, 912, countriesWord(stage, screen.countries), {54, 44, theme::kWhite, theme::kSoft, 18},
               second - x - 24, screen.otherLanguage);
    if (screen.group) {
        drawTally(stage, screen.group->countries, second, 836, 135, 66, stage.sky());
        stage.pair(second, 912, screen.group->name, {54, 44, theme::kWhite, theme::kSoft, 18}, edge - second,
                   screen.otherLanguage);
    }
    drawCountries(stage, screen, rooms);
    drawLane(stage, screen, {rooms.card, 20, 62, 52, 42});
    drawProgrammeBlock(stage, screen, 0, x, edge, foot - 82, foot - 28, 52, 42);
}

void drawLedWall(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms) {
    const float x = rooms.margin, right = x + rooms.left, edge = stage.width() - rooms.margin;
    const float demo = drawDemo(stage, screen, right, 88);
    drawTitle(stage, screen, x, 90, 142, rooms.left - demo, rooms.left);
    stage.pair(x, 259, stage.words("display.arrived"), {66, 76, theme::kWhite, theme::kSoft, 20}, rooms.left, false);
    drawCount(stage, screen, x, 715, 565, rooms.left);
    drawBar(stage, screen, x, right, 757, 794, 76);

    const float clock = drawClock(stage, screen, edge, 149, 96);
    float at = drawTally(stage, screen.countries, rooms.wall.x, 149, 148, 80, stage.gold()) + 44;
    const Pair look{66, 76, theme::kWhite, theme::kSoft, 20};
    const float half = rooms.wall.x + (clock - rooms.wall.x) / 2;
    at = stage.pair(at, 149, countriesWord(stage, screen.countries), look, half - at, screen.otherLanguage);
    if (screen.group) {
        at = std::max(at + 90, rooms.wall.x + (clock - rooms.wall.x) * 0.4F);
        at = drawTally(stage, screen.group->countries, at, 149, 148, 80, stage.sky()) + 44;
        const Names name = stage.told(screen.group->name);
        const float room = clock - 60 - at;
        // A long name stands on two lines before it becomes small.
        if (name.zh.empty() || name.en.empty() ||
            stage.advance(name.zh, chinese(look.zhSize)) + look.gap + stage.advance(name.en, latin(look.enSize)) <=
                room)
            stage.pair(at, 149, name, look, room, screen.otherLanguage);
        else
            drawStacked(stage, name, at, 82, 149, room, 54, 60);
    }
    drawCountries(stage, screen, rooms);
    if (rooms.band) drawBand(stage, rooms.bandTop);
    drawLane(stage, screen, {rooms.card, 22, 76, 60, 50});
    const float first = rooms.bandTop + 93, second = rooms.bandTop + 169, middle = rooms.wall.x + rooms.wall.w / 2;
    const bool alone = screen.programme.size() < 2;
    drawProgrammeBlock(stage, screen, 0, rooms.wall.x, alone ? edge : middle - 60, first, second, 76, 60);
    drawProgrammeBlock(stage, screen, 1, middle, edge, first, second, 76, 60);
}

}  // namespace turnout::display
