#include "common/paint/icons.h"

#include <array>
#include <cassert>
#include <string>
#include <string_view>

#include "common/paint/svg.h"

namespace turnout::paint {
namespace {

// Strokes on a 24 grid; what is in `solid` is filled. In the order of Icon.
struct Drawing {
    std::string_view strokes, solid;
};

constexpr std::array<Drawing, kIconCount> kIcons{{
    /* check */ {"M5 12.5 10 17.5 19.5 7", ""},
    /* cross */ {"M6.5 6.5 17.5 17.5M17.5 6.5 6.5 17.5", ""},
    /* bang */ {"M12 5V13.5", "M13.4 18.5a1.4 1.4 0 1 1-2.8 0a1.4 1.4 0 1 1 2.8 0z"},
    /* arrow */ {"M4 12H19.5M13 5.5 19.5 12 13 18.5", ""},
    /* hands */ {"M12 4.5V12.5L17 16", ""},
    /* question */
    {"M8 8.6A4 4 0 0 1 16 8.6C16 11.6 12 11.4 12 14.4", "M13.4 18.9a1.4 1.4 0 1 1-2.8 0a1.4 1.4 0 1 1 2.8 0z"},
    /* undo */ {"M8.5 4.5 4 9 8.5 13.5M4 9H14.5A5 5 0 0 1 14.5 19H10", ""},
    /* exit */ {"M10 4H5V20H10M9.5 12H20.5M16 7 20.5 12 16 17", ""},
    /* again */ {"M19.5 12A7.5 7.5 0 1 1 16.5 6L18.8 8M19 3.8V8.2H14.6", ""},
    /* search */ {"M17 11A6.5 6.5 0 1 1 4 11A6.5 6.5 0 1 1 17 11zM15.2 15.7 20.5 21", ""},
    /* person */ {"M16 8A4 4 0 1 1 8 8A4 4 0 1 1 16 8zM4.5 20.5C4.5 16 7.8 13.8 12 13.8S19.5 16 19.5 20.5", ""},
    /* personAdd */
    {"M13 7.5A3.8 3.8 0 1 1 5.4 7.5A3.8 3.8 0 1 1 13 7.5zM2.5 20C2.5 15.7 5.4 13.3 9.2 13.3S15.9 15.7 15.9 20M19 "
     "5.8V12.2M15.8 9H22.2",
     ""},
    /* group */
    {"M12.3 8A3.6 3.6 0 1 1 5.1 8A3.6 3.6 0 1 1 12.3 8zM2 20C2 15.8 4.9 13.6 8.7 13.6S15.4 15.8 15.4 20M15 4.9A3 3 0 1 "
     "1 15.8 10.8M17.6 "
     "13.6C20.4 14.3 22 16.4 22 19.2",
     ""},
    /* lock */
    {"M6.5 10.5H17.5A2 2 0 0 1 19.5 12.5V18.5A2 2 0 0 1 17.5 20.5H6.5A2 2 0 0 1 4.5 18.5V12.5A2 2 0 0 1 6.5 10.5zM8 "
     "10.5V7.5A4 4 0 "
     "0 1 16 7.5V10.5",
     "M13.4 15.5a1.4 1.4 0 1 1-2.8 0a1.4 1.4 0 1 1 2.8 0z"},
    /* camera */
    {"M4 7.5H7L8.8 4.8H15.2L17 7.5H20A2 2 0 0 1 22 9.5V18A2 2 0 0 1 20 20H4A2 2 0 0 1 2 18V9.5A2 2 0 0 1 4 7.5zM16 "
     "13.3A4 4 0 1 1 8 13.3A4 4 0 "
     "1 1 16 13.3z",
     ""},
    /* scanner */
    {"M2.5 7.5V4.5A1 1 0 0 1 3.5 3.5H6.5M17.5 3.5H20.5A1 1 0 0 1 21.5 4.5V7.5M21.5 16.5V19.5A1 1 0 0 1 20.5 "
     "20.5H17.5M6.5 20.5H3.5A1 1 0 0 1 "
     "2.5 19.5V16.5M7 7.5V16.5M10.3 7.5V16.5M13.7 7.5V16.5M17 7.5V16.5",
     ""},
    /* store */
    {"M19.5 5.5C19.5 7.2 16.1 8.5 12 8.5S4.5 7.2 4.5 5.5S7.9 2.5 12 2.5S19.5 3.8 19.5 5.5zM4.5 5.5V18.5C4.5 20.2 7.9 "
     "21.5 12 21.5S19.5 20.2 "
     "19.5 18.5V5.5M4.5 10C4.5 11.6 7.9 12.9 12 12.9S19.5 11.6 19.5 10M4.5 14.3C4.5 15.9 7.9 17.2 12 17.2S19.5 15.9 "
     "19.5 14.3",
     ""},
    /* battery */
    {"M4 6.8H17A2 2 0 0 1 19 8.8V15.2A2 2 0 0 1 17 17.2H4A2 2 0 0 1 2 15.2V8.8A2 2 0 0 1 4 6.8zM22.2 10.5V13.5",
     "M5.2 10H13.6V14H5.2z"},
    /* list */
    {"M9 5.5H21M9 12H21M9 18.5H21",
     "M5.3 5.5a1.3 1.3 0 1 1-2.6 0a1.3 1.3 0 1 1 2.6 0zM5.3 12a1.3 1.3 0 1 1-2.6 0a1.3 1.3 0 1 1 2.6 0zM5.3 18.5a1.3 "
     "1.3 0 1 1-2.6 "
     "0a1.3 1.3 0 1 1 2.6 0z"},
    /* door */
    {"M7 2.5H17A1.5 1.5 0 0 1 18.5 4V20A1.5 1.5 0 0 1 17 21.5H7A1.5 1.5 0 0 1 5.5 20V4A1.5 1.5 0 0 1 7 2.5z",
     "M15.9 12.3a1.4 1.4 0 1 1-2.8 0a1.4 1.4 0 1 1 2.8 0z"},
    /* clock */ {"M21 12A9 9 0 1 1 3 12A9 9 0 1 1 21 12zM12 6.8V12.3L15.6 14.6", ""},
    /* torch */ {"M7 2.8H17V6.2L14.5 10.5V21.2H9.5V10.5L7 6.2zM12 12.5V15.2", ""},
    /* sound */
    {"M3 9.2H6.5L11 5.2V18.8L6.5 14.8H3zM14.6 8.8A4.6 4.6 0 0 1 14.6 15.2M17.6 5.9A8.7 8.7 0 0 1 17.6 18.1", ""},
    /* mute */ {"M3 9.2H6.5L11 5.2V18.8L6.5 14.8H3zM15 9.2 20.8 15M20.8 9.2 15 15", ""},
    /* disk */
    {"M4 5H20A2 2 0 0 1 22 7V17A2 2 0 0 1 20 19H4A2 2 0 0 1 2 17V7A2 2 0 0 1 4 5zM2 13.6H22",
     "M18.8 16.3a1.1 1.1 0 1 1-2.2 0a1.1 1.1 0 1 1 2.2 0z"},
    /* backspace */ {"M8.5 5H21.5V19H8.5L2.5 12zM11.8 9.2 17.4 14.8M17.4 9.2 11.8 14.8", ""},
    /* back */ {"M15 5 8 12 15 19", ""},
    /* forward */ {"M9 5 16 12 9 19", ""},
    /* up */ {"M5 15.5 12 8.5 19 15.5", ""},
    /* down */ {"M5 8.5 12 15.5 19 8.5", ""},
    /* folder */ {"M2.8 4.8H9L11.5 7.8H21.2V19.2H2.8z", ""},
    /* keyboard */
    {"M4 5.5H20A2 2 0 0 1 22 7.5V16.5A2 2 0 0 1 20 18.5H4A2 2 0 0 1 2 16.5V7.5A2 2 0 0 1 4 5.5zM8.5 14.8H15.5",
     "M7 10a.9.9 0 1 1-1.8 0a.9.9 0 1 1 1.8 0zM10.9 10a.9.9 0 1 1-1.8 0a.9.9 0 1 1 1.8 0zM14.9 10a.9.9 0 1 1-1.8 "
     "0a.9.9 0 1 1 1.8 0zM18.8 10a.9.9 "
     "0 1 1-1.8 0a.9.9 0 1 1 1.8 0z"},
    /* screen */
    {"M4 3.8H20A2 2 0 0 1 22 5.8V14.8A2 2 0 0 1 20 16.8H4A2 2 0 0 1 2 14.8V5.8A2 2 0 0 1 4 3.8zM8.5 20.5H15.5", ""},
    /* gear */
    {"M18.3 12A6.3 6.3 0 1 1 5.7 12A6.3 6.3 0 1 1 18.3 12zM14.6 12A2.6 2.6 0 1 1 9.4 12A2.6 2.6 0 1 1 14.6 12zM12 "
     "2.4V5.5M12 18.5V21.6M2.4 12H5.5M18.5 "
     "12H21.6M5.2 5.2 7.4 7.4M16.6 16.6 18.8 18.8M18.8 5.2 16.6 7.4M7.4 16.6 5.2 18.8",
     ""},
    /* qr */
    {"M4 3H9A1 1 0 0 1 10 4V9A1 1 0 0 1 9 10H4A1 1 0 0 1 3 9V4A1 1 0 0 1 4 3zM15 3H20A1 1 0 0 1 21 4V9A1 1 0 0 1 20 "
     "10H15A1 1 0 0 1 14 9V4A1 1 0 0 "
     "1 15 3zM4 14H9A1 1 0 0 1 10 15V20A1 1 0 0 1 9 21H4A1 1 0 0 1 3 20V15A1 1 0 0 1 4 14z",
     "M13.4 13.4H16V16H13.4zM19 13.4H21.6V16H19zM16.2 16.2H18.8V18.8H16.2zM13.4 19H16V21.6H13.4zM19 19H21.6V21.6H19z"},
}};

constexpr std::string_view kHead = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ";

Bitmap drawn(const std::string& svg, int size) {
    std::optional<Bitmap> bitmap = renderSvg(svg, size, size);
    assert(bitmap && "one of our own drawings cannot be read");
    return bitmap ? std::move(*bitmap) : Bitmap(size, size);
}

}  // namespace

Bitmap renderIcon(Icon icon, int size, float stroke) {
    const Drawing& drawing = kIcons[static_cast<std::size_t>(icon)];
    std::string svg(kHead);
    svg += "24 24'><path fill='none' stroke='#fff' stroke-linecap='round' stroke-linejoin='round' stroke-width='";
    svg += std::to_string(static_cast<int>(stroke * 100)) + "e-2' d='";
    svg += drawing.strokes;
    svg += "'/><path fill='#fff' d='";
    svg += drawing.solid;
    svg += "'/></svg>";
    return drawn(svg, size);
}

Bitmap renderSign(SignShape shape, int size) {
    std::string svg(kHead);
    svg += "100 100'>";
    switch (shape) {
        case SignShape::circle: svg += "<circle cx='50' cy='50' r='50' fill='#fff'/>"; break;
        case SignShape::ring:
            svg += "<circle cx='50' cy='50' r='45' fill='none' stroke='#fff' stroke-width='10'/>";
            break;
        case SignShape::triangle:
            svg += "<path d='M50 10 93 86H7z' fill='#fff' stroke='#fff' stroke-width='14' stroke-linejoin='round'/>";
            break;
        case SignShape::octagon:  // r 52, the first corner at 22.5 degrees
            svg += "<path d='M98.04 30.1V69.9L69.9 98.04H30.1L1.96 69.9V30.1L30.1 1.96H69.9z' fill='#fff'/>";
            break;
        case SignShape::square: svg += "<rect width='100' height='100' rx='10' fill='#fff'/>"; break;
        case SignShape::diamond:
            svg +=
                "<path d='M50 5 95 50 50 95 5 50z' fill='#fff' stroke='#fff' stroke-width='10' "
                "stroke-linejoin='round'/>";
            break;
    }
    svg += "</svg>";
    return drawn(svg, size);
}

}  // namespace turnout::paint
