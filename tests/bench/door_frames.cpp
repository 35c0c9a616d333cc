#include "tests/bench/door_frames.h"

#include <algorithm>
#include <array>
#include <functional>
#include <random>

#include "common/domain/ticket_code.h"

namespace turnout::bench {
namespace {

using test::GreyFrame;
using test::ShownCode;

std::string ticketCode(std::mt19937_64& chance) {
    std::array<std::uint8_t, 10> random{};
    for (auto& byte : random) byte = static_cast<std::uint8_t>(chance());
    return makeTicketCode("BNCH", random);
}

// A ground that is not plain: soft patches as of clothes and lamps.
GreyFrame room(std::mt19937_64& chance, int width, int height) {
    GreyFrame frame(width, height, 90);
    std::uniform_int_distribution<int> x(0, width - 200), y(0, height - 150), size(40, 200), light(30, 200);
    for (int i = 0; i < 24; ++i) {
        const int left = x(chance), top = y(chance), w = size(chance), h = std::min(150, size(chance)),
                  g = light(chance);
        for (int row = top; row < top + h; ++row)
            for (int column = left; column < left + w; ++column) frame.at(column, row) = static_cast<std::uint8_t>(g);
    }
    return frame;
}

}  // namespace

std::vector<DoorFrame> doorFrames(int each, std::uint64_t seed, int width, int height) {
    std::mt19937_64 chance(seed);
    const double k = height / 720.0;
    const auto any = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(chance); };
    std::vector<DoorFrame> all;
    struct Look {
        double blurred = 0.8, grain = 5;
        std::function<void(GreyFrame&, const ShownCode&)> after = {};
    };
    const auto add = [&](const char* kind, ShownCode code, const Look& look) {
        code.text = ticketCode(chance);
        code.module *= k;
        code.x = any(300 * k, width - 300 * k);
        code.y = any(220 * k, height - 220 * k);
        DoorFrame sample{kind, {code.text}, room(chance, width, height)};
        show(sample.frame, code);
        if (look.after) look.after(sample.frame, code);
        if (look.blurred > 0) blur(sample.frame, look.blurred);
        addGrain(sample.frame, look.grain, chance());
        all.push_back(std::move(sample));
    };
    for (int i = 0; i < each; ++i) {
        add("near", {.module = any(6, 12), .degrees = any(-10, 10)}, {});
        add("turned", {.module = any(4, 9), .degrees = any(0, 360)}, {});
        add("far", {.module = any(2.6, 4), .degrees = any(-20, 20)}, {.blurred = 0.7, .grain = 4});
        add("small", {.module = any(2, 2.7), .degrees = any(-20, 20)}, {.blurred = any(0.4, 0.9), .grain = 4});
        add("tilted", {.module = any(5, 9), .degrees = any(-20, 20), .tilt = any(35, 60)}, {});
        add("paper", {.module = any(4, 8), .degrees = any(-20, 20), .spread = any(0.1, 0.3), .dark = 60, .light = 205},
            {});
        add("defocused", {.module = any(6, 10), .degrees = any(-20, 20)}, {.blurred = any(2.0, 3.2), .grain = 4});
        add("moved", {.module = any(6, 10), .degrees = any(-20, 20)},
            {.after = [&](GreyFrame& f, const ShownCode& c) { smear(f, static_cast<int>(c.module * any(0.7, 1.3))); }});
        add("low light", {.module = any(5, 9), .degrees = any(-20, 20), .dark = 20, .light = 80},
            {.blurred = 0.9, .grain = any(9, 15)});
        add("washed out", {.module = any(5, 9), .degrees = any(-20, 20), .dark = 120, .light = 160}, {.grain = 4});
        add("shadow", {.module = any(5, 9), .degrees = any(-20, 20)},
            {.grain = 4, .after = [](GreyFrame& f, const ShownCode&) { shade(f, 0.15, 1.1); }});
        add("glare", {.module = any(5, 9), .degrees = any(-20, 20)}, {.after = [&](GreyFrame& f, const ShownCode& c) {
                glare(f, c.x + any(-9, 9) * c.module, c.y + any(-9, 9) * c.module, any(2.5, 4.5) * c.module);
            }});
        add("cracked", {.module = any(5, 9), .degrees = any(-20, 20)}, {.after = [&](GreyFrame& f, const ShownCode& c) {
                crack(f, c.x + any(-8, 8) * c.module, c.y + any(-8, 8) * c.module, 16 * c.module, chance());
            }});
        add("dark mode", {.module = any(5, 9), .degrees = any(-20, 20), .inverted = true}, {});
        DoorFrame three{"three", {}, room(chance, width, height)};
        for (int column = 0; column < 3; ++column) {
            const ShownCode code{.text = ticketCode(chance),
                                 .x = (240 + 400 * column + any(-40, 40)) * k,
                                 .y = any(220 * k, height - 220 * k),
                                 .module = any(4, 9) * k,
                                 .degrees = any(-20, 20)};
            show(three.frame, code);
            three.texts.push_back(code.text);
        }
        blur(three.frame, 0.8);
        addGrain(three.frame, 5, chance());
        all.push_back(std::move(three));
        DoorFrame empty{"no code", {}, room(chance, width, height)};
        blur(empty.frame, 2);
        addGrain(empty.frame, 5, chance());
        all.push_back(std::move(empty));
    }
    return all;
}

}  // namespace turnout::bench
