// How fast and how well the door reads tickets, beside ZXing and zbar on the same frames in the same run: generated
// 1280 x 720 frames of the classes a door sees, and frames without a code. And the way of one ticket from its frame to
// the committed answer, beside one decode and one sync of this disk.
//   decode_bench [--quick] [--frames DIR]     prints one JSON object; the frames are left in DIR, for scan_bench
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <map>
#include <set>

#include "kiosk/scan/code_reader.h"
#include "tests/bench/bench_tools.h"
#include "tests/bench/door_frames.h"
#include "tests/bench/peers.h"
#include "tests/support/event_builder.h"
#include "tests/support/qr_frames.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::kiosk;
using namespace turnout::test;

constexpr int kRound = 8;  // frames a person holds still for, at least: one round of the schedule

GreyImage imageOf(const GreyFrame& frame) {
    return {frame.pixels.data(), frame.width, frame.height, static_cast<std::size_t>(frame.width)};
}

// One reader's figures over all frames.
struct Side {
    Samples withCode, idle;
    std::map<std::string, int> read, shown;  // codes by kind
    int found = 0, codes = 0, wrong = 0;

    // What was read of one frame held still, and how long each look took.
    void add(const DoorFrame& frame, const std::set<std::string>& texts, const Samples& ms) {
        (frame.texts.empty() ? idle : withCode).add(ms);
        int right = 0;
        for (const std::string& text : frame.texts) right += texts.contains(text) ? 1 : 0;
        wrong += static_cast<int>(texts.size()) - right;
        codes += static_cast<int>(frame.texts.size());
        found += right;
        if (frame.texts.empty()) return;
        read[frame.kind] += right;
        shown[frame.kind] += static_cast<int>(frame.texts.size());
    }
    double part() const { return static_cast<double>(found) / codes; }
    nlohmann::json json(const Side& yardstick) const {
        nlohmann::json kinds = nlohmann::json::object();
        for (const auto& [kind, count] : read)
            kinds[kind] = std::to_string(count) + "/" + std::to_string(shown.at(kind));
        return {{"read", rounded(part())},
                {"points_over_zxing_defaults", rounded(100 * (part() - yardstick.part()))},
                {"time_without_code_to_zxing_defaults", rounded(idle.sum() / yardstick.idle.sum())},
                {"time_with_code_to_zxing_defaults", rounded(withCode.sum() / yardstick.withCode.sum())},
                {"ms_without_code", idle.json()},
                {"ms_with_code", withCode.json()},
                {"read_by_kind", kinds},
                {"wrong_texts", wrong}};
    }
};

// From a frame in memory to the committed answer, with the decode and the disk's own sync measured in turn.
nlohmann::json scanToVerdict(int count) {
    AnEvent event(count);
    std::vector<GreyFrame> frames;
    for (int i = 0; i < count; ++i) {
        frames.emplace_back(1280, 720, 90);
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

// Binary PGM, "glare-07.pgm".
void leaveFrames(const std::vector<DoorFrame>& frames, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::map<std::string, int> counts;
    for (const DoorFrame& frame : frames) {
        const int number = counts[frame.kind]++;
        std::string name = frame.kind + (number < 10 ? "-0" : "-") + std::to_string(number) + ".pgm";
        std::replace(name.begin(), name.end(), ' ', '_');
        const GreyImage image = imageOf(frame.frame);
        std::ofstream out(folder / name, std::ios::binary);
        out << "P5\n" << image.width << ' ' << image.height << "\n255\n";
        for (int y = 0; y < image.height; ++y)
            out.write(reinterpret_cast<const char*>(image.pixels) + static_cast<std::size_t>(y) * image.stride,
                      image.width);
        if (!out.flush()) throw std::runtime_error("cannot write " + (folder / name).string());
    }
}

}  // namespace

int main(int count, char** words) {
    bool quick = false;
    std::string folder;
    for (int i = 1; i < count; ++i) {
        quick = quick || std::string(words[i]) == "--quick";
        if (std::string(words[i]) == "--frames" && i + 1 < count) folder = words[++i];
    }
    const std::vector<DoorFrame> frames = doorFrames(quick ? 4 : 24);
    if (!folder.empty()) leaveFrames(frames, folder);
    const std::vector<Peer> others = peers();
    Side ours;
    std::vector<Side> theirs(others.size());
    CodeReader reader;                       // one for everything, as at a door
    for (const DoorFrame& frame : frames) {  // side by side, so that a busy machine is busy for all
        // Everything twice, and the quicker time of each look: what others do on the machine meanwhile is not counted.
        std::vector<double> looks(kRound, std::numeric_limits<double>::max());
        std::set<std::string> read;
        for (int again = 0; again < 2; ++again) {
            reader.startRound();
            for (double& look : looks) {
                const auto began = SteadyClock::now();
                for (FoundCode& code : reader.read(imageOf(frame.frame))) read.insert(std::move(code.text));
                look = std::min(look, millisecondsSince(began));
            }
        }
        Samples ms;
        for (const double look : looks) ms.add(look);
        ours.add(frame, read, ms);
        for (std::size_t i = 0; i < others.size(); ++i) {
            double quickest = std::numeric_limits<double>::max();  // the same frame gives the same answer at every look
            std::set<std::string> texts;
            for (int again = 0; again < 2; ++again) {
                const auto began = SteadyClock::now();
                for (std::string& text : others[i].read(imageOf(frame.frame))) texts.insert(std::move(text));
                quickest = std::min(quickest, millisecondsSince(began));
            }
            Samples round;
            for (int again = 0; again < kRound; ++again) round.add(quickest);
            theirs[i].add(frame, texts, round);
        }
    }
    nlohmann::json result = {{"frames", frames.size()}, {"size", "1280x720"}, {"ours", ours.json(theirs[0])}};
    for (std::size_t i = 0; i < others.size(); ++i) {
        nlohmann::json peer = theirs[i].json(theirs[0]);
        peer["version"] = others[i].version;
        peer["flags"] = others[i].flags;
        result[others[i].name] = std::move(peer);
    }
    result["scan"] = scanToVerdict(quick ? 100 : 500);
    std::cout << result.dump(2) << std::endl;
    return 0;
}
