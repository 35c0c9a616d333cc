#include "common/report/people_pdf.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "common/paint/text.h"
#include "common/report/placed_file.h"

namespace turnout {
namespace {

using paint::Align;
using paint::Colour;
using paint::Face;
using paint::TextBox;
using paint::TextStyle;
using paint::Weight;

// Points.
constexpr float kWidth = 595.28F, kHeight = 841.89F, kMargin = 40, kFoot = 34;
constexpr float kRow = 20, kBaseline = 13, kHeading = 30, kBox = 11;
constexpr int kMostLines = 3;  // of a column
constexpr float kNameX = kMargin + 22, kCountryX = 318, kSeatX = 430, kDetailX = 484;
constexpr Colour kInk = Colour::hex(0x0B1A2E), kSoft = Colour::hex(0x4A5A6C), kLine = Colour::hex(0xC3CDD9);

TextStyle style(float size, Weight weight = Weight::regular) {
    return {Face::text, size, weight};
}

// A text in a column: its lines, in letters that can be read.
struct Cell {
    float x = 0, width = 0;
    std::string text;
    TextStyle look;
    Colour colour = kInk;
    int lines = 0;    // 0: nothing stands there
    float first = 0;  // the first baseline, from the row's top
};

struct Row {
    std::vector<Cell> cells;
    float height = kRow;
};

// On one line, if need be a little smaller; else on as many lines as it needs.
Cell cellOf(float x, float width, const std::string& text, const TextStyle& look, Colour colour = kInk) {
    constexpr float kSmaller = 0.86F;
    Cell cell{x, width, text, look, colour};
    if (text.empty()) return cell;
    cell.lines = 1;
    cell.first = kBaseline;
    if (paint::measure(text, look).width <= width) return cell;
    cell.look = look.sized(paint::fitSize(text, look, {width, 1}, look.size * kSmaller, look.size, 0.5F));
    cell.lines = std::min(kMostLines, paint::measure(text, cell.look, {width, kMostLines}).lines);
    return cell;
}

// How far the last line's foot lies under the row's top.
float footOf(const Cell& cell) {
    return cell.lines == 0 ? 0
                           : cell.first + static_cast<float>(cell.lines - 1) * cell.look.size * cell.look.lineHeight;
}

void under(Cell& cell, float foot) {
    cell.first = foot + cell.look.size * cell.look.lineHeight + 1;
}

Row rowOf(const PaperPerson& person) {
    Row row;
    float deep = 0;  // what hangs under the letters of some scripts
    const float room = kCountryX - kNameX - 8;
    Cell name = cellOf(kNameX, room, person.name, style(11, Weight::semibold));
    if (!person.nativeName.empty()) {  // beside the name, or under it
        const TextStyle look = style(10.5F);
        const float used = paint::measure(person.name, name.look).width + 8;
        const bool beside = name.lines == 1 && used + paint::measure(person.nativeName, look).width <= room;
        Cell own = beside ? cellOf(kNameX + used, room - used, person.nativeName, look, kSoft)
                          : cellOf(kNameX, room, person.nativeName, look, kSoft);
        if (!beside) {
            under(own, footOf(name));
            deep = 3;
        }
        row.cells.push_back(std::move(own));
    }
    row.cells.push_back(std::move(name));
    row.cells.push_back(cellOf(kCountryX, kSeatX - kCountryX - 8, person.country, style(10)));
    row.cells.push_back(cellOf(kSeatX, kDetailX - kSeatX - 6, person.seat, style(10)));
    row.cells.push_back(
        cellOf(kDetailX, kWidth - kMargin - kDetailX, person.detail, {Face::mono, 10, Weight::regular}));
    float foot = kBaseline;
    for (const Cell& cell : row.cells) foot = std::max(foot, footOf(cell));
    foot += deep;
    if (!person.note.empty()) {
        Cell note = cellOf(kNameX, kWidth - kMargin - kNameX, person.note, style(11, Weight::bold));
        under(note, foot);
        foot = footOf(note);
        row.cells.push_back(std::move(note));
    }
    row.height = kRow - kBaseline + foot;
    return row;
}

class Paper {
  public:
    Paper(cairo_t* cairo, const PaperList& list) : cairo_(cairo), list_(list) {
        for (const PaperGroup& group : list.groups)
            for (const PaperPerson& person : group.people) rows_.push_back(rowOf(person));
    }

