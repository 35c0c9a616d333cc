#include "common/store/sqlite/file_rows.h"

namespace turnout::sqlite {
namespace {

constexpr std::size_t kLengthBytes = 4;

std::string packed(const std::string& font, const std::string& titleFont) {
    if (font.empty() && titleFont.empty()) return {};
    std::string both;
    for (std::size_t at = kLengthBytes; at-- > 0;) both += static_cast<char>(font.size() >> (8 * at) & 0xFF);
    return both + font + titleFont;
}

void unpack(std::string_view both, EventFiles& files) {
    if (both.size() < kLengthBytes) return;
    std::size_t length = 0;
    for (const char c : both.substr(0, kLengthBytes)) length = length << 8 | static_cast<unsigned char>(c);
    both.remove_prefix(kLengthBytes);
    if (length > both.size()) return;
    files.font = both.substr(0, length);
    files.titleFont = both.substr(length);
}

std::optional<Blob> blobOf(const std::string& bytes) {
    return bytes.empty() ? std::nullopt : std::optional(Blob{bytes});
}

}  // namespace

void writeFiles(Database& database, const EventFiles& files) {
    const std::string fonts = packed(files.font, files.titleFont);
    database.query("update event set logo = ?, background = ?, fonts = ?")
        .bind(blobOf(files.logo), blobOf(files.background), blobOf(fonts))
        .run();
}

EventFiles readFiles(Database& database) {
    EventFiles files;
    auto row = database.query("select logo, background, fonts from event");
    if (!row.step()) return files;
    if (!row.isNull(0)) files.logo = row.text(0);
    if (!row.isNull(1)) files.background = row.text(1);
    if (!row.isNull(2)) unpack(row.text(2), files);
    for (const EventFileKind& kind : kEventFiles)
        if ((files.*kind.bytes).size() > kLargestEventFile) (files.*kind.bytes).clear();
    return files;
}

}  // namespace turnout::sqlite
