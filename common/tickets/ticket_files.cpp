#include "common/tickets/ticket_files.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <regex>
#include <set>
#include <system_error>

#include "common/base/csv.h"
#include "common/domain/ticket_code.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

constexpr double kPageWidth = 595.276, kPageHeight = 841.89;  // A4 in points
constexpr std::size_t kStripsPerPage = 4;
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
std::vector<Indices> planFiles(const std::vector<Ticket>& tickets, bool always) {
    std::vector<Indices> groups;
    std::map<std::string, std::size_t> groupOf;
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        const Names& affiliation = tickets[i].guest.affiliation;
        const auto [found, fresh] = groupOf.try_emplace(affiliation.en + '\n' + affiliation.zh, groups.size());
        if (fresh) groups.emplace_back();
        groups[found->second].push_back(i);
    }
    if (!always && groups.size() > kMostAffiliationFiles) {
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

// How a layout lies on its paper.
struct Paper {
    double width, height;          // of the page, points
    std::size_t onPage;            // tickets
    double itemWidth, itemHeight;  // of a ticket that is cut out; 0 = the ticket is the page
};

Paper paperOf(TicketLayout layout) {
    switch (layout) {
        case TicketLayout::label: return {TicketArt::kLabelWidth, TicketArt::kLabelHeight, 1, 0, 0};
        case TicketLayout::card: return {TicketArt::kCardWidth, TicketArt::kCardHeight, 1, 0, 0};
        case TicketLayout::page: return {kPageWidth, kPageHeight, 1, 0, 0};
        case TicketLayout::sheet: break;
    }
    return {kPageWidth, kPageHeight, kStripsPerPage, TicketArt::kStripWidth, TicketArt::kStripHeight};
}

bool drawTicket(cairo_t* cairo, TicketArt& art, const Ticket& ticket, TicketLayout layout) {
    switch (layout) {
        case TicketLayout::label: return art.label(cairo, ticket);
        case TicketLayout::card: return art.card(cairo, ticket);
        case TicketLayout::page: return art.page(cairo, ticket);
        case TicketLayout::sheet: break;
    }
    return art.strip(cairo, ticket);
}

// At a place of the page, with cut marks where it is cut out. False when no symbol holds the code.
bool drawAt(cairo_t* cairo, TicketArt& art, const Ticket& ticket, TicketLayout layout, std::size_t place) {
    constexpr double kGap = 14;
    const Paper paper = paperOf(layout);
    const bool cut = paper.itemWidth > 0;
    const auto onPage = static_cast<double>(paper.onPage);
    const double left = cut ? (paper.width - paper.itemWidth) / 2 : 0;
    const double top = cut ? (paper.height - onPage * paper.itemHeight - (onPage - 1) * kGap) / 2 : 0;
    const double y = top + static_cast<double>(place) * (paper.itemHeight + kGap);
    cairo_save(cairo);
    cairo_translate(cairo, left, y);
    const bool fits = drawTicket(cairo, art, ticket, layout);
    cairo_restore(cairo);
    if (fits && cut) cutMarks(cairo, left, y, paper.itemWidth, paper.itemHeight);
    return fits;
}

Status writeSheets(const fs::path& path, TicketArt& art, const EventPlan& event, const std::vector<Ticket>& tickets,
                   const Indices& chosen, TicketLayout layout, const std::function<void()>& drawn) {
    PrivateFile file(path);
    const Paper paper = paperOf(layout);
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_pdf_surface_create_for_stream(toFile, &file, paper.width, paper.height), cairo_surface_destroy);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   cleanForScreen(event.name.in(Lang::en)).c_str());
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> owned(cairo_create(surface.get()), cairo_destroy);
    cairo_t* cairo = owned.get();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::size_t place = i % paper.onPage;
        if (place == 0 && i > 0) cairo_show_page(cairo);
        if (!drawAt(cairo, art, tickets[chosen[i]], layout, place)) return tooLong(tickets[chosen[i]]);
        drawn();
    }
    cairo_show_page(cairo);
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return cannotWrite(path);
    return file.finish();
}

const char* patternOf(TicketFormat format) {
    return format == TicketFormat::pdf ? "tickets-%03zu.pdf" : "ticket-%04zu.png";
}

// Takes away what an earlier run left under this format's names, in the folder and those below it.
void removeStale(const fs::path& folder, TicketFormat format, const std::set<std::string>& wanted) {
    const std::regex ours(format == TicketFormat::pdf ? "tickets-[0-9]{3,}\\.pdf" : "ticket-[0-9]{4,}\\.png");
    std::error_code failed;
    std::vector<fs::path> stale;
    const auto look = [&](const fs::path& in, const std::string& prefix) {
        for (const fs::directory_entry& entry : fs::directory_iterator(in, failed)) {
            const std::string name = entry.path().filename();
            if (std::regex_match(name, ours) && !wanted.contains(prefix + name)) stale.push_back(entry.path());
        }
    };
    look(folder, "");
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed))
        if (entry.is_directory(failed) && fs::exists(entry.path() / "send.csv", failed))
            look(entry.path(), entry.path().filename().string() + "/");
    for (const fs::path& path : stale) fs::remove(path, failed);
}

