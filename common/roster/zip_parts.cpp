#include "common/roster/zip_parts.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <vector>

namespace turnout {
namespace {

constexpr std::uint64_t kMostUnpacked = 768ULL << 20;  // bytes; 100,000 guests with 20 columns are about 100 MB
constexpr std::uint64_t kHarmless = 32ULL << 20;       // a part up to this size may shrink to any degree
constexpr std::uint64_t kMostRatio = 150;              // sheets of real lists shrink 5 to 30 times

}  // namespace

ZipParts::ZipParts(const std::filesystem::path& file) : handle_(unzOpen64(file.c_str())), left_(kMostUnpacked) {}

ZipParts::~ZipParts() {
    if (handle_ != nullptr) unzClose(handle_);
}

ZipParts::Read ZipParts::read(const std::string& name, const std::function<bool(std::string_view)>& take) {
    if (handle_ == nullptr || unzLocateFile(handle_, name.c_str(), 2) != UNZ_OK) return Read::absent;
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(handle_, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) return Read::damaged;
    if (info.uncompressed_size > left_) return Read::tooLarge;
    if (unzOpenCurrentFile(handle_) != UNZ_OK) return Read::damaged;
    // What the archive says of its sizes may be a lie; what comes out counts.
    const std::uint64_t allowed =
        std::min(left_, std::max(kHarmless, static_cast<std::uint64_t>(info.compressed_size) * kMostRatio));
    std::vector<char> piece(1 << 16);
    std::uint64_t taken = 0;
    Read outcome = Read::done;
    for (;;) {
        const int n = unzReadCurrentFile(handle_, piece.data(), static_cast<unsigned>(piece.size()));
        if (n == 0) break;
        if (n < 0) outcome = Read::damaged;
        taken += static_cast<std::uint64_t>(std::max(n, 0));
        if (n > 0 && taken > allowed) outcome = Read::tooLarge;
        if (n > 0 && outcome == Read::done && !take({piece.data(), static_cast<std::size_t>(n)}))
            outcome = Read::stopped;
        if (outcome != Read::done) break;
    }
    left_ -= std::min(left_, taken);
    if (unzCloseCurrentFile(handle_) != UNZ_OK && outcome == Read::done) outcome = Read::damaged;
    return outcome;
}

}  // namespace turnout
