#include "common/tickets/ticket_files.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <regex>
#include <set>
#include <system_error>

#include "common/base/csv.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

constexpr double kPageWidth = 595.276, kPageHeight = 841.89;  // A4 in points
constexpr int kStripsPerPage = 4;
constexpr std::size_t kTicketsPerFile = 400;  // a file that any viewer opens at once
constexpr std::size_t kMostAffiliationFiles = 40;

std::string numbered(const char* pattern, std::size_t n) {
    char name[32];
    std::snprintf(name, sizeof name, pattern, n);
    return name;
}

Error cannotWrite(const fs::path& file) {
    return makeError(errno == ENOSPC ? Fault::diskFull : Fault::diskError, "tickets.cannot_write",
                     {{"file", file.string()}});
}

Error tooLong(const Ticket& ticket) {
    return makeError(Fault::badInput, "tickets.code_too_long", {{"n", std::to_string(ticket.code.size())}});
}

// Writes everything into FILE.part (0600), then gives it its name: never half a file, never a readable one.
class PrivateFile {
  public:
    explicit PrivateFile(fs::path file) : file_(std::move(file)), part_(file_.string() + ".part") {
        ::unlink(part_.c_str());
        descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    }
    ~PrivateFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!finished_) ::unlink(part_.c_str());
    }
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    bool write(const void* bytes, std::size_t size) {
        const char* at = static_cast<const char*>(bytes);
        while (descriptor_ >= 0 && size > 0) {
            const ssize_t n = ::write(descriptor_, at, size);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) failed_ = true;
            if (n <= 0) return false;
            at += n;
            size -= static_cast<std::size_t>(n);
        }
        return descriptor_ >= 0;
    }
    Status finish() {
        if (descriptor_ < 0 || failed_) return cannotWrite(file_);
        if (::fsync(descriptor_) != 0 || ::rename(part_.c_str(), file_.c_str()) != 0) return cannotWrite(file_);
        finished_ = true;
        return Done{};
    }

  private:
    fs::path file_, part_;
    int descriptor_ = -1;
    bool failed_ = false, finished_ = false;
};

cairo_status_t toFile(void* closure, const unsigned char* bytes, unsigned int size) {
    return static_cast<PrivateFile*>(closure)->write(bytes, size) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

// Short lines outside the corners, where the scissors go.
void cutMarks(cairo_t* cairo, double x, double y, double w, double h) {
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, 0.4);
    for (const double edge : {y, y + h}) {
        cairo_move_to(cairo, x - 14, edge);
        cairo_line_to(cairo, x - 4, edge);
        cairo_move_to(cairo, x + w + 4, edge);
        cairo_line_to(cairo, x + w + 14, edge);
    }
    for (const double edge : {x, x + w}) {
        cairo_move_to(cairo, edge, y - 7);
        cairo_line_to(cairo, edge, y - 2.5);
        cairo_move_to(cairo, edge, y + h + 2.5);
        cairo_line_to(cairo, edge, y + h + 7);
    }
    cairo_stroke(cairo);
}

using Indices = std::vector<std::size_t>;

// Which tickets go into which file: a university's own sheets can be handed to it as they are.
std::vector<Indices> planFiles(const std::vector<Ticket>& tickets) {
    std::vector<Indices> groups;
    std::map<std::string, std::size_t> groupOf;
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        const Names& affiliation = tickets[i].guest.affiliation;
        const auto [found, fresh] = groupOf.try_emplace(affiliation.en + '\n' + affiliation.zh, groups.size());
        if (fresh) groups.emplace_back();
        groups[found->second].push_back(i);
    }
    if (groups.size() > kMostAffiliationFiles) {
        Indices all;
        for (const Indices& group : groups) all.insert(all.end(), group.begin(), group.end());
        groups = {all};
    }
    std::vector<Indices> files;
    for (const Indices& group : groups)
        for (std::size_t from = 0; from < group.size(); from += kTicketsPerFile)
            files.emplace_back(
                group.begin() + static_cast<std::ptrdiff_t>(from),
                group.begin() + static_cast<std::ptrdiff_t>(std::min(group.size(), from + kTicketsPerFile)));
    return files;
}