// A name that no file has that stays.
class FileNames {
  public:
    FileNames(TicketFormat format, const std::set<std::string>& keep) : format_(format), keep_(keep) {}
    std::string next(const std::string& prefix) {
        for (;;)
            if (std::string name = prefix + numbered(patternOf(format_), ++count_[prefix]); !keep_.contains(name))
                return name;
    }

  private:
    TicketFormat format_;
    const std::set<std::string>& keep_;
    std::map<std::string, std::size_t> count_;
};

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
                                                  const std::vector<Ticket>& tickets, const TicketRun& run) {
    if (const Status made = makeTicketFolder(folder); !made) return made.error();
    TicketArt art(event);
    std::vector<std::string> files(tickets.size());
    FileNames names(run.format, run.keep);
    std::int64_t done = 0;
    const auto drawn = [&] {
        if (run.progress) run.progress(++done, static_cast<std::int64_t>(tickets.size()));
    };
    const auto prefixOf = [&](const Ticket& ticket) {
        return run.byAffiliation ? affiliationFolder(ticket.guest) + "/" : std::string();
    };
    if (run.byAffiliation)
        for (const Ticket& ticket : tickets)
            if (const Status made = makeTicketFolder(folder / affiliationFolder(ticket.guest)); !made)
                return made.error();
    if (run.format == TicketFormat::pdf) {
        for (const Indices& chosen : planFiles(tickets, run.byAffiliation)) {
            const std::string name = names.next(prefixOf(tickets[chosen.front()]));
            if (const Status wrote = writeSheets(folder / name, art, event, tickets, chosen, run.layout, drawn); !wrote)
                return wrote.error();
            for (const std::size_t i : chosen) files[i] = name;
        }
    } else {
        for (std::size_t i = 0; i < tickets.size(); ++i) {
            files[i] = names.next(prefixOf(tickets[i]));
            const paint::Bitmap picture = art.phone(tickets[i]);
            if (picture.empty()) return tooLong(tickets[i]);
            if (!paint::writePng(picture, folder / files[i])) return cannotWrite(folder / files[i]);
            if (::chmod((folder / files[i]).c_str(), 0600) != 0) return cannotWrite(folder / files[i]);
            drawn();
        }
    }
    std::set<std::string> wanted = run.keep;
    wanted.insert(files.begin(), files.end());
    removeStale(folder, run.format, wanted);
    return files;
}

Result<std::vector<std::string>> writeTicketFiles(const fs::path& folder, const EventPlan& event,
                                                  const std::vector<Ticket>& tickets, TicketFormat format,
                                                  const Progress& progress) {
    TicketRun run;
    run.format = format;
    run.progress = progress;
    return writeTicketFiles(folder, event, tickets, run);
}

std::string affiliationFolder(const Guest& guest) {
    std::string name;
    for (const char c : cleanForScreen(guest.affiliation.in(Lang::en)))
        if (std::string_view("/\\:*?\"<>|'`$&;!").find(c) == std::string_view::npos) name += c;
    name = shorten(name, 60);
    while (name.starts_with('.') || name.starts_with('-') || name.starts_with(' ')) name.erase(0, 1);
    while (name.ends_with('.') || name.ends_with(' ')) name.pop_back();
    return name.empty() ? "other" : name;
}

Status writeSendList(const fs::path& folder, const std::vector<TicketLine>& lines) {
    if (const Status made = makeTicketFolder(folder); !made) return made;
    std::string table = csvRow({"name", "native_name", "email", "language", "code", "seat", "affiliation", "file"},
                               CsvCells::asTheyAre);
    for (const TicketLine& line : lines) {
        const Guest& guest = line.ticket.guest;
        if (!line.file.empty())
            table += csvRow({guest.name, guest.nativeName, line.ticket.email, line.ticket.language,
                             groupedCode(line.ticket.code), guest.seat, guest.affiliation.in(Lang::en), line.file},
                            CsvCells::safeForSpreadsheets);
    }
    PrivateFile file(folder / "send.csv");
    if (!file.write(table.data(), table.size())) return cannotWrite(folder / "send.csv");
    return file.finish();
}

paint::Bitmap ticketPage(const EventPlan& event, const std::vector<Ticket>& tickets, TicketLayout layout, int edge) {
    const Paper paper = paperOf(layout);
    const double scale = edge / std::max(paper.width, paper.height);
    paint::Bitmap bitmap(static_cast<int>(std::lround(paper.width * scale)),
                         static_cast<int>(std::lround(paper.height * scale)));
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create_for_data(bitmap.pixels.data(), CAIRO_FORMAT_ARGB32, bitmap.width, bitmap.height,
                                            bitmap.stride()),
        cairo_surface_destroy);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), cairo_destroy);
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), scale, scale);
    TicketArt art(event);
    for (std::size_t i = 0; i < std::min(tickets.size(), paper.onPage); ++i)
        drawAt(cairo.get(), art, tickets[i], layout, i);
    cairo_surface_flush(surface.get());
    return bitmap;
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
