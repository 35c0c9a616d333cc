// A canvas measured in dp: the layouts of the door are written for 1280 x 720 (or 720 x 1280) and scaled as a whole.
// The page is at least that large; what is wider or higher than that goes to the camera and to the space between the
// parts.
#pragma once

#include <string_view>

#include "common/store/guest_index.h"
#include "common/ui/canvas.h"
#include "common/ui/theme.h"

namespace turnout::kiosk {

using ui::Colour;
using ui::Icon;
using ui::Point;
using ui::Rect;
using ui::SignShape;
using ui::TextStyle;
using ui::Weight;
namespace theme = ui::theme;

// Where a text must fit in.
struct Limit {
    float width = 0;  // dp; 0 = none
    int lines = 0;    // with a width: 0 = any
    ui::Align align = ui::Align::left;
};

class Page {
  public:
    // `top`: dp kept free above the page, at negative y.
    explicit Page(ui::Canvas& canvas, float top = 0);

    bool portrait() const { return portrait_; }
    bool quiet() const { return quiet_; }  // dim: no large bright field, and yet everything can be read
    void setQuiet(bool quiet) { quiet_ = quiet; }
    float width() const { return width_; }    // dp
    float height() const { return height_; }  // dp
    float k() const { return k_; }            // device pixels per dp
    ui::Canvas& canvas() { return canvas_; }

    Rect px(const Rect& dp) const { return {dp.x * k_, (dp.y + top_) * k_, dp.w * k_, dp.h * k_}; }
    Point px(Point dp) const { return {dp.x * k_, (dp.y + top_) * k_}; }

    void fill(const Rect& area, Colour colour, float radius = 0, ui::Corners corners = {});
    void outline(const Rect& area, Colour colour, float thickness, float radius = 0);
    void hairline(Point from, Point to, Colour colour, float thickness = 2);  // upright or level; on whole pixels
    void icon(Icon icon, const Rect& square, Colour colour, float stroke = 2);
    void sign(SignShape shape, Icon glyph, const Rect& square, Colour colour, Colour field, float scale = 1);
    bool flag(const CountryCode& code, Point topLeft, float width, float radius, bool onLight);

    // Returns the advance in dp.
    float text(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, Limit limit = {});
    // On one line, with parts of it in `mark`.
    float textMarked(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, Colour mark,
                     const std::vector<ByteSpan>& marked, Limit limit = {});
    float widthOf(std::string_view utf8, const TextStyle& style);
    ui::TextMetrics measure(std::string_view utf8, const TextStyle& style, Limit limit = {});  // in dp
    float fitSize(std::string_view utf8, const TextStyle& style, Limit limit, float least, float most);

    // The largest size down to `least` at which it fits on one line; then on `lines` lines at the smallest size. Never
    // less than kLeastText, as fitSize().
    struct Fitted {
        TextStyle style;
        int lines = 1;
    };
    Fitted fit(std::string_view utf8, TextStyle style, float width, float least, int lines = 2);

  private:
    TextStyle scaled(const TextStyle& style) const { return style.sized(style.size * k_); }
    ui::TextBox boxOf(Limit limit) const;

    ui::Canvas& canvas_;
    float k_ = 1, width_ = 1280, height_ = 720, top_ = 0;
    bool portrait_ = false, quiet_ = false;
};

}  // namespace turnout::kiosk
