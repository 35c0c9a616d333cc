// Everything about a door that is not a guest: who stands here, quiet mode, who is inside, paper ticks, rehearsal,
// settings, closing. What a slip must not touch is behind the PIN when the event has one.
#pragma once

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

class MenuPage final : public DoorPage {
  public:
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish onEnter(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;

    enum class Tile { quiet, emergency, paper, selfTest, rehearsal, settings, door, close };
    static constexpr std::size_t kTiles = 8;
    static bool isLocked(Tile tile) { return tile >= Tile::rehearsal; }

  private:
    PageWish press(Tile tile, const PageContext& context);
    PageWish take(const std::string& name, const PageContext& context);

    TypedText typed_;
    bool keyboard_ = false, figures_ = false;
};

// The PIN: digits, then what was asked for. Scanning goes on meanwhile.
class PinPage final : public DoorPage {
  public:
    // `then` is opened when the PIN is right; nothing = only unlock. `setting`: a new PIN is chosen instead.
    PinPage(std::function<PageWish(const PageContext&)> then, bool setting = false)
        : then_(std::move(then)), setting_(setting) {}

    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish onEnter(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;
    void onPeople(People people, const PageContext& context) override;
    PageWish onCounts(const PageContext& context) override;
    PageWish afterPeople(const PageContext& context) override;

  private:
    PageWish enter(const PageContext& context);

    const std::function<PageWish(const PageContext&)> then_;
    const bool setting_;
    std::string digits_;
    bool asked_ = false, wrong_ = false, right_ = false;
    int tries_ = 0;
    TimePoint pausedUntil_{};
};

class EmergencyPage final : public DoorPage {
  public:
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish begin(const PageContext& context) override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    void onPeople(People people, const PageContext& context) override;
    PageWish onCounts(const PageContext& context) override;

  private:
    People people_;
    bool known_ = false;
    std::size_t first_ = 0;
    std::string printed_;
};

// Another name for the door.
class RenamePage final : public DoorPage {
  public:
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish begin(const PageContext& context) override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish onEnter(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;

  private:
    PageWish rename();

    TypedText typed_;
    bool keyboard_ = true, figures_ = false;
};

class SettingsPage final : public DoorPage {
  public:
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;

    enum class Row { camera, mirror, volume, language, closed, name, pin };
    static constexpr std::size_t kRows = 7;

  private:
    PageWish change(Row row, int by, const PageContext& context);

    std::size_t focused_ = 0;
};

}  // namespace turnout::kiosk
