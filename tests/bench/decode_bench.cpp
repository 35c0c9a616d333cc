// How fast and how well the door reads tickets, beside ZXing's defaults on the same frames in the same run: generated
// 1280 x 720 frames of the classes a door sees, and frames without a code. And the way of one ticket from its frame to
// the committed answer, beside one decode and one sync of this disk.
//   decode_bench [--quick]          prints one JSON object
#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <random>

#include "common/domain/ticket_code.h"
#include "kiosk/scan/code_reader.h"
#include "tests/bench/bench_tools.h"
#include "tests/support/event_builder.h"
#include "tests/support/qr_frames.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::kiosk;
using namespace turnout::test;

constexpr int kWidth = 1280, kHeight = 720;
constexpr int kRound = 8;  // frames a person holds still for, at least: one round of the schedule

struct Sample {
    std::string kind, text;  // no text: no code in it
    GreyFrame frame;
};

std::string codeNumber(std::mt19937_64& chance) {
    std::array<std::uint8_t, 10> random{};
    for (auto& byte : random) byte = static_cast<std::uint8_t>(chance());
    return makeTicketCode("BNCH", random);
}

// A ground that is not plain: soft patches as of clothes and lamps.
GreyFrame room(std::mt19937_64& chance) {
    GreyFrame frame(kWidth, kHeight, 90);
    std::uniform_int_distribution<int> x(0, kWidth - 200), y(0, kHeight - 150), size(40, 200), light(30, 200);
    for (int i = 0; i < 24; ++i) {
        const int left = x(chance), top = y(chance), w = size(chance), h = std::min(150, size(chance)),
                  g = light(chance);
        for (int row = top; row < top + h; ++row)
            for (int column = left; column < left + w; ++column) frame.at(column, row) = static_cast<std::uint8_t>(g);
    }
    return frame;
}

std::vector<Sample> samples(int each) {
    std::mt19937_64 chance(2023);
    const auto any = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(chance); };
    std::vector<Sample> all;
    const auto add = [&](const char* kind, ShownCode code, double blurred, double grain, double left, double right) {
        code.text = codeNumber(chance);
        code.x = any(300, kWidth - 300);
        code.y = any(220, kHeight - 220);
        Sample sample{kind, code.text, room(chance)};
        show(sample.frame, code);
        shade(sample.frame, left, right);
        if (blurred > 0) blur(sample.frame, blurred);
        addGrain(sample.frame, grain, chance());
        all.push_back(std::move(sample));
    };
    for (int i = 0; i < each; ++i) {
        add("near", {.module = any(6, 12), .degrees = any(-10, 10)}, 0.8, 5, 1, 1);
        add("turned", {.module = any(4, 9), .degrees = any(0, 360)}, 0.8, 5, 1, 1);
        add("far", {.module = any(2.6, 4), .degrees = any(-20, 20)}, 0.7, 4, 1, 1);
        add("defocused", {.module = any(6, 10), .degrees = any(-20, 20)}, 2.4, 4, 1, 1);
        add("low light", {.module = any(5, 9), .degrees = any(-20, 20), .dark = 20, .light = 90}, 0.9, 11, 1, 1);
        add("washed out", {.module = any(5, 9), .degrees = any(-20, 20), .dark = 120, .light = 165}, 0.8, 4, 1, 1);
        add("shadow", {.module = any(5, 9), .degrees = any(-20, 20)}, 0.8, 4, 0.15, 1.1);
        add("dark mode", {.module = any(5, 9), .degrees = any(-20, 20), .inverted = true}, 0.8, 5, 1, 1);
        Sample empty{"no code", "", room(chance)};
        blur(empty.frame, 2);
        addGrain(empty.frame, 5, chance());
        all.push_back(std::move(empty));
    }
    return all;
}

GreyImage imageOf(const GreyFrame& frame) {
    return {frame.pixels.data(), frame.width, frame.height, static_cast<std::size_t>(frame.width)};
}

bool holds(const std::vector<FoundCode>& codes, const std::string& text) {
    return std::any_of(codes.begin(), codes.end(), [&](const FoundCode& code) { return code.text == text; });
}

