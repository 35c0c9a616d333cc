// The kiosk's own decoder and schedule over a folder of pictures:
//   scan_bench --frames DIR [--json]     prints [{"file","codes":[...],"ms"}], in the order of the names
// A lone file is shown kShowings times, as if it were held up: its codes are those of all showings, its ms the mean of
// one. A folder inside is one presentation: its frames once each, in the order of their names. Nothing is gated and
// nothing is suppressed; any QR text counts. Pictures: PGM, and whatever GStreamer decodes.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "kiosk/camera/frame_source.h"
#include "kiosk/scan/code_reader.h"
#include "tests/bench/bench_tools.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::kiosk;
namespace fs = std::filesystem;

constexpr int kShowings = 8;

struct Grey {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
    GreyImage image() const { return {pixels.data(), width, height, static_cast<std::size_t>(width)}; }
};

// Binary PGM of one byte a pixel; nothing when it is another kind of file.
std::optional<Grey> readPgm(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string magic;
    if (!(in >> magic) || magic != "P5") return std::nullopt;
    int header[3] = {0, 0, 0};  // width, height, brightest
    for (int& number : header) {
        while (in >> std::ws && in.peek() == '#') in.ignore(1 << 16, '\n');
        in >> number;
    }
    in.get();
    if (!in || header[0] <= 0 || header[1] <= 0 || header[0] > 1 << 15 || header[1] > 1 << 15 || header[2] != 255)
        return std::nullopt;
    Grey grey{header[0], header[1], {}};
    grey.pixels.resize(static_cast<std::size_t>(grey.width) * static_cast<std::size_t>(grey.height));
    in.read(reinterpret_cast<char*>(grey.pixels.data()), static_cast<std::streamsize>(grey.pixels.size()));
    return in ? std::optional(std::move(grey)) : std::nullopt;
}

std::optional<Grey> readPicture(const fs::path& file) {
    if (auto grey = readPgm(file)) return grey;
    auto source = FrameSource::open({CameraKind::file, file.string()}, Pace::everyFrame);
    if (!source) return std::nullopt;
    while (!(*source)->finished()) {
        const auto frame = (*source)->next(Millis(1000));
        if (!frame) continue;
        Grey grey{frame->width, frame->height, {}};
        for (int y = 0; y < frame->height; ++y) {
            const std::uint8_t* row = frame->grey + static_cast<std::size_t>(y) * frame->stride;
            grey.pixels.insert(grey.pixels.end(), row, row + frame->width);
        }
        return grey;
    }
    return std::nullopt;
}

std::vector<fs::path> inside(const fs::path& folder) {
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(folder)) all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
}

// Shows the frames one after another, from the beginning of a round on.
nlohmann::json shown(CodeReader& reader, const std::string& name, const std::vector<Grey>& frames, int times) {
    reader.startRound();
    std::set<std::string> codes;
    Samples ms;
    for (int i = 0; i < times; ++i) {
        for (const Grey& frame : frames) {
            const auto began = SteadyClock::now();
            const auto found = reader.read(frame.image());
            ms.add(millisecondsSince(began));
            for (const FoundCode& code : found) codes.insert(code.text);
        }
    }
    return {{"file", name}, {"codes", codes}, {"ms", ms.size() ? ms.sum() / static_cast<double>(ms.size()) : 0.0}};
}

}  // namespace

int main(int count, char** words) {
    fs::path folder;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--frames" && i + 1 < count)
            folder = words[++i];
        else if (word != "--json") {
            std::cerr << "scan_bench --frames DIR [--json]\n";
            return 2;
        }
    }
    if (!fs::is_directory(folder)) {
        std::cerr << "scan_bench: --frames needs a folder of pictures.\n";
        return folder.empty() ? 2 : 1;
    }
    nlohmann::json all = nlohmann::json::array();
    CodeReader reader;  // one for everything, as at a door
    for (const fs::path& path : inside(folder)) {
        std::vector<Grey> frames;
        const bool presentation = fs::is_directory(path);
        for (const fs::path& file : presentation ? inside(path) : std::vector<fs::path>{path}) {
            if (auto grey = readPicture(file))
                frames.push_back(std::move(*grey));
            else
                std::cerr << "scan_bench: " << file.string() << " is no picture; left out.\n";
        }
        if (!frames.empty())
            all.push_back(shown(reader, path.filename().string(), frames, presentation ? 1 : kShowings));
    }
    // A code may hold any bytes; JSON holds UTF-8.
    std::cout << all.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
    return 0;
}