Status writeSheets(const fs::path& path, TicketArt& art, const EventPlan& event, const std::vector<Ticket>& tickets,
                   const Indices& chosen, const std::function<void()>& drawn) {
    PrivateFile file(path);
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_pdf_surface_create_for_stream(toFile, &file, kPageWidth, kPageHeight), cairo_surface_destroy);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   cleanForScreen(event.name.in(Lang::en)).c_str());
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> owned(cairo_create(surface.get()), cairo_destroy);
    cairo_t* cairo = owned.get();
    constexpr double kGap = 14;
    const double left = (kPageWidth - TicketArt::kStripWidth) / 2;
    const double top = (kPageHeight - kStripsPerPage * TicketArt::kStripHeight - (kStripsPerPage - 1) * kGap) / 2;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::size_t place = i % kStripsPerPage;
        if (place == 0 && i > 0) cairo_show_page(cairo);
        const double y = top + static_cast<double>(place) * (TicketArt::kStripHeight + kGap);
        cairo_save(cairo);
        cairo_translate(cairo, left, y);
        const bool fits = art.strip(cairo, tickets[chosen[i]]);
        cairo_restore(cairo);
        if (!fits) return tooLong(tickets[chosen[i]]);
        cutMarks(cairo, left, y, TicketArt::kStripWidth, TicketArt::kStripHeight);
        drawn();
    }
    cairo_show_page(cairo);
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return cannotWrite(path);
    return file.finish();
}

// Takes away what an earlier run left under this format's names.
void removeStale(const fs::path& folder, TicketFormat format, const std::set<std::string>& made) {
    const std::regex ours(format == TicketFormat::pdf ? "tickets-[0-9]{3,}\\.pdf" : "ticket-[0-9]{4,}\\.png");
    std::error_code failed;
    std::vector<fs::path> stale;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename();
        if (std::regex_match(name, ours) && !made.contains(name)) stale.push_back(entry.path());
    }
    for (const fs::path& path : stale) fs::remove(path, failed);
}

}  // namespace

Status makeTicketFolder(const fs::path& folder) {
    std::error_code failed;
    const bool there = fs::is_directory(folder, failed);
    if (!there) {
        if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), failed);
        if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
            return makeError(Fault::readOnly, "tickets.cannot_make_folder", {{"file", folder.string()}});
    }
    if (!fs::is_directory(folder, failed) || ::access(folder.c_str(), W_OK | X_OK) != 0)
        return makeError(Fault::readOnly, "tickets.cannot_make_folder", {{"file", folder.string()}});
    return Done{};
}

Result<std::vector<std::string>> writeTicketFiles(const fs::path& folder, const EventPlan& event,
                                                  const std::vector<Ticket>& tickets, TicketFormat format,
                                                  const Progress& progress) {
    if (const Status made = makeTicketFolder(folder); !made) return made.error();
    TicketArt art(event);
    std::vector<std::string> files(tickets.size());
    std::int64_t done = 0;
    const auto drawn = [&] {
        if (progress) progress(++done, static_cast<std::int64_t>(tickets.size()));
    };
    if (format == TicketFormat::pdf) {
        const auto plan = planFiles(tickets);
        for (std::size_t n = 0; n < plan.size(); ++n) {
            const std::string name = numbered("tickets-%03zu.pdf", n + 1);
            if (const Status wrote = writeSheets(folder / name, art, event, tickets, plan[n], drawn); !wrote)
                return wrote.error();
            for (const std::size_t i : plan[n]) files[i] = name;
        }
    } else {
        for (std::size_t i = 0; i < tickets.size(); ++i) {
            files[i] = numbered("ticket-%04zu.png", i + 1);
            const paint::Bitmap picture = art.phone(tickets[i]);
            if (picture.empty()) return tooLong(tickets[i]);
            if (!paint::writePng(picture, folder / files[i])) return cannotWrite(folder / files[i]);
            if (::chmod((folder / files[i]).c_str(), 0600) != 0) return cannotWrite(folder / files[i]);
            drawn();
        }
    }
    removeStale(folder, format, {files.begin(), files.end()});
    return files;
}

Status writeTicketsCsv(const fs::path& folder, const std::vector<TicketLine>& lines) {
    if (const Status made = makeTicketFolder(folder); !made) return made;
    std::string table = csvRow({"code", "name", "country", "affiliation", "category", "file"}, CsvCells::asTheyAre);
    const auto safe = [](const std::string& cell) { return looksLikeFormula(cell) ? "'" + cell : cell; };
    for (const TicketLine& line : lines) {
        const Guest& guest = line.ticket.guest;
        table += csvRow({line.ticket.code, safe(guest.name), guest.country.str(), safe(guest.affiliation.in(Lang::en)),
                         safe(guest.categoryId), line.file},
                        CsvCells::asTheyAre);
    }
    PrivateFile file(folder / "tickets.csv");
    if (!file.write(table.data(), table.size())) return cannotWrite(folder / "tickets.csv");
    return file.finish();
}

}  // namespace turnout
