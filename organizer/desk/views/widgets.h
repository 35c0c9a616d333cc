// The controls of the desk, drawn in dp (device pixels / density). One object for one frame: it has what happened since
// the last one, draws a control and says at once what the person did with it. Every control has an id of its own on
// the page ("guests.search"; rows add their key); Tab goes through them in the order they are drawn, Enter and Space
// press, arrows move within.
//
// Text that does not fit its room ends in an ellipsis. Baselines, not boxes, place text.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/text.h"
#include "common/ui/window.h"
#include "organizer/desk/views/look.h"
#include "organizer/desk/views/memory.h"

namespace turnout::desk {

struct Clipboard {  // of the system; tests have their own
    std::function<std::string()> read;
    std::function<void(const std::string&)> write;
};

struct Type {
    float size = 14;
    Weight weight = Weight::regular;
    Align align = Align::left;
    float room = 0;  // 0 = no limit
    int lines = 1;   // with room: most lines
    bool tabular = false;
};

enum class ButtonRole {
    plain,    // outlined
    primary,  // filled: the one thing to do here
    danger,   // red words: what cannot be taken back; its label ends in "…"
    quiet,    // no outline
    ask,      // amber: doubtful
};

struct ButtonLook {
    ButtonRole role = ButtonRole::plain;
    bool enabled = true, pressed = false;  // pressed: stays chosen
    std::optional<CountryCode> flag;
    std::optional<Icon> icon;
    float size = 14;
};

enum class ChipTone { plain, chosen, good, ask, bad };

struct FieldLook {
    std::string_view hint;
    std::optional<Icon> icon;
    bool secret = false;  // dots instead of letters
    bool wrong = false;   // red outline
};

struct FieldActs {
    std::optional<std::string> changed;  // the whole new text
    bool entered = false, left = false;  // Enter in it; the keyboard went elsewhere
};

struct Column {
    std::string label;
    float width = 0;  // dp; 0 = an equal part of what is left
    Align align = Align::left;
    bool sorts = false;
};

struct Sorting {
    std::size_t column = 0;
    bool down = false;  // greatest first
    bool operator==(const Sorting&) const = default;
};

struct TableLook {
    std::size_t rows = 0;
    std::optional<std::size_t> selected;
    std::optional<Sorting> sorting;
    float rowHeight = 44, headHeight = 36;
    std::string_view empty;  // what stands there when there are no rows
    bool hears = false;      // the arrows and Enter, though the keyboard is elsewhere
};

struct TableActs {
    std::optional<std::size_t> selected;  // by a click or the arrows
    std::optional<std::size_t> sort;      // the column whose heading was pressed
    bool entered = false;                 // Enter on the selected row
};

class Widgets {
  public:
    // `events`: what happened since the last frame. All references outlive this.
    Widgets(ui::Canvas& canvas, Memory& memory, const Look& look, Lang lang, float density,
            std::vector<ui::Event> events, const Clipboard& clipboard);
    ~Widgets();  // draws what lies above everything, and notes what Tab goes through
    Widgets(const Widgets&) = delete;

    ui::Canvas& canvas() { return canvas_; }
    const Look& look() const { return look_; }
    Lang lang() const { return lang_; }
    float width() const { return canvas_.size().w / k_; }
    float height() const { return canvas_.size().h / k_; }
    float density() const { return k_; }
    std::string say(std::string_view key) const { return turnout::say(key, lang_); }
    std::string say(const Text& text) const { return turnout::say(text, lang_); }

    // --- drawing ---
    void fill(const Rect& area, Colour colour, float radius = 0);
    void outline(const Rect& area, Colour colour, float radius = 0, float thickness = 1);
    void card(const Rect& area);  // white, outlined, with a soft shadow
    void card(const Rect& area, Colour fill, Colour edge);
    void rule(float x, float y, float width);  // a hairline
    void dot(Point centre, float radius, Colour colour);
    void icon(Icon icon, const Rect& square, Colour colour, float stroke = 2);
    bool flag(const CountryCode& code, Point topLeft, float width);  // 3/4 as high; false when there is none
    // The picture stretched over the area; its texture is kept while the picture lives.
    void bitmap(const std::shared_ptr<const paint::Bitmap>& picture, const Rect& area);
    float text(Point baseline, std::string_view words, Colour colour, const Type& type = {});  // answers its width
    float textWidth(std::string_view words, const Type& type = {});
    // Lines of `type.size` * 1.4 from the first baseline down; answers the height of all of them.
    float paragraph(Point baseline, std::string_view words, Colour colour, Type type);
    float chip(Point leftMiddle, std::string_view label, ChipTone tone, bool draw = true);  // answers its width
    void progress(const Rect& bar, double share);
    Rect device(const Rect& area) const;