    int draw(int pages) {  // with the number of pages known, or 0 to count them
        pages_ = pages;
        page_ = 0;
        begin();
        auto next = rows_.begin();
        for (const PaperGroup& group : list_.groups) {
            if (y_ + kHeading + 2 * kRow > kHeight - kMargin - kFoot) turn();
            heading(group, false);
            for (std::size_t i = 0; i < group.people.size(); ++i, ++next) {
                if (y_ + next->height > kHeight - kMargin - kFoot) {
                    turn();
                    heading(group, true);
                }
                draw(*next);
            }
            y_ += 8;
        }
        finish();
        return page_;
    }

  private:
    void write(float x, float baseline, const std::string& text, const TextStyle& look, Colour colour, float width,
               Align align = Align::left) {
        if (pages_ == 0 || text.empty()) return;
        const float size = paint::fitSize(text, look, {width, 1, align}, look.size * 0.6F, look.size, 0.5F);
        paint::drawText(cairo_, x, baseline, text, look.sized(size), colour, {width, 1, align});
    }

    void rule(float y, Colour colour, double thickness) {
        if (pages_ == 0) return;
        cairo_set_source_rgb(cairo_, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0);
        cairo_set_line_width(cairo_, thickness);
        cairo_move_to(cairo_, kMargin, y);
        cairo_line_to(cairo_, kWidth - kMargin, y);
        cairo_stroke(cairo_);
    }

    void begin() {
        ++page_;
        y_ = kMargin;
        const float whole = kWidth - 2 * kMargin;
        write(kMargin, y_ + 16, list_.title, style(18, Weight::bold), kInk, whole);
        write(kMargin, y_ + 34, list_.subtitle, style(10.5F), kSoft, whole);
        y_ += 42;
        if (page_ == 1 && !list_.note.empty()) {
            write(kMargin, y_ + 14, list_.note, style(11, Weight::semibold), kInk, whole);
            y_ += 22;
        }
        const TextStyle small = style(8.5F, Weight::semibold);
        write(kNameX, y_ + 14, list_.nameHeading, small, kSoft, 200);
        write(kCountryX, y_ + 14, list_.countryHeading, small, kSoft, 100);
        write(kSeatX, y_ + 14, list_.seatHeading, small, kSoft, 50);
        write(kDetailX, y_ + 14, list_.detailHeading, small, kSoft, 72);
        rule(y_ + 19, kInk, 1);
        y_ += 22;
    }

    void turn() {
        finish();
        begin();
    }

    void finish() {
        if (pages_ == 0) return;
        write(kMargin, kHeight - kMargin + 8, std::to_string(page_) + " / " + std::to_string(pages_), style(9), kSoft,
              kWidth - 2 * kMargin, Align::right);
        cairo_show_page(cairo_);
    }

    void heading(const PaperGroup& group, bool again) {
        write(kMargin, y_ + 19, group.heading + (again ? " …" : "  (" + std::to_string(group.people.size()) + ")"),
              style(12, Weight::bold), kInk, kWidth - 2 * kMargin);
        y_ += kHeading;
    }

    void draw(const Row& row) {
        if (pages_ != 0) {
            cairo_set_source_rgb(cairo_, kInk.r / 255.0, kInk.g / 255.0, kInk.b / 255.0);
            cairo_set_line_width(cairo_, 0.8);
            cairo_rectangle(cairo_, kMargin, y_ + 3, kBox, kBox);
            cairo_stroke(cairo_);
            for (const Cell& cell : row.cells)
                if (cell.lines > 0)
                    paint::drawText(cairo_, cell.x, y_ + cell.first, cell.text, cell.look, cell.colour,
                                    {cell.width, cell.lines});
        }
        rule(y_ + row.height - 1.5F, kLine, 0.5);
        y_ += row.height;
    }

    cairo_t* cairo_;
    const PaperList& list_;
    std::vector<Row> rows_;
    float y_ = 0;
    int page_ = 0, pages_ = 0;
};

}  // namespace

Status writePeoplePdf(const std::filesystem::path& file, const PaperList& list) {
    return placePdf(file, kWidth, kHeight, [&](cairo_surface_t* surface) {
        const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface), cairo_destroy);
        Paper paper(cairo.get(), list);
        paper.draw(paper.draw(0));
    });
}

}  // namespace turnout
