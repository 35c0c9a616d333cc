// Draws in device pixels, back to front, on the thread of the window. Views get a Canvas& and draw; they keep no
// textures of text: the canvas remembers them by (text, style, box) and forgets those long unused.
//
// Shapes have smooth edges. For straight hairlines give whole pixels. Text is placed by its baseline, whose y is
// rounded to a whole pixel, and so is its x: texts are as sharp as Pango made them.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "common/paint/flags.h"
#include "common/paint/icons.h"
#include "common/paint/text.h"
#include "common/ui/input.h"
#include "common/ui/texture.h"

namespace turnout::ui {

using paint::Align;
using paint::Face;
using paint::Icon;
using paint::SignShape;
using paint::TextBox;
using paint::TextMetrics;
using paint::TextStyle;
using paint::Weight;

struct Size {
    float w = 0, h = 0;
    bool operator==(const Size&) const = default;
};

struct Corners {
    bool topLeft = true, topRight = true, bottomLeft = true, bottomRight = true;
    static Corners top() { return {true, true, false, false}; }
    static Corners bottom() { return {false, false, true, true}; }
    static Corners left() { return {true, false, true, false}; }
    static Corners right() { return {false, true, false, true}; }
};

// What was written where: for tests that look for overlaps, cut texts and places outside the window.
struct Written {
    std::string text;
    TextStyle style;
    Rect ink;  // in the window
    bool cut = false;
    int missingGlyphs = 0;
    Colour colour;
};

// What was filled where: for tests that look whether a text lies wholly in the box that it stands on.
struct Filled {
    Rect area;             // in the window
    bool picture = false;  // a flag or an icon, on which nothing is written
};

class Canvas {
  public:
    // Without a window: everything is measured and laid out, nothing is painted. For tests of views.
    static std::unique_ptr<Canvas> headless(Size size);
    // Owned by a Window, which hands it to the drawing function.
    explicit Canvas(TextureHome& home);
    ~Canvas();
    Canvas(const Canvas&) = delete;

    Size size() const;
    const Pointer& pointer() const;
    // For the rest of this frame, in place of what the window saw: for keys that press what a finger would.
    void setPointer(const Pointer& pointer);
    TextureHome& textures();
    void setFlags(std::shared_ptr<const paint::Flags> flags);  // once the event's date is known

    // --- shapes ---
    void fill(const Rect& area, Colour colour, float radius = 0, Corners corners = {});
    void outline(const Rect& area, Colour colour, float thickness, float radius = 0);  // wholly inside `area`
    void dashedOutline(const Rect& area, Colour colour, float thickness, float radius, float dash, float gap);
    void gradientDown(const Rect& area, Colour top, Colour bottom, float radius = 0, Corners corners = {});
    void gradientAcross(const Rect& area, Colour left, Colour right, float radius = 0, Corners corners = {});
    void line(Point from, Point to, Colour colour, float thickness, bool roundEnds = false);
    void polyline(std::span<const Point> points, Colour colour, float thickness, bool closed = false,
                  bool roundEnds = false);
    void arc(Point centre, float radius, float fromDegrees, float toDegrees, Colour colour, float thickness,
             bool roundEnds = false);
    void polygon(std::span<const Point> convex, Colour colour);
    void circle(Point centre, float radius, Colour colour);
    void ring(Point centre, float radius, Colour colour, float thickness);  // the stroke's middle runs at `radius`
    void glow(Point centre, float radiusX, float radiusY,
              Colour colour);  // `colour` in the middle, nothing at the edge
    void shadow(const Rect& area, float radius, float blur,
                Colour colour);  // of a box of that radius; move `area` to let it fall

    // --- pictures ---
    // `part` of the texture (0..1) stretched over `area`.
    void image(const Texture& texture, const Rect& area, float radius = 0, Rect part = {0, 0, 1, 1},
               Colour tint = {255, 255, 255, 255});
    // The flag with rounded corners and a hairline inside its edge (white on dark ground, ink on light). The height is
    // 3/4 of the width. Returns false, and draws nothing, when there is no flag for the code. `opacity` and
    // `scale` (about its middle) are for its entrance.
    bool flag(const CountryCode& code, Point topLeft, float width, float radius, bool onLight = false,
              float opacity = 1, float scale = 1);
    // Renders flags ahead of their first frame, until `budget` is used up; true when all are there.
    bool prepareFlags(std::span<const CountryCode> codes, float width, bool onLight, std::chrono::milliseconds budget);
    void icon(Icon icon, const Rect& square, Colour colour, float stroke = 2);
    // The shape in one solid colour with the glyph cut in the field's colour. `scale` for its settling (0.86 to 1).
    void sign(SignShape shape, Icon glyph, const Rect& square, Colour colour, Colour field, float scale = 1);

    // --- text ---
    // Origin at (x, baseline); with Align::centre or right and no maxWidth, x is the middle or the right end. Returns
    // the advance.
    float text(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, const TextBox& box = {});
    // The same on one line, with parts of it in another colour: bytes from and to, in order, of valid UTF-8.
    float textMarked(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, Colour mark,
                     std::span<const std::pair<std::size_t, std::size_t>> marked, const TextBox& box = {});
    // From `top` at the ink's upper edge to `bottom` at its lower one.
    float textGradient(Point baseline, std::string_view utf8, const TextStyle& style, Colour top, Colour bottom,
                       const TextBox& box = {});
    // The same for a number of ASCII figures that changes from frame to frame: each figure is a picture of its own, so
    // that nothing is drawn anew for another number. Style with tabular figures.
    float figures(Point baseline, std::string_view number, const TextStyle& style, Colour top, Colour bottom);
    // Like text(), but the INK begins at x (or ends there, or is centred on it): for big figures and for optical
    // alignment.
    float textByInk(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour,
                    Align align = Align::left);
    const TextMetrics& measure(std::string_view utf8, const TextStyle& style,
                               const TextBox& box = {});  // until the next call
    float fitSize(std::string_view utf8, const TextStyle& style, const TextBox& box, float least, float most,
                  float step = 1);
    // Renders a text ahead of its first frame.
    void prepareText(std::string_view utf8, const TextStyle& style, const TextBox& box = {});

    // Everything until the matching pop is seen only inside `area`; nests.
    void pushClip(const Rect& area);
    void popClip();
    // Everything until the matching pop is that much as opaque; nests. For cross-fades and entrances.
    void pushOpacity(float opacity);
    void popOpacity();

    // Told of every text drawn from now on; an empty function ends it.
    void onWritten(std::function<void(const Written&)> listener);
    // The same of every filled box, flag and icon.
    void onFilled(std::function<void(const Filled&)> listener);

    // Several canvases take turns on one thread: this one's is next.
    void enter();
    // The frame around the drawing: called by Window, and by tests on a headless canvas.
    void begin(Size size, const Pointer& pointer);
    void end();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace turnout::ui