    // --- controls ---
    bool button(std::string_view id, const Rect& area, std::string_view label, const ButtonLook& look = {});
    float buttonWidth(std::string_view label, const ButtonLook& look = {});
    // A place that is pressed like a button and looks as the caller draws it (a ring where the keyboard is).
    bool press(std::string_view id, const Rect& area);
    // Words in the accent colour; answers whether pressed. Its width is textWidth() at semibold.
    bool link(std::string_view id, Point baseline, std::string_view label, const Type& type = {13, Weight::semibold});
    bool tick(std::string_view id, const Rect& area, bool on, std::string_view label, bool enabled = true);
    FieldActs field(std::string_view id, const Rect& area, std::string_view value, const FieldLook& look = {});
    // A list that folds out. Answers the option chosen.
    std::optional<std::size_t> choice(std::string_view id, const Rect& area, std::span<const std::string> options,
                                      std::size_t selected, ButtonRole role = ButtonRole::plain,
                                      std::span<const std::optional<CountryCode>> flags = {});
    // Buttons side by side of which one is pressed.
    std::optional<std::size_t> tabs(std::string_view id, const Rect& area, std::span<const std::string> labels,
                                    std::size_t selected);
    // `draw(row, cells)` draws one visible row; `cells` are the columns' boxes, with the table's padding.
    TableActs table(std::string_view id, const Rect& area, std::span<const Column> columns, const TableLook& look,
                    const std::function<void(std::size_t row, std::span<const Rect> cells)>& draw);
    // A place higher than its box: everything until endScroll() is drawn `offset` further up, inside `area`.
    // Answers the offset; `first`: where it stands when it is drawn for the first time.
    float beginScroll(std::string_view id, const Rect& area, float contentHeight, float first = 0);
    void endScroll();

    // --- input ---
    // Was the key pressed? Then nobody else sees it.
    bool key(ui::Key key, ui::Modifiers modifiers = {});
    bool clicked(const Rect& area) const;      // anywhere in it, controls aside
    bool hovered(const Rect& area);            // and redraws when that changes
    Point pointer() const;                     // dp
    bool held(const Rect& area) const;         // pressed down in it and still there
    std::optional<Point> dragFrom() const;     // where the button went down, while it is down (dp)
    void copy(const std::string& text) const;  // into the system's clipboard
    float wheel(const Rect& area);             // steps over it since the last frame; taken
    bool focused(std::string_view id) const { return memory_.focus == id; }
    void focus(std::string_view id);
    ui::CursorShape cursor() const { return cursor_; }

    // What is drawn while muted is seen and not heard: a dialog stands above it.
    void mute(bool on) { muted_ = on; }

  private:
    bool takesKeys(std::string_view id) const;
    bool control(std::string_view id, const Rect& area, bool enabled);  // joins Tab's way; pressed?
    bool inClip(Point dp) const;
    void ring(const Rect& area, float radius);
    void moveFocus();
    void popupInput();
    void drawPopup();
    Rect popupBox() const;
    bool edit(std::string& value, FieldActs& acts);  // takes what was typed; changed?
    std::size_t byteAt(std::string_view shown, float x, const ui::TextStyle& style);
    // At the right edge of `area`; answers where it was dragged to, 0 to 1.
    std::optional<float> scrollBar(std::string_view id, const Rect& area, float share, float at);
    ui::TextStyle style(const Type& type) const;
    Point device(Point p) const { return {p.x * k_, p.y * k_}; }

    ui::Canvas& canvas_;
    Memory& memory_;
    const Look& look_;
    Lang lang_;
    float k_;
    std::vector<ui::Event> events_;
    const Clipboard& clipboard_;
    std::vector<std::string> order_;
    std::vector<Rect> spots_;
    std::vector<Rect> clips_;  // dp
    std::vector<std::pair<std::string, Rect>> scrolls_;
    bool muted_ = false, clicksTaken_ = false;
    ui::CursorShape cursor_ = ui::CursorShape::arrow;
};

// Which part of the window shows that the pointer is over it; for the loop.
std::optional<std::size_t> spotUnder(const Memory& memory, Point device);

}  // namespace turnout::desk
