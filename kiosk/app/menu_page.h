// The menu: who stands here, and the way to everything about a door that is not a guest. What a slip must not touch is
// behind the PIN when the event has one.
#pragma once

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

// The door is left, for another one or for good: what stands before that. The PIN where there is one, else one question
// before the program closes; and whoever does it while scans wait in memory is told that they would be lost.
PageWish leaving(DoorRequest::Kind how, const PageContext& context);

class MenuPage final : public DoorPage {
  public:
    bool standsBeforeFault() const override { return true; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;

    enum class Tile { quiet, emergency, paper, selfTest, rehearsal, settings, door, close };
    static constexpr std::size_t kTiles = kMenuTiles;
    static bool isThere(Tile tile, const PageContext& context);
    static bool isLocked(Tile tile) { return tile >= Tile::rehearsal; }

  private:
    PageWish press(Tile tile, const PageContext& context);
    PageWish take(const std::string& name, const PageContext& context);

    TypedText typed_;
    bool keyboard_ = false, figures_ = false;
};

}  // namespace turnout::kiosk
