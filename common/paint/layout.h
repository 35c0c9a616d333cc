// A Pango layout of one text in one style and box, for the inside of this folder.
#pragma once

#include <pango/pangocairo.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/paint/glib.h"
#include "common/paint/text.h"

namespace turnout::paint {

enum class Medium { screen, paper };

class Layout {
  public:
    Layout(std::string_view utf8, const TextStyle& style, const TextBox& box, Medium medium);

    TextMetrics metrics() const;
    bool coloured() const;  // an emoji font is in use
    // Where Pango's own corner stands, seen from the origin.
    double left() const { return left_; }
    double top() const;
    PangoLayout* get() const { return layout_.get(); }
    // Where bytes `begin` to `end` of a text of one line stand: from and to, from the origin. Several for mixed
    // directions.
    std::vector<std::pair<float, float>> across(std::size_t begin, std::size_t end) const;

    // Fits the box without breaking a word; nothing of the box is applied.
    static bool fits(std::string_view utf8, const TextStyle& style, const TextBox& box);

  private:
    Layout(std::string text, const TextStyle& style, Medium medium);
    void wrapInto(const TextBox& box);
    void balance(float maxWidth);
    void evenFigures();
    float widest() const;

    std::string text_;
    TextStyle style_;
    GOwned<PangoLayout> layout_;
    bool rightToLeft_ = false;
    double left_ = 0;
};

}  // namespace turnout::paint
