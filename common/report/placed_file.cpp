#include "common/report/placed_file.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace turnout {
namespace {

// The file beside its place; gone again unless it was finished.
class Part {
  public:
    explicit Part(const std::filesystem::path& file)
        : file_(file), part_(file.string() + ".part-" + std::to_string(::getpid())) {
        descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (descriptor_ < 0) failed_ = errno;
    }
    ~Part() {
        if (descriptor_ < 0) return;
        ::close(descriptor_);
        std::error_code ignored;
        if (!placed_) std::filesystem::remove(part_, ignored);
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    const std::filesystem::path& path() const { return part_; }
    bool made() const { return descriptor_ >= 0; }

    bool write(const unsigned char* bytes, std::size_t size) {
        while (failed_ == 0 && size > 0) {
            const ssize_t n = ::write(descriptor_, bytes, size);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return fail(n < 0 ? errno : ENOSPC);
            bytes += n;
            size -= static_cast<std::size_t>(n);
        }
        return failed_ == 0;
    }

    // A disk may say only now that it has no room for what it took.
    Status place() {
        if (failed_ == 0 && ::fsync(descriptor_) != 0) fail(errno);
        if (failed_ == 0 && ::rename(part_.c_str(), file_.c_str()) != 0) fail(errno);
        if (failed_ != 0) return cannot();
        placed_ = true;
        syncFolder();
        return Done{};
    }
    Error cannot(int reason) {
        if (failed_ == 0) fail(reason);
        return cannot();
    }

  private:
    // So that the new name outlasts a power cut. Some file systems know no such thing, and the bytes are safe anyway.
    void syncFolder() const {
        const std::filesystem::path folder = file_.has_parent_path() ? file_.parent_path() : ".";
        const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) return;
        static_cast<void>(::fsync(descriptor));
        ::close(descriptor);
    }
    bool fail(int reason) {
        failed_ = reason != 0 ? reason : EIO;
        return false;
    }
    Error cannot() const {
        const Fault fault = failed_ == ENOSPC || failed_ == EDQUOT ? Fault::diskFull
                            : failed_ == EIO                       ? Fault::diskError
                                                                   : Fault::readOnly;
        return makeError(fault, "store.cannot_write", {{"file", file_.string()}});
    }

    const std::filesystem::path file_, part_;
    int descriptor_ = -1;
    int failed_ = 0;  // errno
    bool placed_ = false;
};

cairo_status_t toPart(void* part, const unsigned char* bytes, unsigned int size) {
    return static_cast<Part*>(part)->write(bytes, size) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

}  // namespace

Status placeFile(const std::filesystem::path& file, const std::function<bool(const std::filesystem::path&)>& write) {
    Part part(file);
    if (!part.made()) return part.place();
    errno = 0;
    if (!write(part.path())) return part.cannot(errno);
    return part.place();
}

// Through our own writing: of a file that Cairo writes, a full disk is not told.
Status placePdf(const std::filesystem::path& file, double width, double height,
                const std::function<void(cairo_surface_t*)>& draw) {
    Part part(file);
    if (!part.made()) return part.place();
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_pdf_surface_create_for_stream(toPart, &part, width, height), cairo_surface_destroy);
    draw(surface.get());
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return part.cannot(ENOMEM);
    return part.place();
}

}  // namespace turnout
