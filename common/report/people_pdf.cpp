#include "common/report/people_pdf.h"

#include <cairo-pdf.h>

#include <memory>

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
constexpr float kRow = 20, kHeading = 30, kBox = 11;
constexpr float kNameX = kMargin + 22, kCountryX = 318, kSeatX = 430, kDetailX = 484;
constexpr Colour kInk = Colour::hex(0x0B1A2E), kSoft = Colour::hex(0x4A5A6C), kLine = Colour::hex(0xC3CDD9);

TextStyle style(float size, Weight weight = Weight::regular) {
    return {Face::text, size, weight};
}

class Paper {
  public:
    Paper(cairo_t* cairo, const PaperList& list) : cairo_(cairo), list_(list) {}

    int draw(int pages) {  // with the number of pages known, or 0 to count them
        pages_ = pages;
        page_ = 0;
        begin();
        for (const PaperGroup& group : list_.groups) {
            if (y_ + kHeading + 2 * kRow > kHeight - kMargin - kFoot) turn();
            heading(group, false);
            for (const PaperPerson& person : group.people) {
                if (y_ + kRow > kHeight - kMargin - kFoot) {
                    turn();
                    heading(group, true);
                }
                row(person);
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

    void row(const PaperPerson& person) {
        if (pages_ != 0) {
            cairo_set_source_rgb(cairo_, kInk.r / 255.0, kInk.g / 255.0, kInk.b / 255.0);
            cairo_set_line_width(cairo_, 0.8);
            cairo_rectangle(cairo_, kMargin, y_ + 3, kBox, kBox);
            cairo_stroke(cairo_);
            const bool own = !person.nativeName.empty();
            const float room = kCountryX - kNameX - 8;
            float used = 0;
            const TextStyle name = style(11, Weight::semibold);
            if (own) used = paint::measure(person.name, name, {}).width;
            const bool both = own && used < room * 0.72F;
            write(kNameX, y_ + 13, person.name, name, kInk, both ? used + 1 : room);
            if (both) write(kNameX + used + 8, y_ + 13, person.nativeName, style(10.5F), kSoft, room - used - 8);
            write(kCountryX, y_ + 13, person.country, style(10), kInk, kSeatX - kCountryX - 8);
            write(kSeatX, y_ + 13, person.seat, style(10), kInk, kDetailX - kSeatX - 6);
            write(kDetailX, y_ + 13, person.detail, {Face::mono, 10, Weight::regular}, kInk,
                  kWidth - kMargin - kDetailX);
        }
        rule(y_ + kRow - 1.5F, kLine, 0.5);
        y_ += kRow;
    }

    cairo_t* cairo_;
    const PaperList& list_;
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