struct Side {
    Samples withCode, idle;
    std::map<std::string, int> read;
    int all = 0, wrong = 0;

    void add(const Sample& sample, const std::vector<FoundCode>& codes, double ms, bool& got) {
        (sample.text.empty() ? idle : withCode).add(ms);
        for (const FoundCode& code : codes) wrong += code.text == sample.text ? 0 : 1;
        got = got || (!sample.text.empty() && holds(codes, sample.text));
    }
    void held(const Sample& sample, bool got) {
        if (sample.text.empty()) return;
        read[sample.kind] += got ? 1 : 0;
        all += got ? 1 : 0;
    }
    nlohmann::json json(int codes, int each) const {
        nlohmann::json kinds = nlohmann::json::object();
        for (const auto& [kind, count] : read) kinds[kind] = rounded(static_cast<double>(count) / each);
        return {{"ms_frame_with_code", withCode.json()},
                {"ms_frame_without", idle.json()},
                {"read_held_still", rounded(static_cast<double>(all) / codes)},
                {"read_by_kind", kinds},
                {"wrong_texts", wrong}};
    }
};

// From a frame in memory to the committed answer, with the decode and the disk's own sync measured in turn.
nlohmann::json scanToVerdict(int count) {
    AnEvent event(count);
    std::mt19937_64 chance(7);
    std::vector<GreyFrame> frames;
    for (int i = 0; i < count; ++i) {
        frames.push_back(room(chance));
        show(frames.back(), {.text = event.codes[static_cast<std::size_t>(i)],
                             .x = 640,
                             .y = 360,
                             .module = 7,
                             .degrees = static_cast<double>(i % 30)});
    }
    EventStore store = event.open();
    const Door door = must(store.doorNamed("A", evening()));
    Samples whole, decode, sync;
    for (int i = 0; i < count; ++i) {
        CodeReader measured, used;
        auto began = SteadyClock::now();
        measured.read(imageOf(frames[static_cast<std::size_t>(i)]));
        decode.add(millisecondsSince(began));
        sync.add(rawSyncs(event.dir().path(), 1));
        began = SteadyClock::now();
        for (const FoundCode& code : used.read(imageOf(frames[static_cast<std::size_t>(i)]))) {
            if (must(store.admit(aScan(door, code.text))).verdict != Verdict::admitted)
                throw std::runtime_error("not admitted");
        }
        whole.add(millisecondsSince(began));
        store.maintain(SteadyClock::now());
    }
    const double yardstick = decode.median() + sync.median();
    return {{"frame_to_verdict_ms", whole.json()},
            {"one_decode_ms", decode.json()},
            {"one_sync_ms", sync.json()},
            {"ratio_p50_to_decode_plus_sync", rounded(whole.median() / yardstick)}};
}

}  // namespace

int main(int count, char** words) {
    const bool quick = count > 1 && std::string(words[1]) == "--quick";
    const int each = quick ? 6 : 24;
    const std::vector<Sample> frames = samples(each);
    Side ours, defaults;
    int codes = 0;
    for (const Sample& sample : frames) {
        CodeReader reader;
        bool got = false, gotDefault = false;
        for (int i = 0; i < kRound; ++i) {
            auto began = SteadyClock::now();
            auto found = reader.read(imageOf(sample.frame));
            ours.add(sample, found, millisecondsSince(began), got);
            began = SteadyClock::now();
            found = readCodes(imageOf(sample.frame), {.everything = true});
            defaults.add(sample, found, millisecondsSince(began), gotDefault);
        }
        codes += sample.text.empty() ? 0 : 1;
        ours.held(sample, got);
        defaults.held(sample, gotDefault);
    }
    const nlohmann::json result = {
        {"zxing", zxingVersion()},
        {"frames", frames.size()},
        {"ours", ours.json(codes, each)},
        {"zxing_defaults", defaults.json(codes, each)},
        {"time_with_code_ours_to_defaults", rounded(ours.withCode.sum() / defaults.withCode.sum())},
        {"time_without_ours_to_defaults", rounded(ours.idle.sum() / defaults.idle.sum())},
        {"scan", scanToVerdict(quick ? 100 : 500)}};
    std::cout << result.dump(2) << std::endl;
    return 0;
}
